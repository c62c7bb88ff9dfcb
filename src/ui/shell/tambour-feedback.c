/* tambour-feedback.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-window-private.h"

/* What a person did stays on the screen long enough to take it back. */
#define SECONDS_UNDO  8
#define SECONDS_ERROR 0 /* until it is closed */

/* Titles of toasts are plain text: they name what people typed. */
static AdwToast *
new_toast (const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);

  return toast;
}

/**
 * tambour_feedback_dup_reason:
 * @error: an error
 *
 * Returns: (transfer full): what to tell a person about it, as one sentence
 */
char *
tambour_feedback_dup_reason (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->message && *error->message ? g_strdup (error->message) : g_strdup (_("Something went wrong."));
}

/* A dialog has the place of its toasts inside. */
static GtkWidget *
find_inside (AdwDialog *dialog)
{
  GtkWidget *child = adw_dialog_get_child (dialog);
  GtkWidget *content = ADW_IS_TOOLBAR_VIEW (child) ? adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (child)) : child;

  return ADW_IS_TOAST_OVERLAY (content) ? content : NULL;
}

/**
 * tambour_feedback_get_overlay:
 * @widget: a widget in a window, a window, or a dialog
 *
 * Returns: (transfer none) (nullable): where its window shows toasts; %NULL when
 *   @widget is no longer in one
 */
AdwToastOverlay *
tambour_feedback_get_overlay (GtkWidget *widget)
{
  GtkWidget *overlay;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  if (TAMBOUR_IS_WINDOW (widget))
    return TAMBOUR_WINDOW (widget)->toast_overlay;

  if (ADW_IS_APPLICATION_WINDOW (widget))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget));
  else if (!ADW_IS_DIALOG (widget) || !(overlay = find_inside (ADW_DIALOG (widget))))
    overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  return overlay ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/**
 * tambour_feedback_say:
 * @widget: a widget in a window
 * @message: what happened
 *
 * Says in passing that something was done.
 */
void
tambour_feedback_say (GtkWidget  *widget,
                      const char *message)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (widget);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, new_toast (message));
}

/**
 * tambour_feedback_offer_undo:
 * @widget: a widget in a window
 * @message: what was done last
 *
 * Says that it was done, with a button that takes it back.
 */
void
tambour_feedback_offer_undo (GtkWidget  *widget,
                             const char *message)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = new_toast (message);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, SECONDS_UNDO);
  adw_toast_overlay_dismiss_all (overlay);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * tambour_feedback_fail:
 * @widget: a widget in a window
 * @error: why something could not be done
 *
 * Says that it was not done, and why, until the person has read it. Says
 * nothing of what was cancelled.
 */
void
tambour_feedback_fail (GtkWidget    *widget,
                       const GError *error)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (widget);
  g_autofree char *reason = NULL;
  AdwToast *toast;

  if (overlay == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  reason = tambour_feedback_dup_reason (error);
  toast = new_toast (reason);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, SECONDS_ERROR);
  adw_toast_overlay_add_toast (overlay, toast);
}

typedef struct
{
  GtkWidget *widget;
  char      *message;
} Committing;

static void
committing_free (Committing *committing)
{
  g_clear_object (&committing->widget);
  g_clear_pointer (&committing->message, g_free);
  g_free (committing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Committing, committing_free)

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Committing) committing = user_data;
  g_autoptr(GError) error = NULL;

  if (!tambour_portfolio_commit_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    tambour_feedback_fail (committing->widget, error);
  else if (committing->message != NULL)
    tambour_feedback_offer_undo (committing->widget, committing->message);
}

/**
 * tambour_feedback_commit:
 * @widget: a widget in a window, which asks for it
 * @portfolio: its portfolio
 * @change: a change
 * @message: (nullable): what to say when it is written
 *
 * Writes @change and says @message with a button that takes it back, or says
 * why nothing was written.
 */
void
tambour_feedback_commit (GtkWidget        *widget,
                         TambourPortfolio *portfolio,
                         TambourChange    *change,
                         const char       *message)
{
  Committing *committing = g_new0 (Committing, 1);

  committing->widget = g_object_ref (widget);
  committing->message = g_strdup (message);
  tambour_portfolio_commit_async (portfolio, change, NULL, committed_cb, committing);
}
