/* tambour-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-notice.h"
#include "tambour-team.h"

/* What one should know of a portfolio wherever one is in it. */

static AdwToolbarView *
find_toolbar_view (GtkWidget *widget)
{
  if (ADW_IS_TOOLBAR_VIEW (widget))
    return ADW_TOOLBAR_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      AdwToolbarView *found = find_toolbar_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
new_banner (TambourPortfolio *portfolio)
{
  gboolean is_demonstration = tambour_portfolio_is_demonstration (portfolio);
  gboolean is_read_only = tambour_portfolio_is_read_only (portfolio);
  const char *title;
  GtkWidget *banner;

  if (is_demonstration && is_read_only)
    title = _("Demonstration portfolio, open for reading only");
  else if (is_demonstration)
    title = _("Demonstration portfolio, nothing is sent");
  else if (is_read_only)
    title = _("Open for reading only: nothing can be changed");
  else
    return NULL;

  banner = adw_banner_new (title);
  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  adw_banner_set_revealed (ADW_BANNER (banner), TRUE);
  if (is_demonstration)
    {
      adw_banner_set_button_label (ADW_BANNER (banner), _("Start My Own"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), "win.start-own");
    }
  else
    {
      adw_banner_set_button_label (ADW_BANNER (banner), _("Open for Writing"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), "win.open-for-writing");
    }

  return banner;
}

/* Who has worked with a network is told when it goes; who began without one knows
 * (DESIGN.md section 7).
 */
static void
team_changed_cb (AdwToolbarView *view,
                 TambourTeam    *team)
{
  gboolean is_offline = tambour_team_went_offline (team);
  GtkWidget *banner = g_object_get_data (G_OBJECT (view), "tambour-offline");

  if (banner == NULL && is_offline)
    {
      banner = adw_banner_new (_("Offline: everything works, and is sent when there is a network again"));
      adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
      adw_toolbar_view_add_top_bar (view, banner);
      g_object_set_data (G_OBJECT (view), "tambour-offline", banner);
    }
  if (banner != NULL)
    adw_banner_set_revealed (ADW_BANNER (banner), is_offline);
}

static void
follow_team (AdwToolbarView   *view,
             TambourPortfolio *portfolio)
{
  TambourTeam *team = tambour_team_of (portfolio);

  if (g_object_get_data (G_OBJECT (view), "tambour-team") == team)
    return;

  g_object_set_data (G_OBJECT (view), "tambour-team", team);
  g_signal_connect_object (team, "changed", G_CALLBACK (team_changed_cb), view, G_CONNECT_SWAPPED);
  team_changed_cb (view, team);
}

/**
 * tambour_notice_show:
 * @page: a page with an #AdwToolbarView
 * @portfolio: (nullable): what it shows something of
 *
 * Says under its header bar that the portfolio is the demonstration, that nothing in
 * it can be changed, or that the network has gone.
 */
void
tambour_notice_show (GtkWidget        *page,
                     TambourPortfolio *portfolio)
{
  AdwToolbarView *view = find_toolbar_view (page);
  GtkWidget *before = view ? g_object_get_data (G_OBJECT (view), "tambour-notice") : NULL;
  GtkWidget *banner = portfolio && view ? new_banner (portfolio) : NULL;

  if (before != NULL)
    adw_toolbar_view_remove (view, before);
  if (banner != NULL)
    adw_toolbar_view_add_top_bar (view, banner);
  if (view != NULL)
    g_object_set_data (G_OBJECT (view), "tambour-notice", banner);
  if (view != NULL && portfolio != NULL)
    follow_team (view, portfolio);
}

/**
 * tambour_notice_set_needed:
 * @page: a page with an #AdwToolbarView
 * @is_needed: %FALSE where what stands beside it says the same
 */
void
tambour_notice_set_needed (GtkWidget *page,
                           gboolean   is_needed)
{
  AdwToolbarView *view = find_toolbar_view (page);
  GtkWidget *banner = view ? g_object_get_data (G_OBJECT (view), "tambour-notice") : NULL;

  if (banner != NULL)
    gtk_widget_set_visible (banner, is_needed);
}
