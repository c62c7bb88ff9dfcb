/* tambour-roadmap-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-roadmap-text.h"

#include "tambour-amount.h"
#include "tambour-calls.h"
#include "tambour-choice-words.h"
#include "tambour-when.h"

/* What the roadmap of an account says. */

/* Puts one fact behind another. */
static void
add_fact (GString    *line,
          const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
}

static char *
take_line (GString **line)
{
  return g_string_free (g_steal_pointer (line), FALSE);
}

/* --- requests ------------------------------------------------------------- */

static char *
say_settled (const TambourRoadmapRequest *request,
             TambourDate                  today)
{
  g_autofree char *day = tambour_when_date (request->settled_on, today);

  if (*day == '\0')
    return NULL;

  /* Translators: %s is a day such as "3 Nov" */
  return request->request->status == TAMBOUR_REQUEST_STATUS_SHIPPED ? g_strdup_printf (_("shipped %s"), day)
                                                                    : g_strdup_printf (_("declined %s"), day);
}

static char *
say_asked (const TambourRoadmapRequest *request,
           TambourDate                  today)
{
  gboolean is_again = tambour_date_is_stated (request->asked_again);
  TambourDate on = is_again ? request->asked_again : request->asked_on;
  g_autofree char *day = tambour_when_date (on, today);

  if (*day == '\0')
    return NULL;
  if (on.julian == today.julian)
    return g_strdup (is_again ? _("asked again today") : _("new today"));

  /* Translators: %s is a day such as "18 Nov", when a customer asked for something */
  return is_again ? g_strdup_printf (_("asked again %s"), day) : g_strdup_printf (_("asked %s"), day);
}

/**
 * tambour_roadmap_text_request:
 * @request: a request
 * @sheet: what it is a part of
 *
 * Returns: (transfer full): what it is known as, what happened last, and who else asks
 */
char *
tambour_roadmap_text_request (const TambourRoadmapRequest *request,
                              const TambourRoadmapSheet   *sheet)
{
  g_autofree char *asked = NULL;
  g_autofree char *others = NULL;
  GString *line = g_string_new (NULL);

  asked = tambour_date_is_stated (request->settled_on) ? say_settled (request, sheet->today) : say_asked (request, sheet->today);
  if (request->n_others > 0)
    others = g_strdup_printf (ngettext ("with %d other account", "with %d other accounts", request->n_others), (int) request->n_others);

  add_fact (line, TAMBOUR_RECORD (request->request)->external_id);
  add_fact (line, asked);
  add_fact (line, others);
  if (line->len == 0)
    add_fact (line, _("nobody is quoted yet"));

  return take_line (&line);
}

/**
 * tambour_roadmap_text_step:
 * @status: how a request stands
 *
 * Returns: (transfer none): in a word
 */
const char *
tambour_roadmap_text_step (TambourRequestStatus status)
{
  return _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_STATUS, status));
}

/**
 * tambour_roadmap_text_state:
 * @request: a request
 *
 * Returns: (transfer full): how far it is, and for when it is planned
 */
char *
tambour_roadmap_text_state (const TambourRoadmapRequest *request)
{
  const char *step = tambour_roadmap_text_step (request->request->status);
  const char *release = request->request->target_release;

  if (request->n_steps != TAMBOUR_REQUEST_STEPS - 1 || release == NULL || *release == '\0')
    return g_strdup (step);

  /* Translators: how far a request is, and for when: "Planned, Q1 2027" */
  return g_strdup_printf (_("%1$s, %2$s"), step, release);
}

static char *
say_value (const TambourRoadmapRequest *request,
           const TambourRoadmapSheet   *sheet)
{
  g_autofree char *stake = NULL;
  g_autofree char *fee = NULL;

  if (request->at_stake.minor == TAMBOUR_NO_COUNT)
    /* Translators: %d is from 1 to 10 */
    return g_strdup_printf (_("value %d: nothing at stake is told"), request->weight.value);

  stake = tambour_amount_money (request->at_stake);
  if (sheet->fee.minor == TAMBOUR_NO_COUNT)
    /* Translators: %1$d is from 1 to 10, %2$s an amount of money */
    return g_strdup_printf (_("value %1$d: %2$s at stake"), request->weight.value, stake);

  fee = tambour_amount_money (sheet->fee);

  /* Translators: %1$d is from 1 to 10, the others are amounts of money */
  return g_strdup_printf (_("value %1$d: %2$s at stake, the fee is %3$s"), request->weight.value, stake, fee);
}

/**
 * tambour_roadmap_text_weight:
 * @request: a request
 * @sheet: what it is a part of
 *
 * Returns: (transfer full): its weight, and what that follows from
 */
char *
tambour_roadmap_text_weight (const TambourRoadmapRequest *request,
                             const TambourRoadmapSheet   *sheet)
{
  const char *impact = _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_IMPACT, request->impact));
  g_autofree char *value = say_value (request, sheet);
  g_autofree char *need = NULL;
  GString *line = g_string_new (NULL);

  /* Translators: value times need */
  g_string_printf (line, _("Weight %d"), tambour_request_weigh (&request->weight));
  add_fact (line, value);

  /* Translators: %1$d is from 1 to 10, %2$s what a missing feature is to a customer, such as "Costly" */
  need = request->evidence->len > 0 ? g_strdup_printf (_("need %1$d: %2$s"), request->weight.need, impact)
                                    : g_strdup_printf (_("need %d: nobody is quoted yet"), request->weight.need);
  add_fact (line, need);

  return take_line (&line);
}

/* --- reviews --------------------------------------------------------------- */

static char *
dup_first_line (const char *text)
{
  return text ? g_strndup (text, strcspn (text, "\n")) : NULL;
}

