/* tambour-fill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-fill.h"

#include "tambour-feedback.h"

typedef struct
{
  GtkWidget       *widget;
  TambourChange   *change;
  TambourFillFunc  func;
  gpointer         data;
  GDestroyNotify   free_data;
  char            *message;
} Filling;

static void
filling_free (Filling *filling)
{
  g_clear_object (&filling->widget);
  g_clear_object (&filling->change);
  g_clear_pointer (&filling->message, g_free);
  if (filling->free_data != NULL)
    filling->free_data (filling->data);
  g_free (filling);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filling, filling_free)

/* The filling belongs to the callback; a widget is not touched here. */
static gpointer
fill_thread (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Filling *filling = data;

  if (!filling->func (filling->change, store, now, filling->data, error))
    return NULL;

  return g_object_ref (filling->change);
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Filling) filling = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourChange) change = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (change == NULL)
    tambour_feedback_fail (filling->widget, error);
  else
    tambour_feedback_commit (filling->widget, TAMBOUR_PORTFOLIO (source), change, filling->message);
}

/**
 * tambour_fill_and_commit:
 * @widget: a widget that stays in its window, which asks for it
 * @portfolio: its portfolio
 * @change: an empty change
 * @func: fills @change, on a thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @message: (nullable): what to say when it is written
 *
 * Writes a change to records that have to be read first, as
 * tambour_feedback_commit() does.
 */
void
tambour_fill_and_commit (GtkWidget        *widget,
                         TambourPortfolio *portfolio,
                         TambourChange    *change,
                         TambourFillFunc   func,
                         gpointer          data,
                         GDestroyNotify    free_data,
                         const char       *message)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->widget = g_object_ref (widget);
  filling->change = g_object_ref (change);
  filling->func = func;
  filling->data = data;
  filling->free_data = free_data;
  filling->message = g_strdup (message);
  tambour_portfolio_load_async (portfolio, fill_thread, filling, NULL, g_object_unref, NULL, filled_cb, filling);
}
