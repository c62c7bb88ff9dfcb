/* tambour-audit-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-file-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_PAGE (tambour_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditPage, tambour_audit_page, TAMBOUR, AUDIT_PAGE, TambourFilePage)

const char *tambour_audit_page_get_audit (TambourAuditPage *self);

void        tambour_audit_page_save      (TambourAuditPage *self,
                                          GFile            *file);

G_END_DECLS
