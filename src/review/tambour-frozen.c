/* tambour-frozen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-frozen.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-record-json.h"

G_DEFINE_QUARK (tambour-frozen-error-quark, tambour_frozen_error)

#define DOCUMENT "tambour-snapshot"
#define FORMAT   1

/* As much as a snapshot may come to: what claims to be larger was not written by us. */
#define MOST_TEXT (512 * 1024 * 1024)
#define CHUNK     65536

/* What no figure is counted from. */
static const char * const LEFT_OUT[] = { "note", "rev" };

/**
 * tambour_frozen_free:
 * @self: (transfer full): frozen records
 *
 * Frees @self; facts that were counted from it keep the records.
 */
void
tambour_frozen_free (TambourFrozen *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->plans, g_strfreev);
  g_free (self);
}

/* --- writing ---------------------------------------------------------------- */

static gint
compare_records (gconstpointer a,
                 gconstpointer b)
{
  TambourRecord *first = *(TambourRecord * const *) a;
  TambourRecord *second = *(TambourRecord * const *) b;
  guint one = TAMBOUR_RECORD_GET_CLASS (first)->number;
  guint other = TAMBOUR_RECORD_GET_CLASS (second)->number;

  return one != other ? (one > other) - (one < other) : strcmp (first->id, second->id);
}

static void
write_node (GString  *text,
            JsonNode *node)
{
  g_autofree char *line = json_to_string (node, FALSE);

  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

static void
write_record (GString       *text,
              TambourRecord *record)
{
  g_autoptr(JsonNode) node = tambour_record_pack (record);

  for (guint i = 0; i < G_N_ELEMENTS (LEFT_OUT); i++)
    json_object_remove_member (json_node_get_object (node), LEFT_OUT[i]);

  write_node (text, node);
}

static void
write_head (GString            *text,
            const char * const *plans)
{
  g_autoptr(JsonObject) head = json_object_new ();
  JsonArray *documents = json_array_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; plans && plans[i]; i++)
    json_array_add_string_element (documents, plans[i]);

  json_object_set_string_member (head, "document", DOCUMENT);
  json_object_set_int_member (head, "format", FORMAT);
  json_object_set_array_member (head, "plans", documents);
  json_node_set_object (node, head);
  write_node (text, node);
}

/**
 * tambour_frozen_write:
 * @facts: counted from the portfolio
 * @plans: (nullable): the documents of the plans that they were counted with
 *
 * Returns: (transfer full): the records that they were counted from; the same records give the
 *   same text
 */
char *
tambour_frozen_write (TambourFacts       *facts,
                      const char * const *plans)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->records->len; i++)
    g_ptr_array_extend (all, g_ptr_array_index (facts->records, i), NULL, NULL);
  g_ptr_array_sort (all, compare_records);

  write_head (text, plans);
  write_record (text, TAMBOUR_RECORD (facts->account));
  for (guint i = 0; i < all->len; i++)
    write_record (text, g_ptr_array_index (all, i));

  return g_string_free (text, FALSE);
}

/* --- reading ---------------------------------------------------------------- */

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, TAMBOUR_FROZEN_ERROR, TAMBOUR_FROZEN_ERROR_DAMAGED,
                       _("The snapshot of the review is damaged. Restore it from a backup."));

  return FALSE;
}

static JsonNode *
parse_line (const char  *line,
            gsize        length,
            GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, line, length, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse_damaged (error);
      return NULL;
    }

  return json_node_ref (root);
}

