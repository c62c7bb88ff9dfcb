/* tambour-template-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-move.h"
#include "tambour-template-versions.h"

#include "tambour-kinds.h"

/* Longer chains of versions are broken. */
#define MAX_VERSIONS 200

/**
 * tambour_template_list_items:
 * @store: a store
 * @template_id: the id of a checklist
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourTemplateItem): its
 *   questions, in their order
 */
GPtrArray *
tambour_template_list_items (TambourStore  *store,
                             const char    *template_id,
                             GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_TEMPLATE_ITEM);

  if (!tambour_query_where (query, "template_id", TAMBOUR_IS, template_id, error) ||
      !tambour_query_order (query, "position", FALSE, error))
    return NULL;

  return tambour_store_list (store, query, NULL, error);
}

/**
 * tambour_template_next_version:
 * @version: (nullable): a version: "6", "2026.1"
 *
 * Returns: (transfer full): the one after it: the number at its end is one more
 */
char *
tambour_template_next_version (const char *version)
{
  gsize length = version ? strlen (version) : 0;
  gsize start = length;
  g_autofree char *head = NULL;

  if (length == 0)
    return g_strdup ("2");

  while (start > 0 && g_ascii_isdigit (version[start - 1]))
    start--;
  if (start == length)
    return g_strdup_printf ("%s 2", version);

  head = g_strndup (version, start);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT, head, g_ascii_strtoull (version + start, NULL, 10) + 1);
}

/* --- what is different ----------------------------------------------------- */

/* Key → item. What has no key is known by its text. */
static const char *
get_key (TambourTemplateItem *item)
{
  return item->item_key && *item->item_key ? item->item_key : item->text ? item->text
                                                                         : "";
}

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      TambourTemplateItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (index, (gpointer) get_key (item), item);
    }

  return index;
}

/* Who answered it before would have to look again: an audit is compared with others
 * only where they asked the same (METRICS.md M42).
 */
static gboolean
means_another (TambourTemplateItem *before,
               TambourTemplateItem *now)
{
  return g_strcmp0 (before->text, now->text) != 0;
}

static gboolean
says_another (TambourTemplateItem *before,
              TambourTemplateItem *now)
{
  return means_another (before, now) || g_strcmp0 (before->section, now->section) != 0 || g_strcmp0 (before->why, now->why) != 0 ||
         before->severity != now->severity || before->weight < now->weight || before->weight > now->weight ||
         g_strcmp0 (before->evidence_hint, now->evidence_hint) != 0 || g_strcmp0 (before->link, now->link) != 0 ||
         before->revision != now->revision;
}

static gboolean
is_different (GPtrArray *stored,
              GPtrArray *wanted)
{
  if (stored->len != wanted->len)
    return TRUE;

  for (guint i = 0; i < stored->len; i++)
    {
      TambourTemplateItem *before = g_ptr_array_index (stored, i);
      TambourTemplateItem *now = g_ptr_array_index (wanted, i);

      if (!g_str_equal (get_key (before), get_key (now)) || says_another (before, now))
        return TRUE;
    }

  return FALSE;
}

/* --- a new version --------------------------------------------------------- */

/* A revision that somebody raised is theirs to raise, though the words stayed. */
static gint64
find_revision (TambourTemplateItem *before,
               TambourTemplateItem *now)
{
  if (before == NULL)
    return MAX (now->revision, 1);
  if (now->revision > before->revision)
    return now->revision;

  return means_another (before, now) ? before->revision + 1 : before->revision;
}

static TambourRecord *
copy_item (TambourTemplateItem  *item,
           TambourTemplateItem  *before,
           TambourAuditTemplate *template,
           guint                 position)
{
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_TEMPLATE_ITEM, NULL);
  TambourTemplateItem *copy = TAMBOUR_TEMPLATE_ITEM (record);

  g_set_str (&copy->template_id.id, TAMBOUR_RECORD (template)->id);
  g_set_str (&copy->item_key, item->item_key && *item->item_key ? item->item_key : record->id);
  g_set_str (&copy->section, item->section);
  g_set_str (&copy->text, item->text);
  g_set_str (&copy->why, item->why);
  g_set_str (&copy->evidence_hint, item->evidence_hint);
  g_set_str (&copy->link, item->link);
  g_set_str (&record->external_system, TAMBOUR_RECORD (item)->external_system);
  g_set_str (&record->external_id, TAMBOUR_RECORD (item)->external_id);
  copy->revision = find_revision (before, item);
  copy->severity = item->severity;
  copy->weight = item->weight;
  copy->position = position;
  record->origin = TAMBOUR_RECORD (item)->origin;

  return record;
}

