/* tambour-account-reading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-reading.h"

/* The instant or date that stands behind "{", a number of days from now. */
static char *
dup_moment (TambourInstant at,
            gint64         days,
            gboolean       is_date)
{
  TambourInstant moment = { at.seconds + days * TAMBOUR_DAY };
  g_autofree char *text = tambour_instant_dup_text (moment);

  return g_strndup (text, is_date ? strlen ("2026-11-23") : strlen (text));
}

/**
 * tambour_account_reading_fill:
 * @self: a reading
 * @expression: an expression with moments such as `{now}`, `{now-30}`,
 *   `{today}` and `{today+60}`, in days
 *
 * Returns: (transfer full): @expression with the moments filled in
 */
char *
tambour_account_reading_fill (const TambourAccountReading *self,
                              const char                  *expression)
{
  g_autoptr(GString) filled = g_string_new (NULL);

  while (*expression != '\0')
    {
      const char *end = *expression == '{' ? strchr (expression, '}') : NULL;
      gboolean is_date = g_str_has_prefix (expression, "{today");
      g_autofree char *moment = NULL;

      if (end == NULL)
        {
          g_string_append_c (filled, *expression++);
          continue;
        }

      expression += is_date ? strlen ("{today") : strlen ("{now");
      moment = dup_moment (self->at, g_ascii_strtoll (expression, NULL, 10), is_date);
      g_string_append (filled, moment);
      expression = end + 1;
    }

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * tambour_account_reading_query:
 * @self: a reading
 * @type: a kind
 * @expression: (nullable): which of them, see tambour_account_reading_fill()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a query for these records of the account
 */
TambourQuery *
tambour_account_reading_query (const TambourAccountReading  *self,
                               GType                         type,
                               const char                   *expression,
                               GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autofree char *filled = expression ? tambour_account_reading_fill (self, expression) : NULL;

  if (self->account_id != NULL)
    tambour_query_account (query, self->account_id);
  if (filled != NULL && !tambour_query_parse (query, filled, error))
    return NULL;

  return g_steal_pointer (&query);
}

/**
 * tambour_account_reading_list:
 * @self: a reading
 * @type: a kind
 * @expression: (nullable): which of them, see tambour_account_reading_fill()
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the records
 */
GPtrArray *
tambour_account_reading_list (const TambourAccountReading  *self,
                              GType                         type,
                              const char                   *expression,
                              GError                      **error)
{
  return tambour_account_reading_page (self, type, expression, NULL, FALSE, -1, error);
}

/**
 * tambour_account_reading_page:
 * @self: a reading
 * @type: a kind
 * @expression: (nullable): which of them, see tambour_account_reading_fill()
 * @order: (nullable): the field that they are sorted by
 * @descending: whether the largest comes first
 * @limit: how many at most, or -1
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the records
 */
GPtrArray *
tambour_account_reading_page (const TambourAccountReading  *self,
                              GType                         type,
                              const char                   *expression,
                              const char                   *order,
                              gboolean                      descending,
                              gint64                        limit,
                              GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_account_reading_query (self, type, expression, error);

  if (query == NULL || (order != NULL && !tambour_query_order (query, order, descending, error)))
    return NULL;

  tambour_query_limit (query, limit, 0);

  return tambour_store_list (self->store, query, self->cancellable, error);
}

/**
 * tambour_account_reading_count:
 * @self: a reading
 * @type: a kind
 * @expression: (nullable): which of them, see tambour_account_reading_fill()
 * @error: return location
 *
 * Returns: how many there are, or -1 on error
 */
gint64
tambour_account_reading_count (const TambourAccountReading  *self,
                               GType                         type,
                               const char                   *expression,
                               GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_account_reading_query (self, type, expression, error);

  return query ? tambour_store_count (self->store, query, error) : -1;
}

/**
 * tambour_account_reading_get:
 * @self: a reading
 * @type: a kind
 * @id: (nullable): an id
 * @record: (out) (transfer full) (nullable): the record; %NULL if there is none
 *   or it has been removed
 * @error: return location
 *
 * Returns: %FALSE on error; that there is no such record is none
 */
gboolean
tambour_account_reading_get (const TambourAccountReading  *self,
                             GType                         type,
                             const char                   *id,
                             gpointer                      record,
                             GError                      **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GError) failure = NULL;
  TambourRecord **found = record;

  *found = id ? tambour_store_get (self->store, klass, id, &failure) : NULL;
  if (failure == NULL || g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * tambour_account_dup_zone:
 * @account: an account
 *
 * Returns: (transfer full): its time zone; UTC if it names none that is known
 */
GTimeZone *
tambour_account_dup_zone (TambourAccount *account)
{
  GTimeZone *zone = account->report_tz ? tambour_zone_lookup (account->report_tz) : NULL;

  return zone ? zone : g_time_zone_new_utc ();
}

/**
 * tambour_account_reading_today:
 * @self: a reading
 * @today: (out): the day in the account's zone; in UTC if there is none
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE if the account could not be read
 */
gboolean
tambour_account_reading_today (const TambourAccountReading  *self,
                               TambourDate                  *today,
                               GError                      **error)
{
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GTimeZone) zone = NULL;

  if (!tambour_account_reading_get (self, TAMBOUR_TYPE_ACCOUNT, self->account_id, &account, error))
    return FALSE;

  zone = account ? tambour_account_dup_zone (account) : g_time_zone_new_utc ();
  *today = tambour_zone_date_of (zone, self->at);

  return TRUE;
}
