/* tambour-erased.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-erased.h"

#include "tambour-answer.h"
#include "tambour-couch-read.h"
#include "tambour-replica.h"
#include "tambour-revisions.h"

/* An administrator may erase a document for good (`_purge`): then no feed of changes says
 * anything of it, and whoever edited the record next would send all of it again. What a
 * database does tell is how often something was erased, and, since CouchDB 3.4, what; of an
 * older one it is found out by asking what it lacks of all that it once had.
 *
 * A record that was erased there stays as it is here: somebody typed it, and nobody here
 * said that it should go. It is not sent any more, not even when it is edited, until
 * somebody says so; whoever lists what the server refused finds it there.
 */

/* How often something was erased, when that was last looked at. */
#define ERASED_SETTING "sync.erased"

/* Records that are asked about together. */
#define SOME 500

/* Of a record's past, so much tells whether a server knows it. */
#define MOST_OF_A_PATH 50

/* Between two looks before something is sent, in microseconds. */
#define PAUSE (2 * G_TIME_SPAN_SECOND)

static gint64
read_noted (TambourPeer *peer)
{
  g_autofree char *text = tambour_store_dup_setting (peer->store, ERASED_SETTING);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/**
 * tambour_erased_note:
 * @peer: a portfolio and its team's database
 * @info: what the database says of itself
 * @error: return location for an error
 *
 * Whatever was erased until now is nobody's concern: the database is another one.
 *
 * Returns: %TRUE if that is written down
 */
gboolean
tambour_erased_note (TambourPeer             *peer,
                     const TambourCouchInfo  *info,
                     GError                 **error)
{
  gint64 number = MAX (tambour_checkpoint_count (info->purge_seq), 0);
  g_autofree char *text = g_strdup_printf ("%" PRId64, number);

  return number == read_noted (peer) || tambour_store_set_setting (peer->store, ERASED_SETTING, text, error);
}

/* The revision that counts here, and those before it. */
static GStrv
dup_path (const TambourReplicaEntry *entry)
{
  g_autoptr(TambourRevisions) tree = entry->tree ? tambour_revisions_parse (entry->tree, NULL) : NULL;
  const char *leaf = tree ? tambour_revisions_get_winner (tree, NULL) : NULL;
  GStrv path;

  if (leaf == NULL)
    return NULL;

  path = tambour_revisions_dup_path (tree, leaf);
  for (guint i = MOST_OF_A_PATH; i < g_strv_length (path); i++)
    g_clear_pointer (&path[i], g_free);

  return path;
}

/* What waits to be sent the server may never have had, unless it says itself that it had.
 */
static gboolean
may_be_erased (TambourPeer               *peer,
               const TambourReplicaEntry *entry,
               gboolean                   is_said)
{
  gint64 sent = tambour_checkpoint_count (peer->sides[TAMBOUR_SYNC_DIRECTION_PUSH].place);

  return entry->record != NULL && !tambour_record_is_deleted (entry->record) &&
         (entry->refused == NULL || entry->reason != TAMBOUR_REPLICA_ERASED) &&
         (is_said || entry->sequence <= MAX (sent, 0));
}

static GPtrArray *
list_paths (TambourPeer *peer,
            GPtrArray   *entries,
            gboolean     is_said)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (entries, i);
      GStrv path = may_be_erased (peer, entry, is_said) ? dup_path (entry) : NULL;

      if (path != NULL)
        g_ptr_array_add (rows, tambour_couch_row_new (entry->id, path));
    }

  return rows;
}

/* Those of which the server knows nothing, each without revisions: then any will do. */
static GPtrArray *
list_unknown (TambourPeer  *peer,
              GPtrArray    *rows,
              GError      **error)
{
  g_autoptr(GHashTable) lacking = tambour_couch_end_diff (tambour_couch_begin_diff (peer->couch, rows), error);
  GPtrArray *unknown;

  if (lacking == NULL)
    return NULL;

  unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (rows, i);
      const char * const *revs = g_hash_table_lookup (lacking, row->id);

      if (revs != NULL && g_strv_length ((GStrv) revs) == g_strv_length (row->revs))
        g_ptr_array_add (unknown, tambour_couch_row_new (row->id, g_new0 (char *, 1)));
    }

  return unknown;
}

