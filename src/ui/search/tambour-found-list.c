/* tambour-found-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-found-list.h"
#include "tambour-found-row.h"

/* As many rows as there is room for come with the letter, the others when nobody
 * types any more.
 */
#define N_SOON 9
#define PAUSE  250 /* ms */

/**
 * TambourFoundList:
 *
 * What was found, under the headings of its groups, of which one row is selected.
 * All of it is replaced with every letter, and little of that may move: the rows
 * stay and show something else, which is why this is no list view.
 */
struct _TambourFoundList
{
  AdwBin      parent_instance;

  GListStore *items;
  GPtrArray  *rows;         /* as many as there ever were items */
  GtkListBox *box;
  GtkWidget  *viewport;
  guint       n_shown;
  guint       rest_source;  /* shows the others */
  gboolean    has_keys;     /* there is room to say which keys lead where */
};

G_DEFINE_FINAL_TYPE (TambourFoundList, tambour_found_list, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_ACTIVATED,
} TambourFoundListSignals;

static guint signals[SIGNAL_ACTIVATED + 1];

static guint
count (TambourFoundList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* Returns: (transfer none) (nullable): the list keeps it */
static TambourFoundItem *
get_item (TambourFoundList *self,
          guint             position)
{
  g_autoptr(TambourFoundItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

/* Returns: the position of the selected row, or -1 */
static int
get_selected (TambourFoundList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return row ? gtk_list_box_row_get_index (row) : -1;
}

/* The first command that is not selected anyway. */
static int
find_command (TambourFoundList *self)
{
  int selected = get_selected (self);

  for (guint i = 0; i < count (self); i++)
    if ((int) i != selected && tambour_found_item_get_group (get_item (self, i)) == TAMBOUR_FIND_COMMANDS)
      return (int) i;

  return -1;
}

static const char *
keys_of (TambourFoundList *self,
         int               position,
         int               selected,
         int               command)
{
  TambourFoundFace face;

  if (self->has_keys && position == selected)
    return "↵";
  if (self->has_keys && position == command)
    return "Ctrl ↵";

  tambour_found_item_look (get_item (self, (guint) position), &face);

  return face.keys;
}

static void
show_keys (TambourFoundList *self)
{
  int selected = get_selected (self);
  int command = find_command (self);

  for (guint i = 0; i < self->n_shown; i++)
    tambour_found_row_set_keys (g_ptr_array_index (self->rows, i), keys_of (self, (int) i, selected, command));
}

/* In the row that is there already, or in a new one. */
static void
show_item (TambourFoundList *self,
           guint             position)
{
  GtkWidget *row = position < self->rows->len ? g_ptr_array_index (self->rows, position) : tambour_found_row_new ();

  tambour_found_row_show (TAMBOUR_FOUND_ROW (row), get_item (self, position));
  gtk_widget_set_visible (row, TRUE);
  if (position < self->rows->len)
    return;

  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->box, row);
}

/* Shows the first @n items. */
static void
show_rows (TambourFoundList *self,
           guint             n)
{
  self->n_shown = n;
  for (guint i = 0; i < n; i++)
    show_item (self, i);
  for (guint i = n; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);

  gtk_list_box_invalidate_headers (self->box);
}

static void
show_all (gpointer data)
{
  TambourFoundList *self = data;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->n_shown == count (self))
    return;

  show_rows (self, count (self));
  show_keys (self);
}

static void
show_all_later (TambourFoundList *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (PAUSE, show_all, self);
  g_source_set_name_by_id (self->rest_source, "[tambour] the rest of what was found");
}

static GtkWidget *
new_heading (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "xalign", 0.0f,
                       "css-classes", (const char *[]) { "heading", "dimmed", "small", NULL },
                       NULL);
}

/* A heading stands above the first row of each group. */
static void
update_heading_cb (GtkListBoxRow *row,
                   GtkListBoxRow *before,
                   gpointer       user_data)
{
  TambourFoundItem *item = tambour_found_row_get_item (TAMBOUR_FOUND_ROW (row));
  TambourFoundItem *last = before ? tambour_found_row_get_item (TAMBOUR_FOUND_ROW (before)) : NULL;
  GtkWidget *heading = gtk_list_box_row_get_header (row);

  if (last != NULL && tambour_found_item_get_group (last) == tambour_found_item_get_group (item))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  if (heading == NULL)
    {
      heading = new_heading ();
      gtk_list_box_row_set_header (row, heading);
    }
  gtk_label_set_text (GTK_LABEL (heading), tambour_found_item_get_heading (item));
}

