/* tambour-live-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-facts.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIVE_TEXT (tambour_live_text_get_type ())
G_DECLARE_FINAL_TYPE (TambourLiveText, tambour_live_text, TAMBOUR, LIVE_TEXT, GtkTextView)

void  tambour_live_text_show      (TambourLiveText *self,
                                   const char      *typed,
                                   TambourFacts    *facts);
char *tambour_live_text_dup_typed (TambourLiveText *self);
void  tambour_live_text_insert    (TambourLiveText *self,
                                   const char      *reference);

G_END_DECLS
