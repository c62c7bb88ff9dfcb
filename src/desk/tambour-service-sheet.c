/* tambour-service-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-service-sheet-private.h"

#include "tambour-notices.h"
#include "tambour-plans.h"

static void
escalation_free (TambourServiceEscalation *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->support_case);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

static void
change_free (TambourServiceChange *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->clash);
  g_clear_object (&self->outage);
  g_clear_object (&self->escalation);
  g_free (self);
}

/**
 * tambour_service_sheet_free:
 * @self: (transfer full): a sheet
 */
void
tambour_service_sheet_free (TambourServiceSheet *self)
{
  g_clear_pointer (&self->overview, tambour_overview_free);
  g_clear_pointer (&self->escalations, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->surveys, g_ptr_array_unref);
  g_free (self);
}

/* --- escalations ------------------------------------------------------------ */

static gboolean
is_open (const TambourAccountReading *reading,
         TambourEscalation           *escalation)
{
  return !tambour_instant_is_stated (escalation->deescalated_at) || escalation->deescalated_at.seconds > reading->at.seconds;
}

static gboolean
add_escalation (TambourServiceSheet          *self,
                const TambourAccountReading  *reading,
                TambourEscalation            *record,
                GError                      **error)
{
  TambourServiceEscalation *escalation = g_new0 (TambourServiceEscalation, 1);

  escalation->record = g_object_ref (record);
  escalation->others = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->escalations, escalation);
  self->n_escalated += is_open (reading, record) ? 1 : 0;

  for (guint i = 0; record->other_case_ids && record->other_case_ids[i]; i++)
    {
      TambourCase *other = NULL;

      if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_CASE, record->other_case_ids[i], &other, error))
        return FALSE;
      if (other != NULL)
        g_ptr_array_add (escalation->others, other);
    }

  return tambour_account_reading_get (reading, TAMBOUR_TYPE_CASE, record->case_id.id, &escalation->support_case, error);
}

/* The highest first, of those the oldest. */
static gint
compare_open (gconstpointer a,
              gconstpointer b)
{
  TambourEscalation *first = *(TambourEscalation * const *) a;
  TambourEscalation *second = *(TambourEscalation * const *) b;

  if (first->level != second->level)
    return first->level > second->level ? -1 : 1;

  return (first->declared_at.seconds > second->declared_at.seconds) - (first->declared_at.seconds < second->declared_at.seconds);
}

static gboolean
add_escalations (TambourServiceSheet          *self,
                 const TambourAccountReading  *reading,
                 GError                      **error)
{
  g_autoptr(GPtrArray) open = tambour_account_reading_list (reading, TAMBOUR_TYPE_ESCALATION,
                                                            "declared_at <= {now} and (deescalated_at = \"\" or deescalated_at > {now})", error);
  g_autoptr(GPtrArray) past = open ? tambour_account_reading_page (reading, TAMBOUR_TYPE_ESCALATION, "declared_at >= {now-365} and deescalated_at <= {now}",
                                                                   "deescalated_at", TRUE, TAMBOUR_SERVICE_PAST, error)
                                   : NULL;

  self->escalations = g_ptr_array_new_with_free_func ((GDestroyNotify) escalation_free);
  if (past == NULL)
    return FALSE;

  g_ptr_array_sort (open, compare_open);
  for (guint i = 0; i < open->len; i++)
    if (!add_escalation (self, reading, g_ptr_array_index (open, i), error))
      return FALSE;
  for (guint i = 0; i < past->len; i++)
    if (!add_escalation (self, reading, g_ptr_array_index (past, i), error))
      return FALSE;

  return TRUE;
}

/* --- planned changes -------------------------------------------------------- */

/* A window without an end is as long as its start. */
static gint64
end_of (TambourPlannedChange *change)
{
  return tambour_instant_is_stated (change->window_end) ? change->window_end.seconds : change->window_start.seconds + 1;
}

static gboolean
overlaps (TambourPlannedChange *a,
          TambourPlannedChange *b)
{
  return a->window_start.seconds < end_of (b) && b->window_start.seconds < end_of (a);
}

