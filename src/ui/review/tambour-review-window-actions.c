/* tambour-review-window-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-figure-row.h"
#include "tambour-kinds.h"
#include "tambour-review-window-private.h"

/* What one can do in the window, and its keys (DESIGN.md section 6). */

static void
previous_page_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourReviewDesk *desk = TAMBOUR_REVIEW_WINDOW (widget)->desk;

  if (tambour_review_desk_get_page (desk) > 0)
    tambour_review_desk_go (desk, tambour_review_desk_get_page (desk) - 1);
}

static void
next_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourReviewDesk *desk = TAMBOUR_REVIEW_WINDOW (widget)->desk;

  tambour_review_desk_go (desk, tambour_review_desk_get_page (desk) + 1);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tambour_review_desk_zoom (TAMBOUR_REVIEW_WINDOW (widget)->desk, 1);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tambour_review_desk_zoom (TAMBOUR_REVIEW_WINDOW (widget)->desk, -1);
}

static void
zoom_fit_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tambour_review_desk_zoom (TAMBOUR_REVIEW_WINDOW (widget)->desk, 0);
}

/* --- the rail --------------------------------------------------------------------- */

static void
show_checks_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->rail_view, TRUE);
  gtk_stack_set_visible_child_name (self->rail_stack, "checks");
  gtk_widget_child_focus (GTK_WIDGET (self->checks_list), GTK_DIR_TAB_FORWARD);
}

static void
show_sections_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->rail_stack, "sections");
  gtk_widget_grab_focus (self->checks_button);
}

/* From the sections to the pages, to what is said, and around. */
static void
move_pane (TambourReviewWindow *self,
           int                  step)
{
  GtkWidget *panes[] = { GTK_WIDGET (self->rail_stack), GTK_WIDGET (self->desk), GTK_WIDGET (self->side->narrative_text) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int n = G_N_ELEMENTS (panes), at = 0;

  for (int i = 0; focus != NULL && i < n; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  at = (at + step + n) % n;

  if (at == 0)
    adw_overlay_split_view_set_show_sidebar (self->rail_view, TRUE);
  if (at == n - 1)
    adw_overlay_split_view_set_show_sidebar (self->side_view, TRUE);
  if (at == n - 1)
    gtk_widget_grab_focus (panes[at]);
  else
    gtk_widget_child_focus (panes[at], GTK_DIR_TAB_FORWARD);
}

static void
next_pane_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  move_pane (TAMBOUR_REVIEW_WINDOW (widget), 1);
}

static void
previous_pane_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  move_pane (TAMBOUR_REVIEW_WINDOW (widget), -1);
}

/* --- records ------------------------------------------------------------------------- */

static const TambourFact *
find_chosen (TambourReviewWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->side->figures_list);
  const char *key = row ? tambour_figure_row_get_key (TAMBOUR_FIGURE_ROW (row)) : NULL;

  return key != NULL && self->held != NULL ? tambour_facts_find (self->held->file->facts, key) : NULL;
}

/* The records that a figure stands on, by their kinds. */
static GHashTable *
sort_ids (TambourReviewWindow *self,
          const TambourFact   *fact)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < fact->now.ids->len; i++)
    {
      const char *id = g_ptr_array_index (fact->now.ids, i);
      TambourRecord *record = tambour_facts_find_record (self->held->file->facts, id);
      const char *kind = record ? TAMBOUR_RECORD_GET_CLASS (record)->kind : NULL;

      if (kind == NULL)
        continue;
      if (!g_hash_table_contains (kinds, kind))
        g_hash_table_insert (kinds, (gpointer) kind, g_ptr_array_new ());
      g_ptr_array_add (g_hash_table_lookup (kinds, kind), (gpointer) id);
    }

  return kinds;
}

static void
open_records (TambourReviewWindow *self,
              const char          *kind,
              GPtrArray           *ids)
{
  GVariantBuilder list;

  if (ids->len == 1)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->opener), "win.open-record", "(ss)", kind, g_ptr_array_index (ids, 0));
      return;
    }

  g_variant_builder_init (&list, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < ids->len; i++)
    g_variant_builder_add (&list, "s", g_ptr_array_index (ids, i));
  gtk_widget_activate_action (GTK_WIDGET (self->opener), "win.open-records", "(sas)", kind, &list);
}

