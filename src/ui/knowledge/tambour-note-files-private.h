/* tambour-note-files-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-note-files.h"
#include "tambour-report.h"

G_BEGIN_DECLS

struct _TambourNoteFiles
{
  AdwBin            parent_instance;

  TambourPortfolio *portfolio;
  TambourRecord    *record;       /* whose files they are; NULL of a new note */
  gboolean          is_fixed;
  GPtrArray        *attachments;  /* of TambourAttachment, as they are shown */
  GCancellable     *loading;

  /* Template widgets */
  GtkWidget        *add_button;
  GtkListBox       *list;
  GtkWidget        *empty_label;
  GtkBox           *progress_box;
};

/* tambour-note-files.c */
gboolean           tambour_note_files_can_change (TambourNoteFiles *self);
TambourAttachment *tambour_note_files_find       (TambourNoteFiles *self,
                                                  const char       *id);

/* tambour-note-files-take.c */
gboolean tambour_note_files_paste  (TambourNoteFiles *self);
void     tambour_note_files_choose (TambourNoteFiles *self);

/* tambour-note-files-out.c */
void tambour_note_files_open       (TambourNoteFiles *self,
                                    const char       *id);
void tambour_note_files_choose_out (TambourNoteFiles *self,
                                    const char       *id);
void tambour_note_files_remove     (TambourNoteFiles *self,
                                    const char       *id);

G_END_DECLS
