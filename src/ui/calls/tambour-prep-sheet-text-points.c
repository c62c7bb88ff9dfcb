/* tambour-prep-sheet-text-points.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit.h"
#include "tambour-choice-words.h"
#include "tambour-clock-text.h"
#include "tambour-goal.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-roadmap.h"
#include "tambour-today-text.h"
#include "tambour-when.h"

/* What the points of a prep sheet say. */

/**
 * tambour_prep_text_title:
 * @point: a point
 *
 * Returns: (transfer full): what is to be raised
 */
char *
tambour_prep_text_title (const TambourPrepPoint *point)
{
  switch (point->reason)
    {
    case TAMBOUR_PREP_PERSON:
      /* Translators: %s is a person who leaves */
      return g_strdup_printf (_("A new contact for %s"), point->title);
    case TAMBOUR_PREP_RENEWAL:
      /* Translators: %s is an agreement */
      return g_strdup_printf (_("Renewal of %s"), point->title);
    case TAMBOUR_PREP_NOTICE:
      /* Translators: %s is an agreement */
      return g_strdup_printf (_("Notice of %s"), point->title);
    case TAMBOUR_PREP_REVIEW:
      /* Translators: %s is an agreement */
      return g_strdup_printf (_("Review of %s"), point->title);
    case TAMBOUR_PREP_CLOCK:
    case TAMBOUR_PREP_HANDOVER:
    case TAMBOUR_PREP_SILENT:
    case TAMBOUR_PREP_CASE:
      return g_strdup (*point->title ? point->title : _("Untitled case"));
    case TAMBOUR_PREP_PROMISE:
    case TAMBOUR_PREP_ACTION:
    case TAMBOUR_PREP_GOAL:
    case TAMBOUR_PREP_AUDIT:
    case TAMBOUR_PREP_REQUEST:
    case TAMBOUR_PREP_ISSUE:
    case TAMBOUR_PREP_FINDING:
    case TAMBOUR_PREP_OWN:
      return g_strdup (point->title);
    }

  g_return_val_if_reached (g_strdup (""));
}

/**
 * tambour_prep_text_tag:
 * @point: a point
 *
 * Returns: (transfer full): where it comes from: "#4127", "goal"; "" if a person added it
 */
char *
tambour_prep_text_tag (const TambourPrepPoint *point)
{
  switch (point->reason)
    {
    case TAMBOUR_PREP_CLOCK:
    case TAMBOUR_PREP_HANDOVER:
    case TAMBOUR_PREP_SILENT:
    case TAMBOUR_PREP_CASE:
      return point->number && *point->number ? tambour_today_text_number (point->number) : g_strdup (C_("point", "case"));
    case TAMBOUR_PREP_PROMISE:
      return g_strdup (C_("point", "promise"));
    case TAMBOUR_PREP_ACTION:
      return g_strdup (C_("point", "action"));
    case TAMBOUR_PREP_GOAL:
      return g_strdup (C_("point", "goal"));
    case TAMBOUR_PREP_PERSON:
      return g_strdup (C_("point", "people"));
    case TAMBOUR_PREP_RENEWAL:
    case TAMBOUR_PREP_NOTICE:
    case TAMBOUR_PREP_REVIEW:
      return g_strdup (C_("point", "agreement"));
    case TAMBOUR_PREP_AUDIT:
      return g_strdup (C_("point", "audit"));
    case TAMBOUR_PREP_REQUEST:
      return g_strdup (C_("point", "request"));
    case TAMBOUR_PREP_ISSUE:
      return g_strdup (C_("point", "known issue"));
    case TAMBOUR_PREP_FINDING:
      return g_strdup (C_("point", "finding"));
    case TAMBOUR_PREP_OWN:
      return g_strdup ("");
    }

  g_return_val_if_reached (g_strdup (""));
}

/* --- clocks ---------------------------------------------------------------- */

static char *
dup_running (TambourClockKind  kind,
             const char       *left)
{
  switch (kind)
    {
    case TAMBOUR_CLOCK_KIND_FIRST_RESPONSE:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("first answer due in %s"), left);
    case TAMBOUR_CLOCK_KIND_NEXT_RESPONSE:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("next answer due in %s"), left);
    case TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("plan or solution due in %s"), left);
    case TAMBOUR_CLOCK_KIND_RESTORE:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("service to be back in %s"), left);
    case TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("to be seen by the TAM in %s"), left);
    }

  g_return_val_if_reached (g_strdup (""));
}

