/* tambour-server-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-server-page.h"

#include "tambour-connection.h"

/**
 * TambourServerPage:
 *
 * Where a team’s database is, and how one signs in there. The password is typed anew
 * or stays as it is kept.
 */
struct _TambourServerPage
{
  AdwPreferencesPage  parent_instance;

  TambourServer       files;       /* those of its members that no entry shows */
  GCancellable       *cancellable;
  gboolean            is_kept;     /* the password or token: a portfolio has the server already */
  gboolean            is_filling;

  /* Template widgets */
  GtkEditable        *address_row;
  AdwComboRow        *sign_in_row;
  GtkEditable        *user_row;
  GtkEditable        *secret_row;
  AdwExpanderRow     *trust_row;
  AdwActionRow       *ca_row;
  GtkWidget          *ca_clear;
  AdwActionRow       *certificate_row;
  GtkWidget          *certificate_clear;
  AdwActionRow       *key_row;
  GtkWidget          *key_clear;
  AdwActionRow       *pin_row;
  GtkWidget          *pin_clear;
  GtkWidget          *said_box;
  GtkWidget          *spinner;
  GtkLabel           *said_label;
};

G_DEFINE_FINAL_TYPE (TambourServerPage, tambour_server_page, ADW_TYPE_PREFERENCES_PAGE)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the row that asks. */
static const TambourSignIn sign_ins[] = { TAMBOUR_SIGN_IN_PASSWORD, TAMBOUR_SIGN_IN_BASIC, TAMBOUR_SIGN_IN_BEARER, TAMBOUR_SIGN_IN_NONE };

/* What can be chosen and taken away again, by the number that actions have for it. */
typedef struct
{
  char        **member;
  AdwActionRow *row;
  GtkWidget    *clear;
  const char   *nothing;
} Choosable;

#define N_FILES     3
#define PIN         N_FILES
#define N_CHOOSABLE (N_FILES + 1)

static Choosable
get_choosable (TambourServerPage *self,
               guint              i)
{
  switch (i)
    {
    case 0:
      return (Choosable) { &self->files.ca_file, self->ca_row, self->ca_clear, _("Who this computer trusts") };
    case 1:
      return (Choosable) { &self->files.certificate_file, self->certificate_row, self->certificate_clear, _("None") };
    case 2:
      return (Choosable) { &self->files.key_file, self->key_row, self->key_clear, _("In the same file") };
    default:
      return (Choosable) { &self->files.pin, self->pin_row, self->pin_clear, _("Not needed") };
    }
}

static void
show_choosable (TambourServerPage *self,
                guint              i)
{
  Choosable one = get_choosable (self, i);
  g_autofree char *words = *one.member ? g_filename_display_name (*one.member) : NULL;

  adw_action_row_set_subtitle (one.row, words ? words : one.nothing);
  gtk_widget_set_visible (one.clear, words != NULL);
}

static void
set_choosable (TambourServerPage *self,
               guint              i,
               const char        *value)
{
  Choosable one = get_choosable (self, i);

  g_set_str (one.member, value);
  show_choosable (self, i);
  g_signal_emit (self, signals[CHANGED], 0);
}

static TambourSignIn
get_sign_in (TambourServerPage *self)
{
  guint selected = adw_combo_row_get_selected (self->sign_in_row);

  return selected < G_N_ELEMENTS (sign_ins) ? sign_ins[selected] : TAMBOUR_SIGN_IN_NONE;
}

