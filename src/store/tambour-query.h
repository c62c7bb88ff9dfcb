/* tambour-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-links.h"
#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_IS,           /* equal; a NULL value means "not stated" */
  TAMBOUR_IS_NOT,
  TAMBOUR_BELOW,
  TAMBOUR_AT_MOST,
  TAMBOUR_ABOVE,
  TAMBOUR_AT_LEAST,
  TAMBOUR_CONTAINS,     /* text that contains the value, whatever its case */
} TambourOperator;

/**
 * TambourQuery:
 *
 * Which records of one kind, in which order. Values are bound, never pasted.
 */
typedef struct _TambourQuery TambourQuery;

TambourQuery *tambour_query_new  (GType         type);
void          tambour_query_free (TambourQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourQuery, tambour_query_free)

gboolean tambour_query_where        (TambourQuery        *self,
                                     const char          *field,
                                     TambourOperator      operator,
                                     const char          *value,
                                     GError             **error);
gboolean tambour_query_where_any    (TambourQuery        *self,
                                     const char          *field,
                                     const char * const  *values,
                                     GError             **error);
gboolean tambour_query_parse        (TambourQuery        *self,
                                     const char          *expression,
                                     GError             **error);
void     tambour_query_match        (TambourQuery        *self,
                                     const char          *text);
void     tambour_query_link         (TambourQuery        *self,
                                     TambourLinkKind      kind,
                                     const char          *target);
void     tambour_query_account      (TambourQuery        *self,
                                     const char          *account_id);
gboolean tambour_query_order        (TambourQuery        *self,
                                     const char          *field,
                                     gboolean             descending,
                                     GError             **error);
void     tambour_query_in_any_order (TambourQuery        *self);
void     tambour_query_limit        (TambourQuery        *self,
                                     gint64               limit,
                                     gint64               offset);
void     tambour_query_with_deleted (TambourQuery        *self);

G_END_DECLS
