/* tambour-value-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-fill.h"
#include "tambour-value-section-private.h"

#define SIDE_WIDTH 340

/**
 * TambourValueSection:
 *
 * What the agreement with an account was worth: what the customer accepted, what waits for
 * that, what does not count and why, the rates, and the next review.
 */
G_DEFINE_FINAL_TYPE (TambourValueSection, tambour_value_section, TAMBOUR_TYPE_SECTION)

/* --- reading --------------------------------------------------------------- */

static gpointer
load_ledger (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return tambour_value_ledger_load (store, data, (TambourDate) { 0 }, (TambourDate) { 0 }, now, cancellable, error);
}

static void
tambour_value_section_show_loaded (TambourSection *section,
                                   gpointer        loaded)
{
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (section);

  self->ledger = loaded;
  tambour_value_section_show (self);
}

static const char * const writing[] = { "review.propose", "review.show-customer", "review.withdraw", "review.add", "review.ask-rate", NULL };

static const TambourSectionReading reading = {
  load_ledger,
  (GDestroyNotify) tambour_value_ledger_free,
  N_("The value ledger could not be read"),
  "review.try-again",
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
  return tambour_value_move_fill (data, store, now, change, error);
}

static void
make_move (TambourValueSection  *self,
           TambourValueMoveKind  kind,
           const char           *id,
           const char           *label,
           const char           *message)
{
  TambourPortfolio *portfolio = tambour_section_get_portfolio (TAMBOUR_SECTION (self));
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);
  TambourValueMove *move = tambour_value_move_new (kind, id, tambour_section_get_account (TAMBOUR_SECTION (self)));

  tambour_fill_and_commit (GTK_WIDGET (self), portfolio, change, fill_move, move, (GDestroyNotify) tambour_value_move_free, message);
}

/* The one with that key, or all of them. */
static void
propose_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL);

  make_move (TAMBOUR_VALUE_SECTION (widget), TAMBOUR_VALUE_MOVE_COMPUTE, *key ? key : NULL, _("Propose value"),
             _("It awaits the customer’s acceptance"));
}

static void
show_customer_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  make_move (TAMBOUR_VALUE_SECTION (widget), TAMBOUR_VALUE_MOVE_PROPOSE, g_variant_get_string (parameter, NULL), _("Propose value"),
             _("It awaits the customer’s acceptance"));
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  make_move (TAMBOUR_VALUE_SECTION (widget), TAMBOUR_VALUE_MOVE_WITHDRAW, g_variant_get_string (parameter, NULL), _("Withdraw value"),
             _("It is withdrawn, and does not count"));
}

/* --- commands --------------------------------------------------------------- */

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "value_entry", tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

/* A new one, or one that is agreed anew. */
static void
ask_rate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.ask-value", "(uss)", (guint) TAMBOUR_VALUE_MOVE_RATE, g_variant_get_string (parameter, NULL),
                              tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static void
make_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.make-review", "s", tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static void
activated_cb (TambourValueSection *self,
              GtkListBoxRow       *row)
{
  tambour_value_section_activate (row);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;
  guint n = breadth <= TAMBOUR_BREADTH_MEDIUM ? TAMBOUR_N_VALUE_FIGURES : breadth >= TAMBOUR_BREADTH_SMALL ? 2
                                                                                                           : 3;

  self->is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  if (self->ledger != NULL)
    tambour_value_section_show_period (self);
  gtk_flow_box_set_max_children_per_line (self->figures_box, n);
  gtk_flow_box_set_min_children_per_line (self->figures_box, n);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

/* --- the section ------------------------------------------------------------- */

static void
tambour_value_section_dispose (GObject *object)
{
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_VALUE_SECTION);
  g_clear_object (&self->amounts);

  G_OBJECT_CLASS (tambour_value_section_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.propose", "s", propose_action);
  gtk_widget_class_install_action (widget_class, "review.show-customer", "s", show_customer_action);
  gtk_widget_class_install_action (widget_class, "review.withdraw", "s", withdraw_action);
  gtk_widget_class_install_action (widget_class, "review.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "review.ask-rate", "s", ask_rate_action);
  gtk_widget_class_install_action (widget_class, "review.make", NULL, make_action);
}

static void
tambour_value_section_class_init (TambourValueSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_value_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_value_section_show_loaded;
  install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-value-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, figures_box);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, proposals_box);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, proposals_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, proposals_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, waiting_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, waiting_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, accepted_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, accepted_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, others_box);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, others_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, others_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, next_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, rates_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, reports_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, satisfaction_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueSection, side);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
add_figure (TambourValueSection *self,
            TambourValueFigure   figure)
{
  static const char * const classes[][3] = { { "stat", "numeric", NULL }, { "small", NULL }, { "meta", NULL } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = gtk_flow_box_child_new ();

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      self->figures[figure][i] = g_object_new (GTK_TYPE_LABEL,
                                               "css-classes", classes[i],
                                               "ellipsize", PANGO_ELLIPSIZE_END,
                                               "single-line-mode", TRUE,
                                               "xalign", 0.0,
                                               NULL);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures[figure][i]));
    }

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->figures_box, child);
}

static void
tambour_value_section_init (TambourValueSection *self)
{
  self->amounts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TAMBOUR_N_VALUE_FIGURES; i++)
    add_figure (self, i);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_value_section_new:
 *
 * Returns: (transfer floating): a section that shows no account
 */
GtkWidget *
tambour_value_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_VALUE_SECTION, NULL);
}
