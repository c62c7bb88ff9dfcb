/* tambour-contained.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-contained.h"

#include "tambour-replica.h"

/* What records contain beside what they say: the contents of files. A record names
 * one by its hash, and its document has it as an attachment of that name, so that
 * whoever gets it can tell whether it is what was sent.
 */

/* What is larger waits while every byte is paid for. */
#define SMALL (1000 * 1000)

/* What is larger follows its document, so that it is not written out as text. */
#define MOST_INLINE (64 * 1024)

/* Contents that are looked for together. */
#define SOME 100

/* Calls @func for each content that @record names. */
static gboolean
each_content (TambourRecord  *record,
              gboolean      (*func) (const char *hash, gpointer data, GError **error),
              gpointer        data,
              GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      const char *hash = field->flags & TAMBOUR_FIELD_CONTENT ? TAMBOUR_FIELD_AT (field, record, char *) : NULL;

      if (hash != NULL && *hash != '\0' && !func (hash, data, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  TambourPeer *peer;
  JsonObject  *attachments;
  gboolean     is_waiting;
  GPtrArray   *following;
} Packing;

static void
pack_bytes (Packing    *self,
            const char *hash,
            GBytes     *bytes)
{
  JsonObject *attachment = json_object_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = length <= MOST_INLINE ? g_base64_encode (data, length) : NULL;

  json_object_set_string_member (attachment, "content_type", TAMBOUR_CONTENT_TYPE);
  if (text != NULL)
    {
      json_object_set_string_member (attachment, "data", text);
    }
  else
    {
      json_object_set_boolean_member (attachment, "follows", TRUE);
      json_object_set_int_member (attachment, "length", (gint64) length);
      g_ptr_array_add (self->following, g_strdup (hash));
    }

  json_object_set_object_member (self->attachments, hash, attachment);
}

/* A content that has not come here yet waits until it has: without it, the document
 * would be one that has none.
 */
static gboolean
pack_content (const char  *hash,
              gpointer     data,
              GError     **error)
{
  Packing *self = data;
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = tambour_store_read_content (self->peer->store, hash, &failure);

  if (bytes != NULL)
    {
      self->is_waiting |= self->peer->is_metered && g_bytes_get_size (bytes) > SMALL;
      pack_bytes (self, hash, bytes);
      return TRUE;
    }

  self->is_waiting = TRUE;
  if (g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND) ||
      g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * tambour_contained_pack:
 * @peer: a portfolio and its team's database
 * @record: a record
 * @document: its document, which gets the contents that @record names
 * @is_waiting: (out): whether a content is not here, or is large and waits: then
 *   @document is not to be sent yet
 * @following: (out) (transfer full): the names of those that are too large to stand in
 *   @document, and follow it
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE unless the portfolio cannot be read
 */
gboolean
tambour_contained_pack (TambourPeer    *peer,
                        TambourRecord  *record,
                        JsonObject     *document,
                        gboolean       *is_waiting,
                        GStrv          *following,
                        GError        **error)
{
  Packing self = { peer, json_object_new (), FALSE, g_ptr_array_new_null_terminated (0, g_free, TRUE) };
  gboolean ok = TRUE;

  if (!json_object_has_member (document, "_deleted"))
    ok = each_content (record, pack_content, &self, error);

  *is_waiting = self.is_waiting;
  *following = (GStrv) g_ptr_array_free (self.following, FALSE);
  if (json_object_get_size (self.attachments) > 0)
    json_object_set_object_member (document, "_attachments", self.attachments);
  else
    json_object_unref (self.attachments);

  return ok;
}

static gboolean
is_small (TambourPeer                 *peer,
          const TambourReplicaContent *content)
{
  gint64 size = tambour_couch_measure_attachment (peer->couch, content->id, content->hash);

  return size >= 0 && size <= SMALL;
}

/* One that cannot be had, or is not what its name says, does not keep the others from
 * coming.
 */
static gboolean
is_its_own_fault (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE) ||
         g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED) ||
         g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static gboolean
fetch_content (TambourPeer                  *peer,
               const TambourReplicaContent  *content,
               GError                      **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (peer->is_metered && !is_small (peer, content))
    return TRUE;

  bytes = tambour_couch_get_attachment (peer->couch, content->id, content->hash, &failure);
  if (bytes != NULL && tambour_store_receive_content (peer->store, content->hash, bytes, &failure))
    return TRUE;

  if (is_its_own_fault (failure))
    {
      g_debug ("The content “%s” is not here yet: %s", content->hash, failure->message);
      peer->outcome.n_failed++;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * tambour_contained_fetch:
 * @peer: a portfolio and its team's database
 * @error: return location for an error
 *
 * Fetches the contents that records name and that are not here.
 *
 * Returns: %TRUE if all are here that can be had
 */
gboolean
tambour_contained_fetch (TambourPeer  *peer,
                         GError      **error)
{
  g_autofree char *after = NULL;

  while (TRUE)
    {
      g_autoptr(GPtrArray) needed = tambour_replica_list_needed (peer->store, after, SOME, error);

      if (needed == NULL)
        return FALSE;
      if (needed->len == 0)
        return TRUE;

      for (guint i = 0; i < needed->len; i++)
        if (!fetch_content (peer, g_ptr_array_index (needed, i), error))
          return FALSE;

      g_set_str (&after, ((TambourReplicaContent *) g_ptr_array_index (needed, needed->len - 1))->hash);
    }
}
