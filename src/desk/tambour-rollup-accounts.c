/* tambour-rollup-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-private.h"

#include <string.h>

#include "tambour-fact-text.h"
#include "tambour-reviews.h"

#include "tambour-wording.h"

/* Widths of columns and the space between them, in points; names take what the others leave. */
#define HEALTH 64.0
#define GAP    6.0

/* What stands for a figure that was not measured. */
#define NOTHING "–"

/* Heads are short, so that names have room in every language; what each is stands below the table. */
static const struct
{
  const char *key;
  const char *head;
  double      width;
} COLUMNS[] = {
  { "cases.opened", N_("Cases"), 34 },
  { "response.met", N_("In target"), 46 },
  { "outage.hours", N_("Outage"), 42 },
  { "escalations", N_("Escalations"), 50 },
  { "goals.met", N_("Goals"), 40 },
  { "audit.score", N_("Audit"), 34 },
  { "value", N_("Value"), 56 },
};

/* The accounts that need most attention first. */
static const TambourHealthLevel ORDER[] = {
  TAMBOUR_HEALTH_RISK, TAMBOUR_HEALTH_ATTENTION, TAMBOUR_HEALTH_GOOD, TAMBOUR_HEALTH_NONE,
};

static TambourSign
choose_sign (TambourHealthLevel health)
{
  switch (health)
    {
    case TAMBOUR_HEALTH_NONE:
      return TAMBOUR_SIGN_NOT_MEASURED;
    case TAMBOUR_HEALTH_GOOD:
      return TAMBOUR_SIGN_MET;
    case TAMBOUR_HEALTH_ATTENTION:
      return TAMBOUR_SIGN_NEARLY;
    case TAMBOUR_HEALTH_RISK:
      return TAMBOUR_SIGN_MISSED;
    }

  g_return_val_if_reached (TAMBOUR_SIGN_NOT_MEASURED);
}

/* A figure, and in grey below it that of the year before. */
static void
add_figure (TambourTable *table,
            const char   *now,
            const char   *prior,
            int           weight)
{
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = now, .weight = weight });
  if (prior != NULL && *prior != '\0')
    {
      TambourRich *grey = tambour_rich_new (NULL);

      tambour_rich_add_grey (grey, prior);
      tambour_table_more_rich (table, TAMBOUR_ROLE_CELL, grey);
    }
}

/* Its plan and who looks after it, or that nothing could be counted. */
static char *
write_second (const TambourReviewsDone *done)
{
  const char *plan = done->line ? done->line->plan : NULL;
  const char *tam = done->line ? done->line->tam : NULL;

  if (done->line == NULL)
    return g_strdup (_("could not be counted"));
  if (plan && *plan && tam && *tam)
    return tambour_wording_fill (_("{0} · {1}"), plan, tam, NULL);

  return g_strdup (plan && *plan ? plan : tam);
}

static void
add_name (TambourTable             *table,
          const TambourReviewsDone *done)
{
  g_autofree char *name = tambour_flow_short (done->account->name ? done->account->name : "");
  g_autofree char *second = write_second (done);
  g_autofree char *brief = second ? tambour_flow_short (second) : NULL;
  TambourRich *grey = tambour_rich_new (NULL);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = name, .weight = 600 });
  tambour_rich_add_grey (grey, brief ? brief : "");
  tambour_table_more_rich (table, TAMBOUR_ROLE_CELL, grey);
}

static void
add_account (TambourTable             *table,
             const TambourReviewsDone *done)
{
  tambour_table_add_row (table);
  add_name (table, done);
  tambour_table_cell_sign (table, choose_sign (done->health), tambour_rollup_say_health (done->health));
  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    {
      const TambourRollupFigure *figure = done->line ? tambour_rollup_line_find (done->line, COLUMNS[i].key) : NULL;
      g_autofree char *now = figure ? tambour_rollup_say_figure (figure, FALSE) : NULL;
      g_autofree char *prior = figure ? tambour_rollup_say_figure (figure, TRUE) : NULL;

      add_figure (table, now && *now ? now : NOTHING, prior, 0);
    }
}

/* --- all of them together ------------------------------------------------------------ */

