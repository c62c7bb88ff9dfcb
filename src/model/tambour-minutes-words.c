/* tambour-minutes-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-code.h"
#include "tambour-minutes-private.h"
#include "tambour-when-parse.h"

/* What a line says: its words, and the marks between them. */

typedef struct
{
  TambourMinutes     *minutes;
  TambourMinutesItem *item;
  const char         *text;
  const char         *end;
  TambourDate         day;
  GString            *said;
  gboolean            is_start;  /* of a word */
} Reader;

static void
copy (Reader      *reader,
      const char **at,
      const char  *end)
{
  g_string_append_len (reader->said, *at, end - *at);
  *at = end;
  reader->is_start = FALSE;
}

static gboolean
has_due (Reader *reader)
{
  return reader->item->kind == TAMBOUR_MINUTES_ACTION || reader->item->kind == TAMBOUR_MINUTES_COMMITMENT;
}

/* A line that is only about a case has nobody. */
static gboolean
has_owner (Reader *reader)
{
  return reader->item->kind != TAMBOUR_MINUTES_CASE;
}

/* The mark is not part of what is said, nor is the space that was around it. */
static void
drop (Reader                  *reader,
      TambourMinutesSpanKind   kind,
      const char             **at,
      const char              *end)
{
  tambour_minutes_add_span (reader->minutes, reader->text, kind, *at, end);
  *at = end;
  reader->is_start = TRUE;

  if (end < reader->end && strchr (".,;:!?)", *end) != NULL)
    while (reader->said->len > 0 && reader->said->str[reader->said->len - 1] == ' ')
      g_string_truncate (reader->said, reader->said->len - 1);
}

/**
 * tambour_minutes_take_quoted:
 * @at: a part of a line
 * @end: where the line ends
 * @inside: (out) (optional): what is in the quotes
 *
 * Returns: (nullable): what follows the quotes; %NULL if there are none, or they
 *   do not end
 */
