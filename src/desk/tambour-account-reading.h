/* tambour-account-reading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAccountReading:
 * @account_id: (nullable): one account, or %NULL for all of them
 * @at: the time that is "now": what comes later has not happened
 *
 * Reads records of an account, or of all, as they stand at a time.
 */
typedef struct
{
  TambourStore   *store;
  GCancellable   *cancellable;
  const char     *account_id;
  TambourInstant  at;
} TambourAccountReading;

GPtrArray    *tambour_account_reading_list  (const TambourAccountReading  *self,
                                             GType                         type,
                                             const char                   *expression,
                                             GError                      **error);
GPtrArray    *tambour_account_reading_page  (const TambourAccountReading  *self,
                                             GType                         type,
                                             const char                   *expression,
                                             const char                   *order,
                                             gboolean                      descending,
                                             gint64                        limit,
                                             GError                      **error);
gint64        tambour_account_reading_count (const TambourAccountReading  *self,
                                             GType                         type,
                                             const char                   *expression,
                                             GError                      **error);
char         *tambour_account_reading_fill  (const TambourAccountReading  *self,
                                             const char                   *expression);
gboolean      tambour_account_reading_get   (const TambourAccountReading  *self,
                                             GType                         type,
                                             const char                   *id,
                                             gpointer                      record,
                                             GError                      **error);

gboolean      tambour_account_reading_today (const TambourAccountReading  *self,
                                             TambourDate                  *today,
                                             GError                      **error);

TambourQuery *tambour_account_reading_query (const TambourAccountReading  *self,
                                             GType                         type,
                                             const char                   *expression,
                                             GError                      **error);

GTimeZone    *tambour_account_dup_zone      (TambourAccount               *account);

G_END_DECLS
