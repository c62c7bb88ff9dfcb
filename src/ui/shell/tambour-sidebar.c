/* tambour-sidebar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-list.h"
#include "tambour-case-list.h"
#include "tambour-feedback.h"
#include "tambour-later.h"
#include "tambour-menu-button.h"
#include "tambour-place-row.h"
#include "tambour-refresher.h"
#include "tambour-requests.h"
#include "tambour-sidebar.h"
#include "tambour-sync-line.h"

/**
 * TambourSidebar:
 *
 * The places and the accounts of a portfolio; both lists share one selection.
 * At its foot the sync line says where everything is kept.
 */
struct _TambourSidebar
{
  AdwBin              parent_instance;

  TambourPortfolio   *portfolio;
  TambourRefresher   *refresher;
  GCancellable       *cancellable;
  TambourAccountList *list;
  gboolean            shows_archived;
  gboolean            is_selecting;
  gboolean            lacks_health;

  /* Template widgets */
  AdwWindowTitle     *title;
  GtkListBox         *places;
  GtkListBox         *accounts;
  GtkWidget          *accounts_placeholder;
  GtkMenuButton      *new_button;
  GMenuModel         *new_menu;
  GtkMenuButton      *main_menu_button;
  GMenuModel         *main_menu;
  GMenu              *recent;
  GtkMenuButton      *sort_button;
  GMenuModel         *sort_menu;
  TambourSyncLine    *sync_line;
};

G_DEFINE_FINAL_TYPE (TambourSidebar, tambour_sidebar, ADW_TYPE_BIN)

typedef enum
{
  PROP_ORDER = 1,
  PROP_SHOWS_ARCHIVED,
} TambourSidebarProps;

static GParamSpec *props[PROP_SHOWS_ARCHIVED + 1];

/* Shows where the window is without saying that somebody chose it. */
static void
select_place (TambourSidebar *self,
              GtkListBoxRow  *row)
{
  self->is_selecting = TRUE;
  gtk_list_box_select_row (self->places, row);
  self->is_selecting = FALSE;
}

static void load (TambourSidebar      *self,
                  TambourSummaryFlags  flags);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourSidebar) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) summaries = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (summaries != NULL)
    {
      /* Not before it is known that there are none. */
      gtk_widget_set_visible (self->accounts_placeholder, summaries->len == 0);
      tambour_account_list_show (self->list, summaries);
    }
  else
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static gpointer
count_cases (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  guint *n_open = g_new (guint, 1);

  if (tambour_case_list_count (store, me, now, cancellable, n_open, error))
    return n_open;

  g_free (n_open);

  return NULL;
}

/* Where that cannot be read, the place itself says so. */
static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourSidebar) self = user_data;
  g_autofree guint *n_open = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (n_open != NULL)
    tambour_sidebar_set_count (self, TAMBOUR_PLACE_CASES, *n_open);
}

static gpointer
count_requests (TambourStore    *store,
                const char      *me,
                TambourInstant   now,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  guint *n_to_tell = g_new (guint, 1);

  if (tambour_request_list_count (store, me, now, cancellable, n_to_tell, error))
    return n_to_tell;

  g_free (n_to_tell);

  return NULL;
}

static void
requests_counted_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(TambourSidebar) self = user_data;
  g_autofree guint *n_to_tell = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (n_to_tell != NULL)
    tambour_sidebar_set_count (self, TAMBOUR_PLACE_REQUESTS, *n_to_tell);
}

static void
count (TambourSidebar *self)
{
  tambour_portfolio_load_async (self->portfolio, count_cases, NULL, NULL, g_free, self->cancellable, counted_cb, g_object_ref (self));
  tambour_portfolio_load_async (self->portfolio, count_requests, NULL, NULL, g_free, self->cancellable, requests_counted_cb, g_object_ref (self));
}

/* Counting health takes a core: it waits until the first frame is drawn. */
static gboolean
load_health (gpointer data)
{
  TambourSidebar *self = data;

  if (self->lacks_health && self->portfolio != NULL)
    {
      count (self);
      load (self, TAMBOUR_SUMMARY_HEALTH);
    }
  self->lacks_health = FALSE;

  return G_SOURCE_REMOVE;
}

