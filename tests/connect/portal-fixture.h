/* portal-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "tambour-portal.h"

G_BEGIN_DECLS

typedef struct _PortalFixture PortalFixture;

/*
 * PortalAnswerFunc:
 *
 * Answers a request itself, on the server's thread; FALSE leaves it to the answers that are known.
 */
typedef gboolean (*PortalAnswerFunc) (PortalFixture     *self,
                                      SoupServerMessage *message,
                                      const char        *path,
                                      GHashTable        *query,
                                      gpointer           user_data);

/*
 * PortalFixture:
 *
 * A portal on loopback that answers on a thread of its own.
 */
struct _PortalFixture
{
  SoupServer       *soup;
  GMainContext     *context;
  GMainLoop        *loop;
  GThread          *thread;
  char             *root;       /* http://127.0.0.1:port */
  GMutex            lock;
  GPtrArray        *answers;    /* of what it says */
  GPtrArray        *seen;       /* of char *: “/path?query”, in order */
  GPtrArray        *signed_as;  /* of char *: what was said in Authorization */
  PortalAnswerFunc  answer;
  gpointer          user_data;
  gint64            ahead;      /* seconds that its clock is before ours */

  GPtrArray        *items;      /* of TambourPortalItem: what was read last */
  GPtrArray        *cursors;    /* of char * */
  guint             n_taken;    /* of the items that are taken at most; 0 for all */
};

PortalFixture     *portal_fixture_new    (void);
void               portal_fixture_free   (PortalFixture      *self);
void               portal_fixture_answer (PortalFixture      *self,
                                          const char         *address,
                                          const char         *json);
void               portal_fixture_say    (PortalFixture      *self,
                                          const char         *address,
                                          guint               status,
                                          const char         *headers,
                                          const char         *json,
                                          guint               times);
void               portal_fixture_load   (PortalFixture      *self,
                                          const char         *name);
guint              portal_fixture_count  (PortalFixture      *self,
                                          const char         *prefix);
void               portal_send           (SoupServerMessage  *message,
                                          guint               status,
                                          const char         *json);
gboolean           portal_fixture_read   (PortalFixture      *self,
                                          TambourPortal      *portal,
                                          const char         *cursor,
                                          GError            **error);
TambourPortalItem *portal_fixture_find   (PortalFixture      *self,
                                          const char         *external_id);
TambourPortal     *portal_fixture_portal (PortalFixture      *self,
                                          const char         *map,
                                          const char         *path,
                                          const char         *user,
                                          const char         *secret);
TambourPortalMap  *portal_map            (const char         *json);
char              *portal_dup_lines      (TambourPortalItem  *item);
void               portal_assert_lines   (TambourPortalItem  *item,
                                          const char         *expected);
void               portal_assert_field   (TambourPortalItem  *item,
                                          const char         *name,
                                          const char         *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PortalFixture, portal_fixture_free)

G_END_DECLS
