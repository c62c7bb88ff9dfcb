/* tambour-reconcile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-clash.h"
#include "tambour-couch-document.h"
#include "tambour-merge.h"
#include "tambour-reconcile.h"

/* What becomes of a record of which the server has revisions that this laptop
 * lacks. Reads and writes nothing: out of the same revisions every laptop makes
 * the same outcome, down to its revision, so that none has to wait for another.
 */

/* As many as servers keep. */
#define DEPTH 1000

typedef struct
{
  const TambourReplicaEntry *entry;
  const TambourLookup       *lookup;
  TambourRevisions          *tree;
  GHashTable                *contents;    /* rev → what it says */
  gboolean                   is_offered;
  GPtrArray                 *writes;
} Reconciling;

static TambourRevisions *
read_tree (const TambourReplicaEntry  *entry,
           GError                    **error)
{
  return entry->tree ? tambour_revisions_parse (entry->tree, error) : tambour_revisions_new ();
}

static void
add_after (TambourRevisions *tree,
           const char       *rev,
           const char       *parent,
           gboolean          is_deleted)
{
  g_auto(GStrv) before = parent ? tambour_revisions_dup_path (tree, parent) : NULL;
  g_autoptr(GStrvBuilder) path = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  g_strv_builder_add (path, rev);
  if (before != NULL)
    g_strv_builder_addv (path, (const char **) before);
  all = g_strv_builder_end (path);

  tambour_revisions_add (tree, (const char * const *) all, is_deleted);
}

/* Gives @record a revision after @parent. */
static char *
add_revision (TambourRevisions *tree,
              TambourRecord    *record,
              const char       *parent)
{
  g_autoptr(JsonObject) document = tambour_couch_document_pack (record);
  char *rev = tambour_couch_document_dup_revision (document, parent);

  add_after (tree, rev, parent, tambour_record_is_deleted (record));

  return rev;
}

/* Whom a server lets in it knows by one name, and takes nothing of anybody else: what
 * was edited on a laptop is theirs who sign in there, whatever they called themselves
 * before they did.
 */
static TambourRecord *
sign (TambourRecord *record,
      const char    *author)
{
  TambourRecord *signed_by;

  if (author == NULL || g_strcmp0 (record->updated_by, author) == 0)
    return g_object_ref (record);

  signed_by = tambour_record_dup (record);
  g_set_str (&signed_by->updated_by, author);

  return signed_by;
}

/* What is forgotten of @tree nobody can ask for any more. */
static void
write_tree (TambourReplicaWrite *write,
            TambourRevisions    *tree)
{
  write->forgotten = tambour_revisions_stem (tree, DEPTH);
  write->tree = tambour_revisions_dup_text (tree);
}

/**
 * tambour_reconcile_is_over:
 * @entry: a record
 *
 * Returns: whether an administrator erased it at the server, and somebody removed it here:
 *   then there is nothing that either side lacks
 */
gboolean
tambour_reconcile_is_over (const TambourReplicaEntry *entry)
{
  return entry->refused != NULL && entry->reason == TAMBOUR_REPLICA_ERASED && entry->record != NULL &&
         tambour_record_is_deleted (entry->record);
}

/**
 * tambour_reconcile_seal:
 * @entry: a record
 * @author: (nullable): the name by which the server knows who edited it; %NULL to
 *   leave the name that the record says
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Gives what was edited here a revision. It is to be written down before it is
 * offered to anybody: what a server took before a crash must be known after it.
 *
 * Returns: (transfer full) (nullable): what to write; %NULL without an error if
 *   the record has a revision
 */
TambourReplicaWrite *
tambour_reconcile_seal (const TambourReplicaEntry  *entry,
                        const char                 *author,
                        GError                    **error)
{
  g_autoptr(TambourRevisions) tree = NULL;
  g_autoptr(TambourRecord) record = NULL;
  TambourReplicaWrite *write;

  if (entry->record == NULL || entry->rev != NULL || !(tree = read_tree (entry, error)))
    return NULL;

  record = sign (entry->record, author);
  write = tambour_replica_write_new (entry);
  write->rev = add_revision (tree, record, tambour_revisions_get_winner (tree, NULL));
  if (record != entry->record)
    write->record = g_steal_pointer (&record);
  write_tree (write, tree);
  write->is_offered = !tambour_reconcile_is_over (entry);

  return write;
}

