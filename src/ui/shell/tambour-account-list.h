/* tambour-account-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-row.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACCOUNT_LIST (tambour_account_list_get_type ())
G_DECLARE_FINAL_TYPE (TambourAccountList, tambour_account_list, TAMBOUR, ACCOUNT_LIST, GObject)

TambourAccountList *tambour_account_list_new           (GtkListBox         *list);
gboolean            tambour_account_list_set_order     (TambourAccountList *self,
                                                        const char         *order);
const char         *tambour_account_list_get_order     (TambourAccountList *self);
gboolean            tambour_account_list_is_empty      (TambourAccountList *self);
void                tambour_account_list_show          (TambourAccountList *self,
                                                        GPtrArray          *summaries);
void                tambour_account_list_clear         (TambourAccountList *self);
void                tambour_account_list_select        (TambourAccountList *self,
                                                        const char         *account_id);
gboolean            tambour_account_list_is_selecting  (TambourAccountList *self);
char               *tambour_account_list_dup_neighbour (TambourAccountList *self,
                                                        const char         *account_id,
                                                        int                 step);

G_END_DECLS
