/* tambour-portal-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-portal-editor-private.h"

#include "tambour-map-editor.h"
#include "tambour-secrets.h"
#include "tambour-when.h"

/**
 * TambourPortalEditor:
 *
 * What is read from where: the tool, its address, who signs in there, how often, and
 * whose it is. The password is typed anew or stays as it is kept.
 */
G_DEFINE_FINAL_TYPE (TambourPortalEditor, tambour_portal_editor, ADW_TYPE_NAVIGATION_PAGE)

/* After how many minutes one is read again; anything else comes from the command line. */
static const gint64 intervals[] = { 0, 15, 60, 240, 1440 };

/* What a rule says that is about every item. */
#define EVERYTHING "*"

static gboolean
has_own_map (TambourPortalEditor *self)
{
  return adw_combo_row_get_selected (self->tool_row) >= g_strv_length (self->tools);
}

/**
 * tambour_portal_editor_load_map:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the map that is chosen, if it is one
 */
TambourPortalMap *
tambour_portal_editor_load_map (TambourPortalEditor *self)
{
  if (has_own_map (self))
    return self->map_text ? tambour_portal_map_parse (self->map_text, -1, NULL, NULL) : NULL;

  return tambour_portal_map_load_shipped (self->tools[adw_combo_row_get_selected (self->tool_row)], NULL);
}

/* --- what is shown --------------------------------------------------------- */

static const char *
get_kind_words (const char *kind)
{
  return g_str_equal (kind, "feature_request") ? _("Feature requests") : g_str_equal (kind, "case") ? _("Cases")
                                                                                                     : kind;
}

static void
show_map (TambourPortalEditor *self)
{
  g_autoptr(TambourPortalMap) map = tambour_portal_editor_load_map (self);
  g_auto(GStrv) kinds = map ? tambour_portal_map_list_kinds (map) : NULL;
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    {
      gtk_string_list_append (words, get_kind_words (kinds[i]));
      if (g_strcmp0 (kinds[i], self->connector->kind) == 0)
        selected = i;
    }

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->kind_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), kinds != NULL && kinds[0] != NULL && kinds[1] != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->map_row), has_own_map (self));
  adw_action_row_set_subtitle (self->map_row, map ? tambour_portal_map_get_title (map) : _("It has faults, or says nothing yet"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->address_row), map ? tambour_portal_map_get_base (map) : NULL);
}

static void
show_tools (TambourPortalEditor *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = self->connector->map_text ? g_strv_length (self->tools) : 0;

  for (guint i = 0; self->tools[i] != NULL; i++)
    {
      g_autoptr(TambourPortalMap) map = tambour_portal_map_load_shipped (self->tools[i], NULL);

      gtk_string_list_append (titles, map ? tambour_portal_map_get_title (map) : self->tools[i]);
      if (g_strcmp0 (self->tools[i], self->connector->map) == 0)
        selected = i;
    }

  gtk_string_list_append (titles, _("Another, by a map of your own"));
  adw_combo_row_set_model (self->tool_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->tool_row, selected);
}

static char *
dup_interval (gint64 minutes)
{
  g_autofree char *duration = minutes > 0 ? tambour_when_duration (minutes * TAMBOUR_MINUTE, TAMBOUR_WHEN_FULL) : NULL;

  /* Translators: %s is a duration: "every 15 min" */
  return minutes > 0 ? g_strdup_printf (_("every %s"), duration) : g_strdup (_("only when you say so"));
}

static void
show_intervals (TambourPortalEditor *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = G_MAXUINT;

  g_array_append_vals (self->intervals, intervals, G_N_ELEMENTS (intervals));
  for (guint i = 0; i < self->intervals->len; i++)
    if (g_array_index (self->intervals, gint64, i) == self->connector->interval)
      selected = i;
  if (selected == G_MAXUINT)
    {
      selected = self->intervals->len;
      g_array_append_val (self->intervals, self->connector->interval);
    }

  for (guint i = 0; i < self->intervals->len; i++)
    {
      g_autofree char *text = dup_interval (g_array_index (self->intervals, gint64, i));

      gtk_string_list_append (words, text);
    }

  adw_combo_row_set_model (self->interval_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->interval_row, selected);
}

static void
fill (TambourPortalEditor *self)
{
  const TambourConnector *connector = self->connector;

  self->is_filling = TRUE;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->is_new ? _("New Connector") : connector->name);
  gtk_editable_set_text (self->name_row, connector->name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), self->is_new);
  gtk_editable_set_text (self->address_row, connector->address ? connector->address : "");
  gtk_editable_set_text (self->user_row, connector->user ? connector->user : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret_row),
                                 self->is_new ? _("Password or token") : _("New password or token"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->save_row), self->is_new ? _("Add and Read") : _("Save"));
  gtk_widget_set_visible (self->remove_row, !self->is_new);
  show_tools (self);
  show_intervals (self);
  show_map (self);
  self->is_filling = FALSE;
}

