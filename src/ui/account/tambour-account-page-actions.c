/* tambour-account-page-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-page-private.h"
#include "tambour-fill.h"
#include "tambour-mail-drop.h"
#include "tambour-pack-page.h"
#include "tambour-record-page.h"
#include "tambour-window.h"

/* The commands of the page of an account. */

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "account", TAMBOUR_ACCOUNT_PAGE (widget)->account_id);
}

/* What is chosen in the section is meant, where it can be edited. */
static void
edit_shown_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourSection *section = tambour_account_page_get_visible (TAMBOUR_ACCOUNT_PAGE (widget));

  if (section == NULL || !tambour_section_edit (section))
    edit_action (widget, action_name, parameter);
}

static void
push_page (GtkWidget   *widget,
           TambourPage *page)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (TAMBOUR_IS_WINDOW (root))
    tambour_window_push (TAMBOUR_WINDOW (root), page);
}

/* Opening an account shows this page; its record is behind this command. */
static void
details_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);

  push_page (widget, TAMBOUR_PAGE (tambour_record_page_new (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), klass, self->account_id)));
}

static void
pack_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);

  push_page (widget, TAMBOUR_PAGE (tambour_pack_page_new (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), self->account_id)));
}

static gboolean
fill_archived (TambourChange   *change,
               TambourStore    *store,
               TambourInstant   now,
               gpointer         data,
               GError         **error)
{
  return tambour_account_archive (change, store, data, error);
}

static gboolean
fill_restored (TambourChange   *change,
               TambourStore    *store,
               TambourInstant   now,
               gpointer         data,
               GError         **error)
{
  return tambour_account_restore (change, store, data, error);
}

static void
usage_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-usage", "s", TAMBOUR_ACCOUNT_PAGE (widget)->account_id);
}

static void
archive_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Archive account"));
  /* Translators: %s is the name of an account */
  g_autofree char *message = g_strdup_printf (_("%s archived"), self->brief->account->name);

  tambour_fill_and_commit (widget, portfolio, change, fill_archived, g_strdup (self->account_id), g_free, message);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Restore account"));
  /* Translators: %s is the name of an account */
  g_autofree char *message = g_strdup_printf (_("%s restored"), self->brief->account->name);

  tambour_fill_and_commit (widget, portfolio, change, fill_restored, g_strdup (self->account_id), g_free, message);
}

static void
prepare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.prep-sheet", "(ss)", TAMBOUR_ACCOUNT_PAGE (widget)->account_id, "");
}

static gboolean
can_write (TambourAccountPage *self)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));

  return self->brief != NULL && portfolio != NULL && !tambour_portfolio_is_read_only (portfolio);
}

static gboolean
get_mail_place (GtkWidget        *widget,
                TambourMailPlace *place)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);

  place->portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  place->account_id = self->account_id;

  return can_write (self);
}

static const TambourMailDrop mail_drop = { get_mail_place };

static void
file_mail_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_mail_drop_choose (widget, &mail_drop);
}

/**
 * tambour_account_page_take_mails:
 * @self: an account page
 *
 * Mails that are dropped on it become notes of its account.
 */
void
tambour_account_page_take_mails (TambourAccountPage *self)
{
  tambour_mail_drop_add (GTK_WIDGET (self), &mail_drop);
}

/**
 * tambour_account_page_install_actions:
 * @widget_class: the class of account pages
 */
void
tambour_account_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_shown_action);
  gtk_widget_class_install_action (widget_class, "page.prepare", NULL, prepare_action);
  gtk_widget_class_install_action (widget_class, "account.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "account.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "account.pack", NULL, pack_action);
  gtk_widget_class_install_action (widget_class, "account.file-mail", NULL, file_mail_action);
  gtk_widget_class_install_action (widget_class, "account.usage", NULL, usage_action);
  gtk_widget_class_install_action (widget_class, "account.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "account.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "account.try-again", NULL, tambour_page_try_again_action);
}

/**
 * tambour_account_page_update_actions:
 * @self: an account page
 *
 * Only what can be done can be chosen.
 */
void
tambour_account_page_update_actions (TambourAccountPage *self)
{
  gboolean is_there = self->brief != NULL;
  gboolean is_writable = can_write (self);
  gboolean is_archived = is_there && self->brief->account->status == TAMBOUR_ACCOUNT_STATUS_CLOSED;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.edit", is_writable);
  gtk_widget_action_set_enabled (widget, "page.prepare", is_there);
  gtk_widget_action_set_enabled (widget, "account.edit", is_writable);
  gtk_widget_action_set_enabled (widget, "account.details", is_there);
  gtk_widget_action_set_enabled (widget, "account.pack", is_there);
  gtk_widget_action_set_enabled (widget, "account.usage", is_there);
  gtk_widget_action_set_enabled (widget, "account.file-mail", is_writable);
  gtk_widget_action_set_enabled (widget, "account.archive", is_writable && !is_archived);
  gtk_widget_action_set_enabled (widget, "account.restore", is_writable && is_archived);
  adw_banner_set_revealed (self->archived_banner, is_archived);
}
