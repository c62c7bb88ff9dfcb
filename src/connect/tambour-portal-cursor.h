/* tambour-portal-cursor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "tambour-time.h"

G_BEGIN_DECLS

/*
 * TambourPortalCursor:
 *
 * Where a reading of changes goes on from, as a text that the caller keeps.
 */
typedef struct
{
  TambourInstant  since;     /* what changed since then is read */
  TambourInstant  start;     /* when this reading began, by the portal's clock; not stated between two of them */
  guint           list;      /* which list of changes is being read */
  TambourInstant  reached;   /* of that list, everything before this has been read; not stated at its beginning */
  char           *position;  /* (nullable): and of what has changed since, everything before this page */
  GPtrArray      *kept;      /* of char *, nullable: for each list, where it goes on next time */
} TambourPortalCursor;

TambourPortalCursor *tambour_portal_cursor_new   (void);
TambourPortalCursor *tambour_portal_cursor_parse (const char                 *text,
                                                  const char                 *system,
                                                  GError                    **error);
void                 tambour_portal_cursor_free  (TambourPortalCursor        *self);
char                *tambour_portal_cursor_write (const TambourPortalCursor  *self,
                                                  const char                 *system);
const char          *tambour_portal_cursor_kept  (const TambourPortalCursor  *self,
                                                  guint                       list);
void                 tambour_portal_cursor_keep  (TambourPortalCursor        *self,
                                                  guint                       list,
                                                  const char                 *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalCursor, tambour_portal_cursor_free)

G_END_DECLS
