/* tambour-code.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourFence:
 *
 * Whether lines of Markdown that are read one after another are code; all zero
 * before the first.
 */
typedef struct
{
  char  sign;
  guint n;      /* 0 outside of code */
} TambourFence;

gboolean    tambour_fence_covers (TambourFence *self,
                                  const char   *line);
const char *tambour_code_skip    (const char   *at,
                                  const char   *end);

G_END_DECLS
