/* tambour-portal-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-item.h"

/**
 * tambour_portal_item_new:
 *
 * Returns: (transfer full): an item that says nothing yet
 */
TambourPortalItem *
tambour_portal_item_new (const char *external_id)
{
  TambourPortalItem *self = g_new0 (TambourPortalItem, 1);

  self->external_id = g_strdup (external_id);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->hints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->faults = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tambour_portal_item_free:
 * @self: (transfer full): an item
 */
void
tambour_portal_item_free (TambourPortalItem *self)
{
  g_clear_pointer (&self->external_id, g_free);
  g_clear_object (&self->record);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_hash_table_unref);
  g_clear_pointer (&self->merged_into, g_free);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_portal_item_hint:
 * @text: (nullable): what the portal says; nothing is no hint
 *
 * Notes what tells whose item it is. An address gives its domain too.
 */
void
tambour_portal_item_hint (TambourPortalItem *self,
                          const char        *name,
                          const char        *text)
{
  const char *at = text ? strrchr (text, '@') : NULL;

  if (text == NULL || text[0] == '\0')
    return;

  g_hash_table_replace (self->hints, g_strdup (name), g_strdup (text));
  if (g_str_equal (name, "email") && at != NULL && at[1] != '\0')
    g_hash_table_replace (self->hints, g_strdup ("domain"), g_ascii_strdown (at + 1, -1));
}

/**
 * tambour_portal_item_get_hint:
 *
 * Returns: (nullable): what the portal says
 */
const char *
tambour_portal_item_get_hint (const TambourPortalItem *self,
                              const char              *name)
{
  return g_hash_table_lookup (self->hints, name);
}
