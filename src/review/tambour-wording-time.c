/* tambour-wording-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-wording-private.h"

#include "tambour-wording.h"

/* Durations and dates in the language of the review (REPORT-DESIGN section 7). */

/**
 * tambour_wording_duration:
 * @seconds: an elapsed time
 *
 * Returns: (transfer full): such as “9 min”, “2 h 25 min” (below 10 h), “30 h” (below 36 h), “6.5 d”
 */
char *
tambour_wording_duration (gint64 seconds)
{
  gint64 minutes = (seconds + 30) / 60;
  g_autofree char *number = NULL;
  g_autofree char *rest = tambour_wording_number (minutes % 60);

  if (seconds >= 36 * TAMBOUR_HOUR)
    {
      number = tambour_wording_decimal ((double) seconds / TAMBOUR_DAY, 1);
      /* Translators: short for days, as in 6.5 d. */
      return tambour_wording_fill_bound (_("{0} d"), number, NULL);
    }
  if (minutes < 60)
    {
      /* Translators: short for minutes. */
      return tambour_wording_fill_bound (_("{0} min"), rest, NULL);
    }

  number = tambour_wording_number (minutes < 600 ? minutes / 60 : (seconds + 1800) / 3600);
  if (minutes >= 600 || minutes % 60 == 0)
    {
      /* Translators: short for hours. */
      return tambour_wording_fill_bound (_("{0} h"), number, NULL);
    }

  return tambour_wording_fill_bound (_("{0} h {1} min"), number, rest);
}

/**
 * tambour_wording_duration_long:
 * @seconds: an elapsed time
 *
 * Returns: (transfer full): the same for a sentence: “9 minutes”, “30 hours”, “6.5 days”
 */
char *
tambour_wording_duration_long (gint64 seconds)
{
  gint64 minutes = (seconds + 30) / 60;
  gint64 hours = (seconds + 1800) / 3600;
  g_autofree char *number = NULL;

  if (seconds >= 36 * TAMBOUR_HOUR)
    {
      number = tambour_wording_decimal ((double) seconds / TAMBOUR_DAY, 1);
      return tambour_wording_fill_bound (_("{0} days"), number, NULL);
    }
  if (minutes < 60)
    {
      number = tambour_wording_number (minutes);
      return tambour_wording_fill_bound (ngettext ("{0} minute", "{0} minutes", minutes), number, NULL);
    }
  if (minutes < 600 && minutes % 60 != 0)
    return tambour_wording_duration (seconds);

  number = tambour_wording_number (hours);

  return tambour_wording_fill_bound (ngettext ("{0} hour", "{0} hours", hours), number, NULL);
}

/**
 * tambour_wording_days:
 * @n: whole days
 *
 * Returns: (transfer full): such as “3 d”, for an axis
 */
char *
tambour_wording_days (gint64 n)
{
  g_autofree char *number = tambour_wording_number (n);

  return tambour_wording_fill_bound (_("{0} d"), number, NULL);
}

/**
 * tambour_wording_hours:
 * @seconds: an elapsed time
 *
 * Returns: (transfer full): hours with one decimal, for sums: “11.0 h”
 */
char *
tambour_wording_hours (gint64 seconds)
{
  g_autofree char *number = tambour_wording_decimal ((double) seconds / TAMBOUR_HOUR, 1);

  return tambour_wording_fill_bound (_("{0} h"), number, NULL);
}

/**
 * tambour_wording_month:
 * @month: 1 to 12
 *
 * Returns: its short name
 */
const char *
tambour_wording_month (int month)
{
  return tambour_wording_current ()->months[month - 1];
}

/**
 * tambour_wording_month_long:
 * @month: 1 to 12
 *
 * Returns: its name
 */
const char *
tambour_wording_month_long (int month)
{
  return tambour_wording_current ()->long_months[month - 1];
}

/**
 * tambour_wording_date:
 * @date: a day
 * @form: how it is written
 *
 * Returns: (transfer full): such as “30 Oct”; “–” if it is not stated
 */
char *
tambour_wording_date (TambourDate     date,
                      TambourDateForm form)
{
  const TambourWordingLanguage *language = tambour_wording_current ();
  int year, month, day;
  g_autofree char *of_year = NULL;
  g_autofree char *of_day = NULL;

  if (!tambour_date_is_stated (date))
    return g_strdup ("–");

  tambour_date_split (date, &year, &month, &day);
  of_year = g_strdup_printf ("%d", year);
  of_day = g_strdup_printf ("%d", day);

  switch (form)
    {
    case TAMBOUR_DATE_FORM_DAY:
      return tambour_wording_fill (language->day, of_day, language->months[month - 1], NULL);
    case TAMBOUR_DATE_FORM_SHORT:
      return tambour_wording_fill (language->date, of_day, language->months[month - 1], of_year, NULL);
    case TAMBOUR_DATE_FORM_LONG:
      return tambour_wording_fill (language->long_date, of_day, language->long_months[month - 1], of_year, NULL);
    case TAMBOUR_DATE_FORM_MONTH:
      return tambour_wording_fill (language->month_year, language->long_months[month - 1], of_year, NULL);
    case TAMBOUR_DATE_FORM_DAY_LONG:
      return tambour_wording_fill (language->day, of_day, language->long_months[month - 1], NULL);
    }

  g_assert_not_reached ();
}

/**
 * tambour_wording_dates:
 * @first: the first day
 * @last: the last day
 *
 * Returns: (transfer full): such as “1 Oct 2025 – 30 Sep 2026”
 */
char *
tambour_wording_dates (TambourDate first,
                       TambourDate last)
{
  g_autofree char *from = tambour_wording_date (first, TAMBOUR_DATE_FORM_SHORT);
  g_autofree char *to = tambour_wording_date (last, TAMBOUR_DATE_FORM_SHORT);

  return g_strconcat (from, " – ", to, NULL);
}
