/* tambour-review-window-leave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-feedback.h"
#include "tambour-files.h"
#include "tambour-leaks-dialog.h"
#include "tambour-letter.h"
#include "tambour-review-print.h"
#include "tambour-review-window-private.h"
#include "tambour-saved-file.h"
#include "tambour-wall.h"

/* How a review leaves: as a file, on paper, by mail. Every way goes through the wall. */

/* What leaves. The same is shown, whatever happens to the window meanwhile. */
typedef struct
{
  TambourReviewHeld   *held;
  TambourReviewLayout  shown_as;
  char                *outline;
  TambourReviewFormat  format;
  char                *name;     /* of the file that goes with a letter */
  GPtrArray           *leaks;    /* TambourLeak, if it must not leave */
} Leaving;

static Leaving *
leaving_new (TambourReviewWindow *self,
             TambourReviewFormat  format)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->held = tambour_review_held_ref (self->held);
  leaving->shown_as = self->shown_as;
  leaving->outline = g_strdup (tambour_review_draft_get_text (self->draft));
  leaving->format = format;

  return leaving;
}

static void
leaving_free (Leaving *leaving)
{
  g_clear_pointer (&leaving->held, tambour_review_held_unref);
  g_clear_pointer (&leaving->outline, g_free);
  g_clear_pointer (&leaving->name, g_free);
  g_clear_pointer (&leaving->leaks, g_ptr_array_unref);
  g_free (leaving);
}

/* --- through the wall ------------------------------------------------------------------ */

/* What the guard of a writer knows. */
typedef struct
{
  Leaving     *leaving;
  TambourWall *wall;
} Guarding;

static gboolean
guard (TambourShown  *shown,
       gpointer       user_data,
       GError       **error)
{
  Guarding *guarding = user_data;
  const char *account_id = TAMBOUR_RECORD (guarding->leaving->held->file->record)->account_id.id;
  g_autoptr(GPtrArray) leaks = tambour_wall_scan (guarding->wall, account_id, shown, NULL, error);

  if (leaks == NULL)
    return FALSE;
  if (leaks->len == 0)
    return TRUE;

  g_clear_pointer (&guarding->leaving->leaks, g_ptr_array_unref);
  guarding->leaving->leaks = g_steal_pointer (&leaks);
  g_set_error_literal (error, TAMBOUR_WALL_ERROR, TAMBOUR_WALL_ERROR_LEAK, _("It says what must not leave."));

  return FALSE;
}

/* @path: (nullable): where to, or %NULL to look only */
static gboolean
write_guarded (TambourStore  *store,
               Leaving       *leaving,
               const char    *path,
               GError       **error)
{
  g_autoptr(TambourWall) wall = tambour_wall_new (store, NULL, error);
  g_autoptr(TambourOutline) outline = wall ? tambour_outline_parse (leaving->outline, error) : NULL;
  Guarding guarding = { leaving, wall };
  TambourReviewSettings settings = { .layout = leaving->shown_as, .outline = outline };
  TambourFacts *facts = leaving->held->file->facts;
  g_autoptr(TambourDocument) document = NULL;

  if (outline == NULL)
    return FALSE;

  settings.guard = guard;
  settings.guard_data = &guarding;
  if (path != NULL)
    return tambour_review_write (facts, &settings, leaving->format, path, error);

  document = tambour_review_layout (facts, &settings, error);

  return document != NULL;
}

/* Returns: whether it was for the wall that it did not leave */
static gboolean
show_leaks (GtkWidget    *widget,
            const GError *error,
            gpointer      data)
{
  const Leaving *leaving = data;

  if (!g_error_matches (error, TAMBOUR_WALL_ERROR, TAMBOUR_WALL_ERROR_LEAK) || leaving->leaks == NULL)
    return FALSE;

  adw_dialog_present (tambour_leaks_dialog_new (leaving->leaks), widget);

  return TRUE;
}

/* --- files -------------------------------------------------------------------------------- */

static gboolean
write_file (TambourStore    *store,
            const char      *path,
            TambourInstant   now,
            gpointer         data,
            GError         **error)
{
  return write_guarded (store, data, path, error);
}

/**
 * tambour_review_window_save_as:
 * @self: a window that shows a review
 * @format: the name of a format, such as "pdf"
 * @file: where
 *
 * Writes the review as it is composed, or says what must not leave.
 */
void
tambour_review_window_save_as (TambourReviewWindow *self,
                               const char          *format,
                               GFile               *file)
{
  TambourReviewFormat found;

  g_return_if_fail (TAMBOUR_IS_REVIEW_WINDOW (self));

  if (self->held == NULL || !tambour_review_format_find (format, &found))
    return;

  tambour_review_window_save (self);
  tambour_saved_file_write_or_tell (GTK_WIDGET (self), self->portfolio, file, "review.export", write_file, show_leaks,
                                    leaving_new (self, found), (GDestroyNotify) leaving_free);
}

static void
save (GtkWidget *widget,
      GFile     *file)
{
  tambour_review_window_save_as (TAMBOUR_REVIEW_WINDOW (widget), TAMBOUR_REVIEW_WINDOW (widget)->format, file);
}

