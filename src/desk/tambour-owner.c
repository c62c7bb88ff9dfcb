/* tambour-owner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "tambour-clock.h"
#include "tambour-owner.h"
#include "tambour-people.h"
#include "tambour-plans.h"
#include "tambour-settings.h"

#define DAY_MINUTES 1440

static const char * const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static void
add_time (JsonArray  *interval,
          const char *weekday,
          guint       minute)
{
  g_autofree char *text = g_strdup_printf ("%s %02u:%02u", weekday, minute / 60, minute % 60);

  json_array_add_string_element (interval, text);
}

/* Working hours as a calendar of the catalogue. */
static JsonObject *
new_calendar (const TambourOwner *owner)
{
  JsonObject *calendar = json_object_new ();
  JsonArray *weekly = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (owner->weekdays >> i & 1)
      {
        JsonArray *interval = json_array_new ();

        add_time (interval, weekdays[i], owner->opens);
        add_time (interval, weekdays[i], owner->closes);
        json_array_add_array_element (weekly, interval);
      }

  json_object_set_string_member (calendar, "zone", owner->zone);
  json_object_set_array_member (calendar, "weekly", weekly);
  json_object_set_array_member (calendar, "holidays", json_array_new ());

  return calendar;
}

/* Two people may be called the same, and one as a calendar of the support. */
static char *
dup_free_name (JsonObject *calendars,
               const char *name)
{
  char *unused = g_strdup (name);

  for (guint i = 2; json_object_has_member (calendars, unused); i++)
    {
      g_free (unused);
      unused = g_strdup_printf ("%s (%u)", name, i);
    }

  return unused;
}

static TambourPlanCatalogue *
find_or_new_catalogue (TambourStore  *store,
                       GError       **error)
{
  g_autoptr(TambourPlanCatalogue) kept = NULL;
  TambourPlanCatalogue *catalogue;

  if (!tambour_plans_find_kept (store, tambour_date_new (9999, 12, 31), &kept, error))
    return NULL;

  if (kept != NULL)
    return TAMBOUR_PLAN_CATALOGUE (tambour_record_dup (TAMBOUR_RECORD (kept)));

  catalogue = TAMBOUR_PLAN_CATALOGUE (tambour_record_new (TAMBOUR_TYPE_PLAN_CATALOGUE, NULL));
  catalogue->name = g_strdup (_("Support plans"));
  catalogue->document = tambour_plans_dup_shipped (error);
  if (catalogue->document == NULL)
    g_clear_object (&catalogue);

  return catalogue;
}

/* Puts the working hours into the catalogue. Returns: (transfer full): their name */
static char *
add_hours (TambourPlanCatalogue  *catalogue,
           const TambourOwner    *owner,
           GError               **error)
{
  g_autoptr(JsonNode) document = json_from_string (catalogue->document, error);
  g_autoptr(TambourCatalogue) checked = NULL;
  g_autofree char *name = NULL;
  JsonObject *calendars;

  if (document == NULL)
    return NULL;

  calendars = json_object_get_object_member (json_node_get_object (document), "calendars");
  name = dup_free_name (calendars, owner->name);
  json_object_set_object_member (calendars, name, new_calendar (owner));

  g_free (catalogue->document);
  catalogue->document = json_to_string (document, TRUE);
  if (!(checked = tambour_catalogue_new (catalogue->document, error)))
    return NULL;

  catalogue->valid_from = tambour_catalogue_valid_from (checked);

  return g_steal_pointer (&name);
}

/* The plans that the catalogue knows are there to choose from. */
static gboolean
put_plans (TambourStore          *store,
           TambourPlanCatalogue  *catalogue,
           TambourChange         *change,
           GError               **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PLAN);
  g_autoptr(TambourCatalogue) read = tambour_catalogue_new (catalogue->document, error);
  gint64 n_plans = tambour_store_count (store, query, error);
  g_autoptr(GPtrArray) plans = NULL;

  if (read == NULL || n_plans < 0)
    return FALSE;

  plans = tambour_catalogue_dup_plans (read);
  for (guint i = 0; n_plans == 0 && i < plans->len; i++)
    tambour_change_put (change, g_ptr_array_index (plans, i));

  return TRUE;
}

/**
 * tambour_owner_put:
 * @store: a portfolio
 * @owner: who will work with it
 * @error: return location for a #TambourStoreError, or a #TambourCatalogueError
 *   if the hours are none
 *
 * Makes a record of the person, keeps the working hours in the plan catalogue,
 * and has the portfolio remember who works with it. A portfolio without plans
 * gets those of the catalogue.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_owner_put (TambourStore        *store,
                   const TambourOwner  *owner,
                   GError             **error)
{
  g_autoptr(TambourPlanCatalogue) catalogue = NULL;
  g_autoptr(TambourChange) change = NULL;
  g_autoptr(TambourPerson) person = NULL;

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), FALSE);
  g_return_val_if_fail (owner->name != NULL && owner->zone != NULL, FALSE);
  g_return_val_if_fail (owner->opens < owner->closes && owner->closes <= DAY_MINUTES, FALSE);

  if (!(catalogue = find_or_new_catalogue (store, error)))
    return FALSE;

  person = TAMBOUR_PERSON (tambour_record_new (TAMBOUR_TYPE_PERSON, NULL));
  person->name = g_strdup (owner->name);
  person->role = TAMBOUR_PERSON_ROLE_TAM;
  if (!(person->calendar = add_hours (catalogue, owner, error)))
    return FALSE;

  change = tambour_change_new (owner->name, _("Begin the portfolio"));
  tambour_change_put (change, TAMBOUR_RECORD (person));
  tambour_change_put (change, TAMBOUR_RECORD (catalogue));

  return put_plans (store, catalogue, change, error) &&
         tambour_store_commit (store, change, error) &&
         tambour_store_set_setting (store, TAMBOUR_SETTING_ME, tambour_record_get_id (TAMBOUR_RECORD (person)), error);
}
