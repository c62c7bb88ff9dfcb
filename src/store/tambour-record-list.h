/* tambour-record-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_RECORD_LIST (tambour_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TambourRecordList, tambour_record_list, TAMBOUR, RECORD_LIST, GObject)

TambourRecordList *tambour_record_list_new         (TambourStore         *store,
                                                    GType                 type);
void               tambour_record_list_read_later  (TambourRecordList    *self);
gboolean           tambour_record_list_load        (TambourRecordList    *self,
                                                    TambourQuery         *query,
                                                    GError              **error);
void               tambour_record_list_load_async  (TambourRecordList    *self,
                                                    TambourQuery         *query,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean           tambour_record_list_load_finish (TambourRecordList    *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
gboolean           tambour_record_list_is_partial  (TambourRecordList    *self);

G_END_DECLS
