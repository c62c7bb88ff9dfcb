/* tambour-facts-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- what is read --------------------------------------------------------- */

typedef GType (*GetTypeFunc) (void);

/* The kinds of the account's own records that figures are counted from; those that
 * value is computed from come first. */
static const GetTypeFunc KINDS[] = {
  tambour_agreement_get_type,
  tambour_case_get_type,
  tambour_case_event_get_type,
  tambour_incident_get_type,
  tambour_planned_change_get_type,
  tambour_usage_sample_get_type,
  tambour_exposure_get_type,
  tambour_value_entry_get_type,
  tambour_rate_get_type,
  tambour_survey_response_get_type,
  tambour_entitlement_get_type,
  tambour_entitlement_use_get_type,
  tambour_contact_get_type,
  tambour_team_role_get_type,
  tambour_escalation_get_type,
  tambour_acknowledgement_get_type,
  tambour_engagement_get_type,
  tambour_attendance_get_type,
  tambour_action_item_get_type,
  tambour_commitment_get_type,
  tambour_decision_get_type,
  tambour_goal_get_type,
  tambour_goal_reading_get_type,
  tambour_insight_get_type,
  tambour_feature_adoption_get_type,
  tambour_training_get_type,
  tambour_content_share_get_type,
  tambour_early_access_get_type,
  tambour_invitation_get_type,
  tambour_audit_get_type,
  tambour_audit_answer_get_type,
  tambour_finding_get_type,
  tambour_fr_evidence_get_type,
  tambour_project_get_type,
};

#define N_VALUE_KINDS 10

/* Those that the service is counted from. */
static const GetTypeFunc SERVICE_KINDS[] = {
  tambour_agreement_get_type,
  tambour_case_get_type,
  tambour_case_event_get_type,
  tambour_team_role_get_type,
  tambour_goal_get_type,
  tambour_goal_reading_get_type,
};

/* Kinds that belong to no account, or to several; fetched where one is meant. */
typedef struct
{
  GetTypeFunc from;
  const char *field;
  GetTypeFunc to;
} Link;

static const Link LINKS[] = {
  { tambour_agreement_get_type, "plan_id", tambour_plan_get_type },
  { tambour_team_role_get_type, "person_id", tambour_person_get_type },
  { tambour_case_get_type, "root_cause_id", tambour_root_cause_get_type },
  { tambour_exposure_get_type, "known_issue_id", tambour_known_issue_get_type },
  { tambour_fr_evidence_get_type, "request_id", tambour_feature_request_get_type },
};

static gint
compare_records (gconstpointer a,
                 gconstpointer b)
{
  TambourRecord *first = *(TambourRecord * const *) a;
  TambourRecord *second = *(TambourRecord * const *) b;

  return strcmp (first->id, second->id);
}

static GPtrArray *
keep (TambourReading *self,
      GType           type,
      GPtrArray      *list)
{
  g_ptr_array_sort (list, compare_records);
  g_hash_table_insert (self->lists, GSIZE_TO_POINTER (type), list);

  for (guint i = 0; i < list->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (list, i);

      g_hash_table_insert (self->found, record->id, record);
    }

  return list;
}

static gboolean
read_kind (TambourReading  *self,
           GType            type,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autofree char *from = tambour_date_dup_text (self->facts->earlier.from);
  GPtrArray *list;

  tambour_query_account (query, self->facts->account->parent_instance.id);
  tambour_query_in_any_order (query);
  if (type == TAMBOUR_TYPE_USAGE_SAMPLE &&
      (!tambour_query_where (query, "on", TAMBOUR_AT_LEAST, from, error) ||
       (self->scope == TAMBOUR_READING_VALUE && !tambour_query_where (query, "metric", TAMBOUR_IS, TAMBOUR_METRIC_INFECTED_DEVICES, error))))
    return FALSE;

  if (self->scope == TAMBOUR_READING_VALUE && (type == TAMBOUR_TYPE_CASE || type == TAMBOUR_TYPE_CASE_EVENT))
    list = tambour_reading_list_for_value (self, type, cancellable, error);
  else
    list = tambour_store_list (self->store, query, cancellable, error);

  return list != NULL && keep (self, type, list) != NULL;
}

