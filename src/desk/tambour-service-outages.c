/* tambour-service-outages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-service-sheet-private.h"

#include "tambour-spans.h"

#define YEAR_DAYS 365

/* An outage that began so long before the year may reach into it. */
#define REACH "{now-455}"

static TambourInstant
first_stated (TambourInstant a,
              TambourInstant b)
{
  return tambour_instant_is_stated (a) ? a : b;
}

static void
add_outage (TambourServiceOutages *outages,
            TambourSpan            year,
            GArray                *spans,
            TambourInstant         start,
            TambourInstant         end)
{
  gboolean is_on = !tambour_instant_is_stated (end) || end.seconds > year.to;
  TambourSpan span = { start.seconds, is_on ? year.to : end.seconds };

  if (!tambour_span_clip (&span, year.from, year.to))
    return;

  g_array_append_val (spans, span);
  outages->n++;
  outages->is_on |= is_on;
}

/* A P1 begins and ends as its incident says, if it has one (METRICS.md M13). */
static void
add_case (TambourServiceOutages *outages,
          TambourSpan            year,
          GArray                *spans,
          TambourCase           *record,
          TambourIncident       *incident)
{
  TambourInstant start = incident ? first_stated (incident->impact_start, record->opened_at) : record->opened_at;
  TambourInstant restored = incident ? first_stated (incident->restored_at, record->restored_at) : record->restored_at;

  add_outage (outages, year, spans, start, first_stated (restored, first_stated (record->resolved_at, record->closed_at)));
}

static GHashTable *
list_incidents (const TambourAccountReading  *reading,
                GError                      **error)
{
  g_autoptr(GPtrArray) incidents = tambour_account_reading_list (reading, TAMBOUR_TYPE_INCIDENT, "impact_start >= " REACH " and impact_start <= {now}", error);
  GHashTable *by_id;

  if (incidents == NULL)
    return NULL;

  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < incidents->len; i++)
    {
      TambourRecord *incident = g_ptr_array_index (incidents, i);

      g_hash_table_insert (by_id, incident->id, g_object_ref (incident));
    }

  return by_id;
}

/* Every P1 case, and every incident that no P1 case tells of. */
static gboolean
list_outages (TambourServiceOutages        *outages,
              const TambourAccountReading  *reading,
              TambourSpan                   year,
              GArray                       *spans,
              GError                      **error)
{
  g_autoptr(GPtrArray) cases = tambour_account_reading_list (reading, TAMBOUR_TYPE_CASE,
                                                             "priority = P1 and exclusion = no and opened_at >= " REACH " and opened_at <= {now}", error);
  g_autoptr(GHashTable) incidents = cases ? list_incidents (reading, error) : NULL;
  GHashTableIter iter;
  gpointer incident;

  if (incidents == NULL)
    return FALSE;

  for (guint i = 0; i < cases->len; i++)
    {
      TambourCase *record = g_ptr_array_index (cases, i);
      TambourIncident *own = record->incident_id.id ? g_hash_table_lookup (incidents, record->incident_id.id) : NULL;

      add_case (outages, year, spans, record, own);
    }

  for (guint i = 0; i < cases->len; i++)
    if (((TambourCase *) g_ptr_array_index (cases, i))->incident_id.id != NULL)
      g_hash_table_remove (incidents, ((TambourCase *) g_ptr_array_index (cases, i))->incident_id.id);

  g_hash_table_iter_init (&iter, incidents);
  while (g_hash_table_iter_next (&iter, NULL, &incident))
    add_outage (outages, year, spans, ((TambourIncident *) incident)->impact_start, ((TambourIncident *) incident)->restored_at);

  return TRUE;
}

static gboolean
list_maintenance (const TambourAccountReading  *reading,
                  TambourSpan                   year,
                  GArray                       *spans,
                  GError                      **error)
{
  g_autoptr(GPtrArray) changes = tambour_account_reading_list (reading, TAMBOUR_TYPE_PLANNED_CHANGE,
                                                               "maintenance = true and window_start >= " REACH " and window_start <= {now}", error);

  for (guint i = 0; changes && i < changes->len; i++)
    {
      TambourPlannedChange *change = g_ptr_array_index (changes, i);
      TambourSpan span = { change->window_start.seconds, change->window_end.seconds };

      if (tambour_instant_is_stated (change->window_end) && tambour_span_clip (&span, year.from, year.to))
        g_array_append_val (spans, span);
    }

  return changes != NULL;
}

/**
 * tambour_service_sheet_add_outages:
 * @self: a sheet
 * @reading: of its account
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_service_sheet_add_outages (TambourServiceSheet          *self,
                                   const TambourAccountReading  *reading,
                                   GError                      **error)
{
  TambourSpan year = { reading->at.seconds - YEAR_DAYS * TAMBOUR_DAY, reading->at.seconds };
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TambourSpan));
  g_autoptr(GArray) maintenance = g_array_new (FALSE, FALSE, sizeof (TambourSpan));
  gint64 whole;

  if (!list_outages (&self->outages, reading, year, spans, error) || !list_maintenance (reading, year, maintenance, error))
    return FALSE;

  tambour_spans_unite (spans);
  tambour_spans_unite (maintenance);
  whole = year.to - year.from - tambour_spans_length (maintenance);
  self->outages.seconds = tambour_spans_length (spans) - tambour_spans_common_length (spans, maintenance);
  self->outages.availability = whole > 0 ? 1 - self->outages.seconds / (double) whole : NAN;

  return TRUE;
}
