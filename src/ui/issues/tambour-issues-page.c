/* tambour-issues-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-filter-menu.h"
#include "tambour-growth.h"
#include "tambour-issue-item.h"
#include "tambour-issue-line-row.h"
#include "tambour-issue-text.h"
#include "tambour-issues-page.h"
#include "tambour-match-dialog.h"
#include "tambour-status.h"
#include "tambour-when.h"

/**
 * TambourIssuesPage:
 *
 * The known issues of the products, and how many accounts each of them can hit. What
 * the versions say and nobody has recorded is counted when the list is there.
 */
struct _TambourIssuesPage
{
  TambourPage         parent_instance;

  GListStore         *store;
  GtkFilter          *filter;
  GtkSliceListModel  *slice;      /* of those, as many as the list has come to */
  GtkSingleSelection *selection;
  GtkSizeGroup       *tags;
  GtkSizeGroup       *dates;
  GCancellable       *loading;
  TambourDate         today;
  char               *folded;     /* what is looked for */
  gboolean            has_list;

  /* Template widgets */
  AdwHeaderBar       *header_bar;
  AdwWindowTitle     *window_title;
  GtkWidget          *new_button;
  AdwButtonContent   *match_content;
  GtkToggleButton    *search_button;
  TambourFilterMenu  *filter_menu;
  GtkWidget          *notice;
  GtkLabel           *notice_label;
  AdwToggleGroup     *toggles;
  GtkSearchBar       *search_bar;
  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  AdwStatusPage      *status_page;
  GtkButton          *status_button;
};

G_DEFINE_FINAL_TYPE (TambourIssuesPage, tambour_issues_page, TAMBOUR_TYPE_PAGE)

static TambourPortfolio *
get_portfolio (TambourIssuesPage *self)
{
  return tambour_page_get_portfolio (TAMBOUR_PAGE (self));
}

/* --- which are shown ------------------------------------------------------- */

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TambourIssuesPage *self = user_data;
  const char *name = adw_toggle_group_get_active_name (self->toggles);
  const TambourIssueLine *line = tambour_issue_item_get_line (item);

  if (self->folded != NULL && !tambour_issue_item_matches (item, self->folded))
    return FALSE;
  if (g_strcmp0 (name, "safe") == 0)
    return tambour_issue_line_is_settled (line);

  return g_strcmp0 (name, "all") == 0 || tambour_issue_line_is_open (line);
}

static void
show_status (TambourIssuesPage *self,
             const char        *icon,
             const char        *title,
             const char        *text,
             const char        *button,
             const char        *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* An empty list says what that means, and what comes next. */
static void
show_list (TambourIssuesPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->folded != NULL)
    show_status (self, "system-search-symbolic", _("Nothing Like That"), NULL, NULL, NULL);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    show_status (self, "tambour-issue-symbolic", _("No Known Issue Is Written Down"),
                 _("What is written down here is matched with the components of all accounts."), _("_New Known Issue…"), "page.new");
  else if (g_strcmp0 (name, "safe") == 0)
    show_status (self, "tambour-issue-symbolic", _("No Safeguard Is Written Down"), NULL, NULL, NULL);
  else
    show_status (self, "object-select-symbolic", _("No Account Is Exposed"), _("All known issues are under All."), _("_Match Now…"), "issues.match");
}

static void
shown_changed_cb (TambourIssuesPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_free (self->folded);
  self->folded = *text ? g_utf8_casefold (text, -1) : NULL;
  if (self->filter == NULL)
    return;

  tambour_filter_menu_tell (self->filter_menu, self->toggles, self->search_entry);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->has_list)
    show_list (self);
}

static void
filter_chosen_cb (TambourIssuesPage *self,
                  const char        *state)
{
  tambour_filter_menu_show (state, self->toggles, self->search_button, self->search_entry);
  shown_changed_cb (self);
}

/* --- rows ------------------------------------------------------------------ */

static void
activated_cb (TambourIssuesPage *self,
              guint              position)
{
  g_autoptr(TambourIssueItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_single_selection_set_selected (self->selection, position);
  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "known_issue", tambour_issue_item_get_id (item));
}

/* A click leads to the issue. */
static void
released_cb (GtkListItem *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (gtk_list_item_get_child (item), TAMBOUR_TYPE_ISSUES_PAGE);

  activated_cb (TAMBOUR_ISSUES_PAGE (page), gtk_list_item_get_position (item));
}

static void
setup_cb (TambourIssuesPage        *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_issue_line_row_new (self->tags, self->dates);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TambourIssuesPage        *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  g_autofree char *name = tambour_issue_line_row_show (TAMBOUR_ISSUE_LINE_ROW (gtk_list_item_get_child (item)),
                                                       tambour_issue_item_get_line (gtk_list_item_get_item (item)), self->today);

  gtk_list_item_set_accessible_label (item, name);
}

/* --- reading --------------------------------------------------------------- */

