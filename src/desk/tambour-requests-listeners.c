/* tambour-requests-listeners.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-requests-private.h"

/* Who wants to know what became of a request: everybody who asked, once. */

static TambourRequestListener *
find_listener (TambourRequestLine        *line,
               const TambourRequestAsker *asker,
               const char                *contact_id)
{
  TambourRequestListener *listener;

  for (guint i = 0; i < line->listeners->len; i++)
    {
      listener = g_ptr_array_index (line->listeners, i);
      if (listener->asker == asker && g_strcmp0 (listener->contact_id, contact_id) == 0)
        return listener;
    }

  listener = g_new0 (TambourRequestListener, 1);
  listener->asker = asker;
  listener->contact_id = g_strdup (contact_id);
  g_ptr_array_add (line->listeners, listener);

  return listener;
}

/* When there was something new for who said it: the request has come further, or has
 * become another one. Not stated if nobody knows when.
 */
static TambourDate
find_news (const TambourRequestLine     *line,
           const TambourRequestsReading *reading,
           TambourFrEvidence            *evidence)
{
  const char *asked_as = evidence->asked_as_id.id ? evidence->asked_as_id.id : evidence->request_id.id;
  TambourDate news = line->reached_on;
  guint merged_on = GPOINTER_TO_UINT (g_hash_table_lookup (reading->merged_on, asked_as));

  if (!g_str_equal (asked_as, TAMBOUR_RECORD (line->request)->id))
    news.julian = MAX (news.julian, merged_on);

  return news;
}

/* A step is dated where one person is, its telling where another is: a day more or less
 * is the same day.
 */
static gboolean
is_told (const TambourRequestListener *listener,
         TambourRequestStatus          status,
         TambourDate                   news)
{
  return tambour_date_is_stated (listener->told_on) && listener->told_status == status && listener->told_on.julian + 1 >= news.julian;
}

static gboolean
must_be_told (const TambourRequestListener *listener,
              TambourRequestStatus          status,
              TambourDate                   news,
              TambourDate                   today)
{
  if (status == TAMBOUR_REQUEST_STATUS_CAPTURED || status == TAMBOUR_REQUEST_STATUS_DUPLICATE || is_told (listener, status, news))
    return FALSE;
  if (!tambour_date_is_stated (news))
    return TRUE;

  /* Who asks later knows where it stands. */
  return listener->asked_on.julian <= news.julian && news.julian + TAMBOUR_REQUEST_TELL_DAYS >= today.julian;
}

/* The newest comes first. */
static void
take_evidence (TambourRequestListener *listener,
               TambourFrEvidence      *evidence)
{
  if (listener->quote == NULL)
    listener->quote = g_strdup (evidence->quote);
  if (evidence->on.julian > listener->asked_on.julian)
    listener->asked_on = evidence->on;
  if (!tambour_date_is_stated (evidence->told_on) || evidence->told_on.julian < listener->told_on.julian)
    return;

  listener->told_on = evidence->told_on;
  listener->told_status = evidence->told_status;
  g_set_str (&listener->told_by_id, evidence->told_by_id.id);
}

static void
add_of_asker (TambourRequestLine           *self,
              const TambourRequestAsker    *asker,
              const TambourRequestsReading *reading)
{
  for (guint i = 0; i < asker->evidence->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (asker->evidence, i);

      take_evidence (find_listener (self, asker, evidence->contact_id.id), evidence);
    }

  for (guint i = 0; i < asker->evidence->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (asker->evidence, i);
      TambourRequestListener *listener = find_listener (self, asker, evidence->contact_id.id);
      TambourDate news = find_news (self, reading, evidence);

      listener->must_be_told |= must_be_told (listener, self->request->status, news, reading->today);
    }
}

/**
 * tambour_request_line_add_listeners:
 * @self: a line with its accounts
 * @reading: what it was read from
 *
 * Finds who asked, and who of them must be told.
 */
void
tambour_request_line_add_listeners (TambourRequestLine     *self,
                                    TambourRequestsReading *reading)
{
  for (guint i = 0; i < self->askers->len; i++)
    add_of_asker (self, g_ptr_array_index (self->askers, i), reading);

  for (guint i = 0; i < self->listeners->len; i++)
    {
      const TambourRequestListener *listener = g_ptr_array_index (self->listeners, i);

      self->n_to_tell += listener->must_be_told && listener->asker->is_own ? 1 : 0;
    }
}
