/* test-import-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-import-map.h"
#include "tambour-kinds.h"

static void
assert_refused (const char *json,
                const char *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourImportMap) map = tambour_import_map_parse (json, -1, &error);

  g_assert_null (map);
  g_assert_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP);
  if (strstr (error->message, place) == NULL)
    g_error ("“%s” does not name %s", error->message, place);
}

static void
test_errors_name_the_place (void)
{
  assert_refused ("{", "JSON");
  assert_refused ("[]", "object");
  assert_refused ("{\"fields\": {}}", "/kind");
  assert_refused ("{\"kind\": \"cow\", \"fields\": {}}", "/kind");
  assert_refused ("{\"kind\": \"case\"}", "/fields");
  assert_refused ("{\"kind\": \"case\", \"fields\": {}, \"feilds\": {}}", "/feilds");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"colour\": \"x\"}}", "/fields/colour");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"number\": 5}}", "/fields/number");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"number\": {\"colum\": \"x\"}}}", "/fields/number/colum");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"number\": {}}}", "/fields/number");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"priority\": {\"column\": \"p\", \"values\": {\"1\": \"P9\"}}}}",
                  "/fields/priority/values");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"priority\": {\"constant\": \"high\"}}}", "/fields/priority/constant");
  assert_refused ("{\"kind\": \"case\", \"zone\": \"Mars/Olympus\", \"fields\": {}}", "/zone");
  assert_refused ("{\"kind\": \"case\", \"dates\": \"d.q.yyyy\", \"fields\": {}}", "/dates");
  assert_refused ("{\"kind\": \"case\", \"separator\": \"ab\", \"fields\": {}}", "/separator");
  assert_refused ("{\"kind\": \"case\", \"id\": \"n\", \"fields\": {}}", "/system");
  assert_refused ("{\"kind\": \"case\", \"form\": \"other\", \"fields\": {}}", "/form");
  assert_refused ("{\"kind\": \"case\", \"fields\": {\"number\": {\"column\": \"n\", \"create\": true}}}", "/create");
  assert_refused ("{\"kind\": \"case\", \"account\": {\"column\": \"a\", \"find\": \"status\"}, \"fields\": {}}", "/account/find");
  assert_refused ("{\"kind\": \"case\", \"fields\": {}, \"children\": [{\"kind\": \"case_event\", \"parent\": \"at\", "
                  "\"id\": \"x\", \"fields\": {}}]}",
                  "/children/0/parent");
  assert_refused ("{\"kind\": \"case\", \"form\": \"changes\", \"system\": \"s\", \"id\": \"n\", \"changes\": [{\"kind\": "
                  "\"case_event\", \"parent\": \"case_id\", \"id\": \"x\", \"fields\": {}}]}",
                  "/changes/0/column");
  assert_refused ("{\"kind\": \"usage_sample\", \"fields\": {\"on\": \"a\", \"value\": \"b\"}, \"days\": {\"date\": \"metric\", "
                  "\"value\": \"value\", \"with\": \"sum\"}}",
                  "/days/date");
  assert_refused ("{\"kind\": \"usage_sample\", \"fields\": {\"on\": \"a\", \"value\": {\"constant\": \"1\"}}, \"days\": {\"date\": "
                  "\"on\", \"value\": \"value\", \"with\": \"sum\"}}",
                  "/days/value");
  assert_refused ("{\"kind\": \"usage_sample\", \"fields\": {\"on\": \"a\", \"value\": \"b\"}, \"days\": {\"date\": \"on\", "
                  "\"value\": \"value\", \"with\": \"guess\"}}",
                  "/days/with");
  assert_refused ("{\"kind\": \"usage_sample\", \"fields\": {\"on\": \"a\", \"value\": \"b\"}, \"days\": {\"date\": \"on\", "
                  "\"value\": \"value\", \"with\": \"sum\", \"at_least\": 0}}",
                  "/days/at_least");
}

static void
assert_unbound (const char * const *header,
                const char         *word)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourImportMap) map =
    tambour_import_map_parse ("{\"kind\": \"case\", \"system\": \"s\", \"id\": \"n\", \"fields\": {\"number\": \"n\"}}", -1, &error);

  g_assert_no_error (error);
  g_assert_false (tambour_import_map_bind (map, header, &error));
  g_assert_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_columns_must_be_there_once (void)
{
  assert_unbound ((const char *[]) { "a", "b", NULL }, "no column “n”");
  assert_unbound ((const char *[]) { "n", "b", "n", NULL }, "more than one column “n”");
}

static void
assert_date (const char *pattern,
             const char *text,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDateFormat) format = tambour_date_format_new (pattern, &error);
  g_autoptr(GTimeZone) zone = tambour_zone_lookup ("America/Sao_Paulo");
  TambourLocalTime local;
  gboolean parsed;

  g_assert_no_error (error);
  parsed = tambour_date_format_parse (format, text, &local);
  g_assert_cmpint (parsed, ==, expected != NULL);
  if (parsed)
    {
      g_autofree char *shown = tambour_instant_dup_text (tambour_local_time_to_instant (local, zone));

      g_assert_cmpstr (shown, ==, expected);
    }
}

static void
test_dates_are_read_as_written (void)
{
  assert_date ("d/m/yyyy HH:MM", "29/2/2016 01:16", "2016-02-29T04:16:00Z");
  assert_date ("d/m/yyyy HH:MM", "1/12/2016 23:59", "2016-12-02T01:59:00Z");
  assert_date ("d/m/yyyy HH:MM", "29/2/2017 01:16", NULL);
  assert_date ("d/m/yyyy HH:MM", "1/2/2017 24:00", NULL);
  assert_date ("d/m/yyyy HH:MM", "1/2/2017 1:00", NULL);
  assert_date ("d/m/yyyy HH:MM", "1/2/2017 10:00 ", NULL);
  assert_date ("yyyy-mm-ddTHH:MM:SS", "2016-02-29T01:16:30", "2016-02-29T04:16:30Z");
  assert_date ("mm/dd/yy h:MM AM", "02/28/16 12:05 am", "2016-02-28T03:05:00Z");
  assert_date ("mm/dd/yy h:MM AM", "02/28/16 1:05 PM", "2016-02-28T16:05:00Z");
  assert_date ("mm/dd/yy h:MM AM", "02/28/16 13:05 PM", NULL);
  assert_date ("d mmm yyyy", "5 Mar 2016", "2016-03-05T03:00:00Z");

  /* The clocks went from 00:00 to 01:00 that night. */
  assert_date ("d/m/yyyy HH:MM", "16/10/2016 00:30", "2016-10-16T03:00:00Z");
  /* And from 24:00 back to 23:00 this night: the first of the two. */
  assert_date ("d/m/yyyy HH:MM", "20/2/2016 23:30", "2016-02-21T01:30:00Z");
}

