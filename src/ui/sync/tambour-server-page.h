/* tambour-server-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-server.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SERVER_PAGE (tambour_server_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourServerPage, tambour_server_page, TAMBOUR, SERVER_PAGE, AdwPreferencesPage)

void           tambour_server_page_show       (TambourServerPage    *self,
                                               const TambourServer  *server);
TambourServer *tambour_server_page_dup_server (TambourServerPage    *self,
                                               char                **secret,
                                               GError              **error);
void           tambour_server_page_say        (TambourServerPage    *self,
                                               const char           *words,
                                               gboolean              is_problem);
void           tambour_server_page_set_busy   (TambourServerPage    *self,
                                               gboolean              is_busy);
void           tambour_server_page_pin        (TambourServerPage    *self,
                                               const char           *fingerprint);
void           tambour_server_page_take_focus (TambourServerPage    *self);

G_END_DECLS
