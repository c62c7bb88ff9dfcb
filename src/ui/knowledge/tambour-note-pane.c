/* tambour-note-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-note-pane-private.h"
#include "tambour-when.h"

/**
 * TambourNotePane:
 *
 * A note: its text, which is written and read here, its revisions, what has a link
 * to it, and when somebody looks at it again. What is written is a draft on this
 * computer until it is shared.
 */

G_DEFINE_FINAL_TYPE (TambourNotePane, tambour_note_pane, ADW_TYPE_BIN)

enum
{
  SHARED,
  TITLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --------------------------------------------------------- */

/**
 * tambour_note_pane_get_shared:
 * @self: a pane
 *
 * Returns: (transfer none): the text as it was shared last; "" of a new note
 */
const char *
tambour_note_pane_get_shared (TambourNotePane *self)
{
  return self->file != NULL ? tambour_note_get_body (self->file->record) : "";
}

static void
show_words (TambourNotePane *self)
{
  g_autofree char *text = tambour_note_pane_dup_text (self);
  guint n = tambour_note_count_words (text);
  g_autofree char *words = g_strdup_printf (ngettext ("%d word", "%d words", (int) n), (int) n);

  gtk_label_set_text (self->words_label, words);
}

static char *
dup_state (TambourNotePane *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  guint number = self->file != NULL ? self->file->revisions->len : 0;
  g_autofree char *time = NULL;

  if (tambour_note_pane_is_edited (self))
    {
      time = tambour_when_time (tambour_instant_is_stated (self->kept_at) ? self->kept_at : tambour_portfolio_now (self->portfolio), zone);
      /* Translators: %1$s is a time, %2$u the number that the text gets when it is shared */
      return g_strdup_printf (_("Saved at %1$s as a draft of revision %2$u"), time, number + 1);
    }

  if (self->id == NULL)
    return g_strdup (_("Nothing is written yet"));

  return g_strdup_printf (_("Revision %u"), number);
}

/* Somebody else has shared another text since this one was begun. */
static gboolean
is_overtaken (TambourNotePane *self)
{
  return self->base != NULL && self->file != NULL && tambour_note_pane_is_edited (self) &&
         !g_str_equal (tambour_note_get_body (self->base), tambour_note_pane_get_shared (self));
}

static void
show_banner (TambourNotePane *self)
{
  gboolean is_removed = self->file != NULL && tambour_instant_is_stated (self->file->record->deleted_at);

  if (is_removed)
    {
      adw_banner_set_title (self->banner, _("This note was removed"));
      adw_banner_set_button_label (self->banner, _("_History"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), "note.details");
    }
  else
    {
      adw_banner_set_title (self->banner, _("Somebody has shared another text since you began"));
      adw_banner_set_button_label (self->banner, _("_Compare"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), "note.compare-last");
    }

  adw_banner_set_revealed (self->banner, is_removed || is_overtaken (self));
}

/**
 * tambour_note_pane_show_state:
 * @self: a pane
 *
 * Says whether something is written that is not shared, and what can be done.
 */
void
tambour_note_pane_show_state (TambourNotePane *self)
{
  gboolean is_edited = tambour_note_pane_is_edited (self);
  g_autofree char *state = dup_state (self);

  gtk_label_set_text (self->state_label, state);
  gtk_widget_set_visible (GTK_WIDGET (self->share_button), is_edited);
  tambour_note_side_set_draft (self->side, is_edited);
  show_banner (self);
  show_words (self);
  tambour_note_pane_update_actions (self);
}

static gboolean
is_writing (TambourNotePane *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->toggles), "write") == 0;
}

/**
 * tambour_note_pane_show_text:
 * @self: a pane
 *
 * Shows what is written, to be written or to be read.
 */
void
tambour_note_pane_show_text (TambourNotePane *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->format_box, is_writing (self));
  if (is_writing (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "write");
      return;
    }

  text = tambour_note_pane_dup_text (self);
  tambour_markdown_view_set_text (self->reading, text);
  gtk_stack_set_visible_child_name (self->stack, "read");
}

static void
turned_cb (TambourNotePane *self)
{
  if (self->portfolio != NULL && !self->is_filling)
    tambour_note_pane_show_text (self);
}

/**
 * tambour_note_pane_is_shown:
 * @self: a pane
 * @klass: a kind of note
 * @id: (nullable): a note of that kind, or %NULL for a new one
 *
 * Returns: whether it shows that note
 */
