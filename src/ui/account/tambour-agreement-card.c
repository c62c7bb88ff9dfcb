/* tambour-agreement-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-agreement-card.h"
#include "tambour-bar.h"
#include "tambour-when.h"

/**
 * TambourAgreementCard:
 *
 * What was agreed with a customer: the plan, how much of its time has passed,
 * what comes then, and what was done in it.
 */
struct _TambourAgreementCard
{
  GtkBox       parent_instance;

  /* Template widgets */
  GtkLabel    *title_label;
  GtkLabel    *plan_label;
  GtkBox      *term_box;
  GtkLabel    *start_label;
  GtkLabel    *end_label;
  TambourBar  *bar;
  GtkLabel    *term_label;
  GtkLabel    *counts_label;
  GtkButton   *add_button;
};

G_DEFINE_FINAL_TYPE (TambourAgreementCard, tambour_agreement_card, GTK_TYPE_BOX)

static void
tambour_agreement_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_AGREEMENT_CARD);

  G_OBJECT_CLASS (tambour_agreement_card_parent_class)->dispose (object);
}

static void
tambour_agreement_card_class_init (TambourAgreementCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_agreement_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-agreement-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, plan_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, term_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, start_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, end_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, bar);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, term_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAgreementCard, add_button);
}

static void
tambour_agreement_card_init (TambourAgreementCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An agreement is dated in full: it is about years. */
static char *
full_date (TambourDate date)
{
  return tambour_when_date (date, (TambourDate) { 0 });
}

static void
show_term (TambourAgreementCard           *self,
           const TambourOverviewAgreement *agreement)
{
  g_autofree char *start = full_date (agreement->agreement->start);
  g_autofree char *end = full_date (agreement->agreement->end);
  const char *classes[] = { tambour_account_text_term_style (agreement), NULL };

  gtk_label_set_text (self->start_label, start);
  gtk_label_set_text (self->end_label, end);
  tambour_bar_set_part (self->bar, agreement->elapsed);
  gtk_widget_set_css_classes (GTK_WIDGET (self->bar), classes);
}

/**
 * tambour_agreement_card_show:
 * @self: an agreement card
 * @overview: an overview
 */
void
tambour_agreement_card_show (TambourAgreementCard  *self,
                             const TambourOverview *overview)
{
  const TambourPlan *plan = overview->plan;
  const char *name = plan == NULL ? NULL : plan->name && *plan->name ? plan->name
                                                                     : plan->code;
  gboolean has_agreement = overview->agreement.agreement != NULL;
  g_autofree char *term = tambour_account_text_term (&overview->agreement, overview->today);
  g_autofree char *counts = has_agreement ? tambour_account_text_counts (overview)
                                          : g_strdup (_("What was bought, until when, and what is left of it stands here"));

  g_return_if_fail (TAMBOUR_IS_AGREEMENT_CARD (self));

  gtk_label_set_text (self->plan_label, name ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->plan_label), name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->term_box), has_agreement);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !has_agreement);
  gtk_label_set_text (self->term_label, term);
  gtk_label_set_text (self->counts_label, counts);
  if (has_agreement)
    show_term (self, &overview->agreement);
}
