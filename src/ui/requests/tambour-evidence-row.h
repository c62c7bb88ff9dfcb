/* tambour-evidence-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-request-file.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_EVIDENCE_ROW (tambour_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourEvidenceRow, tambour_evidence_row, TAMBOUR, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget *tambour_evidence_row_new  (void);
void       tambour_evidence_row_show (TambourEvidenceRow *self,
                                      TambourRequestFile *file,
                                      TambourFrEvidence  *evidence);

G_END_DECLS
