/* tambour-clock-alarm.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-alarm-text.h"
#include "tambour-clock-alarm.h"
#include "tambour-notifier.h"
#include "tambour-places.h"
#include "tambour-waker.h"
#include "tambour-window.h"

/* When a file that could not be read is tried again. */
#define SECONDS_AGAIN 60

/**
 * TambourClockAlarm:
 *
 * Tells a person of clocks that run out and of cases that came in after hours,
 * also while they are elsewhere in the program, or no window is open: the sidebar
 * says how many P1 wait, and the desktop is notified. There is one for each
 * portfolio, whatever the number of its windows.
 */
struct _TambourClockAlarm
{
  GObject           parent_instance;

  TambourPortfolio *portfolio;       /* which owns this */
  TambourAlarms    *alarms;
  TambourWaker     *waker;
  GPtrArray        *clocks;
  GPtrArray        *arrivals;
  GPtrArray        *pages;           /* of Today, one a window */
  GPtrArray        *windows;         /* by which time goes on */
  GCancellable     *cancellable;
  guint             n_urgent;
  gboolean          is_staying;      /* also without a window */
};

G_DEFINE_FINAL_TYPE (TambourClockAlarm, tambour_clock_alarm, G_TYPE_OBJECT)

enum
{
  RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_count (TambourClockAlarm *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      GtkRoot *root = gtk_widget_get_root (g_ptr_array_index (self->pages, i));

      if (root != NULL && TAMBOUR_IS_WINDOW (root))
        tambour_window_set_count (TAMBOUR_WINDOW (root), TAMBOUR_PLACE_TODAY, self->n_urgent);
    }
}

static void
tell_clocks (TambourClockAlarm       *self,
             const TambourAlarmsTurn *turn,
             TambourInstant           now)
{
  const TambourClockFacts *first = turn->clocks->len > 0 ? g_ptr_array_index (turn->clocks, 0) : NULL;
  g_auto(TambourAlarmText) text = { 0 };
  TambourNews news = { .path = tambour_portfolio_get_path (self->portfolio) };

  if (first == NULL)
    return;

  tambour_alarm_text_clocks (&text, turn->clocks, now);
  news.title = text.title;
  news.body = text.body;
  news.case_id = turn->clocks->len == 1 ? first->case_id : NULL;
  for (guint i = 0; i < turn->clocks->len; i++)
    news.is_urgent |= ((TambourClockFacts *) g_ptr_array_index (turn->clocks, i))->priority == TAMBOUR_PRIORITY_P1;

  tambour_notifier_send (turn->clocks_id, &news);
  for (guint i = 0; i < turn->clocks->len; i++)
    g_signal_emit (self, signals[RANG], 0, ((TambourClockFacts *) g_ptr_array_index (turn->clocks, i))->case_id);
}

static void
tell_arrivals (TambourClockAlarm       *self,
               const TambourAlarmsTurn *turn,
               TambourInstant           now)
{
  const TambourTodayArrival *first = turn->arrivals->len > 0 ? g_ptr_array_index (turn->arrivals, 0) : NULL;
  g_auto(TambourAlarmText) text = { 0 };
  TambourNews news = { .path = tambour_portfolio_get_path (self->portfolio) };

  if (first == NULL)
    return;

  tambour_alarm_text_arrivals (&text, turn->arrivals, now);
  news.title = text.title;
  news.body = text.body;
  news.case_id = turn->arrivals->len == 1 ? first->case_id : NULL;
  news.is_urgent = first->priority == TAMBOUR_PRIORITY_P1;
  tambour_notifier_send (turn->arrivals_id, &news);
}

/* What was told is kept after it was told: a crash in between tells it twice, not never. */
static void
ring (TambourClockAlarm *self)
{
  TambourInstant now = tambour_portfolio_now (self->portfolio);
  g_autoptr(TambourAlarmsTurn) turn = tambour_alarms_update (self->alarms, self->clocks, self->arrivals, now);

  tell_clocks (self, turn, now);
  tell_arrivals (self, turn, now);
  for (guint i = 0; i < turn->over->len; i++)
    tambour_notifier_withdraw (g_ptr_array_index (turn->over, i));

  if (turn->has_changed)
    {
      g_autofree char *told = tambour_alarms_dup_told (self->alarms);

      tambour_portfolio_set_told (self->portfolio, told);
    }

  tambour_waker_set (self->waker, tambour_portfolio_wall_of (self->portfolio, turn->next));
}

static gpointer
load_today (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_today_load (store, me, NULL, now, cancellable, error);
}

/* What cannot be read is said by the page; here it is tried again. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourClockAlarm) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourToday) today = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (today != NULL)
    tambour_clock_alarm_feed (self, today);
  else if (self->waker != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tambour_waker_set (self->waker, (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC + SECONDS_AGAIN });
}

static gboolean
is_followed (TambourClockAlarm *self)
{
  return self->pages->len > 0 || self->is_staying;
}

static gboolean
is_seen (TambourClockAlarm *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (self->pages, i)))
      return TRUE;

  return FALSE;
}

static void
read_again (TambourClockAlarm *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_today, NULL, NULL, (GDestroyNotify) tambour_today_free,
                                self->cancellable, loaded_cb, g_object_ref (self));
}

/* A page that is on the screen reads by itself. */
static void
portfolio_changed_cb (TambourClockAlarm *self)
{
  if (is_followed (self) && !is_seen (self))
    read_again (self);
}

/* The computer may have slept for long meanwhile, and what was read be old. */
static void
woken_cb (gpointer user_data)
{
  if (is_followed (user_data))
    read_again (user_data);
}