/* Fetches @id unless it is known; a dangling reference is no error. */
static gboolean
fetch (TambourReading  *self,
       GPtrArray       *list,
       GType            type,
       const char      *id,
       GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GError) failure = NULL;
  TambourRecord *record;

  if (id == NULL || g_hash_table_contains (self->found, id))
    return TRUE;

  record = tambour_store_get (self->store, klass, id, &failure);
  if (record == NULL)
    {
      if (failure == NULL || g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_ptr_array_add (list, record);
  g_hash_table_insert (self->found, record->id, record);

  return TRUE;
}

static gboolean
read_link (TambourReading  *self,
           const Link      *link,
           GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (link->from ());
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  const TambourField *field = tambour_record_class_find_field (klass, link->field);
  GPtrArray *from = tambour_reading_list (self, link->from ());

  if (self->scope != TAMBOUR_READING_ALL && link->to () == TAMBOUR_TYPE_ROOT_CAUSE)
    {
      keep (self, link->to (), g_steal_pointer (&list));
      return TRUE;
    }

  for (guint i = 0; i < from->len; i++)
    {
      gpointer record = g_ptr_array_index (from, i);

      if (!fetch (self, list, link->to (), TAMBOUR_FIELD_AT (field, record, TambourRef).id, error))
        return FALSE;
    }

  if (link->to () == TAMBOUR_TYPE_PLAN &&
      !fetch (self, list, TAMBOUR_TYPE_PLAN, self->facts->account->plan_id.id, error))
    return FALSE;

  keep (self, link->to (), g_steal_pointer (&list));

  return TRUE;
}

/* The steps of the requests that this account asked for. */
static gboolean
read_request_events (TambourReading  *self,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *requests = tambour_reading_list (self, TAMBOUR_TYPE_FEATURE_REQUEST);

  for (guint i = 0; i < requests->len; i++)
    {
      TambourRecord *request = g_ptr_array_index (requests, i);
      g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FR_EVENT);
      g_autoptr(GPtrArray) events = NULL;

      if (!tambour_query_where (query, "request_id", TAMBOUR_IS, request->id, error))
        return FALSE;

      events = tambour_store_list (self->store, query, cancellable, error);
      if (events == NULL)
        return FALSE;

      for (guint j = 0; j < events->len; j++)
        g_ptr_array_add (all, g_object_ref (g_ptr_array_index (events, j)));
    }

  keep (self, TAMBOUR_TYPE_FR_EVENT, g_steal_pointer (&all));

  return TRUE;
}

/* @i: which of the kinds */
static gboolean
is_wanted (TambourReading *self,
           guint           i)
{
  switch (self->scope)
    {
    case TAMBOUR_READING_ALL:
      return TRUE;
    case TAMBOUR_READING_VALUE:
      return i < N_VALUE_KINDS;
    case TAMBOUR_READING_SERVICE:
      for (guint j = 0; j < G_N_ELEMENTS (SERVICE_KINDS); j++)
        if (SERVICE_KINDS[j] == KINDS[i])
          return TRUE;

      return FALSE;
    }

  g_assert_not_reached ();
}

static gboolean
read_all (TambourReading  *self,
          GCancellable    *cancellable,
          GError         **error)
{
  g_hash_table_remove_all (self->found);
  g_hash_table_remove_all (self->lists);

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      GType type = KINDS[i]();

      if (!is_wanted (self, i))
        keep (self, type, g_ptr_array_new ());
      else if (!read_kind (self, type, cancellable, error))
        return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (LINKS); i++)
    if (!read_link (self, &LINKS[i], error))
      return FALSE;

  return read_request_events (self, cancellable, error);
}

