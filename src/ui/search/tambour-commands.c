/* tambour-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-commands.h"

/* What can be done, in the order of likelihood. A command that is built is a line here. */
static const TambourCommand commands[] = {
  { N_("Log a call with %s"), "tambour-call-symbolic", "win.log-call-with", "'%s'", NULL, TRUE },
  { N_("Prep sheet of %s"), "document-print-symbolic", "win.prep-sheet", "('%s', '')", NULL, TRUE },
  { N_("Edit %s"), "document-edit-symbolic", "win.edit-record", "('account', '%s')", NULL, TRUE },
  { N_("People of %s"), "tambour-people-symbolic", "win.open-section", "('%s', 'people')", NULL, TRUE },
  { N_("Calls of %s"), "tambour-call-symbolic", "win.open-section", "('%s', 'calls')", NULL, TRUE },
  { N_("Roadmap of %s"), "tambour-goal-symbolic", "win.open-section", "('%s', 'roadmap')", NULL, TRUE },
  { N_("New feature request of %s"), "tambour-requests-symbolic", "win.ask-roadmap", "(uint32 3, '', '%s')", NULL, TRUE },
  { N_("Audits of %s"), "tambour-audit-symbolic", "win.open-section", "('%s', 'audits')", NULL, TRUE },
  { N_("Usage of %s"), "tambour-reports-symbolic", "win.open-usage", "'%s'", NULL, TRUE },
  { N_("Enablement of %s"), "tambour-library-symbolic", "win.open-section", "('%s', 'enablement')", NULL, TRUE },
  { N_("Timeline of %s"), "document-open-recent-symbolic", "win.open-section", "('%s', 'timeline')", NULL, TRUE },
  { N_("All records of %s"), "view-list-symbolic", "win.open-section", "('%s', 'records')", NULL, TRUE },
  { N_("Review and value of %s"), "tambour-reports-symbolic", "win.open-section", "('%s', 'review')", NULL, TRUE },
  { N_("Compose the business review of %s"), "tambour-reports-symbolic", "win.make-review", "'%s'", NULL, TRUE },
  { N_("New agreed rate of %s"), "tambour-reports-symbolic", "win.ask-value", "(uint32 2, '', '%s')", NULL, TRUE },
  { N_("New contact of %s"), "tambour-people-symbolic", "win.new-record", "('contact', '%s')", NULL, TRUE },
  { N_("New case of %s"), "tambour-cases-symbolic", "win.new-record", "('case', '%s')", NULL, TRUE },
  { N_("New action of %s"), "object-select-symbolic", "win.new-record", "('action_item', '%s')", NULL, TRUE },
  { N_("New goal of %s"), "tambour-goal-symbolic", "win.new-record", "('goal', '%s')", NULL, TRUE },
  { N_("New note of %s"), "tambour-note-symbolic", "win.new-record", "('infra_note', '%s')", NULL, TRUE },

  { N_("Go to Today"), "tambour-today-symbolic", "win.go-place", "'today'", "Ctrl 1" },
  { N_("Go to Actions: what is due, promised and to be decided"), "object-select-symbolic", "win.open-actions", NULL, "Ctrl D" },
  { N_("Go to Library: what to share and to invite to"), "tambour-library-symbolic", "win.go-place", "'library'", "Ctrl 4" },
  { N_("Go to Reports: figures and reports of all accounts"), "tambour-reports-symbolic", "win.go-place", "'reports'", "Ctrl 5" },
  { N_("Go to Known Issues: whom they concern"), "tambour-issue-symbolic", "win.open-known-issues", NULL, NULL },
  { N_("Log a call"), "tambour-call-symbolic", "win.log-call", NULL, "Ctrl L" },
  { N_("Prepare the next call"), "document-print-symbolic", "win.prepare", NULL, "Ctrl P" },
  { N_("New library item"), "list-add-symbolic", "win.new-record", "('library_item', '')", NULL },
  { N_("New programme"), "list-add-symbolic", "win.new-record", "('programme', '')", NULL },
  { N_("New account"), "list-add-symbolic", "win.new-record", "('account', '')", NULL },
  { N_("All cases"), "tambour-cases-symbolic", "win.open-list", "('case', '', '')", NULL },
  { N_("All actions"), "object-select-symbolic", "win.open-list", "('action_item', '', '')", NULL },
  { N_("All commitments"), "object-select-symbolic", "win.open-list", "('commitment', '', '')", NULL },
  { N_("All contacts"), "tambour-people-symbolic", "win.open-list", "('contact', '', '')", NULL },
  { N_("All goals"), "tambour-goal-symbolic", "win.open-list", "('goal', '', '')", NULL },
  { N_("Undo"), "edit-undo-symbolic", "win.undo", NULL, "Ctrl Z" },
  { N_("Redo"), "edit-redo-symbolic", "win.redo", NULL, "Ctrl ⇧ Z" },
  { N_("Sort accounts by name"), "view-sort-descending-symbolic", "win.sort-accounts", "'name'", NULL },
  { N_("Sort accounts by renewal"), "view-sort-descending-symbolic", "win.sort-accounts", "'renewal'", NULL },
  { N_("Sort accounts by health"), "view-sort-descending-symbolic", "win.sort-accounts", "'health'", NULL },
  { N_("Show or hide archived accounts"), "view-sort-descending-symbolic", "win.show-archived", NULL, NULL },
  { N_("Open a portfolio"), "document-open-symbolic", "win.open", NULL, "Ctrl O" },
  { N_("Create a portfolio"), "list-add-symbolic", "win.create", NULL, NULL },
  { N_("New window"), "window-new-symbolic", "app.new-window", NULL, NULL },
  { N_("Preferences"), "emblem-system-symbolic", "app.preferences", NULL, "Ctrl ," },
  { N_("Keyboard shortcuts"), "preferences-desktop-keyboard-shortcuts-symbolic", "win.show-help-overlay", NULL, "Ctrl ?" },
  { N_("About Tambour"), "help-about-symbolic", "app.about", NULL, NULL },
};

