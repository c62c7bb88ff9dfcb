/* tambour-test-replica.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-replica.h"

G_BEGIN_DECLS

TambourReplicaEntry *tambour_test_read_entry      (TambourStore  *store,
                                                   const char    *id);
GPtrArray           *tambour_test_writes_new      (void);
void                 tambour_test_add_write       (TambourStore  *store,
                                                   GPtrArray     *writes,
                                                   TambourRecord *record,
                                                   const char    *rev);
void                 tambour_test_receive         (TambourStore  *store,
                                                   TambourRecord *record,
                                                   const char    *rev);
void                 tambour_test_seal            (TambourStore  *store,
                                                   const char    *id,
                                                   const char    *rev);
void                 tambour_test_stamp           (TambourRecord *record,
                                                   const char    *by,
                                                   gint64         seconds);
void                 tambour_test_assert_unsealed (TambourStore  *store,
                                                   ...) G_GNUC_NULL_TERMINATED;
void                 tambour_test_assert_offered  (TambourStore  *store,
                                                   gint64         after,
                                                   ...) G_GNUC_NULL_TERMINATED;
void                 tambour_test_assert_waiting  (TambourStore  *store,
                                                   gint64         after,
                                                   gint64         number);

G_END_DECLS
