/* tambour-json-pointer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TambourJsonPointer:
 *
 * A place in JSON (RFC 6901), such as `/items/0/id`.
 */
typedef struct _TambourJsonPointer TambourJsonPointer;

TambourJsonPointer *tambour_json_pointer_new      (const char               *text);
void                tambour_json_pointer_free     (TambourJsonPointer       *self);
const char         *tambour_json_pointer_get_text (const TambourJsonPointer *self);
JsonNode           *tambour_json_pointer_find     (const TambourJsonPointer *self,
                                                   JsonNode                 *root);
char               *tambour_json_pointer_escape   (const char               *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourJsonPointer, tambour_json_pointer_free)

G_END_DECLS
