/* tambour-note-files.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_FILES (tambour_note_files_get_type ())
G_DECLARE_FINAL_TYPE (TambourNoteFiles, tambour_note_files, TAMBOUR, NOTE_FILES, AdwBin)

/* tambour-note-files.c */
void tambour_note_files_show (TambourNoteFiles *self,
                              TambourPortfolio *portfolio,
                              TambourRecord    *record);
void tambour_note_files_fix  (TambourNoteFiles *self);

/* tambour-note-files-add.c */
void tambour_note_files_add         (TambourNoteFiles *self,
                                     GPtrArray        *files);
void tambour_note_files_add_picture (TambourNoteFiles *self,
                                     GdkTexture       *picture);

/* tambour-note-files-take.c */
void tambour_note_files_take_from (TambourNoteFiles *self,
                                   GtkWidget        *area,
                                   GtkTextView      *view);

/* tambour-note-files-out.c */
void tambour_note_files_save (TambourNoteFiles *self,
                              const char       *id,
                              GFile            *file);

G_END_DECLS
