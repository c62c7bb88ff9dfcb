/* tambour-portal-editor-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-portal-editor-private.h"

#include "tambour-portal-job.h"
#include "tambour-secrets.h"

static void
pop (TambourPortalEditor *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (dialog));
}

static gboolean
is_open (TambourPortalEditor *self)
{
  return self->said_label != NULL && !g_cancellable_is_cancelled (self->cancellable);
}

/* --- saving ---------------------------------------------------------------- */

typedef struct
{
  TambourConnector *connector;
  char             *secret;   /* NULL where it stays as it is kept */
  gboolean          is_new;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->connector, tambour_connector_free);
  g_clear_pointer (&order->secret, tambour_secrets_free);
  g_free (order);
}

static gboolean
is_free (TambourStore  *store,
         const char    *name,
         GError       **error)
{
  g_autoptr(TambourConnector) known = tambour_connectors_get (store, name, NULL);

  if (known != NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS,
                 _("There is a connector “%s” already: choose another name."), name);

  return known == NULL;
}

static gpointer
keep (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const Order *order = data;
  g_autoptr(TambourServer) server = NULL;

  if ((order->is_new && !is_free (store, order->connector->name, error)) || !tambour_connect_add (store, order->connector, error))
    return NULL;

  server = tambour_connector_dup_server (order->connector);

  return order->secret == NULL || tambour_secrets_store (server, order->secret, cancellable, error) ? store : NULL;
}

/* What is new is read at once: that is what it was added for. */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourPortalEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourPortals *portals = tambour_portals_of (TAMBOUR_PORTFOLIO (source));
  gboolean is_kept = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error) != NULL;

  if (is_kept && self->is_new)
    tambour_portals_begin_with (portals, self->name);
  else
    tambour_portals_refresh (portals);
  if (!is_open (self))
    return;

  tambour_portal_editor_set_busy (self, FALSE);
  if (!is_kept)
    tambour_portal_editor_say (self, error->message, TRUE);
  else
    pop (self);
}

/**
 * tambour_portal_editor_save:
 * @self: an editor
 *
 * Keeps the connector as it stands there, or says why not.
 */
void
tambour_portal_editor_save (TambourPortalEditor *self)
{
  Order *order = g_new0 (Order, 1);

  order->connector = tambour_portal_editor_read (self);
  order->secret = tambour_portal_editor_secret (self);
  order->is_new = self->is_new;
  g_set_str (&self->name, order->connector->name);
  tambour_portal_editor_set_busy (self, TRUE);
  tambour_portfolio_load_async (self->portfolio, keep, order, (GDestroyNotify) order_free, NULL, NULL, kept_cb, g_object_ref (self));
}

/* --- testing --------------------------------------------------------------- */

static void
code_cb (guint64     n_read,
         const char *code,
         gpointer    user_data)
{
  TambourPortalEditor *self = user_data;

  if (code != NULL && is_open (self))
    tambour_portal_editor_say (self, code, FALSE);
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourPortalEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourPortalJob *job = tambour_portal_job_finish (result, &error);
  g_autofree char *words = NULL;

  if (!is_open (self))
    return;

  /* Translators: %s is whom the portal knows one as */
  words = job != NULL && job->who != NULL ? g_strdup_printf (_("The portal answers: %s"), job->who) : g_strdup (_("The portal answers."));
  tambour_portal_editor_set_busy (self, FALSE);
  tambour_portal_editor_say (self, job ? words : error->message, job == NULL);
}

static gboolean
unref_cb (gpointer user_data)
{
  g_object_unref (user_data);

  return G_SOURCE_REMOVE;
}

/* Widgets end on the main loop. */
static void
unref_later (gpointer user_data)
{
  g_idle_add (unref_cb, user_data);
}

/**
 * tambour_portal_editor_test:
 * @self: an editor
 *
 * Signs in as it stands there, and says what came of it.
 */
void
tambour_portal_editor_test (TambourPortalEditor *self)
{
  g_autoptr(TambourConnector) connector = tambour_portal_editor_read (self);
  g_autoptr(TambourPortalJob) job = tambour_portal_job_new (TAMBOUR_PORTAL_JOB_TEST, connector);

  job->secret = tambour_portal_editor_secret (self);
  tambour_portal_editor_set_busy (self, TRUE);
  tambour_portal_job_run_async (job, self->portfolio, self->cancellable, code_cb, g_object_ref (self), unref_later, tested_cb,
                                g_object_ref (self));
}

