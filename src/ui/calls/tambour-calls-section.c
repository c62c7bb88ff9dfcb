/* tambour-calls-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-calls-section.h"
#include "tambour-calls-text.h"
#include "tambour-choice-words.h"
#include "tambour-heading.h"
#include "tambour-marked-row.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-when.h"

#define SIDE_WIDTH 340

/**
 * TambourCallsSection:
 *
 * The calls of an account: what is planned and how often, and what was, held or not.
 */
struct _TambourCallsSection
{
  TambourSection  parent_instance;

  TambourCalls   *calls;  /* of the parent */
  GCancellable   *loading;

  /* Template widgets */
  GtkWidget      *content;
  GtkBox         *columns;
  GtkListBox     *planned_list;
  TambourHeading *past_heading;
  GtkButton      *all_button;
  GtkListBox     *past_list;
  AdwClamp       *side;
  GtkWidget      *cadence_box;
  GtkListBox     *cadence_list;
  GtkListBox     *count_list;
};

G_DEFINE_FINAL_TYPE (TambourCallsSection, tambour_calls_section, TAMBOUR_TYPE_SECTION)

static TambourInstant
get_now (TambourCallsSection *self)
{
  return tambour_portfolio_now (tambour_section_get_portfolio (TAMBOUR_SECTION (self)));
}

static void
show_calls (TambourCallsSection *self,
            GtkListBox          *list,
            GPtrArray           *calls,
            const char          *nothing,
            const char          *next)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < calls->len; i++)
    gtk_list_box_append (list, tambour_calls_text_new_row (g_ptr_array_index (calls, i), get_now (self)));

  if (calls->len == 0)
    tambour_row_list_say (list, tambour_notice_row_new ("tambour-call-symbolic", nothing, next));
}

/* A list has those that the page has no room for. */
static void
show_all_button (TambourCallsSection *self)
{
  g_autofree char *number = tambour_when_number (self->calls->n_past);
  /* Translators: %s is a number of records: "All 12" */
  g_autofree char *label = g_strdup_printf (_("All %s"), number);

  tambour_heading_set_remark (self->past_heading, self->calls->n_past > 0 ? number : "");
  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), self->calls->n_past > self->calls->past->len);
}

static GtkWidget *
new_cadence_row (const TambourCadenceView *view,
                 TambourInstant            now)
{
  TambourCadence *cadence = view->cadence;
  const char *name = cadence->title && *cadence->title ? cadence->title
                                                       : _(tambour_choice_get_words (TAMBOUR_TYPE_ENGAGEMENT_KIND, cadence->kind));
  gboolean is_planned = tambour_instant_is_stated (view->next);
  g_autofree char *line = tambour_calls_text_cadence (view, now);
  GtkWidget *row = tambour_marked_row_new (is_planned ? "document-open-recent-symbolic" : "dialog-warning-symbolic",
                                           is_planned ? NULL : "warning", name, line, "");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "cadence", TAMBOUR_RECORD (cadence)->id);

  return row;
}

static void
show_cadences (TambourCallsSection *self)
{
  gtk_list_box_remove_all (self->cadence_list);
  for (guint i = 0; i < self->calls->cadences->len; i++)
    gtk_list_box_append (self->cadence_list, new_cadence_row (g_ptr_array_index (self->calls->cadences, i), get_now (self)));
  gtk_widget_set_visible (self->cadence_box, self->calls->cadences->len > 0);
}

/* A count leads to what was counted. */
static GtkWidget *
new_count_row (TambourCallsSection     *self,
               TambourEngagementStatus  status)
{
  g_autoptr(GEnumClass) statuses = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT_STATUS);
  const char *title = _(tambour_choice_get_words (TAMBOUR_TYPE_ENGAGEMENT_STATUS, status));
  g_autofree char *number = tambour_when_number (self->calls->n_lately[status]);
  g_autofree char *where = g_strdup_printf ("status = %s", g_enum_get_value (statuses, (int) status)->value_nick);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, number);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 9, "css-classes", (const char *[]) { "cell-box", "tight", NULL }, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "css-classes", (const char *[]) { "cell", NULL }, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", number, "css-classes", (const char *[]) { "numeric", "dimmed", NULL }, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", "engagement", tambour_section_get_account (TAMBOUR_SECTION (self)), where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
show_counts (TambourCallsSection *self)
{
  gtk_list_box_remove_all (self->count_list);
  for (guint i = TAMBOUR_ENGAGEMENT_STATUS_HELD; i < TAMBOUR_N_ENGAGEMENT_STATUSES; i++)
    gtk_list_box_append (self->count_list, new_count_row (self, i));
}

static void
show_all (TambourCallsSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  show_calls (self, self->planned_list, self->calls->planned, _("Nothing is planned"), _("A call of a cadence plans the next when it is logged"));
  show_calls (self, self->past_list, self->calls->past, _("No call is logged yet"), _("What you write down of one becomes actions and promises"));
  show_all_button (self);
  show_cadences (self);
  show_counts (self);
}

static gpointer
load_calls (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_calls_load (store, data, now, cancellable, error);
}

static void
tambour_calls_section_show_loaded (TambourSection *section,
                                   gpointer        loaded)
{
  TambourCallsSection *self = TAMBOUR_CALLS_SECTION (section);

  self->calls = loaded;
  show_all (self);
}

static const TambourSectionReading reading = {
  load_calls,
  (GDestroyNotify) tambour_calls_free,
  N_("The calls could not be read"),
  "calls.try-again",
  NULL,
};

static void
log_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.log-call-with", "s", tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static void
plan_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "engagement", tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-list", "(sss)", "engagement", tambour_section_get_account (TAMBOUR_SECTION (widget)), "");
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourCallsSection *self = TAMBOUR_CALLS_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

static void
tambour_calls_section_dispose (GObject *object)
{
  TambourCallsSection *self = TAMBOUR_CALLS_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CALLS_SECTION);

  G_OBJECT_CLASS (tambour_calls_section_parent_class)->dispose (object);
}

static void
tambour_calls_section_class_init (TambourCallsSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_calls_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_calls_section_show_loaded;
  gtk_widget_class_install_action (widget_class, "calls.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "calls.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "calls.all", NULL, all_action);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-calls-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, planned_list);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, past_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, all_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, past_list);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, side);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, cadence_box);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, cadence_list);
  gtk_widget_class_bind_template_child (widget_class, TambourCallsSection, count_list);
}

static void
tambour_calls_section_init (TambourCallsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_calls_section_new:
 *
 * Shows the calls of an account after tambour_section_show().
 *
 * Returns: (transfer floating): a section without calls
 */
GtkWidget *
tambour_calls_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_CALLS_SECTION, NULL);
}
