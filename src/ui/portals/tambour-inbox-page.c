/* tambour-inbox-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-inbox-page.h"

#include "tambour-inbox-row.h"
#include "tambour-portal-job.h"
#include "tambour-portals.h"

/* As many as one goes through; the others come when these are gone. */
#define MAX_ROWS 50

/**
 * TambourInboxPage:
 *
 * What came from portals and belongs to no account that is known: each is assigned, or
 * nothing is wanted of it.
 */
struct _TambourInboxPage
{
  AdwNavigationPage      parent_instance;

  TambourPortfolio      *portfolio;
  TambourPortalAccounts *accounts;      /* NULL until they are read */
  GCancellable          *cancellable;   /* of what is being assigned, which a closed page still is */
  GPtrArray             *rows;          /* (unowned) */
  guint                  n_busy;

  /* Template widgets */
  GtkStack              *stack;
  AdwPreferencesGroup   *group;
  AdwStatusPage         *error_page;
};

G_DEFINE_FINAL_TYPE (TambourInboxPage, tambour_inbox_page, ADW_TYPE_NAVIGATION_PAGE)

static void load (TambourInboxPage *self);

static gboolean
is_open (TambourInboxPage *self)
{
  return self->stack != NULL;
}

static AdwPreferencesDialog *
get_dialog (TambourInboxPage *self)
{
  return ADW_PREFERENCES_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG));
}

static AdwToast *
new_toast (const char *title)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);

  return toast;
}

static void
say (TambourInboxPage *self,
     const char       *title)
{
  if (is_open (self) && get_dialog (self) != NULL)
    adw_preferences_dialog_add_toast (get_dialog (self), new_toast (title));
}

/* A row that something is done with, on its way through a thread. */
typedef struct
{
  TambourInboxPage *self;
  TambourInboxRow  *row;
  char             *connector;
  char             *external_id;
} Doing;

static Doing *
doing_new (TambourInboxPage *self,
           TambourInboxRow  *row)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->self = g_object_ref (self);
  doing->row = g_object_ref (row);
  doing->connector = g_strdup (tambour_inbox_row_get_connector (row));
  doing->external_id = g_strdup (tambour_inbox_row_get_external_id (row));

  return doing;
}

static void
doing_free (Doing *doing)
{
  g_clear_object (&doing->self);
  g_clear_object (&doing->row);
  g_clear_pointer (&doing->connector, g_free);
  g_clear_pointer (&doing->external_id, g_free);
  g_free (doing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doing, doing_free)

/* The list is read anew when nothing more is on its way. */
static void
end (Doing *doing)
{
  TambourInboxPage *self = doing->self;

  self->n_busy--;
  tambour_portals_refresh (tambour_portals_of (self->portfolio));
  if (!is_open (self))
    return;

  tambour_inbox_row_set_busy (doing->row, FALSE);
  if (self->n_busy == 0)
    load (self);
}

static void
begin (TambourInboxPage *self,
       TambourInboxRow  *row)
{
  self->n_busy++;
  tambour_inbox_row_set_busy (row, TRUE);
}

/* --- assigning ------------------------------------------------------------- */

static void
assigned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Doing) doing = user_data;
  g_autoptr(GError) error = NULL;
  TambourPortalJob *job = tambour_portal_job_finish (result, &error);
  guint64 n = job ? job->outcome.counts.created + job->outcome.counts.updated : 0;

  if (job != NULL && n > 1)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u item assigned", "%u items assigned", (guint) n), (guint) n);

      say (doing->self, words);
    }
  else if (job != NULL)
    say (doing->self, job->outcome.counts.rejected > 0 && job->outcome.told != NULL ? job->outcome.told[0] : _("Assigned"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (doing->self, error->message);
  end (doing);
}

static void
assign_cb (TambourInboxPage *self,
           TambourInboxRow  *row)
{
  const TambourPortalStatus *status = tambour_portals_find (tambour_portals_of (self->portfolio), tambour_inbox_row_get_connector (row));
  const char *account_id = tambour_inbox_row_get_account (row);
  const char *text = NULL;
  const char *hint = tambour_inbox_row_get_hint (row, &text);
  g_autoptr(TambourPortalJob) job = NULL;

  if (status == NULL || account_id == NULL)
    return;

  job = tambour_portal_job_new (hint ? TAMBOUR_PORTAL_JOB_ASSIGN_ALWAYS : TAMBOUR_PORTAL_JOB_ASSIGN, status->connector);
  job->external_id = g_strdup (tambour_inbox_row_get_external_id (row));
  job->account_id = g_strdup (account_id);
  job->rule = hint ? tambour_match_rule_new (hint, text, account_id) : NULL;
  begin (self, row);
  tambour_portal_job_run_async (job, self->portfolio, self->cancellable, NULL, NULL, NULL, assigned_cb, doing_new (self, row));
}

/* --- ignoring -------------------------------------------------------------- */

typedef struct
{
  char     *connector;
  char     *external_id;
  gboolean  is_ignored;
} Ignoring;

static Ignoring *
ignoring_new (const char *connector,
              const char *external_id,
              gboolean    is_ignored)
{
  Ignoring *ignoring = g_new0 (Ignoring, 1);

  ignoring->connector = g_strdup (connector);
  ignoring->external_id = g_strdup (external_id);
  ignoring->is_ignored = is_ignored;

  return ignoring;
}

static void
ignoring_free (Ignoring *ignoring)
{
  g_clear_pointer (&ignoring->connector, g_free);
  g_clear_pointer (&ignoring->external_id, g_free);
  g_free (ignoring);
}

static gpointer
ignore (TambourStore    *store,
        const char      *me,
        TambourInstant   now,
        gpointer         data,
        GCancellable    *cancellable,
        GError         **error)
{
  const Ignoring *ignoring = data;

  return tambour_inbox_ignore (store, ignoring->connector, ignoring->external_id, ignoring->is_ignored, error) ? store : NULL;
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourInboxPage) self = user_data;

  tambour_portals_refresh (tambour_portals_of (TAMBOUR_PORTFOLIO (source)));
  if (is_open (self))
    load (self);
}

