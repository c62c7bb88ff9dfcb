/* tambour-record-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-draft-keeper.h"
#include "tambour-form.h"
#include "tambour-record-dialog.h"

G_BEGIN_DECLS

struct _TambourRecordDialog
{
  AdwDialog           parent_instance;

  TambourPortfolio   *portfolio;
  TambourRecordClass *klass;
  char               *id;            /* NULL while the record is new */
  char               *copied_id;     /* what it begins as a copy of */
  char               *account_id;
  char               *within;        /* what a new one is begun in */
  char               *draft_key;
  char               *changed_by;    /* who wrote the record last, by name where that is known */
  TambourDraft       *discarded;     /* can be brought back until something is typed */
  GtkWidget          *parent;        /* where messages are shown afterwards */
  TambourForm        *form;
  GCancellable       *cancellable;
  gboolean            is_saving;
  gboolean            is_removed;    /* by somebody else */
  gboolean            is_done;       /* nothing is left to keep */
  gboolean            is_closed;

  /* tambour-record-dialog-check.c */
  GCancellable       *checking;
  char               *check_field;
  char               *check_problem;

  /* Template widgets */
  AdwWindowTitle     *window_title;
  GtkWidget          *save_button;
  GtkWidget          *keys_label;
  AdwBanner          *draft_banner;
  AdwBanner          *theirs_banner;
  AdwBanner          *refusal_banner;
  GtkBox             *form_box;
  GtkLabel           *state_label;
  GtkWidget          *problem_button;
  GtkLabel           *problem_label;
  GtkWidget          *remove_button;
};

/* tambour-record-dialog.c */
void tambour_record_dialog_update     (TambourRecordDialog *self);
void tambour_record_dialog_keep_draft (TambourRecordDialog *self);

/* tambour-record-dialog-load.c */
void tambour_record_dialog_load        (TambourRecordDialog *self);
void tambour_record_dialog_follow      (TambourRecordDialog *self);
void tambour_record_dialog_show_titles (TambourRecordDialog *self);
void tambour_record_dialog_show_draft  (TambourRecordDialog *self,
                                        const TambourDraft  *draft);

/* tambour-record-dialog-check.c */
void tambour_record_dialog_check (TambourRecordDialog *self,
                                  TambourRecord       *record);

/* tambour-record-dialog-save.c */
void tambour_record_dialog_save   (TambourRecordDialog *self);
void tambour_record_dialog_remove (TambourRecordDialog *self);

G_END_DECLS
