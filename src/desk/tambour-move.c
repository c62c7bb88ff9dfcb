/* tambour-move.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-move.h"

/**
 * tambour_move_refuse:
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 * @message: a sentence for people, which says why
 *
 * Returns: %FALSE, to be returned in turn
 */
gboolean
tambour_move_refuse (GError     **error,
                     const char  *message)
{
  g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, message);

  return FALSE;
}

/**
 * tambour_move_is_blank:
 * @text: (nullable): what is typed
 *
 * Returns: whether it is nothing but space
 */
gboolean
tambour_move_is_blank (const char *text)
{
  g_autofree char *copy = tambour_move_dup_text (text);

  return copy == NULL;
}

/**
 * tambour_move_dup_text:
 * @text: (nullable): what is typed
 *
 * Returns: (transfer full) (nullable): what is left of it without the space around it
 */
char *
tambour_move_dup_text (const char *text)
{
  g_autofree char *copy = text ? g_strstrip (g_strdup (text)) : NULL;

  return copy != NULL && *copy != '\0' ? g_steal_pointer (&copy) : NULL;
}

/**
 * tambour_move_set_text:
 * @member: a member of a record
 * @text: (nullable): what is typed, which may be what @member says
 *
 * Sets it to what is left without the space around it, or to %NULL.
 *
 * Returns: whether anything is left
 */
gboolean
tambour_move_set_text (char       **member,
                       const char  *text)
{
  char *copy = tambour_move_dup_text (text);

  g_free (*member);
  *member = copy;

  return copy != NULL;
}

/**
 * tambour_move_day:
 * @on: the day that is typed, or none
 * @today: the day that is "today"
 *
 * Returns: the day on which it happened
 */
TambourDate
tambour_move_day (TambourDate on,
                  TambourDate today)
{
  return tambour_date_is_stated (on) ? on : today;
}

/**
 * tambour_move_check_day:
 * @on: the day that is typed, or none
 * @today: the day that is "today"
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Returns: whether it can have happened on that day
 */
gboolean
tambour_move_check_day (TambourDate   on,
                        TambourDate   today,
                        GError      **error)
{
  return tambour_move_day (on, today).julian <= today.julian || tambour_move_refuse (error, _("That day has not come yet."));
}

/**
 * tambour_move_get:
 * @store: a store
 * @type: the type of a record
 * @id: its id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record as it is now
 */
gpointer
tambour_move_get (TambourStore  *store,
                  GType          type,
                  const char    *id,
                  GError       **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);

  return tambour_store_get (store, klass, id, error);
}

/**
 * tambour_move_list:
 * @store: a store
 * @type: the type of records
 * @field: the field by which they refer to another
 * @id: the id of that one
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): those that do
 */
GPtrArray *
tambour_move_list (TambourStore  *store,
                   GType          type,
                   const char    *field,
                   const char    *id,
                   GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  if (!tambour_query_where (query, field, TAMBOUR_IS, id, error))
    return NULL;

  return tambour_store_list (store, query, NULL, error);
}

/**
 * tambour_move_commit:
 * @store: a store
 * @change: what is to be written; nothing is no change
 * @number: (out) (optional): by which it can be undone; stays if nothing was written
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE if it could not be written
 */
gboolean
tambour_move_commit (TambourStore   *store,
                     TambourChange  *change,
                     gint64         *number,
                     GError        **error)
{
  if (tambour_change_get_size (change) == 0)
    return TRUE;
  if (!tambour_store_commit (store, change, error))
    return FALSE;
  if (number != NULL)
    *number = tambour_change_get_number (change);

  return TRUE;
}