/* Exactly those: in the window of the portfolio, a page for each kind. */
static void
show_records_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  const TambourFact *fact = find_chosen (self);
  g_autoptr(GHashTable) kinds = NULL;
  g_autoptr(GList) names = NULL;

  if (fact == NULL || self->opener == NULL)
    return;

  kinds = sort_ids (self, fact);
  names = g_list_sort (g_hash_table_get_keys (kinds), (GCompareFunc) strcmp);
  for (GList *link = names; link; link = link->next)
    open_records (self, link->data, g_hash_table_lookup (kinds, link->data));
  if (names != NULL)
    gtk_window_present (self->opener);
}

static void
open_record_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  tambour_review_window_open_record (TAMBOUR_REVIEW_WINDOW (widget), kind, id);
}

static void
all_fields_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);

  if (self->opener == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->opener), "win.show-fields", "(ss)", "report", self->report_id);
  gtk_window_present (self->opener);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_review_window_load (TAMBOUR_REVIEW_WINDOW (widget));
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/tambour/Tambour/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (overlay, TRUE);
  gtk_window_present (overlay);
}

/* --- what can be done ------------------------------------------------------------------ */

static void
update_composing (TambourReviewWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);
  int index = (int) (tambour_outline_find (outline, self->chapter) - outline->parts);
  gboolean can_write = tambour_review_window_can_write (self);
  gboolean can_move = can_write && tambour_review_text_can_leave (self->chapter);

  gtk_widget_action_set_enabled (widget, "win.undo", can_write && tambour_review_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (widget, "win.redo", can_write && tambour_review_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (widget, "review.move-up", can_move && index > 1);
  gtk_widget_action_set_enabled (widget, "review.move-down", can_move && index < (int) TAMBOUR_N_CHAPTERS - 2);
  gtk_widget_action_set_enabled (widget, "review.use-written", can_write && outline->parts[index].title != NULL);
  gtk_widget_action_set_enabled (widget, "review.insert-figure", can_write);
  gtk_widget_action_set_enabled (widget, "review.include", can_write);
  gtk_widget_action_set_enabled (widget, "review.appendix", can_write);
  gtk_widget_action_set_enabled (widget, "review.check", can_write);
  gtk_widget_action_set_enabled (widget, "review.paper", can_write && self->shown_as == TAMBOUR_REVIEW_LAYOUT_REPORT);
  gtk_widget_set_visible (self->paper_box, self->shown_as == TAMBOUR_REVIEW_LAYOUT_REPORT);
  gtk_widget_set_sensitive (self->paper_toggles, can_write);
  gtk_widget_action_set_enabled (widget, "review.check-all", can_write && self->layout != NULL && self->layout->chapters[self->chapter].facts->len > 0);
}

static void
update_state (TambourReviewWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->held != NULL;
  gboolean can_write = tambour_review_window_can_write (self);
  gboolean is_final = is_open && self->held->file->record->state == TAMBOUR_REPORT_STATE_FINAL;
  gboolean is_writable = self->portfolio != NULL && !tambour_portfolio_is_read_only (self->portfolio);
  gboolean is_told = self->layout != NULL;
  const TambourFact *fact = find_chosen (self);

  gtk_widget_action_set_enabled (widget, "review.refresh", is_writable && (can_write || !is_open));
  gtk_widget_action_set_enabled (widget, "review.finish", tambour_review_window_can_finish (self));
  gtk_widget_action_set_enabled (widget, "review.restate", is_final && is_writable);
  gtk_widget_action_set_enabled (widget, "review.discard", can_write);
  gtk_widget_action_set_enabled (widget, "review.export", is_told);
  gtk_widget_action_set_enabled (widget, "review.export-presentation", is_told && self->shown_as == TAMBOUR_REVIEW_LAYOUT_DECK);
  gtk_widget_action_set_enabled (widget, "review.print", is_told);
  gtk_widget_action_set_enabled (widget, "review.mail", is_told);
  gtk_widget_action_set_enabled (widget, "review.show-checks", is_open);
  gtk_widget_action_set_enabled (widget, "review.show-records", fact != NULL && fact->now.ids->len > 0 && self->opener != NULL);
}

/* The buttons say what they would do. */
static void
update_tooltips (TambourReviewWindow *self)
{
  const char *undo = tambour_review_draft_get_undo_label (self->draft);
  const char *redo = tambour_review_draft_get_redo_label (self->draft);
  g_autofree char *undoes = undo && *undo ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redoes = redo && *redo ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->undo_button), undoes) != 0)
    gtk_widget_set_tooltip_text (self->undo_button, undoes);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->redo_button), redoes) != 0)
    gtk_widget_set_tooltip_text (self->redo_button, redoes);
}

