/* tambour-today-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-after-hours.h"
#include "tambour-clock-rules.h"
#include "tambour-people.h"

/* How far back an arrival that nobody acknowledged is still news, in days. */
#define DAYS_ARRIVALS 14

/**
 * tambour_today_cases_free:
 * @self: (transfer full): cases
 */
void
tambour_today_cases_free (TambourTodayCases *self)
{
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_hash_table_unref);
  g_clear_pointer (&self->reporters, g_hash_table_unref);
  g_free (self);
}

/* Only what is looked at, and had come in by then. */
static GPtrArray *
list_cases (TambourScope  *scope,
            const char    *expression,
            GError       **error)
{
  g_autoptr(GPtrArray) found = tambour_scope_list (scope, TAMBOUR_TYPE_CASE, expression, error);
  GPtrArray *cases;

  if (found == NULL)
    return NULL;

  cases = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (found, i);

      if (tambour_scope_find (scope, TAMBOUR_RECORD (support_case)) != NULL &&
          support_case->opened_at.seconds <= scope->at.seconds)
        g_ptr_array_add (cases, g_object_ref (support_case));
    }

  return cases;
}

/**
 * tambour_today_list_open:
 * @scope: the accounts
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourCase): their cases
 *   that nobody has solved
 */
GPtrArray *
tambour_today_list_open (TambourScope  *scope,
                         GError       **error)
{
  return list_cases (scope, "closed_at = \"\" and resolved_at = \"\" and exclusion = no", error);
}

static GPtrArray *
list_recent (TambourScope  *scope,
             GError       **error)
{
  g_autofree char *since = tambour_instant_dup_text ((TambourInstant) { scope->at.seconds - DAYS_ARRIVALS * TAMBOUR_DAY });
  g_autofree char *until = tambour_instant_dup_text (scope->at);
  g_autofree char *expression = g_strdup_printf ("opened_at >= %s and opened_at <= %s and exclusion = no", since, until);

  return list_cases (scope, expression, error);
}

static gboolean
is_after_hours (TambourScope *scope,
                TambourCase  *support_case)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));

  return account->tam_hours != NULL && tambour_case_is_after_hours (support_case, account->tam_hours);
}

/* Whether the answer came later than the plan promises, as far as one can say
 * without the case's events: those are only read where it may have.
 */
static gboolean
may_be_late (TambourScope *scope,
             TambourCase  *support_case)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));
  TambourCatalogue *catalogue = tambour_catalogue_set_find (scope->plans, support_case->opened_at);
  const TambourTarget *target = NULL;
  TambourInstant start, due;

  if (!tambour_instant_is_stated (support_case->first_response_at))
    return FALSE;

  if (catalogue != NULL && account->plan != NULL && tambour_catalogue_has_plan (catalogue, account->plan))
    target = tambour_catalogue_find_target (catalogue, account->plan, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                            support_case->priority, support_case->channel, NULL);

  return target != NULL &&
         tambour_clock_due (target, support_case->opened_at, NULL, 0, &start, &due, NULL) &&
         support_case->first_response_at.seconds > due.seconds;
}

static void
add_id (GHashTable  *ids,
        TambourCase *support_case)
{
  g_hash_table_add (ids, TAMBOUR_RECORD (support_case)->id);
}

static gboolean
load_events (TambourTodayCases  *self,
             TambourScope       *scope,
             GError            **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) acknowledgements = NULL;
  GHashTableIter iter;
  gpointer id, group;

  for (guint i = 0; i < self->open->len; i++)
    add_id (ids, g_ptr_array_index (self->open, i));

  for (guint i = 0; i < self->recent->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (self->recent, i);

      if (is_after_hours (scope, support_case) || may_be_late (scope, support_case))
        add_id (ids, support_case);
    }

  if (!(self->events = tambour_scope_group (scope, TAMBOUR_TYPE_CASE_EVENT, "case_id", ids, "at", error)) ||
      !(acknowledgements = tambour_scope_group (scope, TAMBOUR_TYPE_ACKNOWLEDGEMENT, "case_id", ids, NULL, error)))
    return FALSE;

  g_hash_table_iter_init (&iter, acknowledgements);
  while (g_hash_table_iter_next (&iter, &id, &group))
    {
      GPtrArray *events = g_hash_table_lookup (self->events, id);

      if (events == NULL)
        g_hash_table_insert (self->events, g_strdup (id), g_ptr_array_ref (group));
      else
        g_ptr_array_extend (events, group, (GCopyFunc) g_object_ref, NULL);
    }

  return TRUE;
}

/* Whom to call back: only a P1 is that urgent. */
static gboolean
load_reporters (TambourTodayCases  *self,
                TambourScope       *scope,
                GError            **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->open->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (self->open, i);

      if (support_case->priority == TAMBOUR_PRIORITY_P1 && support_case->reporter_id.id != NULL)
        g_hash_table_add (ids, support_case->reporter_id.id);
    }

  self->reporters = tambour_scope_group (scope, TAMBOUR_TYPE_CONTACT, "id", ids, NULL, error);

  return self->reporters != NULL;
}

/**
 * tambour_today_cases_load:
 * @scope: the accounts
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is open and what came in lately
 */
TambourTodayCases *
tambour_today_cases_load (TambourScope  *scope,
                          GError       **error)
{
  g_autoptr(TambourTodayCases) self = g_new0 (TambourTodayCases, 1);

  if (!(self->open = tambour_today_list_open (scope, error)) ||
      !(self->recent = list_recent (scope, error)) ||
      !load_events (self, scope, error) ||
      !load_reporters (self, scope, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
is_acknowledged (GPtrArray      *events,
                 TambourInstant  at)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourAcknowledgement *seen = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_ACKNOWLEDGEMENT (seen) && tambour_instant_is_stated (seen->at) && seen->at.seconds <= at.seconds)
        return TRUE;
    }

  return FALSE;
}

/**
 * tambour_today_is_unseen:
 * @scope: the accounts
 * @cases: their cases
 * @support_case: one that came in lately
 *
 * Returns: whether it came in while its TAM was not there, and nobody of us has
 *   acknowledged it
 */
gboolean
tambour_today_is_unseen (TambourScope      *scope,
                         TambourTodayCases *cases,
                         TambourCase       *support_case)
{
  return is_after_hours (scope, support_case) &&
         !is_acknowledged (g_hash_table_lookup (cases->events, TAMBOUR_RECORD (support_case)->id), scope->at);
}

/* What the customer hears from us, whoever wrote it down. */
static gboolean
is_update (TambourCaseEvent *event)
{
  return event->actor == TAMBOUR_ACTOR_US && event->public_update && !event->automatic;
}

/**
 * tambour_today_last_update:
 * @cases: cases
 * @support_case: one that is open
 * @at: an instant
 *
 * Returns: when the customer last heard from us before @at, or else when the
 *   case came in (METRICS.md M15)
 */
TambourInstant
tambour_today_last_update (TambourTodayCases *cases,
                           TambourCase       *support_case,
                           TambourInstant     at)
{
  GPtrArray *events = g_hash_table_lookup (cases->events, TAMBOUR_RECORD (support_case)->id);
  TambourInstant last = support_case->opened_at;

  if (tambour_instant_is_stated (support_case->first_response_at) && support_case->first_response_at.seconds <= at.seconds)
    last.seconds = MAX (last.seconds, support_case->first_response_at.seconds);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_CASE_EVENT (event) && is_update (event) && event->at.seconds <= at.seconds)
        last.seconds = MAX (last.seconds, event->at.seconds);
    }

  return last;
}
