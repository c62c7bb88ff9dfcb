/* tambour-rollup-tiles.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-private.h"

#include <math.h>

#include "tambour-fact-text.h"
#include "tambour-reviews.h"

#include "tambour-wording.h"

/* Four figures side by side, in points. */
#define N_TILES    4
#define GAP        14.0
#define TILE_WIDTH ((TAMBOUR_REPORT_WIDTH - (N_TILES - 1) * GAP) / N_TILES)
#define BELOW      9.0

/* Besides health: what is not told makes room for what is. */
static const char * const KEYS[] = { "cases.opened", "response.met", "value", "goals.met", "outage.hours", "escalations" };

/* A tile with its texts, and where it leads. */
typedef struct
{
  const char  *anchor;
  TambourTile  tile;
  char        *value;
  char        *change;
  char        *before;
  char        *note;
} Figure;

static void
figure_clear (Figure *self)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->change, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->note, g_free);
}

/* --- health ------------------------------------------------------------------------ */

static char *
say_others (const guint counts[TAMBOUR_HEALTH_RISK + 1])
{
  g_autofree char *attention = tambour_wording_number (counts[TAMBOUR_HEALTH_ATTENTION]);
  g_autofree char *risk = tambour_wording_number (counts[TAMBOUR_HEALTH_RISK]);
  g_autofree char *unknown = tambour_wording_number (counts[TAMBOUR_HEALTH_NONE]);

  if (counts[TAMBOUR_HEALTH_NONE] > 0)
    return tambour_wording_fill (_("Need attention: {0}, at risk: {1}, not known: {2}"), attention, risk, unknown, NULL);

  return tambour_wording_fill (_("Need attention: {0}, at risk: {1}"), attention, risk, NULL);
}

/* One account has its word, several have their count. */
static void
add_health (GArray              *figures,
            const TambourRollup *rollup)
{
  guint counts[TAMBOUR_HEALTH_RISK + 1];
  guint n_known;
  Figure figure = { .anchor = "health", .tile = { .label = _("Health"), .current = NAN, .earlier = NAN, .accent = TRUE } };

  tambour_rollup_count_health (rollup, counts);
  n_known = rollup->all->len - counts[TAMBOUR_HEALTH_NONE];
  if (rollup->all->len == 1)
    figure.value = g_strdup (tambour_rollup_say_health (((const TambourReviewsDone *) g_ptr_array_index (rollup->all, 0))->health));
  else
    {
      figure.tile.label = _("In good health");
      figure.value = n_known > 0 ? tambour_wording_of (counts[TAMBOUR_HEALTH_GOOD], n_known) : g_strdup ("–");
      figure.note = say_others (counts);
    }

  g_array_append_val (figures, figure);
}

/* --- sums -------------------------------------------------------------------------- */

/* What was measured in all accounts is compared as it is; else those are named that can be compared. */
static char *
say_before (const TambourRollupSum *sum)
{
  g_autofree char *now = tambour_fact_big (&sum->alike, FALSE);
  g_autofree char *before = tambour_fact_big (&sum->alike, TRUE);
  g_autofree char *n = tambour_wording_number (sum->n_alike);

  if (sum->n_alike == sum->n)
    return tambour_wording_fill (_("from {0}"), before, NULL);

  return tambour_wording_fill (ngettext ("in {0} account: {1} from {2}", "in {0} accounts: {1} from {2}", sum->n_alike), n, now, before,
                               NULL);
}

static void
add_sum (GArray                 *figures,
         const TambourRollupSum *sum)
{
  gboolean compared = sum->n_alike > 0;
  double full = sum->fact.unit == TAMBOUR_UNIT_SHARE ? 1 : MAX (sum->alike.now.value, sum->alike.prior.value);
  Figure figure = {
    .anchor = sum->fact.key,
    .tile = {
      .label = _(sum->fact.name),
      .current = compared && full > 0 ? sum->alike.now.value : NAN,
      .earlier = compared && full > 0 ? sum->alike.prior.value : NAN,
      .full = full,
    },
    .value = tambour_fact_big (&sum->fact, FALSE),
    .change = compared ? tambour_fact_change_text (&sum->alike) : NULL,
    .before = compared ? say_before (sum) : NULL,
    .note = compared ? NULL : g_strdup (_("No earlier figure to compare")),
  };

  g_array_append_val (figures, figure);
}

/* A figure that was not measured in every account says in how many. */
static void
add_scope (GString                *text,
           const TambourRollup    *rollup,
           const TambourRollupSum *sum)
{
  g_autofree char *counted = tambour_wording_number (sum->n);
  g_autofree char *all = tambour_wording_number (rollup->all->len);
  g_autofree char *line = NULL;

  if (sum->n == rollup->all->len)
    return;

  /* Translators: a figure, and in how many of how many accounts it was measured. */
  line = tambour_wording_fill (_("{0}: {1} of {2} accounts"), _(sum->fact.name), counted, all, NULL);
  g_string_append_printf (text, " · %s", line);
}

static char *
begin_caption (const TambourRollup *rollup)
{
  g_autofree char *dates = tambour_rollup_say_before (rollup);

  if (!tambour_rollup_has_before (rollup))
    return g_strdup (_("There is no year before to compare with"));

  return tambour_wording_fill (_("Grey bars and “from”: the year before, {0}"), dates, NULL);
}

/* Returns: the height of the tallest */
static double
draw_figures (TambourFlow *flow,
              GArray      *figures)
{
  TambourTile *tiles[N_TILES];
  double tallest = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      Figure *figure = &g_array_index (figures, Figure, i);

      figure->tile.value = figure->value;
      figure->tile.change = figure->change;
      figure->tile.before = figure->before;
      figure->tile.note = figure->note;
      tiles[i] = &figure->tile;
    }

  tambour_page_tile_level (flow->canvas, TILE_WIDTH, tiles, figures->len);
  for (guint i = 0; i < figures->len; i++)
    {
      double height;

      tambour_canvas_begin_named (flow->canvas, TAMBOUR_TAG_LINK, g_array_index (figures, Figure, i).anchor);
      height = tambour_page_tile (flow->canvas, flow->x + (TILE_WIDTH + GAP) * i, flow->y, TILE_WIDTH, tiles[i]);
      tambour_canvas_end (flow->canvas);
      tallest = MAX (tallest, height);
    }

  return tallest;
}

/**
 * tambour_rollup_draw_tiles:
 * @flow: the document
 * @rollup: what became of all accounts
 *
 * Adds a few figures of all accounts together; each leads to how it is counted.
 */
void
tambour_rollup_draw_tiles (TambourFlow         *flow,
                           const TambourRollup *rollup)
{
  g_autofree char *begun = begin_caption (rollup);
  g_autoptr(GString) caption = g_string_new (begun);
  g_autoptr(GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));

  g_array_set_clear_func (figures, (GDestroyNotify) figure_clear);
  add_health (figures, rollup);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS) && figures->len < N_TILES; i++)
    {
      TambourRollupSum sum;

      tambour_rollup_add_up (rollup, KEYS[i], &sum);
      if (!tambour_rollup_sum_is_told (&sum))
        continue;

      add_sum (figures, &sum);
      add_scope (caption, rollup, &sum);
    }

  tambour_flow_note (flow, _("Key figures"));
  flow->y += draw_figures (flow, figures) + BELOW - TAMBOUR_ROLLUP_ABOVE_CAPTION;
  tambour_rollup_caption (flow, caption->str);
}
