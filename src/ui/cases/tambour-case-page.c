/* tambour-case-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-case-page-private.h"
#include "tambour-heading.h"
#include "tambour-menu-button.h"

/* As in the picture (04). */
#define SIDE_WIDTH 206

/**
 * TambourCasePage:
 *
 * A case: how it stands with its promises, what its time was, what the last owner
 * left, and all that kept it on its way. The conversation with the customer stays
 * in the support portal.
 */
G_DEFINE_FINAL_TYPE (TambourCasePage, tambour_case_page, TAMBOUR_TYPE_FILE_PAGE)

/**
 * tambour_case_page_get_now:
 * @self: a page of a case
 *
 * Returns: what time it is in its portfolio
 */
TambourInstant
tambour_case_page_get_now (TambourCasePage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static gpointer
load_file (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_case_file_load (store, data, me, now, cancellable, error);
}

static void
tambour_case_page_show_file (TambourFilePage *page,
                             gpointer         file)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (page);

  self->file = file;
  if (file != NULL)
    tambour_case_page_show (self);

  tambour_case_page_update_actions (self);
}

static const TambourFileReading reading = {
  "case",
  load_file,
  (GDestroyNotify) tambour_case_file_free,
  "case.all-fields",
  "case.try-again",
};

static void
tambour_case_page_tick (TambourPage *page)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (page);

  if (self->file != NULL)
    tambour_case_page_show_time (self);
}

/* Beside each other while there is room. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (widget);
  int margin = breadth == TAMBOUR_BREADTH_NARROW ? 12 : 18;

  self->is_narrow = breadth == TAMBOUR_BREADTH_NARROW;
  tambour_breadth_arrange_header (self->header_bar, breadth);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth <= TAMBOUR_BREADTH_MEDIUM);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->facts), self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->facts, self->is_narrow ? 6 : 18);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
  gtk_widget_set_margin_bottom (self->content, margin);
  adw_button_content_set_label (self->portal_content, self->is_narrow ? "" : _("Case Portal"));
  adw_button_content_set_label (self->hand_over_content, self->is_narrow ? "" : _("Hand Over"));
}

static void
step_activated_cb (TambourCasePage *self,
                   GtkListBoxRow   *row)
{
  const TambourCaseStep *step = g_ptr_array_index (self->file->steps, gtk_list_box_row_get_index (row));
  TambourRecord *record = TAMBOUR_RECORD (step->event);

  if (step->other != NULL)
    record = TAMBOUR_RECORD (step->other);
  else if (step->escalation != NULL)
    record = TAMBOUR_RECORD (step->escalation);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
}

static void
tambour_case_page_dispose (GObject *object)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CASE_PAGE);

  G_OBJECT_CLASS (tambour_case_page_parent_class)->dispose (object);
}

static void
tambour_case_page_class_init (TambourCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_case_page_dispose;
  TAMBOUR_FILE_PAGE_CLASS (klass)->show = tambour_case_page_show_file;
  TAMBOUR_PAGE_CLASS (klass)->tick = tambour_case_page_tick;

  tambour_case_page_install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_LIFE_AXIS);
  g_type_ensure (TAMBOUR_TYPE_LIFE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-case-page.ui");
  tambour_file_page_class_read (TAMBOUR_FILE_PAGE_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, case_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, portal_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, portal_content);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, hand_over_content);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, priority_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, opened_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, facts);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, life_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, life_axis);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, why_expander);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, why_box);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, handover_box);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, handover_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, read_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, edit_note_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, note_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, steps);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, details);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
}

static void
tambour_case_page_init (TambourCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->case_menu);
  tambour_case_page_add_facts (self);
  tambour_case_page_take_mails (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
  tambour_case_page_update_actions (self);
}

/**
 * tambour_case_page_new:
 * @portfolio: a portfolio
 * @case_id: (nullable): the id of a case in it, or %NULL for none yet
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourCasePage *
tambour_case_page_new (TambourPortfolio *portfolio,
                       const char       *case_id)
{
  return tambour_file_page_new (TAMBOUR_TYPE_CASE_PAGE, portfolio, case_id);
}

/**
 * tambour_case_page_get_case:
 * @self: a page of a case
 *
 * Returns: (transfer none) (nullable): the id of the case that it shows
 */
const char *
tambour_case_page_get_case (TambourCasePage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CASE_PAGE (self), NULL);

  return tambour_file_page_get_id (self);
}
