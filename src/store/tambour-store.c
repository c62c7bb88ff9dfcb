/* tambour-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "tambour-commit.h"
#include "tambour-schema.h"
#include "tambour-store-private.h"
#include "tambour-undo.h"

/* Connections that stay open for the next reader. */
#define MAX_IDLE_READERS 4

/* How long somebody who waits waits for another process, in milliseconds. */
#define IMPATIENCE 2000

/**
 * TambourStore:
 *
 * A portfolio: one SQLite file on this computer.
 *
 * One connection writes, under a lock; as many read as there are readers, each
 * seeing the file as it was when it began, so readers never wait for the
 * writer. Another process may do the same with the same file.
 */
struct _TambourStore
{
  GObject              parent_instance;

  char                *path;
  TambourDatabaseMode  read_mode;
  guint                patience;

  /* Guarded by writing */
  GMutex               writing;
  TambourDatabase     *writer;

  /* Guarded by lock */
  GMutex               lock;
  GCond                returned;
  GPtrArray           *idle_readers;
  GPtrArray           *busy_readers;
  guint                n_opening;         /* readers that are neither idle nor busy yet */
  gboolean             is_closed;
  GSource             *announcement;

  /* Touched by the thread that opened the store */
  GMainContext        *context;
  GFileMonitor        *monitor;
  gint64               last_announced;
};

G_DEFINE_FINAL_TYPE (TambourStore, tambour_store, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} TambourStoreSignals;

static guint signals[SIGNAL_CHANGED + 1];

static gboolean
fail_closed (TambourStore  *self,
             GError       **error)
{
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FAILED, _("“%s” has been closed."), self->path);
  return FALSE;
}

/* Emits for what this process and others have written since last time. */
static gboolean
announce_cb (gpointer data)
{
  g_autoptr(TambourStore) self = g_weak_ref_get (data);
  gint64 number;

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->announcement, g_source_unref);
  g_mutex_unlock (&self->lock);

  number = tambour_store_last_change (self);
  self->last_announced = number;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, number);

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Has @func called by the main context that opened the store, if it runs. */
static GSource *
run_in_context (TambourStore *self,
                GSourceFunc   func)
{
  GSource *source = g_idle_source_new ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, weak, weak_ref_free);
  g_source_attach (source, self->context);

  return source;
}

/**
 * tambour_store_announce:
 * @self: a store
 *
 * Has #TambourStore::changed emitted by the main context that opened @self.
 * What happens in quick succession is announced once.
 */
void
tambour_store_announce (TambourStore *self)
{
  g_mutex_lock (&self->lock);
  if (self->announcement == NULL && !self->is_closed)
    self->announcement = run_in_context (self, announce_cb);
  g_mutex_unlock (&self->lock);
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 gpointer           user_data)
{
  TambourStore *self = user_data;

  if (tambour_store_last_change (self) != self->last_announced)
    tambour_store_announce (self);
}

/* Other processes write to the file beside ours; nothing is polled. */
static void
watch (TambourStore *self)
{
  g_autofree char *name = g_strconcat (self->path, "-wal", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (name);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, 0);
}

/* A program that never runs its main context has nobody to tell, and saves the
 * time that setting up a watch takes.
 */
static gboolean
watch_cb (gpointer data)
{
  g_autoptr(TambourStore) self = g_weak_ref_get (data);

  if (self == NULL || self->is_closed)
    return G_SOURCE_REMOVE;

  watch (self);
  if (tambour_store_last_change (self) != self->last_announced)
    tambour_store_announce (self);

  return G_SOURCE_REMOVE;
}

/* Returns: FALSE if the store is closed; else @database is a connection that waited, or NULL */
static gboolean
begin_taking (TambourStore     *self,
              TambourDatabase **database)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->is_closed)
    return FALSE;

  self->n_opening++;
  if (self->idle_readers->len > 0)
    *database = g_ptr_array_steal_index_fast (self->idle_readers, self->idle_readers->len - 1);

  return TRUE;
}

/* Who closes the store meanwhile waits for this. Returns: FALSE if it is closed; so is @database then. */
static gboolean
end_taking (TambourStore     *self,
            TambourDatabase **database)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_opening--;
  if (self->is_closed)
    g_clear_pointer (database, tambour_database_free);
  else if (*database != NULL)
    g_ptr_array_add (self->busy_readers, *database);
  g_cond_signal (&self->returned);

  return !self->is_closed;
}

/**
 * tambour_store_take_reader:
 * @self: a store
 * @cancellable: (nullable): what ends its queries
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): a connection of one's own, until it is
 *   given back
 */