/**
 * tambour_reading_new:
 * @facts: what is being made; its account, zone, periods and cut-off are set
 * @store: a store
 * @plans: (nullable): the versions of the plans
 * @scope: what is wanted: of the other kinds there is nothing then
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads the account's records. They are one state of the portfolio: when it
 * was changed meanwhile, everything is read again.
 *
 * Returns: (transfer full) (nullable): the reading, or %NULL on error
 */
TambourReading *
tambour_reading_new (TambourFacts         *facts,
                     TambourStore         *store,
                     TambourCatalogueSet  *plans,
                     TambourReadingScope   scope,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autoptr(TambourReading) self = g_new0 (TambourReading, 1);

  self->facts = facts;
  self->store = store;
  self->plans = plans;
  self->scope = scope;
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint attempt = 0; attempt < 20; attempt++)
    {
      gint64 before = tambour_store_last_change (store);

      if (!read_all (self, cancellable, error))
        return NULL;
      if (tambour_store_last_change (store) != before)
        continue;

      tambour_reading_take_cases (self);

      return g_steal_pointer (&self);
    }

  g_set_error_literal (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_BUSY,
                       _("The portfolio is being changed all the time; try again when that is over"));

  return NULL;
}

static void
keep_nothing (TambourReading *self,
              GType           type)
{
  if (!g_hash_table_contains (self->lists, GSIZE_TO_POINTER (type)))
    keep (self, type, g_ptr_array_new ());
}

/**
 * tambour_reading_new_frozen:
 * @facts: what is being made; its account, zone, periods and cut-off are set
 * @frozen: the records as they were once
 * @plans: (nullable): the versions of the plans
 *
 * Takes the records from a snapshot: the portfolio has no part in it. A kind that nobody
 * counted from when the snapshot was taken has no records.
 *
 * Returns: (transfer full): the reading
 */
TambourReading *
tambour_reading_new_frozen (TambourFacts        *facts,
                            TambourFrozen       *frozen,
                            TambourCatalogueSet *plans)
{
  TambourReading *self = g_new0 (TambourReading, 1);
  GHashTableIter iter;
  gpointer type, list;

  self->facts = facts;
  self->plans = plans;
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->found = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_iter_init (&iter, frozen->lists);
  while (g_hash_table_iter_next (&iter, &type, &list))
    keep (self, GPOINTER_TO_SIZE (type), g_ptr_array_ref (list));

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    keep_nothing (self, KINDS[i]());
  for (guint i = 0; i < G_N_ELEMENTS (LINKS); i++)
    keep_nothing (self, LINKS[i].to ());
  keep_nothing (self, TAMBOUR_TYPE_FR_EVENT);
  tambour_reading_take_cases (self);

  return self;
}

/* What the facts lend texts and ids from outlives the reading. */
static void
hand_over (gpointer key,
           gpointer value,
           gpointer user_data)
{
  g_ptr_array_add (user_data, g_ptr_array_ref (value));
}

/**
 * tambour_reading_free:
 * @self: a reading
 *
 * Frees @self; its records go over to the facts that were made from them.
 */
void
tambour_reading_free (TambourReading *self)
{
  if (self->lists)
    g_hash_table_foreach (self->lists, hand_over, self->facts->records);

  g_clear_pointer (&self->lists, g_hash_table_unref);
  self->facts->records_by_id = g_steal_pointer (&self->found);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->speaking_systems, g_hash_table_unref);
  g_clear_pointer (&self->by_opening, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_reading_list:
 * @self: a reading
 * @type: a kind of record
 *
 * Returns: (transfer none): the account's records of that kind, by id
 */
GPtrArray *
tambour_reading_list (TambourReading *self,
                      GType           type)
{
  GPtrArray *list = g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (type));

  g_assert (list != NULL);

  return list;
}

