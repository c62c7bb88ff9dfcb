/* prep-fixture.h: a prep sheet in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-test-ui.h"

G_BEGIN_DECLS

/* Whose the next call of the demonstration is, and what is most urgent there. */
#define PREP_FIXTURE_ACCOUNT "Ellery & Marsh Bank"
#define PREP_FIXTURE_P1      "Resolvers unreachable from main site"

TambourTestUi *prep_fixture_today     (int            width,
                                       int            height);
TambourTestUi *prep_fixture_open      (int            width,
                                       int            height);
AdwDialog     *prep_fixture_dialog    (gpointer       ui);
gboolean       prep_fixture_is_closed (gpointer       ui);
void           prep_fixture_wait      (TambourTestUi *ui);
void           prep_fixture_close     (TambourTestUi *ui);

G_END_DECLS
