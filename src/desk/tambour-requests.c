/* tambour-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-requests-private.h"

#include <string.h>

/* --- money ------------------------------------------------------------------ */

/**
 * tambour_request_money_add:
 * @sums: (element-type TambourMoney): one amount for each currency
 * @money: an amount, or none
 *
 * Money of two currencies is never added together.
 */
void
tambour_request_money_add (GArray       *sums,
                           TambourMoney  money)
{
  if (money.minor == TAMBOUR_NO_COUNT)
    return;

  for (guint i = 0; i < sums->len; i++)
    {
      TambourMoney *sum = &g_array_index (sums, TambourMoney, i);

      if (strcmp (sum->currency, money.currency) == 0)
        {
          sum->minor += money.minor;
          return;
        }
    }

  g_array_append_val (sums, money);
}

/* The largest number first: what there is most of, in whatever currency. */
static int
compare_money (gconstpointer a,
               gconstpointer b)
{
  const TambourMoney *first = a;
  const TambourMoney *second = b;

  if (first->minor != second->minor)
    return first->minor > second->minor ? -1 : 1;

  return strcmp (first->currency, second->currency);
}

/* --- lines ------------------------------------------------------------------ */

static void
asker_free (TambourRequestAsker *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_free (self);
}

static void
listener_free (TambourRequestListener *self)
{
  g_clear_pointer (&self->contact_id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->quote, g_free);
  g_clear_pointer (&self->told_by_id, g_free);
  g_clear_pointer (&self->told_by, g_free);
  g_free (self);
}

/**
 * tambour_request_line_free:
 * @self: (transfer full): a line
 */
void
tambour_request_line_free (TambourRequestLine *self)
{
  g_clear_object (&self->request);
  g_clear_pointer (&self->listeners, g_ptr_array_unref);
  g_clear_pointer (&self->askers, g_ptr_array_unref);
  g_clear_pointer (&self->at_stake, g_array_unref);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_free (self);
}

static TambourRequestGroup
group_of (TambourFeatureRequest *request)
{
  switch ((TambourRequestStatus) request->status)
    {
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
      return TAMBOUR_REQUEST_GROUP_OPEN;
    case TAMBOUR_REQUEST_STATUS_PLANNED:
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
      return TAMBOUR_REQUEST_GROUP_ANSWERED;
    case TAMBOUR_REQUEST_STATUS_SHIPPED:
    case TAMBOUR_REQUEST_STATUS_DECLINED:
    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      return TAMBOUR_REQUEST_GROUP_SETTLED;
    }

  g_return_val_if_reached (TAMBOUR_REQUEST_GROUP_OPEN);
}

static TambourRequestLine *
line_new (TambourFeatureRequest *request)
{
  TambourRequestLine *self = g_new0 (TambourRequestLine, 1);

  self->request = g_object_ref (request);
  self->group = group_of (request);
  self->n_steps = tambour_request_count_steps (request->status);
  self->askers = g_ptr_array_new_with_free_func ((GDestroyNotify) asker_free);
  self->listeners = g_ptr_array_new_with_free_func ((GDestroyNotify) listener_free);
  self->at_stake = g_array_new (FALSE, FALSE, sizeof (TambourMoney));

  return self;
}

/* Those of a customer who left are history: their accounts are not looked at. */
static TambourRequestAsker *
find_asker (TambourRequestLine     *self,
            TambourRequestsReading *reading,
            const char             *account_id)
{
  TambourScopeAccount *account = account_id ? g_hash_table_lookup (reading->scope->accounts, account_id) : NULL;
  const TambourMoney *fee;
  TambourRequestAsker *asker;

  for (guint i = 0; i < self->askers->len; i++)
    {
      asker = g_ptr_array_index (self->askers, i);
      if (g_strcmp0 (asker->account_id, account_id) == 0)
        return asker;
    }

  if (account == NULL)
    return NULL;

  asker = g_new0 (TambourRequestAsker, 1);
  asker->account_id = g_strdup (account_id);
  asker->name = g_strdup (account->account->name);
  asker->is_own = reading->scope->me == NULL || account->is_mine || !account->has_team;
  asker->weight = (TambourRequestWeight) { 1, 1 };
  asker->at_stake.minor = TAMBOUR_NO_COUNT;
  asker->fee.minor = TAMBOUR_NO_COUNT;
  if ((fee = g_hash_table_lookup (reading->fees, account_id)))
    asker->fee = *fee;
  asker->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->askers, asker);

  return asker;
}

