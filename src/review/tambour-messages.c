/* tambour-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-messages.h"

#include <string.h>

#define MAGIC 0x950412deu

/* Where the header says where the two tables are. */
#define ORIGINALS    12
#define TRANSLATIONS 16

/**
 * TambourMessages:
 *
 * One compiled message catalogue (a `.mo` file), read by ourselves. gettext
 * answers in the language of the process; a review is written in the language
 * of its account, several of them at once in several threads, and the same on
 * a host that has no such locale. The file is untrusted: whatever does not fit
 * in it is left out.
 */
struct _TambourMessages
{
  GMappedFile  *file;
  const guint8 *bytes;
  gsize         size;
  GHashTable   *rows; /* text in the source → row of its translation, from 1 */
  char         *plural;
};

/* --- plural forms: the C expression in the header of a catalogue --------- */

typedef struct
{
  const char *at;
  gint64      n;
  guint       depth;
  gboolean    failed;
} Parser;

typedef struct
{
  const char *sign;
  int         level;
} Operator;

/* Longer signs first, so that `<=` is not read as `<`. */
static const Operator OPERATORS[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 },
  { "<", 4 }, { ">", 4 }, { "+", 5 }, { "-", 5 }, { "*", 6 }, { "/", 6 }, { "%", 6 },
};

static gint64 parse_choice (Parser *parser);

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static gboolean
accept (Parser     *parser,
        const char *sign)
{
  skip_space (parser);
  if (!g_str_has_prefix (parser->at, sign))
    return FALSE;

  parser->at += strlen (sign);

  return TRUE;
}

static gint64
parse_primary (Parser *parser)
{
  gint64 value;

  if (parser->failed || ++parser->depth > 200)
    return !(parser->failed = TRUE);

  if (accept (parser, "!"))
    return !parse_primary (parser);
  if (accept (parser, "n"))
    return parser->n;
  if (accept (parser, "("))
    {
      value = parse_choice (parser);
      parser->failed |= !accept (parser, ")");
      return value;
    }
  if (!g_ascii_isdigit (*parser->at))
    return !(parser->failed = TRUE);

  return g_ascii_strtoll (parser->at, (char **) &parser->at, 10);
}

static gint64
apply (Parser     *parser,
       const char *sign,
       gint64      a,
       gint64      b)
{
  if ((*sign == '/' || *sign == '%') && b == 0)
    return !(parser->failed = TRUE);

  switch (*sign)
    {
    case '|':
      return a || b;
    case '&':
      return a && b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return sign[1] ? a <= b : a < b;
    case '>':
      return sign[1] ? a >= b : a > b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
    }
}

static const Operator *
accept_operator (Parser *parser,
                 int     level)
{
  for (guint i = 0; i < G_N_ELEMENTS (OPERATORS); i++)
    {
      const char *before = parser->at;

      if (!accept (parser, OPERATORS[i].sign))
        continue;
      if (OPERATORS[i].level >= level)
        return &OPERATORS[i];
      parser->at = before;
      return NULL;
    }

  return NULL;
}

static gint64
parse_operators (Parser *parser,
                 int     level)
{
  gint64 value = parse_primary (parser);
  const Operator *found;

  while (!parser->failed && (found = accept_operator (parser, level)) != NULL)
    value = apply (parser, found->sign, value, parse_operators (parser, found->level + 1));

  return value;
}

static gint64
parse_choice (Parser *parser)
{
  gint64 condition = parse_operators (parser, 1);
  gint64 yes, no;

  if (parser->failed || !accept (parser, "?"))
    return condition;

  yes = parse_choice (parser);
  parser->failed |= !accept (parser, ":");
  no = parse_choice (parser);

  return condition ? yes : no;
}

/**
 * tambour_plural_evaluate:
 * @expression: the `plural=` part of a catalogue's Plural-Forms, such as `n != 1`
 * @n: the count
 * @form: (out): the number of the form for @n
 *
 * Returns: %FALSE if @expression is not one
 */
gboolean
tambour_plural_evaluate (const char *expression,
                         gint64      n,
                         gint64     *form)
{
  Parser parser = { .at = expression, .n = n };

  *form = parse_choice (&parser);
  skip_space (&parser);

  return !parser.failed && (*parser.at == '\0' || *parser.at == ';') && *form >= 0;
}

