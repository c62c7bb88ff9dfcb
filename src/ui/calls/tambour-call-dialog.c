/* tambour-call-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-call-dialog-private.h"
#include "tambour-call-entry-row.h"
#include "tambour-call-hints.h"
#include "tambour-choice-words.h"
#include "tambour-feedback.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"

/* What is typed is read when nobody types for so long. */
#define PAUSE 120 /* ms */

/**
 * TambourCallDialog:
 *
 * The minutes of a call, and what will be recorded of them, live. Nothing keeps a
 * call from being saved but the lack of an account or a time; what is not
 * understood stays in the minutes.
 */

G_DEFINE_FINAL_TYPE (TambourCallDialog, tambour_call_dialog, ADW_TYPE_DIALOG)

/* --- marks in the text ----------------------------------------------------- */

static void
color_tag (TambourCallDialog *self,
           const char        *name,
           GtkWidget         *probe)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), name);
  GdkRGBA color;

  gtk_widget_get_color (probe, &color);
  g_object_set (tag, "foreground-rgba", &color, "weight", PANGO_WEIGHT_BOLD, NULL);
}

static const char *
tag_of (TambourMinutesSpanKind kind)
{
  return kind == TAMBOUR_MINUTES_SPAN_DUE ? "due" : "mark";
}

static void
mark_text (TambourCallDialog *self,
           TambourMinutes    *minutes,
           const char        *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  for (guint i = 0; i < minutes->spans->len; i++)
    {
      const TambourMinutesSpan *span = &g_array_index (minutes->spans, TambourMinutesSpan, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) g_utf8_pointer_to_offset (text, text + span->start));
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) g_utf8_pointer_to_offset (text, text + span->end));
      gtk_text_buffer_apply_tag_by_name (self->buffer, tag_of (span->kind), &start, &end);
    }
}

static void
update_marks (TambourCallDialog *self)
{
  g_autofree char *text = tambour_call_dialog_dup_text (self);
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse (text, tambour_zone_date_of (self->zone, tambour_portfolio_now (self->portfolio)));

  color_tag (self, "mark", self->accent_probe);
  color_tag (self, "due", self->warning_probe);
  mark_text (self, minutes, text);
}

/* --- what will be recorded ------------------------------------------------- */

static void
say (GtkLabel   *label,
     const char *sentence)
{
  gtk_label_set_text (label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL && *sentence != '\0');
}

/* Who was there stands in the chips. */
static void
show_attendees (TambourCallDialog *self)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->plan->entries->len; i++)
    {
      const TambourCallEntry *entry = g_ptr_array_index (self->plan->entries, i);
      TambourRecord *record = entry->records->len > 0 ? g_ptr_array_index (entry->records, 0) : NULL;

      if (record != NULL && TAMBOUR_IS_ATTENDANCE (record))
        g_hash_table_insert (names, entry->typed, entry->doubt == TAMBOUR_CALL_SURE ? TAMBOUR_ATTENDANCE (record)->name : NULL);
    }

  tambour_attendees_show_known (self->attendees, names);
}

static void
show_plan (TambourCallDialog *self)
{
  TambourInstant now = tambour_portfolio_now (self->portfolio);
  g_autofree char *count = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->plan->entries->len; i++)
    {
      const TambourCallEntry *entry = g_ptr_array_index (self->plan->entries, i);
      GtkWidget *row;

      if (!tambour_call_entry_is_shown (entry))
        continue;

      row = tambour_call_entry_row_new (entry, tambour_portfolio_get_author (self->portfolio), now);
      g_object_set_data (G_OBJECT (row), "line", GINT_TO_POINTER (entry->line + 1));
      gtk_list_box_append (self->list, row);
      n += entry->records->len > 0;
    }

  count = g_strdup_printf (ngettext ("%d record", "%d records", n), (int) n);
  gtk_label_set_text (self->count_label, count);
  show_attendees (self);
  tambour_call_dialog_show_doubts (self);
}

/* A row leads back to its line. */
static void
row_activated_cb (TambourCallDialog *self,
                  GtkListBoxRow     *row)
{
  int line = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "line")) - 1;
  GtkTextIter iter;

  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_view));
  if (line < 0)
    return;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (self->minutes_view, gtk_text_buffer_get_insert (self->buffer));
}

