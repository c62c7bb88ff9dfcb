/* tambour-continuity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-continuity-private.h"

#include "tambour-inbox.h"
#include "tambour-portal-merge.h"

static TambourInstant
now (void)
{
  return (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC };
}

static gboolean
read_inbox (TambourContinuity  *self,
            GError            **error)
{
  g_autoptr(GPtrArray) entries = tambour_inbox_list (self->store, self->connector->name, TRUE, error);

  if (entries == NULL)
    return FALSE;

  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tambour_inbox_entry_free);
  while (entries->len > 0)
    {
      TambourInboxEntry *entry = g_ptr_array_steal_index (entries, entries->len - 1);

      g_hash_table_replace (self->waiting, entry->external_id, entry);
    }

  return TRUE;
}

static void
begin_page (TambourContinuity *self)
{
  g_clear_object (&self->change);
  self->change = tambour_change_new (self->author, self->label);
  if (self->number != 0)
    tambour_change_set_continues (self->change, self->number);
  g_hash_table_remove_all (self->page);
  g_ptr_array_set_size (self->entries, 0);
  g_ptr_array_set_size (self->dropped, 0);
}

static void
begin_run (TambourContinuity *self)
{
  self->state = tambour_connector_state_read (self->store, self->connector->name);
  self->state->counts = (TambourConnectCounts) { 0 };
  self->state->started_at = now ();
  self->state->finished_at.seconds = TAMBOUR_NEVER;
  g_clear_pointer (&self->state->error, g_free);
  begin_page (self);
}

/**
 * tambour_continuity_new:
 * @store: a portfolio
 * @connector: by which the items come
 * @klass: what they become: cases or feature requests
 * @author: who reads the portal
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Blocks, as all functions of it do.
 *
 * Returns: (transfer full) (nullable): what takes them
 */
TambourContinuity *
tambour_continuity_new (TambourStore            *store,
                        const TambourConnector  *connector,
                        TambourRecordClass      *klass,
                        const char              *author,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr(TambourContinuity) self = g_new0 (TambourContinuity, 1);

  self->store = g_object_ref (store);
  self->connector = tambour_connector_copy (connector);
  self->klass = klass;
  self->author = g_strdup (author);
  self->label = g_strdup_printf ("Connect %s", connector->name);
  g_set_object (&self->cancellable, cancellable);
  self->page = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_inbox_entry_free);
  self->dropped = g_ptr_array_new_with_free_func (g_free);
  self->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->told = g_strv_builder_new ();
  begin_run (self);

  if (!(self->match = tambour_account_match_new (store, self->connector->rules, cancellable, error)) ||
      !read_inbox (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_continuity_free:
 * @self: (transfer full): what takes items
 */
void
tambour_continuity_free (TambourContinuity *self)
{
  g_clear_object (&self->change);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->connector, tambour_connector_free);
  g_clear_pointer (&self->match, tambour_account_match_free);
  g_clear_pointer (&self->state, tambour_connector_state_free);
  g_clear_pointer (&self->noted, tambour_connector_state_free);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->page, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->told, g_strv_builder_unref);
  g_clear_pointer (&self->all_told, g_strfreev);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->label, g_free);
  g_free (self);
}

/**
 * tambour_continuity_bring_back:
 * @self: what takes items
 *
 * From now on, what was removed here comes back where the portal has it. Else it stays removed.
 */
void
tambour_continuity_bring_back (TambourContinuity *self)
{
  self->brings_back = TRUE;
}

/**
 * tambour_continuity_keep_apart:
 * @self: what takes items
 *
 * What it takes is no run: that of the last run stays noted.
 */
void
tambour_continuity_keep_apart (TambourContinuity *self)
{
  self->noted = tambour_connector_state_read (self->store, self->connector->name);
}

/* --- pages -------------------------------------------------------------------- */

static gboolean
write_inbox (TambourContinuity  *self,
             GError            **error)
{
  for (guint i = 0; i < self->dropped->len; i++)
    {
      const char *external_id = g_ptr_array_index (self->dropped, i);

      if (!tambour_inbox_drop (self->store, self->connector->name, external_id, error))
        return FALSE;
      g_hash_table_remove (self->waiting, external_id);
    }

  while (self->entries->len > 0)
    {
      TambourInboxEntry *entry = g_ptr_array_index (self->entries, 0);

      if (!tambour_inbox_put (self->store, entry, error))
        return FALSE;
      g_ptr_array_steal_index (self->entries, 0);
      g_hash_table_replace (self->waiting, entry->external_id, entry);
    }

  return TRUE;
}

/* All of it or nothing; then the inbox, which can be written twice. */
static gboolean
flush (TambourContinuity  *self,
       GError            **error)
{
  if (tambour_change_get_size (self->change) > 0)
    {
      if (!tambour_store_commit (self->store, self->change, error))
        return FALSE;
      if (self->number == 0)
        self->number = tambour_change_get_number (self->change);
    }

  if (!write_inbox (self, error))
    return FALSE;

  self->written = self->state->counts;
  begin_page (self);

  return TRUE;
}

