/* tambour-value-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-value-text.h"

#include "tambour-account-text.h"
#include "tambour-amount.h"
#include "tambour-choice-words.h"
#include "tambour-value-formula-text.h"
#include "tambour-when.h"

/* What the value ledger of an account says. */

/* Puts one fact behind another. */
static void
add_fact (GString    *line,
          const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
}

static char *
take_line (GString **line)
{
  return g_string_free (g_steal_pointer (line), FALSE);
}

/* --- the facts at the head -------------------------------------------------- */

/**
 * tambour_value_text_amount:
 * @money: an amount, or none
 *
 * Returns: (transfer full): it in whole units, or a dash
 */
char *
tambour_value_text_amount (TambourMoney money)
{
  return money.minor == TAMBOUR_NO_COUNT ? g_strdup ("–") : tambour_amount_money_whole (money);
}

/**
 * tambour_value_text_period:
 * @from: the first day
 * @to: the day after the last one
 * @today: the day that is today
 *
 * Returns: (transfer full): the period
 */
char *
tambour_value_text_period (TambourDate from,
                           TambourDate to,
                           TambourDate today)
{
  g_autofree char *first = tambour_when_date (from, today);
  g_autofree char *last = tambour_when_date ((TambourDate) { to.julian - 1 }, today);

  /* Translators: the first and the last day of a period */
  return g_strdup_printf (_("%1$s – %2$s"), first, last);
}

/**
 * tambour_value_text_year:
 * @ledger: a ledger
 *
 * Returns: (transfer full): the agreement year
 */
char *
tambour_value_text_year (const TambourValueLedger *ledger)
{
  return tambour_value_text_period (ledger->from, ledger->to, ledger->today);
}

/**
 * tambour_value_text_counted:
 * @ledger: a ledger
 *
 * Returns: (transfer full): what the value that counts stands on
 */
char *
tambour_value_text_counted (const TambourValueLedger *ledger)
{
  g_autofree char *gross = NULL;

  if (ledger->counted.minor == TAMBOUR_NO_COUNT)
    return g_strdup (_("nothing is accepted yet"));

  gross = tambour_amount_money_whole (ledger->gross);

  /* Translators: %d is how many lines count, %s an amount before the shares are taken */
  return g_strdup_printf (ngettext ("%1$d line, %2$s gross", "%1$d lines, %2$s gross", ledger->accepted->len),
                          (int) ledger->accepted->len, gross);
}

/**
 * tambour_value_text_before:
 * @ledger: a ledger
 *
 * Returns: (transfer full): what the year before was worth at the rates of today
 */
char *
tambour_value_text_before (const TambourValueLedger *ledger)
{
  g_autofree char *amount = NULL;

  if (ledger->counted_before.minor == TAMBOUR_NO_COUNT)
    return g_strdup (_("none the year before"));

  amount = tambour_amount_money_whole (ledger->counted_before);

  /* Translators: %s is an amount of money */
  return g_strdup_printf (_("%s the year before"), amount);
}

/**
 * tambour_value_text_waiting:
 * @ledger: a ledger
 *
 * Returns: (transfer full): what awaits acceptance, one sum of each currency
 */
char *
tambour_value_text_waiting (const TambourValueLedger *ledger)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < ledger->waiting_sums->len; i++)
    {
      g_autofree char *sum = tambour_amount_money_whole (g_array_index (ledger->waiting_sums, TambourMoney, i));

      add_fact (line, sum);
    }

  return line->len > 0 ? g_strdup (line->str) : g_strdup ("–");
}

/**
 * tambour_value_text_n_waiting:
 * @ledger: a ledger
 *
 * Returns: (transfer full): how many entries wait
 */
char *
tambour_value_text_n_waiting (const TambourValueLedger *ledger)
{
  if (ledger->waiting->len == 0)
    return g_strdup (_("nothing is proposed"));

  return g_strdup_printf (ngettext ("%d entry, not counted", "%d entries, not counted", ledger->waiting->len), (int) ledger->waiting->len);
}

/**
 * tambour_value_text_ratio:
 * @ledger: a ledger
 *
 * Returns: (transfer full): how many times the fee came back
 */
char *
tambour_value_text_ratio (const TambourValueLedger *ledger)
{
  g_autofree char *number = NULL;

  if (isnan (ledger->ratio))
    return g_strdup ("–");

  number = tambour_amount_number (floor (ledger->ratio * 100 + .5) / 100);

  /* Translators: how many times something is contained, such as "1.5 ×" */
  return g_strdup_printf (_("%s ×"), number);
}

/**
 * tambour_value_text_break_even:
 * @ledger: a ledger
 *
 * Returns: (transfer full): what the break-even share means (METRICS.md M62)
 */
char *
tambour_value_text_break_even (const TambourValueLedger *ledger)
{
  if (isnan (ledger->break_even))
    return g_strdup (_("no shared effect counts"));
  if (ledger->break_even <= 0)
    return g_strdup (_("covered without shared effects"));
  if (ledger->break_even > 1)
    return g_strdup (_("not covered"));

  return g_strdup (_("of shared effects pay the fee"));
}

