/* tambour-roadmap-section-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calls-text.h"
#include "tambour-goal-row.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-request-row.h"
#include "tambour-roadmap-section-private.h"
#include "tambour-roadmap-text.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-row-record.h"

/* The lists of the roadmap. A row remembers the record that it leads to. */

/* As many as one reads through: the records have the rest. */
#define MAX_ROWS  30
#define MAX_ITEMS 8

static TambourRoadmapSection *
find_section (GtkWidget *row)
{
  return TAMBOUR_ROADMAP_SECTION (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_ROADMAP_SECTION));
}

static GVariant *
new_question (TambourRoadmapSection  *self,
              TambourRoadmapMoveKind  kind,
              TambourRecord          *record)
{
  return g_variant_new ("(uss)", (guint) kind, record->id, tambour_section_get_account (TAMBOUR_SECTION (self)));
}

/**
 * tambour_roadmap_section_show_parts:
 * @self: a section that has read its sheet
 *
 * Says at the headings how much of each list is shown, and what a weight is where
 * there is room for it.
 */
void
tambour_roadmap_section_show_parts (TambourRoadmapSection *self)
{
  tambour_heading_set_part (self->goals_heading, MAX_ROWS, self->sheet->goals->len, NULL);
  tambour_heading_set_part (self->requests_heading, MAX_ROWS, self->sheet->requests->len, self->is_small ? NULL : _("weight = value × need"));
  tambour_heading_set_part (self->projects_heading, MAX_ROWS, self->sheet->projects->len, NULL);
  tambour_heading_set_part (self->items_heading, MAX_ITEMS, self->sheet->items->len, NULL);
}

/* --- goals ---------------------------------------------------------------- */

static char *
dup_goal_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourGoalView *) item)->goal)->id);
}

static GtkWidget *
new_goal_row (gpointer data)
{
  GtkWidget *row = tambour_goal_row_new (((TambourRoadmapSection *) data)->tags);

  tambour_row_menu_add (GTK_LIST_BOX_ROW (row));

  return row;
}

static void
show_goal (GtkWidget *row,
           gpointer   item)
{
  const TambourGoalView *goal = item;
  TambourRoadmapSection *self = find_section (row);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, TAMBOUR_RECORD (goal->goal));
  tambour_goal_row_show (TAMBOUR_GOAL_ROW (row), goal, self->sheet->today);
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      tambour_row_menu_item (menu, _("Record Reading…"), "win.ask-roadmap",
                             new_question (self, TAMBOUR_ROADMAP_MOVE_READ, TAMBOUR_RECORD (goal->goal)));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", TAMBOUR_RECORD (goal->goal));
    }
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_goals (TambourRoadmapSection *self)
{
  static const TambourRowList rows = { dup_goal_key, new_goal_row, show_goal, NULL };
  guint n = MIN (self->sheet->goals->len, MAX_ROWS);

  if (self->sheet->goals->len > 0)
    tambour_row_list_show (self->goals_list, &rows, self->sheet->goals, n, self);
  else
    tambour_row_list_say (self->goals_list, tambour_notice_row_new ("tambour-goal-symbolic", _("No goal is agreed"),
                                                                    _("What the customer wants to reach, with a number and a day")));
}

/* --- requests ------------------------------------------------------------- */

static char *
dup_request_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourRoadmapRequest *) item)->request)->id);
}

static GtkWidget *
new_request_row (gpointer data)
{
  TambourRoadmapSection *self = data;

  return tambour_request_row_new (self->states, self->weights);
}

static GMenu *
new_request_menu (TambourRoadmapSection       *self,
                  const TambourRoadmapRequest *request)
{
  GMenu *menu = g_menu_new ();
  TambourRecord *record = TAMBOUR_RECORD (request->request);
  TambourRequestStatus next;

  if (!tambour_section_can_write (TAMBOUR_SECTION (self)))
    return menu;

  if (tambour_request_get_next (request->request->status, &next))
    {
      /* Translators: %s is the next step of a request, such as "Planned" */
      g_autofree char *label = g_strdup_printf (_("Mark as %s"), tambour_roadmap_text_step (next));

      tambour_row_menu_item (menu, label, "roadmap.advance", g_variant_new ("(su)", record->id, (guint) request->request->status));
      tambour_row_menu_item (menu, _("Decline…"), "win.ask-roadmap", new_question (self, TAMBOUR_ROADMAP_MOVE_DECLINE, record));
    }
  tambour_row_menu_item (menu, _("Add Evidence…"), "win.ask-roadmap", new_question (self, TAMBOUR_ROADMAP_MOVE_EVIDENCE, record));
  tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", record);

  return menu;
}

