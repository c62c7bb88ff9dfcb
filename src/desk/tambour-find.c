/* tambour-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-find.h"

#include "tambour-kinds.h"

/* How many records the search gives, and how many of each group are shown. */
#define N_HITS      80
#define MAX_ALONE   30
#define MAX_PEOPLE  200

/* How many open cases of an account that was found come along, and how many of
 * all accounts are looked through for them.
 */
#define MAX_OPEN_CASES 3
#define MAX_OPEN       1000

/* How many accounts commands may be about. */
#define MAX_MENTIONED 2

static const guint max_of_group[TAMBOUR_N_FIND_GROUPS] = {
  [TAMBOUR_FIND_RECENT] = 8,
  [TAMBOUR_FIND_ACCOUNTS] = 8,
  [TAMBOUR_FIND_COMMANDS] = 0,
  [TAMBOUR_FIND_CASES] = 6,
  [TAMBOUR_FIND_PEOPLE] = 5,
  [TAMBOUR_FIND_NOTES] = 5,
  [TAMBOUR_FIND_CALLS] = 4,
  [TAMBOUR_FIND_PROMISES] = 4,
  [TAMBOUR_FIND_GOALS] = 4,
  [TAMBOUR_FIND_OTHERS] = 6,
};

static const struct
{
  GType            (*get_type) (void);
  TambourFindGroup   group;
} groups[] = {
  { tambour_account_get_type, TAMBOUR_FIND_ACCOUNTS },
  { tambour_case_get_type, TAMBOUR_FIND_CASES },
  { tambour_case_event_get_type, TAMBOUR_FIND_CASES },
  { tambour_escalation_get_type, TAMBOUR_FIND_CASES },
  { tambour_contact_get_type, TAMBOUR_FIND_PEOPLE },
  { tambour_person_get_type, TAMBOUR_FIND_PEOPLE },
  { tambour_infra_note_get_type, TAMBOUR_FIND_NOTES },
  { tambour_workflow_note_get_type, TAMBOUR_FIND_NOTES },
  { tambour_objective_note_get_type, TAMBOUR_FIND_NOTES },
  { tambour_environment_get_type, TAMBOUR_FIND_NOTES },
  { tambour_component_get_type, TAMBOUR_FIND_NOTES },
  { tambour_engagement_get_type, TAMBOUR_FIND_CALLS },
  { tambour_decision_get_type, TAMBOUR_FIND_CALLS },
  { tambour_action_item_get_type, TAMBOUR_FIND_PROMISES },
  { tambour_commitment_get_type, TAMBOUR_FIND_PROMISES },
  { tambour_goal_get_type, TAMBOUR_FIND_GOALS },
  { tambour_project_get_type, TAMBOUR_FIND_GOALS },
};

/* What is being looked for, and what was found so far. */
typedef struct
{
  TambourStore     *store;
  TambourFindScope  scope;
  const char       *words;
  const char       *account_id; /* that is shown */
  GCancellable     *cancellable;
  GPtrArray        *in_order;   /* all accounts, those that are over last */
  GHashTable       *accounts;   /* the same: id → TambourAccount */
  GHashTable       *ids;        /* of what was found */
  GPtrArray        *found;
  guint             n_found[TAMBOUR_N_FIND_GROUPS];
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->accounts, g_hash_table_unref);
  g_clear_pointer (&search->in_order, g_ptr_array_unref);
  g_clear_pointer (&search->ids, g_hash_table_unref);
  g_clear_pointer (&search->found, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * tambour_found_free:
 * @self: (transfer full): what was found
 */
void
tambour_found_free (TambourFound *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->account_name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title_spans, g_array_unref);
  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->snippet_spans, g_array_unref);
  g_free (self);
}

static TambourFindGroup
group_of (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].get_type () == type)
      return groups[i].group;

  return TAMBOUR_FIND_OTHERS;
}

static gboolean
has_room (Search           *search,
          TambourFindGroup  group)
{
  guint most = search->scope == TAMBOUR_FIND_EVERYTHING ? max_of_group[group] : MAX_ALONE;

  return search->n_found[group] < most;
}

static gboolean
is_in_scope (Search           *search,
             TambourFindGroup  group)
{
  switch (search->scope)
    {
    case TAMBOUR_FIND_EVERYTHING:
      return TRUE;
    case TAMBOUR_FIND_ONLY_COMMANDS:
      return group == TAMBOUR_FIND_ACCOUNTS;
    case TAMBOUR_FIND_ONLY_PEOPLE:
      return group == TAMBOUR_FIND_PEOPLE;
    case TAMBOUR_FIND_ONLY_CASES:
      return group == TAMBOUR_FIND_CASES;
    }

  return FALSE;
}

