/* tambour-report-snapshot.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-report-snapshot.h"

#include "tambour-account-reading.h"
#include "tambour-move.h"
#include "tambour-plans.h"
#include "tambour-report-file.h"

/**
 * tambour_report_take_snapshot:
 * @report: a report, with its account, its period and its cut-off
 * @store: a store
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads the records that the review is counted from, and the plans.
 *
 * Returns: (transfer full) (nullable): what a snapshot holds; see #TambourFrozen
 */
char *
tambour_report_take_snapshot (TambourReport  *report,
                              TambourStore   *store,
                              GCancellable   *cancellable,
                              GError        **error)
{
  g_auto(GStrv) documents = tambour_plans_list_documents (store, error);
  g_autoptr(TambourCatalogueSet) plans = documents ? tambour_plans_parse ((const char * const *) documents, error) : NULL;
  g_autoptr(TambourFacts) facts = NULL;

  if (plans == NULL ||
      !(facts = tambour_facts_new (store, TAMBOUR_RECORD (report)->account_id.id, report->period_from,
                                   tambour_report_end (report), report->as_of, plans, cancellable, error)))
    return NULL;

  return tambour_frozen_write (facts, (const char * const *) documents);
}

/**
 * tambour_report_find_snapshot:
 * @store: a store
 * @report_id: a report
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, or another
 *
 * Returns: (transfer full) (nullable): its snapshot
 */
TambourSnapshot *
tambour_report_find_snapshot (TambourStore  *store,
                              const char    *report_id,
                              GError       **error)
{
  g_autoptr(GPtrArray) found = tambour_move_list (store, TAMBOUR_TYPE_SNAPSHOT, "report_id", report_id, error);

  if (found == NULL)
    return NULL;

  if (found->len == 0)
    {
      tambour_move_refuse (error, _("This review has no snapshot: it was not made here."));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (found, 0));
}

/**
 * tambour_report_read_snapshot:
 * @report: a report
 * @snapshot: its snapshot
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts as they were when the snapshot was taken
 */
TambourFacts *
tambour_report_read_snapshot (TambourReport    *report,
                              TambourSnapshot  *snapshot,
                              GError          **error)
{
  g_autoptr(GBytes) text = tambour_frozen_unpack (snapshot->body, report->snapshot_hash, error);
  g_autoptr(TambourFrozen) frozen = NULL;
  g_autoptr(TambourCatalogueSet) plans = NULL;

  if (text == NULL ||
      !(frozen = tambour_frozen_parse (g_bytes_get_data (text, NULL), g_bytes_get_size (text), error)) ||
      !(plans = tambour_plans_parse ((const char * const *) frozen->plans, error)))
    return NULL;

  return tambour_facts_new_frozen (frozen, report->period_from, tambour_report_end (report), report->as_of, plans, error);
}

/**
 * tambour_report_cut_off:
 * @account: whose review
 * @to: the day after its period
 * @at: now
 *
 * Returns: the end of the period, or now where that comes before
 */
TambourInstant
tambour_report_cut_off (TambourAccount *account,
                        TambourDate     to,
                        TambourInstant  at)
{
  g_autoptr(GTimeZone) zone = tambour_account_dup_zone (account);
  TambourInstant end = tambour_zone_start_of_day (zone, to);

  return at.seconds < end.seconds ? at : end;
}
