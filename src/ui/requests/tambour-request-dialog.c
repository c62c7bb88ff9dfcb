/* tambour-request-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

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
static const struct
{
  const char *title;
  const char *save;
  const char *intro;
  const char *text;
  const char *label;
  const char *done;
} wordings[TAMBOUR_N_REQUEST_ASKS] = {
  [TAMBOUR_REQUEST_MOVE_DECLINE] = { N_("Decline Request"), N_("_Decline"), N_("Whoever asked for it is told the reason."),
                                     N_("Why"), N_("Decline request"), N_("The request is declined") },
  [TAMBOUR_REQUEST_MOVE_PLAN] = { N_("Release and Owner"), N_("_Save"), N_("For when the product team plans it, and who there has it."),
                                  N_("Note"), N_("Plan request"), N_("The request is planned") },
  [TAMBOUR_REQUEST_MOVE_MERGE] = { N_("Merge Request"), N_("_Merge"), N_("Choose the request that it is the same as: every quote goes there, and undo brings all back."),
                                   N_("Why They Are the Same"), N_("Merge requests"), N_("The requests are merged") },
};

static void
opened_free (TambourRequestOpened *opened)
{
  g_clear_object (&opened->request);
  g_clear_pointer (&opened->list, tambour_request_list_free);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestOpened, opened_free)

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_request_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);

  return tambour_draft_new_ask ("request", "feature_request", self->id, "", self->kind);
}

static JsonObject *
tambour_request_dialog_pack (TambourAskDialog *dialog)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  JsonObject *fields = json_object_new ();

  json_object_set_string_member (fields, "release", gtk_editable_get_text (self->release_row));
  json_object_set_string_member (fields, "owner", gtk_editable_get_text (self->owner_row));
  json_object_set_string_member (fields, "text", text);
  json_object_set_string_member (fields, "into", self->into ? self->into : "");

  return fields;
}

static char *
tambour_request_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static void
tambour_request_dialog_unpack (TambourAskDialog *dialog,
                               JsonObject       *fields)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);
  const char *into = json_object_get_string_member_with_default (fields, "into", "");

  gtk_editable_set_text (self->release_row, json_object_get_string_member_with_default (fields, "release", ""));
  gtk_editable_set_text (self->owner_row, json_object_get_string_member_with_default (fields, "owner", ""));
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (fields, "text", ""), -1);
  tambour_request_dialog_choose (self, *into ? into : NULL);
}

/* --- doing it ------------------------------------------------------------- */

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_request_move_fill (data, store, now, change, error);
}

static void
tambour_request_dialog_save (TambourAskDialog *dialog)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (dialog);
  const char *me = tambour_portfolio_get_me (tambour_ask_dialog_get_portfolio (dialog));
  TambourRequestMove *move = tambour_request_move_new (self->kind, self->id, me);

  g_set_str (&move->into, self->into);
  move->owner = g_strdup (gtk_editable_get_text (self->owner_row));
  move->text = self->kind == TAMBOUR_REQUEST_MOVE_PLAN ? g_strdup (gtk_editable_get_text (self->release_row))
                                                       : tambour_buffer_dup_text (self->buffer);
  tambour_ask_dialog_do (dialog, _(wordings[self->kind].label), fill_change, move, (GDestroyNotify) tambour_request_move_free);
}

static char *
tambour_request_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (_(wordings[TAMBOUR_REQUEST_DIALOG (dialog)->kind].done));
}

/* --- the dialog ------------------------------------------------------------- */

static void
tambour_request_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_REQUEST_DIALOG);

  G_OBJECT_CLASS (tambour_request_dialog_parent_class)->dispose (object);
}

static void
tambour_request_dialog_finalize (GObject *object)
{
  TambourRequestDialog *self = TAMBOUR_REQUEST_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->into, g_free);
  g_clear_pointer (&self->opened, opened_free);

  G_OBJECT_CLASS (tambour_request_dialog_parent_class)->finalize (object);
}

