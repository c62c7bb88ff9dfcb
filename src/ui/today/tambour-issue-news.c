/* tambour-issue-news.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-exposure-news.h"
#include "tambour-heading.h"
#include "tambour-issue-news.h"
#include "tambour-issue-text.h"
#include "tambour-marked-row.h"

/* As many accounts as one reads through; the page of known issues has the rest. */
#define MAX_ROWS 6

/**
 * TambourIssueNews:
 *
 * The known issues that came up for one’s accounts, one row an account. They are
 * looked for when Today is there, off the main loop, and once for each state of the
 * portfolio; without any, there is nothing to see.
 */
struct _TambourIssueNews
{
  AdwBin            parent_instance;

  TambourPortfolio *portfolio;
  GCancellable     *loading;
  gint64            known;      /* the change that was read last, -1 for none */
  GtkWidget        *list;
};

G_DEFINE_FINAL_TYPE (TambourIssueNews, tambour_issue_news, ADW_TYPE_BIN)

/* --- what is shown --------------------------------------------------------- */

static GtkWidget *
new_row (const TambourExposureNews *news)
{
  g_autofree char *title = tambour_issue_text_news (news);
  g_autofree char *line = tambour_issue_text_news_source (news);
  GtkWidget *row = tambour_marked_row_new ("tambour-issue-symbolic", tambour_issue_text_severity (news->severity), title, line, "");

  /* What is not recorded is looked at where that is done. */
  if (news->is_recorded && news->n == 1)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "known_issue", news->issue_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
    }
  else if (news->is_recorded)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", news->account_id, "audits");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-section");
    }
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-known-issues");

  return row;
}

static void
show (TambourIssueNews *self,
      GPtrArray        *news)
{
  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < MIN (news->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (g_ptr_array_index (news, i)));

  gtk_widget_set_visible (GTK_WIDGET (self), news->len > 0);
}

/* --- reading --------------------------------------------------------------- */

typedef struct
{
  GPtrArray *news;
  gint64     number;
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->news, g_ptr_array_unref);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
load_news (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(Found) found = g_new0 (Found, 1);

  found->number = tambour_store_last_change (store);
  found->news = tambour_exposure_news_load (store, me, now, cancellable, error);

  return found->news ? g_steal_pointer (&found) : NULL;
}

/* Where they cannot be read, the page of known issues says why. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourIssueNews) self = user_data;
  g_autoptr(Found) found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (found == NULL || self->list == NULL)
    return;

  self->known = found->number;
  show (self, found->news);
}

static void
read_anew (TambourIssueNews *self)
{
  if (self->portfolio == NULL || tambour_store_last_change (tambour_portfolio_get_store (self->portfolio)) == self->known)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_news, NULL, NULL, (GDestroyNotify) found_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

/* --- the list -------------------------------------------------------------- */

static void
tambour_issue_news_dispose (GObject *object)
{
  TambourIssueNews *self = TAMBOUR_ISSUE_NEWS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->portfolio);
  self->list = NULL;

  G_OBJECT_CLASS (tambour_issue_news_parent_class)->dispose (object);
}

static void
tambour_issue_news_class_init (TambourIssueNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_issue_news_dispose;
}

static void
tambour_issue_news_init (TambourIssueNews *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);

  self->known = -1;
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "tab-behavior", GTK_LIST_TAB_ITEM,
                             "css-classes", (const char *[]) { "boxed-list", "compact", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Known Issues"), -1);
  gtk_box_append (GTK_BOX (box), g_object_new (TAMBOUR_TYPE_HEADING, "title", _("New Known Issues"), NULL));
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tambour_issue_news_follow:
 * @self: news
 * @portfolio: a portfolio
 *
 * Looks for what is new in it, unless that is known, and shows it when it is found.
 */
void
tambour_issue_news_follow (TambourIssueNews *self,
                           TambourPortfolio *portfolio)
{
  g_return_if_fail (TAMBOUR_IS_ISSUE_NEWS (self));

  if (g_set_object (&self->portfolio, portfolio))
    self->known = -1;
  read_anew (self);
}
