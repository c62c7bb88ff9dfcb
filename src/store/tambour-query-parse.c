/* tambour-query-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-query-private.h"

/* Deeper parentheses than anybody writes. */
#define MAX_DEPTH 32

/* What one statement of SQLite can take, with room to spare. */
#define MAX_COMPARISONS 200

/* The grammar, lowest first:
 *
 * any     = all { "or" all }
 * all     = one { "and" one }
 * one     = "(" any ")" | field operator value
 * value   = word | "text" | 'text'
 */
typedef struct
{
  TambourQuery *query;
  const char   *text;
  const char   *at;
  GString      *sql;
  guint         depth;
  guint         n_comparisons;
} Parser;

static gboolean parse_any (Parser  *self,
                           GError **error);

static gboolean
fail_at (Parser      *self,
         const char  *place,
         const char  *reason,
         GError     **error)
{
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY,
               _("The expression cannot be understood at character %ld: %s"),
               g_utf8_pointer_to_offset (self->text, place) + 1, reason);

  return FALSE;
}

static void
skip_space (Parser *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

static gboolean
is_word_byte (char c)
{
  return c != '\0' && !g_ascii_isspace (c) && strchr ("()\"'=!<>~", c) == NULL;
}

static gsize
count_word (Parser *self)
{
  gsize length = 0;

  while (is_word_byte (self->at[length]))
    length++;

  return length;
}

static gboolean
take_keyword (Parser     *self,
              const char *keyword)
{
  skip_space (self);
  if (count_word (self) != strlen (keyword) || g_ascii_strncasecmp (self->at, keyword, strlen (keyword)) != 0)
    return FALSE;

  self->at += strlen (keyword);

  return TRUE;
}

static gboolean
take_sign (Parser     *self,
           const char *sign)
{
  skip_space (self);
  if (!g_str_has_prefix (self->at, sign))
    return FALSE;

  self->at += strlen (sign);

  return TRUE;
}

static gboolean
take_operator (Parser          *self,
               TambourOperator *operator)
{
  static const struct
  {
    const char *sign;
    TambourOperator operator;
  } operators[] = {
    { "!=", TAMBOUR_IS_NOT },
    { "<=", TAMBOUR_AT_MOST },
    { ">=", TAMBOUR_AT_LEAST },
    { "==", TAMBOUR_IS },
    { "=", TAMBOUR_IS },
    { "<", TAMBOUR_BELOW },
    { ">", TAMBOUR_ABOVE },
    { "~", TAMBOUR_CONTAINS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (take_sign (self, operators[i].sign))
      {
        *operator = operators[i].operator;
        return TRUE;
      }

  return FALSE;
}

/* In quotes, a backslash takes the next character as it is. */
static char *
take_quoted (Parser  *self,
             GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *start = self->at;
  char quote = *self->at++;

  for (; *self->at != quote; self->at++)
    {
      if (*self->at == '\\' && self->at[1] != '\0')
        self->at++;
      if (*self->at == '\0')
        {
          fail_at (self, start, _("this quote is not closed."), error);
          return NULL;
        }
      g_string_append_c (text, *self->at);
    }
  self->at++;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
take_value (Parser  *self,
            GError **error)
{
  gsize length;
  char *value;

  skip_space (self);
  if (*self->at == '"' || *self->at == '\'')
    return take_quoted (self, error);

  if ((length = count_word (self)) == 0)
    {
      fail_at (self, self->at, _("a value is missing here."), error);
      return NULL;
    }

  value = g_strndup (self->at, length);
  self->at += length;

  return value;
}

static gboolean
parse_comparison (Parser  *self,
                  GError **error)
{
  const char *start = self->at;
  gsize length = count_word (self);
  g_autofree char *field = g_strndup (self->at, length);
  g_autofree char *value = NULL;
  g_autoptr(GError) reason = NULL;
  TambourOperator operator;

  if (length == 0)
    return fail_at (self, start, _("a field's name is missing here."), error);

  if (++self->n_comparisons > MAX_COMPARISONS)
    return fail_at (self, start, _("it compares too much."), error);

  self->at += length;
  if (!take_operator (self, &operator))
    return fail_at (self, self->at, _("one of = != < <= > >= ~ is missing here."), error);

  if (!(value = take_value (self, error)))
    return FALSE;

  if (!tambour_query_append_compare (self->query, self->sql, field, operator, value, &reason))
    return fail_at (self, start, reason->message, error);

  return TRUE;
}

static gboolean
parse_one (Parser  *self,
           GError **error)
{
  const char *start;

  skip_space (self);
  start = self->at;
  if (!take_sign (self, "("))
    return parse_comparison (self, error);

  if (++self->depth > MAX_DEPTH)
    return fail_at (self, start, _("there are too many parentheses."), error);

  g_string_append_c (self->sql, '(');
  if (!parse_any (self, error))
    return FALSE;
  g_string_append_c (self->sql, ')');
  self->depth--;

  return take_sign (self, ")") || fail_at (self, start, _("this parenthesis is not closed."), error);
}

static gboolean
parse_all (Parser  *self,
           GError **error)
{
  if (!parse_one (self, error))
    return FALSE;

  while (take_keyword (self, "and"))
    {
      g_string_append (self->sql, " AND ");
      if (!parse_one (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_any (Parser  *self,
           GError **error)
{
  if (!parse_all (self, error))
    return FALSE;

  while (take_keyword (self, "or"))
    {
      g_string_append (self->sql, " OR ");
      if (!parse_all (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_query_parse:
 * @self: a query
 * @expression: such as `priority = P1 and (status != closed or title ~ "mail")`
 * @error: return location for %TAMBOUR_STORE_ERROR_QUERY, which names the place
 *
 * Asks for records that meet @expression too. `field = ""` asks for records
 * that do not state the field. “and” binds closer than “or”.
 *
 * Returns: %FALSE if it cannot be understood; @self then asks for what it did
 */
gboolean
tambour_query_parse (TambourQuery  *self,
                     const char    *expression,
                     GError       **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  Parser parser = { .query = self, .text = expression, .at = expression, .sql = sql };
  guint n_values = self->values->len;
  gboolean ok;

  if (!g_utf8_validate (expression, -1, NULL))
    {
      g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY, _("The expression is not UTF-8."));
      return FALSE;
    }

  ok = parse_any (&parser, error);
  skip_space (&parser);
  if (ok && *parser.at != '\0')
    ok = fail_at (&parser, parser.at, _("“and” or “or” is missing here."), error);

  if (ok)
    g_string_append_printf (self->where, " AND (%s)", sql->str);
  else
    g_ptr_array_set_size (self->values, n_values);

  return ok;
}
