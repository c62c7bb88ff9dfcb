/* tambour-priority-key.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "tambour-priority-key.h"

#define GAP    10
#define WITHIN 5

/**
 * TambourPriorityKey:
 *
 * Which colour a chart draws each priority in.
 */
struct _TambourPriorityKey
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TambourPriorityKey, tambour_priority_key, GTK_TYPE_BOX)

static void
tambour_priority_key_class_init (TambourPriorityKeyClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tambour_priority_key_init (TambourPriorityKey *self)
{
  static const struct
  {
    const char *name;
    const char *style;
  } parts[] = {
    { "P1", "p1" },
    { "P2", "p2" },
    { "P3", "p3" },
  };

  gtk_box_set_spacing (GTK_BOX (self), GAP);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, WITHIN);
      const char *classes[] = { "share", "swatch", parts[i].style, NULL };
      GtkWidget *swatch = g_object_new (ADW_TYPE_BIN, "css-classes", classes, "valign", GTK_ALIGN_CENTER, NULL);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", parts[i].name, "css-classes", (const char *[]) { "meta", NULL }, NULL);

      gtk_box_append (GTK_BOX (box), swatch);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (self), box);
    }
}
