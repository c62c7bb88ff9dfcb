/* tambour-request-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-request-file.h"

#include "tambour-requests-private.h"
#include "tambour-roadmap-sheet-private.h"

static void
step_free (TambourRequestStep *self)
{
  g_clear_object (&self->event);
  g_clear_object (&self->merged);
  g_free (self);
}

/**
 * tambour_request_file_free:
 * @self: (transfer full): a file
 */
void
tambour_request_file_free (TambourRequestFile *self)
{
  g_clear_pointer (&self->line, tambour_request_line_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->merged, g_ptr_array_unref);
  g_clear_object (&self->into);
  g_clear_pointer (&self->contacts, g_hash_table_unref);
  g_free (self);
}

static int
compare_requests (gconstpointer a,
                  gconstpointer b)
{
  TambourFeatureRequest *first = *(TambourFeatureRequest * const *) a;
  TambourFeatureRequest *second = *(TambourFeatureRequest * const *) b;

  return g_utf8_collate (first->title ? first->title : "", second->title ? second->title : "");
}

static void
add_merged (TambourRequestFile     *self,
            TambourRequestsReading *reading)
{
  GHashTableIter iter;
  gpointer request;

  g_hash_table_iter_init (&iter, reading->requests);
  while (g_hash_table_iter_next (&iter, NULL, &request))
    if (request != self->line->request)
      g_ptr_array_add (self->merged, g_object_ref (request));

  g_ptr_array_sort (self->merged, compare_requests);
}

/* Of what was merged, only that it was. */
static void
add_steps (TambourRequestFile     *self,
           TambourRequestsReading *reading)
{
  for (guint i = reading->events->len; i-- > 0;)
    {
      TambourFrEvent *event = g_ptr_array_index (reading->events, i);
      TambourFeatureRequest *request = event->request_id.id ? g_hash_table_lookup (reading->requests, event->request_id.id) : NULL;
      gboolean is_own = request == self->line->request;
      TambourRequestStep *step;

      if (!is_own && event->status != TAMBOUR_REQUEST_STATUS_DUPLICATE)
        continue;

      step = g_new0 (TambourRequestStep, 1);
      step->event = g_object_ref (event);
      step->merged = is_own || request == NULL ? NULL : g_object_ref (request);
      g_ptr_array_add (self->steps, step);
    }
}

/* id → record, of all that a field of some names. */
static GHashTable *
read_named (TambourRequestsReading  *reading,
            GType                    type,
            GHashTable              *ids,
            GError                 **error)
{
  g_autoptr(GPtrArray) found = tambour_roadmap_list_any (&reading->reading, type, "id", ids, NULL, error);
  GHashTable *by_id;

  if (found == NULL)
    return NULL;

  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (found, i);

      g_hash_table_insert (by_id, record->id, g_object_ref (record));
    }

  return by_id;
}

static gboolean
read_contacts (TambourRequestFile      *self,
               TambourRequestsReading  *reading,
               GError                 **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (evidence->contact_id.id != NULL)
        g_hash_table_add (ids, evidence->contact_id.id);
    }

  return (self->contacts = read_named (reading, TAMBOUR_TYPE_CONTACT, ids, error)) != NULL;
}

/* Those who must be told first, of them the own ones; then by when they were told. */
static int
compare_listeners (gconstpointer a,
                   gconstpointer b)
{
  const TambourRequestListener *first = *(TambourRequestListener * const *) a;
  const TambourRequestListener *second = *(TambourRequestListener * const *) b;
  int order;

  if (first->must_be_told != second->must_be_told)
    return first->must_be_told ? -1 : 1;
  if (first->asker->is_own != second->asker->is_own)
    return first->asker->is_own ? -1 : 1;
  if (first->told_on.julian != second->told_on.julian)
    return first->told_on.julian > second->told_on.julian ? -1 : 1;
  if ((order = g_utf8_collate (first->asker->name ? first->asker->name : "", second->asker->name ? second->asker->name : "")))
    return order;

  return g_strcmp0 (first->name, second->name);
}

