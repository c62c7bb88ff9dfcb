/* tambour-overview-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-kinds.h"

/**
 * tambour_overview_person_free:
 * @self: a person
 */
void
tambour_overview_person_free (TambourOverviewPerson *self)
{
  g_clear_object (&self->contact);
  g_free (self);
}

static gboolean
is_named_on (TambourContact *contact,
             TambourDate     today)
{
  return contact->is_named &&
         (!tambour_date_is_stated (contact->named_from) || contact->named_from.julian <= today.julian) &&
         (!tambour_date_is_stated (contact->named_to) || contact->named_to.julian >= today.julian);
}

static gint64
influence_of (const TambourOverviewPerson *person)
{
  return person->contact->influence == TAMBOUR_NO_COUNT ? 0 : person->contact->influence;
}

/* The sponsor, then who may open cases, then by influence. */
static gint
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TambourOverviewPerson *first = *(const TambourOverviewPerson * const *) a;
  const TambourOverviewPerson *second = *(const TambourOverviewPerson * const *) b;
  gboolean one = first->contact->role == TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR;
  gboolean two = second->contact->role == TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR;

  if (one != two)
    return two - one;
  if (first->is_named != second->is_named)
    return second->is_named - first->is_named;
  if (influence_of (first) != influence_of (second))
    return influence_of (first) > influence_of (second) ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (first->contact)->id, TAMBOUR_RECORD (second->contact)->id);
}

/* Who joined which call; a walk through the newest calls then finds the last one of each. */
typedef struct
{
  GHashTable *joined;  /* engagement id -> people, in an array */
  guint       wanted;
} Search;

static gboolean
list_joined (TambourOverviewReading  *self,
             TambourOverviewPerson   *person,
             Search                  *search,
             GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) attendances = NULL;

  if (!tambour_query_where (query, "contact_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (person->contact)), error) ||
      !(attendances = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  search->wanted += attendances->len > 0;
  for (guint i = 0; i < attendances->len; i++)
    {
      const char *id = TAMBOUR_ATTENDANCE (g_ptr_array_index (attendances, i))->engagement_id.id;
      GPtrArray *people = id ? g_hash_table_lookup (search->joined, id) : NULL;

      if (id == NULL)
        continue;
      if (people == NULL)
        g_hash_table_insert (search->joined, g_strdup (id), people = g_ptr_array_new ());
      g_ptr_array_add (people, person);
    }

  return TRUE;
}

static gboolean
look_at_call (TambourRecord *record,
              gpointer       user_data)
{
  Search *search = user_data;
  TambourEngagement *call = TAMBOUR_ENGAGEMENT (record);
  GPtrArray *people = g_hash_table_lookup (search->joined, tambour_record_get_id (record));

  for (guint i = 0; people && i < people->len; i++)
    {
      TambourOverviewPerson *person = g_ptr_array_index (people, i);

      if (tambour_instant_is_stated (person->last_contact))
        continue;

      person->last_contact = tambour_instant_is_stated (call->actual_start) ? call->actual_start : call->planned_start;
      search->wanted--;
    }

  return search->wanted > 0;
}

static gboolean
find_last_contacts (TambourOverviewReading  *self,
                    GError                 **error)
{
  g_autoptr(GHashTable) joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(TambourQuery) query = NULL;
  Search search = { joined, 0 };

  for (guint i = 0; i < self->overview->people->len; i++)
    if (!list_joined (self, g_ptr_array_index (self->overview->people, i), &search, error))
      return FALSE;

  if (search.wanted == 0)
    return TRUE;

  return (query = tambour_account_reading_query (&self->reading, TAMBOUR_TYPE_ENGAGEMENT,
                                                 "planned_start <= {now} and status = held", error)) &&
         tambour_query_order (query, "planned_start", TRUE, error) &&
         tambour_store_each (self->reading.store, query, look_at_call, &search, self->reading.cancellable, error);
}

/**
 * tambour_overview_add_people:
 * @self: an overview that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_overview_add_people (TambourOverviewReading  *self,
                             GError                 **error)
{
  TambourOverview *overview = self->overview;
  g_autoptr(GPtrArray) contacts = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_CONTACT,
                                                                "left_on = \"\" or left_on > {today}", error);

  for (guint i = 0; contacts && i < contacts->len; i++)
    {
      TambourOverviewPerson *person = g_new0 (TambourOverviewPerson, 1);

      person->contact = g_object_ref (g_ptr_array_index (contacts, i));
      person->is_named = is_named_on (person->contact, overview->today);
      person->last_contact = (TambourInstant) { TAMBOUR_NEVER };
      overview->named += person->is_named;
      g_ptr_array_add (overview->people, person);
    }

  if (contacts == NULL)
    return FALSE;

  overview->n_people = contacts->len;
  g_ptr_array_sort (overview->people, compare_people);
  g_ptr_array_set_size (overview->people, MIN (contacts->len, TAMBOUR_OVERVIEW_PEOPLE));

  return find_last_contacts (self, error);
}
