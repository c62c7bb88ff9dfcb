/* tambour-ask-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ask-dialog.h"
#include "tambour-feedback.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"

/**
 * TambourAskDialog:
 *
 * Asks what has to be known before something can be done, and does it. Stays open
 * when it cannot be, and says why; what is typed is kept as a draft until it is done.
 * What is as it was at first is no draft.
 */
typedef struct
{
  TambourPortfolio *portfolio;
  GtkWidget        *asked_by;
  GCancellable     *cancellable;
  char             *untouched;    /* what it said at first; NULL until it is open */
  gboolean          is_filling;

  /* Of the template of the one that asks */
  AdwWindowTitle   *title;
  GtkWidget        *main;
  GtkLabel         *error_label;
} TambourAskDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourAskDialog, tambour_ask_dialog, ADW_TYPE_DIALOG)

static TambourAskDialogPrivate *
get_priv (TambourAskDialog *self)
{
  return tambour_ask_dialog_get_instance_private (self);
}

static TambourDraftKeeper *
get_keeper (TambourAskDialog *self)
{
  return tambour_draft_keeper_get (get_priv (self)->portfolio);
}

/* --- the draft ------------------------------------------------------------- */

static char *
dup_packed (TambourAskDialog *self)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, TAMBOUR_ASK_DIALOG_GET_CLASS (self)->pack (self));

  return json_to_string (node, FALSE);
}

static void
keep_draft (TambourAskDialog *self)
{
  TambourAskDialogClass *klass = TAMBOUR_ASK_DIALOG_GET_CLASS (self);
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autoptr(TambourDraft) draft = klass->new_draft (self);
  g_autofree char *packed = dup_packed (self);

  if (g_str_equal (packed, priv->untouched))
    {
      tambour_draft_keeper_discard (get_keeper (self), draft->key);
      adw_window_title_set_subtitle (priv->title, "");
      return;
    }

  draft->title = klass->dup_draft_title (self);
  draft->at = tambour_portfolio_now (priv->portfolio);
  draft->fields = klass->pack (self);
  tambour_draft_keeper_keep (get_keeper (self), draft);
  adw_window_title_set_subtitle (priv->title, _("Draft kept on this computer"));
}

static void
show_draft (TambourAskDialog   *self,
            const TambourDraft *draft)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  if (draft == NULL)
    return;

  priv->is_filling = TRUE;
  TAMBOUR_ASK_DIALOG_GET_CLASS (self)->unpack (self, draft->fields);
  adw_window_title_set_subtitle (priv->title, _("From your draft"));
  priv->is_filling = FALSE;
}

static void
changed_cb (TambourAskDialog *self)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  if (priv->is_filling || priv->untouched == NULL)
    return;

  keep_draft (self);
  tambour_ask_dialog_say (self, NULL);
  if (TAMBOUR_ASK_DIALOG_GET_CLASS (self)->check != NULL)
    TAMBOUR_ASK_DIALOG_GET_CLASS (self)->check (self);
}

/* --- doing it -------------------------------------------------------------- */

static void
set_saving (TambourAskDialog *self,
            gboolean          is_saving)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ask.save", !is_saving);
  tambour_saving_set (get_priv (self)->main, is_saving);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourAskDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *key = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      words = tambour_feedback_dup_reason (error);
      set_saving (self, FALSE);
      tambour_ask_dialog_say (self, words);
      return;
    }

  key = tambour_ask_dialog_dup_key (self);
  words = TAMBOUR_ASK_DIALOG_GET_CLASS (self)->dup_done (self);
  tambour_draft_keeper_discard (get_keeper (self), key);
  tambour_feedback_offer_undo (get_priv (self)->asked_by, words);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TAMBOUR_ASK_DIALOG_GET_CLASS (widget)->save (TAMBOUR_ASK_DIALOG (widget));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_ask_dialog_closed (AdwDialog *dialog)
{
  TambourAskDialog *self = TAMBOUR_ASK_DIALOG (dialog);
  g_autofree char *key = tambour_ask_dialog_dup_key (self);

  g_cancellable_cancel (get_priv (self)->cancellable);
  tambour_draft_keeper_hurry (get_keeper (self), key);
}

static void
tambour_ask_dialog_dispose (GObject *object)
{
  TambourAskDialogPrivate *priv = get_priv (TAMBOUR_ASK_DIALOG (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->portfolio);
  g_clear_object (&priv->asked_by);

  G_OBJECT_CLASS (tambour_ask_dialog_parent_class)->dispose (object);
}

static void
tambour_ask_dialog_finalize (GObject *object)
{
  g_clear_pointer (&get_priv (TAMBOUR_ASK_DIALOG (object))->untouched, g_free);

  G_OBJECT_CLASS (tambour_ask_dialog_parent_class)->finalize (object);
}

static void
tambour_ask_dialog_class_init (TambourAskDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_ask_dialog_dispose;
  object_class->finalize = tambour_ask_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_ask_dialog_closed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "ask.save", NULL, save_action);
}

static void
tambour_ask_dialog_init (TambourAskDialog *self)
{
  get_priv (self)->cancellable = g_cancellable_new ();
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("ask.save"));
}

