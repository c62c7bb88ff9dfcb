/* tambour-calendars.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-dav.h"
#include "tambour-import.h"
#include "tambour-progress.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourDavSource:
 * @name: what people call it; no other of the portfolio is called so
 * @address: the server’s address, or a person’s or a calendar’s there, without user and password
 * @user: (nullable): who signs in
 * @path: (nullable): the one calendar or address book that is read; all of the person’s if %NULL
 * @account_id: (nullable): whose the events and people are that name nobody who is known
 *
 * Calendars or address books on a server that the portfolio is kept in step with, on this
 * computer. Never a secret: those are where tambour_secrets_store() keeps them.
 */
typedef struct
{
  char           *name;
  TambourDavKind  kind;
  char           *address;
  char           *user;
  char           *path;
  char           *account_id;
} TambourDavSource;

/**
 * TambourDavRun:
 * @started_at: when the last run began; not stated if there was none
 * @finished_at: when it came to its end; not stated if it did not
 * @counts: what it did
 * @error: (nullable): why it ended early, a sentence
 */
typedef struct
{
  TambourInstant       started_at;
  TambourInstant       finished_at;
  TambourImportCounts  counts;
  char                *error;
} TambourDavRun;

/**
 * TambourDavOrder:
 * @secret: (nullable): the password; the one that is kept if %NULL
 * @author: who reads
 * @now: the time that is "now"
 * @zone: where the reader is
 * @reject: (nullable): told of what cannot be imported
 * @reject_data: for @reject
 */
typedef struct
{
  const char              *secret;
  const char              *author;
  TambourInstant           now;
  GTimeZone               *zone;
  TambourImportRejectFunc  reject;
  gpointer                 reject_data;
} TambourDavOrder;

TambourDavSource *tambour_dav_source_new  (const char       *name,
                                           TambourDavKind    kind,
                                           const char       *address);
void              tambour_dav_source_free (TambourDavSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDavSource, tambour_dav_source_free)
TambourServer *tambour_dav_source_dup_server (const TambourDavSource  *self,
                                              GError                 **error);

void           tambour_dav_run_free          (TambourDavRun           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDavRun, tambour_dav_run_free)

GPtrArray        *tambour_calendars_list     (TambourStore            *store,
                                              GError                 **error);
TambourDavSource *tambour_calendars_get      (TambourStore            *store,
                                              const char              *name,
                                              GError                 **error);
gboolean          tambour_calendars_put      (TambourStore            *store,
                                              const TambourDavSource  *source,
                                              GError                 **error);
gboolean          tambour_calendars_remove   (TambourStore            *store,
                                              const char              *name,
                                              GError                 **error);
TambourDavRun    *tambour_calendars_last_run (TambourStore            *store,
                                              const char              *name);
GPtrArray        *tambour_calendars_offer    (const TambourDavSource  *source,
                                              const char              *secret,
                                              GCancellable            *cancellable,
                                              GError                 **error);
gboolean          tambour_calendars_run      (TambourStore            *store,
                                              const char              *name,
                                              const TambourDavOrder   *order,
                                              TambourImportCounts     *counts,
                                              TambourProgressFunc      progress,
                                              gpointer                 user_data,
                                              GCancellable            *cancellable,
                                              GError                 **error);

G_END_DECLS
