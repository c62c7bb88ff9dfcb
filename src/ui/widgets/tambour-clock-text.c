/* tambour-clock-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-text.h"

/* From here on seconds are shown, and told (DESIGN.md section 5). */
#define SECONDS_SHORT (10 * TAMBOUR_MINUTE)

/* How much is left when a clock turns yellow, and red. */
#define SHARE_WARN .25
#define SHARE_ERR  .10

/**
 * tambour_clock_text_clear:
 * @self: what a clock says
 */
void
tambour_clock_text_clear (TambourClockText *self)
{
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->due, g_free);
  g_clear_pointer (&self->yours, g_free);
}

/* "8 min 42 s": two units, as longer ones have. */
static char *
dup_short (gint64 seconds)
{
  int minutes = seconds / TAMBOUR_MINUTE;
  int rest = seconds % TAMBOUR_MINUTE;

  if (minutes > 0 && rest > 0)
    /* Translators: minutes and seconds, shortened */
    return g_strdup_printf (_("%d min %d s"), minutes, rest);

  return tambour_when_duration (seconds, TAMBOUR_WHEN_FULL);
}

static char *
dup_left (const TambourClockMeasure *measure,
          TambourWhenLength          length)
{
  g_autofree char *duration = NULL;

  if (measure->state == TAMBOUR_CLOCK_STATE_MISSED)
    {
      duration = tambour_when_duration (measure->seconds, length);

      /* Translators: %s is a duration: "12 min late" */
      return g_strdup_printf (_("%s late"), duration);
    }

  if (length == TAMBOUR_WHEN_SHORT || measure->seconds >= TAMBOUR_HOUR)
    return tambour_when_duration (measure->seconds, length);

  if (measure->seconds < SECONDS_SHORT && measure->seconds % TAMBOUR_MINUTE > 0)
    return dup_short (measure->seconds);

  duration = tambour_when_duration (measure->seconds, length);

  /* Translators: %s is a duration: "9 min left" */
  return g_strdup_printf (_("%s left"), duration);
}

static char *
dup_due (const TambourClockFacts *facts,
         TambourInstant           now,
         const char              *city)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (facts->zone);
  g_autofree char *moment = tambour_when_moment (facts->due, zone, now);

  if (facts->zone == NULL || city == NULL || *city == '\0')
    /* Translators: %s is a time: "14:40 your time" */
    return g_strdup_printf (_("%s your time"), moment);

  /* Translators: a time and the city where it is that time: "08:40 Chicago" */
  return g_strdup_printf (C_("time", "%1$s %2$s"), moment, city);
}

/* Of a customer without a zone there is only one's own time, which stands first. */
static char *
dup_yours (const TambourClockFacts *facts,
           TambourInstant           now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *moment = NULL;

  if (facts->zone == NULL && !tambour_instant_is_stated (facts->stop))
    return g_strdup ("");

  if (tambour_instant_is_stated (facts->stop))
    {
      moment = tambour_when_moment (facts->stop, here, now);

      /* Translators: %s is a time: "answered 14:52" */
      return g_strdup_printf (_("answered %s"), moment);
    }

  moment = tambour_when_moment (facts->due, here, now);

  /* Translators: %s is a time: "14:40 your time" */
  return g_strdup_printf (_("%s your time"), moment);
}

static const char *
find_style (const TambourClockFacts   *facts,
            const TambourClockMeasure *measure)
{
  if (measure->state == TAMBOUR_CLOCK_STATE_PAUSED)
    return "idle";

  if (facts->priority == TAMBOUR_PRIORITY_P1 || measure->state == TAMBOUR_CLOCK_STATE_MISSED || measure->left <= SHARE_ERR)
    return "err";

  return measure->left <= SHARE_WARN ? "warn" : NULL;
}

/**
 * tambour_clock_text_fill:
 * @self: (out caller-allocates): what the clock says
 * @facts: a clock
 * @now: the time that is "now"
 * @city: (nullable): the customer's city
 * @length: how many units
 *
 * Reads nothing: it can be asked once a second.
 */
void
tambour_clock_text_fill (TambourClockText        *self,
                         const TambourClockFacts *facts,
                         TambourInstant           now,
                         const char              *city,
                         TambourWhenLength        length)
{
  TambourClockMeasure measure;

  tambour_clock_facts_measure (facts, now, &measure);
  self->style = find_style (facts, &measure);
  self->passed = 1 - measure.left;
  self->left = dup_left (&measure, length);

  if (measure.state == TAMBOUR_CLOCK_STATE_PAUSED)
    {
      self->due = g_strdup (_("Paused"));
      self->yours = g_strdup (_("waiting for customer"));
    }
  else
    {
      self->due = dup_due (facts, now, city);
      self->yours = dup_yours (facts, now);
    }
}

/**
 * tambour_clock_text_is_short:
 * @facts: a clock
 * @now: the time that is "now"
 *
 * Returns: whether so little is left that it is shown every second
 */
