/* tambour-checklist-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-checklist-target.h"

#include "tambour-audit.h"
#include "tambour-kinds.h"
#include "tambour-template-versions.h"

/**
 * TambourChecklistTarget:
 *
 * Lets an import put checklists into a portfolio. What is new goes through; of a
 * checklist that is there, nothing is changed: when the file has been read, what is
 * different in it makes a new version.
 */
struct _TambourChecklistTarget
{
  GObject              parent_instance;

  TambourStore        *store;
  TambourImportTarget *target;
  GHashTable          *revisions;  /* id of a stored item that the file has → its revision */
  GHashTable          *new_ones;   /* ids of the checklists that the file begins */
  GPtrArray           *items;      /* those that the file changes or adds */
};

static void import_target_iface_init (TambourImportTargetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourChecklistTarget, tambour_checklist_target, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TAMBOUR_TYPE_IMPORT_TARGET, import_target_iface_init))

/* --- what is there --------------------------------------------------------- */

static gboolean
is_item (TambourRecordClass *klass)
{
  return G_TYPE_FROM_CLASS (klass) == TAMBOUR_TYPE_TEMPLATE_ITEM;
}

static TambourRecord *
find_id (TambourImportTarget  *target,
         TambourRecordClass   *klass,
         const char           *id,
         GError              **error)
{
  return tambour_import_target_find_id (TAMBOUR_CHECKLIST_TARGET (target)->target, klass, id, error);
}

/* Those of the file that come before it, in this import. */
static TambourRecord *
find_waiting (TambourChecklistTarget *self,
              const char             *system,
              const char             *external_id)
{
  for (guint i = self->items->len; i-- > 0;)
    {
      TambourRecord *record = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (record->external_id, external_id) == 0 && g_strcmp0 (record->external_system, system) == 0)
        return tambour_record_dup (record);
    }

  return NULL;
}

/* A file has no revisions: it is compared without them. */
static TambourRecord *
take_stored (TambourChecklistTarget *self,
             TambourTemplateItem    *item)
{
  gint64 *revision = g_new (gint64, 1);

  *revision = item->revision;
  g_hash_table_replace (self->revisions, g_strdup (TAMBOUR_RECORD (item)->id), revision);
  item->revision = 1;

  return g_object_ref (TAMBOUR_RECORD (item));
}

/* Each version has the item; the newest is meant. */
static TambourRecord *
find_external (TambourImportTarget  *target,
               TambourRecordClass   *klass,
               const char           *system,
               const char           *external_id,
               GError              **error)
{
  TambourChecklistTarget *self = TAMBOUR_CHECKLIST_TARGET (target);
  g_autoptr(TambourQuery) query = NULL;
  g_autoptr(GPtrArray) found = NULL;
  TambourRecord *waiting;

  if (!is_item (klass))
    return tambour_import_target_find_external (self->target, klass, system, external_id, error);
  if ((waiting = find_waiting (self, system, external_id)))
    return waiting;

  query = tambour_query_new (TAMBOUR_TYPE_TEMPLATE_ITEM);
  tambour_query_limit (query, 1, 0);
  if (!tambour_query_where (query, "external_id", TAMBOUR_IS, external_id, error) ||
      !tambour_query_where (query, "external_system", TAMBOUR_IS, system, error) ||
      !tambour_query_order (query, "row", TRUE, error) ||
      !(found = tambour_store_list (self->store, query, NULL, error)) || found->len == 0)
    return NULL;

  return take_stored (self, g_ptr_array_index (found, 0));
}

