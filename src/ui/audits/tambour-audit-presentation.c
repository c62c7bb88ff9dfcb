/* tambour-audit-presentation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-presentation.h"
#include "tambour-audit-text.h"

/**
 * TambourAuditPresentation:
 *
 * An audit as a customer sees it across the table: a section on a whole screen, in
 * large type, with the answers alone. Comments and evidence stay where they are.
 */
struct _TambourAuditPresentation
{
  AdwWindow          parent_instance;

  GPtrArray         *parts;     /* of GPtrArray of Line: a copy, as it was then */
  GStrv              titles;
  guint              part;

  /* Template widgets */
  AdwWindowTitle    *window_title;
  GtkScrolledWindow *scroller;
  GtkLabel          *part_label;
  GtkBox            *checks;
};

G_DEFINE_FINAL_TYPE (TambourAuditPresentation, tambour_audit_presentation, ADW_TYPE_WINDOW)

/* A check as it is shown. */
typedef struct
{
  char          *text;
  TambourAnswer  answer;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->text, g_free);
  g_free (line);
}

static const char *
style_of (TambourAnswer answer)
{
  switch (answer)
    {
    case TAMBOUR_ANSWER_MET:
      return "success";
    case TAMBOUR_ANSWER_PARTIAL:
      return "warning";
    case TAMBOUR_ANSWER_GAP:
      return "error";
    case TAMBOUR_ANSWER_NOT_VERIFIED:
    case TAMBOUR_ANSWER_NOT_REQUIRED:
    case TAMBOUR_ANSWER_NA:
      break;
    }

  return "quiet";
}

static GtkWidget *
new_line (const Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", line->text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                               "hexpand", TRUE, "css-classes", (const char *[]) { "title-3", NULL }, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", tambour_audit_text_answer (line->answer), "valign", GTK_ALIGN_CENTER,
                                               "css-classes", (const char *[]) { "tag", "large", style_of (line->answer), NULL }, NULL));

  return box;
}

static void
show_part (TambourAuditPresentation *self,
           guint                     part)
{
  GPtrArray *lines = g_ptr_array_index (self->parts, part);
  GtkWidget *child;

  self->part = part;
  gtk_label_set_text (self->part_label, self->titles[part]);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->checks))))
    gtk_box_remove (self->checks, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->checks, new_line (g_ptr_array_index (lines, i)));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.previous", part > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.next", part + 1 < self->parts->len);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourAuditPresentation *self = TAMBOUR_AUDIT_PRESENTATION (widget);

  if (self->part > 0)
    show_part (self, self->part - 1);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourAuditPresentation *self = TAMBOUR_AUDIT_PRESENTATION (widget);

  if (self->part + 1 < self->parts->len)
    show_part (self, self->part + 1);
}

static void
tambour_audit_presentation_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_AUDIT_PRESENTATION);

  G_OBJECT_CLASS (tambour_audit_presentation_parent_class)->dispose (object);
}

static void
tambour_audit_presentation_finalize (GObject *object)
{
  TambourAuditPresentation *self = TAMBOUR_AUDIT_PRESENTATION (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_strfreev);

  G_OBJECT_CLASS (tambour_audit_presentation_parent_class)->finalize (object);
}

static void
tambour_audit_presentation_class_init (TambourAuditPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_audit_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_audit_presentation_finalize;

  gtk_widget_class_install_action (widget_class, "presentation.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "presentation.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "presentation.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "presentation.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "presentation.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "presentation.next", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPresentation, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPresentation, scroller);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPresentation, part_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditPresentation, checks);
}

static void
tambour_audit_presentation_init (TambourAuditPresentation *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
copy_part (TambourAuditPresentation *self,
           const TambourAuditFile   *file,
           const TambourAuditPart   *part)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = part->first; i < part->first + part->n; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (file->checks, i);
      Line *line = g_new0 (Line, 1);

      line->text = g_strdup (check->item ? check->item->text : check->answer->item_key);
      line->answer = check->answer->answer;
      g_ptr_array_add (lines, line);
    }

  g_ptr_array_add (self->parts, lines);
}

static char *
say_score (const TambourAuditFile *file)
{
  g_autofree char *score = tambour_audit_text_score (file->entry->score);
  const char *account = file->account ? file->account->name : "";

  /* Translators: an account and the score of its audit */
  return g_strdup_printf (_("%1$s · %2$s of 100"), account, score);
}

/**
 * tambour_audit_presentation_present:
 * @asked_by: the widget that asks for it
 * @file: an audit with checks; copied
 * @part: the section to begin with
 *
 * Shows it on the whole screen.
 */
void
tambour_audit_presentation_present (GtkWidget              *asked_by,
                                    const TambourAuditFile *file,
                                    guint                   part)
{
  TambourAuditPresentation *self = g_object_new (TAMBOUR_TYPE_AUDIT_PRESENTATION, NULL);
  const char *title = file->record->title ? file->record->title : _("Audit");
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_autofree char *score = say_score (file);

  for (guint i = 0; i < file->parts->len; i++)
    {
      g_strv_builder_add (titles, tambour_audit_text_part (g_ptr_array_index (file->parts, i)));
      copy_part (self, file, g_ptr_array_index (file->parts, i));
    }
  self->titles = g_strv_builder_end (titles);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, score);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (asked_by)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 820);
  show_part (self, MIN (part, self->parts->len - 1));
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