static gpointer
make_plan (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  TambourCallText *text = data;

  return tambour_call_plan (store, &text->call, me, now, text->zone, cancellable, error);
}

static void plan_soon (TambourCallDialog *self);

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourCallDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCallPlan) plan = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (plan == NULL)
    {
      reason = tambour_feedback_dup_reason (error);
      say (self->error_label, reason);
      return;
    }

  say (self->error_label, NULL);
  g_clear_pointer (&self->plan, tambour_call_plan_free);
  self->plan = g_steal_pointer (&plan);
  show_plan (self);
  if (tambour_call_dialog_take_planned (self))
    plan_soon (self);
}

static void
stop_planning (TambourCallDialog *self)
{
  g_clear_handle_id (&self->plan_source, g_source_remove);
  g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
}

static void
update_plan (TambourCallDialog *self)
{
  TambourCallText *text = tambour_call_dialog_read (self);

  stop_planning (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "call.save", text != NULL && !self->is_saving);
  if (text == NULL)
    {
      say (self->error_label, _("This takes a time, such as today 11:30 or fri 9 am"));
      return;
    }

  self->planning = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, make_plan, text, (GDestroyNotify) tambour_call_text_free,
                                (GDestroyNotify) tambour_call_plan_free, self->planning, planned_cb, g_object_ref (self));
}

static void
pause_cb (gpointer data)
{
  TambourCallDialog *self = data;

  self->plan_source = 0;
  update_plan (self);
}

static void
plan_soon (TambourCallDialog *self)
{
  g_clear_handle_id (&self->plan_source, g_source_remove);
  self->plan_source = g_timeout_add_once (PAUSE, pause_cb, self);
  g_source_set_name_by_id (self->plan_source, "[tambour] what will be recorded");
}

static gboolean
is_typing (TambourCallDialog *self)
{
  return !self->is_filling && self->portfolio != NULL;
}

/**
 * tambour_call_dialog_changed:
 * @self: a dialog
 *
 * Keeps what is typed, and shows soon what will be recorded of it.
 */
void
tambour_call_dialog_changed (TambourCallDialog *self)
{
  if (!is_typing (self))
    return;

  update_marks (self);
  tambour_call_dialog_keep (self);
  plan_soon (self);
}

static void
changed_cb (TambourCallDialog *self)
{
  tambour_call_dialog_changed (self);
}

static void
text_changed_cb (TambourCallDialog *self)
{
  changed_cb (self);
  if (is_typing (self))
    tambour_call_dialog_offer (self);
}

/* What a person says, no plan says otherwise. */
static void
when_changed_cb (TambourCallDialog *self)
{
  self->has_when = self->has_when || is_typing (self);
  changed_cb (self);
}

static void
minutes_changed_cb (TambourCallDialog *self)
{
  self->has_minutes = self->has_minutes || is_typing (self);
  changed_cb (self);
}

static void
channel_changed_cb (TambourCallDialog *self)
{
  self->has_channel = self->has_channel || is_typing (self);
  changed_cb (self);
}

/* What was typed for one account is not lost when another is chosen. */
static void
account_changed_cb (TambourCallDialog *self)
{
  if (!is_typing (self))
    return;

  tambour_call_dialog_load_offers (self);
  if (self->draft_key != NULL)
    changed_cb (self);
  else
    update_plan (self);
}

/* --- saving ---------------------------------------------------------------- */

static void
set_saving (TambourCallDialog *self,
            gboolean           is_saving)
{
  self->is_saving = is_saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "call.save", !is_saving);
  tambour_saving_set (GTK_WIDGET (self->main), is_saving);
}

