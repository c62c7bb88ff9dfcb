/* tambour-known-issues.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-known-issues.h"

#include "tambour-kinds.h"

/* As many accounts as one reads through; a list has the rest. */
#define MAX_LINES 200

static void
issue_line_free (gpointer data)
{
  TambourIssueLine *line = data;

  g_clear_object (&line->issue);
  g_free (line);
}

/**
 * tambour_issue_list_free:
 * @self: (transfer full): a list
 */
void
tambour_issue_list_free (TambourIssueList *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_exposure_get_rank:
 * @state: what an exposure is
 *
 * Returns: how bad that is: 0 is the worst
 */
guint
tambour_exposure_get_rank (TambourExposureState state)
{
  switch (state)
    {
    case TAMBOUR_EXPOSURE_STATE_EXPOSED:
      return 0;
    case TAMBOUR_EXPOSURE_STATE_SUSPECTED:
      return 1;
    case TAMBOUR_EXPOSURE_STATE_ACCEPTED:
      return 2;
    case TAMBOUR_EXPOSURE_STATE_MITIGATED:
      return 3;
    case TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED:
      return 4;
    }

  g_return_val_if_reached (4);
}

/**
 * tambour_exposure_is_open:
 * @state: what an exposure is
 *
 * Returns: whether somebody has to do something about it
 */
gboolean
tambour_exposure_is_open (TambourExposureState state)
{
  return state == TAMBOUR_EXPOSURE_STATE_EXPOSED || state == TAMBOUR_EXPOSURE_STATE_SUSPECTED;
}

/**
 * tambour_issue_line_is_open:
 * @self: a known issue
 *
 * Returns: whether an account is exposed to it, or may be
 */
gboolean
tambour_issue_line_is_open (const TambourIssueLine *self)
{
  return self->n_accounts[TAMBOUR_EXPOSURE_STATE_EXPOSED] + self->n_accounts[TAMBOUR_EXPOSURE_STATE_SUSPECTED] > 0;
}

/**
 * tambour_issue_line_is_settled:
 * @self: a known issue
 *
 * Returns: whether it concerned an account and is settled wherever it did
 */
gboolean
tambour_issue_line_is_settled (const TambourIssueLine *self)
{
  return !tambour_issue_line_is_open (self) &&
         self->n_accounts[TAMBOUR_EXPOSURE_STATE_MITIGATED] + self->n_accounts[TAMBOUR_EXPOSURE_STATE_ACCEPTED] > 0;
}

/* --- the list -------------------------------------------------------------- */

/* The worst state of each account, by issue and account; a value is a rank and one. */
static GHashTable *
find_worst (GPtrArray *tallies)
{
  GHashTable *worst = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      g_autofree char *key = g_strdup_printf ("%s %s", tally->values[0], tally->values[1]);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (worst, key));
      guint state;

      if (!tambour_choice_from_nick (TAMBOUR_TYPE_EXPOSURE_STATE, tally->values[2], &state))
        continue;

      if (before == 0 || tambour_exposure_get_rank (state) + 1 < before)
        g_hash_table_insert (worst, g_steal_pointer (&key), GUINT_TO_POINTER (tambour_exposure_get_rank (state) + 1));
    }

  return worst;
}

static TambourExposureState
state_of_rank (guint rank)
{
  for (guint state = 0; state < TAMBOUR_N_EXPOSURE_STATES; state++)
    if (tambour_exposure_get_rank (state) == rank)
      return state;

  g_return_val_if_reached (TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED);
}

