/* tambour-roadmap-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-roadmap-sheet-private.h"

/* One that was merged is followed so far. */
#define MAX_MERGES 4

/* The requests of a customer while they are read. */
typedef struct
{
  const TambourAccountReading *reading;
  TambourRoadmapSheet         *sheet;
  GPtrArray                   *own;      /* the customer's TambourFrEvidence */
  GHashTable                  *requests; /* id → TambourFeatureRequest */
  GHashTable                  *shown;    /* id → TambourRoadmapRequest */
} Reading;

/**
 * tambour_roadmap_request_free:
 * @self: (transfer full): a request
 */
void
tambour_roadmap_request_free (TambourRoadmapRequest *self)
{
  g_clear_object (&self->request);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->reason, g_free);
  g_free (self);
}

static gboolean
read_requests (Reading     *self,
               GHashTable  *ids,
               GError     **error)
{
  g_autoptr(GPtrArray) found = tambour_roadmap_list_any (self->reading, TAMBOUR_TYPE_FEATURE_REQUEST, "id", ids, NULL, error);

  for (guint i = 0; found && i < found->len; i++)
    {
      TambourRecord *request = g_ptr_array_index (found, i);

      g_hash_table_replace (self->requests, g_strdup (request->id), g_object_ref (request));
    }

  return found != NULL;
}

/* What others were merged into is not known yet. */
static GHashTable *
find_unread (Reading *self)
{
  GHashTable *unread = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->requests);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TambourFeatureRequest *request = value;

      if (request->status == TAMBOUR_REQUEST_STATUS_DUPLICATE && request->duplicate_of_id.id != NULL &&
          !g_hash_table_contains (self->requests, request->duplicate_of_id.id))
        g_hash_table_add (unread, request->duplicate_of_id.id);
    }

  return unread;
}

