/* tambour-agenda.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAgendaKind:
 *
 * Why something needs attention, in the order in which Today shows it.
 */
typedef enum
{
  TAMBOUR_AGENDA_CLOCK,
  TAMBOUR_AGENDA_AFTER_HOURS,
  TAMBOUR_AGENDA_CALL,
  TAMBOUR_AGENDA_ACTION,
  TAMBOUR_AGENDA_COMMITMENT,
  TAMBOUR_AGENDA_AUDIT,
  TAMBOUR_AGENDA_REVIEW,
  TAMBOUR_AGENDA_RENEWAL,
  TAMBOUR_AGENDA_MEETING,
  TAMBOUR_AGENDA_CADENCE,
  TAMBOUR_AGENDA_SILENT,
  TAMBOUR_AGENDA_CHANGE,
  TAMBOUR_AGENDA_FOLLOW_UP,
} TambourAgendaKind;

#define TAMBOUR_TYPE_AGENDA_KIND (tambour_agenda_kind_get_type ())
GType tambour_agenda_kind_get_type (void);

/**
 * TambourAgendaItem:
 *
 * @tell_at: of what came in after hours, from when on its person is told of it;
 *   not stated once somebody has answered, and of everything else
 * @warned_at: how much of a clock's time had passed at its last warning, in
 *   percent; 0 if there was none
 *
 * One thing that needs attention. A clock that stands still has no due time.
 */
typedef struct
{
  TambourAgendaKind  kind;
  TambourInstant     due;
  gboolean           overdue;
  char              *account_id;
  char              *account_name;
  char              *title;
  char              *text;       /* (nullable): why, in one sentence */
  const char        *record;     /* the kind of record */
  char              *id;
  TambourInstant     tell_at;
  guint              warned_at;
} TambourAgendaItem;

void tambour_agenda_item_free (TambourAgendaItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAgendaItem, tambour_agenda_item_free)

GPtrArray *tambour_agenda_list (TambourStore    *store,
                                const char      *person,
                                TambourInstant   at,
                                GCancellable    *cancellable,
                                GError         **error);

G_END_DECLS
