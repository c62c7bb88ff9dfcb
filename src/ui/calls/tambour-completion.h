/* tambour-completion.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-call-offers.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_COMPLETION (tambour_completion_get_type ())
G_DECLARE_FINAL_TYPE (TambourCompletion, tambour_completion, TAMBOUR, COMPLETION, GObject)

/* As many as one sees at a glance. */
#define TAMBOUR_COMPLETION_SHOWN 6

TambourCompletion      *tambour_completion_new       (GtkWidget              *owner);
void                    tambour_completion_offer     (TambourCompletion      *self,
                                                      GPtrArray              *offers,
                                                      const GdkRectangle     *at);
void                    tambour_completion_close     (TambourCompletion      *self);
gboolean                tambour_completion_is_open   (TambourCompletion      *self);

GtkWidget              *tambour_completion_new_row   (const TambourCallOffer *offer);
const TambourCallOffer *tambour_completion_get_offer (GtkListBoxRow          *row);

G_END_DECLS
