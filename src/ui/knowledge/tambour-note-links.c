/* tambour-note-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-buffer.h"
#include "tambour-feedback.h"
#include "tambour-launch.h"
#include "tambour-linking.h"
#include "tambour-note-links.h"

/* Longer texts than this are not read anew with every key. */
#define MOST_READ_AT_ONCE 200000

/**
 * TambourNoteLinks:
 *
 * The links in a text that is written: in the accent’s colour, and followed by a
 * click with Ctrl held down.
 */
struct _TambourNoteLinks
{
  GObject      parent_instance;

  GtkTextView *view;      /* which owns this */
  GtkTextTag  *tag;
};

G_DEFINE_FINAL_TYPE (TambourNoteLinks, tambour_note_links, G_TYPE_OBJECT)

enum
{
  FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (TambourNoteLinks *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static void
color_tag (TambourNoteLinks *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr(GdkRGBA) color = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA standalone;

  adw_rgba_to_standalone (color, adw_style_manager_get_dark (style), &standalone);
  g_object_set (self->tag, "foreground-rgba", &standalone, NULL);
}

/**
 * tambour_note_links_mark:
 * @self: the links of a text
 *
 * Shows where the links are now.
 */
void
tambour_note_links_mark (TambourNoteLinks *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *text = tambour_buffer_dup_text (buffer);
  g_autoptr(GPtrArray) links = NULL;
  GtkTextIter start, end;
  const char *at = text;
  int offset = 0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  if (strlen (text) > MOST_READ_AT_ONCE)
    return;

  links = tambour_links_parse (text);
  for (guint i = 0; i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);

      offset += (int) g_utf8_pointer_to_offset (at, text + link->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      offset += (int) g_utf8_pointer_to_offset (text + link->start, text + link->end);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, offset);
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
      at = text + link->end;
    }
}

static gboolean
follow_at (TambourNoteLinks  *self,
           const GtkTextIter *iter)
{
  g_autofree char *text = tambour_buffer_dup_text (get_buffer (self));
  g_autoptr(GPtrArray) links = tambour_links_parse (text);
  gsize at = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (iter)) - text);

  for (guint i = 0; i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);

      if (link->start <= at && at <= link->end)
        {
          g_signal_emit (self, signals[FOLLOWED], 0, (guint) link->kind, link->target);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tambour_note_links_follow:
 * @self: the links of a text
 *
 * Follows the link that the cursor is in.
 *
 * Returns: whether it is in one
 */
gboolean
tambour_note_links_follow (TambourNoteLinks *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));

  return follow_at (self, &iter);
}

static void
pressed_cb (TambourNoteLinks *self,
            int               n_press,
            double            x,
            double            y,
            GtkGestureClick  *click)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  int buffer_x, buffer_y;
  GtkTextIter iter;

  if (!(state & GDK_CONTROL_MASK))
    return;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y) && follow_at (self, &iter))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
tambour_note_links_class_init (TambourNoteLinksClass *klass)
{
  /**
   * TambourNoteLinks::followed:
   * @self: the links of a text
   * @kind: a #TambourLinkKind
   * @target: what the link leads to
   *
   * Somebody follows a link.
   */
  signals[FOLLOWED] = g_signal_new ("followed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
tambour_note_links_init (TambourNoteLinks *self)
{
}

/**
 * tambour_note_links_new:
 * @view: a view with its buffer; must outlive what this returns
 *
 * Returns: (transfer full): the links of its text
 */
TambourNoteLinks *
tambour_note_links_new (GtkTextView *view)
{
  TambourNoteLinks *self = g_object_new (TAMBOUR_TYPE_NOTE_LINKS, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->view = view;
  self->tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (color_tag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (color_tag), self, G_CONNECT_SWAPPED);
  color_tag (self);

  return self;
}

/* --- where they lead ------------------------------------------------------- */

typedef struct
{
  char            *account_id;
  TambourLinkKind  kind;
  char            *target;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->target, g_free);
  g_free (wanted);
}

static gpointer
find_target (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Wanted *wanted = data;
  g_autoptr(GError) inner = NULL;
  TambourRecord *found = tambour_linking_find (store, wanted->account_id, wanted->kind, wanted->target, cancellable, &inner);

  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  else if (found == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND, _("Nothing is called “%s”"), wanted->target);

  return found;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) record = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (record == NULL)
    tambour_feedback_say (widget, error->message);
  else
    gtk_widget_activate_action (widget, "win.open-record", "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
}

/**
 * tambour_note_links_open:
 * @widget: where somebody follows a link
 * @portfolio: a portfolio
 * @account_id: (nullable): the account of the note that has the link
 * @kind: a kind of link
 * @target: what it leads to
 *
 * Opens what the link leads to, or says that there is no such thing.
 */
void
tambour_note_links_open (GtkWidget        *widget,
                         TambourPortfolio *portfolio,
                         const char       *account_id,
                         TambourLinkKind   kind,
                         const char       *target)
{
  Wanted *wanted;

  if (kind == TAMBOUR_LINK_ADDRESS)
    {
      tambour_launch_uri (widget, target);
      return;
    }

  wanted = g_new0 (Wanted, 1);
  wanted->account_id = g_strdup (account_id);
  wanted->kind = kind;
  wanted->target = g_strdup (target);
  tambour_portfolio_load_async (portfolio, find_target, wanted, (GDestroyNotify) wanted_free, g_object_unref, NULL, found_cb,
                                g_object_ref (widget));
}
