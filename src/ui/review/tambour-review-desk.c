/* tambour-review-desk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tambour-review-desk.h"

/* A point is as large as on paper at 96 dots an inch. */
#define FULL_SIZE (96.0 / 72.0)

/* In percent of the size on paper. */
static const int zooms[] = { 25, 50, 75, 100, 125, 150, 200, 300 };

/**
 * TambourReviewDesk:
 *
 * Where the pages of a review lie: those that are seen are drawn.
 */
struct _TambourReviewDesk
{
  AdwBin                parent_instance;

  TambourReviewPainter *painter;
  GtkScrolledWindow    *scroller;
  TambourReviewSheets  *sheets;
  int                   percent;       /* 0: what fits */
  guint                 page;          /* which one is in the middle, from 0 */
  guint                 wanted;        /* where it goes when there is room for it, + 1 */
  guint                 arrange_source;
};

G_DEFINE_FINAL_TYPE (TambourReviewDesk, tambour_review_desk, ADW_TYPE_BIN)

enum
{
  PAGE_CHANGED,
  PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkAdjustment *
get_adjustment (TambourReviewDesk *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* --- what is seen --------------------------------------------------------------- */

/* With as many pixels as the screen has. */
static void
look (TambourReviewDesk *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double from = gtk_adjustment_get_value (adjustment);
  double to = from + gtk_adjustment_get_page_size (adjustment);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native ? gtk_native_get_surface (native) : NULL;
  double scale = tambour_review_sheets_get_scale (self->sheets) * (surface ? gdk_surface_get_scale (surface) : 1);
  guint first = tambour_review_sheets_at (self->sheets, from);

  if (tambour_review_sheets_get_n (self->sheets) > 0 && to > from)
    tambour_review_painter_look_at (self->painter, first, tambour_review_sheets_at (self->sheets, to) - first + 1, scale);
}

static void
set_page (TambourReviewDesk *self,
          guint              page)
{
  if (self->page == page)
    return;

  self->page = page;
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

static void
find_page (TambourReviewDesk *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  set_page (self, tambour_review_sheets_at (self->sheets, gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2));
}

/* When the frame is over: what is being given its place is not moved again in it. */
static gboolean
arrange_cb (gpointer user_data)
{
  TambourReviewDesk *self = user_data;
  GtkAdjustment *adjustment = get_adjustment (self);

  self->arrange_source = 0;
  tambour_review_sheets_set_room (self->sheets, (int) gtk_adjustment_get_page_size (adjustment));
  if (self->wanted > 0 && self->wanted <= tambour_review_sheets_get_n (self->sheets))
    gtk_adjustment_set_value (adjustment, tambour_review_sheets_get_top (self->sheets, self->wanted - 1));
  self->wanted = 0;
  look (self);
  find_page (self);

  return G_SOURCE_REMOVE;
}

static void
arrange_later (TambourReviewDesk *self)
{
  if (self->arrange_source == 0)
    self->arrange_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

static void
scrolled_cb (TambourReviewDesk *self)
{
  look (self);
  arrange_later (self);
}

static void
resized_cb (TambourReviewDesk *self)
{
  if (self->wanted == 0)
    self->wanted = self->page + 1;
  arrange_later (self);
}

static void
painted_cb (TambourReviewDesk    *self,
            const TambourPainted *painted)
{
  TambourReviewSheet *sheet = tambour_review_sheets_get (self->sheets, painted->page);

  if (sheet != NULL)
    tambour_review_sheet_set_texture (sheet, painted->texture);
}

/* --- what is done ----------------------------------------------------------------- */

static void
pressed_cb (TambourReviewDesk *self,
            int                n_presses,
            double             x,
            double             y)
{
  graphene_point_t place;

  if (gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->sheets), &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    g_signal_emit (self, signals[PRESSED], 0, tambour_review_sheets_at (self->sheets, place.y));
}

static gboolean
scroll_cb (TambourReviewDesk  *self,
           double              dx,
           double              dy,
           GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;

  tambour_review_desk_zoom (self, dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

static void
add_controllers (TambourReviewDesk *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
tambour_review_desk_dispose (GObject *object)
{
  TambourReviewDesk *self = TAMBOUR_REVIEW_DESK (object);

  g_clear_handle_id (&self->arrange_source, g_source_remove);
  tambour_review_desk_close (self);

  G_OBJECT_CLASS (tambour_review_desk_parent_class)->dispose (object);
}

static void
tambour_review_desk_finalize (GObject *object)
{
  g_clear_object (&TAMBOUR_REVIEW_DESK (object)->painter);

  G_OBJECT_CLASS (tambour_review_desk_parent_class)->finalize (object);
}

static void
tambour_review_desk_class_init (TambourReviewDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_review_desk_dispose;
  object_class->finalize = tambour_review_desk_finalize;

  /**
   * TambourReviewDesk::page-changed:
   * @self: the desk
   *
   * Another page is in the middle, or the pages are larger or smaller.
   */
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TambourReviewDesk::pressed:
   * @self: the desk
   * @page: which page, from 0
   *
   * Somebody points at a page.
   */
  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tambour_review_desk_init (TambourReviewDesk *self)
{
  GtkAdjustment *adjustment;

  self->painter = tambour_review_painter_new ();
  self->sheets = g_object_new (TAMBOUR_TYPE_REVIEW_SHEETS, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheets));
  gtk_widget_add_css_class (GTK_WIDGET (self->scroller), "desk");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  adjustment = get_adjustment (self);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->painter, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
}

/**
 * tambour_review_desk_show:
 * @self: a desk
 * @layout: the pages that lie on it
 *
 * They look as before until they are drawn.
 */
void
tambour_review_desk_show (TambourReviewDesk       *self,
                          const TambourReviewLaid *layout)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DESK (self));

  tambour_review_sheets_set_pages (self->sheets, layout);
  look (self);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/**
 * tambour_review_desk_get_painter:
 * @self: a desk
 *
 * Returns: (transfer none): who draws its pages
 */
TambourReviewPainter *
tambour_review_desk_get_painter (TambourReviewDesk *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DESK (self), NULL);

  return self->painter;
}

/**
 * tambour_review_desk_close:
 * @self: a desk
 *
 * Nothing is drawn any more.
 */
void
tambour_review_desk_close (TambourReviewDesk *self)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DESK (self));

  tambour_review_painter_close (self->painter);
}

/**
 * tambour_review_desk_get_page:
 * @self: a desk
 *
 * Returns: which page is in the middle, from 0
 */
guint
tambour_review_desk_get_page (TambourReviewDesk *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DESK (self), 0);

  return self->page;
}

/**
 * tambour_review_desk_get_n_pages:
 * @self: a desk
 *
 * Returns: how many pages lie on it
 */
guint
tambour_review_desk_get_n_pages (TambourReviewDesk *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DESK (self), 0);

  return tambour_review_sheets_get_n (self->sheets);
}

/**
 * tambour_review_desk_go:
 * @self: a desk
 * @page: a page, from 0
 *
 * Brings it to the top.
 */
void
tambour_review_desk_go (TambourReviewDesk *self,
                        guint              page)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DESK (self));

  if (page >= tambour_review_sheets_get_n (self->sheets))
    return;

  gtk_adjustment_set_value (get_adjustment (self), tambour_review_sheets_get_top (self->sheets, page));
  self->wanted = self->arrange_source != 0 ? page + 1 : 0;
  set_page (self, page);
}

