/* tambour-application-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-application.h"
#include "tambour-starter.h"

G_BEGIN_DECLS

struct _TambourApplication
{
  AdwApplication     parent_instance;

  TambourPortfolios *portfolios;
  GSettings         *settings;
  char              *first_path;   /* the file that the first window opens, if it is not the own one */
  gboolean           has_other;    /* what it opens is not known before */
  char              *record_kind;  /* what is to be opened when there is a portfolio */
  char              *record_id;
  gboolean           wants_today;  /* what is shown next, if it is no record */
  guint              forget_source;

  /* tambour-application-background.c */
  TambourPortfolio  *background;   /* what is followed without a window */
  GCancellable      *opening;
  guint              stay_source;
  gboolean           is_staying;
};

/* tambour-application-actions.c */
void tambour_application_add_actions (TambourApplication *self);

/* tambour-application-background.c */
void           tambour_application_follow_background (TambourApplication *self);
void           tambour_application_update_background (TambourApplication *self,
                                                      gboolean            at_once);
void           tambour_application_leave_background  (TambourApplication *self);

TambourWindow *tambour_application_find_window       (TambourApplication *self,
                                                      const char         *path);
void           tambour_application_open_path         (TambourApplication *self,
                                                      const char         *path);
void           tambour_application_new_window        (TambourApplication *self);

G_END_DECLS
