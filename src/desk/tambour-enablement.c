/* tambour-enablement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-enablement.h"

#include <string.h>

#include "tambour-account-needs.h"
#include "tambour-library-names.h"

/* As much as one reads through: the records have the rest. */
#define MAX_SHARES    40
#define MAX_TRAININGS 40
#define MAX_GUESTS    40

/**
 * tambour_enablement_free:
 * @self: (transfer full): what an account learns
 */
void
tambour_enablement_free (TambourEnablement *self)
{
  GPtrArray **lists[] = { &self->suggestions, &self->shares, &self->trainings, &self->guests, &self->features };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);

  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/* --- what could help them ---------------------------------------------------- */

/* All that they ever got: no more of it is read than the ids. */
static GHashTable *
list_shared (const TambourAccountReading  *reading,
             GError                      **error)
{
  static const char * const fields[] = { "library_item_id", NULL };
  g_autoptr(TambourQuery) query = tambour_account_reading_query (reading, TAMBOUR_TYPE_CONTENT_SHARE, "library_item_id != \"\"", error);
  g_autoptr(GPtrArray) tallies = query ? tambour_store_tally (reading->store, query, fields, reading->cancellable, error) : NULL;
  g_autoptr(GHashTable) shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; tallies != NULL && i < tallies->len; i++)
    g_hash_table_add (shared, g_strdup (((TambourTally *) g_ptr_array_index (tallies, i))->values[0]));

  return tallies ? g_steal_pointer (&shared) : NULL;
}

static gboolean
add_suggestions (TambourEnablement            *self,
                 const TambourAccountReading  *reading,
                 GError                      **error)
{
  TambourAccountReading all = *reading;
  g_autoptr(GHashTable) shared = list_shared (reading, error);
  g_autoptr(TambourAccountNeeds) known = NULL;
  g_autoptr(GPtrArray) items = NULL;
  TambourSuggestionNeeds needs;

  all.account_id = NULL;
  if (shared == NULL ||
      !(items = tambour_account_reading_list (&all, TAMBOUR_TYPE_LIBRARY_ITEM, "retired = false", error)) ||
      !(known = tambour_account_needs_load (reading, TAMBOUR_NEEDS_FINDINGS | TAMBOUR_NEEDS_COMPONENTS, error)))
    return FALSE;

  tambour_account_needs_take (known, self->account, &needs);
  needs.shared = shared;
  self->suggestions = tambour_suggestions_rank (items, &needs);

  return TRUE;
}

/* --- what they got ------------------------------------------------------------ */

static gboolean
add_shares (TambourEnablement            *self,
            const TambourAccountReading  *reading,
            GError                      **error)
{
  g_autoptr(GPtrArray) records = tambour_account_reading_page (reading, TAMBOUR_TYPE_CONTENT_SHARE, NULL, "on", TRUE, MAX_SHARES, error);
  g_autoptr(TambourLibraryNames) names = tambour_library_names_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    tambour_library_names_want (names, NULL, ((TambourContentShare *) g_ptr_array_index (records, i))->contact_id.id);
  if (records == NULL || !tambour_library_names_read (names, reading, error) ||
      (self->n_shares = tambour_account_reading_count (reading, TAMBOUR_TYPE_CONTENT_SHARE, NULL, error)) < 0)
    return FALSE;

  self->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_library_share_free);
  for (guint i = 0; i < records->len; i++)
    {
      TambourLibraryShare *shared = g_new0 (TambourLibraryShare, 1);

      shared->share = g_object_ref (g_ptr_array_index (records, i));
      shared->account_name = g_strdup (self->account->name);
      shared->contact_name = tambour_library_names_dup (names, shared->share->contact_id.id);
      g_ptr_array_add (self->shares, shared);
    }

  return TRUE;
}

/* --- what they were taught ---------------------------------------------------- */

/**
 * tambour_training_people:
 * @training: a training
 *
 * Returns: how many came: counted, else those who are named; 0 if nobody said
 */
gint64
tambour_training_people (TambourTraining *training)
{
  if (training->attended != TAMBOUR_NO_COUNT)
    return training->attended;

  return training->attendees ? g_strv_length (training->attendees) : 0;
}

/* The year of the agreement as far as it has come; without one, the last year. */
static gboolean
find_year (TambourEnablement            *self,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  g_autoptr(GPtrArray) agreements = tambour_account_reading_page (reading, TAMBOUR_TYPE_AGREEMENT, "start <= {today}", "start", TRUE, 1, error);
  TambourAgreement *last = agreements && agreements->len > 0 ? g_ptr_array_index (agreements, 0) : NULL;

  self->sum.to = self->today;
  self->sum.is_agreement = last != NULL && last->end.julian >= self->today.julian;
  self->sum.from = self->sum.is_agreement ? last->start : (TambourDate) { self->today.julian - 364 };

  return agreements != NULL;
}

