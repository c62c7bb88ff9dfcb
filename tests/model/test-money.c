/* test-money.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-time.h"

static void
check_money (const char *text,
             gint64      minor,
             const char *written)
{
  TambourMoney money = { 0 };
  g_autofree char *back = NULL;

  g_test_message ("%s", text);
  g_assert_true (tambour_money_parse (text, &money));
  g_assert_cmpint (money.minor, ==, minor);
  back = tambour_money_dup_text (money);
  g_assert_cmpstr (back, ==, written);
}

static void
test_amounts_are_read_and_written (void)
{
  check_money ("1234.50 EUR", 123450, "1234.50 EUR");
  check_money ("1234.5 EUR", 123450, "1234.50 EUR");
  check_money ("1234 EUR", 123400, "1234.00 EUR");
  check_money ("0.05 EUR", 5, "0.05 EUR");
  check_money ("-0.05 EUR", -5, "-0.05 EUR");
  check_money ("-12.30 USD", -1230, "-12.30 USD");
  check_money ("1500 JPY", 1500, "1500 JPY");
  check_money ("-1500 JPY", -1500, "-1500 JPY");
  check_money ("1.234 KWD", 1234, "1.234 KWD");
  check_money ("92233720368547758.07 EUR", G_MAXINT64, "92233720368547758.07 EUR");
}

static void
test_what_is_no_amount_is_refused (void)
{
  static const char * const wrong[] = {
    "", "EUR", "12", "12 eur", "12 EURO", "12.345 EUR", "12. EUR", "12,50 EUR", "1e3 EUR", "12.5 JPY", "1.-5 EUR",
    "12 EUR ", " 12 EUR", "12  EUR", "€12", "92233720368547758.08 EUR", "-92233720368547758.08 EUR", "1.2.3 EUR",
    "0x10 EUR", ".-5 EUR", "- EUR", "1.+5 EUR",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      TambourMoney money = { .minor = 4711 };

      g_test_message ("%s", wrong[i]);
      g_assert_false (tambour_money_parse (wrong[i], &money));
      g_assert_cmpint (money.minor, ==, 4711);
    }
}

static void
test_random_amounts_come_back (void)
{
  static const char * const currencies[] = { "EUR", "JPY", "KWD" };
  g_autoptr(GRand) random = g_rand_new_with_seed (40);

  for (guint i = 0; i < 100000; i++)
    {
      TambourMoney money = { .minor = ((gint64) g_rand_int (random) << 31) - ((gint64) g_rand_int (random) << 30) };
      TambourMoney back = { 0 };
      g_autofree char *text = NULL;

      memcpy (money.currency, currencies[i % G_N_ELEMENTS (currencies)], sizeof money.currency);
      text = tambour_money_dup_text (money);
      g_assert_true (tambour_money_parse (text, &back));
      g_assert_cmpint (back.minor, ==, money.minor);
      g_assert_cmpstr (back.currency, ==, money.currency);
    }
}

static void
test_no_amount_has_no_text (void)
{
  g_assert_null (tambour_money_dup_text ((TambourMoney) { .minor = TAMBOUR_NO_COUNT }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/money/amounts-are-read-and-written", test_amounts_are_read_and_written);
  g_test_add_func ("/money/what-is-no-amount-is-refused", test_what_is_no_amount_is_refused);
  g_test_add_func ("/money/random-amounts-come-back", test_random_amounts_come_back);
  g_test_add_func ("/money/no-amount-has-no-text", test_no_amount_has_no_text);

  return g_test_run ();
}
