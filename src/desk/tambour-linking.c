/* tambour-linking.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-linking.h"

#include "tambour-case.h"
#include "tambour-kinds.h"
#include "tambour-note.h"
#include "tambour-record-view.h"

/* Of what an index finds, how much is read for its links. */
#define MOST_READ 200

/* As many as one looks through. */
#define MOST_LINKING 50

static GPtrArray *
list (TambourStore  *store,
      TambourQuery  *query,
      const char    *account_id,
      guint          limit,
      GCancellable  *cancellable,
      GError       **error)
{
  if (account_id != NULL)
    tambour_query_account (query, account_id);
  tambour_query_limit (query, limit, 0);

  return tambour_store_list (store, query, cancellable, error);
}

/* A case of the account, or if it has none of that number, of another one. */
static TambourRecord *
find_case (TambourStore  *store,
           const char    *account_id,
           const char    *number,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *accounts[] = { account_id, NULL };

  for (guint i = account_id ? 0 : 1; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
      g_autoptr(GPtrArray) found = NULL;

      if (!tambour_query_where (query, "number", TAMBOUR_IS, number, error) ||
          !(found = list (store, query, accounts[i], 1, cancellable, error)))
        return NULL;

      if (found->len > 0)
        return g_object_ref (g_ptr_array_index (found, 0));
    }

  return NULL;
}

static TambourRecord *
find_titled (TambourStore        *store,
             TambourRecordClass  *klass,
             const char          *account_id,
             const char          *title,
             gboolean             is_beginning,
             GCancellable        *cancellable,
             GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *folded = g_utf8_casefold (title, -1);

  if (!tambour_query_where (query, klass->title->name, TAMBOUR_CONTAINS, title, error) ||
      !(found = list (store, query, account_id, MOST_READ, cancellable, error)))
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (found, i);
      const char *own = TAMBOUR_FIELD_AT (klass->title, record, char *);
      g_autofree char *own_folded = g_utf8_casefold (own ? own : "", -1);
      const char *rest = own_folded + strlen (folded);

      if (g_str_equal (own_folded, folded) ||
          (is_beginning && g_str_has_prefix (own_folded, folded) && !g_ascii_isdigit (*rest)))
        return g_object_ref (record);
    }

  return NULL;
}

/* A note, or if none is called so, an environment. */
static TambourRecord *
find_note (TambourStore  *store,
           const char    *account_id,
           const char    *title,
           GCancellable  *cancellable,
           GError       **error)
{
  for (TambourNoteGroup group = 0; account_id != NULL && group <= TAMBOUR_NOTE_GROUP_ENVIRONMENTS; group++)
    {
      g_autoptr(GError) inner = NULL;
      TambourRecord *found = find_titled (store, tambour_note_get_kind (group), account_id, title, FALSE, cancellable, &inner);

      if (found != NULL)
        return found;

      if (inner != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&inner));
          return NULL;
        }
    }

  return NULL;
}

/**
 * tambour_linking_find:
 * @store: a store
 * @account_id: (nullable): the account of what has the link
 * @kind: a kind of link
 * @target: what it leads to
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): the record that is meant; %NULL without an
 *   error if there is none, and always for addresses
 */
TambourRecord *
tambour_linking_find (TambourStore     *store,
                      const char       *account_id,
                      TambourLinkKind   kind,
                      const char       *target,
                      GCancellable     *cancellable,
                      GError          **error)
{
  switch (kind)
    {
    case TAMBOUR_LINK_CASE:
      return find_case (store, account_id, target, cancellable, error);
    case TAMBOUR_LINK_ISSUE:
      return find_titled (store, tambour_kinds_find ("known_issue"), NULL, target, TRUE, cancellable, error);
    case TAMBOUR_LINK_NOTE:
      return find_note (store, account_id, target, cancellable, error);
    case TAMBOUR_LINK_ADDRESS:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
has_link (TambourRecord   *record,
          TambourLinkKind  kind,
          const char      *target)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TAMBOUR_FIELD_LONG) &&
        tambour_links_have (TAMBOUR_FIELD_AT (&klass->fields[i], record, char *), kind, target))
      return TRUE;

  return FALSE;
}

/* An index knows the links of all fields together: they are read. */
static gboolean
add_linking (GPtrArray           *all,
             TambourStore        *store,
             TambourRecordClass  *klass,
             const char          *account_id,
             TambourLinkKind      kind,
             const char          *target,
             guint                limit,
             GCancellable        *cancellable,
             GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));
  g_autoptr(GPtrArray) found = NULL;

  tambour_query_link (query, kind, target);
  if (!tambour_query_order (query, "row", TRUE, error) ||
      !(found = list (store, query, account_id, MOST_READ, cancellable, error)))
    return FALSE;

  for (guint i = 0; i < found->len && all->len < limit; i++)
    if (has_link (g_ptr_array_index (found, i), kind, target))
      g_ptr_array_add (all, g_object_ref (g_ptr_array_index (found, i)));

  return TRUE;
}

/**
 * tambour_linking_notes:
 * @store: a store
 * @account_id: an account
 * @kind: a kind of link
 * @target: what it leads to
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the notes of the
 *   account that have such a link
 */
