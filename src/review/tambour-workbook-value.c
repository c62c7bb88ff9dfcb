/* tambour-workbook-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-private.h"

#include "tambour-wording.h"

/* The sheet of value: every line with its share, the total, the fee by agreement, what they are
 * to each other, and what was not counted. All of it can be followed by its formulas.
 */

#define GROSS   3
#define SHARE   4
#define COUNTED 5

#define FEE      4
#define DAYS     5
#define ALL_DAYS 6
#define PART     7

typedef struct
{
  const TambourWorkbookReview *review;
  TambourWorkbook             *workbook;
  TambourFacts                *facts;
  char                        *format;   /* of money */
  double                       minor;    /* units that make a whole one */
  char                        *total;    /* the cell of the value counted, "" without one */
  char                        *gross;    /* the cells of the gross effects */
  char                        *shares;
  char                        *fee;      /* the cell of the fee, "" without one */
} Sheet;

static double
money (const Sheet *self,
       double       minor)
{
  return minor / self->minor;
}

/* How many minor units the currency has. */
static double
count_minor (const char *currency)
{
  TambourMoney thousand = { .minor = 1000 };
  g_autofree char *text = NULL;

  g_strlcpy (thousand.currency, currency, sizeof thousand.currency);
  text = tambour_money_dup_text (thousand);

  return 1000 / g_ascii_strtod (text, NULL);
}

static void
add_heading (const Sheet *self,
             const char  *text)
{
  tambour_workbook_end_row (self->workbook);
  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_TITLE);
  tambour_workbook_add_text (self->workbook, text);
  tambour_workbook_end_row (self->workbook);
}

static void
skip (const Sheet *self,
      guint        to)
{
  while (tambour_workbook_get_column (self->workbook) < to)
    tambour_workbook_add_text (self->workbook, NULL);
}

/* The sum of the cells of @column from @first to the row above. */
static char *
add_sum (const Sheet *self,
         guint        first,
         guint        column,
         double       sum,
         gboolean     is_rounded)
{
  guint row = tambour_workbook_get_row (self->workbook);
  g_autofree char *from = tambour_workbook_dup_cell (first, column);
  g_autofree char *to = tambour_workbook_dup_cell (row - 1, column);
  g_autofree char *plain = g_strdup_printf ("SUM(%s:%s)", from, to);
  g_autofree char *formula = is_rounded ? g_strdup_printf ("=ROUND(%s*%.0f,0)/%.0f", plain, self->minor, self->minor)
                                        : g_strconcat ("=", plain, NULL);

  skip (self, column);
  tambour_workbook_add_formula (self->workbook, formula, sum, self->format);

  return tambour_workbook_dup_cell (row, column);
}

/* --- the lines ------------------------------------------------------------ */

/* Halves of the last digit round up, of negative amounts too. */
static void
add_counted (const Sheet            *self,
             const TambourValueLine *line)
{
  guint row = tambour_workbook_get_row (self->workbook);
  g_autofree char *gross = tambour_workbook_dup_cell (row, GROSS);
  g_autofree char *share = tambour_workbook_dup_cell (row, SHARE);
  g_autofree char *formula = g_strdup_printf ("=INT(ROUND(%s*%s*%.0f,6)+0.5)/%.0f", gross, share, self->minor, self->minor);

  tambour_workbook_add_formula (self->workbook, formula, money (self, line->counted), self->format);
}

static void
add_line (const Sheet            *self,
          const TambourValueLine *line)
{
  g_autofree char *part = tambour_workbook_part_format ();
  g_autofree char *formula = line->formula ? tambour_wording_formula (line->formula) : NULL;

  tambour_workbook_add_text (self->workbook, line->title);
  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_LONG);
  tambour_workbook_add_text (self->workbook, formula);
  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_PLAIN);
  tambour_workbook_add_text (self->workbook, line->confidence);
  tambour_workbook_add_number (self->workbook, money (self, line->gross), self->format);
  tambour_workbook_add_number (self->workbook, line->share, part);
  add_counted (self, line);
  tambour_workbook_end_row (self->workbook);
}

