/* fuzz-clock-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-lines.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static TambourCatalogue *
get_catalogue (void)
{
  static TambourCatalogue *catalogue;

  if (catalogue == NULL)
    catalogue = tambour_catalogue_new (
      "{\"calendars\":{\"always\":{\"always\":true},"
      "\"day\":{\"zone\":\"Africa/Cairo\",\"weekly\":[[\"Sun 22:00\",\"Mon 06:00\"],[\"Tue 09:00\",\"Tue 17:00\"]],"
      "\"holidays\":[\"2026-11-24\"]}},"
      "\"plans\":[{\"id\":\"p\",\"targets\":["
      "{\"kind\":\"first_response\",\"priority\":\"P1\",\"minutes\":30,\"calendar\":\"always\"},"
      "{\"kind\":\"first_response\",\"priority\":\"P2\",\"business_days\":1,\"calendar\":\"day\"},"
      "{\"kind\":\"first_response\",\"priority\":\"P3\",\"business_days\":2,\"rule\":\"covered\",\"calendar\":\"day\"},"
      "{\"kind\":\"restore\",\"priority\":\"P1\",\"business_days\":2,\"rule\":\"end_of_day\",\"calendar\":\"day\"}]}]}",
      NULL);

  return catalogue;
}

/* Whatever the line, an object that has either start and due or error, and that
 * is answered the same when it is asked again.
 */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *line = g_strndup ((const char *) data, size);
  g_autofree char *answer = tambour_clock_answer_line (get_catalogue (), line);
  g_autofree char *again = tambour_clock_answer_line (get_catalogue (), answer);
  g_autoptr(JsonNode) node = json_from_string (answer, NULL);
  g_autoptr(JsonNode) node_again = json_from_string (again, NULL);
  JsonObject *object;

  g_assert_true (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
  object = json_node_get_object (node);
  g_assert_cmpint (json_object_has_member (object, "start"), ==, json_object_has_member (object, "due"));
  g_assert_cmpint (json_object_has_member (object, "start"), !=, json_object_has_member (object, "error"));

  if (json_object_has_member (object, "start"))
    g_assert_true (json_node_equal (node, node_again));

  return 0;
}
