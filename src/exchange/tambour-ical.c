/* tambour-ical.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libical/ical.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-ical.h"

/* A rule that gives nothing for so many steps gives nothing at all. */
#define MOST_STEPS 40000

G_DEFINE_QUARK (tambour-ical-error-quark, tambour_ical_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalrecur_iterator, icalrecur_iterator_free)

typedef struct
{
  TambourDate  first;
  TambourDate  last;
  GHashTable  *moved;  /* occurrences that another event of the file stands for */
  GHashTable  *known;  /* date and name */
  GPtrArray   *holidays;
} Reading;

/**
 * tambour_holiday_free:
 * @self: (transfer full): a holiday
 */
void
tambour_holiday_free (TambourHoliday *self)
{
  g_free (self->name);
  g_free (self);
}

/* libical walks the properties of a component in one place at a time only. */
static GPtrArray *
list_properties (icalcomponent     *component,
                 icalproperty_kind  kind)
{
  GPtrArray *list = g_ptr_array_new ();

  for (icalproperty *property = icalcomponent_get_first_property (component, kind);
       property != NULL;
       property = icalcomponent_get_next_property (component, kind))
    g_ptr_array_add (list, property);

  return list;
}

static TambourDate
to_date (struct icaltimetype time)
{
  return tambour_date_new (time.year, time.month, time.day);
}

static char *
occurrence_key (icalcomponent *event,
                TambourDate    date)
{
  const char *uid = icalcomponent_get_uid (event);

  return g_strdup_printf ("%u %s", date.julian, uid ? uid : "");
}

static const char *
get_name (icalcomponent *event)
{
  const char *name = icalcomponent_get_summary (event);

  return name ? name : "";
}

static gboolean
refuse_event (icalcomponent  *event,
              const char     *reason,
              GError        **error)
{
  g_set_error (error, TAMBOUR_ICAL_ERROR, TAMBOUR_ICAL_ERROR_EVENT,
               _("The event “%.80s” cannot be read: %s"), get_name (event), reason);

  return FALSE;
}

static void
add_days (Reading       *reading,
          icalcomponent *event,
          TambourDate    first,
          guint          n_days)
{
  for (guint i = 0; i < n_days; i++)
    {
      TambourDate date = { first.julian + i };
      g_autofree char *key = g_strdup_printf ("%u %s", date.julian, get_name (event));
      TambourHoliday *holiday;

      if (date.julian < reading->first.julian || date.julian > reading->last.julian ||
          !g_hash_table_add (reading->known, g_steal_pointer (&key)))
        continue;

      holiday = g_new (TambourHoliday, 1);
      *holiday = (TambourHoliday) { date, g_strdup (get_name (event)) };
      g_ptr_array_add (reading->holidays, holiday);
    }
}

/* The end is the day after the last one; a file that says the same day means one day. */
static guint
count_days (icalcomponent *event,
            TambourDate    first)
{
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY);
  guint n_days = 1;

  if (end != NULL)
    {
      TambourDate behind = to_date (icalproperty_get_dtend (end));

      n_days = behind.julian > first.julian ? behind.julian - first.julian : 1;
    }
  else if (duration != NULL)
    {
      int seconds = icaldurationtype_as_int (icalproperty_get_duration (duration));

      n_days = seconds > TAMBOUR_DAY ? seconds / TAMBOUR_DAY : 1;
    }

  return MIN (n_days, 3660);
}

static gboolean
is_left_out (Reading       *reading,
             icalcomponent *event,
             TambourDate    date)
{
  g_autofree char *key = occurrence_key (event, date);
  g_autoptr(GPtrArray) exceptions = list_properties (event, ICAL_EXDATE_PROPERTY);

  if (g_hash_table_contains (reading->moved, key))
    return TRUE;

  for (guint i = 0; i < exceptions->len; i++)
    if (to_date (icalproperty_get_exdate (exceptions->pdata[i])).julian == date.julian)
      return TRUE;

  return FALSE;
}

