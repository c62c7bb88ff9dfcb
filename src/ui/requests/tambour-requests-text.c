/* tambour-requests-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-requests-text.h"

#include "tambour-amount.h"
#include "tambour-roadmap-text.h"
#include "tambour-today-text.h"
#include "tambour-when.h"

/* So many accounts are told by name in a tooltip. */
#define MAX_NAMES 8

/**
 * tambour_requests_text_title:
 * @line: a request
 *
 * Returns: (transfer full): what it is called, in one line
 */
char *
tambour_requests_text_title (const TambourRequestLine *line)
{
  char *title = g_strdup (line->request->title ? line->request->title : "");

  return g_strdelimit (title, "\n", ' ');
}

/**
 * tambour_requests_text_accounts:
 * @n_accounts: how many accounts ask
 *
 * Returns: (transfer full): that in words
 */
char *
tambour_requests_text_accounts (guint n_accounts)
{
  return n_accounts > 0 ? g_strdup_printf (ngettext ("%d account", "%d accounts", n_accounts), (int) n_accounts)
                        : g_strdup (_("no account asks"));
}

static char *
say_news (const TambourRequestLine *line,
          TambourDate               today)
{
  g_autofree char *day = tambour_when_date (line->news_on, today);

  if (!tambour_date_is_stated (line->news_on))
    return NULL;
  if (line->news_on.julian == today.julian)
    return g_strdup (_("news today"));

  /* Translators: %s is a day such as "18 Nov", when something happened to a request last */
  return g_strdup_printf (_("last news %s"), day);
}

/**
 * tambour_requests_text_line:
 * @line: a request
 * @today: the day that is today
 *
 * Returns: (transfer full): its number, who asks for it, and when something happened last
 */
char *
tambour_requests_text_line (const TambourRequestLine *line,
                            TambourDate               today)
{
  g_autofree char *accounts = tambour_requests_text_accounts (line->askers->len);
  g_autofree char *number = line->n_votes > 0 ? tambour_when_number (line->n_votes) : NULL;
  g_autofree char *votes = NULL;
  g_autofree char *news = say_news (line, today);
  const char *external_id = TAMBOUR_RECORD (line->request)->external_id;

  if (number != NULL)
    /* Translators: %s is how often people voted for a request */
    votes = g_strdup_printf (ngettext ("%s vote", "%s votes", (gulong) line->n_votes), number);

  return tambour_today_text_join (external_id ? external_id : "", accounts, votes ? votes : "", news ? news : "", NULL);
}

/**
 * tambour_requests_text_state:
 * @line: a request
 *
 * Returns: (transfer full): how far it is, and for when it is planned
 */
char *
tambour_requests_text_state (const TambourRequestLine *line)
{
  const char *step = tambour_roadmap_text_step (line->request->status);
  const char *release = line->request->target_release;

  if (line->group != TAMBOUR_REQUEST_GROUP_ANSWERED || release == NULL || *release == '\0')
    return g_strdup (step);

  /* Translators: how far a request is, and for when: "Planned, Q1 2027" */
  return g_strdup_printf (_("%1$s, %2$s"), step, release);
}

static char *
say_factors (const TambourRequestAsker *asker)
{
  /* Translators: the value of a request, times the need for it: "7 × 8" */
  return g_strdup_printf (_("%1$d × %2$d"), asker->weight.value, asker->weight.need);
}

/**
 * tambour_requests_text_factors:
 * @line: a request
 *
 * Returns: (transfer full): what its weight is the sum of, as far as there is room
 */
char *
tambour_requests_text_factors (const TambourRequestLine *line)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (line->askers->len == 0)
    return g_strdup ("");

  first = say_factors (g_ptr_array_index (line->askers, 0));
  if (line->askers->len == 1)
    return g_steal_pointer (&first);
  if (line->askers->len > 2)
    /* Translators: %1$s is such as "7 × 8", %2$d how many more of that kind are added to it */
    return g_strdup_printf (_("%1$s + %2$d more"), first, (int) line->askers->len - 1);

  second = say_factors (g_ptr_array_index (line->askers, 1));

  /* Translators: each is such as "7 × 8" */
  return g_strdup_printf (_("%1$s + %2$s"), first, second);
}

/**
 * tambour_requests_text_weight:
 * @line: a request
 *
 * Returns: (transfer full): its weight, and what each account adds to it
 */
