/* tambour-health-facts-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-health-facts-private.h"

#include "tambour-kinds.h"

/* Which calls a sponsor joined, and what is looked for among the newest calls. */
typedef struct
{
  TambourHealthFacts *facts;
  GHashTable         *joined;
  gboolean            wants_sponsor;
  guint               wanted;     /* cadences without a last call */
} Search;

/* How far back calls are looked at. */
#define HELD "status = held and planned_start <= {now} and planned_start > {now-400}"

static gboolean
list_joined (TambourHealthReading  *self,
             TambourHealthFacts    *facts,
             GHashTable            *joined,
             GError               **error)
{
  for (guint i = 0; i < facts->sponsors->len; i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
      g_autoptr(GPtrArray) attendances = NULL;

      if (!tambour_query_where (query, "contact_id", TAMBOUR_IS, tambour_record_get_id (g_ptr_array_index (facts->sponsors, i)), error) ||
          !(attendances = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
        return FALSE;

      for (guint j = 0; j < attendances->len; j++)
        g_hash_table_add (joined, g_strdup (TAMBOUR_ATTENDANCE (g_ptr_array_index (attendances, j))->engagement_id.id));
    }

  return TRUE;
}

static void
note_cadence (Search            *search,
              TambourEngagement *call)
{
  for (guint i = 0; call->cadence_id.id && i < search->facts->cadences->len; i++)
    {
      const char *id = tambour_record_get_id (g_ptr_array_index (search->facts->cadences, i));

      if (g_ptr_array_index (search->facts->last_calls, i) != NULL || !g_str_equal (id, call->cadence_id.id))
        continue;

      search->facts->last_calls->pdata[i] = g_object_ref (call);
      search->wanted--;
    }
}

static gboolean
look_at_call (TambourRecord *record,
              gpointer       user_data)
{
  Search *search = user_data;

  if (search->wants_sponsor && g_hash_table_contains (search->joined, tambour_record_get_id (record)))
    {
      search->facts->sponsor_call = g_object_ref (TAMBOUR_ENGAGEMENT (record));
      search->wants_sponsor = FALSE;
    }
  note_cadence (search, TAMBOUR_ENGAGEMENT (record));

  return search->wants_sponsor || search->wanted > 0;
}

static gboolean
search_calls (TambourHealthReading  *self,
              const char            *account_id,
              Search                *search,
              GError               **error)
{
  TambourAccountReading of = self->reading;
  g_autoptr(TambourQuery) query = NULL;

  of.account_id = account_id;

  return (query = tambour_account_reading_query (&of, TAMBOUR_TYPE_ENGAGEMENT, HELD, error)) &&
         tambour_query_order (query, "planned_start", TRUE, error) &&
         tambour_store_each (of.store, query, look_at_call, search, of.cancellable, error);
}

/**
 * tambour_health_reading_add_calls:
 * @self: a reading that has its sponsors and cadences
 * @error: return location
 *
 * Finds the last call of each cadence, and the last that a sponsor joined:
 * the newest calls are walked through until both are known.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_health_reading_add_calls (TambourHealthReading  *self,
                                  GError               **error)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      TambourHealthFacts *facts = value;
      g_autoptr(GHashTable) joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      Search search = { facts, joined, FALSE, facts->cadences->len };

      g_ptr_array_set_size (facts->last_calls, facts->cadences->len);
      if (!list_joined (self, facts, joined, error))
        return FALSE;

      search.wants_sponsor = g_hash_table_size (joined) > 0;
      if ((search.wants_sponsor || search.wanted > 0) && !search_calls (self, id, &search, error))
        return FALSE;
    }

  return TRUE;
}