static char *
dup_late (TambourClockKind  kind,
          const char       *late)
{
  switch (kind)
    {
    case TAMBOUR_CLOCK_KIND_FIRST_RESPONSE:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("first answer %s late"), late);
    case TAMBOUR_CLOCK_KIND_NEXT_RESPONSE:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("next answer %s late"), late);
    case TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("plan or solution %s late"), late);
    case TAMBOUR_CLOCK_KIND_RESTORE:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("service back %s late"), late);
    case TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT:
      /* Translators: %s is a duration */
      return g_strdup_printf (_("seen by the TAM %s late"), late);
    }

  g_return_val_if_reached (g_strdup (""));
}

static char *
dup_clock (const TambourClockFacts *clock,
           TambourInstant           now)
{
  TambourClockMeasure measure;
  g_autofree char *span = NULL;

  if (clock->state == TAMBOUR_CLOCK_STATE_PAUSED)
    return tambour_today_text_join (_("waits for the customer"), clock->pause_text ? clock->pause_text : "", NULL);

  tambour_clock_facts_measure (clock, now, &measure);
  span = tambour_when_duration (measure.seconds, TAMBOUR_WHEN_FULL);

  return measure.seconds >= 0 ? dup_running (clock->kind, span) : dup_late (clock->kind, span);
}

static char *
dup_clock_line (const TambourPrepPoint *point,
                TambourInstant          now)
{
  const TambourClockFacts *clock = point->clock;
  const char *priority = tambour_clock_text_priority (point->priority);
  g_autofree char *state = dup_clock (clock, now);
  gboolean is_open = !tambour_instant_is_stated (clock->stop) && clock->state != TAMBOUR_CLOCK_STATE_PAUSED;

  if (is_open && point->priority == TAMBOUR_PRIORITY_P1 && clock->caller != NULL && *clock->caller != '\0')
    /* Translators: a priority, a state of a clock, and a person: "P1, first answer due in 9 min; phone Dana Whitlock first" */
    return g_strdup_printf (_("%1$s, %2$s; phone %3$s first"), priority, state, clock->caller);

  /* Translators: a priority, and a state of a clock: "P2, first answer 12 min late" */
  return *priority ? g_strdup_printf (_("%1$s, %2$s"), priority, state) : g_steal_pointer (&state);
}

/* --- everything else ------------------------------------------------------- */

static char *
dup_due (const TambourPrepPoint *point,
         TambourDate             today)
{
  return tambour_prep_text_due (point->on, point->is_overdue, today);
}

static char *
dup_promise_line (const TambourPrepPoint *point,
                  TambourDate             today)
{
  g_autofree char *due = dup_due (point, today);
  g_autofree char *day = tambour_when_date (point->since, today);
  g_autofree char *made = NULL;

  if (*day == '\0')
    made = g_strdup (point->is_theirs ? _("They promised it") : _("You promised it"));
  else if (point->is_theirs)
    /* Translators: %s is a date */
    made = g_strdup_printf (_("They promised it on %s"), day);
  else
    /* Translators: %s is a date */
    made = g_strdup_printf (_("You promised it on %s"), day);

  return tambour_today_text_join (made, due, NULL);
}

static char *
dup_action_line (const TambourPrepPoint *point,
                 const TambourPrepSheet *sheet)
{
  g_autofree char *due = dup_due (point, sheet->today);
  gboolean is_mine = !point->is_theirs && (point->text == NULL || g_strcmp0 (point->text, sheet->me) == 0);
  const char *owner = is_mine ? _("Yours") : point->text && *point->text ? point->text
                                                                          : _("The customer’s");

  return tambour_today_text_join (owner, due, NULL);
}

static char *
dup_silent_line (const TambourPrepPoint *point,
                 const TambourPrepSheet *sheet)
{
  g_autofree char *moment = NULL;

  if (tambour_instant_is_stated (point->at))
    {
      moment = tambour_when_moment (point->at, sheet->zone, sheet->at);

      /* Translators: %s is a time */
      return g_strdup_printf (_("An update was promised for %s"), moment);
    }

  moment = tambour_when_date (point->since, sheet->today);

  /* Translators: %s is a date */
  return g_strdup_printf (_("They have not heard from us since %s"), moment);
}

static char *
dup_case_line (const TambourPrepPoint *point,
               const TambourPrepSheet *sheet)
{
  g_autofree char *day = tambour_when_date (point->on, sheet->today);
  /* Translators: a priority and a date: "P2, open since 2 Nov" */
  g_autofree char *open = g_strdup_printf (_("%1$s, open since %2$s"), tambour_clock_text_priority (point->priority), day);

  return tambour_today_text_join (open, point->text ? point->text : "", NULL);
}

static char *
dup_handover_line (const TambourPrepPoint *point)
{
  if (point->text == NULL || *point->text == '\0')
    return g_strdup (_("Handed over to you, its note is not read yet"));

  /* Translators: %s is a person */
  return g_strdup_printf (_("Handed over by %s, the note is not read yet"), point->text);
}

