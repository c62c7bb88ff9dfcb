/* tambour-version-range.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourVersionMatch:
 * @TAMBOUR_VERSION_OUTSIDE: it is not one of them
 * @TAMBOUR_VERSION_INSIDE: it is
 * @TAMBOUR_VERSION_UNKNOWN: the version or the range says too little
 *
 * Whether a version is one of those that a known issue is in.
 */
typedef enum
{
  TAMBOUR_VERSION_OUTSIDE,
  TAMBOUR_VERSION_INSIDE,
  TAMBOUR_VERSION_UNKNOWN,
} TambourVersionMatch;

TambourVersionMatch tambour_version_range_match (const char *range,
                                                 const char *fixed_in,
                                                 const char *version);

G_END_DECLS