/* One node of a cluster may be behind in what it knows; asked for the document, each is. */
static gboolean
hold_missing (TambourPeer  *peer,
              GPtrArray    *unknown,
              GError      **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) leaves = NULL;
  gsize size;

  if (unknown->len == 0)
    return TRUE;

  leaves = tambour_couch_end_bulk_get (tambour_couch_begin_bulk_get (peer->couch, unknown), &size, &failure);
  if (leaves == NULL && tambour_couch_lacks_bulk_get (failure))
    return TRUE;
  if (leaves == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < leaves->len; i++)
    {
      const TambourCouchLeaf *leaf = g_ptr_array_index (leaves, i);

      if (!leaf->is_gone)
        continue;
      if (!tambour_replica_note_refused (peer->store, leaf->id, TAMBOUR_REPLICA_ERASED,
                                         _("An administrator has erased it there for good: remove it here too, or send it again"), error))
        return FALSE;
      peer->outcome.n_refused++;
    }

  return TRUE;
}

/* @is_said: whether the server says itself that these were erased once */
static gboolean
look_at (TambourPeer  *peer,
         GPtrArray    *entries,
         gboolean      is_said,
         GError      **error)
{
  g_autoptr(GPtrArray) rows = list_paths (peer, entries, is_said);
  g_autoptr(GPtrArray) unknown = NULL;

  return rows->len == 0 || ((unknown = list_unknown (peer, rows, error)) && hold_missing (peer, unknown, error));
}

static gboolean
look_at_said (TambourPeer  *peer,
              GHashTable   *ids,
              GError      **error)
{
  g_autoptr(GPtrArray) some = g_ptr_array_new_null_terminated (SOME, NULL, TRUE);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  for (gboolean has_next = TRUE; has_next;)
    {
      g_autoptr(GPtrArray) entries = NULL;

      g_ptr_array_set_size (some, 0);
      while (some->len < SOME && (has_next = g_hash_table_iter_next (&iter, &id, NULL)))
        g_ptr_array_add (some, id);
      if (some->len == 0)
        return TRUE;
      if (!(entries = tambour_replica_read (peer->store, (const char * const *) some->pdata, error)) ||
          !look_at (peer, entries, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
look_at_all (TambourPeer  *peer,
             GError      **error)
{
  gint64 after = 0;

  while (TRUE)
    {
      g_autoptr(GPtrArray) entries = tambour_replica_list_sealed (peer->store, after, SOME, error);

      if (entries == NULL || entries->len == 0)
        return entries != NULL;
      if (!look_at (peer, entries, FALSE, error))
        return FALSE;

      after = ((TambourReplicaEntry *) g_ptr_array_index (entries, entries->len - 1))->record->row;
    }
}

/* Whether a server says what was erased: older ones do not, and some only to administrators. */
static gboolean
is_silence (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN) ||
         g_error_matches (error, TAMBOUR_ANSWER_ERROR, TAMBOUR_ANSWER_ERROR_SHAPE);
}

/* @n: how often something was erased since the last look: a server that compacts its file
 * forgets what was erased long ago
 */
static gboolean
look (TambourPeer  *peer,
      gint64        n,
      GError      **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GHashTable) ids = tambour_couch_list_erased (peer->couch, &failure);

  if (ids != NULL)
    return look_at_said (peer, ids, error) && (n <= g_hash_table_size (ids) || look_at_all (peer, error));
  if (is_silence (failure))
    return look_at_all (peer, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * tambour_erased_look:
 * @peer: a portfolio and its team's database, which have met
 * @info: what the database says of itself
 * @error: return location for an error
 *
 * Finds out what of the portfolio was erased there since the last look, and holds it back.
 *
 * Returns: %TRUE if that is known
 */
gboolean
tambour_erased_look (TambourPeer             *peer,
                     const TambourCouchInfo  *info,
                     GError                 **error)
{
  gint64 number = tambour_checkpoint_count (info->purge_seq);
  gint64 noted = read_noted (peer);

  peer->erased_at = g_get_monotonic_time ();
  if (number > 0 && number != noted && !look (peer, number - noted, error))
    return FALSE;

  return tambour_erased_note (peer, info, error);
}

/**
 * tambour_erased_check:
 * @peer: a portfolio and its team's database, which have met
 * @error: return location for an error
 *
 * The same, of a database that has been followed for a while: before something is sent
 * there, unless that was looked at just now.
 *
 * Returns: %TRUE if it is known what was erased there
 */
gboolean
tambour_erased_check (TambourPeer  *peer,
                      GError      **error)
{
  g_autoptr(TambourCouchInfo) info = NULL;

  if (g_get_monotonic_time () - peer->erased_at < PAUSE || tambour_peer_count_waiting (peer) <= 0)
    return TRUE;

  info = tambour_couch_get_info (peer->couch, error);

  return info != NULL && tambour_erased_look (peer, info, error);
}
