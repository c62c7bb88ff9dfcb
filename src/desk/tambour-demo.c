/* tambour-demo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#include "tambour-catalogue.h"
#include "tambour-demo-resources.h"
#include "tambour-settings.h"

static const char * const stories[TAMBOUR_DEMO_N_TOLD] = {
  "ellery.json", "orla.json", "skarvik.json", "ostermuehl.json", "kestrel.json", "larkhaven.json", "juniper.json", "cobalto.json",
};

static void
clear_demo (TambourDemo *demo)
{
  g_clear_pointer (&demo->random, g_rand_free);
  g_clear_pointer (&demo->words, json_object_unref);
  g_clear_pointer (&demo->names, g_hash_table_unref);
  g_clear_pointer (&demo->stories, g_ptr_array_unref);
  g_clear_pointer (&demo->pending, g_ptr_array_unref);
  g_clear_pointer (&demo->review_hash, g_free);
  g_clear_object (&demo->catalogue);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourDemo, clear_demo)

static void
init_demo (TambourDemo               *demo,
           TambourStore              *store,
           const TambourDemoSettings *settings)
{
  *demo = (TambourDemo) { .store = store, .settings = *settings, .next_number = 10000 };

  if (!tambour_instant_parse (TAMBOUR_DEMO_AS_OF, &demo->as_of))
    g_assert_not_reached ();

  demo->random = g_rand_new_with_seed (settings->seed);
  demo->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  demo->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  demo->pending = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The plans with the hours of both TAMs, kept in the portfolio as well. */
static gboolean
add_catalogue (TambourDemo  *demo,
               GError      **error)
{
  JsonObject *object = tambour_demo_load ("plans.json", error);
  g_autoptr(JsonNode) node = NULL;
  TambourPlanCatalogue *kept;

  if (object == NULL)
    return FALSE;

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  kept = tambour_demo_record (demo, TAMBOUR_TYPE_PLAN_CATALOGUE, tambour_demo_later (demo->as_of, -1000 * 1440), "Mira Solberg");
  kept->name = g_strdup ("Plans and working hours");
  kept->valid_from = tambour_date_new (2024, 1, 1);
  kept->document = json_to_string (node, TRUE);
  kept->warn_at = g_strdupv ((GStrv) (const char *[]) { "50", "75", "90", NULL });
  demo->catalogue = tambour_catalogue_new (kept->document, error);

  return demo->catalogue != NULL;
}

static gboolean
load_stories (TambourDemo  *demo,
              GError      **error)
{
  for (guint i = 0; i < TAMBOUR_DEMO_N_TOLD; i++)
    {
      JsonObject *story = tambour_demo_load (stories[i], error);

      if (story == NULL)
        return FALSE;

      g_ptr_array_add (demo->stories, story);
    }

  return TRUE;
}