/**
 * tambour_review_window_update_actions:
 * @self: a window
 *
 * Only what can be done can be chosen.
 */
void
tambour_review_window_update_actions (TambourReviewWindow *self)
{
  if (self->is_gone)
    return;

  update_composing (self);
  update_state (self);
  update_tooltips (self);
  g_object_notify (G_OBJECT (self), "is-included");
  g_object_notify (G_OBJECT (self), "has-appendix");
  g_object_notify (G_OBJECT (self), "paper");
}

static void
add_key (GtkEventController *keys,
         const char         *accelerator,
         const char         *action,
         const char         *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accelerator), gtk_named_action_new (action));

  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (target));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/**
 * tambour_review_window_add_keys:
 * @self: a window
 *
 * Texts undo and page by keys of their own, so the window's come first where a text must not
 * have them.
 */
void
tambour_review_window_add_keys (TambourReviewWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *late = gtk_shortcut_controller_new ();
  GtkEventController *moves = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>z", "win.undo", NULL);
  add_key (keys, "<Control><Shift>z", "win.redo", NULL);
  add_key (keys, "<Control><Shift>e", "review.export", "pdf");
  add_key (keys, "<Control>p", "review.print", NULL);
  add_key (keys, "<Control>1", "review.layout", "deck");
  add_key (keys, "<Control>2", "review.layout", "report");
  add_key (keys, "<Control><Shift>k", "review.insert-figure", NULL);
  add_key (keys, "<Control>plus", "review.zoom-in", NULL);
  add_key (keys, "<Control>equal", "review.zoom-in", NULL);
  add_key (keys, "<Control>KP_Add", "review.zoom-in", NULL);
  add_key (keys, "<Control>minus", "review.zoom-out", NULL);
  add_key (keys, "<Control>KP_Subtract", "review.zoom-out", NULL);
  add_key (keys, "<Control>0", "review.zoom-fit", NULL);
  add_key (keys, "<Control>question", "win.show-help-overlay", NULL);
  add_key (keys, "<Control>w", "window.close", NULL);
  add_key (keys, "F6", "review.next-pane", NULL);
  add_key (keys, "<Shift>F6", "review.previous-pane", NULL);
  add_key (keys, "<Control>Page_Up", "review.previous-page", NULL);
  add_key (keys, "<Control>Page_Down", "review.next-page", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (moves, GTK_PHASE_CAPTURE);
  add_key (moves, "<Alt>Up", "review.move-up", NULL);
  add_key (moves, "<Alt>Down", "review.move-down", NULL);
  add_key (moves, "Page_Up", "review.previous-page", NULL);
  add_key (moves, "Page_Down", "review.next-page", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->parts_list), moves);

  add_key (late, "Page_Up", "review.previous-page", NULL);
  add_key (late, "Page_Down", "review.next-page", NULL);
  add_key (late, "<Alt>Left", "review.show-sections", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), late);
}

/**
 * tambour_review_window_install_actions:
 * @widget_class: the class of windows
 */
void
tambour_review_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "review.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "review.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "review.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "review.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_property_action (widget_class, "review.layout", "shown-as");
  gtk_widget_class_install_property_action (widget_class, "review.paper", "paper");
  gtk_widget_class_install_action (widget_class, "review.show-checks", NULL, show_checks_action);
  gtk_widget_class_install_action (widget_class, "review.show-sections", NULL, show_sections_action);
  gtk_widget_class_install_action (widget_class, "review.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "review.previous-pane", NULL, previous_pane_action);
  gtk_widget_class_install_action (widget_class, "review.show-records", NULL, show_records_action);
  gtk_widget_class_install_action (widget_class, "review.all-fields", NULL, all_fields_action);
  gtk_widget_class_install_action (widget_class, "review.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "win.open-record", "(ss)", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts_action);
}
