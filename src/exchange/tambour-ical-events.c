/* tambour-ical-events.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-ical-draft.h"
#include "tambour-ical-parts.h"
#include "tambour-ical.h"

/* Of one event, no more is told. */
#define MOST_FAULTS 20

typedef struct
{
  const TambourIcalWindow *window;
  TambourIcalEvents       *result;
  GPtrArray               *zones;    /* of every calendar */
  GPtrArray               *drafts;
  GHashTable              *by_uid;   /* uid → GPtrArray of drafts */
  GPtrArray               *uids;     /* in the order of the file */
} Reading;

static void
fault_free (gpointer data)
{
  TambourIcalFault *fault = data;

  g_free (fault->uid);
  g_free (fault->title);
  g_free (fault->reason);
  g_free (fault);
}

static void
add_fault (Reading                *reading,
           guint                   line,
           const TambourIcalEvent *event,
           const char             *reason,
           gboolean                is_lost)
{
  TambourIcalFault *fault = g_new0 (TambourIcalFault, 1);

  fault->line = line;
  fault->uid = event ? g_strdup (event->uid) : NULL;
  fault->title = event ? g_strdup (event->title) : NULL;
  fault->reason = g_utf8_make_valid (reason, -1);
  fault->is_lost = is_lost;
  g_ptr_array_add (reading->result->faults, fault);
}

static void
add_faults (Reading                *reading,
            const TambourIcalEvent *event,
            GStrvBuilder           *faults)
{
  g_auto(GStrv) all = g_strv_builder_end (faults);

  for (guint i = 0; all[i] && i < MOST_FAULTS; i++)
    if (!g_strv_contains ((const char * const *) all + i + 1, all[i]))
      add_fault (reading, event->line, event, all[i], FALSE);
}

/* --- from parts to events -------------------------------------------------- */

static icalcomponent *
parse_event (const char *text)
{
  g_autoptr(icalcomponent) root = icalparser_parse_string (text);
  icalcomponent *event;

  if (root == NULL)
    return NULL;
  if (icalcomponent_isa (root) == ICAL_VEVENT_COMPONENT)
    return g_steal_pointer (&root);

  event = icalcomponent_get_first_component (root, ICAL_VEVENT_COMPONENT);
  if (event != NULL)
    icalcomponent_remove_component (root, event);

  return event;
}

/* What libical could not read of an event it leaves behind as an error; that
 * something says nothing is none.
 */
static void
list_errors (icalcomponent *component,
             GStrvBuilder  *faults)
{
  g_autoptr(GPtrArray) errors = tambour_ical_list_properties (component, ICAL_XLICERROR_PROPERTY);

  for (guint i = 0; i < errors->len; i++)
    {
      const char *reason = icalproperty_get_xlicerror (errors->pdata[i]);

      if (reason != NULL && !g_str_has_prefix (reason, "No value for"))
        g_strv_builder_take (faults, g_strdup_printf (_("a line of it cannot be read, and is left out: %.200s"), reason));
    }
}

static void
keep_draft (Reading          *reading,
            TambourIcalDraft *draft)
{
  GPtrArray *group = g_hash_table_lookup (reading->by_uid, draft->event->uid);

  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (reading->by_uid, draft->event->uid, group);
      g_ptr_array_add (reading->uids, draft->event->uid);
    }

  g_ptr_array_add (group, draft);
}

static void
read_event (Reading               *reading,
            TambourIcalZones      *zones,
            const TambourIcalPart *part,
            gboolean               is_cancelled)
{
  icalcomponent *component = parse_event (part->text->str);
  g_autoptr(GStrvBuilder) faults = g_strv_builder_new ();
  g_autofree char *lost = NULL;
  TambourIcalDraft *draft;

  if (component == NULL)
    {
      add_fault (reading, part->line, NULL, _("it cannot be read at all"), TRUE);
      return;
    }

  for (guint i = 0; i < part->strange->len; i++)
    g_strv_builder_take (faults, g_strdup_printf (_("line %u says nothing, and is left out"), GPOINTER_TO_UINT (part->strange->pdata[i])));
  if (part->is_cut)
    g_strv_builder_add (faults, _("it has no end; what stands there is taken"));
  list_errors (component, faults);
  draft = tambour_ical_draft_new (component, zones, part->line, &lost, faults);
  g_ptr_array_add (reading->drafts, draft);
  draft->event->is_cancelled = draft->event->is_cancelled || is_cancelled;
  add_faults (reading, draft->event, faults);
  if (lost != NULL)
    add_fault (reading, part->line, draft->event, lost, TRUE);
  else
    keep_draft (reading, draft);
}

static gboolean
is_answer (const char *method)
{
  static const char * const answers[] = { "REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER", NULL };

  return method != NULL && g_strv_contains (answers, method);
}

