/* tambour-usage-page-insights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-fill.h"
#include "tambour-insight-moves.h"
#include "tambour-insight-row.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-usage-page-private.h"
#include "tambour-usage-text.h"
#include "tambour-when.h"

/* What the rules found, and what people made of it. */

/* More than these are not looked through at once. */
#define MOST_PROPOSALS 40

#define KEY "proposal"

/* --- proposals ------------------------------------------------------------------ */

static char *
dup_proposal_key (gconstpointer item)
{
  return tambour_insight_proposal_dup_key (item);
}

static GtkWidget *
new_row (gpointer data)
{
  return tambour_insight_row_new ();
}

static TambourUsagePage *
find_page (GtkWidget *row)
{
  return TAMBOUR_USAGE_PAGE (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_USAGE_PAGE));
}

static void
offer (GMenu                  *menu,
       const char             *label,
       const char             *key,
       TambourInsightMoveKind  kind)
{
  tambour_row_menu_item (menu, label, "usage.take-up", g_variant_new ("(su)", key, (guint) kind));
}

static void
show_proposal (GtkWidget *row,
               gpointer   data)
{
  const TambourInsightProposal *proposal = data;
  g_autofree char *key = tambour_insight_proposal_dup_key (proposal);
  g_autofree char *title = tambour_usage_text_proposal (proposal);
  g_autofree char *line = tambour_usage_text_found (proposal);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_insight_row_show (TAMBOUR_INSIGHT_ROW (row), title, line, tambour_usage_text_ground (tambour_insight_rule_get_ground (proposal->rule)));
  if (tambour_page_can_write (TAMBOUR_PAGE (find_page (row))))
    {
      offer (menu, _("_Accept"), key, TAMBOUR_INSIGHT_MOVE_ACCEPT);
      offer (menu, _("_Turn Into Action"), key, TAMBOUR_INSIGHT_MOVE_ACT);
      offer (menu, _("_Dismiss"), key, TAMBOUR_INSIGHT_MOVE_DISMISS);
    }
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
  g_object_set_data_full (G_OBJECT (row), KEY, g_steal_pointer (&key), g_free);
}

static const TambourInsightProposal *
find_proposal (TambourUsagePage *self,
               const char       *key)
{
  for (guint i = 0; self->proposals != NULL && key != NULL && i < self->proposals->len; i++)
    {
      const TambourInsightProposal *proposal = g_ptr_array_index (self->proposals, i);
      g_autofree char *own = tambour_insight_proposal_dup_key (proposal);

      if (g_str_equal (own, key))
        return proposal;
    }

  return NULL;
}

/**
 * tambour_usage_page_get_proposal:
 * @self: a page
 * @row: (nullable): a row of its list
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
const TambourInsightProposal *
tambour_usage_page_get_proposal (TambourUsagePage *self,
                                 GtkListBoxRow    *row)
{
  return row ? find_proposal (self, g_object_get_data (G_OBJECT (row), KEY)) : NULL;
}

/* What was taken up is gone: the keyboard is at the one after it. */
static void
restore_place (TambourUsagePage *self,
               int               position,
               gboolean          had_focus)
{
  int last = (int) MIN (self->proposals->len, MOST_PROPOSALS) - 1;
  GtkListBoxRow *row = position >= 0 && last >= 0 ? gtk_list_box_get_row_at_index (self->proposals_list, MIN (position, last)) : NULL;

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->proposals_list, row);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * tambour_usage_page_show_proposals:
 * @self: a page for which the rules have run
 */
void
tambour_usage_page_show_proposals (TambourUsagePage *self)
{
  static const TambourRowList rows = { dup_proposal_key, new_row, show_proposal, NULL };
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->proposals_list);
  int position = selected ? gtk_list_box_row_get_index (selected) : -1;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->proposals_list)) != NULL;
  g_autofree char *count = self->proposals->len > 0 ? tambour_when_number (self->proposals->len) : NULL;

  tambour_heading_set_remark (self->proposals_heading, count);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), self->proposals->len > 0 && tambour_page_can_write (TAMBOUR_PAGE (self)));
  if (self->proposals->len == 0)
    {
      tambour_row_list_say (self->proposals_list, tambour_notice_row_new ("object-select-symbolic", _("Nothing new is worth saying"),
                                                                          _("New levels, trends, gaps, crossed targets and records are proposed here")));
      return;
    }

  self->is_filling = TRUE;
  tambour_row_list_show (self->proposals_list, &rows, self->proposals, MIN (self->proposals->len, MOST_PROPOSALS), self);
  restore_place (self, position, had_focus);
  self->is_filling = FALSE;
}

