/* tambour-inbox-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-inbox-row.h"
#include "tambour-portal-text.h"
#include "tambour-when.h"

/**
 * TambourInboxRow:
 *
 * An item of a portal that belongs to no account that is known, and what one can decide
 * about it: whose it is, this one or all like it, or that nothing is wanted of it.
 */
struct _TambourInboxRow
{
  AdwExpanderRow         parent_instance;

  TambourInboxEntry     *entry;
  TambourPortalAccounts *accounts;
  GStrv                  hints;       /* by which all like it can be meant */

  /* Template widgets */
  AdwActionRow          *hints_row;
  AdwComboRow           *account_row;
  AdwComboRow           *scope_row;
};

G_DEFINE_FINAL_TYPE (TambourInboxRow, tambour_inbox_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  ASSIGN,
  IGNORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_scopes (TambourInboxRow *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) hints = g_strv_builder_new ();
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (self->entry->hints), (GCompareFunc) strcmp);

  gtk_string_list_append (words, _("only this one"));
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *word = tambour_portal_text_hint (name->data);
      const char *text = g_hash_table_lookup (self->entry->hints, name->data);
      /* Translators: what a portal says of whose something is: "always with Domain example.org" */
      g_autofree char *scope = g_strdup_printf (_("always with %1$s %2$s"), word, text);

      gtk_string_list_append (words, scope);
      g_strv_builder_add (hints, name->data);
    }

  self->hints = g_strv_builder_end (hints);
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (words));
}

static void
show_entry (TambourInboxRow *self,
            TambourInstant   now)
{
  const TambourInboxEntry *entry = self->entry;
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *moment = tambour_instant_is_stated (entry->opened_at) ? tambour_when_moment (entry->opened_at, here, now) : NULL;
  g_autofree char *hints = tambour_portal_text_hints (entry);
  const char *title = entry->title && *entry->title ? entry->title : _("Untitled");
  g_autofree char *name = g_strdup_printf ("#%s %s", entry->number ? entry->number : entry->external_id, title);
  g_autofree char *source = moment ? g_strdup_printf ("%s · %s", entry->connector, moment) : g_strdup (entry->connector);
  g_autofree char *subtitle = entry->reason ? g_strdup_printf ("%s\n%s", source, entry->reason) : g_steal_pointer (&source);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  adw_action_row_set_subtitle (self->hints_row, *hints ? hints : _("Nothing of whose it is"));
  show_scopes (self);
}

static void
account_selected_cb (TambourInboxRow *self)
{
  gboolean has_account = self->accounts != NULL && tambour_portal_accounts_get (self->accounts, self->account_row) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.assign", has_account);
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[ASSIGN], 0);
}

static void
ignore_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[IGNORE], 0);
}

static void
tambour_inbox_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_INBOX_ROW);

  G_OBJECT_CLASS (tambour_inbox_row_parent_class)->dispose (object);
}

static void
tambour_inbox_row_finalize (GObject *object)
{
  TambourInboxRow *self = TAMBOUR_INBOX_ROW (object);

  g_clear_pointer (&self->entry, tambour_inbox_entry_free);
  g_clear_pointer (&self->accounts, tambour_portal_accounts_unref);
  g_clear_pointer (&self->hints, g_strfreev);

  G_OBJECT_CLASS (tambour_inbox_row_parent_class)->finalize (object);
}

static void
tambour_inbox_row_class_init (TambourInboxRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_inbox_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_inbox_row_finalize;

  /**
   * TambourInboxRow::assign:
   * @self: a row
   *
   * The person has said whose it is.
   */
  signals[ASSIGN] = g_signal_new ("assign", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TambourInboxRow::ignore:
   * @self: a row
   *
   * The person wants nothing of it.
   */
  signals[IGNORE] = g_signal_new ("ignore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "inbox.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "inbox.ignore", NULL, ignore_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-inbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourInboxRow, hints_row);
  gtk_widget_class_bind_template_child (widget_class, TambourInboxRow, account_row);
  gtk_widget_class_bind_template_child (widget_class, TambourInboxRow, scope_row);
  gtk_widget_class_bind_template_callback (widget_class, account_selected_cb);
}

static void
tambour_inbox_row_init (TambourInboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_inbox_row_new:
 * @entry: (transfer full): what waits
 * @accounts: whose it can be
 * @now: the time that is "now"
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tambour_inbox_row_new (TambourInboxEntry     *entry,
                       TambourPortalAccounts *accounts,
                       TambourInstant         now)
{
  TambourInboxRow *self = g_object_new (TAMBOUR_TYPE_INBOX_ROW, NULL);

  self->entry = entry;
  self->accounts = tambour_portal_accounts_ref (accounts);
  tambour_portal_accounts_show (accounts, self->account_row, _("Not chosen"), NULL);
  show_entry (self, now);
  account_selected_cb (self);

  return GTK_WIDGET (self);
}

/**
 * tambour_inbox_row_get_connector:
 * @self: a row
 *
 * Returns: (transfer none): what the connector is called that it came by
 */
const char *
tambour_inbox_row_get_connector (TambourInboxRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_INBOX_ROW (self), NULL);

  return self->entry->connector;
}

/**
 * tambour_inbox_row_get_external_id:
 * @self: a row
 *
 * Returns: (transfer none): what the portal calls it
 */
const char *
tambour_inbox_row_get_external_id (TambourInboxRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_INBOX_ROW (self), NULL);

  return self->entry->external_id;
}

/**
 * tambour_inbox_row_get_account:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the id of the account that is chosen
 */
const char *
tambour_inbox_row_get_account (TambourInboxRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_INBOX_ROW (self), NULL);

  return tambour_portal_accounts_get (self->accounts, self->account_row);
}

/**
 * tambour_inbox_row_get_hint:
 * @self: a row
 * @text: (out): what it says there
 *
 * Returns: (transfer none) (nullable): by which hint all like it are meant; %NULL if only
 *   this one is
 */
const char *
tambour_inbox_row_get_hint (TambourInboxRow  *self,
                            const char      **text)
{
  guint selected;

  g_return_val_if_fail (TAMBOUR_IS_INBOX_ROW (self), NULL);

  selected = adw_combo_row_get_selected (self->scope_row);
  if (selected == 0 || selected > g_strv_length (self->hints))
    return NULL;

  *text = g_hash_table_lookup (self->entry->hints, self->hints[selected - 1]);

  return self->hints[selected - 1];
}

/**
 * tambour_inbox_row_set_busy:
 * @self: a row
 * @is_busy: whether the portal is being asked for it
 */
void
tambour_inbox_row_set_busy (TambourInboxRow *self,
                            gboolean         is_busy)
{
  g_return_if_fail (TAMBOUR_IS_INBOX_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), !is_busy);
}
