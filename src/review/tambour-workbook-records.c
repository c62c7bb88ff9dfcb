/* tambour-workbook-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-private.h"

#include <string.h>

#include "tambour-choice-words.h"
#include "tambour-fact-records.h"
#include "tambour-kind-words.h"

#include "tambour-wording.h"

/* The sheets of records: one for each kind that a customer looks up, with all fields that are his
 * to read, and the one that says which records stand behind which figure.
 */

/* Kinds with a sheet of their own. What has none, such as events and samples, stands in the sheet
 * of records alone. */
static const char * const KINDS[] = {
  "case", "escalation", "incident", "goal", "commitment", "action_item", "engagement", "insight", "exposure", "audit",
  "finding", "feature_request", "training", "entitlement_use", "value_entry", "agreement", "project", "decision",
};

/* --- one kind ------------------------------------------------------------- */

/* The records of a kind that figures of the period were counted from, by date. */
static GPtrArray *
list_counted (TambourFacts       *facts,
              TambourRecordClass *klass)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts->all, i);

      for (guint j = 0; j < fact->now.ids->len; j++)
        {
          TambourRecord *record = tambour_facts_find_record (facts, g_ptr_array_index (fact->now.ids, j));

          if (record != NULL && TAMBOUR_RECORD_GET_CLASS (record) == klass && g_hash_table_add (seen, record))
            g_ptr_array_add (list, record);
        }
    }

  return list;
}

static gint
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  TambourFactRecord first = { .record = *(TambourRecord * const *) a };
  TambourFactRecord second = { .record = *(TambourRecord * const *) b };
  TambourDate before = tambour_fact_record_get_date (&first, user_data);
  TambourDate after = tambour_fact_record_get_date (&second, user_data);

  if (before.julian != after.julian)
    return before.julian < after.julian ? -1 : 1;

  return strcmp (first.record->id, second.record->id);
}

/* A field that is the customer's, in forms, and stated in at least one of the records. */
static gboolean
is_shown (const TambourField *field,
          GPtrArray          *records)
{
  if (!(field->flags & TAMBOUR_FIELD_CUSTOMER) || field->label == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (field->kind == TAMBOUR_KIND_CHOICE || field->kind == TAMBOUR_KIND_FLAG ||
        tambour_field_is_stated (field, g_ptr_array_index (records, i)))
      return TRUE;

  return FALSE;
}

static GPtrArray *
list_fields (TambourRecordClass *klass,
             GPtrArray          *records)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (is_shown (&klass->fields[i], records))
      g_ptr_array_add (fields, (gpointer) &klass->fields[i]);

  return fields;
}

static void
take_text (const TambourWorkbookReview *self,
           char                        *text)
{
  tambour_workbook_add_text (self->workbook, text);
  g_free (text);
}

static void
add_reference (const TambourWorkbookReview *self,
               const char                  *id)
{
  TambourRecord *record = tambour_facts_find_record (self->facts, id);

  take_text (self, record ? tambour_customer_title (record, self->facts) : NULL);
}

static void
add_field (const TambourWorkbookReview *self,
           const TambourField          *field,
           TambourRecord               *record)
{
  TambourWorkbook *workbook = self->workbook;
  gint64 count;

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
      tambour_workbook_set_style (workbook, field->flags & TAMBOUR_FIELD_LONG ? TAMBOUR_CELL_LONG : TAMBOUR_CELL_PLAIN);
      tambour_workbook_add_text (workbook, TAMBOUR_FIELD_AT (field, record, char *));
      tambour_workbook_set_style (workbook, TAMBOUR_CELL_PLAIN);
      return;
    case TAMBOUR_KIND_COUNT:
      count = TAMBOUR_FIELD_AT (field, record, gint64);
      tambour_workbook_add_number (workbook, count == TAMBOUR_NO_COUNT ? NAN : (double) count, TAMBOUR_FORMAT_COUNT);
      return;
    case TAMBOUR_KIND_NUMBER:
      tambour_workbook_add_number (workbook, TAMBOUR_FIELD_AT (field, record, double), NULL);
      return;
    case TAMBOUR_KIND_FLAG:
      tambour_workbook_add_flag (workbook, TAMBOUR_FIELD_AT (field, record, bool));
      return;
    case TAMBOUR_KIND_CHOICE:
      tambour_workbook_add_text (workbook, _(tambour_choice_get_words (field->choice (), TAMBOUR_FIELD_AT (field, record, guint))));
      return;
    case TAMBOUR_KIND_INSTANT:
      tambour_workbook_add_moment (workbook, TAMBOUR_FIELD_AT (field, record, TambourInstant), self->facts->zone);
      return;
    case TAMBOUR_KIND_DATE:
      tambour_workbook_add_date (workbook, TAMBOUR_FIELD_AT (field, record, TambourDate));
      return;
    case TAMBOUR_KIND_MONEY:
      tambour_workbook_add_money (workbook, TAMBOUR_FIELD_AT (field, record, TambourMoney));
      return;
    case TAMBOUR_KIND_REF:
      add_reference (self, TAMBOUR_FIELD_AT (field, record, TambourRef).id);
      return;
    case TAMBOUR_KIND_LABELS:
      take_text (self, tambour_field_dup_text (field, record));
      return;
    }

  g_assert_not_reached ();
}

