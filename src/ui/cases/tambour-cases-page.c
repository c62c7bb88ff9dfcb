/* tambour-cases-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-case-item.h"
#include "tambour-case-line-row.h"
#include "tambour-case-page.h"
#include "tambour-cases-page.h"
#include "tambour-feedback.h"
#include "tambour-filter-menu.h"
#include "tambour-growth.h"
#include "tambour-list-heading.h"
#include "tambour-notice.h"
#include "tambour-status.h"

/**
 * TambourCasesPage:
 *
 * The cases of all accounts in a list, by who has to do something; beside it, the
 * one that is chosen.
 */
struct _TambourCasesPage
{
  TambourPage         parent_instance;

  GListStore         *store;
  GtkSortListModel   *sorted;
  GtkSliceListModel  *slice;      /* of those, as many as the list has come to */
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  TambourCasePage    *detail;
  GCancellable       *loading;
  GHashTable         *items;      /* the GtkListItem that rows are bound to */
  char               *chosen;     /* the id of the case that is shown */
  char               *folded;     /* what is looked for */
  gboolean            is_filling;

  /* Template widgets */
  AdwHeaderBar       *list_header;
  AdwWindowTitle     *list_title;
  GtkWidget          *new_button;
  GtkToggleButton    *search_button;
  TambourFilterMenu  *filter_menu;
  AdwToggleGroup     *toggles;
  GtkSearchBar       *search_bar;
  GtkEditable        *search_entry;
  GtkStack           *list_stack;
  GtkListView        *list_view;
  AdwStatusPage      *status_page;
  GtkButton          *status_button;
  GtkWidget          *all_button;
};

G_DEFINE_FINAL_TYPE (TambourCasesPage, tambour_cases_page, TAMBOUR_TYPE_PAGE)

static TambourInstant
now_of (TambourCasesPage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

/* The child of a page is none of its template’s: it goes with the page. */
static AdwNavigationSplitView *
get_split (TambourCasesPage *self)
{
  return ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));
}

/* --- which cases ---------------------------------------------------------- */

static gboolean
is_wanted (TambourCasesPage *self,
           TambourCaseGroup  group)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  if (g_strcmp0 (name, "closed") == 0)
    return group == TAMBOUR_CASE_GROUP_OVER;
  if (g_strcmp0 (name, "waiting") == 0)
    return group == TAMBOUR_CASE_GROUP_VENDOR || group == TAMBOUR_CASE_GROUP_CUSTOMER;

  if (g_strcmp0 (name, "escalated") == 0)
    return group == TAMBOUR_CASE_GROUP_ESCALATED;

  return group != TAMBOUR_CASE_GROUP_OVER && group != TAMBOUR_CASE_GROUP_ESCALATED;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TambourCasesPage *self = user_data;

  return is_wanted (self, tambour_case_item_get_line (item)->group) &&
         (self->folded == NULL || tambour_case_item_matches (item, self->folded));
}

static gint64
level_of (const TambourCaseLine *line)
{
  return line->escalation ? line->escalation->level : 0;
}

/* What is escalated is grouped by its level. */
static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const TambourCaseLine *first = tambour_case_item_get_line ((gpointer) a);
  const TambourCaseLine *second = tambour_case_item_get_line ((gpointer) b);

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return (level_of (first) < level_of (second)) - (level_of (first) > level_of (second));
}

static void
show_status (TambourCasesPage *self,
             const char       *icon,
             const char       *title,
             const char       *text,
             const char       *button,
             const char       *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->list_stack, "status");
}

/* An empty list says what that means. */
static void
show_list (TambourCasesPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);
  gboolean is_closed = g_strcmp0 (name, "closed") == 0;

  gtk_widget_set_visible (self->all_button, is_closed && self->folded == NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->list_stack, "list");
  else if (self->folded != NULL)
    show_status (self, "system-search-symbolic", _("No Case Like That"), NULL, NULL, NULL);
  else if (is_closed)
    show_status (self, "tambour-cases-symbolic", _("No Case Has Been Closed"), NULL, NULL, NULL);
  else if (g_strcmp0 (name, "escalated") == 0)
    show_status (self, "object-select-symbolic", _("No Case Is Escalated"), NULL, NULL, NULL);
  else if (g_strcmp0 (name, "waiting") == 0)
    show_status (self, "object-select-symbolic", _("No Case Waits for Anybody"), NULL, NULL, NULL);
  else
    show_status (self, "object-select-symbolic", _("No Case Is Open"), NULL, _("_New Case…"), "page.new");
}

