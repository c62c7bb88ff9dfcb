/* tambour-player-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-player.h"

G_BEGIN_DECLS

/**
 * TambourPlayerRule:
 * @request: how a request begins
 * @after: how often it is answered as usual before
 * @times: how often it is answered so, from now on
 * @status: what it is answered
 * @header: (nullable): a line of the answer's head
 * @answer: the rest
 */
typedef struct
{
  char  *request;
  guint  after;
  guint  times;
  guint  status;
  char  *header;
  char  *answer;
} TambourPlayerRule;

struct _TambourPlayer
{
  SoupServer   *server;
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  char         *base;

  GMutex        lock;
  GPtrArray    *documents;
  GHashTable   *locals;
  GPtrArray    *requests;
  GPtrArray    *bodies;
  GPtrArray    *rules;
  GPtrArray    *waiting;
  guint         n_now;
  guint         n_failing;      /* answers with documents that have none of them */
  GPtrArray    *erased;         /* ids */
  gboolean      tells_erased;
  guint         n_untold;       /* of @erased */
  guint         n_backed_up;
  GHashTable   *backed_up;      /* (nullable): locals */
};

void     tambour_player_keep          (TambourPlayer     *self,
                                       JsonObject        *document);
void     tambour_player_answer        (SoupServerMessage *message,
                                       guint              status,
                                       const char        *text);
gboolean tambour_player_is_erased     (JsonObject        *document);
void     tambour_player_answer_erased (TambourPlayer     *self,
                                       SoupServerMessage *message);

G_END_DECLS
