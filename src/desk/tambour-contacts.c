/* tambour-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-contacts.h"
#include "tambour-checks-private.h"
#include "tambour-checks.h"
#include "tambour-contacts-private.h"

static void
contact_view_free (TambourContactView *self)
{
  g_clear_object (&self->contact);
  g_clear_pointer (&self->reports_to, g_free);
  g_clear_pointer (&self->last_id, g_free);
  g_clear_pointer (&self->last_case, g_free);
  g_free (self);
}

static void
team_view_free (TambourTeamView *self)
{
  g_clear_object (&self->role);
  g_clear_object (&self->person);
  g_free (self);
}

/**
 * tambour_contacts_free:
 * @self: the people of an account
 */
void
tambour_contacts_free (TambourContacts *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->team, g_ptr_array_unref);
  g_clear_pointer (&self->ours, g_ptr_array_unref);
  g_free (self);
}

static TambourContactGroup
choose_group (TambourContactView *view,
              TambourDate         today)
{
  TambourContact *contact = view->contact;

  if (tambour_date_is_stated (contact->left_on) && contact->left_on.julian <= today.julian)
    return TAMBOUR_CONTACT_GROUP_LEFT;
  if (contact->role == TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR || contact->role == TAMBOUR_CONTACT_ROLE_ECONOMIC_BUYER)
    return TAMBOUR_CONTACT_GROUP_DECIDE;

  return view->is_named ? TAMBOUR_CONTACT_GROUP_NAMED : TAMBOUR_CONTACT_GROUP_OTHERS;
}

static void
add_contact (TambourContacts *self,
             TambourContact  *contact)
{
  TambourContactView *view = g_new0 (TambourContactView, 1);
  TambourNamedTime time;

  view->contact = g_object_ref (contact);
  view->last_at = (TambourInstant) { TAMBOUR_NEVER };
  view->is_named = tambour_checks_named_time (contact, &time) && time.from <= self->today.julian && self->today.julian <= time.to;
  view->group = choose_group (view, self->today);
  self->n_named += view->is_named;
  self->n_left += view->group == TAMBOUR_CONTACT_GROUP_LEFT;
  g_ptr_array_add (self->people, view);
}

static gint64
influence_of (TambourContact *contact)
{
  return contact->influence == TAMBOUR_NO_COUNT ? 0 : contact->influence;
}

/* Who has left: the last first. */
static gint
compare_left (TambourContact *first,
              TambourContact *second)
{
  return (first->left_on.julian < second->left_on.julian) - (first->left_on.julian > second->left_on.julian);
}

static gint
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TambourContactView *first = *(const TambourContactView * const *) a;
  const TambourContactView *second = *(const TambourContactView * const *) b;
  gint order = (gint) first->group - (gint) second->group;

  if (order == 0 && first->group == TAMBOUR_CONTACT_GROUP_LEFT)
    order = compare_left (first->contact, second->contact);
  if (order == 0)
    order = (influence_of (first->contact) < influence_of (second->contact)) - (influence_of (first->contact) > influence_of (second->contact));
  if (order == 0)
    order = g_utf8_collate (first->contact->name ? first->contact->name : "", second->contact->name ? second->contact->name : "");

  return order ? order : strcmp (TAMBOUR_RECORD (first->contact)->id, TAMBOUR_RECORD (second->contact)->id);
}

static void
add_superiors (TambourContacts *self)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->people->len; i++)
    {
      TambourContact *contact = ((TambourContactView *) g_ptr_array_index (self->people, i))->contact;

      g_hash_table_insert (names, TAMBOUR_RECORD (contact)->id, contact->name);
    }

  for (guint i = 0; i < self->people->len; i++)
    {
      TambourContactView *view = g_ptr_array_index (self->people, i);
      const char *id = view->contact->reports_to_id.id;

      view->reports_to = id ? g_strdup (g_hash_table_lookup (names, id)) : NULL;
    }
}

static gboolean
add_contacts (const TambourAccountReading  *reading,
              TambourContacts              *self,
              GError                      **error)
{
  g_autoptr(GPtrArray) contacts = tambour_account_reading_list (reading, TAMBOUR_TYPE_CONTACT, NULL, error);

  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    add_contact (self, g_ptr_array_index (contacts, i));

  g_ptr_array_sort (self->people, compare_people);
  add_superiors (self);

  return TRUE;
}

/**
 * tambour_contacts_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): its people, or %NULL on error
 */
TambourContacts *
tambour_contacts_load (TambourStore    *store,
                       const char      *account_id,
                       TambourInstant   at,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr(TambourContacts) self = g_new0 (TambourContacts, 1);
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GTimeZone) zone = NULL;

  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) contact_view_free);
  self->team = g_ptr_array_new_with_free_func ((GDestroyNotify) team_view_free);

  if (!(self->account = (TambourAccount *) tambour_store_get (store, klass, account_id, error)))
    return NULL;

  zone = tambour_account_dup_zone (self->account);
  self->today = tambour_zone_date_of (zone, at);

  if (!tambour_checks_named_limit (store, self->account, &self->plan, &self->limit, error) ||
      !add_contacts (&reading, self, error) ||
      !tambour_contacts_add_last (&reading, self, error) ||
      !tambour_contacts_add_team (&reading, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_contact_mark_left:
 * @contact: a contact
 * @on: the first day on which they are not there any more
 *
 * Who has left is not a named contact any more; until when they were is kept.
 */
void
tambour_contact_mark_left (TambourContact *contact,
                           TambourDate     on)
{
  contact->left_on = on;

  if (contact->is_named && (contact->named_to.julian == 0 || contact->named_to.julian > on.julian))
    contact->named_to = on;

  if (contact->named_from.julian > on.julian)
    {
      contact->is_named = FALSE;
      contact->named_from = (TambourDate) { 0 };
      contact->named_to = (TambourDate) { 0 };
    }
}

/**
 * tambour_contacts_list_present:
 * @reading: of an account
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourContact): who has a name and
 *   has not left, by name
 */
GPtrArray *
tambour_contacts_list_present (const TambourAccountReading  *reading,
                               GError                      **error)
{
  g_autoptr(GPtrArray) all = tambour_account_reading_page (reading, TAMBOUR_TYPE_CONTACT, NULL, "name", FALSE, -1, error);
  GPtrArray *present;

  if (all == NULL)
    return NULL;

  present = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TambourContact *contact = g_ptr_array_index (all, i);

      if (contact->name != NULL && *contact->name != '\0' && !tambour_date_is_stated (contact->left_on))
        g_ptr_array_add (present, g_object_ref (contact));
    }

  return present;
}
