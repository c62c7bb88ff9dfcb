/* tambour-workbook-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-review.h"

#include <string.h>

#include "tambour-workbook-private.h"

#include "tambour-wording.h"

/* The figures that a reader looks for first. */
static const char * const MAIN[] = {
  "value", "value.fee", "value.ratio", "cases.opened", "response.met", "resolve.median", "outage.hours", "escalations",
  "goals.met", "commitments.kept", "usage.coverage", "audit.score", "findings.open", "requests.shipped",
};

static void
add_pair (const TambourWorkbookReview *self,
          const char                  *label,
          const char                  *text)
{
  if (text == NULL || *text == '\0')
    return;

  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_NOTE);
  tambour_workbook_add_text (self->workbook, label);
  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_FREE);
  tambour_workbook_add_text (self->workbook, text);
  tambour_workbook_end_row (self->workbook);
}

static char *
write_days (const TambourPeriod *period)
{
  return tambour_wording_dates (period->from, (TambourDate) { period->to.julian - 1 });
}

/* “1 Oct 2026, 22:00 UTC” */
static char *
write_moment (TambourInstant instant)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *date = tambour_wording_date (tambour_zone_date_of (utc, instant), TAMBOUR_DATE_FORM_SHORT);
  g_autofree char *text = tambour_instant_dup_text (instant);
  g_autofree char *clock = g_strndup (strchr (text, 'T') + 1, strlen ("22:00"));

  return g_strconcat (date, ", ", clock, " UTC", NULL);
}

static void
add_frame (const TambourWorkbookReview *self)
{
  TambourFacts *facts = self->facts;
  g_autofree char *period = write_days (&facts->period);
  g_autofree char *earlier = write_days (&facts->earlier);
  g_autofree char *read = write_moment (facts->as_of);

  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_TITLE);
  tambour_workbook_add_text (self->workbook, facts->account->name);
  tambour_workbook_end_row (self->workbook);
  tambour_workbook_end_row (self->workbook);
  add_pair (self, _("Period"), period);
  add_pair (self, _("Compared with"), facts->has_prior ? earlier : _(facts->prior_reason));
  add_pair (self, _("Data read on"), read);
  add_pair (self, _("Time zone"), facts->account->report_tz);
  add_pair (self, _("Plan"), facts->plan_name);
  add_pair (self, _("Technical account manager"), facts->tam ? facts->tam->name : NULL);
  add_pair (self, _("Sponsor"), facts->sponsor ? facts->sponsor->name : NULL);
  tambour_workbook_end_row (self->workbook);
}

/* What the sheet of figures has in @column, wherever it is changed there. */
static void
add_reference (const TambourWorkbookReview *self,
               const TambourFact           *fact,
               guint                        column,
               double                       value,
               const char                  *format)
{
  g_autofree char *cell = tambour_workbook_figure_cell (self, fact->key, column);
  g_autofree char *formula = g_strconcat ("=", cell, NULL);

  if (isnan (value))
    tambour_workbook_add_text (self->workbook, NULL);
  else
    tambour_workbook_add_formula (self->workbook, formula, value, format);
}

static void
add_main (const TambourWorkbookReview *self,
          const TambourFact           *fact)
{
  g_autofree char *now = tambour_workbook_figure_format (fact, &fact->now);
  g_autofree char *before = tambour_workbook_figure_format (fact, &fact->prior);
  g_autofree char *change = tambour_workbook_change_format (fact);
  g_autofree char *part = tambour_workbook_signed_part_format ();

  tambour_workbook_add_text (self->workbook, _(fact->name));
  add_reference (self, fact, TAMBOUR_FIGURE_NOW, tambour_workbook_amount (fact, &fact->now), now);
  add_reference (self, fact, TAMBOUR_FIGURE_BEFORE, tambour_workbook_amount (fact, &fact->prior), before);
  add_reference (self, fact, TAMBOUR_FIGURE_CHANGE, tambour_workbook_change (fact), change);
  add_reference (self, fact, TAMBOUR_FIGURE_PART, tambour_workbook_part (fact), part);
  tambour_workbook_add_text (self->workbook, tambour_measure_is_known (&fact->now) ? NULL : fact->now.reason ? _(fact->now.reason)
                                                                                                             : _("n/a"));
  tambour_workbook_add_text (self->workbook, fact->key);
  tambour_workbook_end_row (self->workbook);
}

