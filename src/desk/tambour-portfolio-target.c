/* tambour-portfolio-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-target.h"

/* Records that make one transaction, and how they are found before it is over. */
typedef struct
{
  GPtrArray  *records;
  GHashTable *by_id;        /* id -> record */
  GHashTable *by_external;  /* kind, system, external id -> record */
} Batch;

/**
 * TambourPortfolioTarget:
 *
 * Lets an import put its records into a portfolio. However many transactions it
 * takes, undo takes the whole import back.
 *
 * While one batch is committed on a thread, the next one fills: reading a file
 * and waiting for the disk take turns on nobody's time.
 */
struct _TambourPortfolioTarget
{
  GObject        parent_instance;

  TambourStore  *store;
  char          *author;
  char          *label;
  guint          size;        /* so many records make one transaction */
  gint64         number;      /* of the import's first change, 0 before it */
  Batch         *waiting;     /* fills */
  Batch         *leaving;     /* (nullable): is being committed, or was the last */
  GThread       *thread;      /* (nullable): commits @leaving */
  TambourChange *change;      /* of the thread */
};

static void import_target_iface_init (TambourImportTargetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourPortfolioTarget, tambour_portfolio_target, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TAMBOUR_TYPE_IMPORT_TARGET, import_target_iface_init))

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->records = g_ptr_array_new_with_free_func (g_object_unref);
  batch->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  batch->by_external = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return batch;
}

static void
batch_free (Batch *batch)
{
  g_hash_table_unref (batch->by_external);
  g_hash_table_unref (batch->by_id);
  g_ptr_array_unref (batch->records);
  g_free (batch);
}

static char *
dup_external_key (TambourRecordClass *klass,
                  const char         *system,
                  const char         *external_id)
{
  return g_strdup_printf ("%s\n%s\n%s", klass->kind, system ? system : "", external_id);
}

static TambourRecord *
take_unless_deleted (TambourRecord *record)
{
  return record && !tambour_record_is_deleted (record) ? tambour_record_dup (record) : NULL;
}

/* The store's "there is none" is no error for an import. */
static TambourRecord *
accept_nothing (TambourRecord  *found,
                GError         *failure,
                GError        **error)
{
  if (failure != NULL && !g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, failure);
  else
    g_clear_error (&failure);

  return found;
}

/* Waits for the batch that is being committed. */
static gboolean
join (TambourPortfolioTarget  *self,
      GError                 **error)
{
  GThread *thread = g_steal_pointer (&self->thread);
  GError *failure;

  if (thread == NULL)
    return TRUE;

  failure = g_thread_join (thread);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (self->number == 0)
    self->number = tambour_change_get_number (self->change);

  return TRUE;
}

/* A record that is being committed gets its stamps: it is read when that is over. */
static TambourRecord *
take_from_leaving (TambourPortfolioTarget  *self,
                   TambourRecord           *record,
                   GError                 **error)
{
  return join (self, error) ? take_unless_deleted (record) : NULL;
}

static TambourRecord *
find_id_in (Batch      *batch,
            const char *id)
{
  return batch ? g_hash_table_lookup (batch->by_id, id) : NULL;
}

static TambourRecord *
find_external_in (Batch      *batch,
                  const char *key)
{
  return batch ? g_hash_table_lookup (batch->by_external, key) : NULL;
}

static TambourRecord *
find_id (TambourImportTarget  *target,
         TambourRecordClass   *klass,
         const char           *id,
         GError              **error)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (target);
  TambourRecord *waiting = find_id_in (self->waiting, id);
  GError *failure = NULL;
  TambourRecord *found;

  if (waiting != NULL)
    return take_unless_deleted (waiting);

  if ((waiting = find_id_in (self->leaving, id)))
    return take_from_leaving (self, waiting, error);

  found = tambour_store_get (self->store, klass, id, &failure);

  return accept_nothing (found, failure, error);
}

static TambourRecord *
find_external (TambourImportTarget  *target,
               TambourRecordClass   *klass,
               const char           *system,
               const char           *external_id,
               GError              **error)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (target);
  g_autofree char *key = dup_external_key (klass, system, external_id);
  TambourRecord *waiting = find_external_in (self->waiting, key);
  GError *failure = NULL;
  TambourRecord *found;

  if (waiting != NULL)
    return take_unless_deleted (waiting);

  if ((waiting = find_external_in (self->leaving, key)))
    return take_from_leaving (self, waiting, error);

  found = tambour_store_get_external (self->store, klass, system, external_id, &failure);

  return accept_nothing (found, failure, error);
}

static gboolean
says (TambourRecord      *record,
      const TambourField *field,
      const char         *text)
{
  g_autofree char *said = NULL;

  if (field->kind == TAMBOUR_KIND_TEXT)
    return g_strcmp0 (TAMBOUR_FIELD_AT (field, record, char *), text) == 0;

  said = tambour_field_dup_text (field, record);

  return g_strcmp0 (said, text) == 0;
}

