/* tambour-received.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TambourReceived:
 * @id: the document's id
 * @path: its revision, the one before that, and so on
 * @document: what the revision says
 * @is_deleted: whether it is a tombstone
 *
 * A leaf of a document's revisions, as the server told it.
 */
typedef struct
{
  char *id;
  GStrv path;
  JsonObject *document;
  gboolean is_deleted;
} TambourReceived;

TambourReceived *tambour_received_new  (JsonObject       *document,
                                        GError          **error);
void             tambour_received_free (TambourReceived  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReceived, tambour_received_free)

G_END_DECLS
