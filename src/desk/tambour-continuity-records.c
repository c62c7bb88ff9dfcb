/* tambour-continuity-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-continuity-private.h"

/* Nobody reads more sentences of one run. */
#define MOST_TOLD 1000

/**
 * tambour_continuity_dup_id:
 * @self: what takes items
 * @klass: a kind
 * @external_id: what the portal calls such a record
 * @at: when it began, by the portal's clock
 *
 * Whoever of a team reads the portal, the record is the same: two that read it make one of it.
 *
 * Returns: (transfer full): the id that it has here
 */
char *
tambour_continuity_dup_id (TambourContinuity  *self,
                           TambourRecordClass *klass,
                           const char         *external_id,
                           TambourInstant      at)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GRand) random = NULL;
  const char *parts[] = { klass->kind, self->connector->system, external_id };
  guint8 digest[32];
  gsize length = sizeof digest;
  guint32 seed[8];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (sum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);

  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < G_N_ELEMENTS (seed); i++)
    seed[i] = (guint32) digest[4 * i] << 24 | (guint32) digest[4 * i + 1] << 16 | (guint32) digest[4 * i + 2] << 8 | digest[4 * i + 3];
  random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));

  return tambour_id_new_at (tambour_instant_is_stated (at) ? MAX (at.seconds, 0) * 1000 : 0, random);
}

static gboolean
take_found (TambourRecord  *record,
            GError         *cause,
            TambourRecord **found,
            GError        **error)
{
  *found = record;
  if (cause == NULL || g_error_matches (cause, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&cause);
      return TRUE;
    }

  g_propagate_error (error, cause);

  return FALSE;
}

/**
 * tambour_continuity_find:
 * @self: what takes items
 * @klass: a kind
 * @external_id: what the portal calls such a record
 * @id: (nullable): the id that it has here, to find also one that was removed
 * @found: (out) (nullable) (transfer full): the record
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on failure; where there is none, @found is %NULL
 */
gboolean
tambour_continuity_find (TambourContinuity   *self,
                         TambourRecordClass  *klass,
                         const char          *external_id,
                         const char          *id,
                         TambourRecord      **found,
                         GError             **error)
{
  GError *cause = NULL;
  TambourRecord *record = tambour_store_get_external (self->store, klass, self->connector->system, external_id, &cause);

  if (!take_found (record, cause, found, error))
    return FALSE;
  if (*found != NULL || id == NULL)
    return TRUE;

  cause = NULL;
  record = tambour_store_get_removed (self->store, klass, id, &cause);

  return take_found (record, cause, found, error);
}

/**
 * tambour_continuity_tell:
 * @self: what takes items
 * @sentence: (transfer full): what a person should hear of
 */
void
tambour_continuity_tell (TambourContinuity *self,
                         char              *sentence)
{
  if (self->n_told++ < MOST_TOLD)
    g_strv_builder_take (self->told, sentence);
  else
    g_free (sentence);
}

/**
 * tambour_continuity_tell_kept:
 * @self: what takes items
 * @record: a record
 * @kept: (element-type TambourField): which of its fields stay as they were changed here
 *
 * Counts and tells them.
 */
void
tambour_continuity_tell_kept (TambourContinuity *self,
                              TambourRecord     *record,
                              GPtrArray         *kept)
{
  g_autofree char *title = kept->len > 0 ? tambour_record_dup_title (record) : NULL;

  self->state->counts.kept += kept->len;
  for (guint i = 0; i < kept->len; i++)
    {
      const TambourField *field = g_ptr_array_index (kept, i);

      tambour_continuity_tell (self, g_strdup_printf (_("%s “%s”: “%s” stays as it was changed here; the portal says something else."),
                                                      record->external_id, title ? title : "", _(field->label)));
    }
}

/**
 * tambour_continuity_put:
 * @self: what takes items
 * @stored: (nullable): a record as it is stored
 * @record: the same as it becomes
 * @has_events: whether its history has grown
 *
 * Writes what is different with the page, and counts it.
 */
void
tambour_continuity_put (TambourContinuity *self,
                        TambourRecord     *stored,
                        TambourRecord     *record,
                        gboolean           has_events)
{
  gboolean is_new = stored == NULL || tambour_record_is_deleted (stored);
  gboolean differs = is_new || !tambour_record_equal (stored, record);

  if (is_new)
    tambour_change_put (self->change, record);
  else if (differs)
    tambour_change_edit (self->change, stored, record);

  if (is_new)
    self->state->counts.created++;
  else if (differs || has_events)
    self->state->counts.updated++;
  else
    self->state->counts.unchanged++;

  g_hash_table_replace (self->page, g_strdup (record->external_id), g_object_ref (record));
  if (g_hash_table_contains (self->waiting, record->external_id))
    g_ptr_array_add (self->dropped, g_strdup (record->external_id));
}
