/* tambour-today-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-arrival-row.h"
#include "tambour-call-row.h"
#include "tambour-clock-row.h"
#include "tambour-coming-row.h"
#include "tambour-notice-row.h"
#include "tambour-today-page-private.h"
#include "tambour-today-text.h"
#include "tambour-when.h"
#include "tambour-work-row.h"

/* How many rows a side list has at most, until one asks for all; and of what is
 * to do, how many it is filled up to with what comes after tomorrow.
 */
#define MOST_ROWS   8
#define FILLED_ROWS 4
#define DAYS_FILLED 7

static TambourInstant
now_of (gpointer page)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (page));
}

static TambourDate
today_of (gpointer page)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_zone_date_of (here, now_of (page));
}

/* A row finds out by itself what time it is. */
static TambourInstant
now_of_row (GtkWidget *row)
{
  return now_of (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_TODAY_PAGE));
}

/* A part that could not be read says so in its own place. */
static gboolean
say_failure (TambourTodayPage *self,
             TambourTodayList *list,
             const GError     *failure,
             const char       *title)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *time = NULL;
  g_autofree char *tried = NULL;
  g_autofree char *text = NULL;

  if (failure == NULL)
    return FALSE;

  time = tambour_when_time (self->today->at, here);

  /* Translators: %s is a time of day */
  tried = g_strdup_printf (_("tried %s"), time);
  text = tambour_today_text_join (failure->message, tried, NULL);
  tambour_today_list_say (list, tambour_notice_row_new_error (title, text, "today.try-again"));
  tambour_today_list_set_remark (list, NULL);

  return TRUE;
}

/* --- Response clocks ------------------------------------------------------ */

/* Both clocks of a P1 that was phoned in after its email are clocks of one case. */
static char *
dup_clock_key (gconstpointer item)
{
  const TambourClockFacts *facts = item;

  return g_strdup_printf ("%s %u %" G_GINT64_FORMAT, facts->case_id, facts->kind, facts->start.seconds);
}

static GtkWidget *
new_clock_row (gpointer data)
{
  TambourTodayPage *self = data;

  return tambour_clock_row_new (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), self->clock_columns);
}

static void
show_clock (GtkWidget *row,
            gpointer   item)
{
  tambour_clock_row_set_facts (TAMBOUR_CLOCK_ROW (row), item);
}

static const TambourRowList clock_rows = { dup_clock_key, new_clock_row, show_clock };

/* Only the nearest P1 is tinted and shows what can be done. */
static void
mark_nearest (TambourTodayPage *self)
{
  GtkListBox *list = tambour_today_list_get_list (self->clocks);
  gboolean found = FALSE;

  for (guint i = 0; i < self->today->clocks->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);
      gboolean is_nearest = !found && tambour_clock_facts_is_urgent (g_ptr_array_index (self->today->clocks, i), now_of (self));

      tambour_clock_row_set_prominent (TAMBOUR_CLOCK_ROW (row), is_nearest);
      found = found || is_nearest;
    }
}

/* The one list of the page whose being empty is good news. */
static GtkWidget *
new_no_clock_row (TambourTodayPage *self)
{
  g_autofree char *why = tambour_today_text_no_clock (self->today, now_of (self));
  g_autofree char *escaped = g_markup_escape_text (why, -1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Clock Is Running"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_add_css_class (page, "compact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), page);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_clocks (TambourTodayPage *self)
{
  g_autofree char *holiday = NULL;

  if (say_failure (self, self->clocks, self->today->failures[TAMBOUR_TODAY_PART_CASES], _("The cases could not be read")))
    return;

  if (self->today->clocks->len == 0)
    {
      tambour_today_list_say (self->clocks, new_no_clock_row (self));
      tambour_today_list_set_remark (self->clocks, NULL);
      return;
    }

  holiday = tambour_today_text_holiday (self->today, now_of (self));
  tambour_today_list_set_remark (self->clocks, self->is_narrow ? NULL : holiday);
  tambour_today_list_show (self->clocks, &clock_rows, self->today->clocks, self->today->clocks->len, self);
  mark_nearest (self);
}