static void
show_request (GtkWidget *row,
              gpointer   item)
{
  const TambourRoadmapRequest *request = item;
  TambourRoadmapSection *self = find_section (row);
  g_autoptr(GMenu) menu = new_request_menu (self, request);

  tambour_row_record_set (row, TAMBOUR_RECORD (request->request));
  tambour_request_row_show (TAMBOUR_REQUEST_ROW (row), request, self->sheet);
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_requests (TambourRoadmapSection *self)
{
  static const TambourRowList rows = { dup_request_key, new_request_row, show_request, NULL };
  guint n = MIN (self->sheet->requests->len, MAX_ROWS);

  if (self->sheet->requests->len > 0)
    tambour_row_list_show (self->requests_list, &rows, self->sheet->requests, n, self);
  else
    tambour_row_list_say (self->requests_list, tambour_notice_row_new ("tambour-requests-symbolic", _("Nothing is asked for"),
                                                                       _("What the customer misses, in the customer’s own words")));
}

/* --- reviews --------------------------------------------------------------- */

static char *
dup_call_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourRoadmapCall *) item)->call)->id);
}

static GtkWidget *
new_call_row (gpointer data)
{
  return tambour_plan_row_new (((TambourRoadmapSection *) data)->days);
}

static GMenu *
new_call_menu (TambourRoadmapSection    *self,
               const TambourRoadmapCall *call)
{
  GMenu *menu = g_menu_new ();
  TambourRecord *record = TAMBOUR_RECORD (call->call);

  if (call->call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED)
    tambour_row_menu_item (menu, _("Prep Sheet"), "win.prep-sheet",
                           g_variant_new ("(ss)", tambour_section_get_account (TAMBOUR_SECTION (self)), record->id));
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", record);

  return menu;
}

static void
show_call (GtkWidget *row,
           gpointer   item)
{
  const TambourRoadmapCall *call = item;
  TambourRoadmapSection *self = find_section (row);
  gboolean is_coming = call->call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED;
  g_autofree char *day = tambour_roadmap_text_call_day (call, self->sheet);
  g_autofree char *title = tambour_calls_text_name (call->call);
  g_autofree char *line = tambour_roadmap_text_call (call, self->sheet);
  g_autoptr(GMenu) menu = new_call_menu (self, call);
  TambourPlanWords words = { .lead = day, .title = title, .line = line };

  if (is_coming)
    {
      words.tag = call->is_ready ? _("Prep ready") : _("No agenda");
      words.tag_style = call->is_ready ? "accent" : NULL;
    }
  else if (call->n_slipped > 0)
    {
      words.tag = _("Slipped");
      words.tag_style = "warning";
    }

  tambour_row_record_set (row, TAMBOUR_RECORD (call->call));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &words);
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_calls (TambourRoadmapSection *self)
{
  static const TambourRowList rows = { dup_call_key, new_call_row, show_call, NULL };
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, self->sheet->coming, NULL, NULL);
  g_ptr_array_extend (all, self->sheet->past, NULL, NULL);
  if (all->len > 0)
    tambour_row_list_show (self->reviews_list, &rows, all, all->len, self);
  else
    tambour_row_list_say (self->reviews_list, tambour_notice_row_new ("tambour-call-symbolic", _("No roadmap review yet"),
                                                                      _("Plan one to show what comes, and hear what is missing")));

  gtk_widget_set_visible (self->start_button, self->sheet->coming->len > 0);
  gtk_widget_set_visible (self->plan_button, self->sheet->coming->len == 0);
}

/* --- projects --------------------------------------------------------------- */

static char *
dup_project_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (item)->id);
}

static GtkWidget *
new_project_row (gpointer data)
{
  return tambour_plan_row_new (((TambourRoadmapSection *) data)->numbers);
}