/* A freeze matters more than another change, and is troubled by nothing. */
static void
find_clash (TambourServiceChange *change,
            GPtrArray            *coming)
{
  if (tambour_lead_time_is_freeze (change->record))
    return;

  for (guint i = 0; i < coming->len; i++)
    {
      TambourPlannedChange *other = g_ptr_array_index (coming, i);
      gboolean is_frozen = tambour_lead_time_is_freeze (other);

      if (other == change->record || tambour_planned_change_is_over (other) || !overlaps (change->record, other) ||
          (change->clash != NULL && !is_frozen))
        continue;

      g_set_object (&change->clash, other);
      change->is_frozen = is_frozen;
    }
}

/* What is made while something burns makes it harder to put out. */
static void
find_trouble (TambourServiceSheet         *self,
              const TambourAccountReading *reading,
              TambourServiceChange        *change)
{
  if (tambour_lead_time_is_freeze (change->record) ||
      change->record->window_start.seconds > reading->at.seconds + TAMBOUR_SERVICE_TROUBLE_DAYS * TAMBOUR_DAY)
    return;

  for (guint i = 0; i < self->overview->cases->len && change->outage == NULL; i++)
    {
      TambourOverviewCase *shown = g_ptr_array_index (self->overview->cases, i);

      if (shown->record->priority == TAMBOUR_PRIORITY_P1)
        change->outage = g_object_ref (shown->record);
    }

  if (self->n_escalated > 0)
    change->escalation = g_object_ref (((TambourServiceEscalation *) g_ptr_array_index (self->escalations, 0))->record);
}

static TambourServiceChange *
add_change (TambourServiceSheet         *self,
            const TambourAccountReading *reading,
            TambourCatalogueSet         *plans,
            TambourPlannedChange        *record)
{
  TambourServiceChange *change = g_new0 (TambourServiceChange, 1);

  change->record = g_object_ref (record);
  tambour_notices_judge (plans, self->overview->plan, self->overview->zone, record, reading->at, &change->lead);
  g_ptr_array_add (self->changes, change);

  return change;
}

static gboolean
add_changes (TambourServiceSheet          *self,
             const TambourAccountReading  *reading,
             GError                      **error)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (reading->store, error);
  g_autoptr(GPtrArray) coming = NULL;
  g_autoptr(GPtrArray) past = NULL;

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  if (plans == NULL ||
      !(coming = tambour_account_reading_page (reading, TAMBOUR_TYPE_PLANNED_CHANGE, "state = planned and outcome = \"\" and window_start >= {now-365}",
                                               "window_start", FALSE, -1, error)) ||
      !(past = tambour_account_reading_page (reading, TAMBOUR_TYPE_PLANNED_CHANGE, "state != planned or outcome != \"\"",
                                             "window_start", TRUE, TAMBOUR_SERVICE_PAST, error)))
    return FALSE;

  for (guint i = 0; i < coming->len; i++)
    {
      TambourServiceChange *change = add_change (self, reading, plans, g_ptr_array_index (coming, i));

      change->has_passed = end_of (change->record) <= reading->at.seconds;
      if (change->has_passed)
        continue;

      find_clash (change, coming);
      find_trouble (self, reading, change);
    }

  self->n_planned = coming->len;
  for (guint i = 0; i < past->len; i++)
    add_change (self, reading, plans, g_ptr_array_index (past, i));

  return TRUE;
}

/**
 * tambour_service_sheet_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the service that the account gets
 */
TambourServiceSheet *
tambour_service_sheet_load (TambourStore    *store,
                            const char      *account_id,
                            TambourInstant   at,
                            GCancellable    *cancellable,
                            GError         **error)
{
  g_autoptr(TambourServiceSheet) self = g_new0 (TambourServiceSheet, 1);
  const TambourAccountReading reading = { store, cancellable, account_id, at };

  if (!(self->overview = tambour_overview_load_cases (store, account_id, TAMBOUR_SERVICE_CASES, at, cancellable, error)) ||
      !add_escalations (self, &reading, error) ||
      !add_changes (self, &reading, error) ||
      !tambour_service_sheet_add_surveys (self, &reading, error) ||
      !tambour_service_sheet_add_outages (self, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}
