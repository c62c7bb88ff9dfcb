/* tambour-clock-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-lines.h"

#include <glib/gi18n-lib.h>

#include "tambour-clock-rules.h"
#include "tambour-place.h"

/* What a line asks. */
typedef struct
{
  const char      *plan;
  TambourClockKind kind;
  const char      *priority;
  const char      *channel;
  TambourInstant   received;
  GArray          *pauses;
} Question;

static void
clear_question (Question *question)
{
  g_clear_pointer (&question->pauses, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, clear_question)

static gboolean
is_absent (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node);
}

static gboolean
read_instant (JsonNode        *node,
              const char      *place,
              TambourInstant  *instant,
              GError         **error)
{
  const char *text = tambour_place_string (node, place, error);

  if (text == NULL)
    return FALSE;

  if (!tambour_instant_parse (text, instant))
    return tambour_place_refuse (error, place, _("“%s” is no instant such as “2026-11-23T10:00:00Z”."), text);

  return TRUE;
}

/* [from, to], where to is null while the customer is still waited for. */
static gboolean
read_pause (JsonNode      *node,
            const char    *place,
            TambourPause  *pause,
            GError       **error)
{
  g_autofree char *from_place = tambour_place_element (place, 0);
  g_autofree char *to_place = tambour_place_element (place, 1);
  JsonArray *pair;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
    return tambour_place_refuse (error, place, _("A pause is a pair of instants, from and to."));

  pair = json_node_get_array (node);
  pause->to.seconds = TAMBOUR_NEVER;
  if (!read_instant (json_array_get_element (pair, 0), from_place, &pause->from, error))
    return FALSE;

  if (is_absent (json_array_get_element (pair, 1)))
    return TRUE;

  if (!read_instant (json_array_get_element (pair, 1), to_place, &pause->to, error))
    return FALSE;

  if (pause->to.seconds < pause->from.seconds)
    return tambour_place_refuse (error, place, _("The pause ends before it begins."));

  return TRUE;
}

static gboolean
read_pauses (Question    *question,
             JsonObject  *object,
             GError     **error)
{
  JsonArray *pauses;

  question->pauses = g_array_new (FALSE, FALSE, sizeof (TambourPause));
  if (is_absent (json_object_get_member (object, "pauses")))
    return TRUE;

  if (!tambour_place_array (object, "", "pauses", &pauses, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (pauses); i++)
    {
      g_autofree char *place = tambour_place_element ("pauses", i);
      TambourPause pause;

      if (!read_pause (json_array_get_element (pauses, i), place, &pause, error))
        return FALSE;

      g_array_append_val (question->pauses, pause);
    }

  return TRUE;
}

static gboolean
read_kind (Question    *question,
           JsonObject  *object,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, "kind");
  guint kind = TAMBOUR_CLOCK_KIND_FIRST_RESPONSE;

  if (!is_absent (node) && !tambour_place_choice (node, "kind", TAMBOUR_TYPE_CLOCK_KIND, &kind, error))
    return FALSE;

  question->kind = kind;

  return TRUE;
}

static gboolean
read_question (Question    *question,
               JsonObject  *object,
               GError     **error)
{
  JsonNode *channel = json_object_get_member (object, "channel");

  question->channel = tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, TAMBOUR_CHANNEL_UNKNOWN);

  return (question->plan = tambour_place_text (object, "", "plan", error)) != NULL &&
         (question->priority = tambour_place_text (object, "", "priority", error)) != NULL &&
         (is_absent (channel) || (question->channel = tambour_place_string (channel, "channel", error)) != NULL) &&
         read_kind (question, object, error) &&
         tambour_place_text (object, "", "received", error) != NULL &&
         read_instant (json_object_get_member (object, "received"), "received", &question->received, error) &&
         read_pauses (question, object, error);
}