static gboolean
name_listeners (TambourRequestFile      *self,
                TambourRequestsReading  *reading,
                GError                 **error)
{
  GPtrArray *listeners = self->line->listeners;
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) people = NULL;

  for (guint i = 0; i < listeners->len; i++)
    if (((TambourRequestListener *) g_ptr_array_index (listeners, i))->told_by_id != NULL)
      g_hash_table_add (ids, ((TambourRequestListener *) g_ptr_array_index (listeners, i))->told_by_id);
  if (!(people = read_named (reading, TAMBOUR_TYPE_PERSON, ids, error)))
    return FALSE;

  for (guint i = 0; i < listeners->len; i++)
    {
      TambourRequestListener *listener = g_ptr_array_index (listeners, i);
      TambourContact *contact = listener->contact_id ? g_hash_table_lookup (self->contacts, listener->contact_id) : NULL;
      TambourPerson *person = listener->told_by_id ? g_hash_table_lookup (people, listener->told_by_id) : NULL;

      listener->name = contact ? g_strdup (contact->name) : NULL;
      listener->told_by = person ? g_strdup (person->name) : NULL;
    }

  g_ptr_array_sort (listeners, compare_listeners);

  return TRUE;
}

/**
 * tambour_request_file_load:
 * @store: a store
 * @id: the id of a request
 * @me: (nullable): the id of the person who looks
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what is known of the request
 */
TambourRequestFile *
tambour_request_file_load (TambourStore    *store,
                           const char      *id,
                           const char      *me,
                           TambourInstant   at,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(TambourRequestsReading) reading = tambour_requests_reading_new (store, id, me, at, cancellable, error);
  g_autoptr(TambourRequestFile) self = g_new0 (TambourRequestFile, 1);
  g_autoptr(GHashTable) lines = NULL;

  if (reading == NULL)
    return NULL;

  lines = tambour_request_lines_new (reading);
  g_hash_table_steal_extended (lines, id, NULL, (gpointer *) &self->line);
  self->today = reading->today;
  self->evidence = g_ptr_array_ref (reading->evidence);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->merged = g_ptr_array_new_with_free_func (g_object_unref);
  add_merged (self, reading);
  add_steps (self, reading);

  if (!tambour_account_reading_get (&reading->reading, TAMBOUR_TYPE_FEATURE_REQUEST, self->line->request->duplicate_of_id.id, &self->into, error) ||
      !read_contacts (self, reading, error) ||
      !name_listeners (self, reading, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_request_file_find_asker:
 * @self: a file
 * @evidence: one of what was said
 *
 * Returns: (transfer none) (nullable): the account that said it; %NULL of one that left
 */
const TambourRequestAsker *
tambour_request_file_find_asker (TambourRequestFile *self,
                                 TambourFrEvidence  *evidence)
{
  for (guint i = 0; i < self->line->askers->len; i++)
    {
      const TambourRequestAsker *asker = g_ptr_array_index (self->line->askers, i);

      if (g_strcmp0 (asker->account_id, TAMBOUR_RECORD (evidence)->account_id.id) == 0)
        return asker;
    }

  return NULL;
}

/**
 * tambour_request_file_find_contact:
 * @self: a file
 * @evidence: one of what was said
 *
 * Returns: (transfer none) (nullable): who said it
 */
TambourContact *
tambour_request_file_find_contact (TambourRequestFile *self,
                                   TambourFrEvidence  *evidence)
{
  return evidence->contact_id.id ? g_hash_table_lookup (self->contacts, evidence->contact_id.id) : NULL;
}

/**
 * tambour_request_file_find_asked_as:
 * @self: a file
 * @evidence: one of what was said
 *
 * Returns: (transfer none) (nullable): what it was asked as, if that was merged into the
 *   request
 */
TambourFeatureRequest *
tambour_request_file_find_asked_as (TambourRequestFile *self,
                                    TambourFrEvidence  *evidence)
{
  const char *id = evidence->asked_as_id.id ? evidence->asked_as_id.id : evidence->request_id.id;

  for (guint i = 0; i < self->merged->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (self->merged, i))->id, id) == 0)
      return g_ptr_array_index (self->merged, i);

  return NULL;
}
