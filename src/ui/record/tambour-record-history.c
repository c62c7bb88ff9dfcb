/* tambour-record-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-record-history.h"
#include "tambour-record-words.h"

/* Lines that a row says before it is cut. */
#define MAX_LINES 3

static GtkWidget *
new_label (const char *text,
           const char *class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "lines", MAX_LINES,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "css-classes", (const char *[]) { class, NULL },
                       NULL);
}

static char *
field_words (const TambourField      *field,
             TambourRecord           *record,
             const TambourRecordView *view,
             TambourInstant           now)
{
  g_autofree char *words = tambour_field_words (field, record, view->others, now);
  g_autofree char *part = tambour_words_shorten (words);

  return *part ? tambour_words_isolate (part) : g_strdup (C_("value", "nothing"));
}

/* What a line says of one field, such as "Status: Open → Closed". */
static char *
change_words (const TambourField      *field,
              const TambourRecordStep *step,
              const TambourRecordView *view,
              TambourInstant           now)
{
  g_autofree char *old = field_words (field, step->before, view, now);
  g_autofree char *new = field_words (field, step->after, view, now);

  /* Translators: a field, what it said before, and what it said then */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), _(field->label), old, new);
}

static const char *
action_words (const char *action)
{
  if (g_str_equal (action, "created"))
    return _("Added");
  if (g_str_equal (action, "removed"))
    return _("Removed");
  if (g_str_equal (action, "restored"))
    return _("Restored");

  return _("Changed");
}

static gboolean
is_created (const TambourRecordStep *step)
{
  return step->before == NULL;
}

static char *
head_words (const TambourRecordStep *step)
{
  g_autofree char *who = step->by ? tambour_words_isolate (step->by) : g_strdup (_("Nobody in particular"));

  /* Translators: what was done to a record, and who did it: "Changed · Mira Solberg" */
  return g_strdup_printf (C_("history", "%1$s · %2$s"), action_words (step->action), who);
}

static gboolean
is_restorable (const TambourRecordView *view,
               const TambourRecordStep *step)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (view->record);

  if (is_created (step) || (klass->traits & TAMBOUR_RECORD_APPEND_ONLY))
    return FALSE;

  for (guint i = 0; i < step->fields->len; i++)
    {
      const TambourField *field = g_ptr_array_index (step->fields, i);

      if (field->label != NULL && !(field->flags & TAMBOUR_FIELD_FIXED) &&
          !tambour_field_equal (field, step->before, view->record))
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
new_restore_button (guint       position,
                    const char *head)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "edit-undo-symbolic",
                                    "tooltip-text", _("Restore What It Said Before"),
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", "smallbtn", NULL },
                                    "action-name", "record.restore-step",
                                    NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);

  return button;
}

static void
add_changes (GtkBox                  *box,
             const TambourRecordStep *step,
             const TambourRecordView *view,
             TambourInstant           now,
             GString                 *name)
{
  for (guint i = 0; i < step->fields->len; i++)
    {
      const TambourField *field = g_ptr_array_index (step->fields, i);
      g_autofree char *words = NULL;

      if (field->label == NULL)
        continue;

      words = change_words (field, step, view, now);
      gtk_box_append (box, new_label (words, "small"));
      g_string_append_printf (name, ", %s", words);
    }
}

static GtkWidget *
new_row (const TambourRecordView *view,
         guint                    position,
         TambourInstant           now,
         gboolean                 can_restore)
{
  const TambourRecordStep *step = g_ptr_array_index (view->steps, position);
  g_autofree char *head = head_words (step);
  g_autofree char *when = tambour_words_moment (step->at, now);
  g_autoptr(GString) name = g_string_new (NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "css-classes", (const char *[]) { "cell", NULL }, "activatable", FALSE, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "cell-box", "tight", NULL }, "spacing", 12, NULL);
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *when_label = new_label (when, "small");

  g_string_append_printf (name, "%s, %s", head, when);
  gtk_box_append (GTK_BOX (lines), new_label (head, "body"));
  add_changes (GTK_BOX (lines), step, view, now, name);
  if (step->label != NULL && *step->label != '\0')
    gtk_box_append (GTK_BOX (lines), new_label (step->label, "meta"));

  gtk_widget_add_css_class (when_label, "numeric");
  gtk_widget_add_css_class (when_label, "dimmed");
  gtk_widget_set_valign (when_label, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (when_label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (when_label), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), when_label);
  if (can_restore && is_restorable (view, step))
    gtk_box_append (GTK_BOX (box), new_restore_button (position, head));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);

  return row;
}

/**
 * tambour_record_history_show:
 * @list: a list
 * @view: a record with its history
 * @now: the time that is "now"
 * @can_restore: whether something can be changed
 *
 * Shows who did what when, newest first.
 */
void
tambour_record_history_show (GtkListBox              *list,
                             const TambourRecordView *view,
                             TambourInstant           now,
                             gboolean                 can_restore)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < view->steps->len; i++)
    gtk_list_box_append (list, new_row (view, i, now, can_restore));
}

/**
 * tambour_record_history_restore:
 * @view: a record with its history
 * @position: of a line
 *
 * Returns: (transfer full): the record as it is, but with what that line
 *   changed as it was before
 */
TambourRecord *
tambour_record_history_restore (const TambourRecordView *view,
                                guint                    position)
{
  const TambourRecordStep *step = g_ptr_array_index (view->steps, position);
  TambourRecord *record = tambour_record_dup (view->record);

  for (guint i = 0; step->before != NULL && i < step->fields->len; i++)
    {
      const TambourField *field = g_ptr_array_index (step->fields, i);

      if (field->label != NULL && !(field->flags & TAMBOUR_FIELD_FIXED))
        tambour_field_copy (field, record, step->before);
    }

  return record;
}