/* The requests that the customer spoke of, and those that are the customer's alone. */
static gboolean
read_all (Reading  *self,
          GError  **error)
{
  g_autoptr(GPtrArray) theirs = tambour_account_reading_list (self->reading, TAMBOUR_TYPE_FEATURE_REQUEST, NULL, error);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (theirs == NULL || !(self->own = tambour_account_reading_page (self->reading, TAMBOUR_TYPE_FR_EVIDENCE, NULL, "on", TRUE, -1, error)))
    return FALSE;

  for (guint i = 0; i < theirs->len; i++)
    g_hash_table_add (ids, TAMBOUR_RECORD (g_ptr_array_index (theirs, i))->id);
  for (guint i = 0; i < self->own->len; i++)
    if (TAMBOUR_FR_EVIDENCE (g_ptr_array_index (self->own, i))->request_id.id != NULL)
      g_hash_table_add (ids, TAMBOUR_FR_EVIDENCE (g_ptr_array_index (self->own, i))->request_id.id);

  if (!read_requests (self, ids, error))
    return FALSE;

  for (guint i = 0; i < MAX_MERGES; i++)
    {
      g_autoptr(GHashTable) unread = find_unread (self);

      if (g_hash_table_size (unread) > 0 && !read_requests (self, unread, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (nullable): the request itself, or the one that it was merged into */
static TambourFeatureRequest *
follow (Reading    *self,
        const char *id)
{
  TambourFeatureRequest *request = id ? g_hash_table_lookup (self->requests, id) : NULL;

  for (guint i = 0; i < MAX_MERGES && request && request->status == TAMBOUR_REQUEST_STATUS_DUPLICATE; i++)
    request = request->duplicate_of_id.id ? g_hash_table_lookup (self->requests, request->duplicate_of_id.id) : NULL;

  return request;
}

static TambourRoadmapRequest *
show_request (Reading               *self,
              TambourFeatureRequest *request)
{
  TambourRoadmapRequest *shown = g_hash_table_lookup (self->shown, TAMBOUR_RECORD (request)->id);

  if (shown != NULL)
    return shown;

  shown = g_new0 (TambourRoadmapRequest, 1);
  shown->request = g_object_ref (request);
  shown->n_steps = tambour_request_count_steps (request->status);
  shown->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  shown->at_stake.minor = TAMBOUR_NO_COUNT;
  shown->weight = (TambourRequestWeight) { 1, 1 };
  g_hash_table_insert (self->shown, TAMBOUR_RECORD (request)->id, shown);

  return shown;
}

static void
take_evidence (Reading               *self,
               TambourRoadmapRequest *shown,
               TambourFrEvidence     *evidence)
{
  TambourMoney fee = self->sheet->fee;
  int value = tambour_request_get_value (evidence->value_at_stake, fee);

  g_ptr_array_add (shown->evidence, g_object_ref (evidence));
  if (evidence->value_at_stake.minor > shown->at_stake.minor)
    shown->at_stake = evidence->value_at_stake;
  shown->impact = MAX (shown->impact, evidence->impact);
  shown->weight.value = MAX (shown->weight.value, value);
  shown->weight.need = MAX (shown->weight.need, tambour_request_get_need (evidence->impact));

  if (!tambour_date_is_stated (evidence->on))
    return;
  if (shown->evidence->len > 1 && !tambour_date_is_stated (shown->asked_again))
    shown->asked_again = shown->asked_on;
  shown->asked_on = evidence->on;
}

static void
show_requests (Reading *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->requests);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TambourRecord *request = value;

      if (g_strcmp0 (request->account_id.id, self->reading->account_id) == 0 &&
          TAMBOUR_FEATURE_REQUEST (request)->status != TAMBOUR_REQUEST_STATUS_DUPLICATE)
        show_request (self, TAMBOUR_FEATURE_REQUEST (request));
    }

  for (guint i = 0; i < self->own->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (self->own, i);
      TambourFeatureRequest *request = follow (self, evidence->request_id.id);

      if (request != NULL)
        take_evidence (self, show_request (self, request), evidence);
    }
}

static gboolean
is_settled (TambourFeatureRequest *request)
{
  return request->status == TAMBOUR_REQUEST_STATUS_SHIPPED || request->status == TAMBOUR_REQUEST_STATUS_DECLINED;
}

static gboolean
read_events (Reading  *self,
             GError  **error)
{
  g_autoptr(GPtrArray) events = tambour_roadmap_list_any (self->reading, TAMBOUR_TYPE_FR_EVENT, "request_id", self->shown, "at", error);

  for (guint i = 0; events && i < events->len; i++)
    {
      TambourFrEvent *event = g_ptr_array_index (events, i);
      TambourRoadmapRequest *shown = g_hash_table_lookup (self->shown, event->request_id.id);

      if (event->status != shown->request->status)
        continue;
      g_set_str (&shown->reason, event->reason);
      if (is_settled (shown->request))
        shown->settled_on = event->at;
    }

  return events != NULL;
}

/* Each customer counts once, however often that one asks. */
static gboolean
count_others (Reading  *self,
              GError  **error)
{
  g_autoptr(GPtrArray) all = tambour_roadmap_list_any (self->reading, TAMBOUR_TYPE_FR_EVIDENCE, "request_id", self->shown, NULL, error);
  g_autoptr(GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; all && i < all->len; i++)
    {
      TambourRecord *evidence = g_ptr_array_index (all, i);
      TambourRoadmapRequest *shown = g_hash_table_lookup (self->shown, TAMBOUR_FR_EVIDENCE (evidence)->request_id.id);

      if (evidence->account_id.id != NULL && !g_str_equal (evidence->account_id.id, self->reading->account_id) &&
          g_hash_table_add (counted, g_strconcat (TAMBOUR_RECORD (shown->request)->id, " ", evidence->account_id.id, NULL)))
        shown->n_others++;
    }

  return all != NULL;
}

static int
compare_requests (gconstpointer a,
                  gconstpointer b)
{
  const TambourRoadmapRequest *first = *(TambourRoadmapRequest * const *) a;
  const TambourRoadmapRequest *second = *(TambourRoadmapRequest * const *) b;
  int weight = tambour_request_weigh (&first->weight);
  int other = tambour_request_weigh (&second->weight);

  if (is_settled (first->request) != is_settled (second->request))
    return is_settled (first->request) ? 1 : -1;
  if (weight != other)
    return weight > other ? -1 : 1;
  if (first->asked_on.julian != second->asked_on.julian)
    return first->asked_on.julian > second->asked_on.julian ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (first->request)->id, TAMBOUR_RECORD (second->request)->id);
}

/* What was settled stays for a quarter. */
static void
collect (Reading *self)
{
  GHashTableIter iter;
  gpointer value;

  self->sheet->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_roadmap_request_free);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TambourRoadmapRequest *shown = value;
      gboolean is_old = is_settled (shown->request) && shown->settled_on.julian + TAMBOUR_ROADMAP_DAYS < self->sheet->today.julian;

      if (is_old)
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (self->sheet->requests, shown);
    }

  g_ptr_array_sort (self->sheet->requests, compare_requests);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->requests, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/**
 * tambour_roadmap_sheet_add_requests:
 * @self: a sheet
 * @reading: a reading of its account
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_roadmap_sheet_add_requests (TambourRoadmapSheet          *self,
                                    const TambourAccountReading  *reading,
                                    GError                      **error)
{
  g_auto(Reading) all = {
    .reading = reading,
    .sheet = self,
    .requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
    .shown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tambour_roadmap_request_free),
  };

  if (!read_all (&all, error))
    return FALSE;

  show_requests (&all);
  if (!read_events (&all, error) || !count_others (&all, error))
    return FALSE;

  collect (&all);

  return TRUE;
}
