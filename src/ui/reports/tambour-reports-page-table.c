/* tambour-reports-page-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-initials.h"
#include "tambour-report-mark.h"
#include "tambour-reports-page-private.h"
#include "tambour-reports-state.h"
#include "tambour-reports-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/* The table of the page of reports: its columns, their order, and its keys. */

typedef GtkWidget *(*NewFunc) (void);
typedef void (*ShowFunc) (GtkWidget          *cell,
                          TambourReportsItem *item,
                          guint               data);
typedef int (*CompareFunc) (const TambourReportsLine *a,
                            const TambourReportsLine *b,
                            guint                     data);

/* --- cells --------------------------------------------------------------------------- */

static GtkWidget *
new_check (void)
{
  return g_object_new (GTK_TYPE_CHECK_BUTTON, "halign", GTK_ALIGN_CENTER, "focusable", FALSE, NULL);
}

/* A row takes its cell over from another one. */
static void
show_check (GtkWidget          *cell,
            TambourReportsItem *item,
            guint               data)
{
  GBinding *binding = g_object_get_data (G_OBJECT (cell), "binding");
  g_autofree char *label = NULL;

  if (binding != NULL)
    g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (cell), "binding", NULL);
  if (item == NULL)
    return;

  /* Translators: %s is the name of an account whose report is to be exported */
  label = g_strdup_printf (_("Report of %s"), tambour_reports_item_get_name (item));
  gtk_widget_set_sensitive (cell, tambour_reports_item_get_line (item)->readiness->in_plan);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  binding = g_object_bind_property (item, "chosen", cell, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (cell), "binding", g_object_ref (binding), g_object_unref);
}

static GtkWidget *
new_account (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *initials = g_object_new (GTK_TYPE_LABEL, "css-name", "avatar", "valign", GTK_ALIGN_CENTER,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE,
                                   "width-chars", 12, NULL);

  gtk_box_append (GTK_BOX (box), initials);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
show_account (GtkWidget          *cell,
              TambourReportsItem *item,
              guint               data)
{
  if (item == NULL)
    return;

  tambour_initials_show (GTK_LABEL (gtk_widget_get_first_child (cell)), tambour_reports_item_get_name (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), tambour_reports_item_get_name (item));
  tambour_tooltip_set (gtk_widget_get_last_child (cell), tambour_reports_item_get_name (item));
}

static GtkWidget *
new_text (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                       "css-classes", (const char *[]) { "small", NULL }, NULL);
}

static void
show_tam (GtkWidget          *cell,
          TambourReportsItem *item,
          guint               data)
{
  TambourPerson *tam = item ? tambour_reports_item_get_line (item)->tam : NULL;

  gtk_label_set_text (GTK_LABEL (cell), tam && tam->name ? tam->name : "");
  tambour_tooltip_set (cell, tam ? tam->name : NULL);
}

static GtkWidget *
new_number (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "css-classes", (const char *[]) { "small", "numeric", NULL }, NULL);
}

static void
show_cases (GtkWidget          *cell,
            TambourReportsItem *item,
            guint               data)
{
  g_autofree char *text = item ? tambour_when_number (tambour_reports_item_get_line (item)->readiness->n_cases) : NULL;

  gtk_label_set_text (GTK_LABEL (cell), text ? text : "");
}

static void
show_mark (GtkWidget          *cell,
           TambourReportsItem *item,
           guint               data)
{
  if (item != NULL)
    tambour_report_mark_show (cell, tambour_reports_item_get_line (item)->readiness, data);
}

static void
show_state (GtkWidget          *cell,
            TambourReportsItem *item,
            guint               data)
{
  tambour_reports_state_show (TAMBOUR_REPORTS_STATE (cell), item);
}

/* --- order ------------------------------------------------------------------------------ */

static int
compare_names (const char *a,
               const char *b)
{
  return g_utf8_collate (a ? a : "", b ? b : "");
}

static int
compare_accounts (const TambourReportsLine *a,
                  const TambourReportsLine *b,
                  guint                     data)
{
  return compare_names (a->readiness->account->name, b->readiness->account->name);
}

static int
compare_tams (const TambourReportsLine *a,
              const TambourReportsLine *b,
              guint                     data)
{
  return compare_names (a->tam ? a->tam->name : NULL, b->tam ? b->tam->name : NULL);
}

static int
compare_cases (const TambourReportsLine *a,
               const TambourReportsLine *b,
               guint                     data)
{
  return (a->readiness->n_cases > b->readiness->n_cases) - (a->readiness->n_cases < b->readiness->n_cases);
}

/* What is missing comes first, what is not needed last. */
static int
rank_cell (const TambourReadinessCell *cell)
{
  if (cell->needed == 0)
    return 3;
  if (cell->done >= cell->needed)
    return 2;

  return cell->done > 0 ? 1 : 0;
}

static int
compare_marks (const TambourReportsLine *a,
               const TambourReportsLine *b,
               guint                     data)
{
  return rank_cell (&a->readiness->cells[data]) - rank_cell (&b->readiness->cells[data]);
}

static int
compare_states (const TambourReportsLine *a,
                const TambourReportsLine *b,
                guint                     data)
{
  if (a->readiness->in_plan != b->readiness->in_plan)
    return a->readiness->in_plan ? -1 : 1;

  return (a->n_work > b->n_work) - (a->n_work < b->n_work);
}

/* --- columns ------------------------------------------------------------------------------- */

