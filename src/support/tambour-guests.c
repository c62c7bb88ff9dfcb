/* tambour-guests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-guests.h"

#include <string.h>

#include "tambour-time.h"

/* What both kinds of invitation say. A seat is what the kind has always said of one
 * who takes part: the day of joining, or that the invitation is accepted.
 */

/* An invitation from before there were answers says only that there is a seat. */
static TambourGuestState
find_state (TambourReply reply,
            gboolean     has_seat)
{
  switch (reply)
    {
    case TAMBOUR_REPLY_NONE:
      return has_seat ? TAMBOUR_GUEST_SEATED : TAMBOUR_GUEST_ASKED;
    case TAMBOUR_REPLY_ACCEPTED:
      return has_seat ? TAMBOUR_GUEST_SEATED : TAMBOUR_GUEST_WAITING;
    case TAMBOUR_REPLY_DECLINED:
      return TAMBOUR_GUEST_DECLINED;
    }

  g_return_val_if_reached (TAMBOUR_GUEST_ASKED);
}

#define TAKE_COMMON(self, from) \
  G_STMT_START { \
    (self)->programme_id = (from)->programme_id.id; \
    (self)->contact_id = (from)->contact_id.id; \
    (self)->priority = (from)->priority == TAMBOUR_NO_COUNT ? TAMBOUR_PRIORITY_LAST : (from)->priority; \
    (self)->invited_on = (from)->invited_on; \
    (self)->answered_on = (from)->answered_on; \
    (self)->follow_up = (from)->follow_up; \
    (self)->follow_up_on = (from)->follow_up_on; \
    (self)->followed_up_on = (from)->followed_up_on; \
  } G_STMT_END

/**
 * tambour_guest_new:
 * @record: a #TambourEarlyAccess or a #TambourInvitation
 *
 * Returns: (transfer full): how that guest stands, without names
 */
TambourGuest *
tambour_guest_new (TambourRecord *record)
{
  TambourGuest *self = g_new0 (TambourGuest, 1);

  self->record = g_object_ref (record);
  if (TAMBOUR_IS_EARLY_ACCESS (record))
    {
      TambourEarlyAccess *access = TAMBOUR_EARLY_ACCESS (record);

      TAKE_COMMON (self, access);
      self->title = access->programme;
      self->state = find_state (access->answer, tambour_date_is_stated (access->joined_on));
      self->came = access->feedback != NULL && *access->feedback != '\0';
    }
  else
    {
      TambourInvitation *invitation = TAMBOUR_INVITATION (record);

      TAKE_COMMON (self, invitation);
      self->title = invitation->event;
      self->state = find_state (invitation->answer, invitation->accepted);
      self->came = invitation->attended;
    }

  return self;
}

/**
 * tambour_guest_free:
 * @self: (transfer full): a guest
 */
void
tambour_guest_free (TambourGuest *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->account_name, g_free);
  g_clear_pointer (&self->contact_name, g_free);
  g_free (self);
}

/**
 * tambour_guest_is_due:
 * @self: a guest
 * @today: the day that is today
 *
 * Returns: whether somebody should have followed up, and has not
 */
gboolean
tambour_guest_is_due (const TambourGuest *self,
                      TambourDate         today)
{
  return tambour_date_is_stated (self->follow_up_on) && !tambour_date_is_stated (self->followed_up_on) &&
         self->follow_up_on.julian <= today.julian;
}

/**
 * tambour_guest_answer:
 * @record: a #TambourEarlyAccess or a #TambourInvitation
 * @reply: what is answered
 * @has_seat: whether there is a seat; only who accepts has one
 * @on: the day
 *
 * Writes the answer into the record, so that the fields of before say the same.
 */
void
tambour_guest_answer (TambourRecord *record,
                      TambourReply   reply,
                      gboolean       has_seat,
                      TambourDate    on)
{
  has_seat = has_seat && reply == TAMBOUR_REPLY_ACCEPTED;
  if (TAMBOUR_IS_EARLY_ACCESS (record))
    {
      TambourEarlyAccess *access = TAMBOUR_EARLY_ACCESS (record);

      access->answer = reply;
      access->answered_on = on;
      access->joined_on = has_seat ? on : (TambourDate) { 0 };
    }
  else
    {
      TambourInvitation *invitation = TAMBOUR_INVITATION (record);

      invitation->answer = reply;
      invitation->answered_on = on;
      invitation->accepted = has_seat;
    }
}

/* Who has no day of answer is asked since the day of the invitation. */
static guint32
day_of (const TambourGuest *guest)
{
  return tambour_date_is_stated (guest->answered_on) ? guest->answered_on.julian : guest->invited_on.julian;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TambourGuest *first = *(const TambourGuest * const *) a;
  const TambourGuest *second = *(const TambourGuest * const *) b;

  if (first->state != second->state)
    return first->state < second->state ? -1 : 1;
  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  if (day_of (first) != day_of (second))
    return day_of (first) < day_of (second) ? -1 : 1;

  return strcmp (first->record->id, second->record->id);
}

/**
 * tambour_guests_sort:
 * @guests: (element-type TambourGuest): the guests of one programme
 *
 * Puts who has a seat first, then who waits for one by priority and by the day of the
 * answer, and says which place in the line that is.
 */
void
tambour_guests_sort (GPtrArray *guests)
{
  guint place = 0;

  g_ptr_array_sort (guests, compare);
  for (guint i = 0; i < guests->len; i++)
    {
      TambourGuest *guest = g_ptr_array_index (guests, i);

      guest->place = guest->state == TAMBOUR_GUEST_WAITING ? ++place : 0;
    }
}

/**
 * tambour_guests_count:
 * @guests: (element-type TambourGuest): guests
 * @state: how they stand
 *
 * Returns: how many stand so
 */
guint
tambour_guests_count (GPtrArray         *guests,
                      TambourGuestState  state)
{
  guint n = 0;

  for (guint i = 0; i < guests->len; i++)
    n += ((TambourGuest *) g_ptr_array_index (guests, i))->state == state;

  return n;
}

/**
 * tambour_guests_get_free:
 * @guests: (element-type TambourGuest): the guests of a programme
 * @programme: that programme
 *
 * Returns: how many seats are free; below 0 if there are too few; %G_MAXINT64 where
 *   there is room for all
 */
gint64
tambour_guests_get_free (GPtrArray        *guests,
                         TambourProgramme *programme)
{
  if (programme->seats == TAMBOUR_NO_COUNT)
    return G_MAXINT64;

  return programme->seats - tambour_guests_count (guests, TAMBOUR_GUEST_SEATED);
}
