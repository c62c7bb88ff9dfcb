/* tambour-note-line-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-note-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_LINE_ROW (tambour_note_line_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourNoteLineRow, tambour_note_line_row, TAMBOUR, NOTE_LINE_ROW, GtkBox)

GtkWidget *tambour_note_line_row_new  (void);
char      *tambour_note_line_row_show (TambourNoteLineRow *self,
                                       TambourNoteItem    *item,
                                       const char         *me,
                                       TambourInstant      now);

G_END_DECLS
