/* tambour-prep-choice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-prep-sheet.h"

G_BEGIN_DECLS

/**
 * TambourPrepChoice:
 * @order: (element-type utf8): the keys of points as a person put them; empty as
 *   long as they stand as they were found
 * @removed: (element-type utf8): the keys of those that were taken out
 * @added: (element-type TambourPrepPoint): those that were written
 *
 * What a person changed of the points of a prep sheet.
 */
typedef struct
{
  GPtrArray  *order;
  GHashTable *removed;
  GPtrArray  *added;
} TambourPrepChoice;

TambourPrepChoice *tambour_prep_choice_new  (JsonObject        *fields);
void               tambour_prep_choice_free (TambourPrepChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPrepChoice, tambour_prep_choice_free)

gboolean          tambour_prep_choice_is_empty (const TambourPrepChoice *self);
JsonObject       *tambour_prep_choice_pack     (const TambourPrepChoice *self);
GPtrArray        *tambour_prep_choice_apply    (const TambourPrepChoice *self,
                                                GPtrArray               *points);

TambourPrepPoint *tambour_prep_choice_add      (TambourPrepChoice       *self,
                                                GPtrArray               *shown,
                                                const char              *text);
void              tambour_prep_choice_remove   (TambourPrepChoice       *self,
                                                const char              *key);
void              tambour_prep_choice_restore  (TambourPrepChoice       *self,
                                                const char              *key);
gboolean          tambour_prep_choice_move     (TambourPrepChoice       *self,
                                                GPtrArray               *shown,
                                                guint                    from,
                                                guint                    to);

G_END_DECLS
