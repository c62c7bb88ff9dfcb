/* tambour-portal-changes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-cursor.h"
#include "tambour-portal-reader.h"

G_BEGIN_DECLS

gboolean tambour_portal_changes_read (TambourPortalReader    *reader,
                                      TambourPortalCursor    *cursor,
                                      TambourPortalItemFunc   item,
                                      TambourPortalPageFunc   page,
                                      gpointer                user_data,
                                      GError                **error);

G_END_DECLS
