/* tambour-hand.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

gboolean tambour_hand_wrote (TambourStore   *store,
                             TambourRecord  *record,
                             const char     *field,
                             const char     *label,
                             gboolean       *by_hand,
                             GError        **error);

G_END_DECLS
