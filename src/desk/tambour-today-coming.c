/* tambour-today-coming.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-audit.h"

/* How far ahead dates come up, in days. */
#define DAYS_AUDITS     30
#define DAYS_AGREEMENTS 60

/* A customer of an open case who has heard nothing for so long waits (METRICS.md M15). */
#define DAYS_SILENT    7
#define DAYS_SILENT_P1 1

/* How far ahead an update that was promised comes up. */
#define HOURS_UPDATE 24

/**
 * tambour_today_coming_free:
 * @self: (transfer full): something to come
 */
void
tambour_today_coming_free (TambourTodayComing *self)
{
  tambour_today_account_clear (&self->account);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

/**
 * tambour_today_add_coming:
 * @today: where to put it
 * @scope: the accounts
 * @kind: why it is there
 * @record: what it is about
 * @on: its day at the customer's
 *
 * Returns: (transfer none): the new entry, for the rest to be filled in
 */
TambourTodayComing *
tambour_today_add_coming (TambourToday           *today,
                          TambourScope           *scope,
                          TambourTodayComingKind  kind,
                          TambourRecord          *record,
                          TambourDate             on)
{
  TambourTodayComing *coming = g_new0 (TambourTodayComing, 1);

  tambour_today_name_account (scope, record, &coming->account);
  coming->kind = kind;
  coming->record = TAMBOUR_RECORD_GET_CLASS (record)->kind;
  coming->id = g_strdup (record->id);
  coming->title = tambour_record_dup_title (record);
  coming->on = on;
  coming->at = tambour_today_end_of_day (scope, record, on);
  coming->last.seconds = TAMBOUR_NEVER;
  g_ptr_array_add (today->coming, coming);

  return coming;
}

static gint64
count_checks (TambourScope *scope,
              GHashTable   *counts,
              const char   *template_id)
{
  g_autoptr(TambourQuery) query = NULL;
  gpointer known;
  gint64 n;

  if (g_hash_table_lookup_extended (counts, template_id, NULL, &known))
    return GPOINTER_TO_INT (known);

  query = tambour_query_new (TAMBOUR_TYPE_TEMPLATE_ITEM);
  if (!tambour_query_where (query, "template_id", TAMBOUR_IS, template_id, NULL))
    return 0;

  n = MAX (0, tambour_store_count (scope->store, query, NULL));
  g_hash_table_insert (counts, g_strdup (template_id), GINT_TO_POINTER ((int) n));

  return n;
}

static gboolean
add_audits (TambourScope  *scope,
            TambourToday  *today,
            GError       **error)
{
  g_autofree char *until = tambour_scope_dup_date (scope, DAYS_AUDITS);
  g_autofree char *expression = g_strdup_printf ("status != final and on <= %s", until);
  g_autoptr(GPtrArray) audits = tambour_scope_list (scope, TAMBOUR_TYPE_AUDIT, expression, error);
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (audits == NULL)
    return FALSE;

  for (guint i = 0; i < audits->len; i++)
    {
      TambourAudit *audit = g_ptr_array_index (audits, i);
      TambourTodayComing *coming;

      if (tambour_scope_find (scope, TAMBOUR_RECORD (audit)) == NULL)
        continue;

      coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_AUDIT, TAMBOUR_RECORD (audit), audit->on);
      if (audit->template_id.id != NULL)
        coming->checks = (guint) count_checks (scope, counts, audit->template_id.id);

      if (audit->status == TAMBOUR_AUDIT_STATUS_IN_REVIEW)
        coming->readiness = TAMBOUR_TODAY_READY_DRAFT;
      else
        coming->readiness = coming->checks > 0 ? TAMBOUR_TODAY_READY : TAMBOUR_TODAY_READY_NOTHING;
    }

  return TRUE;
}