gboolean
tambour_clock_text_is_short (const TambourClockFacts *facts,
                             TambourInstant           now)
{
  TambourClockMeasure measure;

  tambour_clock_facts_measure (facts, now, &measure);

  return measure.state == TAMBOUR_CLOCK_STATE_RUNNING && measure.seconds <= SECONDS_SHORT;
}

/**
 * tambour_clock_text_channel:
 * @channel: how a case came in
 *
 * Returns: (transfer none) (nullable): it in words: "reported by email"; %NULL if
 *   nobody knows
 */
const char *
tambour_clock_text_channel (TambourChannel channel)
{
  switch (channel)
    {
    case TAMBOUR_CHANNEL_PHONE:
      return _("reported by phone");
    case TAMBOUR_CHANNEL_EMAIL:
      return _("reported by email");
    case TAMBOUR_CHANNEL_PORTAL:
      return _("reported in the portal");
    case TAMBOUR_CHANNEL_CHAT:
      return _("reported in chat");
    case TAMBOUR_CHANNEL_TAM:
      return _("reported to the TAM");
    case TAMBOUR_CHANNEL_UNKNOWN:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

/* What it waits for, where that is not the first answer. */
static const char *
describe_kind (TambourClockKind kind)
{
  switch (kind)
    {
    case TAMBOUR_CLOCK_KIND_FIRST_RESPONSE:
      return NULL;
    case TAMBOUR_CLOCK_KIND_NEXT_RESPONSE:
      return _("next answer");
    case TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION:
      return _("plan or solution");
    case TAMBOUR_CLOCK_KIND_RESTORE:
      return _("service restored");
    case TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT:
      return _("seen by the TAM");
    }

  g_return_val_if_reached (NULL);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Where the account is known there is room for what the case waits for. */
static const char *
describe_wait (const TambourClockFacts *facts)
{
  if (facts->next_step != NULL && *facts->next_step != '\0')
    return facts->next_step;

  return facts->kind == TAMBOUR_CLOCK_KIND_FIRST_RESPONSE && !tambour_instant_is_stated (facts->stop) ? _("nobody has answered yet") : NULL;
}

/**
 * tambour_clock_text_source:
 * @facts: a clock
 * @with_account: whether to say whose case it is
 *
 * Returns: (transfer full): "#4127 · Ellery & Marsh Bank · reported by phone"
 */
char *
tambour_clock_text_source (const TambourClockFacts *facts,
                           gboolean                 with_account)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (facts->number != NULL && *facts->number != '\0')
    g_string_append_printf (text, "#%s", facts->number);
  if (with_account)
    append_part (text, facts->account_name);
  append_part (text, describe_kind (facts->kind));
  if (facts->priority == TAMBOUR_PRIORITY_P1)
    append_part (text, tambour_clock_text_channel (facts->channel));
  if (!with_account)
    append_part (text, describe_wait (facts));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tambour_clock_text_promise:
 * @facts: a clock
 * @length: whether days are called business days
 *
 * Returns: (transfer full): how much time was promised: "30 min", "1 business
 *   day"; empty if the plan no longer says
 */
char *
tambour_clock_text_promise (const TambourClockFacts *facts,
                            TambourWhenLength        length)
{
  int n = (int) facts->amount;

  if (n <= 0)
    return g_strdup ("");

  if (facts->rule == TAMBOUR_RULE_MINUTES)
    return tambour_when_duration (facts->amount * TAMBOUR_MINUTE, n % 60 ? TAMBOUR_WHEN_FULL : TAMBOUR_WHEN_SHORT);

  if (length == TAMBOUR_WHEN_SHORT)
    return g_strdup_printf (ngettext ("%d day", "%d days", n), n);

  return g_strdup_printf (ngettext ("%d business day", "%d business days", n), n);
}

/**
 * tambour_clock_text_caller:
 * @facts: a clock
 *
 * Returns: (transfer full) (nullable): "Call back Dana Whitlock, 555 0142"; %NULL
 *   if nobody says who reported the case
 */
char *
tambour_clock_text_caller (const TambourClockFacts *facts)
{
  if (facts->caller == NULL || *facts->caller == '\0')
    return NULL;

  if (facts->phone == NULL || *facts->phone == '\0')
    /* Translators: %s is a person */
    return g_strdup_printf (_("Call back %s"), facts->caller);

  /* Translators: a person and a telephone number */
  return g_strdup_printf (_("Call back %1$s, %2$s"), facts->caller, facts->phone);
}

/**
 * tambour_clock_text_priority:
 * @priority: a priority
 *
 * Returns: it as it is written in a tag: "P1", "" if there is none
 */
const char *
tambour_clock_text_priority (TambourPriority priority)
{
  switch (priority)
    {
    case TAMBOUR_PRIORITY_P1:
      return "P1";
    case TAMBOUR_PRIORITY_P2:
      return "P2";
    case TAMBOUR_PRIORITY_P3:
      return "P3";
    case TAMBOUR_PRIORITY_NONE:
      return "";
    }

  g_return_val_if_reached ("");
}
