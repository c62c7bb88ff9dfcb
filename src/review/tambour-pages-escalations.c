/* tambour-pages-escalations.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>
#include <string.h>

#include "tambour-chart-continuity.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The left part of the page of continuity. In points (REPORT-DESIGN section 4). */
#define TABLE_TOP       138.0
#define TABLE_ROOM      348.0
#define ROW_HEIGHT      41.0
#define MORE_ROOM       16.0
#define MOST_ROWS       7
#define TITLE_WIDTH     262.0
#define EMPTY_TOP       144.0
#define EMPTY_HEIGHT    196.0
#define CLOSEST_TOP     356.0
#define HEAD_LINE       22.0
#define UNKNOWN_HEIGHT  96.0
#define LONGEST_TOP     262.0
#define MOST_LONGEST    4
#define AXIS_START      0.08
#define TOOK_WIDTH      62.0

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

/* @from and @to in hours after the case was opened; @to is %NAN while it is open. */
static Timeline *
make_timeline (double      from,
               double      to,
               const char *from_name)
{
  Timeline *timeline = g_new0 (Timeline, 1);

  timeline->label = isfinite (to) ? tambour_wording_duration (llround (to * TAMBOUR_HOUR)) : g_strdup (_("open"));
  timeline->chart.escalated = from;
  timeline->chart.resolved = to;
  timeline->chart.label = timeline->label;
  timeline->chart.escalated_name = from_name;
  timeline->chart.resolved_name = from_name ? _("resolved") : NULL;

  return timeline;
}

/**
 * tambour_pages_priority:
 * @priority: of a case
 *
 * Returns: its short name: “P1”
 */
const char *
tambour_pages_priority (TambourPriority priority)
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
write_what (TambourCanvas *canvas,
            const char    *name,
            const char    *number)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_CELL);
  g_autofree char *isolated = number ? tambour_wording_isolate (number) : NULL;
  double room = TITLE_WIDTH - 12 - (number ? tambour_canvas_measure (canvas, style, isolated) + 4 : 0);
  g_autofree char *title = shorten (canvas, style, name && *name ? name : _("No title"), room);
  TambourRich *rich = tambour_rich_new (title);

  if (number)
    {
      tambour_rich_add (rich, " ");
      tambour_rich_add_grey (rich, isolated);
    }

  return rich;
}

/* A sentence that goes on: without the full stop that somebody typed. */
static char *
dup_open_sentence (const char *text)
{
  char *open = text && *text ? g_strchomp (g_strdup (text)) : NULL;

  if (open && g_str_has_suffix (open, "."))
    open[strlen (open) - 1] = '\0';

  return open;
}

/* What came of it, and who raised it. */
static TambourRich *
write_outcome (const TambourEscalationFact *escalation)
{
  g_autofree char *outcome = dup_open_sentence (escalation->outcome);

  switch (escalation->raised_by)
    {
    case TAMBOUR_RAISED_BY_TAM:
      return outcome ? tambour_statement_say (_("{0}; raised by your TAM"), outcome, NULL)
                     : tambour_rich_new (_("Raised by your TAM"));
    case TAMBOUR_RAISED_BY_CUSTOMER:
      return outcome ? tambour_statement_say (_("{0}; raised by <b>you</b>"), outcome, NULL)
                     : tambour_statement_say (_("Raised by <b>you</b>"), NULL);
    case TAMBOUR_RAISED_BY_SUPPORT:
      return outcome ? tambour_statement_say (_("{0}; raised by support"), outcome, NULL)
                     : tambour_rich_new (_("Raised by support"));
    case TAMBOUR_RAISED_BY_UNKNOWN:
      break;
    }

  return tambour_rich_new (outcome);
}

/* Begins a row: priority and day, then what happened. Takes @second. */
static void
begin_row (TambourPages    *self,
           TambourCanvas   *canvas,
           TambourTable    *table,
           TambourPriority  priority,
           TambourInstant   opened,
           TambourRich     *what,
           TambourRich     *second)
{
  g_autofree char *day = tambour_wording_date (tambour_zone_date_of (self->facts->zone, opened), TAMBOUR_DATE_FORM_DAY);
  TambourRich *date = tambour_rich_new (NULL);

  tambour_rich_add_span (date, (TambourSpan) { .text = day, .tone = TAMBOUR_TONE_INK3, .size = 9.5 });
  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = tambour_pages_priority (priority), .weight = 600 });
  tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, date);
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, what);
  tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, second);
}

static void
add_escalation (TambourPages                *self,
                TambourCanvas               *canvas,
                TambourTable                *table,
                const TambourEscalationFact *escalation)
{
  TambourInstant opened = tambour_instant_is_stated (escalation->opened_at) ? escalation->opened_at : escalation->declared_at;
  const char *name = tambour_table_get_n_rows (table) == 0 ? _("escalated") : NULL;

  begin_row (self, canvas, table, escalation->priority, opened,
             write_what (canvas, escalation->title, escalation->number), write_outcome (escalation));
  /* An escalation without a case has no opening to measure from. */
  if (isfinite (escalation->hours_to_escalate))
    tambour_table_cell_draw (table, draw_timeline,
                             make_timeline (escalation->hours_to_escalate, escalation->hours_to_resolve, name), free_timeline);
  else
    tambour_table_cell (table, TAMBOUR_ROLE_SECOND, _("not about one case"));
}

