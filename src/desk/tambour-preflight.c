/* tambour-preflight.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#include "tambour-preflight.h"

#include "tambour-engagement.h"
#include "tambour-fact-text.h"
#include "tambour-live.h"
#include "tambour-move.h"

/* Of fewer there is no percentage (METRICS.md). */
#define FEW 10

#define NO_CHAPTER (-1)

/* A look at a review. */
typedef struct
{
  TambourReportFile *file;
  TambourFacts      *facts;
  TambourReviewPlan *plan;
  GPtrArray         *lines;
} Looking;

static void
line_free (gpointer data)
{
  TambourPreflightLine *line = data;

  g_clear_pointer (&line->sentence, g_free);
  g_clear_pointer (&line->record_id, g_free);
  g_clear_pointer (&line->key, g_free);
  g_free (line);
}

/* @sentence: (transfer full) */
static TambourPreflightLine *
add (Looking                *self,
     TambourPreflightCheck   check,
     TambourPreflightWeight  weight,
     char                   *sentence)
{
  TambourPreflightLine *line = g_new0 (TambourPreflightLine, 1);

  line->check = check;
  line->weight = weight;
  line->sentence = sentence;
  line->type = G_TYPE_NONE;
  line->chapter = NO_CHAPTER;
  g_ptr_array_add (self->lines, line);

  return line;
}

static void
lead_to (TambourPreflightLine *line,
         GType                 type,
         const char           *id,
         int                   chapter)
{
  line->type = type;
  line->record_id = g_strdup (id);
  line->chapter = chapter;
}

/* Returns: (transfer full): the records of a kind, as they were when the snapshot was taken */
static GPtrArray *
list_records (Looking *self,
              GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->records->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (self->facts->records, i);

      if (list->len > 0 && G_OBJECT_TYPE (g_ptr_array_index (list, 0)) == type)
        g_ptr_array_extend (found, list, NULL, NULL);
    }

  return found;
}

/* --- the agreement ----------------------------------------------------------------- */

static void
look_at_agreement (Looking *self)
{
  TambourFacts *facts = self->facts;
  const char *account_id = TAMBOUR_RECORD (facts->account)->id;
  TambourAgreement *agreement = facts->agreement;

  if (agreement == NULL)
    {
      lead_to (add (self, TAMBOUR_PREFLIGHT_AGREEMENT, TAMBOUR_PREFLIGHT_MUST,
                    g_strdup (_("No agreement covers the period: nothing is compared with what it costs"))),
               TAMBOUR_TYPE_ACCOUNT, account_id, TAMBOUR_CHAPTER_VALUE);
      return;
    }

  if (agreement->fee.minor == TAMBOUR_NO_COUNT)
    lead_to (add (self, TAMBOUR_PREFLIGHT_FEE, TAMBOUR_PREFLIGHT_SHOULD, g_strdup (_("The agreement has no fee"))),
             TAMBOUR_TYPE_AGREEMENT, TAMBOUR_RECORD (agreement)->id, TAMBOUR_CHAPTER_VALUE);
  if (!tambour_date_is_stated (facts->review_on))
    lead_to (add (self, TAMBOUR_PREFLIGHT_REVIEW_DATE, TAMBOUR_PREFLIGHT_SHOULD, g_strdup (_("The agreement has no review date"))),
             TAMBOUR_TYPE_AGREEMENT, TAMBOUR_RECORD (agreement)->id, TAMBOUR_CHAPTER_COVER);
}

static void
look_at_terms (Looking *self)
{
  const char *account_id = TAMBOUR_RECORD (self->facts->account)->id;

  if (self->facts->value.rates->len == 0)
    lead_to (add (self, TAMBOUR_PREFLIGHT_RATES, TAMBOUR_PREFLIGHT_SHOULD,
                  g_strdup (_("No rate is agreed: value is not counted in money"))),
             TAMBOUR_TYPE_ACCOUNT, account_id, TAMBOUR_CHAPTER_VALUE);
  if (self->facts->sponsor == NULL)
    lead_to (add (self, TAMBOUR_PREFLIGHT_SPONSOR, TAMBOUR_PREFLIGHT_HINT, g_strdup (_("No executive sponsor is named"))),
             TAMBOUR_TYPE_ACCOUNT, account_id, TAMBOUR_CHAPTER_COVER);
}

/* --- records ------------------------------------------------------------------------ */

