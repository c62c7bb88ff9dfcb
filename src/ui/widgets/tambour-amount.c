/* tambour-amount.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include <unicode/ucurr.h>
#include <unicode/unum.h>

#include "tambour-amount.h"

/* How numbers and amounts of money are written and read in the window: by the
 * person's locale, and whatever people type. For the main thread.
 */

#define MAX_DECIMALS 6

static UNumberFormat *
open_format (UNumberFormatStyle style)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (style, NULL, 0, NULL, NULL, &status);

  return U_SUCCESS (status) ? format : NULL;
}

static char *
take_utf16 (const UChar *text,
            gint32       length,
            UErrorCode   status)
{
  return U_SUCCESS (status) ? g_utf16_to_utf8 (text, length, NULL, NULL, NULL) : NULL;
}

/* The shortest digits that are read back as the same number. */
static char *
dup_shortest (double number)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }

  return g_strdup (buffer);
}

/**
 * tambour_amount_number:
 * @number: a number, or %TAMBOUR_NO_NUMBER
 *
 * Returns: (transfer full): it as people read it, such as "1,234.5"
 */
char *
tambour_amount_number (double number)
{
  static UNumberFormat *format;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[400];
  gint32 length;
  char *result;

  if (isnan (number))
    return g_strdup ("");

  if (format == NULL)
    {
      format = open_format (UNUM_DECIMAL);
      unum_setAttribute (format, UNUM_MAX_FRACTION_DIGITS, MAX_DECIMALS);
    }

  length = unum_formatDouble (format, number, text, G_N_ELEMENTS (text), NULL, &status);
  result = take_utf16 (text, length, status);

  return result ? result : dup_shortest (number);
}

static char *
dup_money (UNumberFormat *format,
           TambourMoney   money)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *plain = tambour_money_dup_text (money);
  UChar text[100];
  gint32 length;
  char *result;

  if (plain == NULL)
    return g_strdup ("");

  length = unum_formatDecimal (format, plain, strcspn (plain, " "), text, G_N_ELEMENTS (text), NULL, &status);
  result = take_utf16 (text, length, status);

  return result ? result : g_steal_pointer (&plain);
}

static void
set_currency (UNumberFormat *format,
              TambourMoney   money)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar currency[4] = { money.currency[0], money.currency[1], money.currency[2], 0 };

  unum_setTextAttribute (format, UNUM_CURRENCY_CODE, currency, 3, &status);
}

/**
 * tambour_amount_money:
 * @money: an amount
 *
 * Returns: (transfer full): it as people read it, such as "€1,234.50"
 */
char *
tambour_amount_money (TambourMoney money)
{
  static UNumberFormat *format;

  if (format == NULL)
    format = open_format (UNUM_CURRENCY);

  set_currency (format, money);

  return dup_money (format, money);
}

/**
 * tambour_amount_money_whole:
 * @money: an amount
 *
 * Returns: (transfer full): it in whole units, as it is read in passing: "€1,235"
 */
char *
tambour_amount_money_whole (TambourMoney money)
{
  static UNumberFormat *format;

  if (format == NULL)
    format = open_format (UNUM_CURRENCY);

  set_currency (format, money);
  unum_setAttribute (format, UNUM_MAX_FRACTION_DIGITS, 0);
  unum_setAttribute (format, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);

  return dup_money (format, money);
}

static char *
localise (char *plain)
{
  const char *point = localeconv ()->decimal_point;
  g_autofree char *ascii = plain;
  g_auto(GStrv) parts = g_strsplit (ascii, ".", 2);

  return g_strjoinv (point && *point ? point : ".", parts);
}

/**
 * tambour_amount_edit_count:
 * @count: a count, or %TAMBOUR_NO_COUNT
 *
 * Returns: (transfer full): it as it is edited
 */
char *
tambour_amount_edit_count (gint64 count)
{
  return count == TAMBOUR_NO_COUNT ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

/**
 * tambour_amount_edit_number:
 * @number: a number, or %TAMBOUR_NO_NUMBER
 *
 * Returns: (transfer full): it as it is edited: in full, with the locale's point
 */
char *
tambour_amount_edit_number (double number)
{
  return isnan (number) ? g_strdup ("") : localise (dup_shortest (number));
}

/**
 * tambour_amount_edit_money:
 * @money: an amount
 *
 * Returns: (transfer full): it as it is edited, such as "1234.50 EUR"
 */
char *
tambour_amount_edit_money (TambourMoney money)
{
  char *plain = tambour_money_dup_text (money);

  return plain ? localise (plain) : g_strdup ("");
}

/**
 * tambour_amount_get_currency:
 *
 * Returns: (transfer none): the currency where the person is
 */
const char *
tambour_amount_get_currency (void)
{
  static char currency[4];
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4];

  if (*currency != '\0')
    return currency;

  g_strlcpy (currency, "EUR", sizeof currency);
  if (ucurr_forLocale (NULL, code, G_N_ELEMENTS (code), &status) == 3 && U_SUCCESS (status))
    for (guint i = 0; i < 3; i++)
      currency[i] = code[i];

  return currency;
}

