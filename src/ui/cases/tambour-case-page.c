/* tambour-case-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-case-page-private.h"
#include "tambour-feedback.h"
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
G_DEFINE_FINAL_TYPE (TambourCasePage, tambour_case_page, TAMBOUR_TYPE_PAGE)

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

/* One that was removed has a history, from where it can be brought back. */
static void
show_error (TambourCasePage *self,
            const GError    *error)
{
  gboolean is_gone = g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_autofree char *reason = tambour_feedback_dup_reason (error);
  g_autofree char *description = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (self->status_page, description);
  gtk_button_set_label (self->status_button, is_gone ? _("Look for It in the _History") : _("_Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), is_gone ? "case.all-fields" : "case.try-again");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourCasePage) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourCaseFile *file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (file == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->file, tambour_case_file_free);
  self->file = file;
  if (file == NULL)
    show_error (self, error);
  else
    tambour_case_page_show (self);
  gtk_stack_set_visible_child_name (self->stack, file ? "case" : "status");

  tambour_case_page_update_actions (self);
  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_case_page_refresh (TambourPage *page)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (page);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->case_id == NULL)
    return;

  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_file, g_strdup (self->case_id), g_free,
                                (GDestroyNotify) tambour_case_file_free, self->loading, loaded_cb, g_object_ref (self));
}

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

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CASE_PAGE);

  G_OBJECT_CLASS (tambour_case_page_parent_class)->dispose (object);
}

static void
tambour_case_page_finalize (GObject *object)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (object);

  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->file, tambour_case_file_free);

  G_OBJECT_CLASS (tambour_case_page_parent_class)->finalize (object);
}

static void
tambour_case_page_class_init (TambourCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_case_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_case_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_case_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->tick = tambour_case_page_tick;

  tambour_case_page_install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_LIFE_AXIS);
  g_type_ensure (TAMBOUR_TYPE_LIFE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, case_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, portal_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, portal_content);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, hand_over_content);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourCasePage, status_button);
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
  TambourCasePage *self = g_object_new (TAMBOUR_TYPE_CASE_PAGE, NULL);

  self->case_id = g_strdup (case_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
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

  return self->case_id;
}

/**
 * tambour_case_page_set_case:
 * @self: a page of a case
 * @case_id: the id of the case that it shows from now on
 */
void
tambour_case_page_set_case (TambourCasePage *self,
                            const char      *case_id)
{
  g_return_if_fail (TAMBOUR_IS_CASE_PAGE (self));

  if (g_set_str (&self->case_id, case_id))
    tambour_page_invalidate (TAMBOUR_PAGE (self));
}
