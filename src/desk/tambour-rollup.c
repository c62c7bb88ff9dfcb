/* tambour-rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup.h"

#include "tambour-csv-writer.h"
#include "tambour-reviews.h"

/* The figures that a manager compares accounts by; each has a column for the
 * period and one for the year before.
 */
static const char * const keys[] = {
  "cases.opened", "response.met", "resolve.median", "outage.hours", "escalations", "goals.met", "commitments.kept",
  "usage.coverage", "audit.score", "findings.open", "requests.shipped", "value", "value.fee",
};

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
dup_cell (TambourFacts *facts,
          const char   *key,
          gboolean      prior)
{
  TambourFact *fact = tambour_facts_find (facts, key);
  const TambourMeasure *measure = fact ? (prior ? &fact->prior : &fact->now) : NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (measure == NULL || measure->state != TAMBOUR_FACT_MEASURED || !isfinite (measure->value))
    return g_strdup ("");

  if (fact->unit == TAMBOUR_UNIT_MONEY)
    return dup_amount (measure);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", measure->value));
}

/* The currency of the amounts, where there is one. */
static char *
dup_currency (TambourFacts *facts)
{
  TambourFact *fee = tambour_facts_find (facts, "value.fee");

  return g_strdup (fee && fee->now.state == TAMBOUR_FACT_MEASURED ? fee->now.currency : "");
}

/**
 * tambour_rollup_dup_cells:
 * @facts: an account's facts
 *
 * Returns: (transfer full): its line of the roll-up, without its name
 */
char **
tambour_rollup_dup_cells (TambourFacts *facts)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  for (guint prior = 0; prior < 2; prior++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      g_strv_builder_take (cells, dup_cell (facts, keys[i], prior));

  g_strv_builder_take (cells, dup_currency (facts));

  return g_strv_builder_end (cells);
}

static void
add_head (TambourCsvWriter *writer)
{
  tambour_csv_writer_add_cell (writer, "account");
  tambour_csv_writer_add_cell (writer, "review");
  tambour_csv_writer_add_cell (writer, "failed");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    tambour_csv_writer_add_cell (writer, keys[i]);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strconcat (keys[i], ".prior", NULL);

      tambour_csv_writer_add_cell (writer, name);
    }

  tambour_csv_writer_add_cell (writer, "currency");
}

static void
add_line (TambourCsvWriter         *writer,
          const TambourReviewsDone *done)
{
  g_autofree char *name = g_path_get_basename (done->path);

  tambour_csv_writer_add_cell (writer, done->account->name);
  tambour_csv_writer_add_cell (writer, done->error ? "" : name);
  tambour_csv_writer_add_cell (writer, done->error ? done->error->message : "");

  for (guint i = 0; done->cells && done->cells[i]; i++)
    tambour_csv_writer_add_cell (writer, done->cells[i]);
}

/**
 * tambour_rollup_write:
 * @all: (element-type TambourReviewsDone): what became of each account
 * @path: the file; it appears when it is whole
 * @error: return location
 *
 * Writes one line for each account as CSV: its main figures, and why its review
 * could not be written.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_rollup_write (GPtrArray   *all,
                      const char  *path,
                      GError     **error)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourCsvWriter) writer = tambour_csv_writer_new (stream, TAMBOUR_CSV_WRITER_MARK);

  add_head (writer);
  if (!tambour_csv_writer_end_row (writer, NULL, error))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      add_line (writer, g_ptr_array_index (all, i));
      if (!tambour_csv_writer_end_row (writer, NULL, error))
        return FALSE;
    }

  return tambour_csv_writer_finish (writer, NULL, error) &&
         g_file_set_contents (path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                              g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), error);
}
