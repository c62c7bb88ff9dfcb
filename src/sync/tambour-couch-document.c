/* tambour-couch-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "tambour-answer.h"
#include "tambour-couch-document.h"
#include "tambour-kinds.h"
#include "tambour-record-json.h"
#include "tambour-revisions.h"

/* What a record is as a document of the team's database: its members, without
 * the id, which is the document's own. What begins with “_” is the server's.
 */

#define KIND_MEMBER "record"

/* What a tombstone says of a branch that was given up for another, and a revision of
 * what it joined: the server's rules ask that of who writes in another's name.
 */
#define MERGED_MEMBER "merged"

/* All that is left of what was removed. */
static const char * const TOMBSTONE[] = { KIND_MEMBER, "account_id", "created_at", "created_by",
                                          "updated_at", "updated_by", "deleted_at", NULL };

static JsonObject *
keep_only (JsonObject         *object,
           const char * const *names)
{
  JsonObject *kept = json_object_new ();

  for (guint i = 0; names[i]; i++)
    if (json_object_has_member (object, names[i]))
      json_object_set_member (kept, names[i], json_object_dup_member (object, names[i]));

  return kept;
}

/**
 * tambour_couch_document_pack:
 * @record: a record
 *
 * Of a removed record no more than who removed it and when: the team's database
 * is not where what was removed is kept.
 *
 * Returns: (transfer full): its document, without the id and the revision
 */
JsonObject *
tambour_couch_document_pack (TambourRecord *record)
{
  g_autoptr(JsonNode) node = tambour_record_pack (record);
  g_autoptr(JsonObject) object = json_node_dup_object (node);

  if (tambour_record_is_deleted (record))
    {
      JsonObject *tombstone = keep_only (object, TOMBSTONE);

      json_object_set_boolean_member (tombstone, "_deleted", TRUE);
      return tombstone;
    }

  json_object_remove_member (object, "id");
  json_object_remove_member (object, "rev");

  return g_steal_pointer (&object);
}

/**
 * tambour_couch_document_pack_merged:
 * @kind: the record's kind
 * @into: a revision
 *
 * Returns: (transfer full): what ends a branch whose edits @into has
 */
JsonObject *
tambour_couch_document_pack_merged (const char *kind,
                                    const char *into)
{
  JsonObject *tombstone = json_object_new ();

  json_object_set_string_member (tombstone, KIND_MEMBER, kind);
  json_object_set_string_member (tombstone, MERGED_MEMBER, into);
  json_object_set_boolean_member (tombstone, "_deleted", TRUE);

  return tombstone;
}

/**
 * tambour_couch_document_set_joined:
 * @document: a revision that joins branches
 * @revs: (array zero-terminated=1): where they end
 *
 * Says so in the document, where it is sent and nowhere else: what the record
 * says is not touched by it.
 */
void
tambour_couch_document_set_joined (JsonObject         *document,
                                   const char * const *revs)
{
  JsonArray *joined = json_array_new ();

  for (guint i = 0; revs[i]; i++)
    json_array_add_string_element (joined, revs[i]);

  json_object_set_array_member (document, MERGED_MEMBER, joined);
}

/**
 * tambour_couch_document_is_ours:
 * @document: a document of any shape
 *
 * Returns: whether it says that it is a record of a kind that this version
 *   knows: others belong to newer versions or to other programs
 */
gboolean
tambour_couch_document_is_ours (JsonObject *document)
{
  const char *kind = tambour_answer_peek_text (document, KIND_MEMBER);
  TambourRecordClass *klass = kind ? tambour_kinds_find (kind) : NULL;

  return klass != NULL && g_str_equal (klass->kind, kind) && (klass->traits & TAMBOUR_RECORD_DERIVED) == 0;
}

/**
 * tambour_couch_document_is_deleted:
 * @document: a document of any shape
 *
 * Returns: whether it is a tombstone
 */