static void
reach_back (TambourDate *date,
            TambourDate  other)
{
  if (tambour_date_is_stated (other) && (!tambour_date_is_stated (*date) || other.julian < date->julian))
    *date = other;
}

static void
take_evidence (TambourRequestLine     *self,
               TambourRequestsReading *reading,
               TambourFrEvidence      *evidence)
{
  TambourRequestAsker *asker = find_asker (self, reading, TAMBOUR_RECORD (evidence)->account_id.id);

  reach_back (&self->asked_on, evidence->on);
  if (asker == NULL)
    return;

  self->n_quotes++;
  g_ptr_array_add (asker->evidence, g_object_ref (evidence));
  reach_back (&asker->asked_on, evidence->on);
  if (evidence->value_at_stake.minor > asker->at_stake.minor)
    asker->at_stake = evidence->value_at_stake;
  asker->impact = MAX (asker->impact, evidence->impact);
  asker->weight.value = MAX (asker->weight.value, tambour_request_get_value (evidence->value_at_stake, asker->fee));
  asker->weight.need = MAX (asker->weight.need, tambour_request_get_need (evidence->impact));
}

static gboolean
is_decision (TambourRequestStatus status)
{
  return status == TAMBOUR_REQUEST_STATUS_PLANNED || status == TAMBOUR_REQUEST_STATUS_IN_WORK ||
         status == TAMBOUR_REQUEST_STATUS_SHIPPED || status == TAMBOUR_REQUEST_STATUS_DECLINED;
}

/* They come in their order. */
static void
take_event (TambourRequestLine *self,
            TambourFrEvent     *event)
{
  if (is_decision (event->status))
    reach_back (&self->answered_on, event->at);
  if (event->at.julian >= self->news_on.julian)
    self->news_on = event->at;
  if (event->status != self->request->status)
    return;

  self->reached_on = event->at;
  g_set_str (&self->reason, event->reason);
}

static int
compare_askers (gconstpointer a,
                gconstpointer b)
{
  const TambourRequestAsker *first = *(TambourRequestAsker * const *) a;
  const TambourRequestAsker *second = *(TambourRequestAsker * const *) b;
  int one = tambour_request_weigh (&first->weight);
  int other = tambour_request_weigh (&second->weight);

  if (one != other)
    return one > other ? -1 : 1;

  return g_utf8_collate (first->name ? first->name : "", second->name ? second->name : "");
}

/* What it may be looked for by. */
static void
fold (TambourRequestLine *self)
{
  TambourFeatureRequest *request = self->request;
  const char *texts[] = { request->title, TAMBOUR_RECORD (request)->external_id, request->product_area, request->product_owner, request->target_release };
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (all, "%s\n", texts[i] ? texts[i] : "");
  for (guint i = 0; request->also_called && request->also_called[i] != NULL; i++)
    g_string_append_printf (all, "%s\n", request->also_called[i]);
  for (guint i = 0; i < self->askers->len; i++)
    {
      const TambourRequestAsker *asker = g_ptr_array_index (self->askers, i);

      g_string_append_printf (all, "%s\n", asker->name ? asker->name : "");
      for (guint j = 0; j < asker->evidence->len; j++)
        {
          TambourFrEvidence *evidence = g_ptr_array_index (asker->evidence, j);

          g_string_append_printf (all, "%s\n", evidence->quote ? evidence->quote : "");
        }
    }

  self->folded = g_utf8_casefold (all->str, (gssize) all->len);
}

/* What all that was said comes to. */
static void
conclude (TambourRequestLine     *self,
          TambourRequestsReading *reading)
{
  TambourDate made = tambour_zone_date_of (reading->scope->zone, TAMBOUR_RECORD (self->request)->created_at);

  g_ptr_array_sort (self->askers, compare_askers);
  for (guint i = 0; i < self->askers->len; i++)
    {
      const TambourRequestAsker *asker = g_ptr_array_index (self->askers, i);

      self->n_own += asker->is_own ? 1 : 0;
      self->weight += tambour_request_weigh (&asker->weight);
      tambour_request_money_add (self->at_stake, asker->at_stake);
    }
  g_array_sort (self->at_stake, compare_money);

  if (!tambour_date_is_stated (self->news_on))
    self->news_on = tambour_instant_is_stated (TAMBOUR_RECORD (self->request)->created_at) ? made : self->asked_on;
  self->is_stale = self->group != TAMBOUR_REQUEST_GROUP_SETTLED && self->news_on.julian + TAMBOUR_REQUEST_STALE_DAYS < reading->today.julian;
  tambour_request_line_add_listeners (self, reading);
}

