/* tambour-note-line-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-environment.h"
#include "tambour-note-line-row.h"
#include "tambour-record-words.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourNoteLineRow:
 *
 * A note or an environment in a list: what it is called, which revision it is and
 * whose, and whether it is out of date.
 */
struct _TambourNoteLineRow
{
  GtkBox    parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkWidget *pin_image;
  GtkImage *late_image;
};

G_DEFINE_FINAL_TYPE (TambourNoteLineRow, tambour_note_line_row, GTK_TYPE_BOX)

static void
tambour_note_line_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_NOTE_LINE_ROW);

  G_OBJECT_CLASS (tambour_note_line_row_parent_class)->dispose (object);
}

static void
tambour_note_line_row_class_init (TambourNoteLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_note_line_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-note-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourNoteLineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteLineRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteLineRow, pin_image);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteLineRow, late_image);
}

static void
tambour_note_line_row_init (TambourNoteLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_note_line_row_new:
 *
 * Returns: (transfer floating): a row without a note
 */
GtkWidget *
tambour_note_line_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_NOTE_LINE_ROW, NULL);
}

static TambourDate
today_of (TambourInstant now)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);

  return tambour_zone_date_of (zone, now);
}

static char *
say_note (const TambourNoteLine *line,
          const char            *me,
          TambourInstant         now)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);
  g_autofree char *when = tambour_when_date (tambour_zone_date_of (zone, line->written_at), today_of (now));
  const char *who = tambour_words_who (line->written_by, me);

  /* Translators: the number of a revision, when it was shared and by whom, such as "rev 7 · 12 Nov · you" */
  return who ? g_strdup_printf (_("rev %1$u · %2$s · %3$s"), line->n_revisions, when, who)
             : g_strdup_printf (C_("revision", "rev %1$u · %2$s"), line->n_revisions, when);
}

static char *
say_environment (const TambourNoteLine *line)
{
  g_autofree char *parts = line->n_parts == 0 ? g_strdup (_("No components")) : g_strdup_printf (ngettext ("%d component", "%d components", (int) line->n_parts), (int) line->n_parts);

  if (line->n_late == 0)
    return g_steal_pointer (&parts);

  /* Translators: how many components there are, and how many of them are supported no longer */
  return g_strdup_printf (_("%1$s, %2$d out of support"), parts, (int) line->n_late);
}

static char *
say_late (const TambourNoteLine *line,
          TambourInstant         now)
{
  g_autofree char *day = NULL;

  if (line->group == TAMBOUR_NOTE_GROUP_ENVIRONMENTS)
    return g_strdup (_("Some of it is supported no longer"));

  day = tambour_when_date (line->look_again, today_of (now));

  return g_strdup_printf (_("To be looked at since %s"), day);
}

/**
 * tambour_note_line_row_show:
 * @self: a row
 * @item: a note
 * @me: (nullable): who looks at it, as revisions name them
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tambour_note_line_row_show (TambourNoteLineRow *self,
                            TambourNoteItem    *item,
                            const char         *me,
                            TambourInstant      now)
{
  const TambourNoteLine *line = tambour_note_item_get_line (item);
  const char *title = tambour_note_item_get_title (item);
  g_autofree char *text = NULL;
  g_autofree char *late = line && line->is_late ? say_late (line, now) : NULL;
  gboolean is_pinned = line && TAMBOUR_IS_INFRA_NOTE (line->record) && TAMBOUR_INFRA_NOTE (line->record)->pinned;

  if (line == NULL)
    text = g_strdup (_("Draft, not shared yet"));
  else
    text = line->group == TAMBOUR_NOTE_GROUP_ENVIRONMENTS ? say_environment (line) : say_note (line, me, now);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->line_label, text);
  tambour_tooltip_set (self->title_label, title);
  gtk_widget_set_visible (self->pin_image, is_pinned);
  gtk_widget_set_visible (GTK_WIDGET (self->late_image), late != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->late_image), late);

  if (is_pinned)
    return g_strjoin (", ", title, text, _("Pinned to the top"), late, NULL);

  return g_strjoin (", ", title, text, late, NULL);
}