/* --- After hours ---------------------------------------------------------- */

static char *
dup_arrival_key (gconstpointer item)
{
  return g_strdup (((const TambourTodayArrival *) item)->case_id);
}

static GtkWidget *
new_arrival_row (gpointer data)
{
  return tambour_arrival_row_new ();
}

static void
show_arrival (GtkWidget *row,
              gpointer   item)
{
  tambour_arrival_row_show (TAMBOUR_ARRIVAL_ROW (row), item, now_of_row (row));
}

static const TambourRowList arrival_rows = { dup_arrival_key, new_arrival_row, show_arrival };

static void
show_arrivals (TambourTodayPage *self)
{
  g_autofree char *since = tambour_today_text_since (self->today, now_of (self));

  if (say_failure (self, self->arrivals, self->today->failures[TAMBOUR_TODAY_PART_CASES], _("What came in could not be read")))
    return;

  if (self->today->arrivals->len == 0)
    {
      tambour_today_list_say (self->arrivals,
                              tambour_notice_row_new ("weather-clear-night-symbolic", _("Nothing came in after hours"), since));
      tambour_today_list_set_remark (self->arrivals, NULL);
      return;
    }

  tambour_today_list_set_remark (self->arrivals, self->is_narrow ? NULL : since);
  tambour_today_list_show (self->arrivals, &arrival_rows, self->today->arrivals, self->today->arrivals->len, self);
}

/* --- Calls today ---------------------------------------------------------- */

static char *
dup_call_key (gconstpointer item)
{
  return g_strdup (((const TambourTodayCall *) item)->id);
}

static GtkWidget *
new_call_row (gpointer data)
{
  return tambour_call_row_new (((TambourTodayPage *) data)->call_columns);
}

/**
 * tambour_today_page_get_next_call:
 * @self: a Today page
 *
 * Returns: (transfer none) (nullable): the call of today that is going on or comes next
 */
const TambourTodayCall *
tambour_today_page_get_next_call (TambourTodayPage *self)
{
  for (guint i = 0; i < self->calls->len; i++)
    {
      const TambourTodayCall *call = g_ptr_array_index (self->calls, i);

      if (call->start.seconds + call->minutes * TAMBOUR_MINUTE >= now_of (self).seconds)
        return call;
    }

  return NULL;
}

static void
show_call (GtkWidget *row,
           gpointer   item)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_TODAY_PAGE));

  tambour_call_row_show (TAMBOUR_CALL_ROW (row), item, now_of (self), item == tambour_today_page_get_next_call (self), self->is_narrow);
}

static const TambourRowList call_rows = { dup_call_key, new_call_row, show_call };

static GtkWidget *
new_no_call_row (TambourTodayPage *self)
{
  g_autofree char *text = NULL;

  for (guint i = 0; text == NULL && i < self->today->calls->len; i++)
    {
      const TambourTodayCall *call = g_ptr_array_index (self->today->calls, i);
      g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
      g_autofree char *moment = tambour_when_moment (call->start, here, now_of (self));

      if (call->start.seconds > now_of (self).seconds)
        /* Translators: a time and an account */
        text = g_strdup_printf (_("Next: %1$s, %2$s"), moment, call->account.name ? call->account.name : "");
    }

  return tambour_notice_row_new ("x-office-calendar-symbolic", _("No call is planned for today"), text);
}

/**
 * tambour_today_page_show_calls:
 * @self: a Today page that has read
 *
 * Shows the calls of today, those that are over quietly.
 */
void
tambour_today_page_show_calls (TambourTodayPage *self)
{
  if (say_failure (self, self->calls_list, self->today->failures[TAMBOUR_TODAY_PART_CALLS], _("The calls could not be read")))
    return;

  if (self->calls->len == 0)
    tambour_today_list_say (self->calls_list, new_no_call_row (self));
  else
    tambour_today_list_show (self->calls_list, &call_rows, self->calls, self->calls->len, self);
}

/* --- Actions due ---------------------------------------------------------- */

