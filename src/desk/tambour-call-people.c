/* tambour-call-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-call-private.h"
#include "tambour-people.h"

/* How well a name fits what was typed. */
typedef enum
{
  FIT_NOT,
  FIT_BEGINS,   /* “marc” */
  FIT_PART,     /* “marcus” or “feld” */
  FIT_WHOLE,    /* “marcus feld” */
} Fit;

static const char *
name_of (TambourRecord *person)
{
  return TAMBOUR_IS_CONTACT (person) ? TAMBOUR_CONTACT (person)->name : TAMBOUR_PERSON (person)->name;
}

static Fit
fit (const char *typed,
     const char *name)
{
  g_auto(GStrv) wanted = g_str_tokenize_and_fold (typed, NULL, NULL);
  g_auto(GStrv) words = NULL;
  g_auto(GStrv) without_accents = NULL;

  if (wanted[0] == NULL || !g_str_match_string (typed, name, TRUE))
    return FIT_NOT;

  words = g_str_tokenize_and_fold (name, NULL, &without_accents);
  for (guint i = 0; wanted[i]; i++)
    if (!g_strv_contains ((const char * const *) words, wanted[i]) &&
        !g_strv_contains ((const char * const *) without_accents, wanted[i]))
      return FIT_BEGINS;

  return g_strv_length (wanted) == g_strv_length (words) ? FIT_WHOLE : FIT_PART;
}

static gboolean
is_there (TambourCallMaking *making,
          TambourRecord     *person)
{
  for (guint i = 0; making->call->attendees && making->call->attendees[i]; i++)
    if (fit (making->call->attendees[i], name_of (person)) != FIT_NOT)
      return TRUE;

  return FALSE;
}

/* Who fits best so far, and how many fit as well. */
typedef struct
{
  Fit            best;
  TambourRecord *found;
  guint          n;
  TambourRecord *present;   /* the one of them who was there */
  guint          n_present;
} Search;

static void
look_at (TambourCallMaking *making,
         Search            *search,
         const char        *typed,
         TambourRecord     *person)
{
  Fit how = fit (typed, name_of (person));

  if (how == FIT_NOT || how < search->best)
    return;

  if (how > search->best)
    *search = (Search) { .best = how };

  search->found = person;
  search->n++;
  if (is_there (making, person))
    {
      search->present = person;
      search->n_present++;
    }
}

static TambourRecord *
find_me (TambourCallMaking *making)
{
  for (guint i = 0; making->me && i < making->persons->len; i++)
    if (g_strcmp0 (tambour_record_get_id (g_ptr_array_index (making->persons, i)), making->me) == 0)
      return g_ptr_array_index (making->persons, i);

  return NULL;
}

static gboolean
is_me (const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  /* Translators: how people call themselves in the minutes of a call; small letters, one word */
  return g_str_equal (folded, "me") || g_str_equal (folded, C_("typed", "me"));
}

/* Whoever is named, and is new, becomes a contact. */
static TambourRecord *
note (TambourCallMaking *making,
      TambourRecord     *person)
{
  if (g_ptr_array_find (making->newcomers, person, NULL))
    g_hash_table_add (making->named, person);

  return person;
}

/**
 * tambour_call_find_person:
 * @making: a call
 * @typed: what somebody is called there
 * @doubt: (out): why nobody was found
 *
 * A part of a name is enough if it fits one person, or one of those who were there.
 *
 * Returns: (transfer none) (nullable): a #TambourContact or a #TambourPerson
 */
TambourRecord *
tambour_call_find_person (TambourCallMaking *making,
                          const char        *typed,
                          TambourCallDoubt  *doubt)
{
  Search search = { .best = FIT_NOT };

  *doubt = TAMBOUR_CALL_SURE;
  if (is_me (typed) && find_me (making) != NULL)
    return find_me (making);

  for (guint i = 0; i < making->contacts->len; i++)
    look_at (making, &search, typed, g_ptr_array_index (making->contacts, i));
  for (guint i = 0; i < making->persons->len; i++)
    look_at (making, &search, typed, g_ptr_array_index (making->persons, i));

  if (search.n == 1)
    return note (making, search.found);
  if (search.n_present == 1)
    return note (making, search.present);

  *doubt = search.n == 0 ? TAMBOUR_CALL_NOBODY : TAMBOUR_CALL_SEVERAL;

  return NULL;
}

static gboolean
has_left (TambourCallMaking *making,
          TambourContact    *contact)
{
  return tambour_date_is_stated (contact->left_on) && contact->left_on.julian < making->day.julian;
}

static gboolean
is_contact (TambourCallMaking *making,
            const char        *name)
{
  for (guint i = 0; i < making->contacts->len; i++)
    if (fit (name, name_of (g_ptr_array_index (making->contacts, i))) == FIT_WHOLE)
      return TRUE;

  return FALSE;
}

/* Who is there already does not come anew. */
static void
add_newcomers (TambourCallMaking *making)
{
  making->newcomers = g_ptr_array_new_with_free_func (g_object_unref);
  making->named = g_hash_table_new (NULL, NULL);

  for (guint i = 0; making->call->newcomers && making->call->newcomers[i]; i++)
    {
      TambourContact *contact;

      if (is_contact (making, making->call->newcomers[i]))
        continue;

      contact = TAMBOUR_CONTACT (tambour_call_new_record (making, TAMBOUR_TYPE_CONTACT));
      g_set_str (&contact->name, making->call->newcomers[i]);
      g_ptr_array_add (making->newcomers, contact);
      g_ptr_array_add (making->contacts, g_object_ref (contact));
    }
}

/**
 * tambour_call_read_people:
 * @making: a call
 * @error: return location for a #TambourStoreError
 *
 * Reads who can be meant: the customer's people who had not left by then, those
 * whom the call makes known, and ours.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_call_read_people (TambourCallMaking  *making,
                          GError            **error)
{
  g_autoptr(TambourQuery) contacts = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourQuery) persons = tambour_query_new (TAMBOUR_TYPE_PERSON);

  tambour_query_account (contacts, making->call->account_id);
  if (!(making->contacts = tambour_store_list (making->store, contacts, making->cancellable, error)) ||
      !(making->persons = tambour_store_list (making->store, persons, making->cancellable, error)))
    return FALSE;

  for (guint i = making->contacts->len; i-- > 0;)
    if (has_left (making, g_ptr_array_index (making->contacts, i)))
      g_ptr_array_remove_index (making->contacts, i);
  add_newcomers (making);

  return TRUE;
}
