/* test-clock-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tambour-clock-lines.h"

#define P1 "\"plan\":\"gold\",\"priority\":\"P1\",\"channel\":\"phone\""
#define AT "\"received\":\"2026-11-23T10:00:00Z\""
#define ANSWERED(members, start, due) "{" members ",\"start\":\"" start "\",\"due\":\"" due "\"}"
#define AS_USUAL(members) ANSWERED (members, "2026-11-23T10:00:00Z", "2026-11-23T10:30:00Z")

static const struct
{
  const char *line;
  const char *answer;
} answers[] = {
  { "{" P1 "," AT "}", AS_USUAL (P1 "," AT) },
  { "{" P1 "," AT ",\"pauses\":[]}", AS_USUAL (P1 "," AT ",\"pauses\":[]") },
  { "{" P1 "," AT ",\"pauses\":null,\"kind\":null}", AS_USUAL (P1 "," AT ",\"pauses\":null,\"kind\":null") },
  { "{" P1 "," AT ",\"kind\":\"first_response\"}", AS_USUAL (P1 "," AT ",\"kind\":\"first_response\"") },

  /* Members keep their order and their letters, known or not. */
  { "  { \"z\" : 1.50, " P1 ", \"n\":12345678901234567890, " AT " , \"t\":\"\\u00e9 {}\" } \r",
    "{ \"z\" : 1.50, " P1 ", \"n\":12345678901234567890, " AT " , \"t\":\"\\u00e9 {}\""
    ",\"start\":\"2026-11-23T10:00:00Z\",\"due\":\"2026-11-23T10:30:00Z\"}" },
  { "{\"due\":\"x\"," P1 "," AT ",\"error\":null,\"k\":[1]}", AS_USUAL (P1 "," AT ",\"k\":[1]") },

  /* Instants with offsets, fractions and lower case. */
  { "{" P1 ",\"received\":\"2026-11-23T15:45:00+05:45\"}", AS_USUAL (P1 ",\"received\":\"2026-11-23T15:45:00+05:45\"") },
  { "{" P1 ",\"received\":\"2026-11-23T02:00:00.750-08:00\"}", AS_USUAL (P1 ",\"received\":\"2026-11-23T02:00:00.750-08:00\"") },

  /* Channels that nobody named. */
  { "{\"plan\":\"basic\",\"priority\":\"P2\"," AT "}",
    ANSWERED ("\"plan\":\"basic\",\"priority\":\"P2\"," AT, "2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z") },
  { "{\"plan\":\"basic\",\"priority\":\"P2\",\"channel\":null," AT "}",
    ANSWERED ("\"plan\":\"basic\",\"priority\":\"P2\",\"channel\":null," AT, "2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z") },

  /* Pauses. */
  { "{" P1 "," AT ",\"pauses\":[[\"2026-11-23T11:10:00+01:00\",\"2026-11-23T10:20:00Z\"]]}",
    ANSWERED (P1 "," AT ",\"pauses\":[[\"2026-11-23T11:10:00+01:00\",\"2026-11-23T10:20:00Z\"]]",
              "2026-11-23T10:00:00Z", "2026-11-23T10:40:00Z") },
  { "{" P1 "," AT ",\"pauses\":[[\"2026-11-23T10:10:00Z\",null]]}",
    "{" P1 "," AT ",\"pauses\":[[\"2026-11-23T10:10:00Z\",null]],\"start\":\"2026-11-23T10:00:00Z\",\"due\":null}" },
  { "{" P1 "," AT ",\"pauses\":[[\"0001-01-01T00:00:00Z\",\"2026-11-23T10:10:00Z\"],[\"2026-11-23T10:40:00Z\",\"9999-12-31T00:00:00Z\"]]}",
    ANSWERED (P1 "," AT ",\"pauses\":[[\"0001-01-01T00:00:00Z\",\"2026-11-23T10:10:00Z\"],[\"2026-11-23T10:40:00Z\",\"9999-12-31T00:00:00Z\"]]",
              "2026-11-23T10:00:00Z", "2026-11-23T10:40:00Z") },
};

