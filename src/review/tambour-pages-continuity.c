/* tambour-pages-continuity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>
#include <string.h>

#include "tambour-chart-continuity.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define TABLE_TOP       138.0
#define TABLE_ROOM      348.0
#define ROW_HEIGHT      41.0
#define MOST_ROWS       7
#define TITLE_WIDTH     262.0
#define EMPTY_TOP       144.0
#define EMPTY_HEIGHT    196.0
#define CLOSEST_TOP     356.0
#define SHARES_TOP      143.0
#define SHARE_ROW       33.0
#define SECOND_TOP      352.0

/* --- escalations -------------------------------------------------------------- */

typedef struct
{
  TambourTimelineChart chart;
  char                *label;
} Timeline;

static void
free_timeline (gpointer data)
{
  Timeline *timeline = data;

  g_clear_pointer (&timeline->label, g_free);
  g_free (timeline);
}

static void
draw_timeline (TambourCanvas *canvas,
               double         width,
               double         height,
               gpointer       data)
{
  Timeline *timeline = data;

  tambour_chart_timeline (canvas, width, height, &timeline->chart);
}

static void
draw_axis (TambourCanvas *canvas,
           double         width,
           double         height,
           gpointer       data)
{
  g_auto(GStrv) names = tambour_pages_durations ();

  tambour_chart_timeline_axis (canvas, width, height, (const char * const *) names);
}

static Timeline *
make_timeline (const TambourEscalationFact *escalation,
               gboolean                     first)
{
  Timeline *timeline = g_new0 (Timeline, 1);

  timeline->label = isfinite (escalation->hours_to_resolve)
                    ? tambour_wording_duration (llround (escalation->hours_to_resolve * TAMBOUR_HOUR))
                    : g_strdup (_("open"));
  timeline->chart.escalated = escalation->hours_to_escalate;
  timeline->chart.resolved = escalation->hours_to_resolve;
  timeline->chart.label = timeline->label;
  timeline->chart.escalated_name = first ? _("escalated") : NULL;
  timeline->chart.resolved_name = first ? _("resolved") : NULL;

  return timeline;
}

static const char *
get_priority_name (TambourPriority priority)
{
  switch (priority)
    {
    case TAMBOUR_PRIORITY_NONE:
      return "–";
    case TAMBOUR_PRIORITY_P1:
      return _("P1");
    case TAMBOUR_PRIORITY_P2:
      return _("P2");
    case TAMBOUR_PRIORITY_P3:
      return _("P3");
    }

  g_assert_not_reached ();
}

/* A title has one line, with an ellipsis at its end if need be. */
static char *
shorten (TambourCanvas          *canvas,
         const TambourTextStyle *style,
         const char             *text,
         double                  width)
{
  g_autoptr(GString) kept = g_string_new (text);

  if (tambour_canvas_measure (canvas, style, text) <= width)
    return g_strdup (text);

  while (kept->len > 0)
    {
      g_autofree char *candidate = NULL;

      g_string_truncate (kept, g_utf8_find_prev_char (kept->str, kept->str + kept->len) - kept->str);
      g_strchomp (kept->str);
      g_string_set_size (kept, strlen (kept->str));
      candidate = g_strconcat (kept->str, "…", NULL);
      if (tambour_canvas_measure (canvas, style, candidate) <= width)
        return g_steal_pointer (&candidate);
    }

  return g_strdup ("…");
}

static TambourRich *
write_what (TambourCanvas               *canvas,
            const TambourEscalationFact *escalation)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_CELL);
  g_autofree char *number = escalation->number ? tambour_wording_isolate (escalation->number) : NULL;
  double room = TITLE_WIDTH - 12 - (number ? tambour_canvas_measure (canvas, style, number) + 4 : 0);
  g_autofree char *title = shorten (canvas, style, escalation->title ? escalation->title : _("No title"), room);
  TambourRich *rich = tambour_rich_new (title);

  if (number)
    {
      tambour_rich_add (rich, " ");
      tambour_rich_add_grey (rich, number);
    }

  return rich;
}

