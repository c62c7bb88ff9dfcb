/* tambour-conflict-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-conflicts.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourConflictReader:
 * @group: the conflicts of a record
 * @portfolio: where they are
 * @author: (nullable): who reads, by name
 * @now: the time that is "now"
 *
 * Whom the words of a conflict are for, and when.
 */
typedef struct
{
  const TambourConflictGroup *group;
  TambourPortfolio           *portfolio;
  const char                 *author;
  TambourInstant              now;
} TambourConflictReader;

gboolean tambour_conflict_is_mine      (const TambourConflictReader *self,
                                        const char                  *by);
gboolean tambour_conflict_is_own_right (const TambourConflictReader *self,
                                        const TambourConflictPart   *part);
char    *tambour_conflict_words_title  (const TambourConflictReader *self);
char    *tambour_conflict_words_field  (const TambourConflictPart   *part);
char    *tambour_conflict_words_base   (const TambourConflictReader *self,
                                        const TambourConflictPart   *part);
char    *tambour_conflict_words_side   (const TambourConflictSide   *side,
                                        const TambourConflictReader *self);
char    *tambour_conflict_words_all    (const TambourConflictReader *self,
                                        TambourConflictChoice        choice);
void     tambour_conflict_show_value   (GtkLabel                    *label,
                                        const TambourConflictReader *self,
                                        const TambourConflictPart   *part,
                                        const TambourConflictSide   *side);

G_END_DECLS
