/* tambour-note-links.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-links.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_LINKS (tambour_note_links_get_type ())
G_DECLARE_FINAL_TYPE (TambourNoteLinks, tambour_note_links, TAMBOUR, NOTE_LINKS, GObject)

TambourNoteLinks *tambour_note_links_new    (GtkTextView      *view);
void              tambour_note_links_mark   (TambourNoteLinks *self);
gboolean          tambour_note_links_follow (TambourNoteLinks *self);
void              tambour_note_links_open   (GtkWidget        *widget,
                                             TambourPortfolio *portfolio,
                                             const char       *account_id,
                                             TambourLinkKind   kind,
                                             const char       *target);

G_END_DECLS
