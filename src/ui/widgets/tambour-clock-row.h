/* tambour-clock-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-clock-facts.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CLOCK_ROW (tambour_clock_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourClockRow, tambour_clock_row, TAMBOUR, CLOCK_ROW, GtkListBoxRow)

GtkWidget         *tambour_clock_row_new           (TambourPortfolio  *portfolio,
                                                    GtkSizeGroup      *columns);
TambourClockFacts *tambour_clock_row_get_facts     (TambourClockRow   *self);
void               tambour_clock_row_set_facts     (TambourClockRow   *self,
                                                    TambourClockFacts *facts);
void               tambour_clock_row_set_prominent (TambourClockRow   *self,
                                                    gboolean           is_prominent);
void               tambour_clock_row_set_owner     (TambourClockRow   *self,
                                                    gboolean           shows_account);

G_END_DECLS
