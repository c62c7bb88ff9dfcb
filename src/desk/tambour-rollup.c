/* tambour-rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup.h"

#include <math.h>
#include <string.h>

#include "tambour-csv-writer.h"
#include "tambour-fact-text.h"
#include "tambour-pages-words.h"
#include "tambour-reviews.h"

/* The figures that a manager compares accounts by; each has a column for the
 * period and one for the year before. A median or a score of several accounts
 * together is none of them: such figures do not add up.
 */
static const struct
{
  const char *key;
  gboolean    adds_up;
} keys[] = {
  { "cases.opened", TRUE },
  { "response.met", TRUE },
  { "resolve.median", FALSE },
  { "outage.hours", TRUE },
  { "escalations", TRUE },
  { "goals.met", TRUE },
  { "commitments.kept", TRUE },
  { "usage.coverage", TRUE },
  { "audit.score", FALSE },
  { "findings.open", TRUE },
  { "requests.shipped", TRUE },
  { "value", TRUE },
  { "value.fee", TRUE },
};

/* Cells of a line behind its figures, before its health. */
#define N_NOTES 5

/* The records belong to the facts, which go away before this is written. */
static TambourMeasure
copy_measure (const TambourMeasure *measure)
{
  TambourMeasure copy = *measure;

  copy.ids = copy.hits = NULL;
  copy.excluded = NULL;

  return copy;
}

static void
take_figures (TambourRollupLine *self,
              TambourFacts      *facts)
{
  TambourFact *fee = tambour_facts_find (facts, "value.fee");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      TambourFact *fact = tambour_facts_find (facts, keys[i].key);
      TambourRollupFigure figure = { .key = keys[i].key, .adds_up = keys[i].adds_up, .now = { .state = TAMBOUR_FACT_NOT_MEASURED, .value = NAN },
                                     .prior = { .state = TAMBOUR_FACT_NOT_MEASURED, .value = NAN } };

      if (fact != NULL)
        {
          figure.name = fact->name;
          figure.metric = fact->metric;
          figure.formula = fact->formula;
          figure.source = fact->source;
          figure.unit = fact->unit;
          figure.now = copy_measure (&fact->now);
          figure.prior = copy_measure (&fact->prior);
        }

      g_array_append_val (self->figures, figure);
    }

  if (fee && fee->now.state == TAMBOUR_FACT_MEASURED)
    memcpy (self->currency, fee->now.currency, sizeof self->currency);
}

/* Sources of which nothing was measured at all. */
static void
take_sources (TambourRollupLine *self,
              TambourFacts      *facts)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts->all, i);

      if (fact->now.state != TAMBOUR_FACT_NOT_MEASURED)
        g_hash_table_add (known, (gpointer) fact->source);
    }

  for (guint i = 0; i < facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts->all, i);

      if (g_hash_table_add (known, (gpointer) fact->source))
        g_ptr_array_add (self->sources, (gpointer) fact->source);
    }
}

static void
take_chapters (TambourRollupLine *self,
               TambourFacts      *facts,
               TambourOutline    *outline)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      const TambourOutlinePart *part = outline ? tambour_outline_find (outline, i) : NULL;

      self->is_out[i] = !tambour_pages_is_there (facts, i) || (part && part->is_out);
      self->is_retitled[i] = part && part->title && !self->is_out[i];
    }
}

/**
 * tambour_rollup_line_new:
 * @facts: an account's facts; they may go away
 * @outline: (nullable): what was composed
 *
 * Returns: (transfer full): what managers are told of it
 */
TambourRollupLine *
tambour_rollup_line_new (TambourFacts   *facts,
                         TambourOutline *outline)
{
  TambourRollupLine *self = g_new0 (TambourRollupLine, 1);
  const TambourLedgerFact *ledger = &facts->audits.ledger;
  const TambourMeasure *met = &facts->service.met->now;

  self->figures = g_array_new (FALSE, FALSE, sizeof (TambourRollupFigure));
  self->sources = g_ptr_array_new ();
  self->is_unbalanced = !ledger->balances && tambour_fact_is_known (ledger->open);
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    self->cases[priority] = (guint) facts->service.opened[priority]->now.n;
  if (met->state == TAMBOUR_FACT_MEASURED)
    {
      self->n_met = met->n;
      self->n_decided = met->of;
    }

  self->plan = g_strdup (facts->plan_name);
  self->tam = g_strdup (facts->tam ? facts->tam->name : NULL);
  self->before[0] = facts->earlier.from;
  self->before[1] = (TambourDate) { facts->earlier.to.julian - 1 };
  take_figures (self, facts);
  take_sources (self, facts);
  take_chapters (self, facts, outline);

  return self;
}

/**
 * tambour_rollup_line_free:
 * @self: (transfer full): a line
 */
void
tambour_rollup_line_free (TambourRollupLine *self)
{
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->tam, g_free);
  g_free (self);
}

