/* tambour-portfolio-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-target.h"

/**
 * TambourPortfolioTarget:
 *
 * Lets an import put its records into a portfolio. However many transactions it
 * takes, undo takes the whole import back.
 */
struct _TambourPortfolioTarget
{
  GObject        parent_instance;

  TambourStore  *store;
  char          *author;
  char          *label;
  guint          batch;        /* so many records make one transaction */
  gint64         number;       /* of the import's first change, 0 before it */
  GPtrArray     *waiting;      /* records not committed yet */
  GHashTable    *by_id;        /* id -> waiting record */
  GHashTable    *by_external;  /* kind, system, external id -> waiting record */
};

static void import_target_iface_init (TambourImportTargetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourPortfolioTarget, tambour_portfolio_target, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TAMBOUR_TYPE_IMPORT_TARGET, import_target_iface_init))

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

static TambourRecord *
find_id (TambourImportTarget  *target,
         TambourRecordClass   *klass,
         const char           *id,
         GError              **error)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (target);
  TambourRecord *waiting = g_hash_table_lookup (self->by_id, id);
  GError *failure = NULL;
  TambourRecord *found;

  if (waiting != NULL)
    return take_unless_deleted (waiting);

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
  TambourRecord *waiting = g_hash_table_lookup (self->by_external, key);
  GError *failure = NULL;
  TambourRecord *found;

  if (waiting != NULL)
    return take_unless_deleted (waiting);

  found = tambour_store_get_external (self->store, klass, system, external_id, &failure);

  return accept_nothing (found, failure, error);
}

static gboolean
has_text (TambourRecord      *record,
          const TambourField *field,
          const char         *text,
          const char         *account_id)
{
  g_autofree char *said = tambour_field_dup_text (field, record);

  return g_strcmp0 (said, text) == 0 &&
         (account_id == NULL || g_strcmp0 (record->account_id.id, account_id) == 0);
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

  for (guint i = 0; i < self->waiting->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (self->waiting, i);

      if (TAMBOUR_RECORD_GET_CLASS (record) == klass && has_text (record, field, text, account_id))
        return take_unless_deleted (record);
    }

  if (!tambour_query_where (query, field->name, TAMBOUR_IS, text, error))
    return NULL;

  if (account_id != NULL)
    tambour_query_account (query, account_id);

  tambour_query_limit (query, 1, 0);
  found = tambour_store_list (self->store, query, NULL, error);

  return found && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static gboolean
put (TambourImportTarget  *target,
     TambourRecord        *record,
     gboolean              created,
     GError              **error)
{
  TambourPortfolioTarget *self = TAMBOUR_PORTFOLIO_TARGET (target);
  TambourRecord *kept = g_object_ref (record);

  g_ptr_array_add (self->waiting, kept);
  g_hash_table_replace (self->by_id, kept->id, kept);
  if (kept->external_id != NULL)
    g_hash_table_replace (self->by_external,
                          dup_external_key (TAMBOUR_RECORD_GET_CLASS (kept), kept->external_system, kept->external_id),
                          kept);

  return self->waiting->len < self->batch || tambour_portfolio_target_flush (self, error);
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

  g_clear_pointer (&self->by_external, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
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
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_external = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tambour_portfolio_target_new:
 * @store: the portfolio
 * @author: who imports
 * @label: what the history calls it, such as "Import cases"
 * @batch: so many records make one transaction: few enough to stay small in
 *   memory, many enough that waiting for the disk does not count
 *
 * Returns: (transfer full): a target
 */
TambourPortfolioTarget *
tambour_portfolio_target_new (TambourStore *store,
                              const char   *author,
                              const char   *label,
                              guint         batch)
{
  TambourPortfolioTarget *self = g_object_new (TAMBOUR_TYPE_PORTFOLIO_TARGET, NULL);

  self->store = g_object_ref (store);
  self->author = g_strdup (author);
  self->label = g_strdup (label);
  self->batch = batch;

  return self;
}

/**
 * tambour_portfolio_target_flush:
 * @self: a target
 * @error: return location
 *
 * Commits what waits. Call it when the import is over, however it ended: what
 * was read before an error or a cancel is kept.
 *
 * Returns: %FALSE on error; what waited is then dropped
 */
gboolean
tambour_portfolio_target_flush (TambourPortfolioTarget  *self,
                                GError                 **error)
{
  g_autoptr(TambourChange) change = NULL;
  gboolean committed;

  if (self->waiting->len == 0)
    return TRUE;

  change = tambour_change_new (self->author, self->label);
  if (self->number > 0)
    tambour_change_set_continues (change, self->number);
  for (guint i = 0; i < self->waiting->len; i++)
    tambour_change_put (change, g_ptr_array_index (self->waiting, i));

  committed = tambour_store_commit (self->store, change, error);
  if (committed && self->number == 0)
    self->number = tambour_change_get_number (change);

  g_hash_table_remove_all (self->by_external);
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->waiting, 0);

  return committed;
}
