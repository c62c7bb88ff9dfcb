/* tambour-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-page.h"
#include "tambour-focus.h"
#include "tambour-later.h"
#include "tambour-places.h"
#include "tambour-window-private.h"

/**
 * TambourWindow:
 *
 * The workbench: places and accounts at the side, and what one chose there in
 * the middle. Each place, and the accounts together, have a navigation of their
 * own, on which records push pages.
 */
/* Until then there is nothing to see of loading (DESIGN.md section 7). */
#define MILLISECONDS_TO_WAIT 200

G_DEFINE_FINAL_TYPE (TambourWindow, tambour_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_PORTFOLIO = 1,
  PROP_BREADTH,
  PROP_ACCOUNT_ORDER,
  PROP_SHOWS_ARCHIVED,
} TambourWindowProps;

static GParamSpec *props[PROP_SHOWS_ARCHIVED + 1];

static AdwNavigationView *
get_navigation (TambourWindow *self,
                const char    *place)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->places, place);

  if (view == NULL)
    {
      view = adw_navigation_view_new ();
      adw_navigation_view_set_animate_transitions (ADW_NAVIGATION_VIEW (view), TRUE);
      gtk_stack_add_named (self->places, view, place);
    }

  return ADW_NAVIGATION_VIEW (view);
}

static void
clear_places (TambourWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->places))))
    gtk_stack_remove (self->places, child);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_object (&self->left);
}

/* The window is called after what it shows. */
static void
update_title (TambourWindow *self)
{
  TambourPage *page = tambour_window_get_page (self);
  const char *title = page ? adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)) : NULL;

  adw_navigation_page_set_title (self->content, title && *title ? title : "Tambour");
}

static void
show_place (TambourWindow *self,
            const char    *place)
{
  gtk_stack_set_visible_child_name (self->places, place);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  update_title (self);
  tambour_window_update_actions (self);
}

static void
steps_changed_cb (TambourWindow *self)
{
  tambour_window_update_actions (self);
}

static void
tambour_window_dispose (GObject *object)
{
  TambourWindow *self = TAMBOUR_WINDOW (object);

  g_clear_handle_id (&self->present_source, g_source_remove);
  g_clear_object (&self->left);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_WINDOW);
  g_clear_object (&self->portfolio_signals);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_window_parent_class)->dispose (object);
}

static void
tambour_window_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TambourWindow *self = TAMBOUR_WINDOW (object);

  switch ((TambourWindowProps) prop_id)
    {
    case PROP_PORTFOLIO:
      g_value_set_object (value, self->portfolio);
      break;
    case PROP_BREADTH:
      g_value_set_enum (value, self->breadth);
      break;
    case PROP_ACCOUNT_ORDER:
      g_value_set_string (value, "name");
      if (self->sidebar != NULL)
        g_object_get_property (G_OBJECT (self->sidebar), "order", value);
      break;
    case PROP_SHOWS_ARCHIVED:
      if (self->sidebar != NULL)
        g_object_get_property (G_OBJECT (self->sidebar), "shows-archived", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_breadth (TambourWindow  *self,
             TambourBreadth  breadth)
{
  if (self->breadth == breadth)
    return;

  self->breadth = breadth;
  tambour_breadth_keep_focus (GTK_WIDGET (self));
  adw_navigation_split_view_set_collapsed (self->split_view, breadth >= TAMBOUR_BREADTH_SINGLE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BREADTH]);
}

static void
tambour_window_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TambourWindow *self = TAMBOUR_WINDOW (object);

  switch ((TambourWindowProps) prop_id)
    {
    case PROP_PORTFOLIO:
      tambour_window_set_portfolio (self, g_value_get_object (value));
      break;
    case PROP_BREADTH:
      set_breadth (self, g_value_get_enum (value));
      break;
    case PROP_ACCOUNT_ORDER:
      g_object_set_property (G_OBJECT (self->sidebar), "order", value);
      break;
    case PROP_SHOWS_ARCHIVED:
      g_object_set_property (G_OBJECT (self->sidebar), "shows-archived", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_window_class_init (TambourWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_window_dispose;
  object_class->get_property = tambour_window_get_property;
  object_class->set_property = tambour_window_set_property;

  props[PROP_PORTFOLIO] =
    g_param_spec_object ("portfolio", NULL, NULL, TAMBOUR_TYPE_PORTFOLIO,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_BREADTH] =
    g_param_spec_enum ("breadth", NULL, NULL, TAMBOUR_TYPE_BREADTH, TAMBOUR_BREADTH_WIDE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  props[PROP_ACCOUNT_ORDER] =
    g_param_spec_string ("account-order", NULL, NULL, "name",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_ARCHIVED] =
    g_param_spec_boolean ("shows-archived", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  tambour_window_install_actions (widget_class);
  tambour_window_install_record_actions (widget_class);
  tambour_window_install_team_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, still);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, start);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TambourWindow, places);

  g_type_ensure (TAMBOUR_TYPE_SIDEBAR);
  g_type_ensure (TAMBOUR_TYPE_STILL);
}

static void
dialog_changed_cb (TambourWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  tambour_still_set_covered (self->still, dialog != NULL);
  tambour_focus_come_back (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (tambour_window_get_page (self)));
}

static void
tambour_window_init (TambourWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), NULL);
  tambour_window_add_keys (self);

  self->portfolio_signals = g_signal_group_new (TAMBOUR_TYPE_PORTFOLIO);
  g_signal_group_connect_swapped (self->portfolio_signals, "notify::can-undo", G_CALLBACK (steps_changed_cb), self);
  g_signal_group_connect_swapped (self->portfolio_signals, "notify::can-redo", G_CALLBACK (steps_changed_cb), self);
  tambour_window_update_actions (self);
}

