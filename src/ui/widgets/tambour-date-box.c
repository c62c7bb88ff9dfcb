/* tambour-date-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-date-box.h"
#include "tambour-when.h"

/**
 * TambourDateBox:
 *
 * A day as on a tear-off calendar: the number large, the month small.
 */
struct _TambourDateBox
{
  GtkBox    parent_instance;

  /* Template widgets */
  GtkLabel *day;
  GtkLabel *month;
};

G_DEFINE_FINAL_TYPE (TambourDateBox, tambour_date_box, GTK_TYPE_BOX)

static void
tambour_date_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_DATE_BOX);

  G_OBJECT_CLASS (tambour_date_box_parent_class)->dispose (object);
}

static void
tambour_date_box_class_init (TambourDateBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_date_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-date-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourDateBox, day);
  gtk_widget_class_bind_template_child (widget_class, TambourDateBox, month);
}

static void
tambour_date_box_init (TambourDateBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_date_box_new:
 *
 * Returns: (transfer floating): a box without a date
 */
GtkWidget *
tambour_date_box_new (void)
{
  return g_object_new (TAMBOUR_TYPE_DATE_BOX, NULL);
}

/**
 * tambour_date_box_set_date:
 * @self: a date box
 * @date: a date, which may be none
 */
void
tambour_date_box_set_date (TambourDateBox *self,
                           TambourDate     date)
{
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;

  g_return_if_fail (TAMBOUR_IS_DATE_BOX (self));

  if (tambour_date_is_stated (date))
    {
      int year, month_number, number;

      tambour_date_split (date, &year, &month_number, &number);
      day = g_strdup_printf ("%d", number);
      month = tambour_when_month (date);
    }

  gtk_label_set_text (self->day, day ? day : "");
  gtk_label_set_text (self->month, month ? month : "");
}
