/* tambour-query-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"
#include "tambour-query.h"
#include "tambour-table.h"

G_BEGIN_DECLS

/**
 * TambourQueryValue:
 * @field: (nullable): the field that the value is of, or %NULL for an id
 * @holder: the record that holds it
 * @is_words: whether @text is what somebody typed, to be looked up in the index
 *
 * What a parameter is bound to: a record that says it, so that a value is read
 * and bound as the fields of records are.
 */
typedef struct
{
  const TambourField *field;
  TambourRecord      *holder;
  char               *text;
  gboolean            is_words;
} TambourQueryValue;

struct _TambourQuery
{
  const TambourTable *table;
  GString            *where;
  GPtrArray          *values;
  char               *order;
  gboolean            in_any_order;
  gboolean            with_deleted;
  gint64              limit;
  gint64              offset;
};

TambourStatement *tambour_query_prepare        (TambourQuery        *self,
                                                TambourDatabase     *database,
                                                const char          *what,
                                                gboolean             is_list,
                                                GError             **error);
TambourStatement *tambour_query_prepare_groups (TambourQuery        *self,
                                                TambourDatabase     *database,
                                                const char          *what,
                                                const char          *groups,
                                                GError             **error);
TambourQuery     *tambour_query_copy           (TambourQuery        *self);
gboolean          tambour_query_is_as_stored   (const TambourQuery  *self);
gboolean          tambour_query_append_compare (TambourQuery        *self,
                                                GString             *sql,
                                                const char          *field,
                                                TambourOperator      operator,
                                                const char          *value,
                                                GError             **error);

G_END_DECLS