/**
 * tambour_template_new_version:
 * @old: the newest version of a checklist; is told that it is replaced
 * @stored: (element-type TambourTemplateItem): its questions, in their order
 * @wanted: (element-type TambourTemplateItem): what the next one asks, in its order
 *
 * Makes the records of the next version. A question whose words are others gets a new
 * revision, all others keep theirs and their key; what is not wanted stays in @old
 * alone. Audits keep the version that they go by.
 *
 * Returns: (transfer full) (element-type TambourRecord): what is to be stored: the new
 *   version first, then its questions, and @old; empty if nothing is different
 */
GPtrArray *
tambour_template_new_version (TambourAuditTemplate *old,
                              GPtrArray            *stored,
                              GPtrArray            *wanted)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) before = index_items (stored);
  TambourAuditTemplate *template;

  if (!is_different (stored, wanted))
    return records;

  template = TAMBOUR_AUDIT_TEMPLATE (tambour_record_new (TAMBOUR_TYPE_AUDIT_TEMPLATE, NULL));
  g_ptr_array_add (records, template);
  g_set_str (&template->name, old->name);
  g_set_str (&template->domain, old->domain);
  g_set_str (&template->body, old->body);
  template->version = tambour_template_next_version (old->version);
  for (guint i = 0; i < wanted->len; i++)
    {
      TambourTemplateItem *item = g_ptr_array_index (wanted, i);

      g_ptr_array_add (records, copy_item (item, g_hash_table_lookup (before, get_key (item)), template, i + 1));
    }

  g_set_str (&old->replaced_by_id.id, TAMBOUR_RECORD (template)->id);
  g_ptr_array_add (records, g_object_ref (old));

  return records;
}

/**
 * tambour_template_publish:
 * @store: a store
 * @template_id: the id of the newest version of a checklist
 * @wanted: (element-type TambourTemplateItem): what the next version asks, in its order
 * @change: where to put it
 * @new_id: (out) (optional): the id of the new version
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for
 *   people, or another
 *
 * Makes a new version of a checklist, see tambour_template_new_version(). Blocks.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_template_publish (TambourStore   *store,
                          const char     *template_id,
                          GPtrArray      *wanted,
                          TambourChange  *change,
                          char          **new_id,
                          GError        **error)
{
  g_autoptr(TambourRecord) old = tambour_store_get (store, tambour_kinds_find ("audit_template"), template_id, error);
  g_autoptr(GPtrArray) stored = old ? tambour_template_list_items (store, template_id, error) : NULL;
  g_autoptr(GPtrArray) records = NULL;

  if (stored == NULL)
    return FALSE;
  if (TAMBOUR_AUDIT_TEMPLATE (old)->replaced_by_id.id != NULL)
    return tambour_move_refuse (error, _("There is a newer version of this checklist already. Edit that one."));
  if (wanted->len == 0)
    return tambour_move_refuse (error, _("A checklist has at least one question."));

  records = tambour_template_new_version (TAMBOUR_AUDIT_TEMPLATE (old), stored, wanted);
  if (records->len == 0)
    return tambour_move_refuse (error, _("Nothing is different from the version that there is."));

  for (guint i = 0; i < records->len; i++)
    tambour_change_put (change, g_ptr_array_index (records, i));
  if (new_id != NULL)
    *new_id = g_strdup (tambour_record_get_id (g_ptr_array_index (records, 0)));

  return TRUE;
}

/**
 * tambour_template_check_used:
 * @store: a store
 * @item: a question of a checklist, as it shall be
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Returns: %FALSE if audits go by it, and it stays as it is
 */
gboolean
tambour_template_check_used (TambourStore   *store,
                             TambourRecord  *item,
                             GError        **error)
{
  g_autoptr(TambourTemplateItem) stored = (TambourTemplateItem *) tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (item), item->id, NULL);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT);
  gint64 n;

  if (stored == NULL || stored->template_id.id == NULL || !says_another (stored, TAMBOUR_TEMPLATE_ITEM (item)))
    return TRUE;
  if (!tambour_query_where (query, "template_id", TAMBOUR_IS, stored->template_id.id, error) ||
      (n = tambour_store_count (store, query, error)) < 0)
    return FALSE;

  return n == 0 || tambour_move_refuse (error, _("Audits go by this version of the checklist, and its questions stay as they are. Publish a new version of it."));
}

