/* tambour-today-insights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-insight-news.h"
#include "tambour-insight-row.h"
#include "tambour-today-page-private.h"
#include "tambour-usage-text.h"
#include "tambour-when.h"

/* What the values of the accounts say. The rules need a while for very many of them:
 * they run when Today has been there for a moment, and Today does not wait for them.
 */
#define MILLISECONDS_LATER 1200

#define MOST_ROWS 4
#define NEWS      "tambour-insight-news"

typedef struct
{
  GPtrArray *found;
  gint64     change;
} Before;

static void
before_free (Before *before)
{
  g_clear_pointer (&before->found, g_ptr_array_unref);
  g_free (before);
}

static gpointer
load_news (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Before *before = data;

  return tambour_insight_news_load (store, me, now, before->found, before->change, cancellable, error);
}

static char *
dup_key (gconstpointer item)
{
  return tambour_insight_proposal_dup_key (((const TambourInsightNewsItem *) item)->proposal);
}

static GtkWidget *
new_row (gpointer data)
{
  return tambour_insight_row_new ();
}

static void
show_row (GtkWidget *row,
          gpointer   data)
{
  const TambourInsightNewsItem *item = data;
  g_autofree char *title = tambour_usage_text_proposal (item->proposal);

  tambour_insight_row_show (TAMBOUR_INSIGHT_ROW (row), title, item->account_name ? item->account_name : "", NULL);
}

/* Nothing is shown where nothing is new. */
static void
show_news (TambourTodayPage         *self,
           const TambourInsightNews *news)
{
  static const TambourRowList rows = { dup_key, new_row, show_row, NULL };
  guint n = MIN (news->items->len, MOST_ROWS);
  g_autofree char *count = tambour_when_number (news->items->len);

  gtk_widget_set_visible (GTK_WIDGET (self->insights_list), n > 0);
  tambour_today_list_set_remark (self->insights_list, n < news->items->len ? count : NULL);
  if (n > 0)
    tambour_today_list_show (self->insights_list, &rows, news->items, n, self);
}

static TambourInsightNews *
get_news (TambourTodayPage *self)
{
  return g_object_get_data (G_OBJECT (tambour_page_get_portfolio (TAMBOUR_PAGE (self))), NEWS);
}

/* What was found is kept with the portfolio, for all of its windows. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourTodayPage) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourInsightNews *news = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  g_clear_object (&self->examining);
  if (news == NULL)
    return;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    show_news (self, news);
  g_object_set_data_full (source, NEWS, news, (GDestroyNotify) tambour_insight_news_free);
}

static void
later_cb (gpointer user_data)
{
  TambourTodayPage *self = user_data;
  TambourInsightNews *news = get_news (self);
  Before *before = g_new0 (Before, 1);

  self->insights_source = 0;
  before->found = news ? g_ptr_array_ref (news->found) : NULL;
  before->change = news ? news->change : 0;
  self->examining = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), load_news, before, (GDestroyNotify) before_free,
                                (GDestroyNotify) tambour_insight_news_free, self->examining, loaded_cb, g_object_ref (self));
}

/**
 * tambour_today_page_look_for_insights:
 * @self: a Today page
 *
 * Has the rules run in a moment, if it is on the screen and shows what it has read. A run
 * that has begun goes on, whatever is looked at meanwhile.
 */
void
tambour_today_page_look_for_insights (TambourTodayPage *self)
{
  tambour_today_page_stop_insights (self);
  if (self->examining != NULL || self->today == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->insights_source = g_timeout_add_once (MILLISECONDS_LATER, later_cb, self);
}

/**
 * tambour_today_page_stop_insights:
 * @self: a Today page
 *
 * Has them not run, unless they do already.
 */
void
tambour_today_page_stop_insights (TambourTodayPage *self)
{
  g_clear_handle_id (&self->insights_source, g_source_remove);
}

/**
 * tambour_today_page_open_insight:
 * @self: a Today page
 * @position: which of its insights
 *
 * Shows the usage of its account, where it can be taken up.
 */
void
tambour_today_page_open_insight (TambourTodayPage *self,
                                 guint             position)
{
  TambourInsightNews *news = get_news (self);

  if (news != NULL && position < news->items->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-usage", "s",
                                ((TambourInsightNewsItem *) g_ptr_array_index (news->items, position))->proposal->account_id);
}
