/* tambour-pack-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit.h"
#include "tambour-case.h"
#include "tambour-environment.h"
#include "tambour-pack-facts-private.h"

#include "tambour-wording.h"

static const char * const case_statuses[] = {
  [TAMBOUR_CASE_STATUS_NEW] = N_("new"),
  [TAMBOUR_CASE_STATUS_OPEN] = N_("open"),
  [TAMBOUR_CASE_STATUS_WAITING_CUSTOMER] = N_("waits for the customer"),
  [TAMBOUR_CASE_STATUS_WAITING_ENGINEERING] = N_("waits for engineering"),
  [TAMBOUR_CASE_STATUS_WAITING_VENDOR] = N_("waits for a vendor"),
  [TAMBOUR_CASE_STATUS_RESTORED] = N_("service restored"),
  [TAMBOUR_CASE_STATUS_PLAN_AGREED] = N_("plan agreed"),
  [TAMBOUR_CASE_STATUS_RESOLVED] = N_("resolved"),
  [TAMBOUR_CASE_STATUS_CLOSED] = N_("closed"),
};

static const char * const contact_roles[] = {
  [TAMBOUR_CONTACT_ROLE_USER] = N_("user"),
  [TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR] = N_("sponsor"),
  [TAMBOUR_CONTACT_ROLE_ECONOMIC_BUYER] = N_("decides about money"),
  [TAMBOUR_CONTACT_ROLE_CHAMPION] = N_("champion"),
  [TAMBOUR_CONTACT_ROLE_TECHNICAL_LEAD] = N_("technical lead"),
  [TAMBOUR_CONTACT_ROLE_ADMIN] = N_("administrator"),
  [TAMBOUR_CONTACT_ROLE_SECURITY] = N_("security"),
};

static const char * const sentiments[] = {
  [TAMBOUR_SENTIMENT_UNKNOWN] = NULL,
  [TAMBOUR_SENTIMENT_SUPPORTER] = N_("supporter"),
  [TAMBOUR_SENTIMENT_NEUTRAL] = N_("neutral"),
  [TAMBOUR_SENTIMENT_CRITIC] = N_("critic"),
};

static const char * const person_roles[] = {
  [TAMBOUR_PERSON_ROLE_TAM] = N_("TAM"),
  [TAMBOUR_PERSON_ROLE_BACKUP_TAM] = N_("backup TAM"),
  [TAMBOUR_PERSON_ROLE_MANAGER] = N_("manager"),
  [TAMBOUR_PERSON_ROLE_SPECIALIST] = N_("specialist"),
  [TAMBOUR_PERSON_ROLE_ENGINEER] = N_("engineer"),
  [TAMBOUR_PERSON_ROLE_PRODUCT] = N_("product"),
};

static const char * const meetings[] = {
  [TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL] = N_("regular call"),
  [TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL] = N_("call"),
  [TAMBOUR_ENGAGEMENT_KIND_ONSITE] = N_("visit"),
  [TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW] = N_("roadmap review"),
  [TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION] = N_("audit session"),
  [TAMBOUR_ENGAGEMENT_KIND_TRAINING] = N_("training"),
  [TAMBOUR_ENGAGEMENT_KIND_EBR] = N_("executive business review"),
  [TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL] = N_("executive call"),
};

static const char * const environments[] = {
  [TAMBOUR_ENVIRONMENT_KIND_PRODUCTION] = N_("production"),
  [TAMBOUR_ENVIRONMENT_KIND_STAGING] = N_("staging"),
  [TAMBOUR_ENVIRONMENT_KIND_DR] = N_("disaster recovery"),
  [TAMBOUR_ENVIRONMENT_KIND_LAB] = N_("lab"),
};

static const char * const severities[] = {
  [TAMBOUR_SEVERITY_LOW] = N_("low"),
  [TAMBOUR_SEVERITY_MEDIUM] = N_("medium"),
  [TAMBOUR_SEVERITY_HIGH] = N_("high"),
};

#define LOOK_UP(words, value) \
  ((value) < G_N_ELEMENTS (words) && (words)[(value)] ? tambour_wording_text ((words)[(value)]) : NULL)

/**
 * tambour_pack_case_status:
 * @status: a #TambourCaseStatus
 *
 * Returns: (nullable): in words
 */
const char *
tambour_pack_case_status (guint status)
{
  return LOOK_UP (case_statuses, status);
}

/**
 * tambour_pack_contact_role:
 * @role: a #TambourContactRole
 *
 * Returns: (nullable): in words
 */
const char *
tambour_pack_contact_role (guint role)
{
  return LOOK_UP (contact_roles, role);
}

