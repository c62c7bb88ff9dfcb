/* tambour-evidence-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-amount.h"
#include "tambour-choice-words.h"
#include "tambour-evidence-row.h"
#include "tambour-requests-text.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"

/**
 * TambourEvidenceRow:
 *
 * What a customer said about a request, and what it is to that customer.
 */
struct _TambourEvidenceRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkLabel      *quote_label;
  GtkLabel      *said_label;
  GtkLabel      *asked_as_label;
  GtkLabel      *impact_label;
  GtkLabel      *stake_label;
};

G_DEFINE_FINAL_TYPE (TambourEvidenceRow, tambour_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_evidence_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_EVIDENCE_ROW);

  G_OBJECT_CLASS (tambour_evidence_row_parent_class)->dispose (object);
}

static void
tambour_evidence_row_class_init (TambourEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_evidence_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourEvidenceRow, quote_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEvidenceRow, said_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEvidenceRow, asked_as_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEvidenceRow, impact_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEvidenceRow, stake_label);
}

static void
tambour_evidence_row_init (TambourEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
}

/**
 * tambour_evidence_row_new:
 *
 * Returns: (transfer floating): a row without a quote
 */
GtkWidget *
tambour_evidence_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_EVIDENCE_ROW, NULL);
}

static const char *
style_of (TambourRequestImpact impact)
{
  switch (impact)
    {
    case TAMBOUR_REQUEST_IMPACT_NICE:
      return NULL;
    case TAMBOUR_REQUEST_IMPACT_COSTLY:
      return "warning";
    case TAMBOUR_REQUEST_IMPACT_BLOCKER:
      return "error";
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_evidence_row_show:
 * @self: a row
 * @file: the file of a request
 * @evidence: one of what was said of it
 */
void
tambour_evidence_row_show (TambourEvidenceRow *self,
                           TambourRequestFile *file,
                           TambourFrEvidence  *evidence)
{
  const char *said = evidence->quote && *evidence->quote ? evidence->quote : NULL;
  const char *impact = _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_IMPACT, evidence->impact));
  const char *classes[] = { "tag", style_of (evidence->impact), NULL };
  /* Translators: what a customer said, in quotation marks */
  g_autofree char *quote = said ? g_strdup_printf (_("“%s”"), said) : g_strdup (_("No words are noted"));
  g_autofree char *who = tambour_requests_text_said (file, evidence);
  g_autofree char *asked_as = tambour_requests_text_asked_as (file, evidence);
  g_autofree char *stake = evidence->value_at_stake.minor != TAMBOUR_NO_COUNT ? tambour_amount_money (evidence->value_at_stake) : g_strdup ("");
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_EVIDENCE_ROW (self));

  gtk_label_set_text (self->quote_label, quote);
  gtk_label_set_text (self->said_label, who);
  tambour_tooltip_set (self->said_label, who);
  gtk_label_set_text (self->asked_as_label, asked_as ? asked_as : "");
  gtk_widget_set_visible (GTK_WIDGET (self->asked_as_label), asked_as != NULL);
  gtk_label_set_text (self->impact_label, impact);
  gtk_widget_set_css_classes (GTK_WIDGET (self->impact_label), classes);
  gtk_label_set_text (self->stake_label, stake);
  gtk_widget_set_visible (GTK_WIDGET (self->stake_label), *stake != '\0');

  /* Translators: what a customer said, who that is, and what it is to them, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s %4$s"), quote, who, impact, stake);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
