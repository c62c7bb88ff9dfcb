/* tambour-review-painter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-painter.h"

#include <math.h>

#include "tambour-mark-cairo.h"

/* What is to be looked at before the review leaves is counted when nobody types. */
#define MICROSECONDS_OF_REST (350 * G_TIME_SPAN_MILLISECOND)

/**
 * TambourReviewPainter:
 *
 * Lays a review out and draws the pages that are seen, on a thread of its own: text belongs to
 * the thread that shapes it, and typing never waits for it. What is asked for while it works is
 * done next, and only the last of it; what was drawn of something older is not told.
 */
struct _TambourReviewPainter
{
  GObject            parent_instance;

  GThread           *thread;
  GMutex             lock;
  GCond              wake;

  /* What is wanted; under the lock */
  gboolean           is_closing;
  TambourReviewHeld *held;
  TambourReviewLayout shown_as;
  char              *outline;       /* NULL: nothing new */
  guint              first;
  guint              n_pages;
  double             scale;
  gboolean           is_looking;    /* at other pages, or at another scale */
  guint              serial;        /* of what was asked for last */
  guint              told;          /* of what was told last */
};

G_DEFINE_FINAL_TYPE (TambourReviewPainter, tambour_review_painter, G_TYPE_OBJECT)

enum
{
  COMPOSED,
  PAINTED,
  CHECKED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the thread works with; nobody else sees it. */
typedef struct
{
  TambourReviewPainter *painter;
  TambourReviewHeld    *held;
  TambourReviewLayout   shown_as;
  TambourOutline       *outline;
  TambourReviewPlan    *plan;
  GHashTable           *painted;    /* page + 1 → the scale at which it is drawn, in thousandths */
  guint                 serial;
  gboolean              is_checked;
} Work;

/* What is told to the main loop. */
typedef struct
{
  TambourReviewPainter *painter;
  guint                 serial;
  TambourReviewLaid  *layout;
  GPtrArray            *pages;      /* TambourPainted */
  GPtrArray            *checks;     /* TambourPreflightLine */
  GError               *error;
} Told;

static void
painted_free (gpointer data)
{
  TambourPainted *painted = data;

  g_clear_object (&painted->texture);
  g_free (painted);
}

static void
told_free (gpointer data)
{
  Told *told = data;

  g_clear_object (&told->painter);
  g_clear_pointer (&told->layout, tambour_review_laid_free);
  g_clear_pointer (&told->pages, g_ptr_array_unref);
  g_clear_pointer (&told->checks, g_ptr_array_unref);
  g_clear_error (&told->error);
  g_free (told);
}

static gboolean
is_current (TambourReviewPainter *self,
            guint                 serial)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return !self->is_closing && self->serial == serial;
}

/* In the main loop. Who listens takes the layout. */
static gboolean
tell_cb (gpointer data)
{
  Told *told = data;
  TambourReviewPainter *self = told->painter;

  if (!is_current (self, told->serial))
    return G_SOURCE_REMOVE;

  self->told = told->serial;
  if (told->error != NULL)
    g_signal_emit (self, signals[FAILED], 0, told->error);
  if (told->layout != NULL)
    g_signal_emit (self, signals[COMPOSED], 0, g_steal_pointer (&told->layout));
  for (guint i = 0; told->pages && i < told->pages->len; i++)
    g_signal_emit (self, signals[PAINTED], 0, g_ptr_array_index (told->pages, i));
  if (told->checks != NULL)
    g_signal_emit (self, signals[CHECKED], 0, told->checks);

  return G_SOURCE_REMOVE;
}

static void
tell (Told *told)
{
  g_idle_add_full (GDK_PRIORITY_REDRAW - 1, tell_cb, told, told_free);
}

static Told *
told_new (Work *work)
{
  Told *told = g_new0 (Told, 1);

  told->painter = g_object_ref (work->painter);
  told->serial = work->serial;

  return told;
}

/* --- drawing ------------------------------------------------------------------- */

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static TambourPainted *
paint_page (const Work *work,
            guint       page,
            double      scale)
{
  TambourDocument *document = work->plan->document;
  TambourPainted *painted = g_new0 (TambourPainted, 1);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) lround (tambour_document_get_width (document) * scale)),
                                MAX (1, (int) lround (tambour_document_get_height (document) * scale)));
  cairo_t *cr = cairo_create (surface);
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, page)->canvas, &n_marks);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  tambour_marks_paint (marks, n_marks, tambour_document_get_theme (document), TAMBOUR_PAINT_PLAIN, 0, cr);
  cairo_destroy (cr);

  painted->page = page;
  painted->scale = scale;
  painted->texture = texture_of (surface);

  return painted;
}

