/* tambour-exposures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-exposures.h"

#include <string.h>

#include "tambour-account-reading.h"
#include "tambour-version-range.h"

static void
hit_free (gpointer data)
{
  TambourExposureHit *hit = data;

  g_clear_object (&hit->issue);
  g_clear_object (&hit->component);
  g_clear_object (&hit->exposure);
  g_free (hit);
}

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text ? text : "", -1);

  return g_strdup (g_strstrip (folded));
}

static char *
dup_key (const TambourRef *issue,
         const TambourRef *component)
{
  return g_strdup_printf ("%s %s", issue->id ? issue->id : "", component->id ? component->id : "");
}

/* What is recorded, by issue and component. */
static GHashTable *
read_exposures (const TambourAccountReading  *reading,
                GError                      **error)
{
  g_autoptr(GPtrArray) all = tambour_account_reading_list (reading, TAMBOUR_TYPE_EXPOSURE, NULL, error);
  GHashTable *exposures;

  if (all == NULL)
    return NULL;

  exposures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (all, i);

      g_hash_table_replace (exposures, dup_key (&exposure->known_issue_id, &exposure->component_id), g_object_ref (exposure));
    }

  return exposures;
}

/* The issues of each product, by its name as people read it. */
static GHashTable *
read_issues (TambourStore  *store,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_KNOWN_ISSUE);
  g_autoptr(GPtrArray) all = tambour_store_list (store, query, cancellable, error);
  GHashTable *products;

  if (all == NULL)
    return NULL;

  products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TambourKnownIssue *issue = g_ptr_array_index (all, i);
      g_autofree char *product = fold (issue->product);
      GPtrArray *issues = g_hash_table_lookup (products, product);

      if (*product == '\0')
        continue;

      if (issues == NULL)
        {
          issues = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (products, g_steal_pointer (&product), issues);
        }
      g_ptr_array_add (issues, g_object_ref (issue));
    }

  return products;
}

/* A version alone proves nothing where the issue has a condition: somebody has to look. */
static TambourExposureState
find_state (TambourKnownIssue *issue,
            TambourComponent  *component)
{
  switch (tambour_version_range_match (issue->version_range, issue->fixed_in, component->version))
    {
    case TAMBOUR_VERSION_OUTSIDE:
      return TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;
    case TAMBOUR_VERSION_INSIDE:
      return issue->condition && *issue->condition ? TAMBOUR_EXPOSURE_STATE_SUSPECTED : TAMBOUR_EXPOSURE_STATE_EXPOSED;
    case TAMBOUR_VERSION_UNKNOWN:
      return TAMBOUR_EXPOSURE_STATE_SUSPECTED;
    }

  g_return_val_if_reached (TAMBOUR_EXPOSURE_STATE_SUSPECTED);
}

/* What a person has judged stands: a suspicion is confirmed or ends, and what is in
 * another version now is over.
 */
