/* tambour-continuity-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-continuity-private.h"

#include "tambour-kinds.h"
#include "tambour-people.h"

/* Who is meant by what a portal calls people: contacts of the account by their addresses, and us
 * by name, address, or what we sign in as.
 */

static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_strstrip (g_utf8_casefold (valid, -1));
}

/* --- us ----------------------------------------------------------------------- */

static void
note_person (TambourContinuity *self,
             const char        *name,
             const char        *id)
{
  g_autofree char *key = name ? fold (name) : NULL;
  const char *known = key ? g_hash_table_lookup (self->people, key) : NULL;

  if (key != NULL && *key != '\0')
    g_hash_table_replace (self->people, g_steal_pointer (&key), g_strdup (known == NULL || g_str_equal (known, id) ? id : ""));
}

static void
read_people (TambourContinuity *self)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PERSON);
  g_autoptr(GPtrArray) people = tambour_store_list (self->store, query, NULL, NULL);

  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      TambourPerson *person = g_ptr_array_index (people, i);
      const char *id = TAMBOUR_RECORD (person)->id;

      note_person (self, person->name, id);
      note_person (self, person->email, id);
      note_person (self, person->sign_in, id);
    }
}

/**
 * tambour_continuity_find_person:
 * @self: what takes items
 * @name: (nullable): what the portal calls somebody
 *
 * Returns: (transfer none) (nullable): the id of the one of us that it means
 */
const char *
tambour_continuity_find_person (TambourContinuity *self,
                                const char        *name)
{
  g_autofree char *key = name ? fold (name) : NULL;
  const char *found;

  if (self->people == NULL)
    read_people (self);

  found = key ? g_hash_table_lookup (self->people, key) : NULL;

  return found != NULL && *found != '\0' ? found : NULL;
}

/* --- contacts ------------------------------------------------------------------- */

static gboolean
take_contact (TambourRecord *record,
              gpointer       user_data)
{
  TambourContact *contact = TAMBOUR_CONTACT (record);

  if (contact->email != NULL)
    g_hash_table_replace (user_data, fold (contact->email), g_strdup (record->id));

  return TRUE;
}

static GHashTable *
read_contacts (TambourContinuity  *self,
               const char         *account_id,
               GError            **error)
{
  GHashTable *contacts = g_hash_table_lookup (self->contacts, account_id);
  g_autoptr(TambourQuery) query = NULL;

  if (contacts != NULL)
    return contacts;

  query = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  tambour_query_account (query, account_id);
  contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->contacts, g_strdup (account_id), contacts);

  return tambour_store_each (self->store, query, take_contact, contacts, NULL, error) ? contacts : NULL;
}

/* When the account was made: its id says so, on every computer the same. */
static TambourInstant
read_beginning (const char *id)
{
  g_autofree char *digits = g_strndup (id, 13);
  char *dash = strchr (digits, '-');

  if (dash != NULL)
    memmove (dash, dash + 1, strlen (dash));

  return (TambourInstant) { (gint64) (g_ascii_strtoull (digits, NULL, 16) / 1000) };
}

/* Somebody whom nobody here has written down before. One that was removed, or purged, stays so. */
static gboolean
make_contact (TambourContinuity  *self,
              TambourContact     *person,
              const char         *account_id,
              char              **contact_id,
              GError            **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (person);
  g_autofree char *key = fold (person->email);
  g_autofree char *external_id = g_strconcat (account_id, "/", key, NULL);
  g_autofree char *id = tambour_continuity_dup_id (self, klass, external_id, read_beginning (account_id));
  g_autoptr(TambourRecord) known = NULL;
  g_autoptr(TambourRecord) record = NULL;

  if (!tambour_continuity_find (self, klass, external_id, id, &known, error))
    return FALSE;
  if (known == NULL)
    known = tambour_store_get (self->store, klass, id, NULL);
  if (known != NULL)
    {
      *contact_id = tambour_record_is_deleted (known) ? NULL : g_strdup (known->id);
      return TRUE;
    }

  record = tambour_record_new (TAMBOUR_TYPE_CONTACT, id);
  tambour_record_copy_fields (record, TAMBOUR_RECORD (person));
  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->account_id.id, account_id);
  g_set_str (&record->external_system, self->connector->system);
  g_set_str (&record->external_id, external_id);
  if (TAMBOUR_CONTACT (record)->name == NULL || *TAMBOUR_CONTACT (record)->name == '\0')
    g_set_str (&TAMBOUR_CONTACT (record)->name, person->email);
  if (!tambour_record_check (record, NULL))
    return TRUE;

  tambour_change_put (self->change, record);
  g_hash_table_replace (g_hash_table_lookup (self->contacts, account_id), g_steal_pointer (&key), g_strdup (id));
  *contact_id = g_steal_pointer (&id);

  return TRUE;
}

/* The one whose address the portal gives as that of who asks; else the first. */
static TambourContact *
find_asker (TambourPortalItem *item)
{
  const char *email = tambour_portal_item_get_hint (item, "email");
  TambourContact *first = NULL;

  for (guint i = 0; i < item->people->len; i++)
    {
      TambourContact *person = g_ptr_array_index (item->people, i);

      if (!TAMBOUR_IS_CONTACT (person) || person->email == NULL || *person->email == '\0')
        continue;
      if (email != NULL && g_ascii_strcasecmp (person->email, email) == 0)
        return person;
      if (first == NULL)
        first = person;
    }

  return first;
}

/**
 * tambour_continuity_find_contact:
 * @self: what takes items
 * @item: an item of the portal
 * @account_id: whose it is
 * @contact_id: (out) (nullable) (transfer full): who of the account asks
 * @error: return location for a #TambourStoreError
 *
 * One that is not known yet comes with the page.
 *
 * Returns: %FALSE on failure
 */
gboolean
tambour_continuity_find_contact (TambourContinuity  *self,
                                 TambourPortalItem  *item,
                                 const char         *account_id,
                                 char              **contact_id,
                                 GError            **error)
{
  TambourContact *asker = find_asker (item);
  GHashTable *contacts = asker ? read_contacts (self, account_id, error) : NULL;
  g_autofree char *key = asker ? fold (asker->email) : NULL;

  *contact_id = NULL;
  if (asker == NULL)
    return TRUE;
  if (contacts == NULL)
    return FALSE;

  *contact_id = g_strdup (g_hash_table_lookup (contacts, key));

  return *contact_id != NULL || make_contact (self, asker, account_id, contact_id, error);
}

/**
 * tambour_continuity_bring_back_contact:
 * @self: what takes items
 * @contact_id: a contact that may have been removed
 *
 * One that was undone with its case comes back with it.
 */
void
tambour_continuity_bring_back_contact (TambourContinuity *self,
                                       const char        *contact_id)
{
  g_autoptr(TambourRecord) contact = tambour_store_get_removed (self->store, tambour_kinds_find ("contact"), contact_id, NULL);

  if (contact == NULL)
    return;

  contact->deleted_at.seconds = TAMBOUR_NEVER;
  tambour_change_put (self->change, contact);
}
