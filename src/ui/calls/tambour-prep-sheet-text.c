/* tambour-prep-sheet-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-record-words.h"
#include "tambour-today-text.h"
#include "tambour-usage.h"
#include "tambour-when.h"

/* "10:00", "Tue 10:00", or "14 Dec 10:00" where a weekday says too little. */
static char *
dup_moment (TambourInstant  at,
            GTimeZone      *zone,
            TambourInstant  now)
{
  TambourDate date = tambour_zone_date_of (zone, at);
  TambourDate today = tambour_zone_date_of (zone, now);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (ABS ((gint64) date.julian - today.julian) < 7)
    return tambour_when_moment (at, zone, now);

  day = tambour_when_date (date, today);
  time = tambour_when_time (at, zone);

  /* Translators: a date and a time: "14 Dec 10:00" */
  return g_strdup_printf (C_("time", "%1$s %2$s"), day, time);
}

/**
 * tambour_prep_text_subtitle:
 * @sheet: a prep sheet
 * @now: the time that is "now"
 *
 * Returns: (transfer full): "Ellery & Marsh Bank · Weekly call, 10:00 your time, 13:00 Toronto"
 */
char *
tambour_prep_text_subtitle (const TambourPrepSheet *sheet,
                            TambourInstant          now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  const char *account = sheet->account->name ? sheet->account->name : "";
  TambourEngagement *meeting = sheet->meeting;
  const char *title;
  g_autofree char *yours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *city = tambour_when_city (sheet->account->report_tz);
  g_autofree char *call = NULL;

  if (meeting == NULL)
    return tambour_today_text_join (account, _("no call is planned"), NULL);

  title = meeting->title && *meeting->title ? meeting->title : tambour_today_text_meeting (meeting->kind);
  yours = dup_moment (meeting->planned_start, here, now);
  theirs = dup_moment (meeting->planned_start, sheet->zone, now);
  if (g_str_equal (yours, theirs) || *city == '\0')
    /* Translators: a call and its time: "Weekly call, 10:00" */
    call = g_strdup_printf (_("%1$s, %2$s"), title, yours);
  else
    /* Translators: a call, its time here, its time at the customer’s, and the customer’s city */
    call = g_strdup_printf (_("%1$s, %2$s your time, %3$s %4$s"), title, yours, theirs, city);

  return tambour_today_text_join (account, call, NULL);
}

static const char *
say_owner (const TambourTodayWork *work,
           const TambourPrepSheet *sheet,
           gboolean                is_ours)
{
  if (work->is_commitment)
    return is_ours ? _("we promised") : _("they promised");
  if (work->owner == NULL || *work->owner == '\0')
    return is_ours ? _("us") : _("the customer");

  return tambour_words_who (work->owner, is_ours ? sheet->me : NULL);
}

/**
 * tambour_prep_text_owner:
 * @work: something to do
 * @sheet: a prep sheet that lists it
 * @is_ours: whether it is ours to do
 *
 * Returns: (transfer full): "you · since 9 Nov"
 */
char *
tambour_prep_text_owner (const TambourTodayWork *work,
                         const TambourPrepSheet *sheet,
                         gboolean                is_ours)
{
  g_autofree char *day = tambour_when_date (work->since, sheet->today);
  /* Translators: %s is a date */
  g_autofree char *since = *day ? g_strdup_printf (_("since %s"), day) : g_strdup ("");

  return tambour_today_text_join (say_owner (work, sheet, is_ours), since, NULL);
}

/**
 * tambour_prep_text_due:
 * @on: a day
 * @is_overdue: whether it has passed
 * @today: the day that is today
 *
 * Returns: (transfer full): "due 25 Nov"; "" without a day
 */
char *
tambour_prep_text_due (TambourDate on,
                       gboolean    is_overdue,
                       TambourDate today)
{
  g_autofree char *day = tambour_when_date (on, today);

  if (*day == '\0')
    return g_strdup ("");
  if (is_overdue)
    /* Translators: %s is a date */
    return g_strdup_printf (_("was due %s"), day);
  if (on.julian == today.julian)
    return g_strdup (_("due today"));

  /* Translators: %s is a date */
  return g_strdup_printf (_("due %s"), day);
}

/* --- what changed ---------------------------------------------------------- */

/**
 * tambour_prep_text_since:
 * @sheet: a prep sheet
 *
 * Returns: (transfer full): "Since 16 Nov"
 */
char *
tambour_prep_text_since (const TambourPrepSheet *sheet)
{
  g_autofree char *day = tambour_when_date (tambour_zone_date_of (sheet->zone, sheet->since), sheet->today);

  /* Translators: a heading; %s is the date of the last call */
  return g_strdup_printf (_("Since %s"), day);
}