/* Which agreements the period is made of, where it is not one alone. */
static void
add_agreements (const TambourWorkbookReview *self)
{
  GArray *agreements = self->facts->value.agreements;

  for (guint i = 0; i < agreements->len; i++)
    {
      const TambourAgreementFact *fact = &g_array_index (agreements, TambourAgreementFact, i);
      g_autofree char *days = tambour_wording_dates (fact->from, (TambourDate) { fact->to.julian - 1 });
      g_autofree char *text = fact->plan ? tambour_wording_fill (_("{0}, {1} plan"), days, fact->plan, NULL) : g_strdup (days);

      add_pair (self, _("Agreement"), text);
    }

  if (agreements->len > 0 && self->facts->uncovered_days > 0)
    {
      g_autofree char *days = tambour_wording_number (self->facts->uncovered_days);

      add_pair (self, _("Days of the period without an agreement"), days);
    }

  tambour_workbook_end_row (self->workbook);
}

/**
 * tambour_workbook_write_summary:
 * @self: a workbook
 *
 * Adds the first sheet: what the workbook is about, and the main figures.
 */
void
tambour_workbook_write_summary (const TambourWorkbookReview *self)
{
  const char *heads[] = {
    _("Figure"), _("This period"), _("The year before"), _("Change"), _("Change in %"), _("Why there is no value"), _("Key"), NULL
  };

  tambour_workbook_begin_sheet (self->workbook, _("Summary"));
  add_frame (self);
  add_agreements (self);
  tambour_workbook_add_labels (self->workbook, heads);
  for (guint i = 0; i < G_N_ELEMENTS (MAIN); i++)
    {
      TambourFact *fact = tambour_facts_find (self->facts, MAIN[i]);

      if (fact != NULL)
        add_main (self, fact);
    }
}

static GHashTable *
number_rows (TambourFacts *facts)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (facts->all, i);

      g_hash_table_insert (rows, fact->key, GUINT_TO_POINTER (i + 1));
    }

  return rows;
}

/* A4 but where letters are written on Letter. */
static TambourWorkbookFlags
choose_flags (void)
{
  const char *language = tambour_wording_get_language ();
  gboolean letter = g_str_has_suffix (language, "US") || g_str_has_suffix (language, "CA");

  return (letter ? TAMBOUR_WORKBOOK_LETTER : 0) | (tambour_wording_is_rtl () ? TAMBOUR_WORKBOOK_RTL : 0);
}

/**
 * tambour_workbook_write_review:
 * @facts: what it tells
 * @settings: whose guard is asked before it is saved
 * @path: the file; it appears when it is whole
 * @error: return location
 *
 * Writes a review as a workbook, in the language of this thread: a summary, all figures with
 * formulas where one follows from others, what stands behind them, and the records that each
 * was counted from. Only what a customer may read is in it.
 *
 * Returns: %FALSE if the file cannot be written
 */
gboolean
tambour_workbook_write_review (TambourFacts                 *facts,
                               const TambourReviewSettings  *settings,
                               const char                   *path,
                               GError                      **error)
{
  g_autoptr(TambourShown) shown = settings->guard ? tambour_shown_new () : NULL;
  g_autofree char *title = tambour_wording_fill (_("{0}: executive business review"), facts->account->name ? facts->account->name : "", NULL);
  g_autofree char *days = write_days (&facts->period);
  g_autoptr(TambourWorkbook) workbook = tambour_workbook_new (title, days, facts->tam ? facts->tam->name : NULL, facts->as_of,
                                                              choose_flags ());
  g_autoptr(GHashTable) rows = number_rows (facts);
  const TambourWorkbookReview self = { facts, workbook, rows };

  tambour_workbook_tell (workbook, shown);
  tambour_workbook_write_summary (&self);
  tambour_workbook_write_figures (&self);
  tambour_workbook_write_value (&self);
  tambour_workbook_write_goals (&self);
  tambour_workbook_write_months (&self);
  tambour_workbook_write_findings (&self);
  tambour_workbook_write_kinds (&self);
  tambour_workbook_write_records (&self);

  return tambour_review_guard (facts, settings, NULL, shown, error) && tambour_workbook_save (workbook, path, error);
}
