/* tambour-starter-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-starter.h"

G_BEGIN_DECLS

struct _TambourStarter
{
  GObject            parent_instance;

  TambourWindow     *window;       /* owns this */
  TambourPortfolios *portfolios;
  TambourPortfolio  *held;
  GCancellable      *cancellable;  /* of what is being opened */
  guint              patience;     /* the source that shows that it takes its time */
  char              *path;         /* what is being opened, or could not be */
  TambourStoreFlags  flags;
  char              *message;      /* what to say when it is open */
  gboolean           is_new;       /* it was made just now */
};

void            tambour_starter_hold       (TambourStarter   *self,
                                            TambourPortfolio *portfolio);
void            tambour_starter_show_start (TambourStarter   *self);
TambourStarter *tambour_starter_choose     (TambourStarter   *self);
void            tambour_starter_fail       (TambourStarter   *self,
                                            const GError     *error);

/* tambour-starter-actions.c */
void  tambour_starter_add_actions    (TambourStarter *self);
void  tambour_starter_update_actions (TambourStarter *self);
char *tambour_starter_dup_free_path  (TambourStarter *self);

/* tambour-starter-work.c */
void tambour_starter_demonstrate (TambourStarter *self);
void tambour_starter_restore     (TambourStarter *self,
                                  const char     *backup);
void tambour_starter_repair      (TambourStarter *self);

/* tambour-starter-import.c */
void tambour_starter_import (TambourStarter *self,
                             const char     *path);

/* tambour-starter-team.c */
void tambour_starter_join   (TambourStarter *self);
void tambour_starter_remove (TambourStarter *self);

/* tambour-starter-state.c */
void  tambour_starter_load_state (TambourStarter  *self);
void  tambour_starter_save_state (TambourStarter  *self);
char *tambour_starter_dup_place  (TambourStarter  *self,
                                  char           **account_id);

G_END_DECLS
