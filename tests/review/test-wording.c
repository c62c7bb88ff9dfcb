/* test-wording.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "tambour-messages.h"

#include "tambour-wording.h"

/* Texts are compared with the no-break space written as `_`, which no text here has. */
static void
assert_words (char       *taken,
              const char *expected)
{
  g_autofree char *text = taken;
  g_auto(GStrv) parts = g_strsplit (text, TAMBOUR_NBSP, -1);
  g_autofree char *shown = g_strjoinv ("_", parts);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_half_rounds_up (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *expected;
  } rows[] = {
    { 0.5, 0, "1" },
    { 1.5, 0, "2" },
    { 2.5, 0, "3" },
    { 2.4999, 0, "2" },
    { 97.95, 1, "98.0" },
    { 97.94, 1, "97.9" },
    { 1.005, 2, "1.01" },
    { 11, 1, "11.0" },
    { 0, 1, "0.0" },
    { -2.4, 0, "−2" },
    { 1234567.25, 1, "1,234,567.3" },
    { 999.5, 0, "1,000" },
    { TAMBOUR_NO_NUMBER, 1, "–" },
  };

  tambour_wording_set_language ("en");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (tambour_wording_decimal (rows[i].value, rows[i].decimals), rows[i].expected);

  assert_words (tambour_wording_number (TAMBOUR_NO_COUNT), "–");
  assert_words (tambour_wording_number (0), "0");
  assert_words (tambour_wording_number (24918), "24,918");
  assert_words (tambour_wording_number (-41), "−41");
}

static void
test_a_percentage_of_fewer_than_ten_is_a_count (void)
{
  tambour_wording_set_language ("en");
  assert_words (tambour_wording_share (4, 4), "4_of_4");
  assert_words (tambour_wording_share (8, 9), "8_of_9");
  assert_words (tambour_wording_share (9, 10), "90%");
  assert_words (tambour_wording_share (17296, 18400), "94%");
  assert_words (tambour_wording_share (1, 8000), "0%");
}

static void
test_attainment_has_one_decimal_from_ninety_percent (void)
{
  tambour_wording_set_language ("en");
  assert_words (tambour_wording_attainment (143, 146), "97.9%");
  assert_words (tambour_wording_attainment (176, 187), "94.1%");
  assert_words (tambour_wording_attainment (89, 100), "89%");
  assert_words (tambour_wording_attainment (90, 100), "90.0%");
  assert_words (tambour_wording_attainment (146, 146), "100%");
  assert_words (tambour_wording_attainment (8, 9), "8_of_9");
}

static void
test_changes_carry_a_true_minus (void)
{
  tambour_wording_set_language ("en");
  assert_words (tambour_wording_change (11.0, 27.5), "−60%");
  assert_words (tambour_wording_change (146, 187), "−22%");
  assert_words (tambour_wording_change (123552, 86900), "+42%");
  assert_words (tambour_wording_change (10, 10), "0%");
  assert_words (tambour_wording_change_counts (4, 9), "−5");
  assert_words (tambour_wording_change_counts (4, 1), "+3");
  assert_words (tambour_wording_change_counts (29, 52), "−44%");
  assert_words (tambour_wording_points (3.8289, 1), "+3.8_pts");
  assert_words (tambour_wording_points (-2, 0), "−2_pts");
}

static void
test_money_is_exact_short_or_round (void)
{
  static const struct
  {
    const char *text;
    const char *exact;
    const char *brief;
    const char *round;
  } rows[] = {
    { "123552.00 EUR", "€123,552", "€123.6k", "€124_thousand" },
    { "84000.00 EUR", "€84,000", "€84.0k", "€84_thousand" },
    { "840.49 USD", "$840", "$840", "$840" },
    { "1234567.00 GBP", "£1,234,567", "£1.2m", "£1.2_million" },
    { "999960.00 EUR", "€999,960", "€1.0m", "€1.0_million" },
    { "-1500.00 EUR", "−€1,500", "−€1.5k", "−€2_thousand" },
    { "12300.00 CHF", "CHF_12,300", "CHF_12.3k", "CHF_12_thousand" },
    { "5000 JPY", "¥5,000", "¥5.0k", "¥5_thousand" },
  };

  tambour_wording_set_language ("en");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TambourMoney money;

      g_assert_true (tambour_money_parse (rows[i].text, &money));
      assert_words (tambour_wording_money (money), rows[i].exact);
      assert_words (tambour_wording_money_short (money), rows[i].brief);
      if (money.minor > 0)
        assert_words (tambour_wording_money_round (money), rows[i].round);
    }
  assert_words (tambour_wording_money ((TambourMoney) { .minor = TAMBOUR_NO_COUNT }), "–");
  assert_words (tambour_wording_money_short ((TambourMoney) { .minor = TAMBOUR_NO_COUNT }), "–");
}

