/* draw-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

/* The design's example review, drawn from its figures: what the pages are compared with. */
TambourDocument *draw_fixture_deck            (TambourColour    brand,
                                               gboolean         rtl);

void             draw_fixture_add_cover       (TambourDocument *document);
void             draw_fixture_add_year        (TambourDocument *document);
void             draw_fixture_add_goals       (TambourDocument *document);
void             draw_fixture_add_cases       (TambourDocument *document);
void             draw_fixture_add_escalations (TambourDocument *document);

G_END_DECLS
