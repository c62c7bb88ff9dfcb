/* tambour-addresses.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-addresses.h"
#include "tambour-mail-domain.h"

struct _TambourAddresses
{
  GPtrArray  *contacts;
  GPtrArray  *persons;
  GHashTable *by_email;   /* address → GPtrArray of TambourContact */
  GHashTable *ours;       /* address → TambourPerson */
  GHashTable *our_domains;
  GHashTable *by_domain;  /* domain → set of account ids */
  GHashTable *names;      /* account id → name */
};

static char *
fold (const char *email)
{
  return g_strstrip (g_utf8_strdown (email, -1));
}

static void
add_contact (TambourAddresses *self,
             TambourContact   *contact)
{
  const char *account_id = TAMBOUR_RECORD (contact)->account_id.id;
  g_autofree char *email = contact->email ? fold (contact->email) : NULL;
  const char *domain = email ? tambour_mail_domain_of (email) : NULL;
  GPtrArray *all;
  GHashTable *accounts;

  if (domain == NULL || account_id == NULL)
    return;

  accounts = g_hash_table_lookup (self->by_domain, domain);
  if (accounts == NULL && !tambour_mail_domain_is_public (domain))
    {
      accounts = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->by_domain, g_strdup (domain), accounts);
    }
  if (accounts != NULL)
    g_hash_table_add (accounts, (char *) account_id);

  all = g_hash_table_lookup (self->by_email, email);
  if (all == NULL)
    {
      all = g_ptr_array_new ();
      g_hash_table_insert (self->by_email, g_steal_pointer (&email), all);
    }
  g_ptr_array_add (all, contact);
}

static gboolean
read_people (TambourAddresses  *self,
             TambourStore      *store,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(TambourQuery) contacts = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourQuery) persons = tambour_query_new (TAMBOUR_TYPE_PERSON);
  g_autoptr(TambourQuery) accounts = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) all = NULL;

  if (!(self->contacts = tambour_store_list (store, contacts, cancellable, error)) ||
      !(self->persons = tambour_store_list (store, persons, cancellable, error)) ||
      !(all = tambour_store_list (store, accounts, cancellable, error)))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (self->names, g_strdup (tambour_record_get_id (all->pdata[i])), g_strdup (TAMBOUR_ACCOUNT (all->pdata[i])->name));

  return TRUE;
}

/**
 * tambour_addresses_load:
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): whose the addresses are now
 */
TambourAddresses *
tambour_addresses_load (TambourStore  *store,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(TambourAddresses) self = g_new0 (TambourAddresses, 1);

  self->by_email = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->our_domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_domain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_people (self, store, cancellable, error))
    return NULL;

  for (guint i = 0; i < self->contacts->len; i++)
    add_contact (self, self->contacts->pdata[i]);
  for (guint i = 0; i < self->persons->len; i++)
    {
      TambourPerson *person = self->persons->pdata[i];
      g_autofree char *email = person->email ? fold (person->email) : NULL;
      const char *domain = email ? tambour_mail_domain_of (email) : NULL;

      if (domain == NULL)
        continue;

      if (!tambour_mail_domain_is_public (domain))
        g_hash_table_add (self->our_domains, g_strdup (domain));
      g_hash_table_remove (self->by_domain, domain);
      g_hash_table_insert (self->ours, g_steal_pointer (&email), person);
    }

  return g_steal_pointer (&self);
}

/**
 * tambour_addresses_free:
 * @self: (transfer full): addresses
 */
