/* tambour-issue-line-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-choice-words.h"
#include "tambour-issue-line-row.h"
#include "tambour-issue-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourIssueLineRow:
 *
 * A known issue in a list: how bad it is, what it is in, how many accounts it can
 * hit, and when it was published.
 */
struct _TambourIssueLineRow
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkImage  *mark;
  GtkLabel  *title_label;
  GtkLabel  *line_label;
  GtkWidget *tag_box;
  GtkLabel  *tag_label;
  GtkLabel  *date_label;
};

G_DEFINE_FINAL_TYPE (TambourIssueLineRow, tambour_issue_line_row, GTK_TYPE_BOX)

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  gtk_widget_set_visible (GTK_WIDGET (TAMBOUR_ISSUE_LINE_ROW (widget)->date_label), breadth < TAMBOUR_BREADTH_NARROW);
}

static void
tambour_issue_line_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ISSUE_LINE_ROW);

  G_OBJECT_CLASS (tambour_issue_line_row_parent_class)->dispose (object);
}

static void
tambour_issue_line_row_class_init (TambourIssueLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_issue_line_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-issue-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourIssueLineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, TambourIssueLineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssueLineRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssueLineRow, tag_box);
  gtk_widget_class_bind_template_child (widget_class, TambourIssueLineRow, tag_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssueLineRow, date_label);
}

static void
tambour_issue_line_row_init (TambourIssueLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_issue_line_row_new:
 * @tags: what makes the tags of a list equally wide
 * @dates: what makes its dates equally wide
 *
 * Returns: (transfer floating): a row without a known issue
 */
GtkWidget *
tambour_issue_line_row_new (GtkSizeGroup *tags,
                            GtkSizeGroup *dates)
{
  TambourIssueLineRow *self = g_object_new (TAMBOUR_TYPE_ISSUE_LINE_ROW, NULL);

  gtk_size_group_add_widget (tags, self->tag_box);
  gtk_size_group_add_widget (dates, GTK_WIDGET (self->date_label));

  return GTK_WIDGET (self);
}

/**
 * tambour_issue_line_row_show:
 * @self: a row
 * @line: a known issue
 * @today: the day that it is
 *
 * Returns: (transfer full): what it says, for who cannot see it
 */
char *
tambour_issue_line_row_show (TambourIssueLineRow    *self,
                             const TambourIssueLine *line,
                             TambourDate             today)
{
  const char *title = tambour_issue_text_title (line->issue);
  const char *severity = _(tambour_choice_get_words (TAMBOUR_TYPE_SEVERITY, line->issue->severity));
  const char *style;
  g_autofree char *source = tambour_issue_text_source (line->issue);
  g_autofree char *concerns = tambour_issue_text_concerns (line, &style);
  g_autofree char *accounts = tambour_issue_text_accounts (line);
  g_autofree char *line_text = g_strjoin (" · ", severity, source, NULL);
  g_autofree char *published = tambour_when_date (line->issue->published, today);
  const char *mark_classes[] = { "tl-dot", tambour_issue_text_severity (line->issue->severity), NULL };
  const char *tag_classes[] = { "tag", style, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), mark_classes);
  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->line_label, line_text);
  tambour_tooltip_set (self->line_label, line_text);
  gtk_label_set_text (self->tag_label, concerns ? concerns : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag_label), tag_classes);
  gtk_widget_set_visible (GTK_WIDGET (self->tag_label), concerns != NULL);
  tambour_tooltip_set (self->tag_label, accounts);
  gtk_label_set_text (self->date_label, published);

  /* Translators: a known issue, how bad it is, what it is in and whom it concerns, for screen readers */
  return g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), title, severity, source, accounts);
}
