/* tambour-plan-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-plan-row.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"

/* So long, what stands before a row keeps its place where there is little room. */
#define SHORT_LEAD 3

/**
 * TambourPlanRow:
 *
 * A review, a project, a plan of the product, a change: what it is, and a word about it.
 * Where it is narrow, the day before it goes into its second line.
 */
struct _TambourPlanRow
{
  GtkListBoxRow  parent_instance;

  char          *lead;
  char          *line;
  gboolean       is_small;

  /* Template widgets */
  GtkLabel      *lead_label;
  GtkImage      *image;
  GtkLabel      *title_label;
  GtkLabel      *line_label;
  GtkLabel      *more_label;
  GtkLabel      *warning_label;
  GtkLabel      *end_label;
  GtkLabel      *tag_label;
};

G_DEFINE_FINAL_TYPE (TambourPlanRow, tambour_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  tambour_tooltip_set (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_lead (TambourPlanRow *self)
{
  gboolean is_inside = self->is_small && self->lead != NULL && g_utf8_strlen (self->lead, -1) > SHORT_LEAD;
  g_autofree char *line = is_inside && self->line != NULL ? g_strjoin (" · ", self->lead, self->line, NULL) : g_strdup (self->line);

  show_text (self->lead_label, is_inside ? NULL : self->lead);
  show_text (self->line_label, line);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourPlanRow *self = TAMBOUR_PLAN_ROW (widget);

  self->is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  show_lead (self);
}

static void
tambour_plan_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (tambour_plan_row_parent_class)->dispose (object);
}

static void
tambour_plan_row_finalize (GObject *object)
{
  TambourPlanRow *self = TAMBOUR_PLAN_ROW (object);

  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->line, g_free);

  G_OBJECT_CLASS (tambour_plan_row_parent_class)->finalize (object);
}

static void
tambour_plan_row_class_init (TambourPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_plan_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_plan_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, lead_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, image);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, more_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, end_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlanRow, tag_label);
}

static void
tambour_plan_row_init (TambourPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_plan_row_new:
 * @leads: (nullable): what makes that which stands before the rows equally wide
 *
 * Returns: (transfer floating): a row that says nothing
 */
GtkWidget *
tambour_plan_row_new (GtkSizeGroup *leads)
{
  TambourPlanRow *self = g_object_new (TAMBOUR_TYPE_PLAN_ROW, NULL);

  if (leads != NULL)
    gtk_size_group_add_widget (leads, GTK_WIDGET (self->lead_label));

  return GTK_WIDGET (self);
}

/**
 * tambour_plan_row_show:
 * @self: a row
 * @words: what it says
 */
void
tambour_plan_row_show (TambourPlanRow         *self,
                       const TambourPlanWords *words)
{
  const char *parts[] = { words->lead, words->title, words->line, words->more, words->warning, words->end, words->tag };
  const char *classes[] = { "tag", words->tag_style, NULL };
  g_autoptr(GString) name = g_string_new (NULL);

  g_return_if_fail (TAMBOUR_IS_PLAN_ROW (self));

  g_set_str (&self->lead, words->lead);
  g_set_str (&self->line, words->line);
  show_lead (self);
  show_text (self->title_label, words->title);
  show_text (self->more_label, words->more);
  show_text (self->warning_label, words->warning);
  show_text (self->end_label, words->end);
  gtk_label_set_text (self->tag_label, words->tag ? words->tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag_label), words->tag != NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag_label), classes);
  tambour_tooltip_set (self->tag_label, words->tag_tooltip);
  gtk_image_set_from_icon_name (self->image, words->icon);
  gtk_widget_set_visible (GTK_WIDGET (self->image), words->icon != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}
