/* tambour-overview-lists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-case-row.h"
#include "tambour-clock-row.h"
#include "tambour-date-box.h"
#include "tambour-fact-cell.h"
#include "tambour-goal-row.h"
#include "tambour-health-reason.h"
#include "tambour-meter-row.h"
#include "tambour-notice-row.h"
#include "tambour-overview-section-private.h"
#include "tambour-row-list.h"
#include "tambour-row-record.h"
#include "tambour-timeline-cell.h"
#include "tambour-when.h"

/* The lists of the overview. A row that leads to a record remembers which. */

/* How large the avatars of people are. */
#define AVATAR 28

static TambourOverviewSection *
find_section (GtkWidget *row)
{
  return TAMBOUR_OVERVIEW_SECTION (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_OVERVIEW_SECTION));
}

/* --- cases ---------------------------------------------------------------- */

/* Whether a clock is still to be looked at, or was missed. */
static gboolean
has_open_clock (const TambourOverviewCase *shown)
{
  return shown->clock != NULL && shown->clock->state != TAMBOUR_CLOCK_STATE_MET;
}

static char *
dup_case_key (gconstpointer item)
{
  const TambourOverviewCase *shown = item;

  return g_strconcat (has_open_clock (shown) ? "clock:" : "case:", tambour_record_get_id (TAMBOUR_RECORD (shown->record)), NULL);
}

static GtkWidget *
new_case_row (gconstpointer item,
              gpointer      data)
{
  TambourOverviewSection *self = data;
  GtkWidget *row;

  if (!has_open_clock (item))
    return tambour_case_row_new (self->case_columns);

  row = tambour_clock_row_new (tambour_section_get_portfolio (TAMBOUR_SECTION (self)), self->case_columns);
  tambour_clock_row_set_owner (TAMBOUR_CLOCK_ROW (row), FALSE);

  return row;
}

static void
show_case (GtkWidget *row,
           gpointer   item)
{
  const TambourOverviewCase *shown = item;

  tambour_row_record_set (row, TAMBOUR_RECORD (shown->record));
  if (TAMBOUR_IS_CLOCK_ROW (row))
    tambour_clock_row_set_facts (TAMBOUR_CLOCK_ROW (row), shown->clock);
  else
    tambour_case_row_show (TAMBOUR_CASE_ROW (row), shown, find_section (row)->overview->today);
}

static void
show_cases (TambourOverviewSection *self)
{
  static const TambourRowList rows = { dup_case_key, NULL, show_case, new_case_row };
  GPtrArray *cases = self->overview->cases;

  tambour_heading_set_part (self->cases_heading, cases->len, self->overview->n_cases, NULL);
  if (cases->len > 0)
    tambour_row_list_show (self->cases_list, &rows, cases, cases->len, self);
  else
    tambour_row_list_say (self->cases_list, tambour_notice_row_new ("object-select-symbolic", _("No case is open"),
                                                                    _("The next one shows here with its clock")));
}

/* --- goals ---------------------------------------------------------------- */

static char *
dup_goal_key (gconstpointer item)
{
  return g_strdup (tambour_record_get_id (TAMBOUR_RECORD (((const TambourGoalView *) item)->goal)));
}

static GtkWidget *
new_goal_row (gpointer data)
{
  return tambour_goal_row_new (TAMBOUR_OVERVIEW_SECTION (data)->goal_tags);
}

static void
show_goal (GtkWidget *row,
           gpointer   item)
{
  const TambourGoalView *goal = item;

  tambour_row_record_set (row, TAMBOUR_RECORD (goal->goal));
  tambour_goal_row_show (TAMBOUR_GOAL_ROW (row), goal, find_section (row)->overview->today);
}

