/* tambour-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock.h"

G_DEFINE_ENUM_TYPE (TambourClockKind, tambour_clock_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, "first_response"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_KIND_NEXT_RESPONSE, "next_response"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION, "plan_or_resolution"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_KIND_RESTORE, "restore"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT, "tam_acknowledgement"))

G_DEFINE_ENUM_TYPE (TambourClockState, tambour_clock_state,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_STATE_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_STATE_MET, "met"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_STATE_MISSED, "missed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CLOCK_STATE_CANCELLED, "cancelled"))

static const TambourField tambour_plan_catalogue_fields[] = {
  { TAMBOUR_FIELD (TambourPlanCatalogue, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourPlanCatalogue, valid_from), .label = N_("Valid from"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourPlanCatalogue, document), .label = N_("Document"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourPlanCatalogue, warn_at), .label = N_("Warn at"),
    .merge = TAMBOUR_MERGE_UNION },
};

TAMBOUR_DEFINE_RECORD (TambourPlanCatalogue, tambour_plan_catalogue, 20, "plan_catalogue", "plan_catalogues", N_("Plan catalogue"), 0)

static const TambourField tambour_response_clock_fields[] = {
  { TAMBOUR_FIELD (TambourResponseClock, case_id), .label = N_("Case"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED, .target = "case" },
  { TAMBOUR_FIELD (TambourResponseClock, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_REQUIRED, .choice = tambour_clock_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourResponseClock, cycle), .label = N_("Cycle") },
  { TAMBOUR_FIELD (TambourResponseClock, priority), .label = N_("Priority"),
    .choice = tambour_priority_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourResponseClock, channel), .label = N_("Channel"),
    .choice = tambour_channel_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourResponseClock, catalogue), .label = N_("Catalogue") },
  { TAMBOUR_FIELD (TambourResponseClock, calendar), .label = N_("Calendar") },
  { TAMBOUR_FIELD (TambourResponseClock, start), .label = N_("Start") },
  { TAMBOUR_FIELD (TambourResponseClock, due), .label = N_("Due"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourResponseClock, stop), .label = N_("Stop") },
  { TAMBOUR_FIELD (TambourResponseClock, state), .label = N_("State"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED, .choice = tambour_clock_state_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourResponseClock, covered_seconds), .label = N_("Covered seconds") },
  { TAMBOUR_FIELD (TambourResponseClock, paused_seconds), .label = N_("Paused seconds") },
  { TAMBOUR_FIELD (TambourResponseClock, closed_seconds), .label = N_("Closed seconds") },
  { TAMBOUR_FIELD (TambourResponseClock, reason), .label = N_("Reason") },
};

TAMBOUR_DEFINE_RECORD (TambourResponseClock, tambour_response_clock, 21, "response_clock", "response_clocks", N_("Response clock"), TAMBOUR_RECORD_DERIVED)

static const TambourField tambour_clock_pause_fields[] = {
  { TAMBOUR_FIELD (TambourClockPause, clock_id), .label = N_("Clock"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED, .target = "response_clock" },
  { TAMBOUR_FIELD (TambourClockPause, from), .label = N_("From"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE },
  { TAMBOUR_FIELD (TambourClockPause, to), .label = N_("To") },
  { TAMBOUR_FIELD (TambourClockPause, cause), .label = N_("Cause") },
  { TAMBOUR_FIELD (TambourClockPause, covered_seconds), .label = N_("Covered seconds") },
};

TAMBOUR_DEFINE_RECORD (TambourClockPause, tambour_clock_pause, 22, "clock_pause", "clock_pauses", N_("Clock pause"), TAMBOUR_RECORD_DERIVED)
