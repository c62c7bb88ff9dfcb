/* tambour-portal-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-connect-resources.h"
#include "tambour-portal-map-private.h"

#define FOLDER "/io/github/tambour/Tambour/portals"

G_DEFINE_QUARK (tambour-portal-error-quark, tambour_portal_error)

G_DEFINE_ENUM_TYPE (TambourPortalSignIn, tambour_portal_sign_in,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_SIGN_IN_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_SIGN_IN_BASIC, "basic"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_SIGN_IN_BEARER, "bearer"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_SIGN_IN_API_KEY, "api_key"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS, "client_credentials"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE, "device_code"))

/**
 * TambourPortalMap:
 *
 * How a case portal or a tracker is read: what is asked for, and what its answers
 * become. It is data, and holds no secret.
 */
G_DEFINE_FINAL_TYPE (TambourPortalMap, tambour_portal_map, G_TYPE_OBJECT)

static void
tambour_portal_map_finalize (GObject *object)
{
  TambourPortalMap *self = TAMBOUR_PORTAL_MAP (object);

  g_free (self->title);
  g_free (self->system);
  g_free (self->base);
  g_free (self->below);
  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->doors, g_ptr_array_unref);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->test, tambour_portal_request_free);
  g_clear_pointer (&self->test_who, tambour_portal_rule_free);
  g_clear_pointer (&self->lookups, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->item, tambour_portal_request_free);
  g_clear_pointer (&self->item_at, tambour_json_pointer_free);
  g_clear_pointer (&self->id, tambour_portal_rule_free);
  g_clear_pointer (&self->changed, tambour_portal_rule_free);
  g_clear_pointer (&self->deleted, g_ptr_array_unref);
  g_clear_pointer (&self->merged_into, tambour_portal_rule_free);
  g_clear_pointer (&self->us, g_ptr_array_unref);
  g_clear_pointer (&self->customer, g_ptr_array_unref);
  g_clear_pointer (&self->machine, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_portal_map_parent_class)->finalize (object);
}

static void
tambour_portal_map_class_init (TambourPortalMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tambour_portal_map_finalize;
}

static void
tambour_portal_map_init (TambourPortalMap *self)
{
  self->doors = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_door_free);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->lookups = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_lookup_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_changes_free);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_person_free);
  self->hints = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_hint_free);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_kind_free);
}

/**
 * tambour_portal_map_load_shipped:
 * @name: of a map that ships, such as `redmine`, or `redmine/feature_request` for
 *   another kind of record than its first
 * @error: return location for %TAMBOUR_PORTAL_ERROR_MAP
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if there is none of that name
 */
TambourPortalMap *
tambour_portal_map_load_shipped (const char  *name,
                                 GError     **error)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(TambourPortalMap) self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  parts = g_strsplit (name, "/", 2);
  path = g_strconcat (FOLDER "/", parts[0] != NULL ? parts[0] : "", ".json", NULL);
  bytes = g_resource_lookup_data (tambour_connect_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP,
                   _("No map for a portal is called “%s”: choose one of those that ship, or a file"), name);
      return NULL;
    }

  self = tambour_portal_map_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL, error);
  if (self == NULL || parts[1] == NULL || tambour_portal_map_choose_kind (self, parts[1]))
    return g_steal_pointer (&self);

  g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP,
               _("The map “%s” makes no “%s” of an item"), parts[0], parts[1]);

  return NULL;
}

/**
 * tambour_portal_map_dup_shipped:
 * @name: the name of a map that ships
 *
 * Returns: (transfer full) (nullable): what it says, to begin a map of one’s own with
 */
char *
tambour_portal_map_dup_shipped (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tambour_connect_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/**
 * tambour_portal_map_list_shipped:
 *
 * Returns: (transfer full): the names of the maps that ship, sorted
 */
GStrv
tambour_portal_map_list_shipped (void)
{
  g_auto(GStrv) files = g_resource_enumerate_children (tambour_connect_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".json"))
      g_ptr_array_add (names, g_strndup (files[i], strlen (files[i]) - strlen (".json")));

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (builder, names->pdata[i]);

  return g_strv_builder_end (builder);
}

/**
 * tambour_portal_map_get_title:
 * @self: a map
 *
 * Returns: what people call the tool
 */
const char *
tambour_portal_map_get_title (TambourPortalMap *self)
{
  return self->title;
}

/**
 * tambour_portal_map_get_system:
 * @self: a map
 *
 * Returns: the external system that its records are from
 */
const char *
tambour_portal_map_get_system (TambourPortalMap *self)
{
  return self->system;
}

/**
 * tambour_portal_map_get_base:
 * @self: a map
 *
 * Returns: what an address looks like
 */
const char *
tambour_portal_map_get_base (TambourPortalMap *self)
{
  return self->base;
}

/**
 * tambour_portal_map_get_zone:
 * @self: a map
 *
 * Returns: the IANA name of the zone of times that name none
 */
