/* tambour-call-entry-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-call-entry-row.h"
#include "tambour-calls-text.h"
#include "tambour-choice-words.h"
#include "tambour-goal.h"
#include "tambour-marked-row.h"
#include "tambour-record-words.h"
#include "tambour-roadmap.h"
#include "tambour-value.h"
#include "tambour-when.h"

/* What will be recorded, in rows: an icon, what it is called, and what of it. */

typedef struct
{
  const char *icon;
  const char *style;
  char       *title;
  char       *detail;
} Face;

static void
face_clear (Face *face)
{
  g_clear_pointer (&face->title, g_free);
  g_clear_pointer (&face->detail, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Face, face_clear)

static TambourRecord *
get_first (const TambourCallEntry *entry)
{
  return entry->records->len > 0 ? g_ptr_array_index (entry->records, 0) : NULL;
}

static char *
dup_day (TambourDate    date,
         TambourInstant now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  g_autofree char *weekday = NULL;
  g_autofree char *day = NULL;

  if (!tambour_date_is_stated (date))
    return NULL;

  weekday = tambour_when_weekday (date);
  day = tambour_when_date (date, tambour_zone_date_of (zone, now));

  /* Translators: a weekday and a date: “Fri 27 Nov” */
  return g_strdup_printf (C_("date", "%s %s"), weekday, day);
}

/* “Marcus Feld · Fri 4 Dec”, whatever of it is known */
static char *
join (const char *first,
      const char *second)
{
  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s · %s", first, second);

  return g_strdup (first ? first : second);
}

static void
show_engagement (TambourEngagement *call,
                 TambourInstant     now,
                 Face              *face)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gboolean was_held = tambour_instant_is_stated (call->actual_start);
  g_autofree char *when = tambour_when_moment (was_held ? call->actual_start : call->planned_start, zone, now);

  face->icon = call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED ? "x-office-calendar-symbolic" : "tambour-call-symbolic";
  face->style = "accent";
  face->title = tambour_calls_text_name (call);
  if (call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED)
    face->detail = g_strdup_printf (_("Next call · %s"), when);
  else
    face->detail = join (_(tambour_choice_get_words (TAMBOUR_TYPE_ENGAGEMENT_STATUS, call->status)), when);
}

/* Nobody calls themselves by their name. */
static const char *
name_owner (const char *owner,
            const char *me)
{
  if (owner == NULL)
    return _("Nobody named");

  return g_strcmp0 (owner, me) == 0 ? C_("owner", "you") : owner;
}

static void
show_action (TambourActionItem *action,
             const char        *me,
             TambourInstant     now,
             Face              *face)
{
  g_autofree char *due = dup_day (action->due, now);

  face->icon = "object-select-symbolic";
  face->title = g_strdup (action->title);
  face->detail = join (name_owner (action->owner, me), due);
}

static void
show_commitment (TambourCommitment *commitment,
                 TambourInstant     now,
                 Face              *face)
{
  g_autofree char *due = dup_day (commitment->due, now);

  face->icon = "tambour-handover-symbolic";
  face->title = g_strdup (commitment->text);
  face->detail = join (commitment->side == TAMBOUR_SIDE_US ? _("We promise") : _("The customer promises"), due);
}

static void
show_goal (const TambourCallEntry *entry,
           TambourInstant          now,
           Face                   *face)
{
  g_autofree char *before = dup_day (TAMBOUR_GOAL (entry->about)->due, now);
  g_autofree char *after = dup_day (TAMBOUR_GOAL (get_first (entry))->due, now);

  face->icon = "tambour-goal-symbolic";
  face->style = "warning";
  face->title = tambour_record_dup_title (entry->about);
  if (before == NULL)
    face->detail = g_strdup_printf (_("Due %s"), after);
  else if (g_str_equal (before, after))
    face->detail = g_strdup_printf (_("Due %s, as before"), after);
  else
    face->detail = g_strdup_printf (_("Due %s → %s"), before, after);
}

static void
show_case (const TambourCallEntry *entry,
           Face                   *face)
{
  TambourCase *one = TAMBOUR_CASE (entry->about);

  face->icon = "tambour-link-symbolic";
  face->title = g_strdup_printf ("#%s %s", one->number, one->title ? one->title : "");
  face->detail = g_strdup (_("Link and continuity entry"));
}

static void
show_value (TambourValueEntry *value,
            Face              *face)
{
  g_autofree char *amount = tambour_money_dup_text (value->gross);

  face->icon = "tambour-reports-symbolic";
  face->title = g_strdup (value->title);
  face->detail = join (_("Value, a draft"), amount);
}

static void
show_newcomer (TambourContact *contact,
               Face           *face)
{
  face->icon = "tambour-people-symbolic";
  face->title = g_strdup (contact->name);
  face->detail = g_strdup (_("New in People"));
}

