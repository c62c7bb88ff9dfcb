/* tambour-people.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_CONTACT_ROLE_USER,
  TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR,
  TAMBOUR_CONTACT_ROLE_ECONOMIC_BUYER,
  TAMBOUR_CONTACT_ROLE_CHAMPION,
  TAMBOUR_CONTACT_ROLE_TECHNICAL_LEAD,
  TAMBOUR_CONTACT_ROLE_ADMIN,
  TAMBOUR_CONTACT_ROLE_SECURITY,
} TambourContactRole;

#define TAMBOUR_TYPE_CONTACT_ROLE (tambour_contact_role_get_type ())
GType tambour_contact_role_get_type (void);

typedef enum
{
  TAMBOUR_SENTIMENT_UNKNOWN,
  TAMBOUR_SENTIMENT_SUPPORTER,
  TAMBOUR_SENTIMENT_NEUTRAL,
  TAMBOUR_SENTIMENT_CRITIC,
} TambourSentiment;

#define TAMBOUR_TYPE_SENTIMENT (tambour_sentiment_get_type ())
GType tambour_sentiment_get_type (void);

typedef enum
{
  TAMBOUR_PERSON_ROLE_TAM,
  TAMBOUR_PERSON_ROLE_BACKUP_TAM,
  TAMBOUR_PERSON_ROLE_MANAGER,
  TAMBOUR_PERSON_ROLE_SPECIALIST,
  TAMBOUR_PERSON_ROLE_ENGINEER,
  TAMBOUR_PERSON_ROLE_PRODUCT,
} TambourPersonRole;

#define TAMBOUR_TYPE_PERSON_ROLE (tambour_person_role_get_type ())
GType tambour_person_role_get_type (void);

/**
 * TambourContact:
 *
 * A person at the customer.
 */
#define TAMBOUR_TYPE_CONTACT (tambour_contact_get_type ())
TAMBOUR_DECLARE_RECORD (TambourContact, tambour_contact, CONTACT)

struct _TambourContact
{
  TambourRecord  parent_instance;

  char          *name;
  char          *email;
  char          *phone;
  char          *tz;
  char          *language;
  char          *title;
  guint          role;
  bool           is_named;
  TambourDate    named_from;
  TambourDate    named_to;
  gint64         influence;
  guint          sentiment;
  TambourRef     reports_to_id;
  TambourDate    left_on;
  TambourInstant purged_at;
};

/**
 * TambourPerson:
 *
 * One of us. A team's database knows them by the name that they sign in with there.
 */
#define TAMBOUR_TYPE_PERSON (tambour_person_get_type ())
TAMBOUR_DECLARE_RECORD (TambourPerson, tambour_person, PERSON)

struct _TambourPerson
{
  TambourRecord  parent_instance;

  char          *name;
  guint          role;
  char          *email;
  char          *calendar;
  char          *sign_in;
};

/**
 * TambourTeamRole:
 *
 * Who of us looks after an account, and when.
 */
#define TAMBOUR_TYPE_TEAM_ROLE (tambour_team_role_get_type ())
TAMBOUR_DECLARE_RECORD (TambourTeamRole, tambour_team_role, TEAM_ROLE)

struct _TambourTeamRole
{
  TambourRecord parent_instance;

  TambourRef    person_id;
  guint         role;
  TambourDate   from;
  TambourDate   to;
};

G_END_DECLS
