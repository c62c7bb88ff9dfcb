/* tambour-provision.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-session.h"

G_BEGIN_DECLS

#define TAMBOUR_PROVISION_ERROR (tambour_provision_error_quark ())

/**
 * TambourProvisionError:
 * @TAMBOUR_PROVISION_ERROR_NO_COUCHDB: what answers is another kind of server
 * @TAMBOUR_PROVISION_ERROR_OTHER_DATABASE: the database has something else in it
 * @TAMBOUR_PROVISION_ERROR_NO_ADMINISTRATOR: who signs in may not do this
 */
typedef enum
{
  TAMBOUR_PROVISION_ERROR_NO_COUCHDB,
  TAMBOUR_PROVISION_ERROR_OTHER_DATABASE,
  TAMBOUR_PROVISION_ERROR_NO_ADMINISTRATOR,
} TambourProvisionError;

GQuark tambour_provision_error_quark (void);

/**
 * TambourProvisioned:
 * @made: whether the database was made; it was there otherwise
 * @secured: whether who may come in was set; it said so already otherwise
 * @validated: whether the rules for what is written were put there; they were there otherwise
 *
 * What had to be done to a team's database.
 */
typedef struct
{
  gboolean made;
  gboolean secured;
  gboolean validated;
} TambourProvisioned;

gboolean tambour_provision (TambourSession      *session,
                            TambourProvisioned  *done,
                            GCancellable        *cancellable,
                            GError             **error);

G_END_DECLS
