/* tambour-dav-answer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * TambourDavPart:
 *
 * What an answer says of one thing on the server.
 */
typedef struct
{
  char     *path;           /* (nullable): as the server writes it */
  int       status;         /* of the whole; 0 if it does not say */
  char     *name;           /* (nullable) */
  char     *etag;           /* (nullable) */
  char     *text;           /* (nullable): of an event or a card */
  char     *principal;      /* (nullable): where the person is who asks */
  char     *calendar_home;  /* (nullable) */
  char     *book_home;      /* (nullable) */
  gboolean  is_calendar;
  gboolean  is_book;
  gboolean  holds_events;   /* or does not say what it holds */
} TambourDavPart;

/*
 * TambourDavAnswer:
 *
 * An answer to PROPFIND or REPORT.
 */
typedef struct
{
  GPtrArray *parts;
  char      *token;  /* (nullable): from where changes are counted next time */
} TambourDavAnswer;

TambourDavAnswer *tambour_dav_answer_parse (GBytes            *bytes,
                                            const char        *place,
                                            GError           **error);
void              tambour_dav_answer_free  (TambourDavAnswer  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDavAnswer, tambour_dav_answer_free)

G_END_DECLS
