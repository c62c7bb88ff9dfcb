/* tambour-store-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-contents.h"
#include "tambour-index.h"
#include "tambour-kinds.h"
#include "tambour-replica-private.h"
#include "tambour-store-private.h"
#include "tambour-table.h"

/* How many of one fault are told one by one. */
#define MAX_EXAMPLES 5

typedef struct
{
  TambourDatabase *database;
  GPtrArray       *findings;
} Check;

static void
find (Check      *self,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static void
find (Check      *self,
      const char *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* FTS5 checks an index by what it remembers of it, which others may have changed
 * since; it looks anew when it is read.
 */
static gboolean
refresh_index (Check   *self,
               GError **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (self->database, "SELECT 1 FROM \"search\" LIMIT 1", error);
  gboolean has_row;

  return tambour_database_step (self->database, statement, &has_row, error);
}

static gboolean
check_pages (Check   *self,
             GError **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (self->database, "PRAGMA integrity_check(20)", error);
  gboolean has_row;

  if (!refresh_index (self, error))
    return FALSE;

  while (tambour_database_step (self->database, statement, &has_row, error))
    {
      const char *said = has_row ? tambour_statement_get_text (statement, 0) : NULL;

      if (!has_row)
        return TRUE;
      if (g_strcmp0 (said, "ok") != 0)
        find (self, _("The file is damaged: %s."), said);
    }

  return FALSE;
}

/* Runs a query of ids and says @format of each. */
static gboolean
list_ids (Check       *self,
          const char  *sql,
          const char  *kind,
          const char  *name,
          GError     **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (self->database, sql, error);
  gboolean has_row;

  for (guint n = 0; tambour_database_step (self->database, statement, &has_row, error); n++)
    {
      if (!has_row)
        return TRUE;

      if (n < MAX_EXAMPLES)
        find (self, _("%s of %s %s leads to a record that is not there."), name, kind, tambour_statement_get_text (statement, 0));
      else
        {
          find (self, _("More of %s lead to records that are not there."), name);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
check_references (Check               *self,
                  TambourRecordClass  *klass,
                  GError             **error)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      g_autofree char *sql = NULL;

      if (field->kind != TAMBOUR_KIND_REF)
        continue;

      sql = g_strdup_printf ("SELECT t.\"id\" FROM \"%s\" t WHERE t.\"deleted_at\" IS NULL AND t.\"%s\" IS NOT NULL AND "
                             "NOT EXISTS (SELECT 1 FROM \"%s\" o WHERE o.\"id\" = t.\"%s\") LIMIT %d",
                             klass->plural, field->name, tambour_kinds_find (field->target)->plural, field->name,
                             MAX_EXAMPLES + 1);
      if (!list_ids (self, sql, klass->kind, field->name, error))
        return FALSE;
    }

  return TRUE;
}

/* Every record that has a history has its beginning, and a row that was given. */
static gboolean
check_history_of (Check               *self,
                  TambourRecordClass  *klass,
                  GError             **error)
{
  g_autofree char *lacking =
    g_strdup_printf ("SELECT count(*) FROM \"%s\" t WHERE NOT EXISTS (SELECT 1 FROM \"history\" h WHERE h.\"row\" = t.\"row\")", klass->plural);
  g_autofree char *strange =
    g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"row\" %% %d <> %u OR \"row\" / %d > (SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'row')",
                     klass->plural, TAMBOUR_ROW_STEP, klass->number, TAMBOUR_ROW_STEP);
  gint64 n_lacking = 0;
  gint64 n_strange = 0;

  if (!tambour_database_count (self->database, strange, &n_strange, error) ||
      (!(klass->traits & TAMBOUR_RECORD_DERIVED) && !tambour_database_count (self->database, lacking, &n_lacking, error)))
    return FALSE;

  if (n_lacking > 0)
    find (self, ngettext ("%" PRId64 " record of kind %s has no history.", "%" PRId64 " records of kind %s have no history.", n_lacking), n_lacking, klass->kind);
  if (n_strange > 0)
    find (self, ngettext ("%" PRId64 " record of kind %s has a number that was never given.", "%" PRId64 " records of kind %s have a number that was never given.", n_strange),
          n_strange, klass->kind);

  return TRUE;
}

static gboolean
check_chain (Check   *self,
             GError **error)
{
  gint64 n_gaps, n_loose, n_parts, n_texts;

  if (!tambour_database_count (self->database, "SELECT coalesce(max(\"number\"), 0) - count(*) FROM \"changes\"", &n_gaps, error) ||
      !tambour_database_count (self->database, "SELECT count(*) FROM \"history\" h WHERE NOT EXISTS (SELECT 1 FROM \"changes\" c WHERE c.\"number\" = h.\"change\")", &n_loose, error) ||
      !tambour_database_count (self->database, "SELECT count(*) FROM \"changes\" p WHERE NOT EXISTS (SELECT 1 FROM \"changes\" c WHERE c.\"number\" = p.\"part_of\")", &n_parts, error) ||
      !tambour_database_count (self->database, "SELECT count(*) FROM \"history\" WHERE \"before\" IS NOT NULL AND NOT json_valid(\"before\")", &n_texts, error))
    return FALSE;

  if (n_gaps != 0)
    find (self, _("The numbers of the changes have gaps: %" PRId64 " are missing."), n_gaps);
  if (n_loose != 0)
    find (self, _("%" PRId64 " lines of history belong to no change."), n_loose);
  if (n_parts != 0)
    find (self, _("%" PRId64 " changes continue one that is not there."), n_parts);
  if (n_texts != 0)
    find (self, _("%" PRId64 " lines of history cannot be read."), n_texts);

  return TRUE;
}

static gboolean
check_all (Check   *self,
           GError **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  if (!check_pages (self, error) || !check_chain (self, error))
    return FALSE;

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      if (!check_references (self, klass, error) || !check_history_of (self, klass, error))
        return FALSE;
    }

  return tambour_contents_check (self->database, self->findings, error) &&
         tambour_replica_check (self->database, self->findings, error) &&
         tambour_index_check (self->database, self->findings, error);
}

/* What is computed from other records goes, to be computed again. */
static gboolean
drop_derived (TambourDatabase  *database,
              GError          **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", klass->plural);

      if ((klass->traits & TAMBOUR_RECORD_DERIVED) && !tambour_database_run (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
repair_all (TambourDatabase  *database,
            GError          **error)
{
  if (!tambour_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (tambour_database_run (database, "REINDEX", error) &&
      drop_derived (database, error) &&
      tambour_contents_clean (database, error) &&
      tambour_replica_mend (database, error) &&
      tambour_index_rebuild (database, error) &&
      tambour_database_run (database, "COMMIT", error))
    return TRUE;

  tambour_database_roll_back (database);

  return FALSE;
}

/**
 * tambour_store_check:
 * @self: a store
 * @repair: whether to make again what can be made again: the indexes, the
 *   search index; derived records go, to be computed anew by who computes them,
 *   and so do contents that no record has or had
 * @error: return location for a #TambourStoreError
 *
 * Looks at the file's pages, whether references lead to records, whether the
 * history is whole, whether every file that a record has is there as it was, and
 * whether the search index agrees with the records.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, after
 *   the repair if there was one, in sentences; none if all is well
 */
GPtrArray *
tambour_store_check (TambourStore  *self,
                     gboolean       repair,
                     GError       **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  TambourDatabase *database;
  g_autoptr(TambourReader) reader = NULL;
  gboolean ok;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), NULL);

  if (repair)
    {
      if (!(database = tambour_store_lock_writer (self, error)))
        return NULL;
      ok = repair_all (database, error);
      tambour_store_unlock_writer (self);
      if (!ok)
        return NULL;
      tambour_store_announce (self);
    }

  if (!(reader = tambour_store_take_reader (self, NULL, error)) ||
      !tambour_database_run (reader->database, "BEGIN", error) ||
      !check_all (&(Check) { reader->database, findings }, error))
    return NULL;

  return g_steal_pointer (&findings);
}
