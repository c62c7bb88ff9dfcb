/* tambour-ctl-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-lookup.h"
#include "tambour-value-ledger.h"
#include "tambour-value-moves.h"

static void
set_money (JsonObject   *object,
           const char   *name,
           TambourMoney  money)
{
  g_autofree char *text = money.minor == TAMBOUR_NO_COUNT ? NULL : tambour_money_dup_text (money);

  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
set_number (JsonObject *object,
            const char *name,
            double      number)
{
  if (isnan (number))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, number);
}

static void
set_date (JsonObject  *object,
          const char  *name,
          TambourDate  date)
{
  g_autofree char *text = tambour_date_dup_text (date);

  json_object_set_string_member (object, name, text ? text : "");
}

/* What counts, and what that is to the fee. */
static void
print_sum (TambourCtl               *ctl,
           const TambourValueLedger *ledger)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *from = tambour_date_dup_text (ledger->from);
  g_autofree char *to = tambour_date_dup_text (ledger->to);
  g_autofree char *counted = ledger->counted.minor == TAMBOUR_NO_COUNT ? g_strdup ("-") : tambour_money_dup_text (ledger->counted);
  g_autofree char *fee = ledger->fee.minor == TAMBOUR_NO_COUNT ? g_strdup ("-") : tambour_money_dup_text (ledger->fee);
  g_autofree char *text = g_strdup_printf ("counted\t%s..%s\t%s\tfee %s", from, to, counted, fee);

  json_object_set_string_member (object, "what", "sum");
  set_date (object, "from", ledger->from);
  set_date (object, "to", ledger->to);
  set_money (object, "counted", ledger->counted);
  set_money (object, "gross", ledger->gross);
  set_money (object, "counted_before", ledger->counted_before);
  set_money (object, "fee", ledger->fee);
  set_number (object, "ratio", ledger->ratio);
  set_number (object, "break_even", ledger->break_even);
  json_object_set_int_member (object, "waiting", ledger->waiting->len);
  tambour_ctl_print_object (ctl, object, text);
}

static void
print_entry (TambourCtl        *ctl,
             const char        *what,
             TambourValueEntry *entry,
             gint64             counted,
             const char        *reason)
{
  g_autoptr(JsonObject) object = json_object_new ();
  TambourMoney amount = entry->gross;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  amount.minor = counted;
  shown = counted == TAMBOUR_NO_COUNT ? g_strdup ("-") : tambour_money_dup_text (amount);
  text = g_strdup_printf ("%s\t%s\t%s\t%s", what, shown, entry->title ? entry->title : "", reason ? reason : "");
  json_object_set_string_member (object, "what", what);
  json_object_set_string_member (object, "id", TAMBOUR_RECORD (entry)->id);
  json_object_set_string_member (object, "title", entry->title ? entry->title : "");
  json_object_set_string_member (object, "class", tambour_choice_nick (TAMBOUR_TYPE_VALUE_CLASS, entry->class));
  set_money (object, "gross", entry->gross);
  set_number (object, "share", entry->share);
  set_money (object, "counted", amount);
  if (entry->formula != NULL)
    json_object_set_string_member (object, "formula", entry->formula);
  if (reason != NULL)
    json_object_set_string_member (object, "reason", reason);
  tambour_ctl_print_object (ctl, object, text);
}

static void
print_items (TambourCtl *ctl,
             const char *what,
             GPtrArray  *items,
             gboolean    counts)
{
  for (guint i = 0; i < items->len; i++)
    {
      TambourValueItem *item = g_ptr_array_index (items, i);

      print_entry (ctl, what, item->entry, counts ? item->counted : TAMBOUR_NO_COUNT, item->reason ? _(item->reason) : NULL);
    }
}

