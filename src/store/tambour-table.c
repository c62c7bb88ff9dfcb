/* tambour-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-kinds.h"
#include "tambour-table.h"

/* Amounts stand in two columns. */
#define CURRENCY_SUFFIX "_currency"

/**
 * tambour_table_quote:
 * @name: an identifier
 *
 * Fields are called `from` and `to`, which SQL keeps for itself.
 *
 * Returns: (transfer full): @name as SQL takes it
 */
char *
tambour_table_quote (const char *name)
{
  return g_strdup_printf ("\"%s\"", name);
}

/**
 * tambour_table_column:
 * @field: a field
 *
 * Returns: (transfer full): its column, quoted; of an amount, that of the minor units
 */
char *
tambour_table_column (const TambourField *field)
{
  return tambour_table_quote (field->name);
}

/**
 * tambour_field_is_indexable:
 * @field: a field
 *
 * Returns: %TRUE if its words are in the search index
 */
gboolean
tambour_field_is_indexable (const TambourField *field)
{
  return (field->flags & (TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED)) != 0 &&
         (field->kind == TAMBOUR_KIND_TEXT || field->kind == TAMBOUR_KIND_LABELS);
}

/**
 * tambour_field_count_columns:
 * @field: a field
 *
 * Returns: how many columns hold it
 */
guint
tambour_field_count_columns (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_MONEY ? 2 : 1;
}

/* The type of the field's column; a choice always says something. */
static char *
describe_column (const TambourField *field)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      return g_strdup ("TEXT");
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_MONEY:
      return g_strdup ("INTEGER");
    case TAMBOUR_KIND_NUMBER:
      return g_strdup ("REAL");
    case TAMBOUR_KIND_FLAG:
      return g_strdup ("INTEGER NOT NULL DEFAULT 0");
    case TAMBOUR_KIND_CHOICE:
      return g_strdup_printf ("TEXT NOT NULL DEFAULT '%s'", tambour_choice_nick (field->choice (), 0));
    }

  g_assert_not_reached ();
}

typedef void (*ColumnFunc) (const char *name,
                            const char *type,
                            gpointer    user_data);

/* Every column behind the fixed ones, in the order of the fields. */
static void
each_column (TambourRecordClass *klass,
             ColumnFunc          func,
             gpointer            user_data)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      g_autofree char *type = describe_column (field);

      func (field->name, type, user_data);
      if (tambour_field_count_columns (field) > 1)
        {
          g_autofree char *currency = g_strconcat (field->name, CURRENCY_SUFFIX, NULL);

          func (currency, "TEXT", user_data);
        }
    }
}

typedef struct
{
  GString *definitions;
  GString *names;
  GString *parameters;
  GString *assignments;
  guint    n_columns;
} Lists;

static void
list_column (const char *name,
             const char *type,
             gpointer    user_data)
{
  Lists *lists = user_data;
  guint parameter = ++lists->n_columns;

  g_string_append_printf (lists->definitions, ",\n  \"%s\" %s", name, type);
  g_string_append_printf (lists->names, ", \"%s\"", name);
  g_string_append_printf (lists->parameters, ", ?%u", parameter);
  g_string_append_printf (lists->assignments, ", \"%s\" = ?%u", name, parameter);
}

static gboolean
has_timeline (TambourRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAMBOUR_FIELD_TIMELINE)
      return TRUE;

  return FALSE;
}

/* What an account has of a kind, in the order of a time: it also finds all that
 * the account has, so that the kind needs no index of accounts alone. What
 * counts are made by stands in it too, and that nothing is removed, which SQLite
 * does not conclude from the condition: counts then read nothing else.
 */
