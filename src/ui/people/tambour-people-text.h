/* tambour-people-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-contacts.h"

G_BEGIN_DECLS

const char *tambour_people_text_role      (TambourContactRole        role);
const char *tambour_people_text_sentiment (TambourSentiment          sentiment);
const char *tambour_people_text_team_role (TambourPersonRole         role);
char       *tambour_people_text_contact   (const TambourContactView *view,
                                           const char               *zone,
                                           TambourInstant            now);
char       *tambour_people_text_last      (const TambourContactView *view,
                                           TambourDate               today,
                                           GTimeZone                *zone);
char       *tambour_people_text_team      (const TambourTeamView    *view,
                                           TambourDate               today);
char       *tambour_people_text_named     (const TambourContacts    *contacts);

G_END_DECLS