char *
tambour_requests_text_weight (const TambourRequestLine *line)
{
  GString *text = g_string_new (NULL);

  if (line->askers->len == 0)
    g_string_append (text, _("Weight 0: no account is quoted yet"));
  else
    /* Translators: %d is a number; the weight of a request over all accounts */
    g_string_append_printf (text, _("Weight %d: value × need of each account, added up"), line->weight);

  for (guint i = 0; i < MIN (line->askers->len, MAX_NAMES); i++)
    {
      const TambourRequestAsker *asker = g_ptr_array_index (line->askers, i);

      g_string_append_c (text, '\n');
      /* Translators: an account, the value and the need of it, and both multiplied: "Acme: 7 × 8 = 56" */
      g_string_append_printf (text, _("%1$s: %2$d × %3$d = %4$d"), asker->name ? asker->name : "",
                              asker->weight.value, asker->weight.need, tambour_request_weigh (&asker->weight));
    }
  if (line->askers->len > MAX_NAMES)
    {
      int n = (int) line->askers->len - MAX_NAMES;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %d more account", "and %d more accounts", n), n);
    }

  return g_string_free (text, FALSE);
}

/**
 * tambour_requests_text_stake:
 * @at_stake: (element-type TambourMoney): one amount for each currency
 *
 * Returns: (transfer full): the amounts beside each other; "" if there are none
 */
char *
tambour_requests_text_stake (GArray *at_stake)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < at_stake->len; i++)
    {
      g_autofree char *money = tambour_amount_money (g_array_index (at_stake, TambourMoney, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", money);
    }

  return g_string_free (text, FALSE);
}

/**
 * tambour_requests_text_tell:
 * @n_to_tell: how many must be told
 *
 * Returns: (transfer full): that in a few words; "" if nobody must
 */
char *
tambour_requests_text_tell (guint n_to_tell)
{
  /* Translators: how many people wait to hear what became of a request */
  return n_to_tell > 0 ? g_strdup_printf (ngettext ("%d to tell", "%d to tell", n_to_tell), (int) n_to_tell) : g_strdup ("");
}

/**
 * tambour_requests_text_part:
 * @line: a request
 * @view: the view that shows it
 *
 * Returns: (transfer none): what the part of the view is called that it is in
 */
const char *
tambour_requests_text_part (const TambourRequestLine *line,
                            TambourRequestView        view)
{
  gboolean is_first = tambour_request_line_get_part (line, view) == 0;

  switch (view)
    {
    case TAMBOUR_REQUEST_VIEW_OPEN:
      return _("Not decided");
    case TAMBOUR_REQUEST_VIEW_ANSWERED:
      return _("Will come");
    case TAMBOUR_REQUEST_VIEW_SETTLED:
      return is_first ? _("Shipped") : _("Declined");
    case TAMBOUR_REQUEST_VIEW_CHAMPION:
      return is_first ? _("No news for 30 days") : _("Moving");
    }

  g_return_val_if_reached ("");
}

/**
 * tambour_requests_text_subtitle:
 * @list: what was read
 *
 * Returns: (transfer full): how many are open, who asks for them, and what is at stake
 */
char *
tambour_requests_text_subtitle (const TambourRequestList *list)
{
  g_autofree char *number = tambour_when_number (list->n_open);
  /* Translators: %s is a number of requests */
  g_autofree char *open = g_strdup_printf (ngettext ("%s open", "%s open", list->n_open), number);
  g_autofree char *accounts = list->n_accounts > 0 ? tambour_requests_text_accounts (list->n_accounts) : NULL;
  g_autofree char *money = tambour_requests_text_stake (list->at_stake);
  g_autofree char *stake = NULL;

  if (*money != '\0')
    /* Translators: %s is one amount of money, or several in several currencies */
    stake = g_strdup_printf (_("%s at stake"), money);

  return tambour_today_text_join (open, accounts ? accounts : "", stake ? stake : "", NULL);
}

/**
 * tambour_requests_text_plain:
 * @lines: (element-type TambourRequestLine): requests
 * @today: the day that is today
 *
 * Returns: (transfer full): a list of them to paste somewhere, with what the accounts say
 */
char *
tambour_requests_text_plain (GPtrArray   *lines,
                             TambourDate  today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TambourRequestLine *line = g_ptr_array_index (lines, i);
      g_autofree char *title = tambour_requests_text_title (line);
      g_autofree char *state = tambour_requests_text_state (line);
      g_autofree char *facts = tambour_requests_text_line (line, today);

      g_string_append_printf (text, "%u. %s\n   %s · %s\n", i + 1, title, state, facts);
      for (guint j = 0; j < line->askers->len; j++)
        {
          const TambourRequestAsker *asker = g_ptr_array_index (line->askers, j);
          TambourFrEvidence *evidence = asker->evidence->len > 0 ? g_ptr_array_index (asker->evidence, 0) : NULL;

          g_string_append_printf (text, "   - %s", asker->name ? asker->name : "");
          if (evidence != NULL && evidence->quote != NULL && *evidence->quote != '\0')
            /* Translators: what a customer said, in quotation marks */
            g_string_append_printf (text, _(": “%s”"), evidence->quote);
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}