/* Adds the record once, while there is room for its kind. */
static TambourFound *
add (Search             *search,
     TambourRecordClass *klass,
     const char         *id,
     const char         *account_id,
     const char         *title)
{
  TambourFindGroup group = group_of (G_TYPE_FROM_CLASS (klass));
  TambourAccount *account = account_id ? g_hash_table_lookup (search->accounts, account_id) : NULL;
  TambourFound *found;

  if (!is_in_scope (search, group) || !has_room (search, group) || g_hash_table_contains (search->ids, id))
    return NULL;

  found = g_new0 (TambourFound, 1);
  found->group = found->family = group;
  found->klass = klass;
  found->id = g_strdup (id);
  found->account_id = g_strdup (account_id);
  found->account_name = account ? g_strdup (account->name) : NULL;
  found->title = g_strdup (title);
  tambour_find_matches (search->words, found->title, &found->title_spans);

  g_ptr_array_add (search->found, found);
  g_hash_table_add (search->ids, found->id);
  search->n_found[group]++;

  return found;
}

static void
add_case (Search        *search,
          TambourRecord *record)
{
  TambourFound *found = add (search, TAMBOUR_RECORD_GET_CLASS (record), record->id, record->account_id.id,
                             TAMBOUR_CASE (record)->title);

  if (found == NULL)
    return;

  found->number = g_strdup (TAMBOUR_CASE (record)->number);
  found->priority = TAMBOUR_CASE (record)->priority;
}

static int
compare_accounts (gconstpointer a,
                  gconstpointer b)
{
  const TambourAccount *x = *(TambourAccount * const *) a;
  const TambourAccount *y = *(TambourAccount * const *) b;
  int closed = (int) (x->status == TAMBOUR_ACCOUNT_STATUS_CLOSED) - (int) (y->status == TAMBOUR_ACCOUNT_STATUS_CLOSED);

  return closed ? closed : g_utf8_collate (x->name, y->name);
}

static gboolean
read_accounts (Search  *search,
               GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);

  search->in_order = tambour_store_list (search->store, query, search->cancellable, error);
  if (search->in_order == NULL)
    return FALSE;

  g_ptr_array_sort (search->in_order, compare_accounts);
  for (guint i = 0; i < search->in_order->len; i++)
    {
      TambourRecord *account = g_ptr_array_index (search->in_order, i);

      g_hash_table_insert (search->accounts, account->id, account);
    }

  return TRUE;
}

static TambourPlan *
get_plan (Search         *search,
          TambourAccount *account)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PLAN);

  return account->plan_id.id ? (TambourPlan *) tambour_store_get (search->store, klass, account->plan_id.id, NULL) : NULL;
}

static void
add_account (Search         *search,
             TambourAccount *account)
{
  TambourRecord *record = TAMBOUR_RECORD (account);
  TambourFound *found = add (search, TAMBOUR_RECORD_GET_CLASS (record), record->id, record->id, account->name);
  g_autoptr(TambourPlan) plan = NULL;

  if (found == NULL)
    return;

  g_clear_pointer (&found->account_name, g_free);
  plan = get_plan (search, account);
  found->snippet = plan ? g_strdup (plan->name) : NULL;
}

typedef struct
{
  const char *account_id;
  GPtrArray  *cases;
} OpenCases;

static gboolean
keep_open_case (TambourRecord *record,
                gpointer       user_data)
{
  OpenCases *open = user_data;

  if (g_strcmp0 (record->account_id.id, open->account_id) == 0)
    g_ptr_array_add (open->cases, g_object_ref (record));

  return TRUE;
}

static int
compare_opened (gconstpointer a,
                gconstpointer b)
{
  const TambourCase *x = *(TambourCase * const *) a;
  const TambourCase *y = *(TambourCase * const *) b;

  return (x->opened_at.seconds < y->opened_at.seconds) - (x->opened_at.seconds > y->opened_at.seconds);
}

/* What is open at the account that was looked for is likely what one is after.
 * Few cases are open and they have an index; an account has many.
 */
