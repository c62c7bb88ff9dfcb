/* tambour-clash.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-clash.h"
#include "tambour-couch-document.h"
#include "tambour-report.h"
#include "tambour-revisions.h"

/* An id that everybody who finds this clash comes to: out of what clashes. */
static char *
dup_id (TambourConflict *conflict)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *parts[] = { conflict->record_id, conflict->field, conflict->base, conflict->kept, conflict->other };
  gint64 at = MAX (conflict->kept_at.seconds, conflict->other_at.seconds);
  g_autoptr(GRand) random = NULL;
  guint32 seed[8];
  gsize size = sizeof seed;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *) (parts[i] ? parts[i] : ""), parts[i] ? strlen (parts[i]) + 1 : 1);

  g_checksum_get_digest (checksum, (guint8 *) seed, &size);
  for (guint i = 0; i < G_N_ELEMENTS (seed); i++)
    seed[i] = GUINT32_FROM_LE (seed[i]);
  random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));

  return tambour_id_new_at (MAX (at, 0) * 1000, random);
}

static TambourConflict *
make_conflict (TambourRecord *kept,
               TambourRecord *other,
               const char    *field)
{
  TambourConflict *conflict = TAMBOUR_CONFLICT (tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL));
  TambourRecord *record = TAMBOUR_RECORD (conflict);

  conflict->record_id = g_strdup (kept->id);
  conflict->record_kind = g_strdup (TAMBOUR_RECORD_GET_CLASS (kept)->kind);
  conflict->field = g_strdup (field);
  conflict->kept_by = g_strdup (kept->updated_by);
  conflict->kept_at = kept->updated_at;
  conflict->other_by = g_strdup (other->updated_by);
  conflict->other_at = other->updated_at;

  record->account_id.id = g_strdup (kept->account_id.id);
  record->origin = TAMBOUR_ORIGIN_SYNC;
  record->created_at.seconds = MAX (kept->updated_at.seconds, other->updated_at.seconds);
  record->updated_at = record->created_at;
  record->created_by = g_strdup (kept->updated_by);
  record->updated_by = g_strdup (kept->updated_by);

  return conflict;
}

/* With its first revision, which is the same wherever the clash is found. */
static TambourReplicaWrite *
write_conflict (TambourConflict *conflict)
{
  g_autoptr(TambourRecord) record = TAMBOUR_RECORD (conflict);
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  g_autoptr(JsonObject) document = NULL;
  g_autofree char *id = dup_id (conflict);
  TambourReplicaEntry nothing = { .id = id };
  TambourReplicaWrite *write = tambour_replica_write_new (&nothing);

  g_set_str (&record->id, id);
  document = tambour_couch_document_pack (record);

  write->record = g_steal_pointer (&record);
  write->rev = tambour_couch_document_dup_revision (document, NULL);
  tambour_revisions_add (tree, (const char *[]) { write->rev, NULL }, FALSE);
  write->tree = tambour_revisions_dup_text (tree);
  write->is_offered = TRUE;

  return write;
}

/**
 * tambour_clash_new:
 * @kept: the record with the value that stands until somebody has looked
 * @other: the record with the other value
 * @base: the record as both sides last knew it
 * @field: a field that both changed
 *
 * Returns: (transfer full): a conflict to store, the same on every laptop
 */
TambourReplicaWrite *
tambour_clash_new (TambourRecord      *kept,
                   TambourRecord      *other,
                   TambourRecord      *base,
                   const TambourField *field)
{
  TambourConflict *conflict = make_conflict (kept, other, field->name);

  conflict->base = tambour_field_dup_text (field, base);
  conflict->kept = tambour_field_dup_text (field, kept);
  conflict->other = tambour_field_dup_text (field, other);

  return write_conflict (conflict);
}

/**
 * tambour_clash_new_removal:
 * @kept: the record as somebody edited it
 * @removed: the record as somebody removed it meanwhile
 *
 * Returns: (transfer full): a conflict to store, the same on every laptop
 */
TambourReplicaWrite *
tambour_clash_new_removal (TambourRecord *kept,
                           TambourRecord *removed)
{
  TambourConflict *conflict = make_conflict (kept, removed, "deleted_at");

  conflict->other = tambour_instant_dup_text (removed->deleted_at);

  return write_conflict (conflict);
}
