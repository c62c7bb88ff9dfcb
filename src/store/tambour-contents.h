/* tambour-contents.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

/* As long as a file waits for the record that has it. */
#define TAMBOUR_CONTENTS_PATIENCE (60 * 60)

char    *tambour_contents_dup_hash (gconstpointer     data,
                                    gsize             length);
gboolean tambour_contents_exist    (TambourDatabase  *database);
gboolean tambour_contents_check    (TambourDatabase  *database,
                                    GPtrArray        *findings,
                                    GError          **error);
gboolean tambour_contents_clean    (TambourDatabase  *database,
                                    GError          **error);

G_END_DECLS
