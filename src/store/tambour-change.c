/* tambour-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-change-private.h"

/**
 * TambourChange:
 *
 * What one person does at once: records that are written and removed together,
 * or not at all. tambour_store_commit() does it.
 */
G_DEFINE_FINAL_TYPE (TambourChange, tambour_change, G_TYPE_OBJECT)

static void
clear_entry (gpointer data)
{
  TambourChangeEntry *entry = data;

  g_clear_object (&entry->record);
  g_clear_object (&entry->base);
}

static void
tambour_change_dispose (GObject *object)
{
  TambourChange *self = TAMBOUR_CHANGE (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_array_unref);

  G_OBJECT_CLASS (tambour_change_parent_class)->dispose (object);
}

static void
tambour_change_finalize (GObject *object)
{
  TambourChange *self = TAMBOUR_CHANGE (object);

  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (tambour_change_parent_class)->finalize (object);
}

static void
tambour_change_class_init (TambourChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_change_dispose;
  object_class->finalize = tambour_change_finalize;
}

static void
tambour_change_init (TambourChange *self)
{
  self->at.seconds = TAMBOUR_NEVER;
  self->entries = g_array_new (FALSE, FALSE, sizeof (TambourChangeEntry));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_clear_func (self->entries, clear_entry);
}

/**
 * tambour_change_new:
 * @author: who does it
 * @label: what it is called in the history, such as “Import cases”
 *
 * Returns: (transfer full): a change of nothing yet
 */
TambourChange *
tambour_change_new (const char *author,
                    const char *label)
{
  TambourChange *self = g_object_new (TAMBOUR_TYPE_CHANGE, NULL);

  self->author = g_strdup (author);
  self->label = g_strdup (label);

  return self;
}

static void
add_entry (TambourChange *self,
           TambourRecord *record,
           gboolean       is_removal,
           TambourRecord *base)
{
  TambourChangeEntry entry = { g_object_ref (record), is_removal, base ? g_object_ref (base) : NULL };
  gpointer found;

  if (g_hash_table_lookup_extended (self->by_id, record->id, NULL, &found))
    {
      TambourChangeEntry *old = &g_array_index (self->entries, TambourChangeEntry, GPOINTER_TO_UINT (found));

      g_hash_table_replace (self->by_id, record->id, found);
      clear_entry (old);
      *old = entry;
      return;
    }

  g_hash_table_insert (self->by_id, record->id, GUINT_TO_POINTER (self->entries->len));
  g_array_append_val (self->entries, entry);
}

/**
 * tambour_change_put:
 * @self: a change that is not committed yet
 * @record: a record that nobody touches until @self is committed
 *
 * Writes @record, whether it is new or not. Of several words on one record in
 * a change, the last counts.
 */
void
tambour_change_put (TambourChange *self,
                    TambourRecord *record)
{
  g_return_if_fail (TAMBOUR_IS_CHANGE (self));
  g_return_if_fail (TAMBOUR_IS_RECORD (record));

  add_entry (self, record, FALSE, NULL);
}

/**
 * tambour_change_edit:
 * @self: a change that is not committed yet
 * @base: the record as it was when somebody began to edit it
 * @record: the same as they left it; nobody touches either until @self is
 *   committed
 *
 * Writes only the fields in which @record differs from @base: what another
 * program has written into the others meanwhile stays. When @self is committed,
 * @record says what is stored.
 */
void
tambour_change_edit (TambourChange *self,
                     TambourRecord *base,
                     TambourRecord *record)
{
  g_return_if_fail (TAMBOUR_IS_CHANGE (self));
  g_return_if_fail (TAMBOUR_IS_RECORD (base));
  g_return_if_fail (TAMBOUR_IS_RECORD (record));

  add_entry (self, record, FALSE, base);
}

/**
 * tambour_change_remove:
 * @self: a change that is not committed yet
 * @record: a record
 *
 * Removes @record: it is no longer listed or found, but its history stays, and
 * undoing the change brings it back.
 */
void
tambour_change_remove (TambourChange *self,
                       TambourRecord *record)
{
  g_return_if_fail (TAMBOUR_IS_CHANGE (self));
  g_return_if_fail (TAMBOUR_IS_RECORD (record));

  add_entry (self, record, TRUE, NULL);
}

/**
 * tambour_change_set_time:
 * @self: a change that is not committed yet
 * @at: when it happened
 *
 * For what is brought in from elsewhere, and for the demonstration: the change
 * is dated @at instead of now, and records that say themselves when and by whom
 * they were made and changed keep that.
 */
void
tambour_change_set_time (TambourChange  *self,
                         TambourInstant  at)
{
  g_return_if_fail (TAMBOUR_IS_CHANGE (self));

  self->at = at;
}

/**
 * tambour_change_set_continues:
 * @self: a change that is not committed yet
 * @number: what tambour_change_get_number() said of the first part, or 0
 *
 * For a long import that commits many times: all its parts carry the number of
 * the first, and undoing that number takes back all of them.
 */
void
tambour_change_set_continues (TambourChange *self,
                              gint64         number)
{
  g_return_if_fail (TAMBOUR_IS_CHANGE (self));

  self->continues = number;
}

/**
 * tambour_change_get_label:
 * @self: a change
 *
 * Returns: (transfer none): what it is called in the history
 */
const char *
tambour_change_get_label (TambourChange *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CHANGE (self), NULL);

  return self->label;
}

/**
 * tambour_change_get_size:
 * @self: a change
 *
 * Returns: how many records it names
 */
guint
tambour_change_get_size (TambourChange *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CHANGE (self), 0);

  return self->entries->len;
}

/**
 * tambour_change_get_put:
 * @self: a change
 * @position: below tambour_change_get_size()
 *
 * Returns: (transfer none) (nullable): the record that is written there, or
 *   %NULL if one is removed
 */
TambourRecord *
tambour_change_get_put (TambourChange *self,
                        guint          position)
{
  const TambourChangeEntry *entry;

  g_return_val_if_fail (TAMBOUR_IS_CHANGE (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  entry = &g_array_index (self->entries, TambourChangeEntry, position);

  return entry->is_removal ? NULL : entry->record;
}

/**
 * tambour_change_get_number:
 * @self: a change
 *
 * Returns: the number to undo it by, once it is committed; of a part, that of
 *   the first part. 0 before, and if nothing was different from what is stored
 */
gint64
tambour_change_get_number (TambourChange *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CHANGE (self), 0);

  return self->number;
}
