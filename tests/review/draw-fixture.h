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

TambourCanvas   *draw_fixture_add_page        (TambourDocument *document,
                                               const char      *number,
                                               const char      *label,
                                               const char      *title,
                                               const char      *source);
void             draw_fixture_add_cover       (TambourDocument *document);
void             draw_fixture_add_year        (TambourDocument *document);
void             draw_fixture_add_goals       (TambourDocument *document);
void             draw_fixture_add_cases       (TambourDocument *document);
void             draw_fixture_add_escalations (TambourDocument *document);
void             draw_fixture_add_usage       (TambourDocument *document);
void             draw_fixture_add_audit       (TambourDocument *document);
void             draw_fixture_add_advocacy    (TambourDocument *document);
void             draw_fixture_add_enablement  (TambourDocument *document);
void             draw_fixture_add_value       (TambourDocument *document);
void             draw_fixture_add_projects    (TambourDocument *document);
void             draw_fixture_add_decisions   (TambourDocument *document);

G_END_DECLS
