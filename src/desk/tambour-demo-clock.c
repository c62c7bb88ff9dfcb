/* tambour-demo-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#include "tambour-clock-replay.h"

/* Case id -> its events, of what waits for the commit. */
static GHashTable *
group_events (TambourDemo *demo)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < demo->pending->len; i++)
    {
      gpointer record = g_ptr_array_index (demo->pending, i);
      const char *case_id = TAMBOUR_IS_CASE_EVENT (record) ? TAMBOUR_CASE_EVENT (record)->case_id.id : NULL;
      GPtrArray *events = case_id ? g_hash_table_lookup (groups, case_id) : NULL;

      if (case_id == NULL)
        continue;

      if (events == NULL)
        {
          events = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) case_id, events);
        }
      g_ptr_array_add (events, record);
    }

  return groups;
}

/* Derived records get ids of the story too, so that it is the same each time. */
static void
adopt (TambourDemoAccount *self,
       TambourRecord      *record,
       TambourInstant      made)
{
  g_free (record->id);
  record->id = tambour_id_new_at (made.seconds * 1000, self->demo->random);
  record->created_at = made;
  record->updated_at = made;
  record->origin = TAMBOUR_ORIGIN_DERIVED;
  tambour_demo_set_ref (&record->account_id, self->id);
  g_ptr_array_add (self->demo->pending, g_object_ref (record));
}

static gboolean
add_clocks (TambourDemoAccount  *self,
            TambourCase         *support_case,
            GPtrArray           *events,
            GError             **error)
{
  g_autoptr(GPtrArray) clocks = tambour_clock_replay (self->demo->catalogue, self->plan, support_case, events, self->demo->as_of, error);

  if (clocks == NULL)
    return FALSE;

  for (guint i = 0; i < clocks->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (clocks, i);
      g_autoptr(GPtrArray) pauses = tambour_clock_list_pauses (self->demo->catalogue, clock, support_case, events, self->demo->as_of);

      adopt (self, TAMBOUR_RECORD (clock), support_case->opened_at);
      for (guint j = 0; j < pauses->len; j++)
        {
          TambourClockPause *pause = g_ptr_array_index (pauses, j);

          tambour_demo_set_ref (&pause->clock_id, TAMBOUR_RECORD (clock)->id);
          adopt (self, TAMBOUR_RECORD (pause), support_case->opened_at);
        }
    }

  return TRUE;
}

/**
 * tambour_demo_make_clocks:
 * @self: an account
 * @error: return location
 *
 * Replays the clocks of every case from its events (RESPONSE-CLOCK.md rule 8),
 * of those that are told word for word too.
 *
 * Returns: %FALSE if a case cannot be replayed
 */
gboolean
tambour_demo_make_clocks (TambourDemoAccount  *self,
                          GError             **error)
{
  g_autoptr(GHashTable) groups = group_events (self->demo);

  for (guint i = 0; i < self->cases->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (self->cases, i);
      GPtrArray *events = g_hash_table_lookup (groups, TAMBOUR_RECORD (support_case)->id);

      if (events != NULL && !add_clocks (self, support_case, events, error))
        return FALSE;
    }

  return TRUE;
}
