/* tambour-clock-alarm.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-alarms.h"
#include "tambour-clock-alarm.h"
#include "tambour-clock-text.h"
#include "tambour-places.h"
#include "tambour-today-text.h"
#include "tambour-window.h"

/**
 * TambourClockAlarm:
 *
 * Tells a person of clocks that run out, also while they are elsewhere in the
 * program: the sidebar says how many P1 wait, and the desktop is notified. There
 * is one for each portfolio, whatever the number of its windows.
 */
struct _TambourClockAlarm
{
  GObject           parent_instance;

  TambourPortfolio *portfolio;       /* which owns this */
  TambourAlarms    *alarms;
  GPtrArray        *clocks;
  GPtrArray        *pages;           /* of Today, one a window */
  GPtrArray        *windows;         /* by which time goes on */
  GCancellable     *cancellable;
  guint             n_urgent;
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

static char *
dup_id (const char *case_id)
{
  return g_strconcat ("clock-", case_id, NULL);
}

/* A desktop that notifications could go to. */
static GApplication *
find_application (void)
{
  GApplication *application = g_application_get_default ();

  return application && g_application_get_dbus_connection (application) ? application : NULL;
}

static void
notify (const TambourClockFacts *facts,
        TambourInstant           now)
{
  GApplication *application = find_application ();
  g_autofree char *city = facts->zone ? tambour_when_city (facts->zone) : NULL;
  const char *title = facts->title && *facts->title ? facts->title : _("Untitled case");
  g_autofree char *source = tambour_clock_text_source (facts, TRUE);
  g_auto(TambourClockText) text = { 0 };
  g_autoptr(GNotification) notification = NULL;
  g_autofree char *body = NULL;
  g_autofree char *id = NULL;

  if (application == NULL)
    return;

  tambour_clock_text_fill (&text, facts, now, city, TAMBOUR_WHEN_FULL);
  body = tambour_today_text_join (text.left, text.due, source, NULL);
  id = dup_id (facts->case_id);

  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, facts->priority == TAMBOUR_PRIORITY_P1 ? G_NOTIFICATION_PRIORITY_URGENT
                                                                                    : G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.open-record", "(ss)", "case", facts->case_id);
  g_application_send_notification (application, id, notification);
}

static void
withdraw (const char *case_id)
{
  GApplication *application = find_application ();
  g_autofree char *id = dup_id (case_id);

  if (application != NULL)
    g_application_withdraw_notification (application, id);
}

static void
ring (TambourClockAlarm *self)
{
  g_autoptr(GPtrArray) rings = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  g_autoptr(GPtrArray) over = g_ptr_array_new_with_free_func (g_free);
  TambourInstant now = tambour_portfolio_now (self->portfolio);

  tambour_alarms_update (self->alarms, self->clocks, now, rings, over);

  for (guint i = 0; i < rings->len; i++)
    {
      const TambourClockFacts *facts = g_ptr_array_index (rings, i);

      notify (facts, now);
      g_signal_emit (self, signals[RANG], 0, facts->case_id);
    }

  for (guint i = 0; i < over->len; i++)
    withdraw (g_ptr_array_index (over, i));
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

/* What cannot be read is said by the page. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourClockAlarm) self = user_data;
  g_autoptr(TambourToday) today = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (today != NULL)
    tambour_clock_alarm_feed (self, today);
}

static gboolean
is_seen (TambourClockAlarm *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (self->pages, i)))
      return TRUE;

  return FALSE;
}

/* A page that is on the screen reads by itself. */
static void
portfolio_changed_cb (TambourClockAlarm *self)
{
  if (self->pages->len == 0 || is_seen (self))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_today, NULL, NULL, (GDestroyNotify) tambour_today_free,
                                self->cancellable, loaded_cb, g_object_ref (self));
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
  self->alarms = tambour_alarms_new ();
  self->clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
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
 * tambour_clock_alarm_feed:
 * @self: an alarm
 * @today: what was read
 *
 * Tells the alarm which clocks there are.
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

  self->n_urgent = today->n_urgent;
  show_count (self);
  ring (self);
}
