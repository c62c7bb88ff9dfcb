/* tambour-memory-target.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import-target.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_MEMORY_TARGET (tambour_memory_target_get_type ())
G_DECLARE_FINAL_TYPE (TambourMemoryTarget, tambour_memory_target, TAMBOUR, MEMORY_TARGET, GObject)

TambourMemoryTarget *tambour_memory_target_new       (void);
guint                tambour_memory_target_count     (TambourMemoryTarget *self,
                                                      TambourRecordClass  *klass);
GPtrArray           *tambour_memory_target_list      (TambourMemoryTarget *self,
                                                      TambourRecordClass  *klass);
guint64              tambour_memory_target_get_finds (TambourMemoryTarget *self);
guint64              tambour_memory_target_get_puts  (TambourMemoryTarget *self);

G_END_DECLS