static TambourRecord *
find_text (TambourImportTarget  *target,
           TambourRecordClass   *klass,
           const TambourField   *field,
           const char           *text,
           const char           *account_id,
           GError              **error)
{
  TambourChecklistTarget *self = TAMBOUR_CHECKLIST_TARGET (target);
  g_autoptr(TambourQuery) query = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (G_TYPE_FROM_CLASS (klass) == TAMBOUR_TYPE_AUDIT_TEMPLATE)
    {
      query = tambour_query_new (TAMBOUR_TYPE_AUDIT_TEMPLATE);
      tambour_query_limit (query, 1, 0);
      if (!tambour_query_where (query, field->name, TAMBOUR_IS, text, error) ||
          !tambour_query_where (query, "replaced_by_id", TAMBOUR_IS, NULL, error) ||
          !(found = tambour_store_list (self->store, query, NULL, error)))
        return NULL;
      if (found->len > 0)
        return g_object_ref (g_ptr_array_index (found, 0));
    }

  return tambour_import_target_find_text (self->target, klass, field, text, account_id, error);
}

static gboolean
put (TambourImportTarget  *target,
     TambourRecord        *record,
     gboolean              created,
     GError              **error)
{
  TambourChecklistTarget *self = TAMBOUR_CHECKLIST_TARGET (target);

  if (!TAMBOUR_IS_TEMPLATE_ITEM (record))
    {
      if (created && TAMBOUR_IS_AUDIT_TEMPLATE (record))
        g_hash_table_add (self->new_ones, g_strdup (record->id));

      return tambour_import_target_put (self->target, record, created, error);
    }

  g_ptr_array_add (self->items, g_object_ref (record));

  return TRUE;
}

static void
import_target_iface_init (TambourImportTargetInterface *iface)
{
  iface->find_id = find_id;
  iface->find_external = find_external;
  iface->find_text = find_text;
  iface->put = put;
}

/* --- new versions ---------------------------------------------------------- */

static const char *
get_template (TambourRecord *item)
{
  return TAMBOUR_TEMPLATE_ITEM (item)->template_id.id;
}

/* Those of the file that belong to a checklist, by their keys; the last that is said
 * of a question stands.
 */
static GHashTable *
index_said (TambourChecklistTarget *self,
            const char             *template_id)
{
  GHashTable *said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      TambourRecord *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (get_template (item), template_id) == 0)
        g_hash_table_insert (said, item->id, item);
    }

  return said;
}

static gboolean
has_any (TambourChecklistTarget *self,
         GPtrArray              *stored)
{
  for (guint i = 0; i < stored->len; i++)
    if (g_hash_table_contains (self->revisions, tambour_record_get_id (g_ptr_array_index (stored, i))))
      return TRUE;

  return FALSE;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const TambourTemplateItem *first = *(const TambourTemplateItem * const *) a;
  const TambourTemplateItem *second = *(const TambourTemplateItem * const *) b;

  return (first->position > second->position) - (first->position < second->position);
}

/* What the file has: its own words, and what it left as it is. What it no longer has is
 * gone, if it is a file of this checklist at all.
 */
static GPtrArray *
list_wanted (TambourChecklistTarget *self,
             GPtrArray              *stored,
             GHashTable             *said)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_of_file = has_any (self, stored);
  GHashTableIter iter;
  gpointer item;

  for (guint i = 0; i < stored->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (stored, i);
      gboolean is_seen = g_hash_table_contains (self->revisions, record->id);

      if (!g_hash_table_contains (said, record->id) && (is_seen || !is_of_file || record->external_id == NULL))
        g_ptr_array_add (wanted, g_object_ref (record));
    }

  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const gint64 *revision = g_hash_table_lookup (self->revisions, TAMBOUR_RECORD (item)->id);

      TAMBOUR_TEMPLATE_ITEM (item)->revision = revision ? *revision : 1;
      g_ptr_array_add (wanted, g_object_ref (item));
    }

  g_ptr_array_sort (wanted, compare_positions);

  return wanted;
}

