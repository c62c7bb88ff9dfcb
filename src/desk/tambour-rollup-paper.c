/* tambour-rollup-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup.h"

#include "tambour-case.h"
#include "tambour-pdf.h"
#include "tambour-reviews.h"
#include "tambour-row-paper.h"

#include "tambour-wording.h"

/* What an account is compared by in a line, where it is measured. */
static const char * const SHOWN[] = {
  "response.met", "goals.met", "commitments.kept", "audit.score", "outage.hours", "escalations", "value", "value.fee",
};

/* The roll-up while it is written. */
typedef struct
{
  const TambourRollup *rollup;
  GPtrArray           *facts;
  GPtrArray           *good;
  GPtrArray           *doubtful;
  GPtrArray           *failed;
} Writing;

static gboolean
is_shown (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    if (g_str_equal (SHOWN[i], key))
      return TRUE;

  return FALSE;
}

static void
add_fact (Writing    *self,
          const char *name,
          const char *value)
{
  g_ptr_array_add (self->facts, tambour_paper_fact_new (name, value));
}

/* --- an account ------------------------------------------------------------------ */

static char *
say_figures (const TambourRollupLine *line)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < line->figures->len; i++)
    {
      const TambourRollupFigure *figure = &g_array_index (line->figures, TambourRollupFigure, i);
      g_autofree char *shown = is_shown (figure->key) ? tambour_rollup_say_figure (figure) : NULL;
      g_autofree char *part = NULL;

      if (shown == NULL || *shown == '\0' || figure->name == NULL)
        continue;

      part = tambour_wording_fill (_("{0}: {1}"), _(figure->name), shown, NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_note (TambourPaperRow *row,
          const char      *sentence,
          char            *list)
{
  g_autofree char *owned = list;
  g_autofree char *line = *owned ? tambour_wording_fill (sentence, owned, NULL) : NULL;

  tambour_paper_row_line (row, line);
}

static TambourPaperRow *
new_row (const TambourReviewsDone *done)
{
  TambourPaperRow *row = tambour_paper_row_new ("account", TAMBOUR_RECORD (done->account)->id, done->account->name);
  const TambourRollupLine *line = done->line;
  g_autofree char *figures = line ? say_figures (line) : NULL;
  g_autofree char *number = NULL;
  guint n = 0;

  row->is_urgent = done->error != NULL;
  tambour_paper_row_line (row, done->error ? done->error->message : NULL);
  if (line == NULL)
    return row;

  for (guint i = 0; i < TAMBOUR_N_PRIORITIES; i++)
    n += line->cases[i];

  number = tambour_wording_number (n);
  row->lead = tambour_wording_fill (ngettext ("{0} case", "{0} cases", n), number, NULL);
  tambour_paper_row_line (row, figures);
  add_note (row, _("Pages left out: {0}"), tambour_rollup_say_out (line));
  add_note (row, _("Nothing is measured: {0}"), tambour_rollup_say_sources (line));
  add_note (row, _("Titles that were typed: {0}"), tambour_rollup_say_titles (line));
  tambour_paper_row_line (row, line->is_unbalanced ? _("The findings do not add up") : NULL);

  return row;
}

static gboolean
is_doubtful (const TambourRollupLine *line)
{
  gboolean is_retitled = FALSE;

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    is_retitled = is_retitled || line->is_retitled[i];

  return is_retitled || line->is_unbalanced || line->sources->len > 0;
}

/* --- all of them ------------------------------------------------------------------- */

static void
add_rows (Writing *self)
{
  for (guint i = 0; i < self->rollup->all->len; i++)
    {
      const TambourReviewsDone *done = g_ptr_array_index (self->rollup->all, i);
      GPtrArray *rows = done->error ? self->failed : done->line && is_doubtful (done->line) ? self->doubtful
                                                                                            : self->good;

      g_ptr_array_add (rows, new_row (done));
    }
}

static void
add_facts (Writing *self)
{
  guint cases[TAMBOUR_N_PRIORITIES] = { 0 };
  gint64 total = 0, met = 0, decided = 0;
  g_autofree char *accounts = tambour_wording_number (self->rollup->all->len);
  g_autofree char *all = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *p1 = NULL;
  g_autofree char *p2 = NULL;
  g_autofree char *p3 = NULL;

  for (guint i = 0; i < self->rollup->all->len; i++)
    {
      const TambourRollupLine *line = ((const TambourReviewsDone *) g_ptr_array_index (self->rollup->all, i))->line;

      for (guint k = 0; line && k < TAMBOUR_N_PRIORITIES; k++)
        {
          cases[k] += line->cases[k];
          total += line->cases[k];
        }
      met += line ? line->n_met : 0;
      decided += line ? line->n_decided : 0;
    }

  all = tambour_wording_number (total);
  p1 = tambour_wording_number (cases[TAMBOUR_PRIORITY_P1]);
  p2 = tambour_wording_number (cases[TAMBOUR_PRIORITY_P2]);
  p3 = tambour_wording_number (cases[TAMBOUR_PRIORITY_P3]);
  opened = tambour_wording_fill (_("{0}: {1} P1, {2} P2, {3} P3"), all, p1, p2, p3, NULL);
  answers = decided > 0 ? tambour_wording_attainment (met, decided) : g_strdup (_("None was due"));
  add_fact (self, _("Accounts"), accounts);
  add_fact (self, _("Cases"), opened);
  add_fact (self, _("First answers"), answers);
}

static TambourDocument *
lay_out (Writing  *self,
         GError  **error)
{
  const TambourPaperPart parts[] = {
    { _("Failed"), NULL, _("Every account could be counted."), self->failed },
    { _("To be looked at"), NULL, _("No source is missing, no title was typed, and all findings add up."), self->doubtful },
    { _("All other accounts"), NULL, _("There is no other account."), self->good },
  };
  g_autofree char *dates = tambour_wording_dates (self->rollup->from, (TambourDate) { self->rollup->to.julian - 1 });
  g_autofree char *number = tambour_wording_number (self->rollup->all->len);
  g_autofree char *title = tambour_wording_fill (ngettext ("{0} account, {1}", "{0} accounts, {1}", self->rollup->all->len), number, dates, NULL);
  TambourRowPaper document = {
    .name = _("Portfolio roll-up"), .subject = dates, .account = _("Portfolio"), .running = _("Portfolio roll-up"),
    .label = _("Portfolio roll-up, for managers only"), .title = title, .again = _("Portfolio roll-up, continued"),
    .footer = dates, .language = tambour_wording_get_language (), .paper = TAMBOUR_PAPER_A4,
    .created = MAX (self->rollup->created.seconds, 0), .facts = self->facts, .parts = parts, .n_parts = G_N_ELEMENTS (parts),
  };

  return tambour_row_paper_layout (&document, error);
}

/**
 * tambour_rollup_write_paper:
 * @self: what became of all accounts
 * @path: the PDF; it appears when it is whole
 * @error: return location
 *
 * Writes it for managers: figures of all accounts together, what could not be written, and for
 * each account its main figures, the pages that are left out, the sources that are missing, the
 * titles that were typed, and findings that do not add up. The same accounts give the same bytes.
 *
 * This thread writes in the language of @self from then on.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_rollup_write_paper (const TambourRollup  *self,
                            const char           *path,
                            GError              **error)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_fact_free);
  g_autoptr(GPtrArray) good = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_row_free);
  g_autoptr(GPtrArray) doubtful = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_row_free);
  g_autoptr(GPtrArray) failed = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_row_free);
  g_autoptr(TambourDocument) document = NULL;
  Writing writing = { self, facts, good, doubtful, failed };

  tambour_wording_set_language (tambour_wording_is_translated (self->language) ? self->language : NULL);
  add_facts (&writing);
  add_rows (&writing);
  document = lay_out (&writing, error);

  return document != NULL && tambour_pdf_write (document, path, error);
}
