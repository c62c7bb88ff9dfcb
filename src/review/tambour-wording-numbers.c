/* tambour-wording-numbers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-wording-private.h"

#include "tambour-value-formula-text.h"
#include "tambour-wording.h"

/* Numbers and money in the language of the review (REPORT-DESIGN section 7). */

/* @value in units of the last decimal; half rounds up. The small part makes up for what a double lacks. */
static gint64
round_up_half (double value,
               guint  decimals)
{
  return (gint64) floor (value * pow (10, decimals) + 0.5 + 1e-9);
}

static char *
write_number (gint64   units,
              guint    decimals,
              gboolean with_plus)
{
  const TambourWordingLanguage *language = tambour_wording_current ();
  guint64 magnitude = units < 0 ? -(guint64) units : (guint64) units;
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  gsize whole = strlen (digits) - decimals;
  g_autoptr(GString) text = g_string_new (units < 0 ? "−" : with_plus && units > 0 ? "+"
                                                                                   : "");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, language->group);
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, "%s%s", language->point, digits + whole);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tambour_wording_number:
 * @n: a count, or %TAMBOUR_NO_COUNT
 *
 * Returns: (transfer full): such as “1,104”; “–” if it is not stated
 */
char *
tambour_wording_number (gint64 n)
{
  return n == TAMBOUR_NO_COUNT ? g_strdup ("–") : write_number (n, 0, FALSE);
}

/**
 * tambour_wording_decimal:
 * @value: a number, or %TAMBOUR_NO_NUMBER
 * @decimals: how many decimals; half rounds up
 *
 * Returns: (transfer full): such as “11.0”; “–” if it is not stated
 */
char *
tambour_wording_decimal (double value,
                         guint  decimals)
{
  return isfinite (value) ? write_number (round_up_half (value, decimals), decimals, FALSE) : g_strdup ("–");
}

/**
 * tambour_wording_signed:
 * @value: a difference
 * @decimals: how many decimals; half rounds up
 *
 * Returns: (transfer full): such as “+3.8” or “−60”, with a true minus
 */
char *
tambour_wording_signed (double value,
                        guint  decimals)
{
  g_autofree char *text = write_number (round_up_half (value, decimals), decimals, TRUE);

  return tambour_wording_isolate (text);
}

/**
 * tambour_wording_spelled:
 * @n: a count
 *
 * Returns: (transfer full): “one” to “twelve” in words, for titles; other numbers in digits
 */
char *
tambour_wording_spelled (gint64 n)
{
  static const char * const names[] = {
    N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"),
    N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
  };

  return n >= 1 && n <= 12 ? g_strdup (_(names[n - 1])) : tambour_wording_number (n);
}

/**
 * tambour_wording_of:
 * @n: how many
 * @whole: of how many
 *
 * Returns: (transfer full): such as “4 of 4”
 */
char *
tambour_wording_of (gint64 n,
                    gint64 whole)
{
  g_autofree char *part = tambour_wording_number (n);
  g_autofree char *all = tambour_wording_number (whole);

  /* Translators: a share in numbers, such as “3 of 4”. */
  return tambour_wording_fill_bound (_("{0} of {1}"), part, all);
}

/**
 * tambour_wording_percent:
 * @value: a percentage, 0 to 100 and beyond
 * @decimals: how many decimals
 *
 * Returns: (transfer full): such as “94%”
 */
char *
tambour_wording_percent (double value,
                         guint  decimals)
{
  g_autofree char *number = tambour_wording_decimal (value, decimals);

  return isfinite (value) ? g_strconcat (number, tambour_wording_current ()->percent, NULL) : g_steal_pointer (&number);
}

/* n ÷ whole × 100 in units of the last decimal, without leaving whole numbers. */
static gint64
divide_half_up (gint64 n,
                gint64 whole,
                gint64 scale)
{
  return (2 * n * scale + whole) / (2 * whole);
}

