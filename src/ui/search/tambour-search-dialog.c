/* tambour-search-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-find.h"
#include "tambour-found-list.h"
#include "tambour-found-row.h"
#include "tambour-search-dialog.h"
#include "tambour-search-items.h"
#include "tambour-search-memory.h"

/* A letter and its rows come in one frame, if the rows are there so soon. */
#define PATIENCE (12 * G_TIME_SPAN_MILLISECOND)

/* As many rows as there is room for come with the letter, the others when nobody
 * types any more.
 */
#define N_SOON 10
#define PAUSE  250 /* ms */

/* More of what was looked for need not be said again. */
#define MAX_QUOTED 60

/**
 * TambourSearchDialog:
 *
 * Accounts, commands and records of all kinds in one list, as one types. The
 * keyboard stays in the entry; up and down move in the list.
 */
struct _TambourSearchDialog
{
  AdwDialog            parent_instance;

  TambourPortfolio    *portfolio;
  char                *account_id;   /* that was shown when it was opened */
  TambourFoundList    *list;
  GtkSliceListModel   *shown;        /* those of the list that are shown already */
  guint                rest_source;  /* shows the others */
  GtkSingleSelection  *selection;
  GCancellable        *cancellable;
  gboolean             has_keys;     /* there is room to say which keys lead where */

  /* Template widgets */
  GtkSearchEntry      *entry;
  GtkStack            *stack;
  GtkListView         *list_view;
  GtkWidget           *hints;
  GtkLabel            *count_label;
  GtkButton           *probe;
  AdwStatusPage       *nothing_page;
  AdwStatusPage       *error_page;
};

G_DEFINE_FINAL_TYPE (TambourSearchDialog, tambour_search_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
get_window (TambourSearchDialog *self)
{
  return GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* What one typed may be as long as a letter. */
static char *
dup_quoted (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= MAX_QUOTED)
    return g_strdup (words);

  start = g_utf8_substring (words, 0, MAX_QUOTED);

  return g_strconcat (start, "…", NULL);
}

static void
show_nothing (TambourSearchDialog *self,
              const char          *query)
{
  g_autofree char *quoted = dup_quoted (query);
  g_autofree char *text = g_strdup_printf (_("Nothing found for “%s”"), quoted);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  const char *words;

  tambour_find_scope (query, &words);
  if (*words == '\0')
    {
      adw_status_page_set_title (self->nothing_page, _("Search Everything"));
      adw_status_page_set_description (self->nothing_page, _("Type a few letters of a name, a case or a note"));
    }
  else
    {
      adw_status_page_set_title (self->nothing_page, _("Nothing Found"));
      adw_status_page_set_description (self->nothing_page, escaped);
    }

  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/* Ctrl and Enter do the first command that is not selected anyway. */
static guint
find_command (TambourSearchDialog *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(TambourFoundItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (i != selected && tambour_found_item_get_group (item) == TAMBOUR_FIND_COMMANDS)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
show_keys (TambourSearchDialog *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint command = find_command (self);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(TambourFoundItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      const char *keys = i == selected ? "↵" : i == command ? "Ctrl ↵"
                                                            : NULL;

      tambour_found_item_set_keys (item, self->has_keys ? keys : NULL);
    }
}

/* The list shows its first row at the top, without the heading above it. When it
 * has its size, but before it is drawn, it can be told better.
 */
static void
laid_out_cb (GdkFrameClock       *clock,
             TambourSearchDialog *self)
{
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), 0);
}

static void
select_first (TambourSearchDialog *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  gtk_single_selection_set_selected (self->selection, 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), 0);
  if (clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self, G_CONNECT_AFTER);
}

static void
show_all (gpointer data)
{
  TambourSearchDialog *self = data;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

static void
show_all_later (TambourSearchDialog *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (PAUSE, show_all, self);
  g_source_set_name_by_id (self->rest_source, "[tambour] the rest of what was found");
}

static void
show_found (TambourSearchDialog *self,
            GPtrArray           *found)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GPtrArray *items = tambour_search_items_new (found, query, self->probe);
  guint n_items = items->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u result", "%u results", n_items), n_items);

  gtk_slice_list_model_set_size (self->shown, N_SOON);
  tambour_found_list_take (self->list, items);
  show_all_later (self);
  gtk_label_set_text (self->count_label, n_items > 0 ? count : "");
  if (n_items == 0)
    {
      show_nothing (self, query);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "list");
  select_first (self);
  show_keys (self);
}

static void
show_error (TambourSearchDialog *self,
            const GError        *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);
  g_autofree char *escaped = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* What a thread looks for, while the main loop waits for it, but not for long. */
typedef struct
{
  char      *query;
  char      *account_id;
  GStrv      recent;
  GMutex     mutex;
  GCond      cond;
  gboolean   is_done;
  gboolean   is_late;
  GPtrArray *found;
} Looking;

static void
looking_clear (gpointer data)
{
  Looking *looking = data;

  g_clear_pointer (&looking->query, g_free);
  g_clear_pointer (&looking->account_id, g_free);
  g_clear_pointer (&looking->recent, g_strfreev);
  g_clear_pointer (&looking->found, g_ptr_array_unref);
  g_mutex_clear (&looking->mutex);
  g_cond_clear (&looking->cond);
}

static void
looking_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, looking_clear);
}

static gpointer
find (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  Looking *looking = data;
  GPtrArray *found = tambour_find (store, looking->query, looking->account_id, (const char * const *) looking->recent,
                                   cancellable, error);

  g_mutex_lock (&looking->mutex);
  looking->is_done = TRUE;
  if (!looking->is_late)
    looking->found = g_steal_pointer (&found);
  g_cond_signal (&looking->cond);
  g_mutex_unlock (&looking->mutex);

  return found;
}