static void
fail (TambourCallDialog *self,
      const GError      *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  set_saving (self, FALSE);
  say (self->error_label, reason);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourCallDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!tambour_portfolio_commit_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      fail (self, error);
      return;
    }

  tambour_call_dialog_forget (self);
  tambour_feedback_offer_undo (self->asked_by, _("Call logged"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* What is wrong with it is said before anything is recorded. */
static gpointer
check_plan (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(TambourCallPlan) plan = make_plan (store, me, now, data, cancellable, error);

  return plan && tambour_call_plan_check (plan, store, error) ? g_steal_pointer (&plan) : NULL;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourCallDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCallPlan) plan = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(TambourChange) change = NULL;

  if (plan == NULL)
    {
      fail (self, error);
      return;
    }

  change = tambour_portfolio_new_change (self->portfolio, _("Log call"));
  tambour_call_plan_put (plan, change);
  tambour_portfolio_commit_async (self->portfolio, change, NULL, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourCallDialog *self = TAMBOUR_CALL_DIALOG (widget);
  TambourCallText *text = tambour_call_dialog_read (self);

  if (text == NULL)
    return;

  stop_planning (self);
  set_saving (self, TRUE);
  tambour_portfolio_load_async (self->portfolio, check_plan, text, (GDestroyNotify) tambour_call_text_free,
                                (GDestroyNotify) tambour_call_plan_free, NULL, checked_cb, g_object_ref (self));
}

/* --- the dialog ------------------------------------------------------------ */

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourCallDialog *self = TAMBOUR_CALL_DIALOG (widget);
  gboolean is_narrow = breadth >= TAMBOUR_BREADTH_SINGLE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->main), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->side), is_narrow ? 700 : 332);
  gtk_widget_set_visible (self->keys_label, breadth < TAMBOUR_BREADTH_SMALL);
  gtk_widget_set_visible (self->hints, breadth < TAMBOUR_BREADTH_SMALL);
}

static void
add_choices (GtkDropDown *down,
             const char  *first,
             GType        choice,
             guint        from)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr(GEnumClass) klass = g_type_class_ref (choice);

  if (first != NULL)
    gtk_string_list_append (list, first);
  for (guint i = from; i < klass->n_values; i++)
    gtk_string_list_append (list, _(tambour_choice_get_words (choice, (guint) klass->values[i].value)));

  gtk_drop_down_set_model (down, G_LIST_MODEL (list));
}

static void
tambour_call_dialog_dispose (GObject *object)
{
  TambourCallDialog *self = TAMBOUR_CALL_DIALOG (object);

  stop_planning (self);
  g_cancellable_cancel (self->loading_offers);
  g_clear_object (&self->loading_offers);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CALL_DIALOG);
  g_clear_object (&self->completion);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);

  G_OBJECT_CLASS (tambour_call_dialog_parent_class)->dispose (object);
}

static void
tambour_call_dialog_finalize (GObject *object)
{
  TambourCallDialog *self = TAMBOUR_CALL_DIALOG (object);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->planned_id, g_free);
  g_clear_pointer (&self->agenda, g_free);
  g_clear_pointer (&self->invited_id, g_free);
  g_clear_pointer (&self->invited, g_strfreev);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->plan, tambour_call_plan_free);
  g_clear_pointer (&self->offers, tambour_call_offers_free);
  g_clear_pointer (&self->newcomers, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_call_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, keys_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, side);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, account_down);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, kind_down);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, status_down);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, when_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, channel_down);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, attendees);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, minutes_view);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, hints);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, doubts);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, accent_probe);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDialog, warning_probe);
}

static void
tambour_call_dialog_class_init (TambourCallDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_call_dialog_dispose;
  object_class->finalize = tambour_call_dialog_finalize;

  g_type_ensure (TAMBOUR_TYPE_ATTENDEES);
  g_type_ensure (TAMBOUR_TYPE_CALL_HINTS);
  gtk_widget_class_install_action (widget_class, "call.save", NULL, save_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-call-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, channel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_call_dialog_init (TambourCallDialog *self)
{
  self->zone = g_time_zone_new_local ();
  self->newcomers = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  tambour_call_dialog_add_channels (self);
  add_choices (self->kind_down, _("As planned"), TAMBOUR_TYPE_ENGAGEMENT_KIND, 0);
  add_choices (self->status_down, NULL, TAMBOUR_TYPE_ENGAGEMENT_STATUS, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  gtk_text_buffer_create_tag (self->buffer, "mark", NULL);
  gtk_text_buffer_create_tag (self->buffer, "due", NULL);
  tambour_call_dialog_add_completion (self);
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("call.save"));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
  self->is_filling = FALSE;
}

/**
 * tambour_call_dialog_start:
 * @self: a dialog that is on the screen
 *
 * Shows what will be recorded of what is in its fields.
 */
void
tambour_call_dialog_start (TambourCallDialog *self)
{
  update_marks (self);
  update_plan (self);
  tambour_call_dialog_load_offers (self);
}