/**
 * tambour_commands_get_n:
 *
 * Returns: how many commands there are
 */
guint
tambour_commands_get_n (void)
{
  return G_N_ELEMENTS (commands);
}

/**
 * tambour_commands_get:
 * @position: which one, from 0
 *
 * Returns: (transfer none): the command
 */
const TambourCommand *
tambour_commands_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (commands), NULL);

  return &commands[position];
}

static char *
fill (const char *text,
      const char *value)
{
  g_auto(GStrv) parts = g_strsplit (text, "%s", 2);

  return g_strjoinv (value ? value : "", parts);
}

/**
 * tambour_command_dup_title:
 * @self: a command
 * @account_name: (nullable): the account that it is about
 *
 * Returns: (transfer full): what it does, for people
 */
char *
tambour_command_dup_title (const TambourCommand *self,
                           const char           *account_name)
{
  return fill (_(self->title), account_name);
}

/**
 * tambour_command_dup_target:
 * @self: a command
 * @account_id: (nullable): the account that it is about
 *
 * Returns: (transfer full) (nullable): the parameter of its action
 */
char *
tambour_command_dup_target (const TambourCommand *self,
                            const char           *account_id)
{
  return self->target ? fill (self->target, account_id) : NULL;
}

/**
 * tambour_command_is_enabled:
 * @self: a command
 * @target: (nullable): the parameter of its action, as GVariant text
 * @probe: a button in the window, which nobody sees
 *
 * A widget’s actions do not say whether they can be done, but buttons know.
 *
 * Returns: whether its action is there and can be done now
 */
gboolean
tambour_command_is_enabled (const TambourCommand *self,
                            const char           *target,
                            GtkButton            *probe)
{
  g_autoptr(GVariant) parameter = target ? g_variant_parse (NULL, target, NULL, NULL, NULL) : NULL;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), parameter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), self->action);

  return gtk_widget_get_sensitive (GTK_WIDGET (probe));
}

/**
 * tambour_command_activate:
 * @self: a command
 * @target: (nullable): the parameter of its action, as GVariant text
 * @window: a window
 *
 * Does it.
 *
 * Returns: %FALSE if it could not be done
 */
gboolean
tambour_command_activate (const TambourCommand *self,
                          const char           *target,
                          GtkWidget            *window)
{
  g_autoptr(GVariant) parameter = target ? g_variant_parse (NULL, target, NULL, NULL, NULL) : NULL;

  return gtk_widget_activate_action_variant (window, self->action, parameter);
}
