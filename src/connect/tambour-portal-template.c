/* tambour-portal-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-template.h"

#include <glib/gi18n-lib.h>

#include "tambour-map-json.h"

/* A piece of a template: what stands there, or a variable. */
typedef struct
{
  char               *text;       /* (nullable): as it stands */
  char               *name;       /* (nullable): of a variable */
  TambourPortalPlace *place;      /* (nullable): where the variable is read */
  gboolean            is_quoted;  /* for between quotes, in a query language */
} Piece;

struct _TambourPortalTemplate
{
  GPtrArray *pieces;
};

static void
piece_free (gpointer data)
{
  Piece *self = data;

  g_clear_pointer (&self->place, tambour_portal_place_free);
  g_free (self->text);
  g_free (self->name);
  g_free (self);
}

static gboolean
read_variable (TambourPortalTemplate  *self,
               const char             *inside,
               const char * const     *names,
               GError                **error)
{
  Piece *piece = g_new0 (Piece, 1);
  g_autofree char *known = NULL;

  g_ptr_array_add (self->pieces, piece);
  piece->is_quoted = g_str_has_prefix (inside, "quoted:");
  if (piece->is_quoted)
    inside += strlen ("quoted:");
  if (g_strv_contains (names, inside))
    {
      piece->name = g_strdup (inside);
      return TRUE;
    }
  if (strchr (inside, '/') != NULL && g_strv_contains (names, "/"))
    piece->place = tambour_portal_place_new (inside);
  if (piece->place != NULL)
    return TRUE;

  known = g_strjoinv ("}, {", (GStrv) names);
  g_set_error (error, TAMBOUR_MAP_ERROR, TAMBOUR_MAP_ERROR_WRONG,
               _("“{%s}” is no variable here; there are {%s}"), inside, known);

  return FALSE;
}

static void
add_text (TambourPortalTemplate *self,
          const char            *text,
          gsize                  length)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->text = g_strndup (text, length);
  g_ptr_array_add (self->pieces, piece);
}

/**
 * tambour_portal_template_new:
 * @text: a text, in which a variable stands in braces and “{{” is a brace
 * @names: the variables that there are; “/” for any pointer
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: (transfer full) (nullable): the template, or %NULL if it has a variable that
 *   is none
 */
TambourPortalTemplate *
tambour_portal_template_new (const char          *text,
                             const char * const  *names,
                             GError             **error)
{
  g_autoptr(TambourPortalTemplate) self = g_new0 (TambourPortalTemplate, 1);

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, "{");
      const char *end = at[length] == '{' ? strchr (at + length, '}') : NULL;
      g_autofree char *inside = NULL;

      if (length > 0)
        add_text (self, at, length);
      at += length;
      if (*at == '\0')
        break;
      if (at[1] == '{')
        {
          add_text (self, "{", 1);
          at += 2;
          continue;
        }

      inside = end != NULL ? g_strndup (at + 1, end - at - 1) : g_strdup (at + 1);
      if (!read_variable (self, end != NULL ? inside : "", names, error))
        return NULL;
      at = end + 1;
    }

  return g_steal_pointer (&self);
}

/**
 * tambour_portal_template_free:
 * @self: (transfer full): a template
 *
 * Frees it.
 */
void
tambour_portal_template_free (TambourPortalTemplate *self)
{
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_portal_template_uses:
 * @self: a template
 * @name: of a variable
 *
 * Returns: whether it has it
 */
gboolean
tambour_portal_template_uses (const TambourPortalTemplate *self,
                              const char                  *name)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (g_strcmp0 (((Piece *) self->pieces->pdata[i])->name, name) == 0)
      return TRUE;

  return FALSE;
}

/* Query languages have a backslash before a quote that ends nothing. */
static char *
dup_quoted (const char *value)
{
  g_autoptr(GString) quoted = g_string_new (NULL);

  for (const char *at = value; *at != '\0'; at++)
    {
      if (strchr ("\\'\"", *at) != NULL)
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
    }

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

static char *
dup_value (const Piece                *piece,
           GHashTable                 *variables,
           const TambourPortalContext *context)
{
  g_autofree char *value = NULL;

  if (piece->place != NULL)
    value = context != NULL ? tambour_portal_node_dup_text (tambour_portal_place_find (piece->place, context)) : NULL;
  else
    value = variables != NULL ? g_strdup (g_hash_table_lookup (variables, piece->name)) : NULL;

  return value != NULL && piece->is_quoted ? dup_quoted (value) : g_steal_pointer (&value);
}

/**
 * tambour_portal_template_expand:
 * @self: a template
 * @variables: (nullable) (element-type utf8 utf8): what the variables say
 * @context: (nullable): what pointers are read against
 * @is_path: whether it is the path of an address: a variable cannot leave its part
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if a variable says nothing
 */
char *
tambour_portal_template_expand (const TambourPortalTemplate *self,
                                GHashTable                  *variables,
                                const TambourPortalContext  *context,
                                gboolean                     is_path)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = self->pieces->pdata[i];
      g_autofree char *value = piece->text != NULL ? g_strdup (piece->text) : dup_value (piece, variables, context);

      if (value == NULL)
        return NULL;
      if (is_path && piece->text == NULL && (g_str_equal (value, ".") || g_str_equal (value, "..")))
        return NULL;
      if (is_path && piece->text == NULL)
        g_string_append_uri_escaped (text, value, NULL, FALSE);
      else
        g_string_append (text, value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
