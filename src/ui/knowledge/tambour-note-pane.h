/* tambour-note-pane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_PANE (tambour_note_pane_get_type ())
G_DECLARE_FINAL_TYPE (TambourNotePane, tambour_note_pane, TAMBOUR, NOTE_PANE, AdwBin)

void     tambour_note_pane_show      (TambourNotePane    *self,
                                      TambourPortfolio   *portfolio,
                                      TambourRecordClass *klass,
                                      const char         *id,
                                      const char         *account_id);
void     tambour_note_pane_refresh   (TambourNotePane    *self);
gboolean tambour_note_pane_is_shown  (TambourNotePane    *self,
                                      TambourRecordClass *klass,
                                      const char         *id);
void     tambour_note_pane_turn      (TambourNotePane    *self);
void     tambour_note_pane_focus     (TambourNotePane    *self);
void     tambour_note_pane_set_alone (TambourNotePane    *self,
                                      gboolean            is_alone);

G_END_DECLS
