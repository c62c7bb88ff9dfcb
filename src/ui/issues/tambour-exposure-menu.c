/* tambour-exposure-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-exposure-menu.h"
#include "tambour-exposure-moves.h"
#include "tambour-fill.h"
#include "tambour-row-menu.h"

/* What can be done about an exposure, where it makes sense. */

static const struct
{
  TambourExposureMoveKind  kind;
  const char              *label;
} asked[] = {
  { TAMBOUR_EXPOSURE_MOVE_MITIGATE, N_("_Write Down Safeguard…") },
  { TAMBOUR_EXPOSURE_MOVE_PLAN, N_("Create _Action…") },
  { TAMBOUR_EXPOSURE_MOVE_ACCEPT, N_("_Accept Risk…") },
  { TAMBOUR_EXPOSURE_MOVE_CLEAR, N_("_Not Affected…") },
};

static void
add_moves (GMenu                     *menu,
           const TambourExposureLine *line)
{
  const char *id = TAMBOUR_RECORD (line->exposure)->id;
  gboolean is_suspected = line->exposure->state == TAMBOUR_EXPOSURE_STATE_SUSPECTED;

  if (tambour_exposure_can_move (line->exposure->state, TAMBOUR_EXPOSURE_MOVE_CONFIRM))
    tambour_row_menu_item (menu, is_suspected ? _("_Confirm") : _("_Exposed Again"), "win.confirm-exposure", g_variant_new_string (id));

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (tambour_exposure_can_move (line->exposure->state, asked[i].kind))
      tambour_row_menu_item (menu, _(asked[i].label), "win.ask-step", g_variant_new ("(ssu)", "exposure", id, asked[i].kind));
}

/**
 * tambour_exposure_menu_new:
 * @line: an exposure
 *
 * Returns: (transfer full): what can be done about it, and where it leads
 */
GMenuModel *
tambour_exposure_menu_new (const TambourExposureLine *line)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) moves = g_menu_new ();
  g_autoptr(GMenu) others = g_menu_new ();
  const char *id = TAMBOUR_RECORD (line->exposure)->id;

  add_moves (moves, line);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  if (line->action != NULL)
    tambour_row_menu_item (others, _("_Open Action"), "win.open-record", g_variant_new ("(ss)", "action_item", TAMBOUR_RECORD (line->action)->id));
  if (line->component != NULL)
    tambour_row_menu_item (others, _("Open C_omponent"), "win.open-record", g_variant_new ("(ss)", "component", TAMBOUR_RECORD (line->component)->id));
  tambour_row_menu_item (others, _("All _Fields and History"), "win.show-fields", g_variant_new ("(ss)", "exposure", id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_exposure_move_fill (data, store, now, change, error);
}

/**
 * tambour_exposure_menu_confirm:
 * @asked_by: a widget that stays in its window, which says what was done
 * @portfolio: a portfolio
 * @id: the id of an exposure
 *
 * Writes down that the customer is exposed, which needs no words.
 */
void
tambour_exposure_menu_confirm (GtkWidget        *asked_by,
                               TambourPortfolio *portfolio,
                               const char       *id)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Confirm exposure"));
  TambourExposureMove *move = tambour_exposure_move_new (TAMBOUR_EXPOSURE_MOVE_CONFIRM, id);

  tambour_fill_and_commit (asked_by, portfolio, change, fill_move, move, (GDestroyNotify) tambour_exposure_move_free, _("Exposure confirmed"));
}
