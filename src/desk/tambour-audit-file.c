/* tambour-audit-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit-file.h"

#include <string.h>

#include "tambour-report.h"

/* As many earlier audits as a trend has room for. */
#define MAX_PAST 12

/* An audit while it is read. */
typedef struct
{
  TambourAuditFile      *file;
  TambourAccountReading  reading;
} Reading;

static void
check_free (gpointer data)
{
  TambourAuditCheck *self = data;

  g_clear_object (&self->answer);
  g_clear_object (&self->item);
  g_clear_object (&self->finding);
  g_clear_object (&self->action);
  g_free (self);
}

static void
part_free (gpointer data)
{
  TambourAuditPart *self = data;

  g_clear_pointer (&self->title, g_free);
  g_free (self);
}

/**
 * tambour_audit_file_free:
 * @self: (transfer full): an audit with all that belongs to it
 */
void
tambour_audit_file_free (TambourAuditFile *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->checklist);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_free (self);
}

/* --- the series ------------------------------------------------------------ */

static gboolean
is_before (Reading      *self,
           TambourAudit *audit)
{
  return g_strcmp0 (TAMBOUR_RECORD (audit)->id, TAMBOUR_RECORD (self->file->record)->id) != 0 &&
         tambour_audit_compare (audit, self->file->record) < 0;
}

static gboolean
is_same_checklist (gconstpointer a,
                   gconstpointer b)
{
  const TambourAuditEntry *first = a;
  const TambourAuditEntry *second = b;

  return g_strcmp0 (first->checklist, second->checklist) == 0;
}

static gboolean
read_series (Reading  *self,
             GError  **error)
{
  g_autoptr(GPtrArray) finished = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_AUDIT, "status = final", "on", TRUE, -1, error);
  g_autoptr(GPtrArray) audits = g_ptr_array_new ();

  if (finished == NULL)
    return FALSE;

  g_ptr_array_add (audits, self->file->record);
  for (guint i = 0; i < finished->len && audits->len <= MAX_PAST; i++)
    if (is_before (self, g_ptr_array_index (finished, i)))
      g_ptr_array_add (audits, g_ptr_array_index (finished, i));

  if (!(self->file->series = tambour_audit_series_load (&self->reading, audits, error)))
    return FALSE;

  self->file->entry = g_ptr_array_index (self->file->series, self->file->series->len - 1);
  for (guint i = self->file->series->len - 1; i-- > 0;)
    if (!is_same_checklist (g_ptr_array_index (self->file->series, i), self->file->entry))
      g_ptr_array_remove_index (self->file->series, i);

  return TRUE;
}

/* --- the checks ------------------------------------------------------------ */

static gint64
place_of (const TambourAuditCheck *check)
{
  return check->item ? check->item->position : G_MAXINT64;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TambourAuditCheck *first = *(const TambourAuditCheck * const *) a;
  const TambourAuditCheck *second = *(const TambourAuditCheck * const *) b;

  if (place_of (first) != place_of (second))
    return place_of (first) < place_of (second) ? -1 : 1;

  return g_strcmp0 (first->answer->item_key, second->answer->item_key);
}

static int
compare_checks (gconstpointer a,
                gconstpointer b)
{
  const TambourAuditCheck *first = *(const TambourAuditCheck * const *) a;
  const TambourAuditCheck *second = *(const TambourAuditCheck * const *) b;

  if (first->section != second->section)
    return first->section < second->section ? -1 : 1;

  return first->number < second->number ? -1 : first->number > second->number;
}

static gboolean
read_items (Reading     *self,
            GHashTable  *items,
            GError     **error)
{
  TambourAccountReading anywhere = self->reading;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *expression = NULL;

  anywhere.account_id = NULL;
  if (self->file->record->template_id.id == NULL)
    return TRUE;

  expression = g_strdup_printf ("template_id = %s", self->file->record->template_id.id);
  if (!(found = tambour_account_reading_list (&anywhere, TAMBOUR_TYPE_TEMPLATE_ITEM, expression, error)))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *item = g_ptr_array_index (found, i);

      g_hash_table_insert (items, item->id, g_object_ref (item));
    }

  return TRUE;
}

static void
worsen (TambourAuditPart *part,
        TambourAnswer     answer)
{
  if (answer == TAMBOUR_ANSWER_GAP || (answer == TAMBOUR_ANSWER_PARTIAL && part->worst != TAMBOUR_ANSWER_GAP))
    part->worst = answer;
}

static guint
find_part (TambourAuditFile *file,
           GHashTable       *sections,
           const char       *title)
{
  gpointer position;
  TambourAuditPart *part;

  if (g_hash_table_lookup_extended (sections, title, NULL, &position))
    return GPOINTER_TO_UINT (position);

  part = g_new0 (TambourAuditPart, 1);
  part->title = g_strdup (title);
  part->worst = TAMBOUR_ANSWER_MET;
  g_hash_table_insert (sections, part->title, GUINT_TO_POINTER (file->parts->len));
  g_ptr_array_add (file->parts, part);

  return file->parts->len - 1;
}

