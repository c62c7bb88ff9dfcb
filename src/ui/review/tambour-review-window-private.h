/* tambour-review-window-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-breadth.h"
#include "tambour-drafts.h"
#include "tambour-report-moves.h"
#include "tambour-review-desk.h"
#include "tambour-review-draft.h"
#include "tambour-review-side.h"
#include "tambour-review-text.h"
#include "tambour-review-window.h"

G_BEGIN_DECLS

struct _TambourReviewWindow
{
  AdwApplicationWindow   parent_instance;

  TambourPortfolio      *portfolio;
  GtkWindow             *opener;        /* where records are opened; NULL: it has gone */
  char                  *report_id;
  TambourReviewHeld     *held;          /* what is shown */
  TambourReviewLayout    shown_as;      /* the deck or the report: the same sections and words */
  TambourReviewLaid     *layout;        /* what is where in it, once it is laid out */
  TambourReviewDraft    *draft;
  GPtrArray             *checks;        /* TambourPreflightLine, once they are counted */
  TambourChapter         chapter;       /* the section that is chosen */
  TambourBreadth         breadth;
  GCancellable          *loading;
  TambourDraft          *typed;         /* what was typed before it was opened, and is not in the file yet */
  guint                  patience;
  guint                  reload_source;
  guint                  save_source;
  gint64                 loaded_change; /* the newest change when it was read */
  gint64                 newest_change;
  guint                  n_own;         /* changes that this window has written since */
  GDBusConnection       *bus;           /* where the portal is; NULL: the session's */
  char                  *format;        /* what is asked where to write */
  TambourReportMove     *waiting;       /* what is done when what is typed is stored */
  char                  *waiting_label;
  gboolean               is_saving;
  gboolean               is_filling;
  gboolean               was_shown;
  gboolean               is_gone;       /* what it showed is taken apart */
  gboolean               saves_soon;    /* what is done at one stroke */

  /* Template widgets */
  AdwToastOverlay       *toast_overlay;
  AdwHeaderBar          *header_bar;
  AdwWindowTitle        *window_title;
  GtkWidget             *undo_button;
  GtkWidget             *redo_button;
  GtkMenuButton         *menu_button;
  AdwSplitButton        *export_button;
  AdwBanner             *banner;
  GtkStack              *stack;
  AdwStatusPage         *status_page;
  GtkButton             *status_button;
  AdwOverlaySplitView   *side_view;
  AdwOverlaySplitView   *rail_view;
  GtkStack              *rail_stack;
  TambourReviewSide     *side;
  GtkLabel              *ready_label;
  GtkListBox            *parts_list;
  GtkImage              *checks_icon;
  GtkLabel              *checks_label;
  GtkWidget             *checks_button;
  GtkLabel              *period_label;
  GtkLabel              *as_of_label;
  GtkWidget             *layout_toggles;
  GtkWidget             *paper_box;
  GtkWidget             *paper_toggles;
  GtkListBox            *checks_list;
  GtkLabel              *finish_label;
  GtkWidget             *finish_button;
  TambourReviewDesk     *desk;
  GtkLabel              *page_label;
  GtkWidget             *zoom_button;
  GtkLabel              *zoom_label;
};

gboolean tambour_review_window_can_write (TambourReviewWindow *self);

/* tambour-review-window-load.c */
void tambour_review_window_load   (TambourReviewWindow *self);
void tambour_review_window_follow (TambourReviewWindow *self);
void tambour_review_window_stop   (TambourReviewWindow *self);

/* tambour-review-window-show.c */
void tambour_review_window_show_report (TambourReviewWindow *self);
void tambour_review_window_show_layout (TambourReviewWindow *self);
void tambour_review_window_show_parts  (TambourReviewWindow *self);
void tambour_review_window_show_page   (TambourReviewWindow *self);
void tambour_review_window_choose      (TambourReviewWindow *self,
                                        TambourChapter       chapter);

/* tambour-review-window-part.c */
void tambour_review_window_show_part    (TambourReviewWindow *self);
void tambour_review_window_show_title   (TambourReviewWindow *self);
void tambour_review_window_show_figures (TambourReviewWindow *self);

/* tambour-review-window-checks.c */
void     tambour_review_window_show_checks (TambourReviewWindow *self);
gboolean tambour_review_window_can_finish  (TambourReviewWindow *self);
void     tambour_review_window_open_check  (TambourReviewWindow *self,
                                            GtkListBoxRow       *row);
void     tambour_review_window_open_record (TambourReviewWindow *self,
                                            const char          *kind,
                                            const char          *id);

/* tambour-review-window-compose.c */
void     tambour_review_window_install_composing (GtkWidgetClass      *widget_class);
void     tambour_review_window_follow_draft      (TambourReviewWindow *self);
void     tambour_review_window_note_draft        (TambourReviewWindow *self);
void     tambour_review_window_take_draft        (TambourReviewWindow *self,
                                                  const TambourDraft  *stored);
void     tambour_review_window_save              (TambourReviewWindow *self);
void     tambour_review_window_type_title        (TambourReviewWindow *self);
void     tambour_review_window_type_narrative    (TambourReviewWindow *self);
void     tambour_review_window_add_drops         (TambourReviewWindow *self);
char    *tambour_review_window_dup_draft_key     (const char          *report_id);
gboolean tambour_review_window_is_included       (TambourReviewWindow *self,
                                                  TambourChapter       chapter);
void     tambour_review_window_set_included      (TambourReviewWindow *self,
                                                  TambourChapter       chapter,
                                                  gboolean             is_in);

void     tambour_review_window_end_stroke        (TambourReviewWindow *self);

/* tambour-review-window-layout.c */
void        tambour_review_window_compose   (TambourReviewWindow *self);
void        tambour_review_window_show_as   (TambourReviewWindow *self,
                                             TambourReviewLayout  shown_as);
void        tambour_review_window_turn      (TambourReviewWindow *self);
const char *tambour_review_window_get_paper (TambourReviewWindow *self);
void        tambour_review_window_set_paper (TambourReviewWindow *self,
                                             const char          *paper);

/* tambour-review-window-actions.c */
void tambour_review_window_install_actions (GtkWidgetClass      *widget_class);
void tambour_review_window_add_keys        (TambourReviewWindow *self);
void tambour_review_window_update_actions  (TambourReviewWindow *self);

/* tambour-review-window-state.c */
void tambour_review_window_install_states (GtkWidgetClass      *widget_class);
void tambour_review_window_go_on          (TambourReviewWindow *self,
                                           gboolean             is_stored);

/* tambour-review-window-leave.c */
void tambour_review_window_install_leaving (GtkWidgetClass *widget_class);

G_END_DECLS
