/* tambour-question-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-audit.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_QUESTION_DIALOG (tambour_question_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourQuestionDialog, tambour_question_dialog, TAMBOUR, QUESTION_DIALOG, AdwDialog)

/**
 * TambourQuestionFunc:
 * @owner: who asked for it
 * @position: the place of the question
 * @item: what it asks from now on
 */
typedef void (*TambourQuestionFunc) (GtkWidget           *owner,
                                     guint                position,
                                     TambourTemplateItem *item);

void tambour_question_dialog_present (GtkWidget           *asked_by,
                                      TambourTemplateItem *item,
                                      TambourTemplateItem *stored,
                                      guint                position,
                                      TambourQuestionFunc  func);

G_END_DECLS
