/* tambour-pptx-master.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-package.h"
#include "tambour-theme.h"

G_BEGIN_DECLS

#define TAMBOUR_PPTX_ERROR (tambour_pptx_error_quark ())
GQuark tambour_pptx_error_quark (void);

/**
 * TambourPptxError:
 * @TAMBOUR_PPTX_ERROR_MASTER: the file given as a master is not one, or not safe to take from
 */
typedef enum
{
  TAMBOUR_PPTX_ERROR_MASTER,
} TambourPptxError;

/**
 * TambourPptxLayout:
 *
 * What a page is to the master that it stands on.
 */
typedef enum
{
  TAMBOUR_PPTX_LAYOUT_COVER,
  TAMBOUR_PPTX_LAYOUT_BODY,
  TAMBOUR_PPTX_LAYOUT_APPENDIX,
} TambourPptxLayout;

#define TAMBOUR_N_PPTX_LAYOUTS (TAMBOUR_PPTX_LAYOUT_APPENDIX + 1)

/**
 * TambourPptxMaster:
 *
 * A company's own slide master, read from its .pptx: the master, its layouts,
 * its theme and the pictures on them. Nothing else of the file is taken.
 */
typedef struct _TambourPptxMaster TambourPptxMaster;

TambourPptxMaster *tambour_pptx_master_new_from_bytes (GBytes             *bytes,
                                                       GError            **error);
TambourPptxMaster *tambour_pptx_master_new            (const char         *path,
                                                       GError            **error);
void               tambour_pptx_master_free           (TambourPptxMaster  *self);
TambourColour      tambour_pptx_master_get_accent     (TambourPptxMaster  *self);
gboolean           tambour_pptx_master_is_light       (TambourPptxMaster  *self);
const char        *tambour_pptx_master_get_layout     (TambourPptxMaster  *self,
                                                       TambourPptxLayout   layout);
guint              tambour_pptx_master_get_id         (TambourPptxMaster  *self);
void               tambour_pptx_master_add_to         (TambourPptxMaster  *self,
                                                       TambourPackage     *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPptxMaster, tambour_pptx_master_free)

G_END_DECLS
