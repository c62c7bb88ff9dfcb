/* tambour-portal-map-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-map-private.h"

/* The parts that a map is made of. */

G_DEFINE_ENUM_TYPE (TambourPortalPagingKind, tambour_portal_paging_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_PAGING_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_PAGING_PAGE, "page"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_PAGING_OFFSET, "offset"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_PAGING_LINK, "link"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_PAGING_NEXT, "next"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_PAGING_CURSOR, "cursor"))

/*
 * tambour_portal_request_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
tambour_portal_request_free (TambourPortalRequest *self)
{
  g_clear_pointer (&self->path, tambour_portal_template_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

/*
 * tambour_portal_request_expand:
 * @self: a request
 * @variables: (element-type utf8 utf8): what the variables of its templates say
 * @context: (nullable): what pointers are read against
 *
 * A parameter of which a variable says nothing is left out.
 *
 * Returns: (transfer full) (nullable): the address below the portal's; %NULL if a
 *   variable of the path says nothing
 */
char *
tambour_portal_request_expand (const TambourPortalRequest *self,
                               GHashTable                 *variables,
                               const TambourPortalContext *context)
{
  g_autofree char *path = tambour_portal_template_expand (self->path, variables, context, TRUE);
  g_autoptr(GString) address = NULL;

  if (path == NULL)
    return NULL;

  address = g_string_new (*path == '/' ? path + 1 : path);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *value = tambour_portal_template_expand (self->values->pdata[i], variables, context, FALSE);

      if (value == NULL)
        continue;
      g_string_append_c (address, strchr (address->str, '?') == NULL ? '?' : '&');
      g_string_append_uri_escaped (address, self->names->pdata[i], NULL, FALSE);
      g_string_append_c (address, '=');
      g_string_append_uri_escaped (address, value, NULL, FALSE);
    }

  return g_string_free (g_steal_pointer (&address), FALSE);
}

/*
 * tambour_portal_request_uses:
 * @self: (nullable): a request
 * @name: of a variable
 *
 * Returns: whether a template of it has the variable
 */
gboolean
tambour_portal_request_uses (const TambourPortalRequest *self,
                             const char                 *name)
{
  gboolean uses = self != NULL && tambour_portal_template_uses (self->path, name);

  for (guint i = 0; self != NULL && i < self->values->len; i++)
    uses |= tambour_portal_template_uses (self->values->pdata[i], name);

  return uses;
}

/*
 * tambour_portal_listing_clear:
 * @self: a list
 *
 * Frees what it holds.
 */
void
tambour_portal_listing_clear (TambourPortalListing *self)
{
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->request, tambour_portal_request_free);
  g_clear_pointer (&self->entries, tambour_json_pointer_free);
  g_clear_pointer (&self->at, tambour_json_pointer_free);
  g_clear_pointer (&self->total, tambour_json_pointer_free);
  g_clear_pointer (&self->last, tambour_json_pointer_free);
  g_clear_pointer (&self->next, tambour_portal_request_free);
}

/*
 * tambour_portal_changes_free:
 * @self: (transfer full): a list of changes
 *
 * Frees it.
 */
void
tambour_portal_changes_free (TambourPortalChanges *self)
{
  tambour_portal_listing_clear (&self->listing);
  g_clear_pointer (&self->id, tambour_portal_rule_free);
  g_clear_pointer (&self->changed, tambour_portal_rule_free);
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_free (self);
}

/*
 * tambour_portal_lookup_free:
 * @self: (transfer full): a lookup
 *
 * Frees it.
 */
void
tambour_portal_lookup_free (TambourPortalLookup *self)
{
  tambour_portal_listing_clear (&self->listing);
  g_clear_pointer (&self->key, tambour_portal_rule_free);
  g_clear_pointer (&self->at, tambour_json_pointer_free);
  g_free (self->name);
  g_free (self);
}

/*
 * tambour_portal_event_free:
 * @self: (transfer full): what an entry becomes
 *
 * Frees it.
 */
void
tambour_portal_event_free (TambourPortalEvent *self)
{
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_clear_pointer (&self->public_when, g_ptr_array_unref);
  g_clear_pointer (&self->automatic_when, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->place);
  g_free (self);
}

/*
 * tambour_portal_history_free:
 * @self: (transfer full): a history
 *
 * Frees it.
 */
void
tambour_portal_history_free (TambourPortalHistory *self)
{
  tambour_portal_listing_clear (&self->listing);
  g_clear_pointer (&self->each, tambour_json_pointer_free);
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_clear_pointer (&self->id, tambour_portal_template_free);
  g_clear_pointer (&self->at, tambour_portal_rule_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/*
 * tambour_portal_kind_free:
 * @self: (transfer full): a kind of record
 *
 * Frees it.
 */
void
tambour_portal_kind_free (TambourPortalKind *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self);
}

/*
 * tambour_portal_person_free:
 * @self: (transfer full): people
 *
 * Frees it.
 */
void
tambour_portal_person_free (TambourPortalPerson *self)
{
  g_clear_pointer (&self->in, tambour_portal_place_free);
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

/*
 * tambour_portal_hint_free:
 * @self: (transfer full): a hint
 *
 * Frees it.
 */
void
tambour_portal_hint_free (TambourPortalHint *self)
{
  g_clear_pointer (&self->rule, tambour_portal_rule_free);
  g_free (self->name);
  g_free (self);
}

/*
 * tambour_portal_door_free:
 * @self: (transfer full): a way to sign in
 *
 * Frees it.
 */
void
tambour_portal_door_free (TambourPortalDoor *self)
{
  g_free (self->header);
  g_free (self->parameter);
  g_free (self->prefix);
  g_free (self->token);
  g_free (self->device);
  g_free (self->scope);
  g_free (self);
}