/* What is drawn already at that scale is not drawn again. */
static GPtrArray *
paint_pages (Work   *work,
             guint   first,
             guint   n_pages,
             double  scale)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (painted_free);
  guint last = MIN (first + n_pages, tambour_document_get_n_pages (work->plan->document));
  gpointer mark = GUINT_TO_POINTER ((guint) lround (scale * 1000));

  for (guint i = first; i < last && scale > 0; i++)
    {
      if (g_hash_table_lookup (work->painted, GUINT_TO_POINTER (i + 1)) == mark)
        continue;

      g_hash_table_insert (work->painted, GUINT_TO_POINTER (i + 1), mark);
      g_ptr_array_add (pages, paint_page (work, i, scale));
    }

  return pages;
}

/* --- laying out ------------------------------------------------------------------ */

static gboolean
lay_out (Work    *work,
         GError **error)
{
  const TambourReviewSettings settings = { .layout = work->shown_as, .outline = work->outline };

  g_hash_table_remove_all (work->painted);
  g_clear_pointer (&work->plan, tambour_review_plan_free);
  work->plan = tambour_review_plan_new (work->held->file->facts, &settings, error);
  work->is_checked = FALSE;

  return work->plan != NULL;
}

static void
compose (Work       *work,
         const char *outline,
         guint       first,
         guint       n_pages,
         double      scale)
{
  Told *told = told_new (work);

  g_clear_pointer (&work->plan, tambour_review_plan_free);
  g_clear_pointer (&work->outline, tambour_outline_free);
  if ((work->outline = tambour_outline_parse (outline, &told->error)) && lay_out (work, &told->error))
    {
      told->layout = tambour_review_laid_new (work->held, work->shown_as, work->plan);
      told->pages = paint_pages (work, first, n_pages, scale);
    }

  tell (told);
}

static void
check (Work *work)
{
  TambourReportFile file = *work->held->file;
  TambourReviewSettings settings = { .layout = work->shown_as, .outline = work->outline };
  Told *told = told_new (work);

  work->is_checked = TRUE;
  file.outline = work->outline;
  told->checks = tambour_preflight_list (&file, &settings, &told->error);
  tell (told);
}

/* --- the thread --------------------------------------------------------------------- */

/* Returns: whether there is something to do at once; under the lock */
static gboolean
is_asked (const TambourReviewPainter *self,
          const Work                 *work)
{
  return self->is_closing || self->outline != NULL || (self->is_looking && work->plan != NULL);
}

/* Returns: %FALSE if nobody asked for anything for so long that there is time for more */
static gboolean
wait_for_work (TambourReviewPainter *self,
               const Work           *work)
{
  gint64 until = g_get_monotonic_time () + MICROSECONDS_OF_REST;
  gboolean has_more = work->plan != NULL && !work->is_checked;

  while (!is_asked (self, work))
    {
      if (!has_more)
        g_cond_wait (&self->wake, &self->lock);
      else if (!g_cond_wait_until (&self->wake, &self->lock, until))
        return FALSE;
    }

  return TRUE;
}

static void
take_held (Work *work)
{
  g_clear_pointer (&work->plan, tambour_review_plan_free);
  g_clear_pointer (&work->held, tambour_review_held_unref);
  work->held = tambour_review_held_ref (work->painter->held);
  work->shown_as = work->painter->shown_as;
  work->serial = work->painter->serial;
}

/* Under the lock, which is open while it works. */
static void
work_once (TambourReviewPainter *self,
           Work                 *work)
{
  g_autofree char *outline = g_steal_pointer (&self->outline);
  guint first = self->first, n_pages = self->n_pages;
  double scale = self->scale;

  self->is_looking = FALSE;
  if (outline != NULL)
    take_held (work);
  g_mutex_unlock (&self->lock);

  if (outline != NULL)
    compose (work, outline, first, n_pages, scale);
  else
    {
      Told *told = told_new (work);

      told->pages = paint_pages (work, first, n_pages, scale);
      tell (told);
    }

  g_mutex_lock (&self->lock);
}

static gpointer
paint_thread (gpointer data)
{
  TambourReviewPainter *self = data;
  Work work = { .painter = self, .painted = g_hash_table_new (NULL, NULL) };

  g_mutex_lock (&self->lock);
  while (!self->is_closing)
    {
      gboolean is_wanted = wait_for_work (self, &work);

      if (self->is_closing)
        break;
      if (is_wanted)
        {
          work_once (self, &work);
          continue;
        }
      g_mutex_unlock (&self->lock);
      check (&work);
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);

  g_clear_pointer (&work.plan, tambour_review_plan_free);
  g_clear_pointer (&work.outline, tambour_outline_free);
  g_clear_pointer (&work.held, tambour_review_held_unref);
  g_clear_pointer (&work.painted, g_hash_table_unref);

  return NULL;
}