gboolean
tambour_note_pane_is_shown (TambourNotePane    *self,
                            TambourRecordClass *klass,
                            const char         *id)
{
  g_return_val_if_fail (TAMBOUR_IS_NOTE_PANE (self), FALSE);

  return self->klass == klass && g_strcmp0 (self->id, id) == 0;
}

/**
 * tambour_note_pane_show:
 * @self: a pane
 * @portfolio: a portfolio
 * @klass: a kind of note
 * @id: (nullable): a note of that kind, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 *
 * Shows another note.
 */
void
tambour_note_pane_show (TambourNotePane    *self,
                        TambourPortfolio   *portfolio,
                        TambourRecordClass *klass,
                        const char         *id,
                        const char         *account_id)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_PANE (self));

  g_set_object (&self->portfolio, portfolio);
  self->klass = klass;
  g_set_str (&self->id, id);
  g_set_str (&self->account_id, account_id);
  tambour_note_pane_find_key (self);
  self->kept_at.seconds = TAMBOUR_NEVER;
  self->is_read = FALSE;
  g_clear_object (&self->base);
  tambour_note_side_show (self->side, NULL, NULL, tambour_portfolio_now (portfolio));
  tambour_note_files_show (tambour_note_side_get_files (self->side), portfolio, NULL);
  g_clear_pointer (&self->file, tambour_note_file_free);
  gtk_widget_set_visible (GTK_WIDGET (self->side), id != NULL);
  tambour_note_pane_set_text (self, "");
  gtk_editable_set_text (self->remark_entry, "");
  gtk_stack_set_visible_child_name (self->stack, "loading");
  if (id == NULL)
    adw_toggle_group_set_active_name (self->toggles, "write");
  tambour_note_pane_refresh (self);
}

/**
 * tambour_note_pane_turn:
 * @self: a pane
 *
 * Turns from writing to reading, or back.
 */
void
tambour_note_pane_turn (TambourNotePane *self)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_PANE (self));

  adw_toggle_group_set_active_name (self->toggles, is_writing (self) ? "read" : "write");
  tambour_note_pane_focus (self);
}

/**
 * tambour_note_pane_focus:
 * @self: a pane
 *
 * Puts the keyboard into its text, as soon as that is there.
 */
void
tambour_note_pane_focus (TambourNotePane *self)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_PANE (self));

  self->wants_focus = !self->is_read;
  if (!self->is_read)
    return;

  if (is_writing (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->toggles), GTK_DIR_TAB_FORWARD);
}

/**
 * tambour_note_pane_set_alone:
 * @self: a pane
 * @is_alone: whether the list that it belongs to is another page
 */
void
tambour_note_pane_set_alone (TambourNotePane *self,
                             gboolean         is_alone)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_PANE (self));

  gtk_widget_set_visible (self->back_button, is_alone);
}

/* --- the widget ------------------------------------------------------------ */

static void
followed_cb (TambourNotePane *self,
             guint            kind,
             const char      *target)
{
  tambour_note_links_open (GTK_WIDGET (self), self->portfolio, self->account_id, kind, target);
}

static void
update_scheme (TambourNotePane *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (self->buffer, gtk_source_style_scheme_manager_get_scheme (manager, is_dark ? "Adwaita-dark" : "Adwaita"));
}

/* Where there is no dictionary of the language, nothing is checked. */
static void
check_spelling (TambourNotePane *self)
{
  self->spelling = spelling_text_buffer_adapter_new (self->buffer, spelling_checker_get_default ());
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", G_ACTION_GROUP (self->spelling));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), spelling_text_buffer_adapter_get_menu_model (self->spelling));
  spelling_text_buffer_adapter_set_enabled (self->spelling, TRUE);
}

