/* tambour-requests-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-list.h"
#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-growth.h"
#include "tambour-list-heading.h"
#include "tambour-menu-button.h"
#include "tambour-request-line-row.h"
#include "tambour-requests-page-private.h"
#include "tambour-requests-text.h"
#include "tambour-status.h"

/**
 * TambourRequestsPage:
 *
 * What all accounts want of the product, the heaviest first; and what one pushes.
 */
G_DEFINE_FINAL_TYPE (TambourRequestsPage, tambour_requests_page, TAMBOUR_TYPE_PAGE)

static const char * const views[] = {
  [TAMBOUR_REQUEST_VIEW_OPEN] = "open",
  [TAMBOUR_REQUEST_VIEW_ANSWERED] = "answered",
  [TAMBOUR_REQUEST_VIEW_SETTLED] = "settled",
  [TAMBOUR_REQUEST_VIEW_CHAMPION] = "champion",
};

/**
 * tambour_requests_page_get_view:
 * @self: a page of requests
 *
 * Returns: which of them it shows
 */
TambourRequestView
tambour_requests_page_get_view (TambourRequestsPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (name, views[i]) == 0)
      return i;

  return TAMBOUR_REQUEST_VIEW_OPEN;
}

/**
 * tambour_requests_page_get_name:
 * @self: a page of requests
 *
 * Returns: (transfer none): what is called what it shows
 */
const char *
tambour_requests_page_get_name (TambourRequestsPage *self)
{
  switch (tambour_requests_page_get_view (self))
    {
    case TAMBOUR_REQUEST_VIEW_OPEN:
      return _("Open Requests");
    case TAMBOUR_REQUEST_VIEW_ANSWERED:
      return _("Planned Requests");
    case TAMBOUR_REQUEST_VIEW_SETTLED:
      return _("Settled Requests");
    case TAMBOUR_REQUEST_VIEW_CHAMPION:
      return _("Champion’s List");
    }

  g_return_val_if_reached ("");
}

/* --- which are shown ------------------------------------------------------ */

static gboolean
has_focus (TambourRequestsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list_view) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)));
}

static const TambourRequestLine *
get_line (TambourRequestsPage *self)
{
  return self->model ? tambour_line_model_get_line (self->model, gtk_single_selection_get_selected (self->selection)) : NULL;
}

static void
update_actions (TambourRequestsPage *self)
{
  gboolean can_write = tambour_page_can_write (TAMBOUR_PAGE (self));
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", can_write && get_line (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.prepare", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "requests.copy", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "requests.export", !is_empty);
}

static void
chosen_cb (TambourRequestsPage *self)
{
  const TambourRequestLine *line;

  if (self->is_filling)
    return;

  line = get_line (self);
  g_set_str (&self->chosen, line ? TAMBOUR_RECORD (line->request)->id : NULL);
  update_actions (self);
}

/* What was selected stays so, wherever it stands now. */
static void
choose_again (TambourRequestsPage *self,
              guint                before,
              gboolean             is_focused)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = tambour_request_model_find (self->model, self->chosen);

  if (position == GTK_INVALID_LIST_POSITION && n > 0)
    position = before != GTK_INVALID_LIST_POSITION ? MIN (before, n - 1) : 0;

  tambour_growth_reach (self->slice, position);
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
  chosen_cb (self);
  if (!is_focused)
    return;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->toggles));
}

static void
show_status (TambourRequestsPage *self,
             const char          *icon,
             const char          *title,
             const char          *text,
             const char          *button,
             const char          *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->list_stack, "status");
}

/* An empty list says what that means, and what comes next. */
static void
show_nothing (TambourRequestsPage *self)
{
  if (self->words != NULL)
    {
      show_status (self, "system-search-symbolic", _("No Request Like That"), NULL, NULL, NULL);
      return;
    }

  switch (tambour_requests_page_get_view (self))
    {
    case TAMBOUR_REQUEST_VIEW_OPEN:
      show_status (self, "tambour-requests-symbolic", _("No Request Is Open"),
                   _("What customers miss is added on their roadmaps, in calls, or here."), _("_New Request…"), "page.new");
      break;
    case TAMBOUR_REQUEST_VIEW_ANSWERED:
      show_status (self, "tambour-requests-symbolic", _("Nothing Is Planned"), _("What the product team takes up is listed here."), NULL, NULL);
      break;
    case TAMBOUR_REQUEST_VIEW_SETTLED:
      show_status (self, "tambour-requests-symbolic", _("Nothing Is Settled"), _("What is shipped or declined is listed here."), NULL, NULL);
      break;
    case TAMBOUR_REQUEST_VIEW_CHAMPION:
      show_status (self, "object-select-symbolic", _("Your Accounts Wait for Nothing"),
                   _("What they ask for is listed here until it is settled."), NULL, NULL);
      break;
    }
}

