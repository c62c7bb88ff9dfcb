/* tambour-review-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-print.h"

#include "tambour-mark-cairo.h"

/* A review on paper: the same marks that the PDF is made of, each page as large as there is
 * room for.
 */

/* What is printed; it is laid out by the thread that prints. */
typedef struct
{
  TambourReviewHeld *held;
  TambourOutline    *outline;
  TambourReviewPlan *plan;
} Printing;

static void
printing_free (Printing *printing)
{
  g_clear_pointer (&printing->plan, tambour_review_plan_free);
  g_clear_pointer (&printing->outline, tambour_outline_free);
  g_clear_pointer (&printing->held, tambour_review_held_unref);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
printing_closed (gpointer  data,
                 GClosure *closure)
{
  printing_free (data);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              gpointer           user_data)
{
  const Printing *printing = user_data;
  TambourDocument *document = printing->plan->document;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = tambour_document_get_width (document), height = tambour_document_get_height (document);
  double room = gtk_print_context_get_width (context), tall = gtk_print_context_get_height (context);
  double scale = MIN (room / width, tall / height);
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, (guint) number)->canvas, &n_marks);

  cairo_save (cr);
  cairo_translate (cr, (room - width * scale) / 2, (tall - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  tambour_marks_paint (marks, n_marks, tambour_document_get_theme (document), TAMBOUR_PAINT_PLAIN, 0, cr);
  cairo_restore (cr);
}

/* The report is made for one paper; the deck is printed on what there is. */
static void
set_paper (GtkPageSetup    *setup,
           TambourDocument *document)
{
  static const struct
  {
    TambourPaper  paper;
    const char   *name;
  } PAPERS[] = { { TAMBOUR_PAPER_A4, GTK_PAPER_NAME_A4 }, { TAMBOUR_PAPER_LETTER, GTK_PAPER_NAME_LETTER } };

  for (guint i = 0; i < G_N_ELEMENTS (PAPERS); i++)
    {
      g_autoptr(GtkPaperSize) size = gtk_paper_size_new (PAPERS[i].name);
      double width, height;

      tambour_paper_size (PAPERS[i].paper, &width, &height);
      if (width == tambour_document_get_width (document) && height == tambour_document_get_height (document))
        gtk_page_setup_set_paper_size_and_default_margins (setup, size);
    }
}

static void
set_up_page (GtkPrintOperation *operation,
             TambourDocument   *document)
{
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  gboolean is_wide = tambour_document_get_width (document) > tambour_document_get_height (document);

  set_paper (setup, document);
  gtk_page_setup_set_orientation (setup, is_wide ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

/**
 * tambour_review_print_new:
 * @held: a review
 * @shown_as: the deck or the report
 * @outline: what is composed, as an outline writes it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): prints it
 */
GtkPrintOperation *
tambour_review_print_new (TambourReviewHeld    *held,
                          TambourReviewLayout   shown_as,
                          const char           *outline,
                          GError              **error)
{
  g_autoptr(Printing) printing = g_new0 (Printing, 1);
  TambourReviewSettings settings = { .layout = shown_as };
  GtkPrintOperation *operation;

  printing->held = tambour_review_held_ref (held);
  if (!(settings.outline = printing->outline = tambour_outline_parse (outline, error)) ||
      !(printing->plan = tambour_review_plan_new (held->file->facts, &settings, error)))
    return NULL;

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, tambour_document_get_title (printing->plan->document));
  gtk_print_operation_set_n_pages (operation, (int) tambour_document_get_n_pages (printing->plan->document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  set_up_page (operation, printing->plan->document);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_steal_pointer (&printing), printing_closed, 0);

  return operation;
}
