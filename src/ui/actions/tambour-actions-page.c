/* tambour-actions-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-row.h"
#include "tambour-action-text.h"
#include "tambour-actions-page-private.h"
#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-growth.h"
#include "tambour-list-heading.h"
#include "tambour-menu-button.h"
#include "tambour-saved-filters.h"
#include "tambour-when.h"

/**
 * TambourActionsPage:
 *
 * What there is to do, was promised and has to be decided, of all accounts and
 * both sides: what is late first.
 */
G_DEFINE_FINAL_TYPE (TambourActionsPage, tambour_actions_page, TAMBOUR_TYPE_PAGE)

typedef enum
{
  PROP_REACH = 1,
} TambourActionsPageProps;

static GParamSpec *props[PROP_REACH + 1];

static const char * const reaches[] = {
  [TAMBOUR_ACTION_REACH_ACCOUNTS] = "accounts",
  [TAMBOUR_ACTION_REACH_MINE] = "mine",
  [TAMBOUR_ACTION_REACH_TEAM] = "team",
};

static const char * const views[] = {
  [TAMBOUR_ACTION_VIEW_OURS] = "ours",
  [TAMBOUR_ACTION_VIEW_THEIRS] = "theirs",
  [TAMBOUR_ACTION_VIEW_DECISIONS] = "decisions",
  [TAMBOUR_ACTION_VIEW_DONE] = "done",
};

/**
 * tambour_actions_page_get_now:
 * @self: a page of actions
 *
 * Returns: what time it is in its portfolio
 */
TambourInstant
tambour_actions_page_get_now (TambourActionsPage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

/**
 * tambour_actions_page_get_line:
 * @self: a page of actions
 *
 * Returns: (transfer none) (nullable): what is selected
 */
const TambourActionLine *
tambour_actions_page_get_line (TambourActionsPage *self)
{
  return self->model ? tambour_line_model_get_line (self->model, gtk_single_selection_get_selected (self->selection)) : NULL;
}

static TambourActionView
get_view (TambourActionsPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (name, views[i]) == 0)
      return i;

  return TAMBOUR_ACTION_VIEW_OURS;
}

/**
 * tambour_actions_page_get_filter:
 * @self: a page of actions
 *
 * Who works with the portfolio is not always known: then everything is everybody's.
 *
 * Returns: (transfer none): what it shows; its words belong to the page
 */
TambourActionFilter
tambour_actions_page_get_filter (TambourActionsPage *self)
{
  gboolean is_known = tambour_portfolio_get_me (tambour_page_get_portfolio (TAMBOUR_PAGE (self))) != NULL;

  return (TambourActionFilter) { get_view (self), is_known ? self->reach : TAMBOUR_ACTION_REACH_TEAM, self->words };
}

/* --- which are shown ------------------------------------------------------ */

static gboolean
has_focus (TambourActionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list_view) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)));
}

static void
chosen_cb (TambourActionsPage *self)
{
  const TambourActionLine *line;

  if (self->is_filling)
    return;

  line = tambour_actions_page_get_line (self);
  g_set_str (&self->chosen, line ? line->work->id : NULL);
  tambour_actions_page_update_actions (self);
}

/* What was selected stays so, wherever it stands now; when it is gone, what has come
 * to its place is, and the keyboard is there. At first it is what is late.
 */
static void
choose_again (TambourActionsPage *self,
              guint               before,
              gboolean            is_focused)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = tambour_action_model_find (self->model, self->chosen);

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
show_lines (TambourActionsPage *self)
{
  TambourActionFilter filter = tambour_actions_page_get_filter (self);
  guint before = gtk_single_selection_get_selected (self->selection);
  gboolean is_focused = has_focus (self);
  gboolean is_first = self->chosen == NULL;

  if (self->list == NULL)
    return;

  self->is_filling = TRUE;
  if (is_first)
    tambour_growth_begin (self->slice, self->list_view);
  tambour_action_model_show (self->model, self->list->lines, &filter);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_stack_set_visible_child_name (self->list_stack, "list");
  else
    tambour_actions_page_show_nothing (self);

  choose_again (self, before, is_focused);
  if (is_first)
    tambour_list_heading_show_first (self->list_view);
  tambour_actions_page_show_title (self);
}

/* What is chosen, as it can be saved. */
static void
tell_state (TambourActionsPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autofree char *state = tambour_filter_state_new ("toggle", adw_toggle_group_get_active_name (self->toggles), "text", text,
                                                     "reach", reaches[self->reach], NULL);

  tambour_filter_menu_set_state (self->filter_menu, state);
}

static void
shown_changed_cb (TambourActionsPage *self)
{
  if (self->model == NULL)
    return;

  g_clear_pointer (&self->words, g_strfreev);
  self->words = tambour_action_filter_words (gtk_editable_get_text (self->search_entry));
  tell_state (self);
  show_lines (self);
}

