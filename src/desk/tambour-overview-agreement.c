/* tambour-overview-agreement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-kinds.h"

/* Days of a month, for a length that nobody reads closer. */
#define DAYS_MONTH 30.44

/**
 * tambour_overview_meter_free:
 * @self: a line
 */
void
tambour_overview_meter_free (TambourOverviewMeter *self)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self);
}

/* The one of today; else the next; else the last. */
static TambourAgreement *
choose_agreement (GPtrArray   *agreements,
                  TambourDate  today,
                  TambourTerm *term)
{
  TambourAgreement *current = NULL, *coming = NULL, *ended = NULL;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *candidate = g_ptr_array_index (agreements, i);

      if (candidate->end.julian < today.julian)
        ended = ended == NULL || candidate->end.julian > ended->end.julian ? candidate : ended;
      else if (candidate->start.julian > today.julian)
        coming = coming == NULL || candidate->start.julian < coming->start.julian ? candidate : coming;
      else
        current = current == NULL || candidate->end.julian > current->end.julian ? candidate : current;
    }

  *term = current ? TAMBOUR_TERM_CURRENT : coming ? TAMBOUR_TERM_COMING
                                         : ended  ? TAMBOUR_TERM_ENDED
                                                  : TAMBOUR_TERM_NONE;

  return current ? current : coming ? coming
                                    : ended;
}

static TambourAgreement *
find_renewal (GPtrArray        *agreements,
              TambourAgreement *agreement)
{
  TambourAgreement *found = NULL;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *candidate = g_ptr_array_index (agreements, i);

      if (candidate->start.julian > agreement->start.julian && candidate->end.julian > agreement->end.julian &&
          (found == NULL || candidate->start.julian < found->start.julian))
        found = candidate;
    }

  return found;
}

static int
count_days (const TambourOverviewAgreement *self,
            TambourDate                     today)
{
  switch (self->term)
    {
    case TAMBOUR_TERM_NONE:
      break;
    case TAMBOUR_TERM_COMING:
      return self->agreement->start.julian - today.julian;
    case TAMBOUR_TERM_CURRENT:
      return self->agreement->end.julian - today.julian + 1;
    case TAMBOUR_TERM_ENDED:
      return today.julian - self->agreement->end.julian;
    }

  return 0;
}

static void
describe_agreement (TambourOverviewReading *self,
                    GPtrArray              *agreements)
{
  TambourOverviewAgreement *shown = &self->overview->agreement;
  TambourDate today = self->overview->today;
  TambourAgreement *agreement = choose_agreement (agreements, today, &shown->term);
  TambourAgreement *renewal = agreement ? find_renewal (agreements, agreement) : NULL;
  int days;

  if (agreement == NULL)
    return;

  g_set_object (&shown->agreement, agreement);
  g_set_object (&shown->renewal, renewal);
  days = (int) agreement->end.julian - (int) agreement->start.julian + 1;
  shown->elapsed = days > 0 ? CLAMP (((double) today.julian - agreement->start.julian + 1) / days, 0, 1) : 1;
  shown->days_left = count_days (shown, today);
  if (renewal != NULL)
    shown->renewal_months = (renewal->end.julian - renewal->start.julian + 1) / DAYS_MONTH + .5;
  if (agreement->notice_days > 0)
    shown->notice_by.julian = agreement->end.julian - agreement->notice_days;
}

/* --- what was bought, used and is left ------------------------------------ */

static TambourOverviewMeter *
find_line (TambourOverview        *overview,
           TambourEntitlementKind  kind)
{
  TambourOverviewMeter *line;

  for (guint i = 0; i < overview->meter->len; i++)
    {
      line = g_ptr_array_index (overview->meter, i);
      if (line->kind == kind)
        return line;
    }

  line = g_new0 (TambourOverviewMeter, 1);
  line->kind = kind;
  line->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (overview->meter, line);

  return line;
}