static void
look_at_goals (Looking *self)
{
  GArray *goals = self->facts->goals.goals;

  for (guint i = 0; i < goals->len; i++)
    {
      const TambourGoalFact *goal = &g_array_index (goals, TambourGoalFact, i);

      if (isnan (goal->start))
        lead_to (add (self, TAMBOUR_PREFLIGHT_BASELINES, TAMBOUR_PREFLIGHT_MUST,
                      g_strdup_printf (_("The goal “%s” has no baseline"), goal->statement ? goal->statement : "")),
                 TAMBOUR_TYPE_GOAL, goal->id, TAMBOUR_CHAPTER_GOALS);
    }
}

static void
look_at_value (Looking *self)
{
  g_autoptr(GPtrArray) entries = list_records (self, TAMBOUR_TYPE_VALUE_ENTRY);

  for (guint i = 0; i < entries->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (entries, i);
      gboolean is_of_period = entry->on.julian >= self->facts->period.from.julian && entry->on.julian < self->facts->period.to.julian;

      if (is_of_period && entry->class != TAMBOUR_VALUE_CLASS_UNQUANTIFIED && (entry->state == TAMBOUR_VALUE_STATE_PROPOSED || entry->state == TAMBOUR_VALUE_STATE_DRAFT))
        lead_to (add (self, TAMBOUR_PREFLIGHT_VALUE, TAMBOUR_PREFLIGHT_SHOULD,
                      g_strdup_printf (entry->state == TAMBOUR_VALUE_STATE_PROPOSED
                                         ? _("“%s” is not accepted yet and does not count")
                                         : _("“%s” is not proposed yet and does not count"),
                                       entry->title ? entry->title : "")),
                 TAMBOUR_TYPE_VALUE_ENTRY, TAMBOUR_RECORD (entry)->id, TAMBOUR_CHAPTER_VALUE);
    }
}

static void
look_at_actions (Looking *self)
{
  g_autoptr(GPtrArray) actions = list_records (self, TAMBOUR_TYPE_ACTION_ITEM);

  for (guint i = 0; i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);
      gboolean is_open = action->status == TAMBOUR_ACTION_STATUS_OPEN || action->status == TAMBOUR_ACTION_STATUS_BLOCKED;

      if (is_open && tambour_move_is_blank (action->owner))
        lead_to (add (self, TAMBOUR_PREFLIGHT_OWNERS, TAMBOUR_PREFLIGHT_SHOULD,
                      g_strdup_printf (_("The action “%s” has no owner"), action->title ? action->title : "")),
                 TAMBOUR_TYPE_ACTION_ITEM, TAMBOUR_RECORD (action)->id, TAMBOUR_CHAPTER_DECISIONS);
    }
}

static void
look_at_ledger (Looking *self)
{
  const TambourLedgerFact *ledger = &self->facts->audits.ledger;

  if (ledger->balances || !tambour_fact_is_known (ledger->open))
    return;

  lead_to (add (self, TAMBOUR_PREFLIGHT_LEDGER, TAMBOUR_PREFLIGHT_MUST,
                g_strdup_printf (_("The findings do not add up: %d at the start and %d raised less %d closed are not %d open"),
                                 (int) tambour_fact_count (ledger->start), (int) tambour_fact_count (ledger->raised),
                                 (int) tambour_fact_count (ledger->closed), (int) tambour_fact_count (ledger->open))),
           TAMBOUR_TYPE_ACCOUNT, TAMBOUR_RECORD (self->facts->account)->id, TAMBOUR_CHAPTER_AUDITS);
}

/* --- figures -------------------------------------------------------------------------- */

/* Sources of which nothing was measured, each with the reason of its first figure. */
static void
look_at_sources (Looking *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (self->facts->all, i);

      if (fact->now.state != TAMBOUR_FACT_NOT_MEASURED)
        g_hash_table_add (known, (gpointer) fact->source);
    }

  for (guint i = 0; i < self->facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (self->facts->all, i);

      if (g_hash_table_contains (known, fact->source) || !g_hash_table_add (told, (gpointer) fact->source))
        continue;

      add (self, TAMBOUR_PREFLIGHT_SOURCES, TAMBOUR_PREFLIGHT_HINT,
           fact->now.reason ? g_strdup_printf (_("%s: nothing is measured. %s"), _(fact->source), _(fact->now.reason))
                            : g_strdup_printf (_("%s: nothing is measured"), _(fact->source)))
        ->key = g_strdup (fact->key);
    }
}

