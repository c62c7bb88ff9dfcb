/* test-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include <glib/gstdio.h>

#include "tambour-account.h"
#include "tambour-catalogue-set.h"

#define OPEN_MONDAY "\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"]]"
#define WITH_CALENDAR(members) "{\"calendars\":{\"c\":{" members "}},\"plans\":[]}"
#define WITH_TARGETS(targets) "{\"calendars\":{\"c\":{" OPEN_MONDAY "},\"empty\":{\"zone\":\"Europe/London\"}," \
                              "\"always\":{\"always\":true},\"no days\":{" OPEN_MONDAY ",\"business_weekdays\":[]}}," \
                              "\"plans\":[{\"id\":\"p\",\"targets\":[" targets "]}]}"
#define P1 "\"kind\":\"first_response\",\"priority\":\"P1\",\"calendar\":\"c\""

/* Each mistake, and the place that the message must begin with. */
static const struct
{
  const char *document;
  const char *place;
} mistakes[] = {
  { "", "The plan catalogue is" },
  { "{", "The plan catalogue is no valid JSON" },
  { "[]", "An object is expected" },
  { "{\"calendars\":{},\"plans\":[],}", "The plan catalogue is no valid JSON" },
  { "{\"plans\":[]}", "calendars: " },
  { "{\"calendars\":[],\"plans\":[]}", "calendars: " },
  { "{\"calendars\":{}}", "The key “plans” is missing" },
  { "{\"calendars\":{},\"plans\":{}}", "plans: " },
  { "{\"calendars\":{},\"plans\":[],\"extra\":1}", "extra: The key “extra” is unknown" },
  { "{\"calendars\":{},\"calendars\":{},\"plans\":[]}", "calendars: The same name occurs twice" },
  { "{\"calendars\":{\"c\":{" OPEN_MONDAY "},\"c\":{" OPEN_MONDAY "}},\"plans\":[]}", "c: The same name occurs twice" },
  { "{\"calendars\":{\"\":{" OPEN_MONDAY "}},\"plans\":[]}", "calendars: A calendar has no name" },
  { "{\"valid_from\":\"2025-02-30\",\"calendars\":{},\"plans\":[]}", "valid_from: “2025-02-30” is no date" },
  { "{\"valid_from\":2025,\"calendars\":{},\"plans\":[]}", "valid_from: " },

  { "{\"calendars\":{\"c\":[]},\"plans\":[]}", "calendars.c: An object is expected" },
  { WITH_CALENDAR ("\"always\":1"), "calendars.c.always: " },
  { WITH_CALENDAR ("\"always\":true," OPEN_MONDAY), "calendars.c: A calendar that is always open" },
  { WITH_CALENDAR ("\"always\":true,\"holidays\":[]"), "calendars.c: A calendar that is always open" },
  { WITH_CALENDAR ("\"weekly\":[]"), "calendars.c: The key “zone” is missing" },
  { WITH_CALENDAR ("\"zone\":\"Europe/Atlantis\""), "calendars.c.zone: The time zone “Europe/Atlantis” is unknown" },
  { WITH_CALENDAR ("\"zone\":\"+01:00\""), "calendars.c.zone: " },
  { WITH_CALENDAR ("\"zone\":\"../../etc/passwd\""), "calendars.c.zone: " },
  { WITH_CALENDAR ("\"zone\":\"leapseconds\""), "calendars.c.zone: " },
  { WITH_CALENDAR ("\"zone\":\"localtime\""), "calendars.c.zone: " },
  { WITH_CALENDAR ("\"zone\":\"Europe\""), "calendars.c.zone: " },
  { WITH_CALENDAR ("\"zone\":null"), "calendars.c.zone: " },
  { WITH_CALENDAR (OPEN_MONDAY ",\"colour\":\"red\""), "calendars.c.colour: The key “colour” is unknown" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":{}"), "calendars.c.weekly: An array is expected" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[\"Mon 09:00\"]"), "calendars.c.weekly[0]: An opening and a closing time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\"]]"), "calendars.c.weekly[0]: An opening and a closing time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 9:00\",\"Mon 17:00\"]]"), "calendars.c.weekly[0][0]: “Mon 9:00” is no time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:60\"]]"), "calendars.c.weekly[0][1]: “Mon 17:60” is no time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 25:00\"]]"), "calendars.c.weekly[0][1]: “Mon 25:00” is no time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 24:01\"]]"), "calendars.c.weekly[0][1]: “Mon 24:01” is no time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 24:00\",\"Tue 17:00\"]]"), "calendars.c.weekly[0][0]: “Mon 24:00” can close" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mo. 09:00\",\"Mon 17:00\"]]"), "calendars.c.weekly[0][0]: “Mo. 09:00” is no time" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"mon 09:00\",\"Mon 17:00\"]]"), "calendars.c.weekly[0][0]: " },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",900]]"), "calendars.c.weekly[0][1]: A text is expected" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 09:00\"]]"), "calendars.c.weekly[0]: The interval closes when it opens" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"],[\"Mon 16:59\",\"Mon 18:00\"]]"),
    "calendars.c.weekly[1]: The interval overlaps “calendars.c.weekly[0]”" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"],[\"Sun 16:00\",\"Fri 17:00\"]]"),
    "calendars.c.weekly[1]: The interval overlaps “calendars.c.weekly[0]”" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Sun 22:00\",\"Mon 06:00\"],[\"Mon 05:00\",\"Mon 07:00\"]]"),
    "calendars.c.weekly[1]: The interval overlaps “calendars.c.weekly[0]”" },
  { WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 00:00\",\"Sun 24:00\"],[\"Wed 05:00\",\"Wed 07:00\"]]"),
    "calendars.c.weekly[1]: The interval overlaps “calendars.c.weekly[0]”" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"holidays\":[\"2026-11-26\",\"26/11/2026\"]"), "calendars.c.holidays[1]: “26/11/2026” is no date" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"holidays\":[20261126]"), "calendars.c.holidays[0]: A text is expected" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"holidays\":\"2026-11-26\""), "calendars.c.holidays: An array is expected" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"business_weekdays\":[\"Mon\",\"Monday\"]"), "calendars.c.business_weekdays[1]: “Monday” is no weekday" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"business_weekdays\":[\"Mon\",\"Mon\"]"), "calendars.c.business_weekdays[1]: The weekday “Mon” is there twice" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"business_day_minutes\":0"), "calendars.c.business_day_minutes: A whole number" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"business_day_minutes\":1441"), "calendars.c.business_day_minutes: A whole number" },
  { WITH_CALENDAR (OPEN_MONDAY ",\"business_day_minutes\":60.5"), "calendars.c.business_day_minutes: A whole number" },

  { "{\"calendars\":{},\"plans\":[[]]}", "plans[0]: An object is expected" },
  { "{\"calendars\":{},\"plans\":[{}]}", "plans[0]: The key “id” is missing" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"\"}]}", "plans[0].id: A text is expected" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\"},{\"id\":\"p\"}]}", "plans[1].id: There is another plan “p”" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"price\":1}]}", "plans[0].price: The key “price” is unknown" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"dedicated_tam\":\"yes\"}]}", "plans[0].dedicated_tam: Either true or false" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"named_contacts\":-1}]}", "plans[0].named_contacts: A whole number" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"channels\":[\"fax\"]}]}", "plans[0].channels[0]: “fax” is none of phone, email" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"channels\":[\"phone\",\"phone\"]}]}", "plans[0].channels[1]: The channel “phone” is there twice" },
  { "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"targets\":{}}]}", "plans[0].targets: An array is expected" },

  { WITH_TARGETS ("7"), "plans[0].targets[0]: An object is expected" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"note\":\"\"}"), "plans[0].targets[0].note: The key “note” is unknown" },
  { WITH_TARGETS ("{\"priority\":\"P1\",\"calendar\":\"c\",\"minutes\":30}"), "plans[0].targets[0]: The key “kind” is missing" },
  { WITH_TARGETS ("{\"kind\":\"reply\",\"priority\":\"P1\",\"calendar\":\"c\",\"minutes\":30}"), "plans[0].targets[0].kind: “reply” is none of first_response" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"calendar\":\"c\",\"minutes\":30}"), "plans[0].targets[0]: The key “priority” is missing" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P4\",\"calendar\":\"c\",\"minutes\":30}"), "plans[0].targets[0].priority: “P4” is none of P1, P2, P3" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"none\",\"calendar\":\"c\",\"minutes\":30}"), "plans[0].targets[0].priority: “none” is none of" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"channels\":[\"unknown\"]}"), "plans[0].targets[0].channels[0]: “unknown” is none of" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"channels\":[]}"), "plans[0].targets[0].channels: No channel is named" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"channels\":\"phone\"}"), "plans[0].targets[0].channels: An array is expected" },
  { WITH_TARGETS ("{" P1 "}"), "plans[0].targets[0]: A target promises either" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"business_days\":1}"), "plans[0].targets[0]: A target promises either" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":0}"), "plans[0].targets[0].minutes: A whole number" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":-30}"), "plans[0].targets[0].minutes: A whole number" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30.5}"), "plans[0].targets[0].minutes: A whole number" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":\"30\"}"), "plans[0].targets[0].minutes: A whole number" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":9223372036854775807}"), "plans[0].targets[0].minutes: A whole number" },
  { WITH_TARGETS ("{" P1 ",\"business_days\":0}"), "plans[0].targets[0].business_days: A whole number" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"rule\":\"covered\"}"), "plans[0].targets[0].rule: A promise of minutes has no rule" },
  { WITH_TARGETS ("{" P1 ",\"business_days\":1,\"rule\":\"soon\"}"), "plans[0].targets[0].rule: “soon” is none of same_time" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P1\",\"minutes\":30}"), "plans[0].targets[0]: The key “calendar” is missing" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P1\",\"calendar\":\"d\",\"minutes\":30}"), "plans[0].targets[0].calendar: There is no calendar “d”" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P1\",\"calendar\":\"empty\",\"minutes\":30}"), "plans[0].targets[0].calendar: The calendar “empty” has no interval" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P1\",\"calendar\":\"always\",\"business_days\":1}"), "plans[0].targets[0].calendar: The calendar “always” has no time zone" },
  { WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P1\",\"calendar\":\"no days\",\"business_days\":1}"), "plans[0].targets[0].calendar: The calendar “no days” has no business weekday" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30},{" P1 ",\"minutes\":60}"), "plans[0].targets[1]: The target is as specific as “plans[0].targets[0]”" },
  { WITH_TARGETS ("{" P1 ",\"minutes\":30,\"channels\":[\"phone\",\"email\"]},{" P1 ",\"minutes\":60},{" P1 ",\"minutes\":60,\"channels\":[\"email\"]}"),
    "plans[0].targets[2]: The target is as specific as “plans[0].targets[0]”" },
};

