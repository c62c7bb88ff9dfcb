/* tambour-found-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-found-row.h"
#include "tambour-initials.h"
#include "tambour-record-row.h"

/**
 * TambourFoundRow:
 *
 * A row of the search: what kind of thing it is, what it is called and where it
 * stands, and the keys that lead to it. All rows are others with every letter that
 * one types, so there are few widgets in one, and those that most rows do not need
 * are made when one does.
 */
struct _TambourFoundRow
{
  GtkBox            parent_instance;

  TambourFoundItem *item;
  GtkWidget        *text;

  /* NULL until there is something to show in them */
  GtkWidget        *icon;
  GtkWidget        *initials;
  GtkWidget        *priority;
  GtkWidget        *keys;
};

G_DEFINE_FINAL_TYPE (TambourFoundRow, tambour_found_row, GTK_TYPE_BOX)

static GtkWidget *
new_icon (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
new_initials (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "css-name", "avatar",
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "valign", GTK_ALIGN_CENTER,
                       NULL);
}

static GtkWidget *
new_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);
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
        gtk_box_append (GTK_BOX (self), *part);
      else
        gtk_box_prepend (GTK_BOX (self), *part);
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

  gtk_label_set_text (GTK_LABEL (self->priority), priority);
  gtk_widget_set_css_classes (self->priority, classes);
}

static void
show_keys (TambourFoundRow *self)
{
  TambourFoundFace face;

  tambour_found_item_look (self->item, &face);
  if (!show_part (self, &self->keys, new_label, face.keys != NULL))
    return;

  gtk_label_set_text (GTK_LABEL (self->keys), face.keys);
  gtk_widget_add_css_class (self->keys, "kbd");
}

static void
tambour_found_row_dispose (GObject *object)
{
  TambourFoundRow *self = TAMBOUR_FOUND_ROW (object);

  tambour_found_row_show (self, NULL);

  G_OBJECT_CLASS (tambour_found_row_parent_class)->dispose (object);
}

static void
tambour_found_row_class_init (TambourFoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_found_row_dispose;
}

static void
tambour_found_row_init (TambourFoundRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->text = tambour_record_row_new ();
  gtk_widget_set_css_classes (self->text, (const char *[]) { NULL });
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self), self->text);
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
 * @item: (nullable): what it shows from now on, or %NULL to let go of it
 */
void
tambour_found_row_show (TambourFoundRow  *self,
                        TambourFoundItem *item)
{
  TambourFoundFace face;

  g_return_if_fail (TAMBOUR_IS_FOUND_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_keys, self);
  if (!g_set_object (&self->item, item) || item == NULL)
    return;

  g_signal_connect_swapped (item, "notify::keys", G_CALLBACK (show_keys), self);
  tambour_found_item_look (item, &face);

  if (show_part (self, &self->icon, new_icon, face.icon_name != NULL))
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), face.icon_name);
  if (show_part (self, &self->initials, new_initials, face.is_account))
    tambour_initials_show (GTK_LABEL (self->initials), face.title);
  if (show_part (self, &self->priority, new_label, face.priority != NULL))
    show_priority (self, face.priority);

  tambour_record_row_show_text (TAMBOUR_RECORD_ROW (self->text), face.title, face.detail ? face.detail : "", "");
  tambour_record_row_mark (TAMBOUR_RECORD_ROW (self->text), face.title_attributes, face.detail_attributes);
  show_keys (self);
}

/* --- the rows of a list ---------------------------------------------------- */

typedef struct
{
  TambourFoundFunc clicked;
  gpointer         data;
} Factory;

static void
factory_free (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

/* One click opens. The list’s own way for that also selects what the pointer
 * happens to rest on, which is not what one typed for.
 */
static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            Factory         *factory)
{
  TambourFoundRow *row = TAMBOUR_FOUND_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (row->item != NULL)
    factory->clicked (row->item, factory->data);
}

static void
setup_cb (GtkSignalListItemFactory *list_factory,
          GtkListItem              *list_item,
          Factory                  *factory)
{
  GtkWidget *row = tambour_found_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), factory);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *list_factory,
         GtkListItem              *list_item)
{
  TambourFoundItem *item = gtk_list_item_get_item (list_item);
  TambourFoundFace face;
  g_autofree char *name = NULL;

  tambour_found_item_look (item, &face);
  name = g_strjoin (", ", face.title, face.detail, NULL);
  gtk_list_item_set_accessible_label (list_item, name);
  tambour_found_row_show (TAMBOUR_FOUND_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *list_factory,
           GtkListItem              *list_item)
{
  tambour_found_row_show (TAMBOUR_FOUND_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * tambour_found_row_factory_new:
 * @clicked: called when somebody clicks on a row
 * @data: for @clicked; it must be there as long as the rows
 *
 * Returns: (transfer full): what makes rows of #TambourFoundItem
 */
GtkListItemFactory *
tambour_found_row_factory_new (TambourFoundFunc clicked,
                               gpointer         data)
{
  GtkListItemFactory *self = gtk_signal_list_item_factory_new ();
  Factory *factory = g_new0 (Factory, 1);

  factory->clicked = clicked;
  factory->data = data;
  g_signal_connect_data (self, "setup", G_CALLBACK (setup_cb), factory, factory_free, 0);
  g_signal_connect (self, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (self, "unbind", G_CALLBACK (unbind_cb), NULL);

  return self;
}
