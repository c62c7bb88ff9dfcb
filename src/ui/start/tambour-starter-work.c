/* tambour-starter-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-demo.h"
#include "tambour-rescue.h"
#include "tambour-starter-private.h"
#include "tambour-work-dialog.h"

/* What takes its time until there is a portfolio: it is made, restored, repaired. */

typedef struct
{
  char      *path;      /* what is made */
  char      *from;      /* what it is made of */
  GPtrArray *findings;  /* what is still wrong with it */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->path, g_free);
  g_clear_pointer (&job->from, g_free);
  g_clear_pointer (&job->findings, g_ptr_array_unref);
  g_free (job);
}

static gboolean
make_demonstration (gpointer              data,
                    TambourProgressFunc   progress,
                    gpointer              progress_data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  const Job *job = data;
  const TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;

  return tambour_demo_create (job->path, &settings, progress, progress_data, cancellable, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  const Job *job = tambour_work_get_data (result);
  g_autoptr(GError) error = NULL;

  if (!tambour_work_finish (result, &error))
    tambour_starter_fail (self, error);
  else if (self->window != NULL)
    tambour_starter_open (tambour_starter_choose (self), job->path, TAMBOUR_STORE_OPEN);
}

/**
 * tambour_starter_demonstrate:
 * @self: a starter
 *
 * Opens the demonstration; the first time it is made.
 */
void
tambour_starter_demonstrate (TambourStarter *self)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_build_filename (g_get_user_data_dir (), "tambour", "demonstration.tambour", NULL);
  if (g_file_test (job->path, G_FILE_TEST_EXISTS))
    {
      tambour_starter_open (tambour_starter_choose (self), job->path, TAMBOUR_STORE_OPEN);
      job_free (job);
      return;
    }

  tambour_work_run_async (GTK_WIDGET (self->window), _("Making the Demonstration Portfolio"),
                          make_demonstration, job, (GDestroyNotify) job_free, made_cb, g_object_ref (self));
}

static gboolean
restore (gpointer              data,
         TambourProgressFunc   progress,
         gpointer              progress_data,
         GCancellable         *cancellable,
         GError              **error)
{
  const Job *job = data;
  g_autofree char *folder = g_path_get_dirname (job->path);

  /* Where that cannot be made, the store says so. */
  g_mkdir_with_parents (folder, 0700);

  return tambour_store_restore (job->from, job->path, cancellable, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  const Job *job = tambour_work_get_data (result);
  g_autoptr(GError) error = NULL;

  if (!tambour_work_finish (result, &error))
    {
      tambour_starter_fail (self, error);
      return;
    }

  if (self->window == NULL)
    return;

  g_free (self->message);
  self->message = g_strdup (_("The backup is in its place."));
  tambour_starter_open (self, job->path, TAMBOUR_STORE_OPEN);
}

/**
 * tambour_starter_restore:
 * @self: a starter of a window without a portfolio
 * @backup: a file
 *
 * Puts @backup in the place of the file that could not be opened, or makes it
 * the person’s own portfolio.
 */
void
tambour_starter_restore (TambourStarter *self,
                         const char     *backup)
{
  Job *job = g_new0 (Job, 1);

  job->from = g_strdup (backup);
  job->path = self->path ? g_strdup (self->path) : tambour_portfolios_dup_own_path (self->portfolios);
  tambour_work_run_async (GTK_WIDGET (self->window), _("Restoring the Backup"),
                          restore, job, (GDestroyNotify) job_free, restored_cb, g_object_ref (self));
}

static gboolean
repair (gpointer              data,
        TambourProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  Job *job = data;

  job->path = tambour_rescue_copy (job->from, &job->findings, cancellable, error);

  return job->path != NULL;
}

static char *
dup_repaired (const Job *job)
{
  g_autofree char *name = tambour_portfolios_dup_name (job->path);

  if (job->findings->len == 0)
    return g_strdup_printf (_("“%s” is whole. The damaged file is left as it was."), name);

  return g_strdup_printf (ngettext ("“%s” can be opened, but %u thing in it is still wrong.",
                                    "“%s” can be opened, but %u things in it are still wrong.", job->findings->len),
                          name, job->findings->len);
}

/* The copy takes the place of what opened by itself. */
static void
repaired_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  const Job *job = tambour_work_get_data (result);
  g_autofree char *own = NULL;
  g_autoptr(GError) error = NULL;

  if (!tambour_work_finish (result, &error))
    {
      tambour_starter_fail (self, error);
      return;
    }

  own = tambour_portfolios_dup_own_path (self->portfolios);
  if (g_str_equal (own, job->from))
    tambour_portfolios_choose (self->portfolios, job->path);

  if (self->window == NULL)
    return;

  g_free (self->message);
  self->message = dup_repaired (job);
  tambour_starter_open (self, job->path, TAMBOUR_STORE_OPEN);
}

/**
 * tambour_starter_repair:
 * @self: a starter whose file is damaged
 *
 * Repairs a copy of it, and opens that.
 */
void
tambour_starter_repair (TambourStarter *self)
{
  Job *job = g_new0 (Job, 1);

  job->from = g_strdup (self->path);
  tambour_work_run_async (GTK_WIDGET (self->window), _("Repairing a Copy"),
                          repair, job, (GDestroyNotify) job_free, repaired_cb, g_object_ref (self));
}
