/* tambour-agenda.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-agenda.h"

#include "tambour-clock-replay.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-plans.h"

/* How far ahead the agenda looks, in days. */
#define DAYS_PROMISES 7
#define DAYS_AUDITS   30
#define DAYS_REVIEWS  60

/* How far back an arrival that nobody acknowledged is still news, in days. */
#define DAYS_ARRIVALS 14

G_DEFINE_ENUM_TYPE (TambourAgendaKind, tambour_agenda_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_CLOCK, "clock"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_AFTER_HOURS, "after_hours"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_CALL, "call"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_ACTION, "action"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_COMMITMENT, "commitment"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_AUDIT, "audit"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_REVIEW, "review"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AGENDA_RENEWAL, "renewal"))

/* One account that the agenda covers, with what its clocks need. */
typedef struct
{
  TambourAccount  *account;
  char            *plan;
  TambourCalendar *tam;   /* (nullable): of the person who looks after it */
} Customer;

typedef struct
{
  TambourStore        *store;
  GCancellable        *cancellable;
  TambourCatalogueSet *plans;
  TambourInstant       at;
  GHashTable          *customers;   /* account id -> Customer */
  GPtrArray           *items;
} Agenda;

static void
customer_free (Customer *customer)
{
  g_clear_object (&customer->account);
  g_clear_pointer (&customer->plan, g_free);
  g_free (customer);
}

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

static void
agenda_clear (Agenda *agenda)
{
  g_clear_pointer (&agenda->plans, tambour_catalogue_set_free);
  g_clear_pointer (&agenda->customers, g_hash_table_unref);
  g_clear_pointer (&agenda->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Agenda, agenda_clear)

static Customer *
find_customer (Agenda        *agenda,
               TambourRecord *record)
{
  return record->account_id.id ? g_hash_table_lookup (agenda->customers, record->account_id.id) : NULL;
}

/* Adds @record unless its account is somebody else's. */
static TambourAgendaItem *
add_item (Agenda            *agenda,
          TambourAgendaKind  kind,
          TambourRecord     *record,
          TambourInstant     due)
{
  Customer *customer = find_customer (agenda, record);
  TambourAgendaItem *item;

  if (customer == NULL)
    return NULL;

  item = g_new0 (TambourAgendaItem, 1);
  item->kind = kind;
  item->due = due;
  item->overdue = tambour_instant_is_stated (due) && due.seconds < agenda->at.seconds;
  item->account_id = g_strdup (record->account_id.id);
  item->account_name = g_strdup (customer->account->name);
  item->title = tambour_record_dup_title (record);
  item->record = TAMBOUR_RECORD_GET_CLASS (record)->kind;
  item->id = g_strdup (record->id);
  g_ptr_array_add (agenda->items, item);

  return item;
}

/* The end of a local day of the customer's: until then something due that day is in time. */
static TambourInstant
end_of_day (Agenda        *agenda,
            TambourRecord *record,
            TambourDate    date)
{
  Customer *customer = find_customer (agenda, record);
  const char *name = customer && customer->account->report_tz ? customer->account->report_tz : "UTC";
  g_autoptr(GTimeZone) zone = tambour_zone_lookup (name);

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  return tambour_zone_start_of_day (zone, (TambourDate) { date.julian + 1 });
}

static char *
dup_date_after (Agenda *agenda,
                int     days)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  TambourDate date = tambour_zone_date_of (utc, agenda->at);

  date.julian += days;

  return tambour_date_dup_text (date);
}

static GPtrArray *
list_where (Agenda      *agenda,
            GType        type,
            const char  *expression,
            GError     **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  if (!tambour_query_parse (query, expression, error))
    return NULL;

  return tambour_store_list (agenda->store, query, agenda->cancellable, error);
}

static GPtrArray *
list_events (Agenda       *agenda,
             TambourCase  *support_case,
             GError      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);

  if (!tambour_query_where (query, "case_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (support_case)), error) ||
      !tambour_query_order (query, "at", FALSE, error))
    return NULL;

  return tambour_store_list (agenda->store, query, agenda->cancellable, error);
}

