/* tambour-attendees.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-call-offers.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ATTENDEES (tambour_attendees_get_type ())
G_DECLARE_FINAL_TYPE (TambourAttendees, tambour_attendees, TAMBOUR, ATTENDEES, AdwBin)

GStrv tambour_attendees_dup_typed  (TambourAttendees   *self);
void  tambour_attendees_set_typed  (TambourAttendees   *self,
                                    const char * const *typed);
void  tambour_attendees_show_known (TambourAttendees   *self,
                                    GHashTable         *names);
void  tambour_attendees_set_offers (TambourAttendees   *self,
                                    TambourCallOffers  *offers);
void  tambour_attendees_rename     (TambourAttendees   *self,
                                    const char         *typed,
                                    const char         *name);

G_END_DECLS
