/* tambour-environment-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-environment-file.h"

#include "tambour-account-reading.h"
#include "tambour-linking.h"
#include "tambour-record-view.h"

/**
 * tambour_environment_file_free:
 * @self: (transfer full): an environment
 */
void
tambour_environment_file_free (TambourEnvironmentFile *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  g_clear_pointer (&self->linked_from, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self);
}

/**
 * tambour_component_is_over:
 * @component: a component
 * @today: a day
 *
 * Returns: whether nobody supports it any more on that day
 */
gboolean
tambour_component_is_over (TambourComponent *component,
                           TambourDate       today)
{
  return component->end_of_support.julian != 0 && component->end_of_support.julian < today.julian;
}

/**
 * tambour_component_is_stale:
 * @component: a component
 * @today: a day
 *
 * Returns: whether nobody has looked for long if it is still so
 */
gboolean
tambour_component_is_stale (TambourComponent *component,
                            TambourDate       today)
{
  return component->verified_on.julian == 0 || component->verified_on.julian + TAMBOUR_COMPONENT_STALE_DAYS < today.julian;
}

/**
 * tambour_environment_file_load:
 * @store: a store
 * @id: the id of an environment, removed or not
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the environment with what runs there
 */
TambourEnvironmentFile *
tambour_environment_file_load (TambourStore    *store,
                               const char      *id,
                               TambourInstant   at,
                               GCancellable    *cancellable,
                               GError         **error)
{
  g_autoptr(TambourEnvironmentFile) self = g_new0 (TambourEnvironmentFile, 1);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ENVIRONMENT);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_COMPONENT);
  TambourAccountReading reading = { store, cancellable, NULL, at };

  if (!(self->record = (TambourEnvironment *) tambour_record_view_find (store, klass, id, error)))
    return NULL;

  self->others = tambour_others_new ();
  reading.account_id = TAMBOUR_RECORD (self->record)->account_id.id;
  if (!tambour_account_reading_today (&reading, &self->today, error) ||
      !tambour_query_where (query, "environment_id", TAMBOUR_IS, id, error) ||
      !tambour_query_order (query, "product", FALSE, error) ||
      !(self->components = tambour_store_list (store, query, cancellable, error)) ||
      !(self->linked_from = tambour_linking_from (store, TAMBOUR_RECORD (self->record), self->others, cancellable, error)))
    return NULL;

  return g_steal_pointer (&self);
}