static gboolean
put_version (TambourChecklistTarget  *self,
             const char              *template_id,
             GError                 **error)
{
  g_autoptr(TambourRecord) old = tambour_store_get (self->store, tambour_kinds_find ("audit_template"), template_id, error);
  g_autoptr(GPtrArray) stored = old ? tambour_template_list_items (self->store, template_id, error) : NULL;
  g_autoptr(GHashTable) said = index_said (self, template_id);
  g_autoptr(GPtrArray) wanted = stored ? list_wanted (self, stored, said) : NULL;
  g_autoptr(GPtrArray) records = NULL;

  if (wanted == NULL)
    return FALSE;

  records = tambour_template_new_version (TAMBOUR_AUDIT_TEMPLATE (old), stored, wanted);
  for (guint i = 0; i < records->len; i++)
    if (!tambour_import_target_put (self->target, g_ptr_array_index (records, i), g_ptr_array_index (records, i) != old, error))
      return FALSE;

  return TRUE;
}

/* The checklists that were there and that the file speaks of, each once. */
static GPtrArray *
list_touched (TambourChecklistTarget *self)
{
  GPtrArray *touched = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const char *template_id = get_template (g_ptr_array_index (self->items, i));

      if (template_id != NULL && !g_hash_table_contains (self->new_ones, template_id) &&
          !g_ptr_array_find_with_equal_func (touched, template_id, g_str_equal, NULL))
        g_ptr_array_add (touched, g_strdup (template_id));
    }

  return touched;
}

/* A file that only leaves questions out says nothing of the checklist by a change. */
static gboolean
add_shortened (TambourChecklistTarget  *self,
               GPtrArray               *touched,
               GError                 **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->revisions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr(TambourRecord) item = tambour_store_get (self->store, tambour_kinds_find ("template_item"), id, error);

      if (item == NULL)
        return FALSE;
      if (get_template (item) != NULL && !g_ptr_array_find_with_equal_func (touched, get_template (item), g_str_equal, NULL))
        g_ptr_array_add (touched, g_strdup (get_template (item)));
    }

  return TRUE;
}

/**
 * tambour_checklist_target_finish:
 * @self: a target that an import is over for
 * @is_whole: whether the whole file was read
 * @error: return location
 *
 * Puts what waits: the questions of new checklists, and a new version of each that is
 * different in the file, if all of it was read.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_checklist_target_finish (TambourChecklistTarget  *self,
                                 gboolean                 is_whole,
                                 GError                 **error)
{
  g_autoptr(GPtrArray) touched = list_touched (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      TambourRecord *item = g_ptr_array_index (self->items, i);

      if ((get_template (item) == NULL || g_hash_table_contains (self->new_ones, get_template (item))) &&
          !tambour_import_target_put (self->target, item, TRUE, error))
        return FALSE;
    }

  if (!is_whole)
    return TRUE;
  if (!add_shortened (self, touched, error))
    return FALSE;

  for (guint i = 0; i < touched->len; i++)
    if (!put_version (self, g_ptr_array_index (touched, i), error))
      return FALSE;

  return TRUE;
}

static void
tambour_checklist_target_finalize (GObject *object)
{
  TambourChecklistTarget *self = TAMBOUR_CHECKLIST_TARGET (object);

  g_clear_object (&self->store);
  g_clear_object (&self->target);
  g_clear_pointer (&self->revisions, g_hash_table_unref);
  g_clear_pointer (&self->new_ones, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_checklist_target_parent_class)->finalize (object);
}

static void
tambour_checklist_target_class_init (TambourChecklistTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_checklist_target_finalize;
}

static void
tambour_checklist_target_init (TambourChecklistTarget *self)
{
  self->revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->new_ones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tambour_checklist_target_new:
 * @store: a store
 * @target: where the records go
 *
 * Returns: (transfer full): a target for an import of questions
 */
TambourChecklistTarget *
tambour_checklist_target_new (TambourStore        *store,
                              TambourImportTarget *target)
{
  TambourChecklistTarget *self = g_object_new (TAMBOUR_TYPE_CHECKLIST_TARGET, NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->target, target);

  return self;
}