/* Whether two entries say the same, as far as the portal says it. */
static gboolean
is_same_entry (const TambourInboxEntry *known,
               const TambourInboxEntry *entry)
{
  return known->changed_at.seconds == entry->changed_at.seconds && g_strcmp0 (known->reason, entry->reason) == 0 &&
         g_strcmp0 (known->title, entry->title) == 0 && g_hash_table_size (known->hints) == g_hash_table_size (entry->hints);
}

static void
wait_in_inbox (TambourContinuity *self,
               TambourPortalItem *item,
               const char        *reason)
{
  const TambourInboxEntry *known = g_hash_table_lookup (self->waiting, item->external_id);
  g_autoptr(TambourInboxEntry) entry = tambour_inbox_entry_new (self->connector->name, item->external_id);
  TambourCase *record = TAMBOUR_CASE (item->record);
  GHashTableIter iter;
  gpointer name, text;

  entry->number = g_strdup (record->number);
  entry->title = g_strdup (record->title);
  entry->reason = g_strdup (reason);
  entry->opened_at = record->opened_at;
  entry->changed_at = item->changed_at;
  g_hash_table_iter_init (&iter, item->hints);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (entry->hints, g_strdup (name), g_strdup (text));

  self->state->counts.unmatched++;
  if (known == NULL || !is_same_entry (known, entry))
    g_ptr_array_add (self->entries, g_steal_pointer (&entry));
}

static void
tell_faults (TambourContinuity *self,
             TambourPortalItem *item)
{
  self->state->counts.faults += item->faults->len;
  for (guint i = 0; i < item->faults->len; i++)
    tambour_continuity_tell (self, g_strdup_printf ("%s: %s", item->external_id, (const char *) g_ptr_array_index (item->faults, i)));
}

/* One that is known goes where it is; of a new one the account must be known. */
static gboolean
take_case (TambourContinuity  *self,
           TambourPortalItem  *item,
           const char         *account_id,
           GError            **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *id = NULL;
  g_autoptr(TambourRecord) stored = NULL;
  const TambourInboxEntry *known = g_hash_table_lookup (self->waiting, item->external_id);

  if (item->record != NULL)
    id = tambour_continuity_dup_id (self, self->klass, item->external_id, TAMBOUR_CASE (item->record)->opened_at);
  if (!tambour_continuity_find (self, self->klass, item->external_id, id, &stored, error))
    return FALSE;

  if (stored == NULL && item->record != NULL && account_id == NULL)
    {
      if (known != NULL && known->is_ignored)
        {
          self->state->counts.passed++;
          return TRUE;
        }

      account_id = tambour_account_match_find (self->match, item->hints, &reason);
      if (account_id == NULL)
        {
          wait_in_inbox (self, item, reason);
          return TRUE;
        }
    }

  return tambour_continuity_take_case (self, item, stored, account_id, error);
}

/**
 * tambour_continuity_take:
 * @self: what takes items
 * @item: an item of the portal
 * @error: return location for a #TambourStoreError
 *
 * Takes it with the page. One that is nobody’s waits in the inbox.
 *
 * Returns: %FALSE if nothing more can be taken
 */
gboolean
tambour_continuity_take (TambourContinuity  *self,
                         TambourPortalItem  *item,
                         GError            **error)
{
  return tambour_continuity_assign (self, item, NULL, error);
}

/**
 * tambour_continuity_assign:
 * @self: what takes items
 * @item: an item of the portal
 * @account_id: (nullable): whose it is, if it is new here; %NULL if rules say so
 * @error: return location for a #TambourStoreError
 *
 * The same, with an account that somebody has chosen.
 *
 * Returns: %FALSE if nothing more can be taken
 */
gboolean
tambour_continuity_assign (TambourContinuity  *self,
                           TambourPortalItem  *item,
                           const char         *account_id,
                           GError            **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  /* One that comes twice on a page is read anew. */
  if (g_hash_table_contains (self->page, item->external_id) && !flush (self, error))
    return FALSE;

  self->state->counts.read++;
  tell_faults (self, item);
  if (item->record == NULL && item->fate == TAMBOUR_PORTAL_FATE_PRESENT)
    {
      self->state->counts.rejected++;
      return TRUE;
    }

  if (G_TYPE_FROM_CLASS (self->klass) == TAMBOUR_TYPE_CASE)
    return take_case (self, item, account_id, error);

  return tambour_continuity_take_request (self, item, error);
}

static gboolean
write_state (TambourContinuity  *self,
             GError            **error)
{
  if (self->noted == NULL)
    return tambour_connector_state_write (self->store, self->connector->name, self->state, error);

  g_clear_pointer (&self->noted->merging, g_hash_table_unref);
  self->noted->merging = g_hash_table_ref (self->state->merging);

  return tambour_connector_state_write (self->store, self->connector->name, self->noted, error);
}

