/* tambour-account-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-amount.h"
#include "tambour-usage.h"
#include "tambour-when.h"

/* Days before its end from which an agreement that is not renewed is a worry. */
#define DAYS_WORRY 90

/* How much of something bought may be used before its bar warns. */
#define SHARE_WARN .9

/**
 * tambour_account_text_percent:
 * @share: a share, 1 for all
 *
 * Returns: (transfer full): it in percent, with as many digits as it deserves
 */
char *
tambour_account_text_percent (double share)
{
  double percent = share * 100;

  if (isnan (share))
    return g_strdup ("–");
  if (percent > 0 && percent < 9.95 && fabs (percent - round (percent)) > .05)
    return g_strdup_printf (_("%.1f %%"), percent);

  return g_strdup_printf (_("%.0f %%"), percent);
}

/**
 * tambour_account_text_compact:
 * @number: a number
 *
 * Returns: (transfer full): it in three digits or so: "412 M", "6 120"
 */
char *
tambour_account_text_compact (double number)
{
  double size = fabs (number);

  if (isnan (number))
    return g_strdup ("–");
  if (size >= 1e10)
    /* Translators: thousands of millions, shortened */
    return g_strdup_printf (_("%.0f bn"), number / 1e9);
  if (size >= 1e9)
    return g_strdup_printf (_("%.1f bn"), number / 1e9);
  if (size >= 1e7)
    /* Translators: millions, shortened */
    return g_strdup_printf (_("%.0f M"), number / 1e6);
  if (size >= 1e6)
    return g_strdup_printf (_("%.1f M"), number / 1e6);

  return tambour_amount_number (size >= 100 ? round (number) : round (number * 10) / 10);
}

/**
 * tambour_account_text_month:
 * @date: a day
 *
 * Returns: (transfer full): the name of its month, in full
 */
char *
tambour_account_text_month (TambourDate date)
{
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day;

  if (!tambour_date_is_stated (date))
    return g_strdup ("");

  tambour_date_split (date, &year, &month, &day);
  moment = g_date_time_new_utc (year, month, day, 12, 0, 0);

  return g_date_time_format (moment, "%OB");
}

/**
 * tambour_account_text_capital:
 * @text: (nullable): a text, or a code such as "next_steps"
 *
 * Returns: (transfer full): it as a title
 */
char *
tambour_account_text_capital (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text ? text : ""), "_", ' ');
  char first[7] = "";

  if (*spaced == '\0')
    return g_steal_pointer (&spaced);

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (spaced)), first);

  return g_strconcat (first, g_utf8_next_char (spaced), NULL);
}

/**
 * tambour_account_text_local_time:
 * @zone: a time zone
 * @zone_name: (nullable): its name
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what time it is there: "11:12 in Chicago"
 */
char *
tambour_account_text_local_time (GTimeZone      *zone,
                                 const char     *zone_name,
                                 TambourInstant  now)
{
  g_autofree char *time = tambour_when_time (now, zone);
  g_autofree char *city = tambour_when_city (zone_name ? zone_name : "");

  /* Translators: a time and a city */
  return *city ? g_strdup_printf (_("%1$s in %2$s"), time, city) : g_steal_pointer (&time);
}

/* --- the agreement -------------------------------------------------------- */

static char *
say_renewal (const TambourOverviewAgreement *agreement,
             TambourDate                     today)
{
  int months = agreement->renewal_months;
  g_autofree char *notice = tambour_when_date (agreement->notice_by, today);

  if (agreement->renewal != NULL)
    return months > 0 ? g_strdup_printf (ngettext ("renewal agreed for %d month", "renewal agreed for %d months", months), months)
                      : g_strdup (_("renewal agreed"));
  if (!agreement->agreement->auto_renew)
    return g_strdup (_("renewal not agreed"));
  if (agreement->notice_by.julian >= today.julian)
    return g_strdup_printf (_("renews by itself unless given notice by %s"), notice);

  return g_strdup (_("renews by itself"));
}

/**
 * tambour_account_text_term:
 * @agreement: an agreement
 * @today: the day that is today
 *
 * Returns: (transfer full): how long it holds, and what comes then
 */
