/* tambour-workbook-numbers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-numbers.h"

#include <string.h>

#include "tambour-wording-private.h"

#include "tambour-wording.h"

/* How numbers look in a workbook: the values are plain numbers that can be computed with, their
 * formats show them as the language of the review writes them.
 */

/* The day 0 of spreadsheets, 30 December 1899, in days of GDate. */
#define DAY_ZERO 693594

/* 1 January 1970, in days of spreadsheets. */
#define DAY_OF_EPOCH 25569

static gboolean
is_digit_or_sign (const char *at)
{
  return g_ascii_isdigit (*at) || strchr (".,", *at) != NULL;
}

/* @text as a part of a format that stands for itself. */
static void
append_literal (GString    *format,
                const char *text,
                gsize       length)
{
  if (length == 0)
    return;

  g_string_append_c (format, '"');
  for (gsize i = 0; i < length; i++)
    if (text[i] != '"')
      g_string_append_c (format, text[i]);
  g_string_append_c (format, '"');
}

/* The format that shows a number as @sample shows a zero: what stands before and behind the
 * digits there stands beside @digits. */
static char *
imitate (const char *sample,
         const char *digits)
{
  g_autoptr(GString) format = g_string_new (NULL);
  gsize before = strcspn (sample, "0123456789");
  gsize behind = before;

  while (sample[behind] != '\0' && is_digit_or_sign (sample + behind))
    behind++;

  append_literal (format, sample, before);
  g_string_append (format, digits);
  append_literal (format, sample + behind, strlen (sample + behind));

  return g_string_free_and_steal (g_steal_pointer (&format));
}

/* With a sign in front of what is not zero. */
static char *
imitate_signed (const char *sample,
                const char *digits)
{
  g_autofree char *plain = imitate (sample, digits);

  return g_strdup_printf ("+%s;\"−\"%s;%s", plain, plain, plain);
}

static gboolean
is_code (const char *currency)
{
  return strlen (currency) == 3 && g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1]) && g_ascii_isupper (currency[2]);
}

/* How many digits the currency has after the point. */
static gsize
count_decimals (TambourMoney money)
{
  g_autofree char *text = tambour_money_dup_text (money);
  const char *point = text ? strchr (text, '.') : NULL;

  return point ? strspn (point + 1, "0123456789") : 0;
}

/**
 * tambour_workbook_money_format:
 * @currency: ISO 4217
 *
 * Returns: (transfer full): the format of an amount to the last digit of its currency
 */
char *
tambour_workbook_money_format (const char *currency)
{
  static const char * const digits[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };
  TambourMoney zero = { 0, "" };
  g_autofree char *sample = NULL;

  if (!is_code (currency))
    return g_strdup (digits[2]);

  g_strlcpy (zero.currency, currency, sizeof zero.currency);
  sample = tambour_wording_money (zero);

  return imitate (sample, digits[MIN (count_decimals (zero), G_N_ELEMENTS (digits) - 1)]);
}

/**
 * tambour_workbook_part_format:
 *
 * Returns: (transfer full): the format of a percentage
 */
char *
tambour_workbook_part_format (void)
{
  const char *percent = tambour_wording_current ()->percent;
  gsize space = strcspn (percent, "%");
  g_autoptr(GString) format = g_string_new ("0.0");

  append_literal (format, percent, space);
  g_string_append_c (format, '%');

  return g_string_free_and_steal (g_steal_pointer (&format));
}

/**
 * tambour_workbook_signed_part_format:
 *
 * Returns: (transfer full): the format of a change in percent
 */
char *
tambour_workbook_signed_part_format (void)
{
  g_autofree char *plain = tambour_workbook_part_format ();

  return g_strdup_printf ("+%s;\"−\"%s;%s", plain, plain, plain);
}

/* A percentage of fewer than ten is no percentage: the cell shows “3 of 4”. */
static char *
format_share (const TambourMeasure *measure)
{
  g_autoptr(GString) format = NULL;
  g_autofree char *words = NULL;

  if (measure->of == TAMBOUR_NO_COUNT || measure->of >= 10)
    return tambour_workbook_part_format ();

  words = tambour_wording_of (measure->n, measure->of);
  format = g_string_new (NULL);
  append_literal (format, words, strlen (words));

  return g_string_free_and_steal (g_steal_pointer (&format));
}

/**
 * tambour_workbook_figure_format:
 * @fact: a figure
 * @measure: its measure in one of the periods
 *
 * Returns: (transfer full): the format of its value
 */