/* Whether another agreement of the account takes over from @agreement. */
static gboolean
is_followed (GPtrArray        *agreements,
             TambourAgreement *agreement)
{
  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *other = g_ptr_array_index (agreements, i);

      if (other != agreement && other->end.julian > agreement->end.julian &&
          g_strcmp0 (TAMBOUR_RECORD (other)->account_id.id, TAMBOUR_RECORD (agreement)->account_id.id) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
comes_up (TambourDate date,
          TambourDate today)
{
  return tambour_date_is_stated (date) && date.julian + 1 >= today.julian && date.julian <= today.julian + DAYS_AGREEMENTS;
}

static void
add_renewal (TambourScope     *scope,
             TambourToday     *today,
             TambourAgreement *agreement,
             gboolean          is_agreed)
{
  TambourTodayComing *coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_RENEWAL, TAMBOUR_RECORD (agreement),
                                                         agreement->end);

  coming->readiness = is_agreed ? TAMBOUR_TODAY_READY : TAMBOUR_TODAY_READY_NOTHING;
  coming->renews = agreement->auto_renew;
}

static gboolean
add_agreements (TambourScope  *scope,
                TambourToday  *today,
                GError       **error)
{
  g_autofree char *yesterday = tambour_scope_dup_date (scope, -1);
  g_autofree char *expression = g_strdup_printf ("end >= %s", yesterday);
  g_autoptr(GPtrArray) agreements = tambour_scope_list (scope, TAMBOUR_TYPE_AGREEMENT, expression, error);

  if (agreements == NULL)
    return FALSE;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);

      if (tambour_scope_find (scope, TAMBOUR_RECORD (agreement)) == NULL)
        continue;

      if (comes_up (agreement->review_on, today->date))
        tambour_today_add_coming (today, scope, TAMBOUR_TODAY_REVIEW, TAMBOUR_RECORD (agreement), agreement->review_on);

      if (comes_up (agreement->end, today->date))
        add_renewal (scope, today, agreement, is_followed (agreements, agreement));
    }

  return TRUE;
}

/**
 * tambour_today_list_dated:
 * @scope: the accounts
 * @today: where to put them
 * @error: return location
 *
 * Finds audits, agreements that are to be reviewed or that end, and who is to be looked
 * after.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_dated (TambourScope  *scope,
                          TambourToday  *today,
                          GError       **error)
{
  return add_audits (scope, today, error) && add_agreements (scope, today, error) && tambour_today_list_follow_ups (scope, today, error);
}

/* An answer that nobody has given yet is the clock's matter. */
static gboolean
waits_for_clock (TambourToday *today,
                 TambourCase  *support_case)
{
  for (guint i = 0; i < today->clocks->len; i++)
    {
      const TambourClockFacts *facts = g_ptr_array_index (today->clocks, i);

      if (!tambour_instant_is_stated (facts->stop) && g_str_equal (facts->case_id, TAMBOUR_RECORD (support_case)->id))
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether the customer waits for a word from us */
static gboolean
add_silent (TambourScope   *scope,
            TambourToday   *today,
            TambourCase    *support_case,
            TambourInstant  last)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));
  int days = support_case->priority == TAMBOUR_PRIORITY_P1 ? DAYS_SILENT_P1 : DAYS_SILENT;
  TambourInstant limit = { last.seconds + days * TAMBOUR_DAY };
  TambourInstant promise = support_case->next_update_due;
  gboolean is_broken = tambour_instant_is_stated (promise) && promise.seconds < scope->at.seconds &&
                       promise.seconds > last.seconds;
  TambourTodayComing *coming;

  if (!is_broken && limit.seconds >= scope->at.seconds)
    return FALSE;

  if (is_broken && promise.seconds < limit.seconds)
    limit = promise;

  coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_SILENT, TAMBOUR_RECORD (support_case),
                                     tambour_zone_date_of (account->zone, limit));
  coming->at = limit;
  coming->last = last;
  coming->was_promised = is_broken;
  coming->number = g_strdup (support_case->number);

  return TRUE;
}

/* What was promised for the next hours counts down. */
static void
add_update (TambourScope *scope,
            TambourToday *today,
            TambourCase  *support_case)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));
  TambourInstant promise = support_case->next_update_due;
  TambourTodayComing *coming;

  if (!tambour_instant_is_stated (promise) || promise.seconds < scope->at.seconds ||
      promise.seconds >= scope->at.seconds + HOURS_UPDATE * TAMBOUR_HOUR)
    return;

  coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_UPDATE, TAMBOUR_RECORD (support_case),
                                     tambour_zone_date_of (account->zone, promise));
  coming->at = promise;
  coming->was_promised = TRUE;
  coming->number = g_strdup (support_case->number);
}

/**
 * tambour_today_list_silent:
 * @scope: the accounts
 * @cases: their cases
 * @today: where to put them; has its clocks already
 *
 * Finds the open cases whose customers wait for a word from us, as the review
 * counts them (METRICS.md M15), and those to whom one is promised soon.
 */
void
tambour_today_list_silent (TambourScope      *scope,
                           TambourTodayCases *cases,
                           TambourToday      *today)
{
  for (guint i = 0; i < cases->open->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases->open, i);

      if (!waits_for_clock (today, support_case) &&
          !add_silent (scope, today, support_case, tambour_today_last_update (cases, support_case, scope->at)))
        add_update (scope, today, support_case);
    }
}