char *
tambour_account_text_term (const TambourOverviewAgreement *agreement,
                           TambourDate                     today)
{
  int n = agreement->days_left;
  g_autofree char *left = NULL;
  g_autofree char *renewal = NULL;

  switch (agreement->term)
    {
    case TAMBOUR_TERM_NONE:
      return g_strdup (_("No agreement yet"));
    case TAMBOUR_TERM_COMING:
      return g_strdup_printf (ngettext ("Begins in %d day", "Begins in %d days", n), n);
    case TAMBOUR_TERM_ENDED:
      return g_strdup_printf (ngettext ("Ended %d day ago, and there is no other", "Ended %d days ago, and there is no other", n), n);
    case TAMBOUR_TERM_CURRENT:
      break;
    }

  left = g_strdup_printf (ngettext ("%d day left", "%d days left", n), n);
  renewal = say_renewal (agreement, today);

  return g_strdup_printf ("%s · %s", left, renewal);
}

/**
 * tambour_account_text_term_style:
 * @agreement: an agreement
 *
 * Returns: (transfer none) (nullable): the class of its bar: a warning when it
 *   ends soon and nobody has agreed on what comes then
 */
const char *
tambour_account_text_term_style (const TambourOverviewAgreement *agreement)
{
  switch (agreement->term)
    {
    case TAMBOUR_TERM_NONE:
    case TAMBOUR_TERM_COMING:
      return "idle";
    case TAMBOUR_TERM_ENDED:
      return "err";
    case TAMBOUR_TERM_CURRENT:
      break;
    }

  return agreement->renewal == NULL && !agreement->agreement->auto_renew && agreement->days_left <= DAYS_WORRY ? "warn" : NULL;
}

/**
 * tambour_account_text_counts:
 * @overview: an overview
 *
 * Returns: (transfer full): how many contacts may open cases, and what was held
 */
char *
tambour_account_text_counts (const TambourOverview *overview)
{
  int named = (int) overview->named;
  int calls = (int) overview->calls_held;
  int reviews = (int) overview->reviews_held;
  g_autofree char *contacts = NULL;
  g_autofree char *held = g_strdup_printf (ngettext ("%d call", "%d calls", calls), calls);
  g_autofree char *reviewed = g_strdup_printf (ngettext ("%d review held", "%d reviews held", reviews), reviews);

  if (overview->named_limit == TAMBOUR_NO_COUNT)
    contacts = g_strdup_printf (ngettext ("%d named contact", "%d named contacts", named), named);
  else
    contacts = g_strdup_printf (_("%1$d of %2$d named contacts"), named, (int) overview->named_limit);

  return g_strdup_printf ("%s · %s · %s", contacts, held, reviewed);
}

/**
 * tambour_account_text_entitlement:
 * @kind: what was bought
 *
 * Returns: (transfer none): what people call it
 */
const char *
tambour_account_text_entitlement (TambourEntitlementKind kind)
{
  switch (kind)
    {
    case TAMBOUR_ENTITLEMENT_KIND_CALL:
      return _("Calls");
    case TAMBOUR_ENTITLEMENT_KIND_AUDIT:
      return _("Audits");
    case TAMBOUR_ENTITLEMENT_KIND_TRAINING_HOUR:
      return _("Training hours");
    case TAMBOUR_ENTITLEMENT_KIND_TAM_HOUR:
      return _("TAM hours");
    case TAMBOUR_ENTITLEMENT_KIND_ONSITE_DAY:
      return _("Days on site");
    case TAMBOUR_ENTITLEMENT_KIND_EBR:
      return _("Business reviews");
    case TAMBOUR_ENTITLEMENT_KIND_EARLY_ACCESS:
      return _("Early access programmes");
    case TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT:
      return _("Named contacts");
    }

  g_return_val_if_reached ("");
}

/**
 * tambour_account_text_meter:
 * @line: a line of what was bought
 *
 * Returns: (transfer full): what was used and is left: "24 of 48 · 24 left"
 */
char *
tambour_account_text_meter (const TambourOverviewMeter *line)
{
  int used = (int) line->used;
  int granted = (int) line->granted;
  int left = granted - used;

  if (left < 0)
    /* Translators: used, bought, and how many more than were bought */
    return g_strdup_printf (ngettext ("%1$d of %2$d · %3$d too many", "%1$d of %2$d · %3$d too many", -left), used, granted, -left);
  if (left == 0)
    return g_strdup_printf (_("%1$d of %2$d · none left"), used, granted);

  /* Translators: used, bought, and left */
  return g_strdup_printf (ngettext ("%1$d of %2$d · %3$d left", "%1$d of %2$d · %3$d left", left), used, granted, left);
}

