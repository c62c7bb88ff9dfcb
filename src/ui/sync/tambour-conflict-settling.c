/* tambour-conflict-settling.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-conflict-settling.h"

#include "tambour-conflicts.h"
#include "tambour-fill.h"

/* What a person decided, on its way to the file. */
typedef struct
{
  GPtrArray *answers;
  char      *author;
} Settling;

static void
settling_free (Settling *settling)
{
  g_clear_pointer (&settling->answers, g_ptr_array_unref);
  g_clear_pointer (&settling->author, g_free);
  g_free (settling);
}

static gboolean
fill (TambourChange   *change,
      TambourStore    *store,
      TambourInstant   now,
      gpointer         data,
      GError         **error)
{
  const Settling *settling = data;

  return tambour_conflicts_settle (store, settling->answers, settling->author, now, change, error);
}

/**
 * tambour_conflict_settling_run:
 * @portfolio: where there are conflicts
 * @answers: (transfer full) (element-type TambourConflictAnswer): what a person decided
 * @cancellable: (nullable): a cancellable
 * @callback: called when done; tambour_fill_finish() tells it how it went
 * @user_data: for @callback
 *
 * Settles them in one step, which can be undone.
 */
void
tambour_conflict_settling_run (TambourPortfolio    *portfolio,
                               GPtrArray           *answers,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Settle a conflict"));
  Settling *settling = g_new0 (Settling, 1);

  settling->answers = answers;
  settling->author = g_strdup (tambour_portfolio_get_author (portfolio));
  tambour_fill_async (portfolio, change, fill, settling, (GDestroyNotify) settling_free, cancellable, callback, user_data);
}
