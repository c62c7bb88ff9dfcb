/* tambour-figure-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-facts.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FIGURE_TEXT (tambour_figure_text_get_type ())
G_DECLARE_FINAL_TYPE (TambourFigureText, tambour_figure_text, TAMBOUR, FIGURE_TEXT, GtkTextView)

void  tambour_figure_text_show      (TambourFigureText *self,
                                     const char        *typed,
                                     TambourFacts      *facts);
char *tambour_figure_text_dup_typed (TambourFigureText *self);
void  tambour_figure_text_insert    (TambourFigureText *self,
                                     const char        *reference);

G_END_DECLS
