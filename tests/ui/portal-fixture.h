/* portal-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "tambour-connectors.h"
#include "tambour-test-ui.h"

G_BEGIN_DECLS

/* What signs in there. */
#define PORTAL_FIXTURE_KEY "hearth-key"

/**
 * PortalFixture:
 * @ui: a window on a portfolio that has the accounts “Kestrel Rail” and “Orla Health”
 * @server: a help desk with three tickets: of “Kestrel Rail”, and two of others
 * @address: where that is
 * @is_stalling: whether it leaves who asks for lists without an answer
 * @n_asked: how often it was asked
 */
typedef struct
{
  TambourTestUi *ui;
  SoupServer    *server;
  char          *address;
  gboolean       is_stalling;
  guint          n_asked;
} PortalFixture;

PortalFixture *portal_fixture_new  (int            width,
                                    int            height);
void           portal_fixture_free (PortalFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PortalFixture, portal_fixture_free)

char      *portal_fixture_dup_map     (void);
void       portal_fixture_put         (PortalFixture *self,
                                       const char    *name);
void       portal_fixture_open        (PortalFixture *self);
AdwDialog *portal_fixture_get_dialog  (PortalFixture *self);
void       portal_fixture_read        (PortalFixture *self);
guint      portal_fixture_count_cases (PortalFixture *self);
void       portal_fixture_press       (PortalFixture *self,
                                       GType          type,
                                       const char    *text);

G_END_DECLS
