/* tambour-test-couch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * TambourTestCouch:
 * @server: the address of the team server, without a slash at its end
 * @proxy: the address of the same server behind the proxy that makes faults
 *
 * A team server of a test's own, on the loopback interface and in memory, and
 * a proxy in front of it that disturbs what goes through, as it is told to.
 */
typedef struct
{
  char *server;
  char *proxy;

  GSubprocess *process;
  SoupSession *session;
  char *authorization;
  guint n_databases;
} TambourTestCouch;

TambourTestCouch *tambour_test_couch_new  (void);
void              tambour_test_couch_free (TambourTestCouch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTestCouch, tambour_test_couch_free)

char     *tambour_test_couch_add          (TambourTestCouch  *self);
char     *tambour_test_couch_add_user     (TambourTestCouch  *self,
                                           const char        *database,
                                           const char        *user,
                                           const char        *password);
void      tambour_test_couch_sign_in      (TambourTestCouch  *self,
                                           const char        *user,
                                           const char        *password);

guint     tambour_test_couch_try          (TambourTestCouch  *self,
                                           const char        *method,
                                           const char        *url,
                                           const char        *body,
                                           JsonNode         **answer);
JsonNode *tambour_test_couch_call         (TambourTestCouch  *self,
                                           const char        *method,
                                           const char        *path,
                                           const char        *body);

void      tambour_test_couch_disturb      (TambourTestCouch  *self,
                                           const char        *plan);
JsonNode *tambour_test_couch_read_faults  (TambourTestCouch  *self);
guint     tambour_test_couch_count_faults (TambourTestCouch  *self,
                                           const char        *kind);

G_END_DECLS
