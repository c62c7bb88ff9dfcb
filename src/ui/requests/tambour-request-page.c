/* tambour-request-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-menu-button.h"
#include "tambour-request-page-private.h"

#define SIDE_WIDTH 340

/**
 * TambourRequestPage:
 *
 * A request to the product: how far it is, who must be told of it, what all customers say
 * about it, and what was merged into it.
 */
G_DEFINE_FINAL_TYPE (TambourRequestPage, tambour_request_page, TAMBOUR_TYPE_PAGE)

/**
 * tambour_request_page_can_write:
 * @self: a page of a request
 *
 * Returns: whether anything can be changed
 */
gboolean
tambour_request_page_can_write (TambourRequestPage *self)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));

  return portfolio != NULL && !tambour_portfolio_is_read_only (portfolio);
}

static gpointer
load_file (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_request_file_load (store, data, me, now, cancellable, error);
}

/* One that was removed has a history, from where it can be brought back. */
static void
show_error (TambourRequestPage *self,
            const GError       *error)
{
  gboolean is_gone = g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_autofree char *reason = tambour_feedback_dup_reason (error);
  g_autofree char *description = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (self->status_page, description);
  gtk_button_set_label (self->status_button, is_gone ? _("Look for It in the _History") : _("_Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), is_gone ? "request.all-fields" : "request.try-again");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRequestPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRequestFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->file, tambour_request_file_free);
  self->file = g_steal_pointer (&file);
  if (self->file == NULL)
    show_error (self, error);
  else
    tambour_request_page_show (self);
  gtk_stack_set_visible_child_name (self->stack, self->file ? "request" : "status");

  tambour_request_page_update_actions (self);
  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_request_page_refresh (TambourPage *page)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (page);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_file, g_strdup (self->request_id), g_free,
                                (GDestroyNotify) tambour_request_file_free, self->loading, loaded_cb, g_object_ref (self));
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;
  gboolean is_small = breadth >= TAMBOUR_BREADTH_SMALL;

  self->is_small = is_small;
  tambour_breadth_arrange_header (self->header_bar, breadth);
  tambour_request_page_update_actions (self);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->facts), is_small ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->facts, is_small ? 8 : 18);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

static void
activated_cb (TambourRequestPage *self,
              GtkListBoxRow      *row)
{
  tambour_request_page_open_row (row);
}

static void
tambour_request_page_dispose (GObject *object)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REQUEST_PAGE);

  G_OBJECT_CLASS (tambour_request_page_parent_class)->dispose (object);
}

static void
tambour_request_page_finalize (GObject *object)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (object);

  g_clear_pointer (&self->request_id, g_free);
  g_clear_pointer (&self->file, tambour_request_file_free);

  G_OBJECT_CLASS (tambour_request_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, request_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, advance_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, into_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, step_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, tell_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, tell_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, tell_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, evidence_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, evidence_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, merged_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, merged_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, steps_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, details_list);
}

static void
tambour_request_page_class_init (TambourRequestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_request_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_request_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_request_page_refresh;

  tambour_request_page_install (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-request-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_request_page_init (TambourRequestPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->request_menu);
  tambour_request_page_add_facts (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
  tambour_request_page_update_actions (self);
}

/**
 * tambour_request_page_new:
 * @portfolio: a portfolio
 * @request_id: the id of a request in it
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourRequestPage *
tambour_request_page_new (TambourPortfolio *portfolio,
                          const char       *request_id)
{
  TambourRequestPage *self = g_object_new (TAMBOUR_TYPE_REQUEST_PAGE, NULL);

  self->request_id = g_strdup (request_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
