/* tambour-outgoing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"
#include "tambour-replica.h"

G_BEGIN_DECLS

/**
 * TambourOutgoing:
 * @id: of a document
 * @text: (nullable): the document, as JSON; %NULL if it has to wait
 * @length: of @text, in bytes
 * @following: (nullable): the names of the contents that follow it, if any
 *
 * One revision, ready to be sent.
 */
typedef struct
{
  char  *id;
  char  *text;
  gsize  length;
  GStrv  following;
} TambourOutgoing;

gsize    tambour_outgoing_weigh (GPtrArray                  *outgoing);
void     tambour_outgoing_free  (TambourOutgoing            *self);

gboolean tambour_outgoing_add   (TambourPeer                *peer,
                                 const TambourReplicaEntry  *entry,
                                 const char * const         *leaves,
                                 GPtrArray                  *outgoing,
                                 GError                    **error);
GBytes  *tambour_outgoing_wrap  (GPtrArray                  *outgoing,
                                 guint                       first,
                                 guint                       n);

G_END_DECLS