/* A priority or channel that nobody knows has no target either. */
static const TambourTarget *
find_target (TambourCatalogue  *catalogue,
             const Question    *question,
             GError           **error)
{
  guint priority, channel;

  if (!tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, question->priority, &priority) ||
      !tambour_choice_from_nick (TAMBOUR_TYPE_CHANNEL, question->channel, &channel))
    {
      g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NO_TARGET,
                   _("Plan “%s” has no target for a %s of priority %s by channel %s."), question->plan,
                   tambour_choice_nick (TAMBOUR_TYPE_CLOCK_KIND, question->kind),
                   question->priority, question->channel);
      return NULL;
    }

  return tambour_catalogue_find_target (catalogue, question->plan, question->kind, priority, channel, error);
}

static gboolean
answer (TambourCatalogue  *catalogue,
        JsonObject        *object,
        TambourInstant    *start,
        TambourInstant    *due,
        GError           **error)
{
  g_auto(Question) question = { 0 };
  const TambourTarget *target;

  if (!read_question (&question, object, error))
    return FALSE;

  target = find_target (catalogue, &question, error);
  if (target == NULL)
    return FALSE;

  return tambour_clock_due (target, question.received,
                            (const TambourPause *) (gpointer) question.pauses->data, question.pauses->len,
                            start, due, error);
}

static char *
dup_json (const char *text)
{
  g_autoptr(JsonNode) node = json_node_alloc ();

  if (text == NULL)
    return g_strdup ("null");

  json_node_init_string (node, text);

  return json_to_string (node, FALSE);
}

/* The members that are ours to say; `"error"` alone if there is one. */
static char *
dup_answer (TambourInstant  start,
            TambourInstant  due,
            const GError   *error)
{
  g_autofree char *start_text = error ? NULL : tambour_instant_dup_text (start);
  g_autofree char *due_text = error ? NULL : tambour_instant_dup_text (due);
  g_autofree char *start_json = dup_json (start_text);
  g_autofree char *due_json = dup_json (due_text);
  g_autofree char *error_json = dup_json (error ? error->message : NULL);

  if (error != NULL)
    return g_strdup_printf ("\"error\":%s", error_json);

  return g_strdup_printf ("\"start\":%s,\"due\":%s", start_json, due_json);
}

/* The line as it was, so that numbers and unknown members come back to the
 * letter; written anew only where it already has a member that is ours.
 */
static char *
dup_members (JsonNode   *node,
             const char *line)
{
  JsonObject *object = json_node_get_object (node);
  static const char * const ours[] = { "start", "due", "error" };
  char *text = g_strstrip (g_strdup (line));
  gboolean changed = !g_str_has_suffix (text, "}");

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (json_object_has_member (object, ours[i]))
      {
        json_object_remove_member (object, ours[i]);
        changed = TRUE;
      }

  if (changed)
    {
      g_free (text);
      text = json_to_string (node, FALSE);
    }

  text[strlen (text) - 1] = '\0';

  return g_strchomp (text);
}

static JsonNode *
parse_object (const char  *line,
              GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) problem = NULL;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, line, -1, &problem))
    {
      tambour_place_refuse (error, "", _("The line is no valid JSON: %s"), problem->message);
      return NULL;
    }

  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      tambour_place_refuse (error, "", _("The line is no JSON object."));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * tambour_clock_answer_line:
 * @catalogue: a catalogue
 * @line: a JSON object with plan, priority, received, and perhaps channel, kind and
 *   pauses (CLI.md, `tambourctl clock`)
 *
 * Returns: (transfer full): the same object with start and due, or with error; due is
 *   null where an open pause keeps the clock from ever being due. An object with
 *   nothing but error if the line is no JSON object
 */
char *
tambour_clock_answer_line (TambourCatalogue *catalogue,
                           const char       *line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = parse_object (line, &error);
  g_autofree char *members = NULL;
  g_autofree char *said = NULL;
  TambourInstant start = { TAMBOUR_NEVER };
  TambourInstant due = { TAMBOUR_NEVER };

  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (catalogue), NULL);

  if (node != NULL)
    answer (catalogue, json_node_get_object (node), &start, &due, &error);

  said = dup_answer (start, due, error);
  members = node ? dup_members (node, line) : g_strdup ("{");

  return g_strconcat (members, g_str_has_suffix (members, "{") ? "" : ",", said, "}", NULL);
}