static char *
dup_work_key (gconstpointer item)
{
  return g_strdup (((const TambourTodayWork *) item)->id);
}

static GtkWidget *
new_work_row (gpointer data)
{
  return tambour_work_row_new ();
}

static void
show_work_row (GtkWidget *row,
               gpointer   item)
{
  tambour_work_row_show (TAMBOUR_WORK_ROW (row), item, now_of_row (row));
}

static const TambourRowList work_rows = { dup_work_key, new_work_row, show_work_row };

static gboolean
is_due_by (const TambourTodayWork *work,
           TambourDate             date)
{
  return work->is_overdue || (tambour_date_is_stated (work->due) && work->due.julian <= date.julian);
}

/* What is due today or is late; with it, what comes next. Nothing if nothing is. */
static guint
count_due (TambourTodayPage *self)
{
  GPtrArray *work = self->today->work;
  TambourDate today = today_of (self);
  guint n = 0;

  if (work->len == 0 || !is_due_by (g_ptr_array_index (work, 0), today))
    return 0;

  while (n < work->len && n < MOST_ROWS && is_due_by (g_ptr_array_index (work, n), (TambourDate) { today.julian + 1 }))
    n++;
  while (n < work->len && n < FILLED_ROWS && is_due_by (g_ptr_array_index (work, n), (TambourDate) { today.julian + DAYS_FILLED }))
    n++;

  return n;
}

static GtkWidget *
new_no_work_row (TambourTodayPage *self)
{
  const TambourTodayWork *next = self->today->work->len > 0 ? g_ptr_array_index (self->today->work, 0) : NULL;
  g_autofree char *day = next ? tambour_when_day (next->due, today_of (self)) : NULL;
  g_autofree char *text = NULL;

  if (day != NULL && *day != '\0')
    /* Translators: a day, and something to do */
    text = g_strdup_printf (_("Next: %1$s, %2$s"), day, next->title ? next->title : "");

  return tambour_notice_row_new ("object-select-symbolic", _("All done for today"), text);
}

/**
 * tambour_today_page_show_work:
 * @self: a Today page that has read
 *
 * Shows what is due; all that is open is a page of its own.
 */
void
tambour_today_page_show_work (TambourTodayPage *self)
{
  GPtrArray *work = self->today->work;
  guint n = count_due (self);
  g_autofree char *count = tambour_when_number (work->len);
  /* Translators: %s is how many there are */
  g_autofree char *all = g_strdup_printf (_("All %s"), count);

  if (say_failure (self, self->work, self->today->failures[TAMBOUR_TODAY_PART_WORK], _("The actions could not be read")))
    {
      tambour_today_list_set_action_label (self->work, NULL);
      return;
    }

  if (n == 0)
    tambour_today_list_say (self->work, new_no_work_row (self));
  else
    tambour_today_list_show (self->work, &work_rows, work, n, self);

  tambour_today_list_set_action_label (self->work, work->len > 0 ? all : NULL);
}

/* --- Coming up ------------------------------------------------------------ */

/* A call that was missed is its cadence; an agreement can be reviewed and end. */
static char *
dup_coming_key (gconstpointer item)
{
  const TambourTodayComing *coming = item;

  return g_strdup_printf ("%u %s", coming->kind, coming->id);
}

static GtkWidget *
new_coming_row (gpointer data)
{
  return tambour_coming_row_new ();
}

static void
show_coming_row (GtkWidget *row,
                 gpointer   item)
{
  tambour_coming_row_show (TAMBOUR_COMING_ROW (row), item, now_of_row (row));
}

static const TambourRowList coming_rows = { dup_coming_key, new_coming_row, show_coming_row };

/**
 * tambour_today_page_show_coming:
 * @self: a Today page that has read
 *
 * Shows what comes up, or the first of it.
 */