static void
show_lines (TambourRequestsPage *self)
{
  guint before = gtk_single_selection_get_selected (self->selection);
  gboolean is_focused = has_focus (self);
  gboolean is_first = self->chosen == NULL;
  g_autofree char *subtitle = NULL;

  if (self->list == NULL)
    return;

  self->is_filling = TRUE;
  if (is_first)
    tambour_growth_begin (self->slice, self->list_view);
  tambour_request_model_show (self->model, self->list, tambour_requests_page_get_view (self), (const char * const *) self->words);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_stack_set_visible_child_name (self->list_stack, "list");
  else
    show_nothing (self);

  choose_again (self, before, is_focused);
  if (is_first)
    tambour_list_heading_show_first (self->list_view);
  subtitle = tambour_requests_text_subtitle (self->list);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
shown_changed_cb (TambourRequestsPage *self)
{
  if (self->model == NULL)
    return;

  g_clear_pointer (&self->words, g_strfreev);
  self->words = tambour_action_filter_words (gtk_editable_get_text (self->search_entry));
  tambour_filter_menu_tell (self->filter_menu, self->toggles, self->search_entry);
  show_lines (self);
}

static void
filter_chosen_cb (TambourRequestsPage *self,
                  const char          *state)
{
  tambour_filter_menu_show (state, self->toggles, self->search_button, self->search_entry);
  shown_changed_cb (self);
}

/* Enter goes on to what was found. */
static void
search_activated_cb (TambourRequestsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;

  gtk_list_view_scroll_to (self->list_view, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* --- rows ----------------------------------------------------------------- */

static void
open_line (TambourRequestsPage *self,
           guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (get_line (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "feature_request", TAMBOUR_RECORD (get_line (self)->request)->id);
}

static void
activated_cb (TambourRequestsPage *self,
              guint                position)
{
  open_line (self, position);
}

static void
row_released_cb (GtkListItem *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (gtk_list_item_get_child (item), TAMBOUR_TYPE_REQUESTS_PAGE);

  open_line (TAMBOUR_REQUESTS_PAGE (page), gtk_list_item_get_position (item));
}

static void
setup_cb (TambourRequestsPage      *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_request_line_row_new (self->states, self->weights);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_released_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TambourRequestsPage      *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourRequestLineRow *row = TAMBOUR_REQUEST_LINE_ROW (gtk_list_item_get_child (item));
  g_autofree char *name = tambour_request_line_row_show (row, tambour_line_entry_get_line (gtk_list_item_get_item (item)), self->list->today);

  gtk_list_item_set_accessible_label (item, name);
}

static void
bind_header_cb (TambourRequestsPage      *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  const TambourRequestLine *line = tambour_line_entry_get_line (gtk_list_header_get_item (header));

  tambour_list_heading_show_counted (header, tambour_requests_text_part (line, tambour_requests_page_get_view (self)),
                                     C_("requests", "weight"), GTK_SECTION_MODEL (self->model));
}

/* --- reading -------------------------------------------------------------- */

static gpointer
load_list (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_request_list_load (store, me, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRequestsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRequestList) list = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(TambourRequestList) old = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;

  if (list == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("The Requests Could Not Be Read"), reason, _("_Try Again"), "requests.try-again");
    }
  else
    {
      old = g_steal_pointer (&self->list);
      self->list = g_steal_pointer (&list);
      show_lines (self);
    }

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_requests_page_refresh (TambourPage *page)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (page);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (page);

  gtk_widget_set_visible (self->new_button, !tambour_portfolio_is_read_only (portfolio));
  update_actions (self);
  tambour_filter_menu_follow (self->filter_menu, portfolio, "requests");
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (portfolio, load_list, NULL, NULL, (GDestroyNotify) tambour_request_list_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_requests_page_filter (TambourPage *page)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (page);

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  tambour_breadth_arrange_header (TAMBOUR_REQUESTS_PAGE (widget)->header_bar, breadth);
}

/* --- what one can do ------------------------------------------------------ */

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "feature_request", "");
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const TambourRequestLine *line = get_line (TAMBOUR_REQUESTS_PAGE (widget));

  if (line != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "feature_request", TAMBOUR_RECORD (line->request)->id);
}

/* --- the page ------------------------------------------------------------- */

static void
tambour_requests_page_dispose (GObject *object)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REQUESTS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->model);
  g_clear_object (&self->states);
  g_clear_object (&self->weights);

  G_OBJECT_CLASS (tambour_requests_page_parent_class)->dispose (object);
}

static void
tambour_requests_page_finalize (GObject *object)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (object);

  g_clear_pointer (&self->list, tambour_request_list_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (tambour_requests_page_parent_class)->finalize (object);
}

static void
tambour_requests_page_class_init (TambourRequestsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_requests_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_requests_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_requests_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_requests_page_filter;

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "requests.try-again", NULL, tambour_page_try_again_action);
  tambour_requests_page_install_out (widget_class);

  g_type_ensure (TAMBOUR_TYPE_FILTER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-requests-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, list_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestsPage, status_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
tambour_requests_page_init (TambourRequestsPage *self)
{
  self->states = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->weights = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  tambour_menu_button_offer (self->menu_button, self->list_menu);

  self->model = tambour_request_model_new ();
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->model)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  tambour_filter_menu_tell (self->filter_menu, self->toggles, self->search_entry);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}
