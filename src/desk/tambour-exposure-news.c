/* tambour-exposure-news.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-exposure-news.h"

#include "tambour-account-reading.h"
#include "tambour-known-issues.h"
#include "tambour-scope.h"

/* For so long is something new, in days. */
#define RECENT "7"

/* So many accounts are read one by one; of more, all are. */
#define FEW_ACCOUNTS 100

/**
 * tambour_matches_free:
 * @self: (transfer full): matches
 */
void
tambour_matches_free (TambourMatches *self)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_over (const TambourExposureHit *hit)
{
  return hit->state == TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const TambourExposureHit *first = *(const TambourExposureHit * const *) a;
  const TambourExposureHit *second = *(const TambourExposureHit * const *) b;
  int order;

  if (is_over (first) != is_over (second))
    return is_over (first) ? 1 : -1;
  if (first->issue->severity != second->issue->severity)
    return first->issue->severity > second->issue->severity ? -1 : 1;

  order = g_strcmp0 (first->issue->title, second->issue->title);

  return order ? order : g_strcmp0 (TAMBOUR_RECORD (first->component)->id, TAMBOUR_RECORD (second->component)->id);
}

static gboolean
name_accounts (TambourStore    *store,
               TambourMatches  *self,
               GCancellable    *cancellable,
               GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, { 0 } };

  for (guint i = 0; i < self->hits->len; i++)
    {
      const TambourExposureHit *hit = g_ptr_array_index (self->hits, i);
      const char *id = TAMBOUR_RECORD (hit->component)->account_id.id;
      g_autoptr(TambourAccount) account = NULL;

      if (id == NULL || g_hash_table_contains (self->accounts, id))
        continue;
      if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_ACCOUNT, id, &account, error))
        return FALSE;

      g_hash_table_insert (self->accounts, g_strdup (id), g_strdup (account ? account->name : NULL));
    }

  return TRUE;
}

/**
 * tambour_matches_load:
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Matches all components with all known issues, and changes nothing. Blocks: run it
 * on a thread.
 *
 * Returns: (transfer full) (nullable): what is not recorded so
 */
TambourMatches *
tambour_matches_load (TambourStore  *store,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(TambourMatches) self = g_new0 (TambourMatches, 1);

  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!(self->hits = tambour_exposures_find (store, NULL, cancellable, error)) || !name_accounts (store, self, cancellable, error))
    return NULL;

  g_ptr_array_sort (self->hits, compare_hits);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const TambourExposureHit *hit = g_ptr_array_index (self->hits, i);

      self->n_new += hit->exposure == NULL;
      self->n_over += is_over (hit);
    }

  return g_steal_pointer (&self);
}

/**
 * tambour_matches_record:
 * @store: a store
 * @on: the day that it is
 * @change: where the exposures go
 * @error: return location
 *
 * Matches anew, and records all that is found. Blocks.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_matches_record (TambourStore   *store,
                        TambourDate     on,
                        TambourChange  *change,
                        GError        **error)
{
  g_autoptr(GPtrArray) hits = tambour_exposures_find (store, NULL, NULL, error);

  if (hits == NULL)
    return FALSE;

  tambour_exposures_record (hits, on, change);

  return TRUE;
}

/* --- news ------------------------------------------------------------------ */

/**
 * tambour_exposure_news_free:
 * @self: (transfer full): news
 */
void
tambour_exposure_news_free (TambourExposureNews *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->issue_id, g_free);
  g_clear_pointer (&self->issue, g_free);
  g_free (self);
}

/* News while they are gathered. */
typedef struct
{
  TambourScope *scope;
  GPtrArray    *news;
  GHashTable   *by_account;
  GHashTable   *seen;        /* account and issue: one that two components have is one */
} Gathering;

static TambourExposureNews *
find_news (Gathering     *self,
           TambourRecord *of)
{
  TambourScopeAccount *account = tambour_scope_find (self->scope, of);
  TambourExposureNews *news = account ? g_hash_table_lookup (self->by_account, of->account_id.id) : NULL;

  if (account == NULL || news != NULL)
    return news;

  news = g_new0 (TambourExposureNews, 1);
  news->account_id = g_strdup (of->account_id.id);
  news->account = g_strdup (account->account->name);
  news->is_recorded = TRUE;
  g_ptr_array_add (self->news, news);
  g_hash_table_insert (self->by_account, news->account_id, news);

  return news;
}

