/* tambour-holidays.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-holidays.h"

#include "tambour-ical.h"
#include "tambour-plans.h"

/* A yearly recurrence is written out this far from the year it counts from. */
#define YEARS_BEFORE 1
#define YEARS_AFTER  10

static TambourDate
get_today (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  return tambour_zone_date_of (utc, (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC });
}

/* A kept document may have come from anywhere: it is a catalogue, or an error. */
static JsonNode *
load_document (TambourPlanCatalogue  *kept,
               GError               **error)
{
  g_autofree char *document = kept ? g_strdup (kept->document) : tambour_plans_dup_shipped (error);
  g_autoptr(TambourCatalogue) checked = document ? tambour_catalogue_new (document, error) : NULL;

  return checked ? json_from_string (document, error) : NULL;
}

/* Returns: %TRUE if the calendar did not have the day */
static gboolean
add_day (JsonObject *calendar,
         const char *day)
{
  JsonArray *days;

  if (!json_object_has_member (calendar, "holidays"))
    json_object_set_array_member (calendar, "holidays", json_array_new ());

  days = json_object_get_array_member (calendar, "holidays");
  for (guint i = 0; i < json_array_get_length (days); i++)
    if (g_strcmp0 (json_array_get_string_element (days, i), day) == 0)
      return FALSE;

  json_array_add_string_element (days, day);

  return TRUE;
}

/* The calendars that get the days: the one that was named, or all that close. */
static GPtrArray *
list_calendars (JsonObject  *document,
                const char  *name,
                GError     **error)
{
  JsonObject *all = json_object_get_object_member (document, "calendars");
  g_autoptr(GPtrArray) calendars = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, all);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      JsonObject *calendar = json_node_get_object (node);

      if (name != NULL ? g_str_equal (member, name) : !json_object_get_boolean_member_with_default (calendar, "always", FALSE))
        g_ptr_array_add (calendars, calendar);
    }

  if (calendars->len > 0)
    return g_steal_pointer (&calendars);

  g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID,
               "the catalogue has no calendar “%s” that could close on holidays", name ? name : "");

  return NULL;
}

static void
add_holidays (GPtrArray           *calendars,
              GPtrArray           *holidays,
              TambourImportCounts *counts)
{
  for (guint i = 0; i < holidays->len; i++)
    {
      TambourHoliday *holiday = g_ptr_array_index (holidays, i);
      g_autofree char *day = tambour_date_dup_text (holiday->date);
      gboolean added = FALSE;

      for (guint c = 0; c < calendars->len; c++)
        added = add_day (g_ptr_array_index (calendars, c), day) || added;

      counts->read++;
      if (added)
        counts->created++;
      else
        counts->unchanged++;
    }
}

/* A version from the same day is made better; an older one stays, since what is
 * decided stays decided.
 */
static gboolean
keep_document (TambourStore          *store,
               TambourPlanCatalogue  *kept,
               JsonNode              *document,
               TambourDate            valid_from,
               const char            *author,
               GError               **error)
{
  g_autoptr(TambourChange) change = tambour_change_new (author, "Import holidays");
  g_autoptr(TambourPlanCatalogue) version = NULL;
  g_autoptr(TambourCatalogue) checked = NULL;
  g_autofree char *text = NULL;
  g_autofree char *day = tambour_date_dup_text (valid_from);

  json_object_set_string_member (json_node_get_object (document), "valid_from", day);
  text = json_to_string (document, TRUE);
  if (!(checked = tambour_catalogue_new (text, error)))
    return FALSE;

  if (kept != NULL && kept->valid_from.julian == valid_from.julian)
    version = TAMBOUR_PLAN_CATALOGUE (tambour_record_dup (TAMBOUR_RECORD (kept)));
  else
    version = TAMBOUR_PLAN_CATALOGUE (tambour_record_new (TAMBOUR_TYPE_PLAN_CATALOGUE, NULL));

  g_set_str (&version->name, kept && kept->name ? kept->name : "Support plans");
  g_set_str (&version->document, text);
  version->valid_from = valid_from;
  tambour_change_put (change, TAMBOUR_RECORD (version));

  return tambour_store_commit (store, change, error);
}

/**
 * tambour_holidays_import:
 * @store: a portfolio
 * @path: an iCalendar file
 * @calendar: (nullable): the catalogue's calendar that gets the days, or %NULL
 *   for all that close
 * @valid_from: since when the days count; today if it is not stated
 * @dry_run: only count
 * @author: who imports
 * @counts: (inout): days that were read, added, and there already
 * @error: return location
 *
 * Adds holidays to the plan catalogue, as a new version of it: a clock that is
 * decided keeps the version that it was decided by (RESPONSE-CLOCK.md).
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_holidays_import (TambourStore         *store,
                         const char           *path,
                         const char           *calendar,
                         TambourDate           valid_from,
                         gboolean              dry_run,
                         const char           *author,
                         TambourImportCounts  *counts,
                         GError              **error)
{
  TambourDate since = tambour_date_is_stated (valid_from) ? valid_from : get_today ();
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(TambourPlanCatalogue) kept = NULL;
  g_autoptr(JsonNode) document = NULL;
  g_autoptr(GPtrArray) holidays = NULL;
  g_autoptr(GPtrArray) calendars = NULL;
  int year, month, day;

  tambour_date_split (since, &year, &month, &day);
  holidays = tambour_ical_load_holidays (file, year - YEARS_BEFORE, year + YEARS_AFTER, NULL, error);

  if (holidays == NULL ||
      !tambour_plans_find_kept (store, since, &kept, error) ||
      !(document = load_document (kept, error)) ||
      !(calendars = list_calendars (json_node_get_object (document), calendar, error)))
    return FALSE;

  add_holidays (calendars, holidays, counts);

  return dry_run || counts->created == 0 || keep_document (store, kept, document, since, author, error);
}
