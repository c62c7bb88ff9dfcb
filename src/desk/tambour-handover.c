/* tambour-handover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-case-moves.h"
#include "tambour-engagement.h"
#include "tambour-handover.h"

typedef struct
{
  TambourAccountReading  reading;
  TambourChange         *change;
  GPtrArray             *roles;   /* all of the account */
  TambourPerson         *person;  /* who takes over */
  GHashTable            *going;   /* ids of those who looked after it until then */
  GPtrArray             *names;   /* and what they are called */
} Move;

static void
move_clear (Move *self)
{
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_object (&self->person);
  g_clear_pointer (&self->going, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static gboolean
begin_move (Move            *self,
            TambourStore    *store,
            const char      *account_id,
            const char      *person_id,
            TambourInstant   at,
            TambourChange   *change,
            GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);

  self->reading = (TambourAccountReading) { store, NULL, account_id, at };
  self->change = change;
  self->going = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);

  return (self->person = (TambourPerson *) tambour_store_get (store, klass, person_id, error)) != NULL &&
         (self->roles = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_TEAM_ROLE, NULL, error)) != NULL;
}

static gboolean
runs_on (TambourTeamRole *role,
         TambourDate      date)
{
  return role->from.julian <= date.julian &&
         (!tambour_date_is_stated (role->to) || role->to.julian >= date.julian);
}

/* A role that would end before it began has never been. */
static void
end_before (Move            *self,
            TambourTeamRole *role,
            TambourDate      date)
{
  g_autoptr(TambourTeamRole) ended = (TambourTeamRole *) tambour_record_dup (TAMBOUR_RECORD (role));

  if (role->from.julian >= date.julian)
    {
      tambour_change_remove (self->change, TAMBOUR_RECORD (ended));
      return;
    }

  ended->to = (TambourDate) { date.julian - 1 };
  tambour_change_put (self->change, TAMBOUR_RECORD (ended));
}

static gboolean
note_going (Move             *self,
            TambourTeamRole  *role,
            GError          **error)
{
  g_autoptr(TambourPerson) person = NULL;

  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_PERSON, role->person_id.id, &person, error))
    return FALSE;

  if (person != NULL)
    {
      g_hash_table_add (self->going, g_strdup (TAMBOUR_RECORD (person)->id));
      g_ptr_array_add (self->names, g_strdup (person->name));
    }

  return TRUE;
}

/* The TAM goes; and who takes over is nobody's backup any more. */
static gboolean
end_roles (Move         *self,
           TambourDate   on,
           GError      **error)
{
  const char *new_id = TAMBOUR_RECORD (self->person)->id;

  for (guint i = 0; i < self->roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (self->roles, i);
      gboolean is_new = g_strcmp0 (role->person_id.id, new_id) == 0;

      if (!runs_on (role, on))
        continue;

      if (role->role == TAMBOUR_PERSON_ROLE_TAM && is_new)
        {
          g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       _("%s looks after this account already."), self->person->name);
          return FALSE;
        }

      if (role->role == TAMBOUR_PERSON_ROLE_TAM && !note_going (self, role, error))
        return FALSE;

      if (role->role == TAMBOUR_PERSON_ROLE_TAM || (role->role == TAMBOUR_PERSON_ROLE_BACKUP_TAM && is_new))
        end_before (self, role, on);
    }

  return TRUE;
}

static void
begin_role (Move              *self,
            TambourPersonRole  kind,
            TambourDate        from,
            TambourDate        to,
            const char        *note)
{
  g_autoptr(TambourTeamRole) role = (TambourTeamRole *) tambour_record_new (TAMBOUR_TYPE_TEAM_ROLE, NULL);

  TAMBOUR_RECORD (role)->account_id.id = g_strdup (self->reading.account_id);
  TAMBOUR_RECORD (role)->note = note && *note ? g_strdup (note) : NULL;
  role->person_id.id = g_strdup (TAMBOUR_RECORD (self->person)->id);
  role->role = kind;
  role->from = from;
  role->to = to;
  tambour_change_put (self->change, TAMBOUR_RECORD (role));
}

static gboolean
is_going (Move       *self,
          const char *id,
          const char *name)
{
  if (id != NULL)
    return g_hash_table_contains (self->going, id);

  for (guint i = 0; name && i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return TRUE;

  return FALSE;
}

/* The owner stands in the case, and who it was before in a line of its history. */
static void
move_case (Move        *self,
           TambourCase *support_case)
{
  g_autoptr(TambourCaseEvent) event = tambour_case_event_new (support_case, TAMBOUR_EVENT_KIND_OWNER, self->reading.at);

  event->from = g_strdup (support_case->owner_name);
  event->to = g_strdup (self->person->name);
  tambour_change_put (self->change, TAMBOUR_RECORD (event));

  g_set_str (&support_case->owner_id.id, TAMBOUR_RECORD (self->person)->id);
  g_set_str (&support_case->owner_name, self->person->name);
  tambour_change_put (self->change, TAMBOUR_RECORD (support_case));
}

static gboolean
move_cases (Move    *self,
            GError **error)
{
  g_autoptr(GPtrArray) cases = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_CASE,
                                                             "status != closed and status != resolved", error);

  for (guint i = 0; cases && i < cases->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases, i);

      if (is_going (self, support_case->owner_id.id, support_case->owner_name))
        move_case (self, support_case);
    }

  return cases != NULL;
}

