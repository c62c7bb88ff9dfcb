/* tambour-roadmap-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-roadmap-section-private.h"
#include "tambour-row-record.h"

#define SIDE_WIDTH 372

/**
 * TambourRoadmapSection:
 *
 * What an account and we want: its goals, what it asks of the product, the reviews
 * of the roadmap, and the projects that would help most.
 */
G_DEFINE_FINAL_TYPE (TambourRoadmapSection, tambour_roadmap_section, TAMBOUR_TYPE_SECTION)

/* --- reading --------------------------------------------------------------- */

static gpointer
load_sheet (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_roadmap_sheet_load (store, data, now, cancellable, error);
}

static void
tambour_roadmap_section_show_loaded (TambourSection *section,
                                     gpointer        loaded)
{
  TambourRoadmapSection *self = TAMBOUR_ROADMAP_SECTION (section);

  self->sheet = loaded;
  tambour_roadmap_section_show (self);
}

static const char * const writing[] = { "roadmap.add", "roadmap.ask-request", "roadmap.plan", "roadmap.start", "roadmap.advance", "roadmap.release", NULL };

static const TambourSectionReading reading = {
  load_sheet,
  (GDestroyNotify) tambour_roadmap_sheet_free,
  N_("The roadmap could not be read"),
  "roadmap.try-again",
  writing,
};

/* --- changing -------------------------------------------------------------- */

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_roadmap_move_fill (data, store, now, change, error);
}

static void
make_move (TambourRoadmapSection *self,
           TambourRoadmapMove    *move,
           const char            *label,
           const char            *message)
{
  TambourPortfolio *portfolio = tambour_section_get_portfolio (TAMBOUR_SECTION (self));
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);

  tambour_fill_and_commit (GTK_WIDGET (self), portfolio, change, fill_move, move, (GDestroyNotify) tambour_roadmap_move_free, message);
}

static TambourRoadmapMove *
new_move (TambourRoadmapSection  *self,
          TambourRoadmapMoveKind  kind,
          const char             *id)
{
  return tambour_roadmap_move_new (kind, id, tambour_section_get_account (TAMBOUR_SECTION (self)));
}

static void
advance_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourRoadmapSection *self = TAMBOUR_ROADMAP_SECTION (widget);
  TambourRoadmapMove *move;
  const char *id;
  guint status;

  g_variant_get (parameter, "(&su)", &id, &status);
  move = new_move (self, TAMBOUR_ROADMAP_MOVE_ADVANCE, id);
  move->status = status;
  make_move (self, move, _("Move request on"), _("The request is a step further"));
}

static void
release_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourRoadmapSection *self = TAMBOUR_ROADMAP_SECTION (widget);
  gboolean may_leave;
  const char *id;

  g_variant_get (parameter, "(&sb)", &id, &may_leave);
  make_move (self, new_move (self, may_leave ? TAMBOUR_ROADMAP_MOVE_RELEASE : TAMBOUR_ROADMAP_MOVE_WITHHOLD, id),
             may_leave ? _("Release plan to customer") : _("Keep plan confidential"),
             may_leave ? _("This account may know of the plan") : _("This account may not know of the plan"));
}

/* A project that could not be written stands where it was. */
static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRoadmapSection) self = user_data;
  g_autoptr(GError) error = NULL;

  if (tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      tambour_feedback_offer_undo (GTK_WIDGET (self), _("The project has moved"));
      return;
    }

  tambour_feedback_fail (GTK_WIDGET (self), error);
  if (self->sheet != NULL)
    tambour_project_matrix_show (self->matrix, self->sheet->projects);
}

static void
moved_cb (TambourRoadmapSection *self,
          const char            *id,
          int                    impact,
          int                    effort)
{
  TambourPortfolio *portfolio = tambour_section_get_portfolio (TAMBOUR_SECTION (self));
  g_autoptr(TambourChange) change = NULL;
  TambourRoadmapMove *move = NULL;

  if (portfolio == NULL)
    return;

  change = tambour_portfolio_new_change (portfolio, _("Move project"));
  move = new_move (self, TAMBOUR_ROADMAP_MOVE_PLACE, id);
  move->value = impact;
  move->value_of = effort;
  tambour_fill_async (portfolio, change, fill_move, move, (GDestroyNotify) tambour_roadmap_move_free, NULL, placed_cb, g_object_ref (self));
}

