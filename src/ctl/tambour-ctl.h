/* tambour-ctl.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-progress.h"
#include "tambour-reviews.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* Exit statuses; CLI.md. */
#define TAMBOUR_CTL_DONE    0
#define TAMBOUR_CTL_FAILED  1
#define TAMBOUR_CTL_USAGE   2
#define TAMBOUR_CTL_PARTLY  3

/**
 * TambourCtl:
 *
 * What every command gets: the options that all of them take, and its own
 * words. Cancelled by Ctrl+C.
 */
typedef struct
{
  const char    *command;
  char          *portfolio;
  gboolean       json;
  char          *progress;
  GCancellable  *cancellable;
  gint64         shown_at;       /* monotonic µs of the last progress line */
  gboolean       showing;
} TambourCtl;

/**
 * TambourCtlFunc:
 * @ctl: what every command gets
 * @argc: how many words follow the command, the command itself included
 * @argv: those words
 *
 * Returns: the exit status
 */
typedef int (*TambourCtlFunc) (TambourCtl  *ctl,
                               int          argc,
                               char       **argv);

gboolean      tambour_ctl_parse         (TambourCtl           *ctl,
                                         const char           *parameters,
                                         const char           *summary,
                                         const GOptionEntry   *entries,
                                         int                  *argc,
                                         char               ***argv,
                                         int                   least,
                                         int                   most,
                                         int                  *status);
char         *tambour_ctl_dup_portfolio (TambourCtl           *ctl);
TambourStore *tambour_ctl_open          (TambourCtl           *ctl,
                                         TambourStoreFlags     flags);
int           tambour_ctl_fail          (TambourCtl           *ctl,
                                         const GError         *error);
int           tambour_ctl_misuse        (TambourCtl          *ctl,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);
const char *tambour_ctl_get_author (void);
void          tambour_ctl_print         (const char          *format,
                        ...) G_GNUC_PRINTF (1, 2);
void                tambour_ctl_print_json     (JsonNode             *node);
void                tambour_ctl_print_object   (TambourCtl           *ctl,
                                                JsonObject           *object,
                                                const char           *text);
void                tambour_ctl_show_progress  (const char           *what,
                                                guint64               done,
                                                guint64               total,
                                                gpointer              user_data);
void                tambour_ctl_end_progress   (TambourCtl           *ctl);

TambourRecordClass *tambour_ctl_find_kind      (TambourCtl           *ctl,
                                                const char           *name);

int                 tambour_ctl_read_period    (TambourCtl           *ctl,
                                                const char           *period,
                                                const char           *as_of,
                                                TambourReviewsOrder  *order);

int                 tambour_ctl_read_as_of     (TambourCtl           *ctl,
                                                const char           *as_of,
                                                TambourInstant       *instant);

int                 tambour_ctl_create         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_demo           (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_check          (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_backup         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_restore        (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_list           (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_show           (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_add            (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_set            (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_remove         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_undo           (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_search         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_import         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_export         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_log_call       (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_clock          (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_agenda         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_match_issues   (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_merge_requests (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_audit          (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_pack           (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_review         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_report         (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_reports        (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_explain        (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_insights       (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_value          (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_calendar       (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_duplicates     (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_connect        (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_sync           (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_provision      (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_leave          (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_purge          (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_conflicts      (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);
int                 tambour_ctl_resolve        (TambourCtl           *ctl,
                                                int                   argc,
                                                char                **argv);

G_END_DECLS
