/* tambour-session-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "tambour-session.h"
#include "tambour-trust-private.h"

G_BEGIN_DECLS

struct _TambourSession
{
  GObject         parent_instance;

  TambourServer  *server;
  char           *secret;         /* (nullable) */
  char           *root;
  char           *place;
  gboolean        is_here;        /* the server runs on this computer */
  TambourTrust   *trust;
  SoupSession    *soup;
  SoupCookieJar  *cookies;
  GHashTable     *sockets;        /* an open connection's number → GSocket */
  GMainContext   *context;        /* of the thread that made it */
  gsize           limit;          /* bytes of an answer */
  GHashTable     *headers;        /* name → value: what else every request says */
  SoupMessageHeaders *answered;   /* (nullable): what the last answer said besides its body */

  guint           n_exchanges;    /* that are not over for libsoup */
  TambourSignIn   sign_in;        /* how it is really done: not every server has sessions */
  guint           n_signed_in;    /* which cookie a request went with */
  gboolean        is_signing_in;
  GPtrArray      *waiting;        /* of GTask: exchanges until somebody has signed in */
};

/*
 * TambourExchange:
 *
 * One request and its answer: the task data of a call.
 */
typedef struct
{
  TambourSession       *session;
  char                 *method;
  char                 *url;
  GBytes               *body;           /* (nullable) */
  GInputStream         *upload;         /* (nullable): instead of @body */
  gint64                upload_length;  /* -1 when it is not known */
  char                 *content_type;   /* (nullable) */
  GOutputStream        *sink;           /* (nullable): where the answer goes, instead of into memory */
  guint                 timeout_s;      /* without a byte */
  gboolean              is_sign_in;

  SoupMessage          *message;
  GInputStream         *stream;
  GByteArray           *answer;
  guint64               n_read;
  GTask                *task;           /* of which it is the data */
  GSocket              *socket;         /* (nullable): the connection's */
  GSource              *outer;          /* (nullable): tells that the caller gives it up */
  GSource              *clock;
  gboolean              is_over;        /* the caller has been told */
  guint                 n_signed_in;    /* the session's, when it was sent */
  gboolean              is_renewed;     /* it was sent again with a new cookie */
  guint                 n_redirects;
  GTlsCertificate      *flawed;         /* (nullable): the server's, which was not accepted */
  GTlsCertificateFlags  flaws;
} TambourExchange;

TambourExchange *tambour_exchange_new          (TambourSession      *session,
                                                const char          *method,
                                                const char          *path,
                                                guint                timeout_s);
void             tambour_exchange_begin        (TambourExchange     *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
void             tambour_exchange_start        (GTask               *task);
void             tambour_exchange_fail         (GTask               *task,
                                                const GError        *error);
gboolean         tambour_session_has_cookie    (TambourSession      *self);
void             tambour_session_forget_cookie (TambourSession      *self);
void             tambour_session_sign_in       (TambourSession      *self,
                                                GTask               *task);

G_END_DECLS
