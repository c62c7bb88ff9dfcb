/* tambour-purge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-purge.h"

/* A person may ask that what is kept of them is taken out (RECORDS.md, contact). The
 * record stays, for what refers to it, and says when that happened: so a copy from
 * elsewhere that does not know of it yet brings nothing back.
 */

/**
 * tambour_purge_find_field:
 * @klass: a kind
 *
 * Returns: (transfer none) (nullable): the field that says when a record of this kind
 *   was purged; %NULL if it says nothing of people
 */
const TambourField *
tambour_purge_find_field (TambourRecordClass *klass)
{
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAMBOUR_FIELD_PURGED)
      return &klass->fields[i];

  return NULL;
}

/**
 * tambour_purge_find_quoted:
 * @klass: a kind
 *
 * Returns: (transfer none) (nullable): the field that says which record a record of this
 *   kind quotes; %NULL if it quotes none
 */
const TambourField *
tambour_purge_find_quoted (TambourRecordClass *klass)
{
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAMBOUR_FIELD_QUOTED)
      return &klass->fields[i];

  return NULL;
}

/**
 * tambour_purge_get_time:
 * @record: a record of a kind that says something of people
 *
 * Returns: when it was purged; not stated if never
 */
TambourInstant
tambour_purge_get_time (TambourRecord *record)
{
  return TAMBOUR_FIELD_AT (tambour_purge_find_field (TAMBOUR_RECORD_GET_CLASS (record)), record, TambourInstant);
}

/**
 * tambour_purge_is_newer:
 * @a: a record
 * @b: another of the same kind
 *
 * Returns: %TRUE if @a was purged, and @b not or earlier
 */
gboolean
tambour_purge_is_newer (TambourRecord *a,
                        TambourRecord *b)
{
  const TambourField *field = tambour_purge_find_field (TAMBOUR_RECORD_GET_CLASS (a));

  return field != NULL &&
         TAMBOUR_FIELD_AT (field, a, TambourInstant).seconds > TAMBOUR_FIELD_AT (field, b, TambourInstant).seconds;
}

/**
 * tambour_purge_copy:
 * @self: a record
 * @from: another of the same kind
 *
 * Has @self say of a person what @from says, and nothing else.
 */
void
tambour_purge_copy (TambourRecord *self,
                    TambourRecord *from)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & (TAMBOUR_FIELD_PERSONAL | TAMBOUR_FIELD_PURGED))
      tambour_field_copy (&klass->fields[i], self, from);

  g_set_str (&self->extra, from->extra);
}

/**
 * tambour_purge_record:
 * @self: a record of a kind that says something of people
 * @placeholder: what stands in place of a text that must not be empty
 * @at: when
 *
 * Takes out what @self says of a person, and what only a newer version knows.
 */
void
tambour_purge_record (TambourRecord  *self,
                      const char     *placeholder,
                      TambourInstant  at)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);
  const TambourField *purged = tambour_purge_find_field (klass);

  g_return_if_fail (purged != NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (!(field->flags & TAMBOUR_FIELD_PERSONAL))
        continue;

      tambour_field_clear (field, self);
      if ((field->flags & TAMBOUR_FIELD_REQUIRED) && field->kind == TAMBOUR_KIND_TEXT)
        TAMBOUR_FIELD_AT (field, self, char *) = g_strdup (placeholder);
    }

  g_clear_pointer (&self->extra, g_free);
  TAMBOUR_FIELD_AT (purged, self, TambourInstant) = at;
}
