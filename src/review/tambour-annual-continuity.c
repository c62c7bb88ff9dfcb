/* tambour-annual-continuity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define OPENED_WIDTH    51.0
#define WHAT_WIDTH      175.0
#define RAISED_WIDTH    46.0
#define ESCALATED_WIDTH 50.0
#define RESOLVED_WIDTH  60.0
#define SHARE_NAME      236.0
#define COUNT_WIDTH     44.0
#define BAR_WIDTH       102.0
#define BAR_HEIGHT      6.0
#define WHEN_WIDTH      62.0
#define ISSUE_WIDTH     194.0
#define SAFEGUARD_WIDTH 176.0

/* --- escalations ---------------------------------------------------------------- */

/* One paragraph: what an escalation is, how many there were, and what fell short. */
static char *
write_intro (TambourFacts *facts)
{
  TambourFact *count = facts->continuity.count;
  gint64 n = tambour_fact_count (count);
  gint64 before = count && facts->has_prior && tambour_fact_has_prior (count) ? (gint64) count->prior.value : -1;
  g_autofree char *now = tambour_wording_spelled (n);
  g_autofree char *capital = tambour_wording_capital (now);
  g_autofree char *difference = tambour_wording_spelled (ABS (n - before));

  if (before < 0)
    return tambour_wording_fill (ngettext ("An escalation moves a case to a named engineer or manager. There was one.",
                                           "An escalation moves a case to a named engineer or manager. There were {0}.", n),
                                 now, NULL);
  if (n < before)
    return tambour_wording_fill (ngettext ("An escalation moves a case to a named engineer or manager. "
                                           "There was one, {1} fewer than last year.",
                                           "An escalation moves a case to a named engineer or manager. "
                                           "There were {0}, {1} fewer than last year.",
                                           n),
                                 now, difference, NULL);
  if (n > before)
    return tambour_wording_fill (ngettext ("An escalation moves a case to a named engineer or manager. "
                                           "There was one, {1} more than last year.",
                                           "An escalation moves a case to a named engineer or manager. "
                                           "There were {0}, {1} more than last year.",
                                           n),
                                 now, difference, NULL);

  return tambour_wording_fill (ngettext ("An escalation moves a case to a named engineer or manager. There was one, as last year.",
                                         "An escalation moves a case to a named engineer or manager. "
                                         "There were {0}, as many as last year.",
                                         n),
                               now, NULL);
}

static void
draw_intro (TambourAnnual *self)
{
  g_autofree char *intro = write_intro (self->facts);
  g_autoptr(GPtrArray) sentences = tambour_pages_list_short (self->facts);
  g_autoptr(GString) text = g_string_new (intro);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = tambour_wording_capital (sentences->pdata[i]);

      g_string_append_printf (text, " %s", sentence);
    }

  tambour_annual_text (self, TAMBOUR_ROLE_BODY, text->str);
}

static void
add_raised_by (TambourTable    *table,
               TambourRaisedBy  raised_by)
{
  switch (raised_by)
    {
    case TAMBOUR_RAISED_BY_TAM:
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, _("Your TAM"));
      return;
    case TAMBOUR_RAISED_BY_CUSTOMER:
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = _("You"), .weight = 600 });
      return;
    case TAMBOUR_RAISED_BY_SUPPORT:
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, _("Support"));
      return;
    case TAMBOUR_RAISED_BY_UNKNOWN:
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, "–");
      return;
    }

  g_assert_not_reached ();
}

static void
add_hours (TambourTable *table,
           double        hours,
           const char   *unknown,
           int           weight)
{
  g_autofree char *text = isfinite (hours) ? tambour_wording_duration (llround (hours * TAMBOUR_HOUR)) : g_strdup (unknown);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = text, .weight = weight });
}

/* A word in ink or bold, then another in grey. */
static TambourRich *
write_two (const char *first,
           int         weight,
           const char *second)
{
  TambourRich *rich = tambour_rich_new (NULL);
  g_autofree char *isolated = second && *second ? tambour_wording_isolate (second) : NULL;

  tambour_rich_add_span (rich, (TambourSpan) { .text = first, .weight = weight });
  if (isolated != NULL)
    {
      tambour_rich_add (rich, " ");
      tambour_rich_add_grey (rich, isolated);
    }

  return rich;
}