/**
 * tambour_pack_sentiment:
 * @sentiment: a #TambourSentiment
 *
 * Returns: (nullable): in words; %NULL if nobody knows
 */
const char *
tambour_pack_sentiment (guint sentiment)
{
  return LOOK_UP (sentiments, sentiment);
}

/**
 * tambour_pack_person_role:
 * @role: a #TambourPersonRole
 *
 * Returns: (nullable): in words
 */
const char *
tambour_pack_person_role (guint role)
{
  return LOOK_UP (person_roles, role);
}

/**
 * tambour_pack_meeting:
 * @kind: a #TambourEngagementKind
 *
 * Returns: (nullable): in words
 */
const char *
tambour_pack_meeting (guint kind)
{
  return LOOK_UP (meetings, kind);
}

/**
 * tambour_pack_environment:
 * @kind: a #TambourEnvironmentKind
 *
 * Returns: (nullable): in words
 */
const char *
tambour_pack_environment (guint kind)
{
  return LOOK_UP (environments, kind);
}

/**
 * tambour_pack_severity:
 * @severity: a #TambourSeverity
 *
 * Returns: (nullable): in words
 */
const char *
tambour_pack_severity (guint severity)
{
  return LOOK_UP (severities, severity);
}

/**
 * tambour_pack_join:
 * @line: a line that grows
 * @piece: (nullable): what is added to it, after a dot
 */
void
tambour_pack_join (GString    *line,
                   const char *piece)
{
  g_autofree char *alone = NULL;

  if (piece == NULL || *piece == '\0')
    return;

  alone = tambour_wording_isolate (piece);
  g_string_append_printf (line, "%s%s", line->len ? " · " : "", alone);
}

/**
 * tambour_pack_dup_day:
 * @self: a reading
 * @date: a date
 *
 * Returns: (transfer full) (nullable): such as "24 Nov", with the year where it is another
 */
char *
tambour_pack_dup_day (const TambourPackReading *self,
                      TambourDate               date)
{
  int year, this_year, month, day;

  if (!tambour_date_is_stated (date))
    return NULL;

  tambour_date_split (self->contacts->today, &this_year, &month, &day);
  tambour_date_split (date, &year, &month, &day);

  return tambour_wording_date (date, year == this_year ? TAMBOUR_DATE_FORM_DAY : TAMBOUR_DATE_FORM_SHORT);
}

static char *
dup_time_of_day (GTimeZone      *zone,
                 TambourInstant  at)
{
  gint64 local = tambour_zone_local_of (zone, at);
  gint64 second = ((local % TAMBOUR_DAY) + TAMBOUR_DAY) % TAMBOUR_DAY;

  return g_strdup_printf ("%02d:%02d", (int) (second / TAMBOUR_HOUR), (int) (second % TAMBOUR_HOUR / TAMBOUR_MINUTE));
}

/**
 * tambour_pack_dup_moment:
 * @self: a reading
 * @at: an instant
 *
 * Returns: (transfer full) (nullable): such as "24 Nov, 08:40", where the customer is
 */
char *
tambour_pack_dup_moment (const TambourPackReading *self,
                         TambourInstant            at)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (!tambour_instant_is_stated (at))
    return NULL;

  day = tambour_pack_dup_day (self, tambour_zone_date_of (self->zone, at));
  time = dup_time_of_day (self->zone, at);

  return tambour_wording_fill (_("{0}, {1}"), day, time, NULL);
}

/**
 * tambour_pack_dup_city:
 * @zone: (nullable): the name of a time zone
 *
 * Returns: (transfer full) (nullable): the city in it
 */
char *
tambour_pack_dup_city (const char *zone)
{
  const char *slash = zone ? strrchr (zone, '/') : NULL;

  return zone && *zone ? g_strdelimit (g_strdup (slash ? slash + 1 : zone), "_", ' ') : NULL;
}

/**
 * tambour_pack_dup_clock:
 * @zone: (nullable): the name of a time zone
 * @at: an instant
 *
 * Returns: (transfer full) (nullable): such as "11:12 in Chicago"
 */
char *
tambour_pack_dup_clock (const char     *zone,
                        TambourInstant  at)
{
  g_autoptr(GTimeZone) found = zone && *zone ? tambour_zone_lookup (zone) : NULL;
  g_autofree char *time = found ? dup_time_of_day (found, at) : NULL;
  g_autofree char *city = tambour_pack_dup_city (zone);

  /* Translators: the time in a city: 11:12 in Chicago. */
  return found ? tambour_wording_fill (_("{0} in {1}"), time, city, NULL) : NULL;
}