static char *
dup_name (TambourReviewWindow *self,
          TambourReviewFormat  format)
{
  const TambourReportFile *file = self->held->file;
  const char *title = tambour_review_text_document (file, self->shown_as);

  return g_strdup_printf ("%s %s.%s", title, file->account->name ? file->account->name : "", tambour_review_format_get_extension (format));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  TambourReviewFormat format;
  g_autofree char *file = NULL;

  if (self->held == NULL || !tambour_review_format_find (name, &format))
    return;

  file = dup_name (self, format);
  g_set_str (&self->format, name);
  tambour_saved_file_ask (widget, self->shown_as == TAMBOUR_REVIEW_LAYOUT_REPORT ? _("Export Report") : _("Export Review"), file, save);
}

/* The report is for paper. */
static void
export_presentation_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "review.export", "s", "pptx");
}

/* --- paper ---------------------------------------------------------------------------------- */

/**
 * tambour_review_window_new_print:
 * @self: a window that shows a review
 * @error: return location
 *
 * Returns: (transfer full) (nullable): prints it as it is composed
 */
GtkPrintOperation *
tambour_review_window_new_print (TambourReviewWindow  *self,
                                 GError              **error)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_WINDOW (self), NULL);
  g_return_val_if_fail (self->held != NULL, NULL);

  return tambour_review_print_new (self->held, self->shown_as, tambour_review_draft_get_text (self->draft), error);
}

static gpointer
look_thread (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return write_guarded (store, data, NULL, error) ? g_strdup ("") : NULL;
}

/* Who asked, and what is on its way; @leaving is the task's. */
typedef struct
{
  TambourReviewWindow *window;
  Leaving             *leaving;
} Asked;

static Asked *
asked_new (TambourReviewWindow *self,
           Leaving             *leaving)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->window = g_object_ref (self);
  asked->leaving = leaving;

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_clear_object (&asked->window);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
fail (TambourReviewWindow *self,
      const GError        *error,
      Leaving             *leaving)
{
  if (!self->is_gone && !show_leaks (GTK_WIDGET (self), error, leaving))
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Asked) asked = user_data;
  TambourReviewWindow *self = asked->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *looked = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->is_gone)
    return;

  if (looked == NULL || !(operation = tambour_review_window_new_print (self, &error)))
    fail (self, error, asked->leaving);
  else if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    fail (self, error, asked->leaving);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  Leaving *leaving = leaving_new (self, TAMBOUR_REVIEW_FORMAT_PDF);

  tambour_portfolio_load_async (self->portfolio, look_thread, leaving, (GDestroyNotify) leaving_free, g_free, NULL, looked_cb,
                                asked_new (self, leaving));
}

/* --- mail ------------------------------------------------------------------------------------- */

/* It lies where other files for other programs do, and goes with them. */
static gpointer
lay_out_thread (TambourStore    *store,
                const char      *me,
                TambourInstant   now,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  Leaving *leaving = data;
  g_autofree char *folder = tambour_files_dup_folder ();
  g_autofree char *own = g_build_filename (folder, "XXXXXX", NULL);
  g_autofree char *name = tambour_files_dup_safe_name (leaving->name);
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp (own) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder “%s” cannot be written to."), folder);
      return NULL;
    }

  path = g_build_filename (own, name, NULL);
  if (write_guarded (store, leaving, path, error))
    return g_steal_pointer (&path);

  g_rmdir (own);

  return NULL;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourReviewWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!tambour_letter_send_finish (result, &error) && !self->is_gone)
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Asked) asked = user_data;
  TambourReviewWindow *self = asked->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  TambourContact *sponsor = self->held->file->facts->sponsor;
  TambourLetter mail = {
    .to = sponsor && sponsor->email && *sponsor->email ? sponsor->email : NULL,
    .subject = tambour_review_text_document (self->held->file, self->shown_as),
    .path = path,
  };

  if (path != NULL)
    tambour_letter_send_async (self->bus, &mail, NULL, sent_cb, g_object_ref (self));
  else
    fail (self, error, asked->leaving);
}

static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  Leaving *leaving = leaving_new (self, TAMBOUR_REVIEW_FORMAT_PDF);

  leaving->name = dup_name (self, leaving->format);
  tambour_portfolio_load_async (self->portfolio, lay_out_thread, leaving, (GDestroyNotify) leaving_free, g_free, NULL, laid_out_cb,
                                asked_new (self, leaving));
}

/**
 * tambour_review_window_set_bus:
 * @self: a window
 * @bus: (nullable): where the desktop portal is; %NULL for the session's
 */
void
tambour_review_window_set_bus (TambourReviewWindow *self,
                               GDBusConnection     *bus)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_WINDOW (self));

  g_set_object (&self->bus, bus);
}

/**
 * tambour_review_window_install_leaving:
 * @widget_class: the class of windows
 */
void
tambour_review_window_install_leaving (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "review.export-presentation", NULL, export_presentation_action);
  gtk_widget_class_install_action (widget_class, "review.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "review.mail", NULL, mail_action);
}
