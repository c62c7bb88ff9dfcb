/* tambour-today-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-places.h"
#include "tambour-today-page-private.h"

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

/* What tambour_today_settle() needs of something to do. */
static TambourTodayWork *
copy_work (const TambourTodayWork *work)
{
  TambourTodayWork *copy = g_new0 (TambourTodayWork, 1);

  copy->id = g_strdup (work->id);
  copy->is_commitment = work->is_commitment;
  copy->account.zone = g_strdup (work->account.zone);

  return copy;
}

static void
free_copy (gpointer data)
{
  TambourTodayWork *copy = data;

  g_clear_pointer (&copy->id, g_free);
  g_clear_pointer (&copy->account.zone, g_free);
  g_free (copy);
}

static gboolean
fill_settled (TambourChange   *change,
              TambourStore    *store,
              TambourInstant   now,
              gpointer         data,
              GError         **error)
{
  return tambour_today_settle (change, store, data, now, error);
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
      g_autoptr(TambourChange) change = NULL;
      g_autofree char *message = NULL;

      if (!g_str_equal (work->id, id))
        continue;

      change = tambour_portfolio_new_change (portfolio, work->is_commitment ? _("Keep promise") : _("Finish action"));

      /* Translators: %s is something to do */
      message = g_strdup_printf (_("Done: %s"), work->title ? work->title : "");
      tambour_fill_and_commit (widget, portfolio, change, fill_settled, copy_work (work), free_copy, message);
      return;
    }
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_page_invalidate (TAMBOUR_PAGE (widget));
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

/**
 * tambour_today_page_install:
 * @widget_class: the class of Today pages
 */
void
tambour_today_page_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "today.acknowledge", "s", acknowledge_action);
  gtk_widget_class_install_action (widget_class, "today.acknowledge-all", NULL, acknowledge_all_action);
  gtk_widget_class_install_action (widget_class, "today.settle", "s", settle_action);
  gtk_widget_class_install_action (widget_class, "today.try-again", NULL, try_again_action);
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
