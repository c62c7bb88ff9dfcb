/* tambour-portal-job.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-connect.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourPortalJobKind:
 * @TAMBOUR_PORTAL_JOB_TEST: to sign in
 * @TAMBOUR_PORTAL_JOB_RUN: to read what has changed
 * @TAMBOUR_PORTAL_JOB_ASSIGN: to read one item of the inbox for an account
 * @TAMBOUR_PORTAL_JOB_ASSIGN_ALWAYS: to do so for all like it, from now on
 * @TAMBOUR_PORTAL_JOB_PREVIEW: to read one item and keep nothing
 */
typedef enum
{
  TAMBOUR_PORTAL_JOB_TEST,
  TAMBOUR_PORTAL_JOB_RUN,
  TAMBOUR_PORTAL_JOB_ASSIGN,
  TAMBOUR_PORTAL_JOB_ASSIGN_ALWAYS,
  TAMBOUR_PORTAL_JOB_PREVIEW,
} TambourPortalJobKind;

/**
 * TambourPortalJobFunc:
 * @n_read: how many items were read until now
 * @code: (nullable): what the person has to do before it goes on
 * @user_data: what tambour_portal_job_run_async() was given
 *
 * Told how far a job has come, on the main loop.
 */
typedef void (*TambourPortalJobFunc) (guint64     n_read,
                                      const char *code,
                                      gpointer    user_data);

/**
 * TambourPortalJob:
 * @kind: what is to be done
 * @connector: with which portal
 * @secret: (nullable): what signs in there, if not what is kept
 * @external_id: (nullable): of the item
 * @account_id: (nullable): whose it is
 * @rule: (nullable): by which others are theirs too
 * @who: (nullable): as whom one is known there, of a test
 * @item: (nullable): what was read, of a preview
 * @outcome: what came of the others
 *
 * Something to do with a portal, which takes as long as its network.
 */
typedef struct
{
  TambourPortalJobKind  kind;
  TambourConnector     *connector;
  char                 *secret;
  char                 *external_id;
  char                 *account_id;
  TambourMatchRule     *rule;

  char                 *who;
  TambourPortalItem    *item;
  TambourConnectOutcome outcome;

  /*< private >*/
  TambourStore         *store;
  char                 *author;
  TambourPortalJobFunc  func;
  gpointer              user_data;
  GDestroyNotify        free_user_data;
  GCancellable         *cancellable;
} TambourPortalJob;

TambourPortalJob *tambour_portal_job_new   (TambourPortalJobKind    kind,
                                            const TambourConnector *connector);
TambourPortalJob *tambour_portal_job_ref   (TambourPortalJob       *self);
void              tambour_portal_job_unref (TambourPortalJob       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalJob, tambour_portal_job_unref)

void              tambour_portal_job_run_async (TambourPortalJob      *self,
                                                TambourPortfolio      *portfolio,
                                                GCancellable          *cancellable,
                                                TambourPortalJobFunc   func,
                                                gpointer               func_data,
                                                GDestroyNotify         free_func_data,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
TambourPortalJob *tambour_portal_job_finish    (GAsyncResult          *result,
                                                GError               **error);

G_END_DECLS
