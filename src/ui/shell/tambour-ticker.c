/* tambour-ticker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-ticker.h"

/**
 * TambourTicker:
 *
 * The one timer of all clocks on the screen. It runs only while a widget that
 * watches it is on the screen, once a minute, or once a second if one of them
 * asks for that.
 */
struct _TambourTicker
{
  GObject    parent_instance;

  GPtrArray *watches;
  guint      source;
};

G_DEFINE_FINAL_TYPE (TambourTicker, tambour_ticker, G_TYPE_OBJECT)

/* Belongs to its widget: it goes when that is destroyed, or the ticker. */
typedef struct
{
  GtkWidget       *widget;
  TambourTickFunc  func;
  TambourTickPace  pace;
  gint64           shown_at; /* when it began to watch or was told last, monotonic */
} Watch;

static void schedule (TambourTicker *self);

/* The pace of the quickest widget on the screen. */
static gboolean
find_pace (TambourTicker   *self,
           TambourTickPace *pace)
{
  gboolean is_watched = FALSE;

  *pace = TAMBOUR_TICK_MINUTES;
  for (guint i = 0; i < self->watches->len; i++)
    {
      const Watch *watch = g_ptr_array_index (self->watches, i);

      if (!gtk_widget_get_mapped (watch->widget))
        continue;

      is_watched = TRUE;
      *pace = MAX (*pace, watch->pace);
    }

  return is_watched;
}

static gboolean
tick_cb (gpointer data)
{
  TambourTicker *self = data;

  self->source = 0;
  tambour_ticker_tick (self);
  schedule (self);

  return G_SOURCE_REMOVE;
}

/* To the next full second or minute of the wall clock, so that all clocks on
 * the screen turn together.
 */
static void
schedule (TambourTicker *self)
{
  gint64 period, wait;
  TambourTickPace pace;

  g_clear_handle_id (&self->source, g_source_remove);
  if (!find_pace (self, &pace))
    return;

  period = pace == TAMBOUR_TICK_SECONDS ? 1000 : 60 * 1000;
  wait = period - (g_get_real_time () / 1000) % period;
  self->source = g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) wait + 5, tick_cb, self, NULL);
  g_source_set_name_by_id (self->source, "[tambour] clocks");
}

static Watch *
find_watch (TambourTicker *self,
            GtkWidget     *widget)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      Watch *watch = g_ptr_array_index (self->watches, i);

      if (watch->widget == widget)
        return watch;
    }

  return NULL;
}

static void
tell (Watch *watch)
{
  watch->shown_at = g_get_monotonic_time ();
  watch->func (watch->widget);
}

/* What was off the screen may show an old time; what is new shows the present. */
static void
mapped_cb (GtkWidget     *widget,
           TambourTicker *self)
{
  Watch *watch = find_watch (self, widget);

  if (watch != NULL && g_get_monotonic_time () - watch->shown_at >= G_USEC_PER_SEC)
    tell (watch);
  schedule (self);
}

static void
unmapped_cb (GtkWidget     *widget,
             TambourTicker *self)
{
  schedule (self);
}

static void
gone_cb (gpointer  data,
         GObject  *widget)
{
  TambourTicker *self = data;
  Watch *watch = find_watch (self, (GtkWidget *) widget);

  g_ptr_array_remove_fast (self->watches, watch);
  schedule (self);
}

static void
tambour_ticker_dispose (GObject *object)
{
  TambourTicker *self = TAMBOUR_TICKER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < self->watches->len; i++)
    g_object_weak_unref (G_OBJECT (((Watch *) g_ptr_array_index (self->watches, i))->widget), gone_cb, self);
  g_ptr_array_set_size (self->watches, 0);

  G_OBJECT_CLASS (tambour_ticker_parent_class)->dispose (object);
}

static void
tambour_ticker_finalize (GObject *object)
{
  TambourTicker *self = TAMBOUR_TICKER (object);

  g_clear_pointer (&self->watches, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_ticker_parent_class)->finalize (object);
}

static void
tambour_ticker_class_init (TambourTickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_ticker_dispose;
  object_class->finalize = tambour_ticker_finalize;
}

static void
tambour_ticker_init (TambourTicker *self)
{
  self->watches = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tambour_ticker_new:
 *
 * Returns: (transfer full): a timer that nobody watches
 */
TambourTicker *
tambour_ticker_new (void)
{
  return g_object_new (TAMBOUR_TYPE_TICKER, NULL);
}

/**
 * tambour_ticker_watch:
 * @self: a ticker
 * @widget: a widget that shows times; it may watch once
 * @func: shows them anew
 *
 * Has @func called every minute while @widget is on the screen, and when it
 * comes back to it. That ends with @widget.
 */
void
tambour_ticker_watch (TambourTicker   *self,
                      GtkWidget       *widget,
                      TambourTickFunc  func)
{
  Watch *watch;

  g_return_if_fail (TAMBOUR_IS_TICKER (self));
  g_return_if_fail (find_watch (self, widget) == NULL);

  watch = g_new0 (Watch, 1);
  watch->widget = widget;
  watch->func = func;
  watch->shown_at = g_get_monotonic_time ();
  g_ptr_array_add (self->watches, watch);

  g_object_weak_ref (G_OBJECT (widget), gone_cb, self);
  g_signal_connect_object (widget, "map", G_CALLBACK (mapped_cb), self, 0);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmapped_cb), self, 0);
  schedule (self);
}

/**
 * tambour_ticker_set_pace:
 * @self: a ticker
 * @widget: a widget that watches it
 * @pace: how often it needs to be told
 */
void
tambour_ticker_set_pace (TambourTicker   *self,
                         GtkWidget       *widget,
                         TambourTickPace  pace)
{
  Watch *watch;

  g_return_if_fail (TAMBOUR_IS_TICKER (self));

  watch = find_watch (self, widget);
  g_return_if_fail (watch != NULL);

  if (watch->pace == pace)
    return;

  watch->pace = pace;
  schedule (self);
}

/**
 * tambour_ticker_is_idle:
 * @self: a ticker
 *
 * Returns: whether no timer runs, since nothing on the screen needs one
 */
gboolean
tambour_ticker_is_idle (TambourTicker *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TICKER (self), TRUE);

  return self->source == 0;
}

/**
 * tambour_ticker_tick:
 * @self: a ticker
 *
 * Has everything on the screen show the time anew, as when a minute is over.
 */
void
tambour_ticker_tick (TambourTicker *self)
{
  g_autoptr(GPtrArray) watches = NULL;

  g_return_if_fail (TAMBOUR_IS_TICKER (self));

  /* A widget may go, or begin to watch, while another is told. */
  watches = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->watches->len; i++)
    g_ptr_array_add (watches, g_object_ref (((Watch *) g_ptr_array_index (self->watches, i))->widget));

  for (guint i = 0; i < watches->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (watches, i);
      Watch *watch = find_watch (self, widget);

      if (watch != NULL && gtk_widget_get_mapped (widget))
        tell (watch);
    }
}
