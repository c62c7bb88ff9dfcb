/* tambour-server.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TambourSignIn:
 * @TAMBOUR_SIGN_IN_NONE: nobody is asked who they are, or a client certificate says it
 * @TAMBOUR_SIGN_IN_PASSWORD: user and password once, then a session cookie
 * @TAMBOUR_SIGN_IN_BASIC: user and password with every request
 * @TAMBOUR_SIGN_IN_BEARER: a token (JWT) with every request
 */
typedef enum
{
  TAMBOUR_SIGN_IN_NONE,
  TAMBOUR_SIGN_IN_PASSWORD,
  TAMBOUR_SIGN_IN_BASIC,
  TAMBOUR_SIGN_IN_BEARER,
} TambourSignIn;

/**
 * TambourServer:
 *
 * A team's database, or a service such as a case portal, and how it is spoken to.
 * Never holds a password or token.
 */
typedef struct
{
  char          *url;               /* with the database, without user, password and slash at the end */
  gboolean       is_service;        /* it is no team's database: the address is below what paths stand */
  TambourSignIn  sign_in;
  char          *user;              /* (nullable): needed to sign in with a password */
  char          *ca_file;           /* (nullable): PEM: who else may certify it; then nobody else may */
  char          *certificate_file;  /* (nullable): PEM: the client certificate */
  char          *key_file;          /* (nullable): PEM: its key, if it is not in the same file */
  char          *pin;               /* (nullable): SHA-256 of the only certificate that is accepted */
} TambourServer;

#define TAMBOUR_TYPE_SERVER (tambour_server_get_type ())
GType          tambour_server_get_type    (void);

TambourServer *tambour_server_new         (const char           *address,
                                           char                **secret,
                                           GError              **error);
TambourServer *tambour_server_new_service (const char           *address,
                                           char                **secret,
                                           GError              **error);
TambourServer *tambour_server_copy        (const TambourServer  *self);
void           tambour_server_free        (TambourServer        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourServer, tambour_server_free)

gboolean    tambour_server_check        (const TambourServer  *self,
                                         GError              **error);
char       *tambour_server_dup_root     (const TambourServer  *self);
char       *tambour_server_dup_database (const TambourServer  *self);
char       *tambour_server_dup_place    (const TambourServer  *self);
gboolean    tambour_server_is_here      (const TambourServer  *self);
void        tambour_server_take_token   (TambourServer        *self,
                                         const char           *token);
const char *tambour_sign_in_to_nick     (TambourSignIn         sign_in);
gboolean    tambour_sign_in_from_nick   (const char           *nick,
                                         TambourSignIn        *sign_in);

G_END_DECLS
