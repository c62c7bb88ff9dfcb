/* tambour-application-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-about.h"
#include "tambour-application-private.h"
#include "tambour-kinds.h"
#include "tambour-places.h"
#include "tambour-preferences.h"

/* The commands of the program, and their keys (DESIGN.md section 6). */

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  tambour_application_new_window (user_data);
}

/* Every window is asked, and keeps its state; without windows the program ends, also one
 * that would stay in the background when they are closed.
 */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *link = windows; link; link = link->next)
    gtk_window_close (link->data);

  tambour_application_leave_background (user_data);
}

/* Which of several portfolios has a record. Windows are named by their numbers:
 * one may close meanwhile.
 */
typedef struct
{
  char      *kind;
  char      *id;
  GPtrArray *stores;   /* of TambourStore */
  GArray    *windows;  /* of guint, one for each store */
} Search;

static void
search_free (Search *search)
{
  g_clear_pointer (&search->kind, g_free);
  g_clear_pointer (&search->id, g_free);
  g_clear_pointer (&search->stores, g_ptr_array_unref);
  g_clear_pointer (&search->windows, g_array_unref);
  g_free (search);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Search *search = data;
  TambourRecordClass *klass = tambour_kinds_find (search->kind);

  for (guint i = 0; klass != NULL && i < search->stores->len; i++)
    {
      g_autoptr(TambourRecord) record = tambour_store_get (g_ptr_array_index (search->stores, i), klass, search->id, NULL);

      if (record != NULL)
        {
          g_task_return_int (task, g_array_index (search->windows, guint, i));
          return;
        }
    }

  g_task_return_int (task, search->windows->len > 0 ? g_array_index (search->windows, guint, 0) : 0);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  const Search *search = g_task_get_task_data (G_TASK (result));
  guint number = (guint) g_task_propagate_int (G_TASK (result), NULL);
  GtkWindow *window = gtk_application_get_window_by_id (GTK_APPLICATION (source), number);

  if (window == NULL)
    return;

  gtk_window_present (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-record", "(ss)", search->kind, search->id);
}

static void
add_store (Search        *search,
           TambourWindow *window)
{
  TambourPortfolio *portfolio = tambour_window_get_portfolio (window);
  guint number = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (window));
  TambourStore *store = portfolio ? tambour_portfolio_get_store (portfolio) : NULL;

  if (store == NULL || g_ptr_array_find (search->stores, store, NULL))
    return;

  g_ptr_array_add (search->stores, g_object_ref (store));
  g_array_append_val (search->windows, number);
}

/* What a notification leads to. */
static void
open_record_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TambourApplication *self = user_data;
  g_autoptr(GTask) task = g_task_new (self, NULL, searched_cb, NULL);
  Search *search = g_new0 (Search, 1);

  g_variant_get (parameter, "(ss)", &search->kind, &search->id);
  search->stores = g_ptr_array_new_with_free_func (g_object_unref);
  search->windows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link; link = link->next)
    if (TAMBOUR_IS_WINDOW (link->data))
      add_store (search, link->data);

  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  if (search->stores->len > 0)
    {
      g_task_run_in_thread (task, search_thread);
      return;
    }

  g_set_str (&self->record_kind, search->kind);
  g_set_str (&self->record_id, search->id);
  g_task_return_int (task, 0);
  g_application_activate (G_APPLICATION (self));
}

/* What a notification of several cases leads to. */
static void
open_today_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TambourApplication *self = user_data;
  const char *path = g_variant_get_bytestring (parameter);
  TambourWindow *window = tambour_application_find_window (self, path);

  self->wants_today = window == NULL;
  tambour_application_open_path (self, path);
  if (window != NULL)
    tambour_window_go_place (window, TAMBOUR_PLACE_TODAY);
}

static TambourPortfolio *
get_portfolio (GtkWindow *window)
{
  return TAMBOUR_IS_WINDOW (window) ? tambour_window_get_portfolio (TAMBOUR_WINDOW (window)) : NULL;
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (get_portfolio (window) != NULL)
    tambour_preferences_present (GTK_WIDGET (window), get_portfolio (window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    tambour_about_present (GTK_WIDGET (window), get_portfolio (window));
}

static void
add_key (TambourApplication *self,
         const char         *action,
         const char         *accelerator)
{
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, (const char *[]) { accelerator, NULL });
}

/**
 * tambour_application_add_actions:
 * @self: the application
 *
 * Gives it its commands and their keys.
 */
void
tambour_application_add_actions (TambourApplication *self)
{
  static const GActionEntry entries[] = {
    { "new-window", new_window_action },
    { "quit", quit_action },
    { "open-record", open_record_action, "(ss)" },
    { "open-today", open_today_action, "ay" },
    { "preferences", preferences_action },
    { "about", about_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_key (self, "app.new-window", "<Control><Shift>n");
  add_key (self, "app.quit", "<Control>q");
  add_key (self, "app.preferences", "<Control>comma");
  add_key (self, "win.open", "<Control>o");
}
