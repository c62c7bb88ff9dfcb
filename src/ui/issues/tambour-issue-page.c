/* tambour-issue-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-choice-words.h"
#include "tambour-detail-row.h"
#include "tambour-exposure-row.h"
#include "tambour-heading.h"
#include "tambour-issue-page.h"
#include "tambour-issue-text.h"
#include "tambour-match-dialog.h"
#include "tambour-menu-button.h"
#include "tambour-notice-row.h"
#include "tambour-when.h"

/* As that of a case. */
#define SIDE_WIDTH 206

/**
 * TambourIssuePage:
 *
 * A known issue: under which condition it hits, what helps, and what it is to each
 * account that it concerns.
 */
struct _TambourIssuePage
{
  TambourFilePage   parent_instance;

  TambourIssueFile *file;  /* of the parent */

  /* Template widgets */
  AdwHeaderBar     *header_bar;
  AdwWindowTitle   *window_title;
  GtkMenuButton    *menu_button;
  GMenuModel       *issue_menu;
  GtkWidget        *edit_button;
  AdwButtonContent *edit_content;
  GtkWidget        *content;
  GtkLabel         *title_label;
  GtkLabel         *source_label;
  GtkBox           *columns;
  GtkWidget        *panel;
  GtkWidget        *condition_box;
  GtkLabel         *condition_label;
  GtkWidget        *workaround_box;
  GtkLabel         *workaround_label;
  TambourHeading   *heading;
  GtkWidget        *all_button;
  GtkListBox       *list;
  AdwClamp         *side;
  GtkListBox       *details;
};

G_DEFINE_FINAL_TYPE (TambourIssuePage, tambour_issue_page, TAMBOUR_TYPE_FILE_PAGE)

static gboolean
can_write (TambourIssuePage *self)
{
  return self->file != NULL && !tambour_portfolio_is_read_only (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

/* --- what is shown --------------------------------------------------------- */

static gboolean
show_text (GtkWidget  *box,
           GtkLabel   *label,
           const char *text)
{
  gboolean is_said = text != NULL && *text != '\0';

  gtk_label_set_text (label, is_said ? text : "");
  gtk_widget_set_visible (box, is_said);

  return is_said;
}

static void
show_issue (TambourIssuePage *self)
{
  TambourKnownIssue *issue = self->file->record;
  g_autofree char *source = tambour_issue_text_source (issue);
  g_autofree char *line = g_strjoin (" · ", _(tambour_choice_get_words (TAMBOUR_TYPE_SEVERITY, issue->severity)), source, NULL);
  gboolean has_condition = show_text (self->condition_box, self->condition_label, issue->condition);
  gboolean has_workaround = show_text (self->workaround_box, self->workaround_label, issue->workaround);

  gtk_label_set_text (self->title_label, tambour_issue_text_title (issue));
  gtk_label_set_text (self->source_label, line);
  gtk_widget_set_visible (self->panel, has_condition || has_workaround);
}

static void
show_details (TambourIssuePage *self)
{
  TambourKnownIssue *issue = self->file->record;
  g_autofree char *published = tambour_when_date (issue->published, self->file->today);

  gtk_list_box_remove_all (self->details);
  tambour_detail_row_add (self->details, _("Severity"), _(tambour_choice_get_words (TAMBOUR_TYPE_SEVERITY, issue->severity)), NULL);
  tambour_detail_row_add (self->details, _("Product"), issue->product, NULL);
  tambour_detail_row_add (self->details, _("Versions"), issue->version_range, NULL);
  tambour_detail_row_add (self->details, _("Fixed in"), issue->fixed_in && *issue->fixed_in ? issue->fixed_in : _("No fix yet"), NULL);
  tambour_detail_row_add (self->details, _("Published"), published, NULL);
}

static void
show_accounts (TambourIssuePage *self)
{
  g_autofree char *count = tambour_issue_text_count (self->file);

  tambour_heading_set_remark (self->heading, count);
  gtk_widget_set_visible (self->all_button, self->file->n_lines > 0);
  if (self->file->lines->len > 0)
    tambour_row_list_show (self->list, &tambour_exposure_rows_of_issue, self->file->lines, self->file->lines->len, self);
  else
    tambour_row_list_say (self->list, tambour_notice_row_new ("object-select-symbolic", _("No account is concerned, as far as is recorded"),
                                                              _("Match Now compares the versions of all components")));
}

static void
update_actions (TambourIssuePage *self)
{
  static const char * const writing[] = { "page.edit", "issue.match", "issue.new-exposure" };

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], can_write (self));
  gtk_widget_set_visible (self->edit_button, can_write (self));
}

/* --- reading --------------------------------------------------------------- */

static gpointer
load_file (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_issue_file_load (store, data, here, now, cancellable, error);
}

static void
tambour_issue_page_show_file (TambourFilePage *page,
                              gpointer         file)
{
  TambourIssuePage *self = TAMBOUR_ISSUE_PAGE (page);

  self->file = file;
  if (file != NULL)
    {
      show_issue (self);
      show_details (self);
      show_accounts (self);
    }

  update_actions (self);
}

static const TambourFileReading reading = {
  "known_issue",
  load_file,
  (GDestroyNotify) tambour_issue_file_free,
  "issue.all-fields",
  "issue.try-again",
};

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourIssuePage *self = TAMBOUR_ISSUE_PAGE (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_header (self->header_bar, breadth);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth <= TAMBOUR_BREADTH_MEDIUM);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
  gtk_widget_set_margin_bottom (self->content, margin);
  adw_button_content_set_label (self->edit_content, breadth >= TAMBOUR_BREADTH_NARROW ? "" : _("Edit"));
}

/* --- what one can do ------------------------------------------------------- */

static void
match_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tambour_match_dialog_present (widget, tambour_page_get_portfolio (TAMBOUR_PAGE (widget)));
}

static void
new_exposure_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  g_autofree char *within = g_strconcat ("known_issue_id=", tambour_file_page_get_id (widget), NULL);

  gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "exposure", "", within);
}

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_autofree char *where = g_strdup_printf ("known_issue_id = %s", tambour_file_page_get_id (widget));

  gtk_widget_activate_action (widget, "win.open-list", "(sss)", "exposure", "", where);
}

/* --- the page -------------------------------------------------------------- */

static void
tambour_issue_page_dispose (GObject *object)
{
  TambourIssuePage *self = TAMBOUR_ISSUE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ISSUE_PAGE);

  G_OBJECT_CLASS (tambour_issue_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, tambour_file_page_edit_action);
  gtk_widget_class_install_action (widget_class, "issue.match", NULL, match_action);
  gtk_widget_class_install_action (widget_class, "issue.new-exposure", NULL, new_exposure_action);
  gtk_widget_class_install_action (widget_class, "issue.all", NULL, all_action);
}

static void
tambour_issue_page_class_init (TambourIssuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_issue_page_dispose;
  TAMBOUR_FILE_PAGE_CLASS (klass)->show = tambour_issue_page_show_file;
  install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-issue-page.ui");
  tambour_file_page_class_read (TAMBOUR_FILE_PAGE_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, issue_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, edit_content);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, panel);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, condition_box);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, condition_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, workaround_box);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, workaround_label);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, heading);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, list);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourIssuePage, details);
}

static void
tambour_issue_page_init (TambourIssuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->issue_menu);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
  update_actions (self);
}
