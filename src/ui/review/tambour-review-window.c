/* tambour-review-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-focus.h"
#include "tambour-menu-button.h"
#include "tambour-review-part-row.h"
#include "tambour-review-window-private.h"
#include "tambour-ui.h"

/**
 * TambourReviewWindow:
 *
 * Where a review is composed: its sections, its pages as they will be, and what one says on
 * them. It has a window of its own, so that the account stays readable beside it.
 */
G_DEFINE_FINAL_TYPE (TambourReviewWindow, tambour_review_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_BREADTH = 1,
  PROP_IS_INCLUDED,
  PROP_HAS_APPENDIX,
  PROP_SHOWN_AS,
  PROP_PAPER,
} TambourReviewWindowProps;

static GParamSpec *props[PROP_PAPER + 1];

/* By TambourReviewLayout. */
static const char * const LAYOUTS[] = { "deck", "report" };

/**
 * tambour_review_window_can_write:
 * @self: a window
 *
 * Returns: whether what it shows may be changed
 */
gboolean
tambour_review_window_can_write (TambourReviewWindow *self)
{
  return self->held != NULL && self->held->file->record->state == TAMBOUR_REPORT_STATE_DRAFT &&
         !tambour_portfolio_is_read_only (self->portfolio);
}

/* --- breadth ------------------------------------------------------------------ */

/* Who types goes on typing, whatever becomes of the window. */
static gboolean
is_typing (TambourReviewWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus == GTK_WIDGET (self->side->title_text) || focus == GTK_WIDGET (self->side->narrative_text);
}

/* What there is no room for is behind a button. */
static void
arrange (TambourReviewWindow *self,
         gboolean             keeps_side)
{
  gboolean has_side = self->breadth == TAMBOUR_BREADTH_WIDE;
  gboolean has_rail = self->breadth <= TAMBOUR_BREADTH_MEDIUM;
  gboolean is_small = self->breadth >= TAMBOUR_BREADTH_SMALL;

  tambour_breadth_arrange_header (self->header_bar, self->breadth);
  adw_overlay_split_view_set_collapsed (self->side_view, !has_side);
  adw_overlay_split_view_set_show_sidebar (self->side_view, has_side || keeps_side);
  adw_overlay_split_view_set_collapsed (self->rail_view, !has_rail);
  adw_overlay_split_view_set_show_sidebar (self->rail_view, has_rail);
  gtk_widget_set_visible (self->undo_button, !is_small);
  gtk_widget_set_visible (self->redo_button, !is_small);
  gtk_widget_set_visible (self->zoom_button, self->breadth < TAMBOUR_BREADTH_NARROW);
  if (is_small)
    adw_split_button_set_icon_name (self->export_button, "document-save-symbolic");
  else
    adw_split_button_set_label (self->export_button, _("Export PDF"));
}

static void
set_breadth (TambourReviewWindow *self,
             TambourBreadth       breadth)
{
  gboolean keeps_side = is_typing (self);

  if (self->breadth == breadth)
    return;

  self->breadth = breadth;
  tambour_breadth_keep_focus (GTK_WIDGET (self));
  arrange (self, keeps_side);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BREADTH]);
}

/* --- what is chosen ------------------------------------------------------------ */

static void
part_selected_cb (TambourReviewWindow *self,
                  GtkListBoxRow       *row)
{
  if (row != NULL && !self->is_filling && !self->is_gone)
    tambour_review_window_choose (self, tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)));
}

/* Where there is room for one thing, what is chosen is what one wants to see. */
static void
part_activated_cb (TambourReviewWindow *self)
{
  if (adw_overlay_split_view_get_collapsed (self->rail_view))
    adw_overlay_split_view_set_show_sidebar (self->rail_view, FALSE);
}

static void
dialog_changed_cb (TambourReviewWindow *self)
{
  tambour_focus_come_back (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->parts_list));
}

static void
page_changed_cb (TambourReviewWindow *self)
{
  tambour_review_window_show_page (self);
}

static void
page_pressed_cb (TambourReviewWindow *self,
                 guint                page)
{
  const TambourLaidChapter *chosen = self->layout ? &self->layout->chapters[self->chapter] : NULL;

  /* Where several share a page, the one that is chosen stays. */
  if (chosen == NULL || page >= self->layout->pages->len || (page + 1 >= chosen->page && page + 1 < chosen->page + chosen->n_pages))
    return;

  tambour_review_window_choose (self, ((TambourLaidPage *) g_ptr_array_index (self->layout->pages, page))->chapter);
}

static void
title_typed_cb (TambourReviewWindow *self)
{
  tambour_review_window_type_title (self);
}

static void
narrative_typed_cb (TambourReviewWindow *self)
{
  tambour_review_window_type_narrative (self);
}

static void
figure_activated_cb (TambourReviewWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.show-records", NULL);
}

static void
figure_selected_cb (TambourReviewWindow *self)
{
  tambour_review_window_update_actions (self);
}

static void
check_activated_cb (TambourReviewWindow *self,
                    GtkListBoxRow       *row)
{
  tambour_review_window_open_check (self, row);
}

