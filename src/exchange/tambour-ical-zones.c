/* tambour-ical-zones.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "tambour-ical-private.h"

/* 1970-01-01 */
#define DAYS_TO_EPOCH 719163

/* Nobody plans in other years; and a table of a zone is not longer. */
#define FIRST_YEAR     1601
#define LAST_YEAR      2400
#define MOST_OBSERVANCES 1000

static void
zone_clear (TambourIcalZone *zone)
{
  if (zone->table != NULL)
    icaltimezone_free (zone->table, 1);
  zone->table = NULL;
  g_clear_pointer (&zone->zone, g_time_zone_unref);
  g_clear_pointer (&zone->name, g_free);
}

static void
zone_free (gpointer data)
{
  zone_clear (data);
  g_free (data);
}

/**
 * tambour_ical_zones_new:
 * @reader: where the reader is
 *
 * Returns: (transfer full): the zones of a file that names none yet
 */
TambourIcalZones *
tambour_ical_zones_new (GTimeZone *reader)
{
  TambourIcalZones *self = g_new0 (TambourIcalZones, 1);

  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_free);
  self->reader.zone = g_time_zone_ref (reader);
  self->utc.zone = g_time_zone_new_utc ();

  return self;
}

/**
 * tambour_ical_zones_free:
 * @self: (transfer full): zones
 */
void
tambour_ical_zones_free (TambourIcalZones *self)
{
  g_hash_table_unref (self->by_name);
  zone_clear (&self->reader);
  zone_clear (&self->utc);
  g_free (self);
}

/* --- the file's own tables ------------------------------------------------- */

/* A clock that changes more often than once a month is none, and takes for ever. */
static gboolean
is_harmless (icalcomponent *observance)
{
  g_autoptr(GPtrArray) rules = tambour_ical_list_properties (observance, ICAL_RRULE_PROPERTY);
  icalproperty *start = icalcomponent_get_first_property (observance, ICAL_DTSTART_PROPERTY);
  struct icaltimetype time = start ? icalproperty_get_dtstart (start) : icaltime_null_time ();

  for (guint i = 0; i < rules->len; i++)
    {
      struct icalrecurrencetype rule = icalproperty_get_rrule (rules->pdata[i]);

      if (rule.freq != ICAL_YEARLY_RECURRENCE && rule.freq != ICAL_MONTHLY_RECURRENCE)
        return FALSE;
    }

  return time.year >= FIRST_YEAR && time.year <= LAST_YEAR;
}

static gboolean
is_table (icalcomponent *component)
{
  guint n = 0;

  for (icalcomponent *part = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       part != NULL;
       part = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    {
      icalcomponent_kind kind = icalcomponent_isa (part);

      if ((kind != ICAL_XSTANDARD_COMPONENT && kind != ICAL_XDAYLIGHT_COMPONENT) || !is_harmless (part) || ++n > MOST_OBSERVANCES)
        return FALSE;
    }

  return n > 0;
}

/* Outlook's names of zones are Windows's. */
static char *
dup_of_windows (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wanted[80], found[80];
  char *identifier;
  int32_t length;

  if (strlen (name) >= G_N_ELEMENTS (wanted))
    return NULL;

  u_charsToUChars (name, wanted, (int32_t) strlen (name) + 1);
  length = ucal_getTimeZoneIDForWindowsID (wanted, -1, NULL, found, G_N_ELEMENTS (found) - 1, &status);
  if (U_FAILURE (status) || length <= 0)
    return NULL;

  identifier = g_malloc0 ((gsize) length + 1);
  u_UCharsToChars (found, identifier, length);

  return identifier;
}

static gboolean
is_plain (const char *name)
{
  for (; *name; name++)
    if ((guchar) *name < ' ' || (guchar) *name > '~')
      return FALSE;

  return TRUE;
}

/* Programs put something of their own before the name. */
static char *
dup_iana_name (const char *name)
{
  g_autofree char *windows = NULL;

  for (const char *part = name; part != NULL && *part; part = strchr (part, '/'))
    {
      g_autoptr(GTimeZone) zone = NULL;

      part += *part == '/';
      if ((zone = tambour_zone_lookup (part)))
        return g_strdup (part);
    }

  if (!is_plain (name) || !(windows = dup_of_windows (name)))
    return NULL;

  return dup_iana_name (windows);
}

static char *
dup_location (icalcomponent *component)
{
  g_autoptr(GPtrArray) properties = tambour_ical_list_properties (component, ICAL_X_PROPERTY);

  for (guint i = 0; i < properties->len; i++)
    {
      const char *name = icalproperty_get_x_name (properties->pdata[i]);
      const char *value = icalproperty_get_x (properties->pdata[i]);

      if (g_strcmp0 (name, "X-LIC-LOCATION") == 0 && value != NULL)
        return dup_iana_name (value);
    }

  return NULL;
}

/**
 * tambour_ical_zones_define:
 * @self: zones
 * @text: a VTIMEZONE
 *
 * Returns: %FALSE if that is no table that can be used
 */
gboolean
tambour_ical_zones_define (TambourIcalZones *self,
                           const char       *text)
{
  g_autoptr(icalcomponent) component = icalparser_parse_string (text);
  icalproperty *id = NULL;
  TambourIcalZone *zone;
  const char *name;

  if (component != NULL && icalcomponent_isa (component) == ICAL_VTIMEZONE_COMPONENT)
    id = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);
  name = id ? icalproperty_get_tzid (id) : NULL;
  if (name == NULL || *name == '\0' || !is_table (component))
    return FALSE;

  zone = g_new0 (TambourIcalZone, 1);
  zone->name = dup_iana_name (name);
  if (zone->name == NULL)
    zone->name = dup_location (component);
  zone->table = icaltimezone_new ();
  g_hash_table_replace (self->by_name, g_strdup (name), zone);
  if (icaltimezone_set_component (zone->table, component))
    {
      g_steal_pointer (&component);
      return TRUE;
    }

  g_hash_table_remove (self->by_name, name);

  return FALSE;
}

