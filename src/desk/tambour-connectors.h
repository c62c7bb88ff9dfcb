/* tambour-connectors.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-match.h"
#include "tambour-server.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* Settings that begin so say how far a connector has come: its name follows. */
#define TAMBOUR_CONNECTOR_STATE "connector-state:"

/**
 * TambourConnector:
 * @name: what people call it; no other of the portfolio is called so
 * @map: (nullable): the map that ships, by its name
 * @map_text: (nullable): a map of one’s own, instead of @map
 * @kind: (nullable): what its items become, “case” or “feature_request”; what the map says first if %NULL
 * @system: what records that came from there have as their external system
 * @address: the portal’s address, without user and password
 * @user: (nullable): who signs in
 * @interval: after so many minutes it is read again; 0 if only when somebody says so
 * @rules: (element-type TambourMatchRule): whose items are whose
 *
 * A case portal or tracker that the portfolio is kept in step with, on this
 * computer. Never a secret: those are where tambour_secrets_store() keeps them.
 */
typedef struct
{
  char      *name;
  char      *map;
  char      *map_text;
  char      *kind;
  char      *system;
  char      *address;
  char      *user;
  gint64     interval;
  GPtrArray *rules;
} TambourConnector;

/**
 * TambourConnectCounts:
 * @read: items that the portal gave
 * @created: items that made a record
 * @updated: items that changed one, or added to its history
 * @unchanged: items that say what is there
 * @unmatched: items that wait in the inbox
 * @passed: items that somebody wants nothing of: ignored, removed here, or linked to nothing
 * @gone: items that were deleted or merged there
 * @rejected: items that could not be read or kept
 * @faults: what of the others could not be read
 * @kept: fields that stay as they were changed here
 * @events: lines of history that were added
 *
 * What a run has done.
 */
typedef struct
{
  guint64 read;
  guint64 created;
  guint64 updated;
  guint64 unchanged;
  guint64 unmatched;
  guint64 passed;
  guint64 gone;
  guint64 rejected;
  guint64 faults;
  guint64 kept;
  guint64 events;
} TambourConnectCounts;

/**
 * TambourConnectorState:
 * @cursor: (nullable): where the next run goes on
 * @started_at: when the last run began; not stated if there was none
 * @finished_at: when it came to its end; not stated if it did not
 * @counts: what it did
 * @error: (nullable): why it ended early, a sentence
 * @merging: (element-type utf8 utf8): items that were merged into one that is not here yet
 *
 * How far a connector has come.
 */
typedef struct
{
  char                 *cursor;
  TambourInstant        started_at;
  TambourInstant        finished_at;
  TambourConnectCounts  counts;
  char                 *error;
  GHashTable           *merging;
} TambourConnectorState;

TambourConnector *tambour_connector_new  (const char             *name);
TambourConnector *tambour_connector_copy (const TambourConnector *self);
void              tambour_connector_free (TambourConnector       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourConnector, tambour_connector_free)

gboolean               tambour_connector_is_due           (const TambourConnector      *self,
                                                           const TambourConnectorState *state,
                                                           TambourInstant               at);
TambourServer         *tambour_connector_dup_server       (const TambourConnector      *self);

TambourServer         *tambour_connector_dup_token_server (const TambourConnector      *self);

TambourConnectorState *tambour_connector_state_new        (void);
void                   tambour_connector_state_free       (TambourConnectorState       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourConnectorState, tambour_connector_state_free)

TambourConnectorState *tambour_connector_state_read  (TambourStore                 *store,
                                                      const char                   *name);
gboolean               tambour_connector_state_write (TambourStore                 *store,
                                                      const char                   *name,
                                                      const TambourConnectorState  *state,
                                                      GError                      **error);
JsonObject            *tambour_connect_counts_pack   (const TambourConnectCounts   *counts);

GPtrArray             *tambour_connectors_list       (TambourStore                 *store,
                                                      GError                      **error);
TambourConnector      *tambour_connectors_get        (TambourStore                 *store,
                                                      const char                   *name,
                                                      GError                      **error);
gboolean               tambour_connectors_put        (TambourStore                 *store,
                                                      TambourConnector             *connector,
                                                      const char                   *system,
                                                      GError                      **error);
char                  *tambour_connectors_remove     (TambourStore                 *store,
                                                      const char                   *name,
                                                      GError                      **error);
gboolean               tambour_connectors_put_back   (TambourStore                 *store,
                                                      const char                   *remains,
                                                      GError                      **error);

G_END_DECLS
