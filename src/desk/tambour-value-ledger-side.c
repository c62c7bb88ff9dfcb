/* tambour-value-ledger-side.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-ledger-private.h"

#include "tambour-goals.h"

/* What stands beside the ledger: the rates, and the next review. */

/* --- rates -------------------------------------------------------------------- */

static int
compare_rates (gconstpointer a,
               gconstpointer b)
{
  TambourRate *first = (*(TambourValueRate * const *) a)->rate;
  TambourRate *second = (*(TambourValueRate * const *) b)->rate;
  int order = g_strcmp0 (first->title, second->title);

  return order ? order : g_strcmp0 (first->code, second->code);
}

/**
 * tambour_value_reading_add_rates:
 * @self: what an account has
 *
 * Adds its rates: what holds stands for those of the same code that were agreed before.
 */
void
tambour_value_reading_add_rates (TambourValueReading *self)
{
  TambourValueLedger *ledger = self->ledger;
  g_autoptr(GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rates->len; i++)
    {
      TambourRate *rate = g_ptr_array_index (self->rates, i);
      const char *code = rate->code ? rate->code : "";
      TambourValueRate *known = g_hash_table_lookup (shown, code);
      TambourRate *current = tambour_value_find_rate (self->rates, code, ledger->today);

      if (known != NULL)
        {
          known->n_earlier++;
          if (!known->is_agreed && rate->agreed_on.julian >= known->rate->agreed_on.julian)
            g_set_object (&known->rate, rate);
          continue;
        }

      known = g_new0 (TambourValueRate, 1);
      known->rate = g_object_ref (current ? current : rate);
      known->is_agreed = current != NULL;
      g_hash_table_insert (shown, (gpointer) code, known);
      g_ptr_array_add (ledger->rates, known);
    }

  for (guint i = 0; i < ledger->rates->len; i++)
    {
      TambourValueRate *known = g_ptr_array_index (ledger->rates, i);
      const char *name = known->rate->agreed_by_id.id ? g_hash_table_lookup (self->names, known->rate->agreed_by_id.id) : NULL;

      known->contact = g_strdup (name ? name : known->rate->agreed_by);
    }

  g_ptr_array_sort (ledger->rates, compare_rates);
}

/* --- what comes, and what was ---------------------------------------------------- */

/**
 * tambour_value_reading_add_review:
 * @self: what an account has
 * @error: return location
 *
 * Adds the next executive business review, if there is one.
 *
 * Returns: %FALSE if it could not be read
 */
gboolean
tambour_value_reading_add_review (TambourValueReading  *self,
                                  GError              **error)
{
  g_autoptr(GPtrArray) found = tambour_account_reading_page (self->reading, TAMBOUR_TYPE_ENGAGEMENT,
                                                             "kind = ebr and status = planned and planned_start >= {now-1}",
                                                             "planned_start", FALSE, 1, error);

  if (found != NULL && found->len > 0)
    self->ledger->review = g_object_ref (g_ptr_array_index (found, 0));

  return found != NULL;
}

/**
 * tambour_value_reading_count_unready:
 * @self: what an account has
 * @error: return location
 *
 * Counts what a review would miss: baselines of goals, and owners of actions.
 *
 * Returns: %FALSE if it could not be read
 */
gboolean
tambour_value_reading_count_unready (TambourValueReading  *self,
                                     GError              **error)
{
  g_autoptr(GPtrArray) goals = tambour_account_reading_list (self->reading, TAMBOUR_TYPE_GOAL, "status != dropped", error);
  g_autoptr(GPtrArray) actions = goals ? tambour_account_reading_list (self->reading, TAMBOUR_TYPE_ACTION_ITEM,
                                                                       "status = open or status = blocked", error)
                                       : NULL;

  if (actions == NULL)
    return FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (goals, i);

      self->ledger->n_without_baseline += tambour_goal_is_open (goal) && isnan (goal->baseline);
    }

  for (guint i = 0; i < actions->len; i++)
    {
      const char *owner = ((TambourActionItem *) g_ptr_array_index (actions, i))->owner;

      self->ledger->n_without_owner += owner == NULL || *owner == '\0';
    }

  return TRUE;
}
