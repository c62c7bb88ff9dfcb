/* tambour-letter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourLetter:
 * @to: (nullable): an address
 * @subject: what it is about
 * @path: the file that goes with it
 *
 * A letter that a person finishes in the mail program.
 */
typedef struct
{
  const char *to;
  const char *subject;
  const char *path;
} TambourLetter;

void     tambour_letter_send_async  (GDBusConnection      *bus,
                                     const TambourLetter  *mail,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean tambour_letter_send_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