/* What came of it, and who raised it. */
static TambourRich *
write_outcome (const TambourEscalationFact *escalation)
{
  gboolean has_outcome = escalation->outcome && *escalation->outcome;

  switch (escalation->raised_by)
    {
    case TAMBOUR_RAISED_BY_TAM:
      return has_outcome ? tambour_statement_say (_("{0}; raised by your TAM"), escalation->outcome, NULL)
                         : tambour_rich_new (_("Raised by your TAM"));
    case TAMBOUR_RAISED_BY_CUSTOMER:
      return has_outcome ? tambour_statement_say (_("{0}; raised by <b>you</b>"), escalation->outcome, NULL)
                         : tambour_statement_say (_("Raised by <b>you</b>"), NULL);
    case TAMBOUR_RAISED_BY_SUPPORT:
      return has_outcome ? tambour_statement_say (_("{0}; raised by support"), escalation->outcome, NULL)
                         : tambour_rich_new (_("Raised by support"));
    case TAMBOUR_RAISED_BY_UNKNOWN:
      break;
    }

  return tambour_rich_new (has_outcome ? escalation->outcome : NULL);
}

static void
add_escalation (TambourPages                *self,
                TambourCanvas               *canvas,
                TambourTable                *table,
                const TambourEscalationFact *escalation)
{
  TambourDate opened = tambour_zone_date_of (self->facts->zone, tambour_instant_is_stated (escalation->opened_at)
                                                                ? escalation->opened_at : escalation->declared_at);
  g_autofree char *day = tambour_wording_date (opened, TAMBOUR_DATE_FORM_DAY);
  gboolean first = tambour_table_get_n_rows (table) == 0;
  TambourRich *date = tambour_rich_new (NULL);

  tambour_rich_add_span (date, (TambourSpan) { .text = day, .tone = TAMBOUR_TONE_INK3, .size = 9.5 });
  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
    .text = get_priority_name (escalation->priority), .weight = 600,
  });
  tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, date);
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, write_what (canvas, escalation));
  tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, write_outcome (escalation));
  tambour_table_cell_draw (table, draw_timeline, make_timeline (escalation, first), free_timeline);
}

/* The seven most urgent, in the order of their dates. */
static gboolean
is_shown (GArray *escalations,
          guint   i)
{
  const TambourEscalationFact *mine = &g_array_index (escalations, TambourEscalationFact, i);
  guint ahead = 0;

  for (guint j = 0; j < escalations->len; j++)
    {
      const TambourEscalationFact *other = &g_array_index (escalations, TambourEscalationFact, j);
      guint urgency = mine->priority ? mine->priority : TAMBOUR_N_PRIORITIES;
      guint other_urgency = other->priority ? other->priority : TAMBOUR_N_PRIORITIES;

      ahead += other_urgency < urgency || (other_urgency == urgency && j < i);
    }

  return ahead < MOST_ROWS;
}

static void
draw_escalations (TambourPages  *self,
                  TambourCanvas *canvas)
{
  const TambourColumn columns[] = {
    { _("Opened"), 50, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("What happened, case, outcome"), TITLE_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, draw_axis, NULL },
  };
  GArray *escalations = self->facts->continuity.escalations;
  g_autoptr(TambourTable) table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  double height;

  tambour_page_head (canvas, tambour_deck_x (0), TAMBOUR_DECK_BODY, tambour_deck_w (8),
                     _("Each escalation, from opened to resolved"), _("elapsed time, log scale"));
  tambour_table_set_minimum (table, ROW_HEIGHT);
  tambour_table_set_padding (table, 4, 4);
  for (guint i = 0; i < escalations->len; i++)
    if (is_shown (escalations, i))
      add_escalation (self, canvas, table, &g_array_index (escalations, TambourEscalationFact, i));
  tambour_table_draw (table, canvas, tambour_deck_x (0), TABLE_TOP, tambour_deck_w (8), TABLE_ROOM, 0, &height);

  if (escalations->len > MOST_ROWS)
    {
      g_autofree char *more = tambour_wording_number (escalations->len - MOST_ROWS);
      g_autofree char *text = tambour_wording_fill (_("{0} more in the annual value report"), more, NULL);

      tambour_page_text (canvas, tambour_deck_x (0), TABLE_TOP + height + 3, tambour_deck_w (8), TAMBOUR_ROLE_SECOND, text);
    }
}