/**
 * tambour_window_new:
 * @application: (nullable): the application
 *
 * Returns: (transfer none): a window without a portfolio
 */
TambourWindow *
tambour_window_new (GtkApplication *application)
{
  return g_object_new (TAMBOUR_TYPE_WINDOW, "application", application, NULL);
}

/**
 * tambour_window_get_portfolio:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TambourPortfolio *
tambour_window_get_portfolio (TambourWindow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_WINDOW (self), NULL);

  return self->portfolio;
}

/**
 * tambour_window_set_portfolio:
 * @self: a window
 * @portfolio: (nullable): what it shows from now on
 *
 * Begins at Today.
 */
void
tambour_window_set_portfolio (TambourWindow    *self,
                              TambourPortfolio *portfolio)
{
  g_return_if_fail (TAMBOUR_IS_WINDOW (self));

  if (!g_set_object (&self->portfolio, portfolio))
    return;

  clear_places (self);
  g_signal_group_set_target (self->portfolio_signals, portfolio);
  tambour_sidebar_set_portfolio (self->sidebar, portfolio);
  tambour_window_update_actions (self);

  if (portfolio != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "main");
      adw_bin_set_child (self->start, NULL);
      tambour_window_go_place (self, TAMBOUR_PLACE_TODAY);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PORTFOLIO]);
}

/* GTK would sort all that is there to find out where the keyboard begins. */
static void
present (TambourWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && self->portfolio != NULL)
    tambour_sidebar_take_focus (self->sidebar);

  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
present_cb (gpointer data)
{
  TambourWindow *self = data;

  self->present_source = 0;
  present (self);

  return G_SOURCE_REMOVE;
}

static void
page_ready_cb (TambourWindow *self)
{
  if (self->present_source == 0)
    return;

  g_clear_handle_id (&self->present_source, g_source_remove);
  present (self);
}

/**
 * tambour_window_present:
 * @self: a window
 *
 * Brings it to the screen when its page shows what it has to show, which takes a
 * few milliseconds, or else without: a frame that shows nothing is not drawn
 * first.
 */
