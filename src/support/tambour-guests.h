/* tambour-guests.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-usage.h"

G_BEGIN_DECLS

/**
 * TambourGuestState:
 * @TAMBOUR_GUEST_SEATED: has accepted, and has a seat
 * @TAMBOUR_GUEST_WAITING: has accepted when there was none
 * @TAMBOUR_GUEST_ASKED: has not answered
 * @TAMBOUR_GUEST_DECLINED: does not come
 *
 * How a guest stands, in the order in which they are listed.
 */
typedef enum
{
  TAMBOUR_GUEST_SEATED,
  TAMBOUR_GUEST_WAITING,
  TAMBOUR_GUEST_ASKED,
  TAMBOUR_GUEST_DECLINED,
} TambourGuestState;

#define TAMBOUR_N_GUEST_STATES (TAMBOUR_GUEST_DECLINED + 1)

/**
 * TambourGuest:
 * @record: a #TambourEarlyAccess or a #TambourInvitation
 * @title: what it is an invitation to, as it was called then
 * @priority: from 1, who is invited first
 * @place: of one that waits: which one it is in the line, from 1; else 0
 * @account_name: (nullable): whose; @contact_name: (nullable): who
 * @came: whether somebody came, or said what it was like
 *
 * A customer who was invited to something.
 */
typedef struct
{
  TambourRecord     *record;
  const char        *title;
  const char        *programme_id;
  const char        *contact_id;
  TambourGuestState  state;
  gint64             priority;
  TambourDate        invited_on;
  TambourDate        answered_on;
  const char        *follow_up;
  TambourDate        follow_up_on;
  TambourDate        followed_up_on;
  gboolean           came;
  guint              place;
  char              *account_name;
  char              *contact_name;
} TambourGuest;

TambourGuest *tambour_guest_new    (TambourRecord      *record);
void          tambour_guest_free   (TambourGuest       *self);
gboolean      tambour_guest_is_due (const TambourGuest *self,
                                    TambourDate         today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourGuest, tambour_guest_free)

void   tambour_guest_answer    (TambourRecord     *record,
                                TambourReply       reply,
                                gboolean           has_seat,
                                TambourDate        on);

void   tambour_guests_sort     (GPtrArray         *guests);
guint  tambour_guests_count    (GPtrArray         *guests,
                                TambourGuestState  state);
gint64 tambour_guests_get_free (GPtrArray         *guests,
                                TambourProgramme  *programme);

G_END_DECLS