static int
step_from (int percent,
           int steps)
{
  int next = percent;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      int zoom = zooms[steps > 0 ? i : G_N_ELEMENTS (zooms) - 1 - i];

      if (steps > 0 ? zoom > percent : zoom < percent)
        return zoom;
      next = zoom;
    }

  return next;
}

/**
 * tambour_review_desk_zoom:
 * @self: a desk
 * @steps: larger by one, smaller by -1, or 0 for what there is room for
 */
void
tambour_review_desk_zoom (TambourReviewDesk *self,
                          int                steps)
{
  int now = (int) lround (tambour_review_sheets_get_scale (self->sheets) / FULL_SIZE * 100);

  g_return_if_fail (TAMBOUR_IS_REVIEW_DESK (self));

  self->percent = steps == 0 ? 0 : step_from (self->percent > 0 ? self->percent : now, steps);
  gtk_scrolled_window_set_policy (self->scroller, self->percent > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  tambour_review_sheets_set_zoom (self->sheets, self->percent * FULL_SIZE / 100);
  resized_cb (self);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/**
 * tambour_review_desk_dup_zoom:
 * @self: a desk
 *
 * Returns: (transfer full): how large the pages are, for people
 */
char *
tambour_review_desk_dup_zoom (TambourReviewDesk *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DESK (self), NULL);

  if (self->percent == 0)
    return g_strdup (_("Fit page"));

  /* Translators: how large pages are shown, in percent; %d is a number */
  return g_strdup_printf (_("%d %%"), self->percent);
}
