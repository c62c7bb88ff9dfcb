/* tambour-references.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourReferencesWanted:
 * @kind: the kind of record that is meant
 * @account_id: (nullable): the account of the record that refers
 * @text: what somebody typed, or ""
 *
 * What is looked for while somebody types a reference.
 */
typedef struct
{
  const char *kind;
  char       *account_id;
  char       *text;
} TambourReferencesWanted;

/**
 * TambourReferences:
 * @records: (element-type TambourRecord): what can be meant, the likeliest first
 * @others: (element-type utf8 TambourRecord): the records that those mention
 */
typedef struct
{
  GPtrArray  *records;
  GHashTable *others;
} TambourReferences;

TambourReferencesWanted *tambour_references_wanted_new  (const char               *kind,
                                                         const char               *account_id,
                                                         const char               *text);
void                     tambour_references_wanted_free (TambourReferencesWanted  *wanted);
TambourReferences       *tambour_references_find        (TambourStore             *store,
                                                         TambourReferencesWanted  *wanted,
                                                         GCancellable             *cancellable,
                                                         GError                  **error);
void                     tambour_references_free        (TambourReferences        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReferencesWanted, tambour_references_wanted_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReferences, tambour_references_free)

G_END_DECLS