/* Enter goes on to what was found. */
static void
search_activated_cb (TambourActionsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;

  gtk_list_view_scroll_to (self->list_view, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* --- rows ----------------------------------------------------------------- */

static void
activated_cb (TambourActionsPage *self,
              guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "actions.open", NULL);
}

static void
choose (TambourActionsPage *self,
        GtkListItem        *item)
{
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
}

static TambourActionsPage *
get_page (GtkListItem *item)
{
  return TAMBOUR_ACTIONS_PAGE (gtk_widget_get_ancestor (gtk_list_item_get_child (item), TAMBOUR_TYPE_ACTIONS_PAGE));
}

static void
row_ticked_cb (GtkListItem *item)
{
  choose (get_page (item), item);
  tambour_actions_page_tick_chosen (get_page (item));
}

static void
row_chosen_cb (GtkListItem *item)
{
  choose (get_page (item), item);
}

/* A click leads to the record, as it does from Today. */
static void
row_released_cb (GtkListItem *item)
{
  choose (get_page (item), item);
  gtk_widget_activate_action (GTK_WIDGET (get_page (item)), "actions.open", NULL);
}

static void
setup_cb (TambourActionsPage       *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_action_row_new (self->row_menu);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (row, "ticked", G_CALLBACK (row_ticked_cb), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "chosen", G_CALLBACK (row_chosen_cb), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (row_released_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TambourActionsPage       *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourActionRow *row = TAMBOUR_ACTION_ROW (gtk_list_item_get_child (item));
  gboolean can_write = !tambour_portfolio_is_read_only (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
  g_autofree char *name = tambour_action_row_show (row, tambour_line_entry_get_line (gtk_list_item_get_item (item)),
                                                   tambour_actions_page_get_now (self), can_write);

  gtk_list_item_set_accessible_label (item, name);
  g_hash_table_add (self->items, item);
}

static void
unbind_cb (TambourActionsPage       *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  g_hash_table_remove (self->items, item);
}

static void
bind_header_cb (TambourActionsPage       *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  const TambourActionLine *line = tambour_line_entry_get_line (gtk_list_header_get_item (header));

  tambour_list_heading_show_counted (header, tambour_action_text_group (line), "", GTK_SECTION_MODEL (self->model));
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
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_action_list_load (store, me, here, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourActionsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourActionList *list = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    {
      g_clear_pointer (&list, tambour_action_list_free);
      return;
    }

  if (list == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      tambour_actions_page_show_status (self, "dialog-error-symbolic", _("The Actions Could Not Be Read"), reason, _("_Try Again"), "actions.try-again");
    }
  else
    {
      g_clear_pointer (&self->list, tambour_action_list_free);
      self->list = list;
      show_lines (self);
    }

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_actions_page_refresh (TambourPage *page)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (page);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (page);

  gtk_widget_set_visible (self->new_button, !tambour_portfolio_is_read_only (portfolio));
  gtk_widget_set_visible (GTK_WIDGET (self->reach_button), tambour_portfolio_get_me (portfolio) != NULL);
  tambour_actions_page_update_actions (self);
  tambour_filter_menu_follow (self->filter_menu, portfolio, "actions");
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (portfolio, load_list, NULL, NULL, (GDestroyNotify) tambour_action_list_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_actions_page_filter (TambourPage *page)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (page);

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* What was due today is late tomorrow. */
static void
tambour_actions_page_tick (TambourPage *page)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (page);

  if (self->list != NULL && tambour_actions_page_get_now (self).seconds >= self->list->stale_at.seconds)
    tambour_page_invalidate (page);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  tambour_breadth_arrange_header (TAMBOUR_ACTIONS_PAGE (widget)->header_bar, breadth);
}

/* --- the page ------------------------------------------------------------- */

static void
set_reach (TambourActionsPage *self,
           const char         *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    if (g_strcmp0 (name, reaches[i]) == 0 && self->reach != i)
      {
        self->reach = i;
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACH]);
        tell_state (self);
        show_lines (self);
      }
}

static void
filter_chosen_cb (TambourActionsPage *self,
                  const char         *state)
{
  g_autofree char *toggle = tambour_filter_state_dup (state, "toggle");
  g_autofree char *text = tambour_filter_state_dup (state, "text");
  g_autofree char *reach = tambour_filter_state_dup (state, "reach");

  adw_toggle_group_set_active_name (self->toggles, toggle);
  set_reach (self, reach);
  gtk_toggle_button_set_active (self->search_button, text != NULL && *text != '\0');
  gtk_editable_set_text (self->search_entry, text ? text : "");
  shown_changed_cb (self);
}

static void
tambour_actions_page_dispose (GObject *object)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ACTIONS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tambour_actions_page_parent_class)->dispose (object);
}

static void
tambour_actions_page_finalize (GObject *object)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->list, tambour_action_list_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (tambour_actions_page_parent_class)->finalize (object);
}

static void
tambour_actions_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((TambourActionsPageProps) prop_id)
    {
    case PROP_REACH:
      g_value_set_string (value, reaches[TAMBOUR_ACTIONS_PAGE (object)->reach]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_actions_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((TambourActionsPageProps) prop_id)
    {
    case PROP_REACH:
      set_reach (TAMBOUR_ACTIONS_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_actions_page_class_init (TambourActionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_actions_page_dispose;
  object_class->finalize = tambour_actions_page_finalize;
  object_class->get_property = tambour_actions_page_get_property;
  object_class->set_property = tambour_actions_page_set_property;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_actions_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_actions_page_filter;
  TAMBOUR_PAGE_CLASS (klass)->tick = tambour_actions_page_tick;

  props[PROP_REACH] =
    g_param_spec_string ("reach", NULL, NULL, reaches[TAMBOUR_ACTION_REACH_ACCOUNTS],
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  tambour_actions_page_install (widget_class);

  g_type_ensure (TAMBOUR_TYPE_FILTER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, reach_button);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, reach_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourActionsPage, status_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
tambour_actions_page_init (TambourActionsPage *self)
{
  self->items = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  tambour_menu_button_offer (self->reach_button, self->reach_menu);
  tambour_actions_page_add_keys (self);

  self->model = tambour_action_model_new ();
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->model)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  tell_state (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_actions_page_new:
 * @portfolio: a portfolio
 *
 * Returns: (transfer floating): a page of its actions, commitments and decisions
 */
TambourActionsPage *
tambour_actions_page_new (TambourPortfolio *portfolio)
{
  TambourActionsPage *self = g_object_new (TAMBOUR_TYPE_ACTIONS_PAGE, NULL);

  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