/* What the error must say. */
static const struct
{
  const char *line;
  const char *says[3];
} refusals[] = {
  { "{" P1 "}", { "received" } },
  { "{" P1 ",\"received\":null}", { "received" } },
  { "{" P1 ",\"received\":1795428000}", { "received" } },
  { "{" P1 ",\"received\":\"2026-11-23\"}", { "received", "2026-11-23" } },
  { "{" P1 ",\"received\":\"2026-11-23T10:00:00\"}", { "received", "2026-11-23T10:00:00" } },
  { "{" P1 ",\"received\":\"2026-02-30T10:00:00Z\"}", { "received", "2026-02-30" } },
  { "{" P1 ",\"received\":\"soon\"}", { "received", "soon" } },
  { "{\"priority\":\"P1\"," AT "}", { "plan" } },
  { "{\"plan\":7,\"priority\":\"P1\"," AT "}", { "plan" } },
  { "{\"plan\":\"gold\"," AT "}", { "priority" } },
  { "{\"plan\":\"gold\",\"priority\":1," AT "}", { "priority" } },
  { "{\"plan\":\"gold\",\"priority\":\"P1\",\"channel\":1," AT "}", { "channel" } },
  { "{\"plan\":\"gold\",\"priority\":\"P1\",\"channel\":\"\"," AT "}", { "channel" } },
  { "{\"plan\":\"basic\",\"priority\":\"P1\",\"channel\":\"phone\"," AT "}", { "basic", "P1", "phone" } },
  { "{\"plan\":\"gold\",\"priority\":\"P1\"," AT "}", { "gold", "P1", "unknown" } },
  { "{\"plan\":\"gold\",\"priority\":\"P1\",\"channel\":\"chat\"," AT "}", { "gold", "P1", "chat" } },
  { "{\"plan\":\"gold\",\"priority\":\"P2\",\"channel\":\"fax\"," AT "}", { "gold", "P2", "fax" } },
  { "{\"plan\":\"gold\",\"priority\":\"P4\",\"channel\":\"email\"," AT "}", { "gold", "P4", "email" } },
  { "{\"plan\":\"gold\",\"priority\":\"none\",\"channel\":\"email\"," AT "}", { "gold", "none", "email" } },
  { "{\"plan\":\"iron\",\"priority\":\"P1\",\"channel\":\"email\"," AT "}", { "iron", "P1", "email" } },
  { "{" P1 "," AT ",\"kind\":\"restore\"}", { "gold", "restore", "P1" } },
  { "{" P1 "," AT ",\"kind\":\"reply\"}", { "kind", "reply" } },
  { "{" P1 "," AT ",\"kind\":3}", { "kind" } },
  { "{" P1 "," AT ",\"pauses\":{}}", { "pauses" } },
  { "{" P1 "," AT ",\"pauses\":[\"2026-11-23T10:00:00Z\"]}", { "pauses[0]" } },
  { "{" P1 "," AT ",\"pauses\":[[\"2026-11-23T10:00:00Z\"]]}", { "pauses[0]" } },
  { "{" P1 "," AT ",\"pauses\":[[null,\"2026-11-23T10:00:00Z\"]]}", { "pauses[0][0]" } },
  { "{" P1 "," AT ",\"pauses\":[[\"2026-11-23T10:00:00Z\",\"later\"]]}", { "pauses[0][1]", "later" } },
  { "{" P1 "," AT ",\"pauses\":[[\"2026-11-23T10:00:01Z\",\"2026-11-23T10:00:00Z\"]]}", { "pauses[0]", "before" } },
  { "", { "JSON" } },
  { "{", { "JSON" } },
  { "null", { "JSON" } },
  { "[]", { "JSON" } },
  { "{} {}", { "JSON" } },
  { "{'plan':'gold'}", { "JSON" } },
  { "\xff\xfe", { "JSON" } },
  { "{}", { "plan" } },
};

static TambourCatalogue *
load_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "plans", "default.json", NULL);
  TambourCatalogue *catalogue = tambour_catalogue_load (path, NULL);

  g_assert_nonnull (catalogue);

  return catalogue;
}

static void
test_answers (void)
{
  g_autoptr(TambourCatalogue) catalogue = load_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *answer = tambour_clock_answer_line (catalogue, answers[i].line);

      g_assert_cmpstr (answer, ==, answers[i].answer);
    }
}

static void
test_refusals (void)
{
  g_autoptr(TambourCatalogue) catalogue = load_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *answer = tambour_clock_answer_line (catalogue, refusals[i].line);
      g_autoptr(JsonNode) node = json_from_string (answer, NULL);
      JsonObject *object;
      const char *error;

      g_test_message ("%s", answer);
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      object = json_node_get_object (node);
      g_assert_false (json_object_has_member (object, "start") || json_object_has_member (object, "due"));
      error = json_object_get_string_member (object, "error");
      for (guint j = 0; j < G_N_ELEMENTS (refusals[i].says) && refusals[i].says[j]; j++)
        g_assert_nonnull (strstr (error, refusals[i].says[j]));
    }
}

/* The object that was refused is still there. */
static void
test_a_refused_line_keeps_its_members (void)
{
  g_autoptr(TambourCatalogue) catalogue = load_shipped ();
  g_autofree char *answer = tambour_clock_answer_line (catalogue, "{\"number\":17,\"plan\":\"iron\"}");
  g_autofree char *again = tambour_clock_answer_line (catalogue, answer);

  g_assert_true (g_str_has_prefix (answer, "{\"number\":17,\"plan\":\"iron\",\"error\":\""));
  g_assert_cmpstr (answer, ==, again);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock-lines/a-line-comes-back-with-start-and-due", test_answers);
  g_test_add_func ("/clock-lines/a-mistake-is-named", test_refusals);
  g_test_add_func ("/clock-lines/a-refused-line-keeps-its-members", test_a_refused_line_keeps_its_members);

  return g_test_run ();
}
