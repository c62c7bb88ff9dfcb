/* tambour-prep-sheet-dialog-points.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-announce.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-prep-sheet-dialog-private.h"
#include "tambour-prep-sheet-row.h"
#include "tambour-prep-sheet-text.h"

/* What a person changes of the points, and how that is kept. */

/**
 * tambour_prep_sheet_dialog_keep:
 * @self: a dialog that has read
 *
 * Keeps what was changed: a crash takes none of it. What is as it was found is no draft.
 */
void
tambour_prep_sheet_dialog_keep (TambourPrepSheetDialog *self)
{
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (self->portfolio);
  g_autoptr(TambourDraft) draft = tambour_draft_new_prep (tambour_record_get_id (TAMBOUR_RECORD (self->sheet->account)), self->meeting_id);

  if (tambour_portfolio_is_read_only (self->portfolio))
    return;

  if (tambour_prep_choice_is_empty (self->choice))
    {
      tambour_draft_keeper_discard (keeper, draft->key);
      return;
    }

  /* Translators: %s is the name of an account */
  draft->title = g_strdup_printf (_("Prep sheet of %s"), self->sheet->account->name ? self->sheet->account->name : "");
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->fields = tambour_prep_choice_pack (self->choice);
  tambour_draft_keeper_keep (keeper, draft);
}

static void
changed (TambourPrepSheetDialog *self)
{
  tambour_prep_sheet_dialog_show_points (self);
  tambour_prep_sheet_dialog_keep (self);
}

static TambourPrepSheetRow *
get_row (TambourPrepSheetDialog *self,
         guint                   position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->points_list, (int) position);

  return row && TAMBOUR_IS_PREP_SHEET_ROW (row) ? TAMBOUR_PREP_SHEET_ROW (row) : NULL;
}

/* --- adding ---------------------------------------------------------------- */

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  TambourPrepPoint *last;

  if (self->sheet == NULL)
    return;

  g_clear_pointer (&self->removed, g_free);
  last = self->shown->len > 0 ? g_ptr_array_index (self->shown, self->shown->len - 1) : NULL;

  /* One that is still empty is there to be filled. */
  if (last == NULL || last->reason != TAMBOUR_PREP_OWN || *last->title != '\0')
    tambour_prep_choice_add (self->choice, self->shown, "");

  tambour_prep_sheet_dialog_show_points (self);
  tambour_prep_sheet_row_edit (get_row (self, self->shown->len - 1));
}

/**
 * tambour_prep_sheet_dialog_edited:
 * @self: a dialog
 *
 * Somebody typed into a point of their own.
 */
void
tambour_prep_sheet_dialog_edited (TambourPrepSheetDialog *self)
{
  g_clear_pointer (&self->removed, g_free);
  tambour_prep_sheet_dialog_keep (self);
}

/**
 * tambour_prep_sheet_dialog_entered:
 * @self: a dialog
 * @row: the row of a point that somebody has finished
 *
 * Goes on with the next, or leaves off when nothing was typed.
 */
void
tambour_prep_sheet_dialog_entered (TambourPrepSheetDialog *self,
                                   GtkWidget              *row)
{
  const TambourPrepPoint *point = tambour_prep_sheet_row_get_point (TAMBOUR_PREP_SHEET_ROW (row));

  if (*point->title != '\0')
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "prep.add", NULL);
      return;
    }

  tambour_prep_choice_remove (self->choice, point->key);
  changed (self);
}

/* --- moving ---------------------------------------------------------------- */

/* Who does not see the list is told where the point stands now. */
static void
announce_place (TambourPrepSheetDialog *self,
                guint                   place)
{
  g_autofree char *title = tambour_prep_text_title (g_ptr_array_index (self->shown, place));
  /* Translators: a point, its place in the list, and how many there are */
  g_autofree char *words = g_strdup_printf (_("%1$s, now %2$u of %3$u"), title, place + 1, self->shown->len);

  tambour_announce (GTK_WIDGET (self->points_list), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  int from, to;

  g_variant_get (parameter, "(ii)", &from, &to);
  if (self->sheet == NULL || from < 0 || to < 0 ||
      !tambour_prep_choice_move (self->choice, self->shown, (guint) from, (guint) to))
    return;

  g_clear_pointer (&self->removed, g_free);
  changed (self);
  announce_place (self, (guint) to);
}

/* Below the middle of a row is behind it. */
static int
find_place (TambourPrepSheetDialog *self,
            int                     from,
            double                  y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->points_list, (int) y);
  graphene_rect_t bounds;
  int place;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->points_list), &bounds))
    return (int) self->shown->len - 1;

  place = gtk_list_box_row_get_index (row);
  if (place < from && y > bounds.origin.y + bounds.size.height / 2)
    place++;
  else if (place > from && y < bounds.origin.y + bounds.size.height / 2)
    place--;

  return place;
}

static gboolean
drop_cb (TambourPrepSheetDialog *self,
         const GValue           *value,
         double                  x,
         double                  y)
{
  GtkListBoxRow *row = g_value_get_object (value);
  int from;

  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) != GTK_WIDGET (self->points_list))
    return FALSE;

  from = gtk_list_box_row_get_index (row);
  gtk_widget_activate_action (GTK_WIDGET (self), "prep.move", "(ii)", from, find_place (self, from, y));

  return TRUE;
}

/**
 * tambour_prep_sheet_dialog_add_drops:
 * @self: a dialog
 *
 * Lets its points be dragged to another place.
 */
void
tambour_prep_sheet_dialog_add_drops (TambourPrepSheetDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TAMBOUR_TYPE_PREP_SHEET_ROW, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->points_list), GTK_EVENT_CONTROLLER (target));
}

/* --- removing -------------------------------------------------------------- */

static void
restore (TambourPrepSheetDialog *self,
         const char             *key)
{
  tambour_prep_choice_restore (self->choice, key);
  changed (self);
  for (guint i = 0; i < self->shown->len; i++)
    if (g_str_equal (((TambourPrepPoint *) g_ptr_array_index (self->shown, i))->key, key))
      gtk_widget_grab_focus (GTK_WIDGET (get_row (self, i)));
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  TambourPrepSheetDialog *self = user_data;

  g_clear_pointer (&self->removed, g_free);
  if (self->sheet != NULL)
    restore (self, g_object_get_data (G_OBJECT (toast), "key"));
}

static void
offer_undo (TambourPrepSheetDialog *self,
            const char             *key)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (GTK_WIDGET (self->main));
  AdwToast *toast = adw_toast_new (_("Point removed"));

  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "key", g_strdup (key), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  adw_toast_overlay_dismiss_all (overlay);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  g_autofree char *key = g_variant_dup_string (parameter, NULL);

  if (self->sheet == NULL)
    return;

  tambour_prep_choice_remove (self->choice, key);
  g_set_str (&self->removed, key);
  changed (self);
  offer_undo (self, key);
}

/* What was removed last comes back before anything in the portfolio is undone. */
static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  g_autofree char *key = g_steal_pointer (&self->removed);

  if (key == NULL || self->sheet == NULL)
    return GDK_EVENT_PROPAGATE;

  adw_toast_overlay_dismiss_all (tambour_feedback_get_overlay (GTK_WIDGET (self->main)));
  restore (self, key);

  return GDK_EVENT_STOP;
}

/**
 * tambour_prep_sheet_dialog_install:
 * @widget_class: the class of dialogs
 */
void
tambour_prep_sheet_dialog_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "prep.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "prep.move", "(ii)", move_action);
  gtk_widget_class_install_action (widget_class, "prep.remove", "s", remove_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, NULL);
}