/**
 * tambour_prep_text_change:
 * @sheet: a prep sheet that has a usage metric
 *
 * Returns: (transfer full): by how much it changed: "+3 %"
 */
char *
tambour_prep_text_change (const TambourPrepSheet *sheet)
{
  g_autofree char *percent = tambour_account_text_percent (fabs (sheet->change));

  if (isnan (sheet->change) || fabs (sheet->change) < .0005)
    return g_steal_pointer (&percent);

  return g_strconcat (sheet->change > 0 ? "+" : "−", percent, NULL);
}

/**
 * tambour_prep_text_metric:
 * @metric: the name of a usage metric
 *
 * Returns: (transfer none): what it counts, below its change
 */
const char *
tambour_prep_text_metric (const char *metric)
{
  if (g_strcmp0 (metric, TAMBOUR_METRIC_REQUESTS) == 0)
    return C_("usage", "lookups");
  if (g_strcmp0 (metric, TAMBOUR_METRIC_USERS_PROTECTED) == 0)
    return C_("usage", "protected users");

  return C_("usage", "usage");
}

/* --- people, and what they may like to read -------------------------------- */

/**
 * tambour_prep_text_person:
 * @person: who joins
 * @today: the day that is today
 *
 * Returns: (transfer full): "Network operations · leaves 30 Nov"
 */
char *
tambour_prep_text_person (const TambourPrepPerson *person,
                          TambourDate              today)
{
  g_autofree char *day = tambour_when_date (person->leaves_on, today);
  /* Translators: %s is a date */
  g_autofree char *leaves = *day ? g_strdup_printf (_("leaves %s"), day) : g_strdup ("");

  return tambour_today_text_join (person->role ? person->role : "", leaves, NULL);
}

static char *
dup_share_kind (const char *kind)
{
  static const struct
  {
    const char *kept;
    const char *words;
  } kinds[] = {
    { "best_practice", N_("Guide") },
    { "white_paper", N_("White paper") },
    { "blog", N_("Article") },
    { "webinar", N_("Webinar") },
  };

  for (guint i = 0; kind && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kept, kind))
      return g_strdup (_(kinds[i].words));

  return g_strdup (kind ? kind : "");
}

/**
 * tambour_prep_text_share:
 * @share: something to read or to watch
 * @today: the day that is today
 *
 * Returns: (transfer full): "Guide · not sent to them yet"
 */
char *
tambour_prep_text_share (const TambourPrepShare *share,
                         TambourDate             today)
{
  g_autofree char *kind = dup_share_kind (share->kind);
  g_autofree char *weekday = NULL;
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;

  if (!tambour_date_is_stated (share->on))
    return tambour_today_text_join (kind, _("not sent to them yet"), NULL);

  weekday = tambour_when_weekday (share->on);
  date = tambour_when_date (share->on, today);

  /* Translators: a weekday and a date: "Wed 2 Dec" */
  day = g_strdup_printf (C_("date", "%1$s %2$s"), weekday, date);

  return tambour_today_text_join (kind, day, NULL);
}

/**
 * tambour_prep_text_minutes:
 * @sheet: a prep sheet
 *
 * Returns: (transfer full): the heading of the last minutes: "Last Minutes, 16 Nov"
 */
char *
tambour_prep_text_minutes (const TambourPrepSheet *sheet)
{
  g_autofree char *day = tambour_when_date (tambour_zone_date_of (sheet->zone, sheet->since), sheet->today);

  if (sheet->last == NULL)
    return g_strdup (_("Last Minutes"));

  /* Translators: a heading; %s is a date */
  return g_strdup_printf (_("Last Minutes, %s"), day);
}

/* --- in the minutes -------------------------------------------------------- */

/* A number sign would name a case, and a new line could begin with a mark: what
 * stands there is text, and records nothing.
 */
static void
append_plain (GString    *text,
              const char *title)
{
  for (const char *at = title; *at; at++)
    {
      if (*at == '#' || *at == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
}

/**
 * tambour_prep_text_agenda:
 * @points: (element-type TambourPrepPoint): what to raise
 *
 * Returns: (transfer full): a line of minutes for each, which records nothing by itself
 */
char *
tambour_prep_text_agenda (GPtrArray *points)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const TambourPrepPoint *point = g_ptr_array_index (points, i);
      g_autofree char *title = tambour_prep_text_title (point);

      if (*title == '\0')
        continue;

      g_string_append_printf (text, "%u. ", ++n);
      append_plain (text, title);
      if (point->number != NULL && *point->number != '\0')
        g_string_append_printf (text, " (%s)", point->number);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
