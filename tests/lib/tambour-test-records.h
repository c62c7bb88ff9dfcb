/* tambour-test-records.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-kinds.h"

G_BEGIN_DECLS

void           tambour_test_fill_field   (const TambourField *field,
                                          gpointer            record,
                                          GRand              *random);
gboolean       tambour_test_can_change   (TambourRecord      *record,
                                          const TambourField *field);
void           tambour_test_change_field (const TambourField *field,
                                          gpointer            record,
                                          GRand              *random);
void           tambour_test_fill_record  (TambourRecord      *self,
                                          GRand              *random);
TambourRecord *tambour_test_record_new   (GType               type,
                                          GRand              *random);
void           tambour_test_assert_equal (TambourRecord      *a,
                                          TambourRecord      *b);

G_END_DECLS
