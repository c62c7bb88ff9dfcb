/* tambour-people-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-people-text.h"
#include "tambour-when.h"

/**
 * tambour_people_text_role:
 * @role: a role at the customer
 *
 * Returns: (transfer none): in words
 */
const char *
tambour_people_text_role (TambourContactRole role)
{
  switch (role)
    {
    case TAMBOUR_CONTACT_ROLE_USER:
      return _("user");
    case TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR:
      return _("sponsor");
    case TAMBOUR_CONTACT_ROLE_ECONOMIC_BUYER:
      return _("decides about money");
    case TAMBOUR_CONTACT_ROLE_CHAMPION:
      return _("champion");
    case TAMBOUR_CONTACT_ROLE_TECHNICAL_LEAD:
      return _("technical lead");
    case TAMBOUR_CONTACT_ROLE_ADMIN:
      return _("administrator");
    case TAMBOUR_CONTACT_ROLE_SECURITY:
      return _("security");
    }

  return "";
}

/**
 * tambour_people_text_sentiment:
 * @sentiment: how somebody stands to us
 *
 * Returns: (transfer none) (nullable): in a word; %NULL if nobody knows
 */
const char *
tambour_people_text_sentiment (TambourSentiment sentiment)
{
  switch (sentiment)
    {
    case TAMBOUR_SENTIMENT_UNKNOWN:
      return NULL;
    case TAMBOUR_SENTIMENT_SUPPORTER:
      return _("Supporter");
    case TAMBOUR_SENTIMENT_NEUTRAL:
      return _("Neutral");
    case TAMBOUR_SENTIMENT_CRITIC:
      return _("Critic");
    }

  return NULL;
}

/**
 * tambour_people_text_team_role:
 * @role: what one of us does for an account
 *
 * Returns: (transfer none): in words
 */
const char *
tambour_people_text_team_role (TambourPersonRole role)
{
  switch (role)
    {
    case TAMBOUR_PERSON_ROLE_TAM:
      return _("TAM");
    case TAMBOUR_PERSON_ROLE_BACKUP_TAM:
      return _("Backup TAM");
    case TAMBOUR_PERSON_ROLE_MANAGER:
      return _("Manager");
    case TAMBOUR_PERSON_ROLE_SPECIALIST:
      return _("Specialist");
    case TAMBOUR_PERSON_ROLE_ENGINEER:
      return _("Engineer");
    case TAMBOUR_PERSON_ROLE_PRODUCT:
      return _("Product");
    }

  return "";
}

static void
join (GString    *line,
      const char *piece)
{
  if (piece != NULL && *piece != '\0')
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", piece);
}

/* Their own time, where they are not where the account is. */
static char *
dup_local_time (TambourContact *contact,
                const char     *zone,
                TambourInstant  now)
{
  g_autoptr(GTimeZone) found = contact->tz && *contact->tz ? tambour_zone_lookup (contact->tz) : NULL;
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (found == NULL || g_strcmp0 (contact->tz, zone) == 0)
    return NULL;

  time = tambour_when_time (now, found);
  city = tambour_when_city (contact->tz);

  /* Translators: a time and a city: 11:12 in Chicago */
  return g_strdup_printf (_("%s in %s"), time, city);
}

/**
 * tambour_people_text_contact:
 * @view: a contact
 * @zone: (nullable): the account's time zone
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what they do, who they report to, what time it is there
 */
char *
tambour_people_text_contact (const TambourContactView *view,
                             const char               *zone,
                             TambourInstant            now)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *time = dup_local_time (view->contact, zone, now);

  join (line, view->contact->title);
  join (line, tambour_people_text_role (view->contact->role));
  if (view->reports_to != NULL)
    {
      g_autofree char *above = g_strdup_printf (_("reports to %s"), view->reports_to);

      join (line, above);
    }
  if (view->group != TAMBOUR_CONTACT_GROUP_LEFT)
    join (line, time);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * tambour_people_text_last:
 * @view: a contact
 * @today: the date at the account
 * @zone: the account's time zone
 *
 * Returns: (transfer full): when they were last heard, or left
 */
char *
tambour_people_text_last (const TambourContactView *view,
                          TambourDate               today,
                          GTimeZone                *zone)
{
  if (view->group == TAMBOUR_CONTACT_GROUP_LEFT)
    return tambour_when_date (view->contact->left_on, today);

  if (!tambour_instant_is_stated (view->last_at))
    return g_strdup ("–");

  return tambour_when_date (tambour_zone_date_of (zone, view->last_at), today);
}

static char *
dup_time_of_role (const TambourTeamView *view,
                  TambourDate            today)
{
  g_autofree char *from = view->role->from.julian ? tambour_when_date (view->role->from, today) : NULL;
  g_autofree char *to = view->role->to.julian ? tambour_when_date (view->role->to, today) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (to != NULL)
    return g_strdup_printf (_("until %s"), to);
  if (from == NULL)
    return NULL;

  return g_strdup_printf (view->state == TAMBOUR_TEAM_COMING ? _("from %s") : _("since %s"), from);
}

/**
 * tambour_people_text_team:
 * @view: one of us
 * @today: the date at the account
 *
 * Returns: (transfer full): what they do for the account, and when
 */
char *
tambour_people_text_team (const TambourTeamView *view,
                          TambourDate            today)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *time = dup_time_of_role (view, today);

  join (line, view->is_cover ? _("Stands in") : tambour_people_text_team_role (view->role->role));
  join (line, time);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * tambour_people_text_named:
 * @contacts: the people of an account
 *
 * Returns: (transfer full): whether somebody more can be named
 */
char *
tambour_people_text_named (const TambourContacts *contacts)
{
  gint64 left = contacts->limit - contacts->n_named;

  if (contacts->limit == TAMBOUR_NO_COUNT)
    return g_strdup (contacts->plan ? _("The plan sets no limit") : _("The account has no plan, so nothing is limited"));

  if (contacts->limit == 0)
    return g_strdup_printf (_("%s has no named contacts"), contacts->plan);

  if (left > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has room for %d more", "%s has room for %d more", (gulong) left),
                            contacts->plan, (int) left);

  if (left == 0)
    return g_strdup_printf (_("All that %s has. Let one end before you name somebody else."), contacts->plan);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d more than %s has. Let one end.", "%d more than %s has. Let some end.", (gulong) -left),
                          (int) -left, contacts->plan);
}
