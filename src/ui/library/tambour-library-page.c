/* tambour-library-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-growth.h"
#include "tambour-item-page.h"
#include "tambour-library-entry.h"
#include "tambour-library-page-private.h"
#include "tambour-library-row.h"
#include "tambour-list-heading.h"
#include "tambour-menu-button.h"
#include "tambour-notice.h"
#include "tambour-programme-page.h"

/**
 * TambourLibraryPage:
 *
 * What there is to read, to watch and to learn, and what customers are invited to, in a
 * list; beside it, the one that is chosen.
 */
G_DEFINE_FINAL_TYPE (TambourLibraryPage, tambour_library_page, TAMBOUR_TYPE_PAGE)

typedef enum
{
  PROP_KIND = 1,
} TambourLibraryPageProps;

static GParamSpec *props[PROP_KIND + 1];

/* The child of a page is none of its template’s: it goes with the page. */
static AdwNavigationSplitView *
get_split (TambourLibraryPage *self)
{
  return ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));
}

static TambourPortfolio *
get_portfolio (TambourLibraryPage *self)
{
  return tambour_page_get_portfolio (TAMBOUR_PAGE (self));
}

/* --- which are shown -------------------------------------------------------- */

static gboolean
is_of_kind (TambourLibraryPage       *self,
            const TambourLibraryLine *line)
{
  if (TAMBOUR_IS_PROGRAMME (line->record) || g_strcmp0 (self->kind, TAMBOUR_LIBRARY_ALL_KINDS) == 0)
    return TRUE;

  return g_strcmp0 (tambour_choice_nick (TAMBOUR_TYPE_LIBRARY_KIND, TAMBOUR_LIBRARY_ITEM (line->record)->kind), self->kind) == 0;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TambourLibraryPage *self = user_data;

  return is_of_kind (self, tambour_library_entry_get_line (item)) &&
         (self->folded == NULL || tambour_library_entry_matches (item, self->folded));
}

static int
compare_parts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  guint first = tambour_library_entry_get_part ((gpointer) a);
  guint second = tambour_library_entry_get_part ((gpointer) b);

  return (first > second) - (first < second);
}

/* --- the one that is chosen --------------------------------------------------- */

static void
show_item (TambourLibraryPage *self,
           const char         *id)
{
  AdwNavigationPage *content = adw_navigation_split_view_get_content (get_split (self));

  if (TAMBOUR_IS_ITEM_PAGE (content))
    tambour_file_page_set_id (TAMBOUR_FILE_PAGE (content), id);
  else
    adw_navigation_split_view_set_content (get_split (self), ADW_NAVIGATION_PAGE (tambour_item_page_new (get_portfolio (self), id)));
}

static void
show_programme (TambourLibraryPage *self,
                const char         *id)
{
  AdwNavigationPage *content = adw_navigation_split_view_get_content (get_split (self));

  if (TAMBOUR_IS_PROGRAMME_PAGE (content))
    tambour_file_page_set_id (TAMBOUR_FILE_PAGE (content), id);
  else
    adw_navigation_split_view_set_content (get_split (self),
                                           ADW_NAVIGATION_PAGE (tambour_programme_page_new (get_portfolio (self), id)));
}

static void
show_chosen (TambourLibraryPage *self)
{
  TambourLibraryEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  gboolean is_programme;

  if (entry == NULL || self->is_filling)
    return;

  is_programme = TAMBOUR_IS_PROGRAMME (tambour_library_entry_get_line (entry)->record);
  g_set_str (&self->chosen[is_programme], tambour_library_entry_get_id (entry));
  if (is_programme)
    show_programme (self, self->chosen[is_programme]);
  else
    show_item (self, self->chosen[is_programme]);
}