/* What the program computes and nobody recorded. */
static void
print_proposals (TambourCtl               *ctl,
                 const TambourValueLedger *ledger)
{
  for (guint i = 0; i < ledger->proposals->list->len; i++)
    {
      TambourValueProposal *proposal = g_ptr_array_index (ledger->proposals->list, i);
      gint64 counted = TAMBOUR_NO_COUNT;

      if (proposal->reason == NULL && !tambour_value_proposal_can_be_made (proposal))
        continue;
      if (proposal->reason == NULL)
        counted = tambour_value_take_share (proposal->entry->gross.minor, proposal->entry->share);
      print_entry (ctl, proposal->reason ? "not_computed" : "proposal", proposal->entry, counted, proposal->reason ? _(proposal->reason) : NULL);
    }
}

/* That there is nothing to propose is no failure. */
static gboolean
propose (TambourStore    *store,
         TambourAccount  *account,
         TambourInstant   at,
         GError         **error)
{
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), "Propose value");
  g_autoptr(TambourValueMove) move = tambour_value_move_new (TAMBOUR_VALUE_MOVE_COMPUTE, NULL, TAMBOUR_RECORD (account)->id);
  g_autoptr(TambourValueLedger) ledger = tambour_value_ledger_load (store, TAMBOUR_RECORD (account)->id, (TambourDate) { 0 },
                                                                    (TambourDate) { 0 }, at, NULL, error);

  if (ledger == NULL)
    return FALSE;
  if (tambour_value_ledger_count_proposals (ledger) == 0)
    return TRUE;

  return tambour_value_move_fill (move, store, at, change, error) && tambour_store_commit (store, change, error);
}

static TambourValueLedger *
work (TambourCtl    *ctl,
      TambourStore  *store,
      const char    *name,
      TambourDate   *period,
      gboolean       does_propose,
      GError       **error)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (store, name, error);
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };

  if (account == NULL || (does_propose && !propose (store, account, now, error)))
    return NULL;

  return tambour_value_ledger_load (store, TAMBOUR_RECORD (account)->id, period[0], period[1], now, ctl->cancellable, error);
}

static gboolean
parse_period (const char  *text,
              TambourDate *period)
{
  g_auto(GStrv) ends = g_strsplit (text, "..", 2);

  return g_strv_length (ends) == 2 && tambour_date_parse (ends[0], &period[0]) && tambour_date_parse (ends[1], &period[1]) &&
         period[0].julian < period[1].julian;
}

/**
 * tambour_ctl_value:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `value ACCOUNT [--period FROM..TO] [--propose] [--json]`; TO is the day after the last one
 *
 * Prints what the agreement was worth, what awaits acceptance, what does not count and why,
 * and what could be proposed; with --propose, that is recorded first.
 *
 * Returns: the exit status
 */
int
tambour_ctl_value (TambourCtl  *ctl,
                   int          argc,
                   char       **argv)
{
  g_autofree char *words = NULL;
  gboolean does_propose = FALSE;
  const GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_STRING, &words, N_("First day, and the day after the last one (the agreement year by default)"), "FROM..TO" },
    { "propose", 0, 0, G_OPTION_ARG_NONE, &does_propose, N_("Record what can be computed, for the customer to accept"), NULL },
    { NULL }
  };
  TambourDate period[2] = { { 0 }, { 0 } };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourValueLedger) ledger = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "value ACCOUNT", _("Shows what an agreement was worth."), entries, &argc, &argv, 1, 1, &status))
    return status;
  if (words != NULL && !parse_period (words, period))
    return tambour_ctl_misuse (ctl, _("--period takes two days such as 2025-12-01..2026-12-01, not “%s”"), words);
  if (!(store = tambour_ctl_open (ctl, does_propose ? TAMBOUR_STORE_OPEN : TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  ledger = work (ctl, store, argv[1], period, does_propose, &error);
  tambour_store_close (store);
  if (ledger == NULL)
    return tambour_ctl_fail (ctl, error);

  print_sum (ctl, ledger);
  print_items (ctl, "accepted", ledger->accepted, TRUE);
  print_items (ctl, "waiting", ledger->waiting, TRUE);
  print_items (ctl, "not_counted", ledger->not_counted, FALSE);
  print_proposals (ctl, ledger);

  return TAMBOUR_CTL_DONE;
}