GPtrArray *
tambour_linking_notes (TambourStore     *store,
                       const char       *account_id,
                       TambourLinkKind   kind,
                       const char       *target,
                       guint             limit,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (TambourNoteGroup group = 0; group < TAMBOUR_N_NOTE_KINDS; group++)
    if (!add_linking (all, store, tambour_note_get_kind (group), account_id, kind, target, limit, cancellable, error))
      return NULL;

  return g_steal_pointer (&all);
}

/**
 * tambour_linking_all:
 * @store: a store
 * @account_id: (nullable): whose records
 * @kind: a kind of link
 * @target: what it leads to
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the records of
 *   any kind that have such a link in a long text
 */
GPtrArray *
tambour_linking_all (TambourStore     *store,
                     const char       *account_id,
                     TambourLinkKind   kind,
                     const char       *target,
                     guint             limit,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      if (!(klass->traits & TAMBOUR_RECORD_DERIVED) && !add_linking (all, store, klass, account_id, kind, target, limit, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&all);
}

/* A line of a case's history stands for its case. */
static TambourRecord *
find_meant (TambourStore  *store,
            TambourRecord *record)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CASE);
  TambourRecord *meant = NULL;

  if (TAMBOUR_IS_CASE_EVENT (record) && TAMBOUR_CASE_EVENT (record)->case_id.id != NULL)
    meant = tambour_store_get (store, klass, TAMBOUR_CASE_EVENT (record)->case_id.id, NULL);

  return meant ? meant : g_object_ref (record);
}

/**
 * tambour_linking_from:
 * @store: a store
 * @record: a note or an environment
 * @others: where the records go that those mention
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): what has a link
 *   to @record, each once and not itself
 */
GPtrArray *
tambour_linking_from (TambourStore   *store,
                      TambourRecord  *record,
                      GHashTable     *others,
                      GCancellable   *cancellable,
                      GError        **error)
{
  const TambourField *title = TAMBOUR_RECORD_GET_CLASS (record)->title;
  const char *name = TAMBOUR_FIELD_AT (title, record, char *);
  g_autoptr(GPtrArray) linked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) found = tambour_linking_all (store, record->account_id.id, TAMBOUR_LINK_NOTE, name ? name : "",
                                                    MOST_LINKING, cancellable, error);

  if (found == NULL)
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(TambourRecord) meant = find_meant (store, g_ptr_array_index (found, i));

      if (g_strcmp0 (meant->id, record->id) == 0 || !g_hash_table_add (ids, meant->id))
        continue;

      tambour_others_add (others, store, meant);
      g_ptr_array_add (linked, g_steal_pointer (&meant));
    }

  return g_steal_pointer (&linked);
}

/* Links to @old lead to @new instead. */
static char *
dup_renamed (const char *text,
             const char *old,
             const char *new)
{
  g_autoptr(GPtrArray) links = tambour_links_parse (text);
  g_autofree char *wanted = g_utf8_casefold (old, -1);
  g_autoptr(GString) renamed = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);
      g_autofree char *own = g_utf8_casefold (link->target, -1);

      if (link->kind != TAMBOUR_LINK_NOTE || !g_str_equal (own, wanted))
        continue;

      g_string_append_len (renamed, text + at, (gssize) (link->start - at));
      g_string_append_printf (renamed, "[[%s]]", new);
      at = link->end;
    }

  g_string_append (renamed, text + at);

  return g_string_free (g_steal_pointer (&renamed), FALSE);
}

/* Whether links that say @title lead to @record, not to a note of the same title. */
static gboolean
is_meant (TambourStore   *store,
          TambourRecord  *record,
          const char     *title,
          GError        **error)
{
  g_autoptr(TambourRecord) meant = find_note (store, record->account_id.id, title, NULL, error);

  return meant != NULL && g_str_equal (meant->id, record->id);
}

static gboolean
rename_links (TambourStore   *store,
              TambourRecord  *record,
              const char     *old,
              const char     *title,
              TambourChange  *change,
              GError        **error)
{
  g_autoptr(GPtrArray) linking =
    tambour_linking_notes (store, record->account_id.id, TAMBOUR_LINK_NOTE, old, MOST_READ, NULL, error);

  for (guint i = 0; linking && i < linking->len; i++)
    {
      TambourRecord *other = g_ptr_array_index (linking, i);
      g_autofree char *text = dup_renamed (tambour_note_get_body (other), old, title);

      if (g_str_equal (other->id, record->id))
        continue;

      tambour_note_set_body (other, text);
      tambour_change_put (change, other);
    }

  return linking != NULL;
}

/**
 * tambour_linking_rename:
 * @store: a store
 * @record: a note or an environment, as it is stored
 * @title: what it is called from now on
 * @change: where the notes go that have links to it
 * @error: return location for a #TambourStoreError
 *
 * Has the links of other notes lead to @record by its new title.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean
tambour_linking_rename (TambourStore   *store,
                        TambourRecord  *record,
                        const char     *title,
                        TambourChange  *change,
                        GError        **error)
{
  const char *old = TAMBOUR_FIELD_AT (TAMBOUR_RECORD_GET_CLASS (record)->title, record, char *);
  g_autoptr(GError) reason = NULL;

  if (old == NULL || *old == '\0' || title == NULL || *title == '\0' || g_str_equal (old, title) || record->account_id.id == NULL)
    return TRUE;

  if (is_meant (store, record, old, &reason))
    return rename_links (store, record, old, title, change, error);

  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}
