/* tambour-player.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * TambourPlayer:
 *
 * A server on the loopback interface, with a thread of its own, that plays what
 * CouchDB 3 would answer of one database, and plays what it is told to wherever a rule
 * says so. It has places that are opaque texts, and merges nothing.
 */
typedef struct _TambourPlayer TambourPlayer;

/* Instead of a status: no answer at all. */
#define TAMBOUR_PLAYER_STALLS 0

TambourPlayer *tambour_player_new  (void);
void           tambour_player_free (TambourPlayer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPlayer, tambour_player_free)

const char *tambour_player_get_base       (TambourPlayer *self);
void        tambour_player_add            (TambourPlayer *self,
                                           const char    *document);
void        tambour_player_add_cases      (TambourPlayer *self,
                                           guint          first,
                                           guint          n,
                                           gsize          size);
void        tambour_player_rule           (TambourPlayer *self,
                                           const char    *request,
                                           guint          times,
                                           guint          status,
                                           const char    *header,
                                           const char    *answer);
void        tambour_player_rule_later     (TambourPlayer *self,
                                           const char    *request,
                                           guint          after,
                                           guint          times,
                                           guint          status,
                                           const char    *header,
                                           const char    *answer);
void        tambour_player_forget         (TambourPlayer *self,
                                           const char    *name);
void        tambour_player_erase          (TambourPlayer *self,
                                           const char    *id,
                                           gboolean       tells);
void        tambour_player_compact        (TambourPlayer *self);
void        tambour_player_fail_documents (TambourPlayer *self,
                                           guint          n);
void        tambour_player_back_up        (TambourPlayer *self);
void        tambour_player_restore        (TambourPlayer *self);
guint       tambour_player_count          (TambourPlayer *self,
                                           const char    *request);
guint       tambour_player_count_docs     (TambourPlayer *self);
char       *tambour_player_dup_last       (TambourPlayer *self,
                                           const char    *request);

G_END_DECLS
