/* tambour-prep-sheet-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-heading.h"
#include "tambour-prep-choice.h"
#include "tambour-prep-sheet-dialog.h"
#include "tambour-refresher.h"

G_BEGIN_DECLS

struct _TambourPrepSheetDialog
{
  AdwDialog          parent_instance;

  TambourPortfolio  *portfolio;
  TambourRefresher  *refresher;
  GtkWidget         *asked_by;
  char              *account_id;
  char              *meeting_id;     /* NULL until one is found */
  char              *draft_key;      /* NULL until it is read */
  char              *removed;        /* the key of what was taken out last, until something else is done */
  TambourPrepSheet  *sheet;
  TambourPrepChoice *choice;         /* what the person changed */
  GPtrArray         *shown;          /* of both, the points in their order */
  GCancellable      *cancellable;
  gboolean           shows_all_work;

  /* Template widgets */
  AdwButtonContent  *start_content;
  AdwWindowTitle    *title;
  GtkStack          *stack;
  GtkBox            *main;
  AdwClamp          *side;
  GtkListBox        *points_list;
  GtkButton         *work_button;
  GtkListBox        *work_list;
  TambourHeading    *minutes_heading;
  GtkButton         *minutes_button;
  GtkLabel          *minutes_label;
  GtkLabel          *since_label;
  GtkBox            *figures;
  GtkListBox        *people_list;
  GtkListBox        *shares_list;
  AdwStatusPage     *status_page;
  GtkButton         *status_button;
};

/* tambour-prep-sheet-dialog-show.c */
void tambour_prep_sheet_dialog_show        (TambourPrepSheetDialog *self);
void tambour_prep_sheet_dialog_show_points (TambourPrepSheetDialog *self);
void tambour_prep_sheet_dialog_show_work   (TambourPrepSheetDialog *self);

/* tambour-prep-sheet-dialog-points.c */
void tambour_prep_sheet_dialog_install   (GtkWidgetClass         *widget_class);
void tambour_prep_sheet_dialog_add_drops (TambourPrepSheetDialog *self);
void tambour_prep_sheet_dialog_keep      (TambourPrepSheetDialog *self);
void tambour_prep_sheet_dialog_edited    (TambourPrepSheetDialog *self);
void tambour_prep_sheet_dialog_entered   (TambourPrepSheetDialog *self,
                                          GtkWidget              *row);

/* tambour-prep-sheet-dialog-save.c */
gboolean tambour_prep_sheet_dialog_can_save       (TambourPrepSheetDialog *self);
void     tambour_prep_sheet_dialog_install_saving (GtkWidgetClass         *widget_class);

G_END_DECLS
