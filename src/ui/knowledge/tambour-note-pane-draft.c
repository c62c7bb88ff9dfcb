/* tambour-note-pane-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-buffer.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-linking.h"
#include "tambour-note-pane-private.h"

/* What is written: kept with every key, and shared when its writer says so. */

/* Of a first line that is no heading, how much is a title. */
#define MAX_TITLE 80

static TambourDraftKeeper *
get_keeper (TambourNotePane *self)
{
  return tambour_draft_keeper_get (self->portfolio);
}

/**
 * tambour_note_pane_dup_text:
 * @self: a pane
 *
 * Returns: (transfer full): what is written, in Markdown
 */
char *
tambour_note_pane_dup_text (TambourNotePane *self)
{
  return tambour_buffer_dup_text (GTK_TEXT_BUFFER (self->buffer));
}

/**
 * tambour_note_pane_is_edited:
 * @self: a pane
 *
 * Returns: whether something is written that nobody has shared
 */
gboolean
tambour_note_pane_is_edited (TambourNotePane *self)
{
  g_autofree char *text = tambour_note_pane_dup_text (self);
  g_autofree char *bare = NULL;

  if (self->file != NULL)
    return !g_str_equal (text, tambour_note_pane_get_shared (self));

  bare = g_strstrip (g_strdup (text));

  return self->id == NULL && *bare != '\0' && !g_str_equal (bare, "#");
}

/**
 * tambour_note_pane_set_text:
 * @self: a pane
 * @text: Markdown
 *
 * Puts a text there that nobody has typed now.
 */
void
tambour_note_pane_set_text (TambourNotePane *self,
                            const char      *text)
{
  g_autofree char *old = tambour_note_pane_dup_text (self);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  if (g_str_equal (old, text) && *text != '\0')
    return;

  self->is_filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  tambour_note_links_mark (self->links);
  if (self->id == NULL)
    gtk_text_buffer_get_end_iter (buffer, &iter);
  else
    gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->is_filling = FALSE;
}

/* The heading that it begins with; of a new note without one, its first line. */
static char *
dup_title (TambourNotePane *self,
           const char      *text)
{
  const char *start = text + strspn (text, " \t\r\n");
  gboolean is_heading = g_str_has_prefix (start, "# ");
  g_autofree char *line = g_strndup (is_heading ? start + 2 : start, strcspn (is_heading ? start + 2 : start, "\r\n"));
  g_autofree char *title = NULL;

  g_strstrip (line);
  if (self->file != NULL && (!is_heading || *line == '\0'))
    return g_strdup (tambour_note_get_title (self->file->record));

  if (*line == '\0')
    return g_strdup (_("Note"));

  title = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_TITLE));

  return g_steal_pointer (&title);
}

/**
 * tambour_note_pane_find_key:
 * @self: a pane
 *
 * Finds out where what is written is kept.
 */
void
tambour_note_pane_find_key (TambourNotePane *self)
{
  g_autoptr(TambourDraft) draft = tambour_draft_new_text (self->klass->kind, self->id, self->account_id);

  g_set_str (&self->draft_key, draft->key);
}

static TambourDraft *
new_draft (TambourNotePane *self)
{
  g_autofree char *text = tambour_note_pane_dup_text (self);
  g_autofree char *title = dup_title (self, text);
  TambourDraft *draft = tambour_draft_new_text (self->klass->kind, self->id, self->account_id);

  draft->title = g_strdup (title);
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->base = self->base ? g_object_ref (self->base) : tambour_record_new (G_TYPE_FROM_CLASS (self->klass), NULL);
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, "title", title);
  json_object_set_string_member (draft->fields, "body", text);

  return draft;
}

/**
 * tambour_note_pane_keep:
 * @self: a pane
 *
 * Keeps what is written, if something is.
 */
void
tambour_note_pane_keep (TambourNotePane *self)
{
  g_autoptr(TambourDraft) draft = NULL;

  if (!tambour_note_pane_is_edited (self))
    {
      self->kept_at.seconds = TAMBOUR_NEVER;
      tambour_draft_keeper_discard (get_keeper (self), self->draft_key);
      return;
    }

  draft = new_draft (self);
  self->kept_at = draft->at;
  tambour_draft_keeper_keep (get_keeper (self), draft);
}

/**
 * tambour_note_pane_take_draft:
 * @self: a pane
 * @draft: what was written before
 *
 * Returns: whether it has a text
 */
gboolean
tambour_note_pane_take_draft (TambourNotePane    *self,
                              const TambourDraft *draft)
{
  const char *text = draft->fields ? json_object_get_string_member_with_default (draft->fields, "body", NULL) : NULL;

  if (text == NULL)
    return FALSE;

  tambour_note_pane_set_text (self, text);
  self->kept_at = draft->at;
  if (self->id != NULL)
    g_set_object (&self->base, draft->base);

  return TRUE;
}

/* --- sharing --------------------------------------------------------------- */

/* A text on its way, with what it is a revision of. */
typedef struct
{
  GType     type;
  char     *id;          /* of the record, also of one that is new */
  char     *account_id;
  char     *title;
  char     *text;
  gboolean  is_new;
} Text;