static void
count_accounts (GHashTable *lines,
                GHashTable *worst)
{
  GHashTableIter iter;
  gpointer key, rank;

  g_hash_table_iter_init (&iter, worst);
  while (g_hash_table_iter_next (&iter, &key, &rank))
    {
      g_autofree char *id = g_strndup (key, strcspn (key, " "));
      TambourIssueLine *line = g_hash_table_lookup (lines, id);

      if (line != NULL)
        line->n_accounts[state_of_rank (GPOINTER_TO_UINT (rank) - 1)]++;
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourIssueLine *first = *(const TambourIssueLine * const *) a;
  const TambourIssueLine *second = *(const TambourIssueLine * const *) b;
  int open = (int) tambour_issue_line_is_open (second) - (int) tambour_issue_line_is_open (first);
  int severity = (int) second->issue->severity - (int) first->issue->severity;

  if (open != 0)
    return open;
  if (severity != 0 && tambour_issue_line_is_open (first))
    return severity;
  if (first->issue->published.julian != second->issue->published.julian)
    return first->issue->published.julian > second->issue->published.julian ? -1 : 1;

  return g_strcmp0 (first->issue->title, second->issue->title);
}

/**
 * tambour_issue_list_load:
 * @store: a store
 * @zone: where the person is who looks
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): all known issues
 */
TambourIssueList *
tambour_issue_list_load (TambourStore    *store,
                         GTimeZone       *zone,
                         TambourInstant   at,
                         GCancellable    *cancellable,
                         GError         **error)
{
  static const char * const fields[] = { "known_issue_id", "account_id", "state", NULL };
  g_autoptr(TambourQuery) all = tambour_query_new (TAMBOUR_TYPE_KNOWN_ISSUE);
  g_autoptr(TambourQuery) exposures = tambour_query_new (TAMBOUR_TYPE_EXPOSURE);
  g_autoptr(GPtrArray) issues = tambour_store_list (store, all, cancellable, error);
  g_autoptr(GPtrArray) tallies = issues ? tambour_store_tally (store, exposures, fields, cancellable, error) : NULL;
  g_autoptr(TambourIssueList) self = g_new0 (TambourIssueList, 1);
  g_autoptr(GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) worst = NULL;

  self->lines = g_ptr_array_new_with_free_func (issue_line_free);
  if (tallies == NULL)
    return NULL;

  for (guint i = 0; i < issues->len; i++)
    {
      TambourIssueLine *line = g_new0 (TambourIssueLine, 1);

      line->issue = g_object_ref (g_ptr_array_index (issues, i));
      g_ptr_array_add (self->lines, line);
      g_hash_table_insert (lines, TAMBOUR_RECORD (line->issue)->id, line);
    }

  worst = find_worst (tallies);
  count_accounts (lines, worst);
  g_ptr_array_sort (self->lines, compare_lines);
  self->today = tambour_zone_date_of (zone, at);

  return g_steal_pointer (&self);
}

/* --- exposures ------------------------------------------------------------- */

static void
exposure_line_free (gpointer data)
{
  TambourExposureLine *line = data;

  g_clear_object (&line->exposure);
  g_clear_object (&line->issue);
  g_clear_object (&line->component);
  g_clear_object (&line->account);
  g_clear_object (&line->action);
  g_free (line);
}

static gboolean
find_action (const TambourAccountReading  *reading,
             TambourExposureLine          *line,
             GError                      **error)
{
  g_autofree char *expression = g_strdup_printf ("exposure_id = %s and (status = open or status = blocked)", TAMBOUR_RECORD (line->exposure)->id);
  g_autoptr(GPtrArray) actions = tambour_account_reading_page (reading, TAMBOUR_TYPE_ACTION_ITEM, expression, "due", FALSE, 1, error);

  if (actions != NULL && actions->len > 0)
    line->action = g_object_ref (g_ptr_array_index (actions, 0));

  return actions != NULL;
}

static gboolean
add_line (const TambourAccountReading  *reading,
          GPtrArray                    *lines,
          TambourExposure              *exposure,
          GError                      **error)
{
  TambourExposureLine *line = g_new0 (TambourExposureLine, 1);
  g_autoptr(GTimeZone) zone = NULL;

  line->exposure = g_object_ref (exposure);
  g_ptr_array_add (lines, line);
  if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_KNOWN_ISSUE, exposure->known_issue_id.id, &line->issue, error) ||
      !tambour_account_reading_get (reading, TAMBOUR_TYPE_COMPONENT, exposure->component_id.id, &line->component, error) ||
      !tambour_account_reading_get (reading, TAMBOUR_TYPE_ACCOUNT, TAMBOUR_RECORD (exposure)->account_id.id, &line->account, error) ||
      !find_action (reading, line, error))
    return FALSE;

  zone = line->account ? tambour_account_dup_zone (line->account) : g_time_zone_new_utc ();
  line->today = tambour_zone_date_of (zone, reading->at);

  return TRUE;
}

