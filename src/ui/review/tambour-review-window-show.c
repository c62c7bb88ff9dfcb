/* tambour-review-window-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-review-part-row.h"
#include "tambour-review-window-private.h"
#include "tambour-row-list.h"
#include "tambour-when.h"

/* The report as a whole, its sections, and where one is in its pages. */

/* --- the report ------------------------------------------------------------------ */

static void
show_banner (TambourReviewWindow *self)
{
  const TambourReportFile *file = self->held->file;
  const char *title = NULL, *button = NULL;

  switch ((TambourReportState) file->record->state)
    {
    case TAMBOUR_REPORT_STATE_DRAFT:
      title = file->is_stale ? _("Records have changed since the figures were counted") : NULL;
      button = title ? _("_Update Figures") : NULL;
      break;

    case TAMBOUR_REPORT_STATE_FINAL:
      title = _("This review is final and stays as it is");
      button = _("_Restate…");
      break;

    case TAMBOUR_REPORT_STATE_SUPERSEDED:
      title = _("A later review has taken the place of this one");
      break;
    }

  if (tambour_portfolio_is_read_only (self->portfolio))
    button = NULL;
  adw_banner_set_title (self->banner, title ? title : "");
  adw_banner_set_button_label (self->banner, button);
  adw_banner_set_revealed (self->banner, title != NULL);
}

/**
 * tambour_review_window_show_report:
 * @self: a window that has read its report
 *
 * Shows what it is about, and what became of it.
 */
void
tambour_review_window_show_report (TambourReviewWindow *self)
{
  TambourReportFile *file = self->held->file;
  TambourInstant now = tambour_portfolio_now (self->portfolio);
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);
  g_autofree char *subtitle = tambour_review_text_subtitle (file, now);
  g_autofree char *period = tambour_review_text_period (file->record);
  g_autofree char *as_of = tambour_when_date (tambour_zone_date_of (zone, file->facts->as_of), tambour_zone_date_of (zone, now));
  const char *title = tambour_review_text_document (file, self->shown_as);
  g_autofree char *both = g_strjoin (" · ", title, file->account->name, NULL);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), both);
  gtk_label_set_text (self->period_label, period);
  gtk_label_set_text (self->as_of_label, as_of);
  show_banner (self);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->side->title_text), tambour_review_window_can_write (self));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->side->narrative_text), tambour_review_window_can_write (self));
  tambour_review_window_update_actions (self);
}

/* --- sections ---------------------------------------------------------------------- */

static char *
dup_part_key (gconstpointer item)
{
  return g_strdup (tambour_chapter_nick (((const TambourReviewPart *) item)->chapter));
}

static GtkWidget *
new_part_row (gconstpointer item,
              gpointer      data)
{
  return tambour_review_part_row_new (((const TambourReviewPart *) item)->chapter);
}

static void
show_part_row (GtkWidget *row,
               gpointer   item)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (gtk_widget_get_root (row));

  tambour_review_part_row_show (TAMBOUR_REVIEW_PART_ROW (row), item, tambour_review_window_can_write (self));
}

static const TambourRowList parts = { .dup_key = dup_part_key, .show = show_part_row, .new_row_for = new_part_row };

static void
part_free (gpointer data)
{
  TambourReviewPart *part = data;

  g_clear_pointer (&part->state, g_free);
  g_free (part);
}

static void
show_ready (TambourReviewWindow *self,
            GPtrArray           *items)
{
  guint n = 0, n_ready = 0;
  g_autofree char *ready = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const TambourReviewPart *part = g_ptr_array_index (items, i);

      n += part->is_in ? 1 : 0;
      n_ready += part->is_in && !part->needs_work ? 1 : 0;
    }

  /* Translators: how many sections of a review are ready */
  ready = g_strdup_printf (_("%u of %u ready"), n_ready, n);
  gtk_label_set_text (self->ready_label, ready);
}

static void
select_part (TambourReviewWindow *self)
{
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);
  int index = (int) (tambour_outline_find (outline, self->chapter) - outline->parts);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->parts_list, index);

  self->is_filling = TRUE;
  if (row != NULL && row != gtk_list_box_get_selected_row (self->parts_list))
    gtk_list_box_select_row (self->parts_list, row);
  self->is_filling = FALSE;
}

/**
 * tambour_review_window_show_parts:
 * @self: a window that knows what is where
 *
 * Shows the sections in their order.
 */
void
tambour_review_window_show_parts (TambourReviewWindow *self)
{
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      TambourReviewPart *part = g_new0 (TambourReviewPart, 1);

      tambour_review_text_part (part, self->layout, outline, outline->parts[i].chapter);
      g_ptr_array_add (items, part);
    }

  self->is_filling = TRUE;
  tambour_row_list_show (self->parts_list, &parts, items, items->len, NULL);
  self->is_filling = FALSE;
  show_ready (self, items);
  select_part (self);
}

/**
 * tambour_review_window_choose:
 * @self: a window that has read its report
 * @chapter: a section
 *
 * Shows what is said in it, and its first page.
 */
void
tambour_review_window_choose (TambourReviewWindow *self,
                              TambourChapter       chapter)
{
  if (self->held == NULL)
    return;

  if (self->chapter != chapter)
    {
      self->chapter = chapter;
      tambour_review_window_show_part (self);
    }
  select_part (self);
  if (self->layout != NULL && self->layout->chapters[chapter].page > 0)
    {
      guint first = self->layout->chapters[chapter].page - 1;
      guint page = tambour_review_desk_get_page (self->desk);

      if (page < first || page >= first + self->layout->chapters[chapter].n_pages)
        tambour_review_desk_go (self->desk, first);
    }
}

/* --- pages -------------------------------------------------------------------------- */

/**
 * tambour_review_window_show_page:
 * @self: a window
 *
 * Says where one is in the pages.
 */
void
tambour_review_window_show_page (TambourReviewWindow *self)
{
  guint n = tambour_review_desk_get_n_pages (self->desk);
  guint page = tambour_review_desk_get_page (self->desk);
  g_autofree char *place = n > 0 ? g_strdup_printf (_("Page %d of %d"), (int) page + 1, (int) n) : NULL;
  g_autofree char *zoom = tambour_review_desk_dup_zoom (self->desk);

  gtk_label_set_text (self->page_label, place ? place : "");
  gtk_label_set_text (self->zoom_label, zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next-page", page + 1 < n);
}

/**
 * tambour_review_window_show_layout:
 * @self: a window whose review was laid out anew
 *
 * Shows what that changes beside the pages. What is being typed stays as it is.
 */
void
tambour_review_window_show_layout (TambourReviewWindow *self)
{
  tambour_review_window_show_parts (self);
  tambour_review_window_show_title (self);
  tambour_review_window_show_figures (self);
  tambour_review_window_update_actions (self);
}
