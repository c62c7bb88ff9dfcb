/* tambour-audit-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-page-private.h"
#include "tambour-breadth.h"
#include "tambour-menu-button.h"

/**
 * TambourAuditPage:
 *
 * An audit: its sections, the checks of the one that is chosen with their answers,
 * evidence and findings, and what all of it comes to.
 */
G_DEFINE_FINAL_TYPE (TambourAuditPage, tambour_audit_page, TAMBOUR_TYPE_FILE_PAGE)

/**
 * tambour_audit_page_get_now:
 * @self: a page of an audit
 *
 * Returns: what time it is in its portfolio
 */
TambourInstant
tambour_audit_page_get_now (TambourAuditPage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

/**
 * tambour_audit_page_is_fixed:
 * @self: a page of an audit
 *
 * Returns: whether its answers stay as they are: it is finished, or cannot be written
 */
gboolean
tambour_audit_page_is_fixed (TambourAuditPage *self)
{
  return self->file == NULL || self->file->record->status == TAMBOUR_AUDIT_STATUS_FINAL ||
         tambour_portfolio_is_read_only (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static gpointer
load_file (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_audit_file_load (store, data, now, cancellable, error);
}

static void
tambour_audit_page_show_file (TambourFilePage *page,
                              gpointer         file)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (page);

  self->file = file;
  if (file != NULL)
    tambour_audit_page_show (self);

  tambour_audit_page_update_actions (self);
}

/* What was read while answers were on their way is older than what is seen: they are
 * read again when they are written.
 */
static gboolean
tambour_audit_page_is_busy (TambourFilePage *page)
{
  return TAMBOUR_AUDIT_PAGE (page)->is_writing;
}

static const TambourFileReading reading = {
  "audit",
  load_file,
  (GDestroyNotify) tambour_audit_file_free,
  "audit.all-fields",
  "audit.try-again",
};

static void
tambour_audit_page_tick (TambourPage *page)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (page);

  if (self->file != NULL)
    tambour_audit_page_show_time (self);
}

/* What there is no room for is behind a button. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  gboolean has_side = breadth == TAMBOUR_BREADTH_WIDE;
  gboolean has_rail = breadth <= TAMBOUR_BREADTH_MEDIUM;
  int margin = breadth == TAMBOUR_BREADTH_NARROW ? 12 : 16;

  self->is_narrow = breadth >= TAMBOUR_BREADTH_SMALL;
  tambour_breadth_arrange_header (self->header_bar, breadth);
  adw_overlay_split_view_set_collapsed (self->side_view, !has_side);
  adw_overlay_split_view_set_show_sidebar (self->side_view, has_side);
  adw_overlay_split_view_set_collapsed (self->rail_view, !has_rail);
  adw_overlay_split_view_set_show_sidebar (self->rail_view, has_rail);
  gtk_widget_set_visible (self->side_button, !has_side);
  gtk_widget_set_visible (self->rail_button, !has_rail);
  gtk_widget_set_margin_start (self->main, margin);
  gtk_widget_set_margin_end (self->main, margin);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !self->is_narrow && !tambour_audit_page_is_fixed (self));
  adw_button_content_set_label (self->present_content, breadth == TAMBOUR_BREADTH_NARROW ? "" : _("Present"));
  if (self->file != NULL)
    tambour_audit_page_show_part (self, self->part, GTK_INVALID_LIST_POSITION);
}

static void
part_activated_cb (TambourAuditPage *self,
                   guint             position)
{
  if (adw_overlay_split_view_get_collapsed (self->rail_view))
    adw_overlay_split_view_set_show_sidebar (self->rail_view, FALSE);
  tambour_audit_page_show_part (self, position, 0);
  tambour_audit_page_go (self, 0);
}

/* A finding leads to the check that it was raised from. */
static void
finding_activated_cb (TambourAuditPage *self,
                      GtkListBoxRow    *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "finding");

  for (guint i = 0; id != NULL && i < self->file->checks->len; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (self->file->checks, i);

      if (check->finding == NULL || g_strcmp0 (TAMBOUR_RECORD (check->finding)->id, id) != 0)
        continue;

      if (adw_overlay_split_view_get_collapsed (self->side_view))
        adw_overlay_split_view_set_show_sidebar (self->side_view, FALSE);
      tambour_audit_page_show_part (self, check->section, check->number - 1);
      tambour_audit_page_go (self, check->number - 1);
      return;
    }

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "finding", id);
}

static void
tambour_audit_page_dispose (GObject *object)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_AUDIT_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->items);
  g_clear_object (&self->part_selection);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (tambour_audit_page_parent_class)->dispose (object);
}

static void
tambour_audit_page_finalize (GObject *object)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (object);

  tambour_audit_page_drop_waiting (self);

  G_OBJECT_CLASS (tambour_audit_page_parent_class)->finalize (object);
}

static void
bind_side (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, change_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, score_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, score_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, score_line);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, share_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, legend);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, trend_card);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, trend_chart);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, findings_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, plan_all_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, findings_list);
}

static void
bind_main (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, audit_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, present_content);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, side_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, rail_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, parts_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, begun_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, main);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, rail_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, side_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, part_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, part_line);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, checks_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPage, hints);
}

static void
tambour_audit_page_class_init (TambourAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_audit_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_audit_page_finalize;
  TAMBOUR_FILE_PAGE_CLASS (klass)->show = tambour_audit_page_show_file;
  TAMBOUR_FILE_PAGE_CLASS (klass)->is_busy = tambour_audit_page_is_busy;
  TAMBOUR_PAGE_CLASS (klass)->tick = tambour_audit_page_tick;

  tambour_audit_page_install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_SHARE_BAR);
  g_type_ensure (TAMBOUR_TYPE_TREND_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-page.ui");
  tambour_file_page_class_read (TAMBOUR_FILE_PAGE_CLASS (klass), &reading);
  bind_main (widget_class);
  bind_side (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "setup_part_cb", G_CALLBACK (tambour_audit_page_setup_part));
  gtk_widget_class_bind_template_callback_full (widget_class, "bind_part_cb", G_CALLBACK (tambour_audit_page_bind_part));
  gtk_widget_class_bind_template_callback_full (widget_class, "setup_check_cb", G_CALLBACK (tambour_audit_page_setup_check));
  gtk_widget_class_bind_template_callback_full (widget_class, "bind_check_cb", G_CALLBACK (tambour_audit_page_bind_check));
  gtk_widget_class_bind_template_callback_full (widget_class, "unbind_check_cb", G_CALLBACK (tambour_audit_page_unbind_check));
}

static void
tambour_audit_page_init (TambourAuditPage *self)
{
  g_queue_init (&self->waiting);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->audit_menu);
  tambour_audit_page_add_models (self);
  tambour_audit_page_add_keys (self);
  tambour_audit_page_add_hints (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
  tambour_audit_page_update_actions (self);
}

/**
 * tambour_audit_page_get_audit:
 * @self: a page of an audit
 *
 * Returns: (transfer none): the id of the audit that it shows
 */
const char *
tambour_audit_page_get_audit (TambourAuditPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_AUDIT_PAGE (self), NULL);

  return tambour_file_page_get_id (self);
}
