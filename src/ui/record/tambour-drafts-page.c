/* tambour-drafts-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-draft-keeper.h"
#include "tambour-drafts-page.h"
#include "tambour-feedback.h"
#include "tambour-kind-words.h"
#include "tambour-kinds.h"
#include "tambour-record-row.h"
#include "tambour-record-words.h"
#include "tambour-when.h"

/**
 * TambourDraftsPage:
 *
 * All that was typed in forms and is neither saved nor discarded.
 */
struct _TambourDraftsPage
{
  TambourPage   parent_instance;

  GPtrArray    *drafts;
  GCancellable *loading;

  /* Template widgets */
  GtkStack     *stack;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (TambourDraftsPage, tambour_drafts_page, TAMBOUR_TYPE_PAGE)

static TambourDraftKeeper *
get_keeper (TambourDraftsPage *self)
{
  return tambour_draft_keeper_get (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static void
discarded_undo_cb (AdwToast *toast,
                   gpointer  user_data)
{
  TambourDraftsPage *self = user_data;
  const TambourDraft *draft = g_object_get_data (G_OBJECT (toast), "draft");

  tambour_draft_keeper_keep (get_keeper (self), draft);
}

/* The portfolio forgets it, but for the toast. */
static void
discard (TambourDraftsPage *self,
         guint              position)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (GTK_WIDGET (self));
  TambourDraft *draft = g_ptr_array_steal_index (self->drafts, position);
  AdwToast *toast = adw_toast_new (_("Draft discarded"));

  tambour_draft_keeper_discard (get_keeper (self), draft->key);
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "draft", draft, (GDestroyNotify) tambour_draft_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (discarded_undo_cb), self, 0);

  if (overlay == NULL)
    {
      g_object_unref (toast);
      return;
    }

  adw_toast_overlay_dismiss_all (overlay);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
discard_clicked_cb (TambourDraftsPage *self,
                    GtkWidget         *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  discard (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static GtkWidget *
new_row (TambourDraftsPage  *self,
         const TambourDraft *draft)
{
  const TambourKindWords *words = tambour_kind_get_words (tambour_kinds_find (draft->kind));
  TambourInstant now = tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
  g_autofree char *when = tambour_words_moment (draft->at, now);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *child = tambour_record_row_new ();
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "user-trash-symbolic",
                                    "tooltip-text", _("Discard This Draft"),
                                    "valign", GTK_ALIGN_CENTER,
                                    "margin-end", 6,
                                    "css-classes", (const char *[]) { "flat", NULL },
                                    NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  g_autofree char *name = NULL;

  tambour_record_row_show_text (TAMBOUR_RECORD_ROW (child), draft->title, draft->id ? _(words->title) : _(words->add), when);
  name = tambour_record_row_dup_name (TAMBOUR_RECORD_ROW (child));
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), child);
  gtk_box_append (GTK_BOX (box), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (discard_clicked_cb), self);

  return row;
}

static void
show_drafts (TambourDraftsPage *self)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->drafts->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->drafts, i)));

  gtk_stack_set_visible_child_name (self->stack, self->drafts->len > 0 ? "list" : "empty");
}

static gpointer
load_drafts (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return tambour_drafts_list (store, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourDraftsPage) self = user_data;
  g_autoptr(GPtrArray) stored = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (stored == NULL)
    return;

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = tambour_draft_keeper_merge (get_keeper (self), stored);
  show_drafts (self);
}

static void
tambour_drafts_page_refresh (TambourPage *page)
{
  TambourDraftsPage *self = TAMBOUR_DRAFTS_PAGE (page);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_drafts, NULL, NULL,
                                (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb, g_object_ref (self));
}

static void
draft_changed_cb (TambourDraftsPage *self)
{
  tambour_page_invalidate (TAMBOUR_PAGE (self));
}

/* What is asked about nothing that is there yet is of its account. */
static void
ask (TambourDraftsPage  *self,
     const TambourDraft *draft,
     const char         *family,
     guint               move)
{
  g_autofree char *action = g_strconcat ("win.ask-", family, NULL);
  const char *account_id = draft->account_id ? draft->account_id : "";

  gtk_widget_activate_action (GTK_WIDGET (self), action, "(uss)", move,
                              g_strcmp0 (draft->id, account_id) == 0 ? "" : draft->id, account_id);
}

static void
row_activated_cb (TambourDraftsPage *self,
                  GtkListBoxRow     *row)
{
  const TambourDraft *draft = g_ptr_array_index (self->drafts, gtk_list_box_row_get_index (row));
  const char *family;
  guint move, step;

  if (tambour_draft_is_move (draft, &move))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.move-case", "(su)", draft->id, move);
  else if (tambour_draft_is_conflict (draft))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.resolve-record", "s", draft->id);
  else if (tambour_draft_is_prep (draft))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.prep-sheet", "(ss)", draft->account_id, draft->id ? draft->id : "");
  else if (tambour_draft_is_step (draft, &step))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.ask-step", "(ssu)", draft->kind, draft->id, step);
  else if (tambour_draft_is_ask (draft, &family, &move))
    ask (self, draft, family, move);
  else if (tambour_draft_is_call (draft))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.log-call-with", "s", draft->account_id);
  else if (tambour_draft_is_text (draft) && draft->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", draft->kind, draft->id);
  else if (draft->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(ss)", draft->kind, draft->id);
  else if (tambour_draft_get_within (draft) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-record-within", "(sss)", draft->kind,
                                draft->account_id ? draft->account_id : "", tambour_draft_get_within (draft));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-record", "(ss)", draft->kind, draft->account_id ? draft->account_id : "");
}

static void
tambour_drafts_page_dispose (GObject *object)
{
  TambourDraftsPage *self = TAMBOUR_DRAFTS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_DRAFTS_PAGE);

  G_OBJECT_CLASS (tambour_drafts_page_parent_class)->dispose (object);
}

static void
tambour_drafts_page_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_DRAFTS_PAGE (object)->drafts, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_drafts_page_parent_class)->finalize (object);
}

static void
tambour_drafts_page_class_init (TambourDraftsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_drafts_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_drafts_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_drafts_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-drafts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourDraftsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourDraftsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_drafts_page_init (TambourDraftsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_drafts_page_new:
 * @portfolio: a portfolio
 *
 * Returns: (transfer floating): a page of its drafts
 */
TambourDraftsPage *
tambour_drafts_page_new (TambourPortfolio *portfolio)
{
  TambourDraftsPage *self = g_object_new (TAMBOUR_TYPE_DRAFTS_PAGE, NULL);

  g_signal_connect_object (tambour_draft_keeper_get (portfolio), "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
