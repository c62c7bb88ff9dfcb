/* tambour-talk-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TALK_HISTORY (tambour_talk_history_get_type ())
G_DECLARE_FINAL_TYPE (TambourTalkHistory, tambour_talk_history, TAMBOUR, TALK_HISTORY, GtkBox)

GtkWidget *tambour_talk_history_new  (void);
void       tambour_talk_history_show (TambourTalkHistory *self,
                                      TambourPortfolio   *portfolio,
                                      const char         *contact_id);

G_END_DECLS