/* --- insights -------------------------------------------------------------------- */

static char *
dup_insight_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD ((gpointer) item)->id);
}

static void
show_insight (GtkWidget *row,
              gpointer   data)
{
  TambourInsight *insight = data;
  TambourUsagePage *self = find_page (row);
  g_autofree char *line = tambour_usage_text_insight (insight, self->sheet->today);
  gboolean is_found = insight->ground != TAMBOUR_INSIGHT_GROUND_NOTICED;

  tambour_insight_row_show (TAMBOUR_INSIGHT_ROW (row), insight->title, line, is_found ? tambour_usage_text_ground (insight->ground) : NULL);
  g_object_set_data_full (G_OBJECT (row), "insight", g_strdup (TAMBOUR_RECORD (insight)->id), g_free);
}

/**
 * tambour_usage_page_show_insights:
 * @self: a page that has read its sheet
 */
void
tambour_usage_page_show_insights (TambourUsagePage *self)
{
  static const TambourRowList rows = { dup_insight_key, new_row, show_insight, NULL };
  GPtrArray *insights = self->sheet->insights;
  g_autofree char *remark = NULL;

  if (self->sheet->n_dismissed > 0)
    remark = g_strdup_printf (ngettext ("%d dismissed", "%d dismissed", self->sheet->n_dismissed), (int) self->sheet->n_dismissed);
  tambour_heading_set_remark (self->insights_heading, remark);
  if (insights->len == 0)
    tambour_row_list_say (self->insights_list, tambour_notice_row_new ("tambour-note-symbolic", _("No insight is recorded"), _("What you accept stands here, and in the next review")));
  else
    tambour_row_list_show (self->insights_list, &rows, insights, insights->len, self);
}

/* --- what people make of it --------------------------------------------------------- */

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_insight_move_fill (data, store, now, change, error);
}

/**
 * tambour_usage_page_take_up:
 * @self: a page
 * @key: which proposal
 * @kind: a #TambourInsightMoveKind
 */
void
tambour_usage_page_take_up (TambourUsagePage *self,
                            const char       *key,
                            guint             kind)
{
  static const struct
  {
    const char *label;
    const char *message;
  } words[] = {
    [TAMBOUR_INSIGHT_MOVE_ACCEPT] = { N_("Accept insight"), N_("The insight is recorded") },
    [TAMBOUR_INSIGHT_MOVE_DISMISS] = { N_("Dismiss insight"), N_("It will not be proposed again") },
    [TAMBOUR_INSIGHT_MOVE_ACT] = { N_("Turn insight into action"), N_("The insight and its action are recorded") },
  };
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  const TambourInsightProposal *proposal = find_proposal (self, key);
  g_autoptr(TambourChange) change = NULL;

  if (proposal == NULL || kind >= G_N_ELEMENTS (words) || !tambour_page_can_write (TAMBOUR_PAGE (self)))
    return;

  change = tambour_portfolio_new_change (portfolio, _(words[kind].label));
  tambour_fill_and_commit (GTK_WIDGET (self), portfolio, change, fill_move,
                           tambour_insight_move_new (kind, proposal, tambour_portfolio_get_author (portfolio)),
                           (GDestroyNotify) tambour_insight_move_free, _(words[kind].message));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  TambourUsagePage *self = user_data;
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_widget_get_focus_child (GTK_WIDGET (self->proposals_list)));

  if (row == NULL || tambour_usage_page_get_proposal (self, row) == NULL)
    return GDK_EVENT_PROPAGATE;

  tambour_usage_page_take_up (self, g_object_get_data (G_OBJECT (row), KEY), g_variant_get_uint32 (arguments));

  return GDK_EVENT_STOP;
}

/**
 * tambour_usage_page_add_keys:
 * @self: a page
 *
 * They work only while the list of proposals has the focus.
 */
void
tambour_usage_page_add_keys (TambourUsagePage *self)
{
  static const struct
  {
    guint                  key;
    TambourInsightMoveKind kind;
  } keys[] = {
    { GDK_KEY_a, TAMBOUR_INSIGHT_MOVE_ACCEPT },
    { GDK_KEY_d, TAMBOUR_INSIGHT_MOVE_DISMISS },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0), gtk_callback_action_new (key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (keys[i].kind));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->proposals_list), controller);
}
