/* tambour-today-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-inbox-news.h"
#include "tambour-issue-news.h"
#include "tambour-today-list.h"
#include "tambour-today-page.h"
#include "tambour-today.h"

G_BEGIN_DECLS

struct _TambourTodayPage
{
  TambourPage         parent_instance;

  TambourToday       *today;           /* what it shows */
  GPtrArray          *calls;           /* of it, those of today */
  GPtrArray          *coming;          /* of it, what needs something */
  GtkSizeGroup       *clock_columns;
  GtkSizeGroup       *call_columns;
  GCancellable       *cancellable;
  guint               wait_source;
  GCancellable       *examining;
  guint               insights_source;
  guint               n_parts;         /* how many lists beside the clocks it shows */
  gint64              minute;          /* that was shown last, since the epoch */
  gboolean            is_narrow;
  gboolean            shows_all_coming;

  /* Template widgets */
  AdwWindowTitle     *window_title;
  AdwBreakpointBin   *bin;
  GtkBox             *content;
  GtkListBox         *error_list;
  AdwMultiLayoutView *layouts;
  TambourTodayList   *clocks;
  TambourTodayList   *arrivals;
  TambourTodayList   *calls_list;
  TambourTodayList   *work;
  TambourTodayList   *coming_list;
  TambourTodayList   *insights_list;
  TambourInboxNews   *inbox_news;
  TambourIssueNews   *issue_news;
};

/* tambour-today-show.c */
#define TAMBOUR_TODAY_PAGE_N_PARTS 4

gboolean                tambour_today_page_show_next     (TambourTodayPage *self);
void                    tambour_today_page_show          (TambourTodayPage *self);
void                    tambour_today_page_show_calls    (TambourTodayPage *self);
void                    tambour_today_page_show_work     (TambourTodayPage *self);
void                    tambour_today_page_show_coming   (TambourTodayPage *self);
void                    tambour_today_page_show_labels   (TambourTodayPage *self);

const TambourTodayCall *tambour_today_page_get_next_call (TambourTodayPage *self);

/* tambour-today-insights.c */
void tambour_today_page_look_for_insights (TambourTodayPage *self);
void tambour_today_page_stop_insights     (TambourTodayPage *self);
void tambour_today_page_open_insight      (TambourTodayPage *self,
                                           guint             position);

/* tambour-today-actions.c */
void tambour_today_page_install        (GtkWidgetClass   *widget_class);
void tambour_today_page_update_actions (TambourTodayPage *self);

G_END_DECLS
