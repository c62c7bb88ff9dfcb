/* tambour-ical-times.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ical-private.h"

/* The times at which an event recurs. A file may say anything: every way through here
 * has an end, whatever the rule.
 */

/* A rule that gives nothing for so many steps gives nothing at all. */
#define MOST_STEPS 40000

/* Nobody plans more than these at once. */
#define MOST_TIMES 1000

/* What lies further back than this is gone over at one stride. */
#define STRIDE (2 * 366 * TAMBOUR_DAY)

typedef struct
{
  const TambourIcalDraft  *draft;
  const TambourIcalWindow *window;
  GArray                  *times;
  GHashTable              *known;
  GHashTable              *excluded;  /* instants, and local days */
  GStrvBuilder            *faults;
} Listing;

/**
 * tambour_ical_list_properties:
 * @component: an event
 * @kind: which
 *
 * libical walks the properties of a component in one place at a time only.
 *
 * Returns: (transfer container) (element-type icalproperty): them
 */
GPtrArray *
tambour_ical_list_properties (icalcomponent     *component,
                              icalproperty_kind  kind)
{
  GPtrArray *list = g_ptr_array_new ();

  for (icalproperty *property = icalcomponent_get_first_property (component, kind);
       property != NULL;
       property = icalcomponent_get_next_property (component, kind))
    g_ptr_array_add (list, property);

  return list;
}

/**
 * tambour_ical_recurs:
 * @component: an event
 *
 * Returns: whether it takes place more than once
 */
gboolean
tambour_ical_recurs (icalcomponent *component)
{
  return icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY) != NULL ||
         icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY) != NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = ((const TambourIcalTime *) a)->at.seconds, other = ((const TambourIcalTime *) b)->at.seconds;

  return one < other ? -1 : one > other;
}

static gint64
day_of (gint64 local)
{
  return local / TAMBOUR_DAY - (local % TAMBOUR_DAY < 0);
}

static char *
day_key (gint64 local)
{
  return g_strdup_printf ("day %" G_GINT64_FORMAT, day_of (local));
}

static char *
instant_key (TambourInstant at)
{
  return g_strdup_printf ("at %" G_GINT64_FORMAT, at.seconds);
}

/* --- what is excepted ------------------------------------------------------ */

static void
exclude (Listing        *listing,
         gint64          local,
         TambourInstant  at,
         gboolean        is_day)
{
  g_hash_table_add (listing->excluded, is_day ? day_key (local) : instant_key (at));
}

static void
read_exceptions (Listing *listing)
{
  g_autoptr(GPtrArray) dates = tambour_ical_list_properties (listing->draft->component, ICAL_EXDATE_PROPERTY);

  for (guint i = 0; i < dates->len; i++)
    {
      struct icaltimetype time = icalproperty_get_exdate (dates->pdata[i]);
      const TambourIcalZone *zone = listing->draft->zone;
      gint64 local;

      if (tambour_ical_read_time (listing->draft->zones, dates->pdata[i], time, &zone, &local))
        exclude (listing, local, tambour_ical_zone_instant_of (zone, local), time.is_date);
    }
}

static gboolean
is_excluded (Listing        *listing,
             gint64          local,
             TambourInstant  at)
{
  g_autofree char *day = day_key (local);
  g_autofree char *instant = instant_key (at);

  return g_hash_table_contains (listing->excluded, day) || g_hash_table_contains (listing->excluded, instant);
}

/* --- what is there --------------------------------------------------------- */

static void
add_time (Listing *listing,
          gint64   local,
          gint64   length)
{
  TambourIcalTime time = { local, tambour_ical_zone_instant_of (listing->draft->zone, local), length };

  if (g_hash_table_add (listing->known, instant_key (time.at)))
    g_array_append_val (listing->times, time);
}

/* Where a rule is not followed any further, or %TAMBOUR_NEVER if that is said by itself. */
static TambourInstant
find_end (Listing                         *listing,
          const struct icalrecurrencetype *rule)
{
  gint64 begin = MAX (listing->window->now.seconds, listing->draft->event->start.seconds);

  if (tambour_instant_is_stated (listing->window->until))
    return listing->window->until;
  if (rule->count != 0)
    return (TambourInstant) { TAMBOUR_NEVER };

  return (TambourInstant) { begin + TAMBOUR_ICAL_DAYS_AHEAD * TAMBOUR_DAY };
}

static TambourInstant
find_beginning (Listing                         *listing,
                const struct icalrecurrencetype *rule)
{
  if (tambour_instant_is_stated (listing->window->from))
    return (TambourInstant) { listing->window->from.seconds - listing->draft->length - 2 * TAMBOUR_DAY };
  if (rule->count != 0 || !icaltime_is_null_time (rule->until))
    return (TambourInstant) { TAMBOUR_NEVER };

  return (TambourInstant) { listing->window->now.seconds - TAMBOUR_ICAL_DAYS_BACK * TAMBOUR_DAY };
}

