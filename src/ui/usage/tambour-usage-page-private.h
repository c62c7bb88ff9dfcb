/* tambour-usage-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-heading.h"
#include "tambour-insights.h"
#include "tambour-line-chart.h"
#include "tambour-usage-page.h"
#include "tambour-usage-sheet.h"

G_BEGIN_DECLS

/**
 * TambourUsageSearch:
 * @done: how many metrics the rules have looked at; @total: how many there are
 *
 * What the rules are at, for the main loop and the thread on which they run.
 */
typedef struct
{
  gatomicrefcount  references;
  char            *account_id;
  int              done;
  int              total;
} TambourUsageSearch;

struct _TambourUsagePage
{
  TambourPage          parent_instance;

  char                *account_id;
  TambourUsageSheet   *sheet;
  TambourUsageSeries  *series;      /* all values of the metric that is shown, once they are read */
  GPtrArray           *found;       /* what the rules found */
  GPtrArray           *proposals;   /* what of it nobody has taken up or dismissed */
  GCancellable        *loading;
  GCancellable        *searching;
  GCancellable        *reading;
  TambourUsageSearch  *search;
  guint                search_source;
  char                *metric;      /* the one that is shown */
  char                *dimension;
  GtkStringList       *metrics;
  GtkSingleSelection  *selection;
  gboolean             is_filling;

  /* Template widgets */
  AdwHeaderBar        *header_bar;
  AdwWindowTitle      *window_title;
  GtkStack            *stack;
  AdwStatusPage       *status_page;
  AdwOverlaySplitView *rail_view;
  GtkLabel            *count_label;
  GtkListView         *metrics_view;
  GtkWidget           *main;
  GtkWidget           *rail_button;
  GtkLabel            *title_label;
  GtkLabel            *facts_label;
  GtkWidget           *settings_button;
  GtkOrientable       *head;
  GtkLabel            *value_label;
  GtkLabel            *value_line;
  AdwToggleGroup      *range_toggles;
  TambourLineChart    *chart;
  TambourHeading      *proposals_heading;
  GtkListBox          *proposals_list;
  AdwWrapBox          *hints;
  GtkWidget           *insights_box;
  TambourHeading      *insights_heading;
  GtkListBox          *insights_list;
};

const TambourUsageLine *tambour_usage_page_get_line (TambourUsagePage *self);
void                    tambour_usage_page_choose   (TambourUsagePage *self,
                                                     guint             position);

/* tambour-usage-page-search.c */
void tambour_usage_page_search      (TambourUsagePage *self);
void tambour_usage_page_stop_search (TambourUsagePage *self);

/* tambour-usage-page-show.c */
void tambour_usage_page_show            (TambourUsagePage *self);
void tambour_usage_page_show_chart      (TambourUsagePage *self);
void tambour_usage_page_show_range      (TambourUsagePage *self);
void tambour_usage_page_show_row        (TambourUsagePage *self,
                                         GtkListItem      *item);
void tambour_usage_page_add_hints       (TambourUsagePage *self);
void tambour_usage_page_set_chart_words (TambourUsagePage *self);

/* tambour-usage-page-insights.c */
const TambourInsightProposal *tambour_usage_page_get_proposal   (TambourUsagePage *self,
                                                                 GtkListBoxRow    *row);
void                          tambour_usage_page_show_proposals (TambourUsagePage *self);
void                          tambour_usage_page_show_insights  (TambourUsagePage *self);
void                          tambour_usage_page_take_up        (TambourUsagePage *self,
                                                                 const char       *key,
                                                                 guint             kind);
void                          tambour_usage_page_add_keys       (TambourUsagePage *self);

G_END_DECLS
