/* tambour-import-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-cell.h"
#include "tambour-import-cell.h"

static gboolean
has_outer_space (const char *text)
{
  return g_ascii_isspace (*text) || (*text != '\0' && g_ascii_isspace (text[strlen (text) - 1]));
}

static const char *
strip_into (const char *text,
            GString    *scratch)
{
  g_string_assign (scratch, text);
  g_strstrip (scratch->str);
  scratch->len = strlen (scratch->str);

  return scratch->str;
}

/**
 * tambour_import_cell_read:
 * @map: a map that is bound
 * @row: a row
 * @index: a column
 * @scratch: where a text that is not the cell's own may be kept
 *
 * Space around the text of a foreign file means nothing; a file of our own is
 * taken to the letter, but for the guard against formulas.
 *
 * Returns: (transfer none) (nullable): what the cell says, or %NULL if it says nothing
 */
const char *
tambour_import_cell_read (const TambourImportMap *map,
                          const TambourCsvRow    *row,
                          guint                   index,
                          GString                *scratch)
{
  const char *text = index < row->n_cells ? row->cells[index] : "";

  if (map->own && tambour_cell_is_guarded (text))
    text++;
  else if (!map->own && has_outer_space (text))
    text = strip_into (text, scratch);

  if (*text == '\0')
    return NULL;

  for (guint i = 0; map->missing[i] != NULL; i++)
    if (g_str_equal (text, map->missing[i]))
      return NULL;

  return text;
}

static const char *
join_cells (const TambourImportRule *self,
            const TambourImportMap  *map,
            const TambourCsvRow     *row,
            GString                 *scratch)
{
  g_autoptr(GString) one = g_string_new (NULL);

  g_string_truncate (scratch, 0);
  for (guint i = 0; i < self->indexes->len; i++)
    {
      const char *text = tambour_import_cell_read (map, row, g_array_index (self->indexes, guint, i), one);

      if (text == NULL)
        continue;
      if (scratch->len > 0)
        g_string_append (scratch, self->join);
      g_string_append (scratch, text);
      if (self->first)
        break;
    }

  return scratch->len > 0 ? scratch->str : NULL;
}

/**
 * tambour_import_rule_read:
 * @self: a rule
 * @map: its map, which is bound
 * @row: a row
 * @scratch: where a text that is not a cell's own may be kept
 *
 * Returns: (transfer none) (nullable): what the row says for the rule, or %NULL
 */
const char *
tambour_import_rule_read (const TambourImportRule *self,
                          const TambourImportMap  *map,
                          const TambourCsvRow     *row,
                          GString                 *scratch)
{
  if (self->constant != NULL)
    return self->constant;
  if (self->indexes->len == 1)
    return tambour_import_cell_read (map, row, g_array_index (self->indexes, guint, 0), scratch);

  return join_cells (self, map, row, scratch);
}

/**
 * tambour_import_rule_name:
 * @self: a rule
 *
 * Returns: (transfer full): the columns that it reads, for messages
 */
char *
tambour_import_rule_name (const TambourImportRule *self)
{
  return self->constant ? g_strdup (self->field->name) : g_strjoinv (" + ", self->columns);
}

/**
 * tambour_import_rule_translate:
 * @self: a rule
 * @text: (inout): what a row says; what it stands for. "" stands for nothing
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Returns: %FALSE if the rule translates, and not this
 */
gboolean
tambour_import_rule_translate (const TambourImportRule  *self,
                               const char              **text,
                               GError                  **error)
{
  g_autofree char *name = NULL;
  const char *found;

  if (self->values == NULL || self->constant != NULL)
    return TRUE;

  found = g_hash_table_lookup (self->values, *text);
  if (found == NULL)
    found = self->keep_others ? *text : self->otherwise;

  if (found != NULL)
    {
      *text = found;
      return TRUE;
    }

  name = tambour_import_rule_name (self);
  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Column “%s”: the map has no translation for “%.80s”"), name, *text);

  return FALSE;
}

static gboolean
parse_local (const TambourImportRule *self,
             const TambourImportMap  *map,
             const char              *text,
             TambourLocalTime        *local)
{
  const GPtrArray *dates = self->dates ? self->dates : map->dates;

  for (guint i = 0; i < dates->len; i++)
    if (tambour_date_format_parse (dates->pdata[i], text, local))
      return TRUE;

  return FALSE;
}

