/* tambour-request-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-buffer.h"
#include "tambour-kinds.h"
#include "tambour-request-dialog-private.h"

/**
 * TambourRequestDialog:
 *
 * Asks why a request is declined, for when it is planned, or which other one it is the
 * same as, and writes it down.
 */
G_DEFINE_FINAL_TYPE (TambourRequestDialog, tambour_request_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. */
static const TambourAskWording wordings[TAMBOUR_N_REQUEST_ASKS] = {
  [TAMBOUR_REQUEST_MOVE_DECLINE] = { "feature_request", N_("Decline Request"), N_("_Decline"), N_("Whoever asked for it is told the reason."),
                                     N_("Why"), N_("Decline request"), N_("The request is declined") },
  [TAMBOUR_REQUEST_MOVE_PLAN] = { "feature_request", N_("Release and Owner"), N_("_Save"), N_("For when the product team plans it, and who there has it."),
                                  N_("Note"), N_("Plan request"), N_("The request is planned") },
  [TAMBOUR_REQUEST_MOVE_MERGE] = { "feature_request", N_("Merge Request"), N_("_Merge"), N_("Choose the request that it is the same as: every quote goes there, and undo brings all back."),
                                   N_("Why They Are the Same"), N_("Merge requests"), N_("The requests are merged") },
};

static void
opened_free (TambourRequestOpened *opened)
{
  g_clear_object (&opened->request);
  g_clear_pointer (&opened->list, tambour_request_list_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestOpened, opened_free)

static gpointer
load_opened (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const TambourAsked *wanted = data;
  g_autoptr(TambourRequestOpened) opened = g_new0 (TambourRequestOpened, 1);

  if (!(opened->request = (TambourFeatureRequest *) tambour_store_get (store, tambour_kinds_find ("feature_request"), wanted->id, error)))
    return NULL;
  if (wanted->kind == TAMBOUR_REQUEST_MOVE_MERGE && !(opened->list = tambour_request_list_load (store, me, now, cancellable, error)))
    return NULL;

  return g_steal_pointer (&opened);
}

/* --- the draft ------------------------------------------------------------ */

static void
tambour_request_dialog_pack (TambourAskDialog *dialog,
                             JsonObject       *fields)
{
  const char *into = TAMBOUR_REQUEST_DIALOG (dialog)->into;

  json_object_set_string_member (fields, "into", into ? into : "");
}

static void
tambour_request_dialog_unpack (TambourAskDialog *dialog,
                               JsonObject       *fields)
{
  const char *into = json_object_get_string_member_with_default (fields, "into", "");

  tambour_request_dialog_choose (TAMBOUR_REQUEST_DIALOG (dialog), *into ? into : NULL);
}

static gpointer
tambour_request_dialog_read_move (TambourAskDialog *dialog)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);
  TambourRequestMove *move = tambour_request_move_new (self->kind, self->asked->id, tambour_portfolio_get_me (tambour_ask_dialog_get_portfolio (dialog)));

  g_set_str (&move->into, self->into);
  move->owner = g_strdup (gtk_editable_get_text (self->owner_row));
  move->text = self->kind == TAMBOUR_REQUEST_MOVE_PLAN ? g_strdup (gtk_editable_get_text (self->release_row))
                                                       : tambour_buffer_dup_text (self->buffer);

  return move;
}

/* --- the dialog ------------------------------------------------------------- */

static void
tambour_request_dialog_show (TambourAskDialog *dialog,
                             gpointer          loaded)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);
  TambourFeatureRequest *request;

  self->opened = loaded;
  request = self->opened->request;
  tambour_ask_dialog_say_what (dialog, request->title);
  gtk_editable_set_text (self->release_row, request->target_release ? request->target_release : "");
  gtk_editable_set_text (self->owner_row, request->product_owner ? request->product_owner : "");
  if (self->opened->list != NULL)
    tambour_request_dialog_show_candidates (self);
}

static void
tambour_request_dialog_finalize (GObject *object)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (object);

  g_clear_pointer (&self->into, g_free);

  G_OBJECT_CLASS (tambour_request_dialog_parent_class)->finalize (object);
}

static void
tambour_request_dialog_class_init (TambourRequestDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->finalize = tambour_request_dialog_finalize;
  ask_class->family = "request";
  ask_class->pack = tambour_request_dialog_pack;
  ask_class->unpack = tambour_request_dialog_unpack;
  ask_class->load = load_opened;
  ask_class->free_loaded = (GDestroyNotify) opened_free;
  ask_class->show = tambour_request_dialog_show;
  ask_class->read_move = tambour_request_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_request_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_request_move_free;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-request-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, plan_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, release_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, merge_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, buffer);
  tambour_request_dialog_bind_merge (widget_class);
  tambour_ask_dialog_bind (widget_class, "what_label", "text_label", NULL);
}

static void
tambour_request_dialog_init (TambourRequestDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "release", self->release_row, "owner", self->owner_row, "text", self->buffer, NULL);
}

static void
show_rows (TambourRequestDialog *self)
{
  gboolean is_plan = self->kind == TAMBOUR_REQUEST_MOVE_PLAN;
  gboolean is_merge = self->kind == TAMBOUR_REQUEST_MOVE_MERGE;

  gtk_widget_set_visible (self->plan_list, is_plan);
  gtk_widget_set_visible (self->merge_box, is_merge);
  gtk_widget_set_visible (self->text_box, !is_plan);
  adw_dialog_set_focus (ADW_DIALOG (self), is_plan    ? GTK_WIDGET (self->release_row)
                                           : is_merge ? GTK_WIDGET (self->search_entry)
                                                      : self->text_view);
}

/**
 * tambour_request_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: the #TambourRequestMoveKind, one that asks for something
 * @id: the request
 * @account_id: (nullable): not needed: it is of all who asked for it
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_request_dialog_present (GtkWidget        *asked_by,
                                TambourPortfolio *portfolio,
                                guint             kind,
                                const char       *id,
                                const char       *account_id)
{
  TambourRequestDialog *self = NULL;

  g_return_if_fail (kind < TAMBOUR_N_REQUEST_ASKS);

  self = g_object_new (TAMBOUR_TYPE_REQUEST_DIALOG, NULL);
  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind], kind, id, NULL);
  show_rows (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