static char *
say_coming (const TambourRoadmapCall  *call,
            const TambourRoadmapSheet *sheet)
{
  g_autofree char *agenda = dup_first_line (call->call->summary);
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;
  g_autofree char *when = NULL;
  GString *line = g_string_new (NULL);

  add_fact (line, agenda);
  if (tambour_instant_is_stated (call->call->planned_start))
    {
      time = tambour_when_time (call->call->planned_start, sheet->zone);
      city = sheet->account->report_tz ? tambour_when_city (sheet->account->report_tz) : g_strdup ("");
      when = g_strstrip (g_strdup_printf ("%s %s", time, city));
      add_fact (line, when);
    }

  return take_line (&line);
}

/* What became of the plans that were shown, separated by commas. */
static char *
say_shown (const TambourRoadmapCall *call)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  if (call->n_on_track > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%d on track", "%d on track", call->n_on_track), (int) call->n_on_track));
  if (call->n_slipped > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%d slipped", "%d slipped", call->n_slipped), (int) call->n_slipped));
  if (call->n_added > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%d added", "%d added", call->n_added), (int) call->n_added));

  all = g_strv_builder_end (parts);

  return all[0] ? g_strjoinv (", ", all) : NULL;
}

/**
 * tambour_roadmap_text_call:
 * @call: a review
 * @sheet: what it is a part of
 *
 * Returns: (transfer full): what it is about, or what was said in it
 */
char *
tambour_roadmap_text_call (const TambourRoadmapCall  *call,
                           const TambourRoadmapSheet *sheet)
{
  g_autofree char *shown = NULL;

  if (call->call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED)
    return say_coming (call, sheet);
  if ((shown = say_shown (call)))
    return g_steal_pointer (&shown);
  if (call->call->summary != NULL && *call->call->summary != '\0')
    return dup_first_line (call->call->summary);

  return g_strdup (_("nothing is written down"));
}

/**
 * tambour_roadmap_text_call_day:
 * @call: a review
 * @sheet: what it is a part of
 *
 * Returns: (transfer full): its day
 */
char *
tambour_roadmap_text_call_day (const TambourRoadmapCall  *call,
                               const TambourRoadmapSheet *sheet)
{
  TambourInstant at = tambour_call_time (call->call);
  TambourDate on;

  if (!tambour_instant_is_stated (at))
    return g_strdup ("");

  on = tambour_zone_date_of (sheet->zone, at);

  return on.julian == sheet->today.julian ? g_strdup (_("Today")) : tambour_when_date (on, sheet->today);
}

/* --- projects and plans ----------------------------------------------------- */

/**
 * tambour_roadmap_text_quadrant:
 * @quadrant: where a project stands
 *
 * Returns: (transfer none): what that is called
 */
const char *
tambour_roadmap_text_quadrant (TambourQuadrant quadrant)
{
  switch (quadrant)
    {
    case TAMBOUR_QUADRANT_DO_NEXT:
      return _("Do next");
    case TAMBOUR_QUADRANT_PLAN:
      /* Translators: what should be done with a project: plan it */
      return C_("project", "Plan");
    case TAMBOUR_QUADRANT_FILL_IN:
      return _("Fill in");
    case TAMBOUR_QUADRANT_LEAVE:
      return _("Leave");
    case TAMBOUR_QUADRANT_NONE:
      return _("Not scored yet");
    }

  g_return_val_if_reached ("");
}

/**
 * tambour_roadmap_text_place:
 * @project: a project
 *
 * Returns: (transfer full): its impact and its effort
 */
char *
tambour_roadmap_text_place (TambourProject *project)
{
  if (!tambour_project_is_scored (project))
    return g_strdup (_("not scored yet"));

  /* Translators: each from 1 to 5 */
  return g_strdup_printf (_("impact %1$d, effort %2$d"), (int) project->impact, (int) project->effort);
}

/**
 * tambour_roadmap_text_project:
 * @project: a project
 * @today: the day that is today
 *
 * Returns: (transfer full): by when it must be, whose it is, when, and where it stands
 */
char *
tambour_roadmap_text_project (TambourProject *project,
                              TambourDate     today)
{
  g_autofree char *day = tambour_when_date (project->deadline, today);
  g_autofree char *deadline = NULL;
  g_autofree char *place = tambour_roadmap_text_place (project);
  GString *line = g_string_new (NULL);

  if (tambour_project_is_pinned (project))
    /* Translators: a day, and why something must be done by then */
    deadline = g_strdup_printf (_("by %1$s: %2$s"), day, project->deadline_reason);

  add_fact (line, deadline);
  add_fact (line, project->owner_them && *project->owner_them ? project->owner_them : project->owner_us);
  add_fact (line, project->quarter);
  add_fact (line, place);

  return take_line (&line);
}

/**
 * tambour_roadmap_text_days:
 * @project: a project
 *
 * Returns: (transfer full): how many days it takes, of both sides together
 */
char *
tambour_roadmap_text_days (TambourProject *project)
{
  gint64 days = 0;

  if (project->effort_us != TAMBOUR_NO_COUNT)
    days += project->effort_us;
  if (project->effort_them != TAMBOUR_NO_COUNT)
    days += project->effort_them;

  return days > 0 ? g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), (int) days) : g_strdup ("");
}

/**
 * tambour_roadmap_text_item:
 * @item: a plan of the product
 *
 * Returns: (transfer full): for when it is, how sure that is, and of which product
 */
char *
tambour_roadmap_text_item (TambourRoadmapItem *item)
{
  GString *line = g_string_new (NULL);

  add_fact (line, item->quarter);
  add_fact (line, _(tambour_choice_get_words (TAMBOUR_TYPE_CONFIDENCE, item->confidence)));
  add_fact (line, item->product);

  return take_line (&line);
}
