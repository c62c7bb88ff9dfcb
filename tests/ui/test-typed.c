/* test-typed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tambour-amount.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/* Monday 23 November 2026, where the demonstration plays. */
static const TambourDate *
get_today (void)
{
  static TambourDate today;

  today = tambour_date_new (2026, 11, 23);

  return &today;
}

static void
assert_date (const char *text,
             const char *expected)
{
  TambourDate date = { 0 };
  gboolean is_date = tambour_when_parse_date (text, *get_today (), &date);
  g_autofree char *found = tambour_date_dup_text (date);

  if (g_strcmp0 (found, expected) != 0 || is_date != (expected != NULL))
    g_error ("“%s” is %s, not %s", text, found, expected);
}

static void
test_dates_are_what_people_type (void)
{
  assert_date ("today", "2026-11-23");
  assert_date (" Today ", "2026-11-23");
  assert_date ("tomorrow", "2026-11-24");
  assert_date ("yesterday", "2026-11-22");
  assert_date ("fri", "2026-11-27");
  assert_date ("Friday", "2026-11-27");
  assert_date ("mon", "2026-11-30");
  assert_date ("tu", "2026-11-24");
  assert_date ("+3d", "2026-11-26");
  assert_date ("+3", "2026-11-26");
  assert_date ("+ 2 w", "2026-12-07");
  assert_date ("-1w", "2026-11-16");
  assert_date ("+1m", "2026-12-23");
  assert_date ("+1y", "2027-11-23");
  assert_date ("2026-12-04", "2026-12-04");
  assert_date ("12-04", "2026-12-04");
  assert_date ("4 Dec", "2026-12-04");
  assert_date ("4 december 2027", "2027-12-04");
  assert_date ("Dec 4", "2026-12-04");
  assert_date ("Fri, 4 Dec", "2026-12-04");
  assert_date ("4th of Dec", "2026-12-04");
  assert_date ("15 Jan", "2027-01-15");
  assert_date ("15 Aug", "2026-08-15");
  assert_date ("12/4", "2026-12-04");
  assert_date ("12/4/26", "2026-12-04");
  assert_date ("12/04/2026", "2026-12-04");
  assert_date ("25/12", "2026-12-25");
  assert_date ("25.12.2026", "2026-12-25");
  assert_date ("٢٠٢٦-١٢-٠٤", "2026-12-04");
  assert_date ("2026年12月4日", "2026-12-04");
}

