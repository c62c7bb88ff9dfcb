/* tambour-ical-event.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-ical-draft.h"

/* Longer than this, nobody meets. */
#define LONGEST (366 * TAMBOUR_DAY)

/* So many people are asked to one event; the others are left out. */
#define MOST_PEOPLE 500

/* --- people ---------------------------------------------------------------- */

static void
person_free (TambourEventPerson *person)
{
  g_free (person->name);
  g_free (person->email);
  g_free (person);
}

static char *
dup_address (const char *value)
{
  g_autofree char *plain = NULL;

  if (value == NULL)
    return NULL;
  if (g_ascii_strncasecmp (value, "mailto:", 7) == 0)
    value += 7;
  plain = g_strstrip (g_utf8_strdown (value, -1));

  return strchr (plain, '@') ? g_steal_pointer (&plain) : NULL;
}

static char *
dup_parameter (icalproperty           *property,
               icalparameter_kind      kind,
               const char *(*get_text) (const icalparameter *parameter))
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, kind);
  const char *text = parameter ? get_text (parameter) : NULL;
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;
  gsize length = plain ? strlen (plain) : 0;

  if (length >= 2 && (plain[0] == '"' || plain[0] == '\'') && plain[length - 1] == plain[0])
    return g_strndup (plain + 1, length - 2);

  return length > 0 ? g_steal_pointer (&plain) : NULL;
}

static TambourEventAnswer
read_answer (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_PARTSTAT_PARAMETER);
  icalparameter_partstat said = parameter ? icalparameter_get_partstat (parameter) : ICAL_PARTSTAT_NEEDSACTION;

  if (said == ICAL_PARTSTAT_ACCEPTED)
    return TAMBOUR_EVENT_ANSWER_ACCEPTED;
  if (said == ICAL_PARTSTAT_TENTATIVE)
    return TAMBOUR_EVENT_ANSWER_TENTATIVE;

  return said == ICAL_PARTSTAT_DECLINED || said == ICAL_PARTSTAT_DELEGATED ? TAMBOUR_EVENT_ANSWER_DECLINED
                                                                           : TAMBOUR_EVENT_ANSWER_NONE;
}

static gboolean
is_thing (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_CUTYPE_PARAMETER);
  icalparameter_cutype said = parameter ? icalparameter_get_cutype (parameter) : ICAL_CUTYPE_INDIVIDUAL;

  return said == ICAL_CUTYPE_ROOM || said == ICAL_CUTYPE_RESOURCE;
}

/* The address may stand in a parameter, where the value is a number of the server's. */
static TambourEventPerson *
read_person (icalproperty *property,
             const char   *value)
{
  g_autofree char *email = dup_parameter (property, ICAL_EMAIL_PARAMETER, icalparameter_get_email);
  g_autofree char *name = dup_parameter (property, ICAL_CN_PARAMETER, icalparameter_get_cn);
  TambourEventPerson *person = g_new0 (TambourEventPerson, 1);

  person->email = dup_address (email);
  if (person->email == NULL)
    person->email = dup_address (value);
  if (name != NULL && (person->email == NULL || g_ascii_strcasecmp (name, person->email) != 0))
    person->name = g_steal_pointer (&name);
  person->answer = read_answer (property);
  person->is_thing = is_thing (property);

  return person;
}

static void
read_people (icalcomponent    *component,
             TambourIcalEvent *event)
{
  icalproperty *organiser = icalcomponent_get_first_property (component, ICAL_ORGANIZER_PROPERTY);
  g_autoptr(GPtrArray) attendees = tambour_ical_list_properties (component, ICAL_ATTENDEE_PROPERTY);

  if (organiser != NULL)
    event->organiser = read_person (organiser, icalproperty_get_organizer (organiser));
  for (guint i = 0; i < attendees->len && i < MOST_PEOPLE; i++)
    {
      TambourEventPerson *person = read_person (attendees->pdata[i], icalproperty_get_attendee (attendees->pdata[i]));

      if (person->email != NULL || person->name != NULL)
        g_ptr_array_add (event->people, person);
      else
        person_free (person);
    }
}

static TambourEventPerson *
person_copy (const TambourEventPerson *person)
{
  TambourEventPerson *copy = g_memdup2 (person, sizeof *person);

  copy->name = g_strdup (person->name);
  copy->email = g_strdup (person->email);

  return copy;
}

/* --- the event ------------------------------------------------------------- */

/**
 * tambour_ical_event_free:
 * @event: (transfer full): an event
 */