/**
 * tambour_account_text_meter_style:
 * @line: a line of what was bought
 *
 * Returns: (transfer none) (nullable): the class of its bar
 */
const char *
tambour_account_text_meter_style (const TambourOverviewMeter *line)
{
  if (line->used > line->granted)
    return "err";
  if (line->used == line->granted)
    return "ok";

  return line->used >= SHARE_WARN * line->granted ? "warn" : NULL;
}

/* --- usage ---------------------------------------------------------------- */

/**
 * tambour_account_text_metric:
 * @metric: (nullable): the name of a usage metric
 *
 * Returns: (transfer none): what people call what it counts
 */
const char *
tambour_account_text_metric (const char *metric)
{
  if (g_strcmp0 (metric, TAMBOUR_METRIC_REQUESTS) == 0)
    return _("Lookups");
  if (g_strcmp0 (metric, TAMBOUR_METRIC_USERS_PROTECTED) == 0)
    return _("Protected users");

  return _("Usage");
}

/**
 * tambour_account_text_usage_title:
 * @metric: (nullable): the name of a usage metric
 *
 * Returns: (transfer none): the heading of its chart
 */
const char *
tambour_account_text_usage_title (const char *metric)
{
  if (g_strcmp0 (metric, TAMBOUR_METRIC_REQUESTS) == 0)
    return _("Lookups per Day");
  if (g_strcmp0 (metric, TAMBOUR_METRIC_USERS_PROTECTED) == 0)
    return _("Protected Users");

  return _("Usage per Day");
}

static char *
say_source (const TambourOverviewUsage *usage,
            TambourDate                 today)
{
  g_autofree char *date = tambour_when_date (usage->imported_on, today);

  switch (usage->origin)
    {
    case TAMBOUR_ORIGIN_IMPORT:
      return g_strdup_printf (_("usage import of %s"), date);
    case TAMBOUR_ORIGIN_SYNC:
      return g_strdup_printf (_("from the team on %s"), date);
    case TAMBOUR_ORIGIN_MANUAL:
    case TAMBOUR_ORIGIN_DERIVED:
      break;
    }

  return g_strdup_printf (_("written down on %s"), date);
}

/**
 * tambour_account_text_usage_line:
 * @usage: usage
 * @today: the day that is today
 *
 * Returns: (transfer full): what was blocked, and where the figures come from
 */
char *
tambour_account_text_usage_line (const TambourOverviewUsage *usage,
                                 TambourDate                 today)
{
  g_autofree char *source = say_source (usage, today);
  g_autofree char *share = NULL;

  if (isnan (usage->blocked))
    return tambour_account_text_capital (source);

  share = tambour_account_text_percent (usage->blocked);

  /* Translators: a percentage, and where figures come from: "1.8 % blocked · usage import of 22 Nov" */
  return g_strdup_printf (_("%1$s blocked · %2$s"), share, source);
}

/**
 * tambour_account_text_usage:
 * @usage: usage
 * @today: the day that is today
 *
 * Returns: (transfer full): what its chart shows, for those who do not see it
 */
char *
tambour_account_text_usage (const TambourOverviewUsage *usage,
                            TambourDate                 today)
{
  guint first = 0, n = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = tambour_when_date (usage->latest_week, today);
  g_autofree char *before = NULL;
  g_autofree char *now = tambour_account_text_compact (usage->latest);

  for (guint i = TAMBOUR_OVERVIEW_WEEKS; i > 0; i--)
    if (!isnan (usage->weeks[i - 1]))
      {
        first = i - 1;
        n++;
      }

  from = tambour_when_date ((TambourDate) { usage->first_week.julian + first * 7 }, today);
  before = tambour_account_text_compact (usage->weeks[first]);

  /* Translators: heading of a chart, a count of weeks, a value, its week, another value, its week */
  return g_strdup_printf (ngettext ("%1$s, %2$u week: from %3$s in the week of %4$s to %5$s in the week of %6$s",
                                    "%1$s, %2$u weeks: from %3$s in the week of %4$s to %5$s in the week of %6$s", n),
                          tambour_account_text_usage_title (usage->metric), n, before, from, now, to);
}