/* --- the file ------------------------------------------------------------- */

static guint32
read_word (const guint8 *bytes,
           gsize         offset)
{
  guint32 word;

  memcpy (&word, bytes + offset, sizeof word);

  return GUINT32_FROM_LE (word);
}

/* The text in row @i of the table that the header names at @table, or NULL. */
static const char *
read_text (TambourMessages *self,
           gsize            table,
           guint32          i,
           gsize           *length)
{
  gsize row = (gsize) read_word (self->bytes, table) + (gsize) i * 8;
  gsize offset;

  if (row + 8 > self->size)
    return NULL;

  *length = read_word (self->bytes, row);
  offset = read_word (self->bytes, row + 4);
  if (offset >= self->size || *length >= self->size - offset || self->bytes[offset + *length] != '\0')
    return NULL;

  return (const char *) self->bytes + offset;
}

/* Several forms of a text stand one after the other, each ended by a zero. */
static gboolean
is_readable (const char *text,
             gsize       length)
{
  for (const char *form = text; form <= text + length; form += strlen (form) + 1)
    if (!g_utf8_validate (form, -1, NULL))
      return FALSE;

  return length > 0;
}

static void
read_texts (TambourMessages *self)
{
  guint32 n = read_word (self->bytes, 8);

  for (guint32 i = 0; i < n && (gsize) i * 8 < self->size; i++)
    {
      gsize length;
      const char *message = read_text (self, ORIGINALS, i, &length);
      const char *text = read_text (self, TRANSLATIONS, i, &length);

      if (message && text && is_readable (text, length))
        g_hash_table_insert (self->rows, (gpointer) message, GUINT_TO_POINTER (i + 1));
    }
}

/* The translation of @message: its first form and the length of all its forms. */
static const char *
look_up (TambourMessages *self,
         const char      *message,
         gsize           *length)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, message));

  return row > 0 ? read_text (self, TRANSLATIONS, row - 1, length) : NULL;
}

static char *
find_plural (const char *header)
{
  const char *at = header ? strstr (header, "plural=") : NULL;

  /* nplurals= comes first, and ends in the same letters. */
  while (at && at > header && g_ascii_isalpha (at[-1]))
    at = strstr (at + 1, "plural=");

  return at ? g_strndup (at + 7, strcspn (at + 7, ";\n")) : g_strdup ("n != 1");
}

/**
 * tambour_messages_open:
 * @path: a compiled catalogue
 *
 * Returns: (transfer full) (nullable): the messages, or %NULL if there are none
 */
TambourMessages *
tambour_messages_open (const char *path)
{
  g_autoptr(TambourMessages) self = g_new0 (TambourMessages, 1);
  gsize length;

  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file == NULL || g_mapped_file_get_length (self->file) < 28)
    return NULL;

  self->bytes = (const guint8 *) g_mapped_file_get_contents (self->file);
  self->size = g_mapped_file_get_length (self->file);
  if (read_word (self->bytes, 0) != MAGIC)
    return NULL;

  read_texts (self);
  self->plural = find_plural (look_up (self, "", &length));

  return g_steal_pointer (&self);
}

/**
 * tambour_messages_free:
 * @self: messages
 *
 * Frees @self and every text that was found in it.
 */
void
tambour_messages_free (TambourMessages *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->plural, g_free);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

/**
 * tambour_messages_find:
 * @self: messages
 * @message: the text in the source
 *
 * Returns: (nullable): its translation, or %NULL if there is none
 */
const char *
tambour_messages_find (TambourMessages *self,
                       const char      *message)
{
  gsize length;

  return look_up (self, message, &length);
}

/**
 * tambour_messages_count:
 * @self: messages
 * @singular: the text in the source for one
 * @n: the count
 *
 * Returns: (nullable): the form of the translation for @n, or %NULL if there is none
 */
const char *
tambour_messages_count (TambourMessages *self,
                        const char      *singular,
                        gint64           n)
{
  gsize length = 0;
  const char *text = look_up (self, singular, &length);
  const char *end = text ? text + length : NULL;
  gint64 form;

  if (text == NULL || !tambour_plural_evaluate (self->plural, n, &form))
    return NULL;

  for (; form > 0 && text < end; form--)
    text += strlen (text) + 1;

  /* A form that is not there is not guessed. */
  return form == 0 && text < end ? text : NULL;
}
