/* tambour-ical-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-ical-write.h"

#include "tambour-ical-private.h"

typedef struct
{
  icalcomponent *calendar;
  GHashTable    *zones;  /* names of those that are told */
} Writing;

/* libical names its own zones after itself; a calendar reads IANA's names. */
static icalcomponent *
dup_table (const char *name)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (name);
  icalcomponent *known = zone ? icaltimezone_get_component (zone) : NULL;
  icalcomponent *table = known ? icalcomponent_new_clone (known) : NULL;
  icalproperty *id = table ? icalcomponent_get_first_property (table, ICAL_TZID_PROPERTY) : NULL;

  if (id != NULL)
    icalproperty_set_tzid (id, name);

  return table;
}

/* Returns: (transfer full) (nullable): the zone, if it is one and is told in the file */
static GTimeZone *
tell_zone (Writing    *writing,
           const char *name)
{
  g_autoptr(GTimeZone) zone = name ? tambour_zone_lookup (name) : NULL;
  icalcomponent *table = NULL;

  if (zone == NULL || g_hash_table_contains (writing->zones, name))
    return g_steal_pointer (&zone);
  if (!(table = dup_table (name)))
    return NULL;

  g_hash_table_add (writing->zones, g_strdup (name));
  icalcomponent_add_component (writing->calendar, table);

  return g_steal_pointer (&zone);
}

static void
add_time (icalcomponent *component,
          icalproperty  *property,
          GTimeZone     *zone,
          const char    *name,
          gboolean       is_day)
{
  if (zone != NULL && !is_day)
    icalproperty_add_parameter (property, icalparameter_new_tzid (name));
  icalcomponent_add_property (component, property);
}

static struct icaltimetype
to_time (TambourInstant  instant,
         GTimeZone      *zone,
         gboolean        is_day)
{
  gint64 local = zone ? tambour_zone_local_of (zone, instant) : instant.seconds;
  struct icaltimetype time = tambour_ical_write_local (local, is_day);

  if (zone == NULL && !is_day)
    time.zone = icaltimezone_get_utc_timezone ();

  return time;
}

static void
add_times (Writing                *writing,
           icalcomponent          *component,
           const TambourIcalEvent *event)
{
  g_autoptr(GTimeZone) zone = tell_zone (writing, event->zone);
  gboolean is_day = event->is_all_day && zone != NULL;

  add_time (component, icalproperty_new_dtstart (to_time (event->start, zone, is_day)), zone, event->zone, is_day);
  if (event->end.seconds > event->start.seconds)
    add_time (component, icalproperty_new_dtend (to_time (event->end, zone, is_day)), zone, event->zone, is_day);
}

static void
add_text (icalcomponent *component,
          icalproperty *(*make) (const char *text),
          const char    *text)
{
  if (text != NULL && *text != '\0')
    icalcomponent_add_property (component, make (text));
}

static void
add_person (icalcomponent            *component,
            const TambourEventPerson *person,
            icalproperty *(*make) (const char *address))
{
  g_autofree char *address = person->email ? g_strconcat ("mailto:", person->email, NULL) : NULL;
  icalproperty *property = address ? make (address) : NULL;

  if (property == NULL)
    return;
  if (person->name != NULL)
    icalproperty_add_parameter (property, icalparameter_new_cn (person->name));
  icalcomponent_add_property (component, property);
}

static void
add_instance (icalcomponent *component,
              const char    *instance)
{
  TambourInstant instant;

  if (instance != NULL && tambour_instant_parse (instance, &instant))
    icalcomponent_add_property (component, icalproperty_new_recurrenceid (to_time (instant, NULL, FALSE)));
}

static void
add_event (Writing                *writing,
           const TambourIcalEvent *event)
{
  icalcomponent *component = icalcomponent_new_vevent ();

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (to_time (tambour_instant_is_stated (event->modified) ? event->modified : event->start, NULL, FALSE)));
  add_instance (component, event->instance);
  add_times (writing, component, event);
  add_text (component, icalproperty_new_summary, event->title);
  add_text (component, icalproperty_new_description, event->description);
  add_text (component, icalproperty_new_location, event->location);
  icalcomponent_add_property (component, icalproperty_new_status (event->is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  if (event->organiser != NULL)
    add_person (component, event->organiser, icalproperty_new_organizer);
  for (guint i = 0; event->people && i < event->people->len; i++)
    add_person (component, event->people->pdata[i], icalproperty_new_attendee);
  icalcomponent_add_component (writing->calendar, component);
}

/**
 * tambour_ical_write:
 * @events: (element-type TambourIcalEvent): what takes place, each with when it was changed
 *
 * The same events give the same bytes.
 *
 * Returns: (transfer full): an iCalendar file, with the zones that it names
 */
char *
tambour_ical_write (GPtrArray *events)
{
  g_autoptr(icalcomponent) calendar = icalcomponent_new_vcalendar ();
  g_autoptr(GHashTable) zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writing writing = { calendar, zones };
  char *text, *copy;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Tambour//Tambour " TAMBOUR_VERSION "//EN"));
  for (guint i = 0; i < events->len; i++)
    add_event (&writing, events->pdata[i]);

  text = icalcomponent_as_ical_string_r (calendar);
  copy = g_strdup (text);
  icalmemory_free_buffer (text);

  return copy;
}