/* Whose all of its items are. */
static const char *
find_account (const TambourConnector *connector)
{
  for (guint i = 0; i < connector->rules->len; i++)
    {
      const TambourMatchRule *rule = g_ptr_array_index (connector->rules, i);

      if (g_str_equal (rule->pattern, EVERYTHING))
        return rule->account_id;
    }

  return NULL;
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourPortalEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalAccounts) accounts = tambour_portal_accounts_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (accounts != NULL && self->said_label != NULL)
    {
      self->accounts = g_steal_pointer (&accounts);
      tambour_portal_accounts_show (self->accounts, self->account_row, _("As the portal’s organisations and addresses say"),
                                    find_account (self->connector));
    }
  else if (self->said_label != NULL)
    tambour_portal_editor_say (self, error->message, TRUE);
}

/**
 * tambour_portal_editor_say:
 * @self: an editor
 * @words: one sentence, or ""
 * @is_problem: whether it is about something that does not work
 */
void
tambour_portal_editor_say (TambourPortalEditor *self,
                           const char          *words,
                           gboolean             is_problem)
{
  gtk_label_set_text (self->said_label, words);
  gtk_widget_set_visible (self->said_box, *words != '\0' || gtk_widget_get_visible (self->spinner));
  gtk_widget_set_css_classes (GTK_WIDGET (self->said_label), (const char *[]) { "small", is_problem ? "error" : "success", NULL });
}

/**
 * tambour_portal_editor_set_busy:
 * @self: an editor
 * @is_busy: whether the portal is being asked
 */
void
tambour_portal_editor_set_busy (TambourPortalEditor *self,
                                gboolean             is_busy)
{
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.test", !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.remove", !is_busy);
  tambour_portal_editor_say (self, "", FALSE);
}

/* --- what it says ---------------------------------------------------------- */

static void
drop_everything (GPtrArray *rules)
{
  for (guint i = rules->len; i > 0; i--)
    if (g_str_equal (((const TambourMatchRule *) g_ptr_array_index (rules, i - 1))->pattern, EVERYTHING))
      g_ptr_array_remove_index (rules, i - 1);
}

/* Rules that were made one by one go before the one about everything. */
static void
read_account (TambourPortalEditor *self,
              TambourConnector    *connector,
              TambourPortalMap    *map)
{
  const char *account_id = self->accounts ? tambour_portal_accounts_get (self->accounts, self->account_row) : NULL;
  g_auto(GStrv) hints = map ? tambour_portal_map_list_hints (map) : NULL;

  if (self->accounts == NULL)
    return;

  drop_everything (connector->rules);
  for (guint i = 0; account_id != NULL && hints != NULL && hints[i] != NULL; i++)
    g_ptr_array_add (connector->rules, tambour_match_rule_new (hints[i], EVERYTHING, account_id));
}

static char *
dup_entry (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/**
 * tambour_portal_editor_read:
 * @self: an editor
 *
 * Returns: (transfer full): the connector, as it stands there
 */
TambourConnector *
tambour_portal_editor_read (TambourPortalEditor *self)
{
  TambourConnector *connector = tambour_connector_copy (self->connector);
  g_autoptr(TambourPortalMap) map = tambour_portal_editor_load_map (self);
  g_auto(GStrv) kinds = map ? tambour_portal_map_list_kinds (map) : NULL;
  g_autofree char *name = dup_entry (self->name_row);
  g_autofree char *address = dup_entry (self->address_row);
  g_autofree char *user = dup_entry (self->user_row);
  guint interval = adw_combo_row_get_selected (self->interval_row);
  guint kind = adw_combo_row_get_selected (self->kind_row);

  g_set_str (&connector->name, name ? name : "");
  g_set_str (&connector->address, address ? address : "");
  g_set_str (&connector->user, user);
  g_set_str (&connector->map, has_own_map (self) ? NULL : self->tools[adw_combo_row_get_selected (self->tool_row)]);
  g_set_str (&connector->map_text, has_own_map (self) ? (self->map_text ? self->map_text : "") : NULL);
  g_set_str (&connector->kind, kinds != NULL && kind < g_strv_length (kinds) ? kinds[kind] : NULL);
  if (interval < self->intervals->len)
    connector->interval = g_array_index (self->intervals, gint64, interval);
  read_account (self, connector, map);

  return connector;
}

/**
 * tambour_portal_editor_secret:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the password or token that was typed, for
 *   tambour_secrets_free(); %NULL for the one that is kept
 */
char *
tambour_portal_editor_secret (TambourPortalEditor *self)
{
  const char *typed = gtk_editable_get_text (self->secret_row);

  return *typed != '\0' ? g_strdup (typed) : NULL;
}

/* --- what one does --------------------------------------------------------- */

static void
changed_cb (TambourPortalEditor *self)
{
  if (!self->is_filling)
    tambour_portal_editor_say (self, "", FALSE);
}

static void
tool_selected_cb (TambourPortalEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->tool_row);

  if (self->is_filling)
    return;

  /* A map of one’s own begins with the one that was chosen before. */
  if (!has_own_map (self))
    g_set_str (&self->connector->map, self->tools[selected]);
  else if (self->map_text == NULL && self->tools[0] != NULL)
    self->map_text = tambour_portal_map_dup_shipped (self->connector->map ? self->connector->map : self->tools[0]);

  show_map (self);
  changed_cb (self);
}

