/* tambour-service-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-fill.h"
#include "tambour-row-record.h"
#include "tambour-service-section-private.h"

#define SIDE_WIDTH 340

/**
 * TambourServiceSection:
 *
 * The service that an account gets: its open cases, what is escalated, the changes
 * that are planned, and what the customer says of it.
 */
G_DEFINE_FINAL_TYPE (TambourServiceSection, tambour_service_section, TAMBOUR_TYPE_SECTION)

/* --- reading --------------------------------------------------------------- */

static gpointer
load_sheet (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_service_sheet_load (store, data, now, cancellable, error);
}

static void
tambour_service_section_show_loaded (TambourSection *section,
                                     gpointer        loaded)
{
  TambourServiceSection *self = TAMBOUR_SERVICE_SECTION (section);

  self->sheet = loaded;
  tambour_service_section_show (self);
}

static const char * const writing[] = { "service.add", "service.ask", "service.add-answer", "service.acknowledge", NULL };

static const TambourSectionReading reading = {
  load_sheet,
  (GDestroyNotify) tambour_service_sheet_free,
  N_("The service could not be read"),
  "service.try-again",
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
  return tambour_service_move_fill (data, store, now, change, error);
}

static void
acknowledge_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourSection *section = TAMBOUR_SECTION (widget);
  TambourPortfolio *portfolio = tambour_section_get_portfolio (section);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Escalation was taken"));
  TambourServiceMove *move = tambour_service_move_new (TAMBOUR_SERVICE_MOVE_ACKNOWLEDGE, g_variant_get_string (parameter, NULL),
                                                       tambour_section_get_account (section));

  tambour_fill_and_commit (widget, portfolio, change, fill_move, move, (GDestroyNotify) tambour_service_move_free, _("Escalation was taken"));
}

/* --- commands --------------------------------------------------------------- */

/* What is not about anything that is there already. */
static void
ask_new (GtkWidget              *widget,
         TambourServiceMoveKind  kind)
{
  gtk_widget_activate_action (widget, "win.ask-service", "(uss)", (guint) kind, "", tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static void
ask_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ask_new (widget, TAMBOUR_SERVICE_MOVE_ASK);
}

static void
add_answer_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ask_new (widget, TAMBOUR_SERVICE_MOVE_ANSWER);
}

static void
activated_cb (TambourServiceSection *self,
              GtkListBoxRow         *row)
{
  tambour_row_record_open (row);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourServiceSection *self = TAMBOUR_SERVICE_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_widget_set_visible (self->all_changes_button, breadth < TAMBOUR_BREADTH_NARROW);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

/* --- the section ------------------------------------------------------------- */

static void
tambour_service_section_dispose (GObject *object)
{
  TambourServiceSection *self = TAMBOUR_SERVICE_SECTION (object);
  GtkSizeGroup **groups[] = { &self->clocks, &self->escalated, &self->windows, &self->days };

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SERVICE_SECTION);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_clear_object (groups[i]);

  G_OBJECT_CLASS (tambour_service_section_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, cases_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, cases_list);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, escalations_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, escalations_list);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, changes_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, all_changes_button);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, changes_list);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, side);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, score_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, asked_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, nps_box);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, nps_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, review_box);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, review_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, surveys_list);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, outage_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceSection, outages_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_service_section_class_init (TambourServiceSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_service_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_service_section_show_loaded;

  gtk_widget_class_install_action (widget_class, "service.add", "s", tambour_section_add_action);
  gtk_widget_class_install_action (widget_class, "service.list", "s", tambour_section_list_action);
  gtk_widget_class_install_action (widget_class, "service.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "service.add-answer", NULL, add_answer_action);
  gtk_widget_class_install_action (widget_class, "service.acknowledge", "s", acknowledge_action);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-service-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  bind_children (widget_class);
}

static void
tambour_service_section_init (TambourServiceSection *self)
{
  GtkSizeGroup **groups[] = { &self->clocks, &self->escalated, &self->windows, &self->days };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    *groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_service_section_new:
 *
 * Returns: (transfer floating): a section that shows no account
 */
GtkWidget *
tambour_service_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_SERVICE_SECTION, NULL);
}
