/* tambour-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-people.h"

G_DEFINE_ENUM_TYPE (TambourContactRole, tambour_contact_role,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_USER, "user"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR, "exec_sponsor"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_ECONOMIC_BUYER, "economic_buyer"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_CHAMPION, "champion"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_TECHNICAL_LEAD, "technical_lead"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_ADMIN, "admin"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONTACT_ROLE_SECURITY, "security"))

G_DEFINE_ENUM_TYPE (TambourSentiment, tambour_sentiment,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SENTIMENT_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SENTIMENT_SUPPORTER, "supporter"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SENTIMENT_NEUTRAL, "neutral"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SENTIMENT_CRITIC, "critic"))

G_DEFINE_ENUM_TYPE (TambourPersonRole, tambour_person_role,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PERSON_ROLE_TAM, "tam"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PERSON_ROLE_BACKUP_TAM, "backup_tam"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PERSON_ROLE_MANAGER, "manager"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PERSON_ROLE_SPECIALIST, "specialist"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PERSON_ROLE_ENGINEER, "engineer"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PERSON_ROLE_PRODUCT, "product"))

static const TambourField tambour_contact_fields[] = {
  { TAMBOUR_FIELD (TambourContact, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, email), .label = N_("Email"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, phone), .label = N_("Phone"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, tz), .label = N_("Time zone"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, language), .label = N_("Language"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, title), .label = N_("Job title"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, role), .label = N_("Role"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_contact_role_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourContact, is_named), .label = N_("Named contact"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourContact, named_from), .label = N_("Named from"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourContact, named_to), .label = N_("Named to"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourContact, influence), .label = N_("Influence"),
    .flags = TAMBOUR_FIELD_PERSONAL },
  { TAMBOUR_FIELD (TambourContact, sentiment), .label = N_("Sentiment"),
    .flags = TAMBOUR_FIELD_PERSONAL, .choice = tambour_sentiment_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourContact, reports_to_id), .label = N_("Reports to"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourContact, left_on), .label = N_("Left on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourContact, purged_at),
    .flags = TAMBOUR_FIELD_PURGED, .merge = TAMBOUR_MERGE_LARGEST },
};

TAMBOUR_DEFINE_RECORD (TambourContact, tambour_contact, 6, "contact", "contacts", N_("Contact"), 0)

static const TambourField tambour_person_fields[] = {
  { TAMBOUR_FIELD (TambourPerson, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPerson, role), .label = N_("Role"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_person_role_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourPerson, email), .label = N_("Email"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPerson, calendar), .label = N_("Working hours") },
  { TAMBOUR_FIELD (TambourPerson, sign_in), .label = N_("Signs in as"),
    .flags = TAMBOUR_FIELD_INDEXED },
};

TAMBOUR_DEFINE_RECORD (TambourPerson, tambour_person, 7, "person", "people", N_("Person"), 0)

static const TambourField tambour_team_role_fields[] = {
  { TAMBOUR_FIELD (TambourTeamRole, person_id), .label = N_("Person"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "person" },
  { TAMBOUR_FIELD (TambourTeamRole, role), .label = N_("Role"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_person_role_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourTeamRole, from), .label = N_("From"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTeamRole, to), .label = N_("To"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourTeamRole, tambour_team_role, 8, "team_role", "team_roles", N_("Account team"), 0)
