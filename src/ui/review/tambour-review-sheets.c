/* tambour-review-sheets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-sheets.h"

#include <math.h>

/* In pixels: around all sheets, and between two. */
#define MARGIN 12
#define GAP    14

/* A page is not made smaller than this. */
#define LEAST_SCALE 0.2

/**
 * TambourReviewSheets:
 *
 * The pages of a review one below the other, as large as there is room for, or as somebody
 * wants them.
 */
struct _TambourReviewSheets
{
  GtkWidget  parent_instance;

  GPtrArray *sheets;
  double     page_width;    /* in points */
  double     page_height;
  double     zoom;          /* pixels for each point; 0 is what fits */
  double     scale;         /* as it is allocated */
  int        room;          /* how high what is seen of it is */
};

G_DEFINE_FINAL_TYPE (TambourReviewSheets, tambour_review_sheets, GTK_TYPE_WIDGET)

/* The whole page is to be seen. */
static double
choose_scale (TambourReviewSheets *self,
              int                  width)
{
  double scale;

  if (self->zoom > 0)
    return self->zoom;

  scale = (width - 2 * MARGIN) / self->page_width;
  if (self->room > 2 * MARGIN)
    scale = MIN (scale, (self->room - 2 * MARGIN) / self->page_height);

  return MAX (scale, LEAST_SCALE);
}

static int
measure_height (TambourReviewSheets *self,
                double               scale)
{
  int page = (int) lround (self->page_height * scale);
  int n = (int) self->sheets->len;

  return 2 * MARGIN + n * page + MAX (n - 1, 0) * GAP;
}

static GtkSizeRequestMode
tambour_review_sheets_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tambour_review_sheets_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  TambourReviewSheets *self = TAMBOUR_REVIEW_SHEETS (widget);
  double scale = self->zoom > 0 ? self->zoom : LEAST_SCALE;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 2 * MARGIN + (int) ceil (self->page_width * scale);
  else
    *minimum = *natural = measure_height (self, for_size > 0 ? choose_scale (self, for_size) : scale);
}

static void
tambour_review_sheets_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  TambourReviewSheets *self = TAMBOUR_REVIEW_SHEETS (widget);
  int page_width, page_height;

  self->scale = choose_scale (self, width);
  page_width = (int) lround (self->page_width * self->scale);
  page_height = (int) lround (self->page_height * self->scale);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      GtkAllocation place = { (width - page_width) / 2, MARGIN + (int) i * (page_height + GAP), page_width, page_height };
      GtkWidget *sheet = g_ptr_array_index (self->sheets, i);

      gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (sheet, &place, -1);
    }
}

static void
tambour_review_sheets_dispose (GObject *object)
{
  TambourReviewSheets *self = TAMBOUR_REVIEW_SHEETS (object);

  g_ptr_array_set_size (self->sheets, 0);

  G_OBJECT_CLASS (tambour_review_sheets_parent_class)->dispose (object);
}

static void
tambour_review_sheets_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_REVIEW_SHEETS (object)->sheets, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_review_sheets_parent_class)->finalize (object);
}

static void
tambour_review_sheets_class_init (TambourReviewSheetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_review_sheets_dispose;
  object_class->finalize = tambour_review_sheets_finalize;
  widget_class->get_request_mode = tambour_review_sheets_get_request_mode;
  widget_class->measure = tambour_review_sheets_measure;
  widget_class->size_allocate = tambour_review_sheets_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
tambour_review_sheets_init (TambourReviewSheets *self)
{
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->page_width = 960;
  self->page_height = 540;
  self->scale = 1;
}

/**
 * tambour_review_sheets_set_pages:
 * @self: sheets
 * @layout: what is on them
 *
 * What they show stays until it is drawn anew, unless it is of another shape.
 */
void
tambour_review_sheets_set_pages (TambourReviewSheets     *self,
                                 const TambourReviewLaid *layout)
{
  gboolean is_reshaped = self->page_width != layout->width || self->page_height != layout->height;
  gboolean is_resized = is_reshaped || self->sheets->len != layout->pages->len;

  g_return_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self));

  self->page_width = layout->width;
  self->page_height = layout->height;
  if (self->sheets->len > layout->pages->len)
    g_ptr_array_set_size (self->sheets, (int) layout->pages->len);
  while (self->sheets->len < layout->pages->len)
    {
      GtkWidget *sheet = tambour_review_sheet_new ();

      gtk_widget_set_parent (sheet, GTK_WIDGET (self));
      g_ptr_array_add (self->sheets, sheet);
    }

  for (guint i = 0; i < self->sheets->len; i++)
    {
      tambour_review_sheet_describe (g_ptr_array_index (self->sheets, i), g_ptr_array_index (layout->pages, i), i + 1, self->sheets->len);
      if (is_reshaped)
        tambour_review_sheet_set_texture (g_ptr_array_index (self->sheets, i), NULL);
    }
  if (is_resized)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tambour_review_sheets_set_room:
 * @self: sheets
 * @height: how much of them is seen at once, in pixels
 */
void
tambour_review_sheets_set_room (TambourReviewSheets *self,
                                int                  height)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self));

  if (self->room == height)
    return;

  self->room = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tambour_review_sheets_set_zoom:
 * @self: sheets
 * @zoom: pixels for each point; 0 for what there is room for
 */
void
tambour_review_sheets_set_zoom (TambourReviewSheets *self,
                                double               zoom)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tambour_review_sheets_get_scale:
 * @self: sheets
 *
 * Returns: how large they are: pixels for each point
 */
double
tambour_review_sheets_get_scale (TambourReviewSheets *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self), 1);

  return self->scale;
}

/**
 * tambour_review_sheets_get_n:
 * @self: sheets
 *
 * Returns: how many there are
 */
guint
tambour_review_sheets_get_n (TambourReviewSheets *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self), 0);

  return self->sheets->len;
}

/**
 * tambour_review_sheets_get:
 * @self: sheets
 * @index: which one, from 0
 *
 * Returns: (transfer none) (nullable): the sheet, if there is one
 */
TambourReviewSheet *
tambour_review_sheets_get (TambourReviewSheets *self,
                           guint                index)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self), NULL);

  return index < self->sheets->len ? g_ptr_array_index (self->sheets, index) : NULL;
}

/**
 * tambour_review_sheets_get_top:
 * @self: sheets
 * @index: which one, from 0
 *
 * Returns: where it begins, with what stands above it
 */
double
tambour_review_sheets_get_top (TambourReviewSheets *self,
                               guint                index)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self), 0);

  return index * (lround (self->page_height * self->scale) + GAP);
}

/**
 * tambour_review_sheets_at:
 * @self: sheets
 * @y: in pixels from above
 *
 * Returns: which sheet is there, from 0
 */
guint
tambour_review_sheets_at (TambourReviewSheets *self,
                          double               y)
{
  double pitch = lround (self->page_height * self->scale) + GAP;
  double index = floor ((y - MARGIN) / pitch);

  g_return_val_if_fail (TAMBOUR_IS_REVIEW_SHEETS (self), 0);

  return self->sheets->len > 0 ? (guint) CLAMP (index, 0, self->sheets->len - 1) : 0;
}
