/* tambour-import-map.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-date-format.h"
#include "tambour-record.h"

G_BEGIN_DECLS

#define TAMBOUR_IMPORT_ERROR (tambour_import_error_quark ())

/**
 * TambourImportError:
 * @TAMBOUR_IMPORT_ERROR_MAP: the map is wrong; the message names the place
 * @TAMBOUR_IMPORT_ERROR_COLUMN: the file lacks a column that the map names
 * @TAMBOUR_IMPORT_ERROR_ROW: a row cannot be imported; it goes to the rejects
 */
typedef enum
{
  TAMBOUR_IMPORT_ERROR_MAP,
  TAMBOUR_IMPORT_ERROR_COLUMN,
  TAMBOUR_IMPORT_ERROR_ROW,
} TambourImportError;

GQuark tambour_import_error_quark (void);

/**
 * TambourImportRule:
 * @place: where it stands in the map, for messages
 * @field: the field that it fills
 * @columns: the columns that it takes its text from; none for a constant
 * @indexes: where they stand in the file, once the map is bound to its header
 * @constant: (nullable): the text instead
 * @join: what is put between the texts of several columns
 * @first: the first column that says something is taken instead of all
 * @before: the row before is meant (in a list of changes)
 * @values: (nullable): text to text
 * @otherwise: (nullable): what a text stands for that is not in @values
 * @keep_others: a text that is not in @values stands for itself
 * @required: a row without it is rejected
 * @dates: (nullable): #TambourDateFormat, instead of the map's
 * @zone: (nullable): instead of the map's
 * @currency: (nullable): of amounts that name none
 * @split: (nullable): what is between two labels; a line break by default
 * @find: (nullable): by what a record that is referred to is found
 * @create: make it where there is none
 * @fallback: (nullable): the title that an empty cell stands for
 *
 * How one field gets its value.
 */
typedef struct
{
  char               *place;
  const TambourField *field;
  GStrv               columns;
  GArray             *indexes;
  char               *constant;
  char               *join;
  gboolean            first;
  gboolean            before;
  GHashTable         *values;
  char               *otherwise;
  gboolean            keep_others;
  gboolean            required;
  GPtrArray          *dates;
  GTimeZone          *zone;
  char               *currency;
  char               *split;
  GStrv               find;
  gboolean            create;
  char               *fallback;
} TambourImportRule;

/**
 * TambourImportChild:
 * @place: where it stands in the map
 * @klass: the kind of record
 * @parent: the field that refers to the row's record
 * @id: what its external id ends in
 * @rules: #TambourImportRule
 * @repeat: (nullable): a column that says how many there are
 * @stands: one that exists stays as it is; else what differs is one more
 * @column: (nullable): the column whose change makes it
 * @from: (nullable): only if it said one of these before
 * @to: (nullable): only if it says one of these now
 * @numbered: the external id tells the first such change from the second
 *
 * A record that a row makes besides its own, such as an event of a case.
 */
typedef struct
{
  char               *place;
  TambourRecordClass *klass;
  const TambourField *parent;
  char               *id;
  GPtrArray          *rules;
  char               *repeat;
  guint               repeat_index;
  gboolean            stands;
  char               *column;
  guint               column_index;
  GStrv               from;
  GStrv               to;
  gboolean            numbered;
} TambourImportChild;

/**
 * TambourImportSum:
 *
 * What the values of a day come to.
 */
typedef enum
{
  TAMBOUR_IMPORT_SUM,
  TAMBOUR_IMPORT_MEAN,
  TAMBOUR_IMPORT_LEAST,
  TAMBOUR_IMPORT_MOST,
  TAMBOUR_IMPORT_LAST,
} TambourImportSum;

/**
 * TambourImportDays:
 * @date: the rule for the day, which reads one column
 * @value: the rule for the value, which reads one column
 * @at_least: how many values a day needs to be one
 *
 * How rows with a time become one for each day.
 */
typedef struct
{
  TambourImportRule *date;
  TambourImportRule *value;
  TambourImportSum   with;
  guint              at_least;
} TambourImportDays;

#define TAMBOUR_TYPE_IMPORT_MAP (tambour_import_map_get_type ())
G_DECLARE_FINAL_TYPE (TambourImportMap, tambour_import_map, TAMBOUR, IMPORT_MAP, GObject)

/**
 * TambourImportMap:
 * @klass: the kind that a row becomes
 * @changes: a row is a change of a record that exists, not a record
 * @system: (nullable): the external system
 * @rows: (nullable): the file is JSON, and this member of it the list of rows
 * @html: (nullable): the columns of such a file that are HTML
 * @separator: between two cells, or 0 to find it
 * @zone: (nullable): of instants that name none
 * @zone_name: (nullable): its name
 * @missing: texts that say nothing
 * @dates: #TambourDateFormat
 * @id: (nullable): the columns that form the external id
 * @accept_short: cells that a row lacks are empty
 * @decimal_comma: numbers are written as in 1.234,50
 * @rules: #TambourImportRule, one for each field that is touched
 * @children: #TambourImportChild
 * @days: (nullable): the rows of a day become one
 * @own: the file is one that this program wrote
 * @id_column: the column with the records' own ids, or -1
 * @n_columns: how many the header has
 *
 * What the columns of a file mean; data/maps/README.md documents the format.
 */
struct _TambourImportMap
{
  GObject             parent_instance;

  TambourRecordClass *klass;
  gboolean            changes;
  char               *system;
  char               *rows;
  GStrv               html;
  char                separator;
  GTimeZone          *zone;
  char               *zone_name;
  GStrv               missing;
  GPtrArray          *dates;
  GStrv               id;
  GArray             *id_indexes;
  gboolean            accept_short;
  gboolean            decimal_comma;
  GPtrArray          *rules;
  GPtrArray          *children;
  TambourImportDays  *days;
  gboolean            own;
  int                 id_column;
  guint               n_columns;
};

TambourImportMap   *tambour_import_map_load      (GFile               *file,
                                                  GError             **error);
TambourImportMap   *tambour_import_map_parse     (const char          *json,
                                                  gssize               length,
                                                  GError             **error);
TambourImportMap   *tambour_import_map_new_plain (TambourRecordClass  *klass,
                                                  const char * const  *header,
                                                  GError             **error);
gboolean            tambour_import_map_bind      (TambourImportMap    *self,
                                                  const char * const  *header,
                                                  GError             **error);

TambourImportRule  *tambour_import_rule_new      (const char          *place,
                                                  const TambourField  *field);
void                tambour_import_rule_free     (TambourImportRule   *self);
TambourImportChild *tambour_import_child_new     (const char          *place,
                                                  TambourRecordClass  *klass);
void                tambour_import_child_free    (TambourImportChild  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourImportRule, tambour_import_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourImportChild, tambour_import_child_free)

G_END_DECLS
