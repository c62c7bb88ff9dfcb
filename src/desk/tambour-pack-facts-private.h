/* tambour-pack-facts-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-contacts.h"
#include "tambour-pack.h"

G_BEGIN_DECLS

/**
 * TambourPackReading:
 * @pack: what has been read
 * @contacts: the people of the account
 * @zone: the customer's time zone
 *
 * A continuity pack while it is read.
 */
typedef struct
{
  TambourAccountReading  reading;
  TambourPack           *pack;
  TambourContacts       *contacts;
  GTimeZone             *zone;
} TambourPackReading;

/* Words, in the language of the pack. */
char       *tambour_pack_dup_moment       (const TambourPackReading  *self,
                                           TambourInstant             at);
char       *tambour_pack_dup_day          (const TambourPackReading  *self,
                                           TambourDate                date);
char       *tambour_pack_dup_city         (const char                *zone);
char       *tambour_pack_dup_clock        (const char                *zone,
                                           TambourInstant             at);
void        tambour_pack_join             (GString                   *line,
                                           const char                *piece);
const char *tambour_pack_case_status      (guint                      status);
const char *tambour_pack_contact_role     (guint                      role);
const char *tambour_pack_sentiment        (guint                      sentiment);
const char *tambour_pack_person_role      (guint                      role);
const char *tambour_pack_meeting          (guint                      kind);
const char *tambour_pack_environment      (guint                      kind);
const char *tambour_pack_severity         (guint                      severity);

gboolean    tambour_pack_add_cases        (TambourPackReading        *self,
                                           GError                   **error);
gboolean    tambour_pack_add_promises     (TambourPackReading        *self,
                                           GError                   **error);
gboolean    tambour_pack_add_actions      (TambourPackReading        *self,
                                           GError                   **error);
gboolean    tambour_pack_add_traps        (TambourPackReading        *self,
                                           GError                   **error);
void        tambour_pack_add_people       (TambourPackReading        *self);
void        tambour_pack_add_team         (TambourPackReading        *self);
gboolean    tambour_pack_add_calls        (TambourPackReading        *self,
                                           GError                   **error);
gboolean    tambour_pack_add_environments (TambourPackReading        *self,
                                           GError                   **error);
gboolean    tambour_pack_add_workflows    (TambourPackReading        *self,
                                           GError                   **error);

G_END_DECLS