/* --- lines ------------------------------------------------------------------- */

/**
 * tambour_value_text_share:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): of what it counts a share
 */
char *
tambour_value_text_share (TambourValueEntry *entry)
{
  g_autofree char *share = NULL;
  g_autofree char *gross = NULL;

  if (isnan (entry->share) || entry->share >= 1 || entry->gross.minor == TAMBOUR_NO_COUNT)
    return NULL;

  share = tambour_account_text_percent (entry->share);
  gross = tambour_amount_money_whole (entry->gross);

  /* Translators: a share of an amount: "50% of €22,000" */
  return g_strdup_printf (_("%1$s of %2$s"), share, gross);
}

static char *
say_accepted (const TambourValueItem   *item,
              const TambourValueLedger *ledger)
{
  g_autofree char *day = NULL;

  if (!tambour_instant_is_stated (item->entry->accepted_at))
    /* Translators: %s is a person */
    return item->contact ? g_strdup_printf (_("accepted by %s"), item->contact) : NULL;

  day = tambour_when_date (tambour_zone_date_of (ledger->zone, item->entry->accepted_at), ledger->today);

  /* Translators: %1$s is a person, %2$s a day such as "3 Nov" */
  return item->contact ? g_strdup_printf (_("accepted by %1$s, %2$s"), item->contact, day)
                       : g_strdup_printf (_("accepted %s"), day);
}

static char *
write_number (double value,
              guint  decimals)
{
  return tambour_amount_number (value);
}

/* By the person's locale, as all amounts of the window. */
static void
add_formula (GString           *line,
             TambourValueEntry *entry)
{
  static const TambourFormulaWords words = { write_number, tambour_amount_money };
  g_autofree char *formula = tambour_value_write_formula (entry->formula, &words);

  add_fact (line, formula);
}

/**
 * tambour_value_text_item:
 * @item: a line
 * @ledger: what it is a part of
 *
 * Returns: (transfer full): who accepted it, and how it was computed
 */
char *
tambour_value_text_item (const TambourValueItem   *item,
                         const TambourValueLedger *ledger)
{
  g_autofree char *accepted = item->entry->state == TAMBOUR_VALUE_STATE_ACCEPTED ? say_accepted (item, ledger) : NULL;
  GString *line = g_string_new (NULL);

  add_fact (line, accepted);
  add_formula (line, item->entry);
  if (line->len == 0)
    add_fact (line, _(tambour_choice_get_words (TAMBOUR_TYPE_VALUE_CLASS, item->entry->class)));
  if (item->entry->confidence != NULL && accepted == NULL)
    add_fact (line, item->entry->confidence);

  return take_line (&line);
}

/**
 * tambour_value_text_reason:
 * @item: a line that does not count
 *
 * Returns: (transfer full): why
 */
char *
tambour_value_text_reason (const TambourValueItem *item)
{
  const char *reason = item->reason ? _(item->reason) : "";

  if (item->entry->state != TAMBOUR_VALUE_STATE_REJECTED || item->entry->reason == NULL)
    return g_strdup (reason);

  /* Translators: that the customer rejected it, and the reason */
  return g_strdup_printf (_("%1$s: %2$s"), reason, item->entry->reason);
}

/**
 * tambour_value_text_proposal:
 * @proposal: a proposal
 *
 * Returns: (transfer full): how it is computed, or why it is not
 */
char *
tambour_value_text_proposal (const TambourValueProposal *proposal)
{
  GString *line = NULL;

  if (proposal->reason != NULL && proposal->rate == NULL)
    return g_strdup (_(proposal->reason));
  if (proposal->rate != NULL)
    /* Translators: why something cannot be counted, and the rate that is missing */
    return g_strdup_printf (_("%1$s: %2$s"), _(proposal->reason), tambour_value_text_rate_title (proposal->rate));

  line = g_string_new (NULL);
  add_formula (line, proposal->entry);
  add_fact (line, proposal->entry->evidence);

  return take_line (&line);
}

/* --- rates ------------------------------------------------------------------- */

static const struct
{
  const char *code;
  const char *title;
  gboolean    is_hours;
} known_rates[TAMBOUR_VALUE_N_RATES] = {
  { TAMBOUR_RATE_OUTAGE_HOUR, N_("Outage hour"), FALSE },
  { TAMBOUR_RATE_STAFF_HOUR, N_("Staff hour"), FALSE },
  { TAMBOUR_RATE_HOURS_PER_CASE, N_("Staff time per case"), TRUE },
  { TAMBOUR_RATE_HOURS_PER_DEVICE, N_("Clean-up per device"), TRUE },
  { TAMBOUR_RATE_HOURS_PER_KNOWN_ISSUE, N_("Outage per known issue"), TRUE },
  { TAMBOUR_RATE_RESTORE_HOURS, N_("Time to restore"), TRUE },
};

