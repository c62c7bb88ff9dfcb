/* tambour-preferences-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-plans.h"
#include "tambour-preferences-data.h"
#include "tambour-when.h"

/**
 * tambour_preferences_data_free:
 * @self: what there is to choose from
 */
void
tambour_preferences_data_free (TambourPreferencesData *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->calendars, g_strfreev);
  g_clear_pointer (&self->cities, g_strfreev);
  g_free (self);
}

static gboolean
read_people (TambourPreferencesData  *self,
             TambourStore            *store,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PERSON);

  if (!tambour_query_order (query, "name", FALSE, error))
    return FALSE;

  self->people = tambour_store_list (store, query, cancellable, error);

  return self->people != NULL;
}

static char *
dup_city (TambourCatalogue *catalogue,
          const char       *name)
{
  TambourCalendar *calendar = tambour_catalogue_get_calendar (catalogue, name);
  const char *zone = tambour_calendar_get_zone_name (calendar);

  return zone ? tambour_when_city (zone) : g_strdup ("");
}

static gboolean
read_calendars (TambourPreferencesData  *self,
                TambourStore            *store,
                TambourInstant           now,
                GError                 **error)
{
  g_autoptr(TambourCatalogueSet) set = tambour_plans_load (store, error);
  g_autoptr(GStrvBuilder) cities = g_strv_builder_new ();
  TambourCatalogue *catalogue;

  if (set == NULL)
    return FALSE;

  catalogue = tambour_catalogue_set_find (set, now);
  self->calendars = catalogue ? tambour_catalogue_dup_calendars (catalogue) : g_new0 (char *, 1);
  for (guint i = 0; self->calendars[i]; i++)
    g_strv_builder_take (cities, dup_city (catalogue, self->calendars[i]));
  self->cities = g_strv_builder_end (cities);

  return TRUE;
}

/**
 * tambour_preferences_data_load:
 * @store: a store
 * @me: (nullable): the id of the person who works with it
 * @now: the time that is "now"
 * @data: nothing
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * A #TambourLoadFunc.
 *
 * Returns: (transfer full) (nullable): a #TambourPreferencesData
 */
gpointer
tambour_preferences_data_load (TambourStore    *store,
                               const char      *me,
                               TambourInstant   now,
                               gpointer         data,
                               GCancellable    *cancellable,
                               GError         **error)
{
  g_autoptr(TambourPreferencesData) self = g_new0 (TambourPreferencesData, 1);

  if (!read_people (self, store, cancellable, error) || !read_calendars (self, store, now, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_preferences_data_find:
 * @self: what there is to choose from
 * @id: (nullable): the id of a person
 * @position: (out): where that person is in the list
 *
 * Returns: (transfer none) (nullable): the person
 */
TambourPerson *
tambour_preferences_data_find (const TambourPreferencesData *self,
                               const char                   *id,
                               guint                        *position)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_strcmp0 (tambour_record_get_id (g_ptr_array_index (self->people, i)), id) == 0)
      {
        *position = i;
        return g_ptr_array_index (self->people, i);
      }

  return NULL;
}
