/* tambour-version.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourVersionOrder:
 * @TAMBOUR_VERSION_UNCLEAR: nobody can tell: one is only a name, or says less than
 *   would have to be known
 *
 * How one version stands to another.
 */
typedef enum
{
  TAMBOUR_VERSION_BELOW,
  TAMBOUR_VERSION_EQUAL,
  TAMBOUR_VERSION_ABOVE,
  TAMBOUR_VERSION_UNCLEAR,
} TambourVersionOrder;

TambourVersionOrder tambour_version_compare (const char *a,
                                             const char *b);
gboolean            tambour_version_begins  (const char *version,
                                             const char *beginning);
gboolean            tambour_version_is_part (const char *version,
                                             const char *whole);

G_END_DECLS
