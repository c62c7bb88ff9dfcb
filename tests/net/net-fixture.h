/* net-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "tambour-session.h"

G_BEGIN_DECLS

/*
 * NetServer:
 *
 * A server on loopback that answers on the test's own context.
 */
typedef struct
{
  SoupServer *soup;
  char       *root;     /* http://127.0.0.1:port */
  char       *url;      /* with the database “team” */
  GPtrArray  *seen;     /* “METHOD /path”, in order */
} NetServer;

/*
 * RawServer:
 *
 * Takes connections on loopback, and answers each with bytes, however wrong.
 */
typedef struct
{
  GSocketService *service;
  char           *url;
  GBytes         *answer;
  gboolean        is_stalling;  /* keeps the connection after the answer */
  GPtrArray      *kept;         /* of GIOStream */
  gint            n_asked;      /* atomic: requests that came */
  char           *asked;        /* the first line of the last one; read it when it is answered */

  GTlsCertificate *certificate; /* (nullable): speaks TLS */
  GTlsDatabase    *clients;     /* (nullable): asks for a certificate that this knows */
} RawServer;

NetServer      *net_server_new     (SoupServerCallback  callback,
                                    gpointer            user_data);
void            net_server_free    (NetServer          *self);
void            net_answer         (SoupServerMessage  *message,
                                    guint               status,
                                    const char         *json);
RawServer      *raw_server_new     (const char         *answer,
                                    gboolean            is_stalling);
RawServer      *raw_server_new_tls (const char         *answer,
                                    GTlsCertificate    *certificate,
                                    GTlsDatabase       *clients);
void            raw_server_free    (RawServer          *self);
TambourSession *net_session        (const char         *url,
                                    TambourSignIn       sign_in,
                                    const char         *user,
                                    const char         *secret);
void            net_assert_answer  (TambourSession     *session,
                                    const char         *path,
                                    const char         *expected);
void            net_assert_error   (GError             *error,
                                    TambourNetError     code,
                                    const char         *words);
void            net_assert_refused (TambourSession     *session,
                                    const char         *path,
                                    TambourNetError     code,
                                    const char         *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetServer, net_server_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)

G_END_DECLS
