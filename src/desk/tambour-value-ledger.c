/* tambour-value-ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-ledger-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-people.h"

static void
reading_clear (TambourValueReading *self)
{
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourValueReading, reading_clear)

static void
item_free (TambourValueItem *item)
{
  g_clear_object (&item->entry);
  g_clear_pointer (&item->contact, g_free);
  g_free (item);
}

static void
rate_free (TambourValueRate *rate)
{
  g_clear_object (&rate->rate);
  g_clear_pointer (&rate->contact, g_free);
  g_free (rate);
}

/**
 * tambour_value_ledger_free:
 * @self: (transfer full): a ledger
 */
void
tambour_value_ledger_free (TambourValueLedger *self)
{
  GPtrArray **lists[] = { &self->waiting, &self->accepted, &self->not_counted, &self->rates, &self->reports };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);

  g_clear_pointer (&self->waiting_sums, g_array_unref);
  g_clear_pointer (&self->proposals, tambour_value_proposals_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->account);
  g_clear_object (&self->agreement);
  g_clear_object (&self->review);
  g_free (self);
}

static TambourMoney
money (const TambourValueLedger *self,
       gint64                    minor)
{
  TambourMoney amount = { .minor = minor };

  g_strlcpy (amount.currency, self->currency, sizeof amount.currency);

  return amount;
}

/* --- the year -------------------------------------------------------------- */

static TambourAgreement *
find_agreement (GPtrArray   *agreements,
                TambourDate  day)
{
  TambourAgreement *found = NULL;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);

      if (tambour_date_is_stated (agreement->start) && agreement->start.julian <= day.julian &&
          (found == NULL || agreement->start.julian >= found->start.julian))
        found = agreement;
    }

  return found;
}

/* The same day of the year after. */
static TambourDate
year_after (TambourDate day)
{
  int year, month, date;

  tambour_date_split (day, &year, &month, &date);
  if (month == 2 && date == 29 && !g_date_is_leap_year (year + 1))
    {
      month = 3;
      date = 1;
    }

  return tambour_date_new (year + 1, month, date);
}

/**
 * tambour_value_ledger_find_year:
 * @agreements: (element-type TambourAgreement): of an account
 * @today: the day that is today
 * @from: (out): the first day
 * @to: (out): the day after the last one
 *
 * Finds the agreement year that today is in: of an agreement over several years, that
 * from one anniversary to the next; of one that is over, its last one. Without an
 * agreement, the twelve months that end today.
 *
 * Returns: whether there is an agreement
 */
gboolean
tambour_value_ledger_find_year (GPtrArray   *agreements,
                                TambourDate  today,
                                TambourDate *from,
                                TambourDate *to)
{
  TambourAgreement *agreement = find_agreement (agreements, today);
  TambourDate end;

  if (agreement == NULL)
    {
      to->julian = today.julian + 1;
      *from = tambour_value_year_before (*to);
      return FALSE;
    }

  end.julian = tambour_date_is_stated (agreement->end) ? agreement->end.julian + 1 : G_MAXUINT32;
  *from = agreement->start;
  *to = year_after (*from);
  while (to->julian <= today.julian && to->julian < end.julian)
    {
      *from = *to;
      *to = year_after (*from);
    }
  to->julian = MIN (to->julian, end.julian);

  return TRUE;
}

static TambourValueFrame
new_frame (TambourValueReading *self,
           TambourDate          from,
           TambourDate          to,
           gboolean             is_earlier)
{
  TambourValueLedger *ledger = self->ledger;
  TambourDate first = { 0 };

  for (guint i = 0; i < self->agreements->len; i++)
    {
      TambourDate start = ((TambourAgreement *) g_ptr_array_index (self->agreements, i))->start;

      if (tambour_date_is_stated (start) && (first.julian == 0 || start.julian < first.julian))
        first = start;
    }

  return (TambourValueFrame) {
    .from = from,
    .to = to,
    .start = tambour_zone_start_of_day (ledger->zone, from),
    .end = tambour_zone_start_of_day (ledger->zone, to),
    .as_of = ledger->at,
    .today = ledger->today,
    .currency = ledger->currency,
    .first_year = first.julian != 0 && first.julian >= ledger->from.julian,
    .is_earlier = is_earlier,
  };
}

