/* tambour-work-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tambour-when.h"
#include "tambour-work-dialog.h"

/* How often the bar moves, and from when on the time that is left can be told. */
#define INTERVAL     (G_USEC_PER_SEC / 10)
#define SECONDS_FELT 3

/* Of work that says nothing: the bar shows that something happens. */
#define PULSE_MS 120

/**
 * TambourWorkDialog:
 *
 * Long work that somebody started: how far it is, how long it will take, and a
 * way to stop it. It closes when the work has ended, so that what was begun is
 * gone by then.
 */
struct _TambourWorkDialog
{
  AdwDialog       parent_instance;

  GCancellable   *cancellable;
  gint64          began;
  guint           pulse;

  /* Template widgets */
  GtkProgressBar *bar;
  GtkLabel       *said_label;
  GtkWidget      *cancel_button;
};

G_DEFINE_FINAL_TYPE (TambourWorkDialog, tambour_work_dialog, ADW_TYPE_DIALOG)

/* Belongs to the task; told_at is the thread's own. */
typedef struct
{
  TambourWorkFunc  func;
  gpointer         data;
  GDestroyNotify   free_data;
  GWeakRef         dialog;
  gint64           told_at;
} Work;

typedef struct
{
  TambourWorkDialog *dialog;
  guint64            done;
  guint64            total;
} Told;

static void
work_free (Work *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_weak_ref_clear (&work->dialog);
  g_free (work);
}

static void
told_free (Told *told)
{
  g_clear_object (&told->dialog);
  g_free (told);
}

/* “12 000 of 33 600 · 20 s left” */
static char *
dup_said (TambourWorkDialog *self,
          guint64            done,
          guint64            total)
{
  g_autofree char *number = tambour_when_number ((gint64) done);
  g_autofree char *of = tambour_when_number ((gint64) total);
  double seconds = (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  g_autofree char *left = NULL;

  if (total == 0)
    return g_steal_pointer (&number);

  if (seconds < SECONDS_FELT || done == 0 || done >= total)
    return g_strdup_printf (_("%s of %s"), number, of);

  left = tambour_when_duration ((gint64) ceil (seconds * (double) (total - done) / (double) done), TAMBOUR_WHEN_SHORT);

  /* Translators: how many are done, how many there are, and a duration: "12 000 of 33 600 · 20 s left" */
  return g_strdup_printf (_("%s of %s · %s left"), number, of, left);
}

static gboolean
show_told (gpointer data)
{
  const Told *told = data;
  TambourWorkDialog *self = told->dialog;
  g_autofree char *said = NULL;

  if (self->bar == NULL || g_cancellable_is_cancelled (self->cancellable))
    return G_SOURCE_REMOVE;

  said = dup_said (self, told->done, told->total);
  gtk_label_set_text (self->said_label, said);
  if (told->total > 0)
    {
      g_clear_handle_id (&self->pulse, g_source_remove);
      gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) told->done / (double) told->total, 0, 1));
    }

  return G_SOURCE_REMOVE;
}

static gboolean
pulse_cb (gpointer user_data)
{
  TambourWorkDialog *self = user_data;

  gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

/* Called on the thread. */
static void
tell (const char *what,
      guint64     done,
      guint64     total,
      gpointer    user_data)
{
  Work *work = user_data;
  gint64 now = g_get_monotonic_time ();
  Told *told;

  if (now - work->told_at < INTERVAL)
    return;

  work->told_at = now;
  told = g_new0 (Told, 1);
  told->dialog = g_weak_ref_get (&work->dialog);
  told->done = done;
  told->total = total;
  if (told->dialog != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, show_told, told, (GDestroyNotify) told_free);
  else
    told_free (told);
}

/* A program without windows ends: not before what was begun is gone. */
static void
stay (GTask *task)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return;

  g_application_hold (application);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (g_application_release), application, G_CONNECT_SWAPPED);
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (work->func (work->data, tell, work, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cancel_cb (TambourWorkDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  gtk_label_set_text (self->said_label, _("Stopping…"));
}

static void
tambour_work_dialog_dispose (GObject *object)
{
  TambourWorkDialog *self = TAMBOUR_WORK_DIALOG (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_WORK_DIALOG);

  G_OBJECT_CLASS (tambour_work_dialog_parent_class)->dispose (object);
}

static void
tambour_work_dialog_class_init (TambourWorkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_work_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-work-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourWorkDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TambourWorkDialog, said_label);
  gtk_widget_class_bind_template_child (widget_class, TambourWorkDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
tambour_work_dialog_init (TambourWorkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->began = g_get_monotonic_time ();
  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
}

/**
 * tambour_work_run_async:
 * @parent: a widget in a window
 * @title: what is being done, as a title
 * @func: does it, on a thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @callback: called when it has ended
 * @user_data: for @callback
 *
 * Shows a dialog for as long as it takes.
 */
void
tambour_work_run_async (GtkWidget           *parent,
                        const char          *title,
                        TambourWorkFunc      func,
                        gpointer             data,
                        GDestroyNotify       free_data,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TambourWorkDialog *dialog = g_object_new (TAMBOUR_TYPE_WORK_DIALOG, "title", title, NULL);
  g_autoptr(GTask) task = g_task_new (NULL, dialog->cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->func = func;
  work->data = data;
  work->free_data = free_data;
  g_weak_ref_init (&work->dialog, dialog);

  /* What is whole is whole: a late cancel does not make it a failure. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tambour_work_run_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  stay (task);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
  g_task_run_in_thread (task, work_thread);
}

/**
 * tambour_work_get_data:
 * @result: what the callback was given
 *
 * Returns: (transfer none): what the work was given
 */
gpointer
tambour_work_get_data (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_work_run_async), NULL);

  return ((Work *) g_task_get_task_data (G_TASK (result)))->data;
}

/**
 * tambour_work_finish:
 * @result: what the callback was given
 * @error: return location for what the work gave
 *
 * Closes the dialog.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_work_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_autoptr(AdwDialog) dialog = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_work_run_async), FALSE);

  dialog = g_weak_ref_get (&((Work *) g_task_get_task_data (G_TASK (result)))->dialog);
  if (dialog != NULL)
    adw_dialog_force_close (dialog);

  return g_task_propagate_boolean (G_TASK (result), error);
}
