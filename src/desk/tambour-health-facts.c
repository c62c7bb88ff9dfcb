/* tambour-health-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-health-facts.h"

#include "tambour-health-facts-private.h"
#include "tambour-kinds.h"

/* The records that go into the facts as they are, one query each for however
 * many accounts.
 */
static const struct
{
  GType     (*get_type) (void);
  const char *expression;
  gsize       array;
} lists[] = {
  { tambour_case_get_type, "opened_at > {now-30} and opened_at <= {now} and exclusion = no",
    G_STRUCT_OFFSET (TambourHealthFacts, recent_cases) },
  { tambour_case_get_type, "closed_at = \"\" and resolved_at = \"\" and opened_at <= {now} and exclusion = no",
    G_STRUCT_OFFSET (TambourHealthFacts, open_cases) },
  { tambour_contact_get_type, "role = exec_sponsor and left_on = \"\"",
    G_STRUCT_OFFSET (TambourHealthFacts, sponsors) },
  { tambour_commitment_get_type, "side = us and due >= {today-90} and due <= {today}",
    G_STRUCT_OFFSET (TambourHealthFacts, commitments) },
  { tambour_action_item_get_type, "status = open or status = blocked",
    G_STRUCT_OFFSET (TambourHealthFacts, actions) },
  { tambour_cadence_get_type, NULL,
    G_STRUCT_OFFSET (TambourHealthFacts, cadences) },
  { tambour_finding_get_type, "status = open or status = planned",
    G_STRUCT_OFFSET (TambourHealthFacts, findings) },
  { tambour_health_component_get_type, NULL,
    G_STRUCT_OFFSET (TambourHealthFacts, stored) },
};

/* The main usage metrics, the best first. */
static const char * const metrics[] = { TAMBOUR_METRIC_REQUESTS, TAMBOUR_METRIC_USERS_PROTECTED };

/**
 * tambour_health_reading_of:
 * @self: a reading
 * @record: a record
 *
 * Returns: (transfer none) (nullable): the facts of its account, if it is read
 */
TambourHealthFacts *
tambour_health_reading_of (TambourHealthReading *self,
                           gpointer              record)
{
  const char *id = TAMBOUR_RECORD (record)->account_id.id;

  return id ? g_hash_table_lookup (self->facts, id) : NULL;
}

static gboolean
add_lists (TambourHealthReading  *self,
           GError               **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(GPtrArray) records = tambour_account_reading_list (&self->reading, lists[i].get_type (),
                                                                   lists[i].expression, error);

      if (records == NULL)
        return FALSE;

      for (guint j = 0; j < records->len; j++)
        {
          TambourHealthFacts *facts = tambour_health_reading_of (self, g_ptr_array_index (records, j));

          if (facts != NULL)
            g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, facts, lists[i].array), g_object_ref (g_ptr_array_index (records, j)));
        }
    }

  return TRUE;
}

static gboolean
is_valid (TambourHealthReading *self,
          TambourAgreement     *agreement)
{
  g_autoptr(GTimeZone) zone = tambour_account_dup_zone (g_hash_table_lookup (self->accounts, TAMBOUR_RECORD (agreement)->account_id.id));
  TambourDate today = tambour_zone_date_of (zone, self->reading.at);

  return agreement->start.julian <= today.julian && today.julian <= agreement->end.julian;
}

/* Since the first agreement; before there is one, since the account was made. */
static gboolean
add_beginnings (TambourHealthReading  *self,
                GError               **error)
{
  g_autoptr(GPtrArray) agreements = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_AGREEMENT, NULL, error);
  GHashTableIter iter;
  gpointer id, account;

  if (agreements == NULL)
    return FALSE;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);
      TambourHealthFacts *facts = tambour_health_reading_of (self, agreement);

      if (facts == NULL)
        continue;
      if (!tambour_date_is_stated (facts->since) || agreement->start.julian < facts->since.julian)
        facts->since = agreement->start;
      if (is_valid (self, agreement) && agreement->start.julian > facts->year_start.julian)
        facts->year_start = agreement->start;
    }

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, &id, &account))
    {
      TambourHealthFacts *facts = g_hash_table_lookup (self->facts, id);
      g_autoptr(GTimeZone) zone = tambour_account_dup_zone (account);

      if (!tambour_date_is_stated (facts->since) && tambour_instant_is_stated (TAMBOUR_RECORD (account)->created_at))
        facts->since = tambour_zone_date_of (zone, TAMBOUR_RECORD (account)->created_at);
    }

  return TRUE;
}

