/* shots.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolios.h"
#include "tambour-window.h"

G_BEGIN_DECLS

/**
 * Shots:
 *
 * The window that pictures are taken of, and what it shows.
 */
typedef struct
{
  TambourStore      *store;
  TambourPortfolios *portfolios;
  TambourPortfolio  *portfolio;
  TambourWindow     *window;
  GtkWindow         *other;      /* beside it, of which the picture is taken instead */
  const char        *folder;
  const char        *variant;
} Shots;

/**
 * ShotsPage:
 * @name: of the picture
 * @show: brings it onto the screen
 * @what: (nullable): which one of its kind
 */
typedef struct
{
  const char *name;
  void      (*show) (Shots      *shots,
                const char *what);
  const char *what;
} ShotsPage;

extern const ShotsPage shots_pages[];

char *shots_dup_id       (Shots      *shots,
                          GType       type,
                          const char *expression);
char *shots_dup_account  (Shots      *shots);
void  shots_wait_dialog  (Shots      *shots);
void  shots_open_section (Shots      *shots,
                          const char *section);
void  shots_open_record  (Shots      *shots,
                          const char *what);

/* shots-dialogs.c: what is asked, searched, typed */
void shots_show_hand_over     (Shots      *shots,
                               const char *what);
void shots_show_postpone      (Shots      *shots,
                               const char *what);
void shots_show_library_share (Shots      *shots,
                               const char *what);
void shots_show_match_issues  (Shots      *shots,
                               const char *what);
void shots_show_safeguard     (Shots      *shots,
                               const char *what);
void shots_show_withdraw      (Shots      *shots,
                               const char *what);
void shots_show_form          (Shots      *shots,
                               const char *what);
void shots_show_search        (Shots      *shots,
                               const char *what);
void shots_show_call          (Shots      *shots,
                               const char *what);
void shots_show_prep_sheet    (Shots      *shots,
                               const char *what);

/* shots-portals.c: from where cases come */
void shots_show_connectors (Shots      *shots,
                            const char *what);
void shots_show_connector  (Shots      *shots,
                            const char *what);
void shots_show_inbox      (Shots      *shots,
                            const char *what);

/* shots-review.c: a review that is composed */
void shots_show_review (Shots      *shots,
                        const char *what);

/* shots-team.c: what one sees of the team */
void shots_show_conflict     (Shots      *shots,
                              const char *what);
void shots_show_sync         (Shots      *shots,
                              const char *what);
void shots_show_join         (Shots      *shots,
                              const char *what);
void shots_show_team         (Shots      *shots,
                              const char *what);
void shots_show_sync_details (Shots      *shots,
                              const char *what);
void shots_show_offline      (Shots      *shots,
                              const char *what);
void shots_show_refused      (Shots      *shots,
                              const char *what);

/* shots-start.c: where there is no portfolio */
void shots_show_first_run (Shots      *shots,
                           const char *what);
void shots_show_trouble   (Shots      *shots,
                           const char *what);

G_END_DECLS
