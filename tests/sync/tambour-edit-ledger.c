/* tambour-edit-ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-edit-ledger.h"

#include "tambour-record-json.h"
#include "tambour-replica.h"

struct _TambourLedger
{
  GPtrArray *edits;   /* Edit */
};

typedef struct
{
  guint author;
  char *id;
  const TambourField *field;
  char *text;
  char *packed;
  gboolean was_seen;   /* by somebody who wrote over it or removed the record */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self->packed);
  g_free (self);
}

static char *
dup_packed (const TambourField *field,
            TambourRecord      *record)
{
  g_autoptr(JsonNode) node = tambour_field_pack (field, record);

  return json_to_string (node, FALSE);
}

/**
 * tambour_ledger_new:
 *
 * Returns: (transfer full): an empty one
 */
TambourLedger *
tambour_ledger_new (void)
{
  TambourLedger *self = g_new0 (TambourLedger, 1);

  self->edits = g_ptr_array_new_with_free_func (edit_free);

  return self;
}

/**
 * tambour_ledger_free:
 * @self: (transfer full): a ledger
 */
void
tambour_ledger_free (TambourLedger *self)
{
  g_ptr_array_unref (self->edits);
  g_free (self);
}

static void
see (TambourLedger      *self,
     TambourRecord      *record,
     const TambourField *field)
{
  g_autofree char *packed = dup_packed (field, record);

  for (guint i = 0; i < self->edits->len; i++)
    {
      Edit *edit = g_ptr_array_index (self->edits, i);

      if (edit->field == field && g_str_equal (edit->id, record->id) && g_str_equal (edit->packed, packed))
        edit->was_seen = TRUE;
    }
}

static void
add (TambourLedger      *self,
     guint               author,
     TambourRecord      *record,
     const TambourField *field)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->author = author;
  edit->id = g_strdup (record->id);
  edit->field = field;
  edit->text = tambour_field_dup_text (field, record);
  edit->packed = dup_packed (field, record);
  g_ptr_array_add (self->edits, edit);
}

static gboolean
is_stamp (const TambourField *field)
{
  static const char * const stamps[] = { "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "rev", NULL };

  return g_strv_contains (stamps, field->name);
}

/**
 * tambour_ledger_note:
 * @self: a ledger
 * @author: the place of a member in the team
 * @before: (nullable): what they saw, %NULL for a new record
 * @after: (nullable): what they wrote, %NULL if they removed it
 */
void
tambour_ledger_note (TambourLedger *self,
                     guint          author,
                     TambourRecord *before,
                     TambourRecord *after)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (before ? before : after);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (is_stamp (field) || (before && after && tambour_field_equal (field, before, after)))
        continue;
      if (before != NULL)
        see (self, before, field);
      if (after != NULL)
        add (self, author, after, field);
    }
}

static gboolean
is_in_winner (const Edit    *edit,
              TambourRecord *winner)
{
  g_autofree char *packed = dup_packed (edit->field, winner);

  return g_str_equal (packed, edit->packed);
}

static gboolean
is_in_conflict (const Edit *edit,
                GPtrArray  *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      TambourConflict *conflict = g_ptr_array_index (conflicts, i);

      if (g_str_equal (conflict->record_id, edit->id) && g_str_equal (conflict->field, edit->field->name) &&
          (g_strcmp0 (conflict->kept, edit->text) == 0 || g_strcmp0 (conflict->other, edit->text) == 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_history (const Edit   *edit,
               TambourStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = tambour_store_history (store, edit->id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      TambourHistoryEntry *entry = g_ptr_array_index (history, i);
      JsonNode *node = entry->before ? json_object_get_member (entry->before, edit->field->name) : NULL;
      g_autofree char *packed = node ? json_to_string (node, FALSE) : NULL;

      if (g_strcmp0 (packed, edit->packed) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where people are asked, an edit that nobody wrote over knowingly is still to be
 * seen; elsewhere a rule may have decided, and the author's own history has it.
 */
static gboolean
is_kept (const Edit      *edit,
         TambourTestTeam *team,
         TambourRecord   *winner,
         GPtrArray       *conflicts)
{
  TambourStore *author = tambour_test_team_get (team, edit->author)->store;
  gboolean must_show = edit->field->merge == TAMBOUR_MERGE_ASK && !edit->was_seen;

  if (winner != NULL && is_in_winner (edit, winner))
    return TRUE;
  if (is_in_conflict (edit, conflicts))
    return TRUE;

  return !must_show && is_in_history (edit, author);
}

/* Whoever wrote over it has been found to know it. */
static void
forget_seen (TambourLedger *self)
{
  for (guint i = self->edits->len; i > 0; i--)
    if (((Edit *) self->edits->pdata[i - 1])->was_seen)
      g_ptr_array_remove_index_fast (self->edits, i - 1);
}

static GPtrArray *
list_conflicts (TambourStore *store)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONFLICT);
  g_autoptr(GError) error = NULL;
  GPtrArray *conflicts = tambour_store_list (store, query, NULL, &error);

  g_assert_no_error (error);

  return conflicts;
}

/* Removed ones too. */
static TambourRecord *
find_record (TambourStore *store,
             const char   *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (store, ids, &error);
  TambourReplicaEntry *entry;

  g_assert_no_error (error);
  entry = g_ptr_array_index (entries, 0);

  return entry->record ? g_object_ref (entry->record) : NULL;
}

/**
 * tambour_ledger_assert_kept:
 * @self: a ledger
 * @team: a team that has settled
 *
 * Every edit is what the record says, or in a conflict; or, if somebody who saw
 * it wrote over it, or a merge rule settled it, in its author's history.
 */
void
tambour_ledger_assert_kept (TambourLedger   *self,
                            TambourTestTeam *team)
{
  g_autoptr(GPtrArray) conflicts = list_conflicts (tambour_test_team_get (team, 0)->store);

  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = g_ptr_array_index (self->edits, i);
      TambourStore *author = tambour_test_team_get (team, edit->author)->store;
      g_autoptr(TambourRecord) winner = find_record (author, edit->id);

      if (is_kept (edit, team, winner, conflicts))
        continue;
      tambour_test_team_tell (team, edit->id);
      g_error ("“%s” by member %u in %s of %s is lost%s", edit->text, edit->author + 1, edit->field->name, edit->id,
               edit->was_seen ? "" : ", and nobody wrote over it");
    }

  forget_seen (self);
}