static void
page_gone_cb (gpointer  data,
              GObject  *page)
{
  g_ptr_array_remove (((TambourClockAlarm *) data)->pages, page);
}

static void
window_gone_cb (gpointer  data,
                GObject  *window)
{
  g_ptr_array_remove (((TambourClockAlarm *) data)->windows, window);
}

static void
tambour_clock_alarm_dispose (GObject *object)
{
  TambourClockAlarm *self = TAMBOUR_CLOCK_ALARM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->waker, tambour_waker_free);
  for (guint i = 0; i < self->pages->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->pages, i), page_gone_cb, self);
  for (guint i = 0; i < self->windows->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->windows, i), window_gone_cb, self);
  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->windows, 0);

  G_OBJECT_CLASS (tambour_clock_alarm_parent_class)->dispose (object);
}

static void
tambour_clock_alarm_finalize (GObject *object)
{
  TambourClockAlarm *self = TAMBOUR_CLOCK_ALARM (object);

  g_clear_pointer (&self->alarms, tambour_alarms_free);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->windows, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_clock_alarm_parent_class)->finalize (object);
}

static void
tambour_clock_alarm_class_init (TambourClockAlarmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_clock_alarm_dispose;
  object_class->finalize = tambour_clock_alarm_finalize;

  /**
   * TambourClockAlarm::rang:
   * @self: an alarm
   * @case_id: the case whose clock runs out
   *
   * A person was told of a clock.
   */
  signals[RANG] =
    g_signal_new ("rang", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tambour_clock_alarm_init (TambourClockAlarm *self)
{
  self->clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  self->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_arrival_unref);
  self->waker = tambour_waker_new (woken_cb, self);
  self->pages = g_ptr_array_new ();
  self->windows = g_ptr_array_new ();
}

/**
 * tambour_clock_alarm_get:
 * @portfolio: a portfolio
 *
 * Returns: (transfer none): its alarm, which lives as long as it
 */
TambourClockAlarm *
tambour_clock_alarm_get (TambourPortfolio *portfolio)
{
  TambourClockAlarm *self;

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_get_data (G_OBJECT (portfolio), "tambour-clock-alarm");
  if (self == NULL)
    {
      self = g_object_new (TAMBOUR_TYPE_CLOCK_ALARM, NULL);
      self->portfolio = portfolio;
      self->alarms = tambour_alarms_new (tambour_portfolio_get_told (portfolio));
      g_signal_connect_object (portfolio, "changed", G_CALLBACK (portfolio_changed_cb), self, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (portfolio), "tambour-clock-alarm", self, g_object_unref);
    }

  return self;
}

static void
tick_cb (GtkWidget *window)
{
  TambourPortfolio *portfolio = tambour_window_get_portfolio (TAMBOUR_WINDOW (window));

  if (portfolio != NULL)
    ring (tambour_clock_alarm_get (portfolio));
}

/**
 * tambour_clock_alarm_join:
 * @self: an alarm
 * @page: a Today page in a window
 *
 * Has the window of @page say how many P1 wait, and follow the time.
 */
void
tambour_clock_alarm_join (TambourClockAlarm *self,
                          GtkWidget         *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  g_return_if_fail (TAMBOUR_IS_CLOCK_ALARM (self));

  if (!g_ptr_array_find (self->pages, page, NULL))
    {
      g_ptr_array_add (self->pages, page);
      g_object_weak_ref (G_OBJECT (page), page_gone_cb, self);
    }

  if (root == NULL || !TAMBOUR_IS_WINDOW (root) || g_ptr_array_find (self->windows, root, NULL))
    return;

  g_ptr_array_add (self->windows, root);
  g_object_weak_ref (G_OBJECT (root), window_gone_cb, self);
  tambour_ticker_watch (tambour_portfolio_get_ticker (self->portfolio), GTK_WIDGET (root), tick_cb);
}

/**
 * tambour_clock_alarm_stay:
 * @self: an alarm
 * @is_staying: whether it follows its portfolio also while no window shows it
 *
 * Nothing runs between one thing to tell and the next.
 */
void
tambour_clock_alarm_stay (TambourClockAlarm *self,
                          gboolean           is_staying)
{
  g_return_if_fail (TAMBOUR_IS_CLOCK_ALARM (self));

  if (is_staying == self->is_staying)
    return;

  self->is_staying = is_staying;
  if (is_staying && self->pages->len == 0)
    read_again (self);
}

/**
 * tambour_clock_alarm_feed:
 * @self: an alarm
 * @today: what was read
 *
 * Tells the alarm which clocks there are, and what came in.
 */
void
tambour_clock_alarm_feed (TambourClockAlarm  *self,
                          const TambourToday *today)
{
  g_return_if_fail (TAMBOUR_IS_CLOCK_ALARM (self));

  if (today->failures[TAMBOUR_TODAY_PART_CASES] != NULL)
    return;

  g_ptr_array_set_size (self->clocks, 0);
  for (guint i = 0; i < today->clocks->len; i++)
    g_ptr_array_add (self->clocks, tambour_clock_facts_ref (g_ptr_array_index (today->clocks, i)));

  g_ptr_array_set_size (self->arrivals, 0);
  for (guint i = 0; i < today->arrivals->len; i++)
    g_ptr_array_add (self->arrivals, tambour_today_arrival_ref (g_ptr_array_index (today->arrivals, i)));

  self->n_urgent = today->n_urgent;
  show_count (self);
  ring (self);
}