/* Whether what was typed says in per cent what the pages say as counts. */
static gboolean
types_percentage (const char        *typed,
                  const TambourFact *fact)
{
  gint64 percent = (gint64) floor (100.0 * fact->now.n / fact->now.of + .5);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, percent);

  for (const char *at = typed ? strstr (typed, number) : NULL; at != NULL; at = strstr (at + 1, number))
    {
      const char *end = at + strlen (number);

      if (at > typed && g_ascii_isdigit (at[-1]))
        continue;
      while (g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (*end == '%')
        return TRUE;
    }

  return FALSE;
}

/* The first chapter that tells the figure; the appendix tells them all. */
static int
find_chapter (Looking           *self,
              const TambourFact *fact)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (i != TAMBOUR_CHAPTER_APPENDIX && g_ptr_array_find (self->plan->chapters[i].facts, fact, NULL))
      return (int) i;

  return NO_CHAPTER;
}

/* Returns: the chapter whose text says in per cent what there are too few of, or %NO_CHAPTER */
static int
find_typed (Looking           *self,
            const TambourFact *fact)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      const TambourOutlinePart *part = tambour_outline_find (self->file->outline, i);

      if (g_ptr_array_find (self->plan->chapters[i].facts, fact, NULL) &&
          (types_percentage (part->title, fact) || types_percentage (part->narrative, fact)))
        return (int) i;
    }

  return NO_CHAPTER;
}

static gboolean
is_few (const TambourFact *fact)
{
  return fact->unit == TAMBOUR_UNIT_SHARE && tambour_fact_is_known (fact) && fact->now.of != TAMBOUR_NO_COUNT &&
         fact->now.of > 0 && fact->now.of < FEW;
}

/* That your own text gives a percentage is a mistake; that the pages give none is said once. */
static void
look_at_few (Looking *self)
{
  guint n = 0;

  for (guint i = 0; i < self->facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (self->facts->all, i);
      int chapter = is_few (fact) ? find_chapter (self, fact) : NO_CHAPTER;
      int typed = chapter != NO_CHAPTER ? find_typed (self, fact) : NO_CHAPTER;
      g_autofree char *shown = NULL;
      TambourPreflightLine *line;

      n += chapter != NO_CHAPTER && typed == NO_CHAPTER;
      if (typed == NO_CHAPTER)
        continue;

      shown = tambour_fact_now (fact);
      line = add (self, TAMBOUR_PREFLIGHT_FEW, TAMBOUR_PREFLIGHT_MUST,
                  g_strdup_printf (_("%s: %s. Of fewer than ten no percentage is said, but your text has one"), _(fact->name), shown));
      line->chapter = typed;
      line->key = g_strdup (fact->key);
    }

  if (n > 0)
    add (self, TAMBOUR_PREFLIGHT_FEW, TAMBOUR_PREFLIGHT_HINT,
         g_strdup_printf (ngettext ("%d figure is of fewer than ten: the pages count it, without a percentage",
                                    "%d figures are of fewer than ten: the pages count them, without percentages", n),
                          (int) n));
}

/* --- what was composed ------------------------------------------------------------------ */

static void
look_at_stale (Looking                 *self,
               const TambourReviewPlan *plan,
               TambourChapter           chapter)
{
  const TambourReviewChapter *told = &plan->chapters[chapter];

  if (told->page > 0 && told->stale != NULL)
    add (self, TAMBOUR_PREFLIGHT_TITLES, TAMBOUR_PREFLIGHT_MUST,
         g_strdup_printf (_("The title “%s” says %s, which the data no longer say"), told->title, told->stale))
      ->chapter = chapter;
}

static void
look_at_title (Looking        *self,
               TambourChapter  chapter)
{
  const TambourReviewChapter *told = &self->plan->chapters[chapter];

  if (told->page == 0)
    return;
  look_at_stale (self, self->plan, chapter);
  if (told->is_cut)
    add (self, TAMBOUR_PREFLIGHT_TITLES, TAMBOUR_PREFLIGHT_SHOULD,
         g_strdup_printf (_("The title “%s” is too long for two lines"), told->title))
      ->chapter = chapter;
}

