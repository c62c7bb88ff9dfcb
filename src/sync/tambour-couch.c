/* tambour-couch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* strcasestr */
#include <string.h>

#include "tambour-couch.h"

#include "tambour-answer.h"
#include "tambour-couch-private.h"
#include "tambour-couch-read.h"

/* How long a server may be silent, in seconds. */
#define PATIENCE 60

/* A long poll says something every so often, in milliseconds, so that a line that
 * is dead is known to be.
 */
#define HEARTBEAT 25000

/* A large attachment takes its time. */
#define LONG_PATIENCE 300

static JsonNode *
fetch_json (TambourCouch  *self,
            const char    *method,
            const char    *path,
            GBytes        *body,
            GError       **error)
{
  return tambour_couch_call_end_json (tambour_couch_call_begin (self, method, path, body, PATIENCE), NULL, error);
}

static GBytes *
dup_json (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);
  char *text = json_to_string (node, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static char *
escape (const char *text)
{
  return g_uri_escape_string (text, NULL, FALSE);
}

/**
 * tambour_couch_get_info:
 * @self: a database
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the database says of itself
 */
TambourCouchInfo *
tambour_couch_get_info (TambourCouch  *self,
                        GError       **error)
{
  g_autoptr(JsonNode) answer = fetch_json (self, "GET", "", NULL, error);

  return answer ? tambour_couch_read_info (answer, error) : NULL;
}

/**
 * tambour_couch_list_erased:
 * @self: a database
 * @error: return location for an error: %TAMBOUR_NET_ERROR_REFUSED or _NOT_FOUND of a server
 *   that does not tell
 *
 * What administrators have erased for good. Members may ask that, of CouchDB since 3.4.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): a set of ids of documents,
 *   not all of which must be gone: some may have been written again since
 */
GHashTable *
tambour_couch_list_erased (TambourCouch  *self,
                           GError       **error)
{
  g_autoptr(JsonNode) answer = fetch_json (self, "GET", "_purged_infos", NULL, error);

  return answer ? tambour_couch_read_erased (answer, error) : NULL;
}

/**
 * tambour_couch_begin_changes:
 * @self: a database
 * @since: the place to go on from; `0` for the start
 * @limit: how many rows at most
 * @is_patient: whether to wait until there is something
 *
 * Every leaf is asked for, not only the winners.
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_begin_changes (TambourCouch *self,
                             const char   *since,
                             guint         limit,
                             gboolean      is_patient)
{
  g_autofree char *place = escape (since);
  g_autofree char *path = NULL;

  /* A place costs a cluster an effort for each row: the last one of a page is enough. */
  if (is_patient)
    path = g_strdup_printf ("_changes?style=all_docs&feed=longpoll&heartbeat=%d&limit=%u&since=%s", HEARTBEAT, limit, place);
  else
    path = g_strdup_printf ("_changes?style=all_docs&seq_interval=%u&limit=%u&since=%s", limit, limit, place);

  return tambour_couch_call_begin (self, "GET", path, NULL, PATIENCE);
}

/**
 * tambour_couch_end_changes:
 * @call: (transfer full): what tambour_couch_begin_changes() gave
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the page
 */
TambourCouchChanges *
tambour_couch_end_changes (TambourCouchCall  *call,
                           GError           **error)
{
  g_autoptr(JsonNode) answer = tambour_couch_call_end_json (call, NULL, error);

  return answer ? tambour_couch_read_changes (answer, error) : NULL;
}

static JsonObject *
name_leaf (const char *id,
           const char *rev)
{
  JsonObject *leaf = json_object_new ();

  json_object_set_string_member (leaf, "id", id);
  if (rev != NULL)
    json_object_set_string_member (leaf, "rev", rev);

  return leaf;
}

static JsonArray *
list_wanted (GPtrArray *rows)
{
  JsonArray *wanted = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; row->revs[j]; j++)
        json_array_add_object_element (wanted, name_leaf (row->id, row->revs[j]));
      if (row->revs[0] == NULL)
        json_array_add_object_element (wanted, name_leaf (row->id, NULL));
    }

  return wanted;
}

/**
 * tambour_couch_begin_bulk_get:
 * @self: a database
 * @rows: (element-type TambourCouchRow): which leaves of which documents; none for all
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_begin_bulk_get (TambourCouch *self,
                              GPtrArray    *rows)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GBytes) body = NULL;

  json_object_set_array_member (object, "docs", list_wanted (rows));
  body = dup_json (object);

  return tambour_couch_call_begin (self, "POST", "_bulk_get?revs=true&latest=true", body, PATIENCE);
}

/**
 * tambour_couch_end_bulk_get:
 * @call: (transfer full): what tambour_couch_begin_bulk_get() gave
 * @size: (out): how long the answer was, in bytes
 * @error: return location for an error; see tambour_couch_lacks_bulk_get()
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchLeaf): the leaves,
 *   each with what it says or why it could not be had
 */