const char *
tambour_minutes_take_quoted (const char  *at,
                             const char  *end,
                             char       **inside)
{
  static const char * const pairs[][2] = { { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "»", "«" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (at, pairs[i][0]))
      {
        const char *from = at + strlen (pairs[i][0]);
        const char *close = from < end ? g_strstr_len (from, end - from, pairs[i][1]) : NULL;

        if (close == NULL)
          return NULL;

        if (inside != NULL)
          *inside = g_strstrip (g_strndup (from, close - from));
        return close + strlen (pairs[i][1]);
      }

  return NULL;
}

/* --- what is text, whatever it looks like ---------------------------------- */

/* Returns: (nullable): where @close ends, on this line */
static const char *
find_after (Reader     *reader,
            const char *from,
            const char *close)
{
  const char *found = g_strstr_len (from, reader->end - from, close);

  return found ? found + strlen (close) : NULL;
}

/* [[a note]], [text](address), <address> */
static const char *
skip_link (Reader     *reader,
           const char *at)
{
  const char *end;

  if (g_str_has_prefix (at, "[["))
    return find_after (reader, at + 2, "]]");
  if (*at == '[')
    {
      end = find_after (reader, at, "](");
      return end ? find_after (reader, end, ")") : NULL;
    }
  if (*at == '<')
    {
      end = find_after (reader, at, ">");
      return end && memchr (at, ' ', end - at) == NULL ? end : NULL;
    }

  return NULL;
}

static gsize
length_of_word (Reader     *reader,
                const char *at)
{
  gsize n = strcspn (at, " \t\r\n");

  return MIN (n, (gsize) (reader->end - at));
}

static const char *
skip_address (Reader     *reader,
              const char *at)
{
  gsize length = reader->is_start ? length_of_word (reader, at) : 0;

  if (g_strstr_len (at, length, "://") != NULL ||
      g_ascii_strncasecmp (at, "www.", MIN (length, 4)) == 0 ||
      g_ascii_strncasecmp (at, "mailto:", MIN (length, 7)) == 0)
    return length > 3 ? at + length : NULL;

  return NULL;
}

static gboolean
skip_text (Reader      *reader,
           const char **at)
{
  const char *end = NULL;

  if (**at == '`')
    end = tambour_code_skip (*at, reader->end);
  if (end == NULL && reader->is_start)
    end = tambour_minutes_take_quoted (*at, reader->end, NULL);
  if (end == NULL)
    end = skip_link (reader, *at);
  if (end == NULL)
    end = skip_address (reader, *at);

  if (end != NULL)
    copy (reader, at, end);

  return end != NULL;
}

/* \@ is @ */
static gboolean
skip_escape (Reader      *reader,
             const char **at)
{
  if (**at != '\\' || *at + 1 >= reader->end || strchr ("@!#\\`\"[]-*+?>=~<", (*at)[1]) == NULL)
    return FALSE;

  *at += 1;
  copy (reader, at, *at + 1);

  return TRUE;
}

/* --- marks ----------------------------------------------------------------- */

/**
 * tambour_minutes_is_of_name:
 * @c: a character
 *
 * Returns: whether it can be part of a name behind an @
 */
gboolean
tambour_minutes_is_of_name (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '.' || c == '-' || c == '_' || c == '\'' || c == 0x2019;
}

/**
 * tambour_minutes_take_name:
 * @at: what stands behind an @
 * @end: where the line ends
 * @name: (out): the name
 *
 * Reads @marcus, @ruth_adeyemi and @"Ruth Adeyemi".
 *
 * Returns: (nullable): what follows the name; %NULL if there is none
 */
const char *
tambour_minutes_take_name (const char  *at,
                           const char  *end,
                           char       **name)
{
  const char *close = tambour_minutes_take_quoted (at, end, name);
  const char *start = at;

  if (close != NULL)
    return **name ? close : NULL;
  if (at >= end || !g_unichar_isalpha (g_utf8_get_char (at)))
    return NULL;

  while (at < end && tambour_minutes_is_of_name (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  while (at > start && strchr (".-'", at[-1]) != NULL)
    at--;

  *name = g_strdelimit (g_strndup (start, at - start), "_", ' ');

  return at;
}

static gboolean
read_owner (Reader      *reader,
            const char **at)
{
  g_autofree char *name = NULL;
  const char *end = tambour_minutes_take_name (*at + 1, reader->end, &name);

  if (end == NULL || !has_owner (reader) || reader->item->owner != NULL)
    return FALSE;

  reader->item->owner = g_steal_pointer (&name);
  drop (reader, TAMBOUR_MINUTES_SPAN_OWNER, at, end);

  return TRUE;
}

/* !fri, !2026-12-04, !"4 Dec" */
static const char *
take_date (Reader      *reader,
           const char  *at,
           char       **word)
{
  const char *end = tambour_minutes_take_quoted (at, reader->end, word);
  gsize length = strcspn (at, " \t,;)\"");

  if (end != NULL)
    return end;

  length = MIN (length, (gsize) (reader->end - at));
  while (length > 0 && strchr (".:!?", at[length - 1]) != NULL)
    length--;
  if (length == 0)
    return NULL;

  *word = g_strndup (at, length);

  return at + length;
}

/* Only what starts as a date does is told to be none. */
static gboolean
is_meant_as_date (const char *word)
{
  return g_unichar_isalnum (g_utf8_get_char (word)) || ((*word == '+' || *word == '-') && g_ascii_isdigit (word[1]));
}

static gboolean
read_due (Reader      *reader,
          const char **at)
{
  g_autofree char *word = NULL;
  const char *end = take_date (reader, *at + 1, &word);

  if (end == NULL || !has_due (reader) || tambour_date_is_stated (reader->item->due))
    return FALSE;

  if (tambour_when_parse_due (word, reader->day, &reader->item->due))
    {
      g_clear_pointer (&reader->item->wrong_due, g_free);
      drop (reader, TAMBOUR_MINUTES_SPAN_DUE, at, end);
      return TRUE;
    }

  if (is_meant_as_date (word) && reader->item->wrong_due == NULL)
    reader->item->wrong_due = g_steal_pointer (&word);

  return FALSE;
}

static gboolean
is_known (GPtrArray  *numbers,
          const char *number)
{
  return g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL);
}

/* A case’s number stays in what is said. */
static gboolean
read_case (Reader      *reader,
           const char **at)
{
  const char *start = *at + 1, *end = start;
  gboolean has_digit = FALSE;
  g_autofree char *number = NULL;

  for (; end < reader->end && (g_ascii_isalnum (*end) || *end == '-'); end++)
    has_digit = has_digit || g_ascii_isdigit (*end);
  while (end > start && end[-1] == '-')
    end--;
  if (!has_digit || end == start || (end < reader->end && g_unichar_isalnum (g_utf8_get_char (end))))
    return FALSE;

  number = g_strndup (start, end - start);
  if (!is_known (reader->item->cases, number))
    g_ptr_array_add (reader->item->cases, g_steal_pointer (&number));
  tambour_minutes_add_span (reader->minutes, reader->text, TAMBOUR_MINUTES_SPAN_CASE, *at, end);
  copy (reader, at, end);

  return TRUE;
}

static gboolean
read_sign (Reader      *reader,
           const char **at)
{
  if (!reader->is_start)
    return FALSE;

  switch (**at)
    {
    case '@':
      return read_owner (reader, at);
    case '!':
      return read_due (reader, at);
    case '#':
      return read_case (reader, at);
    default:
      return FALSE;
    }
}

static void
read_space (Reader      *reader,
            const char **at)
{
  *at += 1;
  reader->is_start = TRUE;
  if (reader->said->len > 0 && reader->said->str[reader->said->len - 1] != ' ')
    g_string_append_c (reader->said, ' ');
}

static void
read_character (Reader      *reader,
                const char **at)
{
  gboolean is_bracket = **at == '(' && (*at == reader->text || (*at)[-1] != ']');
  gboolean is_comma = **at == ',' || **at == ';';

  copy (reader, at, g_utf8_next_char (*at));
  reader->is_start = is_bracket || is_comma;
}

/**
 * tambour_minutes_read_words:
 * @self: minutes
 * @item: (inout): what is read; says afterwards who, until when and which cases
 * @text: the text of the minutes
 * @start: where in @text what it says starts
 * @end: and where the line ends
 * @day: the day from which dates count
 */
void
tambour_minutes_read_words (TambourMinutes     *self,
                            TambourMinutesItem *item,
                            const char         *text,
                            const char         *start,
                            const char         *end,
                            TambourDate         day)
{
  Reader reader = { self, item, text, end, day, g_string_new (NULL), TRUE };

  for (const char *at = start; at < end;)
    if (*at == ' ' || *at == '\t')
      read_space (&reader, &at);
    else if (!skip_escape (&reader, &at) && !skip_text (&reader, &at) && !read_sign (&reader, &at))
      read_character (&reader, &at);

  item->text = g_strstrip (g_string_free (reader.said, FALSE));
}

/* --- amounts --------------------------------------------------------------- */

/* Not every three capitals are money: “12 API keys”. */
static const char * const currencies[] = {
  "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR",
  "ILS", "INR", "ISK", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "RON", "SAR", "SEK", "SGD",
  "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR", NULL,
};

/* 1 234,50 and 1.234,50 and 1,234.50 are 1234.50: the last of two signs parts
 * the cents, and one alone does unless three digits follow it.
 */
static char *
plain_number (const char *typed)
{
  const char *comma = strrchr (typed, ','), *point = strrchr (typed, '.');
  const char *last = MAX (comma, point);
  gboolean is_one = (comma == NULL) != (point == NULL) && strchr (typed, *last) == last;
  gboolean has_cents = last && ((comma && point) || (is_one && strlen (last + 1) != 3));
  g_autoptr(GString) number = g_string_new (NULL);

  for (const char *at = typed; *at; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (number, *at);
    else if (at == last && has_cents)
      g_string_append_c (number, '.');

  return g_string_free (g_steal_pointer (&number), FALSE);
}

/**
 * tambour_minutes_read_amount:
 * @item: (inout): a value; its amount is no longer part of its text
 *
 * Reads `4 500 EUR saved` and `EUR 4500 saved`. What has no currency is no
 * amount: “12 cases fewer”.
 */
void
tambour_minutes_read_amount (TambourMinutesItem *item)
{
  static const char pattern[] =
    "^(?:(?<before>[A-Z]{3}) ?)?(?<number>[0-9](?:[0-9.,'’]|[ \\x{a0}\\x{202f}](?=[0-9]{3}(?![0-9])))*)(?: ?(?<after>[A-Z]{3}))?(?: +|$)";
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *number = NULL;
  g_autofree char *money = NULL;
  const char *currency;
  int end;

  if (!g_regex_match (regex, item->text, 0, &match))
    return;

  before = g_match_info_fetch_named (match, "before");
  after = g_match_info_fetch_named (match, "after");
  currency = before && *before ? before : after;
  if (currency == NULL || !g_strv_contains (currencies, currency) || !g_match_info_fetch_pos (match, 0, NULL, &end) ||
      item->text[end] == '\0')
    return;

  typed = g_match_info_fetch_named (match, "number");
  number = plain_number (typed);
  money = g_strdup_printf ("%s %s", number, currency);
  if (tambour_money_parse (money, &item->amount))
    memmove (item->text, item->text + end, strlen (item->text + end) + 1);
}