static guint
find_position (TambourLibraryPage *self,
               const char         *id)
{
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TambourLibraryEntry) entry = g_list_model_get_item (model, i);

      if (g_str_equal (tambour_library_entry_get_id (entry), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What was chosen stays, wherever it stands now; at first it is the first. */
static void
choose_again (TambourLibraryPage *self)
{
  const char *chosen = self->chosen[tambour_library_page_shows_programmes (self)];
  guint position = find_position (self, chosen);

  if (position == GTK_INVALID_LIST_POSITION && self->folded == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
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
fill (TambourLibraryPage *self)
{
  g_autoptr(GPtrArray) entries = tambour_library_entry_list (tambour_library_page_shows_programmes (self) ? self->list->programmes : self->list->items);

  self->is_filling = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    tambour_growth_begin (self->slice, self->list_view);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), entries->pdata, entries->len);
  choose_again (self);
  tambour_library_page_show_title (self);
  tambour_library_page_show_list (self);
}

static void
shown_changed_cb (TambourLibraryPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_free (self->folded);
  self->folded = *text ? g_utf8_casefold (text, -1) : NULL;
  if (self->filter == NULL || self->list == NULL)
    return;

  self->is_filling = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  fill (self);
}

static void
activated_cb (TambourLibraryPage *self,
              guint               position)
{
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
}

/* --- rows --------------------------------------------------------------------- */

static void
released_cb (TambourLibraryPage *self)
{
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
}

/* Where there is room for the list alone, a click leads to what is chosen. */
static void
setup_cb (TambourLibraryPage       *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_library_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TambourLibraryPage       *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourLibraryRow *row = TAMBOUR_LIBRARY_ROW (gtk_list_item_get_child (item));
  g_autofree char *name = tambour_library_row_show (row, tambour_library_entry_get_line (gtk_list_item_get_item (item)), self->list->today);

  gtk_list_item_set_accessible_label (item, name);
}

static void
bind_header_cb (TambourLibraryPage       *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  tambour_list_heading_show_counted (header, tambour_library_entry_get_name (gtk_list_header_get_item (header)), "",
                                     GTK_SECTION_MODEL (self->sorted));
}

/* --- reading ------------------------------------------------------------------ */

static gpointer
load_list (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_library_list_load (store, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourLibraryPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourLibraryList) list = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->filter == NULL)
    return;

  if (list == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      tambour_library_page_show_status (self, "dialog-error-symbolic", _("The Library Could Not Be Read"), reason, _("_Try Again"), "library.try-again");
    }
  else
    {
      g_clear_pointer (&self->list, tambour_library_list_free);
      self->list = g_steal_pointer (&list);
      fill (self);
    }

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_library_page_refresh (TambourPage *page)
{
  TambourLibraryPage *self = TAMBOUR_LIBRARY_PAGE (page);

  gtk_widget_set_visible (self->new_button, tambour_page_can_write (TAMBOUR_PAGE (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", tambour_page_can_write (TAMBOUR_PAGE (self)));
  tambour_notice_set_needed (GTK_WIDGET (self), adw_navigation_split_view_get_collapsed (get_split (self)));
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_list, NULL, NULL,
                                (GDestroyNotify) tambour_library_list_free, self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_library_page_filter (TambourPage *page)
{
  TambourLibraryPage *self = TAMBOUR_LIBRARY_PAGE (page);

  adw_navigation_split_view_set_show_content (get_split (self), FALSE);
  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  gboolean is_alone = breadth >= TAMBOUR_BREADTH_SINGLE;

  adw_navigation_split_view_set_collapsed (get_split (TAMBOUR_LIBRARY_PAGE (widget)), is_alone);
  tambour_notice_set_needed (widget, is_alone);
  tambour_breadth_arrange_header (TAMBOUR_LIBRARY_PAGE (widget)->list_header, breadth);
}

/* --- what one can do ------------------------------------------------------------ */

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)",
                              tambour_library_page_shows_programmes (TAMBOUR_LIBRARY_PAGE (widget)) ? "programme" : "library_item", "");
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourLibraryPage *self = TAMBOUR_LIBRARY_PAGE (widget);
  TambourLibraryEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  TambourRecord *record = entry ? tambour_library_entry_get_line (entry)->record : NULL;

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
}

static void
set_kind (TambourLibraryPage *self,
          const char         *kind)
{
  if (!g_set_str (&self->kind, kind))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  shown_changed_cb (self);
}

static void
all_kinds_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  set_kind (TAMBOUR_LIBRARY_PAGE (widget), TAMBOUR_LIBRARY_ALL_KINDS);
}

/* --- the page ------------------------------------------------------------------- */

static void
tambour_library_page_dispose (GObject *object)
{
  TambourLibraryPage *self = TAMBOUR_LIBRARY_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->filter = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tambour_library_page_parent_class)->dispose (object);
}

static void
tambour_library_page_finalize (GObject *object)
{
  TambourLibraryPage *self = TAMBOUR_LIBRARY_PAGE (object);

  g_clear_pointer (&self->list, tambour_library_list_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->chosen); i++)
    g_clear_pointer (&self->chosen[i], g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (tambour_library_page_parent_class)->finalize (object);
}

static void
tambour_library_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((TambourLibraryPageProps) prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, TAMBOUR_LIBRARY_PAGE (object)->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_library_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((TambourLibraryPageProps) prop_id)
    {
    case PROP_KIND:
      set_kind (TAMBOUR_LIBRARY_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "library.all-kinds", NULL, all_kinds_action);
  gtk_widget_class_install_action (widget_class, "library.try-again", NULL, tambour_page_try_again_action);
  gtk_widget_class_install_property_action (widget_class, "library.kind", "kind");
}

static void
tambour_library_page_class_init (TambourLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_library_page_dispose;
  object_class->finalize = tambour_library_page_finalize;
  object_class->get_property = tambour_library_page_get_property;
  object_class->set_property = tambour_library_page_set_property;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_library_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_library_page_filter;

  props[PROP_KIND] =
    g_param_spec_string ("kind", NULL, NULL, TAMBOUR_LIBRARY_ALL_KINDS,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, kind_button);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, more_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, kind_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryPage, status_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
add_model (TambourLibraryPage *self)
{
  GtkFilterListModel *filtered;

  self->store = g_list_store_new (TAMBOUR_TYPE_LIBRARY_ENTRY);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), self->filter);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (gtk_custom_sorter_new (compare_parts, NULL, NULL)));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->sorted)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
tambour_library_page_init (TambourLibraryPage *self)
{
  self->kind = g_strdup (TAMBOUR_LIBRARY_ALL_KINDS);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  tambour_menu_button_offer (self->kind_button, self->kind_menu);
  tambour_menu_button_offer (self->more_button, self->more_menu);
  add_model (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}
