/* tambour-environment.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_ENVIRONMENT_KIND_PRODUCTION,
  TAMBOUR_ENVIRONMENT_KIND_STAGING,
  TAMBOUR_ENVIRONMENT_KIND_DR,
  TAMBOUR_ENVIRONMENT_KIND_LAB,
} TambourEnvironmentKind;

#define TAMBOUR_TYPE_ENVIRONMENT_KIND (tambour_environment_kind_get_type ())
GType tambour_environment_kind_get_type (void);

/**
 * TambourEnvironment:
 *
 * A place where things run.
 */
#define TAMBOUR_TYPE_ENVIRONMENT (tambour_environment_get_type ())
TAMBOUR_DECLARE_RECORD (TambourEnvironment, tambour_environment, ENVIRONMENT)

struct _TambourEnvironment
{
  TambourRecord  parent_instance;

  char          *name;
  guint          kind;
  char          *site;
  char          *tz;
  char          *criticality;
  char          *narrative;
  char          *diagram;
};

/**
 * TambourComponent:
 *
 * Something that runs in an environment; stale when not verified for long.
 */
#define TAMBOUR_TYPE_COMPONENT (tambour_component_get_type ())
TAMBOUR_DECLARE_RECORD (TambourComponent, tambour_component, COMPONENT)

struct _TambourComponent
{
  TambourRecord  parent_instance;

  TambourRef     environment_id;
  char          *type;
  char          *vendor;
  char          *product;
  char          *version;
  gint64         count;
  TambourRef     owner_id;
  char          *config_notes;
  TambourDate    verified_on;
  TambourDate    end_of_support;
  TambourDate    retired_on;
  char          *retired_rate;
};

/**
 * TambourWorkflowNote:
 *
 * How the customer works.
 */
#define TAMBOUR_TYPE_WORKFLOW_NOTE (tambour_workflow_note_get_type ())
TAMBOUR_DECLARE_RECORD (TambourWorkflowNote, tambour_workflow_note, WORKFLOW_NOTE)

struct _TambourWorkflowNote
{
  TambourRecord  parent_instance;

  char          *title;
  char          *body;
  GStrv          systems;
  GStrv          component_ids;
  TambourDate    reviewed_on;
  gint64         review_months;
};

/**
 * TambourInfraNote:
 *
 * What we know of the customer's infrastructure.
 */
#define TAMBOUR_TYPE_INFRA_NOTE (tambour_infra_note_get_type ())
TAMBOUR_DECLARE_RECORD (TambourInfraNote, tambour_infra_note, INFRA_NOTE)

struct _TambourInfraNote
{
  TambourRecord  parent_instance;

  char          *title;
  char          *body;
  GStrv          tags;
  bool           pinned;
  TambourDate    reviewed_on;
  gint64         review_months;  /* after which it is looked at again */
};

/**
 * TambourObjectiveNote:
 *
 * What the customer's business wants, and what that means for us.
 */
#define TAMBOUR_TYPE_OBJECTIVE_NOTE (tambour_objective_note_get_type ())
TAMBOUR_DECLARE_RECORD (TambourObjectiveNote, tambour_objective_note, OBJECTIVE_NOTE)

struct _TambourObjectiveNote
{
  TambourRecord  parent_instance;

  char          *title;
  char          *body;
  TambourDate    reviewed_on;
  gint64         review_months;
};

/**
 * TambourChangeState:
 * @TAMBOUR_CHANGE_STATE_PLANNED: it is still to come, or nobody has said how it went
 * @TAMBOUR_CHANGE_STATE_DONE: it was made
 * @TAMBOUR_CHANGE_STATE_FAILED: it was begun and did not work
 * @TAMBOUR_CHANGE_STATE_ROLLED_BACK: it was made and taken back
 * @TAMBOUR_CHANGE_STATE_CANCELLED: it will not be made
 *
 * What became of a planned change.
 */
typedef enum
{
  TAMBOUR_CHANGE_STATE_PLANNED,
  TAMBOUR_CHANGE_STATE_DONE,
  TAMBOUR_CHANGE_STATE_FAILED,
  TAMBOUR_CHANGE_STATE_ROLLED_BACK,
  TAMBOUR_CHANGE_STATE_CANCELLED,
} TambourChangeState;

#define TAMBOUR_TYPE_CHANGE_STATE (tambour_change_state_get_type ())
GType tambour_change_state_get_type (void);

/**
 * TambourPlannedChange:
 *
 * A change or maintenance window that the customer plans. Whether it was told in
 * time is derived, never stated (tambour-lead-time.h).
 */
#define TAMBOUR_TYPE_PLANNED_CHANGE (tambour_planned_change_get_type ())
TAMBOUR_DECLARE_RECORD (TambourPlannedChange, tambour_planned_change, PLANNED_CHANGE)

struct _TambourPlannedChange
{
  TambourRecord   parent_instance;

  char           *title;
  TambourInstant  window_start;
  TambourInstant  window_end;
  char           *kind;
  char           *risk;
  char           *plan;
  TambourRef      contact_id;
  TambourDate     notified_on;
  gint64          lead_days;  /* business days of notice, where it needs its own */
  bool            maintenance;
  guint           state;
  char           *outcome;
};

gboolean tambour_planned_change_is_over (TambourPlannedChange *self);

G_END_DECLS
