/* tambour-pages-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define EMPTY_HEIGHT   240.0
#define MONTHS_TOP     139.0
#define MONTHS_END     311.0
#define MONTHS_LABELS  118.0
#define RESOLVE_HEAD   313.0
#define RESOLVE_TOP    338.0
#define RESOLVE_END    484.0
#define RESOLVE_LABELS 138.0
#define CAUSES_HEAD    276.0
#define CAUSES_TOP     301.0
#define CAUSES_END     456.0
#define CAUSES_LABELS  192.0

static TambourDate
get_last_day (TambourFacts *facts)
{
  return (TambourDate) { facts->period.to.julian - 1 };
}

static char *
write_opened (TambourFacts *facts)
{
  g_autofree char *dates = tambour_wording_dates (facts->period.from, get_last_day (facts));
  g_autofree char *now = tambour_fact_now (facts->service.total);
  g_autofree char *before = tambour_fact_before (facts->service.total);

  if (facts->has_prior && tambour_fact_has_prior (facts->service.total))
    return tambour_wording_fill (_("Cases opened {0}: {1} ({2})."), dates, now, before, NULL);

  return tambour_wording_fill (_("Cases opened {0}: {1}."), dates, now, NULL);
}

/* What is left out of the time to resolve. */
static char *
write_resolved (TambourFacts *facts)
{
  gint64 n = tambour_fact_count (facts->service.open);
  g_autofree char *open = tambour_wording_number (n);

  if (n == 0)
    return g_strdup (_("Time to resolve: elapsed, open to resolved, log scale, ▲ median."));

  return tambour_wording_fill (ngettext ("Time to resolve: elapsed, open to resolved, log scale, ▲ median; one open case left out.",
                                         "Time to resolve: elapsed, open to resolved, log scale, ▲ median; {0} open cases left out.",
                                         n),
                               open, NULL);
}

/* Cases that are counted apart, and first responses that are not due yet, are named. */
static char *
write_left_out (TambourFacts *facts)
{
  gint64 n_excluded = tambour_fact_count (facts->service.excluded);
  g_autofree char *excluded = tambour_wording_number (n_excluded);

  if (n_excluded == 0)
    return g_strdup ("");

  return tambour_wording_fill (ngettext ("One case that is a duplicate, merged, spam or a test is left out.",
                                         "{0} cases that are duplicates, merged, spam or tests are left out.", n_excluded),
                               excluded, NULL);
}

static char *
write_source (TambourFacts *facts)
{
  g_autofree char *opened = NULL;
  g_autofree char *resolved = write_resolved (facts);
  g_autofree char *left_out = write_left_out (facts);
  g_autofree char *response = NULL;

  if (!tambour_fact_is_known (facts->service.total))
    return g_strdup (_("Source: cases."));

  opened = write_opened (facts);
  if (tambour_fact_is_known (facts->service.met))
    {
      g_autofree char *start = tambour_wording_percent (tambour_pages_response_start (facts), 0);

      response = tambour_wording_fill (_("Response: in target ÷ decided, axis from {0}. Source: cases."),
                                       start, NULL);
    }

  return g_strjoin (" ", opened, resolved, response ? response : _("Source: cases."),
                    *left_out ? left_out : NULL, NULL);
}

static void
draw_nothing (TambourPages  *self,
              TambourCanvas *canvas)
{
  TambourFacts *facts = self->facts;
  g_autofree char *from = tambour_wording_date (facts->period.from, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *to = tambour_wording_date (get_last_day (facts), TAMBOUR_DATE_FORM_LONG);
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (facts->zone, facts->as_of), TAMBOUR_DATE_FORM_LONG);
  g_autofree char *reason = tambour_pages_reason (facts->service.total);
  g_autofree char *none = tambour_wording_fill (_("No case was opened between {0} and {1}."), from, to, NULL);
  g_autofree char *checked = tambour_wording_fill (_("Checked on {0}."), read, NULL);
  gboolean known = tambour_fact_is_known (facts->service.total);

  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH, _("Cases opened, by month"), NULL);
  tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY + 24, TAMBOUR_DECK_WIDTH, EMPTY_HEIGHT,
                      known ? "0" : NULL, known ? none : reason, known ? checked : NULL);
}

/**
 * tambour_pages_service:
 * @self: pages
 *
 * Adds the page about cases: how many, how soon answered, how soon resolved,
 * and what about.
 */
void
tambour_pages_service (TambourPages *self)
{
  TambourFacts *facts = self->facts;
  TambourPageWords words = {
    .label = _("Service and cases"),
    .title = tambour_findings_service_title (facts, FALSE),
    .shorter = tambour_findings_service_title (facts, TRUE),
    .source = write_source (facts),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_SERVICE, words);

  tambour_pages_use (self, TAMBOUR_CHAPTER_SERVICE, facts->service.total);
  tambour_pages_use (self, TAMBOUR_CHAPTER_SERVICE, facts->service.met);
  if (tambour_fact_count (facts->service.total) == 0)
    {
      draw_nothing (self, canvas);
      return;
    }

  tambour_pages_months (self, canvas, &(TambourPagesPlace) { tambour_deck_x (0), TAMBOUR_DECK_BODY, MONTHS_TOP, tambour_deck_w (6),
                                                              MONTHS_END - MONTHS_TOP, MONTHS_LABELS });
  tambour_pages_resolve (self, canvas, &(TambourPagesPlace) { tambour_deck_x (0), RESOLVE_HEAD, RESOLVE_TOP, tambour_deck_w (6),
                                                               RESOLVE_END - RESOLVE_TOP, RESOLVE_LABELS });
  tambour_pages_use (self, TAMBOUR_CHAPTER_SERVICE, facts->service.resolve_all.median);
  tambour_pages_use (self, TAMBOUR_CHAPTER_SERVICE, facts->service.open);
  tambour_pages_response (self, canvas);
  tambour_pages_causes (self, canvas, &(TambourPagesPlace) { tambour_deck_x (6), CAUSES_HEAD, CAUSES_TOP, tambour_deck_w (6),
                                                              CAUSES_END - CAUSES_TOP, CAUSES_LABELS });
  tambour_pages_causes_line (self, canvas);
}
