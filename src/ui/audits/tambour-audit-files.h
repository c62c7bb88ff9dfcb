/* tambour-audit-files.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-audit.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_audit_files_present (GtkWidget          *asked_by,
                                  TambourPortfolio   *portfolio,
                                  TambourAuditAnswer *answer);

G_END_DECLS
