/* tambour-contacts-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-contacts-private.h"

static TambourTeamState
choose_state (TambourTeamRole *role,
              TambourDate      today)
{
  if (tambour_date_is_stated (role->to) && role->to.julian < today.julian)
    return TAMBOUR_TEAM_PAST;

  return role->from.julian > today.julian ? TAMBOUR_TEAM_COMING : TAMBOUR_TEAM_NOW;
}

static TambourPerson *
find_person (GPtrArray  *people,
             const char *id)
{
  for (guint i = 0; id && i < people->len; i++)
    if (strcmp (TAMBOUR_RECORD (g_ptr_array_index (people, i))->id, id) == 0)
      return g_object_ref (g_ptr_array_index (people, i));

  return NULL;
}

/* Now by role, coming by their first day, past by their last one. */
static gint
compare_team (gconstpointer a,
              gconstpointer b)
{
  const TambourTeamView *first = *(const TambourTeamView * const *) a;
  const TambourTeamView *second = *(const TambourTeamView * const *) b;
  gint order = (gint) first->state - (gint) second->state;

  if (order != 0)
    return order;

  switch (first->state)
    {
    case TAMBOUR_TEAM_NOW:
      order = (gint) first->role->role - (gint) second->role->role;
      break;

    case TAMBOUR_TEAM_COMING:
      order = (first->role->from.julian > second->role->from.julian) - (first->role->from.julian < second->role->from.julian);
      break;

    case TAMBOUR_TEAM_PAST:
      order = (first->role->to.julian < second->role->to.julian) - (first->role->to.julian > second->role->to.julian);
      break;
    }

  if (order == 0)
    order = (first->role->from.julian < second->role->from.julian) - (first->role->from.julian > second->role->from.julian);

  return order ? order : strcmp (TAMBOUR_RECORD (first->role)->id, TAMBOUR_RECORD (second->role)->id);
}

static void
choose_responsible (TambourContacts *contacts)
{
  for (guint i = 0; i < contacts->team->len; i++)
    {
      const TambourTeamView *view = g_ptr_array_index (contacts->team, i);

      if (view->state != TAMBOUR_TEAM_NOW)
        continue;
      if (view->role->role == TAMBOUR_PERSON_ROLE_TAM && contacts->tam == NULL)
        contacts->tam = view;
      if (view->is_cover && contacts->cover == NULL)
        contacts->cover = view;
    }
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  TambourPerson *first = *(TambourPerson * const *) a;
  TambourPerson *second = *(TambourPerson * const *) b;
  gint order = g_utf8_collate (first->name ? first->name : "", second->name ? second->name : "");

  return order ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

/**
 * tambour_contacts_add_team:
 * @reading: an account
 * @contacts: its people
 * @error: return location
 *
 * Who of us looks after the account, who will and who did.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_contacts_add_team (const TambourAccountReading  *reading,
                           TambourContacts              *contacts,
                           GError                      **error)
{
  g_autoptr(TambourQuery) everybody = tambour_query_new (TAMBOUR_TYPE_PERSON);
  g_autoptr(GPtrArray) roles = NULL;

  if (!(contacts->ours = tambour_store_list (reading->store, everybody, reading->cancellable, error)) ||
      !(roles = tambour_account_reading_list (reading, TAMBOUR_TYPE_TEAM_ROLE, NULL, error)))
    return FALSE;

  g_ptr_array_sort (contacts->ours, compare_names);
  for (guint i = 0; i < roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (roles, i);
      TambourTeamView *view = g_new0 (TambourTeamView, 1);

      view->role = g_object_ref (role);
      view->person = find_person (contacts->ours, role->person_id.id);
      view->state = choose_state (role, contacts->today);
      view->is_cover = role->role == TAMBOUR_PERSON_ROLE_BACKUP_TAM && tambour_date_is_stated (role->from) && tambour_date_is_stated (role->to);
      g_ptr_array_add (contacts->team, view);
    }

  g_ptr_array_sort (contacts->team, compare_team);
  choose_responsible (contacts);

  return TRUE;
}