static void
changed_cb (TambourServerPage *self)
{
  if (self->is_filling)
    return;

  tambour_server_page_say (self, "", FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is kept is not shown, and stays unless another one is typed. */
static const char *
get_secret_title (TambourServerPage *self)
{
  if (get_sign_in (self) == TAMBOUR_SIGN_IN_BEARER)
    return self->is_kept ? _("New token") : _("Token");

  return self->is_kept ? _("New password") : _("Password");
}

static void
sign_in_selected_cb (TambourServerPage *self)
{
  TambourSignIn sign_in = get_sign_in (self);

  gtk_widget_set_visible (GTK_WIDGET (self->user_row), sign_in == TAMBOUR_SIGN_IN_PASSWORD || sign_in == TAMBOUR_SIGN_IN_BASIC);
  gtk_widget_set_visible (GTK_WIDGET (self->secret_row), sign_in != TAMBOUR_SIGN_IN_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret_row), get_secret_title (self));
  changed_cb (self);
}

/* A file on its way to a row. */
typedef struct
{
  TambourServerPage *self;
  guint              i;
} Choosing;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr(TambourServerPage) self = choosing->self;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path != NULL && self->said_label != NULL)
    set_choosable (self, choosing->i, path);
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourServerPage *self = TAMBOUR_SERVER_PAGE (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->self = g_object_ref (self);
  choosing->i = MIN (g_variant_get_uint32 (parameter), N_FILES - 1);
  gtk_file_dialog_set_title (dialog, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_choosable (self, choosing->i).row)));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, chosen_cb, choosing);
}

static void
clear_file_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  set_choosable (TAMBOUR_SERVER_PAGE (widget), MIN (g_variant_get_uint32 (parameter), PIN), NULL);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TambourServerPage *self = TAMBOUR_SERVER_PAGE (source);
  g_autoptr(TambourServer) server = tambour_connection_finish (self, result, NULL);

  if (server != NULL && self->said_label != NULL)
    tambour_server_page_say (self, _("The server answers, and this is the database of a team."), FALSE);
}

static void
test_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_connection_try_async (TAMBOUR_SERVER_PAGE (widget), TAMBOUR_SERVER_PAGE (widget)->cancellable, tried_cb, NULL);
}

static void
tambour_server_page_dispose (GObject *object)
{
  TambourServerPage *self = TAMBOUR_SERVER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SERVER_PAGE);

  G_OBJECT_CLASS (tambour_server_page_parent_class)->dispose (object);
}

static void
tambour_server_page_finalize (GObject *object)
{
  TambourServerPage *self = TAMBOUR_SERVER_PAGE (object);

  g_clear_pointer (&self->files.ca_file, g_free);
  g_clear_pointer (&self->files.certificate_file, g_free);
  g_clear_pointer (&self->files.key_file, g_free);
  g_clear_pointer (&self->files.pin, g_free);

  G_OBJECT_CLASS (tambour_server_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-server-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, sign_in_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, user_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, secret_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, trust_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, ca_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, ca_clear);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, certificate_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, certificate_clear);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, key_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, key_clear);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, pin_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, pin_clear);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, said_box);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TambourServerPage, said_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_selected_cb);
}

