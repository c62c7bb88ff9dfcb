/* tambour-review-begin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-report-file.h"
#include "tambour-report-moves.h"
#include "tambour-review-begin.h"
#include "tambour-review-window.h"
#include "tambour-value-ledger.h"

/* The review of the agreement year of an account: the draft that there is, or a new one. */

/* What there is of it. */
typedef struct
{
  char        *report_id;  /* NULL: there is no draft yet */
  char        *account_id;
  TambourDate  from;
  TambourDate  to;
} Year;

static void
year_free (Year *year)
{
  g_clear_pointer (&year->report_id, g_free);
  g_clear_pointer (&year->account_id, g_free);
  g_free (year);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Year, year_free)

static gboolean
is_draft_of (TambourReport *report,
             const Year    *year)
{
  return report->state == TAMBOUR_REPORT_STATE_DRAFT && report->kind == TAMBOUR_REPORT_KIND_EBR &&
         report->period_from.julian == year->from.julian && tambour_report_end (report).julian == year->to.julian;
}

static gpointer
find_year (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(Year) year = g_new0 (Year, 1);
  g_autoptr(TambourValueLedger) ledger =
    tambour_value_ledger_load (store, data, (TambourDate) { 0 }, (TambourDate) { 0 }, now, cancellable, error);
  g_autoptr(GPtrArray) all = ledger ? tambour_report_list (store, data, cancellable, error) : NULL;

  if (all == NULL)
    return NULL;

  year->account_id = g_strdup (data);
  year->from = ledger->from;
  year->to = ledger->to;
  for (guint i = 0; year->report_id == NULL && i < all->len; i++)
    if (is_draft_of (g_ptr_array_index (all, i), year))
      year->report_id = g_strdup (tambour_record_get_id (g_ptr_array_index (all, i)));

  return g_steal_pointer (&year);
}

/* Who asks for it, and what begins. */
typedef struct
{
  GtkWindow *opener;
  char      *report_id;
} Beginning;

static void
beginning_free (Beginning *beginning)
{
  g_clear_object (&beginning->opener);
  g_clear_pointer (&beginning->report_id, g_free);
  g_free (beginning);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Beginning, beginning_free)

/* The portfolio may have been closed meanwhile. */
static void
show (Beginning        *self,
      TambourPortfolio *portfolio)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->opener)))
    tambour_review_window_open (self->opener, portfolio, self->report_id);
}

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_report_move_fill (data, store, now, change, NULL, error);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Beginning) self = user_data;
  g_autoptr(GError) error = NULL;

  if (tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    show (self, TAMBOUR_PORTFOLIO (source));
  else
    tambour_feedback_fail (GTK_WIDGET (self->opener), error);
}

static void
begin (Beginning        *self,
       TambourPortfolio *portfolio,
       const Year       *year)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Begin review"));
  TambourReportMove *move;

  self->report_id = tambour_id_new ();
  move = tambour_report_move_new (TAMBOUR_REPORT_MOVE_BEGIN, self->report_id);
  move->account_id = g_strdup (year->account_id);
  move->report_kind = TAMBOUR_REPORT_KIND_EBR;
  move->from = year->from;
  move->to = year->to;
  tambour_fill_async (portfolio, change, fill_move, move, (GDestroyNotify) tambour_report_move_free, NULL, begun_cb, self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Beginning) self = user_data;
  TambourPortfolio *portfolio = TAMBOUR_PORTFOLIO (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Year) year = tambour_portfolio_load_finish (portfolio, result, &error);

  if (year == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (self->opener), error);
      return;
    }

  self->report_id = g_strdup (year->report_id);
  if (self->report_id != NULL)
    show (self, portfolio);
  else if (tambour_portfolio_is_read_only (portfolio))
    tambour_feedback_say (GTK_WIDGET (self->opener), _("This portfolio is open for reading only"));
  else
    begin (g_steal_pointer (&self), portfolio, year);
}

/**
 * tambour_review_begin:
 * @opener: the window of the portfolio that asks for it
 * @portfolio: its portfolio
 * @account_id: an account
 *
 * Opens the draft of the review of its agreement year. Where there is none, one begins.
 */
void
tambour_review_begin (GtkWindow        *opener,
                      TambourPortfolio *portfolio,
                      const char       *account_id)
{
  Beginning *self = g_new0 (Beginning, 1);

  self->opener = g_object_ref (opener);
  tambour_portfolio_load_async (portfolio, find_year, g_strdup (account_id), g_free, (GDestroyNotify) year_free, NULL, found_cb, self);
}
