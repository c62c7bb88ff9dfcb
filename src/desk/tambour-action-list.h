/* tambour-action-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"
#include "tambour-today.h"

G_BEGIN_DECLS

/**
 * TambourActionGroup:
 * @TAMBOUR_ACTION_GROUP_OVERDUE: its day is over at the customer's
 * @TAMBOUR_ACTION_GROUP_TODAY: it is due today
 * @TAMBOUR_ACTION_GROUP_WEEK: by Sunday
 * @TAMBOUR_ACTION_GROUP_LATER: after that
 * @TAMBOUR_ACTION_GROUP_UNDATED: nobody said when
 * @TAMBOUR_ACTION_GROUP_OVER: it is done, settled or decided
 *
 * When something is due, in the order in which lists show it.
 */
typedef enum
{
  TAMBOUR_ACTION_GROUP_OVERDUE,
  TAMBOUR_ACTION_GROUP_TODAY,
  TAMBOUR_ACTION_GROUP_WEEK,
  TAMBOUR_ACTION_GROUP_LATER,
  TAMBOUR_ACTION_GROUP_UNDATED,
  TAMBOUR_ACTION_GROUP_OVER,
} TambourActionGroup;

/**
 * TambourActionKind:
 * @TAMBOUR_ACTION_KIND_ACTION: something that somebody has to do
 * @TAMBOUR_ACTION_KIND_COMMITMENT: something that was promised
 * @TAMBOUR_ACTION_KIND_DECISION: something that has to be decided, or was
 */
typedef enum
{
  TAMBOUR_ACTION_KIND_ACTION,
  TAMBOUR_ACTION_KIND_COMMITMENT,
  TAMBOUR_ACTION_KIND_DECISION,
} TambourActionKind;

/**
 * TambourActionView:
 * @TAMBOUR_ACTION_VIEW_OURS: what we have to do
 * @TAMBOUR_ACTION_VIEW_THEIRS: what the customers have to do
 * @TAMBOUR_ACTION_VIEW_DECISIONS: what has to be decided, and was
 * @TAMBOUR_ACTION_VIEW_DONE: what was done or settled, the last first
 */
typedef enum
{
  TAMBOUR_ACTION_VIEW_OURS,
  TAMBOUR_ACTION_VIEW_THEIRS,
  TAMBOUR_ACTION_VIEW_DECISIONS,
  TAMBOUR_ACTION_VIEW_DONE,
} TambourActionView;

/**
 * TambourActionReach:
 * @TAMBOUR_ACTION_REACH_ACCOUNTS: of the accounts that the person looks after, or
 *   nobody does, as Today has it, and what else is the person's own
 * @TAMBOUR_ACTION_REACH_MINE: of those, what nobody else is to do
 * @TAMBOUR_ACTION_REACH_TEAM: everybody's
 */
typedef enum
{
  TAMBOUR_ACTION_REACH_ACCOUNTS,
  TAMBOUR_ACTION_REACH_MINE,
  TAMBOUR_ACTION_REACH_TEAM,
} TambourActionReach;

/* How many of those that are over are listed, of each view. */
#define TAMBOUR_ACTION_LIST_OVER 200

/**
 * TambourActionLine:
 * @work: what it is, when it is due and where it comes from
 * @side: who has to do it
 * @owner: (nullable): which of them, or who decides
 * @to: (nullable): who it was promised to
 * @is_own: whether the owner is the person who looks
 * @is_near: whether its account is one of that person's, or nobody's
 * @status: what its record says
 * @settled_at: when it was done, settled or decided; not stated of others
 * @reason: (nullable): why it was withdrawn, or what came of it
 * @origin_kind: (nullable): the kind of record that it comes from
 * @origin_id: (nullable): the id of that
 *
 * An action, a commitment or a decision in a list.
 */
typedef struct
{
  TambourTodayWork   *work;
  TambourActionKind   kind;
  TambourActionGroup  group;
  TambourSide         side;
  char               *owner;
  char               *to;
  gboolean            is_own;
  gboolean            is_near;
  guint               status;
  TambourInstant      settled_at;
  char               *reason;
  const char         *origin_kind;
  char               *origin_id;

  /*< private >*/
  char               *folded;
} TambourActionLine;

/**
 * TambourActionList:
 * @lines: (element-type TambourActionLine): by group, and what comes first in it first
 * @date: the day that it is where the person is who looks
 * @stale_at: when a line belongs to another group
 *
 * What there is to do, was promised and has to be decided, across accounts.
 */
typedef struct
{
  GPtrArray      *lines;
  TambourDate     date;
  TambourInstant  stale_at;
} TambourActionList;

/**
 * TambourActionFilter:
 * @view: which kind
 * @reach: whose
 * @words: (nullable): what they must have, each of them, folded
 *
 * Which lines are shown.
 */
typedef struct
{
  TambourActionView  view;
  TambourActionReach reach;
  GStrv              words;
} TambourActionFilter;

TambourActionList *tambour_action_list_load (TambourStore       *store,
                                             const char         *me,
                                             GTimeZone          *zone,
                                             TambourInstant      at,
                                             GCancellable       *cancellable,
                                             GError            **error);
void               tambour_action_list_free (TambourActionList  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourActionList, tambour_action_list_free)

gboolean    tambour_action_line_is_open (const TambourActionLine   *self);
const char *tambour_action_line_record  (const TambourActionLine   *self);

GStrv       tambour_action_filter_words (const char                *text);
gboolean    tambour_action_filter_shows (const TambourActionFilter *self,
                                         const TambourActionLine   *line);

G_END_DECLS