/* --- when there was none ------------------------------------------------------- */

static char *
write_none (TambourFacts *facts)
{
  const TambourFact *count = facts->continuity.count;
  g_autofree char *from = tambour_wording_date (facts->period.from, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *to = tambour_wording_date ((TambourDate) { facts->period.to.julian - 1 }, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *before = facts->has_prior && tambour_fact_has_prior (count) ? tambour_fact_before (count) : NULL;

  if (before)
    return tambour_wording_fill (ngettext ("No case was escalated between {0} and {1}. Last year there was {2}.",
                                           "No case was escalated between {0} and {1}. Last year there were {2}.",
                                           (gint64) count->prior.value), from, to, before, NULL);

  return tambour_wording_fill (_("No case was escalated between {0} and {1}."), from, to, NULL);
}

static char *
write_checked (TambourFacts *facts)
{
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (facts->zone, facts->as_of), TAMBOUR_DATE_FORM_LONG);
  gint64 n = tambour_fact_count (facts->service.total);
  g_autofree char *cases = tambour_wording_number (n);

  return tambour_wording_fill (ngettext ("Checked on {0}: one case of the period.", "Checked on {0}: {1} cases of the period.",
                                         n), read, cases, NULL);
}

static void
draw_no_escalation (TambourPages  *self,
                    TambourCanvas *canvas)
{
  gboolean known = tambour_fact_is_known (self->facts->continuity.count);
  g_autofree char *text = known ? write_none (self->facts) : tambour_pages_reason (self->facts->continuity.count);
  g_autofree char *note = known ? write_checked (self->facts)
                                : g_strdup (_("So this page states neither that there were escalations nor that there were none."));

  tambour_page_head (canvas, tambour_deck_x (0), TAMBOUR_DECK_BODY, tambour_deck_w (8),
                     _("Each escalation, from opened to resolved"), known ? NULL : _("not measured"));
  tambour_page_empty (canvas, tambour_deck_x (0), EMPTY_TOP, tambour_deck_w (8), EMPTY_HEIGHT, known ? "0" : NULL, text, note);
}

/* The case that took longest, which came closest to an escalation. */
static void
draw_closest (TambourPages  *self,
              TambourCanvas *canvas)
{
  const TambourContinuityFacts *facts = &self->facts->continuity;
  gboolean known = tambour_fact_is_known (facts->count);
  g_autofree char *took = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  double y = CLOSEST_TOP;

  if (facts->closest_id == NULL || !isfinite (facts->closest_hours))
    return;

  took = tambour_wording_duration_long (llround (facts->closest_hours * TAMBOUR_HOUR));
  number = tambour_wording_isolate (facts->closest_number ? facts->closest_number : "–");
  y += tambour_page_head (canvas, tambour_deck_x (0), y, tambour_deck_w (8),
                          known ? _("The closest to an escalation") : _("The case that took longest"), NULL) + 4;
  text = tambour_wording_fill (_("Case {0}, {1}, took {2}: {3}"), number, get_priority_name (facts->closest_priority), took,
                               facts->closest_title ? facts->closest_title : _("no title is recorded"), NULL);
  tambour_page_text (canvas, tambour_deck_x (0), y, 500, TAMBOUR_ROLE_BODY, text);
}

/* --- one owner ------------------------------------------------------------------ */

typedef struct
{
  const char  *name;
  TambourFact *fact;
} Share;

static guint
list_shares (TambourFacts *facts,
             Share         shares[6])
{
  const TambourContinuityFacts *continuity = &facts->continuity;
  const Share all[6] = {
    { _("After-hours cases with TAM notified"), continuity->after_hours_notified },
    { _("… and reviewed next business morning"), continuity->after_hours_reviewed },
    { _("Regular calls held"), continuity->calls_held },
    { _("Roadmap reviews held"), continuity->roadmap_reviews },
    { _("Call actions closed"), continuity->actions_closed },
    { _("Resolved cases that stayed closed"), continuity->stayed_closed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    shares[i] = all[i];

  return G_N_ELEMENTS (all);
}

/* Names what has no figure, once for all of them. */
static void
draw_unknown (TambourCanvas *canvas,
              GPtrArray     *unknown,
              double         y)
{
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (unknown->len == 0)
    return;

  g_ptr_array_add (unknown, NULL);
  names = tambour_wording_list ((const char * const *) unknown->pdata);
  text = tambour_wording_fill (_("Not measured in this period: {0}."), names, NULL);
  tambour_page_text (canvas, tambour_deck_x (8), y, tambour_deck_w (4), TAMBOUR_ROLE_SECOND, text);
}

static void
draw_shares (TambourPages  *self,
             TambourCanvas *canvas)
{
  Share shares[6];
  guint n = list_shares (self->facts, shares);
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TambourSharesRow));
  TambourSharesChart chart = { .alternative = _("One owner for every case"), .row_height = SHARE_ROW };
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      TambourSharesRow row = { .name = shares[i].name };

      if (!tambour_fact_is_known (shares[i].fact))
        {
          if (i != 1)
            g_ptr_array_add (unknown, (gpointer) shares[i].name);
          continue;
        }
      row.value = tambour_wording_of (shares[i].fact->now.n, shares[i].fact->now.of);
      row.part = shares[i].fact->now.n;
      row.whole = shares[i].fact->now.of;
      tambour_pages_use (self, TAMBOUR_CHAPTER_CONTINUITY, shares[i].fact);
      g_ptr_array_add (owned, (gpointer) row.value);
      g_array_append_val (rows, row);
    }

  tambour_page_head (canvas, tambour_deck_x (8), TAMBOUR_DECK_BODY, tambour_deck_w (4), chart.alternative, NULL);
  chart.shares = (const TambourSharesRow *) rows->data;
  chart.n_shares = rows->len;
  if (rows->len > 0)
    height = tambour_chart_shares (canvas, tambour_deck_x (8), SHARES_TOP, tambour_deck_w (4), &chart);
  draw_unknown (canvas, unknown, SHARES_TOP + height + (rows->len > 0 ? 6 : -5));
}

