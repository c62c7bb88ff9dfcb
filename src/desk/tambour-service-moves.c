/* tambour-service-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-service-moves.h"

#include "tambour-account-reading.h"
#include "tambour-case.h"
#include "tambour-checks.h"
#include "tambour-coverage.h"
#include "tambour-move.h"

/* When somebody was asked on another day than today: at noon. */
#define NOON (12 * TAMBOUR_HOUR)

/* A move while it is made. */
typedef struct
{
  const TambourServiceMove *move;
  TambourStore             *store;
  TambourInstant            at;
  GTimeZone                *zone;
  TambourDate               today;
  TambourChange            *change;
} Making;

/* Puts what changes into the change. */
typedef gboolean (*MakeFunc) (Making  *self,
                              GError **error);

/**
 * tambour_service_move_new:
 * @kind: what is to be done
 * @id: (nullable): the record that it is about
 * @account_id: the customer
 *
 * Returns: (transfer full): a move that states nothing else
 */
TambourServiceMove *
tambour_service_move_new (TambourServiceMoveKind  kind,
                          const char             *id,
                          const char             *account_id)
{
  TambourServiceMove *self = g_new0 (TambourServiceMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  self->when.seconds = TAMBOUR_NEVER;
  self->score = TAMBOUR_NO_NUMBER;

  return self;
}

/**
 * tambour_service_move_free:
 * @self: (transfer full): a move
 */
void
tambour_service_move_free (TambourServiceMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->contact_id, g_free);
  g_free (self);
}

/* --- planned changes -------------------------------------------------------- */

/* What somebody else settled meanwhile is not told of any more. */
static TambourPlannedChange *
get_planned (Making  *self,
             GError **error)
{
  g_autoptr(TambourPlannedChange) planned = tambour_move_get (self->store, TAMBOUR_TYPE_PLANNED_CHANGE, self->move->id, error);

  if (planned != NULL && tambour_planned_change_is_over (planned))
    {
      tambour_move_refuse (error, _("The change is over already."));
      return NULL;
    }

  return g_steal_pointer (&planned);
}

static gboolean
announce (Making  *self,
          GError **error)
{
  g_autoptr(TambourPlannedChange) planned = get_planned (self, error);

  if (planned == NULL || !tambour_move_check_day (self->move->on, self->today, error))
    return FALSE;

  planned->notified_on = tambour_move_day (self->move->on, self->today);
  if (self->move->contact_id != NULL)
    g_set_str (&planned->contact_id.id, self->move->contact_id);
  tambour_change_put (self->change, TAMBOUR_RECORD (planned));

  return TRUE;
}

static gboolean
settle (Making  *self,
        GError **error)
{
  g_autoptr(TambourPlannedChange) planned = get_planned (self, error);
  g_autofree char *outcome = tambour_move_dup_text (self->move->text);

  if (planned == NULL)
    return FALSE;
  if (self->move->state == TAMBOUR_CHANGE_STATE_PLANNED)
    return tambour_move_refuse (error, _("Say how it went."));
  if (outcome == NULL && self->move->state != TAMBOUR_CHANGE_STATE_DONE)
    return tambour_move_refuse (error, _("Say what came of it."));

  planned->state = self->move->state;
  g_set_str (&planned->outcome, outcome);
  tambour_change_put (self->change, TAMBOUR_RECORD (planned));

  return TRUE;
}

/* Who was told of another time was not told of this one. */
static gboolean
postpone (Making  *self,
          GError **error)
{
  g_autoptr(TambourPlannedChange) planned = get_planned (self, error);

  if (planned == NULL)
    return FALSE;
  if (!tambour_instant_is_stated (self->move->when))
    return tambour_move_refuse (error, _("Say when it begins instead."));
  if (self->move->when.seconds <= self->at.seconds)
    return tambour_move_refuse (error, _("That time has passed already."));
  if (self->move->when.seconds == planned->window_start.seconds)
    return tambour_move_refuse (error, _("It begins then already."));
  if (tambour_date_is_stated (self->move->on) && !tambour_move_check_day (self->move->on, self->today, error))
    return FALSE;

  if (tambour_instant_is_stated (planned->window_end))
    planned->window_end.seconds += self->move->when.seconds - planned->window_start.seconds;
  planned->window_start = self->move->when;
  planned->notified_on = self->move->on;
  tambour_change_put (self->change, TAMBOUR_RECORD (planned));

  return TRUE;
}

/* --- escalations ------------------------------------------------------------ */

static TambourEscalation *
get_escalation (Making  *self,
                GError **error)
{
  g_autoptr(TambourEscalation) escalation = tambour_move_get (self->store, TAMBOUR_TYPE_ESCALATION, self->move->id, error);

  if (escalation != NULL && tambour_instant_is_stated (escalation->deescalated_at))
    {
      tambour_move_refuse (error, _("The escalation is over already."));
      return NULL;
    }

  return g_steal_pointer (&escalation);
}

static gboolean
acknowledge (Making  *self,
             GError **error)
{
  g_autoptr(TambourEscalation) escalation = get_escalation (self, error);

  if (escalation == NULL)
    return FALSE;
  if (tambour_instant_is_stated (escalation->acknowledged_at))
    return tambour_move_refuse (error, _("The escalation was taken already."));

  escalation->acknowledged_at = self->at;
  tambour_change_put (self->change, TAMBOUR_RECORD (escalation));

  return TRUE;
}

