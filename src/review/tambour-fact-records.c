/* tambour-fact-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-fact-records.h"

#include "tambour-choice-words.h"

#include "tambour-wording.h"

/* The records behind a figure, as a customer may see them: every reader of them, the evidence,
 * the workbook and the command line, asks here, so that none of them tells what is internal.
 */

static gboolean
is_for_customer (const TambourField *field)
{
  return (field->flags & TAMBOUR_FIELD_CUSTOMER) != 0;
}

/* Both lists are in order. */
static gboolean
is_in (GPtrArray  *ids,
       guint      *at,
       const char *id)
{
  while (*at < ids->len && g_strcmp0 (g_ptr_array_index (ids, *at), id) < 0)
    (*at)++;

  return *at < ids->len && g_strcmp0 (g_ptr_array_index (ids, *at), id) == 0;
}

/**
 * tambour_fact_records_list:
 * @facts: facts
 * @measure: one of their figures in one period
 *
 * Returns: (transfer full) (element-type TambourFactRecord): what was counted, in the
 *   order of the ids, then what was left out
 */
GArray *
tambour_fact_records_list (TambourFacts         *facts,
                           const TambourMeasure *measure)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TambourFactRecord));
  guint hit = 0;

  for (guint i = 0; i < measure->ids->len; i++)
    {
      const char *id = g_ptr_array_index (measure->ids, i);
      TambourFactRecord one = { id, tambour_facts_find_record (facts, id), is_in (measure->hits, &hit, id), NULL };

      g_array_append_val (list, one);
    }

  for (guint i = 0; i < measure->excluded->len; i++)
    {
      const TambourExcluded *excluded = &g_array_index (measure->excluded, TambourExcluded, i);
      TambourFactRecord one = { excluded->id, tambour_facts_find_record (facts, excluded->id), FALSE, excluded->reason };

      g_array_append_val (list, one);
    }

  return list;
}

/**
 * tambour_fact_record_get_kind:
 * @self: a record behind a figure
 *
 * Returns: (nullable): its kind, such as `case`
 */
const char *
tambour_fact_record_get_kind (const TambourFactRecord *self)
{
  return self->record ? TAMBOUR_RECORD_GET_CLASS (self->record)->kind : NULL;
}

/**
 * tambour_fact_record_get_part:
 * @self: a record behind a figure
 *
 * Returns: what it was for the figure, as the evidence calls it: `hit` is counted in
 *   the numerator of a share
 */
const char *
tambour_fact_record_get_part (const TambourFactRecord *self)
{
  if (self->reason != NULL)
    return "excluded";

  return self->is_hit ? "hit" : "counted";
}

/* --- what a customer may read --------------------------------------------- */

static char *
dup_field (const TambourField *field,
           TambourRecord      *record)
{
  if (field->kind == TAMBOUR_KIND_CHOICE)
    return g_strdup (_(tambour_choice_get_words (field->choice (), TAMBOUR_FIELD_AT (field, record, guint))));

  return tambour_field_dup_text (field, record);
}

/* The record that the first of the kind's own references leads to. */
static TambourRecord *
find_referred (TambourRecord *record,
               TambourFacts  *facts)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      TambourRecord *found = NULL;

      if (field->kind == TAMBOUR_KIND_REF && is_for_customer (field))
        found = tambour_facts_find_record (facts, TAMBOUR_FIELD_AT (field, record, TambourRef).id);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
dup_own_title (TambourRecord *record)
{
  const TambourField *title = TAMBOUR_RECORD_GET_CLASS (record)->title;

  if (title == NULL || !is_for_customer (title) || title->kind == TAMBOUR_KIND_REF)
    return NULL;

  return dup_field (title, record);
}

static gboolean
is_named (TambourRecord *record)
{
  const TambourField *title = TAMBOUR_RECORD_GET_CLASS (record)->title;

  return title != NULL && title->kind == TAMBOUR_KIND_TEXT;
}

/**
 * tambour_customer_title:
 * @record: a record
 * @facts: the facts that it was read for
 *
 * What is called by a date or a state alone says whose: the reading of a goal begins
 * with the goal.
 *
 * Returns: (transfer full) (nullable): what a customer may call it
 */
char *
tambour_customer_title (TambourRecord *record,
                        TambourFacts  *facts)
{
  g_autofree char *own = dup_own_title (record);
  TambourRecord *whose = is_named (record) ? NULL : find_referred (record, facts);
  g_autofree char *of = whose ? dup_own_title (whose) : NULL;

  if (of == NULL || *of == '\0')
    return g_steal_pointer (&own);

  return own && *own ? g_strconcat (of, " · ", own, NULL) : g_steal_pointer (&of);
}

/**
 * tambour_fact_record_dup_title:
 * @self: a record behind a figure
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): what a customer may call it
 */
char *
tambour_fact_record_dup_title (const TambourFactRecord *self,
                               TambourFacts            *facts)
{
  return self->record ? tambour_customer_title (self->record, facts) : NULL;
}

static char *
dup_own_number (TambourRecord *record)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), "number");

  return field && field->kind == TAMBOUR_KIND_TEXT && is_for_customer (field) ? tambour_field_dup_text (field, record) : NULL;
}

/**
 * tambour_fact_record_dup_number:
 * @self: a record behind a figure
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): its number, or that of the case that it belongs to
 */
char *
tambour_fact_record_dup_number (const TambourFactRecord *self,
                                TambourFacts            *facts)
{
  char *number = self->record ? dup_own_number (self->record) : NULL;
  TambourRecord *whose = self->record && number == NULL ? find_referred (self->record, facts) : NULL;

  return whose ? dup_own_number (whose) : number;
}

/**
 * tambour_fact_record_get_date:
 * @self: a record behind a figure
 * @facts: the facts
 *
 * Returns: the first date that it states, in the account's zone
 */
TambourDate
tambour_fact_record_get_date (const TambourFactRecord *self,
                              TambourFacts            *facts)
{
  TambourRecordClass *klass = self->record ? TAMBOUR_RECORD_GET_CLASS (self->record) : NULL;

  for (guint i = klass ? klass->n_common : 0; klass && i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (!is_for_customer (field) || !tambour_field_is_stated (field, self->record))
        continue;
      if (field->kind == TAMBOUR_KIND_DATE)
        return TAMBOUR_FIELD_AT (field, self->record, TambourDate);
      if (field->kind == TAMBOUR_KIND_INSTANT)
        return tambour_zone_date_of (facts->zone, TAMBOUR_FIELD_AT (field, self->record, TambourInstant));
    }

  return (TambourDate) { 0 };
}
