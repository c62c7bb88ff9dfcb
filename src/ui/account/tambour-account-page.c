/* tambour-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-page-private.h"
#include "tambour-account-sections.h"
#include "tambour-account-text.h"
#include "tambour-feedback.h"
#include "tambour-menu-button.h"
#include "tambour-status.h"

/**
 * TambourAccountPage:
 *
 * Everything about one account, in sections: a switcher in a second bar, and
 * where the window is small a sheet at its foot.
 */
G_DEFINE_FINAL_TYPE (TambourAccountPage, tambour_account_page, TAMBOUR_TYPE_PAGE)

/* The plan, and what time it is there; where it is narrow only the time. */
static void
show_subtitle (GtkWidget *widget)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);
  g_autofree char *time = NULL;
  g_autofree char *subtitle = NULL;

  if (self->brief == NULL)
    return;

  time = tambour_account_text_local_time (self->brief->zone, self->brief->account->report_tz,
                                          tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self))));
  subtitle = self->brief->plan && !self->is_narrow ? g_strdup_printf ("%s · %s", self->brief->plan, time) : g_steal_pointer (&time);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
show_brief (TambourAccountPage *self)
{
  const char *name = self->brief->account->name ? self->brief->account->name : "";

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *name ? name : _("Account"));
  adw_window_title_set_title (self->window_title, name);
  gtk_stack_set_visible_child_name (self->outer, "sections");
  show_subtitle (GTK_WIDGET (self));
  tambour_account_page_count (self);
  tambour_account_page_update_actions (self);
}

/* One that is not there can have been removed by somebody else, or taken back. */
static void
show_error (TambourAccountPage *self,
            const GError       *error)
{
  gboolean is_gone = g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_autofree char *reason = is_gone ? g_strdup (_("Somebody removed it, or it was taken back.")) : tambour_feedback_dup_reason (error);

  tambour_status_say (self->status_page, is_gone ? "tambour-health-none-symbolic" : "dialog-error-symbolic",
                      is_gone ? _("This Account Is Not Here Any More") : _("The Account Could Not Be Read"), reason);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), !is_gone);
  gtk_stack_set_visible_child_name (self->outer, "status");
  g_clear_pointer (&self->brief, tambour_account_brief_free);
  tambour_account_page_update_actions (self);
  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static gpointer
load_brief (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_account_brief_load (store, data, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourAccountPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAccountBrief) brief = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (brief == NULL)
    {
      show_error (self, error);
      return;
    }

  g_clear_pointer (&self->brief, tambour_account_brief_free);
  self->brief = g_steal_pointer (&brief);
  show_brief (self);
  tambour_account_page_check_ready (self);
}

static void
tambour_account_page_refresh (TambourPage *page)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (page);
  TambourSection *section = tambour_account_page_get_visible (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->account_id == NULL)
    return;

  if (section != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    tambour_section_prepare (section);

  self->cancellable = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_brief, g_strdup (self->account_id), g_free,
                                (GDestroyNotify) tambour_account_brief_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
tambour_account_page_filter (TambourPage *page)
{
  TambourSection *section = tambour_account_page_get_visible (TAMBOUR_ACCOUNT_PAGE (page));

  if (section != NULL)
    tambour_section_filter (section);
}

static void
section_changed_cb (TambourAccountPage *self)
{
  const char *section = adw_view_stack_get_visible_child_name (self->stack);

  if (!self->is_ready || section == NULL)
    return;

  tambour_account_page_fill_section (self);
  tambour_account_page_show_bar (self);
  tambour_account_sections_remember (self->account_id, section);
}

static void
section_row_activated_cb (TambourAccountPage *self,
                          GtkListBoxRow      *row)
{
  const TambourAccountSection *section = tambour_account_sections_get (gtk_list_box_row_get_index (row));

  tambour_account_page_show_section (self, section->id);
  adw_bottom_sheet_set_open (self->sheet, FALSE);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (widget);

  self->is_narrow = breadth >= TAMBOUR_BREADTH_NARROW;
  tambour_account_page_arrange (self, breadth);
  show_subtitle (widget);
}

static void
tambour_account_page_dispose (GObject *object)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (object);

  self->is_ready = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ACCOUNT_PAGE);

  G_OBJECT_CLASS (tambour_account_page_parent_class)->dispose (object);
}

static void
tambour_account_page_finalize (GObject *object)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (object);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->brief, tambour_account_brief_free);
  g_clear_pointer (&self->counts, g_free);

  G_OBJECT_CLASS (tambour_account_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, log_content);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, account_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, archived_banner);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, outer);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, bar_image);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, bar_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, bar_count);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, section_list);
}

static void
tambour_account_page_class_init (TambourAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_account_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_account_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_account_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_account_page_filter;

  tambour_account_page_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-account-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, section_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_row_activated_cb);
}

static void
tambour_account_page_init (TambourAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->account_menu);
  tambour_account_page_add_sections (self);
  tambour_account_page_take_mails (self);
  tambour_account_page_update_actions (self);
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_account_page_new:
 * @portfolio: a portfolio
 * @account_id: an account in it
 *
 * Returns: (transfer floating): its page, at the section that was shown last
 */
TambourAccountPage *
tambour_account_page_new (TambourPortfolio *portfolio,
                          const char       *account_id)
{
  TambourAccountPage *self = g_object_new (TAMBOUR_TYPE_ACCOUNT_PAGE, NULL);
  g_autofree char *section = tambour_account_sections_recall (account_id);

  self->account_id = g_strdup (account_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);
  if (section != NULL)
    tambour_account_page_show_section (self, section);

  self->is_ready = TRUE;
  tambour_account_page_fill_section (self);
  tambour_account_page_show_bar (self);
  tambour_ticker_watch (tambour_portfolio_get_ticker (portfolio), GTK_WIDGET (self), show_subtitle);

  return self;
}

/**
 * tambour_account_page_get_account:
 * @self: an account page
 *
 * Returns: (transfer none): the id of its account
 */
const char *
tambour_account_page_get_account (TambourAccountPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ACCOUNT_PAGE (self), NULL);

  return self->account_id;
}

/**
 * tambour_account_page_show_section:
 * @self: an account page
 * @section: the name of a section, or its number from 1 as text
 */
void
tambour_account_page_show_section (TambourAccountPage *self,
                                   const char         *section)
{
  const TambourAccountSection *found;

  g_return_if_fail (TAMBOUR_IS_ACCOUNT_PAGE (self));

  found = tambour_account_sections_find (section);
  if (found != NULL)
    adw_view_stack_set_visible_child_name (self->stack, found->id);
}

/**
 * tambour_account_page_get_section:
 * @self: an account page
 *
 * Returns: (transfer none) (nullable): the name of the section that is shown
 */
const char *
tambour_account_page_get_section (TambourAccountPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ACCOUNT_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}
