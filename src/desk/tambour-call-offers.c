/* tambour-call-offers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-call-offers.h"
#include "tambour-call-private.h"

/* Nobody looks for an older case by a few letters. */
#define MAX_CASES 300

static void
offer_free (gpointer data)
{
  TambourCallOffer *offer = data;

  g_clear_object (&offer->record);
  g_clear_pointer (&offer->title, g_free);
  g_clear_pointer (&offer->written, g_free);
  g_free (offer);
}

/**
 * tambour_call_offers_free:
 * @self: (transfer full): what can be named
 */
void
tambour_call_offers_free (TambourCallOffers *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_free (self);
}

static TambourCallOffer *
add (GPtrArray     *offers,
     TambourRecord *record)
{
  TambourCallOffer *offer = g_new0 (TambourCallOffer, 1);

  offer->record = g_object_ref (record);
  g_ptr_array_add (offers, offer);

  return offer;
}

/* --- people ---------------------------------------------------------------- */

/* Counts in how many names a word stands. */
static void
count_words (GHashTable *counts,
             const char *name)
{
  g_auto(GStrv) without_accents = NULL;
  g_auto(GStrv) words = g_str_tokenize_and_fold (name, NULL, &without_accents);
  g_autoptr(GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer word;

  for (guint i = 0; words[i]; i++)
    g_hash_table_add (own, words[i]);
  for (guint i = 0; without_accents[i]; i++)
    g_hash_table_add (own, without_accents[i]);

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_insert (counts, g_strdup (word), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1));
}

/* The first name alone, if nobody else has it. */
static char *
dup_written (GHashTable *counts,
             const char *name)
{
  g_autofree char *first = g_strndup (name, strcspn (name, " "));
  g_auto(GStrv) words = g_str_tokenize_and_fold (first, NULL, NULL);
  gboolean is_only = words[0] != NULL && words[1] == NULL && GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[0])) == 1;

  return tambour_minutes_dup_written (is_only ? first : name);
}

static void
add_people (TambourCallOffers *self,
            GPtrArray         *people,
            GHashTable        *counts)
{
  for (guint i = 0; i < people->len; i++)
    {
      TambourCallOffer *offer = add (self->people, g_ptr_array_index (people, i));

      offer->title = tambour_record_dup_title (offer->record);
      count_words (counts, offer->title);
    }
}

static void
write_people (TambourCallOffers *self,
              GHashTable        *counts,
              const char        *me)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      TambourCallOffer *offer = g_ptr_array_index (self->people, i);
      gboolean is_me = g_strcmp0 (offer->record->id, me) == 0;

      offer->written = is_me ? g_strdup (C_("typed", "me")) : dup_written (counts, offer->title);
    }
}

/* How well a name fits: as it begins, in a word of it, not at all. */
static int
rank (const TambourCallOffer *offer,
      const char             *typed,
      const char             *folded)
{
  g_autofree char *name = NULL;
  g_autofree char *written = NULL;

  if (*typed == '\0')
    return 1;

  name = g_utf8_casefold (offer->title, -1);
  written = g_utf8_casefold (offer->written, -1);
  if (g_str_has_prefix (name, folded) || g_str_has_prefix (written, folded))
    return 0;

  return g_str_match_string (typed, offer->title, TRUE) ? 1 : -1;
}

static gboolean
is_present (const TambourCallOffer *offer,
            const char * const     *present)
{
  g_autofree char *title = NULL;

  for (guint i = 0; present && present[i]; i++)
    if (g_str_match_string (present[i], offer->title, TRUE))
      return TRUE;

  return FALSE;
}

/* Takes those that fit in the order of how well, then as they stand. */
static GPtrArray *
take (GPtrArray *fitting[],
      guint      n_ranks,
      guint      n_wanted)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < n_ranks; i++)
    {
      for (guint n = 0; n < fitting[i]->len && taken->len < n_wanted; n++)
        g_ptr_array_add (taken, g_ptr_array_index (fitting[i], n));
      g_ptr_array_unref (fitting[i]);
    }

  return taken;
}

/**
 * tambour_call_offers_match_people:
 * @self: what can be named
 * @typed: the beginning of a name, or of a part of one, or ""
 * @present: (nullable): who was there, as typed
 * @n_wanted: how many are shown
 *
 * Returns: (transfer container) (element-type TambourCallOffer): who can be meant,
 *   the likeliest first: whoever was there, and whose name begins so
 */
