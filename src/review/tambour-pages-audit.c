/* tambour-pages-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-audit.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define SECTIONS_TOP    142.0
#define SECTIONS_HEIGHT 270.0
#define PANEL_BELOW     30.0
#define PANEL_NAMES     16.0
#define USUAL_PANEL     112.0
#define WHY_TOP         424.0
#define EMPTY_HEIGHT    230.0
#define IN_A_ROW        3
#define MOST_SECTIONS   9

typedef struct
{
  TambourSectionsChart  chart;
  GPtrArray            *names;
  GArray               *rows;
  char                 *goal;
} Sections;

static void
sections_clear (Sections *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->goal, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sections, sections_clear)

/* --- sections --------------------------------------------------------------- */

/* The period is compared with the last audit before it; the first year with its own first one. */
static void
list_audits (Sections     *self,
             TambourFacts *facts)
{
  GArray *audits = facts->audits.audits;

  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < audits->len; i++)
    {
      const TambourAuditFact *audit = &g_array_index (audits, TambourAuditFact, i);

      /* Translators: a month and the last two digits of its year, below a small chart. */
      g_ptr_array_add (self->names, tambour_pages_month (audit->on, _("{0} ’{1}")));
      if (!audit->in_period && i + 1 < audits->len)
        self->chart.first = facts->has_prior ? i : i + 1;
    }
}

/* More sections than there is room for: the last of them, which scored lowest or fell. */
static void
list_sections (Sections     *self,
               TambourFacts *facts)
{
  GArray *sections = facts->audits.sections;
  guint skipped = sections->len > MOST_SECTIONS ? sections->len - MOST_SECTIONS : 0;

  self->rows = g_array_new (FALSE, FALSE, sizeof (TambourSectionsRow));
  for (guint i = skipped; i < sections->len; i++)
    {
      const TambourSectionFact *section = &g_array_index (sections, TambourSectionFact, i);
      TambourSectionsRow row = { .name = section->title };

      row.falling = facts->has_prior && section->change <= -0.5;
      for (guint j = 0; j < facts->audits.audits->len; j++)
        row.scores[j] = section->scores[j];
      g_array_append_val (self->rows, row);
    }
}

static void
fill_sections (Sections     *self,
               TambourFacts *facts)
{
  g_autofree char *target = isfinite (facts->audits.goal) ? tambour_wording_decimal (facts->audits.goal, 0) : NULL;
  guint n_rows;

  list_audits (self, facts);
  list_sections (self, facts);
  self->goal = target ? tambour_wording_fill (_("goal {0}"), target, NULL) : NULL;
  n_rows = MAX ((self->rows->len + IN_A_ROW - 1) / IN_A_ROW, 1);

  self->chart.audits = (const char * const *) self->names->pdata;
  self->chart.n_audits = self->names->len;
  self->chart.goal = facts->audits.goal;
  self->chart.goal_label = self->goal;
  self->chart.sections = (const TambourSectionsRow *) self->rows->data;
  self->chart.n_sections = self->rows->len;
  self->chart.panel_height = MIN (USUAL_PANEL, (SECTIONS_HEIGHT + PANEL_BELOW - PANEL_NAMES) / n_rows - PANEL_BELOW);
}

static double
draw_sections (TambourPages  *self,
               TambourCanvas *canvas)
{
  TambourFacts *facts = self->facts;
  g_autofree char *head = tambour_findings_sections_head (facts);
  g_autofree char *scores = tambour_findings_scores (facts);
  g_auto(Sections) sections = { 0 };

  fill_sections (&sections, facts);
  sections.chart.alternative = head;
  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, tambour_deck_w (7), head, scores);

  return SECTIONS_TOP + tambour_chart_sections (canvas, TAMBOUR_DECK_MARGIN, SECTIONS_TOP, tambour_deck_w (7), &sections.chart);
}

static void
draw_why (TambourPages  *self,
          TambourCanvas *canvas,
          double         y)
{
  g_autoptr(TambourRich) text = tambour_findings_fallen_text (self->facts);

  if (text == NULL && self->facts->prior_reason)
    text = tambour_statement_say (_("{0}."), _(self->facts->prior_reason), NULL);
  if (text != NULL)
    tambour_page_paragraph (canvas, TAMBOUR_DECK_MARGIN, y, tambour_deck_w (7), TAMBOUR_ROLE_SECOND, text);
}

/* --- without an audit ------------------------------------------------------- */