static gboolean
read_plans (TambourFrozen  *self,
            JsonObject     *head,
            GError        **error)
{
  JsonNode *node = json_object_get_member (head, "plans");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *documents;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse_damaged (error);

  documents = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonNode *element = json_array_get_element (documents, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return refuse_damaged (error);

      g_strv_builder_add (builder, json_node_get_string (element));
    }

  self->plans = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_head (TambourFrozen  *self,
           JsonNode       *node,
           GError        **error)
{
  JsonObject *head = json_node_get_object (node);

  if (g_strcmp0 (json_object_get_string_member_with_default (head, "document", NULL), DOCUMENT) != 0)
    return refuse_damaged (error);

  if (json_object_get_int_member_with_default (head, "format", 0) > FORMAT)
    {
      g_set_error_literal (error, TAMBOUR_FROZEN_ERROR, TAMBOUR_FROZEN_ERROR_NEWER,
                           _("The snapshot of the review was taken by a newer version of Tambour. Update to read it."));
      return FALSE;
    }

  return read_plans (self, head, error);
}

static void
take_record (TambourFrozen *self,
             TambourRecord *record)
{
  gpointer key = GSIZE_TO_POINTER (G_OBJECT_TYPE (record));
  GPtrArray *list = g_hash_table_lookup (self->lists, key);

  if (self->account == NULL && TAMBOUR_IS_ACCOUNT (record))
    {
      self->account = TAMBOUR_ACCOUNT (record);
      return;
    }

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->lists, key, list);
    }
  g_ptr_array_add (list, record);
}

static gboolean
read_line (TambourFrozen  *self,
           const char     *line,
           gsize           length,
           GError        **error)
{
  g_autoptr(JsonNode) node = parse_line (line, length, error);
  TambourRecord *record;

  if (node == NULL)
    return FALSE;
  if (self->plans == NULL)
    return read_head (self, node, error);
  if (!(record = tambour_record_unpack (node, NULL)))
    return refuse_damaged (error);

  take_record (self, record);

  return TRUE;
}

/**
 * tambour_frozen_parse:
 * @text: what tambour_frozen_write() wrote
 * @length: how long it is
 * @error: return location for a #TambourFrozenError
 *
 * Returns: (transfer full) (nullable): the records
 */
TambourFrozen *
tambour_frozen_parse (const char  *text,
                      gsize        length,
                      GError     **error)
{
  g_autoptr(TambourFrozen) self = g_new0 (TambourFrozen, 1);
  const char *end = text + length;

  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  while (text < end)
    {
      const char *stop = memchr (text, '\n', end - text);
      gsize n = (stop ? stop : end) - text;

      if (n > 0 && !read_line (self, text, n, error))
        return NULL;
      text += n + 1;
    }

  if (self->account == NULL)
    {
      refuse_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* --- the form in which it is kept -------------------------------------------- */

/**
 * tambour_frozen_pack:
 * @text: what tambour_frozen_write() wrote
 * @hash: (out) (transfer full): its SHA-256
 * @error: return location
 *
 * Returns: (transfer full) (nullable): @text compressed by gzip, in base64
 */
char *
tambour_frozen_pack (const char  *text,
                     char       **hash,
                     GError     **error)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GBytes) plain = g_bytes_new_static (text, strlen (text));
  g_autoptr(GBytes) bytes = g_converter_convert_bytes (G_CONVERTER (compressor), plain, error);

  if (bytes == NULL)
    return NULL;

  *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, plain);

  return g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A few bytes can claim to be many. */
static GBytes *
expand (GBytes  *bytes,
        GError **error)
{
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GZlibDecompressor) expander = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (expander));
  g_autoptr(GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, NULL, NULL)) > 0 && all->len + n <= MOST_TEXT)
    g_byte_array_append (all, chunk, n);

  if (n != 0)
    {
      refuse_damaged (error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * tambour_frozen_unpack:
 * @body: (nullable): what tambour_frozen_pack() gave
 * @hash: (nullable): the SHA-256 that was given with it
 * @error: return location for %TAMBOUR_FROZEN_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the text, if it is what was stored
 */
GBytes *
tambour_frozen_unpack (const char  *body,
                       const char  *hash,
                       GError     **error)
{
  gsize length = 0;
  guchar *data = body ? g_base64_decode (body, &length) : NULL;
  g_autoptr(GBytes) packed = g_bytes_new_take (data, length);
  g_autoptr(GBytes) text = NULL;
  g_autofree char *found = NULL;

  if (length == 0)
    {
      refuse_damaged (error);
      return NULL;
    }

  if (!(text = expand (packed, error)))
    return NULL;

  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  if (g_strcmp0 (found, hash) != 0)
    {
      refuse_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&text);
}
