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

/* How many commands stand between what was found. */
#define MAX_COMMANDS 5

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
  GtkSingleSelection  *selection;
  GCancellable        *cancellable;

  /* Template widgets */
  GtkSearchEntry      *entry;
  GtkStack            *stack;
  GtkListView         *list_view;
  GtkWidget           *hints;
  GtkLabel            *count_label;
  AdwStatusPage       *nothing_page;
  AdwStatusPage       *error_page;
};

G_DEFINE_FINAL_TYPE (TambourSearchDialog, tambour_search_dialog, ADW_TYPE_DIALOG)

/* What was looked for last: it comes back, selected, when one looks again. */
static char *last_query;

static gboolean
has_text (GObject    *object,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static GtkWidget *
get_window (TambourSearchDialog *self)
{
  return GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
add_command (TambourSearchDialog  *self,
             GPtrArray            *items,
             const TambourCommand *command,
             const char           *account_id,
             const char           *account_name,
             const char           *words)
{
  g_autofree char *title = tambour_command_dup_title (command, account_name);
  g_autofree char *target = tambour_command_dup_target (command, account_id);
  g_autoptr(GArray) spans = NULL;

  if (!tambour_command_is_enabled (command, get_window (self)))
    return;

  if (*words == '\0' || tambour_find_matches (words, title, &spans))
    g_ptr_array_add (items, tambour_found_item_new_command (command, title, target, spans));
}

/* The account that was found first, or else the one that is shown. */
static const TambourFound *
find_account (GPtrArray *found)
{
  const TambourFound *first = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

  return first != NULL && first->group == TAMBOUR_FIND_ACCOUNTS ? first : NULL;
}

static void
add_commands (TambourSearchDialog *self,
              GPtrArray           *items,
              GPtrArray           *found,
              TambourFindScope     scope,
              const char          *words)
{
  const TambourFound *account = find_account (found);
  guint most = scope == TAMBOUR_FIND_ONLY_COMMANDS ? G_MAXUINT : MAX_COMMANDS;
  guint n_before = items->len;

  if (scope != TAMBOUR_FIND_ONLY_COMMANDS && scope != TAMBOUR_FIND_EVERYTHING)
    return;

  if (*words == '\0' && scope == TAMBOUR_FIND_EVERYTHING)
    return;

  for (guint i = 0; i < tambour_commands_get_n () && items->len - n_before < most; i++)
    {
      const TambourCommand *command = tambour_commands_get (i);

      if (!command->is_of_account)
        add_command (self, items, command, NULL, NULL, words);
      else if (account != NULL)
        add_command (self, items, command, account->id, account->title, words);
    }
}

/* Accounts, then what can be done, then everything else. */
static GPtrArray *
make_items (TambourSearchDialog *self,
            GPtrArray           *found,
            TambourFindScope     scope,
            const char          *words)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_commands = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const TambourFound *one = g_ptr_array_index (found, i);

      if (!has_commands && one->group > TAMBOUR_FIND_COMMANDS)
        {
          add_commands (self, items, found, scope, words);
          has_commands = TRUE;
        }

      /* Its row owns it from here on. */
      g_ptr_array_add (items, tambour_found_item_new_record (g_ptr_array_index (found, i)));
    }

  if (!has_commands)
    add_commands (self, items, found, scope, words);
  g_ptr_array_set_free_func (found, NULL);

  return items;
}

static void
show_nothing (TambourSearchDialog *self,
              const char          *words)
{
  if (*words == '\0')
    {
      adw_status_page_set_title (self->nothing_page, _("Search Everything"));
      adw_status_page_set_description (self->nothing_page, _("Type a few letters of a name, a case or a note"));
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("There is nothing with “%s” in this portfolio"), words);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      adw_status_page_set_title (self->nothing_page, _("Nothing Found"));
      adw_status_page_set_description (self->nothing_page, escaped);
    }

  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_found (TambourSearchDialog *self,
            GPtrArray           *found)
{
  const char *words;
  TambourFindScope scope = tambour_find_scope (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &words);
  GPtrArray *items = make_items (self, found, scope, words);
  guint n_items = items->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u result", "%u results", n_items), n_items);

  tambour_found_list_take (self->list, items);
  gtk_label_set_text (self->count_label, n_items > 0 ? count : "");
  if (n_items == 0)
    {
      show_nothing (self, words);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourSearchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *reason = NULL;
  g_autofree char *escaped = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (found != NULL)
    {
      show_found (self, found);
      return;
    }

  reason = tambour_feedback_dup_reason (error);
  escaped = g_markup_escape_text (reason, -1);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static gpointer
find (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  return tambour_find (store, data, cancellable, error);
}

/* What is being looked for is no longer wanted when more is typed. */
static void
changed_cb (TambourSearchDialog *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_str (&last_query, query);
  tambour_portfolio_load_async (self->portfolio, find, g_strdup (query), g_free, (GDestroyNotify) g_ptr_array_unref,
                                self->cancellable, found_cb, g_object_ref (self));
}

/* The dialog is gone before what it leads to comes. */
static void
activate_item (TambourSearchDialog *self,
               TambourFoundItem    *item)
{
  g_autoptr(TambourFoundItem) kept = g_object_ref (item);
  g_autoptr(GtkWidget) window = g_object_ref (get_window (self));

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
row_activated_cb (TambourSearchDialog *self,
                  guint                position,
                  GtkListView         *list_view)
{
  g_autoptr(TambourFoundItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    activate_item (self, item);
}

/* One click opens. The list’s own way for that also selects what the pointer
 * happens to rest on, which is not what one typed for.
 */
static void
row_clicked_cb (GtkListItem     *list_item,
                int              n_press,
                double           x,
                double           y,
                GtkGestureClick *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *dialog = gtk_widget_get_ancestor (row, TAMBOUR_TYPE_SEARCH_DIALOG);
  TambourFoundItem *item = gtk_list_item_get_item (list_item);

  if (dialog != NULL && item != NULL)
    activate_item (TAMBOUR_SEARCH_DIALOG (dialog), item);
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

  selected = CLAMP (selected + step, 0, n_items - 1);
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
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* There are no keys to speak of on a phone. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  gtk_widget_set_visible (TAMBOUR_SEARCH_DIALOG (widget)->hints, breadth < TAMBOUR_BREADTH_SMALL);
}

static void
tambour_search_dialog_dispose (GObject *object)
{
  TambourSearchDialog *self = TAMBOUR_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->selection);
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

  g_type_ensure (TAMBOUR_TYPE_FOUND_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, hints);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TambourSearchDialog, error_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
tambour_search_dialog_init (TambourSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->list = tambour_found_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

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
  gtk_editable_set_text (GTK_EDITABLE (self->entry), last_query ? last_query : "");
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (last_query == NULL || *last_query == '\0')
    show_nothing (self, "");

  return self;
}
