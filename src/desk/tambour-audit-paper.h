/* tambour-audit-paper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit-file.h"
#include "tambour-document.h"

G_BEGIN_DECLS

TambourDocument *tambour_audit_paper_layout (const TambourAuditFile  *file,
                                             TambourPaper             paper,
                                             const char              *language,
                                             GError                 **error);
gboolean         tambour_audit_paper_write  (const TambourAuditFile  *file,
                                             TambourPaper             paper,
                                             const char              *language,
                                             const char              *path,
                                             GError                 **error);

G_END_DECLS