static void
add_heads (const TambourWorkbookReview *self,
           GPtrArray                   *fields)
{
  g_autoptr(GPtrArray) heads = g_ptr_array_new ();

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (heads, (gpointer) _(((const TambourField *) g_ptr_array_index (fields, i))->label));
  g_ptr_array_add (heads, (gpointer) _("Record"));
  g_ptr_array_add (heads, NULL);
  tambour_workbook_add_heads (self->workbook, (const char * const *) heads->pdata);
}

static void
write_kind (const TambourWorkbookReview *self,
            TambourRecordClass          *klass)
{
  g_autoptr(GPtrArray) records = list_counted (self->facts, klass);
  g_autoptr(GPtrArray) fields = NULL;

  if (records->len == 0)
    return;

  g_ptr_array_sort_with_data (records, compare_records, self->facts);
  fields = list_fields (klass, records);
  tambour_workbook_begin_sheet (self->workbook, _(tambour_kind_get_words (klass)->plural));
  add_heads (self, fields);
  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; j < fields->len; j++)
        add_field (self, g_ptr_array_index (fields, j), record);
      tambour_workbook_add_text (self->workbook, record->id);
      tambour_workbook_end_row (self->workbook);
    }
}

/**
 * tambour_workbook_write_kinds:
 * @self: a workbook
 *
 * Adds a sheet for each kind of record that figures of the period were counted from.
 */
void
tambour_workbook_write_kinds (const TambourWorkbookReview *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    write_kind (self, tambour_kinds_find (KINDS[i]));
}

/* --- what stands behind a figure ------------------------------------------ */

static const char *
get_part (const TambourFactRecord *record)
{
  if (record->reason != NULL)
    return _("Left out");

  /* Translators: a record that a share counts above the line, as in “3 of 4”. */
  return record->is_hit ? _("Counted, and fulfilled") : _("Counted");
}

static void
add_record (const TambourWorkbookReview *self,
            const TambourFact           *fact,
            gboolean                     prior,
            const TambourFactRecord     *record)
{
  TambourWorkbook *workbook = self->workbook;
  TambourRecordClass *klass = record->record ? TAMBOUR_RECORD_GET_CLASS (record->record) : NULL;

  tambour_workbook_add_text (workbook, fact->key);
  tambour_workbook_add_text (workbook, _(fact->name));
  tambour_workbook_add_text (workbook, prior ? _("The year before") : _("This period"));
  tambour_workbook_add_text (workbook, klass ? _(klass->label) : NULL);
  take_text (self, tambour_fact_record_dup_number (record, self->facts));
  take_text (self, tambour_fact_record_dup_title (record, self->facts));
  tambour_workbook_add_date (workbook, tambour_fact_record_get_date (record, self->facts));
  tambour_workbook_add_text (workbook, get_part (record));
  tambour_workbook_add_text (workbook, record->reason ? _(record->reason) : NULL);
  tambour_workbook_add_text (workbook, record->id);
  tambour_workbook_end_row (workbook);
}

static void
add_records (const TambourWorkbookReview *self,
             const TambourFact           *fact,
             gboolean                     prior)
{
  g_autoptr(GArray) records = tambour_fact_records_list (self->facts, prior ? &fact->prior : &fact->now);

  for (guint i = 0; i < records->len; i++)
    add_record (self, fact, prior, &g_array_index (records, TambourFactRecord, i));
}

/**
 * tambour_workbook_write_records:
 * @self: a workbook
 *
 * Adds the last sheet: which records every figure was counted from, and which were left out.
 */
void
tambour_workbook_write_records (const TambourWorkbookReview *self)
{
  const char *heads[] = {
    _("Key"), _("Figure"), _("Period"), _("Kind"), _("Number"), _("Title"), _("Date"), _("Part in it"), _("Why"), _("Record"), NULL
  };

  tambour_workbook_begin_sheet (self->workbook, _("Records"));
  tambour_workbook_add_heads (self->workbook, heads);
  for (guint i = 0; i < self->facts->all->len; i++)
    {
      add_records (self, g_ptr_array_index (self->facts->all, i), FALSE);
      add_records (self, g_ptr_array_index (self->facts->all, i), TRUE);
    }
}
