/* tambour-net-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TAMBOUR_NET_ERROR (tambour_net_error_quark ())

/**
 * TambourNetError:
 * @TAMBOUR_NET_ERROR_ADDRESS: the address is none, or names no database
 * @TAMBOUR_NET_ERROR_INSECURE: plain HTTP to another computer
 * @TAMBOUR_NET_ERROR_FILE: a certificate's or key's file cannot be used
 * @TAMBOUR_NET_ERROR_SECRET: a secret cannot be read or kept
 * @TAMBOUR_NET_ERROR_UNREACHABLE: no connection could be made
 * @TAMBOUR_NET_ERROR_TIMED_OUT: nothing came for too long, or 408
 * @TAMBOUR_NET_ERROR_UNTRUSTED: the server's certificate is expired, self-signed, another host's …
 * @TAMBOUR_NET_ERROR_SIGN_IN: 401, also after signing in anew
 * @TAMBOUR_NET_ERROR_FORBIDDEN: 403
 * @TAMBOUR_NET_ERROR_NOT_FOUND: 404
 * @TAMBOUR_NET_ERROR_CONFLICT: 409 or 412
 * @TAMBOUR_NET_ERROR_TOO_LARGE: 413, or an answer above the limit
 * @TAMBOUR_NET_ERROR_BUSY: 429, 503, or too few of a cluster are up; tambour_net_error_get_retry_after() may say until when
 * @TAMBOUR_NET_ERROR_FULL: the server's disk is full
 * @TAMBOUR_NET_ERROR_SERVER: another 5xx
 * @TAMBOUR_NET_ERROR_REFUSED: another 4xx
 * @TAMBOUR_NET_ERROR_ELSEWHERE: a redirection to another server, or one that does not end
 * @TAMBOUR_NET_ERROR_GARBAGE: the answer is no HTTP, or no JSON
 * @TAMBOUR_NET_ERROR_CUT: the answer ended early
 *
 * The message of each is one sentence for a person: what, where, and what to do.
 */
typedef enum
{
  TAMBOUR_NET_ERROR_ADDRESS,
  TAMBOUR_NET_ERROR_INSECURE,
  TAMBOUR_NET_ERROR_FILE,
  TAMBOUR_NET_ERROR_SECRET,
  TAMBOUR_NET_ERROR_UNREACHABLE,
  TAMBOUR_NET_ERROR_TIMED_OUT,
  TAMBOUR_NET_ERROR_UNTRUSTED,
  TAMBOUR_NET_ERROR_SIGN_IN,
  TAMBOUR_NET_ERROR_FORBIDDEN,
  TAMBOUR_NET_ERROR_NOT_FOUND,
  TAMBOUR_NET_ERROR_CONFLICT,
  TAMBOUR_NET_ERROR_TOO_LARGE,
  TAMBOUR_NET_ERROR_BUSY,
  TAMBOUR_NET_ERROR_FULL,
  TAMBOUR_NET_ERROR_SERVER,
  TAMBOUR_NET_ERROR_REFUSED,
  TAMBOUR_NET_ERROR_ELSEWHERE,
  TAMBOUR_NET_ERROR_GARBAGE,
  TAMBOUR_NET_ERROR_CUT,
} TambourNetError;

GQuark      tambour_net_error_quark           (void);
gboolean    tambour_net_is_passing            (const GError  *error);
guint       tambour_net_error_get_status      (const GError  *error);
guint       tambour_net_error_get_retry_after (const GError  *error);
const char *tambour_net_error_get_reason      (const GError  *error);
const char *tambour_net_error_get_word        (const GError  *error);
GBytes     *tambour_net_error_peek_answer     (const GError  *error);
const char *tambour_net_error_get_fingerprint (const GError  *error);
JsonNode   *tambour_net_read_json             (GBytes        *answer,
                                               const char    *place,
                                               GError       **error);

G_END_DECLS