static void
tambour_server_page_class_init (TambourServerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_server_page_dispose;
  object_class->finalize = tambour_server_page_finalize;

  /**
   * TambourServerPage::changed:
   * @self: the page
   *
   * A person has changed something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "server.choose-file", "u", choose_file_action);
  gtk_widget_class_install_action (widget_class, "server.clear-file", "u", clear_file_action);
  gtk_widget_class_install_action (widget_class, "server.test", NULL, test_action);
  bind_template (widget_class);
}

static void
tambour_server_page_init (TambourServerPage *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < N_CHOOSABLE; i++)
    show_choosable (self, i);
  self->is_filling = FALSE;
}

/**
 * tambour_server_page_show:
 * @self: a page
 * @server: (nullable): the server of a team
 *
 * Shows it as it is.
 */
void
tambour_server_page_show (TambourServerPage   *self,
                          const TambourServer *server)
{
  g_return_if_fail (TAMBOUR_IS_SERVER_PAGE (self));

  self->is_filling = TRUE;
  gtk_editable_set_text (self->address_row, server ? server->url : "");
  gtk_editable_set_text (self->user_row, server && server->user ? server->user : "");
  gtk_editable_set_text (self->secret_row, "");
  for (guint i = 0; server != NULL && i < G_N_ELEMENTS (sign_ins); i++)
    if (sign_ins[i] == server->sign_in)
      adw_combo_row_set_selected (self->sign_in_row, i);
  self->is_kept = server != NULL && server->sign_in != TAMBOUR_SIGN_IN_NONE;
  sign_in_selected_cb (self);
  g_set_str (&self->files.ca_file, server ? server->ca_file : NULL);
  g_set_str (&self->files.certificate_file, server ? server->certificate_file : NULL);
  g_set_str (&self->files.key_file, server ? server->key_file : NULL);
  g_set_str (&self->files.pin, server ? server->pin : NULL);
  for (guint i = 0; i < N_CHOOSABLE; i++)
    show_choosable (self, i);
  self->is_filling = FALSE;
}

/**
 * tambour_server_page_dup_server:
 * @self: a page
 * @secret: (out) (nullable): the password or token that was typed; %NULL for the one that is kept
 * @error: return location for a #TambourNetError, with a sentence for people
 *
 * Returns: (transfer full) (nullable): what the page says
 */
TambourServer *
tambour_server_page_dup_server (TambourServerPage  *self,
                                char              **secret,
                                GError            **error)
{
  g_autofree char *address = NULL;
  g_autofree char *user = NULL;
  g_autoptr(TambourServer) server = NULL;

  g_return_val_if_fail (TAMBOUR_IS_SERVER_PAGE (self), NULL);

  address = g_strstrip (g_strdup (gtk_editable_get_text (self->address_row)));
  user = g_strstrip (g_strdup (gtk_editable_get_text (self->user_row)));
  *secret = g_strdup (gtk_editable_get_text (self->secret_row));
  if (**secret == '\0')
    g_clear_pointer (secret, g_free);
  if (!(server = tambour_server_new (address, NULL, error)))
    return NULL;

  server->sign_in = get_sign_in (self);
  g_set_str (&server->user, *user != '\0' && gtk_widget_get_visible (GTK_WIDGET (self->user_row)) ? user : NULL);
  g_set_str (&server->ca_file, self->files.ca_file);
  g_set_str (&server->certificate_file, self->files.certificate_file);
  g_set_str (&server->key_file, self->files.key_file);
  g_set_str (&server->pin, self->files.pin);
  if (!tambour_server_check (server, error))
    return NULL;

  return g_steal_pointer (&server);
}

/**
 * tambour_server_page_say:
 * @self: a page
 * @words: one sentence, or ""
 * @is_problem: whether it is about something that does not work
 */
void
tambour_server_page_say (TambourServerPage *self,
                         const char        *words,
                         gboolean           is_problem)
{
  g_return_if_fail (TAMBOUR_IS_SERVER_PAGE (self));

  gtk_label_set_text (self->said_label, words);
  gtk_widget_set_visible (self->said_box, *words != '\0' || gtk_widget_get_visible (self->spinner));
  gtk_widget_set_css_classes (GTK_WIDGET (self->said_label), (const char *[]) { "small", is_problem ? "error" : "success", NULL });
}

/**
 * tambour_server_page_set_busy:
 * @self: a page
 * @is_busy: whether the server is being asked
 */
void
tambour_server_page_set_busy (TambourServerPage *self,
                              gboolean           is_busy)
{
  g_return_if_fail (TAMBOUR_IS_SERVER_PAGE (self));

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "server.test", !is_busy);
  tambour_server_page_say (self, "", FALSE);
}

/**
 * tambour_server_page_pin:
 * @self: a page
 * @fingerprint: of a certificate that a person has compared
 *
 * Trusts it from now on.
 */
void
tambour_server_page_pin (TambourServerPage *self,
                         const char        *fingerprint)
{
  g_return_if_fail (TAMBOUR_IS_SERVER_PAGE (self));

  set_choosable (self, PIN, fingerprint);
  adw_expander_row_set_expanded (self->trust_row, TRUE);
}

/**
 * tambour_server_page_take_focus:
 * @self: a page
 *
 * Has the keyboard begin at the address, or where that is known, where one types over
 * nothing.
 */
void
tambour_server_page_take_focus (TambourServerPage *self)
{
  g_return_if_fail (TAMBOUR_IS_SERVER_PAGE (self));

  /* What the focus has gone through is selected no more. */
  gtk_editable_select_region (self->address_row, 0, 0);
  gtk_editable_select_region (self->user_row, 0, 0);
  gtk_widget_grab_focus (*gtk_editable_get_text (self->address_row) == '\0' ? GTK_WIDGET (self->address_row) : GTK_WIDGET (self->sign_in_row));
}
