/* slow-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TYPE_SLOW_FILE (slow_file_get_type ())
G_DECLARE_FINAL_TYPE (SlowFile, slow_file, SLOW, FILE, GObject)

GFile *slow_file_new     (const char *name,
                          gsize       size);
void   slow_file_release (SlowFile   *self);

G_END_DECLS
