/* tambour-insight-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-insight-moves.h"

#include "tambour-engagement.h"
#include "tambour-insight-words.h"

/* Until when something should be done about it, unless somebody says otherwise. */
#define DAYS_TO_ACT 7

/**
 * tambour_insight_move_new:
 * @kind: what is made of it
 * @proposal: what a rule found
 * @owner: (nullable): who does something about it
 *
 * Returns: (transfer full): a move
 */
TambourInsightMove *
tambour_insight_move_new (TambourInsightMoveKind        kind,
                          const TambourInsightProposal *proposal,
                          const char                   *owner)
{
  TambourInsightMove *self = g_new0 (TambourInsightMove, 1);

  self->kind = kind;
  self->proposal = tambour_insight_proposal_copy (proposal);
  self->owner = g_strdup (owner);

  return self;
}

/**
 * tambour_insight_move_free:
 * @self: (transfer full): a move
 */
void
tambour_insight_move_free (TambourInsightMove *self)
{
  g_clear_pointer (&self->proposal, tambour_insight_proposal_free);
  g_clear_pointer (&self->owner, g_free);
  g_free (self);
}

static TambourSeverity
find_severity (const TambourInsightProposal *proposal)
{
  switch (proposal->rule)
    {
    case TAMBOUR_INSIGHT_THRESHOLD:
      return TAMBOUR_SEVERITY_HIGH;
    case TAMBOUR_INSIGHT_LEVEL:
    case TAMBOUR_INSIGHT_TREND:
    case TAMBOUR_INSIGHT_GAP:
      return TAMBOUR_SEVERITY_MEDIUM;
    case TAMBOUR_INSIGHT_RECORD:
      return TAMBOUR_SEVERITY_LOW;
    }

  g_return_val_if_reached (TAMBOUR_SEVERITY_LOW);
}

static TambourInsight *
put_insight (const TambourInsightMove *self,
             TambourDate               today,
             TambourChange            *change)
{
  TambourInsight *insight = TAMBOUR_INSIGHT (tambour_record_new (TAMBOUR_TYPE_INSIGHT, NULL));
  const TambourInsightProposal *proposal = self->proposal;
  gboolean is_dismissed = self->kind == TAMBOUR_INSIGHT_MOVE_DISMISS;

  g_set_str (&TAMBOUR_RECORD (insight)->account_id.id, proposal->account_id);
  TAMBOUR_RECORD (insight)->origin = TAMBOUR_ORIGIN_DERIVED;
  insight->title = tambour_insight_words_title (proposal);
  insight->data = tambour_insight_words_data (proposal);
  insight->severity = find_severity (proposal);
  insight->seen_on = today;
  insight->state = is_dismissed ? TAMBOUR_INSIGHT_STATE_DISMISSED : TAMBOUR_INSIGHT_STATE_RAISED;
  insight->ground = tambour_insight_rule_get_ground (proposal->rule);
  g_set_str (&insight->metric, proposal->metric);
  g_set_str (&insight->dimension, proposal->dimension);
  insight->first_on = proposal->first;
  insight->before = proposal->before;
  insight->now = proposal->now;
  tambour_change_put (change, TAMBOUR_RECORD (insight));

  return insight;
}

static void
put_action (const TambourInsightMove *self,
            TambourInsight           *insight,
            TambourDate               today,
            TambourChange            *change)
{
  g_autoptr(TambourActionItem) action = TAMBOUR_ACTION_ITEM (tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL));

  g_set_str (&TAMBOUR_RECORD (action)->account_id.id, self->proposal->account_id);
  g_set_str (&action->title, insight->title);
  action->side = TAMBOUR_SIDE_US;
  g_set_str (&action->owner, self->owner);
  action->due.julian = today.julian + DAYS_TO_ACT;
  g_set_str (&action->insight_id.id, TAMBOUR_RECORD (insight)->id);
  tambour_change_put (change, TAMBOUR_RECORD (action));
}

/* What somebody else made of it meanwhile stands. */
static gboolean
check_new (const TambourInsightMove  *self,
           TambourStore              *store,
           GError                   **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GPtrArray) left = NULL;

  g_ptr_array_add (found, self->proposal);
  if (!(left = tambour_insights_sift (store, self->proposal->account_id, found, NULL, error)))
    return FALSE;

  if (left->len == 0)
    g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("Somebody has taken this up or dismissed it meanwhile."));

  return left->len > 0;
}

/**
 * tambour_insight_move_fill:
 * @self: what is made of a proposal
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, or another
 *
 * Puts what changes into @change. The insight is written in the language of the
 * customer’s reports, where that is translated. Only what is not dismissed counts
 * (METRICS.md M33).
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_insight_move_fill (const TambourInsightMove  *self,
                           TambourStore              *store,
                           TambourInstant             at,
                           TambourChange             *change,
                           GError                   **error)
{
  const TambourAccountReading reading = { store, NULL, self->proposal->account_id, at };
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(TambourInsight) insight = NULL;
  TambourDate today;

  if (!check_new (self, store, error) || !tambour_account_reading_get (&reading, TAMBOUR_TYPE_ACCOUNT, self->proposal->account_id, &account, error) ||
      !tambour_account_reading_today (&reading, &today, error))
    return FALSE;

  tambour_insight_words_begin (account ? account->report_lang : NULL);
  insight = put_insight (self, today, change);
  if (self->kind == TAMBOUR_INSIGHT_MOVE_ACT)
    put_action (self, insight, today, change);

  return TRUE;
}
