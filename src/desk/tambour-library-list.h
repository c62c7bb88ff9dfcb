/* tambour-library-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-library.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourLibraryLine:
 * @record: a #TambourLibraryItem or a #TambourProgramme
 * @n_shared: of an item: how often it was shared
 * @n_invited: of a programme: how many customers were invited; @n_seated: how many have a
 *   seat; @n_waiting: how many wait for one
 * @is_over: whether it is retired, or has ended
 *
 * One of the lines of the library.
 */
typedef struct
{
  TambourRecord *record;
  gint64         n_shared;
  gint64         n_invited;
  gint64         n_seated;
  gint64         n_waiting;
  gboolean       is_over;
} TambourLibraryLine;

/**
 * TambourLibraryList:
 * @today: the day where the person is
 * @items: (element-type TambourLibraryLine): what can be shared, by kind and the newest
 *   first; what is retired last
 * @programmes: (element-type TambourLibraryLine): what customers are invited to, the next
 *   first; what is over last, the latest first
 *
 * The library of all accounts.
 */
typedef struct
{
  TambourDate  today;
  GPtrArray   *items;
  GPtrArray   *programmes;
} TambourLibraryList;

TambourLibraryList *tambour_library_list_load (TambourStore        *store,
                                               TambourInstant       at,
                                               GCancellable        *cancellable,
                                               GError             **error);
void                tambour_library_list_free (TambourLibraryList  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLibraryList, tambour_library_list_free)

gboolean tambour_programme_is_over (TambourProgramme *programme,
                                    TambourDate       today);

G_END_DECLS
