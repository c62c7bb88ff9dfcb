/* tambour-saved-filters.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-saved-filters.h"

/* The portfolio keeps them among its settings, so that they go where it goes; one
 * who works with it does not see those of another.
 */
#define PREFIX "filters:"

static void
filter_free (TambourSavedFilter *filter)
{
  g_clear_pointer (&filter->name, g_free);
  g_clear_pointer (&filter->state, g_free);
  g_free (filter);
}

/**
 * tambour_saved_filters_dup_key:
 * @list: which list they are of
 * @me: (nullable): the id of the person who works with the portfolio
 *
 * Returns: (transfer full): where they are kept
 */
char *
tambour_saved_filters_dup_key (const char *list,
                               const char *me)
{
  return g_strdup_printf (PREFIX "%s:%s", list, me ? me : "");
}

static void
put (TambourSavedFilters *self,
     const char          *name,
     const char          *state)
{
  TambourSavedFilter *filter = g_new0 (TambourSavedFilter, 1);
  guint position = 0;

  filter->name = g_strdup (name);
  filter->state = g_strdup (state);
  while (position < self->filters->len &&
         g_utf8_collate (((TambourSavedFilter *) g_ptr_array_index (self->filters, position))->name, name) < 0)
    position++;
  g_ptr_array_insert (self->filters, (int) position, filter);
}

/* What is no filter is left out. */
static void
read_filter (JsonArray *array,
             guint      position,
             JsonNode  *node,
             gpointer   user_data)
{
  TambourSavedFilters *self = user_data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object ? json_object_get_string_member_with_default (object, "name", NULL) : NULL;
  const char *state = object ? json_object_get_string_member_with_default (object, "state", NULL) : NULL;

  if (name != NULL && state != NULL && tambour_saved_filters_find (self, name) == NULL)
    put (self, name, state);
}

/**
 * tambour_saved_filters_unpack:
 * @text: (nullable): what tambour_saved_filters_pack() gave
 *
 * Returns: (transfer full): the filters; none if @text is something else
 */
TambourSavedFilters *
tambour_saved_filters_unpack (const char *text)
{
  TambourSavedFilters *self = g_new0 (TambourSavedFilters, 1);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *filters = object ? json_object_get_member (object, "filters") : NULL;

  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) filter_free);
  if (filters != NULL && JSON_NODE_HOLDS_ARRAY (filters))
    json_array_foreach_element (json_node_get_array (filters), read_filter, self);
  if (object != NULL)
    self->chosen = g_strdup (json_object_get_string_member_with_default (object, "chosen", NULL));

  return self;
}

/**
 * tambour_saved_filters_pack:
 * @self: filters
 *
 * Returns: (transfer full): them as text
 */
char *
tambour_saved_filters_pack (const TambourSavedFilters *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  JsonArray *filters = json_array_new ();

  for (guint i = 0; i < self->filters->len; i++)
    {
      const TambourSavedFilter *filter = g_ptr_array_index (self->filters, i);
      JsonObject *member = json_object_new ();

      json_object_set_string_member (member, "name", filter->name);
      json_object_set_string_member (member, "state", filter->state);
      json_array_add_object_element (filters, member);
    }

  json_object_set_array_member (object, "filters", filters);
  if (self->chosen != NULL)
    json_object_set_string_member (object, "chosen", self->chosen);

  return json_to_string (root, FALSE);
}

/**
 * tambour_saved_filters_free:
 * @self: (transfer full): filters
 */
void
tambour_saved_filters_free (TambourSavedFilters *self)
{
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_free (self);
}

static char *
fold (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return g_utf8_casefold (stripped, -1);
}

static guint
find_position (const TambourSavedFilters *self,
               const char                *name)
{
  g_autofree char *wanted = fold (name);

  for (guint i = 0; i < self->filters->len; i++)
    {
      g_autofree char *own = fold (((TambourSavedFilter *) g_ptr_array_index (self->filters, i))->name);

      if (g_str_equal (own, wanted))
        return i;
    }

  return G_MAXUINT;
}

/**
 * tambour_saved_filters_find:
 * @self: filters
 * @name: what one is called, in large letters or small
 *
 * Returns: (transfer none) (nullable): the filter
 */