static void
text_free (Text *text)
{
  g_clear_pointer (&text->id, g_free);
  g_clear_pointer (&text->account_id, g_free);
  g_clear_pointer (&text->title, g_free);
  g_clear_pointer (&text->text, g_free);
  g_free (text);
}

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  const Text *text = data;
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (text->type);
  g_autoptr(TambourRecord) record = NULL;

  if (text->is_new)
    {
      record = tambour_record_new (text->type, text->id);
      g_set_str (&record->account_id.id, text->account_id);
    }
  else if (!(record = tambour_store_get (store, klass, text->id, error)) ||
           !tambour_linking_rename (store, record, text->title, change, error))
    return FALSE;

  tambour_note_set_title (record, text->title);
  tambour_note_set_body (record, text->text);
  tambour_change_put (change, record);

  return TRUE;
}

static void
set_sharing (TambourNotePane *self,
             gboolean         is_sharing)
{
  self->is_sharing = is_sharing;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !is_sharing && !tambour_portfolio_is_read_only (self->portfolio));
  tambour_note_pane_update_actions (self);
}

static void
fail (TambourNotePane *self,
      const GError    *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  set_sharing (self, FALSE);
  gtk_label_set_text (self->error_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
  gtk_menu_button_popup (self->share_button);
}

/* A new note is one like others from now on. */
static void
become_known (TambourNotePane *self)
{
  g_set_str (&self->id, self->shared_id);
  tambour_note_pane_find_key (self);
  gtk_widget_set_visible (GTK_WIDGET (self->side), TRUE);
  g_signal_emit_by_name (self, "shared", self->id);
}

static void
shared_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourNotePane) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      fail (self, error);
      return;
    }

  tambour_draft_keeper_discard (get_keeper (self), self->draft_key);
  if (self->id == NULL)
    become_known (self);
  self->kept_at.seconds = TAMBOUR_NEVER;
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  gtk_editable_set_text (self->remark_entry, "");
  gtk_menu_button_popdown (self->share_button);
  set_sharing (self, FALSE);
  tambour_note_pane_focus (self);
  tambour_feedback_offer_undo (GTK_WIDGET (self), _("Revision shared"));
  tambour_note_pane_refresh (self);
}

static Text *
read_text (TambourNotePane *self)
{
  Text *text = g_new0 (Text, 1);

  text->type = G_TYPE_FROM_CLASS (self->klass);
  text->is_new = self->id == NULL;
  text->id = self->id ? g_strdup (self->id) : tambour_id_new ();
  text->account_id = g_strdup (self->account_id);
  text->text = tambour_note_pane_dup_text (self);
  text->title = dup_title (self, text->text);

  return text;
}

static void
share_now_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);
  g_autofree char *remark = g_strstrip (g_strdup (gtk_editable_get_text (self->remark_entry)));
  g_autoptr(TambourChange) change = NULL;
  Text *text;

  if (self->is_sharing || !tambour_note_pane_is_edited (self))
    return;

  text = read_text (self);
  g_set_str (&self->shared_id, text->id);
  change = tambour_portfolio_new_change (self->portfolio, *remark ? remark : _("Text changed"));
  set_sharing (self, TRUE);
  tambour_fill_async (self->portfolio, change, fill_change, text, (GDestroyNotify) text_free, NULL, shared_cb, g_object_ref (self));
}

/* Asks for a line of what changed; a new note needs none. */
static void
share_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);

  if (!tambour_note_pane_is_edited (self))
    return;

  if (self->id == NULL)
    {
      share_now_action (widget, NULL, NULL);
      return;
    }

  gtk_menu_button_popup (self->share_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->remark_entry));
}

static void
undo_discard_cb (AdwToast *toast,
                 gpointer  user_data)
{
  TambourNotePane *self = user_data;
  const TambourDraft *draft = g_object_get_data (G_OBJECT (toast), "draft");

  tambour_draft_keeper_keep (get_keeper (self), draft);
  if (!g_str_equal (draft->key, self->draft_key))
    return;

  tambour_note_pane_take_draft (self, draft);
  tambour_note_pane_show_state (self);
}

static void
discard_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);
  TambourDraft *draft = new_draft (self);
  AdwToast *toast = adw_toast_new (_("Draft discarded"));

  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "draft", draft, (GDestroyNotify) tambour_draft_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_discard_cb), self, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (tambour_feedback_get_overlay (widget), toast);

  gtk_menu_button_popdown (self->share_button);
  tambour_note_pane_focus (self);
  tambour_draft_keeper_discard (get_keeper (self), self->draft_key);
  self->kept_at.seconds = TAMBOUR_NEVER;
  tambour_note_pane_set_text (self, self->id ? tambour_note_pane_get_shared (self) : "# ");
  if (self->file != NULL)
    g_set_object (&self->base, self->file->record);
  tambour_note_pane_show_state (self);
}

/**
 * tambour_note_pane_install_draft_actions:
 * @widget_class: the class of panes
 */
void
tambour_note_pane_install_draft_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "note.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "note.share-now", NULL, share_now_action);
  gtk_widget_class_install_action (widget_class, "note.discard", NULL, discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "note.share", NULL);
}
