/* tambour-value-formula-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-formula-text.h"

#include <string.h>

/* A formula is kept as it was computed, the same in every language, such as
 * “(27.5 − 11) h × 12400.00 USD”. People read its figures as they read all others.
 */

/* A number with more of them is written by a person, who may mean thousands: “1.200 h”. */
#define MAX_DECIMALS 2

/* What a figure may stand behind. */
static const char * const signs[] = { "× ", "− ", "(" };

static gboolean
is_behind_sign (const char *formula,
                const char *c)
{
  if (c == formula)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize length = strlen (signs[i]);

      if ((gsize) (c - formula) >= length && strncmp (c - length, signs[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: how long the figure at @c is, or 0 without one */
static gsize
measure_figure (const char *c,
                guint      *decimals)
{
  gsize whole = strspn (c, "0123456789");
  gsize length = whole;

  *decimals = 0;
  if (whole > 0 && c[whole] == '.')
    {
      *decimals = strspn (c + whole + 1, "0123456789");
      length += 1 + *decimals;
      if (*decimals == 0 || *decimals > MAX_DECIMALS + 1)
        return 0;
    }

  return whole > 0 && (c[length] == '\0' || c[length] == ' ' || c[length] == ')') ? length : 0;
}

/* Returns: how long the amount is that begins with a figure of @length, or 0 without one */
static gsize
measure_money (const char   *c,
               gsize         length,
               TambourMoney *money)
{
  gsize all = length + strlen (" EUR");
  g_autofree char *text = g_strndup (c, all);

  return strlen (text) == all && !g_ascii_isalnum (c[all]) && tambour_money_parse (text, money) ? all : 0;
}

/* Returns: how much of @c was written anew */
static gsize
write_figure (const char                *c,
              const TambourFormulaWords *words,
              GString                   *result)
{
  guint decimals;
  gsize length = measure_figure (c, &decimals), all;
  TambourMoney money = { 0 };
  g_autofree char *text = NULL;

  if (length == 0)
    return 0;

  all = measure_money (c, length, &money);
  if (all == 0 && decimals > MAX_DECIMALS)
    return 0;

  text = all > 0 ? words->money (money) : words->number (g_ascii_strtod (c, NULL), decimals);
  g_string_append (result, text);

  return all > 0 ? all : length;
}

/**
 * tambour_value_write_formula:
 * @formula: (nullable): how an effect was computed (METRICS.md M60)
 * @words: how its figures are written
 *
 * Writes its figures anew, with the separators of those who read it. What a person
 * has written in another form stays.
 *
 * Returns: (transfer full) (nullable): the formula to be read
 */
char *
tambour_value_write_formula (const char                *formula,
                             const TambourFormulaWords *words)
{
  g_autoptr(GString) result = g_string_new (NULL);

  if (formula == NULL)
    return NULL;

  for (const char *c = formula; *c != '\0';)
    {
      gsize written = is_behind_sign (formula, c) ? write_figure (c, words, result) : 0;

      if (written == 0)
        g_string_append_c (result, *c++);
      c += written;
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}
