/* tambour-ask-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ask-dialog-private.h"
#include "tambour-ask-rows.h"
#include "tambour-feedback.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"
#include "tambour-when.h"

/**
 * TambourAskDialog:
 *
 * Asks what has to be known before something can be done, and does it. Stays open
 * when it cannot be, and says why; what is typed is kept as a draft until it is done.
 * What is as it was at first is no draft.
 */
typedef struct
{
  TambourPortfolio        *portfolio;
  GtkWidget               *asked_by;
  GCancellable            *cancellable;
  TambourAsked             asked;
  const TambourAskWording *wording;
  gpointer                 loaded;       /* what the class read before it opened */
  GArray                  *kept;         /* of TambourAskRow, in the order in which they are shown */
  char                    *untouched;    /* what it said at first; NULL until it is open */
  gboolean                 is_filling;

  /* Of the template of the one that asks */
  AdwWindowTitle          *title;
  GtkButton               *save_button;
  GtkWidget               *main;
  GtkLabel                *intro_label;
  GtkLabel                *error_label;
  GtkLabel                *what_label;   /* NULL where there is none, as the next one */
  GtkLabel                *text_label;
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

static JsonObject *
pack (TambourAskDialog *self)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  JsonObject *fields = json_object_new ();

  for (guint i = 0; i < priv->kept->len; i++)
    tambour_ask_row_pack (&g_array_index (priv->kept, TambourAskRow, i), fields);
  if (TAMBOUR_ASK_DIALOG_GET_CLASS (self)->pack != NULL)
    TAMBOUR_ASK_DIALOG_GET_CLASS (self)->pack (self, fields);

  return fields;
}

static void
unpack (TambourAskDialog *self,
        JsonObject       *fields)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  for (guint i = 0; i < priv->kept->len; i++)
    tambour_ask_row_unpack (&g_array_index (priv->kept, TambourAskRow, i), fields);
  if (TAMBOUR_ASK_DIALOG_GET_CLASS (self)->unpack != NULL)
    TAMBOUR_ASK_DIALOG_GET_CLASS (self)->unpack (self, fields);
}

static char *
dup_packed (TambourAskDialog *self)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, pack (self));

  return json_to_string (node, FALSE);
}

static char *
dup_key (TambourAskDialog *self)
{
  g_autoptr(TambourDraft) draft = TAMBOUR_ASK_DIALOG_GET_CLASS (self)->new_draft (self);

  return g_strdup (draft->key);
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
  draft->fields = pack (self);
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
  unpack (self, draft->fields);
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

  key = dup_key (self);
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
  TambourAskDialog *self = TAMBOUR_ASK_DIALOG (widget);
  TambourAskDialogClass *klass = TAMBOUR_ASK_DIALOG_GET_CLASS (self);
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autoptr(TambourChange) change = NULL;
  gpointer move = klass->read_move (self);
  TambourAskMaking *making;

  if (move == NULL)
    return;

  making = g_new0 (TambourAskMaking, 1);
  making->move = move;
  making->make = klass->make_move;
  making->free_move = klass->free_move;
  change = tambour_portfolio_new_change (priv->portfolio, priv->wording->label ? _(priv->wording->label) : _(priv->wording->title));
  set_saving (self, TRUE);
  tambour_fill_async (priv->portfolio, change, tambour_ask_making_fill, making, (GDestroyNotify) tambour_ask_making_free, priv->cancellable, saved_cb,
                      g_object_ref (self));
}

/* --- what need not be said otherwise --------------------------------------- */

static TambourDraft *
tambour_ask_dialog_new_draft (TambourAskDialog *self)
{
  const TambourAsked *asked = &get_priv (self)->asked;

  return tambour_draft_new_ask (TAMBOUR_ASK_DIALOG_GET_CLASS (self)->family, get_priv (self)->wording->kind, asked->id ? asked->id : asked->account_id,
                                asked->account_id ? asked->account_id : "", asked->kind);
}

static char *
tambour_ask_dialog_dup_draft_title (TambourAskDialog *self)
{
  return g_strdup_printf ("%s: %s", _(get_priv (self)->wording->title), gtk_label_get_text (get_priv (self)->what_label));
}

/* Whatever cannot be read is marked where that is tried. */
static void
tambour_ask_dialog_check (TambourAskDialog *self)
{
  TambourAskDialogClass *klass = TAMBOUR_ASK_DIALOG_GET_CLASS (self);
  gpointer move = klass->read_move (self);

  if (move != NULL)
    klass->free_move (move);
}

