/* tambour-wording.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <math.h>
#include <string.h>

#include "tambour-messages.h"
#include "tambour-wording-language.h"

#include "tambour-wording.h"

/* The bidirectional isolates of Unicode: what is between them reads in its own direction. */
#define ISOLATE "\342\201\250"
#define END_ISOLATE "\342\201\251"

/**
 * TambourWording:
 *
 * Numbers, dates, durations and money in words, in the language of the review
 * (REPORT-DESIGN section 7), and the translation of its sentences. The
 * language belongs to the thread: several reviews can be written at once.
 */
typedef struct
{
  const TambourWordingLanguage *language;
  TambourMessages            *messages; /* belongs to the cache */
  char                        tag[16];
} Words;

static _Thread_local Words words;

static const TambourWordingLanguage *
get_language (void)
{
  return words.language ? words.language : tambour_wording_language_find (NULL);
}

/* The catalogue at @path, opened once and kept as long as the process. */
static TambourMessages *
find_messages (const char *path)
{
  static GMutex lock;
  static GHashTable *cache;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  gpointer found;

  if (cache == NULL)
    cache = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (cache, path, NULL, &found))
    {
      found = tambour_messages_open (path);
      g_hash_table_insert (cache, g_strdup (path), found);
    }

  return found;
}

static TambourMessages *
open_messages (const char *tag)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autofree char *territory = g_strdup (tag);
  g_autofree char *plain = g_strndup (tag, strcspn (tag, "-_.@"));
  const char * const candidates[] = { g_strdelimit (territory, "-", '_'), plain };

  for (guint i = 0; folder && i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *path = g_build_filename (folder, candidates[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      TambourMessages *found = find_messages (path);

      if (found)
        return found;
    }

  return NULL;
}

/**
 * tambour_wording_set_language:
 * @language: (nullable): a language such as `de` or `de-AT`; %NULL for English
 *
 * Says in which language this thread writes from now on. Translations come from
 * the folder that the program gave to bindtextdomain(); without one for
 * @language, sentences are English, and numbers and dates those of @language.
 */
void
tambour_wording_set_language (const char *language)
{
  const char *tag = language && *language ? language : "en";

  if (words.language && strcmp (words.tag, tag) == 0)
    return;

  words.language = tambour_wording_language_find (tag);
  words.messages = open_messages (tag);
  g_strlcpy (words.tag, tag, sizeof words.tag);
}

/**
 * tambour_wording_is_translated:
 * @language: (nullable): such as `de`
 *
 * Returns: whether sentences can be written in @language; always in English
 */
gboolean
tambour_wording_is_translated (const char *language)
{
  return language == NULL || g_ascii_strncasecmp (language, "en", 2) == 0 || open_messages (language) != NULL;
}

/**
 * tambour_wording_get_language:
 *
 * Returns: the language that this thread writes in
 */
const char *
tambour_wording_get_language (void)
{
  return words.language ? words.tag : "en";
}

/**
 * tambour_wording_is_rtl:
 *
 * Returns: whether that language is written from right to left
 */
gboolean
tambour_wording_is_rtl (void)
{
  return get_language ()->rtl;
}

/**
 * tambour_wording_text:
 * @message: an English text
 *
 * Returns: the same in the language of the review. Written `_()`.
 */
const char *
tambour_wording_text (const char *message)
{
  const char *text = words.messages ? tambour_messages_find (words.messages, message) : NULL;

  return text ? text : message;
}

/**
 * tambour_wording_count_text:
 * @singular: an English text for one
 * @plural: the same for another number
 * @n: the number
 *
 * Returns: the form for @n in the language of the review. Written `ngettext()`.
 */
const char *
tambour_wording_count_text (const char *singular,
                          const char *plural,
                          gint64      n)
{
  const char *text = words.messages ? tambour_messages_count (words.messages, singular, n) : NULL;

  return text ? text : n == 1 ? singular : plural;
}

/* --- sentences ------------------------------------------------------------ */

/**
 * tambour_wording_fill_strv:
 * @sentence: a text with the places `{0}` to `{9}`
 * @values: what stands there
 *
 * Returns: (transfer full): the text; a place without a value is left as it is
 */
char *
tambour_wording_fill_strv (const char         *sentence,
                         const char * const *values)
{
  g_autoptr(GString) text = g_string_new (NULL);
  int n = (int) g_strv_length ((char **) values);

  for (const char *at = sentence; *at; at++)
    {
      if (at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}' && at[1] - '0' < n)
        {
          g_string_append (text, values[at[1] - '0']);
          at += 2;
        }
      else
        {
          g_string_append_c (text, *at);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tambour_wording_fill:
 * @sentence: a text with the places `{0}` to `{9}`
 * @...: what stands there, ended by %NULL
 *
 * Whole sentences are translated with their places, so that a translation can
 * put them in its own order; unlike with printf(), a wrong one does no harm.
 *
 * Returns: (transfer full): the text
 */
char *
tambour_wording_fill (const char *sentence,
                    ...)
{
  const char *values[11] = { NULL };
  va_list arguments;

  va_start (arguments, sentence);
  for (guint i = 0; i < 10 && (values[i] = va_arg (arguments, const char *)) != NULL; i++)
    ;
  va_end (arguments);

  return tambour_wording_fill_strv (sentence, values);
}

/**
 * tambour_wording_unbroken:
 * @text: a few words that stay on one line
 *
 * Returns: (transfer full): the same with no-break spaces
 */
char *
tambour_wording_unbroken (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv (TAMBOUR_NBSP, parts);
}

/* A number with its unit: never wrapped, whatever spaces the translation has. */
static char *
fill_bound (const char *sentence,
            const char *value,
            const char *second)
{
  g_autofree char *text = tambour_wording_fill (sentence, value, second, NULL);

  return tambour_wording_unbroken (text);
}

/**
 * tambour_wording_capital:
 * @sentence: a sentence that may begin with a spelled number
 *
 * Returns: (transfer full): the same with a capital
 */
char *
tambour_wording_capital (const char *sentence)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (*sentence)
    {
      g_string_append_unichar (text, g_unichar_totitle (g_utf8_get_char (sentence)));
      g_string_append (text, g_utf8_next_char (sentence));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tambour_wording_list:
 * @names: names, at least one
 *
 * Returns: (transfer full): the names in one phrase, such as “a, b and c”
 */
char *
tambour_wording_list (const char * const *names)
{
  guint n = g_strv_length ((char **) names);
  g_autofree char *phrase = g_strdup (names[0]);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = g_steal_pointer (&phrase);

      /* Translators: a list of names; the last two are joined by “and”. */
      phrase = tambour_wording_fill (i + 1 < n ? _("{0}, {1}") : _("{0} and {1}"), before, names[i], NULL);
    }

  return g_steal_pointer (&phrase);
}

/**
 * tambour_wording_isolate:
 * @text: a name, a case number or a signed number
 *
 * Returns: (transfer full): @text, kept apart from a text that runs from right to left
 */
char *
tambour_wording_isolate (const char *text)
{
  return tambour_wording_is_rtl () ? g_strconcat (ISOLATE, text, END_ISOLATE, NULL) : g_strdup (text);
}

/* --- numbers -------------------------------------------------------------- */

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
  const TambourWordingLanguage *language = get_language ();
  guint64 magnitude = units < 0 ? -(guint64) units : (guint64) units;
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  gsize whole = strlen (digits) - decimals;
  g_autoptr(GString) text = g_string_new (units < 0 ? "−" : with_plus && units > 0 ? "+" : "");

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
  return fill_bound (_("{0} of {1}"), part, all);
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

  return isfinite (value) ? g_strconcat (number, get_language ()->percent, NULL) : g_steal_pointer (&number);
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

  return g_strconcat (number, get_language ()->percent, NULL);
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

  return g_strconcat (number, get_language ()->percent, NULL);
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
  g_autofree char *text = g_strconcat (number, get_language ()->percent, NULL);

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
  g_autofree char *text = fill_bound (_("{0} pts"), number, NULL);

  return tambour_wording_isolate (text);
}

/* --- money ---------------------------------------------------------------- */

static double
get_amount (TambourMoney money)
{
  g_autofree char *text = tambour_money_dup_text (money);

  return text ? g_ascii_strtod (text, NULL) : TAMBOUR_NO_NUMBER;
}

/* @number with the sign of its currency on the side where the language has it. */
static char *
add_currency (TambourMoney  money,
              const char   *number)
{
  static const struct { const char *code; const char *sign; } SIGNS[] = {
    { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" }, { "KRW", "₩" },
  };
  const char *sign = money.currency;
  const char *digits = g_str_has_prefix (number, "−") ? number + strlen ("−") : number;
  const char *minus = digits == number ? "" : "−";

  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (strcmp (SIGNS[i].code, money.currency) == 0)
      sign = SIGNS[i].sign;

  if (get_language ()->money_after)
    return g_strconcat (number, TAMBOUR_NBSP, sign, NULL);

  return g_strconcat (minus, sign, sign == money.currency ? TAMBOUR_NBSP : "", digits, NULL);
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
  scaled = fill_bound (in_millions ? millions : thousands, number, NULL);

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

/* --- time ----------------------------------------------------------------- */

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
      return fill_bound (_("{0} d"), number, NULL);
    }
  if (minutes < 60)
    {
      /* Translators: short for minutes. */
      return fill_bound (_("{0} min"), rest, NULL);
    }

  number = tambour_wording_number (minutes < 600 ? minutes / 60 : (seconds + 1800) / 3600);
  if (minutes >= 600 || minutes % 60 == 0)
    {
      /* Translators: short for hours. */
      return fill_bound (_("{0} h"), number, NULL);
    }

  return fill_bound (_("{0} h {1} min"), number, rest);
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
      return fill_bound (_("{0} days"), number, NULL);
    }
  if (minutes < 60)
    {
      number = tambour_wording_number (minutes);
      return fill_bound (ngettext ("{0} minute", "{0} minutes", minutes), number, NULL);
    }
  if (minutes < 600 && minutes % 60 != 0)
    return tambour_wording_duration (seconds);

  number = tambour_wording_number (hours);

  return fill_bound (ngettext ("{0} hour", "{0} hours", hours), number, NULL);
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

  return fill_bound (_("{0} d"), number, NULL);
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

  return fill_bound (_("{0} h"), number, NULL);
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
  return get_language ()->months[month - 1];
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
  return get_language ()->long_months[month - 1];
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
  const TambourWordingLanguage *language = get_language ();
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
