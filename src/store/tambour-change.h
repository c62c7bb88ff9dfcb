/* tambour-change.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CHANGE (tambour_change_get_type ())
G_DECLARE_FINAL_TYPE (TambourChange, tambour_change, TAMBOUR, CHANGE, GObject)

TambourChange *tambour_change_new           (const char     *author,
                                             const char     *label);
void           tambour_change_put           (TambourChange  *self,
                                             TambourRecord  *record);
void           tambour_change_edit          (TambourChange  *self,
                                             TambourRecord  *base,
                                             TambourRecord  *record);
void           tambour_change_remove        (TambourChange  *self,
                                             TambourRecord  *record);
void           tambour_change_set_time      (TambourChange  *self,
                                             TambourInstant  at);
void           tambour_change_set_continues (TambourChange  *self,
                                             gint64          number);
const char    *tambour_change_get_label     (TambourChange  *self);
guint          tambour_change_get_size      (TambourChange  *self);
TambourRecord *tambour_change_get_put       (TambourChange  *self,
                                             guint           position);
gint64         tambour_change_get_number    (TambourChange  *self);

G_END_DECLS
