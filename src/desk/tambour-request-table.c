/* tambour-request-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-request-table.h"

#include "tambour-choice-words.h"
#include "tambour-csv-writer.h"
#include "tambour-time.h"

/* Requests as a table that leaves the program: a row is a quote, so that whoever reads it
 * sees who asks, and what for.
 */

static const char * const columns[] = {
  N_("Rank"), N_("Request"), N_("Number"), N_("Status"), N_("Target release"), N_("Weight"), N_("Accounts"), N_("Votes"), N_("Last news"),
  N_("Account"), N_("Account weight"), N_("Asked on"), N_("Impact"), N_("Value at stake"), N_("Quote"),
};

static void
add_number (TambourCsvWriter *writer,
            gint64            number)
{
  g_autofree char *text = number == TAMBOUR_NO_COUNT ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);

  tambour_csv_writer_add_cell (writer, text);
}

static void
add_date (TambourCsvWriter *writer,
          TambourDate       date)
{
  g_autofree char *text = tambour_date_is_stated (date) ? tambour_date_dup_text (date) : NULL;

  tambour_csv_writer_add_cell (writer, text);
}

static void
add_request (TambourCsvWriter         *writer,
             const TambourRequestLine *line,
             guint                     rank)
{
  TambourFeatureRequest *request = line->request;

  add_number (writer, rank);
  tambour_csv_writer_add_cell (writer, request->title);
  tambour_csv_writer_add_cell (writer, TAMBOUR_RECORD (request)->external_id);
  tambour_csv_writer_add_cell (writer, _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_STATUS, request->status)));
  tambour_csv_writer_add_cell (writer, request->target_release);
  add_number (writer, line->weight);
  add_number (writer, line->askers->len);
  add_number (writer, line->n_votes);
  add_date (writer, line->news_on);
}

static void
add_asker (TambourCsvWriter          *writer,
           const TambourRequestAsker *asker)
{
  tambour_csv_writer_add_cell (writer, asker ? asker->name : NULL);
  add_number (writer, asker ? tambour_request_weigh (&asker->weight) : TAMBOUR_NO_COUNT);
}

/* Without a quote its cells are empty. */
static void
add_evidence (TambourCsvWriter  *writer,
              TambourFrEvidence *evidence)
{
  g_autofree char *stake = NULL;

  if (evidence != NULL && evidence->value_at_stake.minor != TAMBOUR_NO_COUNT)
    stake = tambour_money_dup_text (evidence->value_at_stake);

  add_date (writer, evidence ? evidence->on : (TambourDate) { 0 });
  tambour_csv_writer_add_cell (writer, evidence ? _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_IMPACT, evidence->impact)) : NULL);
  tambour_csv_writer_add_cell (writer, stake);
  tambour_csv_writer_add_cell (writer, evidence ? evidence->quote : NULL);
}

static void
add_row (TambourCsvWriter          *writer,
         const TambourRequestLine  *line,
         guint                      rank,
         const TambourRequestAsker *asker,
         TambourFrEvidence         *evidence)
{
  add_request (writer, line, rank);
  add_asker (writer, asker);
  add_evidence (writer, evidence);
  tambour_csv_writer_end_row (writer, NULL, NULL);
}

static void
add_line (TambourCsvWriter         *writer,
          const TambourRequestLine *line,
          guint                     rank)
{
  if (line->askers->len == 0)
    add_row (writer, line, rank, NULL, NULL);

  for (guint i = 0; i < line->askers->len; i++)
    {
      const TambourRequestAsker *asker = g_ptr_array_index (line->askers, i);

      if (asker->evidence->len == 0)
        add_row (writer, line, rank, asker, NULL);
      for (guint j = 0; j < asker->evidence->len; j++)
        add_row (writer, line, rank, asker, g_ptr_array_index (asker->evidence, j));
    }
}

/**
 * tambour_request_table_new:
 * @lines: (element-type TambourRequestLine): requests, in their order
 *
 * What customers wrote cannot become a formula: the writer guards it.
 *
 * Returns: (transfer full): a CSV file of them, as spreadsheets want it; a row for each quote
 */
GBytes *
tambour_request_table_new (GPtrArray *lines)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourCsvWriter) writer = tambour_csv_writer_new (stream, TAMBOUR_CSV_WRITER_MARK);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tambour_csv_writer_add_cell (writer, _(columns[i]));
  tambour_csv_writer_end_row (writer, NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    add_line (writer, g_ptr_array_index (lines, i), i + 1);

  /* Into memory nothing can fail. */
  tambour_csv_writer_finish (writer, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
