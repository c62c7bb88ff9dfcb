/* tambour-pdf-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

void  tambour_pdf_complete (TambourDocument *document,
                            GByteArray      *bytes);
char *tambour_pdf_describe (TambourDocument *document);

G_END_DECLS
