/* tambour-opening-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-opening-page.h"
#include "tambour-portfolios.h"
#include "tambour-start-frame.h"

/**
 * TambourOpeningPage:
 *
 * What a window shows while a portfolio takes its time to open.
 */
struct _TambourOpeningPage
{
  AdwBin         parent_instance;

  /* Template widgets */
  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (TambourOpeningPage, tambour_opening_page, ADW_TYPE_BIN)

static void
tambour_opening_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_OPENING_PAGE);

  G_OBJECT_CLASS (tambour_opening_page_parent_class)->dispose (object);
}

static void
tambour_opening_page_class_init (TambourOpeningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_opening_page_dispose;

  g_type_ensure (TAMBOUR_TYPE_START_FRAME);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-opening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourOpeningPage, status);
}

static void
tambour_opening_page_init (TambourOpeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_opening_page_new:
 * @path: what is being opened
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
tambour_opening_page_new (const char *path)
{
  TambourOpeningPage *self = g_object_new (TAMBOUR_TYPE_OPENING_PAGE, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  adw_status_page_set_description (self->status, escaped);

  return GTK_WIDGET (self);
}
