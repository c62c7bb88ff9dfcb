/* tambour-today-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-page.h"
#include "tambour-when.h"

/**
 * TambourTodayPage:
 *
 * What needs attention now.
 */
struct _TambourTodayPage
{
  TambourPage     parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
};

G_DEFINE_FINAL_TYPE (TambourTodayPage, tambour_today_page, TAMBOUR_TYPE_PAGE)

static void
tambour_today_page_refresh (TambourPage *page)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (page);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  TambourInstant now = tambour_portfolio_now (tambour_page_get_portfolio (page));
  g_autofree char *day = tambour_when_full_day (tambour_zone_date_of (here, now));

  adw_window_title_set_subtitle (self->window_title, day);
}

static void
tambour_today_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (tambour_today_page_parent_class)->dispose (object);
}

static void
tambour_today_page_class_init (TambourTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_today_page_dispose;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_today_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, window_title);
}

static void
tambour_today_page_init (TambourTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