/* The names come with the first frame, health when it has been counted. */
static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourSidebar) self = user_data;
  gboolean is_current = g_task_get_cancellable (G_TASK (result)) == self->cancellable;

  loaded_cb (source, result, g_object_ref (self));
  if (!is_current || self->portfolio == NULL)
    return;

  self->lacks_health = TRUE;
  tambour_later_run (self, GTK_WIDGET (self), load_health);
}

static gpointer
load_summaries (TambourStore    *store,
                const char      *me,
                TambourInstant   now,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  return tambour_account_summary_list (store, me, GPOINTER_TO_UINT (data), now, cancellable, error);
}

const TambourReadAhead tambour_sidebar_read_ahead = {
  load_summaries,
  GUINT_TO_POINTER (TAMBOUR_SUMMARY_NAMES),
  (GDestroyNotify) g_ptr_array_unref,
};

static void
load (TambourSidebar      *self,
      TambourSummaryFlags  flags)
{
  if (self->shows_archived)
    flags |= TAMBOUR_SUMMARY_ARCHIVED;

  tambour_portfolio_load_async (self->portfolio, load_summaries, GUINT_TO_POINTER (flags), NULL,
                                (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                                (flags & TAMBOUR_SUMMARY_HEALTH) ? loaded_cb : named_cb, g_object_ref (self));
}

/* Health is shown when it is known: what was known before stays until then. */
static void
refresh (GtkWidget *widget)
{
  TambourSidebar *self = TAMBOUR_SIDEBAR (widget);

  self->lacks_health = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  if (!tambour_account_list_is_empty (self->list))
    count (self);
  load (self, tambour_account_list_is_empty (self->list) ? TAMBOUR_SUMMARY_NAMES : TAMBOUR_SUMMARY_HEALTH);
}

static void
place_activated_cb (TambourSidebar *self,
                    GtkListBoxRow  *row,
                    GtkListBox     *list)
{
  const TambourPlace *place = tambour_place_row_get_place (TAMBOUR_PLACE_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-place", "s", place->id);
}

static void
place_selected_cb (TambourSidebar *self,
                   GtkListBoxRow  *row,
                   GtkListBox     *list)
{
  if (row != NULL && !self->is_selecting)
    place_activated_cb (self, row, list);
}

static void
account_activated_cb (TambourSidebar *self,
                      GtkListBoxRow  *row,
                      GtkListBox     *list)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", "s",
                              tambour_account_row_get_summary (TAMBOUR_ACCOUNT_ROW (row))->account_id);
}

static void
account_selected_cb (TambourSidebar *self,
                     GtkListBoxRow  *row,
                     GtkListBox     *list)
{
  if (row != NULL && !tambour_account_list_is_selecting (self->list))
    account_activated_cb (self, row, list);
}

static void
tambour_sidebar_dispose (GObject *object)
{
  TambourSidebar *self = TAMBOUR_SIDEBAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->refresher);
  g_clear_object (&self->list);
  g_clear_object (&self->portfolio);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SIDEBAR);

  G_OBJECT_CLASS (tambour_sidebar_parent_class)->dispose (object);
}

static void
tambour_sidebar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TambourSidebar *self = TAMBOUR_SIDEBAR (object);

  switch ((TambourSidebarProps) prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, tambour_account_list_get_order (self->list));
      break;
    case PROP_SHOWS_ARCHIVED:
      g_value_set_boolean (value, self->shows_archived);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_sidebar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TambourSidebar *self = TAMBOUR_SIDEBAR (object);

  switch ((TambourSidebarProps) prop_id)
    {
    case PROP_ORDER:
      tambour_account_list_set_order (self->list, g_value_get_string (value));
      break;
    case PROP_SHOWS_ARCHIVED:
      self->shows_archived = g_value_get_boolean (value);
      if (self->refresher != NULL)
        tambour_refresher_invalidate (self->refresher);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_sidebar_class_init (TambourSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TAMBOUR_TYPE_SYNC_LINE);
  object_class->dispose = tambour_sidebar_dispose;
  object_class->get_property = tambour_sidebar_get_property;
  object_class->set_property = tambour_sidebar_set_property;

  props[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, "name",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_ARCHIVED] =
    g_param_spec_boolean ("shows-archived", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, places);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, accounts);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, accounts_placeholder);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, new_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, main_menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, main_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, recent);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, sort_button);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourSidebar, sync_line);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_selected_cb);
}

