/* tambour-autostart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *tambour_autostart_dup_path   (void);
void     tambour_autostart_set_async  (gboolean              wanted,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean tambour_autostart_set_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