static char *
tambour_ask_dialog_dup_done (TambourAskDialog *self)
{
  return g_strdup (_(get_priv (self)->wording->done));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_ask_dialog_closed (AdwDialog *dialog)
{
  TambourAskDialog *self = TAMBOUR_ASK_DIALOG (dialog);
  g_autofree char *key = dup_key (self);

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
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));

  G_OBJECT_CLASS (tambour_ask_dialog_parent_class)->dispose (object);
}

static void
tambour_ask_dialog_finalize (GObject *object)
{
  TambourAskDialogPrivate *priv = get_priv (TAMBOUR_ASK_DIALOG (object));

  if (priv->loaded != NULL)
    TAMBOUR_ASK_DIALOG_GET_CLASS (object)->free_loaded (priv->loaded);
  tambour_asked_clear (&priv->asked);
  g_clear_pointer (&priv->kept, g_array_unref);
  g_clear_pointer (&priv->untouched, g_free);

  G_OBJECT_CLASS (tambour_ask_dialog_parent_class)->finalize (object);
}

static void
tambour_ask_dialog_class_init (TambourAskDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_ask_dialog_dispose;
  object_class->finalize = tambour_ask_dialog_finalize;
  klass->new_draft = tambour_ask_dialog_new_draft;
  klass->dup_draft_title = tambour_ask_dialog_dup_draft_title;
  klass->check = tambour_ask_dialog_check;
  klass->dup_done = tambour_ask_dialog_dup_done;
  ADW_DIALOG_CLASS (klass)->closed = tambour_ask_dialog_closed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "ask.save", NULL, save_action);
}

static void
tambour_ask_dialog_init (TambourAskDialog *self)
{
  get_priv (self)->cancellable = g_cancellable_new ();
  get_priv (self)->kept = g_array_new (FALSE, FALSE, sizeof (TambourAskRow));
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("ask.save"));
}

/**
 * tambour_ask_dialog_bind:
 * @widget_class: the class of a dialog that asks, with its template
 * @name: (nullable): `what_label` or `text_label`, if the template has it
 * @...: the other one, and %NULL
 *
 * Binds `changed_cb`, which the template calls for whatever is typed or chosen, and what
 * each template has: `title`, `save_button`, `main`, `intro_label` and `error_label`.
 */
void
tambour_ask_dialog_bind (GtkWidgetClass *widget_class,
                         const char     *name,
                         ...)
{
  static const char * const names[] = { "title", "save_button", "main", "intro_label", "error_label" };
  va_list more;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE, 0);
  va_start (more, name);
  for (const char *one = name; one != NULL; one = va_arg (more, const char *))
    gtk_widget_class_bind_template_child_full (widget_class, one, FALSE, 0);
  va_end (more);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static gpointer
get_child (TambourAskDialog *self,
           const char       *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), name);
}

/**
 * tambour_ask_dialog_init_template:
 * @self: a dialog that asks
 *
 * Makes what its template says.
 */
void
tambour_ask_dialog_init_template (TambourAskDialog *self)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->title = get_child (self, "title");
  priv->save_button = get_child (self, "save_button");
  priv->main = get_child (self, "main");
  priv->intro_label = get_child (self, "intro_label");
  priv->error_label = get_child (self, "error_label");
  priv->what_label = get_child (self, "what_label");
  priv->text_label = get_child (self, "text_label");
}

/**
 * tambour_ask_dialog_keep:
 * @self: a dialog that asks, whose template is there
 * @name: a member of the draft
 * @...: the row that it is of: an entry, a combo, a switch, or a text buffer; then more
 *   members and rows, and %NULL
 *
 * What is typed there is in the draft. It is shown in this order.
 */
void
tambour_ask_dialog_keep (TambourAskDialog *self,
                         const char       *name,
                         ...)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  va_list rows;

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  va_start (rows, name);
  for (const char *one = name; one != NULL; one = va_arg (rows, const char *))
    {
      TambourAskRow kept = { one, va_arg (rows, gpointer), NULL };

      g_array_append_val (priv->kept, kept);
    }
  va_end (rows);
}

/**
 * tambour_ask_dialog_keep_chosen:
 * @self: a dialog that asks, which is not open yet
 * @name: a member of the draft
 * @row: the row that it is of, whose first choice is none
 * @records: (element-type TambourRecord): what the others are, as long as the dialog
 *
 * Which of them is chosen there is in the draft.
 */
void
tambour_ask_dialog_keep_chosen (TambourAskDialog *self,
                                const char       *name,
                                AdwComboRow      *row,
                                GPtrArray        *records)
{
  TambourAskRow kept = { name, row, records };

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  g_array_append_val (get_priv (self)->kept, kept);
}

