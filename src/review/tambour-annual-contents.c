/* tambour-annual-contents.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define ABOVE_LIST  17.0
#define LIST_LINE   13.0
#define LIST_NUMBER 14.0

/* What each part came to, in a few words. */

static char *
write_goals (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourFact *met = facts->goals.met;
  g_autofree char *n = NULL;
  g_autofree char *all = NULL;

  if (!tambour_fact_is_known (met))
    return g_strdup (_("Goals and commitments"));

  n = tambour_wording_spelled (met->now.n);
  all = tambour_wording_spelled (met->now.of);

  return tambour_wording_fill (_("Goals: {0} of {1} met"), n, all, NULL);
}

static char *
write_service (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourFact *total = facts->service.total;
  g_autofree char *change = NULL;
  g_autofree char *n = tambour_fact_is_known (total) ? tambour_fact_now (total) : NULL;

  if (n == NULL)
    return g_strdup (_("Service and cases"));

  switch (tambour_statement_direction (total))
    {
    case TAMBOUR_DIRECTION_UNKNOWN:
      return tambour_wording_fill (ngettext ("Service: {0} case", "Service: {0} cases", tambour_fact_count (total)), n, NULL);
    case TAMBOUR_DIRECTION_HELD:
      return tambour_wording_fill (_("Service: cases held at {0}"), n, NULL);
    case TAMBOUR_DIRECTION_FELL:
      change = tambour_wording_percent (fabs (tambour_fact_change (total)) * 100, 0);
      return tambour_wording_fill (_("Service: cases fell {0}"), change, NULL);
    case TAMBOUR_DIRECTION_ROSE:
      return tambour_wording_fill (_("Service: cases rose to {0}"), n, NULL);
    }

  g_assert_not_reached ();
}

static char *
write_continuity (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourFact *count = facts->continuity.count;
  g_autofree char *n = NULL;
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (count))
    return g_strdup (_("Continuity and escalations"));
  if (tambour_fact_count (count) == 0)
    return g_strdup (_("Escalations: none"));

  n = tambour_wording_spelled (tambour_fact_count (count));
  if (!facts->has_prior || !tambour_fact_has_prior (count))
    return tambour_wording_fill (_("Escalations: {0}"), n, NULL);

  before = tambour_wording_spelled ((gint64) count->prior.value);

  return tambour_wording_fill (_("Escalations: {0}, from {1}"), n, before, NULL);
}

static char *
write_product (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  gboolean covered = tambour_annual_tells (self, TAMBOUR_CHAPTER_USAGE) && tambour_fact_is_known (facts->usage.coverage_now);
  gboolean audited = tambour_annual_tells (self, TAMBOUR_CHAPTER_AUDITS) && tambour_fact_is_known (facts->audits.score);
  g_autofree char *users = covered ? tambour_fact_now (facts->usage.coverage_now) : NULL;
  g_autofree char *score = audited ? tambour_fact_now (facts->audits.score) : NULL;

  if (covered && audited)
    return tambour_wording_fill (_("Protection: {0} of users; audit score {1}"), users, score, NULL);
  if (covered)
    return tambour_wording_fill (_("Protection: {0} of users"), users, NULL);

  return audited ? tambour_wording_fill (_("Architecture: audit score {0}"), score, NULL)
                 : g_strdup (_("Protection and architecture"));
}

static char *
write_learning (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  gint64 n = tambour_fact_count (facts->requests.stages[TAMBOUR_STAGE_SHIPPED]);
  g_autofree char *shipped = tambour_wording_spelled (n);

  if (n == 0 || !tambour_annual_tells (self, TAMBOUR_CHAPTER_REQUESTS))
    return g_strdup (_("Advocacy and enablement"));

  return tambour_wording_fill (ngettext ("Advocacy: {0} request shipped", "Advocacy: {0} requests shipped", n), shipped, NULL);
}

static char *
write_value (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourFact *total = facts->value.total;
  TambourMoney money = { .minor = TAMBOUR_NO_COUNT };
  g_autofree char *amount = NULL;

  if (!tambour_fact_is_known (total))
    return g_strdup (_("Value statement"));

  money.minor = llround (total->now.value);
  g_strlcpy (money.currency, total->now.currency, sizeof money.currency);
  amount = tambour_wording_money_round (money);

  return tambour_wording_fill (_("Value: how the {0} is computed"), amount, NULL);
}

static char *
write_plans (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  gboolean projects = tambour_annual_tells (self, TAMBOUR_CHAPTER_PROJECTS) && facts->plans.projects && facts->plans.projects->len > 0;
  gboolean decisions = tambour_annual_tells (self, TAMBOUR_CHAPTER_DECISIONS) && facts->plans.decisions && facts->plans.decisions->len > 0;

  if (projects && decisions)
    return g_strdup (_("Next year: projects and decisions"));

  return g_strdup (projects ? _("Next year: projects") : _("Next year: decisions"));
}

static char *
write_definitions (TambourAnnual *self)
{
  return g_strdup (_("Definitions: how each figure is computed"));
}

static void
draw_line (TambourAnnual     *self,
           TambourAnnualPart  part,
           const char        *text,
           double             x,
           double             y)
{
  g_autofree char *number = g_strdup_printf ("%u", self->starts[part]);
  TambourTextStyle style = *tambour_canvas_style (self->canvas, TAMBOUR_ROLE_CELL);
  TambourSpan link = { .text = number, .weight = 600, .tone = TAMBOUR_TONE_INK, .page = self->starts[part] };

  style.line = LIST_LINE;
  tambour_canvas_begin (self->canvas, TAMBOUR_TAG_ITEM, NULL);
  tambour_canvas_text (self->canvas, x, y, LIST_NUMBER, &style, TAMBOUR_WRAP_NONE, TAMBOUR_ALIGN_START, &link, 1);
  tambour_canvas_text (self->canvas, x + LIST_NUMBER, y, TAMBOUR_ANNUAL_COLUMN - LIST_NUMBER, &style, TAMBOUR_WRAP_ELLIPSIS,
                       TAMBOUR_ALIGN_START, &(TambourSpan) { .text = text }, 1);
  tambour_canvas_end (self->canvas);
}

/**
 * tambour_annual_contents:
 * @self: a report
 *
 * Adds every part with its page, the longer half on the left.
 */
void
tambour_annual_contents (TambourAnnual *self)
{
  char *(* const WRITTEN[TAMBOUR_N_ANNUAL_PARTS]) (TambourAnnual *self) = {
    [TAMBOUR_ANNUAL_GOALS] = write_goals,
    [TAMBOUR_ANNUAL_SERVICE] = write_service,
    [TAMBOUR_ANNUAL_CONTINUITY] = write_continuity,
    [TAMBOUR_ANNUAL_PRODUCT] = write_product,
    [TAMBOUR_ANNUAL_LEARNING] = write_learning,
    [TAMBOUR_ANNUAL_VALUE] = write_value,
    [TAMBOUR_ANNUAL_PLANS] = write_plans,
    [TAMBOUR_ANNUAL_DEFINITIONS] = write_definitions,
  };
  guint half = self->n_parts / 2;

  self->y += ABOVE_LIST;
  tambour_canvas_begin (self->canvas, TAMBOUR_TAG_LIST, NULL);
  for (guint i = 1; i < self->n_parts; i++)
    {
      g_autofree char *text = WRITTEN[self->order[i]](self);
      guint at = i - 1;

      draw_line (self, self->order[i], text, self->x + TAMBOUR_ANNUAL_SECOND * (at / half), self->y + LIST_LINE * (at % half));
    }
  tambour_canvas_end (self->canvas);
}
