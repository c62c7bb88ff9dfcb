/* tambour-portal-wire.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-map-private.h"
#include "tambour-portal.h"
#include "tambour-session.h"

G_BEGIN_DECLS

/*
 * TambourPortalAnswerFunc:
 *
 * What a portal would answer, or NULL with an error.
 */
typedef JsonNode *(*TambourPortalAnswerFunc) (const char  *address,
                                              gpointer     user_data,
                                              GError     **error);

/*
 * TambourPortalWire:
 *
 * The way to one portal: signs in, keeps to its rate, waits when it asks for that, and
 * asks again when it has a fault.
 */
typedef struct
{
  TambourPortalMap       *map;
  TambourServer          *server;
  char                   *place;        /* what sentences call it */
  TambourPortalSignIn     sign_in;
  char                   *user;         /* (nullable) */
  char                   *secret;       /* (nullable) */

  TambourPortalCodeFunc   code;         /* (nullable) */
  TambourPortalTokenFunc  keep;         /* (nullable) */
  gpointer                user_data;
  char                   *access;       /* (nullable): the token of the day */
  char                   *refresh;      /* (nullable): the token for the next one */
  gint64                  expires;      /* when @access does, by our clock; 0 if nobody says */

  GMainContext           *context;      /* (nullable): while it is open */
  TambourSession         *session;      /* (nullable): while it is open */
  GRand                  *random;
  gint64                  next;         /* before when nothing is asked, by the monotonic clock */
  gint64                  skew;         /* seconds that the portal's clock is before ours */

  TambourPortalAnswerFunc answer;       /* (nullable): is asked instead of a portal */
  gpointer                answer_data;
} TambourPortalWire;

TambourPortalWire *tambour_portal_wire_new        (TambourPortalMap   *map,
                                                   const char         *base_url,
                                                   const char         *user,
                                                   const char         *secret,
                                                   GError            **error);
void               tambour_portal_wire_free       (TambourPortalWire  *self);
gboolean           tambour_portal_wire_open       (TambourPortalWire  *self,
                                                   GError            **error);
void               tambour_portal_wire_close      (TambourPortalWire  *self);
JsonNode          *tambour_portal_wire_get        (TambourPortalWire  *self,
                                                   const char         *address,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gint64             tambour_portal_wire_now        (TambourPortalWire  *self);
char              *tambour_portal_wire_dup_below  (TambourPortalWire  *self,
                                                   const char         *url);
gboolean           tambour_portal_wait            (gint64              milliseconds,
                                                   GCancellable       *cancellable,
                                                   GError            **error);

void               tambour_portal_wire_take_token (TambourPortalWire  *self,
                                                   const char         *kept);
gboolean           tambour_portal_wire_authorize  (TambourPortalWire  *self,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gboolean           tambour_portal_wire_renew      (TambourPortalWire  *self);
void               tambour_portal_wipe            (char               *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalWire, tambour_portal_wire_free)

G_END_DECLS
