/* tambour-coming-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-service-text.h"
#include "tambour-today-text.h"
#include "tambour-when.h"

static const char *
or_else (const char *text,
         const char *otherwise)
{
  return text && *text ? text : otherwise;
}

/**
 * tambour_today_text_coming:
 * @coming: something to come
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what it is
 */
char *
tambour_today_text_coming (const TambourTodayComing *coming,
                           TambourInstant            now)
{
  switch (coming->kind)
    {
    case TAMBOUR_TODAY_AUDIT:
      return g_strdup (or_else (coming->title, _("Audit")));
    case TAMBOUR_TODAY_MEETING:
    case TAMBOUR_TODAY_CADENCE:
      return g_strdup (or_else (coming->title, tambour_today_text_meeting (coming->meeting)));
    case TAMBOUR_TODAY_CHANGE:
      return g_strdup (or_else (coming->title, _("Planned change")));
    case TAMBOUR_TODAY_REVIEW:
      return g_strdup (_("Review of the agreement"));
    case TAMBOUR_TODAY_RENEWAL:
      return g_strdup (_("Renewal of the agreement"));
    case TAMBOUR_TODAY_SILENT:
    case TAMBOUR_TODAY_UPDATE:
      return g_strdup (or_else (coming->title, _("Untitled case")));
    case TAMBOUR_TODAY_FOLLOW_UP:
      return g_strdup (or_else (coming->text, _("Follow up")));
    }

  g_return_val_if_reached (g_strdup (""));
}

static char *
dup_checks (const TambourTodayComing *coming)
{
  g_autofree char *checks = NULL;

  if (coming->checks == 0)
    return g_strdup (coming->text ? coming->text : "");

  checks = g_strdup_printf (ngettext ("%u check", "%u checks", coming->checks), coming->checks);

  return tambour_today_text_join (checks, coming->text ? coming->text : "", NULL);
}

static char *
dup_last_held (const TambourTodayComing *coming,
               TambourDate               today)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (coming->account.zone);
  g_autofree char *day = NULL;

  if (!tambour_instant_is_stated (coming->last))
    return g_strdup (_("never held"));

  day = tambour_when_date (tambour_zone_date_of (zone, coming->last), today);

  /* Translators: %s is a date */
  return g_strdup_printf (_("last held on %s"), day);
}

/* In the customer's city, as all times of the customer. */
static char *
dup_promised (const TambourTodayComing *coming)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (coming->account.zone);
  g_autofree char *time = tambour_when_time (coming->at, zone);
  g_autofree char *city = tambour_when_city (coming->account.zone);

  /* Translators: an update that was promised to a customer: a time and a city */
  return g_strdup_printf (_("Update %1$s %2$s"), time, city);
}

/* The day stands in its box. */
static char *
dup_window (const TambourTodayComing *coming)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (coming->account.zone);
  g_autofree char *weekday = tambour_when_weekday (coming->on);
  g_autofree char *time = tambour_when_time (coming->at, zone);
  g_autofree char *city = tambour_when_city (coming->account.zone);

  /* Translators: a planned change at a customer’s: a weekday, a time and a city */
  return g_strdup_printf (_("Change window %1$s %2$s %3$s"), weekday, time, city);
}

/**
 * tambour_today_text_source:
 * @coming: something to come
 * @now: the time that is "now"
 *
 * Returns: (transfer full): whose it is and what is known of it
 */
char *
tambour_today_text_source (const TambourTodayComing *coming,
                           TambourInstant            now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourDate today = tambour_zone_date_of (here, now);
  const char *account = coming->account.name ? coming->account.name : "";
  g_autofree char *fact = NULL;
  g_autofree char *number = NULL;

  switch (coming->kind)
    {
    case TAMBOUR_TODAY_AUDIT:
      fact = dup_checks (coming);
      break;
    case TAMBOUR_TODAY_MEETING:
      fact = g_strdup (coming->text ? coming->text : "");
      break;
    case TAMBOUR_TODAY_REVIEW:
    case TAMBOUR_TODAY_FOLLOW_UP:
      fact = g_strdup (coming->title ? coming->title : "");
      break;
    case TAMBOUR_TODAY_RENEWAL:
      fact = g_strdup (coming->renews ? _("renews by itself") : _("ends if nobody renews it"));
      break;
    case TAMBOUR_TODAY_CADENCE:
      fact = dup_last_held (coming, today);
      break;
    case TAMBOUR_TODAY_CHANGE:
      fact = dup_window (coming);
      return tambour_today_text_join (fact, account, NULL);
    case TAMBOUR_TODAY_SILENT:
      number = tambour_today_text_number (coming->number);
      return tambour_today_text_join (number, account, NULL);
    case TAMBOUR_TODAY_UPDATE:
      number = tambour_today_text_number (coming->number);
      fact = dup_promised (coming);
      return tambour_today_text_join (fact, number, account, NULL);
    }

  return tambour_today_text_join (account, fact, NULL);
}

