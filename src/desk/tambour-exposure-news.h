/* tambour-exposure-news.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-exposures.h"

G_BEGIN_DECLS

/**
 * TambourMatches:
 * @hits: (element-type TambourExposureHit): what is not recorded so: what is new and
 *   severe first, what is over last
 * @accounts: (element-type utf8 utf8): the names of the accounts, by id
 * @n_new: how many of them say that an account may be affected and did not know it
 * @n_over: how many say that it no longer is
 *
 * What matching the components with the known issues would change.
 */
typedef struct
{
  GPtrArray  *hits;
  GHashTable *accounts;
  guint       n_new;
  guint       n_over;
} TambourMatches;

TambourMatches *tambour_matches_load (TambourStore    *store,
                                      GCancellable    *cancellable,
                                      GError         **error);
void            tambour_matches_free (TambourMatches  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourMatches, tambour_matches_free)

gboolean tambour_matches_record (TambourStore   *store,
                                 TambourDate     on,
                                 TambourChange  *change,
                                 GError        **error);

/**
 * TambourExposureNews:
 * @n: how many known issues are new to the account
 * @severity: how bad the worst of them is
 * @issue_id: which that is
 * @issue: (nullable): what that is called
 * @is_recorded: whether all of them are recorded; the others have to be matched
 *
 * What came up for an account in the last days.
 */
typedef struct
{
  char            *account_id;
  char            *account;
  guint            n;
  TambourSeverity  severity;
  char            *issue_id;
  char            *issue;
  gboolean         is_recorded;
} TambourExposureNews;

void       tambour_exposure_news_free (TambourExposureNews  *self);
GPtrArray *tambour_exposure_news_load (TambourStore         *store,
                                       const char           *me,
                                       TambourInstant        at,
                                       GCancellable         *cancellable,
                                       GError              **error);

G_END_DECLS