static void
add_issue (Gathering         *self,
           TambourRecord     *of,
           TambourKnownIssue *issue,
           gboolean           is_recorded)
{
  const char *issue_id = TAMBOUR_RECORD (issue)->id;
  g_autofree char *key = g_strdup_printf ("%s %s", of->account_id.id ? of->account_id.id : "", issue_id);
  TambourExposureNews *news = find_news (self, of);

  if (news == NULL)
    return;

  news->is_recorded = news->is_recorded && is_recorded;
  if (!g_hash_table_add (self->seen, g_steal_pointer (&key)))
    return;

  news->n++;
  if (news->issue_id != NULL && issue->severity <= news->severity)
    return;

  news->severity = issue->severity;
  g_set_str (&news->issue_id, issue_id);
  g_set_str (&news->issue, issue->title);
}

static gboolean
add_recent (Gathering                    *self,
            const TambourAccountReading  *reading,
            GError                      **error)
{
  g_autoptr(GPtrArray) exposures = tambour_account_reading_list (reading, TAMBOUR_TYPE_EXPOSURE,
                                                                 "since >= {today-" RECENT "} and (state = suspected or state = exposed)", error);

  for (guint i = 0; exposures != NULL && i < exposures->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (exposures, i);
      g_autoptr(TambourKnownIssue) issue = NULL;

      if (tambour_scope_find (self->scope, TAMBOUR_RECORD (exposure)) == NULL)
        continue;
      if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_KNOWN_ISSUE, exposure->known_issue_id.id, &issue, error))
        return FALSE;
      if (issue != NULL)
        add_issue (self, TAMBOUR_RECORD (exposure), issue, TRUE);
    }

  return exposures != NULL;
}

static gboolean
add_unrecorded (Gathering     *self,
                TambourStore  *store,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree const char **ids = (const char **) (gpointer) g_hash_table_get_keys_as_array (self->scope->accounts, NULL);
  gboolean is_few = g_hash_table_size (self->scope->accounts) <= FEW_ACCOUNTS;
  g_autoptr(GPtrArray) hits = tambour_exposures_find_among (store, is_few ? ids : NULL, cancellable, error);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const TambourExposureHit *hit = g_ptr_array_index (hits, i);

      if (hit->exposure == NULL)
        add_issue (self, TAMBOUR_RECORD (hit->component), hit->issue, FALSE);
    }

  return hits != NULL;
}

static int
compare_news (gconstpointer a,
              gconstpointer b)
{
  const TambourExposureNews *first = *(const TambourExposureNews * const *) a;
  const TambourExposureNews *second = *(const TambourExposureNews * const *) b;

  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;

  return g_strcmp0 (first->account, second->account);
}

/**
 * tambour_exposure_news_load:
 * @store: a store
 * @me: (nullable): the id of the person who looks, or %NULL for all accounts
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Finds the known issues that came up for accounts in the last week, and those that
 * their versions say and nobody has recorded. Takes longer than a page may wait:
 * what is urgent is shown before. Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourExposureNews): one for
 *   each account that has any, the worst first
 */
GPtrArray *
tambour_exposure_news_load (TambourStore    *store,
                            const char      *me,
                            TambourInstant   at,
                            GCancellable    *cancellable,
                            GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, at };
  g_autoptr(TambourPerson) person = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(TambourScope) scope = NULL;
  g_autoptr(GPtrArray) news = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_exposure_news_free);
  g_autoptr(GHashTable) by_account = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering gathering = { NULL, news, by_account, seen };

  if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_PERSON, me, &person, error) ||
      !(scope = tambour_scope_new (store, person, person ? TAMBOUR_SCOPE_MINE : TAMBOUR_SCOPE_ALL, zone, at, cancellable, error)))
    return NULL;

  gathering.scope = scope;
  if (!add_recent (&gathering, &reading, error) || !add_unrecorded (&gathering, store, cancellable, error))
    return NULL;

  g_ptr_array_sort (news, compare_news);

  return g_steal_pointer (&news);
}
