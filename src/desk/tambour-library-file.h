/* tambour-library-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-guests.h"
#include "tambour-store.h"
#include "tambour-suggestions.h"

G_BEGIN_DECLS

/**
 * TambourLibraryShare:
 * @account_name: (nullable): whose; %NULL where it was shared with all
 * @contact_name: (nullable): with whom
 *
 * That something was shared.
 */
typedef struct
{
  TambourContentShare *share;
  char                *account_name;
  char                *contact_name;
} TambourLibraryShare;

/**
 * TambourLibraryFit:
 * @suggestion: why it could help them
 *
 * An account that something is suggested for.
 */
typedef struct
{
  TambourAccount    *account;
  TambourSuggestion *suggestion;
} TambourLibraryFit;

/**
 * TambourLibraryFile:
 * @today: the day where the person is
 * @fits: (element-type TambourLibraryFit): whom it is suggested for, where most speaks
 *   for it first
 * @shares: (element-type TambourLibraryShare): with whom it was shared, the newest first,
 *   at most %TAMBOUR_LIBRARY_SHARES
 * @n_shares: how often it was; @n_opened: how often it was opened, and @n_discussed
 *   talked about
 *
 * Something to read, to watch or to learn, and what came of it.
 */
typedef struct
{
  TambourLibraryItem *item;
  TambourDate         today;
  GPtrArray          *fits;
  GPtrArray          *shares;
  gint64              n_shares;
  gint64              n_opened;
  gint64              n_discussed;
} TambourLibraryFile;

#define TAMBOUR_LIBRARY_SHARES 200

TambourLibraryFile *tambour_library_file_load  (TambourStore         *store,
                                                const char           *item_id,
                                                TambourInstant        at,
                                                GCancellable         *cancellable,
                                                GError              **error);
void                tambour_library_file_free  (TambourLibraryFile   *self);
void                tambour_library_share_free (TambourLibraryShare  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLibraryFile, tambour_library_file_free)

/**
 * TambourProgrammeFile:
 * @today: the day where the person is
 * @guests: (element-type TambourGuest): who was invited: who has a seat, who waits, who
 *   has not answered, who does not come
 * @n_free: how many seats are free; below 0 if too many were given; %G_MAXINT64 where
 *   there is room for all
 *
 * Something that customers are invited to, and who comes.
 */
typedef struct
{
  TambourProgramme *programme;
  TambourDate       today;
  GPtrArray        *guests;
  gint64            n_free;
} TambourProgrammeFile;

TambourProgrammeFile *tambour_programme_file_load (TambourStore          *store,
                                                   const char            *programme_id,
                                                   TambourInstant         at,
                                                   GCancellable          *cancellable,
                                                   GError               **error);
void                  tambour_programme_file_free (TambourProgrammeFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourProgrammeFile, tambour_programme_file_free)

G_END_DECLS
