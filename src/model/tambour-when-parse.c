/* tambour-when-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "tambour-when-parse.h"

/* Dates as people type them: "today", "fri", "+3d", "4 Dec", "2026-12-04", "4/12",
 * in English and in the person's language.
 */

#define MAX_NUMBERS 3

/* 29 February 1896 was followed by that of 1904. */
#define MAX_YEARS_TO_LEAP_DAY 8

/* From this many letters on, a part of a name stands for it. */
#define MIN_WEEKDAY 2
#define MIN_MONTH   3

static char *
format_date (TambourDate  date,
             const char  *pattern)
{
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day;

  tambour_date_split (date, &year, &month, &day);
  moment = g_date_time_new_utc (year, month, day, 12, 0, 0);

  return g_date_time_format (moment, pattern);
}

/**
 * tambour_when_edit_date:
 * @date: a date
 *
 * Returns: (transfer full): it as it is edited: with its year, whenever it is
 */
char *
tambour_when_edit_date (TambourDate date)
{
  if (!tambour_date_is_stated (date))
    return g_strdup ("");

  /* Translators: day, short month and year; see strftime(3) */
  return format_date (date, C_("date", "%-d %b %Y"));
}

/* What a text is made of: numbers and words, whatever stands between them. */
typedef struct
{
  int        numbers[MAX_NUMBERS];
  guint      n_digits[MAX_NUMBERS];
  guint      n_numbers;
  GPtrArray *words;
  gboolean   is_too_long;
  gboolean   is_due;     /* what is due is not over */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_clear_pointer (&parts->words, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static const char *
take_number (Parts      *parts,
             const char *at)
{
  guint n_digits = 0;
  int number = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (at)); at = g_utf8_next_char (at), n_digits++)
    if (number < 100000)
      number = number * 10 + g_unichar_digit_value (g_utf8_get_char (at));

  if (parts->n_numbers == MAX_NUMBERS)
    {
      parts->is_too_long = TRUE;
      return at;
    }

  parts->numbers[parts->n_numbers] = number;
  parts->n_digits[parts->n_numbers++] = n_digits;

  return at;
}

static const char *
take_word (Parts      *parts,
           const char *at)
{
  const char *start = at;
  g_autofree char *word = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  word = g_strndup (start, at - start);
  g_ptr_array_add (parts->words, g_utf8_casefold (word, -1));

  return at;
}

static void
split (Parts      *parts,
       const char *text)
{
  *parts = (Parts) { .words = g_ptr_array_new_with_free_func (g_free) };

  for (const char *at = text; *at;)
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      at = take_number (parts, at);
    else if (g_unichar_isalpha (g_utf8_get_char (at)))
      at = take_word (parts, at);
    else
      at = g_utf8_next_char (at);
}

static gboolean
is_word (const char *word,
         const char *english,
         const char *translated)
{
  g_autofree char *folded = g_utf8_casefold (translated, -1);

  return g_str_equal (word, english) || g_str_equal (word, folded);
}

/* @word is the name or enough of its beginning. */
static gboolean
begins (const char *name,
        const char *word,
        glong       minimum)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_equal (folded, word) || (g_utf8_strlen (word, -1) >= minimum && g_str_has_prefix (folded, word));
}

static int
find_name (const char         *word,
           const nl_item      *full,
           const nl_item      *brief,
           const char * const *english,
           guint               n,
           glong               minimum)
{
  for (guint i = 0; i < n; i++)
    if (begins (nl_langinfo (full[i]), word, minimum) ||
        begins (nl_langinfo (brief[i]), word, minimum) ||
        begins (english[i], word, minimum))
      return i;

  return -1;
}

/* Returns: 0 for Monday to 6 for Sunday, or -1 */
static int
find_weekday (const char *word)
{
  static const nl_item full[] = { DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7, DAY_1 };
  static const nl_item brief[] = { ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7, ABDAY_1 };
  static const char * const english[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  return find_name (word, full, brief, english, G_N_ELEMENTS (full), MIN_WEEKDAY);
}

/* Returns: 1 to 12, or 0 */
static int
find_month (const char *word)
{
  static const nl_item full[] = { MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 };
  static const nl_item brief[] = { ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
                                   ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 };
  static const char * const english[] = { "january", "february", "march", "april", "may", "june", "july", "august",
                                          "september", "october", "november", "december" };

  return find_name (word, full, brief, english, G_N_ELEMENTS (full), MIN_MONTH) + 1;
}

/* The order in which the locale writes a date, such as "dmy". */
static const char *
find_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strchr (format, 'm');
  const char *year = strpbrk (format, "yY");

  if (strstr (format, "%D") != NULL || day == NULL || month == NULL || year == NULL)
    return "mdy";
  if (year < month)
    return "ymd";

  return month < day ? "mdy" : "dmy";
}