static void
append_timeline (TambourRecordClass *klass,
                 const TambourField *field,
                 GString            *sql)
{
  g_string_append_printf (sql, ";\nCREATE INDEX IF NOT EXISTS \"%s.account_id.%s\" ON \"%s\" (\"account_id\", \"%s\"",
                          klass->plural, field->name, klass->plural, field->name);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAMBOUR_FIELD_COUNTED)
      g_string_append_printf (sql, ", \"%s\"", klass->fields[i].name);

  g_string_append (sql, ", \"deleted_at\") WHERE \"deleted_at\" IS NULL AND \"account_id\" IS NOT NULL");
  if (!(field->flags & TAMBOUR_FIELD_REQUIRED))
    g_string_append_printf (sql, " AND \"%s\" IS NOT NULL", field->name);
}

/* What is read of a series stands in its index, in the order in which it is read: a
 * long one is read without the records.
 */
static void
append_series (TambourRecordClass *klass,
               GString            *sql)
{
  g_autoptr(GString) columns = g_string_new ("\"account_id\"");
  g_autoptr(GString) rest = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (field->flags & TAMBOUR_FIELD_TIMELINE)
        g_string_append_printf (rest, ", \"%s\"", field->name);
      else if (field->flags & TAMBOUR_FIELD_SERIES)
        g_string_append_printf (field->kind == TAMBOUR_KIND_TEXT ? columns : rest, ", \"%s\"", field->name);
    }

  if (rest->len > 0 && strchr (columns->str, ','))
    g_string_append_printf (sql, ";\nCREATE INDEX IF NOT EXISTS \"%s.series\" ON \"%s\" (%s%s, \"deleted_at\") "
                                 "WHERE \"deleted_at\" IS NULL AND \"account_id\" IS NOT NULL",
                            klass->plural, klass->plural, columns->str, rest->str);
}

/* Lists leave out what is removed, so the indexes do as well: a list then reads
 * nothing but its index, also one in the order of rows. History is read with
 * what it belongs to and needs no such list. Few records have references and
 * outside ids of every sort, so those that have none are left out too.
 */
static void
append_indexes (TambourRecordClass *klass,
                GString            *sql)
{
  if (!(klass->traits & TAMBOUR_RECORD_APPEND_ONLY))
    g_string_append_printf (sql, ";\nCREATE INDEX IF NOT EXISTS \"%s.row\" ON \"%s\" (\"row\") WHERE \"deleted_at\" IS NULL",
                            klass->plural, klass->plural);
  append_series (klass, sql);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      gboolean is_sparse = field->kind == TAMBOUR_KIND_REF || (field->kind == TAMBOUR_KIND_TEXT && i < klass->n_common);

      if (field->flags & TAMBOUR_FIELD_TIMELINE)
        append_timeline (klass, field, sql);

      if (!(field->flags & TAMBOUR_FIELD_INDEXED) ||
          (has_timeline (klass) && field->offset == G_STRUCT_OFFSET (TambourRecord, account_id)))
        continue;

      g_string_append_printf (sql, ";\nCREATE INDEX IF NOT EXISTS \"%s.%s\" ON \"%s\" (\"%s\") WHERE \"deleted_at\" IS NULL",
                              klass->plural, field->name, klass->plural, field->name);
      if (is_sparse)
        g_string_append_printf (sql, " AND \"%s\" IS NOT NULL", field->name);
    }
}

static char *
list_text_columns (TambourRecordClass *klass)
{
  g_autoptr(GString) condition = g_string_new ("\"deleted_at\" IS NULL AND (0");

  for (guint i = 0; i < klass->n_fields; i++)
    if (tambour_field_is_indexable (&klass->fields[i]))
      g_string_append_printf (condition, " OR \"%s\" IS NOT NULL", klass->fields[i].name);

  g_string_append_c (condition, ')');

  return g_string_free (g_steal_pointer (&condition), FALSE);
}