void
tambour_today_page_show_coming (TambourTodayPage *self)
{
  GPtrArray *coming = self->coming;
  guint n = self->shows_all_coming ? coming->len : MIN (coming->len, MOST_ROWS);
  g_autofree char *count = tambour_when_number (coming->len);
  /* Translators: %s is how many there are */
  g_autofree char *all = g_strdup_printf (_("All %s"), count);

  if (say_failure (self, self->coming_list, self->today->failures[TAMBOUR_TODAY_PART_COMING], _("What comes up could not be read")))
    {
      tambour_today_list_set_action_label (self->coming_list, NULL);
      return;
    }

  if (n == 0)
    tambour_today_list_say (self->coming_list,
                            tambour_notice_row_new ("x-office-calendar-symbolic", _("Nothing comes up in the next weeks"), NULL));
  else
    tambour_today_list_show (self->coming_list, &coming_rows, coming, n, self);

  if (self->shows_all_coming && coming->len > MOST_ROWS)
    tambour_today_list_set_action_label (self->coming_list, _("Fewer"));
  else
    tambour_today_list_set_action_label (self->coming_list, n < coming->len ? all : NULL);
}

/* --- All ------------------------------------------------------------------ */

/* What is agreed needs nobody. */
static void
choose_items (TambourTodayPage *self)
{
  g_ptr_array_set_size (self->calls, 0);
  for (guint i = 0; i < self->today->calls->len; i++)
    {
      TambourTodayCall *call = g_ptr_array_index (self->today->calls, i);

      if (call->is_today)
        g_ptr_array_add (self->calls, call);
    }

  g_ptr_array_set_size (self->coming, 0);
  for (guint i = 0; i < self->today->coming->len; i++)
    {
      TambourTodayComing *coming = g_ptr_array_index (self->today->coming, i);

      if (coming->kind != TAMBOUR_TODAY_RENEWAL || coming->readiness != TAMBOUR_TODAY_READY)
        g_ptr_array_add (self->coming, coming);
    }
}

/**
 * tambour_today_page_show_labels:
 * @self: a Today page
 *
 * Has the buttons of the headings say as much as there is room for.
 */
void
tambour_today_page_show_labels (TambourTodayPage *self)
{
  g_autofree char *count = self->today ? tambour_when_number (self->today->n_open_cases) : NULL;
  /* Translators: %s is how many there are */
  g_autofree char *all = count ? g_strdup_printf (_("All %s"), count) : NULL;
  gboolean has_arrivals = self->today != NULL && self->today->arrivals->len > 0;

  tambour_today_list_set_action_label (self->clocks, self->is_narrow && all ? all : _("All Cases"));
  if (has_arrivals)
    tambour_today_list_set_action_label (self->arrivals, self->is_narrow ? _("Seen") : _("Mark All Seen"));
  else
    tambour_today_list_set_action_label (self->arrivals, NULL);
}

/* All but the clocks, as they stand in one column. */
static void
show_part (TambourTodayPage *self,
           guint             part)
{
  static void (* const show[]) (TambourTodayPage *) = {
    show_arrivals,
    tambour_today_page_show_calls,
    tambour_today_page_show_work,
    tambour_today_page_show_coming,
  };
  TambourTodayList *lists[] = { self->arrivals, self->calls_list, self->work, self->coming_list };

  gtk_widget_set_visible (GTK_WIDGET (lists[part]), TRUE);
  if (self->today != NULL)
    show[part] (self);
}

/**
 * tambour_today_page_show:
 * @self: a Today page that has read
 *
 * Shows what it read; rows that stay keep the keyboard and their place.
 */
void
tambour_today_page_show (TambourTodayPage *self)
{
  choose_items (self);
  show_clocks (self);
  for (guint i = 0; i < self->n_parts; i++)
    show_part (self, i);
  tambour_today_page_show_labels (self);
  tambour_today_page_update_actions (self);
}

/**
 * tambour_today_page_show_next:
 * @self: a Today page
 *
 * The window opens with what runs; the other lists follow one by one when that is
 * drawn. Shows one more from now on.
 *
 * Returns: whether there is another
 */
gboolean
tambour_today_page_show_next (TambourTodayPage *self)
{
  if (self->n_parts < TAMBOUR_TODAY_PAGE_N_PARTS)
    show_part (self, self->n_parts++);

  return self->n_parts < TAMBOUR_TODAY_PAGE_N_PARTS;
}
