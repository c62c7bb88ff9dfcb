/* tambour-share-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <math.h>

#include "tambour-share-bar.h"

#define HEIGHT 8

/**
 * TambourShareBar:
 *
 * How a whole is made of parts: a bar whose parts stand beside each other, each in
 * the colour of its style. A legend says what they are.
 */
struct _TambourShareBar
{
  GtkWidget  parent_instance;

  GArray    *parts;
};

G_DEFINE_FINAL_TYPE (TambourShareBar, tambour_share_bar, GTK_TYPE_WIDGET)

static void
tambour_share_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static double
sum_parts (TambourShareBar *self)
{
  double sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    sum += g_array_index (self->parts, double, i);

  return sum;
}

static void
allocate_part (GtkWidget *child,
               int        from,
               int        to,
               int        height,
               int        width)
{
  gboolean is_reversed = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { is_reversed ? width - to : from, 0, to - from, height };
  int ignored;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_set_child_visible (child, to > from);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
tambour_share_bar_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TambourShareBar *self = TAMBOUR_SHARE_BAR (widget);
  double sum = sum_parts (self), so_far = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child), i++)
    {
      double part = g_array_index (self->parts, double, i);
      int from = sum > 0 ? (int) round (width * so_far / sum) : 0;
      int to = sum > 0 ? (int) round (width * (so_far + part) / sum) : 0;

      so_far += part;
      allocate_part (child, from, to, height, width);
    }
}

static void
remove_parts (TambourShareBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
tambour_share_bar_dispose (GObject *object)
{
  remove_parts (TAMBOUR_SHARE_BAR (object));

  G_OBJECT_CLASS (tambour_share_bar_parent_class)->dispose (object);
}

static void
tambour_share_bar_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_SHARE_BAR (object)->parts, g_array_unref);

  G_OBJECT_CLASS (tambour_share_bar_parent_class)->finalize (object);
}

static void
tambour_share_bar_class_init (TambourShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_share_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_share_bar_finalize;
  widget_class->measure = tambour_share_bar_measure;
  widget_class->size_allocate = tambour_share_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tambour_share_bar_init (TambourShareBar *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tambour_share_bar_set_parts:
 * @self: a bar
 * @styles: (array length=n_parts): the class of each part
 * @parts: (array length=n_parts): how much of the whole each is
 * @n_parts: how many
 */
void
tambour_share_bar_set_parts (TambourShareBar    *self,
                             const char * const *styles,
                             const double       *parts,
                             guint               n_parts)
{
  g_return_if_fail (TAMBOUR_IS_SHARE_BAR (self));

  remove_parts (self);
  g_array_set_size (self->parts, 0);
  g_array_append_vals (self->parts, parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    {
      GtkWidget *part = g_object_new (ADW_TYPE_BIN, "css-classes", (const char *[]) { "share", styles[i], NULL }, NULL);

      gtk_widget_set_parent (part, GTK_WIDGET (self));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
