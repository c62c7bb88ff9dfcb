/* tambour-dav.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-server.h"

G_BEGIN_DECLS

/**
 * TambourDavKind:
 * @TAMBOUR_DAV_CALENDARS: CalDAV: its objects are events
 * @TAMBOUR_DAV_ADDRESS_BOOKS: CardDAV: its objects are people
 */
typedef enum
{
  TAMBOUR_DAV_CALENDARS,
  TAMBOUR_DAV_ADDRESS_BOOKS,
} TambourDavKind;

/**
 * TambourDavCollection:
 * @path: where it is on the server
 * @name: what people call it
 *
 * A calendar, or an address book.
 */
typedef struct
{
  char *path;
  char *name;
} TambourDavCollection;

void tambour_dav_collection_free (TambourDavCollection *self);

/**
 * TambourDavObject:
 * @path: where it is on the server
 * @etag: (nullable): which version of it this is
 * @text: what it says; %NULL if it is not there any more
 */
typedef struct
{
  const char *path;
  const char *etag;
  const char *text;
} TambourDavObject;

/**
 * TambourDavObjectFunc:
 * @object: what has changed
 * @user_data: what tambour_dav_read_changes() was given
 * @error: return location
 *
 * Returns: %FALSE to end it with @error
 */
typedef gboolean (*TambourDavObjectFunc) (const TambourDavObject  *object,
                                          gpointer                 user_data,
                                          GError                 **error);

#define TAMBOUR_TYPE_DAV (tambour_dav_get_type ())
G_DECLARE_FINAL_TYPE (TambourDav, tambour_dav, TAMBOUR, DAV, GObject)

TambourDav *tambour_dav_new              (TambourDavKind         kind,
                                          const TambourServer   *server,
                                          const char            *secret,
                                          GError               **error);
GPtrArray  *tambour_dav_list_collections (TambourDav            *self,
                                          GCancellable          *cancellable,
                                          GError               **error);
gboolean    tambour_dav_read_changes     (TambourDav            *self,
                                          const char            *path,
                                          char                 **token,
                                          GHashTable            *known,
                                          TambourDavObjectFunc   func,
                                          gpointer               user_data,
                                          GCancellable          *cancellable,
                                          GError               **error);

G_END_DECLS