/* --- the lines -------------------------------------------------------------- */

/* As the store refuses it. */
static gboolean
is_held (TambourValueReading *self,
         TambourValueEntry   *entry)
{
  TambourDate day = tambour_instant_is_stated (entry->accepted_at) ? tambour_zone_date_of (self->ledger->zone, entry->accepted_at)
                                                                   : entry->on;

  if (entry->state != TAMBOUR_VALUE_STATE_ACCEPTED)
    return FALSE;

  for (guint i = 0; i < self->ledger->reports->len; i++)
    {
      TambourReport *report = g_ptr_array_index (self->ledger->reports, i);

      if (report->state == TAMBOUR_REPORT_STATE_FINAL && day.julian >= report->period_from.julian && day.julian <= report->period_to.julian &&
          (!tambour_instant_is_stated (report->as_of) || !tambour_instant_is_stated (entry->accepted_at) ||
           report->as_of.seconds >= entry->accepted_at.seconds))
        return TRUE;
    }

  return FALSE;
}

static TambourValueItem *
new_item (TambourValueReading *self,
          TambourValueEntry   *entry,
          gint64               gross,
          const char          *reason)
{
  TambourValueItem *item = g_new0 (TambourValueItem, 1);
  gboolean has_share = !isnan (entry->share);

  item->entry = g_object_ref (entry);
  item->gross = gross;
  item->counted = gross == TAMBOUR_NO_COUNT || !has_share ? TAMBOUR_NO_COUNT : tambour_value_take_share (gross, entry->share);
  item->reason = reason;
  item->is_held = is_held (self, entry);
  if (entry->accepted_by_id.id != NULL)
    item->contact = g_strdup (g_hash_table_lookup (self->names, entry->accepted_by_id.id));

  return item;
}

static void
add_waiting_sum (TambourValueLedger     *self,
                 const TambourValueItem *item)
{
  TambourMoney amount = item->entry->gross;

  if (item->counted == TAMBOUR_NO_COUNT)
    return;

  amount.minor = item->counted;
  for (guint i = 0; i < self->waiting_sums->len; i++)
    {
      TambourMoney *sum = &g_array_index (self->waiting_sums, TambourMoney, i);

      if (g_str_equal (sum->currency, amount.currency))
        {
          sum->minor += amount.minor;
          return;
        }
    }

  g_array_append_val (self->waiting_sums, amount);
}

/* Waits for the customer; of whatever year: it counts in that in which it is accepted. */
static gboolean
is_waiting (TambourValueEntry *entry)
{
  return entry->state == TAMBOUR_VALUE_STATE_PROPOSED && entry->class != TAMBOUR_VALUE_CLASS_UNQUANTIFIED;
}