char *
tambour_workbook_figure_format (const TambourFact    *fact,
                                const TambourMeasure *measure)
{
  g_autofree char *hours = tambour_wording_hours (0);
  g_autofree char *days = tambour_wording_days (0);

  switch (fact->unit)
    {
    case TAMBOUR_UNIT_COUNT:
      return g_strdup (TAMBOUR_FORMAT_COUNT);
    case TAMBOUR_UNIT_SHARE:
      return format_share (measure);
    case TAMBOUR_UNIT_HOURS:
      return imitate (hours, "#,##0.00");
    case TAMBOUR_UNIT_DAYS:
      return imitate (days, "#,##0.0");
    case TAMBOUR_UNIT_MONEY:
      return tambour_workbook_money_format (measure->currency);
    case TAMBOUR_UNIT_SCORE:
    case TAMBOUR_UNIT_POINTS:
      return g_strdup ("0.0");
    case TAMBOUR_UNIT_RATIO:
      return g_strdup ("0.00");
    case TAMBOUR_UNIT_RATING:
    case TAMBOUR_UNIT_NUMBER:
      return g_strdup (TAMBOUR_FORMAT_DECIMAL);
    }

  g_assert_not_reached ();
}

/**
 * tambour_workbook_change_format:
 * @fact: a figure
 *
 * Returns: (transfer full): the format of its change: shares and scores in points
 */
char *
tambour_workbook_change_format (const TambourFact *fact)
{
  g_autofree char *points = tambour_wording_points (0, 0);
  g_autofree char *plain = NULL;

  switch (fact->unit)
    {
    case TAMBOUR_UNIT_SHARE:
    case TAMBOUR_UNIT_SCORE:
    case TAMBOUR_UNIT_POINTS:
      return imitate_signed (points, "0.0");
    case TAMBOUR_UNIT_COUNT:
    case TAMBOUR_UNIT_HOURS:
    case TAMBOUR_UNIT_DAYS:
    case TAMBOUR_UNIT_MONEY:
    case TAMBOUR_UNIT_RATIO:
    case TAMBOUR_UNIT_RATING:
    case TAMBOUR_UNIT_NUMBER:
      break;
    }

  plain = tambour_workbook_figure_format (fact, &fact->now);

  return g_strdup_printf ("+%s;\"−\"%s;%s", plain, plain, plain);
}

/* --- dates and money ------------------------------------------------------ */

/* Of a language; the tag in front has every spreadsheet name the months in it. */
static const struct
{
  const char *tag;
  const char *date;
  const char *moment;
} DATES[] = {
  { "en", "[$-809]d mmm yyyy", "[$-809]d mmm yyyy hh:mm" },
  { "de", "[$-407]d. mmm yyyy", "[$-407]d. mmm yyyy hh:mm" },
  { "ar", "[$-401]d mmm yyyy", "[$-401]d mmm yyyy hh:mm" },
};

static const char *
get_date_format (gboolean with_time)
{
  const char *tag = tambour_wording_current ()->tag;

  for (guint i = 0; i < G_N_ELEMENTS (DATES); i++)
    if (g_str_equal (DATES[i].tag, tag))
      return with_time ? DATES[i].moment : DATES[i].date;

  return with_time ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd";
}

/**
 * tambour_workbook_add_date:
 * @self: a workbook
 * @date: a day; an empty cell if it is not stated
 *
 * Adds a cell that can be sorted and computed with as a date.
 */
void
tambour_workbook_add_date (TambourWorkbook *self,
                           TambourDate      date)
{
  double day = tambour_date_is_stated (date) ? (double) date.julian - DAY_ZERO : NAN;

  tambour_workbook_add_number (self, day, get_date_format (FALSE));
}

/**
 * tambour_workbook_add_moment:
 * @self: a workbook
 * @instant: an instant; an empty cell if it is not stated
 * @zone: whose clocks it is told by
 *
 * Adds a cell of a date and time.
 */
void
tambour_workbook_add_moment (TambourWorkbook *self,
                             TambourInstant   instant,
                             GTimeZone       *zone)
{
  double day = NAN;

  if (tambour_instant_is_stated (instant))
    day = DAY_OF_EPOCH + (double) tambour_zone_local_of (zone, instant) / TAMBOUR_DAY;

  tambour_workbook_add_number (self, day, get_date_format (TRUE));
}

/**
 * tambour_workbook_add_money:
 * @self: a workbook
 * @money: an amount; an empty cell if it is not stated
 *
 * Adds a cell of an amount in whole units of its currency.
 */
void
tambour_workbook_add_money (TambourWorkbook *self,
                            TambourMoney     money)
{
  g_autofree char *text = tambour_money_dup_text (money);
  g_autofree char *format = text ? tambour_workbook_money_format (money.currency) : NULL;

  tambour_workbook_add_number (self, text ? g_ascii_strtod (text, NULL) : NAN, format);
}
