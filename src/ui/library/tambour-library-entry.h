/* tambour-library-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-library-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIBRARY_ENTRY (tambour_library_entry_get_type ())
G_DECLARE_FINAL_TYPE (TambourLibraryEntry, tambour_library_entry, TAMBOUR, LIBRARY_ENTRY, GObject)

GPtrArray                *tambour_library_entry_list     (GPtrArray           *lines);
const TambourLibraryLine *tambour_library_entry_get_line (TambourLibraryEntry *self);
const char               *tambour_library_entry_get_id   (TambourLibraryEntry *self);
guint                     tambour_library_entry_get_part (TambourLibraryEntry *self);
const char               *tambour_library_entry_get_name (TambourLibraryEntry *self);
gboolean                  tambour_library_entry_matches  (TambourLibraryEntry *self,
                                                          const char          *folded);

G_END_DECLS
