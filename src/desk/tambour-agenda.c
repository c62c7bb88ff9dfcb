/* tambour-agenda.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-agenda.h"

#include "tambour-alarms.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-today-private.h"

/* How far ahead actions and promises are on the agenda, in days. */
#define DAYS_PROMISES 7

G_DEFINE_ENUM_TYPE (TambourAgendaKind, tambour_agenda_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_CLOCK, "clock"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_AFTER_HOURS, "after_hours"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_CALL, "call"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_ACTION, "action"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_COMMITMENT, "commitment"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_AUDIT, "audit"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_REVIEW, "review"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_RENEWAL, "renewal"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_MEETING, "meeting"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_CADENCE, "cadence"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_SILENT, "silent"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_CHANGE, "change"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_FOLLOW_UP, "follow_up"))

/**
 * tambour_agenda_item_free:
 * @item: an item
 */
void
tambour_agenda_item_free (TambourAgendaItem *item)
{
  g_clear_pointer (&item->account_id, g_free);
  g_clear_pointer (&item->account_name, g_free);
  g_clear_pointer (&item->title, g_free);
  g_clear_pointer (&item->text, g_free);
  g_clear_pointer (&item->id, g_free);
  g_free (item);
}

/* What all items have. */
static TambourAgendaItem *
add_item (GPtrArray          *items,
          const TambourToday *today,
          TambourAgendaKind   kind,
          TambourInstant      due,
          const char         *record,
          const char         *id,
          const char         *title)
{
  TambourAgendaItem *item = g_new0 (TambourAgendaItem, 1);

  item->kind = kind;
  item->due = due;
  item->tell_at.seconds = TAMBOUR_NEVER;
  item->overdue = tambour_instant_is_stated (due) && due.seconds < today->at.seconds;
  item->record = record;
  item->id = g_strdup (id);
  item->title = g_strdup (title);
  g_ptr_array_add (items, item);

  return item;
}

static void
set_account (TambourAgendaItem         *item,
             const TambourTodayAccount *account)
{
  item->account_id = g_strdup (account->id);
  item->account_name = g_strdup (account->name);
}

static void
add_clocks (GPtrArray          *items,
            const TambourToday *today)
{
  for (guint i = 0; i < today->clocks->len; i++)
    {
      const TambourClockFacts *facts = g_ptr_array_index (today->clocks, i);
      TambourAgendaItem *item;

      if (tambour_instant_is_stated (facts->stop))
        continue;

      item = add_item (items, today, TAMBOUR_AGENDA_CLOCK, facts->due, "case", facts->case_id, facts->title);
      item->account_id = g_strdup (facts->account_id);
      item->account_name = g_strdup (facts->account_name);
      item->text = g_strdup (facts->reason);
      item->warned_at = tambour_alarms_find_warning (facts, today->at);
    }
}

static void
add_arrivals_and_calls (GPtrArray          *items,
                        const TambourToday *today)
{
  for (guint i = 0; i < today->arrivals->len; i++)
    {
      const TambourTodayArrival *arrival = g_ptr_array_index (today->arrivals, i);

      TambourAgendaItem *item = add_item (items, today, TAMBOUR_AGENDA_AFTER_HOURS, arrival->opened_at, "case",
                                          arrival->case_id, arrival->title);

      set_account (item, &arrival->account);
      if (!tambour_instant_is_stated (arrival->answered_at) && !tambour_instant_is_stated (arrival->solved_at))
        item->tell_at = arrival->tell_at;
    }

  for (guint i = 0; i < today->calls->len; i++)
    {
      const TambourTodayCall *call = g_ptr_array_index (today->calls, i);

      set_account (add_item (items, today, TAMBOUR_AGENDA_CALL, call->start, "engagement", call->id, call->title),
                   &call->account);
    }
}

static void
add_work (GPtrArray          *items,
          const TambourToday *today,
          GPtrArray          *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const TambourTodayWork *work = g_ptr_array_index (list, i);
      TambourAgendaKind kind = work->is_commitment ? TAMBOUR_AGENDA_COMMITMENT : TAMBOUR_AGENDA_ACTION;

      if (tambour_date_is_stated (work->due) && work->due.julian <= today->date.julian + DAYS_PROMISES)
        set_account (add_item (items, today, kind, work->due_end, work->is_commitment ? "commitment" : "action_item",
                               work->id, work->title),
                     &work->account);
    }
}