/* The most urgent, in the order of their dates. */
static gboolean
is_shown (GArray *escalations,
          guint   i,
          guint   n_shown)
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

  return ahead < n_shown;
}

/* @took: (nullable): head of a column for the durations, else they stand beside their dots. */
static TambourTable *
make_table (TambourCanvas *canvas,
            const char    *what,
            const char    *took)
{
  const TambourColumn columns[] = {
    { _("Opened"), 50, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { what, TITLE_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, draw_axis, NULL },
    { took, TOOK_WIDTH, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, took ? 4 : 3);

  tambour_table_set_minimum (table, ROW_HEIGHT);
  tambour_table_set_padding (table, 4, 4);

  return table;
}

static TambourTable *
tell_escalations (TambourPages  *self,
                  TambourCanvas *canvas,
                  guint          n_shown)
{
  GArray *escalations = self->facts->continuity.escalations;
  TambourTable *table = make_table (canvas, _("What happened, case, outcome"), NULL);

  for (guint i = 0; i < escalations->len; i++)
    if (is_shown (escalations, i, n_shown))
      add_escalation (self, canvas, table, &g_array_index (escalations, TambourEscalationFact, i));

  return table;
}

/* As many as have room, with the line below them that says how many others there are. */
static TambourTable *
fit_escalations (TambourPages  *self,
                 TambourCanvas *canvas,
                 guint         *n_shown)
{
  guint n = self->facts->continuity.escalations->len;

  for (*n_shown = MIN (n, MOST_ROWS);; (*n_shown)--)
    {
      g_autoptr(TambourTable) table = tell_escalations (self, canvas, *n_shown);
      double more = *n_shown < n ? MORE_ROOM : 0;

      if (*n_shown == 1 || tambour_table_get_height (table, tambour_deck_w (8)) + more <= TABLE_ROOM)
        return g_steal_pointer (&table);
    }
}

/**
 * tambour_pages_escalations:
 * @self: pages
 * @canvas: the page of continuity
 *
 * Draws each escalation from opened to resolved, on a log scale.
 */
void
tambour_pages_escalations (TambourPages  *self,
                           TambourCanvas *canvas)
{
  guint n_shown;
  g_autoptr(TambourTable) table = fit_escalations (self, canvas, &n_shown);
  g_autofree char *more = tambour_pages_more (self->facts->continuity.escalations->len, n_shown);
  double height;

  tambour_pages_head (canvas, tambour_deck_x (0), TAMBOUR_DECK_BODY, tambour_deck_w (8),
                      _("Each escalation, from opened to resolved"), _("elapsed time, log scale"));
  tambour_table_draw (table, canvas, tambour_deck_x (0), TABLE_TOP, tambour_deck_w (8), TABLE_ROOM, 0, &height);
  if (more)
    tambour_page_text (canvas, tambour_deck_x (0), TABLE_TOP + height + 3, tambour_deck_w (8), TAMBOUR_ROLE_SECOND, more);
}

/* --- when there was none ------------------------------------------------------- */

/**
 * tambour_pages_none_escalated:
 * @facts: the facts
 *
 * Returns: (transfer full): that no case was escalated, and how many the year before
 */
char *
tambour_pages_none_escalated (TambourFacts *facts)
{
  const TambourFact *count = facts->continuity.count;
  g_autofree char *from = tambour_wording_date (facts->period.from, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *to = tambour_wording_date ((TambourDate) { facts->period.to.julian - 1 }, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *before = facts->has_prior && tambour_fact_has_prior (count) ? tambour_fact_before (count) : NULL;

  if (before)
    return tambour_wording_fill (ngettext ("No case was escalated between {0} and {1}. Last year there was {2}.",
                                           "No case was escalated between {0} and {1}. Last year there were {2}.",
                                           (gint64) count->prior.value),
                                 from, to, before, NULL);

  return tambour_wording_fill (_("No case was escalated between {0} and {1}."), from, to, NULL);
}

/**
 * tambour_pages_cases_checked:
 * @facts: the facts
 *
 * Returns: (transfer full): on which day how many cases were looked through
 */
char *
tambour_pages_cases_checked (TambourFacts *facts)
{
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (facts->zone, facts->as_of), TAMBOUR_DATE_FORM_LONG);
  gint64 n = tambour_fact_count (facts->service.total);
  g_autofree char *cases = tambour_wording_number (n);

  return tambour_wording_fill (ngettext ("Checked on {0}: one case of the period.", "Checked on {0}: {1} cases of the period.",
                                         n),
                               read, cases, NULL);
}

static void
add_case (TambourPages  *self,
          TambourCanvas *canvas,
          TambourTable  *table,
          const char    *id,
          double         hours)
{
  TambourCase *support_case = tambour_pages_find_case (self, id);
  gboolean first = tambour_table_get_n_rows (table) == 0;
  g_autofree char *took = NULL;
  TambourRich *second;
  Timeline *timeline;

  if (support_case == NULL)
    return;

  second = tambour_rich_new (support_case->category && support_case->title &&
                                 !g_str_has_prefix (support_case->title, support_case->category)
                               ? support_case->category
                               : NULL);
  begin_row (self, canvas, table, support_case->priority, support_case->opened_at,
             write_what (canvas, support_case->title, support_case->number), second);
  /* The axis begins where a case is opened, so far as a log scale has a beginning. */
  timeline = make_timeline (AXIS_START, hours, first ? _("opened") : NULL);
  took = g_strdup (timeline->label);
  timeline->chart.label = "";
  tambour_table_cell_draw (table, draw_timeline, timeline, free_timeline);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = took, .weight = 600 });
}

/* The cases that took longest; where escalations are not recorded, the page shows these. */
static void
draw_longest (TambourPages  *self,
              TambourCanvas *canvas)
{
  const TambourResolveFact *all = &self->facts->service.resolve_all;
  g_autoptr(TambourTable) table = make_table (canvas, _("What it was about, case"), _("Took"));
  guint n = all->hours ? all->hours->len : 0;

  if (n == 0)
    return;

  tambour_pages_head (canvas, tambour_deck_x (0), LONGEST_TOP, tambour_deck_w (8), _("The cases that took longest"),
                      _("elapsed time, log scale"));
  for (guint i = 0; i < MIN (n, MOST_LONGEST); i++)
    add_case (self, canvas, table, all->case_ids->pdata[n - 1 - i], g_array_index (all->hours, double, n - 1 - i));
  tambour_table_draw (table, canvas, tambour_deck_x (0), LONGEST_TOP + 22, tambour_deck_w (8), TABLE_ROOM, 0, NULL);
}

static void
draw_unknown_escalations (TambourPages  *self,
                          TambourCanvas *canvas)
{
  g_autofree char *reason = tambour_pages_reason (self->facts->continuity.count);

  tambour_pages_head (canvas, tambour_deck_x (0), TAMBOUR_DECK_BODY, tambour_deck_w (8),
                      _("Each escalation, from opened to resolved"), _("not measured"));
  tambour_page_empty (canvas, tambour_deck_x (0), EMPTY_TOP, tambour_deck_w (8), UNKNOWN_HEIGHT, NULL, reason,
                      _("So this page says neither that there were escalations nor that there were none."));
  draw_longest (self, canvas);
}

/**
 * tambour_pages_closest:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): the case that came closest to an
 *   escalation: the one that took longest
 */
char *
tambour_pages_closest (TambourFacts *facts)
{
  const TambourContinuityFacts *continuity = &facts->continuity;
  g_autofree char *took = NULL;
  g_autofree char *number = NULL;

  if (continuity->closest_id == NULL || !isfinite (continuity->closest_hours))
    return NULL;

  took = tambour_wording_duration_long (llround (continuity->closest_hours * TAMBOUR_HOUR));
  number = tambour_wording_isolate (continuity->closest_number ? continuity->closest_number : "–");

  return tambour_wording_fill (_("Case {0}, {1}, took {2}: {3}"), number, tambour_pages_priority (continuity->closest_priority), took,
                               continuity->closest_title ? continuity->closest_title : _("no title is recorded"), NULL);
}

static void
draw_closest (TambourPages  *self,
              TambourCanvas *canvas)
{
  g_autofree char *text = tambour_pages_closest (self->facts);

  if (text == NULL)
    return;

  tambour_pages_head (canvas, tambour_deck_x (0), CLOSEST_TOP, tambour_deck_w (8), _("The closest to an escalation"), NULL);
  tambour_page_text (canvas, tambour_deck_x (0), CLOSEST_TOP + HEAD_LINE, 500, TAMBOUR_ROLE_BODY, text);
}

/**
 * tambour_pages_no_escalations:
 * @self: pages
 * @canvas: the page of continuity
 *
 * Draws a zero with the date on which it was checked and the case that came
 * closest; or that escalations were not measured, which is no zero.
 */
void
tambour_pages_no_escalations (TambourPages  *self,
                              TambourCanvas *canvas)
{
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (!tambour_fact_is_known (self->facts->continuity.count))
    {
      draw_unknown_escalations (self, canvas);
      return;
    }

  text = tambour_pages_none_escalated (self->facts);
  note = tambour_pages_cases_checked (self->facts);
  tambour_pages_head (canvas, tambour_deck_x (0), TAMBOUR_DECK_BODY, tambour_deck_w (8),
                      _("Each escalation, from opened to resolved"), NULL);
  tambour_page_empty (canvas, tambour_deck_x (0), EMPTY_TOP, tambour_deck_w (8), EMPTY_HEIGHT, "0", text, note);
  draw_closest (self, canvas);
}
