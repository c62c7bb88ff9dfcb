/* tambour-audit-part-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-part-row.h"
#include "tambour-audit-text.h"
#include "tambour-bar.h"
#include "tambour-tooltip.h"

/**
 * TambourAuditPartRow:
 *
 * A section of an audit: how far it is answered, and the worst that was.
 */
struct _TambourAuditPartRow
{
  GtkBox      parent_instance;

  /* Template widgets */
  GtkLabel   *title_label;
  GtkImage   *mark;
  GtkLabel   *count_label;
  TambourBar *bar;
};

G_DEFINE_FINAL_TYPE (TambourAuditPartRow, tambour_audit_part_row, GTK_TYPE_BOX)

static void
tambour_audit_part_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_AUDIT_PART_ROW);

  G_OBJECT_CLASS (tambour_audit_part_row_parent_class)->dispose (object);
}

static void
tambour_audit_part_row_class_init (TambourAuditPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_audit_part_row_dispose;

  g_type_ensure (TAMBOUR_TYPE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPartRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPartRow, mark);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPartRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPartRow, bar);
}

static void
tambour_audit_part_row_init (TambourAuditPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_audit_part_row_new:
 *
 * Returns: (transfer floating): a row without a section
 */
GtkWidget *
tambour_audit_part_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_AUDIT_PART_ROW, NULL);
}

/**
 * tambour_audit_part_row_show:
 * @self: a row
 * @part: a section
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tambour_audit_part_row_show (TambourAuditPartRow    *self,
                             const TambourAuditPart *part)
{
  gboolean is_worse = part->worst != TAMBOUR_ANSWER_MET;
  g_autofree char *count = g_strdup_printf ("%u/%u", part->n_answered, part->n);
  g_autofree char *progress = tambour_audit_text_progress (part->n_answered, part->n);

  gtk_label_set_text (self->title_label, tambour_audit_text_part (part));
  tambour_tooltip_set (self->title_label, tambour_audit_text_part (part));
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), is_worse);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char *[]) { part->worst == TAMBOUR_ANSWER_GAP ? "error" : "warning", NULL });
  gtk_image_set_from_icon_name (self->mark, part->worst == TAMBOUR_ANSWER_GAP ? "tambour-health-risk-symbolic"
                                                                              : "tambour-health-attention-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->bar), (const char *[]) { is_worse ? "warn" : "ok", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, progress, -1);
  tambour_bar_set_part (self->bar, part->n > 0 ? (double) part->n_answered / part->n : 0);

  return g_strjoin (", ", tambour_audit_text_part (part), progress,
                    is_worse ? tambour_audit_text_answer (part->worst) : NULL, NULL);
}