GPtrArray *
tambour_call_offers_match_people (TambourCallOffers  *self,
                                  const char         *typed,
                                  const char * const *present,
                                  guint               n_wanted)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (typed), "_", ' ');
  g_autofree char *folded = g_utf8_casefold (spaced, -1);
  GPtrArray *fitting[4];

  for (guint i = 0; i < G_N_ELEMENTS (fitting); i++)
    fitting[i] = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      TambourCallOffer *offer = g_ptr_array_index (self->people, i);
      int how = rank (offer, spaced, folded);

      if (how >= 0)
        g_ptr_array_add (fitting[2 * how + !is_present (offer, present)], offer);
    }

  return take (fitting, G_N_ELEMENTS (fitting), n_wanted);
}

/* --- cases ----------------------------------------------------------------- */

static gboolean
is_open (TambourCase *one)
{
  return one->status != TAMBOUR_CASE_STATUS_RESOLVED && one->status != TAMBOUR_CASE_STATUS_CLOSED;
}

static void
add_cases (TambourCallOffers *self,
           GPtrArray         *cases,
           gboolean           open)
{
  for (guint i = 0; i < cases->len; i++)
    {
      TambourCase *one = g_ptr_array_index (cases, i);
      TambourCallOffer *offer;

      if (is_open (one) != open || one->number == NULL || *one->number == '\0')
        continue;

      offer = add (self->cases, TAMBOUR_RECORD (one));
      offer->title = tambour_record_dup_title (TAMBOUR_RECORD (one));
      offer->written = g_strdup (one->number);
    }
}

static gboolean
read_cases (TambourCallOffers  *self,
            TambourStore       *store,
            const char         *account_id,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) cases = NULL;

  tambour_query_account (query, account_id);
  tambour_query_limit (query, MAX_CASES, 0);
  if (!tambour_query_order (query, "opened_at", TRUE, error) || !(cases = tambour_store_list (store, query, cancellable, error)))
    return FALSE;

  add_cases (self, cases, TRUE);
  add_cases (self, cases, FALSE);

  return TRUE;
}

/**
 * tambour_call_offers_match_cases:
 * @self: what can be named
 * @typed: the beginning of a number, or of a word of what the case is called, or ""
 * @n_wanted: how many are shown
 *
 * Returns: (transfer container) (element-type TambourCallOffer): which cases can be
 *   meant, the likeliest first
 */
GPtrArray *
tambour_call_offers_match_cases (TambourCallOffers *self,
                                 const char        *typed,
                                 guint              n_wanted)
{
  GPtrArray *fitting[2] = { g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < self->cases->len; i++)
    {
      TambourCallOffer *offer = g_ptr_array_index (self->cases, i);

      if (g_ascii_strncasecmp (offer->written, typed, strlen (typed)) == 0)
        g_ptr_array_add (fitting[0], offer);
      else if (g_str_match_string (typed, offer->title, TRUE))
        g_ptr_array_add (fitting[1], offer);
    }

  return take (fitting, G_N_ELEMENTS (fitting), n_wanted);
}

/* --- both ------------------------------------------------------------------ */

/**
 * tambour_call_offers_load:
 * @store: a store
 * @account_id: with whom the call was
 * @me: (nullable): the id of the person who logs it
 * @newcomers: (nullable): names of who becomes a contact with the call
 * @day: the day of the call
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what can be named
 */
TambourCallOffers *
tambour_call_offers_load (TambourStore        *store,
                          const char          *account_id,
                          const char          *me,
                          const char * const  *newcomers,
                          TambourDate          day,
                          GCancellable        *cancellable,
                          GError             **error)
{
  const TambourCall call = { .account_id = account_id, .newcomers = newcomers };
  g_auto(TambourCallMaking) making = { .store = store, .call = &call, .me = me, .day = day, .cancellable = cancellable };
  g_autoptr(TambourCallOffers) self = g_new0 (TambourCallOffers, 1);
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->people = g_ptr_array_new_with_free_func (offer_free);
  self->cases = g_ptr_array_new_with_free_func (offer_free);
  if (!tambour_call_read_people (&making, error) || !read_cases (self, store, account_id, cancellable, error))
    return NULL;

  add_people (self, making.contacts, counts);
  add_people (self, making.persons, counts);
  write_people (self, counts, me);

  return g_steal_pointer (&self);
}
