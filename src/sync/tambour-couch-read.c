/* tambour-couch-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-couch-read.h"

#include "tambour-answer.h"

/* Where an answer is told apart into what it says. Nothing here talks to anybody. */

/**
 * tambour_couch_info_free:
 * @self: (transfer full): what a database says of itself
 */
void
tambour_couch_info_free (TambourCouchInfo *self)
{
  g_clear_pointer (&self->update_seq, g_free);
  g_clear_pointer (&self->purge_seq, g_free);
  g_free (self);
}

/**
 * tambour_couch_row_new:
 * @id: of a document
 * @revs: (transfer full): its leaves
 *
 * Returns: (transfer full): a row
 */
TambourCouchRow *
tambour_couch_row_new (const char *id,
                       GStrv       revs)
{
  TambourCouchRow *self = g_new0 (TambourCouchRow, 1);

  self->id = g_strdup (id);
  self->revs = revs;

  return self;
}

/**
 * tambour_couch_row_free:
 * @self: (transfer full) (nullable): a row
 */
void
tambour_couch_row_free (TambourCouchRow *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->revs, g_strfreev);
  g_free (self);
}

/**
 * tambour_couch_changes_free:
 * @self: (transfer full): a page of changes
 */
void
tambour_couch_changes_free (TambourCouchChanges *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->last_seq, g_free);
  g_free (self);
}

/**
 * tambour_couch_leaf_free:
 * @self: (transfer full): a leaf
 */
void
tambour_couch_leaf_free (TambourCouchLeaf *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->rev, g_free);
  g_clear_pointer (&self->received, tambour_received_free);
  g_clear_pointer (&self->failure, g_free);
  g_free (self);
}

/**
 * tambour_couch_leaf_new_gone:
 * @id: of a document
 * @rev: (nullable): a leaf of it
 * @why: what the server said
 *
 * Returns: (transfer full): a leaf that the server has no longer
 */
TambourCouchLeaf *
tambour_couch_leaf_new_gone (const char *id,
                             const char *rev,
                             const char *why)
{
  TambourCouchLeaf *self = g_new0 (TambourCouchLeaf, 1);

  self->id = g_strdup (id);
  self->rev = g_strdup (rev);
  self->failure = g_strdup (why);
  self->is_gone = TRUE;

  return self;
}

/**
 * tambour_couch_refusal_free:
 * @self: (transfer full): a refusal
 */
void
tambour_couch_refusal_free (TambourCouchRefusal *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->why, g_free);
  g_free (self);
}

/**
 * tambour_couch_read_info:
 * @answer: what `GET /{db}` gave
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable): what the database says of itself
 */
