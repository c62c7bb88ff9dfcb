/* tambour-portal-map.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAMBOUR_PORTAL_ERROR (tambour_portal_error_quark ())

/**
 * TambourPortalError:
 * @TAMBOUR_PORTAL_ERROR_MAP: a map is wrong; the message names the first place
 * @TAMBOUR_PORTAL_ERROR_SHAPE: the portal's answer is not of the shape that the map expects
 * @TAMBOUR_PORTAL_ERROR_PATIENCE: the portal asks to wait longer than anybody would
 * @TAMBOUR_PORTAL_ERROR_SIGN_IN: a token cannot be had
 * @TAMBOUR_PORTAL_ERROR_CURSOR: what is to be gone on from is of another map
 */
typedef enum
{
  TAMBOUR_PORTAL_ERROR_MAP,
  TAMBOUR_PORTAL_ERROR_SHAPE,
  TAMBOUR_PORTAL_ERROR_PATIENCE,
  TAMBOUR_PORTAL_ERROR_SIGN_IN,
  TAMBOUR_PORTAL_ERROR_CURSOR,
} TambourPortalError;

GQuark tambour_portal_error_quark (void);

/**
 * TambourPortalSignIn:
 * @TAMBOUR_PORTAL_SIGN_IN_NONE: nobody is asked who they are
 * @TAMBOUR_PORTAL_SIGN_IN_BASIC: user and password
 * @TAMBOUR_PORTAL_SIGN_IN_BEARER: a token
 * @TAMBOUR_PORTAL_SIGN_IN_API_KEY: a key, in a header or a parameter
 * @TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS: OAuth 2: a client's id and secret
 * @TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE: OAuth 2: a client's id, and a person who agrees in a browser
 *
 * How one signs in to a portal.
 */
typedef enum
{
  TAMBOUR_PORTAL_SIGN_IN_NONE,
  TAMBOUR_PORTAL_SIGN_IN_BASIC,
  TAMBOUR_PORTAL_SIGN_IN_BEARER,
  TAMBOUR_PORTAL_SIGN_IN_API_KEY,
  TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS,
  TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE,
} TambourPortalSignIn;

#define TAMBOUR_TYPE_PORTAL_SIGN_IN (tambour_portal_sign_in_get_type ())
GType tambour_portal_sign_in_get_type (void);

#define TAMBOUR_TYPE_PORTAL_MAP (tambour_portal_map_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortalMap, tambour_portal_map, TAMBOUR, PORTAL_MAP, GObject)

TambourPortalMap   *tambour_portal_map_parse        (const char           *json,
                                                     gssize                length,
                                                     GPtrArray            *faults,
                                                     GError              **error);
TambourPortalMap   *tambour_portal_map_load         (GFile                *file,
                                                     GPtrArray            *faults,
                                                     GError              **error);
TambourPortalMap   *tambour_portal_map_load_shipped (const char           *name,
                                                     GError              **error);
char               *tambour_portal_map_dup_shipped  (const char           *name);
GStrv               tambour_portal_map_list_shipped (void);

const char         *tambour_portal_map_get_title    (TambourPortalMap     *self);
const char         *tambour_portal_map_get_system   (TambourPortalMap     *self);
const char         *tambour_portal_map_get_base     (TambourPortalMap     *self);
const char         *tambour_portal_map_get_zone     (TambourPortalMap     *self);
GStrv               tambour_portal_map_list_kinds   (TambourPortalMap     *self);
const char         *tambour_portal_map_get_kind     (TambourPortalMap     *self);
gboolean            tambour_portal_map_choose_kind  (TambourPortalMap     *self,
                                                     const char           *kind);
GStrv               tambour_portal_map_list_hints   (TambourPortalMap     *self);
gboolean            tambour_portal_map_has_sign_in  (TambourPortalMap     *self,
                                                     TambourPortalSignIn   sign_in);
TambourPortalSignIn tambour_portal_map_pick_sign_in (TambourPortalMap     *self,
                                                     const char           *user);
double              tambour_portal_map_get_rate     (TambourPortalMap     *self);

G_END_DECLS