GPtrArray *
tambour_couch_end_bulk_get (TambourCouchCall  *call,
                            gsize             *size,
                            GError           **error)
{
  g_autoptr(JsonNode) answer = tambour_couch_call_end_json (call, size, error);

  return answer ? tambour_couch_read_bulk_get (answer, error) : NULL;
}

/**
 * tambour_couch_lacks_bulk_get:
 * @error: what tambour_couch_end_bulk_get() gave
 *
 * Returns: whether the server is one that has no `_bulk_get`, so that each document
 *   is to be asked for by itself: not one that has lost the database
 */
gboolean
tambour_couch_lacks_bulk_get (const GError *error)
{
  const char *reason = tambour_net_error_get_reason (error);

  switch (tambour_net_error_get_status (error))
    {
    case 400:
    case 405:
      return TRUE;
    case 404:
      return reason == NULL || strcasestr (reason, "database") == NULL;
    default:
      return FALSE;
    }
}

/**
 * tambour_couch_begin_leaves:
 * @self: a database
 * @row: which leaves of which document
 * @is_latest: whether a leaf that has been replaced stands for the one that replaced it
 *
 * What `_bulk_get` does, for one document, on any server.
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_begin_leaves (TambourCouch          *self,
                            const TambourCouchRow *row,
                            gboolean               is_latest)
{
  g_autofree char *id = escape (row->id);
  g_autofree char *revs = g_strjoinv ("\",\"", row->revs);
  g_autofree char *list = g_strdup_printf ("[\"%s\"]", revs);
  g_autofree char *open = escape (list);
  g_autofree char *path = g_strdup_printf ("%s?revs=true&latest=%s&open_revs=%s", id, is_latest ? "true" : "false", open);
  TambourCouchCall *call = tambour_couch_call_begin (self, "GET", path, NULL, PATIENCE);

  tambour_couch_call_set_id (call, row->id);

  return call;
}

/**
 * tambour_couch_end_leaves:
 * @call: (transfer full): what tambour_couch_begin_leaves() gave
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchLeaf): the leaves,
 *   each with what it says or why it could not be had
 */
GPtrArray *
tambour_couch_end_leaves (TambourCouchCall  *call,
                          GError           **error)
{
  g_autofree char *id = g_strdup (tambour_couch_call_get_id (call));
  g_autoptr(JsonNode) answer = tambour_couch_call_end_json (call, NULL, error);

  return answer ? tambour_couch_read_leaves (answer, id, error) : NULL;
}

/**
 * tambour_couch_begin_diff:
 * @self: a database
 * @rows: (element-type TambourCouchRow): which leaves of which documents are here
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_begin_diff (TambourCouch *self,
                          GPtrArray    *rows)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GBytes) body = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (rows, i);
      JsonArray *revs = json_array_new ();

      for (guint j = 0; row->revs[j]; j++)
        json_array_add_string_element (revs, row->revs[j]);
      json_object_set_array_member (object, row->id, revs);
    }

  body = dup_json (object);

  return tambour_couch_call_begin (self, "POST", "_revs_diff", body, PATIENCE);
}

/**
 * tambour_couch_end_diff:
 * @call: (transfer full): what tambour_couch_begin_diff() gave
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GStrv): by document, the
 *   leaves that the server lacks
 */
GHashTable *
tambour_couch_end_diff (TambourCouchCall  *call,
                        GError           **error)
{
  g_autoptr(JsonNode) answer = tambour_couch_call_end_json (call, NULL, error);

  return answer ? tambour_couch_read_diff (answer, error) : NULL;
}

/**
 * tambour_couch_begin_docs:
 * @self: a database
 * @documents: the body of `_bulk_docs`, with `new_edits` false
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_begin_docs (TambourCouch *self,
                          GBytes       *documents)
{
  return tambour_couch_call_begin (self, "POST", "_bulk_docs", documents, LONG_PATIENCE);
}

/**
 * tambour_couch_end_docs:
 * @call: (transfer full): what tambour_couch_begin_docs() gave
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchRefusal): what the
 *   server did not take
 */
GPtrArray *
tambour_couch_end_docs (TambourCouchCall  *call,
                        GError           **error)
{
  g_autoptr(JsonNode) answer = tambour_couch_call_end_json (call, NULL, error);

  return answer ? tambour_couch_read_refusals (answer, error) : NULL;
}

/**
 * tambour_couch_list_refusals:
 * @error: what tambour_couch_end_docs() gave
 *
 * A cluster that could write some documents nowhere answers that it has failed, and says
 * all the same which others it refused.
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchRefusal): those; %NULL if
 *   @error is about something else
 */