static gboolean
is_news (const TambourExposure *exposure,
         TambourExposureState   state)
{
  if (exposure == NULL)
    return state != TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;

  switch ((TambourExposureState) exposure->state)
    {
    case TAMBOUR_EXPOSURE_STATE_SUSPECTED:
      return state != TAMBOUR_EXPOSURE_STATE_SUSPECTED;
    case TAMBOUR_EXPOSURE_STATE_EXPOSED:
      return state == TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;
    case TAMBOUR_EXPOSURE_STATE_MITIGATED:
    case TAMBOUR_EXPOSURE_STATE_ACCEPTED:
    case TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static void
match (GPtrArray         *hits,
       TambourKnownIssue *issue,
       TambourComponent  *component,
       GHashTable        *exposures)
{
  TambourRef of_issue = { TAMBOUR_RECORD (issue)->id };
  TambourRef of_component = { TAMBOUR_RECORD (component)->id };
  g_autofree char *key = dup_key (&of_issue, &of_component);
  TambourExposure *exposure = g_hash_table_lookup (exposures, key);
  TambourExposureState state = find_state (issue, component);
  TambourExposureHit *hit;

  if (!is_news (exposure, state))
    return;

  hit = g_new0 (TambourExposureHit, 1);
  hit->issue = g_object_ref (issue);
  hit->component = g_object_ref (component);
  hit->exposure = exposure ? g_object_ref (exposure) : NULL;
  hit->state = state;
  g_ptr_array_add (hits, hit);
}

/* Of one account, or of all. */
static gboolean
find_in (const TambourAccountReading  *reading,
         GHashTable                   *products,
         GPtrArray                    *hits,
         GError                      **error)
{
  g_autoptr(GHashTable) exposures = read_exposures (reading, error);
  g_autoptr(GPtrArray) components = exposures ? tambour_account_reading_list (reading, TAMBOUR_TYPE_COMPONENT, NULL, error) : NULL;

  if (components == NULL)
    return FALSE;

  for (guint i = 0; i < components->len; i++)
    {
      TambourComponent *component = g_ptr_array_index (components, i);
      g_autofree char *product = fold (component->product);
      GPtrArray *issues = g_hash_table_lookup (products, product);

      for (guint k = 0; issues != NULL && k < issues->len; k++)
        match (hits, g_ptr_array_index (issues, k), component, exposures);
    }

  return TRUE;
}

/**
 * tambour_exposures_find:
 * @store: a store
 * @account_id: (nullable): whose components, or %NULL for all
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Matches the components with the known issues of their products, by version.
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourExposureHit): what is not
 *   recorded so yet
 */
GPtrArray *
tambour_exposures_find (TambourStore  *store,
                        const char    *account_id,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const char * const accounts[] = { account_id, NULL };

  return tambour_exposures_find_among (store, account_id ? accounts : NULL, cancellable, error);
}

/**
 * tambour_exposures_find_among:
 * @store: a store
 * @account_ids: (nullable) (array zero-terminated=1): whose components, or %NULL for all
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Does what tambour_exposures_find() does, for a few accounts.
 *
 * Returns: (transfer full) (nullable) (element-type TambourExposureHit): what is not
 *   recorded so yet
 */
GPtrArray *
tambour_exposures_find_among (TambourStore        *store,
                              const char * const  *account_ids,
                              GCancellable        *cancellable,
                              GError             **error)
{
  TambourAccountReading reading = { store, cancellable, NULL, { 0 } };
  g_autoptr(GHashTable) products = read_issues (store, cancellable, error);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);

  if (products == NULL || (account_ids == NULL && !find_in (&reading, products, hits, error)))
    return NULL;

  for (guint i = 0; account_ids != NULL && account_ids[i] != NULL; i++)
    {
      reading.account_id = account_ids[i];
      if (!find_in (&reading, products, hits, error))
        return NULL;
    }

  return g_steal_pointer (&hits);
}

static TambourRecord *
new_exposure (const TambourExposureHit *hit,
              TambourDate               on)
{
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_EXPOSURE, NULL);
  TambourExposure *exposure = TAMBOUR_EXPOSURE (record);

  g_set_str (&record->account_id.id, TAMBOUR_RECORD (hit->component)->account_id.id);
  g_set_str (&exposure->known_issue_id.id, TAMBOUR_RECORD (hit->issue)->id);
  g_set_str (&exposure->component_id.id, TAMBOUR_RECORD (hit->component)->id);
  record->origin = TAMBOUR_ORIGIN_DERIVED;
  exposure->since = on;

  return record;
}

/**
 * tambour_exposures_record:
 * @hits: (element-type TambourExposureHit): see tambour_exposures_find()
 * @on: the day that it is
 * @change: where the exposures go
 *
 * Records what the versions say. What is over ends with that day.
 */
void
tambour_exposures_record (GPtrArray     *hits,
                          TambourDate    on,
                          TambourChange *change)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const TambourExposureHit *hit = g_ptr_array_index (hits, i);
      g_autoptr(TambourRecord) record = hit->exposure ? g_object_ref (TAMBOUR_RECORD (hit->exposure)) : new_exposure (hit, on);
      TambourExposure *exposure = TAMBOUR_EXPOSURE (record);

      exposure->state = hit->state;
      if (hit->state == TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED)
        exposure->until = exposure->since.julian > on.julian ? exposure->since : on;
      tambour_change_put (change, record);
    }
}
