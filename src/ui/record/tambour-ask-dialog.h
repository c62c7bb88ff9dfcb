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
 * TambourAsked:
 * @kind: which question of its family
 * @id: (nullable): the record that it is about
 * @account_id: (nullable): the customer
 *
 * What a dialog is opened for.
 */
typedef struct
{
  guint  kind;
  char  *id;
  char  *account_id;
} TambourAsked;

/**
 * TambourAskWording:
 * @kind: (nullable): the kind of the record that it is about, for its draft
 * @intro: (nullable): what follows from it
 * @text: (nullable): what is written into its text view
 * @label: (nullable): what it is called in the history; %NULL for @title
 * @done: says that it was done
 *
 * What a question is called.
 */
typedef struct
{
  const char *kind;
  const char *title;
  const char *save;
  const char *intro;
  const char *text;
  const char *label;
  const char *done;
} TambourAskWording;

/**
 * TambourAskMakeFunc:
 * @move: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location
 *
 * Puts what changes into @change, on a thread.
 *
 * Returns: %FALSE if it cannot be done
 */
typedef gboolean (*TambourAskMakeFunc) (gconstpointer    move,
                                        TambourStore    *store,
                                        TambourInstant   at,
                                        TambourChange   *change,
                                        GError         **error);

/**
 * TambourAskDialogClass:
 * @family: what kind of question it is, unless there is an own @new_draft
 * @new_draft: makes an empty draft of what is asked
 * @dup_draft_title: what that is called in the list of drafts
 * @pack: (nullable): what is chosen and not kept by tambour_ask_dialog_keep()
 * @unpack: (nullable): shows what of that was chosen before
 * @load: reads, on a thread, what has to be there before it opens; its data are a
 *   #TambourAsked
 * @free_loaded: frees what @load returns
 * @show: shows what @load returned, which stays as long as the dialog
 * @check: says what is wrong with what is typed
 * @read_move: what is to be done; %NULL if something is wrong with it, which is said
 * @make_move: does it
 * @free_move: frees what @read_move returns
 * @dup_done: says that it was done
 */
struct _TambourAskDialogClass
{
  AdwDialogClass parent_class;

  const char         *family;
  TambourDraft       *(*new_draft)       (TambourAskDialog *self);
  char               *(*dup_draft_title) (TambourAskDialog *self);
  void                (*pack)            (TambourAskDialog *self,
                JsonObject *fields);
  void                (*unpack)          (TambourAskDialog *self,
                  JsonObject *fields);
  TambourLoadFunc     load;
  GDestroyNotify      free_loaded;
  void                (*show)            (TambourAskDialog *self,
                gpointer loaded);
  void                (*check)           (TambourAskDialog *self);
  gpointer            (*read_move)       (TambourAskDialog *self);
  TambourAskMakeFunc  make_move;
  GDestroyNotify      free_move;
  char               *(*dup_done)        (TambourAskDialog *self);
};

void                tambour_ask_dialog_bind          (GtkWidgetClass          *widget_class,
                                                      const char              *name,
                                                      ...) G_GNUC_NULL_TERMINATED;
void                tambour_ask_dialog_init_template (TambourAskDialog        *self);
void                tambour_ask_dialog_keep          (TambourAskDialog        *self,
                                                      const char              *name,
                                                      ...) G_GNUC_NULL_TERMINATED;
void                tambour_ask_dialog_keep_chosen   (TambourAskDialog        *self,
                                                      const char              *name,
                                                      AdwComboRow             *row,
                                                      GPtrArray               *records);
const TambourAsked *tambour_ask_dialog_prepare       (TambourAskDialog        *self,
                                                      GtkWidget               *asked_by,
                                                      TambourPortfolio        *portfolio,
                                                      const TambourAskWording *wording,
                                                      guint                    kind,
                                                      const char              *id,
                                                      const char              *account_id);
TambourPortfolio   *tambour_ask_dialog_get_portfolio (TambourAskDialog        *self);
TambourDate         tambour_ask_dialog_get_today     (TambourAskDialog        *self);
void                tambour_ask_dialog_open          (TambourAskDialog        *self);
void                tambour_ask_dialog_say_what      (TambourAskDialog        *self,
                                                      const char              *what);
void                tambour_ask_dialog_say           (TambourAskDialog        *self,
                                                      const char              *sentence);

G_END_DECLS
