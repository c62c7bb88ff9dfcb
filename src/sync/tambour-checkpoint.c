/* tambour-checkpoint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-checkpoint.h"

#include "tambour-answer.h"
#include "tambour-kinds.h"
#include "tambour-time.h"

/* How far a replication has come is kept on both sides, each time under the name of
 * the session that came so far. A place is trusted only if both sides say it of the
 * same session: after a restored backup of either, the last place that both still
 * know; with a database that somebody made anew, none. Starting over is harmless.
 *
 * The documents are those of the replication protocol, version 3.
 */

#define VERSION 3

/* As many as CouchDB keeps. */
#define MOST_ENTRIES 50

/* A newer version that knows more kinds reads again what this one had to skip. */
static void
add_kinds (GChecksum *checksum)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      g_checksum_update (checksum, (const guchar *) klass->kind, (gssize) strlen (klass->kind) + 1);
    }
}

/**
 * tambour_checkpoint_dup_id:
 * @direction: which of the two replications
 * @url: the server's database
 * @replica: what names the portfolio
 *
 * Returns: (transfer full): what the replication's checkpoints are called
 */
char *
tambour_checkpoint_dup_id (TambourSyncDirection  direction,
                           const char           *url,
                           const char           *replica)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  const char *source = direction == TAMBOUR_SYNC_DIRECTION_PULL ? url : replica;
  const char *target = direction == TAMBOUR_SYNC_DIRECTION_PULL ? replica : url;

  g_checksum_update (checksum, (const guchar *) source, (gssize) strlen (source) + 1);
  g_checksum_update (checksum, (const guchar *) target, (gssize) strlen (target) + 1);
  if (direction == TAMBOUR_SYNC_DIRECTION_PULL)
    add_kinds (checksum);

  return g_strdup (g_checksum_get_string (checksum));
}