/* What is skipped between digits. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '\'' || c == 0x2019 || c == '_';
}

/* Digits of any script as ASCII; a group or decimal sign as '.' or ','. */
static char *
fold (const char *text)
{
  g_autoptr(GString) folded = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (folded, '0' + g_unichar_digit_value (c));
      else if (c == '.' || c == 0x066b)
        g_string_append_c (folded, '.');
      else if (c == ',' || c == 0x066c)
        g_string_append_c (folded, ',');
      else if ((c == '-' || c == 0x2212) && folded->len == 0)
        g_string_append_c (folded, '-');
      else if (!is_space (c) && !(c == '+' && folded->len == 0))
        return NULL;
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static guint
count_char (const char *text,
            char        c)
{
  guint n = 0;

  for (; *text; text++)
    n += *text == c;

  return n;
}

/* Which of the two signs is the decimal one, 0 for neither. One sign before
 * three digits is whatever the locale says; otherwise it can only be decimal.
 */
static char
find_point (const char *folded)
{
  char locale = *localeconv ()->decimal_point == ',' ? ',' : '.';
  const char *last = strrchr (folded, '.');
  const char *comma = strrchr (folded, ',');

  if (last == NULL || (comma != NULL && comma > last))
    last = comma;
  if (last == NULL || count_char (folded, *last) > 1)
    return 0;

  if (*last == locale || count_char (folded, *last == '.' ? ',' : '.') > 0)
    return *last;

  return strlen (last + 1) == 3 && last - folded <= 3 && *folded != '0' ? 0 : *last;
}

static gboolean
are_groups (char **groups)
{
  guint n = g_strv_length (groups);

  for (guint i = 1; i < n; i++)
    if (strlen (groups[i]) != 3 && (i == n - 1 || strlen (groups[i]) != 2))
      return FALSE;

  return n <= 1 || *groups[0] != '\0';
}

/* What was typed, as C writes numbers; NULL if it is none. */
static char *
dup_plain (const char *text)
{
  g_autofree char *folded = fold (text);
  char point = folded ? find_point (folded) : 0;
  char other[2] = { 0 };
  g_auto(GStrv) halves = NULL;
  g_auto(GStrv) groups = NULL;
  g_autofree char *whole = NULL;

  if (folded == NULL || *folded == '\0')
    return NULL;

  other[0] = point ? (point == '.' ? ',' : '.') : (strchr (folded, '.') ? '.' : ',');
  halves = g_strsplit (folded, point ? (point == '.' ? "." : ",") : " ", 2);
  groups = g_strsplit (halves[0], other, -1);
  if (!are_groups (groups))
    return NULL;

  whole = g_strjoinv ("", groups);
  if (halves[1] == NULL)
    return g_steal_pointer (&whole);

  if (strspn (halves[1], "0123456789") != strlen (halves[1]))
    return NULL;

  return *halves[1] ? g_strdup_printf ("%s.%s", *whole && !g_str_equal (whole, "-") ? whole : *whole ? "-0"
                                                                                                     : "0",
                                       halves[1])
                    : g_steal_pointer (&whole);
}

/**
 * tambour_amount_parse_count:
 * @text: what somebody typed
 * @count: (out): the count
 *
 * Returns: %FALSE if @text is no whole number
 */
gboolean
tambour_amount_parse_count (const char *text,
                            gint64     *count)
{
  g_autofree char *plain = dup_plain (text);

  return plain != NULL && g_ascii_string_to_signed (plain, 10, G_MININT64 + 1, G_MAXINT64, count, NULL);
}

/**
 * tambour_amount_parse_number:
 * @text: what somebody typed
 * @number: (out): the number
 *
 * Returns: %FALSE if @text is no number
 */
gboolean
tambour_amount_parse_number (const char *text,
                             double     *number)
{
  g_autofree char *plain = dup_plain (text);
  char *end;

  if (plain == NULL)
    return FALSE;

  *number = g_ascii_strtod (plain, &end);

  return end != plain && *end == '\0' && isfinite (*number);
}

static gboolean
is_known (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4] = { code[0], code[1], code[2], 0 };

  return ucurr_isAvailable (wide, -G_MAXDOUBLE, G_MAXDOUBLE, &status) && U_SUCCESS (status);
}

/* Takes the currency out of what was typed: a code of three letters, or a sign. */
static char *
take_currency (GString    *amount,
               const char *usual)
{
  static const struct
  {
    const char *sign;
    const char *code;
  } signs[] = {
    { "€", "EUR" },
    { "£", "GBP" },
    { "¥", "JPY" },
    { "$", "USD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_string_replace (amount, signs[i].sign, "", 1) > 0)
      return g_strdup (*signs[i].sign == '$' && g_str_has_suffix (usual, "D") ? usual : signs[i].code);

  for (gsize i = 0; i + 3 <= amount->len; i++)
    if (g_ascii_isalpha (amount->str[i]) && g_ascii_isalpha (amount->str[i + 1]) && g_ascii_isalpha (amount->str[i + 2]) &&
        !g_ascii_isalpha (amount->str[i + 3]))
      {
        char *code = g_ascii_strup (amount->str + i, 3);

        g_string_erase (amount, i, 3);
        return code;
      }

  return g_strdup (usual);
}

/**
 * tambour_amount_parse_money:
 * @text: what somebody typed, such as "1,234.50", "€ 12" or "12 usd"
 * @currency: the currency if @text names none
 * @money: (out): the amount
 *
 * Returns: %FALSE if @text is no amount
 */
gboolean
tambour_amount_parse_money (const char   *text,
                            const char   *currency,
                            TambourMoney *money)
{
  g_autoptr(GString) amount = g_string_new (text);
  g_autofree char *code = take_currency (amount, currency);
  g_autofree char *plain = dup_plain (amount->str);
  g_autofree char *whole = plain ? g_strdup_printf ("%s %s", plain, code) : NULL;

  return whole != NULL && is_known (code) && tambour_money_parse (whole, money);
}
