/* tambour-call-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-drafts.h"
#include "tambour-engagement.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CALL_DIALOG (tambour_call_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourCallDialog, tambour_call_dialog, TAMBOUR, CALL_DIALOG, AdwDialog)

void tambour_call_dialog_present (GtkWidget        *asked_by,
                                  TambourPortfolio *portfolio,
                                  const char       *account_id);

/* A call that was prepared. */
void          tambour_call_dialog_present_prepared (GtkWidget          *asked_by,
                                                    TambourPortfolio   *portfolio,
                                                    TambourDraft       *prepared);
TambourDraft *tambour_call_prepare_draft           (const char         *account_id,
                                                    TambourEngagement  *meeting,
                                                    const char * const *attendees,
                                                    const char         *agenda,
                                                    TambourInstant      now);

G_END_DECLS
