/* tambour-value.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_VALUE_CLASS_UNQUANTIFIED,
  TAMBOUR_VALUE_CLASS_DOWNTIME_AVOIDED,
  TAMBOUR_VALUE_CLASS_FASTER_RESTORE,
  TAMBOUR_VALUE_CLASS_TIME_SAVED,
  TAMBOUR_VALUE_CLASS_COST_AVOIDED,
  TAMBOUR_VALUE_CLASS_RISK_REDUCED,
  TAMBOUR_VALUE_CLASS_REVENUE_ENABLED,
  TAMBOUR_VALUE_CLASS_LESS_OUTAGE,
  TAMBOUR_VALUE_CLASS_RETIRED_ITEMS,
  TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS,
  TAMBOUR_VALUE_CLASS_ISSUES_AVOIDED,
  TAMBOUR_VALUE_CLASS_FEWER_CASES,
} TambourValueClass;

#define TAMBOUR_TYPE_VALUE_CLASS (tambour_value_class_get_type ())
GType tambour_value_class_get_type (void);

typedef enum
{
  TAMBOUR_VALUE_STATE_DRAFT,
  TAMBOUR_VALUE_STATE_PROPOSED,
  TAMBOUR_VALUE_STATE_ACCEPTED,
  TAMBOUR_VALUE_STATE_REJECTED,
} TambourValueState;

#define TAMBOUR_TYPE_VALUE_STATE (tambour_value_state_get_type ())
GType tambour_value_state_get_type (void);

typedef enum
{
  TAMBOUR_PROJECT_STATUS_IDEA,
  TAMBOUR_PROJECT_STATUS_PROPOSED,
  TAMBOUR_PROJECT_STATUS_AGREED,
  TAMBOUR_PROJECT_STATUS_IN_WORK,
  TAMBOUR_PROJECT_STATUS_DONE,
  TAMBOUR_PROJECT_STATUS_DROPPED,
} TambourProjectStatus;

#define TAMBOUR_TYPE_PROJECT_STATUS (tambour_project_status_get_type ())
GType tambour_project_status_get_type (void);

/**
 * TambourValueEntry:
 *
 * One line of what the agreement was worth; counts when the customer has accepted it (METRICS.md
 * M60 to M63).
 */
#define TAMBOUR_TYPE_VALUE_ENTRY (tambour_value_entry_get_type ())
TAMBOUR_DECLARE_RECORD (TambourValueEntry, tambour_value_entry, VALUE_ENTRY)

struct _TambourValueEntry
{
  TambourRecord   parent_instance;

  char           *title;
  guint           class;
  TambourDate     on;
  TambourMoney    gross;
  TambourMoney    low;
  TambourMoney    high;
  double          share;
  char           *formula;
  gint64          formula_version;
  char           *inputs;
  char           *evidence;
  char           *confidence;
  guint           state;
  char           *reason;
  TambourRef      accepted_by_id;
  TambourInstant  accepted_at;
  TambourRef      project_id;
  TambourRef      incident_id;
  TambourRef      goal_id;
};

/**
 * TambourProject:
 *
 * A value-add project (METRICS.md M70).
 */
#define TAMBOUR_TYPE_PROJECT (tambour_project_get_type ())
TAMBOUR_DECLARE_RECORD (TambourProject, tambour_project, PROJECT)

struct _TambourProject
{
  TambourRecord  parent_instance;

  char          *title;
  char          *outcome;
  char          *objective;
  char          *reason;
  gint64         impact;
  gint64         effort;
  TambourMoney   value_low;
  TambourMoney   value_high;
  char          *confidence;
  gint64         effort_us;
  gint64         effort_them;
  char          *owner_us;
  char          *owner_them;
  TambourDate    earliest;
  char          *quarter;
  TambourDate    deadline;
  char          *deadline_reason;
  guint          status;
  gint64         year;
  TambourRef     goal_id;
};

/**
 * TambourRate:
 *
 * A rate that value is computed with; it carries a date and who agreed.
 */
#define TAMBOUR_TYPE_RATE (tambour_rate_get_type ())
TAMBOUR_DECLARE_RECORD (TambourRate, tambour_rate, RATE)

struct _TambourRate
{
  TambourRecord  parent_instance;

  char          *code;
  char          *title;
  TambourMoney   amount;
  double         number;
  char          *unit;
  TambourDate    agreed_on;
  char          *agreed_by;
  TambourRef     agreed_by_id;
  TambourDate    valid_until;
};

G_END_DECLS