TambourReader *
tambour_store_take_reader (TambourStore  *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(TambourDatabase) database = NULL;
  g_autoptr(GError) failure = NULL;
  TambourReader *reader;
  gboolean is_open;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  is_open = begin_taking (self, &database);
  if (is_open && database == NULL)
    database = tambour_database_open (self->path, self->read_mode, self->patience, &failure);
  if (!is_open || !end_taking (self, &database))
    {
      fail_closed (self, error);
      return NULL;
    }

  if (database == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  tambour_database_cancel_by (database, cancellable);
  reader = g_new0 (TambourReader, 1);
  reader->store = g_object_ref (self);
  reader->database = g_steal_pointer (&database);

  return reader;
}

/**
 * tambour_reader_give_back:
 * @reader: (transfer full): a reader
 *
 * Its connection stays open for the next one.
 */
void
tambour_reader_give_back (TambourReader *reader)
{
  g_autoptr(TambourStore) self = reader->store;
  TambourDatabase *database = reader->database;

  tambour_database_roll_back (database);
  tambour_database_cancel_by (database, NULL);

  g_mutex_lock (&self->lock);
  g_ptr_array_remove_fast (self->busy_readers, database);
  if (!self->is_closed && self->idle_readers->len < MAX_IDLE_READERS)
    g_ptr_array_add (self->idle_readers, database);
  else
    tambour_database_free (database);
  g_cond_signal (&self->returned);
  g_mutex_unlock (&self->lock);

  g_free (reader);
}

/**
 * tambour_store_lock_writer:
 * @self: a store
 * @error: return location for %TAMBOUR_STORE_ERROR_READ_ONLY
 *
 * Waits for its turn.
 *
 * Returns: (transfer none) (nullable): the connection that writes, until
 *   tambour_store_unlock_writer()
 */
TambourDatabase *
tambour_store_lock_writer (TambourStore  *self,
                           GError       **error)
{
  g_mutex_lock (&self->writing);
  if (self->writer != NULL)
    return self->writer;

  g_mutex_unlock (&self->writing);
  if (self->is_closed)
    fail_closed (self, error);
  else
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY,
                 _("“%s” is open for reading only. Open it for writing, and try again."), self->path);

  return NULL;
}

/**
 * tambour_store_unlock_writer:
 * @self: a store whose writer one has
 */
void
tambour_store_unlock_writer (TambourStore *self)
{
  g_mutex_unlock (&self->writing);
}

static void
tambour_store_dispose (GObject *object)
{
  TambourStore *self = TAMBOUR_STORE (object);

  tambour_store_close (self);

  G_OBJECT_CLASS (tambour_store_parent_class)->dispose (object);
}

static void
tambour_store_finalize (GObject *object)
{
  TambourStore *self = TAMBOUR_STORE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->idle_readers, g_ptr_array_unref);
  g_clear_pointer (&self->busy_readers, g_ptr_array_unref);
  g_mutex_clear (&self->writing);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->returned);

  G_OBJECT_CLASS (tambour_store_parent_class)->finalize (object);
}

static void
tambour_store_class_init (TambourStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_store_dispose;
  object_class->finalize = tambour_store_finalize;

  /**
   * TambourStore::changed:
   * @self: the store
   * @number: the newest change number
   *
   * The portfolio has changed, by this process or another. Emitted by the main
   * context that opened the store, once for all that came since the last time.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TAMBOUR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tambour_store_init (TambourStore *self)
{
  g_mutex_init (&self->writing);
  g_mutex_init (&self->lock);
  g_cond_init (&self->returned);
  self->idle_readers = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_database_free);
  self->busy_readers = g_ptr_array_new ();
  self->context = g_main_context_ref_thread_default ();
}

/* A file in a folder that cannot be written has no room for SQLite's own files
 * beside it: if there are none, nobody is writing, and it is read as it is.
 */
static TambourDatabaseMode
choose_read_mode (const char        *path,
                  TambourStoreFlags  flags)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  if ((flags & TAMBOUR_STORE_READ_ONLY) && access (folder, W_OK) != 0 && !g_file_test (wal, G_FILE_TEST_EXISTS))
    return TAMBOUR_DATABASE_IMMUTABLE;

  return TAMBOUR_DATABASE_READER;
}

/* Newer files are told by a reader, before anything could be written. */
static gboolean
prepare_to_read (TambourStore  *self,
                 GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);

  return reader != NULL && tambour_schema_check_version (reader->database, error);
}

static gboolean
prepare_to_write (TambourStore  *self,
                  GError       **error)
{
  if (!(self->writer = tambour_store_files_open_writer (self->path, self->patience, error)))
    return FALSE;

  if (sqlite3_db_readonly (self->writer->db, "main") == 1)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Check the permissions of the file and of its folder, or open it read-only."),
                   self->path);
      return FALSE;
    }

  return tambour_schema_update (self->writer, error);
}

/* Once it is open, writing waits for its turn. */
static void
be_patient (TambourStore *self)
{
  self->patience = TAMBOUR_DATABASE_PATIENCE;

  if (self->writer != NULL)
    sqlite3_busy_timeout (self->writer->db, TAMBOUR_DATABASE_PATIENCE);
  for (guint i = 0; i < self->idle_readers->len; i++)
    sqlite3_busy_timeout (((TambourDatabase *) g_ptr_array_index (self->idle_readers, i))->db, TAMBOUR_DATABASE_PATIENCE);
}