static char *
write_last_audit (TambourFacts *facts)
{
  const TambourAuditFact *last;
  g_autofree char *on = NULL;
  g_autofree char *score = NULL;

  if (facts->audits.audits->len == 0)
    return g_strdup (_("No audit is recorded before it either."));

  last = &g_array_index (facts->audits.audits, TambourAuditFact, facts->audits.audits->len - 1);
  on = tambour_wording_date (last->on, TAMBOUR_DATE_FORM_LONG);
  if (!isfinite (last->score))
    return tambour_wording_fill (_("The last one was on {0}."), on, NULL);

  score = tambour_wording_decimal (last->score, 0);

  return tambour_wording_fill (_("The last one was on {0}, with a score of {1}."), on, score, NULL);
}

static void
draw_no_audit (TambourPages  *self,
               TambourCanvas *canvas)
{
  TambourFacts *facts = self->facts;
  gboolean none = tambour_fact_count (facts->audits.count) == 0;
  g_autofree char *last = write_last_audit (facts);
  g_autofree char *next = tambour_wording_date (facts->audits.next_on, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *planned = tambour_date_is_stated (facts->audits.next_on)
                               ? tambour_wording_fill (_("The next audit is planned for {0}."), next, NULL)
                               : g_strdup (_("The next audit has no date yet."));
  g_autofree char *note = g_strjoin (" ", last, planned, NULL);

  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, tambour_deck_w (7), _("Score by section"), NULL);
  tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, SECTIONS_TOP, tambour_deck_w (7), EMPTY_HEIGHT, none ? "0" : NULL,
                      none ? _("No audit was completed in this period.")
                           : _("Nothing in the audit of this period was verified, so it has no score."),
                      note);
}

/* --- the page ----------------------------------------------------------------- */

static char *
write_audits (TambourFacts *facts)
{
  GArray *audits = facts->audits.audits;
  g_autoptr(GString) dates = g_string_new (NULL);

  for (guint i = 0; i < audits->len; i++)
    {
      g_autofree char *on = tambour_wording_date (g_array_index (audits, TambourAuditFact, i).on, TAMBOUR_DATE_FORM_SHORT);

      g_string_append_printf (dates, "%s%s", i > 0 ? ", " : "", on);
    }

  return tambour_wording_fill (ngettext ("Audit of {0}.", "Audits of {0}.", audits->len), dates->str, NULL);
}

static char *
write_source (TambourFacts *facts)
{
  g_auto(Sections) sections = { 0 };
  g_autofree char *audits = NULL;
  g_autofree char *start = NULL;
  g_autofree char *verified = NULL;
  g_autofree char *scores = NULL;

  if (!tambour_fact_is_known (facts->audits.score))
    return g_strdup (_("An audit counts when it is final. Sources: audits, findings."));

  fill_sections (&sections, facts);
  audits = write_audits (facts);
  start = tambour_wording_decimal (tambour_chart_sections_start (&sections.chart), 0);
  verified = tambour_wording_of (facts->audits.verified->now.n, facts->audits.verified->now.of);
  scores = tambour_wording_fill (_("Score = points earned ÷ points possible × 100; {0} items verified. Small charts start at "
                                   "{1}. Sources: audits, findings."),
                                 verified, start, NULL);

  return g_strjoin (" ", audits, scores, NULL);
}

/**
 * tambour_pages_audit:
 * @self: pages
 *
 * Adds the page of the audit: the score of each section, why one fell, and what became of the
 * findings.
 */
void
tambour_pages_audit (TambourPages *self)
{
  TambourFacts *facts = self->facts;
  TambourPageWords words = {
    .label = _("Architecture audit"),
    .title = tambour_findings_audits_title (facts, FALSE),
    .shorter = tambour_findings_audits_title (facts, TRUE),
    .source = write_source (facts),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_AUDITS, words);

  if (tambour_fact_is_known (facts->audits.score))
    {
      double end = draw_sections (self, canvas);

      tambour_pages_use (self, TAMBOUR_CHAPTER_AUDITS, facts->audits.score);
      tambour_pages_use (self, TAMBOUR_CHAPTER_AUDITS, facts->audits.verified);
      if (facts->has_prior && tambour_fact_is_known (facts->audits.change))
        tambour_pages_use (self, TAMBOUR_CHAPTER_AUDITS, facts->audits.change);
      draw_why (self, canvas, MAX (WHY_TOP, end + 12));
    }
  else
    {
      draw_no_audit (self, canvas);
    }

  tambour_pages_ledger (self, canvas);
}
