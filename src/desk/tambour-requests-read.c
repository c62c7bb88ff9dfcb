/* tambour-requests-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-requests-private.h"

#include "tambour-kinds.h"
#include "tambour-roadmap-sheet-private.h"

/* One that was merged is followed so far: longer chains are not made here. */
#define MAX_MERGES 4

/**
 * tambour_requests_reading_free:
 * @self: (transfer full): a reading
 */
void
tambour_requests_reading_free (TambourRequestsReading *self)
{
  g_clear_pointer (&self->scope, tambour_scope_free);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->fees, g_hash_table_unref);
  g_clear_pointer (&self->merged_on, g_hash_table_unref);
  g_free (self);
}

/* Returns: how many of them were not known */
static guint
keep (TambourRequestsReading *self,
      GPtrArray              *found)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *request = g_ptr_array_index (found, i);

      n += g_hash_table_replace (self->requests, g_strdup (request->id), g_object_ref (request)) ? 1 : 0;
    }

  return n;
}

static gboolean
read_all_requests (TambourRequestsReading  *self,
                   GError                 **error)
{
  g_autoptr(GPtrArray) found = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_FEATURE_REQUEST, NULL, error);

  if (found != NULL)
    keep (self, found);

  return found != NULL;
}

/* The ids of all that are known, which must not be freed. */
static GHashTable *
list_ids (TambourRequestsReading *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->requests);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (ids, id);

  return ids;
}

/* The one, and what was merged into it, and into that. */
static gboolean
read_only_request (TambourRequestsReading  *self,
                   GError                 **error)
{
  g_autoptr(TambourRecord) request = tambour_store_get (self->reading.store, tambour_kinds_find ("feature_request"), self->only, error);
  guint n = 1;

  if (request == NULL)
    return FALSE;

  g_hash_table_replace (self->requests, g_strdup (request->id), g_object_ref (request));
  for (guint i = 0; i < MAX_MERGES && n > 0; i++)
    {
      g_autoptr(GHashTable) ids = list_ids (self);
      g_autoptr(GPtrArray) found = tambour_roadmap_list_any (&self->reading, TAMBOUR_TYPE_FEATURE_REQUEST, "duplicate_of_id", ids, NULL, error);

      if (found == NULL)
        return FALSE;
      n = keep (self, found);
    }

  return TRUE;
}

static int
compare_evidence (gconstpointer a,
                  gconstpointer b)
{
  TambourFrEvidence *first = *(TambourFrEvidence * const *) a;
  TambourFrEvidence *second = *(TambourFrEvidence * const *) b;

  if (first->on.julian != second->on.julian)
    return first->on.julian > second->on.julian ? -1 : 1;

  return g_strcmp0 (TAMBOUR_RECORD (second)->id, TAMBOUR_RECORD (first)->id);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  TambourFrEvent *first = *(TambourFrEvent * const *) a;
  TambourFrEvent *second = *(TambourFrEvent * const *) b;

  if (first->at.julian != second->at.julian)
    return first->at.julian < second->at.julian ? -1 : 1;

  return g_strcmp0 (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static gboolean
read_what_was_said (TambourRequestsReading  *self,
                    GError                 **error)
{
  g_autoptr(GHashTable) ids = list_ids (self);

  if (self->only != NULL)
    {
      self->evidence = tambour_roadmap_list_any (&self->reading, TAMBOUR_TYPE_FR_EVIDENCE, "request_id", ids, NULL, error);
      self->events = self->evidence ? tambour_roadmap_list_any (&self->reading, TAMBOUR_TYPE_FR_EVENT, "request_id", ids, NULL, error) : NULL;
    }
  else
    {
      self->evidence = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_FR_EVIDENCE, NULL, error);
      self->events = self->evidence ? tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_FR_EVENT, NULL, error) : NULL;
    }
  if (self->events == NULL)
    return FALSE;

  g_ptr_array_sort (self->evidence, compare_evidence);
  g_ptr_array_sort (self->events, compare_events);
  for (guint i = 0; i < self->events->len; i++)
    {
      TambourFrEvent *event = g_ptr_array_index (self->events, i);

      if (event->status == TAMBOUR_REQUEST_STATUS_DUPLICATE && event->request_id.id != NULL)
        g_hash_table_insert (self->merged_on, event->request_id.id, GUINT_TO_POINTER (event->at.julian));
    }

  return TRUE;
}