/* Whether an account has any record of a kind, whatever became of it. */
static gboolean
add_whether (TambourHealthReading  *self,
             GType                  type,
             const char            *expression,
             gsize                  flag,
             GError               **error)
{
  const char * const fields[] = { "account_id", NULL };
  g_autoptr(TambourQuery) query = tambour_account_reading_query (&self->reading, type, expression, error);
  g_autoptr(GPtrArray) tallies = query ? tambour_store_tally (self->reading.store, query, fields, self->reading.cancellable, error) : NULL;

  for (guint i = 0; tallies && i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      TambourHealthFacts *facts = g_hash_table_lookup (self->facts, tally->values[0]);

      if (facts != NULL)
        G_STRUCT_MEMBER (gboolean, facts, flag) = TRUE;
    }

  return tallies != NULL;
}

static void
take_sample (TambourHealthReading *self,
             TambourUsageSample   *sample,
             const char           *metric)
{
  TambourHealthFacts *facts = tambour_health_reading_of (self, sample);
  TambourHealthSample taken = { sample->on, sample->value, g_strdup (tambour_record_get_id (TAMBOUR_RECORD (sample))) };

  if (facts == NULL || (facts->metric != NULL && !g_str_equal (facts->metric, metric)))
    {
      g_free (taken.id);
      return;
    }

  g_set_str (&facts->metric, metric);
  g_array_append_val (facts->usage, taken);
}

/* This month and the two before; a metric only where there is no better one. */
static gboolean
add_usage (TambourHealthReading  *self,
           GError               **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      g_autofree char *expression = g_strdup_printf ("on >= {today-93} and on <= {today} and metric = %s", metrics[i]);
      g_autoptr(GPtrArray) samples = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_USAGE_SAMPLE, expression, error);

      if (samples == NULL)
        return FALSE;

      for (guint j = 0; j < samples->len; j++)
        take_sample (self, g_ptr_array_index (samples, j), metrics[i]);
    }

  return TRUE;
}

static void
health_reading_clear (TambourHealthReading *self)
{
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourHealthReading, health_reading_clear)

/**
 * tambour_health_facts_load:
 * @store: a store
 * @accounts: (element-type TambourAccount): accounts
 * @plans: the plans that clocks run by
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads what health is told from. The number of queries hardly grows with the
 * number of accounts.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 TambourHealthFacts):
 *   the facts by account
 */
GHashTable *
tambour_health_facts_load (TambourStore         *store,
                           GPtrArray            *accounts,
                           TambourCatalogueSet  *plans,
                           TambourInstant        at,
                           GCancellable         *cancellable,
                           GError              **error)
{
  const char *only = accounts->len == 1 ? tambour_record_get_id (g_ptr_array_index (accounts, 0)) : NULL;
  g_auto(TambourHealthReading) self = {
    .reading = { store, cancellable, only, at },
    .plans = plans,
    .accounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref),
    .facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tambour_health_facts_free),
  };

  for (guint i = 0; i < accounts->len; i++)
    {
      TambourRecord *account = g_ptr_array_index (accounts, i);

      g_hash_table_insert (self.accounts, (gpointer) tambour_record_get_id (account), g_object_ref (account));
      g_hash_table_insert (self.facts, g_strdup (tambour_record_get_id (account)), tambour_health_facts_new ());
    }

  if (!add_lists (&self, error) ||
      !add_beginnings (&self, error) ||
      !add_whether (&self, TAMBOUR_TYPE_ACTION_ITEM, NULL, G_STRUCT_OFFSET (TambourHealthFacts, has_actions), error) ||
      !add_whether (&self, TAMBOUR_TYPE_AUDIT, "status = final", G_STRUCT_OFFSET (TambourHealthFacts, was_audited), error) ||
      !add_usage (&self, error) ||
      !tambour_health_reading_add_usual (&self, error) ||
      !tambour_health_reading_add_clocks (&self, error) ||
      !tambour_health_reading_add_goals (&self, error) ||
      !tambour_health_reading_add_calls (&self, error))
    return NULL;

  return g_steal_pointer (&self.facts);
}