static void
test_mistakes_are_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (mistakes[i].document, &error);

      g_test_message ("%s", mistakes[i].place);
      g_assert_null (catalogue);
      g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, mistakes[i].place))
        g_error ("“%s” does not begin with “%s”", error->message, mistakes[i].place);
    }
}

static void
test_what_is_odd_but_right_loads (void)
{
  static const char * const documents[] = {
    "{\"calendars\":{},\"plans\":[]}",
    WITH_CALENDAR ("\"always\":true,\"zone\":\"Europe/London\""),
    WITH_CALENDAR ("\"zone\":\"UTC\""),
    WITH_CALENDAR ("\"zone\":\"Europe/London\",\"weekly\":[]"),
    WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Mon 09:00\",\"Mon 12:00\"],[\"Mon 12:00\",\"Mon 17:00\"]]"),
    WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Sun 22:00\",\"Mon 06:00\"],[\"Mon 06:00\",\"Mon 07:00\"]]"),
    WITH_CALENDAR ("\"zone\":\"UTC\",\"weekly\":[[\"Wed 00:00\",\"Tue 24:00\"]]"),
    WITH_CALENDAR (OPEN_MONDAY ",\"holidays\":[\"2026-11-26\",\"2026-11-26\"]"),
    WITH_TARGETS (""),
    WITH_TARGETS ("{" P1 ",\"minutes\":30,\"channels\":[\"phone\"]},{" P1 ",\"minutes\":60}"),
    WITH_TARGETS ("{\"kind\":\"restore\",\"priority\":\"P1\",\"calendar\":\"always\",\"business_days\":1,\"rule\":\"covered\"}"),
    "{\"calendars\":{},\"plans\":[{\"id\":\"p\",\"named_contacts\":null}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (documents[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (catalogue);
    }
}