/**
 * tambour_ical_zones_find:
 * @self: zones
 * @name: what a time says: the name of a table, of an IANA zone, or of a Windows one
 *
 * Returns: (transfer none) (nullable): the zone
 */
const TambourIcalZone *
tambour_ical_zones_find (TambourIcalZones *self,
                         const char       *name)
{
  TambourIcalZone *zone = g_hash_table_lookup (self->by_name, name);
  g_autofree char *known = NULL;

  if (zone != NULL)
    return zone;
  if (g_ascii_strcasecmp (name, "UTC") == 0 || g_ascii_strcasecmp (name, "GMT") == 0)
    return &self->utc;
  if (!(known = dup_iana_name (name)))
    return NULL;

  zone = g_new0 (TambourIcalZone, 1);
  zone->zone = tambour_zone_lookup (known);
  zone->name = g_steal_pointer (&known);
  g_hash_table_replace (self->by_name, g_strdup (name), zone);

  return zone;
}

/* --- wall time ------------------------------------------------------------- */

/**
 * tambour_ical_read_local:
 * @time: what libical read
 * @local: (out): as the seconds that UTC clocks would show it at
 *
 * Returns: %FALSE if there is no such time
 */
gboolean
tambour_ical_read_local (struct icaltimetype  time,
                         gint64              *local)
{
  TambourDate date;

  if (time.year < FIRST_YEAR || time.year > LAST_YEAR || time.month < 1 || time.month > 12 || time.day < 1 ||
      time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0 || time.second > 60 ||
      !g_date_valid_dmy ((GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year))
    return FALSE;

  date = tambour_date_new (time.year, time.month, time.day);
  *local = ((gint64) date.julian - DAYS_TO_EPOCH) * TAMBOUR_DAY;
  if (!time.is_date)
    *local += time.hour * TAMBOUR_HOUR + time.minute * TAMBOUR_MINUTE + MIN (time.second, 59);

  return TRUE;
}

/**
 * tambour_ical_write_local:
 * @local: a wall time
 * @is_date: whether only the day counts
 *
 * Returns: it for libical, without a zone
 */
struct icaltimetype
tambour_ical_write_local (gint64   local,
                          gboolean is_date)
{
  struct icaltimetype time = icaltime_null_time ();
  gint64 days = local / TAMBOUR_DAY - (local % TAMBOUR_DAY < 0);
  int seconds = (int) (local - days * TAMBOUR_DAY);

  tambour_date_split ((TambourDate) { (guint32) (days + DAYS_TO_EPOCH) }, &time.year, &time.month, &time.day);
  time.is_date = is_date;
  if (!is_date)
    {
      time.hour = seconds / 3600;
      time.minute = seconds / 60 % 60;
      time.second = seconds % 60;
    }

  return time;
}

/**
 * tambour_ical_zone_instant_of:
 * @self: a zone
 * @local: a wall time there
 *
 * Returns: the instant; where the clocks skip it, the first after, as everywhere
 */
TambourInstant
tambour_ical_zone_instant_of (const TambourIcalZone *self,
                              gint64                 local)
{
  struct icaltimetype time;
  int is_daylight;

  if (self->table == NULL)
    return tambour_zone_instant_of (self->zone, local);

  time = tambour_ical_write_local (local, FALSE);

  return (TambourInstant) { local - icaltimezone_get_utc_offset (self->table, &time, &is_daylight) };
}

/**
 * tambour_ical_zone_local_of:
 * @self: a zone
 * @instant: an instant
 *
 * Returns: the wall time there
 */
gint64
tambour_ical_zone_local_of (const TambourIcalZone *self,
                            TambourInstant         instant)
{
  struct icaltimetype time;
  int is_daylight;

  if (self->table == NULL)
    return tambour_zone_local_of (self->zone, instant);

  time = tambour_ical_write_local (instant.seconds, FALSE);

  return instant.seconds + icaltimezone_get_utc_offset_of_utc_time (self->table, &time, &is_daylight);
}