static void
test_durations_change_their_unit (void)
{
  static const struct
  {
    gint64 seconds;
    const char *expected;
  } rows[] = {
    { 9 * 60, "9_min" },
    { 0, "0_min" },
    { 59 * 60 + 29, "59_min" },
    { 59 * 60 + 30, "1_h" },
    { 145 * 60, "2_h_25_min" },
    { 120 * 60, "2_h" },
    { 250 * 60, "4_h_10_min" },
    { 600 * 60 - 31, "9_h_59_min" },
    { 600 * 60 - 30, "10_h" },
    { 20 * 3600, "20_h" },
    { 30 * 3600 + 1799, "30_h" },
    { 36 * 3600 - 1, "36_h" },
    { 36 * 3600, "1.5_d" },
    { 156 * 3600, "6.5_d" },
    { 9 * 86400 + 8640, "9.1_d" },
  };

  tambour_wording_set_language ("en");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (tambour_wording_duration (rows[i].seconds), rows[i].expected);
  assert_words (tambour_wording_hours (39600), "11.0_h");
  assert_words (tambour_wording_hours (99000), "27.5_h");
}

static void
test_numbers_are_spelled_up_to_twelve (void)
{
  tambour_wording_set_language ("en");
  assert_words (tambour_wording_spelled (1), "one");
  assert_words (tambour_wording_spelled (12), "twelve");
  assert_words (tambour_wording_spelled (13), "13");
  assert_words (tambour_wording_spelled (0), "0");
  assert_words (tambour_wording_capital ("seven escalations"), "Seven escalations");
  assert_words (tambour_wording_capital (""), "");
  assert_words (tambour_wording_capital ("ähnlich"), "Ähnlich");
}

static void
test_dates_never_wrap_inside (void)
{
  TambourDate date = tambour_date_new (2026, 10, 3);

  tambour_wording_set_language ("en");
  assert_words (tambour_wording_date (date, TAMBOUR_DATE_FORM_DAY), "3_Oct");
  assert_words (tambour_wording_date (date, TAMBOUR_DATE_FORM_SHORT), "3_Oct_2026");
  assert_words (tambour_wording_date (date, TAMBOUR_DATE_FORM_LONG), "3_October 2026");
  assert_words (tambour_wording_date (date, TAMBOUR_DATE_FORM_MONTH), "October 2026");
  assert_words (tambour_wording_date ((TambourDate) { 0 }, TAMBOUR_DATE_FORM_DAY), "–");
  assert_words (tambour_wording_dates (tambour_date_new (2025, 10, 1), tambour_date_new (2026, 9, 30)),
                "1_Oct_2025 – 30_Sep_2026");
}

static void
test_each_language_has_its_own_signs (void)
{
  TambourMoney money;

  g_assert_true (tambour_money_parse ("123552.00 EUR", &money));

  tambour_wording_set_language ("de-AT");
  assert_words (tambour_wording_attainment (143, 146), "97,9_%");
  assert_words (tambour_wording_money (money), "123.552_€");
  assert_words (tambour_wording_formula ("(1627.5 − 11) h × 12400.00 USD"), "(1.627,5 − 11) h × 12.400_$");
  assert_words (tambour_wording_date (tambour_date_new (2026, 3, 3), TAMBOUR_DATE_FORM_SHORT), "3._März_2026");
  g_assert_false (tambour_wording_is_rtl ());

  tambour_wording_set_language ("ar");
  g_assert_true (tambour_wording_is_rtl ());
  assert_words (tambour_wording_change (11.0, 27.5), "\u2068−60%\u2069");
  assert_words (tambour_wording_isolate ("Varnholt"), "\u2068Varnholt\u2069");

  tambour_wording_set_language ("tlh");
  assert_words (tambour_wording_decimal (1234.5, 1), "1,234.5");
  assert_words (tambour_wording_formula ("4.5 h × 12400.50 USD"), "4.5 h × $12,400.50");
  assert_words (tambour_wording_formula (NULL), "–");
  tambour_wording_set_language (NULL);
  g_assert_cmpstr (tambour_wording_get_language (), ==, "en");
}

static void
test_a_sentence_keeps_the_order_of_its_translation (void)
{
  assert_words (tambour_wording_fill ("{1} before {0}", "b", "a", NULL), "a before b");
  assert_words (tambour_wording_fill ("{0} and {7} stay", "x", NULL), "x and {7} stay");
  assert_words (tambour_wording_fill ("{0}", "{0}%s%n", NULL), "{0}%s%n");

  tambour_wording_set_language ("en");
  assert_words (tambour_wording_list ((const char * const[]) { "a", NULL }), "a");
  assert_words (tambour_wording_list ((const char * const[]) { "a", "b", NULL }), "a and b");
  assert_words (tambour_wording_list ((const char * const[]) { "a", "b", "c", NULL }), "a, b and c");
}