static void
tambour_sidebar_init (TambourSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tambour_menu_button_offer (self->new_button, self->new_menu);
  tambour_menu_button_offer (self->main_menu_button, self->main_menu);
  tambour_menu_button_offer (self->sort_button, self->sort_menu);
  self->list = tambour_account_list_new (self->accounts);
  for (guint i = 0; i < tambour_places_get_n (); i++)
    gtk_list_box_append (self->places, tambour_place_row_new (tambour_places_get (i)));
  self->refresher = tambour_refresher_new (GTK_WIDGET (self), refresh);
}

/**
 * tambour_sidebar_set_portfolio:
 * @self: a sidebar
 * @portfolio: (nullable): whose accounts it lists
 */
void
tambour_sidebar_set_portfolio (TambourSidebar   *self,
                               TambourPortfolio *portfolio)
{
  g_return_if_fail (TAMBOUR_IS_SIDEBAR (self));

  if (!g_set_object (&self->portfolio, portfolio))
    return;

  tambour_account_list_clear (self->list);
  tambour_refresher_follow (self->refresher, portfolio);
  tambour_sync_line_set_portfolio (self->sync_line, portfolio);
  if (portfolio != NULL)
    tambour_refresher_prepare (self->refresher);
}

/**
 * tambour_sidebar_set_recent:
 * @self: a sidebar
 * @recent: the portfolios that were open lately
 *
 * Offers them in the main menu.
 */
void
tambour_sidebar_set_recent (TambourSidebar *self,
                            GMenuModel     *recent)
{
  g_return_if_fail (TAMBOUR_IS_SIDEBAR (self));

  g_menu_remove_all (self->recent);
  g_menu_append_section (self->recent, NULL, recent);
}

/**
 * tambour_sidebar_select:
 * @self: a sidebar
 * @place: (nullable): the place that is shown
 * @account_id: (nullable): the account that is shown there
 *
 * Shows where the window is.
 */
void
tambour_sidebar_select (TambourSidebar *self,
                        const char     *place,
                        const char     *account_id)
{
  GtkListBoxRow *row;

  g_return_if_fail (TAMBOUR_IS_SIDEBAR (self));

  tambour_account_list_select (self->list, account_id);
  select_place (self, NULL);

  for (int i = 0; place && (row = gtk_list_box_get_row_at_index (self->places, i)); i++)
    if (g_str_equal (tambour_place_row_get_place (TAMBOUR_PLACE_ROW (row))->id, place))
      select_place (self, row);
}

/**
 * tambour_sidebar_take_focus:
 * @self: a sidebar
 *
 * Has the keyboard begin at the place that is shown, or at the first.
 */
void
tambour_sidebar_take_focus (TambourSidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TAMBOUR_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->places);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->places, 0);

  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_WIDGET (row));
}

/**
 * tambour_sidebar_set_count:
 * @self: a sidebar
 * @place: a place
 * @count: how many things there cannot wait, or are open
 */
void
tambour_sidebar_set_count (TambourSidebar *self,
                           const char     *place,
                           guint           count)
{
  GtkListBoxRow *row;

  g_return_if_fail (TAMBOUR_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)); i++)
    if (g_str_equal (tambour_place_row_get_place (TAMBOUR_PLACE_ROW (row))->id, place))
      tambour_place_row_set_count (TAMBOUR_PLACE_ROW (row), count);
}

/**
 * tambour_sidebar_dup_neighbour:
 * @self: a sidebar
 * @account_id: (nullable): an account
 * @step: 1 for the next, -1 for the one before
 *
 * Returns: (transfer full) (nullable): the id of the account beside it in the
 *   list, or %NULL if there is none
 */
char *
tambour_sidebar_dup_neighbour (TambourSidebar *self,
                               const char     *account_id,
                               int             step)
{
  g_return_val_if_fail (TAMBOUR_IS_SIDEBAR (self), NULL);

  return tambour_account_list_dup_neighbour (self->list, account_id, step);
}
