/* tambour-found-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-found-row.h"
#include "tambour-initials.h"
#include "tambour-record-row.h"

/* What stands before the title is so wide, so that all titles start together. */
#define LEAD_WIDTH      30
#define INITIALS_MARGIN 2

/**
 * TambourFoundRow:
 *
 * A row of the search: what kind of thing it is, what it is called and where it
 * stands, and the keys that lead to it. It shows something else with every letter
 * that one types, so there are few widgets in it, and those that most rows do not
 * need are made when one does.
 */
struct _TambourFoundRow
{
  GtkListBoxRow     parent_instance;

  TambourFoundItem *item;
  GtkWidget        *box;
  GtkWidget        *text;

  /* NULL until there is something to show in them */
  GtkWidget        *icon;
  GtkWidget        *initials;
  GtkWidget        *priority;
  GtkWidget        *keys;
};

G_DEFINE_FINAL_TYPE (TambourFoundRow, tambour_found_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
new_icon (void)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "width-request", LEAD_WIDTH,
                       NULL);
}

static GtkWidget *
new_initials (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "css-name", "avatar",
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "valign", GTK_ALIGN_CENTER,
                       "margin-start", INITIALS_MARGIN,
                       "margin-end", INITIALS_MARGIN,
                       NULL);
}

static GtkWidget *
new_priority (void)
{
  return g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, "width-request", LEAD_WIDTH, NULL);
}

static GtkWidget *
new_keys (void)
{
  return g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, "css-classes", (const char *[]) { "kbd", NULL }, NULL);
}

/* Returns: whether the part is to be filled */
static gboolean
show_part (TambourFoundRow  *self,
           GtkWidget       **part,
           GtkWidget      *(*create) (void),
           gboolean          is_wanted)
{
  if (is_wanted && *part == NULL)
    {
      *part = create ();
      if (part == &self->keys)
        gtk_box_append (GTK_BOX (self->box), *part);
      else
        gtk_box_prepend (GTK_BOX (self->box), *part);
    }

  if (*part != NULL)
    gtk_widget_set_visible (*part, is_wanted);

  return is_wanted;
}

/* P1 is loud, P3 is not. */
static void
show_priority (TambourFoundRow *self,
               const char      *priority)
{
  g_autofree char *name = g_ascii_strdown (priority, -1);
  const char *classes[] = { "priority", name, NULL };

  if (g_str_equal (gtk_label_get_text (GTK_LABEL (self->priority)), priority))
    return;

  gtk_label_set_text (GTK_LABEL (self->priority), priority);
  gtk_widget_set_css_classes (self->priority, classes);
}

static void
show_name (TambourFoundRow        *self,
           const TambourFoundFace *face)
{
  g_autofree char *name = g_strjoin (", ", face->title, face->detail, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tambour_found_row_dispose (GObject *object)
{
  g_clear_object (&TAMBOUR_FOUND_ROW (object)->item);

  G_OBJECT_CLASS (tambour_found_row_parent_class)->dispose (object);
}

static void
tambour_found_row_class_init (TambourFoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_found_row_dispose;
}

/* The keyboard stays where one types. */
static void
tambour_found_row_init (TambourFoundRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->text = tambour_record_row_new ();
  gtk_widget_set_css_classes (self->text, (const char *[]) { NULL });
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/**
 * tambour_found_row_new:
 *
 * Returns: (transfer floating): a row of nothing yet
 */
GtkWidget *
tambour_found_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_FOUND_ROW, NULL);
}

/**
 * tambour_found_row_show:
 * @self: a row
 * @item: what it shows from now on
 */
void
tambour_found_row_show (TambourFoundRow  *self,
                        TambourFoundItem *item)
{
  TambourFoundFace face;

  g_return_if_fail (TAMBOUR_IS_FOUND_ROW (self));

  if (!g_set_object (&self->item, item))
    return;

  tambour_found_item_look (item, &face);
  if (show_part (self, &self->icon, new_icon, face.icon_name != NULL))
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), face.icon_name);
  if (show_part (self, &self->initials, new_initials, face.is_account))
    tambour_initials_show (GTK_LABEL (self->initials), face.title);
  if (show_part (self, &self->priority, new_priority, face.priority != NULL))
    show_priority (self, face.priority);

  tambour_record_row_show_text (TAMBOUR_RECORD_ROW (self->text), face.title, face.detail ? face.detail : "", "");
  tambour_record_row_mark (TAMBOUR_RECORD_ROW (self->text), face.title_attributes, face.detail_attributes);
  show_name (self, &face);
}

/**
 * tambour_found_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TambourFoundItem *
tambour_found_row_get_item (TambourFoundRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FOUND_ROW (self), NULL);

  return self->item;
}

/**
 * tambour_found_row_set_keys:
 * @self: a row
 * @keys: (nullable): the keys that lead to what it shows
 */
void
tambour_found_row_set_keys (TambourFoundRow *self,
                            const char      *keys)
{
  g_return_if_fail (TAMBOUR_IS_FOUND_ROW (self));

  if (show_part (self, &self->keys, new_keys, keys != NULL))
    gtk_label_set_text (GTK_LABEL (self->keys), keys);
}
