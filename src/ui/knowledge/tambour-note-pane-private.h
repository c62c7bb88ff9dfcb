/* tambour-note-pane-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtksourceview/gtksource.h>
#include <libspelling.h>

#include "tambour-drafts.h"
#include "tambour-markdown-view.h"
#include "tambour-note-file.h"
#include "tambour-note-links.h"
#include "tambour-note-pane.h"
#include "tambour-note-side.h"

G_BEGIN_DECLS

struct _TambourNotePane
{
  AdwBin                parent_instance;

  TambourPortfolio     *portfolio;
  TambourRecordClass   *klass;
  char                 *id;          /* NULL of a note that nobody has shared yet */
  char                 *account_id;
  TambourNoteFile      *file;        /* NULL until it is read */
  TambourRecord        *base;        /* what is edited, as it was when typing began */
  char                 *draft_key;
  TambourInstant        kept_at;     /* when the draft was written; not stated without one */
  GCancellable         *loading;
  TambourNoteLinks     *links;
  SpellingTextBufferAdapter *spelling;
  char                 *shared_id;   /* of a new note that is on its way */
  gboolean              is_read;
  gboolean              wants_focus; /* when it is read */
  gboolean              is_filling;  /* by the program: nothing is typed */
  gboolean              is_sharing;

  /* Template widgets */
  GtkWidget            *back_button;
  GtkWidget            *format_box;
  GtkWidget            *bold_button;
  GtkWidget            *italic_button;
  AdwToggle            *write_toggle;
  AdwToggle            *read_toggle;
  AdwToggleGroup       *toggles;
  GtkWidget            *side_button;
  AdwBanner            *banner;
  GtkStack             *stack;
  GtkSourceView        *view;
  GtkSourceBuffer      *buffer;
  TambourMarkdownView  *reading;
  AdwStatusPage        *status_page;
  GtkButton            *status_button;
  GtkLabel             *state_label;
  GtkLabel             *words_label;
  GtkMenuButton        *share_button;
  GtkPopover           *share_popover;
  GtkEditable          *remark_entry;
  GtkLabel             *error_label;
  TambourNoteSide      *side;
};

/* tambour-note-pane.c */
void        tambour_note_pane_show_state (TambourNotePane *self);
void        tambour_note_pane_show_text  (TambourNotePane *self);
const char *tambour_note_pane_get_shared (TambourNotePane *self);

/* tambour-note-pane-draft.c */
char    *tambour_note_pane_dup_text              (TambourNotePane    *self);
gboolean tambour_note_pane_is_edited             (TambourNotePane    *self);
void     tambour_note_pane_find_key              (TambourNotePane    *self);
void     tambour_note_pane_keep                  (TambourNotePane    *self);
gboolean tambour_note_pane_take_draft            (TambourNotePane    *self,
                                                  const TambourDraft *draft);
void     tambour_note_pane_set_text              (TambourNotePane    *self,
                                                  const char         *text);
void     tambour_note_pane_install_draft_actions (GtkWidgetClass     *widget_class);

/* tambour-note-pane-actions.c */
void tambour_note_pane_install_actions (GtkWidgetClass  *widget_class);
void tambour_note_pane_update_actions  (TambourNotePane *self);

G_END_DECLS
