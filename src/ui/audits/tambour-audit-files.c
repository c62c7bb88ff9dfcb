/* tambour-audit-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit-files.h"

#include <glib/gi18n-lib.h>

#include "tambour-note-files.h"

#define WIDTH  440
#define MARGIN 18

/**
 * tambour_audit_files_present:
 * @asked_by: the widget that asks for it
 * @portfolio: a portfolio
 * @answer: an answer of an audit that is finished
 *
 * Opens a dialog with the files that show the answer, to be looked at and saved.
 */
void
tambour_audit_files_present (GtkWidget          *asked_by,
                             TambourPortfolio   *portfolio,
                             TambourAuditAnswer *answer)
{
  AdwDialog *dialog = g_object_new (ADW_TYPE_DIALOG, "title", _("Files of the Answer"), "content-width", WIDTH, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  TambourNoteFiles *files = g_object_new (TAMBOUR_TYPE_NOTE_FILES,
                                          "margin-top", MARGIN / 3,
                                          "margin-bottom", MARGIN,
                                          "margin-start", MARGIN,
                                          "margin-end", MARGIN,
                                          NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE,
                                      "child", files,
                                      NULL);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (dialog, view);
  tambour_note_files_fix (files);
  tambour_note_files_show (files, portfolio, TAMBOUR_RECORD (answer));
  adw_dialog_present (dialog, asked_by);
}