static int
complete_year (int   year,
               guint n_digits)
{
  return n_digits <= 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

/* A day of which the year is not said is the nearest one. */
static TambourDate
find_nearest (int         month,
              int         day,
              TambourDate today)
{
  TambourDate best = { 0 };
  int year, unused;

  tambour_date_split (today, &year, &unused, &unused);
  for (int i = year - 1; i <= year + 1; i++)
    {
      TambourDate date = tambour_date_new (i, month, day);

      if (tambour_date_is_stated (date) &&
          (!tambour_date_is_stated (best) ||
           ABS ((gint64) date.julian - today.julian) < ABS ((gint64) best.julian - today.julian)))
        best = date;
    }

  return best;
}

static TambourDate
find_next (int         month,
           int         day,
           TambourDate today)
{
  int year, unused;

  tambour_date_split (today, &year, &unused, &unused);
  for (int i = 0; i <= MAX_YEARS_TO_LEAP_DAY; i++)
    {
      TambourDate date = tambour_date_new (year + i, month, day);

      if (tambour_date_is_stated (date) && date.julian >= today.julian)
        return date;
    }

  return (TambourDate) { 0 };
}

static TambourDate
place (const Parts *parts,
       int          month,
       int          day,
       TambourDate  today)
{
  return parts->is_due ? find_next (month, day, today) : find_nearest (month, day, today);
}

static TambourDate
from_month_name (const Parts *parts,
                 int          month,
                 TambourDate  today)
{
  guint year = parts->n_digits[0] == 4 ? 0 : 1;

  if (parts->n_numbers == 1)
    return place (parts, month, parts->numbers[0], today);
  if (parts->n_numbers != 2)
    return (TambourDate) { 0 };

  return tambour_date_new (complete_year (parts->numbers[year], parts->n_digits[year]), month, parts->numbers[1 - year]);
}

static TambourDate
from_two (const Parts *parts,
          const char  *order,
          TambourDate  today)
{
  int first = parts->numbers[0], second = parts->numbers[1];
  gboolean is_month_first = strchr (order, 'm') < strchr (order, 'd');

  if (first > 12 || (!is_month_first && second <= 12))
    return place (parts, second, first, today);

  return place (parts, first, second, today);
}

static TambourDate
from_three (const Parts *parts,
            const char  *order)
{
  int year = 0, month = 0, day = 0;

  if (parts->n_digits[0] == 4)
    order = "ymd";
  else if (parts->n_digits[2] == 4 && *order == 'y')
    order = "dmy";

  for (guint i = 0; i < 3; i++)
    if (order[i] == 'y')
      year = complete_year (parts->numbers[i], parts->n_digits[i]);
    else if (order[i] == 'm')
      month = parts->numbers[i];
    else
      day = parts->numbers[i];

  /* Nobody means the thirteenth month. */
  if (month > 12 && day <= 12)
    return tambour_date_new (year, day, month);

  return tambour_date_new (year, month, day);
}

static TambourDate
from_words (const Parts *parts,
            TambourDate  today)
{
  const char *word = g_ptr_array_index (parts->words, 0);
  int weekday;

  if (parts->n_numbers > 0 || parts->words->len > 1)
    return (TambourDate) { 0 };

  /* Translators: what people type for the day that is today; small letters */
  if (is_word (word, "today", C_("typed", "today")))
    return today;
  /* Translators: what people type for the day after today; small letters */
  if (is_word (word, "tomorrow", C_("typed", "tomorrow")))
    return (TambourDate) { today.julian + 1 };
  /* Translators: what people type for the day before today; small letters */
  if (is_word (word, "yesterday", C_("typed", "yesterday")))
    return (TambourDate) { today.julian - 1 };

  weekday = find_weekday (word);
  if (weekday < 0)
    return (TambourDate) { 0 };

  return (TambourDate) { today.julian + (weekday - tambour_date_weekday (today) + 6) % 7 + 1 };
}

static TambourDate
add_months (TambourDate date,
            int         months)
{
  GDate moved;

  g_date_clear (&moved, 1);
  g_date_set_julian (&moved, date.julian);
  if (months >= 0)
    g_date_add_months (&moved, months);
  else
    g_date_subtract_months (&moved, -months);

  return (TambourDate) { g_date_get_julian (&moved) };
}

/* "+3d", "-2w", "+1m", "+1y" */
static TambourDate
from_distance (const Parts *parts,
               gboolean     is_back,
               TambourDate  today)
{
  const char *unit = parts->words->len == 1 ? g_ptr_array_index (parts->words, 0) : parts->words->len == 0 ? "d"
                                                                                                           : "";
  int n = is_back ? -parts->numbers[0] : parts->numbers[0];

  if (parts->n_numbers != 1 || ABS (n) > 10000)
    return (TambourDate) { 0 };

  switch (*unit)
    {
    case 'd':
    case 't': /* German days */
      return (TambourDate) { today.julian + n };
    case 'w':
      return (TambourDate) { today.julian + 7 * n };
    case 'm':
      return ABS (n) <= 1200 ? add_months (today, n) : (TambourDate) { 0 };
    case 'y':
    case 'j': /* German years */
      return ABS (n) <= 100 ? add_months (today, 12 * n) : (TambourDate) { 0 };
    default:
      return (TambourDate) { 0 };
    }
}

/* Words around a date that say nothing more about it: "Fri, 4 Dec". */
static int
find_month_among (const Parts *parts,
                  gboolean    *is_clear)
{
  static const char * const fillers[] = { "年", "月", "日", "년", "월", "일", "de", "of", "the", "th", "st", "nd", "rd", NULL };
  int month = 0;

  *is_clear = TRUE;
  for (guint i = 0; i < parts->words->len; i++)
    {
      const char *word = g_ptr_array_index (parts->words, i);
      int found = find_month (word);

      if (found > 0 && month == 0)
        month = found;
      else if (found == 0 && find_weekday (word) < 0 && !g_strv_contains (fillers, word))
        *is_clear = FALSE;
    }

  return month;
}

static TambourDate
parse_date (const char  *text,
            TambourDate  today,
            gboolean     is_due)
{
  g_auto(Parts) parts = { 0 };
  gboolean is_clear;
  int month;

  split (&parts, text);
  parts.is_due = is_due;
  if (parts.is_too_long || (parts.n_numbers == 0 && parts.words->len == 0))
    return (TambourDate) { 0 };

  if (*text == '+' || *text == '-')
    return from_distance (&parts, *text == '-', today);

  if (parts.n_numbers == 0)
    return from_words (&parts, today);

  month = find_month_among (&parts, &is_clear);
  if (!is_clear)
    return (TambourDate) { 0 };
  if (month > 0)
    return from_month_name (&parts, month, today);

  /* With a hyphen, the larger part comes first: 12-04 is 4 December. */
  if (parts.n_numbers == 2)
    return from_two (&parts, strchr (text, '-') ? "ymd" : find_order (), today);

  return parts.n_numbers == 3 ? from_three (&parts, find_order ()) : (TambourDate) { 0 };
}

static gboolean
parse (const char  *text,
       TambourDate  today,
       gboolean     is_due,
       TambourDate *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  TambourDate parsed = parse_date (trimmed, today, is_due);

  if (!tambour_date_is_stated (parsed))
    return FALSE;

  *date = parsed;

  return TRUE;
}

/**
 * tambour_when_parse_date:
 * @text: what somebody typed
 * @today: the day that is today
 * @date: (out): the date
 *
 * Returns: %FALSE if @text is no date
 */
gboolean
tambour_when_parse_date (const char  *text,
                         TambourDate  today,
                         TambourDate *date)
{
  return parse (text, today, FALSE, date);
}

/**
 * tambour_when_parse_due:
 * @text: what somebody typed
 * @today: the day on which it was said
 * @date: (out): the date
 *
 * As tambour_when_parse_date(), for what is yet to be done: a day of which the
 * year is not said is the next one, and never the one before.
 *
 * Returns: %FALSE if @text is no date
 */
gboolean
tambour_when_parse_due (const char  *text,
                        TambourDate  today,
                        TambourDate *date)
{
  return parse (text, today, TRUE, date);
}
