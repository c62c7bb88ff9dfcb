/* tambour-audit-presentation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-audit-file.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_PRESENTATION (tambour_audit_presentation_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditPresentation, tambour_audit_presentation, TAMBOUR, AUDIT_PRESENTATION, AdwWindow)

void tambour_audit_presentation_present (GtkWidget              *asked_by,
                                         const TambourAuditFile *file,
                                         guint                   part);

G_END_DECLS
