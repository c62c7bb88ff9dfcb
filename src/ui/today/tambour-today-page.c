/* tambour-today-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-clock-alarm.h"
#include "tambour-later.h"
#include "tambour-notice-row.h"
#include "tambour-today-page-private.h"
#include "tambour-today-text.h"
#include "tambour-when.h"

/* What is there sooner is not waited for (DESIGN.md section 7). */
#define MILLISECONDS_QUIET 200

/**
 * TambourTodayPage:
 *
 * What needs attention now: response clocks, what came in after hours, calls,
 * what is due, and what comes up. It is read at once, off the main loop; from
 * then on only the time goes on, which reads nothing.
 */
G_DEFINE_FINAL_TYPE (TambourTodayPage, tambour_today_page, TAMBOUR_TYPE_PAGE)

static void
show_date (TambourTodayPage *self)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourInstant now = tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
  g_autofree char *day = tambour_when_full_day (tambour_zone_date_of (here, now));

  adw_window_title_set_subtitle (self->window_title, day);
}

/* Once a minute, though clocks tick faster. Another day has other calls, and other
 * things are due.
 */
static void
tambour_today_page_tick (TambourPage *page)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (page);
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourInstant now = tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));

  if (self->today == NULL || now.seconds / TAMBOUR_MINUTE == self->minute)
    return;

  self->minute = now.seconds / TAMBOUR_MINUTE;
  show_date (self);
  if (tambour_zone_date_of (here, now).julian != self->today->date.julian)
    tambour_page_invalidate (TAMBOUR_PAGE (self));
  else
    {
      tambour_today_page_show_calls (self);
      tambour_today_page_show_coming (self);
    }
}

/* The names of cities come from large tables, which the main loop does not wait for. */
static void
warm_cities (const TambourToday *today)
{
  for (guint i = 0; i < today->clocks->len; i++)
    g_free (tambour_when_city (((TambourClockFacts *) g_ptr_array_index (today->clocks, i))->zone));

  for (guint i = 0; i < today->calls->len; i++)
    g_free (tambour_when_city (((TambourTodayCall *) g_ptr_array_index (today->calls, i))->account.zone));
}

static gpointer
load_today (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourToday *today = tambour_today_load (store, me, here, now, cancellable, error);

  if (today != NULL)
    warm_cities (today);

  return today;
}

const TambourReadAhead tambour_today_page_read_ahead = { load_today, NULL, (GDestroyNotify) tambour_today_free };

static void
wait_cb (gpointer user_data)
{
  TambourTodayPage *self = user_data;

  self->wait_source = 0;
  while (tambour_today_page_show_next (self))
    ;
  tambour_today_list_wait (self->clocks, 4, FALSE);
  tambour_today_list_wait (self->arrivals, 2, FALSE);
  tambour_today_list_wait (self->calls_list, 3, FALSE);
  tambour_today_list_wait (self->work, 3, FALSE);
  tambour_today_list_wait (self->coming_list, 3, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->layouts), TRUE);
}

/* What was read before stays; the reason stands above it. */
static void
show_error (TambourTodayPage *self,
            const GError     *error)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourInstant now = tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
  g_autofree char *time = tambour_when_time (now, here);
  /* Translators: %s is a time of day */
  g_autofree char *tried = g_strdup_printf (_("tried %s"), time);
  g_autofree char *text = tambour_today_text_join (error->message, tried, NULL);

  tambour_row_list_say (self->error_list,
                        tambour_notice_row_new_error (_("The portfolio could not be read"), text, "today.try-again"));
  gtk_widget_set_visible (GTK_WIDGET (self->error_list), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->layouts), self->today != NULL);
}

/* The window says how many P1 wait, also when this page is not on the screen. */
static void
tell_alarm (TambourTodayPage *self)
{
  TambourClockAlarm *alarm = tambour_clock_alarm_get (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));

  tambour_clock_alarm_join (alarm, GTK_WIDGET (self));
  tambour_clock_alarm_feed (alarm, self->today);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourTodayPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourToday) today = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  /* The window may have gone meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  g_clear_handle_id (&self->wait_source, g_source_remove);
  if (today == NULL)
    {
      show_error (self, error);
      tambour_page_set_ready (TAMBOUR_PAGE (self));
      return;
    }

  /* Rows look at what they show until they are told otherwise. */
  {
    g_autoptr(TambourToday) old = g_steal_pointer (&self->today);

    self->today = g_steal_pointer (&today);
    self->minute = tambour_portfolio_now (TAMBOUR_PORTFOLIO (source)).seconds / TAMBOUR_MINUTE;
    tambour_today_page_show (self);
  }

  gtk_widget_set_visible (GTK_WIDGET (self->error_list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->layouts), TRUE);
  show_date (self);
  tell_alarm (self);
  tambour_page_set_ready (TAMBOUR_PAGE (self));
  tambour_today_page_look_for_insights (self);
  tambour_issue_news_follow (self->issue_news, TAMBOUR_PORTFOLIO (source));
  tambour_inbox_news_follow (self->inbox_news, TAMBOUR_PORTFOLIO (source));
}