/* --- a table ------------------------------------------------------------------- */

/* In units that people count in, so that a spreadsheet can add them up. */
static char *
dup_amount (const TambourMeasure *measure)
{
  TambourMoney money = { .minor = (gint64) measure->value };
  char *text;

  memcpy (money.currency, measure->currency, sizeof money.currency);
  text = tambour_money_dup_text (money);
  text[strcspn (text, " ")] = '\0';

  return text;
}

/* What was not measured is an empty cell, never 0. */
static char *
dup_cell (const TambourRollupFigure *figure,
          gboolean                   prior)
{
  const TambourMeasure *measure = prior ? &figure->prior : &figure->now;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (measure->state != TAMBOUR_FACT_MEASURED || !isfinite (measure->value))
    return g_strdup ("");

  if (figure->unit == TAMBOUR_UNIT_MONEY)
    return dup_amount (measure);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", measure->value));
}

/* Chapters by the names that outlines have for them. */
static char *
dup_nicks (const gboolean is_said[TAMBOUR_N_CHAPTERS])
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (is_said[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", tambour_chapter_nick (i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_head (TambourCsvWriter *writer)
{
  static const char * const last[] = { "currency", "pages.out", "sources.missing", "titles.edited", "ledger", "health" };

  tambour_csv_writer_add_cell (writer, "account");
  tambour_csv_writer_add_cell (writer, "review");
  tambour_csv_writer_add_cell (writer, "failed");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    tambour_csv_writer_add_cell (writer, keys[i].key);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strconcat (keys[i].key, ".prior", NULL);

      tambour_csv_writer_add_cell (writer, name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    tambour_csv_writer_add_cell (writer, last[i]);
}

static const char *
get_health (TambourHealthLevel health)
{
  switch (health)
    {
    case TAMBOUR_HEALTH_NONE:
      return "";
    case TAMBOUR_HEALTH_GOOD:
      return "good";
    case TAMBOUR_HEALTH_ATTENTION:
      return "attention";
    case TAMBOUR_HEALTH_RISK:
      return "risk";
    }

  g_return_val_if_reached ("");
}

/* What cannot be told of an account that could not be counted. */
static void
skip_line (TambourCsvWriter *writer)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (keys) + N_NOTES; i++)
    tambour_csv_writer_add_cell (writer, "");
}

static void
add_notes (TambourCsvWriter        *writer,
           const TambourRollupLine *line)
{
  g_autofree char *out = dup_nicks (line->is_out);
  g_autofree char *titles = dup_nicks (line->is_retitled);
  g_autoptr(GString) sources = g_string_new (NULL);

  for (guint i = 0; i < line->sources->len; i++)
    g_string_append_printf (sources, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (line->sources, i));

  tambour_csv_writer_add_cell (writer, line->currency);
  tambour_csv_writer_add_cell (writer, out);
  tambour_csv_writer_add_cell (writer, sources->str);
  tambour_csv_writer_add_cell (writer, titles);
  tambour_csv_writer_add_cell (writer, line->is_unbalanced ? "unbalanced" : "");
}

static void
add_line (TambourCsvWriter         *writer,
          const TambourReviewsDone *done)
{
  g_autofree char *name = done->path ? g_path_get_basename (done->path) : NULL;

  tambour_csv_writer_add_cell (writer, done->account->name);
  tambour_csv_writer_add_cell (writer, done->error || name == NULL ? "" : name);
  tambour_csv_writer_add_cell (writer, done->error ? done->error->message : "");
  if (done->line == NULL)
    {
      skip_line (writer);
      tambour_csv_writer_add_cell (writer, get_health (done->health));
      return;
    }

  for (guint prior = 0; prior < 2; prior++)
    for (guint i = 0; i < done->line->figures->len; i++)
      {
        g_autofree char *cell = dup_cell (&g_array_index (done->line->figures, TambourRollupFigure, i), prior);

        tambour_csv_writer_add_cell (writer, cell);
      }

  add_notes (writer, done->line);
  tambour_csv_writer_add_cell (writer, get_health (done->health));
}

/**
 * tambour_rollup_write:
 * @self: what became of all accounts
 * @path: the file; it appears when it is whole
 * @error: return location
 *
 * Writes one line for each account as CSV: its main figures, and why its review
 * could not be written.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_rollup_write (const TambourRollup  *self,
                      const char           *path,
                      GError              **error)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourCsvWriter) writer = tambour_csv_writer_new (stream, TAMBOUR_CSV_WRITER_MARK);

  add_head (writer);
  if (!tambour_csv_writer_end_row (writer, NULL, error))
    return FALSE;

  for (guint i = 0; i < self->all->len; i++)
    {
      add_line (writer, g_ptr_array_index (self->all, i));
      if (!tambour_csv_writer_end_row (writer, NULL, error))
        return FALSE;
    }

  return tambour_csv_writer_finish (writer, NULL, error) &&
         g_file_set_contents (path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                              g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), error);
}
