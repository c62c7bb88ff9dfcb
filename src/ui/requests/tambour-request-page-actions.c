/* tambour-request-page-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-request-moves.h"
#include "tambour-request-page-private.h"
#include "tambour-requests-text.h"
#include "tambour-roadmap-text.h"

/* What one can do about the request that is shown. */

static TambourPortfolio *
get_portfolio (gpointer self)
{
  return tambour_page_get_portfolio (self);
}

static TambourRequestMove *
new_move (TambourRequestPage     *self,
          TambourRequestMoveKind  kind)
{
  return tambour_request_move_new (kind, tambour_file_page_get_id (self), tambour_portfolio_get_me (get_portfolio (self)));
}

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_request_move_fill (data, store, now, change, error);
}

static void
do_move (GtkWidget          *widget,
         TambourRequestMove *move,
         const char         *label,
         const char         *message)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (get_portfolio (widget), label);

  tambour_fill_and_commit (widget, get_portfolio (widget), change, fill_move, move, (GDestroyNotify) tambour_request_move_free, message);
}

static void
advance_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (widget);
  TambourRequestMove *move;

  if (self->file == NULL)
    return;

  move = new_move (self, TAMBOUR_REQUEST_MOVE_ADVANCE);
  move->status = self->file->line->request->status;
  do_move (widget, move, _("Move request on"), _("The request is a step further"));
}

static void
ask_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  static const struct
  {
    const char             *action;
    TambourRequestMoveKind  kind;
  } asks[] = {
    { "request.decline", TAMBOUR_REQUEST_MOVE_DECLINE },
    { "request.plan", TAMBOUR_REQUEST_MOVE_PLAN },
    { "request.merge", TAMBOUR_REQUEST_MOVE_MERGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_str_equal (asks[i].action, action_name))
      gtk_widget_activate_action (widget, "win.ask-request", "(uss)", (guint) asks[i].kind, tambour_file_page_get_id (widget), "");
}

static void
add_evidence_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  g_autofree char *within = g_strconcat ("request_id=", tambour_file_page_get_id (widget), NULL);

  gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "fr_evidence", "", within);
}

/* --- telling ---------------------------------------------------------------- */

/* Returns: (nullable): who is meant by an account and a contact, "" where nobody is named */
static const TambourRequestListener *
find_listener (TambourRequestPage *self,
               GVariant           *target)
{
  const char *account_id, *contact_id;

  g_variant_get (target, "(&s&s)", &account_id, &contact_id);
  for (guint i = 0; self->file != NULL && i < self->file->line->listeners->len; i++)
    {
      const TambourRequestListener *listener = g_ptr_array_index (self->file->line->listeners, i);

      if (g_strcmp0 (listener->asker->account_id, account_id) == 0 &&
          g_str_equal (listener->contact_id ? listener->contact_id : "", contact_id))
        return listener;
    }

  return NULL;
}

static void
mark (GtkWidget              *widget,
      GVariant               *target,
      TambourRequestMoveKind  kind,
      const char             *label)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (widget);
  const TambourRequestListener *listener = find_listener (self, target);
  g_autofree char *message = NULL;
  TambourRequestMove *move;

  if (listener == NULL)
    return;

  move = new_move (self, kind);
  g_set_str (&move->account_id, listener->asker->account_id);
  g_set_str (&move->contact_id, listener->contact_id);
  if (kind == TAMBOUR_REQUEST_MOVE_TELL)
    /* Translators: %s is somebody who was told what became of a request */
    message = g_strdup_printf (_("%s is told"), tambour_requests_text_listener (listener));
  else
    /* Translators: %s is somebody who was not told what became of a request */
    message = g_strdup_printf (_("%s is not told"), tambour_requests_text_listener (listener));
  do_move (widget, move, label, message);
}

static void
tell_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  mark (widget, parameter, TAMBOUR_REQUEST_MOVE_TELL, _("Mark as told"));
}

static void
untell_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  mark (widget, parameter, TAMBOUR_REQUEST_MOVE_UNTELL, _("Mark as not told"));
}

static void
copy_message_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (widget);
  const TambourRequestListener *listener = find_listener (self, parameter);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (listener == NULL)
    return;

  text = tambour_requests_text_message (self->file, listener);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  /* Translators: %s is a person that a message was written to */
  message = g_strdup_printf (_("The message to %s is copied"), tambour_requests_text_listener (listener));
  tambour_feedback_say (widget, message);
}

/* --- elsewhere -------------------------------------------------------------- */

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourRequestPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

/* Nothing but what a browser opens: the address came from outside. */
static const char *
get_link (TambourRequestPage *self)
{
  const char *url = self->file ? TAMBOUR_RECORD (self->file->line->request)->url : NULL;
  const char *scheme = url ? g_uri_peek_scheme (url) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0 ? url : NULL;
}

static void
open_link_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  const char *url = get_link (TAMBOUR_REQUEST_PAGE (widget));
  g_autoptr(GtkUriLauncher) launcher = url ? gtk_uri_launcher_new (url) : NULL;

  if (launcher != NULL)
    gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, launched_cb, g_object_ref (widget));
}

/**
 * tambour_request_page_install:
 * @widget_class: the class of pages of a request
 */
void
tambour_request_page_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, tambour_file_page_edit_action);
  gtk_widget_class_install_action (widget_class, "request.advance", NULL, advance_action);
  gtk_widget_class_install_action (widget_class, "request.decline", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "request.plan", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "request.merge", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "request.add-evidence", NULL, add_evidence_action);
  gtk_widget_class_install_action (widget_class, "request.tell", "(ss)", tell_action);
  gtk_widget_class_install_action (widget_class, "request.untell", "(ss)", untell_action);
  gtk_widget_class_install_action (widget_class, "request.copy-message", "(ss)", copy_message_action);
  gtk_widget_class_install_action (widget_class, "request.open-link", NULL, open_link_action);
}

static void
enable (TambourRequestPage *self,
        const char         *action,
        gboolean            is_enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, is_enabled);
}

/**
 * tambour_request_page_update_actions:
 * @self: a page of a request
 *
 * Only what can be done with the request can be chosen.
 */
void
tambour_request_page_update_actions (TambourRequestPage *self)
{
  gboolean can_write = self->file != NULL && tambour_page_can_write (TAMBOUR_PAGE (self));
  TambourRequestStatus status = self->file ? self->file->line->request->status : TAMBOUR_REQUEST_STATUS_DUPLICATE;
  TambourRequestStatus next;
  gboolean has_next = can_write && tambour_request_get_next (status, &next);
  gboolean is_merged = status == TAMBOUR_REQUEST_STATUS_DUPLICATE;

  enable (self, "page.edit", can_write);
  enable (self, "request.advance", has_next);
  enable (self, "request.decline", has_next);
  enable (self, "request.plan", has_next);
  enable (self, "request.merge", can_write && !is_merged);
  enable (self, "request.add-evidence", can_write && !is_merged);
  enable (self, "request.tell", can_write);
  enable (self, "request.untell", can_write);
  enable (self, "request.open-link", get_link (self) != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->advance_button), has_next && !self->is_small);
  gtk_widget_set_visible (self->evidence_button, can_write && !is_merged);
  if (has_next)
    {
      /* Translators: %s is the next step of a request, such as "Planned" */
      g_autofree char *label = g_strdup_printf (_("Mark as %s"), tambour_roadmap_text_step (next));

      gtk_button_set_label (self->advance_button, label);
    }
}