/* Sections come in the order of their first questions. */
static void
join_parts (TambourAuditFile *file)
{
  g_autoptr(GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  guint first = 0;

  for (guint i = 0; i < file->checks->len; i++)
    {
      TambourAuditCheck *check = g_ptr_array_index (file->checks, i);
      const char *title = check->answer->section ? check->answer->section : "";
      TambourAuditPart *part;

      check->section = find_part (file, sections, title);
      part = g_ptr_array_index (file->parts, check->section);
      check->number = ++part->n;
      part->n_answered += check->answer->answer != TAMBOUR_ANSWER_NOT_VERIFIED;
      worsen (part, check->answer->answer);
    }

  g_ptr_array_sort (file->checks, compare_checks);
  for (guint i = 0; i < file->parts->len; i++)
    {
      TambourAuditPart *part = g_ptr_array_index (file->parts, i);

      part->first = first;
      first += part->n;
    }
}

static gboolean
read_checks (Reading  *self,
             GError  **error)
{
  TambourAuditFile *file = self->file;
  g_autoptr(GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  if (!read_items (self, items, error))
    return FALSE;

  for (guint i = 0; i < file->entry->answers->len; i++)
    {
      TambourAuditCheck *check = g_new0 (TambourAuditCheck, 1);
      TambourTemplateItem *item;

      check->answer = g_object_ref (g_ptr_array_index (file->entry->answers, i));
      item = check->answer->item_id.id ? g_hash_table_lookup (items, check->answer->item_id.id) : NULL;
      g_set_object (&check->item, item);
      file->counts[MIN (check->answer->answer, TAMBOUR_ANSWER_NA)]++;
      g_ptr_array_add (file->checks, check);
    }

  g_ptr_array_sort (file->checks, compare_places);
  join_parts (file);

  return TRUE;
}

/* --- what was found -------------------------------------------------------- */

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const TambourFinding *first = *(const TambourFinding * const *) a;
  const TambourFinding *second = *(const TambourFinding * const *) b;

  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static TambourAuditCheck *
find_check (GHashTable *checks,
            const char *answer_id)
{
  return answer_id ? g_hash_table_lookup (checks, answer_id) : NULL;
}

static GHashTable *
index_checks (TambourAuditFile *file)
{
  GHashTable *checks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->checks->len; i++)
    {
      TambourAuditCheck *check = g_ptr_array_index (file->checks, i);

      g_hash_table_insert (checks, TAMBOUR_RECORD (check->answer)->id, check);
    }

  return checks;
}

static gboolean
read_actions (Reading  *self,
              GError  **error)
{
  for (guint i = 0; i < self->file->checks->len; i++)
    {
      TambourAuditCheck *check = g_ptr_array_index (self->file->checks, i);
      g_autoptr(GPtrArray) actions = NULL;
      g_autofree char *expression = NULL;

      if (check->finding == NULL || check->finding->remedy != TAMBOUR_REMEDY_ACTION)
        continue;

      expression = g_strdup_printf ("finding_id = %s", TAMBOUR_RECORD (check->finding)->id);
      if (!(actions = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ACTION_ITEM, expression, NULL, FALSE, 1, error)))
        return FALSE;
      if (actions->len > 0)
        g_set_object (&check->action, g_ptr_array_index (actions, 0));
    }

  return TRUE;
}

static gboolean
read_findings (Reading  *self,
               GError  **error)
{
  TambourAuditFile *file = self->file;
  g_autofree char *expression = g_strdup_printf ("audit_id = %s", TAMBOUR_RECORD (file->record)->id);
  g_autoptr(GHashTable) checks = index_checks (file);

  g_clear_pointer (&file->findings, g_ptr_array_unref);
  if (!(file->findings = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_FINDING, expression, error)))
    return FALSE;

  g_ptr_array_sort (file->findings, compare_findings);
  for (guint i = 0; i < file->findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (file->findings, i);
      TambourAuditCheck *check = find_check (checks, finding->answer_id.id);

      if (check != NULL && check->finding == NULL)
        check->finding = g_object_ref (finding);
    }

  return read_actions (self, error);
}

static gboolean
count_files (Reading  *self,
             GError  **error)
{
  static const char * const fields[] = { "record_id", NULL };
  TambourAuditFile *file = self->file;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTACHMENT);
  g_autoptr(GHashTable) checks = index_checks (file);
  g_autofree const char **ids = (const char **) (gpointer) g_hash_table_get_keys_as_array (checks, NULL);
  g_autoptr(GPtrArray) tallies = NULL;

  if (g_hash_table_size (checks) == 0)
    return TRUE;
  if (!tambour_query_where_any (query, "record_id", ids, error) ||
      !(tallies = tambour_store_tally (self->reading.store, query, fields, self->reading.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      TambourAuditCheck *check = find_check (checks, tally->values[0]);

      if (check != NULL)
        check->n_files = (guint) tally->count;
    }

  return TRUE;
}

/**
 * tambour_audit_file_load:
 * @store: a store
 * @audit_id: the id of an audit
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the audit with all that belongs to it
 */
TambourAuditFile *
tambour_audit_file_load (TambourStore    *store,
                         const char      *audit_id,
                         TambourInstant   at,
                         GCancellable    *cancellable,
                         GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_AUDIT);
  g_autoptr(TambourAuditFile) file = g_new0 (TambourAuditFile, 1);
  Reading self = { file, { store, cancellable, NULL, at } };

  file->at = at;
  file->parts = g_ptr_array_new_with_free_func (part_free);
  file->checks = g_ptr_array_new_with_free_func (check_free);
  if (!(file->record = (TambourAudit *) tambour_store_get (store, klass, audit_id, error)))
    return NULL;

  self.reading.account_id = TAMBOUR_RECORD (file->record)->account_id.id;
  if (!tambour_account_reading_get (&self.reading, TAMBOUR_TYPE_ACCOUNT, self.reading.account_id, &file->account, error) ||
      !tambour_account_reading_get (&self.reading, TAMBOUR_TYPE_AUDIT_TEMPLATE, file->record->template_id.id, &file->checklist, error) ||
      !read_series (&self, error) ||
      !read_checks (&self, error) ||
      !read_findings (&self, error) ||
      !count_files (&self, error))
    return NULL;

  file->zone = file->account ? tambour_account_dup_zone (file->account) : g_time_zone_new_utc ();

  return g_steal_pointer (&file);
}
