/* tambour-dav-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-dav-answer.h"
#include "tambour-dav.h"
#include "tambour-session.h"

G_BEGIN_DECLS

/* What questions call the namespaces. */
#define SPACES " xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:A=\"urn:ietf:params:xml:ns:carddav\""

struct _TambourDav
{
  GObject         parent_instance;

  TambourDavKind  kind;
  TambourServer  *server;
  GMainContext   *context;
  TambourSession *session;
  char           *root;    /* the server's address, without a path */
};

char             *tambour_dav_dup_path (TambourDav    *self,
                                        const char    *href,
                                        GError       **error);
TambourDavAnswer *tambour_dav_ask      (TambourDav    *self,
                                        const char    *method,
                                        const char    *path,
                                        const char    *depth,
                                        const char    *body,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_END_DECLS