/* Said on 28 December, 4 January is to come; and 20 December is not over. */
static void
test_what_is_due_is_to_come (void)
{
  static const struct
  {
    const char *day;
    const char *text;
    const char *expected;
  } rows[] = {
    { "2026-12-28", "01-04", "2027-01-04" },
    { "2026-12-28", "12-28", "2026-12-28" },
    { "2026-12-28", "12-27", "2027-12-27" },
    { "2027-01-05", "20 Dec", "2027-12-20" },
    { "2027-01-05", "2026-12-20", "2026-12-20" },
    { "2026-12-31", "tomorrow", "2027-01-01" },
    { "2026-12-31", "thu", "2027-01-07" },
    { "2027-03-01", "29 Feb", "2028-02-29" },
    { "2096-03-01", "29 Feb", "2104-02-29" },
    { "2026-12-28", "31 Feb", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TambourDate day, date = { 0 };
      g_autofree char *found = NULL;

      g_assert_true (tambour_date_parse (rows[i].day, &day));
      g_assert_cmpint (tambour_when_parse_due (rows[i].text, day, &date), ==, rows[i].expected != NULL);
      found = tambour_date_dup_text (date);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_what_is_no_date_is_none (void)
{
  static const char * const texts[] = {
    "", " ", "soon", "4", "31 Feb", "2026-02-30", "32/13", "12/34/56/78", "+3x", "today tomorrow", "99999999999999999999",
    "4 Dec maybe", "+999999999d", "<b>", "%s", "🥁",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_date (texts[i], NULL);
}

static void
assert_moment (const char *text,
               const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/Los_Angeles");
  TambourInstant now, instant = { TAMBOUR_NEVER };
  gboolean has_time;
  gboolean is_moment;
  g_autofree char *found = NULL;

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &now));
  is_moment = tambour_when_parse_moment (text, zone, now, &instant, &has_time);
  found = is_moment ? tambour_instant_dup_text (instant) : NULL;
  if (g_strcmp0 (found, expected) != 0)
    g_error ("“%s” is %s, not %s", text, found, expected);
}

static void
test_moments_are_what_people_type (void)
{
  assert_moment ("now", "2026-11-23T17:12:00Z");
  assert_moment ("14:30", "2026-11-23T22:30:00Z");
  assert_moment ("today 11:30", "2026-11-23T19:30:00Z");
  assert_moment ("11:30 tomorrow", "2026-11-24T19:30:00Z");
  assert_moment ("fri 9 am", "2026-11-27T17:00:00Z");
  assert_moment ("fri 9pm", "2026-11-28T05:00:00Z");
  assert_moment ("12 am", "2026-11-23T08:00:00Z");
  assert_moment ("14h30", "2026-11-23T22:30:00Z");
  assert_moment ("4 Dec 2026 08:40", "2026-12-04T16:40:00Z");
  assert_moment ("4 Dec 2026, 08:40", "2026-12-04T16:40:00Z");
  assert_moment ("2026-07-01 08:40", "2026-07-01T15:40:00Z");
  assert_moment ("2026-12-04T08:40:00Z", "2026-12-04T08:40:00Z");
  assert_moment ("+2h", "2026-11-23T19:12:00Z");
  assert_moment ("-30min", "2026-11-23T16:42:00Z");
  assert_moment ("today", NULL);
  assert_moment ("25:00", NULL);
  assert_moment ("12:60", NULL);
  assert_moment ("13 pm today maybe", NULL);
  assert_moment ("noonish", NULL);
}

/* What is shown for editing must be read as what it was, whatever the language. */
static void
test_what_is_shown_is_read_back (void)
{
  static const char * const locales[] = { "C.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8" };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/Los_Angeles");

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;

      for (int day = -400; day < 800; day += 7)
        {
          TambourDate date = { get_today ()->julian + day }, found = { 0 };
          TambourInstant instant = { 1795453920 + day * TAMBOUR_DAY + day * 61 * TAMBOUR_MINUTE }, moment = { 0 };
          g_autofree char *text = tambour_when_edit_date (date);
          g_autofree char *time = tambour_when_edit_moment (instant, zone);
          gboolean has_time;

          if (!tambour_when_parse_date (text, *get_today (), &found) || found.julian != date.julian)
            g_error ("%s: “%s” is read as day %u, not %u", locales[i], text, found.julian, date.julian);
          if (!tambour_when_parse_moment (time, zone, instant, &moment, &has_time) || moment.seconds != instant.seconds)
            g_error ("%s: “%s” is another moment", locales[i], time);
        }
    }

  setlocale (LC_ALL, "C.UTF-8");
}

static void
assert_number (const char *text,
               double      expected)
{
  double number = -1;

  if (!tambour_amount_parse_number (text, &number) || number != expected)
    g_error ("“%s” is %g, not %g", text, number, expected);
}

static void
test_numbers_are_what_people_type (void)
{
  static const char * const none[] = { "", "a", "1.2.3,4,5", "--1", "1e5", "1,23,4", "12 x", "-", "." };
  double number;
  gint64 count;

  assert_number ("12", 12);
  assert_number ("12.5", 12.5);
  assert_number ("12,5", 12.5);
  assert_number ("1,234", 1234);
  assert_number ("1,234.5", 1234.5);
  assert_number ("1.234,5", 1234.5);
  assert_number ("1 234.5", 1234.5);
  assert_number ("1’234.5", 1234.5);
  assert_number ("12,34,567", 1234567);
  assert_number ("-0.25", -0.25);
  assert_number ("−3", -3);
  assert_number (".5", 0.5);
  assert_number ("١٢٫٥", 12.5);

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    if (tambour_amount_parse_number (none[i], &number))
      g_error ("“%s” is %g", none[i], number);

  g_assert_true (tambour_amount_parse_count ("10,000", &count));
  g_assert_cmpint (count, ==, 10000);
  g_assert_false (tambour_amount_parse_count ("1.5", &count));
  g_assert_false (tambour_amount_parse_count ("99999999999999999999", &count));
}

static void
test_numbers_are_read_back (void)
{
  static const double numbers[] = { 0, 1, -1, 0.1, 1.0 / 3, 1e15, 123456.789, -0.000001, 2.5, 1e-7 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = tambour_amount_edit_number (numbers[i]);

      if (strchr (text, 'e') == NULL)
        assert_number (text, numbers[i]);
    }
}

static void
assert_money (const char *text,
              const char *expected)
{
  TambourMoney money = { .minor = TAMBOUR_NO_COUNT };
  gboolean is_money = tambour_amount_parse_money (text, "EUR", &money);
  g_autofree char *found = is_money ? tambour_money_dup_text (money) : NULL;

  if (g_strcmp0 (found, expected) != 0)
    g_error ("“%s” is %s, not %s", text, found, expected);
}

static void
test_money_is_what_people_type (void)
{
  assert_money ("1250", "1250.00 EUR");
  assert_money ("1,250.5", "1250.50 EUR");
  assert_money ("€ 12", "12.00 EUR");
  assert_money ("12€", "12.00 EUR");
  assert_money ("$12", "12.00 USD");
  assert_money ("12 chf", "12.00 CHF");
  assert_money ("CHF 12.05", "12.05 CHF");
  assert_money ("1000 JPY", "1000 JPY");
  assert_money ("1.234 KWD", "1.234 KWD");
  assert_money ("1.234", NULL);
  assert_money ("12.5555", NULL);
  assert_money ("10.5 JPY", NULL);
  assert_money ("12 ZZZ", NULL);
  assert_money ("EUR", NULL);
  assert_money ("", NULL);
  assert_money ("much", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/typed/what-is-due-is-to-come", test_what_is_due_is_to_come);
  g_test_add_func ("/typed/dates-are-what-people-type", test_dates_are_what_people_type);
  g_test_add_func ("/typed/what-is-no-date-is-none", test_what_is_no_date_is_none);
  g_test_add_func ("/typed/moments-are-what-people-type", test_moments_are_what_people_type);
  g_test_add_func ("/typed/what-is-shown-is-read-back", test_what_is_shown_is_read_back);
  g_test_add_func ("/typed/numbers-are-what-people-type", test_numbers_are_what_people_type);
  g_test_add_func ("/typed/numbers-are-read-back", test_numbers_are_read_back);
  g_test_add_func ("/typed/money-is-what-people-type", test_money_is_what_people_type);

  return g_test_run ();
}