static JsonArray *
peek_history (JsonObject *document)
{
  JsonNode *node = document ? json_object_get_member (document, "history") : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
peek_entry (JsonArray *history,
            guint      i)
{
  JsonNode *node = json_array_get_element (history, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
entry_new (const char *session,
           const char *place,
           gint64      at)
{
  JsonObject *entry = json_object_new ();
  g_autofree char *time = tambour_instant_dup_text ((TambourInstant) { at });

  json_object_set_string_member (entry, "session_id", session);
  json_object_set_string_member (entry, "recorded_seq", place);
  json_object_set_string_member (entry, "end_time", time);

  return entry;
}

/**
 * tambour_checkpoint_advance:
 * @document: (nullable): what a side keeps, if anything
 * @session: what names this session
 * @place: how far it has come
 * @at: when, in seconds since the epoch
 *
 * Returns: (transfer full): what the side is to keep from now on, with the `_rev`
 *   of @document
 */
JsonObject *
tambour_checkpoint_advance (JsonObject *document,
                            const char *session,
                            const char *place,
                            gint64      at)
{
  JsonObject *advanced = json_object_new ();
  JsonArray *history = json_array_new ();
  JsonArray *old = peek_history (document);
  const char *rev = document ? tambour_answer_peek_text (document, "_rev") : NULL;

  if (rev != NULL)
    json_object_set_string_member (advanced, "_rev", rev);
  json_object_set_int_member (advanced, "replication_id_version", VERSION);
  json_object_set_string_member (advanced, "session_id", session);
  json_object_set_string_member (advanced, "source_last_seq", place);

  json_array_add_object_element (history, entry_new (session, place, at));
  for (guint i = 0; old && i < json_array_get_length (old) && json_array_get_length (history) < MOST_ENTRIES; i++)
    json_array_add_element (history, json_node_copy (json_array_get_element (old, i)));
  json_object_set_array_member (advanced, "history", history);

  return advanced;
}

/* Some servers keep places as numbers or lists. */
static gboolean
is_entry (JsonObject *entry,
          const char *session,
          const char *place)
{
  g_autofree char *recorded = tambour_answer_dup_place (json_object_get_member (entry, "recorded_seq"));

  return g_strcmp0 (tambour_answer_peek_text (entry, "session_id"), session) == 0 && g_strcmp0 (recorded, place) == 0;
}

static gboolean
has_entry (JsonArray  *history,
           const char *session,
           const char *place)
{
  for (guint i = 0; i < json_array_get_length (history); i++)
    {
      JsonObject *entry = peek_entry (history, i);

      if (entry != NULL && is_entry (entry, session, place))
        return TRUE;
    }

  return FALSE;
}

/**
 * tambour_checkpoint_dup_common:
 * @here: (nullable): what one side keeps
 * @there: (nullable): what the other keeps
 *
 * Returns: (transfer full) (nullable): the last place on which both agree; %NULL if
 *   there is none and everything starts over
 */
char *
tambour_checkpoint_dup_common (JsonObject *here,
                               JsonObject *there)
{
  JsonArray *ours = peek_history (here);
  JsonArray *theirs = peek_history (there);

  for (guint i = 0; ours && theirs && i < json_array_get_length (ours); i++)
    {
      JsonObject *entry = peek_entry (ours, i);
      const char *session = entry ? tambour_answer_peek_text (entry, "session_id") : NULL;
      g_autofree char *place = entry ? tambour_answer_dup_place (json_object_get_member (entry, "recorded_seq")) : NULL;

      if (session != NULL && place != NULL && has_entry (theirs, session, place))
        return g_steal_pointer (&place);
    }

  return NULL;
}

/**
 * tambour_checkpoint_is_empty:
 * @document: (nullable): what a side keeps
 *
 * Returns: whether the side remembers no place at all
 */
gboolean
tambour_checkpoint_is_empty (JsonObject *document)
{
  JsonArray *history = peek_history (document);

  return history == NULL || json_array_get_length (history) == 0;
}

/**
 * tambour_checkpoint_get_time:
 * @document: (nullable): what a side keeps
 *
 * Returns: when its last place was written down, in seconds since the epoch;
 *   %TAMBOUR_NEVER if none was
 */
gint64
tambour_checkpoint_get_time (JsonObject *document)
{
  JsonArray *history = peek_history (document);
  JsonObject *entry = history && json_array_get_length (history) > 0 ? peek_entry (history, 0) : NULL;
  const char *text = entry ? tambour_answer_peek_text (entry, "end_time") : NULL;
  TambourInstant at;

  return text != NULL && tambour_instant_parse (text, &at) ? at.seconds : TAMBOUR_NEVER;
}

/**
 * tambour_checkpoint_count:
 * @place: (nullable): a place in a sequence of updates
 *
 * Returns: the number that a place begins with, such as 12 of `12-g1AAAA…`; -1 if
 *   it begins with none
 */
gint64
tambour_checkpoint_count (const char *place)
{
  char *end;
  gint64 count;

  if (place == NULL || !g_ascii_isdigit (*place))
    return -1;

  count = g_ascii_strtoll (place, &end, 10);

  return *end == '\0' || *end == '-' ? count : -1;
}

/**
 * tambour_checkpoint_is_behind:
 * @there: (nullable): what one side keeps, which is written first
 * @here: (nullable): what the other keeps
 *
 * What the numbers say that places begin with is nobody's business: in a cluster they are
 * higher or lower by whoever answers.
 *
 * Returns: whether @there does not know the last place of @here: it was written once, so an
 *   old backup of that side was restored
 */
gboolean
tambour_checkpoint_is_behind (JsonObject *there,
                              JsonObject *here)
{
  JsonArray *ours = peek_history (here);
  JsonArray *theirs = peek_history (there);
  JsonObject *last = ours && json_array_get_length (ours) > 0 ? peek_entry (ours, 0) : NULL;
  const char *session = last ? tambour_answer_peek_text (last, "session_id") : NULL;
  g_autofree char *place = last ? tambour_answer_dup_place (json_object_get_member (last, "recorded_seq")) : NULL;

  return session != NULL && place != NULL && (theirs == NULL || !has_entry (theirs, session, place));
}
