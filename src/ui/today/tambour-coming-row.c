/* tambour-coming-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-coming-row.h"
#include "tambour-date-box.h"
#include "tambour-today-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourComingRow:
 *
 * Something that comes up, or that should have: its day, what and whose it is,
 * and how far it is prepared.
 */
struct _TambourComingRow
{
  GtkListBoxRow   parent_instance;

  /* Template widgets */
  TambourDateBox *date_box;
  GtkLabel       *title_label;
  GtkLabel       *source_label;
  GtkLabel       *tag_label;
};

G_DEFINE_FINAL_TYPE (TambourComingRow, tambour_coming_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_coming_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_COMING_ROW);

  G_OBJECT_CLASS (tambour_coming_row_parent_class)->dispose (object);
}

static void
tambour_coming_row_class_init (TambourComingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_coming_row_dispose;
  g_type_ensure (TAMBOUR_TYPE_DATE_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-coming-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourComingRow, date_box);
  gtk_widget_class_bind_template_child (widget_class, TambourComingRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourComingRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourComingRow, tag_label);
}

static void
tambour_coming_row_init (TambourComingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_coming_row_new:
 *
 * Returns: (transfer floating): a row without anything to come
 */
GtkWidget *
tambour_coming_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_COMING_ROW, NULL);
}

static void
show_tag (TambourComingRow         *self,
          const TambourTodayComing *coming,
          TambourInstant            now)
{
  const char *style;
  g_autofree char *tag = tambour_today_text_tag (coming, now, &style);
  const char *classes[] = { "tag", style, NULL };

  gtk_label_set_text (self->tag_label, tag ? tag : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag_label), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->tag_label), tag != NULL);
}

/**
 * tambour_coming_row_show:
 * @self: a coming row
 * @coming: something to come
 * @now: the time that is "now"
 */
void
tambour_coming_row_show (TambourComingRow         *self,
                         const TambourTodayComing *coming,
                         TambourInstant            now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *title = tambour_today_text_coming (coming, now);
  g_autofree char *source = tambour_today_text_source (coming, now);
  g_autofree char *day = tambour_when_date (coming->on, tambour_zone_date_of (here, now));
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_COMING_ROW (self));

  tambour_date_box_set_date (self->date_box, coming->on);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->source_label, source);
  tambour_tooltip_set (self->source_label, source);
  show_tag (self, coming, now);

  /* Translators: date, title, account and state of something to come, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), day, title, source, gtk_label_get_text (self->tag_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
