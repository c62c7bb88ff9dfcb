/* tambour-pack-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pack-facts-private.h"

#include "tambour-wording.h"

/* So many calls tell how it is going. */
#define N_CALLS 5

static char *
write_last (const TambourPackReading *self,
            const TambourContactView *view)
{
  g_autofree char *day = NULL;

  if (!tambour_instant_is_stated (view->last_at))
    return g_strdup (_("not heard of late"));

  day = tambour_pack_dup_day (self, tambour_zone_date_of (self->zone, view->last_at));

  return tambour_wording_fill (_("heard {0}"), day, NULL);
}

static void
describe_contact (const TambourPackReading *self,
                  TambourPackRow           *row,
                  const TambourContactView *view)
{
  TambourContact *contact = view->contact;
  g_autoptr(GString) who = g_string_new (NULL);
  g_autoptr(GString) where = g_string_new (NULL);
  g_autofree char *influence = contact->influence == TAMBOUR_NO_COUNT ? NULL : tambour_wording_number (contact->influence);
  g_autofree char *weight = influence ? tambour_wording_fill (_("influence {0} of 5"), influence, NULL) : NULL;
  g_autofree char *above = view->reports_to ? tambour_wording_fill (_("reports to {0}"), view->reports_to, NULL) : NULL;
  g_autofree char *clock = tambour_pack_dup_clock (contact->tz && *contact->tz ? contact->tz : self->contacts->account->report_tz, self->reading.at);

  tambour_pack_join (who, contact->title);
  tambour_pack_join (who, tambour_pack_contact_role (contact->role));
  tambour_pack_join (who, tambour_pack_sentiment (contact->sentiment));
  tambour_pack_join (who, weight);
  tambour_pack_join (who, above);
  tambour_paper_row_line (row, who->str);

  tambour_pack_join (where, contact->email);
  tambour_pack_join (where, contact->phone);
  tambour_pack_join (where, clock);
  tambour_paper_row_line (row, where->str);
  tambour_paper_row_line (row, TAMBOUR_RECORD (contact)->note);
}

static const char *
word_group (const TambourContactView *view)
{
  switch (view->group)
    {
    case TAMBOUR_CONTACT_GROUP_DECIDE:
      return _("Decides");
    case TAMBOUR_CONTACT_GROUP_NAMED:
      return _("Named");
    case TAMBOUR_CONTACT_GROUP_OTHERS:
      return NULL;
    case TAMBOUR_CONTACT_GROUP_LEFT:
      return _("Left");
    }

  return NULL;
}

/**
 * tambour_pack_add_people:
 * @self: a reading
 *
 * Who is who at the customer, how they stand to us and how to reach them.
 */
void
tambour_pack_add_people (TambourPackReading *self)
{
  for (guint i = 0; i < self->contacts->people->len; i++)
    {
      const TambourContactView *view = g_ptr_array_index (self->contacts->people, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_PEOPLE, "contact", TAMBOUR_RECORD (view->contact)->id, view->contact->name);

      row->lead = g_strdup (word_group (view));
      if (view->group == TAMBOUR_CONTACT_GROUP_LEFT)
        {
          row->end = tambour_pack_dup_day (self, view->contact->left_on);
          tambour_paper_row_line (row, view->contact->title);
          continue;
        }

      describe_contact (self, row, view);
      row->end = write_last (self, view);
    }
}

static char *
write_time (const TambourPackReading *self,
            const TambourTeamView    *view)
{
  g_autofree char *from = tambour_pack_dup_day (self, view->role->from);
  g_autofree char *to = tambour_pack_dup_day (self, view->role->to);

  if (from && to)
    return tambour_wording_dates (view->role->from, view->role->to);
  if (to)
    return tambour_wording_fill (_("until {0}"), to, NULL);

  return from ? tambour_wording_fill (_("since {0}"), from, NULL) : NULL;
}

/**
 * tambour_pack_add_team:
 * @self: a reading
 *
 * Who of us looks after the account, and who will.
 */
void
tambour_pack_add_team (TambourPackReading *self)
{
  for (guint i = 0; i < self->contacts->team->len; i++)
    {
      const TambourTeamView *view = g_ptr_array_index (self->contacts->team, i);
      TambourPackRow *row;

      if (view->state == TAMBOUR_TEAM_PAST)
        continue;

      row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TEAM, "team_role", TAMBOUR_RECORD (view->role)->id, view->person ? view->person->name : NULL);
      row->lead = tambour_wording_capital (view->is_cover ? _("stands in") : tambour_pack_person_role (view->role->role));
      row->end = write_time (self, view);
      tambour_paper_row_line (row, view->person ? view->person->email : NULL);
      tambour_paper_row_line (row, TAMBOUR_RECORD (view->role)->note);
    }
}

static void
add_attendees (TambourPackReading *self,
               TambourPackRow     *row,
               GPtrArray          *attendances)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < attendances->len; i++)
    {
      TambourAttendance *attendance = g_ptr_array_index (attendances, i);
      const char *name = attendance->name;

      for (guint n = 0; attendance->contact_id.id && n < self->contacts->people->len; n++)
        {
          TambourContactView *view = g_ptr_array_index (self->contacts->people, n);

          if (strcmp (TAMBOUR_RECORD (view->contact)->id, attendance->contact_id.id) == 0)
            name = view->contact->name;
        }

      if (name && *name)
        g_string_append_printf (line, "%s%s", line->len ? ", " : "", name);
    }

  tambour_paper_row_line (row, line->str);
}

static gboolean
add_call (TambourPackReading  *self,
          TambourEngagement   *call,
          GError             **error)
{
  TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_CALLS, "engagement", TAMBOUR_RECORD (call)->id, call->title);
  TambourInstant at = tambour_instant_is_stated (call->actual_start) ? call->actual_start : call->planned_start;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) attendances = NULL;

  if (!tambour_query_where (query, "engagement_id", TAMBOUR_IS, TAMBOUR_RECORD (call)->id, error) ||
      !(attendances = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  row->lead = tambour_pack_dup_day (self, tambour_zone_date_of (self->zone, at));
  row->end = tambour_wording_capital (tambour_pack_meeting (call->kind));
  tambour_paper_row_line (row, call->summary && *call->summary ? call->summary : call->body);
  add_attendees (self, row, attendances);

  return TRUE;
}

/**
 * tambour_pack_add_calls:
 * @self: a reading
 * @error: return location
 *
 * The last five that were held, the newest first.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_calls (TambourPackReading  *self,
                        GError             **error)
{
  g_autoptr(GPtrArray) calls = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ENGAGEMENT, "planned_start <= {now} and status = held",
                                                             "planned_start", TRUE, N_CALLS, error);

  for (guint i = 0; calls && i < calls->len; i++)
    if (!add_call (self, g_ptr_array_index (calls, i), error))
      return FALSE;

  return calls != NULL;
}
