/* tambour-reports-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-answers-chart.h"
#include "tambour-breadth.h"
#include "tambour-cases-chart.h"
#include "tambour-reports-item.h"
#include "tambour-reports-page.h"
#include "tambour-reports-sheet.h"
#include "tambour-reviews.h"

G_BEGIN_DECLS

#define TAMBOUR_REPORTS_N_FACTS 4

/* Who stands for everybody, in actions. */
#define TAMBOUR_REPORTS_ALL "all"

/**
 * TambourReportsFact:
 * @figure: large
 * @caption: of what
 * @remark: what else there is to know
 *
 * A figure of the card.
 */
typedef struct
{
  GtkWidget *box;
  GtkLabel  *figure;
  GtkLabel  *caption;
  GtkLabel  *remark;
} TambourReportsFact;

struct _TambourReportsPage
{
  TambourPage          parent_instance;

  TambourReportsSheet *sheet;
  GHashTable          *tallies;     /* by account; NULL until they are counted */
  GListStore          *store;
  GtkFilterListModel  *filtered;
  GtkSortListModel    *sorted;
  GtkSingleSelection  *selection;
  GtkFilter           *filter;
  GSimpleActionGroup  *choices;
  GCancellable        *loading;
  GCancellable        *exporting;
  GFile               *folder;      /* where to */
  char                *tam;         /* whose accounts are shown, or NULL for all */
  TambourDate          from;
  TambourDate          to;
  gboolean             is_filling;
  gboolean             is_small;    /* buttons of the header have no room for words */
  guint                n_export;    /* of the batch */
  guint                n_over;
  guint                n_failed;
  gint64               began;
  TambourReportsFact   facts[TAMBOUR_REPORTS_N_FACTS];

  /* Template widgets */
  AdwHeaderBar        *header_bar;
  AdwWindowTitle      *window_title;
  GtkMenuButton       *tam_button;
  GtkMenuButton       *menu_button;
  GtkWidget           *rollup_button;
  GMenuModel          *page_menu;
  GMenu               *period_menu;
  GMenu               *format_menu;
  GtkStack            *stack;
  AdwStatusPage       *status_page;
  GtkButton           *status_button;
  GtkBox              *body;
  GtkGrid             *facts_grid;
  GtkBox              *charts_box;
  TambourCasesChart   *cases_chart;
  TambourAnswersChart *answers_chart;
  GtkBox              *heading_box;
  GtkLabel            *chosen_label;
  AdwSplitButton      *export_button;
  GtkStack            *table_stack;
  GtkColumnView       *view;
  GtkListView         *cards;
  GtkCheckButton      *all_check;
  GtkCheckButton      *all_cards_check;
  GtkRevealer         *export_revealer;
  GtkLabel            *export_label;
  GtkLabel            *left_label;
  GtkProgressBar      *export_bar;
};

/* tambour-reports-page.c */
TambourReportsItem *tambour_reports_page_get_item (TambourReportsPage *self,
                                                   guint               position);
guint               tambour_reports_page_get_n    (TambourReportsPage *self);

/* tambour-reports-page-show.c */
void tambour_reports_page_add_facts    (TambourReportsPage *self);
void tambour_reports_page_show_figures (TambourReportsPage *self);
void tambour_reports_page_show_chosen  (TambourReportsPage *self);

/* tambour-reports-page-choose.c */
void tambour_reports_page_install_choices (GtkWidgetClass      *widget_class);
void tambour_reports_page_add_choices     (TambourReportsPage  *self);
void tambour_reports_page_offer_tams      (TambourReportsPage  *self);
void tambour_reports_page_show_tam        (TambourReportsPage  *self);
void tambour_reports_page_set_period      (TambourReportsPage  *self,
                                           TambourDate          today);
void tambour_reports_page_choose_all      (TambourReportsPage  *self,
                                           gboolean             chosen);
void tambour_reports_page_fill_form       (TambourReportsPage  *self,
                                           TambourReviewsOrder *order);

/* tambour-reports-page-table.c */
void tambour_reports_page_add_columns (TambourReportsPage *self);
void tambour_reports_page_show_narrow (TambourReportsPage *self,
                                       TambourBreadth      breadth);

/* tambour-reports-page-out.c */
void tambour_reports_page_install_out (GtkWidgetClass *widget_class);

/* tambour-reports-page-export.c */
void tambour_reports_page_install_export (GtkWidgetClass *widget_class);

G_END_DECLS