static char *
dup_range (guint first,
           guint last,
           guint column)
{
  g_autofree char *from = tambour_workbook_dup_cell (first, column);
  g_autofree char *to = tambour_workbook_dup_cell (last, column);

  return g_strdup_printf ("%s:%s", from, to);
}

static void
add_lines (Sheet *self)
{
  const char *labels[] = { _("Effect"), _("How it is computed"), _("Confidence"), _("Before the share"), _("Share"), _("Counted"), NULL };
  GArray *lines = self->facts->value.lines;
  guint first;

  tambour_workbook_add_labels (self->workbook, labels);
  first = tambour_workbook_get_row (self->workbook);
  for (guint i = 0; i < lines->len; i++)
    add_line (self, &g_array_index (lines, TambourValueLine, i));

  if (lines->len == 0)
    {
      tambour_workbook_add_text (self->workbook, _("No value was accepted in the period"));
      tambour_workbook_end_row (self->workbook);
      return;
    }

  self->gross = dup_range (first, first + lines->len - 1, GROSS);
  self->shares = dup_range (first, first + lines->len - 1, SHARE);
  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_TOTAL);
  tambour_workbook_add_text (self->workbook, _("Value counted"));
  g_free (add_sum (self, first, GROSS, money (self, self->facts->value.gross->now.value), FALSE));
  self->total = add_sum (self, first, COUNTED, money (self, self->facts->value.total->now.value), FALSE);
  tambour_workbook_end_row (self->workbook);
}

/* --- the fee -------------------------------------------------------------- */

static void
add_agreement (const Sheet                *self,
               const TambourAgreementFact *fact)
{
  guint row = tambour_workbook_get_row (self->workbook);
  g_autofree char *fee = tambour_workbook_dup_cell (row, FEE);
  g_autofree char *days = tambour_workbook_dup_cell (row, DAYS);
  g_autofree char *all = tambour_workbook_dup_cell (row, ALL_DAYS);
  g_autofree char *formula = g_strdup_printf ("=%s*%s/%s", fee, days, all);
  g_autofree char *format = tambour_workbook_money_format (fact->fee.currency);

  tambour_workbook_add_text (self->workbook, fact->title);
  tambour_workbook_add_text (self->workbook, fact->plan);
  tambour_workbook_add_date (self->workbook, fact->from);
  tambour_workbook_add_date (self->workbook, (TambourDate) { fact->to.julian - 1 });
  tambour_workbook_add_money (self->workbook, fact->fee);
  tambour_workbook_add_number (self->workbook, fact->days, TAMBOUR_FORMAT_COUNT);
  tambour_workbook_add_number (self->workbook, fact->all_days, TAMBOUR_FORMAT_COUNT);
  if (isnan (fact->counted))
    tambour_workbook_add_text (self->workbook, NULL);
  else
    tambour_workbook_add_formula (self->workbook, formula, fact->counted / count_minor (fact->fee.currency), format);
  tambour_workbook_end_row (self->workbook);
}

static void
add_fees (Sheet *self)
{
  const char *labels[] = { _("Agreement"), _("Plan"), _("From"), _("To"), _("Fee"), _("Days in the period"), _("Days in all"), _("Fee of the period"), NULL };
  GArray *agreements = self->facts->value.agreements;
  const TambourMeasure *fee = &self->facts->value.fee->now;
  guint first;

  add_heading (self, _("Plan fee"));
  tambour_workbook_add_labels (self->workbook, labels);
  first = tambour_workbook_get_row (self->workbook);
  for (guint i = 0; i < agreements->len; i++)
    add_agreement (self, &g_array_index (agreements, TambourAgreementFact, i));

  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_TOTAL);
  tambour_workbook_add_text (self->workbook, _("Plan fee"));
  if (tambour_measure_is_known (fee))
    self->fee = add_sum (self, first, PART, money (self, fee->value), TRUE);
  else
    tambour_workbook_add_text (self->workbook, fee->reason ? _(fee->reason) : NULL);
  tambour_workbook_end_row (self->workbook);
}

/* --- what they are to each other ------------------------------------------ */