/* Goes over the years before the ones that are asked for at one stride. */
static void
skip_years (Reading                   *reading,
            icalrecur_iterator        *iterator,
            struct icalrecurrencetype  rule,
            struct icaltimetype        start,
            guint                      n_days)
{
  TambourDate from = { reading->first.julian - MIN (n_days, reading->first.julian - 1) };
  int year, month, day;

  if (rule.count != 0 || to_date (start).julian >= from.julian)
    return;

  tambour_date_split (from, &year, &month, &day);
  start.year = year;
  start.month = month;
  start.day = day;
  icalrecur_iterator_set_start (iterator, start);
}

static gboolean
add_recurrence (Reading                    *reading,
                icalcomponent              *event,
                struct icalrecurrencetype   rule,
                struct icaltimetype         start,
                guint                       n_days,
                GError                    **error)
{
  g_autoptr(icalrecur_iterator) iterator = NULL;
  guint steps = 0;

  if (rule.freq == ICAL_NO_RECURRENCE || rule.freq < ICAL_DAILY_RECURRENCE)
    return refuse_event (event, _("its rule of recurrence is none for days"), error);

  iterator = icalrecur_iterator_new (rule, start);
  if (iterator == NULL)
    return refuse_event (event, _("its rule of recurrence is none for days"), error);

  skip_years (reading, iterator, rule, start, n_days);
  for (struct icaltimetype time = icalrecur_iterator_next (iterator);
       !icaltime_is_null_time (time) && steps < MOST_STEPS;
       time = icalrecur_iterator_next (iterator), steps++)
    {
      TambourDate date = to_date (time);

      if (!tambour_date_is_stated (date) || date.julian > reading->last.julian)
        break;
      if (date.julian + n_days > reading->first.julian && !is_left_out (reading, event, date))
        add_days (reading, event, date, n_days);
    }

  return TRUE;
}

static void
add_extra_dates (Reading       *reading,
                 icalcomponent *event,
                 guint          n_days)
{
  g_autoptr(GPtrArray) extra = list_properties (event, ICAL_RDATE_PROPERTY);

  for (guint i = 0; i < extra->len; i++)
    {
      TambourDate date = to_date (icalproperty_get_rdate (extra->pdata[i]).time);

      if (tambour_date_is_stated (date) && !is_left_out (reading, event, date))
        add_days (reading, event, date, n_days);
    }
}

static gboolean
is_cancelled (icalcomponent *event)
{
  return icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED;
}

/* What libical could not read of an event it leaves behind as an error. */
static gboolean
check_event (icalcomponent  *event,
             GError        **error)
{
  static const char * const needed[] = { "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "Missing END" };

  g_autoptr(GPtrArray) errors = list_properties (event, ICAL_XLICERROR_PROPERTY);

  for (guint i = 0; i < errors->len; i++)
    {
      const char *reason = icalproperty_get_xlicerror (errors->pdata[i]);

      for (guint j = 0; reason && j < G_N_ELEMENTS (needed); j++)
        if (strstr (reason, needed[j]) != NULL)
          return refuse_event (event, reason, error);
    }

  return TRUE;
}

static gboolean
add_event (Reading        *reading,
           icalcomponent  *event,
           GError        **error)
{
  icalproperty *start = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  g_autoptr(GPtrArray) rules = list_properties (event, ICAL_RRULE_PROPERTY);
  struct icaltimetype time;
  TambourDate first;
  guint n_days;

  if (!check_event (event, error))
    return FALSE;
  if (start == NULL)
    return refuse_event (event, _("it does not say when it starts"), error);

  time = icalproperty_get_dtstart (start);
  first = to_date (time);
  if (!tambour_date_is_stated (first))
    return refuse_event (event, _("it starts on no day of the calendar"), error);
  if (!time.is_date || is_cancelled (event))
    return TRUE;

  n_days = count_days (event, first);
  if (rules->len == 0 && !is_left_out (reading, event, first))
    add_days (reading, event, first, n_days);

  for (guint i = 0; i < rules->len; i++)
    if (!add_recurrence (reading, event, icalproperty_get_rrule (rules->pdata[i]), time, n_days, error))
      return FALSE;

  add_extra_dates (reading, event, n_days);

  return TRUE;
}

static void
note_moved (Reading       *reading,
            icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);

  if (property != NULL)
    g_hash_table_add (reading->moved,
                      occurrence_key (event, to_date (icalproperty_get_recurrenceid (property))));
}

