/* tambour-annual-learning.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define NUMBER_WIDTH    16.0
#define TITLE_WIDTH     168.0
#define ASKED_WIDTH     44.0
#define CHAMPION_WIDTH  56.0
#define ACCEPTED_WIDTH  48.0
#define SHIPPED_WIDTH   66.0
#define BETWEEN_STAGES  4.0
#define HEAD_HEIGHT     24.0
#define HEAD            19.5
#define TAKE_UP_ROW     15.0
#define TAKE_UP_LABELS  158.0
#define TRAININGS_WIDTH 262.0
#define NEED_X          286.0
#define NEED_WIDTH      206.0
#define DATE_WIDTH      58.0
#define ATTENDED_WIDTH  45.0
#define RATING_WIDTH    30.0
#define BELOW_TEXT      6.5

/* --- requests ------------------------------------------------------------------------- */

/* How many came so far this year, and how many the year before. */
typedef struct
{
  const char *name;
  char       *count;
  char       *before;
} StageHead;

static void
stage_head_clear (StageHead *self)
{
  g_clear_pointer (&self->count, g_free);
  g_clear_pointer (&self->before, g_free);
}

static void
draw_stage_head (TambourCanvas *canvas,
                 double         width,
                 double         height,
                 gpointer       data)
{
  StageHead *head = data;
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_TABLE_HEAD);
  g_autofree char *before = head->before ? g_strconcat (" ", head->before, NULL) : NULL;
  TambourSpan counts[] = { { .text = head->count, .weight = 600, .tone = TAMBOUR_TONE_INK }, { .text = before ? before : "" } };
  double y = height - 3 - 2 * style->line;

  tambour_canvas_plain (canvas, 0, y, width, style, head->name);
  tambour_canvas_text (canvas, 0, y + style->line, width, style, TAMBOUR_WRAP_NONE, TAMBOUR_ALIGN_START, counts, before ? 2 : 1);
}

static void
fill_heads (TambourAnnual *self,
            StageHead      heads[TAMBOUR_N_STAGES])
{
  const char *names[TAMBOUR_N_STAGES] = { _("Asked"), _("Championed"), _("Accepted"), _("Shipped") };

  for (guint stage = 0; stage < TAMBOUR_N_STAGES; stage++)
    {
      TambourFact *fact = self->facts->requests.stages[stage];

      heads[stage].name = names[stage];
      heads[stage].count = tambour_fact_now (fact);
      heads[stage].before = tambour_pages_prior (self->pages, fact, _("was {0}"));
      tambour_annual_use (self, fact);
    }
}

static gboolean
is_shipped (const TambourRequestFact *request)
{
  return tambour_date_is_stated (request->reached[TAMBOUR_STAGE_SHIPPED]);
}

static gboolean
is_declined (const TambourRequestFact *request)
{
  return !is_shipped (request) && tambour_date_is_stated (request->declined_on);
}

/* When a stage was reached; of the last, when it is planned. */
static void
add_stage (TambourTable             *table,
           const TambourRequestFact *request,
           guint                     stage)
{
  TambourDate reached = request->reached[stage];
  gboolean last = stage == TAMBOUR_STAGE_SHIPPED;
  g_autofree char *text = NULL;

  if (tambour_date_is_stated (reached))
    text = tambour_pages_month (reached, _("{0} {1}"));
  else if (last && !is_declined (request) && tambour_date_is_stated (request->reached[TAMBOUR_STAGE_ACCEPTED]) &&
           request->target_release && *request->target_release)
    text = tambour_wording_fill (_("plan {0}"), request->target_release, NULL);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = text ? text : "–",
                                                       .weight = last && is_shipped (request) ? 600 : 0,
                                                       .tone = text ? TAMBOUR_TONE_NONE : TAMBOUR_TONE_INK3,
                                                     });
}

