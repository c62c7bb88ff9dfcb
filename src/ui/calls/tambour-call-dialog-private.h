/* tambour-call-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-attendees.h"
#include "tambour-call-dialog.h"
#include "tambour-call.h"
#include "tambour-drafts.h"

G_BEGIN_DECLS

/**
 * TambourCallText:
 *
 * What the fields of the dialog say, on its way to a thread.
 */
typedef struct
{
  TambourCall  call;       /* its texts belong to what follows */
  char        *account_id;
  char        *planned_id;
  char        *channel;
  GStrv        attendees;
  char        *text;
  GTimeZone   *zone;
} TambourCallText;

struct _TambourCallDialog
{
  AdwDialog         parent_instance;

  TambourPortfolio *portfolio;
  GtkWidget        *asked_by;
  GPtrArray        *accounts;      /* to choose from */
  char             *draft_key;     /* NULL until something is typed */
  char             *planned_id;    /* the call that was prepared, if one was */
  GTimeZone        *zone;
  TambourCallPlan  *plan;          /* what is shown */
  GCancellable     *planning;
  guint             plan_source;
  gboolean          is_filling;    /* by the program: nothing is typed */
  gboolean          is_saving;

  /* Template widgets */
  AdwWindowTitle   *title;
  GtkWidget        *keys_label;
  GtkBox           *main;
  GtkWidget        *side;
  GtkDropDown      *account_down;
  GtkDropDown      *kind_down;
  GtkDropDown      *status_down;
  GtkWidget        *when_entry;
  GtkSpinButton    *minutes_spin;
  GtkDropDown      *channel_down;
  TambourAttendees *attendees;
  GtkTextView      *minutes_view;
  GtkTextBuffer    *buffer;
  AdwWrapBox       *hints;
  GtkLabel         *count_label;
  GtkListBox       *list;
  GtkLabel         *doubt_label;
  GtkLabel         *error_label;
  GtkWidget        *accent_probe;
  GtkWidget        *warning_probe;
};

const char      *tambour_call_dialog_get_account  (TambourCallDialog  *self);
char            *tambour_call_dialog_dup_text     (TambourCallDialog  *self);
TambourCallText *tambour_call_dialog_read         (TambourCallDialog  *self);
void             tambour_call_text_free           (TambourCallText    *text);
void             tambour_call_dialog_add_channels (TambourCallDialog  *self);
void             tambour_call_dialog_fill         (TambourCallDialog  *self,
                                                   const TambourDraft *draft);
void             tambour_call_dialog_keep         (TambourCallDialog  *self);
void             tambour_call_dialog_start        (TambourCallDialog  *self);
void             tambour_call_dialog_forget       (TambourCallDialog  *self);

G_END_DECLS
