/* tambour-workbook-figures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-private.h"

#include <string.h>

#include "tambour-evidence.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The sheet of all figures: a row each, with numbers that can be computed with, and formulas
 * where a figure follows from others.
 */

#define N_NOW    7
#define OF_NOW   8
#define N_BEFORE 9
#define OF_BEFORE 10

/* What follows from other figures: the sum of @plus, or of all figures whose keys begin with
 * @parts, less @minus, divided by @by. */
typedef struct
{
  const char *key;
  const char *plus[4];
  const char *parts;
  const char *minus;
  const char *by;
} Rule;

static const Rule RULES[] = {
  { "value", .parts = "value.line." },
  { "value.ratio", { "value" }, .by = "value.fee" },
  { "cases.opened", { "cases.opened.none", "cases.opened.p1", "cases.opened.p2", "cases.opened.p3" } },
  { "cases.open", { "cases.open.none", "cases.open.p1", "cases.open.p2", "cases.open.p3" } },
  { "cases.backlog", .parts = "cases.backlog.age." },
  { "usage.exposed", { "usage.licences" }, .minus = "usage.protected" },
  { "usage.infected", .parts = "usage.infected.month." },
  { "findings.open", { "findings.start", "findings.raised" }, .minus = "findings.closed" },
  { "findings.open.low", { "findings.start.low", "findings.raised.low" }, .minus = "findings.closed.low" },
  { "findings.open.medium", { "findings.start.medium", "findings.raised.medium" }, .minus = "findings.closed.medium" },
  { "findings.open.high", { "findings.start.high", "findings.raised.high" }, .minus = "findings.closed.high" },
};

/**
 * tambour_workbook_amount:
 * @fact: a figure
 * @measure: its measure in one of the periods
 *
 * Returns: its value as the evidence tells it: money in whole units; %NAN without one
 */
double
tambour_workbook_amount (const TambourFact    *fact,
                         const TambourMeasure *measure)
{
  g_autofree char *text = tambour_measure_is_known (measure) ? tambour_evidence_dup_value (fact, measure) : NULL;

  return text ? g_ascii_strtod (text, NULL) : NAN;
}

/**
 * tambour_workbook_figures_name:
 *
 * Returns: what the sheet of figures is called
 */
const char *
tambour_workbook_figures_name (void)
{
  return _("Figures");
}

/**
 * tambour_workbook_figure_cell:
 * @self: a workbook
 * @key: of a figure
 * @column: such as %TAMBOUR_FIGURE_NOW
 *
 * Returns: (transfer full): what a formula on another sheet calls the cell
 */
char *
tambour_workbook_figure_cell (const TambourWorkbookReview *self,
                              const char                  *key,
                              guint                        column)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, key));

  return tambour_workbook_dup_cell_of (tambour_workbook_figures_name (), row, column);
}

/* --- what follows from others --------------------------------------------- */

typedef struct
{
  const TambourWorkbookReview *review;
  GString                     *formula;
  double                       sum;
  guint                        column;
} Term;

static gboolean
add_term (Term       *self,
          const char *sign,
          const char *key)
{
  TambourFact *fact = tambour_facts_find (self->review->facts, key);
  const TambourMeasure *measure = fact == NULL ? NULL : self->column == TAMBOUR_FIGURE_NOW ? &fact->now
                                                                                           : &fact->prior;
  g_autofree char *cell = NULL;
  double amount = measure ? tambour_workbook_amount (fact, measure) : NAN;

  if (isnan (amount))
    return FALSE;

  cell = tambour_workbook_dup_cell (GPOINTER_TO_UINT (g_hash_table_lookup (self->review->rows, key)), self->column);
  g_string_append_printf (self->formula, "%s%s", self->formula->len > 1 || *sign != '+' ? sign : "", cell);
  if (*sign == '/')
    self->sum = amount != 0 ? self->sum / amount : NAN;
  else
    self->sum += *sign == '-' ? -amount : amount;

  return TRUE;
}

/* Parts stand below each other. */
static gboolean
add_parts (Term       *self,
           const char *parts)
{
  GPtrArray *all = self->review->facts->all;
  gint first = -1, last = -1;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (all, i);
      double amount = tambour_workbook_amount (fact, self->column == TAMBOUR_FIGURE_NOW ? &fact->now : &fact->prior);

      if (!g_str_has_prefix (fact->key, parts))
        continue;
      if (isnan (amount) || (last >= 0 && (guint) last + 1 != i))
        return FALSE;
      first = first < 0 ? (gint) i : first;
      last = (gint) i;
      self->sum += amount;
    }

  if (first < 0)
    return FALSE;

  from = tambour_workbook_dup_cell (first + 1, self->column);
  to = tambour_workbook_dup_cell (last + 1, self->column);
  g_string_append_printf (self->formula, "SUM(%s:%s)", from, to);

  return TRUE;
}

