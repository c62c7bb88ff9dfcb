/* tambour-note-side.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-environment.h"
#include "tambour-heading.h"
#include "tambour-linked-row.h"
#include "tambour-note-side.h"
#include "tambour-record-words.h"
#include "tambour-when.h"

/* As many as one looks for, before all are asked for. */
#define MOST_SHOWN 4

/**
 * TambourNoteSide:
 *
 * What belongs to a note: its revisions, what has a link to it, its tags, its files,
 * and when somebody looks at it again.
 */
struct _TambourNoteSide
{
  AdwBin                 parent_instance;

  const TambourNoteFile *file;  /* belongs to the pane */
  char                  *me;
  TambourInstant         now;
  gboolean               has_draft;
  gboolean               shows_all;

  /* Template widgets */
  GtkListBox            *revisions_list;
  GtkWidget             *all_button;
  GtkWidget             *linked_box;
  GtkListBox            *linked_list;
  GtkWidget             *labels_box;
  TambourHeading        *labels_heading;
  AdwWrapBox            *labels_wrap;
  GtkLabel              *no_label;
  TambourNoteFiles      *files;
  GtkImage              *review_image;
  GtkLabel              *review_label;
  GtkLabel              *every_label;
};

G_DEFINE_FINAL_TYPE (TambourNoteSide, tambour_note_side, ADW_TYPE_BIN)

static GtkWidget *
new_numbered_row (guint       number,
                  const char *title,
                  const char *text)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  /* Translators: a revision of a note, for screen readers: its number, what changed, and who shared it when */
  g_autofree char *name = g_strdup_printf (_("Revision %1$u, %2$s, %3$s"), number, title, text);
  GtkWidget *lead = g_object_new (GTK_TYPE_LABEL, "label", count, "width-chars", 2, "css-classes", (const char *[]) { "numeric", NULL }, NULL);
  GtkWidget *row = tambour_linked_row_new_plain (lead, title, text, name);

  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (number));

  return row;
}

static GtkWidget *
new_revision_row (TambourNoteSide           *self,
                  const TambourNoteRevision *revision)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TambourDate day = tambour_zone_date_of (zone, revision->at);
  g_autofree char *when = tambour_when_date (day, tambour_zone_date_of (zone, self->now));
  const char *who = tambour_words_who (revision->by, self->me);
  g_autofree char *text = who ? g_strdup_printf ("%s · %s", who, when) : g_strdup (when);
  const char *remark = revision->remark && *revision->remark ? revision->remark : C_("revision", "Written");

  return new_numbered_row (revision->number, remark, text);
}

static void
show_revisions (TambourNoteSide *self)
{
  GPtrArray *revisions = self->file->revisions;
  guint most = self->shows_all ? G_MAXUINT : MOST_SHOWN - (self->has_draft ? 1 : 0);
  guint number = revisions->len > 0 ? ((TambourNoteRevision *) g_ptr_array_index (revisions, 0))->number + 1 : 1;

  gtk_list_box_remove_all (self->revisions_list);
  if (self->has_draft)
    {
      g_autofree char *text = g_strdup_printf ("%s · %s", _("you"), C_("when", "now"));
      GtkWidget *row = new_numbered_row (number, _("Draft, not shared yet"), text);

      gtk_widget_add_css_class (row, "strong");
      gtk_list_box_append (self->revisions_list, row);
    }

  for (guint i = 0; i < revisions->len && i < most; i++)
    gtk_list_box_append (self->revisions_list, new_revision_row (self, g_ptr_array_index (revisions, i)));

  gtk_widget_set_visible (self->all_button, revisions->len > most);
}

static void
show_linked (TambourNoteSide *self)
{
  GPtrArray *linked = self->file->linked_from;

  gtk_list_box_remove_all (self->linked_list);
  for (guint i = 0; i < linked->len; i++)
    gtk_list_box_append (self->linked_list, tambour_linked_row_new (g_ptr_array_index (linked, i), self->file->others, self->now));

  gtk_widget_set_visible (self->linked_box, linked->len > 0);
}