static gboolean
move_actions (Move    *self,
              GError **error)
{
  g_autoptr(GPtrArray) actions = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_ACTION_ITEM,
                                                               "side = us and (status = open or status = blocked)", error);

  for (guint i = 0; actions && i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);

      if (!is_going (self, NULL, action->owner))
        continue;

      g_set_str (&action->owner, self->person->name);
      tambour_change_put (self->change, TAMBOUR_RECORD (action));
    }

  return actions != NULL;
}

/* Whoever looks after the account holds its regular calls. */
static gboolean
move_cadences (Move    *self,
               GError **error)
{
  g_autoptr(GPtrArray) cadences = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_CADENCE, NULL, error);

  for (guint i = 0; cadences && i < cadences->len; i++)
    {
      TambourCadence *cadence = g_ptr_array_index (cadences, i);

      if (cadence->owner_id.id == NULL || !is_going (self, cadence->owner_id.id, NULL))
        continue;

      g_set_str (&cadence->owner_id.id, TAMBOUR_RECORD (self->person)->id);
      tambour_change_put (self->change, TAMBOUR_RECORD (cadence));
    }

  return cadences != NULL;
}

/**
 * tambour_handover_fill:
 * @self: what changes
 * @store: a store
 * @at: the time that is "now"
 * @change: where the records that change go
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for people
 *
 * The role of the TAM ends on the day before, and that of the next begins.
 *
 * Blocks: run it on a thread.
 *
 * Returns: %FALSE if that cannot be
 */
gboolean
tambour_handover_fill (const TambourHandover  *self,
                       TambourStore           *store,
                       TambourInstant          at,
                       TambourChange          *change,
                       GError                **error)
{
  g_auto(Move) move = { 0 };

  if (!begin_move (&move, store, self->account_id, self->to_id, at, change, error) ||
      !end_roles (&move, self->on, error))
    return FALSE;

  begin_role (&move, TAMBOUR_PERSON_ROLE_TAM, self->on, (TambourDate) { 0 }, NULL);

  return move_cadences (&move, error) &&
         (!self->with_cases || move_cases (&move, error)) &&
         (!self->with_actions || move_actions (&move, error));
}

static gboolean
overlaps (TambourTeamRole         *role,
          const TambourLeaveCover *cover)
{
  return role->from.julian <= cover->to.julian &&
         (!tambour_date_is_stated (role->to) || role->to.julian >= cover->from.julian);
}

static gboolean
check_cover (Move                     *self,
             const TambourLeaveCover  *cover,
             GError                  **error)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (self->roles, i);

      if (g_strcmp0 (role->person_id.id, cover->person_id) != 0 || !overlaps (role, cover))
        continue;

      if (role->role == TAMBOUR_PERSON_ROLE_TAM)
        {
          g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       _("%s looks after this account themselves in that time."), self->person->name);
          return FALSE;
        }

      if (role->role == TAMBOUR_PERSON_ROLE_BACKUP_TAM && tambour_date_is_stated (role->to))
        {
          g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       _("%s stands in for a part of that time already."), self->person->name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tambour_leave_cover_fill:
 * @self: who stands in, and when
 * @store: a store
 * @at: the time that is "now"
 * @change: where the records that change go
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for people
 *
 * In that time the account is theirs as well: it is on their Today and in their agenda.
 *
 * Blocks: run it on a thread.
 *
 * Returns: %FALSE if that cannot be
 */
gboolean
tambour_leave_cover_fill (const TambourLeaveCover  *self,
                          TambourStore             *store,
                          TambourInstant            at,
                          TambourChange            *change,
                          GError                  **error)
{
  g_auto(Move) move = { 0 };

  if (!tambour_date_is_stated (self->from) || !tambour_date_is_stated (self->to) || self->to.julian < self->from.julian)
    {
      g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                           _("The last day of the leave cannot come before the first."));
      return FALSE;
    }

  if (!begin_move (&move, store, self->account_id, self->person_id, at, change, error) ||
      !check_cover (&move, self, error))
    return FALSE;

  begin_role (&move, TAMBOUR_PERSON_ROLE_BACKUP_TAM, self->from, self->to, self->note);

  return TRUE;
}