/* Whether a figure was measured in accounts that have no year before: then their sums do not compare. */
static gboolean
is_mixed_year (const TambourRollupSum sums[G_N_ELEMENTS (COLUMNS)])
{
  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    if (tambour_rollup_sum_is_told (&sums[i]) && sums[i].n_alike > 0 && sums[i].n_alike < sums[i].n)
      return TRUE;

  return FALSE;
}

static void
begin_total (TambourTable *table,
             const char   *name)
{
  tambour_table_add_total (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = name, .weight = 600 });
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, NULL);
}

static void
add_sum (TambourTable           *table,
         const TambourRollupSum *sum,
         gboolean                alike,
         gboolean                with_prior)
{
  gboolean is_told = tambour_rollup_sum_is_told (sum) && (!alike || sum->n_alike > 0);
  g_autofree char *now = is_told ? tambour_fact_big (alike ? &sum->alike : &sum->fact, FALSE) : NULL;
  g_autofree char *prior = is_told && with_prior && sum->n_alike > 0 ? tambour_fact_big (&sum->alike, TRUE) : NULL;

  if (now != NULL)
    add_figure (table, now, prior, 600);
  else
    tambour_table_cell (table, TAMBOUR_ROLE_CELL, NULL);
}

/* A second line has those that can be compared, where not all can. */
static void
add_totals (TambourTable        *table,
            const TambourRollup *rollup)
{
  TambourRollupSum sums[G_N_ELEMENTS (COLUMNS)];
  g_autofree char *number = tambour_wording_number (rollup->all->len);
  g_autofree char *name = tambour_wording_fill (ngettext ("All {0} account", "All {0} accounts", rollup->all->len), number, NULL);
  gboolean is_mixed;

  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    tambour_rollup_add_up (rollup, COLUMNS[i].key, &sums[i]);
  is_mixed = is_mixed_year (sums);

  begin_total (table, name);
  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    add_sum (table, &sums[i], FALSE, !is_mixed);
  if (!is_mixed)
    return;

  begin_total (table, _("Measured in both years"));
  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    add_sum (table, &sums[i], TRUE, TRUE);
}

static TambourTable *
make_table (TambourFlow         *flow,
            const TambourRollup *rollup)
{
  TambourColumn columns[G_N_ELEMENTS (COLUMNS) + 2] = {
    { _("Account"), 0, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Health"), HEALTH, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    columns[i + 2] = (TambourColumn) { _(COLUMNS[i].head), COLUMNS[i].width, i + 1 < G_N_ELEMENTS (COLUMNS) ? GAP : 0,
                                       TAMBOUR_ALIGN_END, NULL, NULL };

  table = tambour_table_new (flow->canvas, columns, G_N_ELEMENTS (columns));
  for (guint level = 0; level < G_N_ELEMENTS (ORDER); level++)
    for (guint i = 0; i < rollup->all->len; i++)
      {
        const TambourReviewsDone *done = g_ptr_array_index (rollup->all, i);

        if (done->health == ORDER[level])
          add_account (table, done);
      }
  if (rollup->all->len > 1)
    add_totals (table, rollup);

  return table;
}

static char *
write_caption (const TambourRollup *rollup)
{
  g_autofree char *dates = tambour_rollup_say_before (rollup);
  g_autofree char *grey = tambour_rollup_has_before (rollup) ? tambour_wording_fill (_("Grey: the year before, {0}."), dates, NULL) : NULL;
  const char *missing = _("A dash: not measured, and in no sum.");
  TambourRollupSum value;
  const char *sums;

  if (rollup->all->len == 1)
    return grey ? g_steal_pointer (&grey) : NULL;

  tambour_rollup_add_up (rollup, "value", &value);
  sums = value.is_mixed ? _("Scores, and values in different currencies, are not added up.") : _("Scores are not added up.");

  return grey ? g_strjoin (" ", grey, missing, sums, NULL) : g_strjoin (" ", missing, sums, NULL);
}

/**
 * tambour_rollup_draw_accounts:
 * @flow: the document
 * @rollup: what became of all accounts
 *
 * Adds a row for each account, with its health and its main figures, and what they come to.
 */
void
tambour_rollup_draw_accounts (TambourFlow         *flow,
                              const TambourRollup *rollup)
{
  g_autoptr(TambourTable) table = make_table (flow, rollup);
  g_autofree char *caption = write_caption (rollup);

  tambour_rollup_table (flow, _("Accounts"), rollup->all->len > 1 ? _("those that need most attention first") : NULL, table, caption);
}