/* A text takes the key for a line of its own, unless another is faster. */
static void
add_follow_key (TambourNotePane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("note.follow")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
show_toggle (AdwToggle  *toggle,
             const char *words,
             const char *icon,
             gboolean    is_narrow)
{
  adw_toggle_set_label (toggle, is_narrow ? NULL : words);
  adw_toggle_set_icon_name (toggle, is_narrow ? icon : NULL);
  adw_toggle_set_tooltip (toggle, is_narrow ? words : "");
}

/* What a telephone has no room for is typed. */
static void
arrange_bar (TambourNotePane *self,
             gboolean         is_narrow)
{
  show_toggle (self->write_toggle, _("Write"), "document-edit-symbolic", is_narrow);
  show_toggle (self->read_toggle, _("Read"), "view-reveal-symbolic", is_narrow);
  gtk_widget_set_visible (self->bold_button, !is_narrow);
  gtk_widget_set_visible (self->italic_button, !is_narrow);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  /* The child of a bin is none of its template’s: it goes with the bin. */
  AdwOverlaySplitView *split = ADW_OVERLAY_SPLIT_VIEW (adw_bin_get_child (ADW_BIN (widget)));
  gboolean is_wide = breadth == TAMBOUR_BREADTH_WIDE;

  adw_overlay_split_view_set_collapsed (split, !is_wide);
  adw_overlay_split_view_set_show_sidebar (split, is_wide);
  arrange_bar (TAMBOUR_NOTE_PANE (widget), breadth == TAMBOUR_BREADTH_NARROW);
}

/* That of GtkSourceView knows HTML and all that can be in it: it takes longer to
 * read than a page to open.
 */
static GtkSourceLanguage *
get_language (void)
{
  static const char * const folders[] = { "resource:///io/github/tambour/Tambour/language-specs/", NULL };
  static GtkSourceLanguageManager *languages;

  if (languages == NULL)
    {
      languages = gtk_source_language_manager_new ();
      gtk_source_language_manager_set_search_path (languages, folders);
    }

  return gtk_source_language_manager_get_language (languages, "tambour-note");
}

static void
prepare_view (TambourNotePane *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_source_buffer_set_language (self->buffer, get_language ());
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_scheme), self, G_CONNECT_SWAPPED);
  update_scheme (self);
  self->links = tambour_note_links_new (GTK_TEXT_VIEW (self->view));
  g_signal_connect_object (self->links, "followed", G_CALLBACK (followed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "link", G_CALLBACK (followed_cb), self, G_CONNECT_SWAPPED);
  check_spelling (self);
  add_follow_key (self);
  tambour_note_files_take_from (tambour_note_side_get_files (self->side), GTK_WIDGET (self), GTK_TEXT_VIEW (self->view));
}

static void
changed_cb (TambourNotePane *self)
{
  if (self->is_filling || self->portfolio == NULL)
    return;

  tambour_note_links_mark (self->links);
  tambour_note_pane_keep (self);
  tambour_note_pane_show_state (self);
}

static void
remark_activated_cb (TambourNotePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "note.share-now", NULL);
}

static void
tambour_note_pane_dispose (GObject *object)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->links);

  /* It would go on to check a text that is gone. */
  if (self->spelling != NULL)
    spelling_text_buffer_adapter_set_enabled (self->spelling, FALSE);
  g_clear_object (&self->spelling);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_NOTE_PANE);
  g_clear_object (&self->base);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_note_pane_parent_class)->dispose (object);
}

static void
tambour_note_pane_finalize (GObject *object)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (object);

  g_clear_pointer (&self->file, tambour_note_file_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->shared_id, g_free);

  G_OBJECT_CLASS (tambour_note_pane_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, back_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, format_box);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, bold_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, italic_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, write_toggle);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, read_toggle);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, side_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, banner);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, view);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, reading);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, state_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, words_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, share_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, share_popover);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, remark_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, error_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNotePane, side);
}

static void
tambour_note_pane_class_init (TambourNotePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_note_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_note_pane_finalize;

  /**
   * TambourNotePane::shared:
   * @self: a pane
   * @id: the id of its note
   *
   * What is written was shared.
   */
  signals[SHARED] = g_signal_new ("shared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TambourNotePane::titled:
   * @self: a pane
   * @title: what its note is called
   *
   * Its note was read.
   */
  signals[TITLED] = g_signal_new ("titled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (TAMBOUR_TYPE_MARKDOWN_VIEW);
  g_type_ensure (TAMBOUR_TYPE_NOTE_SIDE);
  tambour_note_pane_install_actions (widget_class);
  tambour_note_pane_install_draft_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-note-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, remark_activated_cb);
}

static void
tambour_note_pane_init (TambourNotePane *self)
{
  self->kept_at.seconds = TAMBOUR_NEVER;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  prepare_view (self);
  self->is_filling = FALSE;
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}
