/* tambour-readiness.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#include "tambour-preflight.h"

#include "tambour-account-reading.h"
#include "tambour-people.h"
#include "tambour-roadmap.h"
#include "tambour-usage.h"
#include "tambour-value.h"

/* The readiness of all accounts while it is read: kind by kind, each once, never account by account
 * what can be read of all. */
typedef struct
{
  TambourStore *store;
  GCancellable *cancellable;
  TambourDate   from;
  TambourDate   to;
  GPtrArray    *list;
  GHashTable   *by_account;
} Reading;

static void
readiness_free (gpointer data)
{
  TambourReadiness *self = data;

  g_clear_object (&self->account);
  g_clear_object (&self->plan);
  g_clear_object (&self->report);
  for (guint i = 0; i < TAMBOUR_N_READINESS_COLUMNS; i++)
    g_clear_pointer (&self->cells[i].sentence, g_free);
  g_free (self);
}

static TambourReadiness *
find (Reading    *self,
      const char *account_id)
{
  return account_id ? g_hash_table_lookup (self->by_account, account_id) : NULL;
}

static GPtrArray *
list_all (Reading     *self,
          GType        type,
          const char  *expression,
          GError     **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  if (expression != NULL && !tambour_query_parse (query, expression, error))
    return NULL;

  return tambour_store_list (self->store, query, self->cancellable, error);
}

/* What is said by @field to be of the period. */
static GPtrArray *
list_of_period (Reading     *self,
                GType        type,
                const char  *field,
                GError     **error)
{
  g_autofree char *from = tambour_date_dup_text (self->from);
  g_autofree char *to = tambour_date_dup_text (self->to);
  g_autofree char *expression = g_strdup_printf ("%s >= %s and %s < %s", field, from, field, to);

  return list_all (self, type, expression, error);
}

/* --- accounts --------------------------------------------------------------------------- */

static gboolean
read_accounts (Reading  *self,
               GError  **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) plans = list_all (self, TAMBOUR_TYPE_PLAN, NULL, error);
  g_autoptr(GPtrArray) accounts = NULL;

  if (plans == NULL || !tambour_query_order (query, "name", FALSE, error) ||
      !(accounts = tambour_store_list (self->store, query, self->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < accounts->len; i++)
    {
      TambourReadiness *one = g_new0 (TambourReadiness, 1);

      one->account = g_object_ref (g_ptr_array_index (accounts, i));
      for (guint j = 0; j < plans->len; j++)
        if (g_strcmp0 (tambour_record_get_id (g_ptr_array_index (plans, j)), one->account->plan_id.id) == 0)
          g_set_object (&one->plan, g_ptr_array_index (plans, j));
      one->in_plan = one->plan == NULL || one->plan->has_tam;
      g_ptr_array_add (self->list, one);
      g_hash_table_insert (self->by_account, TAMBOUR_RECORD (one->account)->id, one);
    }

  return TRUE;
}

/* --- cases ------------------------------------------------------------------------------- */

/* The days of the period are those of the account. */
static gboolean
count_cases (Reading           *self,
             TambourReadiness  *one,
             GError           **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GTimeZone) zone = tambour_account_dup_zone (one->account);
  g_autofree char *from = tambour_instant_dup_text (tambour_zone_start_of_day (zone, self->from));
  g_autofree char *to = tambour_instant_dup_text (tambour_zone_start_of_day (zone, self->to));

  tambour_query_account (query, TAMBOUR_RECORD (one->account)->id);
  if (!tambour_query_where (query, "opened_at", TAMBOUR_AT_LEAST, from, error) ||
      !tambour_query_where (query, "opened_at", TAMBOUR_BELOW, to, error) ||
      !tambour_query_where (query, "exclusion", TAMBOUR_IS,
                            tambour_choice_nick (TAMBOUR_TYPE_CASE_EXCLUSION, TAMBOUR_CASE_EXCLUSION_NO), error))
    return FALSE;

  one->n_cases = tambour_store_count (self->store, query, error);

  return one->n_cases >= 0;
}

/* --- what there should be ------------------------------------------------------------------ */

static void
set_missing (TambourReadinessCell *cell,
             char                 *sentence)
{
  if (cell->sentence == NULL)
    cell->sentence = sentence;
  else
    g_free (sentence);
}