static void
tambour_today_page_refresh (TambourPage *page)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();

  show_date (self);
  if (self->today == NULL && self->wait_source == 0)
    self->wait_source = g_timeout_add_once (MILLISECONDS_QUIET, wait_cb, self);

  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_today, NULL, NULL,
                                (GDestroyNotify) tambour_today_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
show_next (gpointer data)
{
  return tambour_today_page_show_next (data) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  self->is_narrow = breadth >= TAMBOUR_BREADTH_NARROW;
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), margin);
  tambour_today_page_show_labels (self);
  if (self->today != NULL)
    tambour_today_page_show (self);
}

static void
open_record (TambourTodayPage *self,
             const char       *kind,
             const char       *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", kind, id);
}

static void
clock_activated_cb (TambourTodayPage *self,
                    guint             position)
{
  open_record (self, "case", ((TambourClockFacts *) g_ptr_array_index (self->today->clocks, position))->case_id);
}

static void
arrival_activated_cb (TambourTodayPage *self,
                      guint             position)
{
  open_record (self, "case", ((TambourTodayArrival *) g_ptr_array_index (self->today->arrivals, position))->case_id);
}

static void
call_activated_cb (TambourTodayPage *self,
                   guint             position)
{
  open_record (self, "engagement", ((TambourTodayCall *) g_ptr_array_index (self->calls, position))->id);
}

static void
work_activated_cb (TambourTodayPage *self,
                   guint             position)
{
  const TambourTodayWork *work = g_ptr_array_index (self->today->work, position);

  open_record (self, work->is_commitment ? "commitment" : "action_item", work->id);
}

static void
coming_activated_cb (TambourTodayPage *self,
                     guint             position)
{
  const TambourTodayComing *coming = g_ptr_array_index (self->coming, position);

  open_record (self, coming->record, coming->id);
}

static void
insight_activated_cb (TambourTodayPage *self,
                      guint             position)
{
  tambour_today_page_open_insight (self, position);
}

static void
tambour_today_page_dispose (GObject *object)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (object);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  tambour_today_page_stop_insights (self);
  g_cancellable_cancel (self->examining);
  g_clear_object (&self->examining);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_TODAY_PAGE);
  g_clear_object (&self->clock_columns);
  g_clear_object (&self->call_columns);

  G_OBJECT_CLASS (tambour_today_page_parent_class)->dispose (object);
}

static void
tambour_today_page_finalize (GObject *object)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (object);

  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->today, tambour_today_free);

  G_OBJECT_CLASS (tambour_today_page_parent_class)->finalize (object);
}

/* Where two columns do not fit there is one. */
static void
breakpoint_cb (TambourTodayPage *self)
{
  gboolean is_single = adw_breakpoint_bin_get_current_breakpoint (self->bin) != NULL;

  tambour_breadth_keep_focus (GTK_WIDGET (self->bin));
  adw_multi_layout_view_set_layout_name (self->layouts, is_single ? "single" : "double");
}

static void
tambour_today_page_class_init (TambourTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_today_page_dispose;
  object_class->finalize = tambour_today_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_today_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->tick = tambour_today_page_tick;
  tambour_today_page_install (widget_class);
  g_type_ensure (TAMBOUR_TYPE_INBOX_NEWS);
  g_type_ensure (TAMBOUR_TYPE_ISSUE_NEWS);
  g_type_ensure (TAMBOUR_TYPE_TODAY_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, breakpoint_cb);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, bin);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, error_list);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, clocks);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, arrivals);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, calls_list);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, work);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, coming_list);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, insights_list);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, inbox_news);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayPage, issue_news);
  gtk_widget_class_bind_template_callback (widget_class, clock_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrival_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, call_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, work_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, coming_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, insight_activated_cb);
}

static void
tambour_today_page_init (TambourTodayPage *self)
{
  self->calls = g_ptr_array_new ();
  self->coming = g_ptr_array_new ();
  self->clock_columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->call_columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_later_run (self, GTK_WIDGET (self), show_next);
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
  g_signal_connect (self, "map", G_CALLBACK (tambour_today_page_look_for_insights), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (tambour_today_page_stop_insights), NULL);
}