/* --- all versions ---------------------------------------------------------- */

static void
version_free (gpointer data)
{
  TambourTemplateVersion *version = data;

  g_clear_object (&version->record);
  g_free (version);
}

static TambourAuditTemplate *
find_one (TambourStore  *store,
          const char    *field,
          const char    *id,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_TEMPLATE);
  g_autoptr(GPtrArray) found = NULL;

  tambour_query_limit (query, 1, 0);
  if (!tambour_query_where (query, field, TAMBOUR_IS, id, error) || !(found = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static gboolean
count_audits (TambourStore            *store,
              TambourTemplateVersion  *version,
              GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT);
  gint64 n;

  if (!tambour_query_where (query, "template_id", TAMBOUR_IS, TAMBOUR_RECORD (version->record)->id, error) ||
      (n = tambour_store_count (store, query, error)) < 0)
    return FALSE;

  version->n_audits = (guint) n;

  return TRUE;
}

static void
compare (TambourTemplateVersion *version,
         GPtrArray              *items,
         GPtrArray              *before)
{
  g_autoptr(GHashTable) known = index_items (before);
  guint n_kept = 0;

  version->n_items = items->len;
  for (guint i = 0; i < items->len; i++)
    {
      TambourTemplateItem *item = g_ptr_array_index (items, i);
      TambourTemplateItem *old = g_hash_table_lookup (known, get_key (item));

      n_kept += old != NULL;
      version->n_added += old == NULL;
      version->n_changed += old != NULL && old->revision != item->revision;
    }

  version->n_removed = before->len - n_kept;
}

static gboolean
describe (TambourStore  *store,
          GPtrArray     *versions,
          GError       **error)
{
  g_autoptr(GPtrArray) before = g_ptr_array_new ();

  /* The oldest has nothing new: it is all there was. */
  for (guint i = versions->len; i-- > 0;)
    {
      TambourTemplateVersion *version = g_ptr_array_index (versions, i);
      g_autoptr(GPtrArray) items = tambour_template_list_items (store, TAMBOUR_RECORD (version->record)->id, error);

      if (items == NULL || !count_audits (store, version, error))
        return FALSE;

      compare (version, items, i + 1 == versions->len ? items : before);
      g_clear_pointer (&before, g_ptr_array_unref);
      before = g_steal_pointer (&items);
    }

  return TRUE;
}

static void
add_version (GPtrArray            *versions,
             gint                  position,
             TambourAuditTemplate *template)
{
  TambourTemplateVersion *version = g_new0 (TambourTemplateVersion, 1);

  version->record = g_object_ref (template);
  g_ptr_array_insert (versions, position, version);
}

/**
 * tambour_template_versions_load:
 * @store: a store
 * @template_id: the id of any version of a checklist
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourTemplateVersion): all
 *   versions of it, the newest first
 */
GPtrArray *
tambour_template_versions_load (TambourStore  *store,
                                const char    *template_id,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func (version_free);
  g_autoptr(TambourAuditTemplate) template = (TambourAuditTemplate *) tambour_store_get (store, tambour_kinds_find ("audit_template"), template_id, error);
  g_autoptr(TambourAuditTemplate) newer = NULL;
  g_autoptr(TambourAuditTemplate) older = NULL;
  g_autoptr(GError) failure = NULL;

  if (template == NULL)
    return NULL;

  add_version (versions, 0, template);
  g_set_object (&newer, template);
  while (newer != NULL && newer->replaced_by_id.id != NULL && versions->len < MAX_VERSIONS)
    {
      TambourAuditTemplate *next = find_one (store, "id", newer->replaced_by_id.id, cancellable, &failure);

      if (next != NULL)
        add_version (versions, 0, next);
      g_clear_object (&newer);
      newer = next;
    }

  g_set_object (&older, template);
  while (older != NULL && failure == NULL && versions->len < MAX_VERSIONS)
    {
      TambourAuditTemplate *previous = find_one (store, "replaced_by_id", TAMBOUR_RECORD (older)->id, cancellable, &failure);

      if (previous != NULL)
        add_version (versions, -1, previous);
      g_clear_object (&older);
      older = previous;
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (describe (store, versions, error))
    return g_steal_pointer (&versions);

  return NULL;
}
