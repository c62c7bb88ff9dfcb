/* tambour-fact-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-figure.h"

G_BEGIN_DECLS

gboolean tambour_fact_is_known    (const TambourFact *self);
gint64   tambour_fact_count       (const TambourFact *self);
char    *tambour_fact_text        (const TambourFact *self,
                                   gboolean           prior,
                                   gpointer           user_data);
char    *tambour_fact_now         (const TambourFact *self);
char    *tambour_fact_before      (const TambourFact *self);
char    *tambour_fact_long        (const TambourFact *self,
                                   gboolean           prior);
char    *tambour_fact_big         (const TambourFact *self,
                                   gboolean           prior);
char    *tambour_fact_round       (const TambourFact *self,
                                   gboolean           prior);
char    *tambour_fact_full        (const TambourFact *self,
                                   gboolean           prior);
char    *tambour_fact_change_text (const TambourFact *self);

G_END_DECLS