GPtrArray *
tambour_couch_list_refusals (const GError *error)
{
  GBytes *said = tambour_net_error_peek_answer (error);
  g_autoptr(JsonNode) answer = said ? tambour_net_read_json (said, "", NULL) : NULL;

  return answer != NULL && JSON_NODE_HOLDS_ARRAY (answer) ? tambour_couch_read_known_refusals (answer) : NULL;
}

/**
 * tambour_couch_is_about_one:
 * @error: what tambour_couch_end_docs() gave
 *
 * Returns: whether the server took none of many documents for what one of them is
 */
gboolean
tambour_couch_is_about_one (const GError *error)
{
  static const char * const words[] = { "doc_validation", "illegal_docid", NULL };
  const char *word = tambour_net_error_get_word (error);

  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE) ||
         (g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED) && word != NULL && g_strv_contains (words, word));
}

/**
 * tambour_couch_get_local:
 * @self: a database
 * @name: of a document that is not replicated
 * @document: (out) (transfer full) (nullable): it, if it is there
 * @error: return location for an error
 *
 * Returns: %TRUE if the server said what is there
 */
gboolean
tambour_couch_get_local (TambourCouch  *self,
                         const char    *name,
                         JsonObject   **document,
                         GError       **error)
{
  g_autofree char *path = g_strdup_printf ("_local/%s", name);
  g_autoptr(GError) failure = NULL;
  g_autoptr(JsonNode) answer = fetch_json (self, "GET", path, NULL, &failure);
  JsonObject *object;

  *document = NULL;
  if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND))
    return TRUE;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (!(object = tambour_answer_as_object (answer, path, error)))
    return FALSE;

  *document = json_object_ref (object);

  return TRUE;
}

/**
 * tambour_couch_begin_put_local:
 * @self: a database
 * @name: of a document that is not replicated
 * @document: it, with `_rev` where there is one already
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_begin_put_local (TambourCouch *self,
                               const char   *name,
                               JsonObject   *document)
{
  g_autofree char *path = g_strdup_printf ("_local/%s", name);
  g_autoptr(GBytes) body = dup_json (document);

  return tambour_couch_call_begin (self, "PUT", path, body, PATIENCE);
}

/**
 * tambour_couch_end_put_local:
 * @call: (transfer full): what tambour_couch_begin_put_local() gave
 * @document: what was written; it gets its new `_rev`
 * @error: return location for %TAMBOUR_NET_ERROR_CONFLICT if somebody else has
 *   written it since, or another
 *
 * Returns: %TRUE if it is written
 */
gboolean
tambour_couch_end_put_local (TambourCouchCall  *call,
                             JsonObject        *document,
                             GError           **error)
{
  g_autoptr(JsonNode) answer = tambour_couch_call_end_json (call, NULL, error);
  JsonObject *object = answer ? tambour_answer_as_object (answer, "_local", error) : NULL;
  const char *rev = object ? tambour_answer_get_text (object, "rev", "_local", error) : NULL;

  if (rev == NULL)
    return FALSE;

  json_object_set_string_member (document, "_rev", rev);

  return TRUE;
}

/**
 * tambour_couch_get_attachment:
 * @self: a database
 * @id: of a document
 * @name: of an attachment of its winner
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
tambour_couch_get_attachment (TambourCouch  *self,
                              const char    *id,
                              const char    *name,
                              GError       **error)
{
  g_autofree char *document = escape (id);
  g_autofree char *attachment = escape (name);
  g_autofree char *path = g_strdup_printf ("%s/%s", document, attachment);

  return tambour_couch_call_end (tambour_couch_call_begin (self, "GET", path, NULL, LONG_PATIENCE), error);
}

/**
 * tambour_couch_measure_attachment:
 * @self: a database
 * @id: of a document
 * @name: of an attachment of its winner
 *
 * Returns: how many bytes are in it; -1 if the server does not say
 */
gint64
tambour_couch_measure_attachment (TambourCouch *self,
                                  const char   *id,
                                  const char   *name)
{
  g_autofree char *path = escape (id);
  g_autoptr(JsonNode) answer = fetch_json (self, "GET", path, NULL, NULL);
  JsonObject *document = answer ? tambour_answer_as_object (answer, path, NULL) : NULL;
  JsonNode *attachments = document ? json_object_get_member (document, "_attachments") : NULL;
  JsonNode *attachment = NULL;

  if (attachments != NULL && JSON_NODE_HOLDS_OBJECT (attachments))
    attachment = json_object_get_member (json_node_get_object (attachments), name);

  if (attachment == NULL || !JSON_NODE_HOLDS_OBJECT (attachment))
    return -1;

  return tambour_answer_peek_int (json_node_get_object (attachment), "length", -1);
}
