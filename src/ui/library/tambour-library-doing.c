/* tambour-library-doing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-doing.h"

#include "tambour-fill.h"

/* What is done with the library from more than one page. */

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_library_move_fill (data, store, now, change, error);
}

/**
 * tambour_library_do:
 * @widget: where it is done, and said
 * @portfolio: a portfolio
 * @move: (transfer full): what is to be done
 * @label: what that is called in the history
 * @message: that it was done
 *
 * Does it, so that it can be undone.
 */
void
tambour_library_do (GtkWidget          *widget,
                    TambourPortfolio   *portfolio,
                    TambourLibraryMove *move,
                    const char         *label,
                    const char         *message)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);

  tambour_fill_and_commit (widget, portfolio, change, fill_move, move, (GDestroyNotify) tambour_library_move_free, message);
}

/**
 * tambour_library_leave_out:
 * @widget: where it is done
 * @portfolio: a portfolio
 * @item_id: something of the library
 * @account_id: whom it is not suggested for any more
 */
void
tambour_library_leave_out (GtkWidget        *widget,
                           TambourPortfolio *portfolio,
                           const char       *item_id,
                           const char       *account_id)
{
  tambour_library_do (widget, portfolio, tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_NOT_FOR, item_id, account_id),
                      _("Leave out suggestion"), _("It is not suggested for them any more"));
}

/**
 * tambour_library_answer:
 * @widget: where it is done
 * @portfolio: a portfolio
 * @guest: who was invited
 * @comes: whether they come
 * @has_seat: whether there is a seat for them
 */
void
tambour_library_answer (GtkWidget          *widget,
                        TambourPortfolio   *portfolio,
                        const TambourGuest *guest,
                        gboolean            comes,
                        gboolean            has_seat)
{
  TambourLibraryMove *move = tambour_library_move_new (comes ? TAMBOUR_LIBRARY_MOVE_ACCEPT : TAMBOUR_LIBRARY_MOVE_DECLINE,
                                                       guest->record->id, NULL);

  move->has_seat = comes && has_seat;
  tambour_library_do (widget, portfolio, move, comes ? _("Accept invitation") : _("Decline invitation"),
                      !comes     ? _("They do not come")
                      : has_seat ? _("They have a seat")
                                 : _("No seat is free: they wait for one"));
}

/**
 * tambour_library_end_follow_up:
 * @widget: where it is done
 * @portfolio: a portfolio
 * @guest: who was looked after
 */
void
tambour_library_end_follow_up (GtkWidget          *widget,
                               TambourPortfolio   *portfolio,
                               const TambourGuest *guest)
{
  tambour_library_do (widget, portfolio, tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_FOLLOWED_UP, guest->record->id, NULL),
                      _("End follow-up"), _("It is followed up"));
}

/**
 * tambour_library_new_question:
 * @kind: what is asked
 * @id: what about
 * @account_id: (nullable): of which customer
 *
 * Returns: (transfer floating): what “win.ask-library” is given
 */
GVariant *
tambour_library_new_question (TambourLibraryMoveKind  kind,
                              const char             *id,
                              const char             *account_id)
{
  return g_variant_new ("(uss)", (guint) kind, id, account_id ? account_id : "");
}