static char *
dup_silent (const TambourTodayComing *coming,
            TambourInstant            now)
{
  int days = MAX (0, (now.seconds - coming->last.seconds) / TAMBOUR_DAY);

  if (coming->was_promised)
    return g_strdup (_("Update overdue"));

  return g_strdup_printf (ngettext ("Silent %d day", "Silent %d days", days), days);
}

/* How long there is until then; the last hour warns. */
static char *
dup_time_left (const TambourTodayComing  *coming,
               TambourInstant             now,
               const char               **style)
{
  gint64 left = coming->at.seconds - now.seconds;
  g_autofree char *length = tambour_when_duration (ABS (left), ABS (left) < TAMBOUR_HOUR ? TAMBOUR_WHEN_SHORT : TAMBOUR_WHEN_FULL);

  *style = left < 0 ? "error" : left < TAMBOUR_HOUR ? "warning"
                                                    : NULL;

  return left < 0 ? g_strdup_printf (_("%s late"), length) : g_strdup_printf (_("%s left"), length);
}

static char *
dup_lead (const TambourTodayComing  *coming,
          TambourInstant             now,
          const char               **style)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (coming->account.zone);

  return tambour_service_text_lead (&coming->lead, tambour_zone_date_of (zone, now), style);
}

static char *
dup_readiness (const TambourTodayComing  *coming,
               const char               **style)
{
  gboolean is_audit = coming->kind == TAMBOUR_TODAY_AUDIT;
  gboolean is_renewal = coming->kind == TAMBOUR_TODAY_RENEWAL;

  switch (coming->readiness)
    {
    case TAMBOUR_TODAY_READY_UNKNOWN:
      return NULL;
    case TAMBOUR_TODAY_READY_DRAFT:
      *style = "warning";
      return g_strdup (is_audit ? _("In review") : _("Draft"));
    case TAMBOUR_TODAY_READY:
      *style = "success";
      return g_strdup (is_renewal ? _("Agreed") : _("Ready"));
    case TAMBOUR_TODAY_READY_NOTHING:
      *style = is_renewal && !coming->renews ? "warning" : NULL;
      return g_strdup (is_renewal ? _("Not agreed") : is_audit ? _("No checklist")
                                                                : _("No agenda"));
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_today_text_tag:
 * @coming: something to come
 * @now: the time that is "now"
 * @style: (out): the class of its tag, %NULL for none
 *
 * Returns: (transfer full) (nullable): how it stands, as far as records say
 */
char *
tambour_today_text_tag (const TambourTodayComing  *coming,
                        TambourInstant             now,
                        const char               **style)
{
  *style = NULL;

  switch (coming->kind)
    {
    case TAMBOUR_TODAY_CADENCE:
      *style = coming->at.seconds < now.seconds ? "warning" : NULL;
      return g_strdup (coming->at.seconds < now.seconds ? _("Missed") : _("Not planned"));
    case TAMBOUR_TODAY_SILENT:
      *style = "warning";
      return dup_silent (coming, now);
    case TAMBOUR_TODAY_UPDATE:
      return dup_time_left (coming, now, style);
    case TAMBOUR_TODAY_CHANGE:
      return dup_lead (coming, now, style);
    case TAMBOUR_TODAY_FOLLOW_UP:
      *style = coming->at.seconds < now.seconds ? "warning" : NULL;
      return g_strdup (_("Follow up"));
    case TAMBOUR_TODAY_AUDIT:
    case TAMBOUR_TODAY_MEETING:
    case TAMBOUR_TODAY_REVIEW:
    case TAMBOUR_TODAY_RENEWAL:
      return dup_readiness (coming, style);
    }

  g_return_val_if_reached (NULL);
}
