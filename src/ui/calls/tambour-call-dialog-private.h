/* tambour-call-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-attendees.h"
#include "tambour-call-dialog.h"
#include "tambour-call-offers.h"
#include "tambour-call.h"
#include "tambour-completion.h"
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
  char        *agenda;
  char        *channel;
  GStrv        attendees;
  GStrv        newcomers;
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
  char             *agenda;        /* what stood in the minutes before it began */
  GTimeZone        *zone;
  TambourCallPlan  *plan;          /* what is shown */
  GCancellable     *planning;
  guint             plan_source;
  TambourCallOffers *offers;       /* what can be named; NULL until it is read */
  GCancellable     *loading_offers;
  TambourCompletion *completion;   /* in the minutes */
  GPtrArray        *newcomers;     /* names of who becomes a contact with the call */
  gboolean          is_filling;    /* by the program: nothing is typed */
  gboolean          has_when;      /* a person said so, not the plan */
  gboolean          has_minutes;
  gboolean          has_channel;
  gboolean          has_people;
  char             *invited_id;    /* the call whose people were filled in */
  GStrv             invited;
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
  GtkWidget        *hints;
  GtkLabel         *count_label;
  GtkListBox       *list;
  GtkBox           *doubts;
  GtkLabel         *error_label;
  GtkWidget        *accent_probe;
  GtkWidget        *warning_probe;
};

/* tambour-call-dialog.c */
void tambour_call_dialog_changed (TambourCallDialog *self);
void tambour_call_dialog_start   (TambourCallDialog *self);

/* tambour-call-dialog-draft.c */
const char      *tambour_call_dialog_get_account   (TambourCallDialog  *self);
char            *tambour_call_dialog_dup_text      (TambourCallDialog  *self);
GStrv            tambour_call_dialog_dup_newcomers (TambourCallDialog  *self);
TambourCallText *tambour_call_dialog_read          (TambourCallDialog  *self);
void             tambour_call_text_free            (TambourCallText    *text);
void             tambour_call_dialog_add_channels  (TambourCallDialog  *self);
void             tambour_call_dialog_fill          (TambourCallDialog  *self,
                                                    const TambourDraft *draft);
gboolean         tambour_call_dialog_take_planned  (TambourCallDialog  *self);
void             tambour_call_dialog_keep          (TambourCallDialog  *self);
void             tambour_call_dialog_forget        (TambourCallDialog  *self);

/* tambour-call-dialog-names.c */
void tambour_call_dialog_add_completion (TambourCallDialog *self);
void tambour_call_dialog_load_offers    (TambourCallDialog *self);
void tambour_call_dialog_offer          (TambourCallDialog *self);
void tambour_call_dialog_show_doubts    (TambourCallDialog *self);

G_END_DECLS
