/* tambour-evidence-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-evidence-csv.h"

#include "tambour-cell.h"
#include "tambour-fact-records.h"

/* What a line of a record leaves empty, and that of a figure. */
#define N_FIGURE_CELLS 21
#define N_RECORD_CELLS 8

static const char * const HEADS[] = {
  "line", "key", "name", "subject", "unit", "currency", "value", "prior", "n", "of", "prior_n", "prior_of", "text",
  "state", "reason", "metric", "version", "formula", "source", "from", "to", "prior_from", "prior_to",
  "period", "kind", "record", "number", "title", "on", "part", "why",
};

typedef struct
{
  TambourFacts       *facts;
  GString            *text;
  gboolean            begun;
  TambourFactTextFunc show;
  gpointer            user_data;
} Writer;

static void
add (Writer     *self,
     const char *cell)
{
  if (self->begun)
    g_string_append_c (self->text, ',');
  if (cell != NULL)
    tambour_cell_append (self->text, cell);

  self->begun = TRUE;
}

static void
take (Writer *self,
      char   *cell)
{
  add (self, cell);
  g_free (cell);
}

static void
add_count (Writer *self,
           gint64  count)
{
  take (self, count == TAMBOUR_NO_COUNT ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, count));
}

static void
add_date (Writer      *self,
          TambourDate  date)
{
  take (self, tambour_date_is_stated (date) ? tambour_date_dup_text (date) : NULL);
}

static void
skip (Writer *self,
      guint   n)
{
  for (guint i = 0; i < n; i++)
    add (self, NULL);
}

static void
end_line (Writer *self)
{
  g_string_append (self->text, "\r\n");
  self->begun = FALSE;
}

static void
add_values (Writer            *self,
            const TambourFact *fact)
{
  add (self, tambour_unit_name (fact->unit));
  add (self, fact->unit == TAMBOUR_UNIT_MONEY ? fact->now.currency : NULL);
  take (self, tambour_evidence_dup_value (fact, &fact->now));
  take (self, tambour_evidence_dup_value (fact, &fact->prior));
  add_count (self, fact->now.n);
  add_count (self, fact->now.of);
  add_count (self, fact->prior.n);
  add_count (self, fact->prior.of);
  take (self, self->show ? self->show (fact, FALSE, self->user_data) : NULL);
  add (self, tambour_evidence_state_name (fact->now.state));
  add (self, fact->now.reason);
}

static void
add_figure (Writer            *self,
            const TambourFact *fact)
{
  TambourFacts *facts = self->facts;

  add (self, "figure");
  add (self, fact->key);
  add (self, fact->name);
  add (self, fact->subject);
  add_values (self, fact);
  add (self, fact->metric);
  add_count (self, fact->version);
  add (self, fact->formula);
  add (self, fact->source);
  add_date (self, facts->period.from);
  add_date (self, facts->period.to);
  add_date (self, facts->earlier.from);
  add_date (self, facts->earlier.to);
  skip (self, N_RECORD_CELLS);
  end_line (self);
}

static void
add_record (Writer                  *self,
            const TambourFact       *fact,
            gboolean                 prior,
            const TambourFactRecord *record)
{
  add (self, "record");
  add (self, fact->key);
  skip (self, N_FIGURE_CELLS);
  add (self, prior ? "prior" : "now");
  add (self, tambour_fact_record_get_kind (record));
  add (self, record->id);
  take (self, tambour_fact_record_dup_number (record, self->facts));
  take (self, tambour_fact_record_dup_title (record, self->facts));
  add_date (self, tambour_fact_record_get_date (record, self->facts));
  add (self, tambour_fact_record_get_part (record));
  add (self, record->reason);
  end_line (self);
}

static void
add_records (Writer            *self,
             const TambourFact *fact,
             gboolean           prior)
{
  g_autoptr(GArray) records = tambour_fact_records_list (self->facts, prior ? &fact->prior : &fact->now);

  for (guint i = 0; i < records->len; i++)
    add_record (self, fact, prior, &g_array_index (records, TambourFactRecord, i));
}

/**
 * tambour_evidence_csv_new:
 * @facts: the facts of a review
 * @text: (nullable) (scope call): how the pages show a figure
 * @user_data: for @text
 *
 * Writes the same as tambour_evidence_new() as a table: a line for each figure and, below
 * it, one for each record that it was counted from or that was left out, in both periods.
 *
 * Returns: (transfer full): CSV in UTF-8 with a byte order mark, as Excel wants it
 */
char *
tambour_evidence_csv_new (TambourFacts        *facts,
                          TambourFactTextFunc  text,
                          gpointer             user_data)
{
  Writer writer = { facts, g_string_new ("\xef\xbb\xbf"), FALSE, text, user_data };

  for (guint i = 0; i < G_N_ELEMENTS (HEADS); i++)
    add (&writer, HEADS[i]);
  end_line (&writer);

  for (guint i = 0; i < facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts->all, i);

      add_figure (&writer, fact);
      add_records (&writer, fact, FALSE);
      add_records (&writer, fact, TRUE);
    }

  return g_string_free (writer.text, FALSE);
}
