/* tambour-pptx.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-pptx-master.h"

G_BEGIN_DECLS

GBytes  *tambour_pptx_to_bytes (TambourDocument    *document,
                                TambourPptxMaster  *master,
                                GError            **error);
gboolean tambour_pptx_write    (TambourDocument    *document,
                                TambourPptxMaster  *master,
                                const char         *path,
                                GError            **error);

G_END_DECLS
