/* tambour-exposure-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-exposure-moves.h"

#include "tambour-account-reading.h"
#include "tambour-engagement.h"
#include "tambour-move.h"

/* A move while it is made. */
typedef struct
{
  const TambourExposureMove *move;
  TambourExposure           *exposure;
  TambourDate                today;
  TambourChange             *change;
} Making;

/**
 * tambour_exposure_move_new:
 * @kind: what is done
 * @id: the id of an exposure
 *
 * Returns: (transfer full): a move
 */
TambourExposureMove *
tambour_exposure_move_new (TambourExposureMoveKind  kind,
                           const char              *id)
{
  TambourExposureMove *self = g_new0 (TambourExposureMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);

  return self;
}

/**
 * tambour_exposure_move_free:
 * @self: (transfer full): a move
 */
void
tambour_exposure_move_free (TambourExposureMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_free (self);
}

/* It ends no earlier than it began; a safeguard may have been there before. */
static TambourDate
end_of (Making      *self,
        TambourDate  on)
{
  return on.julian < self->exposure->since.julian ? self->exposure->since : on;
}

static gboolean
mitigate (Making  *self,
          GError **error)
{
  if (!tambour_move_set_text (&self->exposure->safeguard, self->move->text))
    return tambour_move_refuse (error, _("Say what keeps the customer safe."));
  if (!tambour_date_is_stated (self->move->on))
    return tambour_move_refuse (error, _("Say since when the safeguard is there."));
  if (self->move->on.julian > self->today.julian)
    return tambour_move_refuse (error, _("A safeguard is there since a day that has come. Create an action for one that is to come."));

  self->exposure->state = TAMBOUR_EXPOSURE_STATE_MITIGATED;
  self->exposure->safeguard_on = self->move->on;
  self->exposure->until = end_of (self, self->move->on);

  return TRUE;
}

static gboolean
accept (Making  *self,
        GError **error)
{
  if (!tambour_move_set_text (&self->exposure->accepted_by, self->move->owner))
    return tambour_move_refuse (error, _("Say who accepts it."));
  if (!tambour_date_is_stated (self->move->on))
    return tambour_move_refuse (error, _("Say until when it is accepted."));
  if (self->move->on.julian < self->today.julian)
    return tambour_move_refuse (error, _("It is accepted until a day that is still to come."));

  tambour_move_set_text (&self->exposure->reason, self->move->text);
  self->exposure->state = TAMBOUR_EXPOSURE_STATE_ACCEPTED;
  self->exposure->accepted_until = self->move->on;
  self->exposure->until.julian = 0;

  return TRUE;
}

static gboolean
clear (Making  *self,
       GError **error)
{
  if (!tambour_move_set_text (&self->exposure->reason, self->move->text))
    return tambour_move_refuse (error, _("Say why the customer is not affected."));

  self->exposure->state = TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;
  self->exposure->until = end_of (self, self->today);

  return TRUE;
}

static gboolean
confirm (Making  *self,
         GError **error)
{
  self->exposure->state = TAMBOUR_EXPOSURE_STATE_EXPOSED;
  self->exposure->until.julian = 0;
  self->exposure->accepted_until.julian = 0;
  g_clear_pointer (&self->exposure->accepted_by, g_free);
  g_clear_pointer (&self->exposure->reason, g_free);

  return TRUE;
}

static gboolean
plan (Making  *self,
      GError **error)
{
  g_autoptr(TambourActionItem) action = TAMBOUR_ACTION_ITEM (tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL));

  if (!tambour_move_set_text (&action->title, self->move->text))
    return tambour_move_refuse (error, _("Say what is to be done."));

  g_set_str (&TAMBOUR_RECORD (action)->account_id.id, TAMBOUR_RECORD (self->exposure)->account_id.id);
  g_set_str (&action->exposure_id.id, TAMBOUR_RECORD (self->exposure)->id);
  tambour_move_set_text (&action->owner, self->move->owner);
  action->side = TAMBOUR_SIDE_CUSTOMER;
  action->due = self->move->on;
  action->status = TAMBOUR_ACTION_STATUS_OPEN;
  tambour_change_put (self->change, TAMBOUR_RECORD (action));

  return TRUE;
}

/**
 * tambour_exposure_can_move:
 * @state: what an exposure is
 * @kind: what might be done about it
 *
 * Returns: whether that makes sense
 */
gboolean
tambour_exposure_can_move (TambourExposureState    state,
                           TambourExposureMoveKind kind)
{
  switch (kind)
    {
    case TAMBOUR_EXPOSURE_MOVE_MITIGATE:
      return state != TAMBOUR_EXPOSURE_STATE_MITIGATED && state != TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;
    case TAMBOUR_EXPOSURE_MOVE_ACCEPT:
      return state == TAMBOUR_EXPOSURE_STATE_EXPOSED || state == TAMBOUR_EXPOSURE_STATE_SUSPECTED;
    case TAMBOUR_EXPOSURE_MOVE_CLEAR:
      return state != TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;
    case TAMBOUR_EXPOSURE_MOVE_PLAN:
      return state != TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED && state != TAMBOUR_EXPOSURE_STATE_MITIGATED;
    case TAMBOUR_EXPOSURE_MOVE_CONFIRM:
      return state != TAMBOUR_EXPOSURE_STATE_EXPOSED;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
make (Making  *self,
      GError **error)
{
  switch (self->move->kind)
    {
    case TAMBOUR_EXPOSURE_MOVE_MITIGATE:
      return mitigate (self, error);
    case TAMBOUR_EXPOSURE_MOVE_ACCEPT:
      return accept (self, error);
    case TAMBOUR_EXPOSURE_MOVE_CLEAR:
      return clear (self, error);
    case TAMBOUR_EXPOSURE_MOVE_PLAN:
      return plan (self, error);
    case TAMBOUR_EXPOSURE_MOVE_CONFIRM:
      return confirm (self, error);
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tambour_exposure_move_fill:
 * @self: what is done
 * @store: a store
 * @at: when
 * @change: where to put it
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for
 *   people, or another
 *
 * Reads the exposure anew; its days are those of the customer. Blocks.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_exposure_move_fill (const TambourExposureMove  *self,
                            TambourStore               *store,
                            TambourInstant              at,
                            TambourChange              *change,
                            GError                    **error)
{
  g_autoptr(TambourExposure) exposure = tambour_move_get (store, TAMBOUR_TYPE_EXPOSURE, self->id, error);
  const TambourAccountReading reading = { store, NULL, exposure ? TAMBOUR_RECORD (exposure)->account_id.id : NULL, at };
  Making making = { self, exposure, { 0 }, change };

  if (exposure == NULL || !tambour_account_reading_today (&reading, &making.today, error))
    return FALSE;
  if (!tambour_exposure_can_move (exposure->state, self->kind))
    return tambour_move_refuse (error, _("Somebody has judged this otherwise meanwhile. Look at it again."));
  if (!make (&making, error))
    return FALSE;

  if (self->kind != TAMBOUR_EXPOSURE_MOVE_PLAN)
    tambour_change_put (change, TAMBOUR_RECORD (exposure));

  return TRUE;
}
