/* tambour-record-list-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-kind-words.h"
#include "tambour-kinds.h"
#include "tambour-menu-button.h"
#include "tambour-record-list-page-private.h"
#include "tambour-record-order.h"
#include "tambour-record-view.h"
#include "tambour-record-words.h"
#include "tambour-status.h"
#include "tambour-when.h"

/* Accounts and colleagues are known by name in every row. */
#define MAX_OTHERS 5000

/**
 * TambourRecordListPage:
 *
 * All records of a kind, or those of one account, however many there are: what
 * is not looked at is not in memory.
 */
G_DEFINE_FINAL_TYPE (TambourRecordListPage, tambour_record_list_page, TAMBOUR_TYPE_PAGE)

typedef enum
{
  PROP_ORDER = 1,
  PROP_REVERSED,
} TambourRecordListPageProps;

static GParamSpec *props[PROP_REVERSED + 1];

static const char *
get_filter (TambourRecordListPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static TambourInstant
get_now (TambourRecordListPage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static void
show_status (TambourRecordListPage *self,
             const char            *icon,
             const char            *title,
             const char            *description,
             gboolean               can_add)
{
  tambour_status_say (self->status_page, icon, title, description);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), can_add);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static char *
dup_count (TambourRecordListPage *self,
           guint                  n,
           const char            *number)
{
  if (tambour_record_list_is_partial (self->list))
    /* Translators: %s is a number of records; the others are still being counted */
    return g_strdup_printf (ngettext ("at least %s record", "at least %s records", n), number);

  /* Translators: %s is a number of records */
  return g_strdup_printf (ngettext ("%s record", "%s records", n), number);
}

static void
show_counts (TambourRecordListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *number = tambour_when_number (n);
  TambourRecord *account = self->account_id && self->others ? g_hash_table_lookup (self->others, self->account_id) : NULL;
  g_autofree char *name = account ? tambour_record_words_title (account, NULL, get_now (self)) : NULL;
  g_autofree char *count = dup_count (self, n, number);
  g_autofree char *both = name ? g_strdup_printf ("%s · %s", count, name) : NULL;

  adw_window_title_set_subtitle (self->window_title, both ? both : count);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (*get_filter (self) != '\0')
    show_status (self, "system-search-symbolic", _("Nothing Found"), _("No record has all of these words."), FALSE);
  else
    show_status (self, "view-list-symbolic", _(tambour_kind_get_words (self->klass)->plural), _("There are none here yet."),
                 gtk_widget_get_visible (self->new_button));
}

static TambourQuery *
new_query (TambourRecordListPage  *self,
           GError                **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (self->klass));
  g_autofree char *words = g_strstrip (g_strdup (get_filter (self)));

  if (self->account_id != NULL)
    tambour_query_account (query, self->account_id);
  if (self->where != NULL && !tambour_query_parse (query, self->where, error))
    return NULL;
  if (self->ids != NULL && !tambour_query_where_any (query, "id", (const char * const *) self->ids, error))
    return NULL;
  if (*words != '\0')
    tambour_query_match (query, get_filter (self));
  tambour_record_order_apply (self->klass, query, self->order, self->is_reversed);

  return g_steal_pointer (&query);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRecordListPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (tambour_record_list_load_finish (TAMBOUR_RECORD_LIST (source), result, &error))
    {
      show_counts (self);
      if (g_list_model_get_n_items (G_LIST_MODEL (source)) > 0)
        gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("These Records Cannot Be Shown"), reason, FALSE);
    }
}

static void
query (TambourRecordListPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourQuery) wanted = NULL;

  if (self->list == NULL)
    return;

  g_cancellable_cancel (self->querying);
  g_clear_object (&self->querying);
  self->querying = g_cancellable_new ();

  if ((wanted = new_query (self, &error)))
    tambour_record_list_load_async (self->list, wanted, self->querying, loaded_cb, g_object_ref (self));
  else
    show_status (self, "dialog-error-symbolic", _("These Records Cannot Be Shown"), error->message, FALSE);
}

