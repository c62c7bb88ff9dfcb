/* tambour-clock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
  TAMBOUR_CLOCK_KIND_NEXT_RESPONSE,
  TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION,
  TAMBOUR_CLOCK_KIND_RESTORE,
  TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT,
} TambourClockKind;

#define TAMBOUR_TYPE_CLOCK_KIND (tambour_clock_kind_get_type ())
GType tambour_clock_kind_get_type (void);

typedef enum
{
  TAMBOUR_CLOCK_STATE_RUNNING,
  TAMBOUR_CLOCK_STATE_PAUSED,
  TAMBOUR_CLOCK_STATE_MET,
  TAMBOUR_CLOCK_STATE_MISSED,
  TAMBOUR_CLOCK_STATE_CANCELLED,
} TambourClockState;

#define TAMBOUR_TYPE_CLOCK_STATE (tambour_clock_state_get_type ())
GType tambour_clock_state_get_type (void);

/**
 * TambourPlanCatalogue:
 *
 * A version of the support plan as data (RESPONSE-CLOCK.md).
 */
#define TAMBOUR_TYPE_PLAN_CATALOGUE (tambour_plan_catalogue_get_type ())
TAMBOUR_DECLARE_RECORD (TambourPlanCatalogue, tambour_plan_catalogue, PLAN_CATALOGUE)

struct _TambourPlanCatalogue
{
  TambourRecord  parent_instance;

  char          *name;
  TambourDate    valid_from;
  char          *document;
  GStrv          warn_at;
};

/**
 * TambourResponseClock:
 *
 * Replayed from a case's events; can be dropped and rebuilt (RESPONSE-CLOCK.md rule 8).
 */
#define TAMBOUR_TYPE_RESPONSE_CLOCK (tambour_response_clock_get_type ())
TAMBOUR_DECLARE_RECORD (TambourResponseClock, tambour_response_clock, RESPONSE_CLOCK)

struct _TambourResponseClock
{
  TambourRecord   parent_instance;

  TambourRef      case_id;
  guint           kind;
  gint64          cycle;
  guint           priority;
  guint           channel;
  char           *catalogue;
  char           *calendar;
  TambourInstant  start;
  TambourInstant  due;
  TambourInstant  stop;
  guint           state;
  gint64          covered_seconds;
  gint64          paused_seconds;
  gint64          closed_seconds;
  char           *reason;
};

/**
 * TambourClockPause:
 *
 * A stretch in which a clock stood still.
 */
#define TAMBOUR_TYPE_CLOCK_PAUSE (tambour_clock_pause_get_type ())
TAMBOUR_DECLARE_RECORD (TambourClockPause, tambour_clock_pause, CLOCK_PAUSE)

struct _TambourClockPause
{
  TambourRecord   parent_instance;

  TambourRef      clock_id;
  TambourInstant  from;
  TambourInstant  to;
  char           *cause;
  gint64          covered_seconds;
};

G_END_DECLS
