/* tambour-facts-read-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

static gboolean
holds (GPtrArray     *list,
       TambourRecord *record)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (TAMBOUR_RECORD (list->pdata[i])->id, record->id) == 0)
      return TRUE;

  return FALSE;
}

/* The cases that value is computed from: of the two years, outages of any time, and the
 * first of all, which tells how far the records reach back. */
static GPtrArray *
list_cases (TambourReading  *self,
            GCancellable    *cancellable,
            GError         **error)
{
  const char *account = self->facts->account->parent_instance.id;
  g_autofree char *since = tambour_instant_dup_text (self->facts->earlier.start);
  g_autofree char *expression = g_strdup_printf ("opened_at >= %s or priority = P1", since);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(TambourQuery) oldest = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) first = NULL;

  tambour_query_account (query, account);
  tambour_query_account (oldest, account);
  tambour_query_limit (oldest, 1, 0);
  if (!tambour_query_parse (query, expression, error) || !tambour_query_order (oldest, "opened_at", FALSE, error) ||
      !(list = tambour_store_list (self->store, query, cancellable, error)) ||
      !(first = tambour_store_list (self->store, oldest, cancellable, error)))
    return NULL;

  if (first->len > 0 && !holds (list, first->pdata[0]))
    g_ptr_array_add (list, g_object_ref (first->pdata[0]));

  return g_steal_pointer (&list);
}

/* Of them, only how long outages lasted is told by events. */
static GPtrArray *
list_events (TambourReading  *self,
             GCancellable    *cancellable,
             GError         **error)
{
  GPtrArray *cases = tambour_reading_list (self, TAMBOUR_TYPE_CASE);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < cases->len; i++)
    if (((TambourCase *) g_ptr_array_index (cases, i))->priority == TAMBOUR_PRIORITY_P1)
      g_ptr_array_add (ids, TAMBOUR_RECORD (g_ptr_array_index (cases, i))->id);

  if (ids->len == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (ids, NULL);
  if (!tambour_query_where_any (query, "case_id", (const char * const *) ids->pdata, error))
    return NULL;

  return tambour_store_list (self->store, query, cancellable, error);
}

/**
 * tambour_reading_list_for_value:
 * @self: a reading for value; cases are read before their events
 * @type: the kind of cases, or that of their events
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: (transfer full) (nullable): of all that an account has, the records that value is
 *   computed from
 */
GPtrArray *
tambour_reading_list_for_value (TambourReading  *self,
                                GType            type,
                                GCancellable    *cancellable,
                                GError         **error)
{
  return type == TAMBOUR_TYPE_CASE ? list_cases (self, cancellable, error) : list_events (self, cancellable, error);
}
