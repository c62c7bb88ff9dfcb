/* tambour-pages-enablement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>
#include <string.h>

#include "tambour-chart-advocacy.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define CHART_TOP      142.0
#define NAMES          176.0
#define VALUES         164.0
#define ROW_HEIGHT     31.0
#define SMALL_ROW      15.0
#define TABLE_TOP      140.0
#define TABLE_ROOM     206.0
#define LOWER_TOP      352.0
#define LOWER_END      482.0
#define HALF           231.0
#define EMPTY_HEIGHT   120.0

#define MOST_PRACTICES 3

/* --- take-up ------------------------------------------------------------------- */

/* “84 of 96 · 88%”; below ten offers the counts alone. */
static char *
write_take_up (const TambourFact *share)
{
  g_autofree char *counts = tambour_wording_of (share->now.n, share->now.of);
  g_autofree char *percent = NULL;

  if (share->now.of < 10)
    return g_steal_pointer (&counts);

  percent = tambour_wording_share (share->now.n, share->now.of);

  return g_strconcat (counts, " · ", percent, NULL);
}

static void
clear_row (gpointer data)
{
  TambourTakeUpRow *row = data;

  g_free ((char *) row->value);
  g_free ((char *) row->before);
}

static GArray *
list_rows (TambourPages *self)
{
  GArray *programmes = self->facts->enablement.take_up;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TambourTakeUpRow));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < programmes->len; i++)
    {
      TambourFact *share = g_array_index (programmes, TambourTakeUpFact, i).share;
      gboolean compared = self->facts->has_prior && tambour_fact_has_prior (share);
      TambourTakeUpRow row = {
        _(share->name), write_take_up (share), tambour_pages_prior (self, share, _("was {0}")), share->now.value,
        compared ? share->prior.value : NAN,
      };

      tambour_pages_use (self, TAMBOUR_CHAPTER_ENABLEMENT, share);
      g_array_append_val (rows, row);
    }

  return rows;
}

/* This year's and last year's counts stand side by side, in any language. */
static double
measure_values (TambourCanvas *canvas,
                GArray        *rows)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);
  double now = 0, before = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TambourTakeUpRow *row = &g_array_index (rows, TambourTakeUpRow, i);

      style.weight = 600;
      now = MAX (now, tambour_canvas_measure (canvas, &style, row->value));
      style.weight = 400;
      before = MAX (before, row->before ? tambour_canvas_measure (canvas, &style, row->before) : 0);
    }

  return MAX (VALUES, 8 + now + 12 + before);
}

/**
 * tambour_pages_take_up:
 * @self: pages
 * @canvas: a page
 * @place: where it stands
 * @head: what stands above it
 *
 * Draws how much of what was offered was taken up, by programme.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_take_up (TambourPages            *self,
                       TambourCanvas           *canvas,
                       const TambourPagesPlace *place,
                       const char              *head)
{
  gboolean deck = tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK;
  g_autoptr(GArray) rows = list_rows (self);
  TambourTakeUpChart chart = {
    head, (const TambourTakeUpRow *) rows->data, rows->len, place->labels, measure_values (canvas, rows), deck ? ROW_HEIGHT : SMALL_ROW,
  };
  gboolean ticked = FALSE;

  for (guint i = 0; i < rows->len; i++)
    ticked |= isfinite (g_array_index (rows, TambourTakeUpRow, i).earlier);

  tambour_pages_head (canvas, place->x, place->head, place->width, head,
                      !ticked ? NULL : deck ? _("black tick: last year")
                                            : _("used of offered, black tick last year"));
  if (rows->len == 0)
    return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, NULL,
                               _("No seats, practices or invitations are recorded as offered in this period."), NULL);

  return tambour_chart_take_up (canvas, place->x, place->top, place->width, &chart);
}

/* --- trainings ------------------------------------------------------------------ */

