/* tambour-library-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-moves.h"

#include "tambour-library-file.h"
#include "tambour-move.h"
#include "tambour-usage.h"

/* A move while it is made. */
typedef struct
{
  const TambourLibraryMove *move;
  TambourStore             *store;
  TambourInstant            at;
  TambourDate               today;
  TambourChange            *change;
} Making;

/**
 * tambour_library_move_new:
 * @kind: what is to be done
 * @id: the record that it is about
 * @account_id: (nullable): the customer
 *
 * Returns: (transfer full): a move that states nothing else
 */
TambourLibraryMove *
tambour_library_move_new (TambourLibraryMoveKind  kind,
                          const char             *id,
                          const char             *account_id)
{
  TambourLibraryMove *self = g_new0 (TambourLibraryMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  self->priority = TAMBOUR_NO_COUNT;

  return self;
}

/**
 * tambour_library_move_free:
 * @self: (transfer full): a move
 */
void
tambour_library_move_free (TambourLibraryMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->contact_id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

/* Returns: (transfer full) (nullable): the guest that the move is about */
static TambourRecord *
get_guest (Making  *self,
           GError **error)
{
  g_autoptr(TambourRecord) record = tambour_store_find (self->store, self->move->id, error);

  if (record == NULL || TAMBOUR_IS_EARLY_ACCESS (record) || TAMBOUR_IS_INVITATION (record))
    return g_steal_pointer (&record);

  tambour_move_refuse (error, _("This is no invitation."));

  return NULL;
}

static gboolean
check_account (Making  *self,
               GError **error)
{
  return (self->move->account_id != NULL && *self->move->account_id != '\0') || tambour_move_refuse (error, _("Say which account."));
}

/* --- items ------------------------------------------------------------------ */

static gboolean
share (Making  *self,
       GError **error)
{
  g_autoptr(TambourLibraryItem) item = tambour_move_get (self->store, TAMBOUR_TYPE_LIBRARY_ITEM, self->move->id, error);
  g_autoptr(TambourContentShare) shared = NULL;

  if (item == NULL || !check_account (self, error))
    return FALSE;
  if (item->retired)
    return tambour_move_refuse (error, _("It is retired: nobody should get it any more."));

  shared = TAMBOUR_CONTENT_SHARE (tambour_record_new (TAMBOUR_TYPE_CONTENT_SHARE, NULL));
  g_set_str (&TAMBOUR_RECORD (shared)->account_id.id, self->move->account_id);
  g_set_str (&shared->library_item_id.id, self->move->id);
  g_set_str (&shared->contact_id.id, self->move->contact_id);
  shared->title = g_strdup (item->title);
  shared->kind = g_strdup (tambour_choice_nick (TAMBOUR_TYPE_LIBRARY_KIND, item->kind));
  shared->why = tambour_move_dup_text (self->move->text);
  shared->on = tambour_move_day (self->move->on, self->today);
  tambour_change_put (self->change, TAMBOUR_RECORD (shared));

  return TRUE;
}

/* What was talked about was opened before. */
static gboolean
tell_outcome (Making  *self,
              GError **error)
{
  g_autoptr(TambourContentShare) shared = tambour_move_get (self->store, TAMBOUR_TYPE_CONTENT_SHARE, self->move->id, error);

  if (shared == NULL)
    return FALSE;

  shared->discussed = self->move->discussed;
  shared->opened = self->move->opened || self->move->discussed;
  g_clear_pointer (&shared->reaction, g_free);
  shared->reaction = tambour_move_dup_text (self->move->text);
  tambour_change_put (self->change, TAMBOUR_RECORD (shared));

  return TRUE;
}

static gboolean
leave_out (Making  *self,
           GError **error)
{
  g_autoptr(TambourLibraryItem) item = tambour_move_get (self->store, TAMBOUR_TYPE_LIBRARY_ITEM, self->move->id, error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (item == NULL || !check_account (self, error))
    return FALSE;
  if (item->not_for != NULL && g_strv_contains ((const char * const *) item->not_for, self->move->account_id))
    return tambour_move_refuse (error, _("It is not suggested for them already."));

  if (item->not_for != NULL)
    g_strv_builder_addv (builder, (const char **) item->not_for);
  g_strv_builder_add (builder, self->move->account_id);
  g_clear_pointer (&item->not_for, g_strfreev);
  item->not_for = g_strv_builder_end (builder);
  tambour_change_put (self->change, TAMBOUR_RECORD (item));

  return TRUE;
}

/* --- programmes --------------------------------------------------------------- */

static gboolean
is_invited (TambourProgrammeFile *file,
            const char           *account_id,
            const char           *contact_id)
{
  for (guint i = 0; i < file->guests->len; i++)
    {
      const TambourGuest *guest = g_ptr_array_index (file->guests, i);

      if (g_strcmp0 (guest->record->account_id.id, account_id) == 0 && g_strcmp0 (guest->contact_id, contact_id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
put_early_access (Making           *self,
                  TambourProgramme *programme)
{
  g_autoptr(TambourEarlyAccess) access = TAMBOUR_EARLY_ACCESS (tambour_record_new (TAMBOUR_TYPE_EARLY_ACCESS, NULL));

  g_set_str (&TAMBOUR_RECORD (access)->account_id.id, self->move->account_id);
  g_set_str (&access->programme_id.id, self->move->id);
  g_set_str (&access->contact_id.id, self->move->contact_id);
  access->programme = g_strdup (programme->title);
  access->invited_on = tambour_move_day (self->move->on, self->today);
  access->priority = self->move->priority;
  tambour_change_put (self->change, TAMBOUR_RECORD (access));
}

static void
put_invitation (Making           *self,
                TambourProgramme *programme)
{
  g_autoptr(TambourInvitation) invitation = TAMBOUR_INVITATION (tambour_record_new (TAMBOUR_TYPE_INVITATION, NULL));

  g_set_str (&TAMBOUR_RECORD (invitation)->account_id.id, self->move->account_id);
  g_set_str (&invitation->programme_id.id, self->move->id);
  g_set_str (&invitation->contact_id.id, self->move->contact_id);
  invitation->event = g_strdup (programme->title);
  invitation->invited_on = tambour_move_day (self->move->on, self->today);
  invitation->priority = self->move->priority;
  tambour_change_put (self->change, TAMBOUR_RECORD (invitation));
}

static gboolean
invite (Making  *self,
        GError **error)
{
  g_autoptr(TambourProgrammeFile) file = tambour_programme_file_load (self->store, self->move->id, self->at, NULL, error);

  if (file == NULL || !check_account (self, error))
    return FALSE;
  if (self->move->priority != TAMBOUR_NO_COUNT && (self->move->priority < 1 || self->move->priority > TAMBOUR_PRIORITY_LAST))
    return tambour_move_refuse (error, _("The priority is from 1 to 3."));
  if (is_invited (file, self->move->account_id, self->move->contact_id))
    return tambour_move_refuse (error, _("They are invited already."));

  if (file->programme->kind == TAMBOUR_PROGRAMME_KIND_EARLY_ACCESS)
    put_early_access (self, file->programme);
  else
    put_invitation (self, file->programme);

  return TRUE;
}

/* Seats are never given twice: what was free when somebody looked may not be any more. */
static gboolean
check_seat (Making              *self,
            const TambourGuest  *guest,
            GError             **error)
{
  g_autoptr(TambourProgrammeFile) file = NULL;
  gboolean is_free;

  if (guest->state == TAMBOUR_GUEST_SEATED)
    return tambour_move_refuse (error, _("They have a seat already."));
  if (guest->programme_id == NULL)
    return self->move->has_seat || tambour_move_refuse (error, _("There are no seats to wait for."));
  if (!(file = tambour_programme_file_load (self->store, guest->programme_id, self->at, NULL, error)))
    return FALSE;

  is_free = file->n_free > 0;
  if (self->move->has_seat && !is_free)
    return tambour_move_refuse (error, _("No seat is free any more. They can wait for one."));
  if (!self->move->has_seat && is_free)
    return tambour_move_refuse (error, _("A seat has become free meanwhile."));

  return TRUE;
}

static gboolean
answer (Making        *self,
        TambourReply   reply,
        GError       **error)
{
  g_autoptr(TambourRecord) record = get_guest (self, error);
  g_autoptr(TambourGuest) guest = record ? tambour_guest_new (record) : NULL;

  if (guest == NULL || (reply == TAMBOUR_REPLY_ACCEPTED && !check_seat (self, guest, error)))
    return FALSE;
  if (reply == TAMBOUR_REPLY_DECLINED && guest->state == TAMBOUR_GUEST_DECLINED)
    return tambour_move_refuse (error, _("They have declined already."));

  tambour_guest_answer (record, reply, self->move->has_seat, tambour_move_day (self->move->on, self->today));
  tambour_change_put (self->change, record);

  return TRUE;
}

static void
set_follow_up (TambourRecord *record,
               char          *text,
               TambourDate    on,
               TambourDate    done)
{
  gboolean is_access = TAMBOUR_IS_EARLY_ACCESS (record);
  char **follow_up = is_access ? &TAMBOUR_EARLY_ACCESS (record)->follow_up : &TAMBOUR_INVITATION (record)->follow_up;

  g_free (*follow_up);
  *follow_up = text;
  if (is_access)
    {
      TAMBOUR_EARLY_ACCESS (record)->follow_up_on = on;
      TAMBOUR_EARLY_ACCESS (record)->followed_up_on = done;
    }
  else
    {
      TAMBOUR_INVITATION (record)->follow_up_on = on;
      TAMBOUR_INVITATION (record)->followed_up_on = done;
    }
}

static gboolean
plan_follow_up (Making  *self,
                GError **error)
{
  g_autoptr(TambourRecord) record = get_guest (self, error);
  char *text;

  if (record == NULL)
    return FALSE;
  if (!tambour_date_is_stated (self->move->on))
    return tambour_move_refuse (error, _("Say when."));
  if (!(text = tambour_move_dup_text (self->move->text)))
    return tambour_move_refuse (error, _("Say what is to be asked or done."));

  set_follow_up (record, text, self->move->on, (TambourDate) { 0 });
  tambour_change_put (self->change, record);

  return TRUE;
}

static gboolean
end_follow_up (Making  *self,
               GError **error)
{
  g_autoptr(TambourRecord) record = get_guest (self, error);
  g_autoptr(TambourGuest) guest = record ? tambour_guest_new (record) : NULL;

  if (guest == NULL)
    return FALSE;
  if (!tambour_date_is_stated (guest->follow_up_on) || tambour_date_is_stated (guest->followed_up_on))
    return tambour_move_refuse (error, _("Nothing is to be followed up."));

  set_follow_up (record, g_strdup (guest->follow_up), guest->follow_up_on, self->today);
  tambour_change_put (self->change, record);

  return TRUE;
}

static gboolean
use (Making    *self,
     gboolean   in_use,
     GError   **error)
{
  g_autoptr(TambourFeatureAdoption) feature = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_ADOPTION, self->move->id, error);

  if (feature == NULL)
    return FALSE;
  if (!!feature->in_use == in_use)
    return tambour_move_refuse (error, _("Somebody has said so already."));

  feature->in_use = in_use;
  feature->since = in_use ? tambour_move_day (self->move->on, self->today) : (TambourDate) { 0 };
  tambour_change_put (self->change, TAMBOUR_RECORD (feature));

  return TRUE;
}

/**
 * tambour_library_move_fill:
 * @self: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, or another
 *
 * Puts what changes into @change.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_library_move_fill (const TambourLibraryMove  *self,
                           TambourStore              *store,
                           TambourInstant             at,
                           TambourChange             *change,
                           GError                   **error)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  Making making = { self, store, at, tambour_zone_date_of (here, at), change };

  switch (self->kind)
    {
    case TAMBOUR_LIBRARY_MOVE_SHARE:
      return share (&making, error);
    case TAMBOUR_LIBRARY_MOVE_OUTCOME:
      return tell_outcome (&making, error);
    case TAMBOUR_LIBRARY_MOVE_INVITE:
      return invite (&making, error);
    case TAMBOUR_LIBRARY_MOVE_FOLLOW_UP:
      return plan_follow_up (&making, error);
    case TAMBOUR_LIBRARY_MOVE_NOT_FOR:
      return leave_out (&making, error);
    case TAMBOUR_LIBRARY_MOVE_ACCEPT:
      return answer (&making, TAMBOUR_REPLY_ACCEPTED, error);
    case TAMBOUR_LIBRARY_MOVE_DECLINE:
      return answer (&making, TAMBOUR_REPLY_DECLINED, error);
    case TAMBOUR_LIBRARY_MOVE_FOLLOWED_UP:
      return end_follow_up (&making, error);
    case TAMBOUR_LIBRARY_MOVE_USE:
      return use (&making, TRUE, error);
    case TAMBOUR_LIBRARY_MOVE_DISUSE:
      return use (&making, FALSE, error);
    }

  g_return_val_if_reached (FALSE);
}
