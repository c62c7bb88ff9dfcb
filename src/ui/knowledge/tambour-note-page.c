/* tambour-note-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-kind-words.h"
#include "tambour-note-page.h"
#include "tambour-note-pane.h"

/**
 * TambourNotePage:
 *
 * A note on a page of its own, wherever somebody came from.
 */
struct _TambourNotePage
{
  TambourPage      parent_instance;

  /* Template widgets */
  TambourNotePane *pane;
};

G_DEFINE_FINAL_TYPE (TambourNotePage, tambour_note_page, TAMBOUR_TYPE_PAGE)

static void
tambour_note_page_refresh (TambourPage *page)
{
  TambourNotePage *self = TAMBOUR_NOTE_PAGE (page);

  tambour_note_pane_refresh (self->pane);
  tambour_page_set_ready (page);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_note_pane_turn (TAMBOUR_NOTE_PAGE (widget)->pane);
}

static void
tambour_note_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_NOTE_PAGE);

  G_OBJECT_CLASS (tambour_note_page_parent_class)->dispose (object);
}

static void
tambour_note_page_class_init (TambourNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_note_page_dispose;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_note_page_refresh;

  g_type_ensure (TAMBOUR_TYPE_NOTE_PANE);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-note-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourNotePage, pane);
}

static void
titled_cb (TambourNotePage *self,
           const char      *title)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
tambour_note_page_init (TambourNotePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->pane, "titled", G_CALLBACK (titled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_note_page_new:
 * @portfolio: a portfolio
 * @klass: a kind of note
 * @id: (nullable): a note of that kind, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourNotePage *
tambour_note_page_new (TambourPortfolio   *portfolio,
                       TambourRecordClass *klass,
                       const char         *id,
                       const char         *account_id)
{
  TambourNotePage *self = g_object_new (TAMBOUR_TYPE_NOTE_PAGE, NULL);
  const TambourKindWords *words = tambour_kind_get_words (klass);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), id ? _(words->title) : _(words->add));
  tambour_note_pane_show (self->pane, portfolio, klass, id, account_id);
  tambour_note_pane_focus (self->pane);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
