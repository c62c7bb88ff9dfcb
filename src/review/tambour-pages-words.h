/* tambour-pages-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-pages.h"

G_BEGIN_DECLS

/* What a person composed, and where it is drawn. */

void           tambour_pages_set_outline (TambourPages   *self,
                                          TambourOutline *outline,
                                          TambourPages   *before);
gboolean       tambour_pages_is_there    (TambourFacts   *facts,
                                          TambourChapter  chapter);
void           tambour_pages_number      (TambourPages   *self);
gboolean       tambour_pages_has_words   (TambourPages   *self);
TambourChapter tambour_pages_at          (TambourPages   *self,
                                          guint           position);
gboolean       tambour_pages_is_out      (TambourPages   *self,
                                          TambourChapter  chapter);
char          *tambour_pages_take_title  (TambourPages   *self,
                                          TambourChapter  chapter,
                                          const char     *label,
                                          char           *written);
gboolean       tambour_pages_is_typed    (TambourPages   *self,
                                          TambourChapter  chapter);
void           tambour_pages_narrative   (TambourPages   *self,
                                          TambourChapter  chapter,
                                          TambourCanvas  *canvas);
void           tambour_pages_words       (TambourPages   *self,
                                          TambourChapter  chapter);
void           tambour_pages_forget      (TambourPages   *self);

G_END_DECLS
