/* tambour-audits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audits.h"

/* As many as one reads through; a list has the rest. */
#define MAX_AUDITS     24
#define MAX_PLANNED    12
#define MAX_CHECKLISTS 200
#define MAX_SAFEGUARDS 40

/**
 * tambour_audits_free:
 * @self: (transfer full): audits
 */
void
tambour_audits_free (TambourAudits *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_clear_pointer (&self->checklists, g_ptr_array_unref);
  g_clear_pointer (&self->safeguards, g_ptr_array_unref);
  g_free (self);
}

/* Checklists belong to nobody; one begins with their newest versions. */
static GPtrArray *
list_checklists (const TambourAccountReading  *reading,
                 GError                      **error)
{
  TambourAccountReading anywhere = *reading;

  anywhere.account_id = NULL;

  return tambour_account_reading_page (&anywhere, TAMBOUR_TYPE_AUDIT_TEMPLATE, "replaced_by_id = \"\"", "name", FALSE, MAX_CHECKLISTS, error);
}

static TambourDate
later_of (TambourDate a,
          TambourDate b)
{
  return a.julian > b.julian ? a : b;
}

/* The day of the last audit, or of the last session that was held. */
static gboolean
find_last (const TambourAccountReading  *reading,
           const TambourAudits          *self,
           TambourDate                  *last,
           GError                      **error)
{
  g_autoptr(GPtrArray) held = tambour_account_reading_page (reading, TAMBOUR_TYPE_ENGAGEMENT, "status = held and kind = audit_session",
                                                            "planned_start", TRUE, 1, error);

  for (guint i = 0; held != NULL && i < held->len; i++)
    *last = later_of (*last, tambour_zone_date_of (self->zone, ((TambourEngagement *) g_ptr_array_index (held, i))->planned_start));
  for (guint i = 0; i < self->entries->len; i++)
    *last = later_of (*last, ((TambourAuditEntry *) g_ptr_array_index (self->entries, i))->audit->on);

  return held != NULL;
}

/* One that was never held is due since that was agreed. */
static gboolean
find_due (const TambourAccountReading  *reading,
          TambourAudits                *self,
          GError                      **error)
{
  g_autoptr(GPtrArray) cadences = tambour_account_reading_page (reading, TAMBOUR_TYPE_CADENCE, "kind = audit_session and interval_days > 0",
                                                                "interval_days", FALSE, 1, error);
  TambourCadence *cadence = cadences && cadences->len > 0 ? g_ptr_array_index (cadences, 0) : NULL;
  TambourDate last = { 0 };

  if (cadences == NULL || (cadence != NULL && !find_last (reading, self, &last, error)))
    return FALSE;
  if (cadence == NULL || self->planned->len > 0)
    return TRUE;

  if (!tambour_date_is_stated (last))
    last = tambour_zone_date_of (self->zone, TAMBOUR_RECORD (cadence)->created_at);
  self->next_due.julian = last.julian + (guint32) cadence->interval_days;

  return TRUE;
}

/**
 * tambour_audits_load:
 * @store: a store
 * @account_id: the id of an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the audits of the account
 */
TambourAudits *
tambour_audits_load (TambourStore    *store,
                     const char      *account_id,
                     TambourInstant   at,
                     GCancellable    *cancellable,
                     GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autoptr(TambourAudits) self = g_new0 (TambourAudits, 1);
  g_autoptr(GPtrArray) audits = NULL;

  if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_ACCOUNT, account_id, &self->account, error) ||
      !(audits = tambour_account_reading_page (&reading, TAMBOUR_TYPE_AUDIT, NULL, "on", TRUE, MAX_AUDITS, error)) ||
      !(self->entries = tambour_audit_series_load (&reading, audits, error)) ||
      !(self->planned = tambour_account_reading_page (&reading, TAMBOUR_TYPE_ENGAGEMENT, "status = planned and kind = audit_session",
                                                      "planned_start", FALSE, MAX_PLANNED, error)) ||
      !(self->checklists = list_checklists (&reading, error)) ||
      !(self->safeguards = tambour_exposure_lines_load (&reading, NULL, MAX_SAFEGUARDS, error)))
    return NULL;

  self->zone = self->account ? tambour_account_dup_zone (self->account) : g_time_zone_new_utc ();

  return find_due (&reading, self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_finished (TambourStore *store,
             const char   *audit_id)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_AUDIT);
  g_autoptr(TambourAudit) audit = audit_id ? (TambourAudit *) tambour_store_get (store, klass, audit_id, NULL) : NULL;

  return audit != NULL && audit->status == TAMBOUR_AUDIT_STATUS_FINAL;
}

/* What was read in from elsewhere is new here, and taken as it is. */
static TambourRecord *
find_stored (TambourStore  *store,
             TambourRecord *record)
{
  return tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (record), record->id, NULL);
}

/**
 * tambour_audit_check_frozen:
 * @store: a store
 * @record: an audit or an answer of one, as it shall be
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Returns: %FALSE if it is finished, and stays as it is
 */
gboolean
tambour_audit_check_frozen (TambourStore   *store,
                            TambourRecord  *record,
                            GError        **error)
{
  const char *audit_id = TAMBOUR_IS_AUDIT (record) ? record->id : TAMBOUR_AUDIT_ANSWER (record)->audit_id.id;
  g_autoptr(TambourRecord) stored = find_stored (store, record);

  if (stored == NULL || !is_finished (store, audit_id))
    return TRUE;

  if (TAMBOUR_IS_AUDIT (record))
    g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                         _("This audit is finished, and stays as it is. Undo the finishing, or begin a new audit."));
  else
    g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                         _("This audit is finished, and its answers stay as they are. Begin a new audit to answer anew."));

  return FALSE;
}
