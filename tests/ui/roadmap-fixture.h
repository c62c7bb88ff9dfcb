/* roadmap-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-project-matrix.h"
#include "tambour-test-ui.h"

G_BEGIN_DECLS

#define ROADMAP_FIXTURE_ORLA "Saint Orla Hospitals"

GtkWidget            *roadmap_fixture_get_section  (TambourTestUi *ui);
TambourTestUi        *roadmap_fixture_open_section (int            width,
                                                    int            height,
                                                    const char    *name);
GtkWidget            *roadmap_fixture_find_row     (TambourTestUi *ui,
                                                    GType          type,
                                                    const char    *text);
TambourRecord        *roadmap_fixture_find_project (TambourTestUi *ui,
                                                    const char    *title);
TambourProjectMatrix *roadmap_fixture_get_matrix   (TambourTestUi *ui);

G_END_DECLS
