/* tambour-conflict-block.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-conflict-words.h"
#include "tambour-field-row.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CONFLICT_BLOCK (tambour_conflict_block_get_type ())
G_DECLARE_FINAL_TYPE (TambourConflictBlock, tambour_conflict_block, TAMBOUR, CONFLICT_BLOCK, AdwBin)

/**
 * TambourConflictPlace:
 *
 * Which card of a block, as one sees it.
 */
typedef enum
{
  TAMBOUR_CONFLICT_FIRST,
  TAMBOUR_CONFLICT_SECOND,
  TAMBOUR_CONFLICT_BELOW,
} TambourConflictPlace;

GtkWidget             *tambour_conflict_block_new         (const TambourConflictReader *reader,
                                                           const TambourConflictPart   *part);
const TambourField    *tambour_conflict_block_get_field   (TambourConflictBlock        *self);
TambourConflictChoice  tambour_conflict_block_get_choice  (TambourConflictBlock        *self);
void                   tambour_conflict_block_set_choice  (TambourConflictBlock        *self,
                                                           TambourConflictChoice        choice);
void                   tambour_conflict_block_choose      (TambourConflictBlock        *self,
                                                           TambourConflictPlace         place);
char                  *tambour_conflict_block_dup_problem (TambourConflictBlock        *self);
TambourConflictAnswer *tambour_conflict_block_dup_answer  (TambourConflictBlock        *self);
char                  *tambour_conflict_block_dup_draft   (TambourConflictBlock        *self);
void                   tambour_conflict_block_take_draft  (TambourConflictBlock        *self,
                                                           const char                  *draft,
                                                           gboolean                     is_chosen);
GtkWidget             *tambour_conflict_block_get_card    (TambourConflictBlock        *self);

G_END_DECLS