static gboolean
find_open_cases (Search      *search,
                 const char  *account_id,
                 GError     **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);
  OpenCases open = { account_id, cases };

  tambour_query_limit (query, MAX_OPEN, 0);
  if (!tambour_query_parse (query, "closed_at = \"\" and resolved_at = \"\"", error) ||
      !tambour_store_each (search->store, query, keep_open_case, &open, search->cancellable, error))
    return FALSE;

  g_ptr_array_sort (cases, compare_opened);
  for (guint i = 0; i < MIN (cases->len, MAX_OPEN_CASES); i++)
    add_case (search, g_ptr_array_index (cases, i));

  return TRUE;
}

static gboolean
is_meant (Search         *search,
          TambourAccount *account)
{
  return tambour_find_matches (search->words, account->name, NULL) ||
         (account->short_code != NULL && tambour_find_matches (search->words, account->short_code, NULL));
}

/* There are a few dozen: all are looked at, so that none is ever too old to be found. */
static gboolean
find_accounts (Search  *search,
               GError **error)
{
  GPtrArray *accounts = search->in_order;
  const char *only = NULL;
  guint n_meant = 0;

  for (guint i = 0; i < accounts->len; i++)
    if (is_meant (search, g_ptr_array_index (accounts, i)))
      {
        add_account (search, g_ptr_array_index (accounts, i));
        only = tambour_record_get_id (g_ptr_array_index (accounts, i));
        n_meant++;
      }

  /* One account: that is the one that is meant. */
  return n_meant != 1 || search->scope != TAMBOUR_FIND_EVERYTHING || g_utf8_strlen (search->words, 2) < 2 ||
         find_open_cases (search, only, error);
}

/* “edit orla” is about Saint Orla, though it is not called “edit”. */
static void
mention_accounts (Search *search)
{
  GPtrArray *accounts = search->in_order;
  guint n_mentioned = 0;

  for (guint i = 0; i < accounts->len && n_mentioned < MAX_MENTIONED; i++)
    {
      TambourAccount *account = g_ptr_array_index (accounts, i);
      const char *id = tambour_record_get_id (TAMBOUR_RECORD (account));
      gboolean is_shown = *search->words == '\0' && g_strcmp0 (id, search->account_id) == 0;
      guint n_before = search->found->len;

      if (!is_shown && !tambour_find_mentions (search->words, account->name))
        continue;

      add_account (search, account);
      if (search->found->len > n_before)
        ((TambourFound *) g_ptr_array_index (search->found, n_before))->is_mentioned = TRUE;
      n_mentioned++;
    }
}

static void
add_recent (Search     *search,
            const char *id)
{
  g_autoptr(TambourRecord) record = tambour_store_find (search->store, id, NULL);
  g_autofree char *title = record ? tambour_record_dup_title (record) : NULL;
  guint n_before = search->found->len;

  if (record == NULL || tambour_record_is_deleted (record))
    return;

  if (TAMBOUR_IS_ACCOUNT (record))
    add_account (search, TAMBOUR_ACCOUNT (record));
  else if (TAMBOUR_IS_CASE (record))
    add_case (search, record);
  else
    add (search, TAMBOUR_RECORD_GET_CLASS (record), record->id, record->account_id.id, title);

  if (search->found->len > n_before)
    ((TambourFound *) g_ptr_array_index (search->found, n_before))->group = TAMBOUR_FIND_RECENT;
}

/* Nothing is typed yet: what was opened lately, and the accounts. */
static void
offer (Search             *search,
       const char * const *recent)
{
  GPtrArray *accounts = search->in_order;

  for (guint i = 0; recent != NULL && recent[i]; i++)
    add_recent (search, recent[i]);

  for (guint i = 0; i < accounts->len; i++)
    add_account (search, g_ptr_array_index (accounts, i));
}

