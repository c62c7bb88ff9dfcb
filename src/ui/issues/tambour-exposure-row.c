/* tambour-exposure-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-exposure-menu.h"
#include "tambour-exposure-row.h"
#include "tambour-issue-text.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"

/**
 * TambourExposureRow:
 *
 * What a known issue is to an account: on the page of the issue called by the
 * account, at the account by the issue.
 */
struct _TambourExposureRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkWidget     *mark;
  GtkLabel      *title_label;
  GtkLabel      *line_label;
  GtkLabel      *tag_label;
};

G_DEFINE_FINAL_TYPE (TambourExposureRow, tambour_exposure_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_exposure_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_EXPOSURE_ROW);

  G_OBJECT_CLASS (tambour_exposure_row_parent_class)->dispose (object);
}

static void
tambour_exposure_row_class_init (TambourExposureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_exposure_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-exposure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourExposureRow, mark);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureRow, tag_label);
}

static void
tambour_exposure_row_init (TambourExposureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
}

/* Done and done with needs no colour. */
static const char *
get_mark (const TambourExposureLine *line)
{
  if (!tambour_exposure_is_open (line->exposure->state) || line->issue == NULL)
    return NULL;

  return tambour_issue_text_severity (line->issue->severity);
}

static void
show_line (TambourExposureRow        *self,
           const TambourExposureLine *line,
           const char                *title)
{
  const char *style;
  const char *state = tambour_issue_text_state (line->exposure->state, &style);
  g_autofree char *text = tambour_issue_text_line (line);
  g_autoptr(GMenuModel) menu = tambour_exposure_menu_new (line);
  const char *mark_classes[] = { "tl-dot", get_mark (line), NULL };
  const char *tag_classes[] = { "tag", style, NULL };
  g_autofree char *name = NULL;

  gtk_widget_set_css_classes (self->mark, mark_classes);
  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->line_label, text);
  tambour_tooltip_set (self->line_label, text);
  gtk_label_set_text (self->tag_label, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag_label), tag_classes);

  /* Translators: an account or a known issue, what is known of it, and how it stands, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s"), title, text, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (self), menu);
}

/* --- in a list ------------------------------------------------------------- */

static char *
dup_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourExposureLine *) item)->exposure)->id);
}

static GtkWidget *
new_row (gpointer data)
{
  return g_object_new (TAMBOUR_TYPE_EXPOSURE_ROW, NULL);
}

static void
show_of_issue (GtkWidget *row,
               gpointer   item)
{
  const TambourExposureLine *line = item;
  const char *account_id = TAMBOUR_RECORD (line->exposure)->account_id.id;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", account_id ? account_id : "", "audits");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-section");
  show_line (TAMBOUR_EXPOSURE_ROW (row), line, line->account && line->account->name ? line->account->name : _("No account"));
}

static void
show_of_account (GtkWidget *row,
                 gpointer   item)
{
  const TambourExposureLine *line = item;
  const char *issue_id = line->exposure->known_issue_id.id;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "known_issue", issue_id ? issue_id : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  show_line (TAMBOUR_EXPOSURE_ROW (row), line, tambour_issue_text_title (line->issue));
}

const TambourRowList tambour_exposure_rows_of_issue = { dup_key, new_row, show_of_issue };
const TambourRowList tambour_exposure_rows_of_account = { dup_key, new_row, show_of_account };
