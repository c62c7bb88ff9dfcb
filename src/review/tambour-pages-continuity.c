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
#define SHARES_TOP      143.0
#define SHARE_ROW       33.0
#define SECOND_TOP      352.0

/* --- one owner ------------------------------------------------------------------ */

/**
 * tambour_pages_list_shares:
 * @facts: the facts
 * @shares: (out caller-allocates): where they are put
 *
 * Lists the shares that one owner for every case is measured by, known or not.
 */
void
tambour_pages_list_shares (TambourFacts      *facts,
                           TambourPagesShare  shares[TAMBOUR_N_SHARES])
{
  const TambourContinuityFacts *continuity = &facts->continuity;
  const TambourPagesShare all[TAMBOUR_N_SHARES] = {
    { _("After-hours cases with TAM notified"), NULL, _("notices after hours"), continuity->after_hours_notified },
    { _("… and reviewed next business morning"), _("After-hours cases reviewed next business morning"), NULL,
      continuity->after_hours_reviewed },
    { _("Regular calls held"), NULL, _("regular calls"), continuity->calls_held },
    { _("Roadmap reviews held"), NULL, _("roadmap reviews"), continuity->roadmap_reviews },
    { _("Call actions closed"), NULL, _("call actions"), continuity->actions_closed },
    { _("Resolved cases that stayed closed"), NULL, _("reopened cases"), continuity->stayed_closed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    shares[i] = all[i];
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
  TambourPagesShare shares[TAMBOUR_N_SHARES];
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TambourSharesRow));
  TambourSharesChart chart = { .alternative = _("One owner for every case"), .row_height = SHARE_ROW };
  double height = 0;

  tambour_pages_list_shares (self->facts, shares);
  for (guint i = 0; i < TAMBOUR_N_SHARES; i++)
    {
      TambourSharesRow row = { .name = shares[i].name };

      if (!tambour_fact_is_known (shares[i].fact))
        {
          if (shares[i].inside)
            g_ptr_array_add (unknown, (gpointer) shares[i].inside);
          continue;
        }
      row.value = tambour_wording_of (shares[i].fact->now.n, shares[i].fact->now.of);
      row.part = shares[i].fact->now.n;
      row.whole = shares[i].fact->now.of;
      tambour_pages_use (self, TAMBOUR_CHAPTER_CONTINUITY, shares[i].fact);
      g_ptr_array_add (owned, (gpointer) row.value);
      g_array_append_val (rows, row);
    }

  tambour_pages_head (canvas, tambour_deck_x (8), TAMBOUR_DECK_BODY, tambour_deck_w (4), chart.alternative, NULL);
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
  g_autofree char *part = tambour_wording_spelled (n);
  g_autofree char *whole = tambour_wording_number (of);

  if (n > 0)
    g_ptr_array_add (sentences, tambour_wording_fill (n == 1 ? one : other, part, whole, NULL));
}

/* Escalations that the customer had to ask for. */
static gint64
count_asked (TambourFacts *facts)
{
  GArray *escalations = facts->continuity.escalations;
  gint64 n = 0;

  for (guint i = 0; escalations && i < escalations->len; i++)
    n += g_array_index (escalations, TambourEscalationFact, i).raised_by == TAMBOUR_RAISED_BY_CUSTOMER;

  return n;
}

/* How long the customer had to wait before asking. */
static void
add_asked (TambourFacts *facts,
           GPtrArray    *sentences)
{
  GArray *escalations = facts->continuity.escalations;
  gint64 n = count_asked (facts);
  double longest = 0;
  g_autofree char *number = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; escalations && i < escalations->len; i++)
    {
      const TambourEscalationFact *escalation = &g_array_index (escalations, TambourEscalationFact, i);

      if (escalation->raised_by == TAMBOUR_RAISED_BY_CUSTOMER && isfinite (escalation->hours_to_escalate))
        longest = MAX (longest, escalation->hours_to_escalate);
    }
  if (n == 0 || longest <= 0)
    return;

  number = tambour_wording_spelled (n);
  after = tambour_wording_duration_long (llround (longest * TAMBOUR_HOUR));
  g_ptr_array_add (sentences,
                   tambour_wording_fill (ngettext ("You raised one escalation yourself, {1} after the case was opened.",
                                                   "You raised {0} escalations yourself, at the latest {1} after the case "
                                                   "was opened.",
                                                   n),
                                         number, after, NULL));
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

static void
add_outages (TambourFacts *facts,
             GPtrArray    *sentences)
{
  GArray *outages = facts->service.outages;
  double longest = 0;
  g_autofree char *n = tambour_wording_spelled (outages ? outages->len : 0);
  g_autofree char *lasted = NULL;

  for (guint i = 0; outages && i < outages->len; i++)
    {
      double hours = g_array_index (outages, TambourOutageFact, i).restore_hours;

      longest = isfinite (hours) ? MAX (longest, hours) : longest;
    }
  if (longest <= 0)
    return;

  lasted = tambour_wording_duration_long (llround (longest * TAMBOUR_HOUR));
  g_ptr_array_add (sentences, tambour_wording_fill (ngettext ("The one outage lasted {1}.",
                                                              "The longest of {0} outages lasted {1}.", outages->len), n,
                                                    lasted, NULL));
}

/**
 * tambour_pages_list_short:
 * @facts: the facts
 *
 * Returns: (transfer full) (element-type utf8): what fell short in escalations,
 *   calls and cases, whole sentences
 */
GPtrArray *
tambour_pages_list_short (TambourFacts *facts)
{
  const TambourContinuityFacts *continuity = &facts->continuity;
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gint64 n;

  if (count_asked (facts) > 0)
    add_answered (facts, sentences);
  add_asked (facts, sentences);
  add_outages (facts, sentences);
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
  gint64 n = count_asked (facts);
  gboolean is_the_only_one = escalations && escalations->len == 1;
  g_autofree char *asked = tambour_wording_spelled (n);
  g_autofree char *all = tambour_wording_spelled (escalations ? escalations->len : 0);

  if (n > 0 && is_the_only_one)
    return g_strdup (_("You had to ask in the one escalation"));
  if (n > 0)
    return tambour_wording_fill (ngettext ("You had to ask in one escalation of {1}", "You had to ask in {0} of {1} escalations",
                                           n),
                                 asked, all, NULL);

  return g_strdup (_("What fell short"));
}

static void
draw_short (TambourPages  *self,
            TambourCanvas *canvas)
{
  g_autoptr(GPtrArray) sentences = tambour_pages_list_short (self->facts);
  g_autofree char *head = write_short_head (self->facts);
  double x = tambour_deck_x (8), width = tambour_deck_w (4);
  double y = SECOND_TOP + tambour_page_ruled_head (canvas, x, SECOND_TOP, width, TAMBOUR_TONE_INK, head, NULL) + 3;

  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_("Nothing that was measured here fell short in this period.")));
  for (guint i = 0; i < sentences->len && y < TAMBOUR_DECK_BODY_END - 24; i++)
    {
      g_autofree char *sentence = tambour_wording_capital (sentences->pdata[i]);

      y += tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_SECOND, sentence) + 6;
    }
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
      tambour_pages_escalations (self, canvas);
    }
  else
    {
      tambour_pages_no_escalations (self, canvas);
    }

  draw_shares (self, canvas);
  draw_short (self, canvas);
}