static void
activated_cb (TambourFoundList *self,
              TambourFoundRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, tambour_found_row_get_item (row));
}

/* At the first row, its heading is seen as well. */
static void
select_row (TambourFoundList *self,
            guint             position)
{
  GtkWidget *row = g_ptr_array_index (self->rows, position);

  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
  if (position == 0)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)), 0);
  else
    gtk_viewport_scroll_to (GTK_VIEWPORT (self->viewport), row, NULL);
  show_keys (self);
}

static void
tambour_found_list_dispose (GObject *object)
{
  TambourFoundList *self = TAMBOUR_FOUND_LIST (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (tambour_found_list_parent_class)->dispose (object);
}

static void
tambour_found_list_class_init (TambourFoundListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_found_list_dispose;

  /**
   * TambourFoundList::activated:
   * @self: a list
   * @item: the #TambourFoundItem on which somebody clicked
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, TAMBOUR_TYPE_FOUND_ITEM);
}

static void
tambour_found_list_init (TambourFoundList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->items = g_list_store_new (TAMBOUR_TYPE_FOUND_ITEM);
  self->rows = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->box, update_heading_cb, NULL, NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->box), (const char *[]) { "navigation-sidebar", "found", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was found"), -1);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  self->viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * tambour_found_list_take:
 * @self: a list
 * @items: (transfer full) (element-type TambourFoundItem): what it shows from
 *   now on, group by group
 *
 * Selects the first of them.
 */
void
tambour_found_list_take (TambourFoundList *self,
                         GPtrArray        *items)
{
  g_return_if_fail (TAMBOUR_IS_FOUND_LIST (self));

  g_list_store_splice (self->items, 0, count (self), items->pdata, items->len);
  g_ptr_array_unref (items);

  show_rows (self, MIN (count (self), N_SOON));
  show_all_later (self);
  if (count (self) > 0)
    select_row (self, 0);
}

/**
 * tambour_found_list_get_items:
 * @self: a list
 *
 * Returns: (transfer none): the #TambourFoundItem that it shows
 */
GListModel *
tambour_found_list_get_items (TambourFoundList *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FOUND_LIST (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * tambour_found_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what is selected
 */
TambourFoundItem *
tambour_found_list_get_selected (TambourFoundList *self)
{
  int selected;

  g_return_val_if_fail (TAMBOUR_IS_FOUND_LIST (self), NULL);

  selected = get_selected (self);

  return selected >= 0 ? get_item (self, (guint) selected) : NULL;
}

/**
 * tambour_found_list_get_command:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what Ctrl and Enter do: the first command
 *   that is not selected
 */
TambourFoundItem *
tambour_found_list_get_command (TambourFoundList *self)
{
  int command;

  g_return_val_if_fail (TAMBOUR_IS_FOUND_LIST (self), NULL);

  command = find_command (self);

  return command >= 0 ? get_item (self, (guint) command) : NULL;
}

/**
 * tambour_found_list_move:
 * @self: a list
 * @step: how many rows down, or up
 *
 * Selects another row, and has it in sight.
 */
void
tambour_found_list_move (TambourFoundList *self,
                         int               step)
{
  g_return_if_fail (TAMBOUR_IS_FOUND_LIST (self));

  if (count (self) == 0)
    return;

  show_all (self);
  select_row (self, (guint) CLAMP (get_selected (self) + step, 0, (int) count (self) - 1));
}

/**
 * tambour_found_list_show_keys:
 * @self: a list
 * @has_keys: whether the rows say which keys lead to them; there are none to speak
 *   of on a telephone
 */
void
tambour_found_list_show_keys (TambourFoundList *self,
                              gboolean          has_keys)
{
  g_return_if_fail (TAMBOUR_IS_FOUND_LIST (self));

  self->has_keys = has_keys;
  show_keys (self);
}
