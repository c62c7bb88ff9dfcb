/* tambour-record-begin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record-begin.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/* What happens when it is written down. What is planned, or was agreed, does not. */
static gboolean
is_now (const TambourField *field)
{
  static const char * const names[] = { "at", "opened_at", "declared_at", "recorded_at", "asked_at", "answered_at",
                                        "on", "made_on", "seen_on", "invited_on", NULL };

  return g_strv_contains (names, field->name);
}

/* Whoever writes it down is the one who has it. */
static gboolean
is_me (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_REF && g_str_equal (field->target, "person");
}

static void
fill_field (const TambourField *field,
            TambourRecord      *record,
            const char         *me,
            TambourInstant      now,
            GTimeZone          *zone)
{
  if (is_me (field))
    g_set_str (&AT (field, record, TambourRef).id, me);
  else if (field->kind == TAMBOUR_KIND_DATE && is_now (field))
    AT (field, record, TambourDate) = tambour_zone_date_of (zone, now);
  else if (field->kind == TAMBOUR_KIND_INSTANT && is_now (field))
    AT (field, record, TambourInstant).seconds = now.seconds - now.seconds % TAMBOUR_MINUTE;
}

/**
 * tambour_record_begin:
 * @klass: a kind of record
 * @account_id: (nullable): the account that it is for
 * @me: (nullable): the person who makes it
 * @now: the time that is "now"
 * @zone: where that person is
 *
 * Returns: (transfer full): a record that says what can be known before anything
 *   is typed
 */
TambourRecord *
tambour_record_begin (TambourRecordClass *klass,
                      const char         *account_id,
                      const char         *me,
                      TambourInstant      now,
                      GTimeZone          *zone)
{
  TambourRecord *record = tambour_record_new (G_TYPE_FROM_CLASS (klass), NULL);

  if (account_id != NULL && *account_id != '\0')
    g_set_str (&record->account_id.id, account_id);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].label != NULL)
      fill_field (&klass->fields[i], record, me, now, zone);

  return record;
}

/**
 * tambour_record_begin_within:
 * @record: a record in which nothing is typed
 * @within: (nullable): what it belongs to, as “environment_id=ID”; what it is of, as
 *   “code=requests”; or what kind of it is wanted, as “kind=roadmap_review”
 *
 * Fills in the reference to what a new record is begun in, or the text or the choice
 * that says so. What @record has no field for, or no such value, is left out.
 */
void
tambour_record_begin_within (TambourRecord *record,
                             const char    *within)
{
  const char *mark = within ? strchr (within, '=') : NULL;
  g_autofree char *name = mark ? g_strndup (within, (gsize) (mark - within)) : NULL;
  const TambourField *field = name ? tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), name) : NULL;

  if (field != NULL && field->kind == TAMBOUR_KIND_REF)
    g_set_str (&AT (field, record, TambourRef).id, mark + 1);
  else if (field != NULL && field->kind == TAMBOUR_KIND_TEXT)
    g_set_str (&AT (field, record, char *), mark + 1);
  else if (field != NULL && field->kind == TAMBOUR_KIND_CHOICE)
    tambour_choice_from_nick (field->choice (), mark + 1, &AT (field, record, guint));
}

/**
 * tambour_record_begin_copy:
 * @from: a record
 *
 * Returns: (transfer full): another that says the same; what it is in other
 *   systems, and who made it, is not the copy's
 */
TambourRecord *
tambour_record_begin_copy (TambourRecord *from)
{
  TambourRecord *record = tambour_record_new (G_OBJECT_TYPE (from), NULL);

  tambour_record_copy_fields (record, from);
  g_clear_pointer (&record->extra, g_free);
  g_clear_pointer (&record->created_by, g_free);
  g_clear_pointer (&record->updated_by, g_free);
  g_clear_pointer (&record->rev, g_free);
  g_clear_pointer (&record->external_system, g_free);
  g_clear_pointer (&record->external_id, g_free);
  record->created_at.seconds = TAMBOUR_NEVER;
  record->updated_at.seconds = TAMBOUR_NEVER;
  record->deleted_at.seconds = TAMBOUR_NEVER;
  record->origin = TAMBOUR_ORIGIN_MANUAL;

  return record;
}