/* Zones may stand behind the events that name them. */
static void
read_calendar (Reading                   *reading,
               const TambourIcalCalendar *calendar)
{
  TambourIcalZones *zones = tambour_ical_zones_new (reading->window->zone);

  g_ptr_array_add (reading->zones, zones);
  for (guint i = 0; i < calendar->parts->len; i++)
    {
      const TambourIcalPart *part = calendar->parts->pdata[i];

      if (part->is_zone && !tambour_ical_zones_define (zones, part->text->str))
        add_fault (reading, part->line, NULL, _("the time zone cannot be read; the one that is known by its name is taken"), FALSE);
    }

  for (guint i = 0; i < calendar->parts->len; i++)
    {
      const TambourIcalPart *part = calendar->parts->pdata[i];

      if (!part->is_zone && is_answer (calendar->method))
        add_fault (reading, part->line, NULL, _("it is an answer to an invitation, and no event"), TRUE);
      else if (!part->is_zone)
        read_event (reading, zones, part, g_strcmp0 (calendar->method, "CANCEL") == 0);
    }
}

/* --- from events to the times at which they take place ---------------------- */

static gboolean
is_newer (const TambourIcalEvent *event,
          const TambourIcalEvent *than)
{
  if (event->sequence != than->sequence)
    return event->sequence > than->sequence;

  return event->modified.seconds >= than->modified.seconds;
}

static void
emit (Reading          *reading,
      TambourIcalEvent *event)
{
  const TambourIcalWindow *window = reading->window;

  if ((tambour_instant_is_stated (window->until) && event->start.seconds >= window->until.seconds) ||
      (tambour_instant_is_stated (window->from) && event->end.seconds < window->from.seconds))
    tambour_ical_event_free (event);
  else
    g_ptr_array_add (reading->result->events, event);
}

static gboolean
says_the_same (const TambourIcalEvent *event,
               const TambourIcalEvent *other)
{
  return event->start.seconds == other->start.seconds && event->end.seconds == other->end.seconds &&
         g_strcmp0 (event->title, other->title) == 0;
}

/* An event that is told twice counts once, as it was told last; of what it said before,
 * nothing is lost by that.
 */
static TambourIcalDraft *
find_master (Reading   *reading,
             GPtrArray *group)
{
  TambourIcalDraft *master = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      TambourIcalDraft *draft = group->pdata[i], *older = draft;

      if (draft->is_override)
        continue;
      if (master == NULL || is_newer (draft->event, master->event))
        {
          older = master;
          master = draft;
        }
      if (older != NULL && !says_the_same (older->event, master->event))
        add_fault (reading, older->event->line, older->event, _("the file tells another version of the event, which is taken"), FALSE);
    }

  return master;
}

static char *
dup_instance (gboolean       is_day,
              gint64         local,
              TambourInstant at)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  return is_day ? tambour_date_dup_text (tambour_zone_date_of (utc, (TambourInstant) { local })) : tambour_instant_dup_text (at);
}

static gboolean
is_same_day (gint64 one,
             gint64 other)
{
  return one / TAMBOUR_DAY == other / TAMBOUR_DAY;
}

/* Who stands for a recurrence: what replaces it alone, else the last that replaces it and
 * all after it.
 */
static TambourIcalDraft *
find_override (GPtrArray             *group,
               const TambourIcalTime *time)
{
  TambourIcalDraft *range = NULL, *own = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      TambourIcalDraft *draft = group->pdata[i];

      if (!draft->is_override)
        continue;
      if (draft->is_instead_of_day ? is_same_day (draft->instead, time->local) : draft->instead_at.seconds == time->at.seconds)
        {
          draft->is_used = TRUE;
          if (own == NULL || is_newer (draft->event, own->event))
            own = draft;
        }
      else if (draft->is_range && draft->instead_at.seconds < time->at.seconds &&
               (range == NULL || draft->instead_at.seconds >= range->instead_at.seconds))
        range = draft;
    }

  return own ? own : range;
}

static void
emit_time (Reading               *reading,
           TambourIcalDraft      *master,
           TambourIcalDraft      *override,
           const TambourIcalTime *time)
{
  TambourIcalDraft *draft = override ? override : master;
  TambourIcalEvent *event = tambour_ical_event_copy (draft->event);

  g_free (event->instance);
  event->instance = dup_instance (master->event->is_all_day, time->local, time->at);
  if (override == NULL)
    tambour_ical_draft_move (master, event, time->local, time->length >= 0 ? time->length : master->length);
  else if (override->is_range && override->instead_at.seconds < time->at.seconds)
    tambour_ical_draft_move (override, event, time->local + override->start - override->instead, override->length);

  emit (reading, event);
}