void
tambour_window_present (TambourWindow *self)
{
  TambourPage *page;

  g_return_if_fail (TAMBOUR_IS_WINDOW (self));

  page = tambour_window_get_page (self);
  if (page == NULL || tambour_page_is_ready (page) || gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      present (self);
      return;
    }

  if (self->present_source != 0)
    return;

  self->present_source = g_timeout_add (MILLISECONDS_TO_WAIT, present_cb, self);
  g_signal_connect_object (page, "notify::ready", G_CALLBACK (page_ready_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_window_show_start:
 * @self: a window without a portfolio
 * @page: what it shows instead
 */
void
tambour_window_show_start (TambourWindow *self,
                           GtkWidget     *page)
{
  g_return_if_fail (TAMBOUR_IS_WINDOW (self));

  adw_bin_set_child (self->start, page);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

/**
 * tambour_window_go_place:
 * @self: a window that shows a portfolio
 * @place: the id of a place
 *
 * Returns: %FALSE if there is no such place
 */
gboolean
tambour_window_go_place (TambourWindow *self,
                         const char    *place)
{
  const TambourPlace *known = tambour_places_find (place);
  AdwNavigationView *navigation;

  g_return_val_if_fail (TAMBOUR_IS_WINDOW (self), FALSE);

  if (known == NULL || self->portfolio == NULL)
    return FALSE;

  navigation = get_navigation (self, place);
  if (adw_navigation_view_get_visible_page (navigation) == NULL)
    {
      TambourPage *page = g_object_new (known->get_type (), "portfolio", self->portfolio, NULL);

      adw_navigation_view_add (navigation, ADW_NAVIGATION_PAGE (page));
      tambour_page_prepare (page);
    }

  show_place (self, place);
  tambour_sidebar_select (self->sidebar, place, NULL);

  return TRUE;
}

static gboolean
drop_left (gpointer user_data)
{
  g_clear_object (&TAMBOUR_WINDOW (user_data)->left);

  return G_SOURCE_REMOVE;
}

static void
account_ready_cb (TambourWindow *self)
{
  tambour_later_run (self, GTK_WIDGET (self), drop_left);
}

/* To take a page apart takes as long as to make one: the one that comes is drawn
 * first. It is read while it is made ready to be seen.
 */
static void
replace_account (TambourWindow     *self,
                 AdwNavigationView *navigation,
                 AdwNavigationPage *page)
{
  g_set_object (&self->left, adw_navigation_view_find_page (navigation, "account"));
  g_signal_connect_object (page, "notify::ready", G_CALLBACK (account_ready_cb), self, G_CONNECT_SWAPPED);
  tambour_page_prepare (TAMBOUR_PAGE (page));
  adw_navigation_view_replace (navigation, &page, 1);
}

/**
 * tambour_window_open_account:
 * @self: a window that shows a portfolio
 * @account_id: an account in it
 *
 * Shows the page of the account, with nothing on top of it.
 */
void
tambour_window_open_account (TambourWindow *self,
                             const char    *account_id)
{
  AdwNavigationView *navigation;

  g_return_if_fail (TAMBOUR_IS_WINDOW (self));
  g_return_if_fail (self->portfolio != NULL);

  navigation = get_navigation (self, TAMBOUR_PLACE_ACCOUNT);
  if (g_strcmp0 (self->account_id, account_id) != 0)
    {
      AdwNavigationPage *page = ADW_NAVIGATION_PAGE (tambour_account_page_new (self->portfolio, account_id));

      g_set_str (&self->account_id, account_id);
      replace_account (self, navigation, page);
    }
  else
    adw_navigation_view_pop_to_tag (navigation, "account");

  show_place (self, TAMBOUR_PLACE_ACCOUNT);
  tambour_sidebar_select (self->sidebar, NULL, account_id);
}

/**
 * tambour_window_get_account:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the id of the account that it shows
 */
const char *
tambour_window_get_account (TambourWindow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_WINDOW (self), NULL);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->places), TAMBOUR_PLACE_ACCOUNT) != 0)
    return NULL;

  return self->account_id;
}

/**
 * tambour_window_get_place:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the id of the place that it shows
 */
const char *
tambour_window_get_place (TambourWindow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->places);
}

/**
 * tambour_window_set_recent:
 * @self: a window
 * @recent: the portfolios that were open lately
 *
 * Offers them in its main menu.
 */
void
tambour_window_set_recent (TambourWindow *self,
                           GMenuModel    *recent)
{
  g_return_if_fail (TAMBOUR_IS_WINDOW (self));

  tambour_sidebar_set_recent (self->sidebar, recent);
}

/**
 * tambour_window_push:
 * @self: a window that shows a portfolio
 * @page: (transfer floating): a page
 *
 * Shows @page on top of what is shown; going back leads there again.
 */
void
tambour_window_push (TambourWindow *self,
                     TambourPage   *page)
{
  GtkWidget *navigation;

  g_return_if_fail (TAMBOUR_IS_WINDOW (self));

  navigation = gtk_stack_get_visible_child (self->places);
  g_return_if_fail (navigation != NULL);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  update_title (self);
}

/**
 * tambour_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page that is on top
 */
TambourPage *
tambour_window_get_page (TambourWindow *self)
{
  GtkWidget *navigation;
  AdwNavigationPage *page;

  g_return_val_if_fail (TAMBOUR_IS_WINDOW (self), NULL);

  navigation = gtk_stack_get_visible_child (self->places);
  page = navigation ? adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation)) : NULL;

  return page && TAMBOUR_IS_PAGE (page) ? TAMBOUR_PAGE (page) : NULL;
}

/**
 * tambour_window_set_count:
 * @self: a window
 * @place: a place
 * @count: how many things there cannot wait, or are open
 */
void
tambour_window_set_count (TambourWindow *self,
                          const char    *place,
                          guint          count)
{
  g_return_if_fail (TAMBOUR_IS_WINDOW (self));

  tambour_sidebar_set_count (self->sidebar, place, count);
}
