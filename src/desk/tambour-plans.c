/* tambour-plans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-plans.h"

#include "tambour-desk-resources.h"

#define SHIPPED_PLANS "/io/github/tambour/Tambour/plans/default.json"

/**
 * tambour_plans_dup_shipped:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the document of the catalogue that
 *   ships, or %NULL on error
 */
char *
tambour_plans_dup_shipped (GError **error)
{
  g_autoptr(GBytes) data = g_resource_lookup_data (tambour_desk_get_resource (), SHIPPED_PLANS,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return data ? g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data)) : NULL;
}

/**
 * tambour_plans_load_shipped:
 * @error: return location
 *
 * The catalogue that ships (RESPONSE-CLOCK.md): Platinum, Gold, Basic.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL on error
 */
TambourCatalogue *
tambour_plans_load_shipped (GError **error)
{
  g_autofree char *document = tambour_plans_dup_shipped (error);

  return document ? tambour_catalogue_new (document, error) : NULL;
}

/**
 * tambour_plans_find_kept:
 * @store: a portfolio
 * @on: a date
 * @kept: (out) (transfer full) (nullable): the newest catalogue that the
 *   portfolio keeps and that is valid on @on; %NULL if it keeps none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_plans_find_kept (TambourStore          *store,
                         TambourDate            on,
                         TambourPlanCatalogue **kept,
                         GError               **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PLAN_CATALOGUE);
  g_autofree char *day = tambour_date_dup_text (on);
  g_autoptr(GPtrArray) found = NULL;

  if (!tambour_query_where (query, "valid_from", TAMBOUR_AT_MOST, day, error) ||
      !tambour_query_order (query, "valid_from", TRUE, error))
    return FALSE;

  tambour_query_limit (query, 1, 0);
  if (!(found = tambour_store_list (store, query, NULL, error)))
    return FALSE;

  *kept = found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;

  return TRUE;
}

/* The oldest first. */
static GPtrArray *
list_kept (TambourStore  *store,
           GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PLAN_CATALOGUE);

  return tambour_query_order (query, "valid_from", FALSE, error) ? tambour_store_list (store, query, NULL, error) : NULL;
}

/**
 * tambour_plans_list_documents:
 * @store: a portfolio
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the documents of every version of the support plans: the
 *   one that ships, and those that the portfolio keeps
 */
GStrv
tambour_plans_list_documents (TambourStore  *store,
                              GError       **error)
{
  g_autoptr(GStrvBuilder) documents = g_strv_builder_new ();
  g_autoptr(GPtrArray) kept = NULL;
  char *shipped = tambour_plans_dup_shipped (error);

  if (shipped == NULL)
    return NULL;

  g_strv_builder_take (documents, shipped);
  if (!(kept = list_kept (store, error)))
    return NULL;

  for (guint i = 0; i < kept->len; i++)
    g_strv_builder_add (documents, TAMBOUR_PLAN_CATALOGUE (g_ptr_array_index (kept, i))->document);

  return g_strv_builder_end (documents);
}

/**
 * tambour_plans_parse:
 * @documents: documents of plans
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the versions, or %NULL if one is no such document
 */
TambourCatalogueSet *
tambour_plans_parse (const char * const  *documents,
                     GError             **error)
{
  g_autoptr(TambourCatalogueSet) versions = tambour_catalogue_set_new ();

  for (guint i = 0; documents[i] != NULL; i++)
    {
      g_autoptr(TambourCatalogue) version = tambour_catalogue_new (documents[i], error);

      if (version == NULL)
        return NULL;

      tambour_catalogue_set_add (versions, version);
    }

  return g_steal_pointer (&versions);
}

static gboolean
add_version (TambourCatalogueSet  *versions,
             const char           *document,
             const char * const   *warn_at,
             GError              **error)
{
  g_autoptr(TambourCatalogue) version = tambour_catalogue_new (document, error);

  if (version == NULL)
    return FALSE;

  tambour_catalogue_set_warnings (version, warn_at);
  tambour_catalogue_set_add (versions, version);

  return TRUE;
}

/**
 * tambour_plans_load:
 * @store: a portfolio
 * @error: return location
 *
 * Every version of the support plans: the one that ships, and those that the
 * portfolio keeps, which say when to warn as well.
 *
 * Returns: (transfer full) (nullable): the versions, or %NULL on error
 */
TambourCatalogueSet *
tambour_plans_load (TambourStore  *store,
                    GError       **error)
{
  g_autoptr(TambourCatalogueSet) versions = tambour_catalogue_set_new ();
  g_autofree char *shipped = tambour_plans_dup_shipped (error);
  g_autoptr(GPtrArray) kept = NULL;

  if (shipped == NULL || !add_version (versions, shipped, NULL, error) || !(kept = list_kept (store, error)))
    return NULL;

  for (guint i = 0; i < kept->len; i++)
    {
      TambourPlanCatalogue *catalogue = g_ptr_array_index (kept, i);

      if (!add_version (versions, catalogue->document, (const char * const *) catalogue->warn_at, error))
        return NULL;
    }

  return g_steal_pointer (&versions);
}

/**
 * tambour_plans_dup_code:
 * @store: a store
 * @account: an account
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the code of the account's plan, such as
 *   "platinum"; %NULL if it has none (and no error is set)
 */
char *
tambour_plans_dup_code (TambourStore    *store,
                        TambourAccount  *account,
                        GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PLAN);
  g_autoptr(TambourPlan) plan = NULL;

  if (account->plan_id.id == NULL)
    return NULL;

  plan = (TambourPlan *) tambour_store_get (store, klass, account->plan_id.id, error);

  return plan ? g_strdup (plan->code) : NULL;
}
