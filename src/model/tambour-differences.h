/* tambour-differences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_DIFFERENCE_SAME,
  TAMBOUR_DIFFERENCE_REMOVED,
  TAMBOUR_DIFFERENCE_ADDED,
} TambourDifferenceKind;

/**
 * TambourDifference:
 *
 * A piece of one text or of both. Those that are the same or were removed are the
 * old text, those that are the same or were added the new one.
 */
typedef struct
{
  TambourDifferenceKind  kind;
  char                  *text;
} TambourDifference;

GPtrArray *tambour_differences_list (const char *old,
                                     const char *new);

G_END_DECLS