/* Of what was merged into another there is no line, unless that one is asked for. */
static void
add_lines (GHashTable             *lines,
           TambourRequestsReading *reading)
{
  GHashTableIter iter;
  gpointer id, request;

  g_hash_table_iter_init (&iter, reading->requests);
  while (g_hash_table_iter_next (&iter, &id, &request))
    if (tambour_requests_reading_follow (reading, id) == request && (reading->only == NULL || g_str_equal (id, reading->only)))
      g_hash_table_insert (lines, id, line_new (request));
}

static TambourRequestLine *
find_line (GHashTable             *lines,
           TambourRequestsReading *reading,
           const char             *request_id)
{
  TambourFeatureRequest *request = tambour_requests_reading_follow (reading, request_id);

  return request ? g_hash_table_lookup (lines, TAMBOUR_RECORD (request)->id) : NULL;
}

/* What an account has for itself alone is asked for by it, though nobody is quoted. Votes
 * were given to one or the other.
 */
static void
add_requests (GHashTable             *lines,
              TambourRequestsReading *reading)
{
  GHashTableIter iter;
  gpointer request;

  g_hash_table_iter_init (&iter, reading->requests);
  while (g_hash_table_iter_next (&iter, NULL, &request))
    {
      TambourRequestLine *line = find_line (lines, reading, TAMBOUR_RECORD (request)->id);

      if (line == NULL)
        continue;
      if (TAMBOUR_RECORD (request)->account_id.id != NULL)
        find_asker (line, reading, TAMBOUR_RECORD (request)->account_id.id);
      line->n_votes += MAX (TAMBOUR_FEATURE_REQUEST (request)->votes, 0);
    }
}

/**
 * tambour_request_lines_new:
 * @reading: a reading
 *
 * Returns: (transfer full): id of a request → #TambourRequestLine
 */
GHashTable *
tambour_request_lines_new (TambourRequestsReading *reading)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tambour_request_line_free);
  GHashTableIter iter;
  gpointer line;

  add_lines (lines, reading);
  for (guint i = 0; i < reading->evidence->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (reading->evidence, i);

      if ((line = find_line (lines, reading, evidence->request_id.id)))
        take_evidence (line, reading, evidence);
    }
  for (guint i = 0; i < reading->events->len; i++)
    {
      TambourFrEvent *event = g_ptr_array_index (reading->events, i);

      if (event->request_id.id != NULL && (line = g_hash_table_lookup (lines, event->request_id.id)))
        take_event (line, event);
    }
  add_requests (lines, reading);

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    conclude (line, reading);

  return lines;
}

/* --- the list --------------------------------------------------------------- */

/**
 * tambour_request_list_free:
 * @self: (transfer full): a list
 */
void
tambour_request_list_free (TambourRequestList *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->at_stake, g_array_unref);
  g_free (self);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourRequestLine *first = *(TambourRequestLine * const *) a;
  const TambourRequestLine *second = *(TambourRequestLine * const *) b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  if (first->n_votes != second->n_votes)
    return first->n_votes > second->n_votes ? -1 : 1;
  if (first->news_on.julian != second->news_on.julian)
    return first->news_on.julian > second->news_on.julian ? -1 : 1;

  return g_strcmp0 (TAMBOUR_RECORD (first->request)->id, TAMBOUR_RECORD (second->request)->id);
}

static void
take_lines (TambourRequestList *self,
            GHashTable         *lines)
{
  g_autoptr(GHashTable) accounts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TambourRequestLine *line = value;

      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (self->lines, line);
      fold (line);
      self->n_to_tell += line->n_to_tell > 0 ? 1 : 0;
      if (line->group == TAMBOUR_REQUEST_GROUP_SETTLED)
        continue;

      self->n_open++;
      for (guint i = 0; i < line->askers->len; i++)
        g_hash_table_add (accounts, ((TambourRequestAsker *) g_ptr_array_index (line->askers, i))->account_id);
      for (guint i = 0; i < line->at_stake->len; i++)
        tambour_request_money_add (self->at_stake, g_array_index (line->at_stake, TambourMoney, i));
    }

  self->n_accounts = g_hash_table_size (accounts);
  g_ptr_array_sort (self->lines, compare_lines);
  g_array_sort (self->at_stake, compare_money);
}

