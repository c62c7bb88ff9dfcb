/* tambour-exports-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* Tells how far it is so often, in records. */
#define TAMBOUR_EXPORTS_TELL_EVERY 1000

GPtrArray *tambour_exports_list_kinds    (void);
guint64    tambour_exports_count_records (TambourStore       *store,
                                          TambourRecordClass *klass);

G_END_DECLS