/* The fee of the agreement that holds, or of the last one. */
static gboolean
read_fees (TambourRequestsReading  *self,
           GError                 **error)
{
  g_autoptr(GHashTable) accounts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      TambourRecord *evidence = g_ptr_array_index (self->evidence, i);

      if (evidence->account_id.id != NULL)
        g_hash_table_add (accounts, evidence->account_id.id);
    }

  if (!(found = tambour_roadmap_list_any (&self->reading, TAMBOUR_TYPE_AGREEMENT, "account_id", accounts, "start", error)))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (found, i);
      TambourMoney *fee;

      if (agreement->start.julian > self->today.julian)
        continue;
      fee = g_new (TambourMoney, 1);
      *fee = agreement->fee;
      g_hash_table_replace (self->fees, g_strdup (TAMBOUR_RECORD (agreement)->account_id.id), fee);
    }

  return TRUE;
}

static gboolean
read_scope (TambourRequestsReading  *self,
            const char              *me,
            GError                 **error)
{
  g_autoptr(TambourRecord) person = me ? tambour_store_get (self->reading.store, tambour_kinds_find ("person"), me, NULL) : NULL;

  self->scope = tambour_scope_new (self->reading.store, (TambourPerson *) person, TAMBOUR_SCOPE_ALL, NULL,
                                   self->reading.at, self->reading.cancellable, error);
  if (self->scope != NULL)
    self->today = tambour_zone_date_of (self->scope->zone, self->reading.at);

  return self->scope != NULL;
}

/**
 * tambour_requests_reading_new:
 * @store: a store
 * @only: (nullable): the id of a request, or %NULL for all
 * @me: (nullable): the id of the person who looks
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the requests, and what was said of them
 */
TambourRequestsReading *
tambour_requests_reading_new (TambourStore    *store,
                              const char      *only,
                              const char      *me,
                              TambourInstant   at,
                              GCancellable    *cancellable,
                              GError         **error)
{
  g_autoptr(TambourRequestsReading) self = g_new0 (TambourRequestsReading, 1);

  self->reading = (TambourAccountReading) { store, cancellable, NULL, at };
  self->only = only;
  self->requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->fees = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->merged_on = g_hash_table_new (g_str_hash, g_str_equal);

  if (!read_scope (self, me, error) ||
      !(only ? read_only_request (self, error) : read_all_requests (self, error)) ||
      !read_what_was_said (self, error) ||
      !read_fees (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_requests_reading_follow:
 * @self: a reading
 * @id: (nullable): the id of a request
 *
 * Returns: (transfer none) (nullable): the request itself, or the one that it was merged
 *   into; one whose other half is lost, or that runs in a circle, stands for itself
 */
TambourFeatureRequest *
tambour_requests_reading_follow (TambourRequestsReading *self,
                                 const char             *id)
{
  TambourFeatureRequest *first = id ? g_hash_table_lookup (self->requests, id) : NULL;
  TambourFeatureRequest *request = first;

  if (self->only != NULL && g_strcmp0 (id, self->only) == 0)
    return first;

  for (guint i = 0; i < MAX_MERGES && request != NULL && request->status == TAMBOUR_REQUEST_STATUS_DUPLICATE; i++)
    {
      request = request->duplicate_of_id.id ? g_hash_table_lookup (self->requests, request->duplicate_of_id.id) : NULL;
      if (request != NULL && self->only != NULL && g_str_equal (TAMBOUR_RECORD (request)->id, self->only))
        return request;
    }

  return request == NULL || request->status == TAMBOUR_REQUEST_STATUS_DUPLICATE ? first : request;
}