/* An event that stands for one occurrence must not leave itself out. */
static gboolean
add_events (Reading        *reading,
            icalcomponent  *calendar,
            gboolean        moved,
            GError        **error)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if ((icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY) != NULL) == moved &&
        !add_event (reading, event, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_calendar (Reading        *reading,
              icalcomponent  *calendar,
              GError        **error)
{
  if (!check_event (calendar, error))
    return FALSE;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    note_moved (reading, event);

  if (!add_events (reading, calendar, FALSE, error))
    return FALSE;

  g_hash_table_remove_all (reading->moved);

  return add_events (reading, calendar, TRUE, error);
}

/* A file is one calendar, or several behind each other. */
static gboolean
add_root (Reading        *reading,
          icalcomponent  *root,
          GError        **error)
{
  guint n_calendars = 0;

  if (root != NULL && icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    return add_calendar (reading, root, error);

  for (icalcomponent *calendar = root ? icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT) : NULL;
       calendar != NULL;
       calendar = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT), n_calendars++)
    if (!add_calendar (reading, calendar, error))
      return FALSE;

  if (n_calendars == 0)
    g_set_error_literal (error, TAMBOUR_ICAL_ERROR, TAMBOUR_ICAL_ERROR_SHAPE,
                         _("This is no iCalendar file: BEGIN:VCALENDAR is missing, or the file ends too early"));

  return n_calendars > 0;
}

static int
compare_holidays (gconstpointer a,
                  gconstpointer b)
{
  const TambourHoliday *first = *(TambourHoliday * const *) a, *second = *(TambourHoliday * const *) b;

  return first->date.julian != second->date.julian ? (first->date.julian < second->date.julian ? -1 : 1) : strcmp (first->name, second->name);
}

/**
 * tambour_ical_parse_holidays:
 * @text: an iCalendar file in UTF-8
 * @length: its length in bytes, or -1
 * @first_year: the first year that is asked for
 * @last_year: the last one
 * @error: return location for a #TambourIcalError
 *
 * The days of all events that last whole days, with their recurrences in those
 * years; cancelled ones and exceptions are left out, and so are events with a
 * time of day: nobody's office is closed for those.
 *
 * Returns: (transfer full) (element-type TambourHoliday) (nullable): the days
 *   in order, or %NULL if the file is broken
 */
GPtrArray *
tambour_ical_parse_holidays (const char  *text,
                             gssize       length,
                             int          first_year,
                             int          last_year,
                             GError     **error)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, length);
  g_autoptr(GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_holiday_free);
  g_autoptr(GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(icalcomponent) root = NULL;
  Reading reading = { tambour_date_new (first_year, 1, 1), tambour_date_new (last_year, 12, 31), moved, known, holidays };

  if (!g_utf8_validate (copy, -1, NULL) || (length >= 0 && strlen (copy) != (gsize) length))
    {
      g_set_error_literal (error, TAMBOUR_ICAL_ERROR, TAMBOUR_ICAL_ERROR_SHAPE, _("This is no iCalendar file: it is not UTF-8"));
      return NULL;
    }

  root = icalparser_parse_string (copy);
  if (!add_root (&reading, root, error))
    return NULL;

  g_ptr_array_sort (holidays, compare_holidays);

  return g_steal_pointer (&holidays);
}

/**
 * tambour_ical_load_holidays:
 * @file: an iCalendar file
 * @first_year: the first year that is asked for
 * @last_year: the last one
 * @cancellable: (nullable): to stop
 * @error: return location for a #TambourIcalError or a #GIOErrorEnum
 *
 * As tambour_ical_parse_holidays(), for a file.
 *
 * Returns: (transfer full) (element-type TambourHoliday) (nullable): the days, or %NULL
 */
GPtrArray *
tambour_ical_load_holidays (GFile         *file,
                            int            first_year,
                            int            last_year,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return NULL;

  return tambour_ical_parse_holidays (text, length, first_year, last_year, error);
}