static gboolean
is_behind (Listing                         *listing,
           const struct icalrecurrencetype *rule,
           gint64                           local,
           TambourInstant                   at)
{
  struct icaltimetype until = rule->until;
  gint64 last;

  if (icaltime_is_null_time (until) || !tambour_ical_read_local (until, &last))
    return FALSE;
  if (until.is_date)
    return day_of (local) > day_of (last);

  return icaltime_is_utc (until) ? at.seconds > last : local > last;
}

static gboolean
has_part (const short *part)
{
  return part[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/* What takes place all day long is no call; and libical looks for some of it for minutes. */
static const char *
find_fault (const struct icalrecurrencetype *rule)
{
  gboolean names_days = has_part (rule->by_month) || has_part (rule->by_month_day) || has_part (rule->by_year_day) ||
                        has_part (rule->by_week_no) || has_part (rule->by_set_pos);
  gboolean names_times = has_part (rule->by_second) || has_part (rule->by_minute) || has_part (rule->by_day);

  if (rule->freq == ICAL_NO_RECURRENCE)
    return _("its rule of recurrence cannot be read; only its first time is taken");
  if (rule->freq == ICAL_SECONDLY_RECURRENCE ||
      (rule->freq == ICAL_HOURLY_RECURRENCE && names_days) ||
      (rule->freq == ICAL_MINUTELY_RECURRENCE && (names_days || names_times)))
    return _("it recurs too often for a call; only its first time is taken");

  return NULL;
}

/* Over the years before the ones that are asked for. */
static void
stride (Listing                         *listing,
        icalrecur_iterator              *iterator,
        const struct icalrecurrencetype *rule,
        TambourInstant                   from)
{
  gint64 local;

  if (rule->count != 0 || !tambour_instant_is_stated (from) || from.seconds - listing->draft->event->start.seconds < STRIDE)
    return;

  local = day_of (from.seconds - TAMBOUR_DAY) * TAMBOUR_DAY;
  local += listing->draft->start - day_of (listing->draft->start) * TAMBOUR_DAY;
  icalrecur_iterator_set_start (iterator, tambour_ical_write_local (local, listing->draft->event->is_all_day));
}

/* One step of a rule. Returns: whether there is another. */
static gboolean
take_step (Listing                         *listing,
           const struct icalrecurrencetype *rule,
           struct icaltimetype              time,
           TambourInstant                   from,
           TambourInstant                   until,
           guint                           *n)
{
  TambourInstant at;
  gint64 local;

  if (icaltime_is_null_time (time) || !tambour_ical_read_local (time, &local))
    return FALSE;

  at = tambour_ical_zone_instant_of (listing->draft->zone, local);
  if (is_behind (listing, rule, local, at) || (tambour_instant_is_stated (until) && at.seconds >= until.seconds))
    return FALSE;
  if (tambour_instant_is_stated (from) && at.seconds < from.seconds)
    return TRUE;

  if (++*n > MOST_TIMES)
    {
      g_strv_builder_take (listing->faults, g_strdup_printf (_("it recurs more than %d times; the others are left out"), MOST_TIMES));
      return FALSE;
    }
  add_time (listing, local, -1);

  return TRUE;
}

/* Until is ours to see: libical compares it without zones. */
static void
follow (Listing                   *listing,
        struct icalrecurrencetype  rule)
{
  TambourInstant until = find_end (listing, &rule), from = find_beginning (listing, &rule);
  struct icalrecurrencetype endless = rule;
  g_autoptr(icalrecur_iterator) iterator = NULL;
  const char *fault = find_fault (&rule);
  guint n = 0, steps = 0;

  endless.until = icaltime_null_time ();
  if (fault == NULL)
    iterator = icalrecur_iterator_new (endless, tambour_ical_write_local (listing->draft->start, listing->draft->event->is_all_day));
  if (fault == NULL && iterator == NULL)
    fault = _("its rule of recurrence cannot be read; only its first time is taken");
  if (fault != NULL)
    {
      g_strv_builder_add (listing->faults, fault);
      return;
    }

  stride (listing, iterator, &rule, from);
  while (steps++ < MOST_STEPS && take_step (listing, &rule, icalrecur_iterator_next (iterator), from, until, &n))
    ;
}

/* The first time counts, whatever the rule says. */
static void
follow_counted (Listing                   *listing,
                struct icalrecurrencetype  rule)
{
  guint before = listing->times->len;

  follow (listing, rule);
  if (rule.count > 0 && before > 0 && listing->times->len - before == (guint) rule.count)
    g_array_set_size (listing->times, listing->times->len - 1);
}

static void
follow_rules (Listing           *listing,
              icalproperty_kind  kind)
{
  g_autoptr(GPtrArray) rules = tambour_ical_list_properties (listing->draft->component, kind);

  for (guint i = 0; i < rules->len && i < 10; i++)
    follow_counted (listing, kind == ICAL_RRULE_PROPERTY ? icalproperty_get_rrule (rules->pdata[i])
                                                         : icalproperty_get_exrule (rules->pdata[i]));
}

static void
read_extra (Listing *listing)
{
  g_autoptr(GPtrArray) extra = tambour_ical_list_properties (listing->draft->component, ICAL_RDATE_PROPERTY);

  for (guint i = 0; i < extra->len && i < MOST_TIMES; i++)
    {
      struct icaldatetimeperiodtype value = icalproperty_get_rdate (extra->pdata[i]);
      gboolean is_period = icaltime_is_null_time (value.time);
      struct icaltimetype time = is_period ? value.period.start : value.time;
      const TambourIcalZone *zone = listing->draft->zone;
      gint64 local, length = -1, end;

      if (!tambour_ical_read_time (listing->draft->zones, extra->pdata[i], time, &zone, &local))
        {
          g_strv_builder_add (listing->faults, _("one of its further times cannot be read, and is left out"));
          continue;
        }

      if (is_period && !icaltime_is_null_time (value.period.end) && tambour_ical_read_local (value.period.end, &end))
        length = MAX (end - local, 0);
      else if (is_period)
        length = MAX (icaldurationtype_as_int (value.period.duration), 0);
      local = tambour_ical_zone_local_of (listing->draft->zone, tambour_ical_zone_instant_of (zone, local));
      if (time.is_date && !listing->draft->event->is_all_day)
        local += listing->draft->start - day_of (listing->draft->start) * TAMBOUR_DAY;
      add_time (listing, local, length);
    }
}

/* A rule of exceptions is a rule whose times are left out: nobody writes them any more. */
static void
read_excepting_rules (Listing *listing)
{
  g_autoptr(GArray) kept = g_steal_pointer (&listing->times);
  g_autoptr(GHashTable) known = g_steal_pointer (&listing->known);

  listing->times = g_array_new (FALSE, FALSE, sizeof (TambourIcalTime));
  listing->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  follow_rules (listing, ICAL_EXRULE_PROPERTY);
  for (guint i = 0; i < listing->times->len; i++)
    {
      TambourIcalTime *time = &g_array_index (listing->times, TambourIcalTime, i);

      exclude (listing, time->local, time->at, FALSE);
    }

  g_array_unref (listing->times);
  g_hash_table_unref (listing->known);
  listing->times = g_steal_pointer (&kept);
  listing->known = g_steal_pointer (&known);
}

static void
leave_out (Listing   *listing,
           GPtrArray *left_out)
{
  guint kept = 0;

  for (guint i = 0; i < listing->times->len; i++)
    {
      TambourIcalTime time = g_array_index (listing->times, TambourIcalTime, i);

      if (is_excluded (listing, time.local, time.at))
        g_ptr_array_add (left_out, g_memdup2 (&time, sizeof time));
      else
        g_array_index (listing->times, TambourIcalTime, kept++) = time;
    }

  g_array_set_size (listing->times, kept);
}

/* The first time of what never ends may be long ago. */
static void
drop_old (Listing *listing)
{
  icalproperty *rule = icalcomponent_get_first_property (listing->draft->component, ICAL_RRULE_PROPERTY);
  struct icalrecurrencetype value = rule ? icalproperty_get_rrule (rule) : (struct icalrecurrencetype) { 0 };
  TambourInstant from = rule ? find_beginning (listing, &value) : (TambourInstant) { TAMBOUR_NEVER };

  while (tambour_instant_is_stated (from) && listing->times->len > 1 &&
         g_array_index (listing->times, TambourIcalTime, 0).at.seconds < from.seconds)
    g_array_remove_index (listing->times, 0);
}

/**
 * tambour_ical_list_times:
 * @draft: an event that recurs
 * @window: what is asked for
 * @left_out: (element-type TambourIcalTime): gets the times that are excepted
 * @faults: gets what could not be read
 *
 * Returns: (transfer full) (element-type TambourIcalTime): its times, in order
 */
GArray *
tambour_ical_list_times (const TambourIcalDraft  *draft,
                         const TambourIcalWindow *window,
                         GPtrArray               *left_out,
                         GStrvBuilder            *faults)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (TambourIcalTime));
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) excluded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Listing listing = { draft, window, g_steal_pointer (&times), g_steal_pointer (&known), excluded, faults };

  add_time (&listing, draft->start, -1);
  follow_rules (&listing, ICAL_RRULE_PROPERTY);
  read_extra (&listing);
  read_exceptions (&listing);
  if (icalcomponent_get_first_property (draft->component, ICAL_EXRULE_PROPERTY) != NULL)
    read_excepting_rules (&listing);
  leave_out (&listing, left_out);
  g_array_sort (listing.times, compare_times);
  drop_old (&listing);
  g_hash_table_unref (listing.known);

  return listing.times;
}