/* --- the one that is chosen ----------------------------------------------- */

static void
show_chosen (TambourCasesPage *self)
{
  TambourCaseItem *item = gtk_single_selection_get_selected_item (self->selection);
  const char *id = item ? tambour_case_item_get_id (item) : NULL;

  if (id == NULL || self->is_filling)
    return;

  g_set_str (&self->chosen, id);
  if (self->detail == NULL)
    {
      self->detail = tambour_case_page_new (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), id);
      adw_navigation_split_view_set_content (get_split (self), ADW_NAVIGATION_PAGE (self->detail));
    }
  else
    tambour_file_page_set_id (TAMBOUR_FILE_PAGE (self->detail), id);
}

static guint
find_position (TambourCasesPage *self,
               const char       *id)
{
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TambourCaseItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (tambour_case_item_get_id (item), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What was chosen stays, wherever it stands now; at first it is what cannot wait. */
static void
choose_again (TambourCasesPage *self)
{
  guint position = find_position (self, self->chosen);

  if (position == GTK_INVALID_LIST_POSITION && self->chosen == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      position = 0;
      tambour_list_heading_show_first (self->list_view);
    }

  self->is_filling = FALSE;
  tambour_growth_reach (self->slice, position);
  gtk_single_selection_set_selected (self->selection, position);
  show_chosen (self);
}

static void
shown_changed_cb (TambourCasesPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_free (self->folded);
  self->folded = *text ? g_utf8_casefold (text, -1) : NULL;
  if (self->filter == NULL)
    return;

  tambour_filter_menu_tell (self->filter_menu, self->toggles, self->search_entry);
  self->is_filling = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  choose_again (self);
  show_list (self);
}

static void
filter_chosen_cb (TambourCasesPage *self,
                  const char       *state)
{
  tambour_filter_menu_show (state, self->toggles, self->search_button, self->search_entry);
  shown_changed_cb (self);
}

static void
activated_cb (TambourCasesPage *self,
              guint             position)
{
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
}

/* --- rows ----------------------------------------------------------------- */

static void
released_cb (TambourCasesPage *self)
{
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
}

/* Where there is room for the list alone, a click leads to the case. */
static void
setup_cb (TambourCasesPage         *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_case_line_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TambourCasesPage         *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourCaseLineRow *row = TAMBOUR_CASE_LINE_ROW (gtk_list_item_get_child (item));
  g_autofree char *name = tambour_case_line_row_show (row, tambour_case_item_get_line (gtk_list_item_get_item (item)), now_of (self));

  gtk_list_item_set_accessible_label (item, name);
  g_hash_table_add (self->items, item);
}

static void
unbind_cb (TambourCasesPage         *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  g_hash_table_remove (self->items, item);
}

static const struct
{
  const char *title;
  const char *remark;
} groups[] = {
  [TAMBOUR_CASE_GROUP_ANSWER] = { N_("Needs an answer"), N_("first answer") },
  [TAMBOUR_CASE_GROUP_WORK] = { N_("Being worked on"), N_("next update") },
  [TAMBOUR_CASE_GROUP_VENDOR] = { N_("Waiting for somebody else"), N_("for") },
  [TAMBOUR_CASE_GROUP_CUSTOMER] = { N_("Waiting for customer"), N_("paused for") },
  [TAMBOUR_CASE_GROUP_OVER] = { N_("Closed"), N_("on") },
  [TAMBOUR_CASE_GROUP_ESCALATED] = { NULL, N_("next update") },
};

static char *
dup_group_title (const TambourCaseLine *line)
{
  if (line->escalation == NULL)
    return g_strdup (_(groups[line->group].title));
  if (line->escalation->level == TAMBOUR_NO_COUNT)
    return g_strdup (_("No level"));

  /* Translators: %d is how high a case is escalated, from 1 to 4 */
  return g_strdup_printf (_("Level %d"), (int) line->escalation->level);
}

static void
bind_header_cb (TambourCasesPage         *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  const TambourCaseLine *line = tambour_case_item_get_line (gtk_list_header_get_item (header));
  g_autofree char *title = dup_group_title (line);

  tambour_list_heading_show_counted (header, title, _(groups[line->group].remark), GTK_SECTION_MODEL (self->sorted));
}

/* --- reading -------------------------------------------------------------- */

static void
show_titles (TambourCasesPage      *self,
             const TambourCaseList *list)
{
  g_autofree char *open = g_strdup_printf (ngettext ("%d open", "%d open", (int) list->n_open), (int) list->n_open);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%d waiting", "%d waiting", (int) list->n_waiting), (int) list->n_waiting);
  g_autofree char *subtitle = list->n_waiting > 0 ? g_strjoin (", ", open, waiting, NULL) : g_strdup (open);

  adw_window_title_set_subtitle (self->list_title, subtitle);
}

static gpointer
load_list (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_case_list_load (store, me, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourCasesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCaseList) list = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(GPtrArray) items = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (list == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("The Cases Could Not Be Read"), reason, _("_Try Again"), "cases.try-again");
    }
  else
    {
      items = tambour_case_item_list (list);
      self->is_filling = TRUE;
      if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
        tambour_growth_begin (self->slice, self->list_view);
      g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
      choose_again (self);
      show_titles (self, list);
      show_list (self);
    }

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_cases_page_refresh (TambourPage *page)
{
  TambourCasesPage *self = TAMBOUR_CASES_PAGE (page);

  gtk_widget_set_visible (self->new_button, !tambour_portfolio_is_read_only (tambour_page_get_portfolio (page)));
  tambour_notice_set_needed (GTK_WIDGET (self), adw_navigation_split_view_get_collapsed (get_split (self)));
  tambour_filter_menu_follow (self->filter_menu, tambour_page_get_portfolio (page), "cases");
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_list, NULL, NULL,
                                (GDestroyNotify) tambour_case_list_free, self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_cases_page_filter (TambourPage *page)
{
  TambourCasesPage *self = TAMBOUR_CASES_PAGE (page);

  adw_navigation_split_view_set_show_content (get_split (self), FALSE);
  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
tambour_cases_page_tick (TambourPage *page)
{
  TambourCasesPage *self = TAMBOUR_CASES_PAGE (page);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    tambour_case_line_row_show_time (TAMBOUR_CASE_LINE_ROW (gtk_list_item_get_child (item)),
                                     tambour_case_item_get_line (gtk_list_item_get_item (item)), now_of (self));
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  gboolean is_alone = breadth >= TAMBOUR_BREADTH_SINGLE;

  adw_navigation_split_view_set_collapsed (get_split (TAMBOUR_CASES_PAGE (widget)), is_alone);
  tambour_notice_set_needed (widget, is_alone);
  tambour_breadth_arrange_header (TAMBOUR_CASES_PAGE (widget)->list_header, breadth);
}

/* --- what one can do ------------------------------------------------------ */

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "case", "");
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourCasesPage *self = TAMBOUR_CASES_PAGE (widget);

  if (self->detail != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "case", tambour_case_page_get_case (self->detail));
}

static void
all_closed_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-list", "(sss)", "case", "", "closed_at != \"\"");
}

static void
tambour_cases_page_dispose (GObject *object)
{
  TambourCasesPage *self = TAMBOUR_CASES_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->filter = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CASES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tambour_cases_page_parent_class)->dispose (object);
}

static void
tambour_cases_page_finalize (GObject *object)
{
  TambourCasesPage *self = TAMBOUR_CASES_PAGE (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (tambour_cases_page_parent_class)->finalize (object);
}

static void
tambour_cases_page_class_init (TambourCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_cases_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_cases_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_cases_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->tick = tambour_cases_page_tick;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_cases_page_filter;

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "cases.all-closed", NULL, all_closed_action);
  gtk_widget_class_install_action (widget_class, "cases.try-again", NULL, tambour_page_try_again_action);

  g_type_ensure (TAMBOUR_TYPE_FILTER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasesPage, all_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
add_model (TambourCasesPage *self)
{
  GtkFilterListModel *filtered;

  self->store = g_list_store_new (TAMBOUR_TYPE_CASE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), self->filter);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL)));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->sorted)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
tambour_cases_page_init (TambourCasesPage *self)
{
  self->items = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  add_model (self);
  tambour_filter_menu_tell (self->filter_menu, self->toggles, self->search_entry);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}