/* Of infrastructure its tags, of a workflow its systems; objectives have neither. */
static void
show_labels (TambourNoteSide *self)
{
  TambourRecord *record = self->file->record;
  gboolean has_tags = TAMBOUR_IS_INFRA_NOTE (record);
  GStrv labels = has_tags ? TAMBOUR_INFRA_NOTE (record)->tags : TAMBOUR_IS_WORKFLOW_NOTE (record) ? TAMBOUR_WORKFLOW_NOTE (record)->systems
                                                                                                  : NULL;
  guint n_labels = labels ? g_strv_length (labels) : 0;
  GtkWidget *last;

  while ((last = gtk_widget_get_last_child (GTK_WIDGET (self->labels_wrap))) != NULL)
    adw_wrap_box_remove (self->labels_wrap, last);
  for (guint i = 0; i < n_labels; i++)
    adw_wrap_box_append (self->labels_wrap, g_object_new (GTK_TYPE_LABEL,
                                                          "label", labels[i],
                                                          "ellipsize", PANGO_ELLIPSIZE_END,
                                                          "max-width-chars", 28,
                                                          "tooltip-text", labels[i],
                                                          "css-classes", (const char *[]) { "tag", NULL },
                                                          NULL));

  g_object_set (self->labels_heading, "title", has_tags ? _("Tags") : _("Systems"), NULL);
  gtk_label_set_text (self->no_label, has_tags ? _("No tag yet") : _("No system yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->labels_wrap), n_labels > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_label), n_labels == 0);
  gtk_widget_set_visible (self->labels_box, has_tags || TAMBOUR_IS_WORKFLOW_NOTE (record));
}

static char *
dup_every (gint64 months)
{
  if (months == 0)
    return g_strdup (_("As often as you say"));
  if (months == 12)
    return g_strdup (_("Every year"));
  if (months == 1)
    return g_strdup (_("Every month"));

  return g_strdup_printf (ngettext ("Every %d month", "Every %d months", (int) months), (int) months);
}

static void
show_review (TambourNoteSide *self)
{
  const TambourNoteFile *file = self->file;
  gboolean is_stated = file->look_again.julian != 0;
  gboolean is_late = is_stated && file->look_again.julian < file->today.julian;
  g_autofree char *day = is_stated ? tambour_when_date (file->look_again, file->today) : NULL;
  g_autofree char *every = dup_every (tambour_note_get_months (file->record));
  g_autofree char *text = NULL;

  if (!is_stated)
    text = g_strdup (_("No day to look at it again"));
  else if (is_late)
    text = g_strdup_printf (_("To be looked at since %s"), day);
  else
    text = g_strdup_printf (_("Look at again on %s"), day);

  gtk_label_set_text (self->review_label, text);
  gtk_label_set_text (self->every_label, every);
  gtk_image_set_from_icon_name (self->review_image, is_late ? "tambour-health-attention-symbolic" : "alarm-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->review_image), (const char *[]) { is_late ? "warning" : "dimmed", NULL });
}

static void
revision_activated_cb (TambourNoteSide *self,
                       GtkListBoxRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "note.compare", "u", GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number")));
}

static void
linked_activated_cb (TambourNoteSide *self,
                     GtkListBoxRow   *row)
{
  TambourRecord *record = g_ptr_array_index (self->file->linked_from, gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
}

static void
all_clicked_cb (TambourNoteSide *self)
{
  self->shows_all = TRUE;
  show_revisions (self);
  gtk_widget_child_focus (GTK_WIDGET (self->revisions_list), GTK_DIR_TAB_FORWARD);
}

static void
tambour_note_side_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_NOTE_SIDE);

  G_OBJECT_CLASS (tambour_note_side_parent_class)->dispose (object);
}

static void
tambour_note_side_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_NOTE_SIDE (object)->me, g_free);

  G_OBJECT_CLASS (tambour_note_side_parent_class)->finalize (object);
}

static void
tambour_note_side_class_init (TambourNoteSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_note_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_note_side_finalize;
  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_NOTE_FILES);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-note-side.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, revisions_list);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, all_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, linked_box);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, linked_list);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, labels_box);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, labels_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, labels_wrap);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, no_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, files);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, review_image);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, review_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteSide, every_label);
  gtk_widget_class_bind_template_callback (widget_class, revision_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, linked_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
tambour_note_side_init (TambourNoteSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_note_side_show:
 * @self: the side of a note
 * @file: (nullable): the note; must stay until another, or %NULL, is shown
 * @me: (nullable): who looks at it, as revisions name them
 * @now: the time that is "now"
 */
void
tambour_note_side_show (TambourNoteSide       *self,
                        const TambourNoteFile *file,
                        const char            *me,
                        TambourInstant         now)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_SIDE (self));

  self->file = file;
  self->now = now;
  g_set_str (&self->me, me);
  if (file == NULL)
    return;

  show_revisions (self);
  show_linked (self);
  show_labels (self);
  show_review (self);
}

/**
 * tambour_note_side_get_files:
 * @self: the side of a note
 *
 * Returns: (transfer none): its files
 */
TambourNoteFiles *
tambour_note_side_get_files (TambourNoteSide *self)
{
  g_return_val_if_fail (TAMBOUR_IS_NOTE_SIDE (self), NULL);

  return self->files;
}

/**
 * tambour_note_side_set_draft:
 * @self: the side of a note
 * @has_draft: whether something is written that nobody has shared
 */
void
tambour_note_side_set_draft (TambourNoteSide *self,
                             gboolean         has_draft)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_SIDE (self));

  if (self->has_draft == has_draft)
    return;

  self->has_draft = has_draft;
  if (self->file != NULL)
    show_revisions (self);
}