static TambourCatalogue *
load_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "plans", "default.json", NULL);
  g_autoptr(GError) error = NULL;
  TambourCatalogue *catalogue = tambour_catalogue_load (path, &error);

  g_assert_no_error (error);

  return catalogue;
}

/* The table of RESPONSE-CLOCK.md; 0 for a combination that is refused. */
static void
test_shipped_catalogue (void)
{
  static const struct
  {
    const char        *plan;
    TambourPriority    priority;
    TambourChannel     channel;
    gint64             amount;
    TambourTargetRule  rule;
    const char        *calendar;
  } promises[] = {
    { "platinum", TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_PHONE, 30, TAMBOUR_RULE_MINUTES, "24x7" },
    { "gold", TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_PHONE, 30, TAMBOUR_RULE_MINUTES, "24x7" },
    { "basic", TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_PHONE, 0, TAMBOUR_RULE_MINUTES, NULL },
    { "platinum", TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_EMAIL, 120, TAMBOUR_RULE_MINUTES, "24x5" },
    { "gold", TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_PORTAL, 120, TAMBOUR_RULE_MINUTES, "24x5" },
    { "basic", TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_PORTAL, 120, TAMBOUR_RULE_MINUTES, "24x5" },
    { "platinum", TAMBOUR_PRIORITY_P2, TAMBOUR_CHANNEL_PHONE, 1, TAMBOUR_RULE_SAME_TIME, "24x5" },
    { "gold", TAMBOUR_PRIORITY_P2, TAMBOUR_CHANNEL_UNKNOWN, 1, TAMBOUR_RULE_SAME_TIME, "24x5" },
    { "basic", TAMBOUR_PRIORITY_P2, TAMBOUR_CHANNEL_EMAIL, 1, TAMBOUR_RULE_SAME_TIME, "24x5" },
    { "platinum", TAMBOUR_PRIORITY_P3, TAMBOUR_CHANNEL_EMAIL, 2, TAMBOUR_RULE_SAME_TIME, "24x5" },
    { "gold", TAMBOUR_PRIORITY_P3, TAMBOUR_CHANNEL_EMAIL, 2, TAMBOUR_RULE_SAME_TIME, "24x5" },
    { "basic", TAMBOUR_PRIORITY_P3, TAMBOUR_CHANNEL_EMAIL, 2, TAMBOUR_RULE_SAME_TIME, "24x5" },
    { "basic", TAMBOUR_PRIORITY_NONE, TAMBOUR_CHANNEL_EMAIL, 0, TAMBOUR_RULE_MINUTES, NULL },
    { "iron", TAMBOUR_PRIORITY_P3, TAMBOUR_CHANNEL_EMAIL, 0, TAMBOUR_RULE_MINUTES, NULL },
  };
  g_autoptr(TambourCatalogue) catalogue = load_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr(GError) error = NULL;
      const TambourTarget *target = tambour_catalogue_find_target (catalogue, promises[i].plan,
                                                                   TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                                                   promises[i].priority, promises[i].channel, &error);

      if (promises[i].amount == 0)
        {
          g_assert_null (target);
          g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NO_TARGET);
          g_assert_nonnull (strstr (error->message, promises[i].plan));
          g_assert_nonnull (strstr (error->message, tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, promises[i].priority)));
          g_assert_nonnull (strstr (error->message, tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, promises[i].channel)));
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpint (target->amount, ==, promises[i].amount);
      g_assert_cmpint (target->rule, ==, promises[i].rule);
      g_assert_cmpstr (target->calendar_name, ==, promises[i].calendar);
      g_assert_true (target->calendar == tambour_catalogue_get_calendar (catalogue, promises[i].calendar));
    }
}