/* Said in short: a column is narrow. */
static const char *
get_group (const TambourRequestFact *request)
{
  gboolean logged = !is_shipped (request) && !is_declined (request) &&
                    !tambour_date_is_stated (request->reached[TAMBOUR_STAGE_CHAMPIONED]) &&
                    !tambour_date_is_stated (request->reached[TAMBOUR_STAGE_ACCEPTED]);

  return logged ? _("Logged") : tambour_pages_request_group (request, FALSE);
}

/* What was declined says what to use instead; others are named once for all of their kind. */
static void
add_state (TambourTable             *table,
           const TambourRequestFact *request,
           const char               *group,
           gboolean                  is_first)
{
  g_autofree char *declined = NULL;

  if (is_declined (request) && request->alternative && *request->alternative)
    {
      declined = tambour_wording_fill (_("Declined: {0}"), request->alternative, NULL);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, declined);
      return;
    }

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = is_first ? group : "", .weight = 600 });
}

/* Heads stand side by side in every language. */
static double
measure_stage (TambourAnnual   *self,
               const StageHead *head,
               double           width)
{
  TambourTextStyle style = *tambour_canvas_style (self->canvas, TAMBOUR_ROLE_TABLE_HEAD);
  double name = tambour_canvas_measure (self->canvas, &style, head->name);
  g_autofree char *counts = g_strconcat (head->count, " ", head->before, NULL);

  style.weight = 600;

  return MAX (width, BETWEEN_STAGES + MAX (name, tambour_canvas_measure (self->canvas, &style, counts)));
}

static TambourTable *
make_requests (TambourAnnual *self,
               StageHead      heads[TAMBOUR_N_STAGES])
{
  const TambourColumn columns[] = {
    { NULL, NUMBER_WIDTH, 2, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Request"), TITLE_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, measure_stage (self, &heads[TAMBOUR_STAGE_ASKED], ASKED_WIDTH), BETWEEN_STAGES, TAMBOUR_ALIGN_START, draw_stage_head, &heads[TAMBOUR_STAGE_ASKED] },
    { NULL, measure_stage (self, &heads[TAMBOUR_STAGE_CHAMPIONED], CHAMPION_WIDTH), BETWEEN_STAGES, TAMBOUR_ALIGN_START, draw_stage_head, &heads[TAMBOUR_STAGE_CHAMPIONED] },
    { NULL, measure_stage (self, &heads[TAMBOUR_STAGE_ACCEPTED], ACCEPTED_WIDTH), BETWEEN_STAGES, TAMBOUR_ALIGN_START, draw_stage_head, &heads[TAMBOUR_STAGE_ACCEPTED] },
    { NULL, measure_stage (self, &heads[TAMBOUR_STAGE_SHIPPED], SHIPPED_WIDTH), BETWEEN_STAGES, TAMBOUR_ALIGN_START, draw_stage_head, &heads[TAMBOUR_STAGE_SHIPPED] },
    { _("State"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *requests = self->facts->requests.requests;
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  const char *before = NULL;

  tambour_table_set_head (table, HEAD_HEIGHT);
  for (guint i = 0; i < requests->len; i++)
    {
      const TambourRequestFact *request = &g_array_index (requests, TambourRequestFact, i);
      const char *group = get_group (request);
      g_autofree char *number = tambour_wording_number (i + 1);

      tambour_table_add_row (table);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = number, .tone = TAMBOUR_TONE_INK3 });
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, request->title);
      for (guint stage = 0; stage < TAMBOUR_N_STAGES; stage++)
        add_stage (table, request, stage);
      add_state (table, request, group, g_strcmp0 (group, before) != 0);
      before = group;
    }

  return table;
}

static void
draw_requests (TambourAnnual *self)
{
  StageHead heads[TAMBOUR_N_STAGES] = { 0 };
  g_autoptr(TambourTable) table = NULL;
  gboolean planned = tambour_fact_count (self->facts->requests.on_roadmap) > 0;

  if (self->facts->requests.requests->len == 0)
    {
      tambour_annual_text (self, TAMBOUR_ROLE_BODY, _("No request of yours was open in this period."));
      tambour_annual_text (self, TAMBOUR_ROLE_SECOND,
                           _("Tell your TAM what the product should do for you: each request is brought to the product team, and "
                             "this page then says how far it came."));
      return;
    }

  fill_heads (self, heads);
  table = make_requests (self, heads);
  tambour_annual_table (self, table, planned ? _("A planned quarter is not a commitment.") : NULL);
  for (guint stage = 0; stage < TAMBOUR_N_STAGES; stage++)
    stage_head_clear (&heads[stage]);
}

/* --- take-up --------------------------------------------------------------------------- */

static gboolean
has_enablement (TambourFacts *facts)
{
  return facts->enablement.take_up->len > 0 || facts->enablement.trainings->len > 0;
}

static void
draw_take_up (TambourAnnual *self)
{
  GArray *programmes = self->facts->enablement.take_up;
  double height = programmes->len * TAKE_UP_ROW;
  g_autofree char *title = tambour_annual_take_head (self, TAMBOUR_CHAPTER_ENABLEMENT,
                                                     tambour_findings_enablement_title (self->facts, TRUE));
  TambourPagesPlace place = { .width = TAMBOUR_REPORT_WIDTH, .height = height, .labels = TAKE_UP_LABELS };

  if (programmes->len == 0)
    return;

  tambour_annual_need (self, TAMBOUR_ANNUAL_ABOVE_HEAD + HEAD + height);
  if (self->y > self->top)
    self->y += TAMBOUR_ANNUAL_ABOVE_HEAD;
  place.x = self->x;
  place.head = self->y;
  place.top = self->y + HEAD;
  for (guint i = 0; i < programmes->len; i++)
    tambour_annual_use (self, g_array_index (programmes, TambourTakeUpFact, i).share);
  self->y = place.top + tambour_pages_take_up (self->pages, self->canvas, &place, title);
}

/* --- trainings on the left, what comes next on the right ---------------------------------- */

static TambourTable *
make_trainings (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("Date"), DATE_WIDTH, 4, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Topic"), 0, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Attended"), ATTENDED_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Rating"), RATING_WIDTH, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  GArray *trainings = self->facts->enablement.trainings;
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < trainings->len; i++)
    tambour_pages_training (table, &g_array_index (trainings, TambourTrainingFact, i));

  return table;
}