gboolean
tambour_couch_document_is_deleted (JsonObject *document)
{
  JsonNode *node = json_object_get_member (document, "_deleted");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

/**
 * tambour_couch_document_get_merged:
 * @document: a tombstone of any shape
 *
 * Returns: (transfer none) (nullable): see tambour_couch_document_pack_merged()
 */
const char *
tambour_couch_document_get_merged (JsonObject *document)
{
  const char *into = tambour_answer_peek_text (document, MERGED_MEMBER);

  return into != NULL && tambour_revision_is_valid (into) ? into : NULL;
}

/* What it says of the record; few documents say more that has no underline. */
static JsonObject *
dup_members (JsonObject *document)
{
  JsonObject *members;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!json_object_has_member (document, "rev") && !json_object_has_member (document, MERGED_MEMBER))
    return json_object_ref (document);

  members = json_object_new ();
  json_object_iter_init_ordered (&iter, document);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_str_equal (name, "rev") && !g_str_equal (name, MERGED_MEMBER))
      json_object_set_member (members, name, json_node_copy (value));

  return members;
}

/**
 * tambour_couch_document_unpack:
 * @document: a document that is ours
 * @error: return location for a #TambourRecordError
 *
 * Returns: (transfer full) (nullable): the record; of a tombstone, a removed one
 */
TambourRecord *
tambour_couch_document_unpack (JsonObject  *document,
                               GError     **error)
{
  g_autoptr(JsonObject) members = dup_members (document);

  return tambour_record_unpack_members (members, tambour_answer_peek_text (document, "_id"), error);
}

static void add_canonical (GString *text,
                           JsonNode *node);

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
add_object (GString    *text,
            JsonObject *object)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, compare_names);

  g_string_append_c (text, '{');
  for (guint i = 0; i < names->len; i++)
    {
      g_string_append_printf (text, "%" PRIuPTR ":%s", strlen (names->pdata[i]), (const char *) names->pdata[i]);
      add_canonical (text, json_object_get_member (object, names->pdata[i]));
    }
  g_string_append_c (text, '}');
}

/* A number is the same whether somebody wrote it with or without a point. */
static void
add_number (GString *text,
            double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < 9e15)
    g_string_append_printf (text, "%" PRId64, (gint64) number);
  else
    g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, number));
}

static void
add_value (GString  *text,
           JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      g_string_append_printf (text, "\"%" PRIuPTR ":%s", strlen (json_node_get_string (node)), json_node_get_string (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append_c (text, json_node_get_boolean (node) ? 't' : 'f');
      break;
    case G_TYPE_INT64:
      g_string_append_printf (text, "%" PRId64, json_node_get_int (node));
      break;
    default:
      add_number (text, json_node_get_double (node));
      break;
    }
  g_string_append_c (text, ';');
}

/* No writer's order, spaces or escapes; every text says how long it is, so that
 * no two documents read the same.
 */
static void
add_canonical (GString  *text,
               JsonNode *node)
{
  switch (JSON_NODE_TYPE (node))
    {
    case JSON_NODE_OBJECT:
      add_object (text, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      g_string_append_c (text, '[');
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        add_canonical (text, json_array_get_element (json_node_get_array (node), i));
      g_string_append_c (text, ']');
      break;
    case JSON_NODE_VALUE:
      add_value (text, node);
      break;
    case JSON_NODE_NULL:
      g_string_append_c (text, 'n');
      break;
    }
}

/**
 * tambour_couch_document_dup_revision:
 * @document: what the revision says, without id and revision
 * @parent: (nullable): the revision that it follows, or %NULL for the first
 *
 * The same words after the same revision are the same revision, whoever writes
 * them: two laptops that merge the same agree, and what was sent before a crash
 * is not sent as something else after it.
 *
 * Returns: (transfer full): the revision
 */
char *
tambour_couch_document_dup_revision (JsonObject *document,
                                     const char *parent)
{
  g_autoptr(GString) text = g_string_new (parent);
  g_autofree char *hash = NULL;

  g_string_append_c (text, '\n');
  add_object (text, document);
  hash = g_compute_checksum_for_string (G_CHECKSUM_MD5, text->str, text->len);

  return g_strdup_printf ("%" PRIu64 "-%s", parent ? tambour_revision_get_number (parent) + 1 : 1, hash);
}
