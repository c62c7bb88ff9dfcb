/* tambour-requests-print.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-requests.h"

G_BEGIN_DECLS

GtkPrintOperation *tambour_requests_print_new (const char  *title,
                                               const char  *subtitle,
                                               GPtrArray   *lines,
                                               TambourDate  today);

G_END_DECLS
