/* dav-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-server.h"

G_BEGIN_DECLS

/**
 * DavFixture:
 *
 * A real calendar server on loopback: Anna (password “secret”) has the calendars “Work”
 * and “Home”, and the address book “People”.
 */
typedef struct
{
  char        *folder;
  GSubprocess *process;
  char        *address;
} DavFixture;

DavFixture *dav_fixture_new  (void);
void        dav_fixture_free (DavFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DavFixture, dav_fixture_free)

TambourServer *dav_fixture_dup_server (DavFixture *self,
                                       const char *below);
void           dav_fixture_put        (DavFixture *self,
                                       const char *path,
                                       const char *text);
void           dav_fixture_remove     (DavFixture *self,
                                       const char *path);

G_END_DECLS
