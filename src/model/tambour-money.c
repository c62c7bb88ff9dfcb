/* tambour-money.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-time.h"

/* ISO 4217: the currencies that do not have two digits after the point. */
static int
count_digits (const char *currency)
{
  static const char * const none[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                       "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF", NULL };
  static const char * const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };

  if (g_strv_contains (none, currency))
    return 0;

  return g_strv_contains (three, currency) ? 3 : 2;
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 &&
         g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

static gboolean
is_decimal (const char *number)
{
  const char *c = number + (number[0] == '-');
  gsize whole = strspn (c, "0123456789");
  gsize decimals = c[whole] == '.' ? strspn (c + whole + 1, "0123456789") : 0;

  return whole > 0 && (c[whole] == '\0' || (decimals > 0 && c[whole + 1 + decimals] == '\0'));
}

/* The digits of @number without its point, padded to @digits after it. */
static gboolean
parse_minor (const char *number,
             int         digits,
             gint64     *minor)
{
  g_autoptr(GString) all = g_string_new (NULL);
  const char *point = strchr (number, '.');
  gsize decimals = point ? strlen (point + 1) : 0;

  if (!is_decimal (number) || decimals > (gsize) digits)
    return FALSE;

  g_string_append_len (all, number, point ? point - number : (gssize) strlen (number));
  if (point)
    g_string_append (all, point + 1);
  for (gsize i = decimals; i < (gsize) digits; i++)
    g_string_append_c (all, '0');

  return g_ascii_string_to_signed (all->str, 10, G_MININT64 + 1, G_MAXINT64, minor, NULL);
}

/**
 * tambour_money_parse:
 * @text: an amount and an ISO 4217 code, such as `1234.50 EUR`
 * @money: (out): the amount
 *
 * Returns: %FALSE if @text is something else
 */
gboolean
tambour_money_parse (const char   *text,
                     TambourMoney *money)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", 3);
  gint64 minor;

  if (g_strv_length (parts) != 2 || !is_currency (parts[1]) ||
      !parse_minor (parts[0], count_digits (parts[1]), &minor))
    return FALSE;

  money->minor = minor;
  memcpy (money->currency, parts[1], sizeof money->currency);

  return TRUE;
}

/**
 * tambour_money_dup_text:
 * @money: an amount
 *
 * Returns: (transfer full) (nullable): what tambour_money_parse() reads, or
 *   %NULL if not stated
 */
char *
tambour_money_dup_text (TambourMoney money)
{
  int digits = count_digits (money.currency);
  gint64 scale = 1;
  guint64 amount;

  if (money.minor == TAMBOUR_NO_COUNT)
    return NULL;

  for (int i = 0; i < digits; i++)
    scale *= 10;

  amount = money.minor < 0 ? -(guint64) money.minor : (guint64) money.minor;

  if (digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT " %s", money.minor < 0 ? "-" : "", amount, money.currency);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT " %s",
                          money.minor < 0 ? "-" : "", amount / scale, digits, amount % scale, money.currency);
}
