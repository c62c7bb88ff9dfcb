/* tambour-date-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-time.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_DATE_BOX (tambour_date_box_get_type ())
G_DECLARE_FINAL_TYPE (TambourDateBox, tambour_date_box, TAMBOUR, DATE_BOX, GtkBox)

GtkWidget *tambour_date_box_new      (void);
void       tambour_date_box_set_date (TambourDateBox *self,
                                      TambourDate     date);

G_END_DECLS
