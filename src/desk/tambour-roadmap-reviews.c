/* tambour-roadmap-reviews.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-roadmap-sheet-private.h"

#include "tambour-calls.h"

/* As many as one looks back at; a list has the rest. */
#define MAX_COMING 4
#define MAX_PAST   6

/**
 * tambour_roadmap_call_free:
 * @self: (transfer full): a review
 */
void
tambour_roadmap_call_free (TambourRoadmapCall *self)
{
  g_clear_object (&self->call);
  g_clear_object (&self->review);
  g_free (self);
}

static GPtrArray *
read_calls (const TambourAccountReading  *reading,
            const char                   *expression,
            gboolean                      descending,
            gint64                        limit,
            GError                      **error)
{
  g_autoptr(GPtrArray) calls = tambour_account_reading_page (reading, TAMBOUR_TYPE_ENGAGEMENT, expression, "planned_start",
                                                             descending, limit, error);
  GPtrArray *views;

  if (calls == NULL)
    return NULL;

  views = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_roadmap_call_free);
  for (guint i = 0; i < calls->len; i++)
    {
      TambourRoadmapCall *view = g_new0 (TambourRoadmapCall, 1);

      view->call = g_object_ref (g_ptr_array_index (calls, i));
      view->is_ready = tambour_call_has_agenda (view->call);
      g_ptr_array_add (views, view);
    }

  return views;
}

/* What was shown in each, where that was written down. */
static gboolean
read_reviews (const TambourAccountReading  *reading,
              GPtrArray                    *views,
              GError                      **error)
{
  g_autoptr(GHashTable) by_call = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) reviews = NULL;

  for (guint i = 0; i < views->len; i++)
    {
      TambourRoadmapCall *view = g_ptr_array_index (views, i);

      g_hash_table_insert (by_call, TAMBOUR_RECORD (view->call)->id, view);
    }

  if (!(reviews = tambour_roadmap_list_any (reading, TAMBOUR_TYPE_ROADMAP_REVIEW, "engagement_id", by_call, "on", error)))
    return FALSE;

  for (guint i = 0; i < reviews->len; i++)
    {
      TambourRoadmapReview *review = g_ptr_array_index (reviews, i);
      TambourRoadmapCall *view = g_hash_table_lookup (by_call, review->engagement_id.id);

      g_set_object (&view->review, review);
    }

  return TRUE;
}

/* --- what became of the plans that were shown ------------------------------ */

/* One change of the quarter that a plan is for. */
typedef struct
{
  char           *title;
  TambourInstant  at;
} Slip;

static void
slip_free (Slip *slip)
{
  g_clear_pointer (&slip->title, g_free);
  g_free (slip);
}

/* What a history keeps is what was said before: what it became is what the next
 * change found, or what is said now.
 */
static void
find_slips (TambourRecord *record,
            GPtrArray     *history,
            gpointer       slips)
{
  int after = tambour_quarter_parse (TAMBOUR_ROADMAP_ITEM (record)->quarter);

  for (guint i = history->len; i-- > 0;)
    {
      const TambourHistoryEntry *entry = g_ptr_array_index (history, i);
      int before;

      if (entry->before == NULL || !json_object_has_member (entry->before, "quarter"))
        continue;

      before = tambour_quarter_parse (json_object_get_string_member_with_default (entry->before, "quarter", ""));
      if (before < after && after != G_MAXINT)
        {
          Slip *slip = g_new0 (Slip, 1);

          slip->title = g_strdup (TAMBOUR_ROADMAP_ITEM (record)->title);
          slip->at = entry->at;
          g_ptr_array_add (slips, slip);
        }
      after = before;
    }
}

static GPtrArray *
read_slips (const TambourAccountReading  *reading,
            GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ROADMAP_ITEM);
  g_autoptr(GPtrArray) items = tambour_store_list (reading->store, query, reading->cancellable, error);
  g_autoptr(GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_free);

  if (items == NULL || !tambour_store_each_history (reading->store, items, find_slips, slips, reading->cancellable, error))
    return NULL;

  return g_steal_pointer (&slips);
}

static gboolean
has_slipped (GPtrArray      *slips,
             const char     *title,
             TambourInstant  from,
             TambourInstant  to)
{
  for (guint i = 0; i < slips->len; i++)
    {
      const Slip *slip = g_ptr_array_index (slips, i);

      if (slip->at.seconds > from.seconds && slip->at.seconds <= to.seconds && g_strcmp0 (slip->title, title) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
compare_shown (TambourRoadmapCall       *view,
               const TambourRoadmapCall *before,
               GPtrArray                *slips)
{
  const char * const *shown = (const char * const *) view->review->items_shown;
  const char * const *known = before ? (const char * const *) before->review->items_shown : NULL;

  for (guint i = 0; shown && shown[i]; i++)
    {
      if (known == NULL || !g_strv_contains (known, shown[i]))
        view->n_added++;
      else if (has_slipped (slips, shown[i], tambour_call_time (before->call), tambour_call_time (view->call)))
        view->n_slipped++;
      else
        view->n_on_track++;
    }
}

/* The list begins with the newest. */
static void
compare_all (GPtrArray *past,
             GPtrArray *slips)
{
  const TambourRoadmapCall *before = NULL;

  for (guint i = past->len; i-- > 0;)
    {
      TambourRoadmapCall *view = g_ptr_array_index (past, i);

      if (view->review == NULL)
        continue;
      compare_shown (view, before, slips);
      before = view;
    }
}

/**
 * tambour_roadmap_sheet_add_calls:
 * @self: a sheet
 * @reading: a reading of its account
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_roadmap_sheet_add_calls (TambourRoadmapSheet          *self,
                                 const TambourAccountReading  *reading,
                                 GError                      **error)
{
  g_autoptr(GPtrArray) slips = NULL;

  if (!(self->coming = read_calls (reading, "kind = roadmap_review and status = planned", FALSE, MAX_COMING, error)) ||
      !(self->past = read_calls (reading, "kind = roadmap_review and status = held", TRUE, MAX_PAST, error)) ||
      !read_reviews (reading, self->past, error) ||
      !(slips = read_slips (reading, error)))
    return FALSE;

  compare_all (self->past, slips);

  return TRUE;
}