static const Rule *
find_rule (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (RULES); i++)
    if (g_str_equal (RULES[i].key, key))
      return &RULES[i];

  return NULL;
}

static gboolean
apply (Term       *self,
       const Rule *rule)
{
  if (rule->parts != NULL && !add_parts (self, rule->parts))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rule->plus) && rule->plus[i] != NULL; i++)
    if (!add_term (self, "+", rule->plus[i]))
      return FALSE;

  return (rule->minus == NULL || add_term (self, "-", rule->minus)) &&
         (rule->by == NULL || add_term (self, "/", rule->by));
}

/* Fees are rounded to their last digit before they stand in a cell. */
static gboolean
is_same (double a,
         double b)
{
  return fabs (a - b) <= 1e-6 * MAX (1, fabs (b));
}

/* Returns: (nullable): how the figure follows from others, if it does in these records */
static char *
dup_rule_formula (const TambourWorkbookReview *self,
                  const TambourFact           *fact,
                  guint                        column,
                  double                       amount)
{
  const Rule *rule = find_rule (fact->key);
  g_autoptr(GString) formula = g_string_new ("=");
  Term term = { self, formula, 0, column };

  if (rule == NULL || !apply (&term, rule) || !is_same (term.sum, amount))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&formula));
}

/* A share, and what was used of what was granted. */
static char *
dup_share_formula (const TambourWorkbookReview *self,
                   const TambourMeasure        *measure,
                   guint                        column,
                   double                       amount)
{
  guint row = tambour_workbook_get_row (self->workbook);
  g_autofree char *n = tambour_workbook_dup_cell (row, column == TAMBOUR_FIGURE_NOW ? N_NOW : N_BEFORE);
  g_autofree char *of = tambour_workbook_dup_cell (row, column == TAMBOUR_FIGURE_NOW ? OF_NOW : OF_BEFORE);

  if (measure->of == TAMBOUR_NO_COUNT || measure->of <= 0 || !is_same ((double) measure->n / measure->of, amount))
    return NULL;

  return g_strdup_printf ("=%s/%s", n, of);
}

static void
add_value (const TambourWorkbookReview *self,
           const TambourFact           *fact,
           gboolean                     prior)
{
  const TambourMeasure *measure = prior ? &fact->prior : &fact->now;
  guint column = tambour_workbook_get_column (self->workbook);
  double amount = tambour_workbook_amount (fact, measure);
  g_autofree char *format = tambour_workbook_figure_format (fact, measure);
  g_autofree char *formula = NULL;

  if (!isnan (amount))
    formula = dup_rule_formula (self, fact, column, amount);
  if (formula == NULL && !isnan (amount))
    formula = dup_share_formula (self, measure, column, amount);

  if (formula != NULL)
    tambour_workbook_add_formula (self->workbook, formula, amount, format);
  else
    tambour_workbook_add_number (self->workbook, amount, format);
}

/* --- changes -------------------------------------------------------------- */

static gboolean
is_small_share (const TambourFact *fact)
{
  return fact->unit == TAMBOUR_UNIT_SHARE &&
         ((fact->now.of != TAMBOUR_NO_COUNT && fact->now.of < 10) ||
          (fact->prior.of != TAMBOUR_NO_COUNT && fact->prior.of < 10));
}

/**
 * tambour_workbook_change:
 * @fact: a figure
 *
 * Returns: its change in its own unit, of shares in points; %NAN where there is none to tell
 */
double
tambour_workbook_change (const TambourFact *fact)
{
  double change = tambour_workbook_amount (fact, &fact->now) - tambour_workbook_amount (fact, &fact->prior);

  if (is_small_share (fact))
    return NAN;

  return fact->unit == TAMBOUR_UNIT_SHARE ? change * 100 : change;
}

static void
add_change (const TambourWorkbookReview *self,
            const TambourFact           *fact)
{
  guint row = tambour_workbook_get_row (self->workbook);
  double change = tambour_workbook_change (fact);
  g_autofree char *now = tambour_workbook_dup_cell (row, TAMBOUR_FIGURE_NOW);
  g_autofree char *before = tambour_workbook_dup_cell (row, TAMBOUR_FIGURE_BEFORE);
  g_autofree char *format = tambour_workbook_change_format (fact);
  g_autofree char *formula = g_strdup_printf (fact->unit == TAMBOUR_UNIT_SHARE ? "=(%s-%s)*100" : "=%s-%s", now, before);

  if (isnan (change))
    tambour_workbook_add_text (self->workbook, NULL);
  else
    tambour_workbook_add_formula (self->workbook, formula, change, format);
}