static void
show_goals (TambourOverviewSection *self)
{
  static const TambourRowList rows = { dup_goal_key, new_goal_row, show_goal };
  GPtrArray *goals = self->overview->goals;

  tambour_heading_set_part (self->goals_heading, goals->len, self->overview->n_goals, NULL);
  if (goals->len > 0)
    tambour_row_list_show (self->goals_list, &rows, goals, goals->len, self);
  else
    tambour_row_list_say (self->goals_list, tambour_notice_row_new ("tambour-goal-symbolic", _("No goal is agreed"),
                                                                    _("Ask what the customer wants to reach, and by when")));
}

/* --- the timeline --------------------------------------------------------- */

static char *
dup_item_key (gconstpointer data)
{
  const TambourTimelineItem *item = data;

  return g_strdup_printf ("%d:%s:%" G_GINT64_FORMAT, item->event, item->record->id, item->at.seconds);
}

static GtkWidget *
new_item_row (gpointer data)
{
  return tambour_fact_cell_new_row (tambour_timeline_cell_new_dot (), TRUE);
}

static void
show_item (GtkWidget *row,
           gpointer   item)
{
  TambourSection *section = TAMBOUR_SECTION (find_section (row));

  tambour_row_record_set (row, ((TambourTimelineItem *) item)->record);
  tambour_timeline_cell_show (tambour_fact_cell_of_row (row), item, tambour_section_get_portfolio (section));
}

static void
show_timeline (TambourOverviewSection *self)
{
  static const TambourRowList rows = { dup_item_key, new_item_row, show_item };
  GPtrArray *items = self->overview->timeline;

  if (items->len > 0)
    tambour_row_list_show (self->timeline_list, &rows, items, items->len, self);
  else
    tambour_row_list_say (self->timeline_list, tambour_notice_row_new ("document-open-recent-symbolic", _("Nothing has happened yet"),
                                                                       _("Cases, calls, notes and audits gather here")));
}

/* --- what comes next ------------------------------------------------------ */

static char *
dup_next_key (gconstpointer item)
{
  return g_strdup (tambour_record_get_id (((const TambourOverviewNext *) item)->record));
}

#define PREP "tambour-prep"

static GtkWidget *
new_next_row (gpointer data)
{
  GtkWidget *row = tambour_fact_cell_new_row (tambour_date_box_new (), FALSE);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "label", _("Prep Sheet"),
                                    "focusable", FALSE,
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", "smallbtn", NULL },
                                    NULL);

  gtk_box_append (GTK_BOX (tambour_fact_cell_of_row (row)), button);
  g_object_set_data (G_OBJECT (row), PREP, button);

  return row;
}

/* Only the next call has one. */
static gboolean
is_next_call (const TambourOverview     *overview,
              const TambourOverviewNext *next)
{
  for (guint i = 0; i < overview->next->len; i++)
    {
      const TambourOverviewNext *first = g_ptr_array_index (overview->next, i);

      if (TAMBOUR_IS_ENGAGEMENT (first->record))
        return first == next;
    }

  return FALSE;
}

static void
show_prep (GtkWidget                 *row,
           const TambourOverview     *overview,
           const TambourOverviewNext *next)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), PREP);
  gboolean is_shown = is_next_call (overview, next);

  gtk_widget_set_visible (button, is_shown);
  if (!is_shown)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", tambour_record_get_id (TAMBOUR_RECORD (overview->account)),
                                    tambour_record_get_id (next->record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.prep-sheet");
}