const char *
tambour_portal_map_get_zone (TambourPortalMap *self)
{
  return self->zone_name;
}

/**
 * tambour_portal_map_list_kinds:
 * @self: a map
 *
 * Returns: (transfer full): the kinds of record that its items can become
 */
GStrv
tambour_portal_map_list_kinds (TambourPortalMap *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->kinds->len; i++)
    g_strv_builder_add (builder, ((TambourPortalKind *) self->kinds->pdata[i])->klass->kind);

  return g_strv_builder_end (builder);
}

/**
 * tambour_portal_map_get_kind:
 * @self: a map
 *
 * Returns: the kind of record that its items become: the first, unless another was chosen
 */
const char *
tambour_portal_map_get_kind (TambourPortalMap *self)
{
  return tambour_portal_map_get_chosen (self)->klass->kind;
}

/**
 * tambour_portal_map_choose_kind:
 * @self: a map
 * @kind: a kind of record
 *
 * Returns: %FALSE if its items cannot become one
 */
gboolean
tambour_portal_map_choose_kind (TambourPortalMap *self,
                                const char       *kind)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_str_equal (((TambourPortalKind *) self->kinds->pdata[i])->klass->kind, kind))
      {
        self->chosen = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * tambour_portal_map_list_hints:
 * @self: a map
 *
 * Returns: (transfer full): the names of what tells whose an item is
 */
GStrv
tambour_portal_map_list_hints (TambourPortalMap *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->hints->len; i++)
    {
      const TambourPortalHint *hint = self->hints->pdata[i];

      g_strv_builder_add (builder, hint->name);
      if (g_str_equal (hint->name, "email"))
        g_strv_builder_add (builder, "domain");
    }

  return g_strv_builder_end (builder);
}

/**
 * tambour_portal_map_has_sign_in:
 * @self: a map
 * @sign_in: a way to sign in
 *
 * Returns: whether the portal knows it
 */
gboolean
tambour_portal_map_has_sign_in (TambourPortalMap    *self,
                                TambourPortalSignIn  sign_in)
{
  return tambour_portal_map_find_door (self, sign_in) != NULL;
}

/**
 * tambour_portal_map_pick_sign_in:
 * @self: a map
 * @user: (nullable): who signs in
 *
 * Returns: the way that fits: with a password where there is a user and the portal
 *   knows that, else the map's first that is another
 */
TambourPortalSignIn
tambour_portal_map_pick_sign_in (TambourPortalMap *self,
                                 const char       *user)
{
  gboolean has_user = user != NULL && *user != '\0';

  if (has_user && tambour_portal_map_has_sign_in (self, TAMBOUR_PORTAL_SIGN_IN_BASIC))
    return TAMBOUR_PORTAL_SIGN_IN_BASIC;

  for (guint i = 0; i < self->doors->len; i++)
    {
      const TambourPortalDoor *door = self->doors->pdata[i];

      if (door->kind != TAMBOUR_PORTAL_SIGN_IN_BASIC)
        return door->kind;
    }

  return self->doors->len > 0 ? ((TambourPortalDoor *) self->doors->pdata[0])->kind : TAMBOUR_PORTAL_SIGN_IN_NONE;
}

/**
 * tambour_portal_map_get_rate:
 * @self: a map
 *
 * Returns: how many requests a second the portal is asked at most; 0 for any
 */
double
tambour_portal_map_get_rate (TambourPortalMap *self)
{
  return self->n_requests > 0 ? (double) self->n_requests / self->seconds : 0;
}

/*
 * tambour_portal_map_get_chosen:
 * @self: a map
 *
 * Returns: (transfer none): what its items become
 */
TambourPortalKind *
tambour_portal_map_get_chosen (TambourPortalMap *self)
{
  return self->kinds->pdata[self->chosen];
}

/*
 * tambour_portal_map_find_lookup:
 * @self: a map
 * @name: of a lookup
 *
 * Returns: (transfer none) (nullable): the lookup
 */
TambourPortalLookup *
tambour_portal_map_find_lookup (TambourPortalMap *self,
                                const char       *name)
{
  for (guint i = 0; i < self->lookups->len; i++)
    if (g_str_equal (((TambourPortalLookup *) self->lookups->pdata[i])->name, name))
      return self->lookups->pdata[i];

  return NULL;
}

/*
 * tambour_portal_map_find_door:
 * @self: a map
 * @kind: a way to sign in
 *
 * Returns: (transfer none) (nullable): how that is done
 */
TambourPortalDoor *
tambour_portal_map_find_door (TambourPortalMap    *self,
                              TambourPortalSignIn  kind)
{
  for (guint i = 0; i < self->doors->len; i++)
    if (((TambourPortalDoor *) self->doors->pdata[i])->kind == kind)
      return self->doors->pdata[i];

  return NULL;
}
