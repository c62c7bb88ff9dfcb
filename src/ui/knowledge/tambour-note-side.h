/* tambour-note-side.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-note-file.h"
#include "tambour-note-files.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_SIDE (tambour_note_side_get_type ())
G_DECLARE_FINAL_TYPE (TambourNoteSide, tambour_note_side, TAMBOUR, NOTE_SIDE, AdwBin)

void              tambour_note_side_show      (TambourNoteSide       *self,
                                               const TambourNoteFile *file,
                                               const char            *me,
                                               TambourInstant         now);
void              tambour_note_side_set_draft (TambourNoteSide       *self,
                                               gboolean               has_draft);

TambourNoteFiles *tambour_note_side_get_files (TambourNoteSide       *self);

G_END_DECLS