static gboolean
has_part_of (const TambourFact *fact)
{
  switch (fact->unit)
    {
    case TAMBOUR_UNIT_COUNT:
      return MIN (fact->now.value, fact->prior.value) >= 10;
    case TAMBOUR_UNIT_HOURS:
    case TAMBOUR_UNIT_DAYS:
    case TAMBOUR_UNIT_MONEY:
      return fact->prior.value > 0;
    case TAMBOUR_UNIT_SHARE:
    case TAMBOUR_UNIT_SCORE:
    case TAMBOUR_UNIT_POINTS:
    case TAMBOUR_UNIT_RATIO:
    case TAMBOUR_UNIT_RATING:
    case TAMBOUR_UNIT_NUMBER:
      break;
    }

  return FALSE;
}

/**
 * tambour_workbook_part:
 * @fact: a figure
 *
 * Returns: its change as a part of the year before, such as -0.22; %NAN where it is told
 *   otherwise
 */
double
tambour_workbook_part (const TambourFact *fact)
{
  return tambour_fact_has_prior (fact) && has_part_of (fact) ? tambour_fact_change (fact) : NAN;
}

static void
add_part (const TambourWorkbookReview *self,
          const TambourFact           *fact)
{
  guint row = tambour_workbook_get_row (self->workbook);
  double part = tambour_workbook_part (fact);
  g_autofree char *now = tambour_workbook_dup_cell (row, TAMBOUR_FIGURE_NOW);
  g_autofree char *before = tambour_workbook_dup_cell (row, TAMBOUR_FIGURE_BEFORE);
  g_autofree char *formula = g_strdup_printf ("=%s/%s-1", now, before);
  g_autofree char *format = tambour_workbook_signed_part_format ();

  if (isnan (part))
    tambour_workbook_add_text (self->workbook, NULL);
  else
    tambour_workbook_add_formula (self->workbook, formula, part, format);
}

/* --- the sheet ------------------------------------------------------------ */

static void
add_count (const TambourWorkbookReview *self,
           gint64                       count)
{
  tambour_workbook_add_number (self->workbook, count == TAMBOUR_NO_COUNT ? NAN : (double) count, TAMBOUR_FORMAT_COUNT);
}

static void
take_text (const TambourWorkbookReview *self,
           char                        *text)
{
  tambour_workbook_add_text (self->workbook, text);
  g_free (text);
}

static void
add_definition (const TambourWorkbookReview *self,
                const TambourFact           *fact)
{
  TambourWorkbook *workbook = self->workbook;

  tambour_workbook_add_text (workbook, fact->now.reason ? _(fact->now.reason) : NULL);
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_LONG);
  tambour_workbook_add_text (workbook, _(fact->formula));
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_PLAIN);
  tambour_workbook_add_text (workbook, fact->metric);
  add_count (self, fact->version);
  tambour_workbook_add_text (workbook, _(fact->source));
  tambour_workbook_add_date (workbook, self->facts->period.from);
  tambour_workbook_add_date (workbook, (TambourDate) { self->facts->period.to.julian - 1 });
  add_count (self, fact->now.ids->len);
}

static void
add_figure (const TambourWorkbookReview *self,
            const TambourFact           *fact)
{
  TambourWorkbook *workbook = self->workbook;

  tambour_workbook_add_text (workbook, fact->key);
  tambour_workbook_add_text (workbook, _(fact->name));
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_LONG);
  tambour_workbook_add_text (workbook, fact->subject);
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_PLAIN);
  add_value (self, fact, FALSE);
  add_value (self, fact, TRUE);
  add_change (self, fact);
  add_part (self, fact);
  add_count (self, fact->now.n);
  add_count (self, fact->now.of);
  add_count (self, tambour_measure_is_known (&fact->prior) ? fact->prior.n : TAMBOUR_NO_COUNT);
  add_count (self, fact->prior.of);
  tambour_workbook_add_text (workbook, tambour_unit_name (fact->unit));
  take_text (self, tambour_fact_now (fact));
  take_text (self, self->facts->has_prior ? tambour_fact_before (fact) : NULL);
  add_definition (self, fact);
  tambour_workbook_end_row (workbook);
}

/**
 * tambour_workbook_write_figures:
 * @self: a workbook
 *
 * Adds the sheet of all figures.
 */
void
tambour_workbook_write_figures (const TambourWorkbookReview *self)
{
  const char *heads[] = {
    _("Key"), _("Figure"), _("Of what"), _("This period"), _("The year before"), _("Change"), _("Change in %"),
    _("Counted"), _("Out of"), _("Counted the year before"), _("Out of the year before"), _("Unit"),
    _("As the review says it"), _("The year before, as the review says it"), _("Why there is no value"),
    _("How it is computed"), _("Definition"), _("Version"), _("Source"), _("First day"), _("Last day"), _("Records"), NULL
  };

  tambour_workbook_begin_sheet (self->workbook, tambour_workbook_figures_name ());
  tambour_workbook_add_heads (self->workbook, heads);
  for (guint i = 0; i < self->facts->all->len; i++)
    add_figure (self, g_ptr_array_index (self->facts->all, i));
}