static GPtrArray *
list_needs (TambourFacts *facts)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_rich_free);
  TambourRich *parts[3] = { NULL };

  tambour_pages_about_need (facts, &parts[0], &parts[1], &parts[2]);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_ptr_array_add (texts, parts[i]);

  return texts;
}

static double
measure_needs (TambourAnnual *self,
               GPtrArray     *texts)
{
  double height = 0;

  for (guint i = 0; i < texts->len; i++)
    height += tambour_annual_measure_rich (self, NEED_WIDTH, TAMBOUR_ROLE_BODY, texts->pdata[i]) + BELOW_TEXT;

  return height;
}

static double
draw_needs (TambourAnnual *self,
            GPtrArray     *texts)
{
  gboolean is_new;
  gboolean need = tambour_findings_next_need (self->facts, &is_new) != NULL;
  double y = tambour_annual_column_head (self, NEED_X, self->y, NEED_WIDTH, need ? _("The next need") : _("What comes next"));

  for (guint i = 0; i < texts->len; i++)
    y += tambour_page_paragraph (self->canvas, self->x + NEED_X, y, NEED_WIDTH, TAMBOUR_ROLE_BODY, texts->pdata[i]) + BELOW_TEXT;

  return y;
}

static void
draw_trainings (TambourAnnual *self)
{
  TambourEnablementFacts *enablement = &self->facts->enablement;
  g_autoptr(TambourTable) table = make_trainings (self);
  g_autoptr(GPtrArray) texts = list_needs (self->facts);
  g_autofree char *head = tambour_findings_trainings_head (self->facts);
  TambourCanvas *page;
  double y, end;

  tambour_annual_need (self, TAMBOUR_ANNUAL_ABOVE_TWO + HEAD +
                               MAX (tambour_annual_keep (table, TRAININGS_WIDTH), measure_needs (self, texts)));
  if (self->y > self->top)
    self->y += TAMBOUR_ANNUAL_ABOVE_TWO;
  page = self->canvas;
  tambour_annual_use (self, enablement->sessions);
  tambour_annual_use (self, enablement->people);
  tambour_annual_use (self, enablement->rating);
  end = draw_needs (self, texts);
  y = tambour_annual_column_head (self, 0, self->y, TRAININGS_WIDTH, head);
  if (enablement->trainings->len > 0)
    tambour_annual_column_table (self, table, y, TRAININGS_WIDTH);
  else
    self->y = y + tambour_page_text (self->canvas, self->x, y, TRAININGS_WIDTH, TAMBOUR_ROLE_BODY,
                                     _("The records hold no training in this period."));
  if (self->canvas == page)
    self->y = MAX (self->y, end);
}

