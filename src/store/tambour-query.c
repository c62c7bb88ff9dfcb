/* tambour-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-query-private.h"

/* The one name beside the fields that a query may ask for. */
#define ID "id"

static void
value_free (TambourQueryValue *value)
{
  g_clear_object (&value->holder);
  g_clear_pointer (&value->text, g_free);
  g_free (value);
}

static gpointer
copy_value (gconstpointer data,
            gpointer      user_data)
{
  const TambourQueryValue *value = data;
  TambourQueryValue *copy = g_new0 (TambourQueryValue, 1);

  copy->field = value->field;
  copy->text = g_strdup (value->text);
  copy->is_words = value->is_words;
  g_set_object (&copy->holder, value->holder);

  return copy;
}

/**
 * tambour_query_new:
 * @type: a final record type
 *
 * Returns: (transfer full): a query for all records of that kind that are not
 *   removed, in the order in which they were stored
 */
TambourQuery *
tambour_query_new (GType type)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  TambourQuery *self = g_new0 (TambourQuery, 1);

  self->table = tambour_table_get (klass);
  self->where = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  self->limit = -1;

  return self;
}

/**
 * tambour_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a query for the same
 */
TambourQuery *
tambour_query_copy (TambourQuery *self)
{
  TambourQuery *copy = g_new0 (TambourQuery, 1);

  *copy = *self;
  copy->where = g_string_new (self->where->str);
  copy->values = g_ptr_array_copy (self->values, copy_value, NULL);
  g_ptr_array_set_free_func (copy->values, (GDestroyNotify) value_free);
  copy->order = g_strdup (self->order);

  return copy;
}

/**
 * tambour_query_free:
 * @self: (transfer full): a query
 */
void
tambour_query_free (TambourQuery *self)
{
  g_string_free (self->where, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self->order);
  g_free (self);
}

static const char *
sign_of (TambourOperator operator)
{
  switch (operator)
    {
    case TAMBOUR_IS:
      return "=";
    case TAMBOUR_IS_NOT:
      return "IS NOT";
    case TAMBOUR_BELOW:
      return "<";
    case TAMBOUR_AT_MOST:
      return "<=";
    case TAMBOUR_ABOVE:
      return ">";
    case TAMBOUR_AT_LEAST:
      return ">=";
    case TAMBOUR_CONTAINS:
      break;
    }

  g_assert_not_reached ();
}

static gboolean
compare_with (TambourOperator operator,
              guint           a,
              guint           b)
{
  switch (operator)
    {
    case TAMBOUR_IS:
      return a == b;
    case TAMBOUR_IS_NOT:
      return a != b;
    case TAMBOUR_BELOW:
      return a < b;
    case TAMBOUR_AT_MOST:
      return a <= b;
    case TAMBOUR_ABOVE:
      return a > b;
    case TAMBOUR_AT_LEAST:
      return a >= b;
    case TAMBOUR_CONTAINS:
      break;
    }

  g_assert_not_reached ();
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY, message);

  return FALSE;
}

static void
add_text (TambourQuery *self,
          const char   *text)
{
  TambourQueryValue *value = g_new0 (TambourQueryValue, 1);

  value->text = g_strdup (text);
  g_ptr_array_add (self->values, value);
}

/* A day stands for its first moment in UTC where an instant is asked for. */
static char *
complete_instant (const TambourField *field,
                  const char         *text)
{
  TambourDate date;

  if (field->kind == TAMBOUR_KIND_INSTANT && tambour_date_parse (text, &date))
    return g_strconcat (text, "T00:00:00Z", NULL);

  return g_strdup (text);
}

static TambourRecord *
hold (TambourQuery        *self,
      const TambourField  *field,
      const char          *text,
      GError             **error)
{
  g_autoptr(TambourRecord) holder = tambour_record_new (G_TYPE_FROM_CLASS (self->table->klass), "");
  g_autofree char *complete = complete_instant (field, text);
  g_autoptr(GError) reason = NULL;

  if (!tambour_field_set_text (field, holder, complete, &reason))
    {
      fail (error, "%s", reason->message);
      return NULL;
    }

  return g_steal_pointer (&holder);
}

/* Choices are compared in their own order, not by the names that are stored. */
static void
append_choice (GString            *sql,
               const TambourField *field,
               TambourOperator     operator,
               guint               wanted)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (field->choice ());
  GEnumClass *values = (GEnumClass *) klass;
  const char *comma = "";

  g_string_append_printf (sql, "\"%s\" IN (", field->name);
  for (guint i = 0; i < values->n_values; i++)
    if (compare_with (operator, values->values[i].value, wanted))
      {
        g_string_append_printf (sql, "%s'%s'", comma, values->values[i].value_nick);
        comma = ", ";
      }
  g_string_append_c (sql, ')');
}