/* --- commands --------------------------------------------------------------- */

static void
ask_request_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  const char *account_id = tambour_section_get_account (TAMBOUR_SECTION (widget));

  gtk_widget_activate_action (widget, "win.ask-roadmap", "(uss)", (guint) TAMBOUR_ROADMAP_MOVE_REQUEST, "", account_id);
}

static void
plan_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "engagement", tambour_section_get_account (TAMBOUR_SECTION (widget)),
                              "kind=roadmap_review");
}

/* Its sheet is where it starts from. */
static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourRoadmapSection *self = TAMBOUR_ROADMAP_SECTION (widget);
  TambourRoadmapCall *next;

  if (self->sheet == NULL || self->sheet->coming->len == 0)
    return;

  next = g_ptr_array_index (self->sheet->coming, 0);
  gtk_widget_activate_action (widget, "win.prep-sheet", "(ss)", tambour_section_get_account (TAMBOUR_SECTION (self)), TAMBOUR_RECORD (next->call)->id);
}

static void
activated_cb (TambourRoadmapSection *self,
              GtkListBoxRow         *row)
{
  tambour_row_record_open (row);
}

static void
project_selected_cb (TambourRoadmapSection *self,
                     GtkListBoxRow         *row)
{
  int position = row ? gtk_list_box_row_get_index (row) : -1;

  if (!self->is_selecting && self->sheet != NULL && position >= 0 && position < (int) self->sheet->projects->len)
    tambour_project_matrix_select (self->matrix, TAMBOUR_RECORD (g_ptr_array_index (self->sheet->projects, position))->id);
}

static void
chosen_cb (TambourRoadmapSection *self,
           const char            *id)
{
  tambour_roadmap_section_select (self, id);
}

static void
opened_cb (TambourRoadmapSection *self,
           const char            *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "project", id);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourRoadmapSection *self = TAMBOUR_ROADMAP_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  self->is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  if (self->sheet != NULL)
    tambour_roadmap_section_show_parts (self);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

/* --- the section ------------------------------------------------------------- */

static void
tambour_roadmap_section_dispose (GObject *object)
{
  TambourRoadmapSection *self = TAMBOUR_ROADMAP_SECTION (object);
  GtkSizeGroup **groups[] = { &self->tags, &self->states, &self->weights, &self->days, &self->numbers };

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ROADMAP_SECTION);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_clear_object (groups[i]);

  G_OBJECT_CLASS (tambour_roadmap_section_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "roadmap.add", "s", tambour_section_add_action);
  gtk_widget_class_install_action (widget_class, "roadmap.ask-request", NULL, ask_request_action);
  gtk_widget_class_install_action (widget_class, "roadmap.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "roadmap.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "roadmap.advance", "(su)", advance_action);
  gtk_widget_class_install_action (widget_class, "roadmap.release", "(sb)", release_action);
}

static void
tambour_roadmap_section_class_init (TambourRoadmapSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_roadmap_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_roadmap_section_show_loaded;
  install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_PROJECT_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-roadmap-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, goals_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, goals_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, requests_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, requests_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, reviews_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, start_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, plan_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, projects_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, matrix_card);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, matrix);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, projects_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, items_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, items_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, items_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapSection, side);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, project_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
tambour_roadmap_section_init (TambourRoadmapSection *self)
{
  GtkSizeGroup **groups[] = { &self->tags, &self->states, &self->weights, &self->days, &self->numbers };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    *groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_roadmap_section_new:
 *
 * Returns: (transfer floating): a section that shows no account
 */
GtkWidget *
tambour_roadmap_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_ROADMAP_SECTION, NULL);
}
