/* tambour-change-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"

G_BEGIN_DECLS

/**
 * TambourChangeEntry:
 * @record: what is put or removed
 * @is_removal: which of the two
 * @base: (nullable): the record as it was when somebody began to edit it
 *
 * The entries stand in the order in which they were first named.
 */
typedef struct
{
  TambourRecord *record;
  gboolean       is_removal;
  TambourRecord *base;
} TambourChangeEntry;

struct _TambourChange
{
  GObject         parent_instance;

  char           *author;
  char           *label;
  TambourInstant  at;
  gint64          continues;
  gint64          number;

  GArray         *entries;
  GHashTable     *by_id; /* id, of the record → index in entries */
};

G_END_DECLS
