/* tambour-clock-reason.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-run.h"
#include "tambour-coverage.h"

/* Whole sentences; a translator may put the words in braces in any order. Times
 * are wall times in the calendar's zone, with its city.
 */
typedef struct
{
  const char *met;
  const char *late;
  const char *missed;
  const char *running;
} Sentences;

static const Sentences *
get_sentences (TambourClockKind kind)
{
  static const Sentences first_response = {
    N_("Met: a person answered on {stop}, and the first response was due on {due}."),
    N_("Missed: a person answered on {stop}, {late} after the first response was due on {due}."),
    N_("Missed: nobody has answered, and the first response was due on {due}."),
    N_("Running: the first response is due on {due}."),
  };
  static const Sentences next_response = {
    N_("Met: a person answered the customer again on {stop}, and that was due on {due}."),
    N_("Missed: a person answered the customer again on {stop}, {late} after that was due on {due}."),
    N_("Missed: nobody has answered the customer again, and that was due on {due}."),
    N_("Running: the next response is due on {due}."),
  };
  static const Sentences plan_or_resolution = {
    N_("Met: a plan or a resolution stood on {stop}, and it was due on {due}."),
    N_("Missed: a plan or a resolution stood on {stop}, {late} after it was due on {due}."),
    N_("Missed: there is neither a plan nor a resolution, and one was due on {due}."),
    N_("Running: a plan or a resolution is due on {due}."),
  };
  static const Sentences restore = {
    N_("Met: the service was restored on {stop}, and that was due on {due}."),
    N_("Missed: the service was restored on {stop}, {late} after that was due on {due}."),
    N_("Missed: the service has not been restored, and that was due on {due}."),
    N_("Running: the service is due to be restored by {due}."),
  };
  static const Sentences acknowledgement = {
    N_("Met: the TAM acknowledged the case on {stop}, and that was due on {due}."),
    N_("Missed: the TAM acknowledged the case on {stop}, {late} after that was due on {due}."),
    N_("Missed: the TAM has not acknowledged the case, and that was due on {due}."),
    N_("Running: the TAM is due to acknowledge the case by {due}."),
  };

  switch (kind)
    {
    case TAMBOUR_CLOCK_KIND_FIRST_RESPONSE:
      return &first_response;
    case TAMBOUR_CLOCK_KIND_NEXT_RESPONSE:
      return &next_response;
    case TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION:
      return &plan_or_resolution;
    case TAMBOUR_CLOCK_KIND_RESTORE:
      return &restore;
    case TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT:
      return &acknowledgement;
    }

  g_return_val_if_reached (&first_response);
}

static const char *
choose_cancelled (TambourRunEnd end)
{
  switch (end)
    {
    case TAMBOUR_RUN_REPRIORITISED:
      return N_("Cancelled: the priority was changed from {old} to {new} on {ended}, after {used} of covered time.");
    case TAMBOUR_RUN_MERGED:
      return N_("Cancelled: the case went on in another from {ended}, after {used} of covered time.");
    case TAMBOUR_RUN_OPEN:
    case TAMBOUR_RUN_STOPPED:
      break;
    }

  g_return_val_if_reached ("");
}

static const char *
choose_sentence (const TambourRun           *self,
                 const TambourResponseClock *clock)
{
  const Sentences *sentences = get_sentences (clock->kind);

  switch ((TambourClockState) clock->state)
    {
    case TAMBOUR_CLOCK_STATE_MET:
      return sentences->met;
    case TAMBOUR_CLOCK_STATE_MISSED:
      return self->end == TAMBOUR_RUN_STOPPED ? sentences->late : sentences->missed;
    case TAMBOUR_CLOCK_STATE_RUNNING:
      return sentences->running;
    case TAMBOUR_CLOCK_STATE_PAUSED:
      return N_("Paused: the customer has been waited for since {paused}, after {used} of covered time.");
    case TAMBOUR_CLOCK_STATE_CANCELLED:
      return choose_cancelled (self->end);
    }

  g_return_val_if_reached ("");
}

/* `Los Angeles` of `America/Los_Angeles`. */
static char *
dup_city (const char *zone_name)
{
  const char *slash = zone_name ? strrchr (zone_name, '/') : NULL;
  char *city = g_strdup (slash ? slash + 1 : zone_name ? zone_name
                                                       : "UTC");

  return g_strdelimit (city, "_", ' ');
}

/* `2026-11-20 16:05 (Los Angeles)`, with seconds where there are any. */
static char *
dup_wall_time (TambourCalendar *calendar,
               TambourInstant   instant)
{
  GTimeZone *zone = tambour_calendar_get_zone (calendar);
  g_autofree char *city = dup_city (tambour_calendar_get_zone_name (calendar));
  TambourInstant local = instant;
  g_autofree char *text = NULL;

  if (!tambour_instant_is_stated (instant))
    return g_strdup ("");

  if (zone != NULL)
    local.seconds = tambour_zone_local_of (zone, instant);

  text = tambour_instant_dup_text (local);
  text[10] = ' ';
  text[local.seconds % 60 ? 19 : 16] = '\0';

  return g_strdup_printf ("%s (%s)", text, city);
}

/* Hours and minutes, and seconds where there are any. */
static char *
dup_duration (gint64 seconds)
{
  if (seconds % 60)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%02d", seconds / 3600,
                            (int) (seconds / 60 % 60), (int) (seconds % 60));

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 3600, (int) (seconds / 60 % 60));
}

/* The text that a word in braces stands for, %NULL if it is no such word. */
static char *
dup_word (const TambourRun           *self,
          const TambourResponseClock *clock,
          TambourInstant              paused_since,
          const char                 *word)
{
  TambourCalendar *calendar = self->target->calendar;

  if (g_str_has_prefix (word, "{stop}"))
    return dup_wall_time (calendar, clock->stop);
  if (g_str_has_prefix (word, "{due}"))
    return dup_wall_time (calendar, clock->due);
  if (g_str_has_prefix (word, "{ended}"))
    return dup_wall_time (calendar, self->ended);
  if (g_str_has_prefix (word, "{paused}"))
    return dup_wall_time (calendar, paused_since);
  if (g_str_has_prefix (word, "{late}"))
    return dup_duration (clock->stop.seconds - clock->due.seconds);
  if (g_str_has_prefix (word, "{used}"))
    return dup_duration (clock->covered_seconds);
  if (g_str_has_prefix (word, "{old}"))
    return g_strdup (tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, self->priority));
  if (g_str_has_prefix (word, "{new}"))
    return g_strdup (tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, self->new_priority));

  return NULL;
}

/**
 * tambour_run_dup_reason: (skip)
 * @self: a run that is finished
 * @clock: the clock that it has come to
 * @paused_since: since when it stands still, if it does
 *
 * Says why the clock was met, missed or cancelled, or what it waits for
 * (RESPONSE-CLOCK.md rule 8).
 *
 * Returns: (transfer full): one sentence in the language of the process
 */
char *
tambour_run_dup_reason (const TambourRun           *self,
                        const TambourResponseClock *clock,
                        TambourInstant              paused_since)
{
  const char *rest = _(choose_sentence (self, clock));
  GString *reason = g_string_new (NULL);

  while (*rest)
    {
      const char *end = *rest == '{' ? strchr (rest, '}') : NULL;
      g_autofree char *text = end ? dup_word (self, clock, paused_since, rest) : NULL;

      if (text != NULL)
        {
          g_string_append (reason, text);
          rest = end + 1;
        }
      else
        g_string_append_c (reason, *rest++);
    }

  return g_string_free_and_steal (reason);
}