void
tambour_ical_event_free (TambourIcalEvent *event)
{
  g_free (event->uid);
  g_free (event->instance);
  g_free (event->zone);
  g_free (event->title);
  g_free (event->description);
  g_free (event->location);
  g_clear_pointer (&event->organiser, person_free);
  g_clear_pointer (&event->people, g_ptr_array_unref);
  g_free (event);
}

/**
 * tambour_ical_event_copy:
 * @event: an event
 *
 * Returns: (transfer full): the same, for another time
 */
TambourIcalEvent *
tambour_ical_event_copy (const TambourIcalEvent *event)
{
  TambourIcalEvent *copy = g_memdup2 (event, sizeof *event);

  copy->uid = g_strdup (event->uid);
  copy->instance = g_strdup (event->instance);
  copy->zone = g_strdup (event->zone);
  copy->title = g_strdup (event->title);
  copy->description = g_strdup (event->description);
  copy->location = g_strdup (event->location);
  copy->organiser = event->organiser ? person_copy (event->organiser) : NULL;
  copy->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  for (guint i = 0; i < event->people->len; i++)
    g_ptr_array_add (copy->people, person_copy (event->people->pdata[i]));

  return copy;
}

/**
 * tambour_ical_event_dup_key:
 * @event: an event
 *
 * Returns: (transfer full): what it is known by, for ever: “uid”, or “uid/instance”
 */
char *
tambour_ical_event_dup_key (const TambourIcalEvent *event)
{
  return event->instance ? g_strconcat (event->uid, "/", event->instance, NULL) : g_strdup (event->uid);
}

static char *
dup_text (const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_utf8_make_valid (text, -1)) : NULL;

  return plain && *plain ? g_steal_pointer (&plain) : NULL;
}

/* An event without a name of its own is known by what it says. */
static char *
dup_uid (icalcomponent *component)
{
  const char *uid = icalcomponent_get_uid (component);
  g_autofree char *plain = dup_text (uid);
  g_autofree char *text = NULL;
  char *all;

  if (plain != NULL)
    return g_steal_pointer (&plain);

  all = icalcomponent_as_ical_string_r (component);
  text = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  icalmemory_free_buffer (all);
  text[32] = '\0';

  return g_strdup (text);
}

static TambourInstant
read_stamp (icalcomponent *component)
{
  icalproperty *modified = icalcomponent_get_first_property (component, ICAL_LASTMODIFIED_PROPERTY);
  icalproperty *stamp = icalcomponent_get_first_property (component, ICAL_DTSTAMP_PROPERTY);
  struct icaltimetype time = modified ? icalproperty_get_lastmodified (modified)
                             : stamp  ? icalproperty_get_dtstamp (stamp)
                                      : icaltime_null_time ();
  gint64 local;

  return (TambourInstant) { tambour_ical_read_local (time, &local) ? local : TAMBOUR_NEVER };
}

/**
 * tambour_ical_read_time:
 * @zones: what its calendar calls zones
 * @property: a property that holds a time
 * @time: what libical read of it
 * @zone: (inout): where it is meant; as it was if it does not say
 * @local: (out): the wall time there
 *
 * Returns: %FALSE if there is no such time
 */
gboolean
tambour_ical_read_time (TambourIcalZones       *zones,
                        icalproperty           *property,
                        struct icaltimetype     time,
                        const TambourIcalZone **zone,
                        gint64                 *local)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *name = parameter ? icalparameter_get_tzid (parameter) : NULL;
  const TambourIcalZone *found = name ? tambour_ical_zones_find (zones, name) : NULL;

  if (icaltime_is_utc (time))
    *zone = &zones->utc;
  else if (found != NULL)
    *zone = found;

  return tambour_ical_read_local (time, local);
}

static const char *
get_unknown_zone (TambourIcalZones *zones,
                  icalproperty     *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *name = parameter ? icalparameter_get_tzid (parameter) : NULL;

  return name && *name && !tambour_ical_zones_find (zones, name) ? name : NULL;
}