static gboolean
add_uses (TambourOverviewReading  *self,
          TambourOverviewMeter    *line,
          TambourEntitlement      *entitlement,
          TambourAgreement        *agreement,
          GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENTITLEMENT_USE);
  g_autoptr(GPtrArray) uses = NULL;
  TambourDate today = self->overview->today;

  if (!tambour_query_where (query, "entitlement_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (entitlement)), error) ||
      !(uses = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      TambourEntitlementUse *use = g_ptr_array_index (uses, i);

      if (use->amount == TAMBOUR_NO_COUNT || use->on.julian > today.julian ||
          use->on.julian < agreement->start.julian || use->on.julian > agreement->end.julian)
        continue;

      line->used += use->amount;
      g_ptr_array_add (line->ids, g_strdup (tambour_record_get_id (TAMBOUR_RECORD (use))));
    }

  return TRUE;
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourOverviewMeter *first = *(const TambourOverviewMeter * const *) a;
  const TambourOverviewMeter *second = *(const TambourOverviewMeter * const *) b;

  return (int) first->kind - (int) second->kind;
}

/* Named contacts are not used up: those of today are counted instead. */
static gboolean
add_meter (TambourOverviewReading  *self,
           GError                 **error)
{
  TambourAgreement *agreement = self->overview->agreement.agreement;
  g_autoptr(GPtrArray) entitlements = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_ENTITLEMENT, NULL, error);

  for (guint i = 0; entitlements && agreement && i < entitlements->len; i++)
    {
      TambourEntitlement *entitlement = g_ptr_array_index (entitlements, i);
      TambourOverviewMeter *line;

      if (entitlement->granted <= 0 || entitlement->kind == TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT ||
          (entitlement->agreement_id.id != NULL &&
           g_strcmp0 (entitlement->agreement_id.id, tambour_record_get_id (TAMBOUR_RECORD (agreement))) != 0))
        continue;

      line = find_line (self->overview, entitlement->kind);
      line->granted += entitlement->granted;
      g_ptr_array_add (line->ids, g_strdup (tambour_record_get_id (TAMBOUR_RECORD (entitlement))));
      if (!add_uses (self, line, entitlement, agreement, error))
        return FALSE;
    }

  g_ptr_array_sort (self->overview->meter, compare_lines);

  return entitlements != NULL;
}

/* --- what was done in its time -------------------------------------------- */

static gboolean
count_held (TambourOverviewReading  *self,
            const char              *kinds,
            gint64                  *count,
            GError                 **error)
{
  TambourAgreement *agreement = self->overview->agreement.agreement;
  TambourInstant start = tambour_zone_start_of_day (self->overview->zone, agreement->start);
  TambourInstant end = tambour_zone_start_of_day (self->overview->zone, (TambourDate) { agreement->end.julian + 1 });
  g_autofree char *from = tambour_instant_dup_text (start);
  g_autofree char *to = tambour_instant_dup_text (end);
  g_autofree char *expression = g_strdup_printf ("planned_start >= %s and planned_start < %s and planned_start <= {now} "
                                                 "and status = held and (%s)",
                                                 from, to, kinds);

  *count = tambour_account_reading_count (&self->reading, TAMBOUR_TYPE_ENGAGEMENT, expression, error);

  return *count >= 0;
}

/**
 * tambour_overview_add_agreement:
 * @self: an overview that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_overview_add_agreement (TambourOverviewReading  *self,
                                GError                 **error)
{
  g_autoptr(GPtrArray) agreements = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_AGREEMENT, NULL, error);

  if (agreements == NULL)
    return FALSE;

  describe_agreement (self, agreements);
  if (self->overview->plan != NULL)
    self->overview->named_limit = self->overview->plan->named_contact_limit;
  if (self->overview->agreement.agreement == NULL)
    return TRUE;

  return add_meter (self, error) &&
         count_held (self, "kind = cadence_call or kind = ad_hoc_call or kind = exec_call", &self->overview->calls_held, error) &&
         count_held (self, "kind = roadmap_review or kind = ebr", &self->overview->reviews_held, error);
}
