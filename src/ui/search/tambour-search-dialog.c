/* tambour-search-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-find.h"
#include "tambour-found-list.h"
#include "tambour-search-dialog.h"
#include "tambour-search-items.h"
#include "tambour-search-memory.h"

/* A letter and its rows come in one frame, if the rows are there so soon. */
#define PATIENCE (12 * G_TIME_SPAN_MILLISECOND)

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
  GCancellable        *cancellable;

  /* Template widgets */
  GtkSearchEntry      *entry;
  GtkStack            *stack;
  TambourFoundList    *list;
  GtkWidget           *hints;
  GtkWidget           *command_key;
  GtkInscription      *count_label;
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

static void
show_found (TambourSearchDialog *self,
            GPtrArray           *found)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GPtrArray *items = tambour_search_items_new (found, query, self->probe);
  guint n_items = items->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u result", "%u results", n_items), n_items);

  tambour_found_list_take (self->list, items);
  gtk_inscription_set_text (self->count_label, n_items > 0 ? count : "");
  if (n_items == 0)
    {
      show_nothing (self, query);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "list");
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
  TambourFoundItem *item = tambour_found_list_get_selected (self->list);

  if (item != NULL)
    activate_item (self, item);
}

static void
activate_command (TambourSearchDialog *self)
{
  TambourFoundItem *item = tambour_found_list_get_command (self->list);

  if (item != NULL)
    activate_item (self, item);
}

static void
stop_cb (TambourSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
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
      tambour_found_list_move (self->list, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      tambour_found_list_move (self->list, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      tambour_found_list_move (self->list, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      tambour_found_list_move (self->list, -8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!(modifiers & GDK_CONTROL_MASK))
        return GDK_EVENT_PROPAGATE;
      activate_command (self);
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
  gboolean has_keys = breadth < TAMBOUR_BREADTH_SMALL;

  gtk_widget_set_visible (self->hints, has_keys);
  tambour_found_list_show_keys (self->list, has_keys);
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
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SEARCH_DIALOG);
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

  g_type_ensure (TAMBOUR_TYPE_FOUND_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, hints);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, command_key);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, probe);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, error_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_item);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
tambour_search_dialog_init (TambourSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* The other way round it would be another key. */
  gtk_widget_set_direction (self->command_key, GTK_TEXT_DIR_LTR);
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

  return tambour_found_list_get_items (self->list);
}
