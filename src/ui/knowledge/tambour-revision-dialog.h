/* tambour-revision-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVISION_DIALOG (tambour_revision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourRevisionDialog, tambour_revision_dialog, TAMBOUR, REVISION_DIALOG, AdwDialog)

AdwDialog *tambour_revision_dialog_new (GPtrArray  *revisions,
                                        const char *draft,
                                        guint       number,
                                        gboolean    can_restore);

G_END_DECLS