static void
tambour_request_dialog_class_init (TambourRequestDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_request_dialog_dispose;
  object_class->finalize = tambour_request_dialog_finalize;
  ask_class->new_draft = tambour_request_dialog_new_draft;
  ask_class->dup_draft_title = tambour_request_dialog_dup_draft_title;
  ask_class->pack = tambour_request_dialog_pack;
  ask_class->unpack = tambour_request_dialog_unpack;
  ask_class->save = tambour_request_dialog_save;
  ask_class->dup_done = tambour_request_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-request-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, plan_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, release_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, merge_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestDialog, error_label);
  tambour_request_dialog_bind_merge (widget_class);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_request_dialog_init (TambourRequestDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
}

static void
show_wording (TambourRequestDialog *self)
{
  gboolean is_plan = self->kind == TAMBOUR_REQUEST_MOVE_PLAN;
  gboolean is_merge = self->kind == TAMBOUR_REQUEST_MOVE_MERGE;

  adw_dialog_set_title (ADW_DIALOG (self), _(wordings[self->kind].title));
  adw_window_title_set_title (self->title, _(wordings[self->kind].title));
  gtk_button_set_label (self->save_button, _(wordings[self->kind].save));
  gtk_label_set_text (self->intro_label, _(wordings[self->kind].intro));
  gtk_label_set_text (self->text_label, _(wordings[self->kind].text));
  gtk_widget_set_visible (self->plan_list, is_plan);
  gtk_widget_set_visible (self->merge_box, is_merge);
  gtk_widget_set_visible (self->text_box, !is_plan);
  adw_dialog_set_focus (ADW_DIALOG (self), is_plan    ? GTK_WIDGET (self->release_row)
                                           : is_merge ? GTK_WIDGET (self->search_entry)
                                                      : self->text_view);
}

/* --- opening it -------------------------------------------------------------- */

typedef struct
{
  TambourRequestMoveKind  kind;
  char                   *id;
  char                   *key;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_clear_pointer (&wanted->id, g_free);
  g_clear_pointer (&wanted->key, g_free);
  g_free (wanted);
}

static gpointer
load_opened (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Wanted *wanted = data;
  g_autoptr(TambourRequestOpened) opened = g_new0 (TambourRequestOpened, 1);
  g_autofree char *text = tambour_store_dup_setting (store, wanted->key);

  if (!(opened->request = (TambourFeatureRequest *) tambour_store_get (store, tambour_kinds_find ("feature_request"), wanted->id, error)))
    return NULL;
  if (wanted->kind == TAMBOUR_REQUEST_MOVE_MERGE && !(opened->list = tambour_request_list_load (store, me, now, cancellable, error)))
    return NULL;

  opened->draft = text ? tambour_draft_unpack (wanted->key, text) : NULL;

  return g_steal_pointer (&opened);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRequestDialog) self = user_data;
  TambourFeatureRequest *request;

  self->opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);
  if (self->opened == NULL)
    return;

  request = self->opened->request;
  gtk_label_set_text (self->what_label, request->title ? request->title : "");
  gtk_editable_set_text (self->release_row, request->target_release ? request->target_release : "");
  gtk_editable_set_text (self->owner_row, request->product_owner ? request->product_owner : "");
  if (self->opened->list != NULL)
    tambour_request_dialog_show_candidates (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), self->opened->draft);
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
  Wanted *wanted = NULL;

  g_return_if_fail (kind < TAMBOUR_N_REQUEST_ASKS);

  self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_REQUEST_DIALOG, NULL));
  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  show_wording (self);

  wanted = g_new0 (Wanted, 1);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  wanted->key = tambour_ask_dialog_dup_key (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), load_opened, wanted, (GDestroyNotify) wanted_free,
                                 (GDestroyNotify) opened_free, opened_cb);
}