static gboolean
refuse_time (const TambourImportRule  *self,
             const char               *text,
             GError                  **error)
{
  g_autofree char *name = tambour_import_rule_name (self);

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Column “%s”: “%.80s” is no date or time as the map says they are written"), name, text);

  return FALSE;
}

static gboolean
refuse_zone (const TambourImportRule  *self,
             const char               *text,
             GError                  **error)
{
  g_autofree char *name = tambour_import_rule_name (self);

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Column “%s”: “%.80s” needs a zone, and the map names none"), name, text);

  return FALSE;
}

static gboolean
set_instant (const TambourImportRule  *self,
             const TambourImportMap   *map,
             const char               *text,
             TambourRecord            *record,
             GError                  **error)
{
  TambourInstant *instant = &TAMBOUR_FIELD_AT (self->field, record, TambourInstant);
  GTimeZone *zone = self->zone ? self->zone : map->zone;
  TambourLocalTime local;

  if (!parse_local (self, map, text, &local))
    return tambour_instant_parse (text, instant) ||
           refuse_time (self, text, error);
  if (zone == NULL)
    return refuse_zone (self, text, error);

  *instant = tambour_local_time_to_instant (local, zone);

  return TRUE;
}

static gboolean
set_date (const TambourImportRule  *self,
          const TambourImportMap   *map,
          const char               *text,
          TambourRecord            *record,
          GError                  **error)
{
  TambourDate *date = &TAMBOUR_FIELD_AT (self->field, record, TambourDate);
  TambourLocalTime local;

  if (!parse_local (self, map, text, &local))
    return tambour_date_parse (text, date) ||
           refuse_time (self, text, error);

  *date = local.date;

  return TRUE;
}

static gboolean
set_money (const TambourImportRule  *self,
           const char               *text,
           TambourRecord            *record,
           GError                  **error)
{
  g_autofree char *amount = NULL;

  if (self->currency != NULL && !g_ascii_isalpha (text[strlen (text) - 1]))
    text = amount = g_strdup_printf ("%s %s", text, self->currency);

  return tambour_field_set_text (self->field, record, text, error);
}

/* 1.234,50 is 1234.50 where the comma is decimal. */
static char *
dup_with_point (const char *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c != '.')
      g_string_append_c (plain, *c == ',' ? '.' : *c);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
set_number (const TambourImportRule  *self,
            const TambourImportMap   *map,
            const char               *text,
            TambourRecord            *record,
            GError                  **error)
{
  g_autofree char *plain = map->decimal_comma ? dup_with_point (text) : NULL;

  return self->field->kind == TAMBOUR_KIND_MONEY ? set_money (self, plain ? plain : text, record, error) : tambour_field_set_text (self->field, record, plain ? plain : text, error);
}

static gboolean
set_labels (const TambourImportRule *self,
            const char              *text,
            TambourRecord           *record)
{
  GStrv labels = g_strsplit (text, self->split ? self->split : "\n", -1);

  for (guint i = 0; self->split && labels[i] != NULL; i++)
    g_strstrip (labels[i]);

  tambour_field_clear (self->field, record);
  TAMBOUR_FIELD_AT (self->field, record, GStrv) = labels;

  return TRUE;
}

/**
 * tambour_import_rule_set:
 * @self: a rule for a field that is no reference
 * @map: its map
 * @text: what the row's text stands for; "" for nothing
 * @record: the record that gets it
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW or #TambourRecordError
 *
 * Returns: %FALSE if the field cannot hold it
 */
gboolean
tambour_import_rule_set (const TambourImportRule  *self,
                         const TambourImportMap   *map,
                         const char               *text,
                         TambourRecord            *record,
                         GError                  **error)
{
  if (*text == '\0')
    return TRUE;

  switch (self->field->kind)
    {
    case TAMBOUR_KIND_INSTANT:
      return set_instant (self, map, text, record, error);
    case TAMBOUR_KIND_DATE:
      return set_date (self, map, text, record, error);
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_MONEY:
      return set_number (self, map, text, record, error);
    case TAMBOUR_KIND_LABELS:
      return set_labels (self, text, record);
    case TAMBOUR_KIND_TEXT:
      g_set_str (&TAMBOUR_FIELD_AT (self->field, record, char *), text);
      return TRUE;
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_REF:
      return tambour_field_set_text (self->field, record, text, error);
    }

  g_assert_not_reached ();
}
