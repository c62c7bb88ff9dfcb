/* tambour-pages-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <string.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/**
 * tambour_pages_read_on:
 * @facts: what was read
 * @sentence: translated, with a place for the day and one for the time of day
 *
 * Returns: (transfer full): @sentence with the moment that the data was read, in UTC
 */
char *
tambour_pages_read_on (TambourFacts *facts,
                       const char   *sentence)
{
  g_autofree char *read = tambour_instant_dup_text (facts->as_of);
  g_autofree char *clock = g_strndup (read + strlen ("2026-10-02T"), strlen ("06:00"));
  TambourDate date;
  g_autofree char *day = NULL;

  tambour_date_parse ((read[strlen ("2026-10-02")] = '\0', read), &date);
  day = tambour_wording_date (date, TAMBOUR_DATE_FORM_LONG);

  return tambour_wording_fill (sentence, day, clock, NULL);
}

static char *
write_name (const TambourFact *fact)
{
  g_autofree char *subject = fact->subject ? tambour_wording_isolate (fact->subject) : NULL;

  return subject ? tambour_wording_fill (_("{0}, {1}"), _(fact->name), subject, NULL) : g_strdup (_(fact->name));
}

static char *
write_value (TambourPages      *self,
             const TambourFact *fact)
{
  g_autofree char *name = write_name (fact);
  g_autofree char *now = tambour_fact_full (fact, FALSE);
  g_autofree char *before = tambour_fact_full (fact, TRUE);

  if (!self->facts->has_prior || !tambour_measure_is_known (&fact->prior))
    return tambour_wording_fill (_("{0}: {1}."), name, now, NULL);

  /* Translators: a figure: its name, its value, its value in the year before. */
  return tambour_wording_fill (_("{0}: {1}; the year before: {2}."), name, now, before, NULL);
}

/* How many records a figure stands on: those it was counted from. */
static char *
write_basis (const TambourFact *fact)
{
  gint64 n = fact->now.of != TAMBOUR_NO_COUNT ? fact->now.of : fact->now.n;
  g_autofree char *number = tambour_wording_number (MAX (n, 0));

  /* Translators: what a figure was computed from: how many records, and of which kind. */
  return tambour_wording_fill (ngettext ("From {0} record ({1}).", "From {0} records ({1}).", MAX (n, 0)), number,
                               _(fact->source), NULL);
}

static void
note_figure (TambourPages      *self,
             const TambourFact *fact,
             const GArray      *pages)
{
  g_autofree char *value = write_value (self, fact);
  g_autofree char *basis = write_basis (fact);
  g_autofree char *formula = tambour_wording_fill (_("{0}."), _(fact->formula), NULL);
  g_autofree char *note = g_strjoin (" ", value, formula, basis, NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      guint index = g_array_index (pages, guint, i) - 1;
      const TambourPageInfo *page = tambour_document_get_page (self->document, index);
      g_autofree char *head = NULL;

      if (page == NULL)
        continue;

      if (page->notes->len == 0)
        {
          head = tambour_pages_read_on (self->facts, _("How each figure on this page was computed. Data read on {0}, {1} UTC."));
          tambour_document_add_note (self->document, index, head);
        }
      tambour_document_add_note (self->document, index, note);
    }
}

/**
 * tambour_pages_notes:
 * @self: pages, all of them drawn
 *
 * Tells the speaker how each figure on a page was computed, from how many
 * records and when.
 */
void
tambour_pages_notes (TambourPages *self)
{
  for (guint i = 0; i < self->facts->all->len; i++)
    {
      const TambourFact *fact = self->facts->all->pdata[i];
      const GArray *pages = g_hash_table_lookup (self->uses, fact);

      if (pages != NULL)
        note_figure (self, fact, pages);
    }
}
