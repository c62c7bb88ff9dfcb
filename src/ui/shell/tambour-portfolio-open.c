/* tambour-portfolio-open.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-private.h"

#include "tambour-people.h"
#include "tambour-settings.h"

/* What was read ahead is out of date after so long, or after a change. */
#define SECONDS_AHEAD 2

/* What was read ahead, until somebody asks for it. */
typedef struct
{
  const TambourReadAhead *read;
  gpointer                result;
} Ahead;

static void
ahead_free (Ahead *ahead)
{
  if (ahead->result != NULL)
    ahead->read->free_result (ahead->result);
  g_free (ahead);
}

/* What is read once when a portfolio opens, on the thread that opens it. */
typedef struct
{
  TambourStore          *store;
  char                  *me;
  char                  *author;
  char                  *told;
  TambourPortfolioClock  clock;
  gboolean               is_demonstration;
  gboolean               is_read_only;
  GPtrArray             *ahead;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->store);
  g_clear_pointer (&opened->me, g_free);
  g_clear_pointer (&opened->author, g_free);
  g_clear_pointer (&opened->told, g_free);
  g_clear_pointer (&opened->ahead, g_ptr_array_unref);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

/* TAMBOUR_NOW makes the clock stand still, for pictures and tests. */
static void
set_clock (TambourPortfolioClock *clock,
           const char            *plays_at)
{
  const char *fixed = g_getenv ("TAMBOUR_NOW");
  TambourInstant instant;

  clock->fixed = (TambourInstant) { TAMBOUR_NEVER };
  if (fixed != NULL && tambour_instant_parse (fixed, &instant))
    clock->fixed = instant;
  else if (plays_at != NULL && tambour_instant_parse (plays_at, &instant))
    clock->offset = instant.seconds - g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * tambour_portfolio_clock_read:
 * @clock: a clock
 *
 * Returns: what time it is
 */
TambourInstant
tambour_portfolio_clock_read (const TambourPortfolioClock *clock)
{
  if (tambour_instant_is_stated (clock->fixed))
    return clock->fixed;

  return (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC + clock->offset };
}

static Opened *
read_opened (TambourStore *store)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);
  g_autofree char *plays_at = tambour_store_dup_setting (store, TAMBOUR_SETTING_DEMONSTRATION);
  g_autoptr(TambourRecord) person = NULL;
  Opened *opened = g_new0 (Opened, 1);

  opened->store = g_object_ref (store);
  opened->me = tambour_store_dup_setting (store, TAMBOUR_SETTING_ME);
  opened->told = tambour_store_dup_setting (store, TAMBOUR_SETTING_TOLD);
  opened->is_demonstration = plays_at != NULL;
  set_clock (&opened->clock, plays_at);

  if (opened->me != NULL)
    person = tambour_store_get (store, klass, opened->me, NULL);
  if (person != NULL)
    opened->author = tambour_record_dup_title (person);
  else
    g_clear_pointer (&opened->me, g_free);

  return opened;
}

static void
store_changed_cb (TambourStore *store,
                  gint64        number,
                  gpointer      user_data)
{
  TambourPortfolio *self = user_data;

  g_clear_pointer (&self->ahead, g_ptr_array_unref);
  g_signal_emit_by_name (self, "changed", number);
}

static TambourPortfolio *
take_opened (Opened *opened)
{
  TambourPortfolio *self = g_object_new (TAMBOUR_TYPE_PORTFOLIO, NULL);

  self->store = g_object_ref (opened->store);
  self->me = g_strdup (opened->me);
  self->author = g_strdup (opened->author ? opened->author : g_get_real_name ());
  self->told = g_strdup (opened->told);
  self->is_demonstration = opened->is_demonstration;
  self->is_read_only = opened->is_read_only;
  self->clock = opened->clock;
  self->ahead = g_steal_pointer (&opened->ahead);
  self->opened_at = g_get_monotonic_time ();
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);

  return self;
}

/**
 * tambour_portfolio_new:
 * @store: an open store
 *
 * Returns: (transfer full): a portfolio on it; this reads from the file
 */
TambourPortfolio *
tambour_portfolio_new (TambourStore *store)
{
  g_autoptr(Opened) opened = NULL;

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), NULL);

  opened = read_opened (store);

  return take_opened (opened);
}

/* --- opening on a thread --------------------------------------------------- */

typedef struct
{
  char              *path;
  TambourStoreFlags  flags;
  GPtrArray         *reads;  /* of TambourReadAhead, or NULL */
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_pointer (&opening->path, g_free);
  g_clear_pointer (&opening->reads, g_ptr_array_unref);
  g_free (opening);
}