static void
add_other (TambourValueReading     *self,
           TambourValueEntry       *entry,
           const TambourValueFrame *frame)
{
  TambourValueLedger *ledger = self->ledger;
  gboolean is_of_year = entry->on.julian >= frame->from.julian && entry->on.julian < frame->to.julian;

  if (is_waiting (entry) && entry->on.julian < frame->to.julian)
    {
      g_ptr_array_add (ledger->waiting, new_item (self, entry, entry->gross.minor, N_("Awaiting acceptance")));
      add_waiting_sum (ledger, g_ptr_array_index (ledger->waiting, ledger->waiting->len - 1));
    }
  else if (is_of_year)
    {
      const char *reason = entry->state == TAMBOUR_VALUE_STATE_DRAFT && entry->class != TAMBOUR_VALUE_CLASS_UNQUANTIFIED
                             ? N_("Not proposed to the customer")
                             : tambour_value_waiting_reason (entry, frame);

      g_ptr_array_add (ledger->not_counted, new_item (self, entry, entry->gross.minor, reason));
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TambourValueItem *first = *(TambourValueItem * const *) a;
  const TambourValueItem *second = *(TambourValueItem * const *) b;

  if (first->counted != second->counted)
    return first->counted < second->counted ? 1 : -1;

  return strcmp (TAMBOUR_RECORD (first->entry)->id, TAMBOUR_RECORD (second->entry)->id);
}

/* Sums up what counts; without an amount if nothing does. */
static TambourMoney
sum_up (const TambourValueLedger *self,
        GArray                   *counts,
        gboolean                  is_gross)
{
  TambourMoney sum = money (self, TAMBOUR_NO_COUNT);

  for (guint i = 0; i < counts->len; i++)
    {
      TambourValueCount *count = &g_array_index (counts, TambourValueCount, i);

      if (count->refusal == NULL)
        sum.minor = (sum.minor == TAMBOUR_NO_COUNT ? 0 : sum.minor) + (is_gross ? count->gross : count->counted);
    }

  return sum;
}

static void
add_lines (TambourValueReading *self)
{
  TambourValueLedger *ledger = self->ledger;
  TambourValueFrame frame = new_frame (self, ledger->from, ledger->to, FALSE);
  TambourValueFrame earlier = new_frame (self, tambour_value_year_before (ledger->from), tambour_value_year_before (ledger->to), TRUE);
  g_autoptr(GArray) counts = tambour_value_count (self->entries, self->rates, &frame);
  g_autoptr(GArray) before = tambour_value_count (self->entries, self->rates, &earlier);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      TambourValueCount *count = &g_array_index (counts, TambourValueCount, i);
      gint64 gross = count->refusal ? count->entry->gross.minor : count->gross;

      g_ptr_array_add (count->refusal ? ledger->not_counted : ledger->accepted, new_item (self, count->entry, gross, count->refusal));
      g_hash_table_add (seen, count->entry);
    }

  for (guint i = 0; i < self->entries->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (self->entries, i)))
      add_other (self, g_ptr_array_index (self->entries, i), &frame);

  g_ptr_array_sort (ledger->accepted, compare_items);
  g_ptr_array_sort (ledger->waiting, compare_items);
  ledger->counted = sum_up (ledger, counts, FALSE);
  ledger->gross = sum_up (ledger, counts, TRUE);
  ledger->counted_before = sum_up (ledger, before, FALSE);
}

/* What value is to the fee (METRICS.md M62). */
static void
compare_with_fee (TambourValueReading *self)
{
  TambourValueLedger *ledger = self->ledger;
  double fee = tambour_value_sum_fee (self->agreements, ledger->currency, ledger->from, ledger->to);
  double full = 0, shared = 0;

  ledger->fee = money (ledger, isnan (fee) ? TAMBOUR_NO_COUNT : (gint64) floor (fee + .5));
  ledger->ratio = ledger->break_even = NAN;
  if (!(fee > 0) || ledger->counted.minor == TAMBOUR_NO_COUNT)
    return;

  for (guint i = 0; i < ledger->accepted->len; i++)
    {
      TambourValueItem *item = g_ptr_array_index (ledger->accepted, i);

      *(item->entry->share < 1 ? &shared : &full) += item->gross;
    }

  ledger->ratio = ledger->counted.minor / fee;
  ledger->break_even = tambour_value_break_even (fee, full, shared);
}

static gboolean
read_names (TambourValueReading  *self,
            GError              **error)
{
  g_autoptr(GPtrArray) contacts = tambour_account_reading_list (self->reading, TAMBOUR_TYPE_CONTACT, NULL, error);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; contacts && i < contacts->len; i++)
    {
      TambourContact *contact = g_ptr_array_index (contacts, i);

      g_hash_table_insert (self->names, g_strdup (TAMBOUR_RECORD (contact)->id), g_strdup (contact->name));
    }

  return contacts != NULL;
}

