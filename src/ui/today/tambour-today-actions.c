/* tambour-today-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-places.h"
#include "tambour-today-page-private.h"
#include "tambour-work-settle.h"

/* What one can do on Today itself. */

static const TambourTodayArrival *
find_arrival (TambourTodayPage *self,
              const char       *case_id)
{
  for (guint i = 0; self->today != NULL && i < self->today->arrivals->len; i++)
    {
      const TambourTodayArrival *arrival = g_ptr_array_index (self->today->arrivals, i);

      if (g_str_equal (arrival->case_id, case_id))
        return arrival;
    }

  return NULL;
}

static void
acknowledge_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  const TambourTodayArrival *arrival = find_arrival (self, g_variant_get_string (parameter, NULL));
  g_autoptr(TambourChange) change = NULL;
  g_autofree char *message = NULL;

  if (arrival == NULL)
    return;

  change = tambour_portfolio_new_change (portfolio, _("Mark as seen"));
  tambour_today_acknowledge (change, arrival, tambour_portfolio_get_me (portfolio), tambour_portfolio_now (portfolio));

  /* Translators: %s is what a case is about */
  message = g_strdup_printf (_("Seen: %s"), arrival->title && *arrival->title ? arrival->title : _("Untitled case"));
  tambour_feedback_commit (widget, portfolio, change, message);
}

static void
acknowledge_all_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  guint n = self->today ? self->today->arrivals->len : 0;
  g_autoptr(TambourChange) change = NULL;
  g_autofree char *message = NULL;

  if (n == 0)
    return;

  change = tambour_portfolio_new_change (portfolio, _("Mark all as seen"));
  for (guint i = 0; i < n; i++)
    tambour_today_acknowledge (change, g_ptr_array_index (self->today->arrivals, i),
                               tambour_portfolio_get_me (portfolio), tambour_portfolio_now (portfolio));

  message = g_strdup_printf (ngettext ("%u case seen", "%u cases seen", n), n);
  tambour_feedback_commit (widget, portfolio, change, message);
}

static void
settle_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->today != NULL && i < self->today->work->len; i++)
    {
      const TambourTodayWork *work = g_ptr_array_index (self->today->work, i);

      if (!g_str_equal (work->id, id))
        continue;

      tambour_work_settle (widget, portfolio, work);
      return;
    }
}

static void
toggle_coming_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourTodayPage *self = TAMBOUR_TODAY_PAGE (widget);

  self->shows_all_coming = !self->shows_all_coming;
  if (self->today != NULL)
    tambour_today_page_show_coming (self);
}

static void
all_cases_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.go-place", "s", TAMBOUR_PLACE_CASES);
}

/* The call that has the keyboard, or the next one, be it tomorrow. */
static const TambourTodayCall *
find_call (TambourTodayPage *self)
{
  GtkListBox *list = tambour_today_list_get_list (self->calls_list);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));
  guint position = row ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : G_MAXUINT;
  const TambourTodayCall *next = tambour_today_page_get_next_call (self);

  if (position < self->calls->len)
    return g_ptr_array_index (self->calls, position);

  for (guint i = 0; next == NULL && self->today != NULL && i < self->today->calls->len; i++)
    {
      const TambourTodayCall *call = g_ptr_array_index (self->today->calls, i);

      if (call->start.seconds >= self->today->at.seconds)
        next = call;
    }

  return next;
}

static void
prepare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const TambourTodayCall *call = find_call (TAMBOUR_TODAY_PAGE (widget));

  if (call != NULL)
    gtk_widget_activate_action (widget, "win.prep-sheet", "(ss)", call->account.id, call->id);
  else
    tambour_feedback_say (widget, _("No call is planned for today"));
}

/**
 * tambour_today_page_install:
 * @widget_class: the class of Today pages
 */
void
tambour_today_page_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.prepare", NULL, prepare_action);
  gtk_widget_class_install_action (widget_class, "today.acknowledge", "s", acknowledge_action);
  gtk_widget_class_install_action (widget_class, "today.acknowledge-all", NULL, acknowledge_all_action);
  gtk_widget_class_install_action (widget_class, "today.settle", "s", settle_action);
  gtk_widget_class_install_action (widget_class, "today.try-again", NULL, tambour_page_try_again_action);
  gtk_widget_class_install_action (widget_class, "today.toggle-coming", NULL, toggle_coming_action);
  gtk_widget_class_install_action (widget_class, "today.all-cases", NULL, all_cases_action);
}

/**
 * tambour_today_page_update_actions:
 * @self: a Today page
 *
 * Where nothing can be written nothing can be done.
 */
void
tambour_today_page_update_actions (TambourTodayPage *self)
{
  gboolean can_write = !tambour_portfolio_is_read_only (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.acknowledge", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.acknowledge-all", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.settle", can_write);
}