TambourCouchInfo *
tambour_couch_read_info (JsonNode  *answer,
                         GError   **error)
{
  JsonObject *object = tambour_answer_as_object (answer, _("the database"), error);
  g_autoptr(TambourCouchInfo) self = g_new0 (TambourCouchInfo, 1);

  if (object == NULL)
    return NULL;

  self->update_seq = tambour_answer_dup_place (json_object_get_member (object, "update_seq"));
  self->purge_seq = tambour_answer_dup_place (json_object_get_member (object, "purge_seq"));
  self->n_documents = tambour_answer_peek_int (object, "doc_count", -1);

  if (self->update_seq == NULL)
    {
      tambour_answer_fail (error, _("the database"), _("“update_seq” is missing"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static GStrv
read_row_revs (JsonObject  *row,
               const char  *where,
               GError     **error)
{
  JsonArray *changes = tambour_answer_get_array (row, "changes", where, error);
  g_autoptr(GStrvBuilder) revs = g_strv_builder_new ();

  if (changes == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      JsonObject *change = tambour_answer_as_object (json_array_get_element (changes, i), where, error);
      const char *rev = change ? tambour_answer_get_text (change, "rev", where, error) : NULL;

      if (rev == NULL)
        return NULL;

      g_strv_builder_add (revs, rev);
    }

  return g_strv_builder_end (revs);
}

static TambourCouchRow *
read_row (JsonNode  *node,
          guint      number,
          GError   **error)
{
  g_autofree char *where = g_strdup_printf (_("_changes, row %u"), number);
  JsonObject *object = tambour_answer_as_object (node, where, error);
  const char *id = object ? tambour_answer_get_text (object, "id", where, error) : NULL;
  GStrv revs = id ? read_row_revs (object, where, error) : NULL;

  return revs ? tambour_couch_row_new (id, revs) : NULL;
}

/**
 * tambour_couch_read_changes:
 * @answer: what `_changes` gave
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable): the page
 */
TambourCouchChanges *
tambour_couch_read_changes (JsonNode  *answer,
                            GError   **error)
{
  JsonObject *object = tambour_answer_as_object (answer, "_changes", error);
  JsonArray *results = object ? tambour_answer_get_array (object, "results", "_changes", error) : NULL;
  g_autoptr(TambourCouchChanges) self = g_new0 (TambourCouchChanges, 1);

  if (results == NULL)
    return NULL;

  self->rows = g_ptr_array_new_full (json_array_get_length (results), (GDestroyNotify) tambour_couch_row_free);
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      TambourCouchRow *row = read_row (json_array_get_element (results, i), i + 1, error);

      if (row == NULL)
        return NULL;

      g_ptr_array_add (self->rows, row);
    }

  self->pending = tambour_answer_peek_int (object, "pending", -1);
  self->last_seq = tambour_answer_dup_place (json_object_get_member (object, "last_seq"));
  if (self->last_seq == NULL)
    {
      tambour_answer_fail (error, "_changes", _("“last_seq” is missing: the answer ended early"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* A document that is wrong does not take the others of its answer with it. */
static TambourCouchLeaf *
read_document (JsonObject *document,
               const char *id)
{
  g_autoptr(TambourCouchLeaf) self = g_new0 (TambourCouchLeaf, 1);
  g_autoptr(GError) error = NULL;

  self->id = g_strdup (id);
  self->rev = g_strdup (tambour_answer_peek_text (document, "_rev"));
  self->received = tambour_received_new (document, &error);

  if (self->received != NULL && !g_str_equal (self->received->id, id))
    {
      g_autofree char *where = g_strdup_printf (_("document “%s”"), id);

      tambour_answer_fail (&error, where, _("“_id” is that of another one"));
      g_clear_pointer (&self->received, tambour_received_free);
    }

  if (error != NULL)
    self->failure = g_strdup (error->message);

  return g_steal_pointer (&self);
}

static TambourCouchLeaf *
read_failure (JsonObject *failure,
              const char *id)
{
  TambourCouchLeaf *self = g_new0 (TambourCouchLeaf, 1);
  const char *reason = tambour_answer_peek_text (failure, "reason");

  if (reason == NULL)
    reason = tambour_answer_peek_text (failure, "error");

  self->id = g_strdup (id);
  self->rev = g_strdup (tambour_answer_peek_text (failure, "rev"));
  self->is_gone = g_strcmp0 (tambour_answer_peek_text (failure, "error"), "not_found") == 0;
  self->failure = g_strdup (reason ? reason : _("The server gave no reason."));

  return self;
}

/* One of the leaves of a document: {"ok": {…}}, {"error": {…}} or {"missing": "3-…"}. */
static TambourCouchLeaf *
read_leaf (JsonNode    *node,
           const char  *id,
           const char  *where,
           GError     **error)
{
  JsonObject *object = tambour_answer_as_object (node, where, error);
  JsonNode *ok, *failure;

  if (object == NULL)
    return NULL;

  ok = json_object_get_member (object, "ok");
  failure = json_object_get_member (object, "error");
  if (ok != NULL && JSON_NODE_HOLDS_OBJECT (ok))
    return read_document (json_node_get_object (ok), id);
  if (failure != NULL && JSON_NODE_HOLDS_OBJECT (failure))
    return read_failure (json_node_get_object (failure), id);
  if (tambour_answer_peek_text (object, "missing") != NULL)
    {
      TambourCouchLeaf *leaf = read_failure (object, id);

      leaf->rev = g_strdup (tambour_answer_peek_text (object, "missing"));
      leaf->is_gone = TRUE;
      return leaf;
    }

  tambour_answer_fail (error, where, _("there is neither “ok” nor “error”"));
  return NULL;
}

static gboolean
read_leaves (JsonArray   *array,
             const char  *id,
             const char  *where,
             GPtrArray   *leaves,
             GError     **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TambourCouchLeaf *leaf = read_leaf (json_array_get_element (array, i), id, where, error);

      if (leaf == NULL)
        return FALSE;

      g_ptr_array_add (leaves, leaf);
    }

  return TRUE;
}

static gboolean
read_result (JsonNode   *node,
             guint       number,
             GPtrArray  *leaves,
             GError    **error)
{
  g_autofree char *where = g_strdup_printf (_("_bulk_get, result %u"), number);
  JsonObject *object = tambour_answer_as_object (node, where, error);
  const char *id = object ? tambour_answer_get_text (object, "id", where, error) : NULL;
  JsonArray *docs = id ? tambour_answer_get_array (object, "docs", where, error) : NULL;

  return docs != NULL && read_leaves (docs, id, where, leaves, error);
}

/**
 * tambour_couch_read_bulk_get:
 * @answer: what `_bulk_get` gave
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchLeaf): the leaves,
 *   each with what it says or why it could not be had
 */
GPtrArray *
tambour_couch_read_bulk_get (JsonNode  *answer,
                             GError   **error)
{
  JsonObject *object = tambour_answer_as_object (answer, "_bulk_get", error);
  JsonArray *results = object ? tambour_answer_get_array (object, "results", "_bulk_get", error) : NULL;
  g_autoptr(GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_leaf_free);

  if (results == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (results); i++)
    if (!read_result (json_array_get_element (results, i), i + 1, leaves, error))
      return NULL;

  return g_steal_pointer (&leaves);
}

/**
 * tambour_couch_read_leaves:
 * @answer: what `GET /{db}/{id}?open_revs=…` gave
 * @id: the document
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchLeaf): the leaves
 */
GPtrArray *
tambour_couch_read_leaves (JsonNode    *answer,
                           const char  *id,
                           GError     **error)
{
  g_autofree char *where = g_strdup_printf (_("document “%s”"), id);
  JsonArray *array = tambour_answer_as_array (answer, where, error);
  g_autoptr(GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_leaf_free);

  if (array == NULL || !read_leaves (array, id, where, leaves, error))
    return NULL;

  return g_steal_pointer (&leaves);
}

/**
 * tambour_couch_read_diff:
 * @answer: what `_revs_diff` gave
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GStrv): by document, the
 *   leaves that the server lacks
 */
GHashTable *
tambour_couch_read_diff (JsonNode  *answer,
                         GError   **error)
{
  JsonObject *object = tambour_answer_as_object (answer, "_revs_diff", error);
  g_autoptr(GHashTable) lacking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (object == NULL)
    return NULL;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &id, &node))
    {
      g_autofree char *where = g_strdup_printf (_("_revs_diff, document “%s”"), id);
      JsonObject *entry = tambour_answer_as_object (node, where, error);
      JsonNode *missing = entry ? json_object_get_member (entry, "missing") : NULL;
      GStrv revs;

      if (entry == NULL)
        return NULL;
      if (missing == NULL)
        continue;
      if (!(revs = tambour_answer_dup_texts (missing, where, error)))
        return NULL;

      g_hash_table_insert (lacking, g_strdup (id), revs);
    }

  return g_steal_pointer (&lacking);
}

/* What a person or a rule forbids stays forbidden; all else may be better next time. */
static gboolean
is_final (const char *error)
{
  static const char * const finals[] = { "forbidden", "unauthorized", "doc_validation", "illegal_docid", "document_too_large", NULL };

  return g_strv_contains (finals, error);
}

static gboolean
is_too_large (const char *error)
{
  return g_str_equal (error, "document_too_large") || g_str_equal (error, "attachment_too_large");
}

static TambourCouchRefusal *
read_refusal (JsonObject *object)
{
  TambourCouchRefusal *self;
  const char *id = tambour_answer_peek_text (object, "id");
  const char *failure = tambour_answer_peek_text (object, "error");
  const char *reason = tambour_answer_peek_text (object, "reason");

  /* PouchDB says only that there is an error, and its name beside. */
  if (failure == NULL && json_object_has_member (object, "error"))
    failure = tambour_answer_peek_text (object, "name");
  if (id == NULL || failure == NULL)
    return NULL;

  self = g_new0 (TambourCouchRefusal, 1);
  self->id = g_strdup (id);
  self->is_final = is_final (failure) || is_too_large (failure);
  self->is_too_large = is_too_large (failure);
  self->why = g_strdup (reason && *reason ? reason : failure);

  return self;
}

/* A document that was not taken, and nobody says which, could be any. */
static gboolean
check_named (JsonObject  *object,
             const char  *where,
             GError     **error)
{
  return !json_object_has_member (object, "error") || tambour_answer_get_text (object, "id", where, error) != NULL;
}

/**
 * tambour_couch_read_refusals:
 * @answer: what `_bulk_docs` gave
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchRefusal): what the
 *   server did not take; of the rest, some servers say so and some say nothing
 */
GPtrArray *
tambour_couch_read_refusals (JsonNode  *answer,
                             GError   **error)
{
  JsonArray *array = tambour_answer_as_array (answer, "_bulk_docs", error);
  g_autoptr(GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_refusal_free);

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf (_("_bulk_docs, document %u"), i + 1);
      JsonObject *object = tambour_answer_as_object (json_array_get_element (array, i), where, error);
      TambourCouchRefusal *refusal;

      if (object == NULL || !check_named (object, where, error))
        return NULL;
      if ((refusal = read_refusal (object)))
        g_ptr_array_add (refusals, refusal);
    }

  return g_steal_pointer (&refusals);
}

/**
 * tambour_couch_read_known_refusals:
 * @answer: a list of any shape
 *
 * Returns: (transfer full) (element-type TambourCouchRefusal): what it says was refused,
 *   as far as that can be read, and will be again
 */
GPtrArray *
tambour_couch_read_known_refusals (JsonNode *answer)
{
  JsonArray *array = json_node_get_array (answer);
  GPtrArray *refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_refusal_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      TambourCouchRefusal *refusal = JSON_NODE_HOLDS_OBJECT (node) ? read_refusal (json_node_get_object (node)) : NULL;

      if (refusal != NULL && refusal->is_final)
        g_ptr_array_add (refusals, refusal);
      else
        g_clear_pointer (&refusal, tambour_couch_refusal_free);
    }

  return refusals;
}

/**
 * tambour_couch_read_erased:
 * @answer: what `_purged_infos` gave
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): a set of ids
 */
GHashTable *
tambour_couch_read_erased (JsonNode  *answer,
                           GError   **error)
{
  JsonObject *object = tambour_answer_as_object (answer, "_purged_infos", error);
  JsonArray *infos = object ? tambour_answer_get_array (object, "purged_infos", "_purged_infos", error) : NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; infos && i < json_array_get_length (infos); i++)
    {
      g_autofree char *where = g_strdup_printf (_("_purged_infos, entry %u"), i + 1);
      JsonObject *info = tambour_answer_as_object (json_array_get_element (infos, i), where, error);
      const char *id = info ? tambour_answer_get_text (info, "id", where, error) : NULL;

      if (id == NULL)
        return NULL;

      g_hash_table_add (ids, g_strdup (id));
    }

  return infos ? g_steal_pointer (&ids) : NULL;
}