static const struct
{
  const char  *title;   /* NULL is that of the readiness */
  NewFunc      create;
  ShowFunc     show;
  CompareFunc  compare;
  guint        data;
  int          width;   /* or 0 for what is left */
  GtkAlign     align;
  gboolean     goes_first;  /* where room is short */
} columns[] = {
  { "", new_check, show_check, NULL, 0, 42, GTK_ALIGN_START, FALSE },
  { NC_("reports", "Account"), new_account, show_account, compare_accounts, 0, 0, GTK_ALIGN_START, FALSE },
  { NC_("reports", "TAM"), new_text, show_tam, compare_tams, 0, 124, GTK_ALIGN_START, TRUE },
  { NC_("reports", "Cases"), new_number, show_cases, compare_cases, 0, 62, GTK_ALIGN_END, FALSE },
  { NULL, tambour_report_mark_new, show_mark, compare_marks, TAMBOUR_READINESS_GOALS, 64, GTK_ALIGN_CENTER, FALSE },
  { NULL, tambour_report_mark_new, show_mark, compare_marks, TAMBOUR_READINESS_AUDIT, 64, GTK_ALIGN_CENTER, FALSE },
  { NULL, tambour_report_mark_new, show_mark, compare_marks, TAMBOUR_READINESS_USAGE, 64, GTK_ALIGN_CENTER, FALSE },
  { NULL, tambour_report_mark_new, show_mark, compare_marks, TAMBOUR_READINESS_VALUE, 64, GTK_ALIGN_CENTER, FALSE },
  { NULL, tambour_report_mark_new, show_mark, compare_marks, TAMBOUR_READINESS_NARRATIVE, 76, GTK_ALIGN_CENTER, FALSE },
  { NULL, tambour_report_mark_new, show_mark, compare_marks, TAMBOUR_READINESS_SPONSOR, 70, GTK_ALIGN_CENTER, FALSE },
  { NC_("reports", "Report"), tambour_reports_state_new, show_state, compare_states, 0, 136, GTK_ALIGN_END, FALSE },
};

static guint
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, columns[column_of (factory)].create ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  guint column = column_of (factory);

  columns[column].show (gtk_list_item_get_child (item), gtk_list_item_get_item (item), columns[column].data);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  guint column = column_of (factory);

  columns[column].show (gtk_list_item_get_child (item), NULL, columns[column].data);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);

  return columns[column].compare (tambour_reports_item_get_line ((TambourReportsItem *) a),
                                  tambour_reports_item_get_line ((TambourReportsItem *) b), columns[column].data);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *row,
             gpointer                  user_data)
{
  g_autofree char *name = tambour_reports_text_row (gtk_column_view_row_get_item (row));

  gtk_column_view_row_set_accessible_label (row, name);
}

static void
add_column (TambourReportsPage *self,
            guint               i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = columns[i].title ? columns[i].title : NULL;
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  if (title == NULL)
    title = tambour_reports_text_column (columns[i].data);
  else if (*title != '\0')
    title = g_dpgettext2 (GETTEXT_PACKAGE, "reports", title);

  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, columns[i].width == 0);
  if (columns[i].width > 0)
    gtk_column_view_column_set_fixed_width (column, columns[i].width);
  if (columns[i].compare != NULL)
    {
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (i), NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }

  gtk_column_view_append_column (self->view, column);
}

/* A heading stands above its cells. */
static void
align_headings (TambourReportsPage *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; heading && i < G_N_ELEMENTS (columns); i++, heading = gtk_widget_get_next_sibling (heading))
    if (gtk_widget_get_first_child (heading) != NULL)
      gtk_widget_set_halign (gtk_widget_get_first_child (heading), columns[i].align);
}

/* --- keys ------------------------------------------------------------------------------------ */

static void
toggle_selected (TambourReportsPage *self)
{
  TambourReportsItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    tambour_reports_item_set_chosen (item, !tambour_reports_item_get_chosen (item));
}

/* Space chooses the row, Ctrl+A all of them; the list would select rows. */
static gboolean
key_cb (TambourReportsPage *self,
        guint               key,
        guint               code,
        GdkModifierType     modifiers)
{
  gboolean is_control = (modifiers & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (is_control && (key == GDK_KEY_a || key == GDK_KEY_A))
    tambour_reports_page_choose_all (self, (modifiers & GDK_SHIFT_MASK) == 0);
  else if (key == GDK_KEY_space && (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0 && focus && !GTK_IS_BUTTON (focus) && !GTK_IS_CHECK_BUTTON (focus))
    toggle_selected (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
add_keys (TambourReportsPage *self,
          GtkWidget          *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
}

/**
 * tambour_reports_page_add_columns:
 * @self: a page
 *
 * Makes the table.
 */
void
tambour_reports_page_add_columns (TambourReportsPage *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);

  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->view, rows);
  align_headings (self);
  add_keys (self, GTK_WIDGET (self->view));
  add_keys (self, GTK_WIDGET (self->cards));
}

/**
 * tambour_reports_page_show_narrow:
 * @self: a page
 * @breadth: the room that the window has
 *
 * Where there is no room for columns there are cards.
 */
void
tambour_reports_page_show_narrow (TambourReportsPage *self,
                                  TambourBreadth      breadth)
{
  GListModel *list = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gtk_column_view_column_set_visible (column, breadth == TAMBOUR_BREADTH_WIDE || !columns[i].goes_first);
    }

  gtk_stack_set_visible_child_name (self->table_stack, breadth >= TAMBOUR_BREADTH_SINGLE ? "cards" : "table");
}