static int
compare_exposures (gconstpointer a,
                   gconstpointer b)
{
  const TambourExposureLine *first = *(const TambourExposureLine * const *) a;
  const TambourExposureLine *second = *(const TambourExposureLine * const *) b;
  guint rank = tambour_exposure_get_rank (first->exposure->state);
  guint other = tambour_exposure_get_rank (second->exposure->state);
  guint severity = first->issue ? first->issue->severity : TAMBOUR_SEVERITY_LOW;
  guint other_severity = second->issue ? second->issue->severity : TAMBOUR_SEVERITY_LOW;

  if (rank != other)
    return rank < other ? -1 : 1;
  if (severity != other_severity)
    return severity > other_severity ? -1 : 1;
  if (first->exposure->since.julian != second->exposure->since.julian)
    return first->exposure->since.julian > second->exposure->since.julian ? -1 : 1;

  return g_strcmp0 (first->account ? first->account->name : NULL, second->account ? second->account->name : NULL);
}

/**
 * tambour_exposure_lines_load:
 * @reading: which account, or all of them
 * @issue_id: (nullable): the id of a known issue, or %NULL for all
 * @limit: how many at most
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourExposureLine): exposures,
 *   the worst first
 */
GPtrArray *
tambour_exposure_lines_load (const TambourAccountReading  *reading,
                             const char                   *issue_id,
                             guint                         limit,
                             GError                      **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (exposure_line_free);

  for (guint rank = 0; rank < TAMBOUR_N_EXPOSURE_STATES && lines->len < limit; rank++)
    {
      const char *state = tambour_choice_nick (TAMBOUR_TYPE_EXPOSURE_STATE, state_of_rank (rank));
      g_autofree char *expression = issue_id ? g_strdup_printf ("known_issue_id = %s and state = %s", issue_id, state)
                                             : g_strdup_printf ("state = %s", state);
      g_autoptr(GPtrArray) found = tambour_account_reading_page (reading, TAMBOUR_TYPE_EXPOSURE, expression, "since", TRUE,
                                                                 limit - lines->len, error);

      if (found == NULL)
        return NULL;

      for (guint i = 0; i < found->len; i++)
        if (!add_line (reading, lines, g_ptr_array_index (found, i), error))
          return NULL;
    }

  g_ptr_array_sort (lines, compare_exposures);

  return g_steal_pointer (&lines);
}

/**
 * tambour_issue_file_free:
 * @self: (transfer full): a file
 */
void
tambour_issue_file_free (TambourIssueFile *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_issue_file_load:
 * @store: a store
 * @id: the id of a known issue
 * @zone: where the person is who looks
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the known issue and whom it concerns
 */
TambourIssueFile *
tambour_issue_file_load (TambourStore    *store,
                         const char      *id,
                         GTimeZone       *zone,
                         TambourInstant   at,
                         GCancellable    *cancellable,
                         GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, at };
  g_autoptr(TambourIssueFile) self = g_new0 (TambourIssueFile, 1);
  g_autofree char *expression = g_strdup_printf ("known_issue_id = %s", id);
  gint64 n;

  self->today = tambour_zone_date_of (zone, at);
  if (!(self->record = TAMBOUR_KNOWN_ISSUE (tambour_store_get (store, tambour_kinds_find ("known_issue"), id, error))) ||
      !(self->lines = tambour_exposure_lines_load (&reading, id, MAX_LINES, error)) ||
      (n = tambour_account_reading_count (&reading, TAMBOUR_TYPE_EXPOSURE, expression, error)) < 0)
    return NULL;

  self->n_lines = (guint) n;

  return g_steal_pointer (&self);
}