/* The clocks of an open case that run, stand still, or were missed and have no answer yet. */
static gboolean
add_clocks_of (Agenda       *agenda,
               TambourCase  *support_case,
               GError      **error)
{
  Customer *customer = find_customer (agenda, TAMBOUR_RECORD (support_case));
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GPtrArray) clocks = NULL;

  if (customer == NULL || customer->plan == NULL)
    return TRUE;

  if (!(events = list_events (agenda, support_case, error)))
    return FALSE;

  /* A combination that the plan promises nothing for has no clock. */
  clocks = tambour_clock_replay_versions (agenda->plans, customer->plan, support_case, events, agenda->at, NULL);
  for (guint i = 0; clocks && i < clocks->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (clocks, i);
      TambourAgendaItem *item;

      if (clock->state == TAMBOUR_CLOCK_STATE_MET || clock->state == TAMBOUR_CLOCK_STATE_CANCELLED ||
          tambour_instant_is_stated (clock->stop))
        continue;

      item = add_item (agenda, TAMBOUR_AGENDA_CLOCK, TAMBOUR_RECORD (support_case), clock->due);
      if (item != NULL)
        item->text = g_strdup (clock->reason);
    }

  return TRUE;
}

static gboolean
add_clocks (Agenda  *agenda,
            GError **error)
{
  g_autoptr(GPtrArray) cases = list_where (agenda, TAMBOUR_TYPE_CASE,
                                           "closed_at = \"\" and resolved_at = \"\" and exclusion = no", error);

  if (cases == NULL)
    return FALSE;

  for (guint i = 0; i < cases->len; i++)
    if (!add_clocks_of (agenda, g_ptr_array_index (cases, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_acknowledged (Agenda       *agenda,
                 TambourCase  *support_case,
                 gboolean     *acknowledged,
                 GError      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACKNOWLEDGEMENT);
  gint64 count;

  if (!tambour_query_where (query, "case_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (support_case)), error) ||
      !tambour_query_where (query, "at", TAMBOUR_IS_NOT, NULL, error))
    return FALSE;

  count = tambour_store_count (agenda->store, query, error);
  *acknowledged = count > 0;

  return count >= 0;
}

/* RESPONSE-CLOCK.md rule 7: not covered by the TAM's own calendar. */
static gboolean
add_arrivals (Agenda  *agenda,
              GError **error)
{
  g_autofree char *since = tambour_instant_dup_text ((TambourInstant) { agenda->at.seconds - DAYS_ARRIVALS * TAMBOUR_DAY });
  g_autofree char *until = tambour_instant_dup_text (agenda->at);
  g_autofree char *expression = g_strdup_printf ("opened_at >= %s and opened_at <= %s and exclusion = no", since, until);
  g_autoptr(GPtrArray) cases = list_where (agenda, TAMBOUR_TYPE_CASE, expression, error);

  if (cases == NULL)
    return FALSE;

  for (guint i = 0; i < cases->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases, i);
      Customer *customer = find_customer (agenda, TAMBOUR_RECORD (support_case));
      gboolean acknowledged;

      if (customer == NULL || customer->tam == NULL ||
          tambour_calendar_is_covered (customer->tam, support_case->opened_at))
        continue;

      if (!is_acknowledged (agenda, support_case, &acknowledged, error))
        return FALSE;

      if (!acknowledged)
        add_item (agenda, TAMBOUR_AGENDA_AFTER_HOURS, TAMBOUR_RECORD (support_case), support_case->opened_at);
    }

  return TRUE;
}

static gboolean
add_calls (Agenda  *agenda,
           GError **error)
{
  g_autofree char *from = tambour_instant_dup_text ((TambourInstant) { agenda->at.seconds - TAMBOUR_DAY / 2 });
  g_autofree char *to = tambour_instant_dup_text ((TambourInstant) { agenda->at.seconds + TAMBOUR_DAY });
  g_autofree char *expression = g_strdup_printf ("status = planned and planned_start >= %s and planned_start < %s", from, to);
  g_autoptr(GPtrArray) calls = list_where (agenda, TAMBOUR_TYPE_ENGAGEMENT, expression, error);

  if (calls == NULL)
    return FALSE;

  for (guint i = 0; i < calls->len; i++)
    {
      TambourEngagement *call = g_ptr_array_index (calls, i);

      add_item (agenda, TAMBOUR_AGENDA_CALL, TAMBOUR_RECORD (call), call->planned_start);
    }

  return TRUE;
}

/* What falls due on a date: one table instead of five loops. */
static const struct
{
  TambourAgendaKind  kind;
  const char        *record;
  const char        *field;
  const char        *condition;
  int                days;
} dated[] = {
  { TAMBOUR_AGENDA_ACTION, "action_item", "due", "(status = open or status = blocked)", DAYS_PROMISES },
  { TAMBOUR_AGENDA_COMMITMENT, "commitment", "due", "status = open", DAYS_PROMISES },
  { TAMBOUR_AGENDA_AUDIT, "audit", "on", "status != final", DAYS_AUDITS },
  { TAMBOUR_AGENDA_REVIEW, "agreement", "review_on", NULL, DAYS_REVIEWS },
  { TAMBOUR_AGENDA_RENEWAL, "agreement", "end", NULL, DAYS_REVIEWS },
};

static gboolean
add_dated (Agenda  *agenda,
           guint    n,
           GError **error)
{
  TambourRecordClass *klass = tambour_kinds_find (dated[n].record);
  const TambourField *field = tambour_record_class_find_field (klass, dated[n].field);
  g_autofree char *until = dup_date_after (agenda, dated[n].days);
  g_autofree char *today = dup_date_after (agenda, -1);
  g_autofree char *expression = NULL;
  g_autoptr(GPtrArray) records = NULL;

  /* What nobody settled stays; a date that is only a date passes. */
  expression = dated[n].condition
                 ? g_strdup_printf ("%s and %s <= %s", dated[n].condition, field->name, until)
                 : g_strdup_printf ("%s >= %s and %s <= %s", field->name, today, field->name, until);

  if (!(records = list_where (agenda, G_TYPE_FROM_CLASS (klass), expression, error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      add_item (agenda, dated[n].kind, record,
                end_of_day (agenda, record, TAMBOUR_FIELD_AT (field, record, TambourDate)));
    }

  return TRUE;
}

/* Who of us looks after the account on the day; @person limits it to one. */
static gboolean
load_team (Agenda         *agenda,
           TambourPerson  *person,
           GError        **error)
{
  g_autofree char *today = dup_date_after (agenda, 0);
  g_autofree char *expression = g_strdup_printf ("(to = \"\" or to >= %s) and (from = \"\" or from <= %s)", today, today);
  g_autoptr(GPtrArray) roles = list_where (agenda, TAMBOUR_TYPE_TEAM_ROLE, expression, error);
  g_autoptr(GHashTable) mine = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);
  GHashTableIter iter;
  gpointer id;

  if (roles == NULL)
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (roles, i);
      Customer *customer = find_customer (agenda, TAMBOUR_RECORD (role));
      g_autoptr(TambourPerson) holder = NULL;

      if (customer == NULL)
        continue;

      if (person != NULL && g_str_equal (role->person_id.id, tambour_record_get_id (TAMBOUR_RECORD (person))))
        g_hash_table_add (mine, TAMBOUR_RECORD (role)->account_id.id);

      holder = (TambourPerson *) tambour_store_get (agenda->store, klass, role->person_id.id, NULL);
      if (holder && holder->calendar && role->role == TAMBOUR_PERSON_ROLE_TAM)
        customer->tam = tambour_catalogue_get_calendar (tambour_catalogue_set_find (agenda->plans, agenda->at), holder->calendar);
    }

  g_hash_table_iter_init (&iter, agenda->customers);
  while (person != NULL && g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (mine, id))
      g_hash_table_iter_remove (&iter);

  return TRUE;
}

static gboolean
load_customers (Agenda  *agenda,
                GError **error)
{
  g_autoptr(GPtrArray) accounts = list_where (agenda, TAMBOUR_TYPE_ACCOUNT, "status != closed", error);

  if (accounts == NULL)
    return FALSE;

  for (guint i = 0; i < accounts->len; i++)
    {
      Customer *customer = g_new0 (Customer, 1);

      customer->account = g_object_ref (g_ptr_array_index (accounts, i));
      customer->plan = tambour_plans_dup_code (agenda->store, customer->account, NULL);
      g_hash_table_insert (agenda->customers,
                           g_strdup (tambour_record_get_id (TAMBOUR_RECORD (customer->account))), customer);
    }

  return TRUE;
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
 * What needs attention: clocks that run, arrivals outside the TAM's hours that
 * nobody acknowledged, calls, actions, commitments, audits, reviews, renewals.
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
  g_autoptr(TambourRecord) who = NULL;
  g_auto(Agenda) agenda = {
    .store = store,
    .cancellable = cancellable,
    .at = at,
    .plans = tambour_plans_load (store, error),
    .customers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) customer_free),
    .items = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_agenda_item_free),
  };

  if (agenda.plans == NULL)
    return NULL;

  if (person != NULL && !(who = tambour_lookup_record (store, tambour_kinds_find ("person"), person, error)))
    return NULL;

  if (!load_customers (&agenda, error) ||
      !load_team (&agenda, (TambourPerson *) who, error) ||
      !add_clocks (&agenda, error) ||
      !add_arrivals (&agenda, error) ||
      !add_calls (&agenda, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    if (!add_dated (&agenda, i, error))
      return NULL;

  g_ptr_array_sort (agenda.items, compare_items);

  return g_steal_pointer (&agenda.items);
}