/* What cannot be read is asked for again by who shows it, and says why. */
static void
read_ahead (Opened    *opened,
            GPtrArray *reads)
{
  opened->ahead = g_ptr_array_new_with_free_func ((GDestroyNotify) ahead_free);

  for (guint i = 0; i < reads->len; i++)
    {
      Ahead *ahead = g_new0 (Ahead, 1);

      ahead->read = g_ptr_array_index (reads, i);
      ahead->result = ahead->read->func (opened->store, opened->me, tambour_portfolio_clock_read (&opened->clock),
                                         ahead->read->data, NULL, NULL);
      g_ptr_array_add (opened->ahead, ahead);
    }
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Opening *opening = data;
  g_autoptr(TambourStore) store = NULL;
  GError *error = NULL;
  Opened *opened;

  if (!(store = tambour_store_open (opening->path, opening->flags, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  opened = read_opened (store);
  opened->is_read_only = (opening->flags & TAMBOUR_STORE_READ_ONLY) != 0;
  if (opening->reads != NULL)
    read_ahead (opened, opening->reads);
  g_task_return_pointer (task, opened, (GDestroyNotify) opened_free);
}

static Opening *
opening_new (const char        *path,
             TambourStoreFlags  flags)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->flags = flags;

  return opening;
}

/* What opens before somebody asks for it, and who has asked. */
static GTask *ahead_task;
static GTask *ahead_waiting;

/* Nobody asked: the file is closed again. */
static void
opened_ahead_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) waiting = g_steal_pointer (&ahead_waiting);
  g_autoptr(Opened) opened = NULL;
  GError *error = NULL;

  g_clear_object (&ahead_task);
  opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (waiting != NULL && opened != NULL)
    g_task_return_pointer (waiting, g_steal_pointer (&opened), (GDestroyNotify) opened_free);
  else if (waiting != NULL)
    g_task_return_error (waiting, error);
  else
    g_clear_error (&error);
}

/* Whether what @task is to open is being opened already. */
static gboolean
join_ahead (GTask         *task,
            const Opening *wanted)
{
  const Opening *ahead = ahead_task ? g_task_get_task_data (ahead_task) : NULL;

  if (ahead == NULL || ahead_waiting != NULL || ahead->flags != wanted->flags || !g_str_equal (ahead->path, wanted->path))
    return FALSE;

  ahead_waiting = g_object_ref (task);

  return TRUE;
}

/**
 * tambour_portfolio_open_ahead:
 * @path: the absolute path of a file
 * @flags: how to open it
 * @reads: (element-type TambourReadAhead): static; what its window will ask for first
 *
 * Begins to open a portfolio while there is no window yet. Whoever opens it
 * before the main loop runs gets what was begun here; otherwise it is closed.
 */
void
tambour_portfolio_open_ahead (const char        *path,
                              TambourStoreFlags  flags,
                              GPtrArray         *reads)
{
  Opening *opening;

  g_return_if_fail (ahead_task == NULL);

  opening = opening_new (path, flags);
  opening->reads = g_ptr_array_ref (reads);
  ahead_task = g_task_new (NULL, NULL, opened_ahead_cb, NULL);
  g_task_set_source_tag (ahead_task, tambour_portfolio_open_ahead);
  g_task_set_task_data (ahead_task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (ahead_task, open_thread);
}

/**
 * tambour_portfolio_open_async:
 * @path: a file
 * @flags: how to open it
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Opens a portfolio, or makes one; see tambour_store_open().
 */
void
tambour_portfolio_open_async (const char          *path,
                              TambourStoreFlags    flags,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = opening_new (path, flags);

  g_task_set_source_tag (task, tambour_portfolio_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  if (!join_ahead (task, opening))
    g_task_run_in_thread (task, open_thread);
}

/**
 * tambour_portfolio_open_finish:
 * @result: what the callback was given
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): the portfolio
 */
TambourPortfolio *
tambour_portfolio_open_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_autoptr(Opened) opened = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_portfolio_open_async), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);

  return opened ? take_opened (opened) : NULL;
}

/**
 * tambour_portfolio_take_ahead:
 * @self: a portfolio
 * @func: what is asked for
 * @data: with this
 *
 * Returns: (transfer full) (nullable): what was read ahead, once
 */
gpointer
tambour_portfolio_take_ahead (TambourPortfolio *self,
                              TambourLoadFunc   func,
                              gpointer          data)
{
  if (g_get_monotonic_time () - self->opened_at > SECONDS_AHEAD * G_USEC_PER_SEC)
    g_clear_pointer (&self->ahead, g_ptr_array_unref);

  for (guint i = 0; self->ahead != NULL && i < self->ahead->len; i++)
    {
      Ahead *ahead = g_ptr_array_index (self->ahead, i);

      if (ahead->read->func == func && ahead->read->data == data)
        return g_steal_pointer (&ahead->result);
    }

  return NULL;
}