static TambourAgendaKind
kind_of (TambourTodayComingKind kind)
{
  switch (kind)
    {
    case TAMBOUR_TODAY_AUDIT:
      return TAMBOUR_AGENDA_AUDIT;
    case TAMBOUR_TODAY_MEETING:
      return TAMBOUR_AGENDA_MEETING;
    case TAMBOUR_TODAY_REVIEW:
      return TAMBOUR_AGENDA_REVIEW;
    case TAMBOUR_TODAY_RENEWAL:
      return TAMBOUR_AGENDA_RENEWAL;
    case TAMBOUR_TODAY_CADENCE:
      return TAMBOUR_AGENDA_CADENCE;
    case TAMBOUR_TODAY_SILENT:
      return TAMBOUR_AGENDA_SILENT;
    case TAMBOUR_TODAY_CHANGE:
      return TAMBOUR_AGENDA_CHANGE;
    case TAMBOUR_TODAY_FOLLOW_UP:
      return TAMBOUR_AGENDA_FOLLOW_UP;
    case TAMBOUR_TODAY_UPDATE:
      break;
    }

  g_return_val_if_reached (TAMBOUR_AGENDA_MEETING);
}

/* A meeting of the next day is a call already; an update that is not late has its case. */
static void
add_coming (GPtrArray          *items,
            const TambourToday *today)
{
  for (guint i = 0; i < today->coming->len; i++)
    {
      const TambourTodayComing *coming = g_ptr_array_index (today->coming, i);

      if (coming->kind == TAMBOUR_TODAY_UPDATE)
        continue;

      if (coming->kind != TAMBOUR_TODAY_MEETING || coming->at.seconds >= today->at.seconds + TAMBOUR_DAY)
        set_account (add_item (items, today, kind_of (coming->kind), coming->at, coming->record, coming->id, coming->title),
                     &coming->account);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TambourAgendaItem *x = *(TambourAgendaItem * const *) a;
  const TambourAgendaItem *y = *(TambourAgendaItem * const *) b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;

  /* What stands still comes last. */
  if (tambour_instant_is_stated (x->due) != tambour_instant_is_stated (y->due))
    return tambour_instant_is_stated (x->due) ? -1 : 1;

  if (x->due.seconds != y->due.seconds)
    return x->due.seconds < y->due.seconds ? -1 : 1;

  return strcmp (x->id, y->id);
}

/**
 * tambour_agenda_list:
 * @store: a store
 * @person: (nullable): one of us, by name or id; only their accounts
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * What needs attention, as Today shows it, in one list: clocks that run, arrivals
 * outside the TAM's hours that nobody acknowledged, calls, actions, commitments,
 * audits, reviews, renewals, meetings to prepare, regular calls that were missed,
 * silent cases, and planned changes.
 *
 * Returns: (transfer full) (element-type TambourAgendaItem) (nullable): the
 *   items, by kind and then by time, or %NULL on error
 */
GPtrArray *
tambour_agenda_list (TambourStore    *store,
                     const char      *person,
                     TambourInstant   at,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_agenda_item_free);
  g_autoptr(TambourRecord) who = NULL;
  g_autoptr(TambourScope) scope = NULL;
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(GError) failure = NULL;

  if (person != NULL && !(who = tambour_lookup_record (store, tambour_kinds_find ("person"), person, error)))
    return NULL;

  if (!(scope = tambour_scope_new (store, (TambourPerson *) who, TAMBOUR_SCOPE_MINE, NULL, at, cancellable, error)))
    return NULL;

  today = tambour_today_read (scope);
  if ((failure = tambour_today_take_failure (today, FALSE)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  add_clocks (items, today);
  add_arrivals_and_calls (items, today);
  add_work (items, today, today->work);
  add_work (items, today, today->theirs);
  add_coming (items, today);
  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}