static char *
dup_goal_line (const TambourPrepPoint *point,
               TambourDate             today)
{
  g_autofree char *due = dup_due (point, today);
  const char *status = point->status == TAMBOUR_GOAL_STATUS_AT_RISK ? _("At risk") : "";

  return tambour_today_text_join (status, due, point->text ? point->text : "", NULL);
}

static char *
dup_person_line (const TambourPrepPoint *point,
                 TambourDate             today)
{
  g_autofree char *day = tambour_when_date (point->on, today);

  /* Translators: %s is a date */
  return point->is_overdue ? g_strdup_printf (_("Named contact, left %s"), day)
                           : g_strdup_printf (_("Named contact, leaves %s"), day);
}

static char *
dup_renewal_line (const TambourPrepPoint *point,
                  TambourDate             today)
{
  g_autofree char *day = tambour_when_date (point->on, today);

  /* Translators: %s is a date */
  return point->renews ? g_strdup_printf (_("Renews by itself after %s"), day)
                       : g_strdup_printf (_("Ends %s, nothing is agreed for after it"), day);
}

static char *
dup_request_line (const TambourPrepPoint *point,
                  TambourDate             today)
{
  g_autofree char *day = tambour_when_date (point->on, today);
  /* Translators: what became of a request, and a date: "Planned since 18 Nov" */
  g_autofree char *moved = g_strdup_printf (_("%1$s since %2$s"), _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_STATUS, point->status)), day);

  return tambour_today_text_join (moved, point->text ? point->text : "", NULL);
}

static char *
dup_finding_line (const TambourPrepPoint *point,
                  TambourDate             today)
{
  g_autofree char *due = dup_due (point, today);

  return tambour_today_text_join (point->status == TAMBOUR_SEVERITY_HIGH ? _("Severe") : "", due,
                                  point->text ? point->text : "", NULL);
}

static char *
dup_plain_line (const TambourPrepPoint *point,
                const TambourPrepSheet *sheet,
                TambourInstant          now)
{
  g_autofree char *day = tambour_when_date (point->on, sheet->today);

  switch (point->reason)
    {
    case TAMBOUR_PREP_CLOCK:
      return dup_clock_line (point, now);
    case TAMBOUR_PREP_HANDOVER:
      return dup_handover_line (point);
    case TAMBOUR_PREP_PROMISE:
      return dup_promise_line (point, sheet->today);
    case TAMBOUR_PREP_ACTION:
      return dup_action_line (point, sheet);
    case TAMBOUR_PREP_SILENT:
      return dup_silent_line (point, sheet);
    case TAMBOUR_PREP_CASE:
      return dup_case_line (point, sheet);
    case TAMBOUR_PREP_GOAL:
      return dup_goal_line (point, sheet->today);
    case TAMBOUR_PREP_PERSON:
      return dup_person_line (point, sheet->today);
    case TAMBOUR_PREP_RENEWAL:
      return dup_renewal_line (point, sheet->today);
    case TAMBOUR_PREP_NOTICE:
      /* Translators: %s is a date */
      return g_strdup_printf (_("Either side can give notice until %s"), day);
    case TAMBOUR_PREP_REVIEW:
    case TAMBOUR_PREP_AUDIT:
      return dup_due (point, sheet->today);
    case TAMBOUR_PREP_REQUEST:
      return dup_request_line (point, sheet->today);
    case TAMBOUR_PREP_ISSUE:
      return tambour_today_text_join (_(tambour_choice_get_words (TAMBOUR_TYPE_EXPOSURE_STATE, point->status)),
                                      point->text ? point->text : "", NULL);
    case TAMBOUR_PREP_FINDING:
      return dup_finding_line (point, sheet->today);
    case TAMBOUR_PREP_OWN:
      return g_strdup ("");
    }

  g_return_val_if_reached (g_strdup (""));
}

/**
 * tambour_prep_text_line:
 * @point: a point
 * @sheet: the prep sheet that it is on
 * @now: the time that is "now"
 *
 * Returns: (transfer full): why it is to be raised, in one line
 */
char *
tambour_prep_text_line (const TambourPrepPoint *point,
                        const TambourPrepSheet *sheet,
                        TambourInstant          now)
{
  g_autofree char *line = dup_plain_line (point, sheet, now);
  gunichar first = g_utf8_get_char (line);
  g_autofree char *capital = NULL;

  g_strdelimit (line, "\r\n", ' ');
  if (!g_unichar_islower (first))
    return g_steal_pointer (&line);

  capital = g_utf8_strup (line, g_utf8_next_char (line) - line);

  return g_strconcat (capital, g_utf8_next_char (line), NULL);
}
