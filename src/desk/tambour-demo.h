/* tambour-demo.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-progress.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* When the demonstration plays: Monday 23 November 2026, 09:12 Pacific. */
#define TAMBOUR_DEMO_AS_OF "2026-11-23T17:12:00Z"

/**
 * TambourDemoSettings:
 * @accounts: how many accounts; the first eight are told in full
 * @records: about how many records, or 0 for what the accounts bring by themselves
 * @seed: another seed makes another portfolio
 */
typedef struct
{
  guint   accounts;
  guint64 records;
  guint32 seed;
} TambourDemoSettings;

#define TAMBOUR_DEMO_SETTINGS_INIT { .accounts = 8, .records = 0, .seed = 1 }

gboolean tambour_demo_write (TambourStore               *store,
                             const TambourDemoSettings  *settings,
                             TambourProgressFunc         progress,
                             gpointer                    data,
                             GCancellable               *cancellable,
                             GError                    **error);

/* tambour-demo-file.c */
gboolean tambour_demo_create (const char                 *path,
                              const TambourDemoSettings  *settings,
                              TambourProgressFunc         progress,
                              gpointer                    data,
                              GCancellable               *cancellable,
                              GError                    **error);

G_END_DECLS