static void
look_at_text (Looking        *self,
              TambourChapter  chapter,
              const char     *typed)
{
  g_autoptr(GPtrArray) list = tambour_live_split (typed, self->facts);

  for (guint i = 0; self->plan->chapters[chapter].page > 0 && i < list->len; i++)
    {
      const TambourLive *live = g_ptr_array_index (list, i);

      if (live->kind == TAMBOUR_LIVE_UNKNOWN)
        add (self, TAMBOUR_PREFLIGHT_FIGURES, TAMBOUR_PREFLIGHT_MUST,
             g_strdup_printf (live->fact ? _("%s is not measured in this period, and stands in your text as it was typed")
                                         : _("%s names no figure, and stands in your text as it was typed"),
                              live->text))
          ->chapter = chapter;
    }
}

static void
look_at_checks (Looking *self)
{
  GPtrArray *checks = self->file->outline->checks;

  for (guint i = 0; i < checks->len; i++)
    {
      const TambourOutlineCheck *check = g_ptr_array_index (checks, i);
      TambourFact *fact = tambour_facts_find (self->facts, check->key);
      g_autofree char *now = fact ? tambour_fact_now (fact) : NULL;
      TambourPreflightLine *line;

      if (fact == NULL || g_str_equal (now, check->text))
        continue;

      line = add (self, TAMBOUR_PREFLIGHT_CHECKED, TAMBOUR_PREFLIGHT_SHOULD,
                  g_strdup_printf (_("%s: was %s when it was checked, is %s now"), _(fact->name), check->text, now));
      line->key = g_strdup (check->key);
      line->chapter = find_chapter (self, fact);
    }
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourPreflightLine *first = *(const TambourPreflightLine * const *) a;
  const TambourPreflightLine *second = *(const TambourPreflightLine * const *) b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? -1 : 1;

  return (first->check > second->check) - (first->check < second->check);
}

static void
look (Looking *self)
{
  look_at_agreement (self);
  look_at_terms (self);
  look_at_goals (self);
  look_at_value (self);
  look_at_actions (self);
  look_at_ledger (self);
  look_at_sources (self);
  look_at_few (self);

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      const TambourOutlinePart *part = &self->file->outline->parts[i];

      look_at_title (self, part->chapter);
      look_at_text (self, part->chapter, part->title);
      look_at_text (self, part->chapter, part->narrative);
    }

  look_at_checks (self);
  if (self->file->is_stale)
    add (self, TAMBOUR_PREFLIGHT_STALE, TAMBOUR_PREFLIGHT_SHOULD,
         g_strdup (_("Records have changed since the snapshot was taken")));
}

static gboolean
has_titles_of (TambourOutline      *outline,
               TambourReviewLayout  layout)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (outline->parts[i].title != NULL && outline->parts[i].written != NULL &&
        outline->parts[i].is_of_report == (layout == TAMBOUR_REVIEW_LAYOUT_REPORT))
      return TRUE;

  return FALSE;
}

/* A number that was taken over in the other layout is looked at there: deck and report share the titles. */
static gboolean
look_at_other (Looking                      *self,
               const TambourReviewSettings  *settings,
               GError                      **error)
{
  TambourReviewSettings other = *settings;
  g_autoptr(TambourReviewPlan) plan = NULL;

  other.layout = settings->layout == TAMBOUR_REVIEW_LAYOUT_DECK ? TAMBOUR_REVIEW_LAYOUT_REPORT : TAMBOUR_REVIEW_LAYOUT_DECK;
  if (!has_titles_of (self->file->outline, other.layout))
    return TRUE;

  if (!(plan = tambour_review_plan_new (self->facts, &other, error)))
    return FALSE;

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    look_at_stale (self, plan, i);

  return TRUE;
}

/**
 * tambour_preflight_list:
 * @file: a review
 * @settings: how it is told; its outline is that of @file
 * @error: return location
 *
 * What one should know before the review leaves. The thread writes in its language from then on.
 *
 * Returns: (transfer full) (nullable) (element-type TambourPreflightLine): lines, the heaviest
 *   first
 */
GPtrArray *
tambour_preflight_list (TambourReportFile            *file,
                        const TambourReviewSettings  *settings,
                        GError                      **error)
{
  TambourReviewSettings composed = *settings;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(TambourReviewPlan) plan = NULL;
  Looking looking = { .file = file, .facts = file->facts, .lines = lines };

  composed.outline = file->outline;
  if (!(plan = tambour_review_plan_new (file->facts, &composed, error)))
    return NULL;

  looking.plan = plan;
  look (&looking);
  if (!look_at_other (&looking, &composed, error))
    return NULL;

  g_ptr_array_sort (lines, compare_lines);

  return g_steal_pointer (&lines);
}
