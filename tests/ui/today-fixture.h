/* today-fixture.h: the page Today in a window, and what comes to be there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-test-ui.h"

G_BEGIN_DECLS

/* The title of the case whose clock runs out first. */
#define TODAY_FIXTURE_P1 "Resolvers unreachable from main site"

TambourTestUi *today_fixture_open        (int            width,
                                          int            height);
void           today_fixture_set_now     (TambourTestUi *ui,
                                          const char    *text);
gpointer       today_fixture_row         (TambourTestUi *ui,
                                          GType          type,
                                          const char    *text);
guint          today_fixture_count       (TambourTestUi *ui,
                                          GType          type);
void           today_fixture_put         (TambourTestUi *ui,
                                          const char    *kind,
                                          const char    *id,
                                          ...) G_GNUC_NULL_TERMINATED;
void           today_fixture_put_case    (TambourTestUi *ui,
                                          const char    *title,
                                          const char    *account_id);
char          *today_fixture_dup_account (TambourTestUi *ui,
                                          const char    *case_title);

G_END_DECLS
