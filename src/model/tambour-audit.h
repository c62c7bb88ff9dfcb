/* tambour-audit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_SEVERITY_LOW,
  TAMBOUR_SEVERITY_MEDIUM,
  TAMBOUR_SEVERITY_HIGH,
} TambourSeverity;

#define TAMBOUR_TYPE_SEVERITY (tambour_severity_get_type ())
GType tambour_severity_get_type (void);

typedef enum
{
  TAMBOUR_AUDIT_STATUS_DRAFT,
  TAMBOUR_AUDIT_STATUS_IN_REVIEW,
  TAMBOUR_AUDIT_STATUS_FINAL,
} TambourAuditStatus;

#define TAMBOUR_TYPE_AUDIT_STATUS (tambour_audit_status_get_type ())
GType tambour_audit_status_get_type (void);

typedef enum
{
  TAMBOUR_ANSWER_NOT_VERIFIED,
  TAMBOUR_ANSWER_MET,
  TAMBOUR_ANSWER_PARTIAL,
  TAMBOUR_ANSWER_GAP,
  TAMBOUR_ANSWER_NOT_REQUIRED,
  TAMBOUR_ANSWER_NA,
} TambourAnswer;

#define TAMBOUR_TYPE_ANSWER (tambour_answer_get_type ())
GType tambour_answer_get_type (void);

typedef enum
{
  TAMBOUR_FINDING_STATUS_OPEN,
  TAMBOUR_FINDING_STATUS_PLANNED,
  TAMBOUR_FINDING_STATUS_FIXED,
  TAMBOUR_FINDING_STATUS_ACCEPTED,
  TAMBOUR_FINDING_STATUS_INVALID,
} TambourFindingStatus;

#define TAMBOUR_TYPE_FINDING_STATUS (tambour_finding_status_get_type ())
GType tambour_finding_status_get_type (void);

typedef enum
{
  TAMBOUR_REMEDY_NONE,
  TAMBOUR_REMEDY_ACTION,
  TAMBOUR_REMEDY_PROJECT,
  TAMBOUR_REMEDY_CASE,
  TAMBOUR_REMEDY_ACCEPT,
} TambourRemedy;

#define TAMBOUR_TYPE_REMEDY (tambour_remedy_get_type ())
GType tambour_remedy_get_type (void);

typedef enum
{
  TAMBOUR_EXPOSURE_STATE_SUSPECTED,
  TAMBOUR_EXPOSURE_STATE_EXPOSED,
  TAMBOUR_EXPOSURE_STATE_MITIGATED,
  TAMBOUR_EXPOSURE_STATE_ACCEPTED,
  TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED,
} TambourExposureState;

#define TAMBOUR_N_EXPOSURE_STATES (TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED + 1)

#define TAMBOUR_TYPE_EXPOSURE_STATE (tambour_exposure_state_get_type ())
GType tambour_exposure_state_get_type (void);

/**
 * TambourAuditTemplate:
 *
 * A versioned set of questions. Each version is a record of its own: audits keep the
 * one that they went by.
 */
#define TAMBOUR_TYPE_AUDIT_TEMPLATE (tambour_audit_template_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAuditTemplate, tambour_audit_template, AUDIT_TEMPLATE)

struct _TambourAuditTemplate
{
  TambourRecord  parent_instance;

  char          *name;
  char          *version;
  char          *domain;
  char          *body;
  TambourRef     replaced_by_id;
};

/**
 * TambourTemplateItem:
 *
 * One question of a checklist.
 */
#define TAMBOUR_TYPE_TEMPLATE_ITEM (tambour_template_item_get_type ())
TAMBOUR_DECLARE_RECORD (TambourTemplateItem, tambour_template_item, TEMPLATE_ITEM)

struct _TambourTemplateItem
{
  TambourRecord  parent_instance;

  TambourRef     template_id;
  char          *item_key;
  gint64         revision;
  char          *section;
  char          *text;
  char          *why;
  guint          severity;
  double         weight;
  char          *evidence_hint;
  char          *link;
  gint64         position;
};

/**
 * TambourAudit:
 *
 * A checklist gone through with a customer; final ones are frozen.
 */
#define TAMBOUR_TYPE_AUDIT (tambour_audit_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAudit, tambour_audit, AUDIT)

struct _TambourAudit
{
  TambourRecord  parent_instance;

  char          *title;
  TambourRef     template_id;
  TambourRef     environment_id;
  TambourDate    on;
  char          *auditor;
  char          *reviewer;
  guint          status;
  char          *hash;
};

/**
 * TambourAuditAnswer:
 *
 * The answer to one question (METRICS.md M40).
 */
#define TAMBOUR_TYPE_AUDIT_ANSWER (tambour_audit_answer_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAuditAnswer, tambour_audit_answer, AUDIT_ANSWER)

struct _TambourAuditAnswer
{
  TambourRecord   parent_instance;

  TambourRef      audit_id;
  TambourRef      item_id;
  char           *item_key;
  gint64          revision;
  char           *section;
  guint           severity;
  guint           answer;
  char           *comment;
  char           *evidence;
  char           *answered_by;
  TambourInstant  answered_at;
};

/**
 * TambourFinding:
 *
 * Something an audit found, until it is settled (METRICS.md M41).
 */
#define TAMBOUR_TYPE_FINDING (tambour_finding_get_type ())
TAMBOUR_DECLARE_RECORD (TambourFinding, tambour_finding, FINDING)

struct _TambourFinding
{
  TambourRecord  parent_instance;

  TambourRef     audit_id;
  TambourRef     answer_id;
  char          *title;
  char          *section;
  guint          severity;
  guint          status;
  TambourDate    raised_on;
  TambourDate    closed_on;
  guint          remedy;
  char          *owner;
  TambourDate    due;
  char          *accepted_by;
  TambourDate    accepted_until;
  char          *text;
  char          *advice;
};

/**
 * TambourKnownIssue:
 *
 * A fault of the product that may reach a customer.
 */
#define TAMBOUR_TYPE_KNOWN_ISSUE (tambour_known_issue_get_type ())
TAMBOUR_DECLARE_RECORD (TambourKnownIssue, tambour_known_issue, KNOWN_ISSUE)

struct _TambourKnownIssue
{
  TambourRecord  parent_instance;

  char          *title;
  char          *product;
  char          *version_range;
  char          *condition;
  guint          severity;
  char          *workaround;
  char          *fixed_in;
  TambourDate    published;
};

/**
 * TambourExposure:
 *
 * A known issue that matches a customer's setup (METRICS.md M43).
 */
#define TAMBOUR_TYPE_EXPOSURE (tambour_exposure_get_type ())
TAMBOUR_DECLARE_RECORD (TambourExposure, tambour_exposure, EXPOSURE)

struct _TambourExposure
{
  TambourRecord  parent_instance;

  TambourRef     known_issue_id;
  TambourRef     component_id;
  guint          state;
  TambourDate    since;
  TambourDate    until;
  char          *safeguard;
  TambourDate    safeguard_on;
  char          *accepted_by;
  TambourDate    accepted_until;
  char          *reason;
};

G_END_DECLS