static void
show_record (const TambourCallEntry *entry,
             const char             *me,
             TambourInstant          now,
             Face                   *face)
{
  TambourRecord *record = get_first (entry);

  if (TAMBOUR_IS_ENGAGEMENT (record))
    show_engagement (TAMBOUR_ENGAGEMENT (record), now, face);
  else if (TAMBOUR_IS_ACTION_ITEM (record))
    show_action (TAMBOUR_ACTION_ITEM (record), me, now, face);
  else if (TAMBOUR_IS_COMMITMENT (record))
    show_commitment (TAMBOUR_COMMITMENT (record), now, face);
  else if (TAMBOUR_IS_GOAL (record))
    show_goal (entry, now, face);
  else if (TAMBOUR_IS_CASE_EVENT (record))
    show_case (entry, face);
  else if (TAMBOUR_IS_CONTACT (record))
    show_newcomer (TAMBOUR_CONTACT (record), face);
  else if (TAMBOUR_IS_VALUE_ENTRY (record))
    show_value (TAMBOUR_VALUE_ENTRY (record), face);
  else
    {
      face->icon = TAMBOUR_IS_DECISION (record) ? "tambour-note-symbolic" : "tambour-requests-symbolic";
      face->title = tambour_record_dup_title (record);
      face->detail = g_strdup (TAMBOUR_IS_DECISION (record)          ? _("Decision")
                               : TAMBOUR_IS_FEATURE_REQUEST (record) ? _("New feature request")
                                                                     : _("Known request, one more voice"));
    }
}

/* Short enough for a row; the tooltip says it whole. */
static char *
dup_short_doubt (const TambourCallEntry *entry)
{
  g_autofree char *typed = tambour_words_isolate (entry->typed ? entry->typed : "");

  switch (entry->doubt)
    {
    case TAMBOUR_CALL_NOBODY:
      return g_strdup_printf (_("“%s” needs a match"), typed);
    case TAMBOUR_CALL_SEVERAL:
      return g_strdup_printf (_("“%s” can be several"), typed);
    case TAMBOUR_CALL_NO_DATE:
      return g_strdup_printf (_("“%s” is no date"), typed);
    case TAMBOUR_CALL_NO_CASE:
      return g_strdup (_("No such case here"));
    case TAMBOUR_CALL_NO_GOAL:
      return g_strdup (_("No such goal here"));
    case TAMBOUR_CALL_SURE:
    default:
      return NULL;
    }
}

/* What is in doubt says so instead. */
static void
show_doubt (const TambourCallEntry *entry,
            TambourInstant          now,
            Face                   *face)
{
  TambourRecord *record = get_first (entry);
  g_autofree char *doubt = dup_short_doubt (entry);
  g_autofree char *due = record && TAMBOUR_IS_ACTION_ITEM (record) ? dup_day (TAMBOUR_ACTION_ITEM (record)->due, now) : NULL;

  face->style = "warning";
  if (face->icon == NULL)
    face->icon = "dialog-warning-symbolic";
  if (face->title == NULL)
    face->title = entry->doubt == TAMBOUR_CALL_NO_CASE ? g_strdup_printf ("#%s", entry->typed) : g_strdup (entry->typed);

  g_free (face->detail);
  face->detail = join (doubt, due);
}

/**
 * tambour_call_entry_is_shown:
 * @entry: what is to be recorded
 *
 * Returns: %FALSE for what is seen elsewhere: who was there, and what is counted
 */
gboolean
tambour_call_entry_is_shown (const TambourCallEntry *entry)
{
  TambourRecord *record = get_first (entry);

  return record == NULL || (!TAMBOUR_IS_ATTENDANCE (record) && !TAMBOUR_IS_ENTITLEMENT_USE (record));
}

/**
 * tambour_call_entry_row_new:
 * @entry: what is to be recorded
 * @me: (nullable): the name of who logs it
 * @now: the time that is "now"
 *
 * Returns: (transfer floating): a row of a list box, which says it
 */
GtkWidget *
tambour_call_entry_row_new (const TambourCallEntry *entry,
                            const char             *me,
                            TambourInstant          now)
{
  g_auto(Face) face = { 0 };
  g_autofree char *doubt = tambour_call_entry_dup_doubt (entry);
  GtkWidget *row;

  if (get_first (entry) != NULL)
    show_record (entry, me, now, &face);
  if (entry->doubt != TAMBOUR_CALL_SURE)
    show_doubt (entry, now, &face);

  row = tambour_marked_row_new (face.icon, face.style, face.title, face.detail ? face.detail : "", "");
  gtk_widget_set_tooltip_text (row, doubt);

  return row;
}