static void
add_escalation (TambourAnnual               *self,
                TambourTable                *table,
                const TambourEscalationFact *escalation)
{
  TambourInstant opened = tambour_instant_is_stated (escalation->opened_at) ? escalation->opened_at : escalation->declared_at;
  g_autofree char *day = tambour_wording_date (tambour_zone_date_of (self->facts->zone, opened), TAMBOUR_DATE_FORM_DAY);

  tambour_table_add_row (table);
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, write_two (tambour_pages_priority (escalation->priority), 600, day));
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL,
                           write_two (escalation->title && *escalation->title ? escalation->title : _("No title"), 0,
                                      escalation->number));
  add_raised_by (table, escalation->raised_by);
  add_hours (table, escalation->hours_to_escalate, "–", 0);
  add_hours (table, escalation->hours_to_resolve, _("open"), 600);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, escalation->outcome && *escalation->outcome ? escalation->outcome : "–");
}

static void
draw_escalations (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("Opened"), OPENED_WIDTH, 5, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("What happened, case"), WHAT_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Raised by"), RAISED_WIDTH, 4, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Escalated after"), ESCALATED_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Resolved after"), RESOLVED_WIDTH, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Outcome"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *escalations = self->facts->continuity.escalations;
  g_autoptr(TambourTable) table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < escalations->len; i++)
    add_escalation (self, table, &g_array_index (escalations, TambourEscalationFact, i));

  draw_intro (self);
  tambour_annual_use (self, self->facts->continuity.by_tam);
  tambour_annual_use (self, self->facts->service.outage);
  tambour_annual_table (self, table, NULL);
}

/* A zero that was checked, or that nothing is known. */
static void
draw_none (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  g_autofree char *none = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *closest = NULL;
  g_autofree char *reason = NULL;

  if (!tambour_fact_is_known (facts->continuity.count))
    {
      reason = tambour_pages_reason (facts->continuity.count);
      tambour_annual_text (self, TAMBOUR_ROLE_BODY, reason);
      tambour_annual_text (self, TAMBOUR_ROLE_SECOND,
                           _("So this page says neither that there were escalations nor that there were none."));
      return;
    }

  none = tambour_pages_none_escalated (facts);
  checked = tambour_pages_cases_checked (facts);
  closest = tambour_pages_closest (facts);
  tambour_annual_text (self, TAMBOUR_ROLE_BODY, none);
  tambour_annual_text (self, TAMBOUR_ROLE_SECOND, checked);
  if (closest == NULL)
    return;

  tambour_annual_head (self, _("The closest to an escalation"), NULL, 26);
  tambour_annual_text (self, TAMBOUR_ROLE_BODY, closest);
}

/* --- one owner for every case ------------------------------------------------------ */

static void
draw_bar (TambourCanvas *canvas,
          double         width,
          double         height,
          gpointer       data)
{
  const TambourFact *share = data;
  double length = share->now.of > 0 ? BAR_WIDTH * share->now.n / share->now.of : 0;
  double y = height / 2 - BAR_HEIGHT / 2;

  tambour_canvas_rect (canvas, 0, y, BAR_WIDTH, BAR_HEIGHT, TAMBOUR_TONE_TRACK);
  tambour_canvas_rect (canvas, 0, y, length, BAR_HEIGHT, TAMBOUR_TONE_ACCENT);
}

static void
add_share (TambourAnnual           *self,
           TambourTable            *table,
           const TambourPagesShare *share)
{
  g_autofree char *reached = tambour_wording_number (share->fact->now.n);
  g_autofree char *of = tambour_wording_number (share->fact->now.of);
  g_autofree char *percent = share->fact->now.of >= 10 ? tambour_wording_share (share->fact->now.n, share->fact->now.of)
                                                       : g_strdup ("–");

  tambour_annual_use (self, share->fact);
  tambour_table_add_row (table);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, share->alone ? share->alone : share->name);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = reached, .weight = 600 });
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, of);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, percent);
  tambour_table_cell_draw (table, draw_bar, share->fact, NULL);
}

/* @unknown: (element-type utf8): what was not measured, ended by %NULL */
static char *
write_below (GPtrArray *unknown)
{
  g_autofree char *names = NULL;

  if (unknown->len == 1)
    return g_strdup (_("Below ten, no percentage is printed."));

  names = tambour_wording_list ((const char * const *) unknown->pdata);

  return tambour_wording_fill (_("Below ten, no percentage is printed. Not measured in this period: {0}."), names, NULL);
}