static gboolean
add_other (TambourRecord *record,
           gpointer       user_data)
{
  g_hash_table_insert (user_data, g_strdup (record->id), g_object_ref (record));

  return TRUE;
}

static gpointer
load_others (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const GType types[] = { TAMBOUR_TYPE_ACCOUNT, TAMBOUR_TYPE_PERSON };
  g_autoptr(GHashTable) others = tambour_others_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(TambourQuery) all = tambour_query_new (types[i]);

      tambour_query_limit (all, MAX_OTHERS, 0);
      if (!tambour_store_each (store, all, add_other, others, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&others);
}

static void
others_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TambourRecordListPage) self = user_data;
  g_autoptr(GHashTable) others = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);
  gboolean is_first = self->others == NULL;

  if (others == NULL)
    return;

  g_clear_pointer (&self->others, g_hash_table_unref);
  self->others = g_steal_pointer (&others);
  if (is_first)
    query (self);
  else
    show_counts (self);
}

/* The list follows by itself; the names that its rows mention are read here. */
static void
tambour_record_list_page_refresh (TambourPage *page)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (page);

  g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  self->naming = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_others, NULL, NULL,
                                (GDestroyNotify) g_hash_table_unref, self->naming, others_loaded_cb, g_object_ref (self));
}

static void
tambour_record_list_page_filter (TambourPage *page)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
filter_changed_cb (TambourRecordListPage *self)
{
  query (self);
}

/* Enter goes on to what was found. */
static void
filter_activated_cb (TambourRecordListPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static TambourRecord *
dup_at (TambourRecordListPage *self,
        guint                  position)
{
  g_autoptr(TambourRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return record != NULL && *record->id != '\0' ? g_steal_pointer (&record) : NULL;
}

static void
activated_cb (TambourRecordListPage *self,
              guint                  position)
{
  g_autoptr(TambourRecord) record = dup_at (self, position);

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", self->klass->kind, record->id);
}

static TambourRecord *
dup_selected (TambourRecordListPage *self)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (self->list_view);

  return selection ? dup_at (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection))) : NULL;
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (widget);

  gtk_widget_activate_action (widget, "win.new-record", "(ss)", self->klass->kind, self->account_id ? self->account_id : "");
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (widget);
  g_autoptr(TambourRecord) record = dup_selected (self);

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", self->klass->kind, record->id);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  g_autoptr(TambourRecord) record = dup_selected (self);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;
  g_autoptr(TambourChange) change = NULL;
  g_autoptr(TambourRecord) copy = NULL;

  if (record == NULL)
    return;

  title = tambour_record_words_short (record, self->others, get_now (self));
  label = g_strdup_printf (_("Remove “%s”"), title);
  message = g_strdup_printf (_("“%s” removed"), title);
  change = tambour_portfolio_new_change (portfolio, label);
  copy = tambour_record_dup (record);
  tambour_change_remove (change, copy);
  tambour_feedback_commit (widget, portfolio, change, message);
}

static void
tambour_record_list_page_dispose (GObject *object)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (object);

  g_cancellable_cancel (self->querying);
  g_cancellable_cancel (self->naming);
  g_clear_object (&self->querying);
  g_clear_object (&self->naming);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_RECORD_LIST_PAGE);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tambour_record_list_page_parent_class)->dispose (object);
}

static void
tambour_record_list_page_finalize (GObject *object)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (object);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->where, g_free);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (tambour_record_list_page_parent_class)->finalize (object);
}