static gboolean
read_all (TambourValueReading  *self,
          GError              **error)
{
  const TambourAccountReading *reading = self->reading;

  return (self->agreements = tambour_account_reading_list (reading, TAMBOUR_TYPE_AGREEMENT, NULL, error)) &&
         (self->entries = tambour_value_list_by_id (reading, TAMBOUR_TYPE_VALUE_ENTRY, error)) &&
         (self->rates = tambour_value_list_by_id (reading, TAMBOUR_TYPE_RATE, error)) &&
         (self->ledger->reports = tambour_account_reading_page (reading, TAMBOUR_TYPE_REPORT, NULL, "period_from", TRUE, -1, error)) &&
         read_names (self, error) && tambour_value_reading_add_review (self, error) && tambour_value_reading_count_unready (self, error);
}

static gboolean
begin (TambourValueLedger           *self,
       const TambourAccountReading  *reading,
       GError                      **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);

  if (!(self->account = (TambourAccount *) tambour_store_get (reading->store, klass, reading->account_id, error)))
    return FALSE;

  self->at = reading->at;
  self->zone = tambour_account_dup_zone (self->account);
  self->today = tambour_zone_date_of (self->zone, self->at);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->accepted = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->not_counted = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->rates = g_ptr_array_new_with_free_func ((GDestroyNotify) rate_free);
  self->waiting_sums = g_array_new (FALSE, FALSE, sizeof (TambourMoney));

  return TRUE;
}

static void
set_year (TambourValueReading *self,
          TambourDate          from,
          TambourDate          to)
{
  TambourValueLedger *ledger = self->ledger;
  TambourAgreement *agreement = NULL;
  TambourDate last;

  if (tambour_date_is_stated (from))
    {
      ledger->from = from;
      ledger->to = to;
    }
  else
    tambour_value_ledger_find_year (self->agreements, ledger->today, &ledger->from, &ledger->to);

  last.julian = ledger->to.julian - 1;
  agreement = find_agreement (self->agreements, last);
  if (agreement != NULL && (!tambour_date_is_stated (agreement->end) || agreement->end.julian >= last.julian))
    g_set_object (&ledger->agreement, agreement);
  g_strlcpy (ledger->currency, tambour_value_get_currency (ledger->agreement, ledger->account), sizeof ledger->currency);
}

/**
 * tambour_value_ledger_load:
 * @store: a store
 * @account_id: an account
 * @from: the first day of a period, not stated for the agreement year of today
 * @to: the day after its last one
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what the agreement was worth, and what the program
 *   proposes for it
 */
TambourValueLedger *
tambour_value_ledger_load (TambourStore    *store,
                           const char      *account_id,
                           TambourDate      from,
                           TambourDate      to,
                           TambourInstant   at,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(TambourValueLedger) self = g_new0 (TambourValueLedger, 1);
  const TambourAccountReading account = { store, cancellable, account_id, at };
  g_auto(TambourValueReading) reading = { .ledger = self, .reading = &account };

  if (!begin (self, &account, error) || !read_all (&reading, error))
    return NULL;

  set_year (&reading, from, to);
  add_lines (&reading);
  compare_with_fee (&reading);
  tambour_value_reading_add_rates (&reading);
  self->proposals = tambour_value_proposals_load (&account, self->from, self->to, error);

  return self->proposals ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_value_ledger_count_proposals:
 * @self: a ledger
 *
 * Returns: how many entries could be proposed now
 */
guint
tambour_value_ledger_count_proposals (const TambourValueLedger *self)
{
  guint n = 0;

  for (guint i = 0; i < self->proposals->list->len; i++)
    n += tambour_value_proposal_can_be_made (g_ptr_array_index (self->proposals->list, i));

  return n;
}