static void
map_changed_cb (TambourPortalEditor *self,
                GParamSpec          *pspec,
                TambourMapEditor    *editor)
{
  g_set_str (&self->map_text, tambour_map_editor_get_text (editor));
  show_map (self);
  changed_cb (self);
}

static void
edit_map_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourPortalEditor *self = TAMBOUR_PORTAL_EDITOR (widget);
  g_autoptr(TambourConnector) connector = tambour_portal_editor_read (self);
  char *secret = tambour_portal_editor_secret (self);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  AdwNavigationPage *page = tambour_map_editor_new (self->portfolio, connector, secret);

  if (secret != NULL)
    tambour_secrets_free (secret);
  g_signal_connect_object (page, "notify::text", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), page);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_portal_editor_save (TAMBOUR_PORTAL_EDITOR (widget));
}

static void
test_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_portal_editor_test (TAMBOUR_PORTAL_EDITOR (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tambour_portal_editor_remove (TAMBOUR_PORTAL_EDITOR (widget));
}

/* --- the page -------------------------------------------------------------- */

static void
tambour_portal_editor_dispose (GObject *object)
{
  TambourPortalEditor *self = TAMBOUR_PORTAL_EDITOR (object);

  self->is_filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_PORTAL_EDITOR);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_portal_editor_parent_class)->dispose (object);
}

static void
tambour_portal_editor_finalize (GObject *object)
{
  TambourPortalEditor *self = TAMBOUR_PORTAL_EDITOR (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->connector, tambour_connector_free);
  g_clear_pointer (&self->accounts, tambour_portal_accounts_unref);
  g_clear_pointer (&self->tools, g_strfreev);
  g_clear_pointer (&self->intervals, g_array_unref);
  g_clear_pointer (&self->map_text, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (tambour_portal_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-portal-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, tool_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, map_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, address_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, user_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, secret_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, interval_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, account_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, save_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, remove_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, said_box);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, spinner);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalEditor, said_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_selected_cb);
}

static void
tambour_portal_editor_class_init (TambourPortalEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_portal_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_portal_editor_finalize;
  gtk_widget_class_install_action (widget_class, "editor.edit-map", NULL, edit_map_action);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.test", NULL, test_action);
  gtk_widget_class_install_action (widget_class, "editor.remove", NULL, remove_action);
  bind_template (widget_class);
}

static void
tambour_portal_editor_init (TambourPortalEditor *self)
{
  self->is_filling = TRUE;
  self->cancellable = g_cancellable_new ();
  self->tools = tambour_portal_map_list_shipped ();
  self->intervals = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_portal_editor_new:
 * @portfolio: a portfolio
 * @connector: (nullable): one of its connectors, or %NULL for a new one
 *
 * Returns: (transfer floating): where a person says what is read from where
 */
AdwNavigationPage *
tambour_portal_editor_new (TambourPortfolio       *portfolio,
                           const TambourConnector *connector)
{
  TambourPortalEditor *self = g_object_new (TAMBOUR_TYPE_PORTAL_EDITOR, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->is_new = connector == NULL;
  self->connector = connector ? tambour_connector_copy (connector) : tambour_connector_new ("");
  self->map_text = g_strdup (self->connector->map_text);
  if (self->is_new)
    self->connector->interval = 15;
  fill (self);
  tambour_portal_accounts_load_async (portfolio, self->cancellable, accounts_cb, g_object_ref (self));

  return ADW_NAVIGATION_PAGE (self);
}
