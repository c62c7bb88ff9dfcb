/* tambour-request-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-menu-button.h"
#include "tambour-request-page-private.h"
#include "tambour-row-record.h"

#define SIDE_WIDTH 340

/**
 * TambourRequestPage:
 *
 * A request to the product: how far it is, who must be told of it, what all customers say
 * about it, and what was merged into it.
 */
G_DEFINE_FINAL_TYPE (TambourRequestPage, tambour_request_page, TAMBOUR_TYPE_FILE_PAGE)

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

static void
tambour_request_page_show_file (TambourFilePage *page,
                                gpointer         file)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (page);

  self->file = file;
  if (file != NULL)
    tambour_request_page_show (self);

  tambour_request_page_update_actions (self);
}

static const TambourFileReading reading = {
  "feature_request",
  load_file,
  (GDestroyNotify) tambour_request_file_free,
  "request.all-fields",
  "request.try-again",
};

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
  tambour_row_record_open (row);
}

static void
tambour_request_page_dispose (GObject *object)
{
  TambourRequestPage *self = TAMBOUR_REQUEST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REQUEST_PAGE);

  G_OBJECT_CLASS (tambour_request_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, request_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestPage, advance_button);
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
  TAMBOUR_FILE_PAGE_CLASS (klass)->show = tambour_request_page_show_file;

  tambour_request_page_install (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-request-page.ui");
  tambour_file_page_class_read (TAMBOUR_FILE_PAGE_CLASS (klass), &reading);
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
