/* tambour-test-laptop.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-environment.h"
#include "tambour-reconcile.h"

G_BEGIN_DECLS

#define TEST_ID "0190a000-0000-7000-8000-000000000001"

/* A server that keeps one document, and what conflicts it was given. */
typedef struct
{
  TambourRevisions *tree;
  GHashTable *documents; /* rev → JsonObject */
} TestServer;

/* What one person's computer has of it. */
typedef struct
{
  const char *name;
  TambourReplicaEntry entry;
  GHashTable *said;      /* rev → TambourRecord: its marks */
  GHashTable *conflicts; /* id → TambourRecord */
} TestLaptop;

void              test_server_init        (TestServer *self);
void              test_server_clear       (TestServer *self);
guint             test_server_count_live  (TestServer *self);

void              test_laptop_init        (TestLaptop *self,
                                           const char *name);
void              test_laptop_clear       (TestLaptop *self);
TambourInfraNote *test_laptop_get_note    (TestLaptop *self);
TambourInfraNote *test_laptop_begin_edit  (TestLaptop *self,
                                           gint64      at);
void              test_laptop_write_title (TestLaptop *self,
                                           const char *title,
                                           gint64      at);
void              test_laptop_write_body  (TestLaptop *self,
                                           const char *body,
                                           gint64      at);
void              test_laptop_erase       (TestLaptop *self,
                                           gint64      at);
void              test_laptop_pull        (TestLaptop *self,
                                           TestServer *server);
void              test_laptop_push        (TestLaptop *self,
                                           TestServer *server);
void              test_laptop_replicate   (TestLaptop *self,
                                           TestServer *server);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestServer, test_server_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestLaptop, test_laptop_clear)

G_END_DECLS
