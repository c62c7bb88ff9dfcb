/* tambour-authors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-authors.h"

#include "tambour-people.h"
#include "tambour-settings.h"

/* Who wrote something. A team's database takes only the names that people sign in with
 * there, and people are called something else: whoever of us says what they sign in as
 * is called by name, and so is the person who works with this portfolio.
 */

/* Who has left is still who wrote it; who is there comes first. */
static GPtrArray *
list_people (TambourStore *store)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PERSON);

  tambour_query_with_deleted (query);
  if (!tambour_query_where (query, "sign_in", TAMBOUR_IS_NOT, NULL, NULL) || !tambour_query_order (query, "row", FALSE, NULL))
    return NULL;

  return tambour_store_list (store, query, NULL, NULL);
}

static void
add (GHashTable    *authors,
     TambourPerson *person,
     const char    *sign_in)
{
  if (sign_in != NULL && *sign_in != '\0' && person->name != NULL && *person->name != '\0' &&
      !g_hash_table_contains (authors, sign_in))
    g_hash_table_insert (authors, g_strdup (sign_in), g_strdup (person->name));
}

/* @is_there: whether those who are there, or those who have left */
static void
add_people (GHashTable *authors,
            GPtrArray  *people,
            gboolean    is_there)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      TambourPerson *person = g_ptr_array_index (people, i);

      if (tambour_record_is_deleted (TAMBOUR_RECORD (person)) != is_there)
        add (authors, person, person->sign_in);
    }
}

static TambourPerson *
find_person (TambourStore  *store,
             const char    *id,
             GError       **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);

  return TAMBOUR_PERSON (tambour_store_get (store, klass, id, error));
}

static void
add_me (GHashTable   *authors,
        TambourStore *store)
{
  g_autofree char *sign_in = tambour_store_dup_setting (store, TAMBOUR_SETTING_SIGN_IN);
  g_autofree char *id = sign_in ? tambour_store_dup_setting (store, TAMBOUR_SETTING_ME) : NULL;
  g_autoptr(TambourPerson) me = id ? find_person (store, id, NULL) : NULL;

  if (me != NULL)
    add (authors, me, sign_in);
}

/**
 * tambour_authors_load:
 * @store: a portfolio
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (element-type utf8 utf8): what people are called, by the
 *   names that they sign in with
 */
GHashTable *
tambour_authors_load (TambourStore *store)
{
  GHashTable *authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) people = list_people (store);

  add_people (authors, people, TRUE);
  add_me (authors, store);
  add_people (authors, people, FALSE);

  return authors;
}

/**
 * tambour_authors_get_name:
 * @authors: what tambour_authors_load() gave
 * @author: (nullable): who something is by, as a record or its history says
 *
 * Returns: (transfer none) (nullable): what people call them: @author itself, if nobody
 *   is known to sign in so
 */
const char *
tambour_authors_get_name (GHashTable *authors,
                          const char *author)
{
  const char *name = author ? g_hash_table_lookup (authors, author) : NULL;

  return name ? name : author;
}

/**
 * tambour_authors_dup_name:
 * @store: a portfolio
 * @author: (nullable): who something is by, as a record or its history says
 *
 * As tambour_authors_get_name(), for one. Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what people call them
 */
char *
tambour_authors_dup_name (TambourStore *store,
                          const char   *author)
{
  g_autoptr(GHashTable) authors = tambour_authors_load (store);

  return g_strdup (tambour_authors_get_name (authors, author));
}

static gboolean
is_claimed (TambourStore *store,
            const char   *sign_in)
{
  g_autoptr(GPtrArray) people = list_people (store);

  for (guint i = 0; people != NULL && i < people->len; i++)
    if (g_strcmp0 (((TambourPerson *) g_ptr_array_index (people, i))->sign_in, sign_in) == 0)
      return TRUE;

  return FALSE;
}

/**
 * tambour_authors_claim:
 * @store: a portfolio that belongs to a team
 * @person_id: the id of the person who works with it
 * @error: return location for a #TambourStoreError
 *
 * Has the person's record say what the person signs in as, so that the others of the
 * team see a name. What a record says already stays, and two people do not sign in as
 * the same. Blocks.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_authors_claim (TambourStore  *store,
                       const char    *person_id,
                       GError       **error)
{
  g_autofree char *sign_in = tambour_store_dup_setting (store, TAMBOUR_SETTING_SIGN_IN);
  g_autoptr(TambourChange) change = NULL;
  g_autoptr(TambourPerson) person = NULL;
  g_autofree char *label = NULL;

  if (sign_in == NULL || *sign_in == '\0' || is_claimed (store, sign_in))
    return TRUE;
  if (!(person = find_person (store, person_id, error)))
    return FALSE;
  if (person->sign_in != NULL && *person->sign_in != '\0')
    return TRUE;

  person->sign_in = g_strdup (sign_in);
  /* Translators: a step that can be undone; %s is a user name */
  label = g_strdup_printf (_("Say who signs in as “%s”"), sign_in);
  change = tambour_change_new (person->name, label);
  tambour_change_put (change, TAMBOUR_RECORD (person));

  return tambour_store_commit (store, change, error);
}