static void
test_plural_forms_are_those_of_the_catalogue (void)
{
  static const struct
  {
    const char *expression;
    gint64 n;
    gint64 form;
  } rows[] = {
    { "n != 1", 1, 0 },
    { "n != 1", 0, 1 },
    { "(n > 1)", 1, 0 },
    { "0", 5, 0 },
    { "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;", 22, 1 },
    { "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;", 12, 2 },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", 111, 4 },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", 102, 5 },
    { "!(n - 2 * 3)", 6, 1 }, { "1 - 2 + n", 9, 8 },
  };
  static const char * const wrong[] = { "", "n +", "(n", "n n", "n / 0", "n ? 1", "system(n)", "-1", "n - 9" };
  gint64 form;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (tambour_plural_evaluate (rows[i].expression, rows[i].n, &form));
      g_assert_cmpint (form, ==, rows[i].form);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tambour_plural_evaluate (wrong[i], 3, &form));
}

/* --- a compiled catalogue, written by hand --------------------------------- */

static void
add_word (GByteArray *bytes,
          guint32     word)
{
  word = GUINT32_TO_LE (word);
  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static GByteArray *
compile_catalogue (void)
{
  static const struct
  {
    const char *text;
    guint32 length;
  } texts[] = {
    { "", 0 },
    { "{0} case\0{0} cases", 18 },
    { "Goals", 5 },
    { "Plural-Forms: nplurals=2; plural=(n != 1);\n", 43 },
    { "{0} Fall\0{0} Fälle", 19 },
    { "Ziele", 5 },
  };
  GByteArray *bytes = g_byte_array_new ();
  guint32 offset = 28 + 6 * 8;

  for (guint i = 0; i < 7; i++)
    add_word (bytes, ((const guint32[]) { 0x950412de, 0, 3, 28, 52, 0, 0 })[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      add_word (bytes, texts[i].length);
      add_word (bytes, offset);
      offset += texts[i].length + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_byte_array_append (bytes, (const guint8 *) texts[i].text, texts[i].length + 1);

  return bytes;
}

static void
test_a_catalogue_is_read_without_the_locale (void)
{
  g_autoptr(GByteArray) bytes = compile_catalogue ();
  g_autofree char *path = NULL;
  g_autoptr(TambourMessages) messages = NULL;

  g_close (g_file_open_tmp ("tambour-wording-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  messages = tambour_messages_open (path);
  g_assert_nonnull (messages);

  g_assert_cmpstr (tambour_messages_find (messages, "Goals"), ==, "Ziele");
  g_assert_null (tambour_messages_find (messages, "Nothing"));
  g_assert_cmpstr (tambour_messages_count (messages, "{0} case", 1), ==, "{0} Fall");
  g_assert_cmpstr (tambour_messages_count (messages, "{0} case", 2), ==, "{0} Fälle");
  g_assert_null (tambour_messages_count (messages, "Goals", 2));
  g_unlink (path);
}

static void
test_a_broken_catalogue_does_no_harm (void)
{
  g_autoptr(GByteArray) whole = compile_catalogue ();
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autofree char *path = NULL;

  g_close (g_file_open_tmp ("tambour-wording-XXXXXX", &path, NULL), NULL);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *broken = g_memdup2 (whole->data, whole->len);
      gsize length = g_rand_int_range (random, 0, (int) whole->len + 1);
      g_autoptr(TambourMessages) messages = NULL;

      broken[g_rand_int_range (random, 4, (int) whole->len)] = (char) g_rand_int (random);
      g_assert_true (g_file_set_contents (path, broken, i % 2 ? length : whole->len, NULL));
      messages = tambour_messages_open (path);
      if (messages)
        {
          tambour_messages_find (messages, "Goals");
          tambour_messages_count (messages, "{0} case", i);
        }
    }
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/half-rounds-up", test_half_rounds_up);
  g_test_add_func ("/wording/a-percentage-of-fewer-than-ten-is-a-count", test_a_percentage_of_fewer_than_ten_is_a_count);
  g_test_add_func ("/wording/attainment-has-one-decimal-from-ninety-percent",
                   test_attainment_has_one_decimal_from_ninety_percent);
  g_test_add_func ("/wording/changes-carry-a-true-minus", test_changes_carry_a_true_minus);
  g_test_add_func ("/wording/money-is-exact-short-or-round", test_money_is_exact_short_or_round);
  g_test_add_func ("/wording/durations-change-their-unit", test_durations_change_their_unit);
  g_test_add_func ("/wording/numbers-are-spelled-up-to-twelve", test_numbers_are_spelled_up_to_twelve);
  g_test_add_func ("/wording/dates-never-wrap-inside", test_dates_never_wrap_inside);
  g_test_add_func ("/wording/each-language-has-its-own-signs", test_each_language_has_its_own_signs);
  g_test_add_func ("/wording/a-sentence-keeps-the-order-of-its-translation",
                   test_a_sentence_keeps_the_order_of_its_translation);
  g_test_add_func ("/wording/plural-forms-are-those-of-the-catalogue", test_plural_forms_are_those_of_the_catalogue);
  g_test_add_func ("/wording/a-catalogue-is-read-without-the-locale", test_a_catalogue_is_read_without_the_locale);
  g_test_add_func ("/wording/a-broken-catalogue-does-no-harm", test_a_broken_catalogue_does_no_harm);

  return g_test_run ();
}
