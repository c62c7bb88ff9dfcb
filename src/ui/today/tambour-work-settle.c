/* tambour-work-settle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-fill.h"
#include "tambour-work-settle.h"

/* What tambour_today_settle() needs of something to do. */
static TambourTodayWork *
copy_work (const TambourTodayWork *work)
{
  TambourTodayWork *copy = g_new0 (TambourTodayWork, 1);

  copy->id = g_strdup (work->id);
  copy->is_commitment = work->is_commitment;
  copy->account.zone = g_strdup (work->account.zone);

  return copy;
}

static void
free_copy (gpointer data)
{
  TambourTodayWork *copy = data;

  g_clear_pointer (&copy->id, g_free);
  g_clear_pointer (&copy->account.zone, g_free);
  g_free (copy);
}

static gboolean
fill_settled (TambourChange   *change,
              TambourStore    *store,
              TambourInstant   now,
              gpointer         data,
              GError         **error)
{
  return tambour_today_settle (change, store, data, now, error);
}

/**
 * tambour_work_settle:
 * @widget: a widget that stays in its window, which asks for it
 * @portfolio: its portfolio
 * @work: an action or a promise
 *
 * Says that it is done, with a button that takes it back.
 */
void
tambour_work_settle (GtkWidget              *widget,
                     TambourPortfolio       *portfolio,
                     const TambourTodayWork *work)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, work->is_commitment ? _("Keep promise") : _("Finish action"));
  /* Translators: %s is something to do */
  g_autofree char *message = g_strdup_printf (_("Done: %s"), work->title ? work->title : "");

  tambour_fill_and_commit (widget, portfolio, change, fill_settled, copy_work (work), free_copy, message);
}
