/* tambour-pages-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include "tambour-chart-advocacy.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define STAGES_TOP    114.0
#define TITLE_AT      26.0
#define QUARTER_ROOM  46.0
#define EMPTY_HEIGHT  230.0
#define MOST_REQUESTS 14

/* “Nov 24” */
static char *
write_month (TambourDate date)
{
  /* Translators: a month and the last two digits of its year, beside a dot. */
  return tambour_pages_month (date, _("{0} {1}"));
}

static gboolean
has_alternative (const TambourRequestFact *request)
{
  return request->alternative != NULL && *request->alternative != '\0';
}

/* --- one request ------------------------------------------------------------ */

static TambourStagesState
get_state (const TambourRequestFact *request)
{
  if (tambour_date_is_stated (request->reached[TAMBOUR_STAGE_SHIPPED]))
    return TAMBOUR_STAGES_DONE;
  if (tambour_date_is_stated (request->declined_on))
    return TAMBOUR_STAGES_DECLINED;

  return tambour_date_is_stated (request->reached[TAMBOUR_STAGE_ACCEPTED]) ? TAMBOUR_STAGES_PLANNED : TAMBOUR_STAGES_WAITING;
}

/**
 * tambour_pages_request_group:
 * @request: a request
 * @alternatives: all that were declined have one
 *
 * Returns: how far it came, in words
 */
const char *
tambour_pages_request_group (const TambourRequestFact *request,
                             gboolean                  alternatives)
{
  switch (get_state (request))
    {
    case TAMBOUR_STAGES_DONE:
      return _("Shipped");
    case TAMBOUR_STAGES_PLANNED:
      return _("On the roadmap");
    case TAMBOUR_STAGES_DECLINED:
      return alternatives ? _("Declined, with an alternative") : _("Declined");
    case TAMBOUR_STAGES_WAITING:
      return tambour_date_is_stated (request->reached[TAMBOUR_STAGE_CHAMPIONED]) ? _("Under review")
                                                                                 : _("Logged, not yet championed");
    }

  g_assert_not_reached ();
}

/* When, and what to use instead. */
static char *
write_note (const TambourRequestFact *request)
{
  g_autofree char *on = NULL;

  if (!tambour_date_is_stated (request->declined_on))
    return NULL;

  on = write_month (request->declined_on);
  if (!has_alternative (request))
    return g_steal_pointer (&on);

  /* Translators: the month in which a request was declined, and what to use instead. */
  return tambour_wording_fill (_("{0}: {1}"), on, request->alternative, NULL);
}

/* The quarter of what is planned, as long as there is room for it beside its circle. */
static char *
write_plan (TambourCanvas            *canvas,
            const TambourRequestFact *request)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);

  if (request->target_release == NULL || *request->target_release == '\0')
    return g_strdup (_("no date"));
  if (tambour_canvas_measure (canvas, style, request->target_release) > QUARTER_ROOM)
    return g_strdup (_("planned"));

  return g_strdup (request->target_release);
}

static const char *
keep (GPtrArray *owned,
      char      *text)
{
  if (text)
    g_ptr_array_add (owned, text);

  return text;
}

static TambourStagesRow
make_row (TambourCanvas            *canvas,
          const TambourRequestFact *request,
          guint                     i,
          GPtrArray                *owned)
{
  TambourStagesRow row = { .title = request->title, .state = get_state (request) };

  row.number = keep (owned, tambour_wording_number (i + 1));
  row.note = keep (owned, write_note (request));
  for (guint stage = 0; stage < TAMBOUR_N_STAGES; stage++)
    if (tambour_date_is_stated (request->reached[stage]))
      row.dates[stage] = keep (owned, write_month (request->reached[stage]));
  if (row.state == TAMBOUR_STAGES_PLANNED)
    row.dates[TAMBOUR_STAGE_SHIPPED] = keep (owned, write_plan (canvas, request));

  return row;
}

/* --- the matrix ------------------------------------------------------------- */

static gboolean
all_have_alternatives (GArray *requests)
{
  for (guint i = 0; i < requests->len; i++)
    {
      const TambourRequestFact *request = &g_array_index (requests, TambourRequestFact, i);

      if (get_state (request) == TAMBOUR_STAGES_DECLINED && !has_alternative (request))
        return FALSE;
    }

  return TRUE;
}

