/* tambour-clash.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-replica.h"

G_BEGIN_DECLS

TambourReplicaWrite *tambour_clash_new         (TambourRecord      *kept,
                                                TambourRecord      *other,
                                                TambourRecord      *base,
                                                const TambourField *field);
TambourReplicaWrite *tambour_clash_new_removal (TambourRecord      *kept,
                                                TambourRecord      *removed);

G_END_DECLS
