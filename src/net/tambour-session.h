/* tambour-session.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-net-error.h"
#include "tambour-server.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SESSION (tambour_session_get_type ())
G_DECLARE_FINAL_TYPE (TambourSession, tambour_session, TAMBOUR, SESSION, GObject)

TambourSession      *tambour_session_new         (const TambourServer  *server,
                                                  const char           *secret,
                                                  GError              **error);
const TambourServer *tambour_session_get_server  (TambourSession       *self);
const char          *tambour_session_get_place   (TambourSession       *self);
void                 tambour_session_set_limit   (TambourSession       *self,
                                                  gsize                 limit);
void                 tambour_session_set_header  (TambourSession       *self,
                                                  const char           *name,
                                                  const char           *value);
const char          *tambour_session_get_header  (TambourSession       *self,
                                                  const char           *name);
void                 tambour_session_close       (TambourSession       *self);

GBytes              *tambour_session_call        (TambourSession       *self,
                                                  const char           *method,
                                                  const char           *path,
                                                  GBytes               *body,
                                                  const char           *content_type,
                                                  guint                 timeout_s,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
void                 tambour_session_call_async  (TambourSession       *self,
                                                  const char           *method,
                                                  const char           *path,
                                                  GBytes               *body,
                                                  const char           *content_type,
                                                  guint                 timeout_s,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GBytes              *tambour_session_call_finish (TambourSession       *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
gboolean             tambour_session_download    (TambourSession       *self,
                                                  const char           *path,
                                                  GOutputStream        *to,
                                                  guint                 timeout_s,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
GBytes              *tambour_session_upload      (TambourSession       *self,
                                                  const char           *method,
                                                  const char           *path,
                                                  GInputStream         *from,
                                                  gint64                length,
                                                  const char           *content_type,
                                                  guint                 timeout_s,
                                                  GCancellable         *cancellable,
                                                  GError              **error);

G_END_DECLS