static void
fill_heads (TambourPages       *self,
            TambourStagesChart *chart,
            GPtrArray          *owned)
{
  const char *names[TAMBOUR_N_STAGES] = { _("Asked"), _("Championed"), _("Accepted"), _("Shipped") };

  for (guint stage = 0; stage < TAMBOUR_N_STAGES; stage++)
    {
      TambourFact *fact = self->facts->requests.stages[stage];

      chart->stages[stage].name = names[stage];
      chart->stages[stage].count = keep (owned, tambour_fact_now (fact));
      chart->stages[stage].before = keep (owned, tambour_pages_prior (self, fact, _("was {0}")));
      tambour_pages_use (self, TAMBOUR_CHAPTER_REQUESTS, fact);
    }
}

static void
draw_stages (TambourPages  *self,
             TambourCanvas *canvas)
{
  GArray *requests = self->facts->requests.requests;
  guint n = MIN (requests->len, MOST_REQUESTS);
  gboolean alternatives = all_have_alternatives (requests);
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TambourStagesRow));
  TambourStagesChart chart = { .alternative = _("How far each request came") };
  double height;

  for (guint i = 0; i < n; i++)
    {
      const TambourRequestFact *request = &g_array_index (requests, TambourRequestFact, i);
      TambourStagesRow row = make_row (canvas, request, i, owned);

      row.group = tambour_pages_request_group (request, alternatives);
      g_array_append_val (rows, row);
    }

  fill_heads (self, &chart, owned);
  chart.rows = (const TambourStagesRow *) rows->data;
  chart.n_rows = rows->len;
  height = tambour_chart_stages (canvas, TAMBOUR_DECK_MARGIN, STAGES_TOP, TAMBOUR_DECK_WIDTH, &chart);
  tambour_pages_draw_more (canvas, TAMBOUR_DECK_MARGIN + TITLE_AT, STAGES_TOP + height, tambour_deck_w (6), requests->len - n);
}

/* --- the page ----------------------------------------------------------------- */

static void
draw_empty (TambourCanvas *canvas)
{
  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH, _("Your requests to the product"), NULL);
  tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY + 24, TAMBOUR_DECK_WIDTH, EMPTY_HEIGHT, "0",
                      _("No request of yours was open in this period."),
                      _("Tell your TAM what the product should do for you: each request is brought to the product team, and "
                        "this page then says how far it came."));
}

static char *
write_source (TambourFacts *facts)
{
  g_autofree char *counts = NULL;

  if (facts->requests.requests->len == 0)
    return g_strdup (_("Source: feature requests."));

  counts = tambour_findings_requests_text (facts);
  if (tambour_fact_count (facts->requests.on_roadmap) == 0)
    return g_strjoin (" ", counts, _("Source: feature requests."), NULL);

  return g_strjoin (" ", counts, _("Open circle: planned quarter, not a commitment."), _("Source: feature requests."), NULL);
}

/**
 * tambour_pages_requests:
 * @self: pages
 *
 * Adds the page of requests to the product: how far each came, and what was declined with what
 * to use instead.
 */
void
tambour_pages_requests (TambourPages *self)
{
  TambourFacts *facts = self->facts;
  TambourPageWords words = {
    .label = _("Advocacy"),
    .title = tambour_findings_requests_title (facts, FALSE),
    .shorter = tambour_findings_requests_title (facts, TRUE),
    .source = write_source (facts),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_REQUESTS, words);

  if (facts->requests.requests->len == 0)
    {
      draw_empty (canvas);
      return;
    }

  draw_stages (self, canvas);
  if (tambour_fact_count (facts->requests.on_roadmap) > 0)
    tambour_pages_use (self, TAMBOUR_CHAPTER_REQUESTS, facts->requests.on_roadmap);
  if (tambour_fact_is_known (facts->requests.months_to_ship))
    tambour_pages_use (self, TAMBOUR_CHAPTER_REQUESTS, facts->requests.months_to_ship);
}
