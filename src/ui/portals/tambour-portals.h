/* tambour-portals.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-connectors.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourPortalStatus:
 * @connector: a connector
 * @state: how its last run went
 * @n_inbox: how many of its items wait for somebody to say whose they are
 * @n_read: how many items were read by the run that goes on
 * @is_running: whether one does
 * @code: (nullable): what a person has to do before it goes on
 * @error: (nullable): why the last run ended early, a sentence
 *
 * How a connector stands.
 */
typedef struct
{
  TambourConnector      *connector;
  TambourConnectorState *state;
  guint                  n_inbox;
  guint64                n_read;
  gboolean               is_running;
  const char            *code;
  const char            *error;
} TambourPortalStatus;

#define TAMBOUR_TYPE_PORTALS (tambour_portals_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortals, tambour_portals, TAMBOUR, PORTALS, GObject)

TambourPortals            *tambour_portals_of         (TambourPortfolio *portfolio);
void                       tambour_portals_begin      (TambourPortals   *self);
void                       tambour_portals_end        (TambourPortals   *self);
void                       tambour_portals_refresh    (TambourPortals   *self);
void                       tambour_portals_begin_with (TambourPortals   *self,
                                                       const char       *name);

GPtrArray                 *tambour_portals_get_all    (TambourPortals   *self);
const TambourPortalStatus *tambour_portals_find       (TambourPortals   *self,
                                                       const char       *name);
guint                      tambour_portals_count      (TambourPortals   *self);
void                       tambour_portals_run        (TambourPortals   *self,
                                                       const char       *name);
void                       tambour_portals_cancel     (TambourPortals   *self,
                                                       const char       *name);

G_END_DECLS