/**
 * tambour_continuity_end_page:
 * @self: what takes items
 * @cursor: (nullable): where it goes on after this page; the last one stays if it is %NULL
 * @error: return location for a #TambourStoreError
 *
 * Writes the page, then how far that is: stopped in between, the page is taken once more, which
 * changes nothing.
 *
 * Returns: %TRUE if the portfolio has it
 */
gboolean
tambour_continuity_end_page (TambourContinuity  *self,
                             const char         *cursor,
                             GError            **error)
{
  if (!flush (self, error))
    return FALSE;

  if (cursor != NULL)
    g_set_str (&self->state->cursor, cursor);

  return write_state (self, error);
}

/* What was merged into something that has come meanwhile. */
static gboolean
join_merged (TambourContinuity  *self,
             const char         *from,
             const char         *into,
             gboolean           *is_done,
             GError            **error)
{
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(TambourRecord) target = NULL;
  g_autoptr(TambourRecord) base = NULL;
  g_autoptr(TambourRecord) said = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  static const char * const nothing[] = { NULL };
  static const char * const only[] = { "merged_into_id", NULL };
  const TambourPortalMerge rules = { .decided = nothing, .only = only, .wins_at_first = TRUE };

  *is_done = FALSE;
  if (!tambour_continuity_find (self, self->klass, from, NULL, &record, error) ||
      !tambour_continuity_find (self, self->klass, into, NULL, &target, error))
    return FALSE;

  *is_done = record == NULL || TAMBOUR_CASE (record)->exclusion != TAMBOUR_CASE_EXCLUSION_MERGED;
  if (*is_done || target == NULL)
    return TRUE;

  base = tambour_record_dup (record);
  said = tambour_record_dup (record);
  g_set_str (&TAMBOUR_CASE (said)->merged_into_id.id, target->id);
  kept = tambour_portal_merge (&rules, record, said);
  tambour_change_edit (self->change, base, record);
  *is_done = TRUE;

  return TRUE;
}

static gboolean
join_all_merged (TambourContinuity  *self,
                 GError            **error)
{
  GHashTableIter iter;
  gpointer from, into;

  g_hash_table_iter_init (&iter, self->state->merging);
  while (g_hash_table_iter_next (&iter, &from, &into))
    {
      gboolean is_done;

      if (!join_merged (self, from, into, &is_done, error))
        return FALSE;
      if (is_done)
        g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}

/**
 * tambour_continuity_list_known:
 * @self: what takes items
 *
 * An account may have come since they joined the inbox.
 *
 * Returns: (transfer full): what the portal calls those items of the inbox that by now are somebody’s
 */
GStrv
tambour_continuity_list_known (TambourContinuity *self)
{
  g_autoptr(GStrvBuilder) known = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TambourInboxEntry *entry = value;
      g_autofree char *reason = NULL;

      if (!entry->is_ignored && tambour_account_match_find (self->match, entry->hints, &reason) != NULL)
        g_strv_builder_add (known, entry->external_id);
    }

  return g_strv_builder_end (known);
}

/**
 * tambour_continuity_finish:
 * @self: what takes items
 * @failure: (nullable): why the run ended early
 * @error: return location for a #TambourStoreError
 *
 * The run is over. What has not been written with its page by now comes with the next run.
 *
 * Returns: %TRUE if the portfolio knows of it
 */
gboolean
tambour_continuity_finish (TambourContinuity  *self,
                           const GError       *failure,
                           GError            **error)
{
  begin_page (self);
  if (failure == NULL && (!join_all_merged (self, error) || !flush (self, error)))
    return FALSE;

  if (failure == NULL)
    self->state->finished_at = now ();
  else
    self->state->counts = self->written;
  g_set_str (&self->state->error, failure ? failure->message : NULL);

  return write_state (self, error);
}

/**
 * tambour_continuity_get_counts:
 * @self: what takes items
 *
 * Returns: (transfer none): what it has done so far
 */
const TambourConnectCounts *
tambour_continuity_get_counts (TambourContinuity *self)
{
  return &self->state->counts;
}

/**
 * tambour_continuity_get_cursor:
 * @self: what takes items
 *
 * Returns: (transfer none) (nullable): where it goes on
 */
const char *
tambour_continuity_get_cursor (TambourContinuity *self)
{
  return self->state->cursor;
}

/**
 * tambour_continuity_get_told:
 * @self: what takes items, after its end
 *
 * Returns: (transfer none): what a person should hear of, a sentence each
 */
const char * const *
tambour_continuity_get_told (TambourContinuity *self)
{
  if (self->all_told == NULL)
    self->all_told = g_strv_builder_end (self->told);

  return (const char * const *) self->all_told;
}

/**
 * tambour_continuity_get_change:
 * @self: what takes items
 *
 * Returns: by which all that it changed can be undone; 0 if that was nothing
 */
gint64
tambour_continuity_get_change (TambourContinuity *self)
{
  return self->number;
}