static void
draw_shares (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("Continuity"), SHARE_NAME, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Reached"), COUNT_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Of"), COUNT_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Share"), COUNT_WIDTH, 14, TAMBOUR_ALIGN_END, NULL, NULL },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  g_autoptr(TambourTable) table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  g_autofree char *below = NULL;
  TambourPagesShare shares[TAMBOUR_N_SHARES];

  tambour_pages_list_shares (self->facts, shares);
  for (guint i = 0; i < TAMBOUR_N_SHARES; i++)
    {
      if (tambour_fact_is_known (shares[i].fact))
        add_share (self, table, &shares[i]);
      else if (shares[i].inside)
        g_ptr_array_add (unknown, (gpointer) shares[i].inside);
    }
  g_ptr_array_add (unknown, NULL);
  if (tambour_table_get_n_rows (table) == 0)
    return;

  below = write_below (unknown);
  tambour_annual_head (self, _("One owner for every case"), NULL, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_table (self, table, below);
}

/* --- known issues -------------------------------------------------------------------- */

static const char *
get_severity (TambourSeverity severity)
{
  static const char * const NAMES[TAMBOUR_N_SEVERITIES] = {
    [TAMBOUR_SEVERITY_HIGH] = N_("High"),
    [TAMBOUR_SEVERITY_MEDIUM] = N_("Medium"),
    [TAMBOUR_SEVERITY_LOW] = N_("Low"),
  };

  return _(NAMES[severity]);
}

static void
add_issue (TambourTable                *table,
           const TambourKnownIssueFact *issue)
{
  g_autofree char *on = tambour_date_is_stated (issue->on) ? tambour_wording_date (issue->on, TAMBOUR_DATE_FORM_SHORT)
                                                           : g_strdup ("–");
  const char *safeguard = issue->safeguard && *issue->safeguard ? issue->safeguard : "–";

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = on, .tone = TAMBOUR_TONE_INK3 });
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, issue->title);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, safeguard);
  if (!issue->avoided)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, _("not before exposure"));
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = get_severity (issue->severity),
                                                       .weight = issue->severity == TAMBOUR_SEVERITY_HIGH ? 600 : 0,
                                                     });
}

static char *
write_issues_head (TambourFacts *facts)
{
  gint64 n = tambour_fact_count (facts->usage.issues_avoided);
  gint64 n_high = tambour_fact_count (facts->usage.issues_high);
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *avoided = tambour_wording_capital (spelled);
  g_autofree char *high = tambour_wording_spelled (n_high);

  if (n == 0)
    return g_strdup (_("Known issues that matched your setup"));
  if (n_high == 0 || n == 1)
    return tambour_wording_fill (ngettext ("One known issue was avoided", "{0} known issues were avoided", n), avoided, NULL);

  return tambour_wording_fill (ngettext ("{0} known issues were avoided, one of them high impact",
                                         "{0} known issues were avoided, {1} of them high impact", n_high),
                               avoided, high, NULL);
}

static void
draw_issues (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("When"), WHEN_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Known issue"), ISSUE_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Safeguard"), SAFEGUARD_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Impact"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *issues = self->facts->usage.known_issues;
  TambourFact *avoided = self->facts->usage.issues_avoided;
  g_autoptr(TambourTable) table = NULL;
  g_autofree char *head = NULL;
  g_autofree char *spelled = NULL;
  g_autofree char *before = NULL;

  if (issues == NULL || issues->len == 0)
    return;

  table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < issues->len; i++)
    add_issue (table, &g_array_index (issues, TambourKnownIssueFact, i));

  head = write_issues_head (self->facts);
  if (tambour_fact_count (avoided) > 0 && self->facts->has_prior && tambour_fact_has_prior (avoided))
    {
      spelled = tambour_wording_spelled ((gint64) avoided->prior.value);
      before = tambour_wording_fill (_("{0} last year"), spelled, NULL);
    }
  tambour_annual_head (self, head, before, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_use (self, avoided);
  tambour_annual_table (self, table, NULL);
}

/**
 * tambour_annual_continuity:
 * @self: a report
 *
 * Adds every escalation, what one owner for every case did, and the known
 * issues that matched the customer's setup.
 */
void
tambour_annual_continuity (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourPageWords words = {
    .label = _("Continuity and escalations"),
    .title = tambour_findings_continuity_title (facts),
    .source = g_strdup (_("Escalated and resolved: elapsed time since opened. Sources: cases, escalations, calls, known issues")),
  };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_CONTINUITY, words);
  tambour_annual_use (self, facts->continuity.count);
  if (tambour_fact_count (facts->continuity.count) > 0 && facts->continuity.escalations &&
      facts->continuity.escalations->len > 0)
    draw_escalations (self);
  else
    draw_none (self);

  draw_shares (self);
  draw_issues (self);
}
