/* tambour-purge.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

const TambourField *tambour_purge_find_field  (TambourRecordClass *klass);
const TambourField *tambour_purge_find_quoted (TambourRecordClass *klass);
TambourInstant      tambour_purge_get_time    (TambourRecord      *record);
gboolean            tambour_purge_is_newer    (TambourRecord      *a,
                                               TambourRecord      *b);
void                tambour_purge_copy        (TambourRecord      *self,
                                               TambourRecord      *from);
void                tambour_purge_record      (TambourRecord      *self,
                                               const char         *placeholder,
                                               TambourInstant      at);

G_END_DECLS