static void
show_title (TambourIssuesPage      *self,
            const TambourIssueList *list)
{
  guint n_open = 0;
  g_autofree char *open = NULL;
  g_autofree char *number = tambour_when_number (list->lines->len);
  g_autofree char *all = g_strdup_printf (ngettext ("%s known issue", "%s known issues", list->lines->len), number);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < list->lines->len; i++)
    n_open += tambour_issue_line_is_open (g_ptr_array_index (list->lines, i));

  open = g_strdup_printf (ngettext ("%d open", "%d open", (int) n_open), (int) n_open);
  subtitle = g_strjoin (" · ", open, all, NULL);
  adw_window_title_set_subtitle (self->window_title, list->lines->len > 0 ? subtitle : "");
}

static gpointer
load_matches (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  return tambour_matches_load (store, cancellable, error);
}

/* That they could not be counted is no reason to say anything: the list is there. */
static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourIssuesPage) self = user_data;
  g_autoptr(TambourMatches) matches = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);
  g_autofree char *words = NULL;

  if (matches == NULL || self->filter == NULL)
    return;

  words = tambour_issue_text_matches (matches->hits->len);
  gtk_label_set_text (self->notice_label, words);
  gtk_widget_set_visible (self->notice, matches->hits->len > 0 && !tambour_portfolio_is_read_only (get_portfolio (self)));
}

static gpointer
load_list (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_issue_list_load (store, here, now, cancellable, error);
}

static void
take_list (TambourIssuesPage *self,
           TambourIssueList  *list)
{
  g_autoptr(GPtrArray) items = tambour_issue_item_list (list);
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->today = list->today;
  if (!self->has_list)
    tambour_growth_begin (self->slice, self->list_view);
  self->has_list = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, selected);
  show_title (self, list);
  show_list (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourIssuesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourIssueList) list = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->filter == NULL)
    return;

  if (list == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("The Known Issues Could Not Be Read"), reason, _("_Try Again"), "issues.try-again");
    }
  else
    {
      take_list (self, list);
      tambour_portfolio_load_async (TAMBOUR_PORTFOLIO (source), load_matches, NULL, NULL, (GDestroyNotify) tambour_matches_free,
                                    self->loading, counted_cb, g_object_ref (self));
    }

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_issues_page_refresh (TambourPage *page)
{
  TambourIssuesPage *self = TAMBOUR_ISSUES_PAGE (page);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (page);

  gtk_widget_set_visible (self->new_button, !tambour_portfolio_is_read_only (portfolio));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issues.match", !tambour_portfolio_is_read_only (portfolio));
  tambour_filter_menu_follow (self->filter_menu, portfolio, "known-issues");
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (portfolio, load_list, NULL, NULL, (GDestroyNotify) tambour_issue_list_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_issues_page_filter (TambourPage *page)
{
  TambourIssuesPage *self = TAMBOUR_ISSUES_PAGE (page);

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourIssuesPage *self = TAMBOUR_ISSUES_PAGE (widget);

  tambour_breadth_arrange_header (self->header_bar, breadth);
  adw_button_content_set_label (self->match_content, breadth >= TAMBOUR_BREADTH_SMALL ? "" : _("Match Now…"));
}

/* --- what one can do ------------------------------------------------------- */

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "known_issue", "");
}

static void
match_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tambour_match_dialog_present (widget, get_portfolio (TAMBOUR_ISSUES_PAGE (widget)));
}

/* --- the page -------------------------------------------------------------- */

static void
tambour_issues_page_dispose (GObject *object)
{
  TambourIssuesPage *self = TAMBOUR_ISSUES_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ISSUES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->store);
  g_clear_object (&self->tags);
  g_clear_object (&self->dates);

  G_OBJECT_CLASS (tambour_issues_page_parent_class)->dispose (object);
}

static void
tambour_issues_page_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_ISSUES_PAGE (object)->folded, g_free);

  G_OBJECT_CLASS (tambour_issues_page_parent_class)->finalize (object);
}

static void
tambour_issues_page_class_init (TambourIssuesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_issues_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_issues_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_issues_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_issues_page_filter;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "issues.match", NULL, match_action);
  gtk_widget_class_install_action (widget_class, "issues.try-again", NULL, tambour_page_try_again_action);

  g_type_ensure (TAMBOUR_TYPE_FILTER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-issues-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, match_content);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, notice);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuesPage, status_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
tambour_issues_page_init (TambourIssuesPage *self)
{
  GtkFilterListModel *filtered;

  self->tags = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);

  self->store = g_list_store_new (TAMBOUR_TYPE_ISSUE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), g_object_ref (self->filter));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (filtered), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  tambour_filter_menu_tell (self->filter_menu, self->toggles, self->search_entry);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_issues_page_new:
 * @portfolio: a portfolio
 *
 * Returns: (transfer floating): a page of its known issues
 */
TambourIssuesPage *
tambour_issues_page_new (TambourPortfolio *portfolio)
{
  TambourIssuesPage *self = g_object_new (TAMBOUR_TYPE_ISSUES_PAGE, NULL);

  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
