/* tambour-trust-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-server.h"

G_BEGIN_DECLS

/*
 * TambourTrust:
 *
 * By what a server's certificate is judged, and what it is shown.
 */
typedef struct
{
  GTlsDatabase    *database;     /* (nullable): NULL for the system's own */
  GTlsCertificate *certificate;  /* (nullable): ours */
  char            *pin;          /* (nullable): 64 small hexadecimal digits */
} TambourTrust;

TambourTrust *tambour_trust_new             (const TambourServer   *server,
                                             GError               **error);
void          tambour_trust_free            (TambourTrust          *self);
gboolean      tambour_trust_is_pinned       (TambourTrust          *self,
                                             GTlsCertificate       *certificate);
char         *tambour_trust_dup_fingerprint (GTlsCertificate       *certificate);
GError       *tambour_trust_explain         (TambourTrust          *self,
                                             const char            *place,
                                             GTlsCertificate       *certificate,
                                             GTlsCertificateFlags   flaws);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTrust, tambour_trust_free)

G_END_DECLS
