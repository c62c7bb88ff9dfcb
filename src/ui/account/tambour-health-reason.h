/* tambour-health-reason.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-health.h"

G_BEGIN_DECLS

GtkWidget *tambour_health_reason_new       (const TambourHealthPart *part,
                                            const char              *account_id,
                                            TambourDate              today);
GtkWidget *tambour_health_reason_new_empty (void);
void       tambour_health_reason_bind      (GtkListBoxRow           *row,
                                            const TambourHealthPart *part,
                                            const char              *account_id);
void       tambour_health_reason_open      (GtkListBoxRow           *row,
                                            GtkWidget               *from);

G_END_DECLS
