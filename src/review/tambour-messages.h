/* tambour-messages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TambourMessages TambourMessages;

TambourMessages *tambour_messages_open   (const char      *path);
void             tambour_messages_free   (TambourMessages *self);
const char      *tambour_messages_find   (TambourMessages *self,
                                          const char      *message);
const char      *tambour_messages_count  (TambourMessages *self,
                                          const char      *singular,
                                          gint64           n);
gboolean         tambour_plural_evaluate (const char      *expression,
                                          gint64           n,
                                          gint64          *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourMessages, tambour_messages_free)

G_END_DECLS