static void
banner_clicked_cb (TambourReviewWindow *self)
{
  gboolean is_draft = self->held != NULL && self->held->file->record->state == TAMBOUR_REPORT_STATE_DRAFT;

  gtk_widget_activate_action (GTK_WIDGET (self), is_draft ? "review.refresh" : "review.restate", NULL);
}

/* --- what the painter says -------------------------------------------------------- */

static void
composed_cb (TambourReviewWindow *self,
             TambourReviewLaid   *layout)
{
  g_autoptr(TambourReviewLaid) old = g_steal_pointer (&self->layout);

  self->layout = layout;
  tambour_review_desk_show (self->desk, layout);
  tambour_review_window_show_layout (self);
  if (old != NULL && old->shown_as != layout->shown_as)
    tambour_review_window_turn (self);
}

static void
checked_cb (TambourReviewWindow *self,
            GPtrArray           *checks)
{
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  self->checks = g_ptr_array_ref (checks);
  tambour_review_window_show_checks (self);
}

static void
failed_cb (TambourReviewWindow *self,
           const GError        *error)
{
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_button_label (self->banner, NULL);
  adw_banner_set_revealed (self->banner, TRUE);
}

/* --- its life ------------------------------------------------------------------------ */

static void
forget_opener (TambourReviewWindow *self)
{
  if (self->opener == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->opener, self);
  self->opener = NULL;
}

/* A portfolio is closed with the last window on it. */
static void
opener_gone_cb (TambourReviewWindow *self)
{
  forget_opener (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
tambour_review_window_close_request (GtkWindow *window)
{
  tambour_review_window_save (TAMBOUR_REVIEW_WINDOW (window));

  return GTK_WINDOW_CLASS (tambour_review_window_parent_class)->close_request (window);
}

static void
tambour_review_window_dispose (GObject *object)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (object);

  forget_opener (self);
  tambour_review_window_stop (self);
  if (self->desk != NULL)
    tambour_review_desk_close (self->desk);
  self->is_filling = self->is_gone = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REVIEW_WINDOW);

  G_OBJECT_CLASS (tambour_review_window_parent_class)->dispose (object);
}

static void
tambour_review_window_finalize (GObject *object)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (object);

  g_clear_object (&self->portfolio);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->layout, tambour_review_laid_free);
  g_clear_pointer (&self->held, tambour_review_held_unref);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->waiting, tambour_report_move_free);
  g_clear_pointer (&self->waiting_label, g_free);
  g_clear_pointer (&self->typed, tambour_draft_free);
  g_clear_pointer (&self->report_id, g_free);

  G_OBJECT_CLASS (tambour_review_window_parent_class)->finalize (object);

  /* Records, pages and typefaces are large, and none of them is needed any more. */
  tambour_ui_give_back ();
}

static void
tambour_review_window_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (object);

  switch ((TambourReviewWindowProps) prop_id)
    {
    case PROP_BREADTH:
      g_value_set_enum (value, self->breadth);
      break;
    case PROP_IS_INCLUDED:
      g_value_set_boolean (value, tambour_review_window_is_included (self, self->chapter));
      break;
    case PROP_HAS_APPENDIX:
      g_value_set_boolean (value, tambour_review_window_is_included (self, TAMBOUR_CHAPTER_APPENDIX));
      break;
    case PROP_SHOWN_AS:
      g_value_set_static_string (value, LAYOUTS[self->shown_as]);
      break;
    case PROP_PAPER:
      g_value_set_static_string (value, tambour_review_window_get_paper (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_review_window_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (object);

  switch ((TambourReviewWindowProps) prop_id)
    {
    case PROP_BREADTH:
      set_breadth (self, g_value_get_enum (value));
      break;
    case PROP_IS_INCLUDED:
      tambour_review_window_set_included (self, self->chapter, g_value_get_boolean (value));
      break;
    case PROP_HAS_APPENDIX:
      tambour_review_window_set_included (self, TAMBOUR_CHAPTER_APPENDIX, g_value_get_boolean (value));
      break;
    case PROP_SHOWN_AS:
      tambour_review_window_show_as (self, g_strcmp0 (g_value_get_string (value), LAYOUTS[TAMBOUR_REVIEW_LAYOUT_REPORT]) == 0
                                             ? TAMBOUR_REVIEW_LAYOUT_REPORT
                                             : TAMBOUR_REVIEW_LAYOUT_DECK);
      break;
    case PROP_PAPER:
      tambour_review_window_set_paper (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_panes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, side_view);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, rail_view);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, rail_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, side);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, ready_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, parts_list);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, checks_icon);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, checks_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, checks_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, period_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, as_of_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, layout_toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, paper_box);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, paper_toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, checks_list);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, finish_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, finish_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, page_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, zoom_label);
}

static void
bind_bars (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewWindow, status_button);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, dialog_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

