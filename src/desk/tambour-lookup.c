/* tambour-lookup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-lookup.h"

#include "tambour-kinds.h"

/* The records of @klass whose @field says exactly @text, two at most. */
static GPtrArray *
list_by_field (TambourStore        *store,
               TambourRecordClass  *klass,
               const char          *field,
               const char          *text,
               GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));

  if (!tambour_query_where (query, field, TAMBOUR_IS, text, error))
    return NULL;

  tambour_query_limit (query, 2, 0);

  return tambour_store_list (store, query, NULL, error);
}

/* Returns: %FALSE on failure; @found stays %NULL when nothing has that name */
static gboolean
find_by_field (TambourStore        *store,
               TambourRecordClass  *klass,
               const char          *field,
               const char          *text,
               TambourRecord      **found,
               GError             **error)
{
  g_autoptr(GPtrArray) records = list_by_field (store, klass, field, text, error);

  if (records == NULL)
    return FALSE;

  if (records->len > 1)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   "“%s” names more than one of the %s: give the id instead", text, klass->plural);
      return FALSE;
    }

  if (records->len == 1)
    *found = g_object_ref (g_ptr_array_index (records, 0));

  return TRUE;
}

/* What people call records of @klass by, besides their title. */
static const char *
get_short_name (TambourRecordClass *klass)
{
  static const char * const names[] = { "short_code", "code", "number" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (tambour_record_class_find_field (klass, names[i]) != NULL)
      return names[i];

  return NULL;
}

/**
 * tambour_lookup_record:
 * @store: a store
 * @klass: a kind
 * @name: an id, a title, or what such records are called for short
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or _REFUSED if
 *   several are called so
 *
 * Returns: (transfer full) (nullable): the record, or %NULL on error
 */
TambourRecord *
tambour_lookup_record (TambourStore        *store,
                       TambourRecordClass  *klass,
                       const char          *name,
                       GError             **error)
{
  const char *short_name = get_short_name (klass);
  TambourRecord *found = tambour_store_get (store, klass, name, NULL);

  if (found != NULL)
    return found;

  if (klass->title != NULL && !find_by_field (store, klass, klass->title->name, name, &found, error))
    return NULL;

  if (found == NULL && short_name != NULL && !find_by_field (store, klass, short_name, name, &found, error))
    return NULL;

  if (found == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                 "no %s is called “%s” in %s", klass->kind, name, tambour_store_get_path (store));

  return found;
}

/**
 * tambour_lookup_account:
 * @store: a store
 * @name: an account's id, name or short code
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account, or %NULL on error
 */
TambourAccount *
tambour_lookup_account (TambourStore  *store,
                        const char    *name,
                        GError       **error)
{
  return (TambourAccount *) tambour_lookup_record (store, tambour_kinds_find ("account"), name, error);
}

/**
 * tambour_lookup_set:
 * @store: a store
 * @record: a record
 * @field: the name of one of its fields
 * @text: what a person typed; a reference may be given by name
 * @error: return location
 *
 * Returns: %FALSE if there is no such field, or it cannot hold @text
 */
gboolean
tambour_lookup_set (TambourStore   *store,
                    TambourRecord  *record,
                    const char     *field,
                    const char     *text,
                    GError        **error)
{
  const TambourField *found = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), field);
  g_autoptr(TambourRecord) target = NULL;

  if (found == NULL || found->kind != TAMBOUR_KIND_REF || *text == '\0')
    return tambour_record_set_text (record, field, text, error);

  target = tambour_lookup_record (store, tambour_kinds_find (found->target), text, error);
  if (target == NULL)
    return FALSE;

  return tambour_record_set_text (record, field, target->id, error);
}

/**
 * tambour_lookup_case:
 * @store: a store
 * @account_id: (nullable): the account that is meant, if it has such a case
 * @name: what people call a case: "#4093" and "4093" are the same
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED if there is none, or another
 *
 * Returns: (transfer full) (nullable): the case with that number
 */
TambourCase *
tambour_lookup_case (TambourStore  *store,
                     const char    *account_id,
                     const char    *name,
                     GError       **error)
{
  g_autofree char *text = g_strstrip (g_strdup (name));
  const char *number = *text == '#' ? text + 1 : text;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) found = NULL;
  TambourCase *best = NULL;

  if (!tambour_query_where (query, "number", TAMBOUR_IS, number, error) ||
      !(found = tambour_store_list (store, query, NULL, error)))
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (found, i);

      if (best == NULL || g_strcmp0 (record->account_id.id, account_id) == 0)
        best = TAMBOUR_CASE (record);
    }

  if (best == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("There is no case #%s here."), number);

  return best ? g_object_ref (best) : NULL;
}
