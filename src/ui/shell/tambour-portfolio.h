/* tambour-portfolio.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"
#include "tambour-ticker.h"

G_BEGIN_DECLS

/**
 * TambourLoadFunc:
 * @store: the portfolio's store
 * @me: (nullable): the id of the person who works with it
 * @now: the time that is "now"
 * @data: what tambour_portfolio_load_async() was given
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads what a page shows; called on a thread.
 *
 * Returns: (transfer full) (nullable): a snapshot, or %NULL on error
 */
typedef gpointer (*TambourLoadFunc) (TambourStore    *store,
                                     const char      *me,
                                     TambourInstant   now,
                                     gpointer         data,
                                     GCancellable    *cancellable,
                                     GError         **error);

/**
 * TambourReadAhead:
 * @func: what tambour_portfolio_load_async() will be asked for
 * @data: with this; nothing that needs to be freed
 * @free_result: frees what @func returns
 *
 * What a page or a part of the window begins with, for
 * tambour_portfolio_open_ahead().
 */
typedef struct
{
  TambourLoadFunc func;
  gpointer        data;
  GDestroyNotify  free_result;
} TambourReadAhead;

#define TAMBOUR_TYPE_PORTFOLIO (tambour_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortfolio, tambour_portfolio, TAMBOUR, PORTFOLIO, GObject)

/* tambour-portfolio-open.c */
TambourPortfolio *tambour_portfolio_new         (TambourStore         *store);
void              tambour_portfolio_open_ahead  (const char           *path,
                                                 TambourStoreFlags     flags,
                                                 GPtrArray            *reads);
void              tambour_portfolio_open_async  (const char           *path,
                                                 TambourStoreFlags     flags,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TambourPortfolio *tambour_portfolio_open_finish (GAsyncResult         *result,
                                                 GError              **error);

/* tambour-portfolio.c */
void           tambour_portfolio_close            (TambourPortfolio  *self);

TambourStore  *tambour_portfolio_get_store        (TambourPortfolio  *self);
TambourTicker *tambour_portfolio_get_ticker       (TambourPortfolio  *self);
const char    *tambour_portfolio_get_path         (TambourPortfolio  *self);
char          *tambour_portfolio_dup_name         (TambourPortfolio  *self);
gboolean       tambour_portfolio_is_demonstration (TambourPortfolio  *self);
gboolean       tambour_portfolio_is_read_only     (TambourPortfolio  *self);
gboolean       tambour_portfolio_is_writing       (TambourPortfolio  *self);
TambourInstant tambour_portfolio_now              (TambourPortfolio  *self);
void           tambour_portfolio_set_now          (TambourPortfolio  *self,
                                                   TambourInstant     now);
const char    *tambour_portfolio_get_me           (TambourPortfolio  *self);
const char    *tambour_portfolio_get_author       (TambourPortfolio  *self);
gboolean       tambour_portfolio_set_me           (TambourPortfolio  *self,
                                                   const char        *person_id,
                                                   const char        *name,
                                                   GError           **error);

/* tambour-portfolio-told.c */
const char    *tambour_portfolio_get_told (TambourPortfolio *self);
void           tambour_portfolio_set_told (TambourPortfolio *self,
                                           const char       *told);
TambourInstant tambour_portfolio_wall_of  (TambourPortfolio *self,
                                           TambourInstant    instant);

/* tambour-portfolio-load.c */
void     tambour_portfolio_load_async  (TambourPortfolio     *self,
                                        TambourLoadFunc       func,
                                        gpointer              data,
                                        GDestroyNotify        free_data,
                                        GDestroyNotify        free_result,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gpointer tambour_portfolio_load_finish (TambourPortfolio     *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* tambour-portfolio-change.c */
TambourChange *tambour_portfolio_new_change    (TambourPortfolio     *self,
                                                const char           *label);
void           tambour_portfolio_commit_async  (TambourPortfolio     *self,
                                                TambourChange        *change,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean       tambour_portfolio_commit_finish (TambourPortfolio     *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void           tambour_portfolio_add_step      (TambourPortfolio     *self,
                                                gint64                number,
                                                const char           *label);
gboolean       tambour_portfolio_can_undo      (TambourPortfolio     *self);
gboolean       tambour_portfolio_can_redo      (TambourPortfolio     *self);
void           tambour_portfolio_undo_async    (TambourPortfolio     *self,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tambour_portfolio_redo_async    (TambourPortfolio     *self,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
char          *tambour_portfolio_undo_finish   (TambourPortfolio     *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
