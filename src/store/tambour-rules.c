/* tambour-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-history.h"
#include "tambour-kinds.h"
#include "tambour-report.h"
#include "tambour-rules.h"
#include "tambour-value.h"

/**
 * tambour_rules_check_edit:
 * @stored: a record as it is
 * @record: the same as it shall be
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Fields that are fixed once made, and all of an append-only kind, stay: a
 * correction is a new record (RECORDS.md). What is removed is not edited.
 *
 * Returns: %TRUE if the edit is allowed
 */
gboolean
tambour_rules_check_edit (TambourRecord  *stored,
                          TambourRecord  *record,
                          GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (stored);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!tambour_record_class_is_fixed (klass, i) || tambour_field_equal (&klass->fields[i], stored, record))
        continue;

      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("The field %s of %s %s cannot be changed once it is made. Add a new record that corrects it."),
                   klass->fields[i].name, klass->kind, record->id);
      return FALSE;
    }

  if (tambour_record_is_deleted (stored) && tambour_record_is_deleted (record))
    {
      g_autoptr(JsonNode) before = tambour_history_compare (stored, record);

      if (before == NULL)
        return TRUE;

      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("%s %s has been removed. Undo its removal before you change it."), klass->kind, record->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
find_target (TambourCommit       *commit,
             const TambourTable  *table,
             const char          *id,
             gboolean            *is_there,
             GError             **error)
{
  g_autoptr(TambourStatement) statement = NULL;

  *is_there = g_hash_table_lookup (commit->known, id) == table;
  if (*is_there)
    return TRUE;

  if (!(statement = tambour_database_keep (commit->database, table->exists_id, error)))
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (!tambour_database_step (commit->database, statement, is_there, error))
    return FALSE;

  if (*is_there)
    g_hash_table_replace (commit->known, g_strdup (id), (gpointer) table);

  return TRUE;
}

/* What is awaited stands under "target kind, id"; the value says who asks. */
static void
await (TambourCommit      *commit,
       const TambourField *field,
       TambourRecord      *record,
       const char         *id)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  char *key = g_strdup_printf ("%s\n%s", field->target, id);

  g_hash_table_replace (commit->awaited, key,
                        g_strdup_printf (_("%s of %s %s"), field->name, klass->kind, record->id));
}

/**
 * tambour_rules_check_references:
 * @commit: a commit
 * @stored: (nullable): the record as it is, if it is there
 * @record: the record as it shall be
 * @error: return location for a #TambourStoreError
 *
 * Remembers the references of @record that lead to nothing yet, for
 * tambour_rules_check_awaited(). References that stay as they were are not
 * asked about.
 *
 * Returns: %FALSE if the file could not be read
 */
gboolean
tambour_rules_check_references (TambourCommit  *commit,
                                TambourRecord  *stored,
                                TambourRecord  *record,
                                GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  if (tambour_record_is_deleted (record))
    return TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      gboolean is_there;

      if (field->kind != TAMBOUR_KIND_REF || !tambour_field_is_stated (field, record) ||
          (stored != NULL && tambour_field_equal (field, stored, record)))
        continue;

      const char *id = TAMBOUR_FIELD_AT (field, record, TambourRef).id;

      if (!find_target (commit, tambour_table_get (tambour_kinds_find (field->target)), id, &is_there, error))
        return FALSE;
      if (!is_there)
        await (commit, field, record, id);
    }

  return TRUE;
}

/* The day on which value was accepted, where the customer is. */
static gboolean
find_accepted_day (TambourCommit      *commit,
                   TambourValueEntry  *entry,
                   TambourDate        *day,
                   GError            **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourRecord) account = NULL;
  g_autoptr(GTimeZone) zone = NULL;

  *day = entry->on;
  if (!tambour_instant_is_stated (entry->accepted_at))
    return TRUE;

  if (!tambour_table_load (tambour_table_get (klass), commit->database, TAMBOUR_RECORD (entry)->account_id.id, &account, error))
    return FALSE;

  if (account != NULL && TAMBOUR_ACCOUNT (account)->report_tz != NULL)
    zone = tambour_zone_lookup (TAMBOUR_ACCOUNT (account)->report_tz);
  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  *day = tambour_zone_date_of (zone, entry->accepted_at);

  return TRUE;
}

/* @period: (out) (nullable): of the finished review that counts what was accepted */
static gboolean
find_holder (TambourCommit      *commit,
             TambourValueEntry  *entry,
             TambourDate         day,
             char              **period,
             GError            **error)
{
  g_autofree char *on = tambour_date_dup_text (day);
  g_autoptr(TambourStatement) statement = NULL;
  gboolean is_held;

  statement = tambour_database_keep (commit->database,
                                     "SELECT \"period_from\" || '..' || \"period_to\" FROM \"reports\""
                                     " WHERE \"account_id\" = ?1 AND \"state\" = ?2 AND \"deleted_at\" IS NULL"
                                     " AND \"period_from\" <= ?3 AND \"period_to\" >= ?3"
                                     " AND (\"as_of\" IS NULL OR \"as_of\" >= ?4) LIMIT 1",
                                     error);
  if (statement == NULL)
    return FALSE;

  tambour_statement_bind_text (statement, 1, TAMBOUR_RECORD (entry)->account_id.id);
  tambour_statement_bind_text (statement, 2, tambour_choice_nick (TAMBOUR_TYPE_REPORT_STATE, TAMBOUR_REPORT_STATE_FINAL));
  tambour_statement_bind_text (statement, 3, on);
  sqlite3_bind_int64 (statement, 4, tambour_instant_is_stated (entry->accepted_at) ? entry->accepted_at.seconds : G_MININT64);
  if (!tambour_database_step (commit->database, statement, &is_held, error))
    return FALSE;

  *period = is_held ? g_strdup (tambour_statement_get_text (statement, 0)) : NULL;

  return TRUE;
}