/* People are found by their names however long ago they were written down. */
static gboolean
find_people_of (Search  *search,
                GType    type,
                GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) people = NULL;
  g_auto(GStrv) each = g_strsplit (search->words, " ", 2);

  if (each[0] == NULL || *each[0] == '\0')
    return TRUE;

  tambour_query_limit (query, MAX_PEOPLE, 0);
  if (!tambour_query_where (query, "name", TAMBOUR_CONTAINS, each[0], error) ||
      !(people = tambour_store_list (search->store, query, search->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      TambourRecord *person = g_ptr_array_index (people, i);
      g_autofree char *name = tambour_record_dup_title (person);

      if (tambour_find_matches (search->words, name, NULL))
        add (search, TAMBOUR_RECORD_GET_CLASS (person), person->id, person->account_id.id, name);
    }

  return TRUE;
}

static gboolean
find_people (Search  *search,
             GError **error)
{
  return find_people_of (search, TAMBOUR_TYPE_CONTACT, error) && find_people_of (search, TAMBOUR_TYPE_PERSON, error);
}

static void
add_hit (Search     *search,
         TambourHit *hit)
{
  TambourFound *found;

  if (!has_room (search, group_of (G_TYPE_FROM_CLASS (hit->klass))))
    return;

  if (G_TYPE_FROM_CLASS (hit->klass) == TAMBOUR_TYPE_CASE)
    {
      g_autoptr(TambourRecord) record = tambour_store_get (search->store, hit->klass, hit->id, NULL);

      if (record != NULL)
        add_case (search, record);
      return;
    }

  found = add (search, hit->klass, hit->id, hit->account_id, hit->title);
  if (found != NULL && hit->snippet != NULL && g_strcmp0 (hit->snippet, hit->title) != 0)
    {
      found->snippet = g_steal_pointer (&hit->snippet);
      found->snippet_spans = g_steal_pointer (&hit->spans);
    }
}

static gboolean
find_records (Search  *search,
              GError **error)
{
  guint n_wanted = search->scope == TAMBOUR_FIND_EVERYTHING ? N_HITS : 2 * N_HITS;
  g_autoptr(GPtrArray) hits = tambour_store_search (search->store, search->words, n_wanted, search->cancellable, error);

  if (hits == NULL)
    return FALSE;

  for (guint i = 0; i < hits->len; i++)
    {
      TambourHit *hit = g_ptr_array_index (hits, i);

      if (G_TYPE_FROM_CLASS (hit->klass) != TAMBOUR_TYPE_ACCOUNT)
        add_hit (search, hit);
    }

  return TRUE;
}

/* A number that was typed, then what is called so, then what says so. */
static int
rank (const TambourFound *found,
      const char         *words)
{
  if (found->number != NULL && g_ascii_strcasecmp (found->number, words) == 0)
    return 0;

  return found->title_spans != NULL ? 1 : 2;
}

static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const TambourFound *x = *(TambourFound * const *) a;
  const TambourFound *y = *(TambourFound * const *) b;

  if (x->group != y->group)
    return (int) x->group - (int) y->group;

  return rank (x, user_data) - rank (y, user_data);
}

static gboolean
find_all (Search              *search,
          const char * const  *recent,
          GError             **error)
{
  if (!read_accounts (search, error))
    return FALSE;

  if (search->scope == TAMBOUR_FIND_ONLY_COMMANDS)
    {
      mention_accounts (search);
      return TRUE;
    }

  if (*search->words == '\0')
    {
      if (search->scope == TAMBOUR_FIND_EVERYTHING)
        offer (search, recent);
      return TRUE;
    }

  if (!find_accounts (search, error) || !find_people (search, error) || !find_records (search, error))
    return FALSE;

  if (search->scope == TAMBOUR_FIND_EVERYTHING && search->n_found[TAMBOUR_FIND_ACCOUNTS] == 0)
    mention_accounts (search);

  return TRUE;
}

/**
 * tambour_find:
 * @store: a store
 * @query: what somebody typed, with its prefix
 * @account_id: (nullable): the account that is shown
 * @recent: (nullable): ids of records that were opened lately, the last first
 * @cancellable: (nullable): a cancellable, for when more is typed
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Looks for accounts and people by their names, and for records of all kinds by
 * what they say. While nothing is typed, gives what was opened lately.
 *
 * Returns: (transfer full) (nullable) (element-type TambourFound): what was
 *   found, a few of each group, group by group
 */
GPtrArray *
tambour_find (TambourStore        *store,
              const char          *query,
              const char          *account_id,
              const char * const  *recent,
              GCancellable        *cancellable,
              GError             **error)
{
  g_auto(Search) search = { .store = store, .account_id = account_id, .cancellable = cancellable };

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  search.scope = tambour_find_scope (query, &search.words);
  search.accounts = g_hash_table_new (g_str_hash, g_str_equal);
  search.ids = g_hash_table_new (g_str_hash, g_str_equal);
  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_found_free);
  if (!find_all (&search, recent, error))
    return NULL;

  g_ptr_array_sort_with_data (search.found, compare_found, (gpointer) search.words);

  return g_steal_pointer (&search.found);
}
