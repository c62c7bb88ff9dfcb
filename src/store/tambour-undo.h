/* tambour-undo.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

gboolean tambour_undo (TambourDatabase  *database,
                       gint64            number,
                       const char       *author,
                       gint64           *by,
                       GError          **error);

G_END_DECLS
