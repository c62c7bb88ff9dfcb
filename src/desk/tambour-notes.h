/* tambour-notes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-note.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourNoteLine:
 * @n_revisions: how often its text was shared
 * @written_at: when it was shared last
 * @written_by: (nullable): by whom
 * @look_again: when somebody looks at it again; none if nobody has to
 * @is_late: whether that day has passed
 * @n_parts: of an environment, how many components it has
 * @n_late: and how many of them are supported no longer
 *
 * A note or an environment in a list.
 */
typedef struct
{
  TambourNoteGroup  group;
  TambourRecord    *record;
  guint             n_revisions;
  TambourInstant    written_at;
  char             *written_by;
  TambourDate       look_again;
  gboolean          is_late;
  guint             n_parts;
  guint             n_late;
} TambourNoteLine;

/**
 * TambourNotes:
 * @today: the day in the account's zone
 * @lines: (element-type TambourNoteLine): by group, what was written last first,
 *   but what is pinned before that
 *
 * What is known of a customer.
 */
typedef struct
{
  TambourDate  today;
  GPtrArray   *lines;
} TambourNotes;

TambourNotes *tambour_notes_load (TambourStore    *store,
                                  const char      *account_id,
                                  TambourInstant   at,
                                  GCancellable    *cancellable,
                                  GError         **error);
void          tambour_notes_free (TambourNotes    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourNotes, tambour_notes_free)

G_END_DECLS