static void
undo_cb (AdwToast *toast,
         Doing    *doing)
{
  tambour_portfolio_load_async (doing->self->portfolio, ignore, ignoring_new (doing->connector, doing->external_id, FALSE),
                                (GDestroyNotify) ignoring_free, NULL, NULL, undone_cb, g_object_ref (doing->self));
}

static void
doing_unref (gpointer  data,
             GClosure *closure)
{
  doing_free (data);
}

static void
ignored_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Doing) doing = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_done = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error) != NULL;

  if (!is_done)
    say (doing->self, error->message);
  else if (is_open (doing->self) && get_dialog (doing->self) != NULL)
    {
      AdwToast *toast = new_toast (_("Ignored"));

      adw_toast_set_button_label (toast, _("Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), doing_new (doing->self, doing->row), doing_unref, 0);
      adw_preferences_dialog_add_toast (get_dialog (doing->self), toast);
    }
  end (doing);
}

static void
ignore_cb (TambourInboxPage *self,
           TambourInboxRow  *row)
{
  begin (self, row);
  tambour_portfolio_load_async (self->portfolio, ignore,
                                ignoring_new (tambour_inbox_row_get_connector (row), tambour_inbox_row_get_external_id (row), TRUE),
                                (GDestroyNotify) ignoring_free, NULL, NULL, ignored_cb, doing_new (self, row));
}

/* --- the list -------------------------------------------------------------- */

static void
clear (TambourInboxPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add (TambourInboxPage *self,
     GtkWidget        *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show (TambourInboxPage *self,
      GPtrArray        *entries)
{
  g_autofree char *more = NULL;
  guint n = 0;

  clear (self);
  while (entries->len > 0 && n < MAX_ROWS)
    {
      GtkWidget *row = tambour_inbox_row_new (g_ptr_array_steal_index (entries, 0), self->accounts, tambour_portfolio_now (self->portfolio));

      g_signal_connect_object (row, "assign", G_CALLBACK (assign_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "ignore", G_CALLBACK (ignore_cb), self, G_CONNECT_SWAPPED);
      add (self, row);
      n++;
    }

  if (entries->len > 0)
    {
      more = g_strdup_printf (ngettext ("%u more waits", "%u more wait", entries->len), entries->len);
      add (self, g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL));
    }

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
fail (TambourInboxPage *self,
      const GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_object_set (self->error_page, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static gpointer
list (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  return tambour_inbox_list (store, NULL, FALSE, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourInboxPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (!is_open (self) || self->n_busy > 0)
    return;

  if (entries != NULL)
    show (self, entries);
  else
    fail (self, error);
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourInboxPage) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourPortalAccounts *accounts = tambour_portal_accounts_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  self->accounts = accounts;
  if (!is_open (self))
    return;

  if (accounts != NULL)
    load (self);
  else
    fail (self, error);
}

static void
load (TambourInboxPage *self)
{
  if (self->accounts == NULL)
    tambour_portal_accounts_load_async (self->portfolio, NULL, accounts_cb, g_object_ref (self));
  else
    tambour_portfolio_load_async (self->portfolio, list, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb,
                                  g_object_ref (self));
}

static void
tambour_inbox_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_INBOX_PAGE);

  G_OBJECT_CLASS (tambour_inbox_page_parent_class)->dispose (object);
}

static void
tambour_inbox_page_finalize (GObject *object)
{
  TambourInboxPage *self = TAMBOUR_INBOX_PAGE (object);

  g_clear_object (&self->portfolio);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->accounts, tambour_portal_accounts_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_inbox_page_parent_class)->finalize (object);
}

static void
tambour_inbox_page_class_init (TambourInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_inbox_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_inbox_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourInboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourInboxPage, group);
  gtk_widget_class_bind_template_child (widget_class, TambourInboxPage, error_page);
}

static void
tambour_inbox_page_init (TambourInboxPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * tambour_inbox_page_new:
 * @portfolio: a portfolio
 *
 * Returns: (transfer floating): what waits there
 */
AdwNavigationPage *
tambour_inbox_page_new (TambourPortfolio *portfolio)
{
  TambourInboxPage *self = g_object_new (TAMBOUR_TYPE_INBOX_PAGE, NULL);

  self->portfolio = g_object_ref (portfolio);
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}