static void
test_plans (void)
{
  g_autoptr(TambourCatalogue) catalogue = load_shipped ();
  g_autoptr(GPtrArray) plans = tambour_catalogue_dup_plans (catalogue);
  TambourPlan *basic = g_ptr_array_index (plans, 0);
  TambourPlan *platinum = g_ptr_array_index (plans, 2);

  g_assert_cmpuint (plans->len, ==, 3);
  g_assert_cmpstr (basic->code, ==, "basic");
  g_assert_cmpuint (g_strv_length (basic->channels), ==, 2);
  g_assert_false (basic->has_tam);
  g_assert_cmpint (basic->named_contact_limit, ==, 0);
  g_assert_cmpstr (platinum->name, ==, "Platinum");
  g_assert_true (platinum->has_tam);
  g_assert_cmpint (platinum->named_contact_limit, ==, 5);
  g_assert_cmpstr (tambour_catalogue_plan_name (catalogue, "gold"), ==, "Gold");
  g_assert_null (tambour_catalogue_plan_name (catalogue, "iron"));
  g_assert_null (tambour_catalogue_get_calendar (catalogue, "8x5"));
}

static void
test_named_channel_wins (void)
{
  g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (
    WITH_TARGETS ("{" P1 ",\"minutes\":60},{" P1 ",\"minutes\":30,\"channels\":[\"phone\"]}"), NULL);

  g_assert_cmpint (tambour_catalogue_find_target (catalogue, "p", TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, TAMBOUR_PRIORITY_P1,
                                                  TAMBOUR_CHANNEL_PHONE, NULL)
                     ->amount,
                   ==, 30);
  g_assert_cmpint (tambour_catalogue_find_target (catalogue, "p", TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, TAMBOUR_PRIORITY_P1,
                                                  TAMBOUR_CHANNEL_CHAT, NULL)
                     ->amount,
                   ==, 60);
}

