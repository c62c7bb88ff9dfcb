/* tambour-test-sql.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void         tambour_test_sql     (const char  *path,
                                   const char  *sql);
char        *tambour_test_ask_sql (const char  *path,
                                   const char  *sql);

GSubprocess *tambour_test_hold    (const char  *path);
void         tambour_test_release (GSubprocess *holder);

G_END_DECLS
