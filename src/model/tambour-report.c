/* tambour-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-report.h"

G_DEFINE_ENUM_TYPE (TambourReportKind, tambour_report_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPORT_KIND_EBR, "ebr"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPORT_KIND_QBR, "qbr"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPORT_KIND_ANNUAL, "annual"))

G_DEFINE_ENUM_TYPE (TambourReportState, tambour_report_state,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPORT_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPORT_STATE_FINAL, "final"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPORT_STATE_SUPERSEDED, "superseded"))

static const TambourField tambour_health_component_fields[] = {
  { TAMBOUR_FIELD (TambourHealthComponent, code), .label = N_("Code"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourHealthComponent, weight), .label = N_("Weight") },
  { TAMBOUR_FIELD (TambourHealthComponent, value), .label = N_("Value") },
  { TAMBOUR_FIELD (TambourHealthComponent, source), .label = N_("Source") },
  { TAMBOUR_FIELD (TambourHealthComponent, as_of), .label = N_("As of") },
};

TAMBOUR_DEFINE_RECORD (TambourHealthComponent, tambour_health_component, 53, "health_component", "health_components", N_("Health component"), 0)

static const TambourField tambour_time_entry_fields[] = {
  { TAMBOUR_FIELD (TambourTimeEntry, person_id), .label = N_("Person"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "person" },
  { TAMBOUR_FIELD (TambourTimeEntry, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourTimeEntry, minutes), .label = N_("Minutes"),
    .flags = TAMBOUR_FIELD_REQUIRED },
  { TAMBOUR_FIELD (TambourTimeEntry, activity), .label = N_("Activity"),
    .flags = TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourTimeEntry, entitlement_id), .label = N_("Booked on"),
    .target = "entitlement" },
};

TAMBOUR_DEFINE_RECORD (TambourTimeEntry, tambour_time_entry, 54, "time_entry", "time_entries", N_("Time entry"), 0)

static const TambourField tambour_report_fields[] = {
  { TAMBOUR_FIELD (TambourReport, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourReport, kind), .label = N_("Kind"),
    .choice = tambour_report_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourReport, period_from), .label = N_("Period from"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourReport, period_to), .label = N_("Period to"),
    .flags = TAMBOUR_FIELD_REQUIRED },
  { TAMBOUR_FIELD (TambourReport, as_of), .label = N_("As of") },
  { TAMBOUR_FIELD (TambourReport, template_hash), .label = N_("Template hash") },
  { TAMBOUR_FIELD (TambourReport, program_version), .label = N_("Program version") },
  { TAMBOUR_FIELD (TambourReport, state), .label = N_("State"),
    .flags = TAMBOUR_FIELD_INDEXED, .choice = tambour_report_state_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourReport, snapshot_hash), .label = N_("Snapshot hash") },
  { TAMBOUR_FIELD (TambourReport, narrative), .label = N_("Narrative"),
    .flags = TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourReport, supersedes_id), .label = N_("Takes the place of"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "report" },
  { TAMBOUR_FIELD (TambourReport, reason), .label = N_("Reason") },
};

TAMBOUR_DEFINE_RECORD (TambourReport, tambour_report, 55, "report", "reports", N_("Report"), 0)

static const TambourField tambour_snapshot_fields[] = {
  { TAMBOUR_FIELD (TambourSnapshot, report_id), .label = N_("Report"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED, .target = "report" },
  { TAMBOUR_FIELD (TambourSnapshot, hash), .label = N_("Hash"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE },
  { TAMBOUR_FIELD (TambourSnapshot, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourSnapshot, tambour_snapshot, 56, "snapshot", "snapshots", N_("Snapshot"), 0)

static const TambourField tambour_figure_fields[] = {
  { TAMBOUR_FIELD (TambourFigure, report_id), .label = N_("Report"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED, .target = "report" },
  { TAMBOUR_FIELD (TambourFigure, key), .label = N_("Key"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourFigure, params), .label = N_("Params") },
  { TAMBOUR_FIELD (TambourFigure, value), .label = N_("Value") },
  { TAMBOUR_FIELD (TambourFigure, unit), .label = N_("Unit") },
  { TAMBOUR_FIELD (TambourFigure, n), .label = N_("N") },
  { TAMBOUR_FIELD (TambourFigure, definition_version), .label = N_("Definition version") },
  { TAMBOUR_FIELD (TambourFigure, record_ids), .label = N_("Records"),
    .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourFigure, excluded_ids), .label = N_("Excludeds"),
    .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourFigure, text), .label = N_("Shown as"),
    .flags = TAMBOUR_FIELD_SEARCHED },
};

TAMBOUR_DEFINE_RECORD (TambourFigure, tambour_figure, 57, "figure", "figures", N_("Figure"), 0)

static const TambourField tambour_attachment_fields[] = {
  { TAMBOUR_FIELD (TambourAttachment, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAttachment, type), .label = N_("Type"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAttachment, size), .label = N_("Size"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAttachment, hash), .label = N_("Hash"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CONTENT },
  { TAMBOUR_FIELD (TambourAttachment, record_id), .label = N_("Record"),
    .flags = TAMBOUR_FIELD_INDEXED },
};

TAMBOUR_DEFINE_RECORD (TambourAttachment, tambour_attachment, 58, "attachment", "attachments", N_("Attachment"), 0)

static const TambourField tambour_conflict_fields[] = {
  { TAMBOUR_FIELD (TambourConflict, record_id), .label = N_("Record"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_QUOTED, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, record_kind), .label = N_("Kind of record"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, field), .label = N_("Field"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, base), .label = N_("Before"),
    .flags = TAMBOUR_FIELD_PERSONAL, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, kept), .label = N_("Kept for now"),
    .flags = TAMBOUR_FIELD_PERSONAL, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, kept_by), .label = N_("Kept by"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, kept_at), .label = N_("Kept since"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, other), .label = N_("The other value"),
    .flags = TAMBOUR_FIELD_PERSONAL, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, other_by), .label = N_("The other by"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, other_at), .label = N_("The other since"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, chosen), .label = N_("Chosen"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, chosen_by), .label = N_("Chosen by"), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, settled_at), .label = N_("Settled"),
    .flags = TAMBOUR_FIELD_INDEXED, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourConflict, purged_at),
    .flags = TAMBOUR_FIELD_PURGED, .merge = TAMBOUR_MERGE_LARGEST },
};

TAMBOUR_DEFINE_RECORD (TambourConflict, tambour_conflict, 60, "conflict", "conflicts", N_("Conflict"), 0)
