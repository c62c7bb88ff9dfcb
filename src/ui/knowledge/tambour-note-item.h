/* tambour-note-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-notes.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_ITEM (tambour_note_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourNoteItem, tambour_note_item, TAMBOUR, NOTE_ITEM, GObject)

GPtrArray             *tambour_note_item_list      (TambourNotes     *notes);
TambourNoteItem       *tambour_note_item_new       (TambourNoteGroup  group,
                                                    const char       *title);
const TambourNoteLine *tambour_note_item_get_line  (TambourNoteItem  *self);
TambourNoteGroup       tambour_note_item_get_group (TambourNoteItem  *self);
const char            *tambour_note_item_get_id    (TambourNoteItem  *self);
const char            *tambour_note_item_get_title (TambourNoteItem  *self);
gboolean               tambour_note_item_matches   (TambourNoteItem  *self,
                                                    const char       *folded);

G_END_DECLS