static void
count_training (TambourTrainingSum *sum,
                TambourTraining    *training)
{
  gint64 people = tambour_training_people (training);

  if (training->on.julian < sum->from.julian || training->on.julian > sum->to.julian)
    return;

  sum->n++;
  sum->n_people += people;
  if (people > 0 && !isnan (training->hours))
    {
      sum->n_counted++;
      sum->hours += training->hours * people;
    }
  if (training->check_passed != TAMBOUR_NO_COUNT)
    {
      sum->n_passed += training->check_passed;
      sum->n_checked += people;
    }
}

static gboolean
add_trainings (TambourEnablement            *self,
               const TambourAccountReading  *reading,
               GError                      **error)
{
  if (!find_year (self, reading, error) ||
      !(self->trainings = tambour_account_reading_page (reading, TAMBOUR_TYPE_TRAINING, NULL, "on", TRUE, -1, error)))
    return FALSE;

  for (guint i = 0; i < self->trainings->len; i++)
    count_training (&self->sum, g_ptr_array_index (self->trainings, i));
  if (self->trainings->len > MAX_TRAININGS)
    g_ptr_array_set_size (self->trainings, MAX_TRAININGS);

  return TRUE;
}

/* --- what they were invited to -------------------------------------------------- */

static gboolean
read_guests (TambourEnablement            *self,
             const TambourAccountReading  *reading,
             GType                         type,
             GError                      **error)
{
  g_autoptr(GPtrArray) records = tambour_account_reading_page (reading, type, NULL, "invited_on", TRUE, MAX_GUESTS, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (self->guests, tambour_guest_new (g_ptr_array_index (records, i)));

  return records != NULL;
}

static int
compare_guests (gconstpointer a,
                gconstpointer b)
{
  const TambourGuest *first = *(const TambourGuest * const *) a;
  const TambourGuest *second = *(const TambourGuest * const *) b;

  if (first->invited_on.julian != second->invited_on.julian)
    return first->invited_on.julian > second->invited_on.julian ? -1 : 1;

  return strcmp (first->record->id, second->record->id);
}

static gboolean
add_guests (TambourEnablement            *self,
            const TambourAccountReading  *reading,
            GError                      **error)
{
  g_autoptr(TambourLibraryNames) names = tambour_library_names_new ();

  self->guests = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_guest_free);
  if (!read_guests (self, reading, TAMBOUR_TYPE_EARLY_ACCESS, error) || !read_guests (self, reading, TAMBOUR_TYPE_INVITATION, error))
    return FALSE;

  g_ptr_array_sort (self->guests, compare_guests);
  for (guint i = 0; i < self->guests->len; i++)
    tambour_library_names_want (names, NULL, ((TambourGuest *) g_ptr_array_index (self->guests, i))->contact_id);
  if (!tambour_library_names_read (names, reading, error))
    return FALSE;

  for (guint i = 0; i < self->guests->len; i++)
    {
      TambourGuest *guest = g_ptr_array_index (self->guests, i);

      guest->contact_name = tambour_library_names_dup (names, guest->contact_id);
    }

  return TRUE;
}

/* --- what they use --------------------------------------------------------------- */

static int
compare_features (gconstpointer a,
                  gconstpointer b)
{
  TambourFeatureAdoption *first = *(TambourFeatureAdoption * const *) a;
  TambourFeatureAdoption *second = *(TambourFeatureAdoption * const *) b;
  int order;

  if (first->in_use != second->in_use)
    return first->in_use ? 1 : -1;

  order = g_strcmp0 (first->feature, second->feature);

  return order != 0 ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static gboolean
add_features (TambourEnablement            *self,
              const TambourAccountReading  *reading,
              GError                      **error)
{
  self->features = tambour_account_reading_list (reading, TAMBOUR_TYPE_FEATURE_ADOPTION, "entitled = true and relevant = true", error);
  if (self->features == NULL)
    return FALSE;

  g_ptr_array_sort (self->features, compare_features);
  for (guint i = 0; i < self->features->len; i++)
    self->n_in_use += TAMBOUR_FEATURE_ADOPTION (g_ptr_array_index (self->features, i))->in_use;

  return TRUE;
}

/**
 * tambour_enablement_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what it learns, gets, tries and uses
 */
TambourEnablement *
tambour_enablement_load (TambourStore    *store,
                         const char      *account_id,
                         TambourInstant   at,
                         GCancellable    *cancellable,
                         GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourEnablement) self = g_new0 (TambourEnablement, 1);

  if (!(self->account = (TambourAccount *) tambour_store_get (store, klass, account_id, error)))
    return NULL;

  self->zone = tambour_account_dup_zone (self->account);
  self->today = tambour_zone_date_of (self->zone, at);
  if (!add_suggestions (self, &reading, error) ||
      !add_shares (self, &reading, error) ||
      !add_trainings (self, &reading, error) ||
      !add_guests (self, &reading, error) ||
      !add_features (self, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}