/**
 * tambour_value_text_rate_code:
 * @position: which of the rates that the program computes with
 * @is_hours: (out) (optional): whether it is a number of hours, not an amount
 *
 * Returns: (transfer none): its code
 */
const char *
tambour_value_text_rate_code (guint     position,
                              gboolean *is_hours)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (known_rates), NULL);

  if (is_hours != NULL)
    *is_hours = known_rates[position].is_hours;

  return known_rates[position].code;
}

/**
 * tambour_value_text_rate_title:
 * @code: of a rate
 *
 * Returns: (transfer none): what it is of
 */
const char *
tambour_value_text_rate_title (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_rates); i++)
    if (g_strcmp0 (known_rates[i].code, code) == 0)
      return _(known_rates[i].title);

  return code;
}

/**
 * tambour_value_text_rate:
 * @rate: a rate
 * @ledger: what it is a part of
 *
 * Returns: (transfer full): who agreed and when, and until when that holds
 */
char *
tambour_value_text_rate (const TambourValueRate   *rate,
                         const TambourValueLedger *ledger)
{
  g_autofree char *day = tambour_when_date (rate->rate->agreed_on, ledger->today);
  g_autofree char *agreed = NULL;
  g_autofree char *until = NULL;
  g_autofree char *earlier = NULL;
  GString *line = g_string_new (NULL);

  if (!rate->is_agreed && rate->rate->valid_until.julian != 0 && rate->rate->valid_until.julian < ledger->today.julian)
    agreed = g_strdup (_("no longer valid"));
  else if (!rate->is_agreed)
    agreed = g_strdup (_("nobody agreed: it does not count"));
  else
    /* Translators: a person, or what was agreed from, and a day such as "3 Nov" */
    agreed = g_strdup_printf (_("agreed by %1$s, %2$s"), rate->contact ? rate->contact : "", day);

  add_fact (line, agreed);
  if (tambour_date_is_stated (rate->rate->valid_until))
    {
      g_autofree char *last = tambour_when_date (rate->rate->valid_until, ledger->today);

      /* Translators: %s is a day such as "31 Dec" */
      until = g_strdup_printf (_("until %s"), last);
    }
  add_fact (line, until);
  if (rate->n_earlier > 0)
    earlier = g_strdup_printf (ngettext ("%d agreement before", "%d agreements before", rate->n_earlier), (int) rate->n_earlier);
  add_fact (line, earlier);

  return take_line (&line);
}

/**
 * tambour_value_text_rate_end:
 * @rate: a rate
 *
 * Returns: (transfer full): how much it is
 */
char *
tambour_value_text_rate_end (TambourRate *rate)
{
  g_autofree char *number = NULL;

  if (rate->amount.minor != TAMBOUR_NO_COUNT)
    return rate->amount.minor % 100 == 0 ? tambour_amount_money_whole (rate->amount) : tambour_amount_money (rate->amount);

  number = tambour_amount_number (rate->number);

  /* Translators: a number and its unit: "2.5 h" */
  return rate->unit && *rate->unit ? g_strdup_printf (_("%1$s %2$s"), number, rate->unit) : g_steal_pointer (&number);
}

/* --- what comes, and what was --------------------------------------------------- */

/**
 * tambour_value_text_report:
 * @report: a review that was made
 * @ledger: what it is a part of
 *
 * Returns: (transfer full): its period, and how it stands
 */
char *
tambour_value_text_report (TambourReport            *report,
                           const TambourValueLedger *ledger)
{
  g_autofree char *period = tambour_value_text_period (report->period_from, (TambourDate) { report->period_to.julian + 1 }, ledger->today);
  GString *line = g_string_new (NULL);

  add_fact (line, period);
  add_fact (line, _(tambour_choice_get_words (TAMBOUR_TYPE_REPORT_STATE, report->state)));

  return take_line (&line);
}

/**
 * tambour_value_text_satisfaction:
 * @ledger: a ledger
 * @remark: (out) (transfer full): how many answered, of how many that were asked
 *
 * Returns: (transfer full): the mean of what they answered (METRICS.md M16)
 */
char *
tambour_value_text_satisfaction (const TambourValueLedger  *ledger,
                                 char                     **remark)
{
  TambourFact *mean = ledger->proposals->facts->service.satisfaction;
  TambourFact *replies = ledger->proposals->facts->service.survey_replies;
  g_autofree char *number = NULL;

  if (isnan (mean->now.value) || replies->now.of <= 0)
    {
      *remark = g_strdup (_("nobody was asked, or nobody answered"));
      return g_strdup (_("No answers yet"));
    }

  /* Translators: how many answered, of how many that were asked */
  *remark = g_strdup_printf (ngettext ("%1$d of %2$d answered in 12 months", "%1$d of %2$d answered in 12 months", (int) replies->now.of),
                             (int) replies->now.n, (int) replies->now.of);

  number = tambour_amount_number (floor (mean->now.value * 10 + .5) / 10);

  /* Translators: %s is the mean of what people answered, such as 4.2 */
  return g_strdup_printf (_("%s on average"), number);
}