/* --- what fell short ------------------------------------------------------------- */

static gint64
count_short (const TambourFact *fact)
{
  return tambour_fact_is_known (fact) && fact->now.of != TAMBOUR_NO_COUNT ? fact->now.of - fact->now.n : 0;
}

static void
add_sentence (GPtrArray  *sentences,
              const char *one,
              const char *other,
              gint64      n,
              gint64      of)
{
  g_autofree char *part = tambour_wording_number (n);
  g_autofree char *whole = tambour_wording_number (of);

  if (n > 0)
    g_ptr_array_add (sentences, tambour_wording_fill (n == 1 ? one : other, part, whole, NULL));
}

/* How long the customer had to wait before asking. */
static void
add_asked (TambourFacts *facts,
           GPtrArray    *sentences)
{
  GArray *escalations = facts->continuity.escalations;
  double longest = 0;
  gint64 n = 0;
  g_autofree char *number = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; escalations && i < escalations->len; i++)
    {
      const TambourEscalationFact *escalation = &g_array_index (escalations, TambourEscalationFact, i);

      if (escalation->raised_by == TAMBOUR_RAISED_BY_CUSTOMER)
        {
          n++;
          longest = isfinite (escalation->hours_to_escalate) ? MAX (longest, escalation->hours_to_escalate) : longest;
        }
    }
  if (n == 0 || longest <= 0)
    return;

  number = tambour_wording_number (n);
  after = tambour_wording_duration_long (llround (longest * TAMBOUR_HOUR));
  g_ptr_array_add (sentences,
                   tambour_wording_fill (ngettext ("You raised one escalation yourself, {1} after the case was opened.",
                                                   "You raised {0} escalations yourself, at the latest {1} after the case "
                                                   "was opened.", n), number, after, NULL));
}

static void
add_answered (TambourFacts *facts,
              GPtrArray    *sentences)
{
  const TambourResponseFact *response = &facts->service.response[TAMBOUR_PRIORITY_P1];
  g_autofree char *longest = NULL;

  if (!tambour_fact_is_known (response->longest) || response->longest->now.n < 1)
    return;

  longest = tambour_wording_duration_long (llround (response->longest->now.value * TAMBOUR_HOUR));
  g_ptr_array_add (sentences, tambour_wording_fill (_("Every P1 was answered within {0}."), longest, NULL));
}

