/* tambour-exports-workbook.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-exports.h"

#include "tambour-exports-private.h"
#include "tambour-workbook-numbers.h"

/* A sheet has no more rows, its heads included; what is left goes on on another. */
#define MAX_ROWS 1048576

typedef struct
{
  TambourWorkbook     *workbook;
  TambourRecordClass  *klass;
  GTimeZone           *utc;
  TambourProgressFunc  progress;
  gpointer             user_data;
  guint64              done;
  guint64              total;
} Writing;

static void
begin_sheet (Writing *self)
{
  g_autoptr(GPtrArray) heads = g_ptr_array_new ();

  g_ptr_array_add (heads, (gpointer) "id");
  for (guint i = 0; i < self->klass->n_fields; i++)
    g_ptr_array_add (heads, (gpointer) self->klass->fields[i].name);
  g_ptr_array_add (heads, NULL);

  tambour_workbook_begin_sheet (self->workbook, self->klass->plural);
  tambour_workbook_add_heads (self->workbook, (const char * const *) heads->pdata);
}

static void
add_text (Writing            *self,
          const TambourField *field,
          TambourRecord      *record)
{
  g_autofree char *text = tambour_field_dup_text (field, record);

  tambour_workbook_add_text (self->workbook, text);
}

/* What can be computed with is a number or a date, everything else the text that CSV has. */
static void
add_field (Writing            *self,
           const TambourField *field,
           TambourRecord      *record)
{
  gint64 count;

  switch (field->kind)
    {
    case TAMBOUR_KIND_COUNT:
      count = TAMBOUR_FIELD_AT (field, record, gint64);
      tambour_workbook_add_number (self->workbook, count == TAMBOUR_NO_COUNT ? NAN : (double) count, NULL);
      return;
    case TAMBOUR_KIND_NUMBER:
      tambour_workbook_add_number (self->workbook, TAMBOUR_FIELD_AT (field, record, double), NULL);
      return;
    case TAMBOUR_KIND_FLAG:
      tambour_workbook_add_flag (self->workbook, TAMBOUR_FIELD_AT (field, record, bool));
      return;
    case TAMBOUR_KIND_INSTANT:
      tambour_workbook_add_moment (self->workbook, TAMBOUR_FIELD_AT (field, record, TambourInstant), self->utc);
      return;
    case TAMBOUR_KIND_DATE:
      tambour_workbook_add_date (self->workbook, TAMBOUR_FIELD_AT (field, record, TambourDate));
      return;
    case TAMBOUR_KIND_MONEY:
      tambour_workbook_add_money (self->workbook, TAMBOUR_FIELD_AT (field, record, TambourMoney));
      return;
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      add_text (self, field, record);
      return;
    }

  g_assert_not_reached ();
}

static gboolean
write_record (TambourRecord *record,
              gpointer       user_data)
{
  Writing *self = user_data;

  if (++self->done % TAMBOUR_EXPORTS_TELL_EVERY == 0 && self->progress != NULL)
    self->progress (self->klass->plural, self->done, self->total, self->user_data);

  if (tambour_workbook_get_row (self->workbook) == MAX_ROWS)
    begin_sheet (self);

  tambour_workbook_add_text (self->workbook, record->id);
  for (guint i = 0; i < self->klass->n_fields; i++)
    add_field (self, &self->klass->fields[i], record);
  tambour_workbook_end_row (self->workbook);

  return TRUE;
}

static gboolean
write_kind (TambourStore  *store,
            Writing       *self,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (self->klass));

  begin_sheet (self);

  return tambour_store_each (store, query, write_record, self, cancellable, error);
}

/* All kinds, one behind the other; of an empty portfolio the accounts, of which there are none. */
static gboolean
write_kinds (TambourStore  *store,
             Writing       *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GPtrArray) kinds = tambour_exports_list_kinds ();

  for (guint i = 0; i < kinds->len; i++)
    self->total += tambour_exports_count_records (store, g_ptr_array_index (kinds, i));

  for (guint i = 0; i < kinds->len; i++)
    {
      self->klass = g_ptr_array_index (kinds, i);
      if ((i == 0 && self->total == 0) || tambour_exports_count_records (store, self->klass) > 0)
        if (!write_kind (store, self, cancellable, error))
          return FALSE;
    }

  return TRUE;
}

/**
 * tambour_exports_write_workbook:
 * @store: a portfolio
 * @klass: (nullable): a kind, or %NULL for all, each on a sheet
 * @path: the file; it appears when it is whole
 * @progress: (nullable): told from time to time
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Takes records out as a workbook, with all their fields. Memory does not grow with their
 * number. The same records give the same bytes.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_exports_write_workbook (TambourStore         *store,
                                TambourRecordClass   *klass,
                                const char           *path,
                                TambourProgressFunc   progress,
                                gpointer              user_data,
                                GCancellable         *cancellable,
                                GError              **error)
{
  g_autoptr(TambourWorkbook) workbook = tambour_workbook_new (NULL, NULL, NULL, tambour_store_last_change_time (store),
                                                              TAMBOUR_WORKBOOK_STREAMED);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  Writing writing = { .workbook = workbook, .klass = klass, .utc = utc, .progress = progress, .user_data = user_data };

  if (klass != NULL)
    writing.total = tambour_exports_count_records (store, klass);

  return (klass ? write_kind (store, &writing, cancellable, error) : write_kinds (store, &writing, cancellable, error)) &&
         tambour_workbook_save (workbook, path, error);
}
