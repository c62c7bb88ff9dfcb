/* tambour-duplicates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-duplicates.h"

/* What stands before a name, and is none. */
static const char * const titles[] = { "dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau", "mme", "sr", "sra", NULL };

/**
 * tambour_duplicates_dup_key:
 * @name: what somebody is called
 *
 * Returns: (transfer full): what is the same for “Dr. Anna Müller” and “MULLER, Anna”;
 *   "" if there is nothing to go by
 */
char *
tambour_duplicates_dup_key (const char *name)
{
  g_auto(GStrv) plain = NULL;
  g_auto(GStrv) words = g_str_tokenize_and_fold (name, NULL, &plain);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *ascii = NULL;
  g_auto(GStrv) all = NULL;

  /* A word with an accent is there twice: as it is, and without. */
  if (plain[0] != NULL)
    {
      ascii = g_str_to_ascii (name, "C");
      g_strfreev (words);
      words = g_str_tokenize_and_fold (ascii, NULL, NULL);
    }

  for (guint i = 0; words[i]; i++)
    if (!g_strv_contains (titles, words[i]))
      g_ptr_array_add (kept, words[i]);

  g_ptr_array_sort_values (kept, (GCompareFunc) strcmp);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv (" ", (char **) kept->pdata);
}

/**
 * tambour_duplicates_dup_email:
 * @email: (nullable): an address
 *
 * Returns: (transfer full) (nullable): what is the same for the same address
 */
char *
tambour_duplicates_dup_email (const char *email)
{
  g_autofree char *folded = email ? g_strstrip (g_utf8_strdown (email, -1)) : NULL;

  return folded && strchr (folded, '@') ? g_steal_pointer (&folded) : NULL;
}

/**
 * tambour_duplicate_free:
 * @self: (transfer full): contacts
 */
void
tambour_duplicate_free (TambourDuplicate *self)
{
  g_ptr_array_unref (self->contacts);
  g_free (self);
}

/* The group that stands for @group in the end. */
static guint
find_root (GArray *roots,
           guint   i)
{
  while (g_array_index (roots, guint, i) != i)
    i = g_array_index (roots, guint, i);

  return i;
}

/* Joins @i to whoever had the key before. Returns: whether anybody had. */
static gboolean
join (GArray     *roots,
      GHashTable *seen,
      guint       i,
      char       *key)
{
  gpointer before;

  if (!g_hash_table_lookup_extended (seen, key, NULL, &before))
    {
      g_hash_table_insert (seen, key, GUINT_TO_POINTER (i));
      return FALSE;
    }

  g_free (key);
  g_array_index (roots, guint, find_root (roots, i)) = find_root (roots, GPOINTER_TO_UINT (before));

  return TRUE;
}

static void
join_all (GPtrArray  *contacts,
          GArray     *roots,
          GHashTable *same_address)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < contacts->len; i++)
    {
      TambourContact *contact = contacts->pdata[i];
      const char *account_id = TAMBOUR_RECORD (contact)->account_id.id;
      g_autofree char *name = tambour_duplicates_dup_key (contact->name ? contact->name : "");
      g_autofree char *email = tambour_duplicates_dup_email (contact->email);

      g_array_append_val (roots, i);
      if (account_id == NULL || tambour_instant_is_stated (contact->purged_at))
        continue;
      if (email != NULL && join (roots, seen, i, g_strdup_printf ("%s address %s", account_id, email)))
        g_hash_table_add (same_address, GUINT_TO_POINTER (i));
      if (*name)
        join (roots, seen, i, g_strdup_printf ("%s name %s", account_id, name));
    }
}

/**
 * tambour_duplicates_list:
 * @store: a store
 * @account_id: (nullable): whose contacts; everybody's if %NULL
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Contacts of an account who have the same address, or are called the same.
 *
 * Returns: (transfer full) (nullable) (element-type TambourDuplicate): them
 */
GPtrArray *
tambour_duplicates_list (TambourStore  *store,
                         const char    *account_id,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_duplicate_free);
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GHashTable) same_address = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) contacts = NULL;
  g_autofree TambourDuplicate **groups = NULL;

  if (account_id != NULL)
    tambour_query_account (query, account_id);
  if (!tambour_query_order (query, "created_at", FALSE, error) ||
      !(contacts = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  join_all (contacts, roots, same_address);
  groups = g_new0 (TambourDuplicate *, contacts->len + 1);
  for (guint i = 0; i < contacts->len; i++)
    {
      guint root = find_root (roots, i);

      if (groups[root] == NULL)
        {
          groups[root] = g_new0 (TambourDuplicate, 1);
          groups[root]->contacts = g_ptr_array_new_with_free_func (g_object_unref);
        }
      g_ptr_array_add (groups[root]->contacts, g_object_ref (contacts->pdata[i]));
      groups[root]->is_same_address |= g_hash_table_contains (same_address, GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < contacts->len; i++)
    if (groups[i] != NULL && groups[i]->contacts->len > 1)
      g_ptr_array_add (found, groups[i]);
    else if (groups[i] != NULL)
      tambour_duplicate_free (groups[i]);

  return g_steal_pointer (&found);
}