static GPtrArray *
list_sentences (TambourFacts *facts)
{
  const TambourContinuityFacts *continuity = &facts->continuity;
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gint64 n;

  add_answered (facts, sentences);
  add_asked (facts, sentences);
  n = count_short (continuity->after_hours_reviewed);
  add_sentence (sentences, _("One after-hours case was not reviewed the next business morning."),
                _("{0} after-hours cases were not reviewed the next business morning."), n, 0);
  n = count_short (continuity->calls_held);
  add_sentence (sentences, _("One regular call of {1} was not held."), _("{0} regular calls of {1} were not held."), n,
                n > 0 ? continuity->calls_held->now.of : 0);
  n = count_short (continuity->stayed_closed);
  add_sentence (sentences, _("One resolved case was opened again."), _("{0} resolved cases were opened again."), n, 0);

  return sentences;
}

/* The head is a finding if the customer had to ask. */
static char *
write_short_head (TambourFacts *facts)
{
  GArray *escalations = facts->continuity.escalations;
  g_autofree char *all = tambour_wording_spelled (escalations ? escalations->len : 0);
  g_autofree char *asked = NULL;
  gint64 n = 0;

  for (guint i = 0; escalations && i < escalations->len; i++)
    n += g_array_index (escalations, TambourEscalationFact, i).raised_by == TAMBOUR_RAISED_BY_CUSTOMER;
  asked = tambour_wording_spelled (n);

  if (n > 0)
    return tambour_wording_fill (ngettext ("You had to ask in one escalation of {1}", "You had to ask in {0} of {1} escalations",
                                           n), asked, all, NULL);

  return g_strdup (_("What fell short"));
}

static void
draw_short (TambourPages  *self,
            TambourCanvas *canvas)
{
  g_autoptr(GPtrArray) sentences = list_sentences (self->facts);
  g_autofree char *head = write_short_head (self->facts);
  double x = tambour_deck_x (8), width = tambour_deck_w (4);
  double y = SECOND_TOP + tambour_page_ruled_head (canvas, x, SECOND_TOP, width, TAMBOUR_TONE_INK, head, NULL) + 3;

  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_("Nothing that was measured here fell short in this period.")));
  for (guint i = 0; i < sentences->len && y < TAMBOUR_DECK_BODY_END - 24; i++)
    y += tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_SECOND, sentences->pdata[i]) + 6;
}

/* --- the page --------------------------------------------------------------------- */

static char *
write_source (TambourFacts *facts)
{
  if (!tambour_fact_is_known (facts->continuity.count))
    return g_strdup (_("Stayed closed = resolved and not opened again by the end of the data. Sources: cases, escalations, calls."));
  if (tambour_fact_count (facts->continuity.count) == 0)
    return g_strdup (_("A zero is printed only when the source was read and complete. Sources: cases, escalations, calls."));

  return g_strdup (_("Escalated = moved to engineering or management with a named owner. “Raised by your TAM” = escalation "
                     "entered by the TAM before any customer request for it. Sources: cases, escalations, calls."));
}

/**
 * tambour_pages_continuity:
 * @self: pages
 *
 * Adds the page of escalations and of what one owner for every case did; what
 * fell short stands on it too.
 */
void
tambour_pages_continuity (TambourPages *self)
{
  TambourFacts *facts = self->facts;
  TambourPageWords words = {
    .label = _("Continuity and escalations"),
    .title = tambour_findings_continuity_title (facts),
    .source = write_source (facts),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_CONTINUITY, words);

  tambour_pages_use (self, TAMBOUR_CHAPTER_CONTINUITY, facts->continuity.count);
  if (tambour_fact_count (facts->continuity.count) > 0 && facts->continuity.escalations &&
      facts->continuity.escalations->len > 0)
    {
      tambour_pages_use (self, TAMBOUR_CHAPTER_CONTINUITY, facts->continuity.by_tam);
      draw_escalations (self, canvas);
    }
  else
    {
      draw_no_escalation (self, canvas);
      draw_closest (self, canvas);
    }

  draw_shares (self, canvas);
  draw_short (self, canvas);
}
