/* tambour-traces.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-commit.h"

G_BEGIN_DECLS

gboolean tambour_traces_erase        (TambourCommit    *commit,
                                      TambourRecord    *stored,
                                      TambourRecord    *purged,
                                      GError          **error);
gboolean tambour_traces_erase_labels (TambourDatabase  *database,
                                      TambourRecord    *stored,
                                      TambourRecord    *purged,
                                      GError          **error);
gboolean tambour_traces_wipe         (TambourDatabase  *database,
                                      GError          **error);

G_END_DECLS