/* Value that the customer accepted stays as it is once a finished review has counted it
 * (METRICS.md M60): the review could not be made again.
 */
static gboolean
check_value (TambourCommit      *commit,
             TambourValueEntry  *entry,
             GError            **error)
{
  g_autofree char *period = NULL;
  TambourDate day;

  if (entry->state != TAMBOUR_VALUE_STATE_ACCEPTED || TAMBOUR_RECORD (entry)->account_id.id == NULL)
    return TRUE;

  if (!find_accepted_day (commit, entry, &day, error) ||
      (tambour_date_is_stated (day) && !find_holder (commit, entry, day, &period, error)))
    return FALSE;

  if (period == NULL)
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               /* Translators: %1$s is what an entry is called, %2$s a period such as 2025-12-01..2026-11-30 */
               _("The finished review of %2$s counts “%1$s”, which stays as it is. Add an entry that corrects it."),
               entry->title ? entry->title : TAMBOUR_RECORD (entry)->id, period);

  return FALSE;
}

/* What was sent with a snapshot beside it; without one nothing could be made again. */
static gboolean
is_frozen (TambourReport *report)
{
  return report->state != TAMBOUR_REPORT_STATE_DRAFT && report->snapshot_hash != NULL && *report->snapshot_hash != '\0' &&
         !tambour_record_is_deleted (TAMBOUR_RECORD (report));
}

static gboolean
refuse_frozen (TambourReport  *report,
               GError        **error)
{
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               _("“%s” is finished and stays as it is. Restate it to correct it."),
               report->title ? report->title : TAMBOUR_RECORD (report)->id);

  return FALSE;
}

/* Another one may take its place; what it said stays. */
static gboolean
check_report (TambourReport  *stored,
              TambourReport  *record,
              GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (stored);
  gboolean is_replaced = stored->state == TAMBOUR_REPORT_STATE_FINAL && record->state == TAMBOUR_REPORT_STATE_SUPERSEDED;

  if (!is_frozen (stored))
    return TRUE;
  if (tambour_record_is_deleted (TAMBOUR_RECORD (record)))
    return refuse_frozen (stored, error);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (!tambour_field_equal (field, stored, record) &&
          !(is_replaced && field->offset == G_STRUCT_OFFSET (TambourReport, state)))
        return refuse_frozen (stored, error);
    }

  return TRUE;
}

/* Its snapshot and its figures. */
static gboolean
check_part (TambourCommit  *commit,
            const char     *report_id,
            GError        **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_REPORT);
  g_autoptr(TambourRecord) report = NULL;

  if (report_id == NULL)
    return TRUE;
  if (!tambour_table_load (tambour_table_get (klass), commit->database, report_id, &report, error))
    return FALSE;

  return report == NULL || !is_frozen (TAMBOUR_REPORT (report)) || refuse_frozen (TAMBOUR_REPORT (report), error);
}

/**
 * tambour_rules_check_held:
 * @commit: a commit
 * @stored: a record that is about to change, also back to what it was
 * @record: the same as it shall be
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * A finished review stays as it is, with its snapshot and its figures, and so does the
 * value that it counts. Only another review can take its place.
 *
 * Returns: %TRUE if it may change
 */
gboolean
tambour_rules_check_held (TambourCommit  *commit,
                          TambourRecord  *stored,
                          TambourRecord  *record,
                          GError        **error)
{
  if (tambour_record_is_deleted (stored))
    return TRUE;
  if (TAMBOUR_IS_VALUE_ENTRY (stored))
    return check_value (commit, TAMBOUR_VALUE_ENTRY (stored), error);
  if (TAMBOUR_IS_REPORT (stored))
    return check_report (TAMBOUR_REPORT (stored), TAMBOUR_REPORT (record), error);
  if (TAMBOUR_IS_SNAPSHOT (stored))
    return check_part (commit, TAMBOUR_SNAPSHOT (stored)->report_id.id, error);
  if (TAMBOUR_IS_FIGURE (stored))
    return check_part (commit, TAMBOUR_FIGURE (stored)->report_id.id, error);

  return TRUE;
}

/**
 * tambour_rules_check_awaited:
 * @commit: a commit that is about to end
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Within one change, records may refer to what comes later in it.
 *
 * Returns: %TRUE if every reference leads to a record of the right kind
 */
gboolean
tambour_rules_check_awaited (TambourCommit  *commit,
                             GError        **error)
{
  GHashTableIter iter;
  gpointer key, who;

  g_hash_table_iter_init (&iter, commit->awaited);
  while (g_hash_table_iter_next (&iter, &key, &who))
    {
      g_auto(GStrv) parts = g_strsplit (key, "\n", 2);
      gboolean is_there;

      if (!find_target (commit, tambour_table_get (tambour_kinds_find (parts[0])), parts[1], &is_there, error))
        return FALSE;

      if (!is_there)
        {
          g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       _("%s refers to the %s %s, which is not in the portfolio. Add that first, or leave the field empty."),
                       (const char *) who, parts[0], parts[1]);
          return FALSE;
        }
    }

  return TRUE;
}