static gboolean
append_contains (TambourQuery        *self,
                 GString             *sql,
                 const TambourField  *field,
                 const char          *value,
                 GError             **error)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_LABELS:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_REF:
      g_string_append_printf (sql, "contains (\"%s\", ?)", field->name);
      add_text (self, value);
      return TRUE;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_MONEY:
      break;
    }

  return fail (error, _("“~” asks for a part of a text, and %s is not a text."), field->name);
}

static void
append_money (GString            *sql,
              const TambourField *field,
              TambourOperator     operator)
{
  if (operator == TAMBOUR_IS_NOT)
    g_string_append_printf (sql, "NOT (\"%s\" IS ? AND \"%s_currency\" IS ?)", field->name, field->name);
  else
    g_string_append_printf (sql, "(\"%s\" %s ? AND \"%s_currency\" = ?)", field->name, sign_of (operator), field->name);
}

static gboolean
append_unstated (GString             *sql,
                 const TambourField  *field,
                 TambourOperator      operator,
                 GError             **error)
{
  if (operator != TAMBOUR_IS && operator != TAMBOUR_IS_NOT)
    return fail (error, _("%s can only be compared with something that is stated."), field->name);

  if (field->kind == TAMBOUR_KIND_FLAG)
    g_string_append_printf (sql, "\"%s\" %s 0", field->name, sign_of (operator));
  else if (field->kind == TAMBOUR_KIND_CHOICE)
    append_choice (sql, field, operator, 0);
  else
    g_string_append_printf (sql, "\"%s\" IS %sNULL", field->name, operator == TAMBOUR_IS ? "" : "NOT ");

  return TRUE;
}

static gboolean
append_id (TambourQuery     *self,
           GString          *sql,
           TambourOperator   operator,
           const char       *value,
           GError          **error)
{
  if (operator == TAMBOUR_CONTAINS || value == NULL)
    return fail (error, _("An id can only be compared with another id."));

  g_string_append_printf (sql, "\"" ID "\" %s ?", sign_of (operator));
  add_text (self, value);

  return TRUE;
}

/**
 * tambour_query_append_compare:
 * @self: a query
 * @sql: the condition so far
 * @name: a field's name, or "id"
 * @operator: how to compare
 * @text: (nullable): what with
 * @error: return location for %TAMBOUR_STORE_ERROR_QUERY
 *
 * Returns: %FALSE if there is no such field, or it cannot be compared so
 */
gboolean
tambour_query_append_compare (TambourQuery     *self,
                              GString          *sql,
                              const char       *name,
                              TambourOperator   operator,
                              const char       *text,
                              GError          **error)
{
  const TambourField *field = tambour_record_class_find_field (self->table->klass, name);
  g_autoptr(TambourRecord) holder = NULL;
  TambourQueryValue *value;

  if (g_str_equal (name, ID))
    return append_id (self, sql, operator, text, error);

  if (field == NULL)
    return fail (error, _("A %s has no field “%s”."), self->table->klass->kind, name);

  if (text == NULL || *text == '\0')
    return append_unstated (sql, field, operator, error);

  if (operator == TAMBOUR_CONTAINS)
    return append_contains (self, sql, field, text, error);

  if (!(holder = hold (self, field, text, error)))
    return FALSE;

  if (field->kind == TAMBOUR_KIND_CHOICE)
    {
      append_choice (sql, field, operator, TAMBOUR_FIELD_AT (field, holder, guint));
      return TRUE;
    }

  if (field->kind == TAMBOUR_KIND_MONEY)
    append_money (sql, field, operator);
  else
    g_string_append_printf (sql, "\"%s\" %s ?", field->name, sign_of (operator));

  value = g_new0 (TambourQueryValue, 1);
  value->field = field;
  value->holder = g_steal_pointer (&holder);
  g_ptr_array_add (self->values, value);

  return TRUE;
}

/**
 * tambour_query_where:
 * @self: a query
 * @field: a field's name, or "id"
 * @operator: how to compare
 * @value: (nullable): what with, as tambour_field_set_text() reads it; of an
 *   instant, a day is enough; %NULL and "" ask for what is not stated
 * @error: return location for %TAMBOUR_STORE_ERROR_QUERY
 *
 * Asks for records that meet this condition too.
 *
 * Returns: %FALSE if there is no such field, or @value is not for it
 */
