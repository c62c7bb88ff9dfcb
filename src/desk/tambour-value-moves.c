/* tambour-value-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-moves.h"

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-move.h"
#include "tambour-people.h"
#include "tambour-value-formulas.h"
#include "tambour-value-ledger.h"

/* A move while it is made. */
typedef struct
{
  const TambourValueMove *move;
  TambourStore           *store;
  TambourInstant          at;
  TambourDate             today;
  GTimeZone              *zone;
  TambourChange          *change;
} Making;

/**
 * tambour_value_move_new:
 * @kind: what is to be done
 * @id: (nullable): the record that it is about
 * @account_id: the customer
 *
 * Returns: (transfer full): a move that states nothing else
 */
TambourValueMove *
tambour_value_move_new (TambourValueMoveKind  kind,
                        const char           *id,
                        const char           *account_id)
{
  TambourValueMove *self = g_new0 (TambourValueMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  self->amount.minor = TAMBOUR_NO_COUNT;
  self->number = TAMBOUR_NO_NUMBER;

  return self;
}

/**
 * tambour_value_move_free:
 * @self: (transfer full): a move
 */
void
tambour_value_move_free (TambourValueMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->contact_id, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_free (self);
}

/* --- what may stand ---------------------------------------------------------- */

/* Half of a shared effect, all of what an invoice or a count proves (METRICS.md M60). */
static gboolean
check_share (TambourValueEntry  *entry,
             GError            **error)
{
  if (isnan (entry->share) || entry->share < 0 || entry->share > 1)
    return tambour_move_refuse (error, _("Say first what share of it counts, from 0 to 100%."));
  if (entry->share > tambour_value_class_max_share (entry->class))
    return tambour_move_refuse (error, _("At most half of an effect counts in which others have a part. More counts only where an invoice or a count alone proves it."));

  return TRUE;
}

static gboolean
is_counting (TambourValueEntry *entry)
{
  return entry->state == TAMBOUR_VALUE_STATE_PROPOSED || entry->state == TAMBOUR_VALUE_STATE_ACCEPTED;
}

static gboolean
is_same (const TambourRef *a,
         const TambourRef *b)
{
  return a->id != NULL && g_strcmp0 (a->id, b->id) == 0;
}

/* One incident or project pays once. */
static gboolean
check_single (Making             *self,
              TambourValueEntry  *entry,
              GError            **error)
{
  const TambourAccountReading reading = { self->store, NULL, self->move->account_id, self->at };
  g_autoptr(GPtrArray) entries = NULL;

  if (entry->incident_id.id != NULL && entry->project_id.id != NULL)
    return tambour_move_refuse (error, _("An entry counts one incident or one project, not both."));
  if (entry->incident_id.id == NULL && entry->project_id.id == NULL)
    return TRUE;
  if (!(entries = tambour_account_reading_list (&reading, TAMBOUR_TYPE_VALUE_ENTRY, NULL, error)))
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      TambourValueEntry *other = g_ptr_array_index (entries, i);

      if (!is_counting (other) || g_str_equal (TAMBOUR_RECORD (other)->id, TAMBOUR_RECORD (entry)->id) ||
          (!is_same (&entry->incident_id, &other->incident_id) && !is_same (&entry->project_id, &other->project_id)))
        continue;

      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   is_same (&entry->incident_id, &other->incident_id)
                     ? _("“%s” counts this incident already. One incident pays once.")
                     : _("“%s” counts this project already. One project pays once."),
                   other->title ? other->title : "");
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_entry (Making             *self,
             TambourValueEntry  *entry,
             GError            **error)
{
  if (entry->class == TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
    return tambour_move_refuse (error, _("This is not quantified: the review names it and counts nothing."));
  if (entry->gross.minor == TAMBOUR_NO_COUNT)
    return tambour_move_refuse (error, _("Say first what it comes to."));

  return check_share (entry, error) && check_single (self, entry, error);
}

/* --- entries ------------------------------------------------------------------- */

static void
forget_acceptance (TambourValueEntry *entry)
{
  g_clear_pointer (&entry->accepted_by_id.id, g_free);
  entry->accepted_at.seconds = TAMBOUR_NEVER;
}

static gboolean
propose (Making  *self,
         GError **error)
{
  g_autoptr(TambourValueEntry) entry = tambour_move_get (self->store, TAMBOUR_TYPE_VALUE_ENTRY, self->move->id, error);

  if (entry == NULL)
    return FALSE;
  if (is_counting (entry))
    return tambour_move_refuse (error, _("It is proposed already."));
  if (!check_entry (self, entry, error))
    return FALSE;

  entry->state = TAMBOUR_VALUE_STATE_PROPOSED;
  g_clear_pointer (&entry->reason, g_free);
  forget_acceptance (entry);
  tambour_change_put (self->change, TAMBOUR_RECORD (entry));

  return TRUE;
}

/* Only the customer can accept it: somebody of this account. */
static gboolean
check_contact (Making  *self,
               GError **error)
{
  g_autoptr(TambourRecord) contact = NULL;

  if (self->move->contact_id == NULL || *self->move->contact_id == '\0')
    return tambour_move_refuse (error, _("Say who of the customer agreed to it."));
  if (!(contact = tambour_move_get (self->store, TAMBOUR_TYPE_CONTACT, self->move->contact_id, error)))
    return FALSE;
  if (g_strcmp0 (contact->account_id.id, self->move->account_id) != 0)
    return tambour_move_refuse (error, _("Only a contact of this account can agree to it."));

  return tambour_move_check_day (self->move->on, self->today, error);
}

/* Accepted today is accepted now, else at the end of that day. */
static TambourInstant
moment_of (Making *self)
{
  TambourDate after = { tambour_move_day (self->move->on, self->today).julian + 1 };
  TambourInstant end = tambour_zone_start_of_day (self->zone, after);

  return (TambourInstant) { MIN (end.seconds - 1, self->at.seconds) };
}

static gboolean
accept (Making  *self,
        GError **error)
{
  g_autoptr(TambourValueEntry) entry = tambour_move_get (self->store, TAMBOUR_TYPE_VALUE_ENTRY, self->move->id, error);

  if (entry == NULL)
    return FALSE;
  if (entry->state == TAMBOUR_VALUE_STATE_ACCEPTED)
    return tambour_move_refuse (error, _("It is accepted already."));
  if (entry->state != TAMBOUR_VALUE_STATE_PROPOSED)
    return tambour_move_refuse (error, _("Propose it to the customer first."));
  if (!check_entry (self, entry, error) || !check_contact (self, error))
    return FALSE;

  entry->state = TAMBOUR_VALUE_STATE_ACCEPTED;
  g_set_str (&entry->accepted_by_id.id, self->move->contact_id);
  entry->accepted_at = moment_of (self);
  tambour_change_put (self->change, TAMBOUR_RECORD (entry));

  return TRUE;
}

static gboolean
reject (Making  *self,
        GError **error)
{
  g_autoptr(TambourValueEntry) entry = tambour_move_get (self->store, TAMBOUR_TYPE_VALUE_ENTRY, self->move->id, error);
  g_autofree char *reason = tambour_move_dup_text (self->move->text);

  if (entry == NULL)
    return FALSE;
  if (entry->state != TAMBOUR_VALUE_STATE_PROPOSED)
    return tambour_move_refuse (error, _("Only what is proposed can be rejected."));
  if (reason == NULL)
    return tambour_move_refuse (error, _("Say why the customer rejects it."));

  entry->state = TAMBOUR_VALUE_STATE_REJECTED;
  g_set_str (&entry->reason, reason);
  tambour_change_put (self->change, TAMBOUR_RECORD (entry));

  return TRUE;
}

static gboolean
withdraw (Making  *self,
          GError **error)
{
  g_autoptr(TambourValueEntry) entry = tambour_move_get (self->store, TAMBOUR_TYPE_VALUE_ENTRY, self->move->id, error);

  if (entry == NULL)
    return FALSE;
  if (entry->state == TAMBOUR_VALUE_STATE_DRAFT)
    return tambour_move_refuse (error, _("It is not proposed."));

  entry->state = TAMBOUR_VALUE_STATE_DRAFT;
  g_clear_pointer (&entry->reason, g_free);
  forget_acceptance (entry);
  tambour_change_put (self->change, TAMBOUR_RECORD (entry));

  return TRUE;
}

/* --- what the program computed ------------------------------------------------- */

static gboolean
compute (Making  *self,
         GError **error)
{
  g_autoptr(TambourValueLedger) ledger = tambour_value_ledger_load (self->store, self->move->account_id, (TambourDate) { 0 },
                                                                    (TambourDate) { 0 }, self->at, NULL, error);
  guint n = 0;

  if (ledger == NULL)
    return FALSE;

  for (guint i = 0; i < ledger->proposals->list->len; i++)
    {
      TambourValueProposal *proposal = g_ptr_array_index (ledger->proposals->list, i);

      if (!tambour_value_proposal_can_be_made (proposal) || (self->move->id != NULL && !g_str_equal (self->move->id, proposal->key)))
        continue;
      if (!check_single (self, proposal->entry, error))
        return FALSE;

      tambour_change_put (self->change, TAMBOUR_RECORD (proposal->entry));
      n++;
    }

  return n > 0 ? TRUE : tambour_move_refuse (error, _("There is nothing new to propose."));
}

/* --- rates --------------------------------------------------------------------- */

/* Letters and digits of what it is of: the code that entries name it by. */
static char *
dup_code (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autoptr(GString) code = g_string_new (NULL);

  for (const char *c = ascii; *c; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (code, g_ascii_tolower (*c));
      else if (code->len > 0 && code->str[code->len - 1] != '_')
        g_string_append_c (code, '_');
    }

  if (code->len > 0 && code->str[code->len - 1] == '_')
    g_string_truncate (code, code->len - 1);

  return g_string_free (g_steal_pointer (&code), FALSE);
}

static gboolean
check_rate (Making  *self,
            GError **error)
{
  const TambourValueMove *move = self->move;
  gboolean has_amount = move->amount.minor != TAMBOUR_NO_COUNT;
  g_autofree char *title = tambour_move_dup_text (move->title);

  if (title == NULL)
    return tambour_move_refuse (error, _("Say what the rate is of."));
  if (!has_amount && isnan (move->number))
    return tambour_move_refuse (error, _("Say how much was agreed."));
  if (has_amount ? move->amount.minor < 0 : move->number < 0)
    return tambour_move_refuse (error, _("A rate is not below zero."));
  if (!check_contact (self, error))
    return FALSE;
  if (tambour_date_is_stated (move->until) && move->until.julian < tambour_move_day (self->move->on, self->today).julian)
    return tambour_move_refuse (error, _("It lapses before it was agreed."));

  return TRUE;
}

/* A new agreement is a new record. */
static gboolean
agree (Making  *self,
       GError **error)
{
  g_autoptr(TambourRecord) contact = NULL;
  g_autoptr(TambourRate) rate = NULL;

  if (!check_rate (self, error) || !(contact = tambour_move_get (self->store, TAMBOUR_TYPE_CONTACT, self->move->contact_id, error)))
    return FALSE;

  rate = TAMBOUR_RATE (tambour_record_new (TAMBOUR_TYPE_RATE, NULL));
  g_set_str (&TAMBOUR_RECORD (rate)->account_id.id, self->move->account_id);
  rate->title = tambour_move_dup_text (self->move->title);
  rate->code = self->move->code && *self->move->code ? g_strdup (self->move->code) : dup_code (rate->title);
  rate->amount = self->move->amount;
  rate->number = self->move->number;
  rate->unit = tambour_move_dup_text (self->move->unit);
  rate->agreed_on = tambour_move_day (self->move->on, self->today);
  rate->valid_until = self->move->until;
  g_set_str (&rate->agreed_by_id.id, self->move->contact_id);
  g_set_str (&rate->agreed_by, TAMBOUR_CONTACT (contact)->name);
  if (*rate->code == '\0')
    return tambour_move_refuse (error, _("Say what the rate is of."));

  tambour_change_put (self->change, TAMBOUR_RECORD (rate));

  return TRUE;
}

static gboolean
make (Making  *self,
      GError **error)
{
  switch (self->move->kind)
    {
    case TAMBOUR_VALUE_MOVE_ACCEPT:
      return accept (self, error);
    case TAMBOUR_VALUE_MOVE_REJECT:
      return reject (self, error);
    case TAMBOUR_VALUE_MOVE_RATE:
      return agree (self, error);
    case TAMBOUR_VALUE_MOVE_PROPOSE:
      return propose (self, error);
    case TAMBOUR_VALUE_MOVE_WITHDRAW:
      return withdraw (self, error);
    case TAMBOUR_VALUE_MOVE_COMPUTE:
      return compute (self, error);
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tambour_value_move_fill:
 * @self: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, or another
 *
 * Puts what changes into @change. What a finished review counts is refused when the
 * change is committed, or taken back.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_value_move_fill (const TambourValueMove  *self,
                         TambourStore            *store,
                         TambourInstant           at,
                         TambourChange           *change,
                         GError                 **error)
{
  g_autoptr(TambourAccount) account = tambour_move_get (store, TAMBOUR_TYPE_ACCOUNT, self->account_id, error);
  g_autoptr(GTimeZone) zone = NULL;
  Making making = { self, store, at, { 0 }, NULL, change };

  if (account == NULL)
    return FALSE;

  making.zone = zone = tambour_account_dup_zone (account);
  making.today = tambour_zone_date_of (zone, at);

  return make (&making, error);
}