/**
 * tambour_request_list_load:
 * @store: a store
 * @me: (nullable): the id of the person who looks; without one, all accounts are theirs
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads what all accounts want of the product, in a few questions whatever their number.
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the requests
 */
TambourRequestList *
tambour_request_list_load (TambourStore    *store,
                           const char      *me,
                           TambourInstant   at,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(TambourRequestsReading) reading = tambour_requests_reading_new (store, NULL, me, at, cancellable, error);
  g_autoptr(TambourRequestList) self = g_new0 (TambourRequestList, 1);
  g_autoptr(GHashTable) lines = NULL;

  if (reading == NULL)
    return NULL;

  self->today = reading->today;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_request_line_free);
  self->at_stake = g_array_new (FALSE, FALSE, sizeof (TambourMoney));
  lines = tambour_request_lines_new (reading);
  take_lines (self, lines);

  return g_steal_pointer (&self);
}

/**
 * tambour_request_list_count:
 * @store: a store
 * @me: (nullable): the id of the person who looks
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @n_to_tell: (out): how many requests have somebody who must be told
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_request_list_count (TambourStore    *store,
                            const char      *me,
                            TambourInstant   at,
                            GCancellable    *cancellable,
                            guint           *n_to_tell,
                            GError         **error)
{
  g_autoptr(TambourRequestList) list = tambour_request_list_load (store, me, at, cancellable, error);

  *n_to_tell = list ? list->n_to_tell : 0;

  return list != NULL;
}

static gboolean
is_in_view (const TambourRequestLine *line,
            TambourRequestView        view)
{
  switch (view)
    {
    case TAMBOUR_REQUEST_VIEW_OPEN:
      return line->group == TAMBOUR_REQUEST_GROUP_OPEN;
    case TAMBOUR_REQUEST_VIEW_ANSWERED:
      return line->group == TAMBOUR_REQUEST_GROUP_ANSWERED;
    case TAMBOUR_REQUEST_VIEW_SETTLED:
      return line->group == TAMBOUR_REQUEST_GROUP_SETTLED;
    case TAMBOUR_REQUEST_VIEW_CHAMPION:
      return line->group != TAMBOUR_REQUEST_GROUP_SETTLED && line->n_own > 0;
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tambour_request_line_get_part:
 * @line: a line that a view shows
 * @view: that view
 *
 * Returns: 0 or 1: in which of its two parts the view shows it: shipped or declined;
 *   what has stood still, or moves
 */
guint
tambour_request_line_get_part (const TambourRequestLine *line,
                               TambourRequestView        view)
{
  switch (view)
    {
    case TAMBOUR_REQUEST_VIEW_OPEN:
    case TAMBOUR_REQUEST_VIEW_ANSWERED:
      return 0;
    case TAMBOUR_REQUEST_VIEW_SETTLED:
      return line->request->status == TAMBOUR_REQUEST_STATUS_SHIPPED ? 0 : 1;
    case TAMBOUR_REQUEST_VIEW_CHAMPION:
      return line->is_stale ? 0 : 1;
    }

  g_return_val_if_reached (0);
}

static gboolean
has_words (const TambourRequestLine *line,
           const char * const       *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (line->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * tambour_request_list_view:
 * @self: a list
 * @view: which of it
 * @words: (nullable): what they must have, each of them, folded
 *
 * Returns: (transfer full) (element-type TambourRequestLine): what the view shows, by its
 *   parts; the lines belong to the list
 */
GPtrArray *
tambour_request_list_view (TambourRequestList *self,
                           TambourRequestView  view,
                           const char * const *words)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint part = 0; part < 2; part++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        TambourRequestLine *line = g_ptr_array_index (self->lines, i);

        if (is_in_view (line, view) && tambour_request_line_get_part (line, view) == part && has_words (line, words))
          g_ptr_array_add (shown, line);
      }

  return shown;
}

/**
 * tambour_request_line_get_days:
 * @line: a line
 * @today: the day that is today
 *
 * Returns: how many days passed from when it was asked for until it was answered, or have
 *   passed until today (METRICS.md M51); -1 if nobody knows
 */
int
tambour_request_line_get_days (const TambourRequestLine *line,
                               TambourDate               today)
{
  TambourDate end = tambour_date_is_stated (line->answered_on) ? line->answered_on : today;

  if (!tambour_date_is_stated (line->asked_on) || end.julian < line->asked_on.julian)
    return -1;

  return (int) (end.julian - line->asked_on.julian);
}