/* Every account was sent one; what is in it is the same for all. */
static gboolean
keep_review (TambourDemo  *demo,
             GError      **error)
{
  g_autoptr(GBytes) review = g_resource_lookup_data (tambour_demo_get_resource (), "/io/github/tambour/Tambour/demo/review.pdf",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (review == NULL)
    return FALSE;

  demo->review_size = (gint64) g_bytes_get_size (review);

  return tambour_store_put_content (demo->store, review, &demo->review_hash, error);
}

static gboolean
tell_shared (TambourDemo  *demo,
             GError      **error)
{
  g_autoptr(JsonObject) shared = tambour_demo_load ("shared.json", error);

  if (shared == NULL || (demo->words = tambour_demo_load ("words.json", error)) == NULL ||
      !add_catalogue (demo, error) ||
      !load_stories (demo, error) ||
      !tambour_demo_tell (demo, NULL, json_object_get_array_member (shared, "told"), error))
    return FALSE;

  tambour_demo_make_checklist (demo);

  return tambour_demo_make_library (demo, error);
}

static int
compare_opened (gconstpointer a,
                gconstpointer b)
{
  const TambourCase *left = *(const TambourCase **) a;
  const TambourCase *right = *(const TambourCase **) b;

  return (left->opened_at.seconds > right->opened_at.seconds) - (left->opened_at.seconds < right->opened_at.seconds);
}

/* Numbers rise with the time of opening; those that are told keep theirs. */
static void
number_cases (TambourDemo *demo,
              GPtrArray   *cases,
              guint        last)
{
  guint number = last;

  g_ptr_array_sort (cases, compare_opened);
  for (guint i = cases->len; i > 0; i--)
    {
      TambourCase *found = g_ptr_array_index (cases, i - 1);

      if (found->number == NULL)
        found->number = g_strdup_printf ("%u", number--);
    }

  demo->next_number += cases->len;
}

/* What refers to cases by their numbers comes after they have them. */
static gboolean
live (TambourDemoAccount  *self,
      GError             **error)
{
  tambour_demo_make_calls (self);
  tambour_demo_make_audits (self);
  tambour_demo_make_usage (self);
  tambour_demo_make_learning (self);
  tambour_demo_make_value (self);

  return tambour_demo_make_clocks (self, error);
}

static TambourDemoAccount *
add_account (TambourDemo  *demo,
             guint         index,
             GError      **error)
{
  guint story = index < TAMBOUR_DEMO_N_TOLD ? index : index % (TAMBOUR_DEMO_N_TOLD - 1);
  g_autoptr(TambourDemoAccount) self = tambour_demo_account_new (demo, g_ptr_array_index (demo->stories, story), index, error);

  if (self == NULL || !tambour_demo_make_cases (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* What happened to single records later, after all of them are there. */
static gboolean
change_told (TambourDemo  *demo,
             GPtrArray    *accounts,
             GError      **error)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      TambourDemoAccount *account = g_ptr_array_index (accounts, i);
      JsonObject *story = g_ptr_array_index (demo->stories, account->story);

      if (json_object_has_member (story, "changed") &&
          !tambour_demo_change (demo, account, json_object_get_array_member (story, "changed"), error))
        return FALSE;
    }

  return TRUE;
}

/* The told accounts share one row of case numbers, and one commit. */
static gboolean
write_told (TambourDemo  *demo,
            GPtrArray    *accounts,
            GError      **error)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new ();

  for (guint i = 0; i < MIN (demo->settings.accounts, TAMBOUR_DEMO_N_TOLD); i++)
    {
      TambourDemoAccount *account = add_account (demo, i, error);

      if (account == NULL)
        return FALSE;

      g_ptr_array_add (accounts, account);
      g_ptr_array_extend (cases, account->cases, NULL, NULL);
    }

  number_cases (demo, cases, 4089);
  for (guint i = 0; i < accounts->len; i++)
    {
      if (!live (g_ptr_array_index (accounts, i), error) || !tambour_demo_report (demo, error))
        return FALSE;
    }

  return tambour_demo_commit (demo, "Demonstration", error) && change_told (demo, accounts, error);
}

static gboolean
write_others (TambourDemo  *demo,
              GPtrArray    *accounts,
              GError      **error)
{
  for (guint i = TAMBOUR_DEMO_N_TOLD; i < demo->settings.accounts; i++)
    {
      TambourDemoAccount *account = add_account (demo, i, error);

      if (account == NULL)
        return FALSE;

      g_ptr_array_add (accounts, account);
      number_cases (demo, account->cases, demo->next_number + account->cases->len);
      if (!live (account, error) || !tambour_demo_commit (demo, "Demonstration", error))
        return FALSE;

      g_ptr_array_set_size (account->cases, 0);
    }

  return TRUE;
}

static gboolean
tell_last_of (TambourDemo         *demo,
              TambourDemoAccount  *account,
              JsonObject          *story,
              GError             **error)
{
  return !json_object_has_member (story, "last") ||
         tambour_demo_tell (demo, account, json_object_get_array_member (story, "last"), error);
}

/* What no chance depends on: nothing else of the stories is another for it. */
static gboolean
tell_last (TambourDemo  *demo,
           GPtrArray    *accounts,
           GError      **error)
{
  g_autoptr(JsonObject) shared = tambour_demo_load ("shared.json", error);

  if (shared == NULL || !tell_last_of (demo, NULL, shared, error))
    return FALSE;

  for (guint i = 0; i < MIN (accounts->len, TAMBOUR_DEMO_N_TOLD); i++)
    {
      TambourDemoAccount *account = g_ptr_array_index (accounts, i);

      if (!tell_last_of (demo, account, g_ptr_array_index (demo->stories, account->story), error))
        return FALSE;
    }

  tambour_demo_make_metrics (demo, accounts);

  return tambour_demo_make_guests (demo, accounts, error) && tambour_demo_commit (demo, "Demonstration", error);
}

/* Whoever opens it is Mira, on the morning at which it plays. */
static gboolean
keep_settings (TambourDemo  *demo,
               GError      **error)
{
  return tambour_store_set_setting (demo->store, TAMBOUR_SETTING_ME, tambour_demo_find (demo, NULL, "mira"), error) &&
         tambour_store_set_setting (demo->store, TAMBOUR_SETTING_DEMONSTRATION, TAMBOUR_DEMO_AS_OF, error);
}

/**
 * tambour_demo_write:
 * @store: an empty portfolio
 * @settings: how large, and by which seed
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops between two accounts or commits
 * @error: return location
 *
 * Writes a demonstration portfolio: eight accounts of two TAMs, with two years
 * of everything, as they stand on 23 November 2026. The same settings give the
 * same records, down to ids and times.
 *
 * Returns: %FALSE on error; what was committed until then is in @store
 */
gboolean
tambour_demo_write (TambourStore               *store,
                    const TambourDemoSettings  *settings,
                    TambourProgressFunc         progress,
                    gpointer                    data,
                    GCancellable               *cancellable,
                    GError                    **error)
{
  g_auto(TambourDemo) demo = { 0 };
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_demo_account_free);

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), FALSE);
  g_return_val_if_fail (settings != NULL && settings->accounts > 0, FALSE);

  init_demo (&demo, store, settings);
  demo.progress = progress;
  demo.progress_data = data;
  demo.cancellable = cancellable;
  demo.total = MAX (settings->records, 3000 * (guint64) MIN (settings->accounts, 8) + 1200 * (guint64) settings->accounts);

  return keep_review (&demo, error) &&
         tell_shared (&demo, error) &&
         write_told (&demo, accounts, error) &&
         write_others (&demo, accounts, error) &&
         tell_last (&demo, accounts, error) &&
         tambour_demo_make_bulk (&demo, accounts, error) &&
         keep_settings (&demo, error);
}