/**
 * tambour_ask_dialog_bind:
 * @widget_class: the class of a dialog that asks, with its template
 *
 * Binds `changed_cb`, which the template calls for whatever is typed or chosen.
 */
void
tambour_ask_dialog_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/**
 * tambour_ask_dialog_set_parts:
 * @self: a dialog that asks, whose template is there
 * @title: its title, which says whether there is a draft
 * @main: what cannot be used while it is done
 * @error_label: where it says what is wrong
 */
void
tambour_ask_dialog_set_parts (TambourAskDialog *self,
                              AdwWindowTitle   *title,
                              GtkWidget        *main,
                              GtkLabel         *error_label)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  priv->title = title;
  priv->main = main;
  priv->error_label = error_label;
}

/**
 * tambour_ask_dialog_prepare:
 * @self: a dialog that asks
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 */
void
tambour_ask_dialog_prepare (TambourAskDialog *self,
                            GtkWidget        *asked_by,
                            TambourPortfolio *portfolio)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  g_set_object (&priv->asked_by, asked_by);
  g_set_object (&priv->portfolio, portfolio);
}

/**
 * tambour_ask_dialog_get_portfolio:
 * @self: a dialog that asks
 *
 * Returns: (transfer none): its portfolio
 */
TambourPortfolio *
tambour_ask_dialog_get_portfolio (TambourAskDialog *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ASK_DIALOG (self), NULL);

  return get_priv (self)->portfolio;
}

/**
 * tambour_ask_dialog_dup_key:
 * @self: a dialog that asks
 *
 * Returns: (transfer full): the key of its draft
 */
char *
tambour_ask_dialog_dup_key (TambourAskDialog *self)
{
  g_autoptr(TambourDraft) draft = TAMBOUR_ASK_DIALOG_GET_CLASS (self)->new_draft (self);

  return g_strdup (draft->key);
}

/**
 * tambour_ask_dialog_load_async:
 * @self: (transfer full): a dialog that asks, prepared
 * @func: reads what has to be there before it opens, on a thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees what @func returns
 * @callback: called when done, with @self, which it owns
 */
void
tambour_ask_dialog_load_async (TambourAskDialog    *self,
                               TambourLoadFunc      func,
                               gpointer             data,
                               GDestroyNotify       free_data,
                               GDestroyNotify       free_result,
                               GAsyncReadyCallback  callback)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  tambour_portfolio_load_async (priv->portfolio, func, data, free_data, free_result, priv->cancellable, callback, self);
}

/* Never a dialog over a dialog, nor in a window that has gone meanwhile. */
static gboolean
can_present (TambourAskDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (get_priv (self)->asked_by);

  return root != NULL &&
         (!ADW_IS_APPLICATION_WINDOW (root) || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL);
}

/**
 * tambour_ask_dialog_load_finish:
 * @self: a dialog that asks
 * @result: what the callback was given
 *
 * Says why, where it cannot be read.
 *
 * Returns: (transfer full) (nullable): what was read, to be shown before
 *   tambour_ask_dialog_open()
 */
gpointer
tambour_ask_dialog_load_finish (TambourAskDialog *self,
                                GAsyncResult     *result)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autoptr(GError) error = NULL;
  gpointer loaded = tambour_portfolio_load_finish (priv->portfolio, result, &error);

  if (loaded == NULL)
    tambour_feedback_fail (priv->asked_by, error);

  return loaded;
}

/**
 * tambour_ask_dialog_open:
 * @self: a dialog that asks, in which nothing is typed
 * @stored: (nullable): the draft that the portfolio has of it
 *
 * Opens it with what was typed and not done before, unless there is a dialog already.
 */
void
tambour_ask_dialog_open (TambourAskDialog   *self,
                         const TambourDraft *stored)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autofree char *key = NULL;
  g_autoptr(TambourDraft) draft = NULL;
  gboolean is_known;

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  if (!can_present (self))
    return;

  /* Memory knows it before the file. */
  key = tambour_ask_dialog_dup_key (self);
  draft = tambour_draft_keeper_dup (get_keeper (self), key, &is_known);
  priv->untouched = dup_packed (self);
  show_draft (self, is_known ? draft : stored);
  adw_dialog_present (ADW_DIALOG (self), priv->asked_by);
}

/**
 * tambour_ask_dialog_say:
 * @self: a dialog that asks
 * @sentence: (nullable): what is wrong, or %NULL
 */
void
tambour_ask_dialog_say (TambourAskDialog *self,
                        const char       *sentence)
{
  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  gtk_label_set_text (get_priv (self)->error_label, sentence ? sentence : "");
}

/**
 * tambour_ask_dialog_do:
 * @self: a dialog that asks
 * @label: what it is called in the history
 * @func: fills the change, on a thread
 * @data: for @func
 * @free_data: frees @data
 *
 * Does it, and closes; or says why it cannot be done.
 */
void
tambour_ask_dialog_do (TambourAskDialog *self,
                       const char       *label,
                       TambourFillFunc   func,
                       gpointer          data,
                       GDestroyNotify    free_data)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autoptr(TambourChange) change = NULL;

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  change = tambour_portfolio_new_change (priv->portfolio, label);
  set_saving (self, TRUE);
  tambour_fill_async (priv->portfolio, change, func, data, free_data, priv->cancellable, saved_cb, g_object_ref (self));
}
