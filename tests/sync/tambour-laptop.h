/* tambour-laptop.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-sync.h"
#include "tambour-test-store.h"

G_BEGIN_DECLS

/**
 * TambourLaptop:
 * @file: where its portfolio is
 * @store: its portfolio
 * @server: its team's server
 * @outcome: what came of the last time it was kept in step
 *
 * A laptop of a team.
 */
typedef struct
{
  TambourTestFile    *file;
  TambourStore       *store;
  TambourServer      *server;
  TambourSyncOutcome  outcome;
} TambourLaptop;

TambourLaptop *tambour_laptop_new  (const char    *base,
                                    const char    *database);
void           tambour_laptop_free (TambourLaptop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLaptop, tambour_laptop_free)

void           tambour_laptop_sync   (TambourLaptop *self);
void           tambour_laptop_fail   (TambourLaptop *self,
                                      GQuark         domain,
                                      int            code);
TambourRecord *tambour_laptop_add    (TambourLaptop *self,
                                      const char    *number,
                                      const char    *title);
void           tambour_laptop_set    (TambourLaptop *self,
                                      const char    *id,
                                      const char    *field,
                                      const char    *value);
void           tambour_laptop_remove (TambourLaptop *self,
                                      const char    *id);
char          *tambour_laptop_get    (TambourLaptop *self,
                                      const char    *id,
                                      const char    *field);
void           tambour_laptop_assert (TambourLaptop *self,
                                      const char    *id,
                                      const char    *field,
                                      const char    *value);
guint          tambour_laptop_count  (TambourLaptop *self,
                                      GType          type);

G_END_DECLS
