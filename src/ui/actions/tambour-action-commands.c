/* tambour-action-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-commands.h"
#include "tambour-fill.h"

/* What can be done with an action, a commitment or a decision wherever it is shown. */

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_action_move_fill (data, store, now, change, error);
}

/**
 * tambour_action_commands_do:
 * @asked_by: a widget that stays in its window
 * @portfolio: its portfolio
 * @move: (transfer full): what is done
 * @label: what that is called in the history
 * @message: what to say when it is written
 *
 * Does it, with a toast that takes it back, or says why it cannot be done.
 */
void
tambour_action_commands_do (GtkWidget         *asked_by,
                            TambourPortfolio  *portfolio,
                            TambourActionMove *move,
                            const char        *label,
                            const char        *message)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);

  tambour_fill_and_commit (asked_by, portfolio, change, fill_move, move, (GDestroyNotify) tambour_action_move_free, message);
}

static const char *
label_of (TambourActionKind of)
{
  switch (of)
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      return _("Finish action");
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      return _("Keep promise");
    case TAMBOUR_ACTION_KIND_DECISION:
      return _("Note decision");
    }

  g_return_val_if_reached (NULL);
}

static char *
message_of (TambourActionKind  of,
            const char        *title,
            gboolean           is_late)
{
  switch (of)
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      /* Translators: %s is something to do */
      return g_strdup_printf (_("Done: %s"), title);
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      /* Translators: %s is a promise */
      return is_late ? g_strdup_printf (_("Kept late: %s"), title) : g_strdup_printf (_("Kept: %s"), title);
    case TAMBOUR_ACTION_KIND_DECISION:
      /* Translators: %s is what was decided */
      return g_strdup_printf (_("Decided: %s"), title);
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_action_commands_settle:
 * @asked_by: a widget that stays in its window
 * @portfolio: its portfolio
 * @of: what kind of thing
 * @id: the id of its record
 * @title: (nullable): what it is called
 * @is_late: whether its day is over
 *
 * Says that an action is done, a commitment kept, or something decided.
 */
void
tambour_action_commands_settle (GtkWidget         *asked_by,
                                TambourPortfolio  *portfolio,
                                TambourActionKind  of,
                                const char        *id,
                                const char        *title,
                                gboolean           is_late)
{
  g_autofree char *message = message_of (of, title ? title : "", is_late);

  tambour_action_commands_do (asked_by, portfolio, tambour_action_move_new (TAMBOUR_ACTION_MOVE_SETTLE, of, id),
                              label_of (of), message);
}