static TambourRecord *
find_text_in (Batch              *batch,
              TambourRecordClass *klass,
              const TambourField *field,
              const char         *text,
              const char         *account_id)
{
  for (guint i = 0; batch && i < batch->records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (batch->records, i);

      if (TAMBOUR_RECORD_GET_CLASS (record) == klass && says (record, field, text) &&
          (account_id == NULL || g_strcmp0 (record->account_id.id, account_id) == 0))
        return record;
    }

  return NULL;
}

static TambourRecord *
find_text (TambourImportTarget  *target,
           TambourRecordClass   *klass,
           const TambourField   *field,
           const char           *text,
           const char           *account_id,
           GError              **error)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (target);
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));
  g_autoptr(GPtrArray) found = NULL;
  TambourRecord *waiting = find_text_in (self->waiting, klass, field, text, account_id);

  if (waiting != NULL)
    return take_unless_deleted (waiting);

  if ((waiting = find_text_in (self->leaving, klass, field, text, account_id)))
    return take_from_leaving (self, waiting, error);

  if (!tambour_query_where (query, field->name, TAMBOUR_IS, text, error))
    return NULL;

  if (account_id != NULL)
    tambour_query_account (query, account_id);

  tambour_query_limit (query, 1, 0);
  found = tambour_store_list (self->store, query, NULL, error);

  return found && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static gpointer
commit_cb (gpointer data)
{
  TambourPortfolioTarget *self = data;
  GError *error = NULL;

  tambour_store_commit (self->store, self->change, &error);

  return error;
}

/* Commits what waits on a thread, once the batch before is on the disk. Records
 * that say when they were made, and by whom, keep that.
 */
static gboolean
send_off (TambourPortfolioTarget  *self,
          GError                 **error)
{
  gboolean joined = join (self, error);

  g_clear_pointer (&self->leaving, batch_free);
  self->leaving = g_steal_pointer (&self->waiting);
  self->waiting = batch_new ();
  if (!joined)
    return FALSE;

  g_clear_object (&self->change);
  self->change = tambour_change_new (self->author, self->label);
  tambour_change_set_time (self->change, (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC });
  if (self->number > 0)
    tambour_change_set_continues (self->change, self->number);
  for (guint i = 0; i < self->leaving->records->len; i++)
    tambour_change_put (self->change, g_ptr_array_index (self->leaving->records, i));

  self->thread = g_thread_new ("import", commit_cb, self);

  return TRUE;
}

static gboolean
put (TambourImportTarget  *target,
     TambourRecord        *record,
     gboolean              created,
     GError              **error)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (target);
  TambourRecord *kept = g_object_ref (record);

  g_ptr_array_add (self->waiting->records, kept);
  g_hash_table_replace (self->waiting->by_id, kept->id, kept);
  if (kept->external_id != NULL)
    g_hash_table_replace (self->waiting->by_external,
                          dup_external_key (TAMBOUR_RECORD_GET_CLASS (kept), kept->external_system, kept->external_id),
                          kept);

  return self->waiting->records->len < self->size || send_off (self, error);
}

static void
import_target_iface_init (TambourImportTargetInterface *iface)
{
  iface->find_id = find_id;
  iface->find_external = find_external;
  iface->find_text = find_text;
  iface->put = put;
}

static void
tambour_portfolio_target_finalize (GObject *object)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (object);

  join (self, NULL);
  g_clear_object (&self->change);
  g_clear_pointer (&self->leaving, batch_free);
  g_clear_pointer (&self->waiting, batch_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tambour_portfolio_target_parent_class)->finalize (object);
}

static void
tambour_portfolio_target_class_init (TambourPortfolioTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_portfolio_target_finalize;
}

static void
tambour_portfolio_target_init (TambourPortfolioTarget *self)
{
  self->waiting = batch_new ();
}

/**
 * tambour_portfolio_target_new:
 * @store: the portfolio
 * @author: who imports
 * @label: what the history calls it, such as "Import cases"
 * @size: so many records make one transaction: few enough to stay small in
 *   memory, many enough that waiting for the disk does not count
 *
 * Returns: (transfer full): a target
 */
TambourPortfolioTarget *
tambour_portfolio_target_new (TambourStore *store,
                              const char   *author,
                              const char   *label,
                              guint         size)
{
  TambourPortfolioTarget *self = g_object_new (TAMBOUR_TYPE_PORTFOLIO_TARGET, NULL);

  self->store = g_object_ref (store);
  self->author = g_strdup (author);
  self->label = g_strdup (label);
  self->size = size;

  return self;
}

/**
 * tambour_portfolio_target_flush:
 * @self: a target
 * @error: return location
 *
 * Commits what waits, and waits for it. Call it when the import is over,
 * however it ended: what was read before an error or a cancel is kept.
 *
 * Returns: %FALSE on error; what could not be committed is then dropped
 */
gboolean
tambour_portfolio_target_flush (TambourPortfolioTarget  *self,
                                GError                 **error)
{
  if (self->waiting->records->len > 0 && !send_off (self, error))
    return FALSE;

  return join (self, error);
}

/**
 * tambour_portfolio_target_get_change:
 * @self: a target, flushed
 *
 * Returns: the number of the change that all of it is part of, or 0 if nothing
 *   was written
 */
gint64
tambour_portfolio_target_get_change (TambourPortfolioTarget *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO_TARGET (self), 0);

  return self->number;
}