static void
fill_table (TambourTable       *self,
            TambourRecordClass *klass)
{
  g_autoptr(GString) definitions = g_string_new (NULL);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) parameters = g_string_new (NULL);
  g_autoptr(GString) assignments = g_string_new (NULL);
  g_autoptr(GString) indexes = g_string_new (NULL);
  Lists lists = { definitions, names, parameters, assignments, TAMBOUR_TABLE_FIXED };

  each_column (klass, list_column, &lists);
  append_indexes (klass, indexes);

  self->klass = klass;
  self->name = tambour_table_quote (klass->plural);
  self->create = g_strdup_printf ("CREATE TABLE IF NOT EXISTS %s (\n  \"row\" INTEGER PRIMARY KEY,\n"
                                  "  \"id\" TEXT NOT NULL UNIQUE,\n  \"extra\" TEXT%s\n) STRICT%s",
                                  self->name, definitions->str, indexes->str);
  self->columns = g_strconcat ("\"row\", \"id\", \"extra\"", names->str, NULL);
  self->select_id = g_strdup_printf ("SELECT %s FROM %s WHERE \"id\" = ?1", self->columns, self->name);
  self->select_row = g_strdup_printf ("SELECT %s FROM %s WHERE \"row\" = ?1", self->columns, self->name);
  self->exists_id = g_strdup_printf ("SELECT \"row\" FROM %s WHERE \"id\" = ?1 AND \"deleted_at\" IS NULL", self->name);
  self->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (?1, ?2, ?3%s)", self->name, self->columns, parameters->str);
  self->update = g_strdup_printf ("UPDATE %s SET \"id\" = ?2, \"extra\" = ?3%s WHERE \"row\" = ?1", self->name, assignments->str);
  self->remove = g_strdup_printf ("DELETE FROM %s WHERE \"row\" = ?1", self->name);
  self->has_text = list_text_columns (klass);
}

static TambourTable *
ensure_tables (void)
{
  static TambourTable tables[TAMBOUR_ROW_STEP];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        if (tambour_kinds_by_number (i) != NULL)
          fill_table (&tables[i], tambour_kinds_by_number (i));
      g_once_init_leave (&filled, 1);
    }

  return tables;
}

/**
 * tambour_table_get:
 * @klass: a kind
 *
 * Returns: (transfer none): its table
 */
const TambourTable *
tambour_table_get (TambourRecordClass *klass)
{
  return &ensure_tables ()[klass->number];
}

/**
 * tambour_table_of_row:
 * @row: a row number
 *
 * Returns: (transfer none) (nullable): the table that it is in, or %NULL if
 *   only another version knows that kind
 */
const TambourTable *
tambour_table_of_row (gint64 row)
{
  const TambourTable *table = &ensure_tables ()[row & (TAMBOUR_ROW_STEP - 1)];

  return table->klass ? table : NULL;
}

typedef struct
{
  GHashTable *present;
  const char *table;
  GString    *sql;
} Missing;

static void
add_missing_column (const char *name,
                    const char *type,
                    gpointer    user_data)
{
  Missing *missing = user_data;

  if (!g_hash_table_contains (missing->present, name))
    g_string_append_printf (missing->sql, "ALTER TABLE %s ADD COLUMN \"%s\" %s;\n", missing->table, name, type);
}

static gboolean
list_present_columns (const TambourTable  *self,
                      TambourDatabase     *database,
                      GHashTable          *present,
                      GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (%s)", self->name);
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, error);
  gboolean has_row;

  while (tambour_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_hash_table_add (present, g_strdup (tambour_statement_get_text (statement, 1)));
    }

  return FALSE;
}

/**
 * tambour_table_ensure:
 * @self: a table
 * @database: a writer inside a transaction
 * @error: return location for a #TambourStoreError
 *
 * Makes the table, or the columns and indexes that it lacks. What a newer
 * version has added stays.
 *
 * Returns: %TRUE if the table can now hold every field
 */
gboolean
tambour_table_ensure (const TambourTable  *self,
                      TambourDatabase     *database,
                      GError             **error)
{
  g_autoptr(GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) sql = g_string_new (NULL);
  Missing missing = { present, self->name, sql };

  if (!list_present_columns (self, database, present, error))
    return FALSE;

  if (g_hash_table_size (present) > 0)
    each_column (self->klass, add_missing_column, &missing);
  g_string_append (sql, self->create);

  return tambour_database_run (database, sql->str, error);
}