const TambourSavedFilter *
tambour_saved_filters_find (const TambourSavedFilters *self,
                            const char                *name)
{
  guint position = find_position (self, name);

  return position < self->filters->len ? g_ptr_array_index (self->filters, position) : NULL;
}

/**
 * tambour_saved_filters_find_state:
 * @self: filters
 * @state: what is chosen
 *
 * Returns: (transfer none) (nullable): the filter that chooses just that
 */
const TambourSavedFilter *
tambour_saved_filters_find_state (const TambourSavedFilters *self,
                                  const char                *state)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      const TambourSavedFilter *filter = g_ptr_array_index (self->filters, i);

      if (g_strcmp0 (filter->state, state) == 0)
        return filter;
    }

  return NULL;
}

/* @name may be what @but is called already. */
static gboolean
check_name (const TambourSavedFilters  *self,
            const char                 *name,
            const char                 *but,
            GError                    **error)
{
  g_autofree char *wanted = fold (name);
  g_autofree char *own = but ? fold (but) : NULL;
  const TambourSavedFilter *other = tambour_saved_filters_find (self, name);

  if (*wanted == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("Give the filter a name."));
      return FALSE;
    }

  if (other == NULL || g_strcmp0 (own, wanted) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a filter “%s” already."), other->name);

  return FALSE;
}

/**
 * tambour_saved_filters_add:
 * @self: filters
 * @name: what it is called
 * @state: what it chooses
 * @error: return location, with a sentence for people
 *
 * Returns: %FALSE if there is no name, or another is called so
 */
gboolean
tambour_saved_filters_add (TambourSavedFilters  *self,
                           const char           *name,
                           const char           *state,
                           GError              **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (!check_name (self, name, NULL, error))
    return FALSE;

  put (self, stripped, state);

  return TRUE;
}

/**
 * tambour_saved_filters_rename:
 * @self: filters
 * @name: what one is called
 * @new_name: what it is called from now on
 * @error: return location, with a sentence for people
 *
 * Returns: %FALSE if there is no name, or another is called so
 */
gboolean
tambour_saved_filters_rename (TambourSavedFilters  *self,
                              const char           *name,
                              const char           *new_name,
                              GError              **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (new_name));
  g_autofree char *state = NULL;
  const TambourSavedFilter *filter = tambour_saved_filters_find (self, name);
  gboolean is_chosen = g_strcmp0 (self->chosen, name) == 0;

  if (filter == NULL || !check_name (self, new_name, name, error))
    return filter == NULL;

  state = g_strdup (filter->state);
  tambour_saved_filters_remove (self, name);
  put (self, stripped, state);
  if (is_chosen)
    g_set_str (&self->chosen, stripped);

  return TRUE;
}

/**
 * tambour_saved_filters_remove:
 * @self: filters
 * @name: what one is called
 */
void
tambour_saved_filters_remove (TambourSavedFilters *self,
                              const char          *name)
{
  guint position = find_position (self, name);
  g_autofree char *gone = g_strdup (name);

  if (position < self->filters->len)
    g_ptr_array_remove_index (self->filters, position);
  if (g_strcmp0 (self->chosen, gone) == 0)
    g_clear_pointer (&self->chosen, g_free);
}

/**
 * tambour_filter_state_new:
 * @name: what is chosen
 * @value: how
 * @...: more of them, then %NULL
 *
 * Returns: (transfer full): it as text; the same for the same choice
 */
char *
tambour_filter_state_new (const char *name,
                          const char *value,
                          ...)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  va_list more;

  va_start (more, value);
  while (name != NULL)
    {
      json_object_set_string_member (object, name, value);
      name = va_arg (more, const char *);
      value = name ? va_arg (more, const char *) : NULL;
    }
  va_end (more);

  return json_to_string (root, FALSE);
}

/**
 * tambour_filter_state_dup:
 * @state: what tambour_filter_state_new() gave
 * @name: what is chosen
 *
 * Returns: (transfer full) (nullable): how, if @state says it
 */
char *
tambour_filter_state_dup (const char *state,
                          const char *name)
{
  g_autoptr(JsonNode) node = json_from_string (state, NULL);
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object ? g_strdup (json_object_get_string_member_with_default (object, name, NULL)) : NULL;
}
