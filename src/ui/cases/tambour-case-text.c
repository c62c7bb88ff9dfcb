/* tambour-case-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-text.h"
#include "tambour-clock-text.h"
#include "tambour-when.h"

/**
 * tambour_case_fact_clear:
 * @self: a fact
 */
void
tambour_case_fact_clear (TambourCaseFact *self)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->line, g_free);
}

/**
 * tambour_case_text_clock_kind:
 * @kind: what was promised
 *
 * Returns: (transfer none): it in words: "First answer"
 */
const char *
tambour_case_text_clock_kind (TambourClockKind kind)
{
  switch (kind)
    {
    case TAMBOUR_CLOCK_KIND_FIRST_RESPONSE:
      return _("First answer");
    case TAMBOUR_CLOCK_KIND_NEXT_RESPONSE:
      return _("Next answer");
    case TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION:
      return _("Plan or solution");
    case TAMBOUR_CLOCK_KIND_RESTORE:
      return _("Service back");
    case TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT:
      return _("Seen by the TAM");
    }

  g_return_val_if_reached ("");
}

/* The last one that counts: those that were cancelled do not. */
static const TambourClockFacts *
find_first_answer (const TambourCaseFile *file)
{
  for (guint i = 0; i < file->clocks->len; i++)
    {
      const TambourCaseClock *clock = g_ptr_array_index (file->clocks, i);

      if (clock->facts->kind == TAMBOUR_CLOCK_KIND_FIRST_RESPONSE && clock->facts->state != TAMBOUR_CLOCK_STATE_CANCELLED)
        return clock->facts;
    }

  return NULL;
}

static char *
say_target (const TambourClockFacts *clock)
{
  g_autofree char *promise = tambour_clock_text_promise (clock, TAMBOUR_WHEN_FULL);

  /* Translators: %s is how much time was promised: "1 business day" */
  return *promise ? g_strdup_printf (_("target %s"), promise) : g_strdup ("");
}

static void
say_answered (TambourCaseFact         *fact,
              const TambourCaseFile   *file,
              const TambourClockFacts *clock)
{
  gboolean is_late = clock->state == TAMBOUR_CLOCK_STATE_MISSED;
  gint64 taken = clock->stop.seconds - file->record->opened_at.seconds;

  fact->value = tambour_when_duration (MAX (0, taken), TAMBOUR_WHEN_FULL);
  fact->style = is_late ? "error" : "success";
  fact->line = say_target (clock);
  if (is_late)
    {
      g_autofree char *target = g_steal_pointer (&fact->line);
      g_autofree char *late = tambour_when_duration (clock->stop.seconds - clock->due.seconds, TAMBOUR_WHEN_FULL);

      /* Translators: how late an answer was, and how much time was promised: "12 min late, target 30 min" */
      fact->line = *target ? g_strdup_printf (_("%1$s late, %2$s"), late, target) : g_strdup_printf (_("%s late"), late);
    }
}

/**
 * tambour_case_text_first_answer:
 * @fact: (out caller-allocates): how long the first answer took, or may take
 * @file: a case
 * @now: the time that is "now"
 */
void
tambour_case_text_first_answer (TambourCaseFact       *fact,
                                const TambourCaseFile *file,
                                TambourInstant         now)
{
  const TambourClockFacts *clock = find_first_answer (file);
  g_auto(TambourClockText) text = { 0 };

  *fact = (TambourCaseFact) { 0 };
  if (clock == NULL && tambour_instant_is_stated (file->record->first_response_at))
    {
      fact->value = tambour_when_duration (MAX (0, file->record->first_response_at.seconds - file->record->opened_at.seconds), TAMBOUR_WHEN_FULL);
      fact->line = g_strdup (_("nothing was promised"));
    }
  else if (clock == NULL)
    {
      fact->value = g_strdup (_("Not yet"));
      fact->line = g_strdup (_("nothing was promised"));
    }
  else if (tambour_instant_is_stated (clock->stop))
    say_answered (fact, file, clock);
  else
    {
      g_autofree char *city = clock->zone ? tambour_when_city (clock->zone) : NULL;

      tambour_clock_text_fill (&text, clock, now, city, TAMBOUR_WHEN_FULL);
      fact->value = g_strdup (text.left);
      fact->style = g_strcmp0 (text.style, "err") == 0 ? "error" : g_strcmp0 (text.style, "warn") == 0 ? "warning"
                                                                                                       : NULL;
      fact->line = *text.yours != '\0' ? g_strdup_printf (_("%1$s, %2$s"), text.due, text.yours) : g_strdup (text.due);
    }
}

