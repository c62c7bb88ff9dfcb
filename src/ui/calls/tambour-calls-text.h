/* tambour-calls-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-calls.h"

G_BEGIN_DECLS

char      *tambour_calls_text_name    (TambourEngagement        *call);
char      *tambour_calls_text_line    (const TambourCallView    *view,
                                       TambourInstant            now);
char      *tambour_calls_text_cadence (const TambourCadenceView *view,
                                       TambourInstant            now);
GtkWidget *tambour_calls_text_new_row (const TambourCallView    *view,
                                       TambourInstant            now);

G_END_DECLS