static GParamSpec *
new_choice (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
tambour_review_window_class_init (TambourReviewWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_review_window_dispose;
  object_class->finalize = tambour_review_window_finalize;
  object_class->get_property = tambour_review_window_get_property;
  object_class->set_property = tambour_review_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = tambour_review_window_close_request;

  props[PROP_BREADTH] =
    g_param_spec_enum ("breadth", NULL, NULL, TAMBOUR_TYPE_BREADTH, TAMBOUR_BREADTH_WIDE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_INCLUDED] =
    g_param_spec_boolean ("is-included", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_APPENDIX] =
    g_param_spec_boolean ("has-appendix", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWN_AS] = new_choice ("shown-as");
  props[PROP_PAPER] = new_choice ("paper");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  tambour_review_window_install_actions (widget_class);
  tambour_review_window_install_composing (widget_class);
  tambour_review_window_install_states (widget_class);
  tambour_review_window_install_leaving (widget_class);

  g_type_ensure (TAMBOUR_TYPE_REVIEW_DESK);
  g_type_ensure (TAMBOUR_TYPE_REVIEW_SIDE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-review-window.ui");
  bind_bars (widget_class);
  bind_panes (widget_class);
  bind_callbacks (widget_class);
}

static void
follow_side (TambourReviewWindow *self)
{
  TambourReviewSide *side = self->side;

  g_signal_connect_object (side->title_text, "typed", G_CALLBACK (title_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (side->narrative_text, "typed", G_CALLBACK (narrative_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (side->figures_list, "row-activated", G_CALLBACK (figure_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (side->figures_list, "row-selected", G_CALLBACK (figure_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
add_menus (TambourReviewWindow *self)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/tambour/Tambour/ui/tambour-review-menus.ui");

  tambour_menu_button_offer (self->menu_button, G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
  adw_split_button_set_menu_model (self->export_button, G_MENU_MODEL (gtk_builder_get_object (builder, "export_menu")));
}

static void
tambour_review_window_init (TambourReviewWindow *self)
{
  TambourReviewPainter *painter;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->draft = tambour_review_draft_new ();
  self->chapter = TAMBOUR_CHAPTER_YEAR;
  painter = tambour_review_desk_get_painter (self->desk);
  g_signal_connect_object (painter, "composed", G_CALLBACK (composed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (painter, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (painter, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  add_menus (self);
  follow_side (self);
  tambour_review_window_follow_draft (self);
  tambour_review_window_add_drops (self);
  tambour_review_window_add_keys (self);
  tambour_review_window_update_actions (self);
  arrange (self, FALSE);
}

static void
set_opener (TambourReviewWindow *self,
            GtkWindow           *opener)
{
  self->opener = opener;
  g_signal_connect_swapped (opener, "destroy", G_CALLBACK (opener_gone_cb), self);
  g_signal_connect_swapped (opener, "notify::portfolio", G_CALLBACK (opener_gone_cb), self);
}

/**
 * tambour_review_window_open:
 * @opener: the window of the portfolio that asks for it, where records are opened
 * @portfolio: its portfolio
 * @report_id: a review in it
 *
 * Shows it, in the window that has it already or in a new one.
 *
 * Returns: (transfer none): that window
 */
TambourReviewWindow *
tambour_review_window_open (GtkWindow        *opener,
                            TambourPortfolio *portfolio,
                            const char       *report_id)
{
  TambourReviewWindow *self = tambour_review_window_find (portfolio, report_id);

  if (self == NULL)
    {
      self = g_object_new (TAMBOUR_TYPE_REVIEW_WINDOW, "application", gtk_window_get_application (opener), NULL);
      self->portfolio = g_object_ref (portfolio);
      self->report_id = g_strdup (report_id);
      set_opener (self, opener);
      tambour_review_window_follow (self);
      tambour_review_window_load (self);
    }
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/**
 * tambour_review_window_find:
 * @portfolio: a portfolio
 * @report_id: (nullable): a review in it, or %NULL for any
 *
 * Returns: (transfer none) (nullable): the window that shows it
 */
TambourReviewWindow *
tambour_review_window_find (TambourPortfolio *portfolio,
                            const char       *report_id)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);
      TambourReviewWindow *self = TAMBOUR_IS_REVIEW_WINDOW (window) ? TAMBOUR_REVIEW_WINDOW (window) : NULL;

      if (self != NULL && self->portfolio == portfolio && (report_id == NULL || g_strcmp0 (self->report_id, report_id) == 0))
        return self;
    }

  return NULL;
}

/**
 * tambour_review_window_get_report:
 * @self: a window
 *
 * Returns: (transfer none): the id of the review that it shows
 */
const char *
tambour_review_window_get_report (TambourReviewWindow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_WINDOW (self), NULL);

  return self->report_id;
}

/**
 * tambour_review_window_is_settled:
 * @self: a window
 *
 * Returns: whether it shows what is composed, and the record says the same
 */
gboolean
tambour_review_window_is_settled (TambourReviewWindow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_WINDOW (self), FALSE);

  return self->layout != NULL && !self->is_saving && !tambour_review_draft_is_changed (self->draft) &&
         !tambour_review_painter_is_busy (tambour_review_desk_get_painter (self->desk));
}