/* "16:00 Chicago, 14:00 your time" */
static char *
say_moment (const TambourCaseFile *file,
            TambourInstant         at,
            TambourInstant         now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *theirs = tambour_when_moment (at, file->zone, now);
  g_autofree char *ours = tambour_when_moment (at, here, now);
  g_autofree char *city = file->account && file->account->report_tz ? tambour_when_city (file->account->report_tz) : NULL;

  if (city == NULL || g_str_equal (theirs, ours))
    return g_steal_pointer (&ours);

  /* Translators: a moment, its city, and the same moment in one's own time */
  return g_strdup_printf (_("%1$s %2$s, %3$s your time"), theirs, city, ours);
}

/**
 * tambour_case_text_next_update:
 * @fact: (out caller-allocates): when the customer hears from us
 * @file: a case
 * @now: the time that is "now"
 */
void
tambour_case_text_next_update (TambourCaseFact       *fact,
                               const TambourCaseFile *file,
                               TambourInstant         now)
{
  TambourInstant due = file->record->next_update_due;
  gint64 left = due.seconds - now.seconds;
  g_autofree char *length = NULL;

  *fact = (TambourCaseFact) { 0 };
  if (tambour_case_is_over (file->record))
    {
      fact->value = g_strdup (_("None"));
      fact->line = g_strdup (_("the case is solved"));
      return;
    }

  if (!tambour_instant_is_stated (due))
    {
      fact->value = g_strdup (_("Not promised"));
      fact->line = g_strdup (_("say when they hear from you"));
      return;
    }

  length = tambour_when_duration (left, TAMBOUR_WHEN_FULL);
  fact->value = left >= 0 ? g_strdup_printf (_("%s left"), length) : g_strdup_printf (_("%s late"), length);
  fact->style = left < 0 ? "error" : NULL;
  fact->line = say_moment (file, due, now);
}

/**
 * tambour_case_text_clock_ran:
 * @fact: (out caller-allocates): for how long somebody could do something
 * @stretches: (element-type TambourStretch): what the time was
 */
void
tambour_case_text_clock_ran (TambourCaseFact *fact,
                             const GArray    *stretches)
{
  gint64 paused = tambour_stretches_time (stretches, TAMBOUR_STRETCH_PAUSED);
  gint64 closed = tambour_stretches_time (stretches, TAMBOUR_STRETCH_CLOSED) + tambour_stretches_time (stretches, TAMBOUR_STRETCH_HOLIDAY);
  g_autofree char *pause = tambour_when_duration (paused, TAMBOUR_WHEN_FULL);
  g_autofree char *rest = tambour_when_duration (closed, TAMBOUR_WHEN_FULL);

  *fact = (TambourCaseFact) { 0 };
  fact->value = tambour_when_duration (tambour_stretches_time (stretches, TAMBOUR_STRETCH_OPEN), TAMBOUR_WHEN_FULL);
  if (paused > 0 && closed > 0)
    /* Translators: two lengths of time: "paused 3 d 5 h, closed 4 d" */
    fact->line = g_strdup_printf (_("paused %1$s, closed %2$s"), pause, rest);
  else if (paused > 0)
    fact->line = g_strdup_printf (_("paused %s"), pause);
  else if (closed > 0)
    fact->line = g_strdup_printf (_("closed %s"), rest);
  else
    fact->line = g_strdup (_("without a break"));
}

/**
 * tambour_case_text_opened:
 * @file: a case
 *
 * Returns: (transfer full): when and by whom it was opened, where the customer is
 */
char *
tambour_case_text_opened (const TambourCaseFile *file)
{
  g_autofree char *day = tambour_case_text_day (file->record->opened_at, file->at);
  g_autofree char *time = tambour_when_time (file->record->opened_at, file->zone);
  g_autofree char *city = file->account && file->account->report_tz ? tambour_when_city (file->account->report_tz) : g_strdup ("");
  g_autofree char *when = NULL;

  /* Translators: a day, a time and a city: "Tue 10 Nov 08:05 Chicago" */
  when = g_strdup_printf (_("%1$s %2$s %3$s"), day, time, city);
  g_strchomp (when);
  if (file->reporter == NULL)
    return g_strdup_printf (_("Opened %s"), when);

  /* Translators: when a case was opened, and by whom */
  return g_strdup_printf (_("Opened %1$s by %2$s"), when, file->reporter);
}
