/* tambour-secrets-file-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tambour_secrets_file_lookup (const char  *root,
                                      const char  *user,
                                      char       **secret,
                                      GError     **error);
gboolean tambour_secrets_file_store  (const char  *root,
                                      const char  *user,
                                      const char  *secret,
                                      GError     **error);

G_END_DECLS