void
tambour_addresses_free (TambourAddresses *self)
{
  g_clear_pointer (&self->by_email, g_hash_table_unref);
  g_clear_pointer (&self->ours, g_hash_table_unref);
  g_clear_pointer (&self->our_domains, g_hash_table_unref);
  g_clear_pointer (&self->by_domain, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_addresses_find_contact:
 * @self: addresses
 * @email: (nullable): an address
 * @account_id: whose contact
 *
 * Returns: (transfer none) (nullable): who that is
 */
TambourContact *
tambour_addresses_find_contact (TambourAddresses *self,
                                const char       *email,
                                const char       *account_id)
{
  g_autofree char *folded = email ? fold (email) : NULL;
  GPtrArray *all = folded ? g_hash_table_lookup (self->by_email, folded) : NULL;

  for (guint i = 0; all && i < all->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (all->pdata[i])->account_id.id, account_id) == 0)
      return all->pdata[i];

  return NULL;
}

/**
 * tambour_addresses_find_person:
 * @self: addresses
 * @email: (nullable): an address
 *
 * Returns: (transfer none) (nullable): who of us that is
 */
TambourPerson *
tambour_addresses_find_person (TambourAddresses *self,
                               const char       *email)
{
  g_autofree char *folded = email ? fold (email) : NULL;

  return folded ? g_hash_table_lookup (self->ours, folded) : NULL;
}

/**
 * tambour_addresses_is_ours:
 * @self: addresses
 * @email: (nullable): an address
 *
 * Returns: whether that is one of us, known or not
 */
gboolean
tambour_addresses_is_ours (TambourAddresses *self,
                           const char       *email)
{
  g_autofree char *folded = email ? fold (email) : NULL;
  const char *domain = folded ? tambour_mail_domain_of (folded) : NULL;

  return tambour_addresses_find_person (self, email) != NULL ||
         (domain != NULL && g_hash_table_contains (self->our_domains, domain));
}

/**
 * tambour_addresses_is_customer:
 * @self: addresses
 * @email: (nullable): an address
 * @account_id: an account
 *
 * Returns: whether that is somebody of the account, known or not
 */
gboolean
tambour_addresses_is_customer (TambourAddresses *self,
                               const char       *email,
                               const char       *account_id)
{
  g_autofree char *folded = email ? fold (email) : NULL;
  const char *domain = folded ? tambour_mail_domain_of (folded) : NULL;
  GHashTable *accounts = domain ? g_hash_table_lookup (self->by_domain, domain) : NULL;

  return tambour_addresses_find_contact (self, email, account_id) != NULL ||
         (accounts != NULL && account_id != NULL && g_hash_table_contains (accounts, account_id));
}

static void
collect_known (TambourAddresses *self,
               const char       *email,
               GHashTable       *accounts)
{
  GPtrArray *all = g_hash_table_lookup (self->by_email, email);

  for (guint i = 0; all && i < all->len; i++)
    g_hash_table_add (accounts, TAMBOUR_RECORD (all->pdata[i])->account_id.id);
}

static void
collect_of_domain (TambourAddresses *self,
                   const char       *email,
                   GHashTable       *accounts)
{
  const char *domain = tambour_mail_domain_of (email);
  GHashTable *found = domain && !g_hash_table_contains (self->ours, email) ? g_hash_table_lookup (self->by_domain, domain) : NULL;
  GHashTableIter iter;
  gpointer id;

  if (found == NULL)
    return;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (accounts, id);
}

static char *
explain (TambourAddresses *self,
         GHashTable       *accounts)
{
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (accounts, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;

  if (ids[0] == NULL)
    return g_strdup (_("nobody of an account is named there; say which account it is of"));

  for (guint i = 0; ids[i]; i++)
    {
      char *name = g_hash_table_lookup (self->names, ids[i]);

      g_ptr_array_add (names, name ? name : ids[i]);
    }
  g_ptr_array_sort_values (names, (GCompareFunc) g_utf8_collate);
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);

  return g_strdup_printf (_("people of several accounts are named there (%s); say which account it is of"), all);
}

/**
 * tambour_addresses_find_account:
 * @self: addresses
 * @emails: who is named
 * @why: (out) (optional): a sentence's part: why no account was found
 *
 * The account of the contacts who have the addresses; if none is a contact's, the one that
 * alone has contacts in a domain of them.
 *
 * Returns: (transfer none) (nullable): an account's id
 */
const char *
tambour_addresses_find_account (TambourAddresses    *self,
                                const char * const  *emails,
                                char               **why)
{
  g_autoptr(GHashTable) accounts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  for (guint pass = 0; pass < 2 && g_hash_table_size (accounts) == 0; pass++)
    for (guint i = 0; emails[i]; i++)
      {
        g_autofree char *folded = fold (emails[i]);

        if (pass == 0)
          collect_known (self, folded, accounts);
        else
          collect_of_domain (self, folded, accounts);
      }

  if (g_hash_table_size (accounts) != 1)
    {
      if (why != NULL)
        *why = explain (self, accounts);
      return NULL;
    }

  g_hash_table_iter_init (&iter, accounts);
  g_hash_table_iter_next (&iter, &id, NULL);

  return id;
}
