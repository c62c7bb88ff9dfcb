/* tambour-library-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-library.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourLibraryMoveKind:
 * @TAMBOUR_LIBRARY_MOVE_SHARE: an item is shared with @account_id, and there with
 *   @contact_id, @on a day; @text says why it is for them
 * @TAMBOUR_LIBRARY_MOVE_OUTCOME: something that was shared was @opened and @discussed;
 *   @text is what they said
 * @TAMBOUR_LIBRARY_MOVE_INVITE: @account_id, and there @contact_id, is invited to a
 *   programme @on a day, with a @priority
 * @TAMBOUR_LIBRARY_MOVE_FOLLOW_UP: somebody will look after a guest @on a day, about @text
 * @TAMBOUR_LIBRARY_MOVE_NOT_FOR: an item is not suggested for @account_id any more
 * @TAMBOUR_LIBRARY_MOVE_ACCEPT: a guest comes: has a seat if @has_seat says so, else waits
 * @TAMBOUR_LIBRARY_MOVE_DECLINE: a guest does not come
 * @TAMBOUR_LIBRARY_MOVE_FOLLOWED_UP: somebody has looked after a guest
 * @TAMBOUR_LIBRARY_MOVE_USE: a feature is in use since @on a day
 * @TAMBOUR_LIBRARY_MOVE_DISUSE: a feature is not in use any more
 *
 * What somebody does with the library. Those that ask for something come first.
 */
typedef enum
{
  TAMBOUR_LIBRARY_MOVE_SHARE,
  TAMBOUR_LIBRARY_MOVE_OUTCOME,
  TAMBOUR_LIBRARY_MOVE_INVITE,
  TAMBOUR_LIBRARY_MOVE_FOLLOW_UP,
  TAMBOUR_LIBRARY_MOVE_NOT_FOR,
  TAMBOUR_LIBRARY_MOVE_ACCEPT,
  TAMBOUR_LIBRARY_MOVE_DECLINE,
  TAMBOUR_LIBRARY_MOVE_FOLLOWED_UP,
  TAMBOUR_LIBRARY_MOVE_USE,
  TAMBOUR_LIBRARY_MOVE_DISUSE,
} TambourLibraryMoveKind;

#define TAMBOUR_N_LIBRARY_ASKS (TAMBOUR_LIBRARY_MOVE_FOLLOW_UP + 1)

/**
 * TambourLibraryMove:
 * @id: the record that it is about
 * @account_id: (nullable): the customer
 * @has_seat: of an answer: whether there was a free seat when it was given
 *
 * What is to be done; see #TambourLibraryMoveKind.
 */
typedef struct
{
  TambourLibraryMoveKind  kind;
  char                   *id;
  char                   *account_id;
  char                   *contact_id;
  char                   *text;
  TambourDate             on;
  gint64                  priority;
  gboolean                opened;
  gboolean                discussed;
  gboolean                has_seat;
} TambourLibraryMove;

TambourLibraryMove *tambour_library_move_new  (TambourLibraryMoveKind  kind,
                                               const char             *id,
                                               const char             *account_id);
void                tambour_library_move_free (TambourLibraryMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLibraryMove, tambour_library_move_free)

gboolean tambour_library_move_fill (const TambourLibraryMove  *self,
                                    TambourStore              *store,
                                    TambourInstant             at,
                                    TambourChange             *change,
                                    GError                   **error);

G_END_DECLS