static void
show_next_item (GtkWidget *row,
                gpointer   item)
{
  const TambourOverviewNext *next = item;
  TambourFactCell *cell = tambour_fact_cell_of_row (row);
  TambourOverview *overview = find_section (row)->overview;
  g_autofree char *line = tambour_account_text_next_line (next, overview);
  g_autofree char *day = tambour_when_date (next->on, overview->today);
  g_autofree char *name = NULL;

  tambour_row_record_set (row, next->record);
  tambour_date_box_set_date (TAMBOUR_DATE_BOX (tambour_fact_cell_get_prefix (cell)), next->on);
  tambour_fact_cell_show (cell, next->title, line, NULL);
  show_prep (row, overview, next);

  /* Translators: date, title and remark of something to come, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s"), day, next->title, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_next (TambourOverviewSection *self)
{
  static const TambourRowList rows = { dup_next_key, new_next_row, show_next_item };
  GPtrArray *next = self->overview->next;

  if (next->len > 0)
    tambour_row_list_show (self->next_list, &rows, next, next->len, self);
  else
    tambour_row_list_say (self->next_list, tambour_notice_row_new ("x-office-calendar-symbolic", _("Nothing is planned"),
                                                                   _("Agree on the next call")));
}

/* --- people --------------------------------------------------------------- */

static char *
dup_person_key (gconstpointer item)
{
  return g_strdup (tambour_record_get_id (TAMBOUR_RECORD (((const TambourOverviewPerson *) item)->contact)));
}

static GtkWidget *
new_person_row (gpointer data)
{
  GtkWidget *avatar = g_object_new (ADW_TYPE_AVATAR, "size", AVATAR, "show-initials", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  return tambour_fact_cell_new_row (avatar, TRUE);
}

/* The date at the end is that of the last contact. */
static void
show_person (GtkWidget *row,
             gpointer   item)
{
  const TambourOverviewPerson *person = item;
  TambourFactCell *cell = tambour_fact_cell_of_row (row);
  TambourOverview *overview = find_section (row)->overview;
  g_autofree char *line = tambour_account_text_person_line (person);
  g_autofree char *last = NULL;
  const char *name = person->contact->name ? person->contact->name : "";

  if (tambour_instant_is_stated (person->last_contact))
    last = tambour_when_date (tambour_zone_date_of (overview->zone, person->last_contact), overview->today);

  tambour_row_record_set (row, TAMBOUR_RECORD (person->contact));
  adw_avatar_set_text (ADW_AVATAR (tambour_fact_cell_get_prefix (cell)), name);
  tambour_fact_cell_show (cell, name, line, last);
}

static void
show_people (TambourOverviewSection *self)
{
  static const TambourRowList rows = { dup_person_key, new_person_row, show_person };
  TambourOverview *overview = self->overview;
  g_autofree char *label = g_strdup_printf (_("All %u"), overview->n_people);

  gtk_button_set_label (self->people_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->people_button), overview->n_people > 0);
  if (overview->people->len > 0)
    tambour_row_list_show (self->people_list, &rows, overview->people, overview->people->len, self);
  else
    tambour_row_list_say (self->people_list, tambour_notice_row_new ("tambour-people-symbolic", _("Nobody is known here yet"),
                                                                     _("Begin with who signs, and who may open cases")));
}

/* --- what was bought ------------------------------------------------------ */

static char *
dup_meter_key (gconstpointer item)
{
  return g_strdup (tambour_choice_nick (TAMBOUR_TYPE_ENTITLEMENT_KIND, ((const TambourOverviewMeter *) item)->kind));
}

static GtkWidget *
new_meter_row (gpointer data)
{
  return tambour_meter_row_new ();
}

static void
show_line (GtkWidget *row,
           gpointer   item)
{
  tambour_meter_row_show (TAMBOUR_METER_ROW (row), item);
}

static void
show_meter (TambourOverviewSection *self)
{
  static const TambourRowList rows = { dup_meter_key, new_meter_row, show_line };
  TambourOverview *overview = self->overview;
  g_autofree char *end = overview->agreement.agreement ? tambour_when_date (overview->agreement.agreement->end, overview->today) : NULL;
  /* Translators: the last day of an agreement */
  g_autofree char *remark = end ? g_strdup_printf (_("until %s"), end) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->meter_box), overview->meter->len > 0);
  tambour_heading_set_remark (self->meter_heading, remark);
  tambour_row_list_show (self->meter_list, &rows, overview->meter, overview->meter->len, self);
}

/**
 * tambour_overview_section_show_lists:
 * @self: an overview section that has an overview
 */
void
tambour_overview_section_show_lists (TambourOverviewSection *self)
{
  show_cases (self);
  show_goals (self);
  show_timeline (self);
  show_next (self);
  show_people (self);
  show_meter (self);
}
