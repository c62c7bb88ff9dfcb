/* tambour-knowledge-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-environment-pane.h"
#include "tambour-knowledge-detail.h"
#include "tambour-note-pane.h"

/**
 * TambourKnowledgeDetail:
 *
 * What is chosen of what is known: a note or an environment. Their panes take as
 * long to make as a list: each is made when it is wanted first.
 */
struct _TambourKnowledgeDetail
{
  AdwBin                  parent_instance;

  gboolean                is_alone;
  TambourNotePane        *note_pane;
  TambourEnvironmentPane *environment_pane;
};

G_DEFINE_FINAL_TYPE (TambourKnowledgeDetail, tambour_knowledge_detail, ADW_TYPE_BIN)

enum
{
  SHARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The child of a bin is none of its template’s: it goes with the bin. */
static GtkStack *
get_stack (TambourKnowledgeDetail *self)
{
  return GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
}

static gboolean
shows (TambourKnowledgeDetail *self,
       gpointer                pane)
{
  return pane != NULL && gtk_stack_get_visible_child (get_stack (self)) == pane;
}

static void
shared_cb (TambourKnowledgeDetail *self,
           const char             *id)
{
  g_signal_emit (self, signals[SHARED], 0, id);
}

static TambourNotePane *
ensure_note_pane (TambourKnowledgeDetail *self)
{
  if (self->note_pane == NULL)
    {
      self->note_pane = g_object_new (TAMBOUR_TYPE_NOTE_PANE, NULL);
      tambour_note_pane_set_alone (self->note_pane, self->is_alone);
      g_signal_connect_object (self->note_pane, "shared", G_CALLBACK (shared_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (get_stack (self), GTK_WIDGET (self->note_pane));
    }

  return self->note_pane;
}

static TambourEnvironmentPane *
ensure_environment_pane (TambourKnowledgeDetail *self)
{
  if (self->environment_pane == NULL)
    {
      self->environment_pane = g_object_new (TAMBOUR_TYPE_ENVIRONMENT_PANE, NULL);
      tambour_environment_pane_set_alone (self->environment_pane, self->is_alone);
      gtk_stack_add_child (get_stack (self), GTK_WIDGET (self->environment_pane));
    }

  return self->environment_pane;
}

static void
tambour_knowledge_detail_class_init (TambourKnowledgeDetailClass *klass)
{
  /**
   * TambourKnowledgeDetail::shared:
   * @self: what is chosen
   * @id: the id of its note
   *
   * What is written was shared.
   */
  signals[SHARED] = g_signal_new ("shared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/tambour/Tambour/ui/tambour-knowledge-detail.ui");
}

static void
tambour_knowledge_detail_init (TambourKnowledgeDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_knowledge_detail_show_note:
 * @self: what is chosen
 * @portfolio: a portfolio
 * @klass: a kind of note
 * @id: (nullable): a note of that kind, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 */
void
tambour_knowledge_detail_show_note (TambourKnowledgeDetail *self,
                                    TambourPortfolio       *portfolio,
                                    TambourRecordClass     *klass,
                                    const char             *id,
                                    const char             *account_id)
{
  TambourNotePane *pane;

  g_return_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self));

  pane = ensure_note_pane (self);
  if (!tambour_note_pane_is_shown (pane, klass, id))
    tambour_note_pane_show (pane, portfolio, klass, id, account_id);
  gtk_stack_set_visible_child (get_stack (self), GTK_WIDGET (pane));
}

/**
 * tambour_knowledge_detail_show_environment:
 * @self: what is chosen
 * @portfolio: a portfolio
 * @id: an environment in it
 */
void
tambour_knowledge_detail_show_environment (TambourKnowledgeDetail *self,
                                           TambourPortfolio       *portfolio,
                                           const char             *id)
{
  g_return_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self));

  tambour_environment_pane_show (ensure_environment_pane (self), portfolio, id);
  gtk_stack_set_visible_child (get_stack (self), GTK_WIDGET (self->environment_pane));
}

/**
 * tambour_knowledge_detail_show_nothing:
 * @self: what is chosen
 *
 * Says that nothing is.
 */
void
tambour_knowledge_detail_show_nothing (TambourKnowledgeDetail *self)
{
  g_return_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self));

  gtk_stack_set_visible_child_name (get_stack (self), "nothing");
}

/**
 * tambour_knowledge_detail_set_alone:
 * @self: what is chosen
 * @is_alone: whether the list that it belongs to is another page
 */
void
tambour_knowledge_detail_set_alone (TambourKnowledgeDetail *self,
                                    gboolean                is_alone)
{
  g_return_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self));

  self->is_alone = is_alone;
  if (self->note_pane != NULL)
    tambour_note_pane_set_alone (self->note_pane, is_alone);
  if (self->environment_pane != NULL)
    tambour_environment_pane_set_alone (self->environment_pane, is_alone);
}

/**
 * tambour_knowledge_detail_refresh:
 * @self: what is chosen
 *
 * Reads a note again that is shown; an environment does so by itself.
 */
void
tambour_knowledge_detail_refresh (TambourKnowledgeDetail *self)
{
  g_return_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self));

  if (shows (self, self->note_pane))
    tambour_note_pane_refresh (self->note_pane);
}

/**
 * tambour_knowledge_detail_focus:
 * @self: what is chosen
 *
 * Puts the keyboard into a note that is shown.
 */
void
tambour_knowledge_detail_focus (TambourKnowledgeDetail *self)
{
  g_return_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self));

  if (shows (self, self->note_pane))
    tambour_note_pane_focus (self->note_pane);
}

/**
 * tambour_knowledge_detail_edit:
 * @self: what is chosen
 *
 * Turns a note from reading to writing, or back; opens the form of an environment.
 *
 * Returns: %FALSE if nothing is chosen
 */
gboolean
tambour_knowledge_detail_edit (TambourKnowledgeDetail *self)
{
  g_return_val_if_fail (TAMBOUR_IS_KNOWLEDGE_DETAIL (self), FALSE);

  if (shows (self, self->note_pane))
    tambour_note_pane_turn (self->note_pane);
  else if (shows (self, self->environment_pane))
    gtk_widget_activate_action (GTK_WIDGET (self->environment_pane), "environment.edit", NULL);
  else
    return FALSE;

  return TRUE;
}