static void
tambour_review_painter_dispose (GObject *object)
{
  tambour_review_painter_close (TAMBOUR_REVIEW_PAINTER (object));

  G_OBJECT_CLASS (tambour_review_painter_parent_class)->dispose (object);
}

static void
tambour_review_painter_finalize (GObject *object)
{
  TambourReviewPainter *self = TAMBOUR_REVIEW_PAINTER (object);

  g_clear_pointer (&self->held, tambour_review_held_unref);
  g_clear_pointer (&self->outline, g_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);

  G_OBJECT_CLASS (tambour_review_painter_parent_class)->finalize (object);
}

static guint
add_signal (GObjectClass *klass,
            const char   *name,
            GType         type)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
tambour_review_painter_class_init (TambourReviewPainterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_review_painter_dispose;
  object_class->finalize = tambour_review_painter_finalize;

  /**
   * TambourReviewPainter::composed:
   * @self: the painter
   * @layout: (transfer full): what is where now
   *
   * What was asked for last is laid out. The one who listens owns @layout.
   */
  signals[COMPOSED] = add_signal (object_class, "composed", G_TYPE_POINTER);

  /**
   * TambourReviewPainter::painted:
   * @self: the painter
   * @painted: a page
   *
   * A page is drawn.
   */
  signals[PAINTED] = add_signal (object_class, "painted", G_TYPE_POINTER);

  /**
   * TambourReviewPainter::checked:
   * @self: the painter
   * @lines: (element-type TambourPreflightLine): what is to be looked at before it leaves
   *
   * Nobody typed for a moment, and there was time to look.
   */
  signals[CHECKED] = add_signal (object_class, "checked", G_TYPE_PTR_ARRAY);

  /**
   * TambourReviewPainter::failed:
   * @self: the painter
   * @error: why it could not be laid out
   */
  signals[FAILED] = add_signal (object_class, "failed", G_TYPE_ERROR);
}

static void
tambour_review_painter_init (TambourReviewPainter *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  self->thread = g_thread_new ("review-painter", paint_thread, self);
}

/**
 * tambour_review_painter_new:
 *
 * Returns: (transfer full): a painter that waits for something to draw; who made it closes it
 */
TambourReviewPainter *
tambour_review_painter_new (void)
{
  return g_object_new (TAMBOUR_TYPE_REVIEW_PAINTER, NULL);
}

/**
 * tambour_review_painter_close:
 * @self: a painter
 *
 * Ends its thread, after what it is drawing. Nothing is told from then on.
 */
void
tambour_review_painter_close (TambourReviewPainter *self)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_PAINTER (self));

  if (self->thread == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->is_closing = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * tambour_review_painter_compose:
 * @self: a painter
 * @held: the report
 * @shown_as: the deck or the report
 * @outline: what is composed, as an outline writes it
 *
 * Has it laid out, and the pages that are looked at drawn anew. What was asked for before and is
 * not done yet is not wanted any more.
 */
void
tambour_review_painter_compose (TambourReviewPainter *self,
                                TambourReviewHeld    *held,
                                TambourReviewLayout   shown_as,
                                const char           *outline)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_PAINTER (self));

  g_mutex_lock (&self->lock);
  if (self->held != held)
    {
      g_clear_pointer (&self->held, tambour_review_held_unref);
      self->held = tambour_review_held_ref (held);
    }
  self->shown_as = shown_as;
  g_set_str (&self->outline, outline);
  self->serial++;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_review_painter_look_at:
 * @self: a painter
 * @first: the first page that is seen, from 0
 * @n_pages: how many are seen
 * @scale: pixels for each point
 *
 * Says which pages are seen: only those are drawn.
 */
void
tambour_review_painter_look_at (TambourReviewPainter *self,
                                guint                 first,
                                guint                 n_pages,
                                double                scale)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_PAINTER (self));

  g_mutex_lock (&self->lock);
  self->is_looking = TRUE;
  self->first = first;
  self->n_pages = n_pages;
  self->scale = scale;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_review_painter_is_busy:
 * @self: a painter
 *
 * Returns: whether something that was asked for was not told yet
 */
gboolean
tambour_review_painter_is_busy (TambourReviewPainter *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (TAMBOUR_IS_REVIEW_PAINTER (self), FALSE);

  locker = g_mutex_locker_new (&self->lock);

  return self->told != self->serial;
}