/**
 * tambour_wording_share:
 * @n: how many
 * @whole: of how many
 *
 * Returns: (transfer full): a whole percentage from ten on, such as “94%”; else “4 of 9”
 */
char *
tambour_wording_share (gint64 n,
                       gint64 whole)
{
  g_autofree char *number = NULL;

  if (whole < 10)
    return tambour_wording_of (n, whole);

  number = write_number (divide_half_up (n, whole, 100), 0, FALSE);

  return g_strconcat (number, tambour_wording_current ()->percent, NULL);
}

/**
 * tambour_wording_attainment:
 * @n: how many were met
 * @whole: how many were decided
 *
 * Returns: (transfer full): like tambour_wording_share(), with one decimal between 90 and 100 %
 */
char *
tambour_wording_attainment (gint64 n,
                            gint64 whole)
{
  g_autofree char *number = NULL;

  if (whole < 10 || n == whole || 10 * n < 9 * whole)
    return tambour_wording_share (n, whole);

  number = write_number (divide_half_up (n, whole, 1000), 1, FALSE);

  return g_strconcat (number, tambour_wording_current ()->percent, NULL);
}

/**
 * tambour_wording_change:
 * @now: hours, money or a count
 * @before: the same last year, not 0
 *
 * Returns: (transfer full): the change in % of last year, such as “−60%”
 */
char *
tambour_wording_change (double now,
                        double before)
{
  g_autofree char *number = write_number (round_up_half ((now - before) / before * 100, 0), 0, TRUE);
  g_autofree char *text = g_strconcat (number, tambour_wording_current ()->percent, NULL);

  return tambour_wording_isolate (text);
}

/**
 * tambour_wording_change_counts:
 * @now: a count
 * @before: the same last year
 *
 * Returns: (transfer full): the change in %; as a difference if either count is below ten
 */
char *
tambour_wording_change_counts (gint64 now,
                               gint64 before)
{
  return MIN (now, before) < 10 ? tambour_wording_signed (now - before, 0) : tambour_wording_change (now, before);
}

/**
 * tambour_wording_points:
 * @difference: between two shares or scores
 * @decimals: how many decimals
 *
 * Returns: (transfer full): such as “+3.8 pts”
 */
char *
tambour_wording_points (double difference,
                        guint  decimals)
{
  g_autofree char *number = write_number (round_up_half (difference, decimals), decimals, TRUE);
  /* Translators: a difference in percentage points. */
  g_autofree char *text = tambour_wording_fill_bound (_("{0} pts"), number, NULL);

  return tambour_wording_isolate (text);
}

static double
get_amount (TambourMoney money)
{
  g_autofree char *text = tambour_money_dup_text (money);

  return text ? g_ascii_strtod (text, NULL) : TAMBOUR_NO_NUMBER;
}

/**
 * tambour_wording_currency:
 * @code: such as `EUR`
 *
 * Returns: (transfer none): its sign; @code where it has none that all know
 */
