/* tambour-field-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-choice-field-row.h"
#include "tambour-entry-field-row.h"
#include "tambour-field-row.h"
#include "tambour-flag-field-row.h"
#include "tambour-labels-field-row.h"
#include "tambour-ref-field-row.h"
#include "tambour-text-field-row.h"
#include "tambour-when-field-row.h"

static GType
find_type (const TambourField *field)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
      return field->flags & TAMBOUR_FIELD_LONG ? TAMBOUR_TYPE_TEXT_FIELD_ROW : TAMBOUR_TYPE_ENTRY_FIELD_ROW;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_MONEY:
      return TAMBOUR_TYPE_ENTRY_FIELD_ROW;
    case TAMBOUR_KIND_FLAG:
      return TAMBOUR_TYPE_FLAG_FIELD_ROW;
    case TAMBOUR_KIND_CHOICE:
      return TAMBOUR_TYPE_CHOICE_FIELD_ROW;
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
      return TAMBOUR_TYPE_WHEN_FIELD_ROW;
    case TAMBOUR_KIND_REF:
      return TAMBOUR_TYPE_REF_FIELD_ROW;
    case TAMBOUR_KIND_LABELS:
      return TAMBOUR_TYPE_LABELS_FIELD_ROW;
    }

  g_assert_not_reached ();
}

/**
 * tambour_field_row_new:
 * @field: a field with a label
 * @portfolio: the portfolio that its record is in
 *
 * Returns: (transfer floating): a row that edits it
 */
TambourFieldRow *
tambour_field_row_new (const TambourField *field,
                       TambourPortfolio   *portfolio)
{
  TambourFieldRow *self = g_object_new (find_type (field), NULL);

  tambour_field_row_set_up (self, field, portfolio);

  return self;
}