static void
test_patterns_must_say_a_day (void)
{
  static const char * const wrong[] = { "", "d/m", "yyyy", "d/m/yyyy HH", "d/m/yyyy h:MM", "d/m/yyyy q", "dd.mm.yyyy HH:MM Uhr" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (tambour_date_format_new (wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_plain_columns_are_fields (void)
{
  const char * const header[] = { "Name", "Short code", "report-tz", NULL };
  const char * const unknown[] = { "name", "favourite colour", NULL };
  const char * const twice[] = { "name", "Name", NULL };
  TambourRecordClass *klass = tambour_kinds_find ("accounts");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourImportMap) map = tambour_import_map_new_plain (klass, header, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (map->rules->len, ==, 3);
  g_assert_null (tambour_import_map_new_plain (klass, unknown, &error));
  g_assert_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN);
  g_assert_nonnull (strstr (error->message, "favourite colour"));
  g_clear_error (&error);
  g_assert_null (tambour_import_map_new_plain (klass, twice, &error));
  g_assert_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN);
}

static void
test_shipped_maps_are_whole (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "maps", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourImportMap) map = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      map = tambour_import_map_load (file, &error);
      g_assert_no_error (error);
      n++;
    }

  g_assert_cmpuint (n, >=, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-map/errors-name-the-place", test_errors_name_the_place);
  g_test_add_func ("/import-map/columns-must-be-there-once", test_columns_must_be_there_once);
  g_test_add_func ("/import-map/dates-are-read-as-written", test_dates_are_read_as_written);
  g_test_add_func ("/import-map/patterns-must-say-a-day", test_patterns_must_say_a_day);
  g_test_add_func ("/import-map/plain-columns-are-fields", test_plain_columns_are_fields);
  g_test_add_func ("/import-map/shipped-maps-are-whole", test_shipped_maps_are_whole);

  return g_test_run ();
}