/* Whoever gets it has not taken it yet; the first who did was in time or not. */
static gboolean
assign (Making  *self,
        GError **error)
{
  g_autoptr(TambourEscalation) escalation = get_escalation (self, error);
  g_autofree char *to = tambour_move_dup_text (self->move->to);

  if (escalation == NULL)
    return FALSE;
  if (to == NULL)
    return tambour_move_refuse (error, _("Say who answers for it."));

  g_set_str (&escalation->owner, to);
  tambour_change_put (self->change, TAMBOUR_RECORD (escalation));

  return TRUE;
}

static gboolean
deescalate (Making  *self,
            GError **error)
{
  g_autoptr(TambourEscalation) escalation = get_escalation (self, error);
  g_autofree char *outcome = tambour_move_dup_text (self->move->text);

  if (escalation == NULL)
    return FALSE;
  if (outcome == NULL)
    return tambour_move_refuse (error, _("Say how it ended."));

  escalation->deescalated_at = self->at;
  g_set_str (&escalation->outcome, outcome);
  tambour_change_put (self->change, TAMBOUR_RECORD (escalation));

  return TRUE;
}

/* --- surveys ---------------------------------------------------------------- */

/* Today means now; of another day nobody knows when. */
static TambourInstant
moment_of (Making *self)
{
  TambourDate day = tambour_move_day (self->move->on, self->today);

  return day.julian == self->today.julian ? self->at : tambour_zone_instant_of (self->zone, tambour_midnight_of (day) + NOON);
}

static TambourSurveyResponse *
new_survey (Making *self)
{
  TambourSurveyResponse *survey = TAMBOUR_SURVEY_RESPONSE (tambour_record_new (TAMBOUR_TYPE_SURVEY_RESPONSE, NULL));

  g_set_str (&TAMBOUR_RECORD (survey)->account_id.id, self->move->account_id);
  g_set_str (&survey->contact_id.id, self->move->contact_id);
  survey->kind = self->move->survey;
  survey->asked_at = moment_of (self);

  return survey;
}

static gboolean
ask (Making  *self,
     GError **error)
{
  g_autoptr(TambourSurveyResponse) survey = NULL;

  if (self->move->contact_id == NULL)
    return tambour_move_refuse (error, _("Say who is asked."));
  if (!tambour_move_check_day (self->move->on, self->today, error))
    return FALSE;

  survey = new_survey (self);
  tambour_change_put (self->change, TAMBOUR_RECORD (survey));

  return TRUE;
}

static TambourSurveyResponse *
get_survey (Making  *self,
            GError **error)
{
  g_autoptr(TambourSurveyResponse) survey = NULL;

  if (self->move->id == NULL)
    return new_survey (self);

  survey = tambour_move_get (self->store, TAMBOUR_TYPE_SURVEY_RESPONSE, self->move->id, error);
  if (survey != NULL && tambour_instant_is_stated (survey->answered_at))
    {
      tambour_move_refuse (error, _("The answer is written down already."));
      return NULL;
    }

  return g_steal_pointer (&survey);
}

/* Nobody answers before they are asked. */
static gboolean
answer (Making  *self,
        GError **error)
{
  g_autoptr(TambourSurveyResponse) survey = NULL;
  g_autofree char *text = tambour_move_dup_text (self->move->text);
  TambourInstant moment = moment_of (self);

  if (!tambour_move_check_day (self->move->on, self->today, error) || !(survey = get_survey (self, error)))
    return FALSE;
  if (isnan (self->move->score) && (text == NULL || survey->kind != TAMBOUR_SURVEY_KIND_EBR_FEEDBACK))
    return tambour_move_refuse (error, _("Say which score they gave."));

  survey->score = self->move->score;
  survey->answered_at.seconds = MAX (moment.seconds, survey->asked_at.seconds);
  if (self->move->contact_id != NULL)
    g_set_str (&survey->contact_id.id, self->move->contact_id);
  g_set_str (&survey->text, text);
  if (!tambour_checks_survey (survey, error))
    return FALSE;

  tambour_change_put (self->change, TAMBOUR_RECORD (survey));

  return TRUE;
}

/* --- all of them ------------------------------------------------------------ */

static const MakeFunc makers[] = {
  [TAMBOUR_SERVICE_MOVE_ANNOUNCE] = announce,
  [TAMBOUR_SERVICE_MOVE_SETTLE] = settle,
  [TAMBOUR_SERVICE_MOVE_POSTPONE] = postpone,
  [TAMBOUR_SERVICE_MOVE_ASSIGN] = assign,
  [TAMBOUR_SERVICE_MOVE_DEESCALATE] = deescalate,
  [TAMBOUR_SERVICE_MOVE_ASK] = ask,
  [TAMBOUR_SERVICE_MOVE_ANSWER] = answer,
  [TAMBOUR_SERVICE_MOVE_ACKNOWLEDGE] = acknowledge,
};

/**
 * tambour_service_move_fill:
 * @self: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for
 *   people, or another
 *
 * Puts what changes into @change. Blocks: run it on a thread.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_service_move_fill (const TambourServiceMove  *self,
                           TambourStore              *store,
                           TambourInstant             at,
                           TambourChange             *change,
                           GError                   **error)
{
  const TambourAccountReading reading = { store, NULL, self->account_id, at };
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  Making making = { self, store, at, NULL, { 0 }, change };

  if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_ACCOUNT, self->account_id, &account, error))
    return FALSE;

  zone = account ? tambour_account_dup_zone (account) : g_time_zone_new_utc ();
  making.zone = zone;
  making.today = tambour_zone_date_of (zone, at);

  return makers[self->kind] (&making, error);
}