/* How many came in ink, of how many seats in grey. */
static TambourRich *
write_attended (const TambourTrainingFact *training)
{
  TambourRich *rich = tambour_rich_new (NULL);
  g_autofree char *n = tambour_wording_number (training->attended);
  g_autofree char *of = training->seats == TAMBOUR_NO_COUNT ? g_strdup (n) : tambour_wording_of (training->attended, training->seats);

  if (training->attended == TAMBOUR_NO_COUNT)
    {
      tambour_rich_add_grey (rich, "–");
    }
  else if (g_str_has_prefix (of, n))
    {
      tambour_rich_add (rich, n);
      tambour_rich_add_grey (rich, of + strlen (n));
    }
  else
    {
      tambour_rich_add (rich, of);
    }

  return rich;
}

/**
 * tambour_pages_training:
 * @table: of date, topic, attendance and rating
 * @training: a training
 *
 * Adds a row about @training.
 */
void
tambour_pages_training (TambourTable              *table,
                        const TambourTrainingFact *training)
{
  g_autofree char *date = tambour_wording_date (training->on, TAMBOUR_DATE_FORM_SHORT);
  g_autofree char *rating = isnan (training->rating) ? g_strdup ("–") : tambour_wording_decimal (training->rating, 1);

  tambour_table_add_row (table);
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, date);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, training->topic ? training->topic : "–");
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, write_attended (training));
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, rating);
}

