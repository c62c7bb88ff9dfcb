/* tambour-review-window-part.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-figure-row.h"
#include "tambour-review-window-private.h"
#include "tambour-row-list.h"

/* The section that is chosen: its title, its narrative, and its figures. */

static const TambourLaidChapter *
get_laid (TambourReviewWindow *self)
{
  return self->layout != NULL ? &self->layout->chapters[self->chapter] : NULL;
}

/* --- title and narrative ------------------------------------------------------------- */

static char *
dup_remark (const TambourLaidChapter *laid)
{
  if (laid->stale != NULL)
    /* Translators: %s is a number in a title that somebody typed */
    return g_strdup_printf (_("“%s” is not what the figures say any more."), laid->stale);
  if (laid->is_cut)
    return g_strdup (_("It does not fit in two lines, and is cut."));

  return NULL;
}

/* The cover is called after the account, and what is left out is not written. */
static gboolean
has_title (const TambourLaidChapter *laid)
{
  return laid != NULL && laid->written != NULL;
}

/**
 * tambour_review_window_show_title:
 * @self: a window that has read its report
 *
 * Shows the title that was typed, or the one that the program writes.
 */
void
tambour_review_window_show_title (TambourReviewWindow *self)
{
  const TambourLaidChapter *laid = get_laid (self);
  const TambourOutlinePart *part = tambour_outline_find (tambour_review_draft_get_outline (self->draft), self->chapter);
  gboolean is_typing = gtk_widget_has_focus (GTK_WIDGET (self->side->title_text));
  g_autofree char *remark = laid ? dup_remark (laid) : NULL;

  gtk_widget_set_visible (self->side->title_box, part->title != NULL || has_title (laid));
  gtk_widget_set_visible (self->side->written_button, part->title != NULL);
  tambour_heading_set_remark (self->side->title_heading, part->title ? _("edited") : "");
  gtk_widget_set_visible (self->side->title_remark, remark != NULL);
  gtk_label_set_text (self->side->title_remark_label, remark ? remark : "");
  self->is_filling = TRUE;
  if (part->title != NULL || (has_title (laid) && !is_typing))
    tambour_figure_text_show (self->side->title_text, part->title ? part->title : laid->written, self->held->file->facts);
  self->is_filling = FALSE;
}

static void
show_narrative (TambourReviewWindow *self)
{
  const TambourOutlinePart *part = tambour_outline_find (tambour_review_draft_get_outline (self->draft), self->chapter);

  self->is_filling = TRUE;
  tambour_figure_text_show (self->side->narrative_text, part->narrative, self->held->file->facts);
  self->is_filling = FALSE;
}

/* --- figures --------------------------------------------------------------------------- */

/* A figure on its way to its row. */
typedef struct
{
  const TambourFact *fact;
  char              *change;
} Figure;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_clear_pointer (&figure->change, g_free);
  g_free (figure);
}

static char *
dup_figure_key (gconstpointer item)
{
  return g_strdup (((const Figure *) item)->fact->key);
}

static GtkWidget *
new_figure_row (gpointer data)
{
  return tambour_figure_row_new ();
}

static void
show_figure_row (GtkWidget *row,
                 gpointer   item)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (gtk_widget_get_root (row));
  const Figure *figure = item;
  g_autofree char *value = tambour_review_text_shown (figure->fact, self->held->file->facts);
  g_autofree char *name = tambour_review_text_name (figure->fact);
  g_autofree char *source = tambour_review_text_source (figure->fact);

  tambour_figure_row_show (TAMBOUR_FIGURE_ROW (row), figure->fact->key, value, name, source, figure->change);
}

static const TambourRowList figures = { dup_figure_key, new_figure_row, show_figure_row, NULL };

/* Those that changed come first: they are looked at. */
static GPtrArray *
list_figures (TambourReviewWindow *self)
{
  const TambourLaidChapter *laid = get_laid (self);
  TambourFacts *facts = self->layout->held->file->facts;
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);
  TambourInstant now = tambour_portfolio_now (self->portfolio);
  GPtrArray *list = g_ptr_array_new_with_free_func (figure_free);
  guint n_changed = 0;

  for (guint i = 0; i < laid->facts->len; i++)
    {
      Figure *figure = g_new0 (Figure, 1);

      figure->fact = g_ptr_array_index (laid->facts, i);
      figure->change = tambour_review_text_change (figure->fact, facts, outline, now);
      g_ptr_array_insert (list, figure->change ? (int) n_changed : -1, figure);
      n_changed += figure->change ? 1 : 0;
    }

  return list;
}

/* What the list of figures follows from; typing changes none of it. */
static gboolean
is_shown (TambourReviewWindow *self)
{
  const TambourLaidChapter *laid = get_laid (self);
  GString *text = g_string_new (NULL);
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);
  const char *before = g_object_get_data (G_OBJECT (self->side->figures_list), "tambour-shown");
  gboolean is_same;

  g_string_append_printf (text, "%p %u", (gpointer) self->layout->held, self->chapter);
  for (guint i = 0; i < laid->facts->len; i++)
    g_string_append_printf (text, " %s", ((TambourFact *) g_ptr_array_index (laid->facts, i))->key);
  for (guint i = 0; i < outline->checks->len; i++)
    g_string_append_printf (text, " %s", ((TambourOutlineCheck *) g_ptr_array_index (outline->checks, i))->text);

  is_same = g_strcmp0 (before, text->str) == 0;
  g_object_set_data_full (G_OBJECT (self->side->figures_list), "tambour-shown", g_string_free (text, FALSE), g_free);

  return is_same;
}

/**
 * tambour_review_window_show_figures:
 * @self: a window that knows what is where
 *
 * Shows the figures that the section tells.
 */
void
tambour_review_window_show_figures (TambourReviewWindow *self)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *count = NULL;

  if (self->layout == NULL || self->layout->held != self->held || is_shown (self))
    return;

  list = list_figures (self);
  count = g_strdup_printf ("%u", list->len);
  tambour_row_list_show (self->side->figures_list, &figures, list, list->len, NULL);
  tambour_heading_set_remark (self->side->figures_heading, count);
  gtk_widget_set_visible (self->side->figures_box, list->len > 0);
  if (gtk_list_box_get_selected_row (self->side->figures_list) == NULL)
    gtk_list_box_select_row (self->side->figures_list, gtk_list_box_get_row_at_index (self->side->figures_list, 0));
}

/**
 * tambour_review_window_show_part:
 * @self: a window that has read its report
 *
 * Shows what is said in the section that is chosen.
 */
void
tambour_review_window_show_part (TambourReviewWindow *self)
{
  gtk_label_set_text (self->side->part_label, tambour_review_text_chapter (self->chapter));
  gtk_label_set_text (self->side->narrative_hint, tambour_review_text_hint (self->chapter, self->shown_as));
  tambour_review_window_show_title (self);
  show_narrative (self);
  tambour_review_window_show_figures (self);
  tambour_review_window_update_actions (self);
}
