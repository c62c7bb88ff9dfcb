/* tambour-test-node.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSubprocess *tambour_test_node_start (const char *script,
                                      ...) G_GNUC_NULL_TERMINATED;
GStrv        tambour_test_node_run   (const char *script,
                                      const char *input);

G_END_DECLS
