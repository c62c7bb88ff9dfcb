/* tambour-shown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-shown.h"

struct _TambourShown
{
  GArray     *texts;  /* TambourShownText */
  GHashTable *seen;   /* the texts of the page that was added last */
};

static void
text_clear (gpointer data)
{
  TambourShownText *text = data;

  g_clear_pointer (&text->page, g_free);
  g_clear_pointer (&text->text, g_free);
}

/**
 * tambour_shown_new:
 *
 * Returns: (transfer full): nothing that is shown
 */
TambourShown *
tambour_shown_new (void)
{
  TambourShown *self = g_new0 (TambourShown, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (TambourShownText));
  g_array_set_clear_func (self->texts, text_clear);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * tambour_shown_free:
 * @self: (transfer full): what is shown
 */
void
tambour_shown_free (TambourShown *self)
{
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_free (self);
}

/**
 * tambour_shown_add:
 * @self: what is shown
 * @page: (nullable): the label of the page
 * @text: (nullable): plain text
 *
 * Adds a text, once for each page.
 */
void
tambour_shown_add (TambourShown *self,
                   const char   *page,
                   const char   *text)
{
  TambourShownText shown = { NULL, NULL };

  if (text == NULL || *text == '\0')
    return;
  if (!g_hash_table_add (self->seen, g_strdup_printf ("%s\n%s", page ? page : "", text)))
    return;

  shown.page = g_strdup (page);
  shown.text = g_strdup (text);
  g_array_append_val (self->texts, shown);
}

/* What charts of their own say: their data are in the file. */
static void
add_plot (TambourShown      *self,
          const char        *label,
          const TambourPlot *plot)
{
  for (guint i = 0; i < plot->categories->len; i++)
    tambour_shown_add (self, label, plot->categories->pdata[i]);
  for (guint i = 0; i < plot->series->len; i++)
    tambour_shown_add (self, label, ((const TambourSeries *) plot->series->pdata[i])->name);
}

static void
add_page (TambourShown          *self,
          const TambourPageInfo *page)
{
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (page->canvas, &n_marks);

  tambour_shown_add (self, page->label, page->outline);
  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].kind == TAMBOUR_MARK_TEXT)
        tambour_shown_add (self, page->label, marks[i].text.shape->text);
      else if (marks[i].kind == TAMBOUR_MARK_BEGIN)
        tambour_shown_add (self, page->label, marks[i].group.alternative);
    }
  for (guint i = 1; tambour_canvas_get_plot (page->canvas, i) != NULL; i++)
    add_plot (self, page->label, tambour_canvas_get_plot (page->canvas, i));
  for (guint i = 0; i < page->notes->len; i++)
    tambour_shown_add (self, page->label, page->notes->pdata[i]);
}

/**
 * tambour_shown_add_document:
 * @self: what is shown
 * @document: laid out
 *
 * Adds every text of the pages, what is read aloud instead of a picture, what charts and notes
 * say, the outline and what a reader shows of the document itself.
 */
void
tambour_shown_add_document (TambourShown    *self,
                            TambourDocument *document)
{
  tambour_shown_add (self, NULL, tambour_document_get_title (document));
  tambour_shown_add (self, NULL, tambour_document_get_author (document));
  tambour_shown_add (self, NULL, tambour_document_get_subject (document));

  for (guint i = 0; i < tambour_document_get_n_pages (document); i++)
    add_page (self, tambour_document_get_page (document, i));
}

/**
 * tambour_shown_add_facts:
 * @self: what is shown
 * @facts: the facts
 *
 * Adds what the evidence says of each figure; its key stands for the page.
 */
void
tambour_shown_add_facts (TambourShown *self,
                         TambourFacts *facts)
{
  tambour_shown_add (self, NULL, facts->account->name);
  tambour_shown_add (self, NULL, facts->plan_name);
  for (guint i = 0; i < facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts->all, i);

      tambour_shown_add (self, fact->key, fact->name);
      tambour_shown_add (self, fact->key, fact->subject);
      tambour_shown_add (self, fact->key, fact->formula);
      tambour_shown_add (self, fact->key, fact->source);
      tambour_shown_add (self, fact->key, fact->now.reason);
      tambour_shown_add (self, fact->key, fact->prior.reason);
    }
}

/**
 * tambour_shown_get_n:
 * @self: what is shown
 *
 * Returns: how many texts that are
 */
guint
tambour_shown_get_n (TambourShown *self)
{
  return self->texts->len;
}

/**
 * tambour_shown_get:
 * @self: what is shown
 * @index: which of them
 *
 * Returns: (transfer none): a text
 */
const TambourShownText *
tambour_shown_get (TambourShown *self,
                   guint         index)
{
  g_return_val_if_fail (index < self->texts->len, NULL);

  return &g_array_index (self->texts, TambourShownText, index);
}
