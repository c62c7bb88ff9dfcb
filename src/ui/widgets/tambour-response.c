/* tambour-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-response.h"

#include "tambour-fill.h"
#include "tambour-today.h"

typedef struct
{
  char *case_id;
  char *by;
} Response;

static void
response_free (gpointer data)
{
  Response *response = data;

  g_clear_pointer (&response->case_id, g_free);
  g_clear_pointer (&response->by, g_free);
  g_free (response);
}

static gboolean
fill_response (TambourChange   *change,
               TambourStore    *store,
               TambourInstant   now,
               gpointer         data,
               GError         **error)
{
  Response *response = data;

  return tambour_today_log_response (change, store, response->case_id, response->by, now, error);
}

/**
 * tambour_response_log:
 * @widget: a widget that stays in its window, which says what was done
 * @portfolio: a portfolio
 * @case_id: the id of a case in it
 * @title: what it is about
 *
 * Notes that the customer was answered, which stops the clocks that wait for that.
 */
void
tambour_response_log (GtkWidget        *widget,
                      TambourPortfolio *portfolio,
                      const char       *case_id,
                      const char       *title)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Log response"));
  /* Translators: %s is what a case is about */
  g_autofree char *message = g_strdup_printf (_("Response logged: %s"), title);
  Response *response = g_new0 (Response, 1);

  response->case_id = g_strdup (case_id);
  response->by = g_strdup (tambour_portfolio_get_author (portfolio));
  tambour_fill_and_commit (widget, portfolio, change, fill_response, response, response_free, message);
}
