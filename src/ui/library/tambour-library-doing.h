/* tambour-library-doing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-library-file.h"
#include "tambour-library-moves.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

void      tambour_library_do            (GtkWidget              *widget,
                                         TambourPortfolio       *portfolio,
                                         TambourLibraryMove     *move,
                                         const char             *label,
                                         const char             *message);
void      tambour_library_leave_out     (GtkWidget              *widget,
                                         TambourPortfolio       *portfolio,
                                         const char             *item_id,
                                         const char             *account_id);
void      tambour_library_answer        (GtkWidget              *widget,
                                         TambourPortfolio       *portfolio,
                                         const TambourGuest     *guest,
                                         gboolean                comes,
                                         gboolean                has_seat);
void      tambour_library_end_follow_up (GtkWidget              *widget,
                                         TambourPortfolio       *portfolio,
                                         const TambourGuest     *guest);

GVariant *tambour_library_new_question  (TambourLibraryMoveKind  kind,
                                         const char             *id,
                                         const char             *account_id);

G_END_DECLS