static gboolean
read_goals (Reading  *self,
            GError  **error)
{
  g_autoptr(GPtrArray) goals = list_all (self, TAMBOUR_TYPE_GOAL, "status != draft and status != dropped", error);

  for (guint i = 0; goals && i < goals->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (goals, i);
      TambourReadiness *one = find (self, TAMBOUR_RECORD (goal)->account_id.id);
      TambourReadinessCell *cell = one ? &one->cells[TAMBOUR_READINESS_GOALS] : NULL;

      if (cell == NULL)
        continue;

      cell->needed++;
      if (!isnan (goal->baseline))
        cell->done++;
      else
        set_missing (cell, g_strdup_printf (_("The goal “%s” has no baseline"), goal->statement ? goal->statement : ""));
    }

  return goals != NULL;
}

static gboolean
read_audits (Reading  *self,
             GError  **error)
{
  g_autoptr(GPtrArray) audits = list_of_period (self, TAMBOUR_TYPE_AUDIT, "on", error);

  for (guint i = 0; audits && i < audits->len; i++)
    {
      TambourAudit *audit = g_ptr_array_index (audits, i);
      TambourReadiness *one = find (self, TAMBOUR_RECORD (audit)->account_id.id);

      if (one != NULL && audit->status == TAMBOUR_AUDIT_STATUS_FINAL)
        one->cells[TAMBOUR_READINESS_AUDIT].done = 1;
      else if (one != NULL)
        set_missing (&one->cells[TAMBOUR_READINESS_AUDIT], g_strdup_printf (_("The audit “%s” is not finished"), audit->title ? audit->title : ""));
    }

  return audits != NULL;
}

static gboolean
read_usage (Reading           *self,
            TambourReadiness  *one,
            GError           **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_USAGE_SAMPLE);
  g_autofree char *from = tambour_date_dup_text (self->from);
  g_autofree char *to = tambour_date_dup_text (self->to);
  g_autoptr(GPtrArray) found = NULL;

  tambour_query_account (query, TAMBOUR_RECORD (one->account)->id);
  if (!tambour_query_where (query, "on", TAMBOUR_AT_LEAST, from, error) ||
      !tambour_query_where (query, "on", TAMBOUR_BELOW, to, error))
    return FALSE;

  tambour_query_limit (query, 1, 0);
  if (!(found = tambour_store_list (self->store, query, self->cancellable, error)))
    return FALSE;

  one->cells[TAMBOUR_READINESS_USAGE].done = found->len;

  return TRUE;
}

static gboolean
read_value (Reading  *self,
            GError  **error)
{
  g_autoptr(GPtrArray) entries = list_of_period (self, TAMBOUR_TYPE_VALUE_ENTRY, "on", error);

  for (guint i = 0; entries && i < entries->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (entries, i);
      TambourReadiness *one = find (self, TAMBOUR_RECORD (entry)->account_id.id);
      TambourReadinessCell *cell = one ? &one->cells[TAMBOUR_READINESS_VALUE] : NULL;

      if (cell == NULL || entry->state == TAMBOUR_VALUE_STATE_REJECTED || entry->class == TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
        continue;

      cell->needed++;
      if (entry->state == TAMBOUR_VALUE_STATE_ACCEPTED)
        cell->done++;
      else
        set_missing (cell, g_strdup_printf (_("“%s” is not accepted yet and does not count"), entry->title ? entry->title : ""));
    }

  return entries != NULL;
}

static gboolean
has_narrative (TambourReport *report)
{
  g_autoptr(TambourOutline) outline = tambour_outline_parse (report->narrative, NULL);

  for (guint i = 0; outline && i < TAMBOUR_N_CHAPTERS; i++)
    if (outline->parts[i].narrative != NULL && !outline->parts[i].is_out)
      return TRUE;

  return FALSE;
}

/* A draft is what is worked on; a finished review is what there is; what was superseded is neither. */
static gboolean
is_nearer (TambourReport *report,
           TambourReport *than)
{
  if (report->state == TAMBOUR_REPORT_STATE_SUPERSEDED)
    return FALSE;

  return than == NULL || (than->state == TAMBOUR_REPORT_STATE_FINAL && report->state == TAMBOUR_REPORT_STATE_DRAFT);
}

static gboolean
read_reports (Reading  *self,
              GError  **error)
{
  g_autoptr(GPtrArray) reports = list_of_period (self, TAMBOUR_TYPE_REPORT, "period_from", error);

  for (guint i = 0; reports && i < reports->len; i++)
    {
      TambourReport *report = g_ptr_array_index (reports, i);
      TambourReadiness *one = find (self, TAMBOUR_RECORD (report)->account_id.id);

      if (one == NULL || report->period_from.julian != self->from.julian || report->period_to.julian != self->to.julian - 1 ||
          !is_nearer (report, one->report))
        continue;

      g_set_object (&one->report, report);
      one->cells[TAMBOUR_READINESS_NARRATIVE].done = has_narrative (report) ? 1 : 0;
    }

  return reports != NULL;
}

static gboolean
read_sponsors (Reading  *self,
               GError  **error)
{
  g_autoptr(GPtrArray) contacts = list_all (self, TAMBOUR_TYPE_CONTACT, "role = exec_sponsor", error);
  g_autoptr(GPtrArray) agreements = contacts ? list_all (self, TAMBOUR_TYPE_AGREEMENT, NULL, error) : NULL;

  for (guint i = 0; agreements && i < contacts->len; i++)
    {
      TambourContact *contact = g_ptr_array_index (contacts, i);
      TambourReadiness *one = find (self, TAMBOUR_RECORD (contact)->account_id.id);

      if (one != NULL && !tambour_date_is_stated (contact->left_on))
        one->cells[TAMBOUR_READINESS_SPONSOR].done = 1;
    }

  for (guint i = 0; agreements && i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);
      TambourReadiness *one = find (self, TAMBOUR_RECORD (agreement)->account_id.id);

      if (one != NULL && agreement->sponsor_id.id != NULL && agreement->start.julian < self->to.julian &&
          agreement->end.julian >= self->to.julian - 1)
        one->cells[TAMBOUR_READINESS_SPONSOR].done = 1;
    }

  return agreements != NULL;
}

