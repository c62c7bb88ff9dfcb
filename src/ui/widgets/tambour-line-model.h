/* tambour-line-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourLinePartFunc:
 * @line: a line of a list
 * @view: the view that is shown
 *
 * Returns: the part in which it stands there, from 0
 */
typedef guint (*TambourLinePartFunc) (gconstpointer line,
                                      guint         view);

#define TAMBOUR_TYPE_LINE_ENTRY (tambour_line_entry_get_type ())
G_DECLARE_FINAL_TYPE (TambourLineEntry, tambour_line_entry, TAMBOUR, LINE_ENTRY, GObject)

#define TAMBOUR_TYPE_LINE_MODEL (tambour_line_model_get_type ())
G_DECLARE_FINAL_TYPE (TambourLineModel, tambour_line_model, TAMBOUR, LINE_MODEL, GObject)

gconstpointer     tambour_line_entry_get_line  (TambourLineEntry    *self);

TambourLineModel *tambour_line_model_new       (guint                n_parts,
                                                TambourLinePartFunc  part_of,
                                                GEqualFunc           is_same);
void              tambour_line_model_show      (TambourLineModel    *self,
                                                GPtrArray           *all,
                                                GPtrArray           *shown,
                                                guint                view);
GPtrArray        *tambour_line_model_get_lines (TambourLineModel    *self);
gconstpointer     tambour_line_model_get_line  (TambourLineModel    *self,
                                                guint                position);

G_END_DECLS