gboolean
tambour_query_where (TambourQuery     *self,
                     const char       *field,
                     TambourOperator   operator,
                     const char       *value,
                     GError          **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  if (!tambour_query_append_compare (self, sql, field, operator, value, error))
    return FALSE;

  g_string_append_printf (self->where, " AND %s", sql->str);

  return TRUE;
}

/**
 * tambour_query_where_any:
 * @self: a query
 * @field: the name of a text or a reference, or "id"
 * @values: (array zero-terminated=1): what it may be
 * @error: return location for %TAMBOUR_STORE_ERROR_QUERY
 *
 * Asks for records that say one of @values there, so that what belongs to many
 * records is read at once.
 *
 * Returns: %FALSE if there is no such field
 */
gboolean
tambour_query_where_any (TambourQuery        *self,
                         const char          *field,
                         const char * const  *values,
                         GError             **error)
{
  const TambourField *found = tambour_record_class_find_field (self->table->klass, field);

  if (!g_str_equal (field, ID) &&
      (found == NULL || (found->kind != TAMBOUR_KIND_TEXT && found->kind != TAMBOUR_KIND_REF)))
    return fail (error, _("A %s has no field “%s”."), self->table->klass->kind, field);

  g_string_append_printf (self->where, " AND \"%s\" IN (", field);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (self->where, i > 0 ? ", ?" : "?");
      add_text (self, values[i]);
    }
  g_string_append_c (self->where, ')');

  return TRUE;
}

/**
 * tambour_query_account:
 * @self: a query
 * @account_id: the id of an account
 *
 * Asks for what belongs to that account; of accounts, for that one.
 */
void
tambour_query_account (TambourQuery *self,
                       const char   *account_id)
{
  gboolean is_account = g_str_equal (self->table->klass->kind, "account");

  g_string_append (self->where, is_account ? " AND \"id\" = ?" : " AND \"account_id\" = ?");
  add_text (self, account_id);
}

static char *
order_by_choice (const TambourField *field)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (field->choice ());
  GEnumClass *values = (GEnumClass *) klass;
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CASE \"%s\"", field->name);
  for (guint i = 0; i < values->n_values; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %d", values->values[i].value_nick, values->values[i].value);
  g_string_append (sql, " END");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * tambour_query_order:
 * @self: a query
 * @field: a field's name, or "row" for the order in which records were stored
 * @descending: whether the largest comes first
 * @error: return location for %TAMBOUR_STORE_ERROR_QUERY
 *
 * Sorts the records; those that are equal in @field, in the order in which they
 * were stored, or its reverse.
 *
 * Returns: %FALSE if there is no such field
 */
gboolean
tambour_query_order (TambourQuery  *self,
                     const char    *field,
                     gboolean       descending,
                     GError       **error)
{
  const TambourField *found = tambour_record_class_find_field (self->table->klass, field);
  const char *direction = descending ? "DESC" : "ASC";
  g_autofree char *key = NULL;

  if (found == NULL && !g_str_equal (field, "row"))
    return fail (error, _("A %s has no field “%s”."), self->table->klass->kind, field);

  if (found != NULL)
    key = found->kind == TAMBOUR_KIND_CHOICE ? order_by_choice (found) : tambour_table_column (found);

  g_clear_pointer (&self->order, g_free);
  self->order = key ? g_strdup_printf ("%s %s, \"row\" %s", key, direction, direction) : g_strdup_printf ("\"row\" %s", direction);

  return TRUE;
}

/**
 * tambour_query_in_any_order:
 * @self: a query
 *
 * Takes the records as they are found: for who puts them in an order of its own, or needs none.
 */
void
tambour_query_in_any_order (TambourQuery *self)
{
  self->in_any_order = TRUE;
}

/**
 * tambour_query_is_as_stored:
 * @self: a query
 *
 * Returns: whether the first records can be found without the others: it sorts
 *   by nothing else than the order in which records were stored, and is for all
 */
gboolean
tambour_query_is_as_stored (const TambourQuery *self)
{
  return self->limit < 0 && (self->order == NULL || g_str_has_prefix (self->order, "\"row\" "));
}

/**
 * tambour_query_limit:
 * @self: a query
 * @limit: how many records at most, or -1 for all
 * @offset: how many to leave out in front
 */
void
tambour_query_limit (TambourQuery *self,
                     gint64        limit,
                     gint64        offset)
{
  self->limit = limit;
  self->offset = offset;
}

/**
 * tambour_query_with_deleted:
 * @self: a query
 *
 * Asks for removed records as well.
 */
void
tambour_query_with_deleted (TambourQuery *self)
{
  self->with_deleted = TRUE;
}