/* --- what is missing -------------------------------------------------------------------------- */

static char *
say_missing (TambourReadinessColumn column)
{
  switch (column)
    {
    case TAMBOUR_READINESS_GOALS:
      return g_strdup (_("No goal is agreed"));
    case TAMBOUR_READINESS_AUDIT:
      return g_strdup (_("No audit in this period"));
    case TAMBOUR_READINESS_USAGE:
      return g_strdup (_("No usage is imported for this period"));
    case TAMBOUR_READINESS_VALUE:
      return NULL;
    case TAMBOUR_READINESS_NARRATIVE:
      return g_strdup (_("No narrative yet"));
    case TAMBOUR_READINESS_SPONSOR:
      return g_strdup (_("No executive sponsor is named"));
    }

  g_assert_not_reached ();
}

/* One of each there should be; value is asked only where there is some. */
static void
conclude (TambourReadiness *one)
{
  for (guint i = 0; i < TAMBOUR_N_READINESS_COLUMNS; i++)
    {
      TambourReadinessCell *cell = &one->cells[i];

      if (!one->in_plan)
        cell->done = cell->needed = 0;
      else if (i != TAMBOUR_READINESS_VALUE)
        cell->needed = MAX (cell->needed, 1);

      if (cell->done >= cell->needed)
        g_clear_pointer (&cell->sentence, g_free);
      else if (cell->sentence == NULL)
        cell->sentence = say_missing (i);

      one->n_missing += cell->done < cell->needed;
    }
}

static gboolean
read_all (Reading  *self,
          GError  **error)
{
  if (!read_accounts (self, error) || !read_goals (self, error) || !read_audits (self, error) || !read_value (self, error) ||
      !read_reports (self, error) || !read_sponsors (self, error))
    return FALSE;

  for (guint i = 0; i < self->list->len; i++)
    {
      TambourReadiness *one = g_ptr_array_index (self->list, i);

      if (!count_cases (self, one, error) || !read_usage (self, one, error))
        return FALSE;

      conclude (one);
    }

  return TRUE;
}

/**
 * tambour_readiness_list:
 * @store: a portfolio
 * @from: the first day of a period
 * @to: the day after its last one
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * How far the reviews of all accounts are. Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReadiness): one for each account, by name
 */
GPtrArray *
tambour_readiness_list (TambourStore  *store,
                        TambourDate    from,
                        TambourDate    to,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (readiness_free);
  g_autoptr(GHashTable) by_account = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { store, cancellable, from, to, list, by_account };

  return read_all (&reading, error) ? g_steal_pointer (&list) : NULL;
}