static void
tambour_record_list_page_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (object);

  switch ((TambourRecordListPageProps) prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;
    case PROP_REVERSED:
      g_value_set_boolean (value, self->is_reversed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_record_list_page_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (object);

  switch ((TambourRecordListPageProps) prop_id)
    {
    case PROP_ORDER:
      if (!g_set_str (&self->order, g_value_get_string (value)))
        return;
      break;
    case PROP_REVERSED:
      if (self->is_reversed == g_value_get_boolean (value))
        return;
      self->is_reversed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  g_object_notify_by_pspec (object, pspec);
  query (self);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "list.remove", NULL, remove_action);
  gtk_widget_class_install_property_action (widget_class, "list.order", "order");
  gtk_widget_class_install_property_action (widget_class, "list.reversed", "reversed");
}

static void
tambour_record_list_page_class_init (TambourRecordListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_record_list_page_dispose;
  object_class->finalize = tambour_record_list_page_finalize;
  object_class->get_property = tambour_record_list_page_get_property;
  object_class->set_property = tambour_record_list_page_set_property;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_record_list_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_record_list_page_filter;

  props[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_REVERSED] =
    g_param_spec_boolean ("reversed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-record-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordListPage, status_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  tambour_breadth_arrange_header (TAMBOUR_RECORD_LIST_PAGE (widget)->header_bar, breadth);
}

static void
tambour_record_list_page_init (TambourRecordListPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* It stands in a clamp: the bar does not find it by itself, and Escape would do nothing. */
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0), gtk_named_action_new ("list.remove")));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/* Nobody enters what is computed. */
static void
set_kind (TambourRecordListPage *self,
          TambourPortfolio      *portfolio,
          TambourRecordClass    *klass)
{
  const TambourKindWords *words = tambour_kind_get_words (klass);
  g_autoptr(GMenu) menu = tambour_record_order_new_menu (klass, "list.order", "list.reversed");
  gboolean can_add = !(klass->traits & TAMBOUR_RECORD_DERIVED) && !tambour_portfolio_is_read_only (portfolio);

  self->klass = klass;
  self->order = g_strdup (tambour_record_order_get_usual (klass));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _(words->plural));
  adw_window_title_set_title (self->window_title, _(words->plural));
  tambour_menu_button_offer (self->sort_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->new_button, can_add);
  gtk_widget_set_tooltip_text (self->new_button, _(words->add));
  gtk_button_set_label (self->status_button, _(words->add));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", can_add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", can_add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.remove", can_add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(words->plural), -1);
}

static TambourRecordListPage *
new_page (TambourPortfolio   *portfolio,
          TambourRecordClass *klass)
{
  TambourRecordListPage *self = g_object_new (TAMBOUR_TYPE_RECORD_LIST_PAGE, NULL);
  GtkSingleSelection *selection;

  set_kind (self, portfolio, klass);

  self->list = tambour_record_list_new (tambour_portfolio_get_store (portfolio), G_TYPE_FROM_CLASS (klass));
  tambour_record_list_read_later (self->list);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  tambour_record_list_page_add_rows (self);

  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  return self;
}

/**
 * tambour_record_list_page_new:
 * @portfolio: a portfolio
 * @klass: a kind of record
 * @account_id: (nullable): an account, or %NULL for the records of all
 * @where: (nullable): an expression that they meet; see tambour_query_parse()
 *
 * Returns: (transfer floating): a page of those records
 */
TambourRecordListPage *
tambour_record_list_page_new (TambourPortfolio   *portfolio,
                              TambourRecordClass *klass,
                              const char         *account_id,
                              const char         *where)
{
  TambourRecordListPage *self = new_page (portfolio, klass);

  self->account_id = account_id && *account_id ? g_strdup (account_id) : NULL;
  self->where = where && *where ? g_strdup (where) : NULL;
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

/**
 * tambour_record_list_page_new_of:
 * @portfolio: a portfolio
 * @klass: a kind of record
 * @ids: (array zero-terminated=1): the ids of some
 *
 * Returns: (transfer floating): a page of those records, and no others
 */
TambourRecordListPage *
tambour_record_list_page_new_of (TambourPortfolio   *portfolio,
                                 TambourRecordClass *klass,
                                 const char * const *ids)
{
  TambourRecordListPage *self = new_page (portfolio, klass);

  self->ids = g_strdupv ((GStrv) ids);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
