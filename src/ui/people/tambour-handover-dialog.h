/* tambour-handover-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-contacts.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourHandoverKind:
 * @TAMBOUR_HANDOVER_FOR_GOOD: a change of TAM
 * @TAMBOUR_HANDOVER_FOR_A_WHILE: leave cover
 *
 * For how long somebody else looks after an account.
 */
typedef enum
{
  TAMBOUR_HANDOVER_FOR_GOOD,
  TAMBOUR_HANDOVER_FOR_A_WHILE,
} TambourHandoverKind;

#define TAMBOUR_TYPE_HANDOVER_DIALOG (tambour_handover_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourHandoverDialog, tambour_handover_dialog, TAMBOUR, HANDOVER_DIALOG, AdwDialog)

AdwDialog *tambour_handover_dialog_new (GtkWidget             *asked_by,
                                        TambourPortfolio      *portfolio,
                                        const TambourContacts *contacts,
                                        TambourHandoverKind    kind);

G_END_DECLS