static void
take_local (Reconciling *self)
{
  const TambourReplicaEntry *entry = self->entry;
  TambourRecord *record;
  char *rev;

  if (entry->record == NULL)
    return;

  self->is_offered = entry->rev == NULL;
  record = entry->rev ? g_object_ref (entry->record) : sign (entry->record, self->lookup->author);
  rev = entry->rev ? g_strdup (entry->rev) : add_revision (self->tree, record, tambour_revisions_get_winner (self->tree, NULL));
  g_hash_table_insert (self->contents, rev, record);
}

/* A tombstone of another program says no more than that the record goes. */
static TambourRecord *
read_received (Reconciling      *self,
               TambourReceived  *received,
               GError          **error)
{
  TambourRecord *stored = self->entry->record;
  g_autoptr(TambourRecord) record = NULL;

  if (tambour_couch_document_is_ours (received->document))
    {
      if (!(record = tambour_couch_document_unpack (received->document, error)))
        return NULL;
    }
  else if (received->is_deleted && stored != NULL)
    record = tambour_record_dup (stored);

  if (record == NULL || (stored != NULL && G_OBJECT_TYPE (stored) != G_OBJECT_TYPE (record)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The server's document %s is not of the kind that it is here."), received->id);
      return NULL;
    }

  return g_steal_pointer (&record);
}

/* Whether @leaf says anything about the record: a word where a branch went does not, nor
 * does another program's tombstone of what never was here.
 */
static gboolean
is_of_interest (Reconciling     *self,
                TambourReceived *leaf,
                const char      *into)
{
  return !leaf->is_deleted || (into == NULL && (self->entry->record != NULL || tambour_couch_document_is_ours (leaf->document)));
}

/* Returns: whether all of @received can be read; nothing of it counts otherwise */
static gboolean
take_received (Reconciling  *self,
               GPtrArray    *received,
               gboolean     *has_news,
               GError      **error)
{
  *has_news = FALSE;

  for (guint i = 0; i < received->len; i++)
    {
      TambourReceived *leaf = received->pdata[i];
      const char *into = leaf->is_deleted ? tambour_couch_document_get_merged (leaf->document) : NULL;
      g_autoptr(TambourRecord) record = NULL;

      if (is_of_interest (self, leaf, into) && !(record = read_received (self, leaf, error)))
        return FALSE;

      *has_news |= tambour_revisions_add (self->tree, (const char * const *) leaf->path, leaf->is_deleted);
      if (into != NULL)
        tambour_revisions_set_merged (self->tree, leaf->path[0], into);
      if (record != NULL && !g_hash_table_contains (self->contents, leaf->path[0]))
        g_hash_table_insert (self->contents, g_strdup (leaf->path[0]), g_steal_pointer (&record));
    }

  return TRUE;
}

/* Whether both changed it to something else is asked of what both last knew; where
 * nobody remembers that, of a record that says nothing.
 */
static TambourRecord *
find_base (Reconciling   *self,
           TambourRecord *ours,
           const char    *our_rev,
           const char    *their_rev)
{
  const char *ancestor = tambour_revisions_get_ancestor (self->tree, our_rev, their_rev);
  TambourRecord *known = ancestor ? g_hash_table_lookup (self->contents, ancestor) : NULL;
  TambourRecord *base = NULL;

  if (known != NULL)
    return g_object_ref (known);

  if (ancestor != NULL && self->lookup->find != NULL)
    base = self->lookup->find (ours->id, ancestor, self->lookup->data);

  return base ? base : tambour_record_new (G_OBJECT_TYPE (ours), ours->id);
}

static void
add_conflict (Reconciling         *self,
              TambourReplicaWrite *conflict)
{
  if (self->lookup->has != NULL && self->lookup->has (conflict->id, self->lookup->data))
    tambour_replica_write_free (conflict);
  else
    g_ptr_array_add (self->writes, conflict);
}

/* The newer value stands; a person decides, except of history, which is as it is. */
static void
settle (Reconciling        *self,
        const TambourField *field,
        TambourRecord      *base,
        TambourRecord      *ours,
        TambourRecord      *theirs,
        TambourRecord      *merged)
{
  gboolean takes_theirs = tambour_merge_takes_theirs (field, tambour_merge_compare_edits (theirs, ours), ours, theirs);

  if (takes_theirs)
    tambour_field_copy (field, merged, theirs);

  if ((TAMBOUR_RECORD_GET_CLASS (ours)->traits & TAMBOUR_RECORD_APPEND_ONLY) == 0)
    add_conflict (self, takes_theirs ? tambour_clash_new (theirs, ours, base, field) : tambour_clash_new (ours, theirs, base, field));
}

/* When it was made, the earlier; who touched it last, the later. */
static void
merge_stamps (TambourRecord *ours,
              TambourRecord *theirs,
              TambourRecord *merged)
{
  gboolean is_earlier = tambour_instant_is_stated (theirs->created_at) &&
                        (theirs->created_at.seconds < ours->created_at.seconds ||
                         (theirs->created_at.seconds == ours->created_at.seconds && g_strcmp0 (theirs->created_by, ours->created_by) < 0));
  gboolean is_later = tambour_merge_compare_edits (theirs, ours) > 0;

  merged->created_at = is_earlier ? theirs->created_at : ours->created_at;
  g_set_str (&merged->created_by, is_earlier ? theirs->created_by : ours->created_by);
  merged->updated_at = is_later ? theirs->updated_at : ours->updated_at;
  g_set_str (&merged->updated_by, is_later ? theirs->updated_by : ours->updated_by);
}

static TambourRecord *
merge_two (Reconciling   *self,
           TambourRecord *ours,
           const char    *our_rev,
           TambourRecord *theirs,
           const char    *their_rev)
{
  g_autoptr(TambourRecord) base = find_base (self, ours, our_rev, their_rev);
  g_autoptr(TambourRecord) merged = tambour_record_dup (ours);
  g_autoptr(GPtrArray) open = tambour_merge (base, merged, theirs);

  for (guint i = 0; i < open->len; i++)
    if (!tambour_field_is_stamp (open->pdata[i]))
      settle (self, open->pdata[i], base, ours, theirs, merged);
  merge_stamps (ours, theirs, merged);

  return g_steal_pointer (&merged);
}

/* The branches that are merged end, each with a word where its edits went. */
static void
end_branches (Reconciling *self,
              GPtrArray   *live,
              const char  *into)
{
  const char *kind = TAMBOUR_RECORD_GET_CLASS (g_hash_table_lookup (self->contents, live->pdata[0]))->kind;

  for (guint i = 1; i < live->len; i++)
    {
      g_autoptr(JsonObject) document = tambour_couch_document_pack_merged (kind, into);
      g_autofree char *rev = tambour_couch_document_dup_revision (document, live->pdata[i]);

      add_after (self->tree, rev, live->pdata[i], TRUE);
      tambour_revisions_set_merged (self->tree, rev, into);
    }

  self->is_offered = TRUE;
}

/* Returns: (transfer full): the revision of what comes out, which is left in @outcome */
static char *
merge_live (Reconciling    *self,
            GPtrArray      *live,
            TambourRecord **outcome)
{
  TambourRecord *winner = g_hash_table_lookup (self->contents, live->pdata[0]);
  g_autoptr(TambourRecord) merged = g_object_ref (winner);
  g_autofree char *rev = NULL;

  for (guint i = 1; i < live->len; i++)
    {
      TambourRecord *theirs = g_hash_table_lookup (self->contents, live->pdata[i]);
      TambourRecord *next = merge_two (self, merged, live->pdata[0], theirs, live->pdata[i]);

      g_object_unref (merged);
      merged = next;
    }

  rev = tambour_record_equal (merged, winner) ? g_strdup (live->pdata[0]) : add_revision (self->tree, merged, live->pdata[0]);
  if (live->len > 1)
    end_branches (self, live, rev);

  *outcome = g_steal_pointer (&merged);

  return g_steal_pointer (&rev);
}

/* Somebody removed what somebody else edited: it stays, and one of them is asked. */
static void
tell_removals (Reconciling   *self,
               GPtrArray     *dead,
               TambourRecord *kept)
{
  for (guint i = 0; i < dead->len; i++)
    {
      TambourRecord *removed = g_hash_table_lookup (self->contents, dead->pdata[i]);

      if (removed != NULL && tambour_record_is_deleted (removed) && tambour_revisions_get_merged (self->tree, dead->pdata[i]) == NULL)
        add_conflict (self, tambour_clash_new_removal (kept, removed));
    }
}

static TambourRecord *
make_removed (Reconciling *self,
              const char  *rev)
{
  TambourRecord *said = g_hash_table_lookup (self->contents, rev);
  TambourRecord *stored = self->entry->record;
  TambourRecord *removed;

  if (stored == NULL)
    return NULL;

  removed = tambour_record_dup (stored);
  if (tambour_record_is_deleted (removed))
    return removed;

  /* Other programs do not say who it was, and perhaps state no times. */
  if (said != NULL && tambour_record_is_deleted (said))
    {
      removed->deleted_at = said->deleted_at;
      removed->updated_at = said->updated_at;
      g_set_str (&removed->updated_by, said->updated_by);
    }
  else
    {
      removed->deleted_at.seconds = tambour_instant_is_stated (stored->updated_at) ? stored->updated_at.seconds : 0;
    }

  return removed;
}

static void
sort_leaves (Reconciling *self,
             GStrv        leaves,
             GPtrArray   *live,
             GPtrArray   *dead)
{
  for (guint i = 0; leaves[i]; i++)
    if (tambour_revisions_is_deleted (self->tree, leaves[i]))
      g_ptr_array_add (dead, leaves[i]);
    else if (g_hash_table_contains (self->contents, leaves[i]))
      g_ptr_array_add (live, leaves[i]);
}

/* A clash is told only if what came of it is written. */
static void
put_first (GPtrArray           *writes,
           guint                first,
           TambourReplicaWrite *write)
{
  for (guint i = first; i < writes->len; i++)
    ((TambourReplicaWrite *) writes->pdata[i])->part_of = write;

  g_ptr_array_insert (writes, (int) first, write);
}

static void
decide (Reconciling *self)
{
  g_auto(GStrv) leaves = tambour_revisions_list_leaves (self->tree);
  g_autoptr(GPtrArray) live = g_ptr_array_new ();
  g_autoptr(GPtrArray) dead = g_ptr_array_new ();
  g_autoptr(TambourReplicaWrite) write = tambour_replica_write_new (self->entry);
  g_autoptr(TambourRecord) outcome = NULL;
  guint first = self->writes->len;

  sort_leaves (self, leaves, live, dead);

  if (live->len > 0)
    {
      write->rev = merge_live (self, live, &outcome);
      tell_removals (self, dead, outcome);
    }
  else if (dead->len > 0)
    {
      write->rev = g_strdup (dead->pdata[0]);
      outcome = make_removed (self, write->rev);
    }

  if (outcome == NULL)
    return;

  if (self->entry->record == NULL || !tambour_record_equal (outcome, self->entry->record))
    write->record = g_steal_pointer (&outcome);
  write_tree (write, self->tree);
  write->is_offered = self->is_offered;
  put_first (self->writes, first, g_steal_pointer (&write));
}

/**
 * tambour_reconcile:
 * @entry: a record as it is here, or as it is not here
 * @received: (element-type TambourReceived): leaves that the server has of it
 * @lookup: what may be asked about
 * @writes: (element-type TambourReplicaWrite): gets what is to be written: the
 *   record, and conflicts for a person to settle; nothing if @received is no news
 * @error: return location for a #TambourRecordError or %G_IO_ERROR_INVALID_DATA
 *
 * Edits of different fields go together; of the same field the newer stands, and
 * where its merge rule wants a person to decide, a conflict keeps both. An edit
 * outlives a removal that did not know of it, with a conflict that says so.
 *
 * Returns: %FALSE if what the server has cannot be read; nothing is then to be
 *   written
 */
gboolean
tambour_reconcile (const TambourReplicaEntry  *entry,
                   GPtrArray                  *received,
                   const TambourLookup        *lookup,
                   GPtrArray                  *writes,
                   GError                    **error)
{
  g_autoptr(TambourRevisions) tree = read_tree (entry, error);
  g_autoptr(GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  Reconciling self = { .entry = entry, .lookup = lookup, .tree = tree, .contents = contents, .writes = writes };
  gboolean has_news = FALSE;
  gboolean ok;

  if (tree == NULL)
    return FALSE;

  take_local (&self);
  ok = take_received (&self, received, &has_news, error);
  if (ok && has_news)
    decide (&self);

  return ok;
}

static void
add_revisions (JsonObject       *document,
               TambourRevisions *tree,
               const char       *rev)
{
  g_auto(GStrv) path = tambour_revisions_dup_path (tree, rev);
  JsonObject *revisions = json_object_new ();
  JsonArray *ids = json_array_new ();

  for (guint i = 0; path[i]; i++)
    json_array_add_string_element (ids, strchr (path[i], '-') + 1);

  json_object_set_int_member (revisions, "start", (gint64) tambour_revision_get_number (rev));
  json_object_set_array_member (revisions, "ids", ids);
  json_object_set_object_member (document, "_revisions", revisions);
}

/* Which branches ended with a word that @rev has their edits. */
static GStrv
list_joined (TambourRevisions *tree,
             const char       *rev)
{
  g_auto(GStrv) leaves = tambour_revisions_list_leaves (tree);
  g_autoptr(GStrvBuilder) joined = g_strv_builder_new ();

  for (guint i = 0; leaves[i]; i++)
    if (g_strcmp0 (tambour_revisions_get_merged (tree, leaves[i]), rev) == 0)
      g_strv_builder_add (joined, leaves[i]);

  return g_strv_builder_end (joined);
}

static JsonObject *
pack_stored (const TambourReplicaEntry *entry,
             TambourRevisions          *tree,
             const char                *rev)
{
  g_auto(GStrv) joined = list_joined (tree, rev);
  JsonObject *document = tambour_couch_document_pack (entry->record);

  if (joined[0] != NULL && !tambour_couch_document_is_deleted (document))
    tambour_couch_document_set_joined (document, (const char * const *) joined);

  return document;
}

/**
 * tambour_reconcile_dup_document:
 * @entry: a record
 * @tree: its revisions
 * @rev: a leaf of @tree
 *
 * Returns: (transfer full) (nullable): what to send of @rev, with its id and its
 *   past; %NULL if what it says is not here
 */
JsonObject *
tambour_reconcile_dup_document (const TambourReplicaEntry *entry,
                                TambourRevisions          *tree,
                                const char                *rev)
{
  const char *into = tambour_revisions_get_merged (tree, rev);
  JsonObject *document = NULL;

  if (entry->record == NULL)
    return NULL;

  if (into != NULL)
    document = tambour_couch_document_pack_merged (TAMBOUR_RECORD_GET_CLASS (entry->record)->kind, into);
  else if (g_strcmp0 (rev, entry->rev) == 0)
    document = pack_stored (entry, tree, rev);
  else if (tambour_revisions_is_deleted (tree, rev))
    {
      document = json_object_new ();
      json_object_set_string_member (document, "record", TAMBOUR_RECORD_GET_CLASS (entry->record)->kind);
      json_object_set_boolean_member (document, "_deleted", TRUE);
    }

  if (document == NULL)
    return NULL;

  json_object_set_string_member (document, "_id", entry->id);
  json_object_set_string_member (document, "_rev", rev);
  add_revisions (document, tree, rev);

  return document;
}