const char *
tambour_wording_currency (const char *code)
{
  static const struct
  {
    const char *code;
    const char *sign;
  } SIGNS[] = {
    { "EUR", "€" },
    { "USD", "$" },
    { "GBP", "£" },
    { "JPY", "¥" },
    { "INR", "₹" },
    { "KRW", "₩" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (strcmp (SIGNS[i].code, code) == 0)
      return SIGNS[i].sign;

  return code;
}

/* @number with the sign of its currency on the side where the language has it. */
static char *
add_currency (TambourMoney  money,
              const char   *number)
{
  const char *sign = tambour_wording_currency (money.currency);
  const char *digits = g_str_has_prefix (number, "−") ? number + strlen ("−") : number;
  const char *minus = digits == number ? "" : "−";

  if (tambour_wording_current ()->money_after)
    return g_strconcat (number, TAMBOUR_NBSP, sign, NULL);

  return g_strconcat (minus, sign, strcmp (sign, money.currency) == 0 ? TAMBOUR_NBSP : "", digits, NULL);
}

/**
 * tambour_wording_amount:
 * @money: an amount
 *
 * Returns: (transfer full): the amount for a column whose head names the currency, such as
 *   “123,552”; “–” if not stated
 */
char *
tambour_wording_amount (TambourMoney money)
{
  return tambour_wording_decimal (get_amount (money), 0);
}

/**
 * tambour_wording_money_exact:
 * @money: an amount
 *
 * Returns: (transfer full): the amount to the cent where it has any, such as “€61.50” or “€345”
 */
char *
tambour_wording_money_exact (TambourMoney money)
{
  double amount = get_amount (money);
  g_autofree char *number = tambour_wording_decimal (amount, amount == floor (amount) ? 0 : 2);

  return isfinite (amount) ? add_currency (money, number) : g_steal_pointer (&number);
}

/**
 * tambour_wording_formula:
 * @formula: (nullable): how an effect was computed, as it is kept
 *
 * Returns: (transfer full): it with the figures of the language, such as “11 h × €6,800”; “–” if not
 *   stated
 */
char *
tambour_wording_formula (const char *formula)
{
  static const TambourFormulaWords words = { tambour_wording_decimal, tambour_wording_money_exact };

  return formula ? tambour_value_write_formula (formula, &words) : g_strdup ("–");
}

/**
 * tambour_wording_money:
 * @money: an amount
 *
 * Returns: (transfer full): the amount for a table, such as “€123,552”; “–” if not stated
 */
char *
tambour_wording_money (TambourMoney money)
{
  double amount = get_amount (money);
  g_autofree char *number = tambour_wording_decimal (amount, 0);

  return isfinite (amount) ? add_currency (money, number) : g_steal_pointer (&number);
}

/**
 * tambour_wording_money_each:
 * @amount: what each unit of money comes to
 * @currency: its code
 *
 * Returns: (transfer full): the amount with two decimals, such as “€1.47”
 */
char *
tambour_wording_money_each (double      amount,
                            const char *currency)
{
  TambourMoney money = { .minor = 0 };
  g_autofree char *number = tambour_wording_decimal (amount, 2);

  g_strlcpy (money.currency, currency, sizeof money.currency);

  return add_currency (money, number);
}

/* @thousands and @millions: sentences with the place {0}. */
static char *
scale_money (TambourMoney  money,
             guint         decimals,
             const char   *thousands,
             const char   *millions)
{
  double amount = get_amount (money);
  gboolean in_millions = isfinite (amount) && round_up_half (fabs (amount) / 1000, decimals) >= 1000 * pow (10, decimals);
  g_autofree char *number = NULL;
  g_autofree char *scaled = NULL;

  if (!isfinite (amount) || fabs (amount) < 1000)
    return tambour_wording_money (money);

  number = in_millions ? tambour_wording_decimal (amount / 1000000, 1) : tambour_wording_decimal (amount / 1000, decimals);
  scaled = tambour_wording_fill_bound (in_millions ? millions : thousands, number, NULL);

  return add_currency (money, scaled);
}

/**
 * tambour_wording_money_short:
 * @money: an amount
 *
 * Returns: (transfer full): the amount as a big figure, such as “€123.6k”
 */
char *
tambour_wording_money_short (TambourMoney money)
{
  /* Translators: thousands and millions of money, as short as can be: €123.6k, €1.2m. */
  return scale_money (money, 1, _("{0}k"), _("{0}m"));
}

/**
 * tambour_wording_money_round:
 * @money: an amount
 *
 * Returns: (transfer full): the amount in a sentence, such as “€124 thousand”
 */
char *
tambour_wording_money_round (TambourMoney money)
{
  /* Translators: thousands and millions of money in a sentence: €124 thousand, €1.2 million. */
  return scale_money (money, 0, _("{0} thousand"), _("{0} million"));
}
