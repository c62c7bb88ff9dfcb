/* tambour-ask-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

#include "tambour-draft-keeper.h"
#include "tambour-fill.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ASK_DIALOG (tambour_ask_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (TambourAskDialog, tambour_ask_dialog, TAMBOUR, ASK_DIALOG, AdwDialog)

/**
 * TambourAskDialogClass:
 * @new_draft: makes an empty draft of what is asked
 * @dup_draft_title: what that is called in the list of drafts
 * @pack: what is typed
 * @unpack: shows what was typed before
 * @check: says what is wrong with what is typed; %NULL if nothing can be
 * @save: does it, by tambour_ask_dialog_do(), unless something is wrong
 * @dup_done: says that it was done
 */
struct _TambourAskDialogClass
{
  AdwDialogClass parent_class;

  TambourDraft *(*new_draft)       (TambourAskDialog *self);
  char         *(*dup_draft_title) (TambourAskDialog *self);
  JsonObject   *(*pack)            (TambourAskDialog *self);
  void          (*unpack)          (TambourAskDialog *self,
                  JsonObject *fields);
  void          (*check)           (TambourAskDialog *self);
  void          (*save)            (TambourAskDialog *self);
  char         *(*dup_done)        (TambourAskDialog *self);
};

void              tambour_ask_dialog_bind          (GtkWidgetClass      *widget_class);
void              tambour_ask_dialog_set_parts     (TambourAskDialog    *self,
                                                    AdwWindowTitle      *title,
                                                    GtkWidget           *main,
                                                    GtkLabel            *error_label);
void              tambour_ask_dialog_prepare       (TambourAskDialog    *self,
                                                    GtkWidget           *asked_by,
                                                    TambourPortfolio    *portfolio);
TambourPortfolio *tambour_ask_dialog_get_portfolio (TambourAskDialog    *self);
char             *tambour_ask_dialog_dup_key       (TambourAskDialog    *self);
void              tambour_ask_dialog_load_async    (TambourAskDialog    *self,
                                                    TambourLoadFunc      func,
                                                    gpointer             data,
                                                    GDestroyNotify       free_data,
                                                    GDestroyNotify       free_result,
                                                    GAsyncReadyCallback  callback);
gpointer          tambour_ask_dialog_load_finish   (TambourAskDialog    *self,
                                                    GAsyncResult        *result);
void              tambour_ask_dialog_open          (TambourAskDialog    *self,
                                                    const TambourDraft  *stored);
void              tambour_ask_dialog_say           (TambourAskDialog    *self,
                                                    const char          *sentence);
void              tambour_ask_dialog_do            (TambourAskDialog    *self,
                                                    const char          *label,
                                                    TambourFillFunc      func,
                                                    gpointer             data,
                                                    GDestroyNotify       free_data);

G_END_DECLS
