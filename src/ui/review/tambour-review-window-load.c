/* tambour-review-window-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-report.h"
#include "tambour-review-window-private.h"
#include "tambour-status.h"

/* How a review comes to its window, and what the window says where it does not. */

/* Until then there is nothing to see of loading (DESIGN.md section 7). */
#define PATIENCE_MS 200

/* What is written soon after each other is read once. */
#define REST_MS 250

/* What was read. */
typedef struct
{
  TambourReportFile *file;
  TambourDraft      *draft;         /* what was typed before and not stored */
  gboolean           lacks_snapshot;
  gint64             change;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->file, tambour_report_file_free);
  g_clear_pointer (&loaded->draft, tambour_draft_free);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

/* A draft that came from elsewhere has no figures yet; they can be counted. */
static gboolean
lacks_snapshot (TambourStore *store,
                const char   *id)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_REPORT);
  g_autoptr(TambourRecord) record = tambour_store_get (store, klass, id, NULL);

  return record != NULL && TAMBOUR_REPORT (record)->state == TAMBOUR_REPORT_STATE_DRAFT &&
         TAMBOUR_REPORT (record)->snapshot_hash == NULL;
}

static gpointer
load (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr(Loaded) loaded = g_new0 (Loaded, 1);
  g_autofree char *key = tambour_review_window_dup_draft_key (data);
  g_autofree char *text = tambour_store_dup_setting (store, key);

  loaded->change = tambour_store_last_change (store);
  loaded->draft = text ? tambour_draft_unpack (key, text) : NULL;
  loaded->lacks_snapshot = lacks_snapshot (store, data);
  if (!loaded->lacks_snapshot && !(loaded->file = tambour_report_file_load (store, data, cancellable, error)))
    return NULL;

  return g_steal_pointer (&loaded);
}

static void
show_status (TambourReviewWindow *self,
             const GError        *error)
{
  g_autofree char *reason = error ? tambour_feedback_dup_reason (error) : NULL;
  gboolean is_gone = g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);

  if (error == NULL)
    {
      tambour_status_say (self->status_page, "tambour-reports-symbolic", _("No Figures Yet"),
                          _("This draft was begun elsewhere. Its figures are counted from the records as they are now."));
      tambour_status_offer (self->status_button, _("_Count Figures"), "review.refresh");
    }
  else
    {
      tambour_status_say (self->status_page, "dialog-error-symbolic", _("This Review Cannot Be Shown"), reason);
      tambour_status_offer (self->status_button, is_gone ? NULL : _("_Try Again"), "review.try-again");
    }
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* What was shown is not freed before the texts show the new one. */
static void
take (TambourReviewWindow *self,
      Loaded              *loaded)
{
  g_autoptr(TambourReviewHeld) old = g_steal_pointer (&self->held);
  g_autoptr(GError) error = NULL;

  self->held = tambour_review_held_new (g_steal_pointer (&loaded->file));
  self->loaded_change = loaded->change;
  self->n_own = 0;
  if (!tambour_review_draft_set_stored (self->draft, self->held->file->record->narrative, &error))
    {
      show_status (self, error);
      return;
    }
  if (!self->was_shown)
    {
      tambour_review_window_take_draft (self, loaded->draft);
      tambour_review_window_show_as (self, tambour_review_held_get_layout (self->held));
    }

  self->was_shown = TRUE;
  tambour_review_window_compose (self);
  gtk_stack_set_visible_child_name (self->stack, "file");
  tambour_review_window_show_report (self);
  tambour_review_window_show_part (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourReviewWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Loaded) loaded = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->is_gone)
    return;

  g_clear_handle_id (&self->patience, g_source_remove);
  if (loaded == NULL || loaded->lacks_snapshot)
    show_status (self, error);
  else
    take (self, loaded);
  tambour_review_window_update_actions (self);
}

static void
takes_long_cb (gpointer user_data)
{
  TambourReviewWindow *self = user_data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

/**
 * tambour_review_window_load:
 * @self: a window
 *
 * Reads what it shows, off the main loop.
 */
void
tambour_review_window_load (TambourReviewWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  if (!self->was_shown)
    tambour_review_window_note_draft (self);
  if (self->held == NULL && self->patience == 0)
    self->patience = g_timeout_add_once (PATIENCE_MS, takes_long_cb, self);
  tambour_portfolio_load_async (self->portfolio, load, g_strdup (self->report_id), g_free, (GDestroyNotify) loaded_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

/* --- what others change ----------------------------------------------------------- */

/* What this window wrote itself it knows already. */
static gboolean
is_own (TambourReviewWindow *self)
{
  return self->held != NULL && self->newest_change - self->loaded_change <= (gint64) self->n_own;
}

static gboolean
reload_cb (gpointer user_data)
{
  TambourReviewWindow *self = user_data;

  if (self->is_saving)
    return G_SOURCE_CONTINUE;

  self->reload_source = 0;
  if (!is_own (self))
    tambour_review_window_load (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (TambourReviewWindow *self,
            gint64               number)
{
  self->newest_change = number;
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (REST_MS, reload_cb, self);
}

/**
 * tambour_review_window_follow:
 * @self: a window that has a portfolio
 *
 * Reads anew when the portfolio changes.
 */
void
tambour_review_window_follow (TambourReviewWindow *self)
{
  g_signal_connect_object (self->portfolio, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_review_window_stop:
 * @self: a window
 *
 * Nothing is read for it any more.
 */
void
tambour_review_window_stop (TambourReviewWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_handle_id (&self->save_source, g_source_remove);
}