/* --- the part ------------------------------------------------------------------------------ */

/* Whether every programme was taken up by a larger share than the year before. */
static gboolean
rose_everywhere (TambourFacts *facts)
{
  GArray *programmes = facts->enablement.take_up;

  for (guint i = 0; i < programmes->len; i++)
    {
      const TambourFact *share = g_array_index (programmes, TambourTakeUpFact, i).share;

      if (!facts->has_prior || !tambour_fact_has_prior (share) ||
          share->now.n * share->prior.of <= share->prior.n * share->now.of)
        return FALSE;
    }

  return programmes->len > 1;
}

static char *
write_title (TambourAnnual *self,
             gboolean       in_short)
{
  TambourFacts *facts = self->facts;
  gboolean asked = tambour_annual_tells (self, TAMBOUR_CHAPTER_REQUESTS);
  gboolean enabled = tambour_annual_tells (self, TAMBOUR_CHAPTER_ENABLEMENT);
  TambourFact *shipped = facts->requests.stages[TAMBOUR_STAGE_SHIPPED];
  gint64 n = tambour_fact_count (shipped);
  gint64 before = facts->has_prior && shipped && tambour_fact_has_prior (shipped) ? (gint64) shipped->prior.value : 0;
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *now = tambour_wording_capital (spelled);
  g_autofree char *was = tambour_wording_spelled (before);

  if ((facts->requests.requests->len == 0 || !asked) && enabled && has_enablement (facts))
    return tambour_findings_enablement_title (facts, in_short);
  if (!in_short && enabled && before > 0 && n > before && rose_everywhere (facts))
    return tambour_wording_fill (_("{0} of your requests shipped, up from {1}, and take-up rose in every programme"), now, was, NULL);

  return tambour_findings_requests_title (facts, in_short);
}

static char *
write_source (TambourFacts *facts)
{
  g_autofree char *counts = facts->requests.requests->len > 0 ? tambour_findings_requests_text (facts) : NULL;

  if (counts == NULL)
    return g_strdup (_("Sources: feature requests, trainings, shared content, invitations"));

  return g_strjoin (" ", counts, _("Sources: feature requests, trainings, shared content, invitations"), NULL);
}

/**
 * tambour_annual_learning:
 * @self: a report
 *
 * Adds every request to the product and how far it came, what was offered and
 * taken up, and the trainings with what comes next.
 */
void
tambour_annual_learning (TambourAnnual *self)
{
  TambourPageWords words = {
    .label = _("Advocacy and enablement"),
    .title = write_title (self, FALSE),
    .shorter = write_title (self, TRUE),
    .source = write_source (self->facts),
  };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_LEARNING, words);
  if (tambour_annual_tells (self, TAMBOUR_CHAPTER_REQUESTS))
    draw_requests (self);
  if (!has_enablement (self->facts) || !tambour_annual_tells (self, TAMBOUR_CHAPTER_ENABLEMENT))
    return;

  tambour_annual_tell (self, TAMBOUR_CHAPTER_ENABLEMENT);
  draw_take_up (self);
  draw_trainings (self);
}