/**
 * tambour_store_open:
 * @path: a file; its name should end in `.tambour`
 * @flags: how to open it
 * @error: return location for a #TambourStoreError
 *
 * Opens a portfolio, or makes a new one. An older one is brought up to date,
 * after a copy of it where more than an addition is needed.
 *
 * Returns: (transfer full) (nullable): the store
 */
TambourStore *
tambour_store_open (const char         *path,
                    TambourStoreFlags   flags,
                    GError            **error)
{
  g_autoptr(TambourStore) self = NULL;
  g_autoptr(GSource) watching = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if ((flags & TAMBOUR_STORE_CREATE) && !tambour_store_files_create (path, error))
    return NULL;

  if (!tambour_store_files_check (path, error))
    return NULL;

  self = g_object_new (TAMBOUR_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->read_mode = choose_read_mode (path, flags);
  self->patience = (flags & TAMBOUR_STORE_IMPATIENT) ? IMPATIENCE : TAMBOUR_DATABASE_PATIENCE;

  if (!((flags & TAMBOUR_STORE_READ_ONLY) ? prepare_to_read (self, error) : prepare_to_write (self, error)))
    return NULL;

  be_patient (self);
  self->last_announced = tambour_store_last_change (self);
  watching = run_in_context (self, watch_cb);

  return g_steal_pointer (&self);
}

/**
 * tambour_store_close:
 * @self: a store
 *
 * Ends what is being read, waits for what is being written, and closes the
 * file. Everything fails from then on. Dropping the last reference does this
 * too.
 */
void
tambour_store_close (TambourStore *self)
{
  g_return_if_fail (TAMBOUR_IS_STORE (self));

  g_mutex_lock (&self->lock);
  self->is_closed = TRUE;
  if (self->announcement != NULL)
    g_source_destroy (self->announcement);
  g_clear_pointer (&self->announcement, g_source_unref);

  for (guint i = 0; i < self->busy_readers->len; i++)
    sqlite3_interrupt (((TambourDatabase *) g_ptr_array_index (self->busy_readers, i))->db);
  while (self->busy_readers->len > 0 || self->n_opening > 0)
    g_cond_wait (&self->returned, &self->lock);
  g_ptr_array_set_size (self->idle_readers, 0);
  g_mutex_unlock (&self->lock);

  g_mutex_lock (&self->writing);
  g_clear_pointer (&self->writer, tambour_database_free);
  g_mutex_unlock (&self->writing);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

/**
 * tambour_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the absolute path of its file
 */
const char *
tambour_store_get_path (TambourStore *self)
{
  g_return_val_if_fail (TAMBOUR_IS_STORE (self), NULL);

  return self->path;
}

/**
 * tambour_store_commit:
 * @self: a store
 * @change: a change, whose records nobody else touches meanwhile
 * @error: return location for a #TambourStoreError or #TambourRecordError
 *
 * Writes all of @change in one transaction: the records, their history, the
 * search index and the change number. When this returns %TRUE, the change
 * survives a crash and a power cut; otherwise nothing of it is kept. A record
 * that says what is stored is left alone, and a change of only such records
 * does nothing.
 *
 * Returns: %TRUE if the portfolio says what @change says
 */
gboolean
tambour_store_commit (TambourStore   *self,
                      TambourChange  *change,
                      GError        **error)
{
  TambourDatabase *writer;
  gboolean has_written = FALSE;
  gboolean ok;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), FALSE);
  g_return_val_if_fail (TAMBOUR_IS_CHANGE (change), FALSE);

  if (!(writer = tambour_store_lock_writer (self, error)))
    return FALSE;

  ok = tambour_commit_change (writer, change, &has_written, error);
  tambour_store_unlock_writer (self);

  if (ok && has_written)
    tambour_store_announce (self);

  return ok;
}

/**
 * tambour_store_undo:
 * @self: a store
 * @number: a change number
 * @author: who undoes it
 * @by: (out) (optional): the number of the change that takes it back
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, if a later change
 *   has touched the same, or any other #TambourStoreError
 *
 * Takes back a change, with all of its parts, as a change of its own: undoing
 * that redoes it.
 *
 * Returns: %TRUE if every record is as it was before
 */
gboolean
tambour_store_undo (TambourStore  *self,
                    gint64         number,
                    const char    *author,
                    gint64        *by,
                    GError       **error)
{
  TambourDatabase *writer;
  gboolean ok;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), FALSE);

  if (!(writer = tambour_store_lock_writer (self, error)))
    return FALSE;

  ok = tambour_undo (writer, number, author, by, error);
  tambour_store_unlock_writer (self);

  if (ok)
    tambour_store_announce (self);

  return ok;
}