static void
show_project (GtkWidget *row,
              gpointer   item)
{
  TambourProject *project = item;
  TambourRoadmapSection *self = find_section (row);
  guint position = 0;
  g_autofree char *number = NULL;
  g_autofree char *line = tambour_roadmap_text_project (project, self->sheet->today);
  g_autofree char *days = tambour_roadmap_text_days (project);
  g_autoptr(GMenu) menu = g_menu_new ();

  g_ptr_array_find (self->sheet->projects, project, &position);
  number = g_strdup_printf ("%u", position + 1);
  tambour_row_record_set (row, TAMBOUR_RECORD (project));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = number,
                                                   .icon = tambour_project_is_pinned (project) ? "alarm-symbolic" : NULL,
                                                   .title = project->title,
                                                   .line = line,
                                                   .end = days,
                                                 });

  tambour_row_menu_item (menu, _("Open"), "win.open-record", g_variant_new ("(ss)", "project", TAMBOUR_RECORD (project)->id));
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", TAMBOUR_RECORD (project));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static GtkListBoxRow *
find_row (GtkListBox *list,
          const char *id)
{
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      if (g_strcmp0 (tambour_row_record_get_id (GTK_WIDGET (row)), id) == 0)
        return row;
    }

  return NULL;
}

/**
 * tambour_roadmap_section_select:
 * @self: a section
 * @id: of a project
 *
 * Selects it in the list and in the matrix.
 */
void
tambour_roadmap_section_select (TambourRoadmapSection *self,
                                const char            *id)
{
  GtkListBoxRow *row = find_row (self->projects_list, id);

  self->is_selecting = TRUE;
  gtk_list_box_select_row (self->projects_list, row);
  self->is_selecting = FALSE;
  tambour_project_matrix_select (self->matrix, id);
}

static void
show_projects (TambourRoadmapSection *self)
{
  static const TambourRowList rows = { dup_project_key, new_project_row, show_project, NULL };
  GPtrArray *projects = self->sheet->projects;
  guint n = MIN (projects->len, MAX_ROWS);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->projects_list);
  g_autofree char *id = selected ? g_strdup (tambour_row_record_get_id (GTK_WIDGET (selected))) : NULL;

  gtk_widget_set_visible (self->matrix_card, projects->len > 0);
  tambour_project_matrix_set_editable (self->matrix, tambour_section_can_write (TAMBOUR_SECTION (self)));
  tambour_project_matrix_show (self->matrix, projects);
  if (projects->len == 0)
    {
      tambour_row_list_say (self->projects_list, tambour_notice_row_new ("tambour-matrix-symbolic", _("No project is proposed"),
                                                                         _("What would help the customer next, by impact and effort")));
      return;
    }

  self->is_selecting = TRUE;
  tambour_row_list_show (self->projects_list, &rows, projects, n, self);
  self->is_selecting = FALSE;
  if (id == NULL || find_row (self->projects_list, id) == NULL)
    g_set_str (&id, TAMBOUR_RECORD (g_ptr_array_index (projects, 0))->id);
  tambour_roadmap_section_select (self, id);
}

/* --- plans of the product ---------------------------------------------------- */

static GtkWidget *
new_item_row (gpointer data)
{
  return tambour_plan_row_new (NULL);
}

static void
show_item (GtkWidget *row,
           gpointer   data)
{
  TambourRoadmapItem *item = data;
  TambourRoadmapSection *self = find_section (row);
  const char *account_id = tambour_section_get_account (TAMBOUR_SECTION (self));
  gboolean may_leave = tambour_roadmap_item_may_leave (item, account_id);
  g_autofree char *line = tambour_roadmap_text_item (item);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, TAMBOUR_RECORD (item));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .icon = item->nda ? "channel-secure-symbolic" : "x-office-calendar-symbolic",
                                                   .title = item->title,
                                                   .line = line,
                                                   .tag = !item->nda ? NULL : may_leave ? _("Released")
                                                                                        : _("Confidential"),
                                                   .tag_style = may_leave ? NULL : "warning",
                                                 });

  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      if (item->nda)
        tambour_row_menu_item (menu, may_leave ? _("Keep Confidential Again") : _("Release to This Account"), "roadmap.release",
                               g_variant_new ("(sb)", TAMBOUR_RECORD (item)->id, !may_leave));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", TAMBOUR_RECORD (item));
    }
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_items (TambourRoadmapSection *self)
{
  static const TambourRowList rows = { dup_project_key, new_item_row, show_item, NULL };
  guint n = MIN (self->sheet->items->len, MAX_ITEMS);

  gtk_widget_set_visible (self->items_box, self->sheet->items->len > 0);
  tambour_row_list_show (self->items_list, &rows, self->sheet->items, n, self);
}

/**
 * tambour_roadmap_section_show:
 * @self: a section that has read its sheet
 *
 * Shows it.
 */
void
tambour_roadmap_section_show (TambourRoadmapSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  tambour_roadmap_section_show_parts (self);
  show_goals (self);
  show_requests (self);
  show_calls (self);
  show_projects (self);
  show_items (self);
}