static TambourCatalogue *
make_version (const char *valid_from)
{
  g_autofree char *document = g_strdup_printf ("{%s%s%s\"calendars\":{},\"plans\":[]}", valid_from ? "\"valid_from\":\"" : "",
                                               valid_from ? valid_from : "", valid_from ? "\"," : "");

  return tambour_catalogue_new (document, NULL);
}

static void
test_versions (void)
{
  g_autoptr(TambourCatalogueSet) set = tambour_catalogue_set_new ();
  g_autoptr(TambourCatalogue) first = make_version ("2025-01-01");
  g_autoptr(TambourCatalogue) second = make_version ("2026-01-01");
  g_autoptr(TambourCatalogue) corrected = make_version ("2026-01-01");
  g_autoptr(TambourCatalogue) ever = make_version (NULL);
  TambourInstant before, eve, day;

  tambour_instant_parse ("2024-12-31T23:59:59Z", &before);
  tambour_instant_parse ("2025-12-31T23:59:59Z", &eve);
  tambour_instant_parse ("2026-01-01T00:00:00Z", &day);

  g_assert_null (tambour_catalogue_set_find (set, day));
  tambour_catalogue_set_add (set, second);
  tambour_catalogue_set_add (set, first);
  g_assert_null (tambour_catalogue_set_find (set, before));
  g_assert_true (tambour_catalogue_set_find (set, eve) == first);
  g_assert_true (tambour_catalogue_set_find (set, day) == second);
  tambour_catalogue_set_add (set, corrected);
  g_assert_true (tambour_catalogue_set_find (set, day) == corrected);
  tambour_catalogue_set_add (set, ever);
  g_assert_true (tambour_catalogue_set_find (set, before) == ever);
  g_assert_true (tambour_catalogue_set_find (set, eve) == first);
}

static void
test_files (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("tambour-catalogue-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_null (tambour_catalogue_load ("/nonexistent/plans.json", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, "{\0}", 3, NULL));
  g_assert_null (tambour_catalogue_load (path, &error));
  g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID);
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/a-mistake-is-named-with-its-place", test_mistakes_are_named);
  g_test_add_func ("/catalogue/what-is-odd-but-right-loads", test_what_is_odd_but_right_loads);
  g_test_add_func ("/catalogue/the-shipped-one-promises-what-its-table-says", test_shipped_catalogue);
  g_test_add_func ("/catalogue/plans-can-be-had-as-records", test_plans);
  g_test_add_func ("/catalogue/a-target-that-names-the-channel-wins", test_named_channel_wins);
  g_test_add_func ("/catalogue/a-version-is-valid-from-its-date", test_versions);
  g_test_add_func ("/catalogue/a-file-that-is-none-gives-an-error", test_files);

  return g_test_run ();
}
