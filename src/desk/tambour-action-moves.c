/* tambour-action-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-moves.h"

#include "tambour-account.h"
#include "tambour-kinds.h"

/**
 * tambour_action_move_new:
 * @kind: what is done
 * @of: with what kind of thing
 * @id: the id of its record
 *
 * Returns: (transfer full): a move
 */
TambourActionMove *
tambour_action_move_new (TambourActionMoveKind  kind,
                         TambourActionKind      of,
                         const char            *id)
{
  TambourActionMove *self = g_new0 (TambourActionMove, 1);

  self->kind = kind;
  self->of = of;
  self->id = g_strdup (id);

  return self;
}

/**
 * tambour_action_move_free:
 * @self: (transfer full): a move
 */
void
tambour_action_move_free (TambourActionMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_free (self);
}

static TambourRecordClass *
class_of (const TambourActionMove *self)
{
  switch (self->of)
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      return tambour_kinds_find ("action_item");
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      return tambour_kinds_find ("commitment");
    case TAMBOUR_ACTION_KIND_DECISION:
      return tambour_kinds_find ("decision");
    }

  g_return_val_if_reached (NULL);
}

/* The zone in which days of the record are meant: its customer's. */
static char *
dup_zone (TambourStore  *store,
          TambourRecord *record)
{
  g_autoptr(TambourRecord) account = NULL;

  if (record->account_id.id != NULL)
    account = tambour_store_get (store, tambour_kinds_find ("account"), record->account_id.id, NULL);

  return account ? g_strdup (TAMBOUR_ACCOUNT (account)->report_tz) : NULL;
}

static TambourDate
day_of (TambourStore   *store,
        TambourRecord  *record,
        TambourInstant  at)
{
  g_autofree char *name = dup_zone (store, record);
  g_autoptr(GTimeZone) zone = name ? tambour_zone_lookup (name) : NULL;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  return tambour_zone_date_of (zone, at);
}

/* What was settled meanwhile, on this machine or another, stays as that was told. */
static gboolean
check_open (TambourRecord  *record,
            GError        **error)
{
  if (!TAMBOUR_IS_COMMITMENT (record) || TAMBOUR_COMMITMENT (record)->status == TAMBOUR_COMMITMENT_STATUS_OPEN)
    return TRUE;

  g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("This commitment is settled already."));

  return FALSE;
}

static gboolean
settle (const TambourActionMove  *self,
        TambourStore             *store,
        TambourRecord            *record,
        TambourInstant            at,
        TambourChange            *change,
        GError                  **error)
{
  g_autofree char *zone = dup_zone (store, record);
  const TambourTodayWork work = { .id = self->id, .account.zone = zone, .is_commitment = TAMBOUR_IS_COMMITMENT (record) };

  if (!TAMBOUR_IS_DECISION (record))
    return tambour_today_settle (change, store, &work, at, error);

  TAMBOUR_DECISION (record)->on = day_of (store, record, at);
  tambour_change_put (change, record);

  return TRUE;
}

static void
reopen (TambourActionItem *action)
{
  action->status = TAMBOUR_ACTION_STATUS_OPEN;
  action->done_at.seconds = TAMBOUR_NEVER;
}

static void
withdraw (const TambourActionMove *self,
          TambourStore            *store,
          TambourCommitment       *commitment,
          TambourInstant           at)
{
  g_autofree char *reason = self->reason ? g_strstrip (g_strdup (self->reason)) : NULL;

  commitment->status = TAMBOUR_COMMITMENT_STATUS_WITHDRAWN;
  commitment->settled_on = day_of (store, TAMBOUR_RECORD (commitment), at);
  g_set_str (&commitment->reason, reason && *reason ? reason : NULL);
}

static void
hand_over (const TambourActionMove *self,
           TambourActionItem       *action)
{
  g_set_str (&action->owner, self->owner);
  action->side = self->side;
}

/**
 * tambour_action_move_fill:
 * @self: what is done
 * @store: a store
 * @at: when
 * @change: where to put it
 * @error: return location
 *
 * Reads the record anew. Whether the change may be made is for
 * tambour_checks_run() to say: a commitment is withdrawn with a reason. Blocks.
 *
 * Returns: %FALSE if it is not there any more, or settled already
 */
gboolean
tambour_action_move_fill (const TambourActionMove  *self,
                          TambourStore             *store,
                          TambourInstant            at,
                          TambourChange            *change,
                          GError                  **error)
{
  g_autoptr(TambourRecord) record = tambour_store_get (store, class_of (self), self->id, error);

  if (record == NULL || !check_open (record, error))
    return FALSE;

  switch (self->kind)
    {
    case TAMBOUR_ACTION_MOVE_SETTLE:
      return settle (self, store, record, at, change, error);
    case TAMBOUR_ACTION_MOVE_REOPEN:
      reopen (TAMBOUR_ACTION_ITEM (record));
      break;
    case TAMBOUR_ACTION_MOVE_WITHDRAW:
      withdraw (self, store, TAMBOUR_COMMITMENT (record), at);
      break;
    case TAMBOUR_ACTION_MOVE_DUE:
      TAMBOUR_ACTION_ITEM (record)->due = self->due;
      break;
    case TAMBOUR_ACTION_MOVE_OWNER:
      hand_over (self, TAMBOUR_ACTION_ITEM (record));
      break;
    }

  tambour_change_put (change, record);

  return TRUE;
}