/**
 * tambour_reading_find:
 * @self: a reading
 * @type: a kind of record
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record, if it was read and is of that kind
 */
gpointer
tambour_reading_find (TambourReading *self,
                      GType           type,
                      const char     *id)
{
  gpointer record = id ? g_hash_table_lookup (self->found, id) : NULL;

  return record && G_TYPE_CHECK_INSTANCE_TYPE (record, type) ? record : NULL;
}

/**
 * tambour_reading_find_case:
 * @self: a reading
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the case, if it had been opened by the cut-off
 */
TambourCaseState *
tambour_reading_find_case (TambourReading *self,
                           const char     *id)
{
  return id ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* --- figures -------------------------------------------------------------- */

static gint
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Records are read by id, so most lists are in order already. */
static gboolean
is_sorted (GPtrArray *ids)
{
  for (guint i = 1; i < ids->len; i++)
    if (strcmp (g_ptr_array_index (ids, i - 1), g_ptr_array_index (ids, i)) >= 0)
      return FALSE;

  return TRUE;
}

static void
sort_ids (GPtrArray *ids)
{
  guint kept = 0;

  if (is_sorted (ids))
    return;

  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (kept == 0 || strcmp (g_ptr_array_index (ids, i), g_ptr_array_index (ids, kept - 1)) != 0)
      ids->pdata[kept++] = ids->pdata[i];

  g_ptr_array_set_size (ids, kept);
}

static gint
compare_excluded (gconstpointer a,
                  gconstpointer b)
{
  const TambourExcluded *first = a;
  const TambourExcluded *second = b;
  gint order = strcmp (first->id, second->id);

  return order ? order : strcmp (first->reason, second->reason);
}

static void
sort_excluded (GArray *excluded)
{
  for (guint i = 1; i < excluded->len; i++)
    if (compare_excluded (&g_array_index (excluded, TambourExcluded, i - 1),
                          &g_array_index (excluded, TambourExcluded, i)) > 0)
      {
        g_array_sort (excluded, compare_excluded);
        return;
      }
}

static void
measure (TambourReading      *self,
         const TambourPeriod *period,
         TambourMeasureFunc   func,
         gconstpointer        data,
         TambourMeasure      *result)
{
  func (self, period, data, result);
  sort_ids (result->ids);
  sort_ids (result->hits);
  sort_excluded (result->excluded);
}

/**
 * tambour_reading_add:
 * @self: a reading
 * @definition: what is counted
 * @variant: (nullable): of what exactly, as a part of the key, such as "p1"
 * @subject: (nullable): the same in words; must outlive the facts
 * @func: counts it in one period
 * @data: (nullable): for @func
 *
 * Adds a figure to the facts, counted by the same function in the period and
 * in the one before.
 *
 * Returns: (transfer none): the figure
 */
TambourFact *
tambour_reading_add (TambourReading          *self,
                     const TambourDefinition *definition,
                     const char              *variant,
                     const char              *subject,
                     TambourMeasureFunc       func,
                     gconstpointer            data)
{
  TambourFacts *facts = self->facts;
  g_autofree char *key = g_strdup (definition->key);
  TambourFact *fact;

  if (variant != NULL)
    {
      g_free (key);
      key = g_strconcat (definition->key, ".", variant, NULL);
    }

  fact = tambour_fact_new (key);
  fact->name = definition->name;
  fact->subject = subject;
  fact->metric = definition->metric;
  fact->version = MAX (definition->version, 1);
  fact->unit = definition->unit;
  fact->formula = definition->formula;
  fact->source = definition->source;

  measure (self, &facts->period, func, data, &fact->now);
  if (facts->has_prior)
    measure (self, &facts->earlier, func, data, &fact->prior);
  else
    tambour_measure_refuse (&fact->prior, facts->prior_reason);

  g_ptr_array_add (facts->all, fact);
  g_hash_table_insert (facts->by_key, fact->key, fact);

  return fact;
}