/* Its end is where it says, or after what it lasts; else a day, or no time at all. */
static gint64
read_length (TambourIcalDraft *draft,
             TambourIcalZones *zones)
{
  icalproperty *end = icalcomponent_get_first_property (draft->component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (draft->component, ICAL_DURATION_PROPERTY);
  gint64 length = draft->event->is_all_day ? TAMBOUR_DAY : 0;
  const TambourIcalZone *zone = draft->zone;
  gint64 local;

  if (end != NULL && tambour_ical_read_time (zones, end, icalproperty_get_dtend (end), &zone, &local))
    length = draft->event->is_all_day ? MAX (local - draft->start, length)
                                      : tambour_ical_zone_instant_of (zone, local).seconds - draft->event->start.seconds;
  else if (duration != NULL)
    length = MAX (icaldurationtype_as_int (icalproperty_get_duration (duration)), length);

  return CLAMP (length, 0, LONGEST);
}

/**
 * tambour_ical_draft_move:
 * @draft: an event
 * @event: (inout): one of its recurrences
 * @local: when it begins
 * @length: how long it is
 */
void
tambour_ical_draft_move (const TambourIcalDraft *draft,
                         TambourIcalEvent       *event,
                         gint64                  local,
                         gint64                  length)
{
  event->start = tambour_ical_zone_instant_of (draft->zone, local);
  if (event->is_all_day)
    event->end = tambour_ical_zone_instant_of (draft->zone, local + length);
  else
    event->end.seconds = event->start.seconds + length;
  event->end.seconds = MAX (event->end.seconds, event->start.seconds);
}

static void
read_instead (TambourIcalDraft *draft,
              TambourIcalZones *zones,
              icalproperty     *property)
{
  struct icaltimetype time = icalproperty_get_recurrenceid (property);
  icalparameter *range = icalproperty_get_first_parameter (property, ICAL_RANGE_PARAMETER);
  const TambourIcalZone *zone = draft->zone;

  if (!tambour_ical_read_time (zones, property, time, &zone, &draft->instead))
    return;

  draft->is_override = TRUE;
  draft->is_instead_of_day = time.is_date;
  draft->instead_at = tambour_ical_zone_instant_of (zone, draft->instead);
  draft->is_range = range != NULL && icalparameter_get_range (range) == ICAL_RANGE_THISANDFUTURE;
}

static void
read_words (icalcomponent    *component,
            TambourIcalEvent *event)
{
  icalproperty *sequence = icalcomponent_get_first_property (component, ICAL_SEQUENCE_PROPERTY);

  event->uid = dup_uid (component);
  event->title = dup_text (icalcomponent_get_summary (component));
  event->description = dup_text (icalcomponent_get_description (component));
  event->location = dup_text (icalcomponent_get_location (component));
  event->is_cancelled = icalcomponent_get_status (component) == ICAL_STATUS_CANCELLED;
  event->sequence = sequence ? icalproperty_get_sequence (sequence) : 0;
  event->modified = read_stamp (component);
  event->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  read_people (component, event);
}

/**
 * tambour_ical_draft_free:
 * @draft: (transfer full): a draft
 */
void
tambour_ical_draft_free (TambourIcalDraft *draft)
{
  if (draft->component != NULL)
    icalcomponent_free (draft->component);
  g_clear_pointer (&draft->event, tambour_ical_event_free);
  g_free (draft);
}

/**
 * tambour_ical_draft_new:
 * @component: (transfer full): an event
 * @zones: what its calendar calls zones
 * @line: where it stands
 * @lost: (out) (optional): why it cannot be read at all
 * @faults: gets what else could not be read
 *
 * Returns: (transfer full): what it says; without a time if it is lost
 */
TambourIcalDraft *
tambour_ical_draft_new (icalcomponent     *component,
                        TambourIcalZones  *zones,
                        guint              line,
                        char             **lost,
                        GStrvBuilder      *faults)
{
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  icalproperty *instead = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  TambourIcalDraft *draft = g_new0 (TambourIcalDraft, 1);
  struct icaltimetype time = start ? icalproperty_get_dtstart (start) : icaltime_null_time ();
  const char *unknown = start ? get_unknown_zone (zones, start) : NULL;

  draft->component = component;
  draft->zones = zones;
  draft->zone = &zones->reader;
  draft->event = g_new0 (TambourIcalEvent, 1);
  draft->event->line = line;
  read_words (component, draft->event);
  if (start == NULL || !tambour_ical_read_time (zones, start, time, &draft->zone, &draft->start))
    {
      *lost = g_strdup (start ? _("it begins at no time of the calendar") : _("it does not say when it begins"));
      return draft;
    }
  if (unknown != NULL)
    g_strv_builder_take (faults, g_strdup_printf (_("its time zone “%.80s” is not known; yours is taken"), unknown));

  draft->event->is_all_day = time.is_date;
  draft->event->zone = g_strdup (draft->zone->name);
  draft->event->start = tambour_ical_zone_instant_of (draft->zone, draft->start);
  draft->length = read_length (draft, zones);
  tambour_ical_draft_move (draft, draft->event, draft->start, draft->length);
  if (instead != NULL)
    read_instead (draft, zones, instead);

  return draft;
}
