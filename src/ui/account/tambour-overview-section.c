/* tambour-overview-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-clock-row.h"
#include "tambour-overview-section-private.h"
#include "tambour-row-record.h"

/* The side column, where there is one. */
#define SIDE_WIDTH 340

/**
 * TambourOverviewSection:
 *
 * An account at a glance: what was agreed, how it stands and why, how much it
 * uses; its open cases, goals, and what happened; what comes next, its people,
 * and what was bought.
 */
G_DEFINE_FINAL_TYPE (TambourOverviewSection, tambour_overview_section, TAMBOUR_TYPE_SECTION)

static void
show_overview (TambourOverviewSection *self)
{
  const char *account_id = tambour_record_get_id (TAMBOUR_RECORD (self->overview->account));

  tambour_agreement_card_show (self->agreement_card, self->overview);
  tambour_health_card_show (self->health_card, self->overview->health, account_id, self->overview->today);
  tambour_usage_card_show (self->usage_card, self->overview);
  tambour_overview_section_show_lists (self);
  gtk_widget_set_visible (GTK_WIDGET (self->body), TRUE);
}

static gpointer
load_overview (TambourStore    *store,
               const char      *me,
               TambourInstant   now,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  return tambour_overview_load (store, data, now, cancellable, error);
}

static void
tambour_overview_section_show_loaded (TambourSection *section,
                                      gpointer        loaded)
{
  TambourOverviewSection *self = TAMBOUR_OVERVIEW_SECTION (section);

  self->overview = loaded;
  show_overview (self);
}

static const TambourSectionReading reading = {
  load_overview,
  (GDestroyNotify) tambour_overview_free,
  N_("The account could not be read"),
  "overview.try-again",
  NULL,
};

static void
filter_timeline_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-section", "s", "timeline");
  gtk_widget_activate_action (widget, "win.filter", NULL);
}

static void
case_activated_cb (TambourOverviewSection *self,
                   GtkListBoxRow          *row)
{
  if (TAMBOUR_IS_CLOCK_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (row), "clock.open-case", NULL);
  else
    tambour_row_record_open (row);
}

static void
record_activated_cb (TambourOverviewSection *self,
                     GtkListBoxRow          *row)
{
  tambour_row_record_open (row);
}

static void
meter_activated_cb (TambourOverviewSection *self,
                    GtkListBoxRow          *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "overview.list", "s", "entitlement_use");
}

static void
place_card (TambourOverviewSection *self,
            gpointer                card,
            int                     column,
            int                     row,
            int                     width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->cards));
  GtkGridLayoutChild *child = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, card));

  gtk_grid_layout_child_set_column (child, column);
  gtk_grid_layout_child_set_row (child, row);
  gtk_grid_layout_child_set_column_span (child, width);
}

/* Three cards beside each other; where there is less room two above the third,
 * then one below the other.
 */
static void
arrange_cards (TambourOverviewSection *self,
               TambourBreadth          breadth)
{
  gboolean is_wide = breadth == TAMBOUR_BREADTH_WIDE;
  gboolean is_small = breadth >= TAMBOUR_BREADTH_SMALL;

  place_card (self, self->agreement_card, 0, 0, 1);
  place_card (self, self->health_card, is_small ? 0 : 1, is_small ? 1 : 0, 1);
  place_card (self, self->usage_card, is_wide ? 2 : 0, is_wide ? 0 : is_small ? 2
                                                                              : 1,
              is_wide || is_small ? 1 : 2);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourOverviewSection *self = TAMBOUR_OVERVIEW_SECTION (widget);
  gboolean is_wide = breadth == TAMBOUR_BREADTH_WIDE;
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  arrange_cards (self, breadth);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->columns, is_wide ? 18 : 12);
  adw_clamp_set_maximum_size (self->side, is_wide ? SIDE_WIDTH : G_MAXINT);
  adw_clamp_set_tightening_threshold (self->side, is_wide ? SIDE_WIDTH : G_MAXINT);
  gtk_widget_set_size_request (adw_clamp_get_child (self->side), is_wide ? SIDE_WIDTH : -1, -1);
  /* What it says when it is empty wants more room than it gets. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->side), !is_wide);
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), margin);
}

static void
tambour_overview_section_dispose (GObject *object)
{
  TambourOverviewSection *self = TAMBOUR_OVERVIEW_SECTION (object);

  g_clear_object (&self->case_columns);
  g_clear_object (&self->goal_tags);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_OVERVIEW_SECTION);

  G_OBJECT_CLASS (tambour_overview_section_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, body);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, cards);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, agreement_card);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, health_card);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, usage_card);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, cases_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, cases_list);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, goals_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, goals_list);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, timeline_list);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, side);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, next_list);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, people_button);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, people_list);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, meter_box);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, meter_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourOverviewSection, meter_list);
}

static void
tambour_overview_section_class_init (TambourOverviewSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_overview_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_overview_section_show_loaded;

  gtk_widget_class_install_action (widget_class, "overview.add", "s", tambour_section_add_action);
  gtk_widget_class_install_action (widget_class, "overview.list", "s", tambour_section_list_action);
  gtk_widget_class_install_action (widget_class, "overview.filter-timeline", NULL, filter_timeline_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-overview-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, case_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, meter_activated_cb);

  g_type_ensure (TAMBOUR_TYPE_AGREEMENT_CARD);
  g_type_ensure (TAMBOUR_TYPE_HEALTH_CARD);
  g_type_ensure (TAMBOUR_TYPE_USAGE_CARD);
  g_type_ensure (TAMBOUR_TYPE_HEADING);
}

static void
tambour_overview_section_init (TambourOverviewSection *self)
{
  self->case_columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->goal_tags = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}