static void
show_wording (TambourAskDialog *self)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  const TambourAskWording *wording = priv->wording;

  adw_dialog_set_title (ADW_DIALOG (self), _(wording->title));
  adw_window_title_set_title (priv->title, _(wording->title));
  gtk_button_set_label (priv->save_button, _(wording->save));
  gtk_label_set_text (priv->intro_label, wording->intro ? _(wording->intro) : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->intro_label), wording->intro != NULL);
  if (priv->text_label != NULL)
    gtk_label_set_text (priv->text_label, wording->text ? _(wording->text) : "");
}

/**
 * tambour_ask_dialog_prepare:
 * @self: a dialog that asks, new and floating
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @wording: what the question is called
 * @kind: which question of its family
 * @id: (nullable): the record that it is about
 * @account_id: (nullable): the customer
 *
 * Takes it, and shows what the question is called.
 *
 * Returns: (transfer none): what is asked about
 */
const TambourAsked *
tambour_ask_dialog_prepare (TambourAskDialog        *self,
                            GtkWidget               *asked_by,
                            TambourPortfolio        *portfolio,
                            const TambourAskWording *wording,
                            guint                    kind,
                            const char              *id,
                            const char              *account_id)
{
  TambourAskDialogPrivate *priv = get_priv (self);

  g_return_val_if_fail (TAMBOUR_IS_ASK_DIALOG (self), NULL);

  g_object_ref_sink (self);
  g_set_object (&priv->asked_by, asked_by);
  g_set_object (&priv->portfolio, portfolio);
  priv->wording = wording;
  priv->asked = (TambourAsked) { kind, g_strdup (id), g_strdup (account_id) };
  show_wording (self);

  return &priv->asked;
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
 * tambour_ask_dialog_get_today:
 * @self: a dialog that asks
 *
 * Returns: the day that is "today" where the program runs
 */
TambourDate
tambour_ask_dialog_get_today (TambourAskDialog *self)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_zone_date_of (here, tambour_portfolio_now (tambour_ask_dialog_get_portfolio (self)));
}

/* Never a dialog over a dialog, nor in a window that has gone meanwhile. */
static gboolean
can_present (TambourAskDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (get_priv (self)->asked_by);

  return root != NULL &&
         (!ADW_IS_APPLICATION_WINDOW (root) || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL);
}

/* Opens it with what was typed and not done before. Memory knows that before the file. */
static void
present (TambourAskDialog   *self,
         const TambourDraft *stored)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autofree char *key = dup_key (self);
  gboolean is_known;
  g_autoptr(TambourDraft) draft = tambour_draft_keeper_dup (get_keeper (self), key, &is_known);

  priv->untouched = dup_packed (self);
  show_draft (self, is_known ? draft : stored);
  adw_dialog_present (ADW_DIALOG (self), priv->asked_by);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourAskDialog) self = user_data;
  TambourAskDialogPrivate *priv = get_priv (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAskLoading) loading = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (loading == NULL)
    {
      tambour_feedback_fail (priv->asked_by, error);
      return;
    }

  priv->loaded = g_steal_pointer (&loading->loaded);
  TAMBOUR_ASK_DIALOG_GET_CLASS (self)->show (self, priv->loaded);
  if (can_present (self))
    present (self, loading->draft);
}

/**
 * tambour_ask_dialog_open:
 * @self: (transfer full): a dialog that asks, prepared, in which nothing is typed
 *
 * Reads what it needs, and opens it with what was typed and not done before, unless
 * there is a dialog already. Says why, where it cannot be read.
 */
void
tambour_ask_dialog_open (TambourAskDialog *self)
{
  TambourAskDialogPrivate *priv = get_priv (self);
  TambourAskDialogClass *klass = TAMBOUR_ASK_DIALOG_GET_CLASS (self);
  TambourAskLoading *wanted;

  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  wanted = g_new0 (TambourAskLoading, 1);
  wanted->load = klass->load;
  wanted->free_loaded = klass->free_loaded;
  wanted->asked = (TambourAsked) { priv->asked.kind, g_strdup (priv->asked.id), g_strdup (priv->asked.account_id) };
  wanted->key = dup_key (self);
  tambour_portfolio_load_async (priv->portfolio, tambour_ask_loading_run, wanted, (GDestroyNotify) tambour_ask_loading_free, (GDestroyNotify) tambour_ask_loading_free,
                                priv->cancellable, loaded_cb, self);
}

/**
 * tambour_ask_dialog_say_what:
 * @self: a dialog that asks, with a `what_label`
 * @what: (nullable): what it is about
 */
void
tambour_ask_dialog_say_what (TambourAskDialog *self,
                             const char       *what)
{
  g_return_if_fail (TAMBOUR_IS_ASK_DIALOG (self));

  gtk_label_set_text (get_priv (self)->what_label, what ? what : "");
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