static void
add_result (const Sheet       *self,
            const TambourFact *fact,
            const char        *formula,
            const char        *format)
{
  tambour_workbook_add_text (self->workbook, _(fact->name));
  if (tambour_measure_is_known (&fact->now))
    tambour_workbook_add_formula (self->workbook, formula, fact->now.value, format);
  else
    tambour_workbook_add_text (self->workbook, fact->now.reason ? _(fact->now.reason) : _("n/a"));
  tambour_workbook_end_row (self->workbook);
}

static void
add_return (const Sheet *self)
{
  const char *labels[] = { _("Value and fee"), _("Result"), NULL };
  const TambourValueFacts *value = &self->facts->value;
  g_autofree char *part = tambour_workbook_part_format ();
  g_autofree char *ratio = g_strdup_printf ("=%s/%s", self->total, self->fee);
  g_autofree char *even = NULL;

  if (self->total == NULL || self->fee == NULL)
    return;

  even = g_strdup_printf ("=(%s-SUMIF(%s,\">=1\",%s))/SUMIF(%s,\"<1\",%s)", self->fee, self->shares, self->gross,
                          self->shares, self->gross);
  tambour_workbook_end_row (self->workbook);
  tambour_workbook_add_labels (self->workbook, labels);
  add_result (self, value->ratio, ratio, "0.00");
  add_result (self, value->break_even, even, part);
}

/* --- what was not counted, and with what was computed --------------------- */

static void
add_not_counted (const Sheet *self)
{
  const char *labels[] = { _("Not counted"), _("Reason"), NULL };
  GArray *list = self->facts->value.not_counted;

  if (list->len == 0)
    return;

  tambour_workbook_end_row (self->workbook);
  tambour_workbook_add_labels (self->workbook, labels);
  for (guint i = 0; i < list->len; i++)
    {
      const TambourNotCountedFact *fact = &g_array_index (list, TambourNotCountedFact, i);

      tambour_workbook_add_text (self->workbook, fact->title);
      tambour_workbook_add_text (self->workbook, _(fact->reason));
      tambour_workbook_end_row (self->workbook);
    }
}

static void
add_rates (const Sheet *self)
{
  const char *labels[] = { _("Agreed rate"), _("Unit"), _("Agreed on"), _("Rate"), NULL };
  GArray *list = self->facts->value.rates;

  if (list->len == 0)
    return;

  tambour_workbook_end_row (self->workbook);
  tambour_workbook_add_labels (self->workbook, labels);
  for (guint i = 0; i < list->len; i++)
    {
      const TambourRateFact *fact = &g_array_index (list, TambourRateFact, i);

      tambour_workbook_add_text (self->workbook, fact->title ? fact->title : fact->code);
      tambour_workbook_add_text (self->workbook, fact->unit);
      tambour_workbook_add_date (self->workbook, fact->agreed_on);
      if (fact->amount.minor != TAMBOUR_NO_COUNT)
        tambour_workbook_add_money (self->workbook, fact->amount);
      else
        tambour_workbook_add_number (self->workbook, fact->number, TAMBOUR_FORMAT_DECIMAL);
      tambour_workbook_end_row (self->workbook);
    }
}

/**
 * tambour_workbook_write_value:
 * @self: a workbook
 *
 * Adds the sheet of value, if there is an agreement or anything was proposed.
 */
void
tambour_workbook_write_value (const TambourWorkbookReview *self)
{
  TambourFacts *facts = self->facts;
  g_autofree char *format = tambour_workbook_money_format (facts->value.currency);
  Sheet sheet = { .review = self, .workbook = self->workbook, .facts = facts, .format = format,
                  .minor = count_minor (facts->value.currency) };

  if (facts->value.lines->len == 0 && facts->value.agreements->len == 0 && facts->value.not_counted->len == 0)
    return;

  tambour_workbook_begin_sheet (self->workbook, _("Value"));
  add_lines (&sheet);
  add_fees (&sheet);
  add_return (&sheet);
  add_not_counted (&sheet);
  add_rates (&sheet);

  g_free (sheet.total);
  g_free (sheet.gross);
  g_free (sheet.shares);
  g_free (sheet.fee);
}