static TambourTable *
make_table (TambourCanvas *canvas,
            GArray        *trainings,
            guint          n,
            gboolean       compact)
{
  const TambourColumn columns[] = {
    { _("Date"), 76, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Topic"), 0, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Attended"), tambour_pages_column (canvas, _("Attended"), 62, 8), 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Rating"), tambour_pages_column (canvas, _("Rating"), 36, 0), 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_padding (table, compact ? 3 : 5, compact ? 3 : 5);
  for (guint i = 0; i < n; i++)
    tambour_pages_training (table, &g_array_index (trainings, TambourTrainingFact, i));

  return table;
}

static void
draw_trainings (TambourPages  *self,
                TambourCanvas *canvas)
{
  GArray *trainings = self->facts->enablement.trainings;
  double x = tambour_deck_x (7), width = tambour_deck_w (5), height;
  g_autofree char *head = tambour_findings_trainings_head (self->facts);

  tambour_pages_head (canvas, x, TAMBOUR_DECK_BODY, width, head, NULL);
  if (trainings->len == 0)
    tambour_page_empty (canvas, x, TABLE_TOP, width, EMPTY_HEIGHT, NULL, _("The records hold no training in this period."), NULL);

  for (guint n = trainings->len; n > 0; n--)
    for (int compact = FALSE; compact <= TRUE; compact++)
      {
        g_autoptr(TambourTable) table = make_table (canvas, trainings, n, compact);
        g_autofree char *more = tambour_pages_more (trainings->len, n);

        if (n > 1 && tambour_table_get_height (table, width) > TABLE_ROOM - (more ? 18 : 0))
          continue;
        tambour_table_draw (table, canvas, x, TABLE_TOP, width, 360, 0, &height);
        if (more)
          tambour_page_text (canvas, x, TABLE_TOP + height + 3, width, TAMBOUR_ROLE_SECOND, more);
        return;
      }
}

/* --- the next need --------------------------------------------------------------- */

static TambourRich *
write_need (TambourFacts           *facts,
            const TambourCauseFact *need)
{
  TambourFact *total = facts->service.total;
  g_autofree char *now = tambour_wording_of (tambour_fact_count (need->count), tambour_fact_count (total));
  g_autofree char *before = NULL;

  if (!facts->has_prior || !tambour_fact_has_prior (need->count) || !tambour_fact_has_prior (total))
    return tambour_statement_say (_("<b>{0}</b> account for {1} cases."), need->title, now, NULL);

  before = tambour_wording_of (llround (need->count->prior.value), llround (total->prior.value));

  return tambour_statement_say (_("<b>{0}</b> account for {1} cases; the year before it was {2}."), need->title, now, before, NULL);
}

/* What was shared and not taken up yet is where to begin. */
static TambourRich *
write_not_adopted (TambourFacts *facts)
{
  GArray *practices = facts->enablement.practices;
  const char *last = NULL;
  gint64 n = 0;
  g_autofree char *counts = NULL;

  for (guint i = 0; i < practices->len; i++)
    if (!g_array_index (practices, TambourPracticeFact, i).adopted)
      {
        last = g_array_index (practices, TambourPracticeFact, i).title;
        n++;
      }
  if (n == 0)
    return NULL;

  counts = tambour_wording_of (n, practices->len);

  return tambour_statement_say (_("<b>Not adopted yet:</b> {0} shared practices, the last of them “{1}”."), counts, last, NULL);
}

static TambourRich *
write_planned (TambourFacts *facts)
{
  GArray *planned = facts->enablement.planned;
  const TambourTrainingFact *first;
  g_autofree char *on = NULL;
  g_autofree char *n = NULL;

  if (planned->len == 0)
    return tambour_statement_say (_("<b>Planned:</b> no training has a date yet."), NULL);

  first = &g_array_index (planned, TambourTrainingFact, 0);
  on = tambour_wording_date (first->on, TAMBOUR_DATE_FORM_LONG);
  n = tambour_wording_spelled (planned->len);

  return tambour_statement_say (ngettext ("<b>Planned:</b> “{1}” on {2}.", "<b>Planned:</b> {0} trainings, “{1}” first, on {2}.",
                                          planned->len),
                                n, first->topic, on, NULL);
}

/**
 * tambour_pages_about_need:
 * @facts: the facts
 * @about: (out) (nullable): what the next training is about
 * @open: (out) (nullable): what was shared and is not adopted
 * @planned: (out): what has a date
 *
 * Says what comes next of trainings and practices.
 */
void
tambour_pages_about_need (TambourFacts  *facts,
                          TambourRich  **about,
                          TambourRich  **open,
                          TambourRich  **planned)
{
  gboolean is_new;
  const TambourCauseFact *need = tambour_findings_next_need (facts, &is_new);

  *about = need ? write_need (facts, need) : NULL;
  *open = write_not_adopted (facts);
  *planned = write_planned (facts);
}

static void
draw_need (TambourPages  *self,
           TambourCanvas *canvas)
{
  gboolean is_new;
  const TambourCauseFact *need = tambour_findings_next_need (self->facts, &is_new);
  g_autofree char *head = tambour_findings_need_head (self->facts);
  g_autoptr(TambourRich) about = NULL;
  g_autoptr(TambourRich) open = NULL;
  g_autoptr(TambourRich) planned = NULL;
  double x = TAMBOUR_DECK_MARGIN;
  double y = LOWER_TOP + 5;

  tambour_pages_about_need (self->facts, &about, &open, &planned);
  y += tambour_page_ruled_head (canvas, x, LOWER_TOP, tambour_deck_w (7), TAMBOUR_TONE_INK, head ? head : _("What comes next"), NULL);
  if (about)
    {
      tambour_pages_use (self, TAMBOUR_CHAPTER_ENABLEMENT, need->count);
      tambour_pages_paragraph (canvas, x, y, HALF, about, LOWER_END);
      x += HALF + 24;
    }
  y += tambour_pages_paragraph (canvas, x, y, HALF, planned, LOWER_END) + 4;
  if (open)
    tambour_pages_paragraph (canvas, x, y, HALF, open, LOWER_END);
}

/* --- practices -------------------------------------------------------------------- */

static TambourRich *
write_practice (const TambourPracticeFact *practice)
{
  int year, month, day;

  tambour_date_split (practice->on, &year, &month, &day);

  /* Translators: a practice, the month in which it was shared, and what came of it. */
  return tambour_statement_say (g_str_has_suffix (practice->reaction, ".") ? _("<b>{0}</b> ({1}): {2}")
                                                                           : _("<b>{0}</b> ({1}): {2}."),
                                practice->title, tambour_wording_month_long (month), practice->reaction, NULL);
}

static gboolean
has_effect (const TambourPracticeFact *practice)
{
  return practice->adopted && practice->reaction && *practice->reaction;
}

/* What is said of several practices alike tells the effect of none. */
static gboolean
has_own_effect (GArray *practices,
                guint   i)
{
  const TambourPracticeFact *practice = &g_array_index (practices, TambourPracticeFact, i);

  for (guint j = 0; j < practices->len; j++)
    if (j != i && g_strcmp0 (g_array_index (practices, TambourPracticeFact, j).reaction, practice->reaction) == 0)
      return FALSE;

  return has_effect (practice);
}

static void
add_practices (GArray    *practices,
               gboolean   of_its_own,
               GPtrArray *chosen)
{
  for (guint i = practices->len; i > 0 && chosen->len < MOST_PRACTICES; i--)
    {
      TambourPracticeFact *practice = &g_array_index (practices, TambourPracticeFact, i - 1);

      if (has_effect (practice) && has_own_effect (practices, i - 1) == of_its_own)
        g_ptr_array_insert (chosen, 0, practice);
    }
}

/* The last ones that were adopted and of which the customer said something. */
static GPtrArray *
choose_practices (GArray *practices)
{
  GPtrArray *chosen = g_ptr_array_new ();

  add_practices (practices, TRUE, chosen);
  if (chosen->len == 0)
    add_practices (practices, FALSE, chosen);

  return chosen;
}

static void
draw_practices (TambourPages  *self,
                TambourCanvas *canvas)
{
  g_autoptr(GPtrArray) chosen = choose_practices (self->facts->enablement.practices);
  double x = tambour_deck_x (7), width = tambour_deck_w (5), y = LOWER_TOP + 5;

  y += tambour_page_ruled_head (canvas, x, LOWER_TOP, width, TAMBOUR_TONE_INK, _("Adopted practices, and what came of them"), NULL);
  if (chosen->len == 0)
    tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_BODY, _("No practice of this period is recorded as adopted with its effect."));

  for (guint i = 0; i < chosen->len; i++)
    {
      g_autoptr(TambourRich) text = write_practice (chosen->pdata[i]);
      double height = tambour_pages_paragraph (canvas, x, y, width, text, LOWER_END);

      y += height > 0 ? height + 4 : 0;
    }
}

/**
 * tambour_pages_enablement:
 * @self: pages
 *
 * Adds the page of what was offered and taken up, of trainings, and of the next need.
 */
void
tambour_pages_enablement (TambourPages *self)
{
  TambourPageWords words = {
    .label = _("Enablement"),
    .title = tambour_findings_enablement_title (self->facts, FALSE),
    .shorter = tambour_findings_enablement_title (self->facts, TRUE),
    .source = g_strdup (_("Take-up = used ÷ offered; below ten offers, counts only. Rating: mean of all attendees’ answers, weighted by "
                          "attendance. Sources: trainings, shared content, invitations, cases.")),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_ENABLEMENT, words);
  TambourFact *told[] = { self->facts->enablement.sessions, self->facts->enablement.people, self->facts->enablement.rating };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (tambour_fact_is_known (told[i]))
      tambour_pages_use (self, TAMBOUR_CHAPTER_ENABLEMENT, told[i]);
  tambour_pages_take_up (self, canvas, &(TambourPagesPlace) { TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, CHART_TOP, tambour_deck_w (7),
                                                               EMPTY_HEIGHT, NAMES },
                         _("Offered, and taken up"));
  draw_trainings (self, canvas);
  draw_need (self, canvas);
  draw_practices (self, canvas);
}