/* Returns: (transfer full) (nullable): what was found, if it was found soon */
static GPtrArray *
wait_for (Looking *looking)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  GPtrArray *found;

  g_mutex_lock (&looking->mutex);
  while (!looking->is_done && g_cond_wait_until (&looking->cond, &looking->mutex, until))
    ;
  looking->is_late = TRUE;
  found = g_steal_pointer (&looking->found);
  g_mutex_unlock (&looking->mutex);

  return found;
}

/* What was found soon is shown already. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourSearchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    g_clear_pointer (&found, g_ptr_array_unref);
  else if (found != NULL)
    show_found (self, found);
  else if (error != NULL)
    show_error (self, error);
}

/* What is being looked for is no longer wanted when more is typed. */
static void
look (TambourSearchDialog *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  Looking *looking = g_atomic_rc_box_new0 (Looking);
  GPtrArray *found;

  g_mutex_init (&looking->mutex);
  g_cond_init (&looking->cond);
  looking->query = g_strdup (query);
  looking->account_id = g_strdup (self->account_id);
  looking->recent = tambour_search_memory_dup_recent (self->portfolio);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, find, g_atomic_rc_box_acquire (looking), looking_unref,
                                (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb, g_object_ref (self));

  found = wait_for (looking);
  if (found != NULL)
    show_found (self, found);
  looking_unref (looking);
}

static void
changed_cb (TambourSearchDialog *self)
{
  /* Not before it is on the screen: what can be done depends on the window. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  tambour_search_memory_set_query (self->portfolio, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  look (self);
}

/* The dialog is gone before what it leads to comes. */
static void
activate_item (TambourSearchDialog *self,
               TambourFoundItem    *item)
{
  g_autoptr(TambourFoundItem) kept = g_object_ref (item);
  g_autoptr(GtkWidget) window = g_object_ref (get_window (self));

  if (tambour_found_item_get_id (kept) != NULL)
    tambour_search_memory_add_recent (self->portfolio, tambour_found_item_get_id (kept));
  adw_dialog_close (ADW_DIALOG (self));
  tambour_found_item_activate (kept, window);
}

static void
activate_cb (TambourSearchDialog *self)
{
  TambourFoundItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    activate_item (self, item);
}

static void
activate_position (TambourSearchDialog *self,
                   guint                position)
{
  g_autoptr(TambourFoundItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    activate_item (self, item);
}

static void
row_activated_cb (TambourSearchDialog *self,
                  guint                position,
                  GtkListView         *list_view)
{
  activate_position (self, position);
}

static void
row_chosen_cb (TambourFoundItem *item,
               gpointer          dialog)
{
  activate_item (dialog, item);
}

static void
stop_cb (TambourSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
move (TambourSearchDialog *self,
      int                  step)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  int selected = gtk_single_selection_get_selected (self->selection);

  if (n_items == 0)
    return;

  show_all (self);
  selected = CLAMP (selected + step, 0, n_items - 1);
  if (selected == 0)
    select_first (self);
  else
    gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_SELECT, NULL);
}

static gboolean
key_pressed_cb (TambourSearchDialog   *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkEventControllerKey *controller)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move (self, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move (self, -8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!(modifiers & GDK_CONTROL_MASK))
        return GDK_EVENT_PROPAGATE;
      activate_position (self, find_command (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* There are no keys to speak of on a phone. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourSearchDialog *self = TAMBOUR_SEARCH_DIALOG (widget);

  self->has_keys = breadth < TAMBOUR_BREADTH_SMALL;
  gtk_widget_set_visible (self->hints, self->has_keys);
  show_keys (self);
}

static void
tambour_search_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tambour_search_dialog_parent_class)->map (widget);

  look (TAMBOUR_SEARCH_DIALOG (widget));
}

static void
tambour_search_dialog_dispose (GObject *object)
{
  TambourSearchDialog *self = TAMBOUR_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->list);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_search_dialog_parent_class)->dispose (object);
}

static void
tambour_search_dialog_finalize (GObject *object)
{
  TambourSearchDialog *self = TAMBOUR_SEARCH_DIALOG (object);

  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_search_dialog_parent_class)->finalize (object);
}

static void
tambour_search_dialog_class_init (TambourSearchDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_search_dialog_dispose;
  object_class->finalize = tambour_search_dialog_finalize;
  widget_class->map = tambour_search_dialog_map;

  g_type_ensure (TAMBOUR_TYPE_FOUND_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, hints);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, probe);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, error_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
tambour_search_dialog_init (TambourSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr(GtkListItemFactory) factory = tambour_found_row_factory_new (row_chosen_cb, self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list_view, factory);

  self->list = tambour_found_list_new ();
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->list)), 0, N_SOON);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (show_keys), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_search_dialog_new:
 * @portfolio: what is searched
 * @account_id: (nullable): the account that is shown
 *
 * Returns: (transfer floating): a dialog with what was looked for last
 */
TambourSearchDialog *
tambour_search_dialog_new (TambourPortfolio *portfolio,
                           const char       *account_id)
{
  TambourSearchDialog *self = g_object_new (TAMBOUR_TYPE_SEARCH_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account_id = g_strdup (account_id);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), tambour_search_memory_get_query (portfolio));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);

  return self;
}

/**
 * tambour_search_dialog_get_rows:
 * @self: a search
 *
 * Returns: (transfer none): the #TambourFoundItem that it shows
 */
GListModel *
tambour_search_dialog_get_rows (TambourSearchDialog *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SEARCH_DIALOG (self), NULL);

  return G_LIST_MODEL (self->list);
}