/* --- removing -------------------------------------------------------------- */

/* A connector that was removed, until nobody can take that back any more. */
typedef struct
{
  TambourPortfolio *portfolio;
  TambourConnector *connector;
  char             *remains;
} Removed;

static gpointer
put_back (TambourStore    *store,
          const char      *me,
          TambourInstant   now,
          gpointer         data,
          GCancellable    *cancellable,
          GError         **error)
{
  return tambour_connectors_put_back (store, data, error) ? store : NULL;
}

static void
refresh_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  tambour_portals_refresh (tambour_portals_of (TAMBOUR_PORTFOLIO (source)));
}

static void
undo_cb (AdwToast *toast,
         Removed  *removed)
{
  tambour_portfolio_load_async (removed->portfolio, put_back, g_steal_pointer (&removed->remains), g_free, NULL, NULL, refresh_cb, NULL);
}

/* What signs in there goes when the connector does for good, unless another needs it. */
static gpointer
forget_secret (TambourStore    *store,
               const char      *me,
               TambourInstant   now,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const TambourConnector *connector = data;
  g_autoptr(GPtrArray) others = tambour_connectors_list (store, error);
  g_autoptr(TambourServer) server = tambour_connector_dup_server (connector);
  g_autoptr(TambourServer) session = tambour_connector_dup_token_server (connector);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const TambourConnector *other = g_ptr_array_index (others, i);

      if (g_str_equal (other->address, connector->address) && g_strcmp0 (other->user, connector->user) == 0)
        return store;
    }

  return others != NULL && tambour_secrets_clear (server, cancellable, error) &&
             tambour_secrets_clear (session, cancellable, error)
           ? store
           : NULL;
}

static void
removed_free (gpointer  data,
              GClosure *closure)
{
  Removed *removed = data;

  if (removed->remains != NULL)
    tambour_portfolio_load_async (removed->portfolio, forget_secret, g_steal_pointer (&removed->connector),
                                  (GDestroyNotify) tambour_connector_free, NULL, NULL, NULL, NULL);

  g_clear_object (&removed->portfolio);
  g_clear_pointer (&removed->connector, tambour_connector_free);
  g_clear_pointer (&removed->remains, g_free);
  g_free (removed);
}

static void
offer_undo (TambourPortalEditor *self,
            char                *remains)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  g_autofree char *title = g_strdup_printf (_("“%s” is not read any more"), self->connector->name);
  AdwToast *toast = adw_toast_new ("");
  Removed *removed = g_new0 (Removed, 1);

  removed->portfolio = g_object_ref (self->portfolio);
  removed->connector = tambour_connector_copy (self->connector);
  removed->remains = remains;
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, removed_free, 0);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

static gpointer
forget (TambourStore    *store,
        const char      *me,
        TambourInstant   now,
        gpointer         data,
        GCancellable    *cancellable,
        GError         **error)
{
  return tambour_connectors_remove (store, data, error);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TambourPortalEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  char *remains = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  tambour_portals_refresh (tambour_portals_of (TAMBOUR_PORTFOLIO (source)));
  if (remains == NULL && is_open (self))
    {
      tambour_portal_editor_set_busy (self, FALSE);
      tambour_portal_editor_say (self, error->message, TRUE);
    }
  else if (remains != NULL && is_open (self))
    {
      offer_undo (self, remains);
      pop (self);
    }
  else
    g_free (remains);
}

/**
 * tambour_portal_editor_remove:
 * @self: an editor of a connector that there is
 *
 * Forgets the connector; what came from there stays. That can be taken back for a while.
 */
void
tambour_portal_editor_remove (TambourPortalEditor *self)
{
  tambour_portals_cancel (tambour_portals_of (self->portfolio), self->connector->name);
  tambour_portal_editor_set_busy (self, TRUE);
  tambour_portfolio_load_async (self->portfolio, forget, g_strdup (self->connector->name), g_free, g_free, NULL, forgotten_cb,
                                g_object_ref (self));
}