static void
emit_series (Reading          *reading,
             GPtrArray        *group,
             TambourIcalDraft *master)
{
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GStrvBuilder) faults = g_strv_builder_new ();
  g_autoptr(GArray) times = tambour_ical_list_times (master, reading->window, left_out, faults);

  for (guint i = 0; i < times->len; i++)
    {
      const TambourIcalTime *time = &g_array_index (times, TambourIcalTime, i);

      emit_time (reading, master, find_override (group, time), time);
    }

  for (guint i = 0; i < left_out->len; i++)
    {
      const TambourIcalTime *time = left_out->pdata[i];
      g_autofree char *instance = dup_instance (master->event->is_all_day, time->local, time->at);

      g_hash_table_add (reading->result->left_out, g_strconcat (master->event->uid, "/", instance, NULL));
    }

  add_faults (reading, master->event, faults);
}

/* Those whose event the file does not tell, or whose time is none of its recurrences. */
static void
emit_overrides (Reading   *reading,
                GPtrArray *group)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = group->len; i-- > 0;)
    {
      TambourIcalDraft *draft = group->pdata[i];
      TambourIcalEvent *event;

      if (!draft->is_override || draft->is_used)
        continue;

      event = tambour_ical_event_copy (draft->event);
      event->instance = dup_instance (draft->is_instead_of_day, draft->instead, draft->instead_at);
      if (g_hash_table_add (told, g_strdup (event->instance)))
        emit (reading, event);
      else
        tambour_ical_event_free (event);
    }
}

static void
emit_group (Reading   *reading,
            GPtrArray *group)
{
  TambourIcalDraft *master = find_master (reading, group);

  if (master != NULL && tambour_ical_recurs (master->component))
    emit_series (reading, group, master);
  else if (master != NULL)
    emit (reading, tambour_ical_event_copy (master->event));
  if (master != NULL && !master->event->is_cancelled)
    g_hash_table_add (reading->result->whole, g_strdup (master->event->uid));

  emit_overrides (reading, group);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const TambourIcalEvent *one = *(TambourIcalEvent * const *) a, *other = *(TambourIcalEvent * const *) b;

  if (one->start.seconds != other->start.seconds)
    return one->start.seconds < other->start.seconds ? -1 : 1;

  return strcmp (one->uid, other->uid);
}

static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const TambourIcalFault *one = *(TambourIcalFault * const *) a, *other = *(TambourIcalFault * const *) b;

  return one->line < other->line ? -1 : one->line > other->line;
}

/**
 * tambour_ical_events_free:
 * @self: (transfer full): events
 */
void
tambour_ical_events_free (TambourIcalEvents *self)
{
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->faults);
  g_hash_table_unref (self->whole);
  g_hash_table_unref (self->left_out);
  g_free (self);
}

static TambourIcalEvents *
events_new (void)
{
  TambourIcalEvents *self = g_new0 (TambourIcalEvents, 1);

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_ical_event_free);
  self->faults = g_ptr_array_new_with_free_func (fault_free);
  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * tambour_ical_events_parse:
 * @text: an iCalendar file, in whatever encoding
 * @length: its length in bytes
 * @window: what is asked for
 * @error: return location for %TAMBOUR_ICAL_ERROR_SHAPE
 *
 * The events of a file with their recurrences: each with what replaces it, and without
 * what is excepted. What cannot be read is listed, and takes nothing else with it.
 *
 * Returns: (transfer full) (nullable): them, or %NULL if this is no iCalendar file
 */
TambourIcalEvents *
tambour_ical_events_parse (const char               *text,
                           gsize                     length,
                           const TambourIcalWindow  *window,
                           GError                  **error)
{
  g_autoptr(GPtrArray) calendars = tambour_ical_calendars_read (text, length);
  g_autoptr(TambourIcalEvents) result = events_new ();
  g_autoptr(GPtrArray) zones = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_ical_zones_free);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_ical_draft_free);
  g_autoptr(GHashTable) by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) uids = g_ptr_array_new ();
  Reading reading = { window, result, zones, drafts, by_uid, uids };

  if (calendars->len == 0)
    {
      g_set_error_literal (error, TAMBOUR_ICAL_ERROR, TAMBOUR_ICAL_ERROR_SHAPE,
                           _("This is no iCalendar file: BEGIN:VCALENDAR is missing"));
      return NULL;
    }

  for (guint i = 0; i < calendars->len; i++)
    read_calendar (&reading, calendars->pdata[i]);
  for (guint i = 0; i < uids->len; i++)
    emit_group (&reading, g_hash_table_lookup (by_uid, uids->pdata[i]));
  g_ptr_array_sort (result->events, compare_events);
  g_ptr_array_sort (result->faults, compare_faults);

  return g_steal_pointer (&result);
}
