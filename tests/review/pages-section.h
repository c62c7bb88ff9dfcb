/* pages-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-facts.h"

G_BEGIN_DECLS

#define ENABLEMENT "Enablement"
#define VALUE      "Value statement"
#define PROJECTS   "Next year’s value-add projects"
#define DECISIONS  "Decisions and next steps"
#define YEAR       "The year in one page"

TambourDocument *pages_lay_out           (TambourFacts    *facts);
void             pages_section_says      (TambourDocument *document,
                                          const char      *section,
                                          const char      *expected);
void             pages_section_is_silent (TambourDocument *document,
                                          const char      *section,
                                          const char      *unexpected);
void             pages_section_is_absent (TambourDocument *document,
                                          const char      *section);

G_END_DECLS
