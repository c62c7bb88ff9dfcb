/* tambour-report.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_REPORT_KIND_EBR,
  TAMBOUR_REPORT_KIND_QBR,
  TAMBOUR_REPORT_KIND_ANNUAL,
} TambourReportKind;

#define TAMBOUR_TYPE_REPORT_KIND (tambour_report_kind_get_type ())
GType tambour_report_kind_get_type (void);

typedef enum
{
  TAMBOUR_REPORT_STATE_DRAFT,
  TAMBOUR_REPORT_STATE_FINAL,
  TAMBOUR_REPORT_STATE_SUPERSEDED,
} TambourReportState;

#define TAMBOUR_TYPE_REPORT_STATE (tambour_report_state_get_type ())
GType tambour_report_state_get_type (void);

/**
 * TambourHealthComponent:
 *
 * One part of an account's health; never leaves (METRICS.md M80).
 */
#define TAMBOUR_TYPE_HEALTH_COMPONENT (tambour_health_component_get_type ())
TAMBOUR_DECLARE_RECORD (TambourHealthComponent, tambour_health_component, HEALTH_COMPONENT)

struct _TambourHealthComponent
{
  TambourRecord  parent_instance;

  char          *code;
  double         weight;
  double         value;
  char          *source;
  TambourDate    as_of;
};

/**
 * TambourTimeEntry:
 *
 * Time spent, for plans that sell it.
 */
#define TAMBOUR_TYPE_TIME_ENTRY (tambour_time_entry_get_type ())
TAMBOUR_DECLARE_RECORD (TambourTimeEntry, tambour_time_entry, TIME_ENTRY)

struct _TambourTimeEntry
{
  TambourRecord  parent_instance;

  TambourRef     person_id;
  TambourDate    on;
  gint64         minutes;
  char          *activity;
  TambourRef     entitlement_id;
};

/**
 * TambourReport:
 * @period_to: the last day
 * @narrative: what was composed, as an outline writes it
 * @supersedes_id: the finished report whose place it takes; @reason: why
 *
 * A review that is being made, or was.
 */
#define TAMBOUR_TYPE_REPORT (tambour_report_get_type ())
TAMBOUR_DECLARE_RECORD (TambourReport, tambour_report, REPORT)

struct _TambourReport
{
  TambourRecord   parent_instance;

  char           *title;
  guint           kind;
  TambourDate     period_from;
  TambourDate     period_to;
  TambourInstant  as_of;
  char           *template_hash;
  char           *program_version;
  guint           state;
  char           *snapshot_hash;
  char           *narrative;
  TambourRef      supersedes_id;
  char           *reason;
};

/**
 * TambourSnapshot:
 * @hash: the SHA-256 of the text that @body holds
 * @body: the records that the report is counted from: JSON lines, by gzip, in base64
 *
 * The frozen records of a report.
 */
#define TAMBOUR_TYPE_SNAPSHOT (tambour_snapshot_get_type ())
TAMBOUR_DECLARE_RECORD (TambourSnapshot, tambour_snapshot, SNAPSHOT)

struct _TambourSnapshot
{
  TambourRecord  parent_instance;

  TambourRef     report_id;
  char          *hash;
  char          *body;
};

/**
 * TambourFigure:
 *
 * A figure as a report showed it.
 */
#define TAMBOUR_TYPE_FIGURE (tambour_figure_get_type ())
TAMBOUR_DECLARE_RECORD (TambourFigure, tambour_figure, FIGURE)

struct _TambourFigure
{
  TambourRecord  parent_instance;

  TambourRef     report_id;
  char          *key;
  char          *params;
  double         value;
  char          *unit;
  gint64         n;
  gint64         definition_version;
  GStrv          record_ids;
  GStrv          excluded_ids;
  char          *text;
};

/**
 * TambourAttachment:
 *
 * A file, stored once by its content.
 */
#define TAMBOUR_TYPE_ATTACHMENT (tambour_attachment_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAttachment, tambour_attachment, ATTACHMENT)

struct _TambourAttachment
{
  TambourRecord  parent_instance;

  char          *name;
  char          *type;
  gint64         size;
  char          *hash;
  char          *record_id;
};

/**
 * TambourConflict:
 *
 * What two people changed at once, for one of them to settle: the record keeps
 * the newer value meanwhile. Replication makes it, with an id of what clashed,
 * so that two laptops that find the same clash make the same record.
 *
 * The field is `deleted_at` where one of them removed what the other edited.
 * Values are texts as tambour_field_dup_text() writes them. Open as long as
 * settled_at is not stated.
 */
#define TAMBOUR_TYPE_CONFLICT (tambour_conflict_get_type ())
TAMBOUR_DECLARE_RECORD (TambourConflict, tambour_conflict, CONFLICT)

struct _TambourConflict
{
  TambourRecord   parent_instance;

  char           *record_id;
  char           *record_kind;
  char           *field;
  char           *base;
  char           *kept;
  char           *kept_by;
  TambourInstant  kept_at;
  char           *other;
  char           *other_by;
  TambourInstant  other_at;
  char           *chosen;
  char           *chosen_by;
  TambourInstant  settled_at;
  TambourInstant  purged_at;
};

G_END_DECLS
