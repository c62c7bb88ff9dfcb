/* tambour-text-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-text.h"

G_BEGIN_DECLS

TambourShape *tambour_shape_new_from_layout (const TambourTextStyle *style,
                                             const TambourSpan      *spans,
                                             PangoLayout            *layout);

G_END_DECLS
