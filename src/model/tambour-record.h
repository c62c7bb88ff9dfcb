/* tambour-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "tambour-field.h"
#include "tambour-time.h"

G_BEGIN_DECLS

#define TAMBOUR_RECORD_ERROR (tambour_record_error_quark ())

/**
 * TambourRecordError:
 * @TAMBOUR_RECORD_ERROR_MISSING: a required field is empty
 * @TAMBOUR_RECORD_ERROR_VALUE: a value that the field cannot hold
 * @TAMBOUR_RECORD_ERROR_KIND: no such kind, or no such field
 * @TAMBOUR_RECORD_ERROR_SHAPE: JSON of the wrong shape
 */
typedef enum
{
  TAMBOUR_RECORD_ERROR_MISSING,
  TAMBOUR_RECORD_ERROR_VALUE,
  TAMBOUR_RECORD_ERROR_KIND,
  TAMBOUR_RECORD_ERROR_SHAPE,
} TambourRecordError;

GQuark tambour_record_error_quark (void);

typedef enum
{
  TAMBOUR_VISIBILITY_INTERNAL,
  TAMBOUR_VISIBILITY_CUSTOMER,
} TambourVisibility;

GType tambour_visibility_get_type (void);

typedef enum
{
  TAMBOUR_ORIGIN_MANUAL,
  TAMBOUR_ORIGIN_IMPORT,
  TAMBOUR_ORIGIN_SYNC,
  TAMBOUR_ORIGIN_DERIVED,
} TambourOrigin;

GType tambour_origin_get_type (void);

/**
 * TambourRecordTraits:
 * @TAMBOUR_RECORD_APPEND_ONLY: history; a correction is a new record
 * @TAMBOUR_RECORD_DERIVED: computed from other records, can be rebuilt; has no
 *   history, is not searched and never leaves this computer
 */
typedef enum
{
  TAMBOUR_RECORD_APPEND_ONLY = 1 << 0,
  TAMBOUR_RECORD_DERIVED     = 1 << 1,
} TambourRecordTraits;

#define TAMBOUR_TYPE_RECORD (tambour_record_get_type ())
GType tambour_record_get_type (void);

typedef struct _TambourRecord      TambourRecord;
typedef struct _TambourRecordClass TambourRecordClass;

/**
 * TambourRecord:
 * @id: a UUIDv7, given when the record is made
 * @row: the store's number for it on this computer, 0 before it is stored
 * @extra: (nullable): a JSON object of the members that this version does not
 *   know; kept and written back untouched
 *
 * The other members are the fields that every kind has.
 */
struct _TambourRecord
{
  GObject         parent_instance;

  char           *id;
  gint64          row;
  char           *extra;

  TambourRef      account_id;
  TambourInstant  created_at;
  char           *created_by;
  TambourInstant  updated_at;
  char           *updated_by;
  char           *rev;
  TambourInstant  deleted_at;
  guint           visibility;
  guint           origin;
  char           *external_system;
  char           *external_id;
  char           *url;
  char           *note;
};

/**
 * TambourRecordClass:
 * @kind: singular, such as "case"; the JSON type
 * @plural: such as "cases"; the SQL table
 * @label: N_() singular for people
 * @number: 1 to 127, fixed for ever: the store's row numbers contain it
 * @traits: what is special about the kind
 * @fields: the fields of every kind, then its own
 * @n_fields: how many
 * @n_common: how many of them every kind has
 * @title: (nullable): the field that the record is called by
 */
struct _TambourRecordClass
{
  GObjectClass         parent_class;

  /*< private >*/
  const char          *kind;
  const char          *plural;
  const char          *label;
  guint                number;
  TambourRecordTraits  traits;
  const TambourField  *fields;
  guint                n_fields;
  guint                n_common;
  const TambourField  *title;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRecord, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRecordClass, g_type_class_unref)

#define TAMBOUR_RECORD(object)           (G_TYPE_CHECK_INSTANCE_CAST ((object), TAMBOUR_TYPE_RECORD, TambourRecord))
#define TAMBOUR_IS_RECORD(object)        (G_TYPE_CHECK_INSTANCE_TYPE ((object), TAMBOUR_TYPE_RECORD))
#define TAMBOUR_RECORD_CLASS(klass)      (G_TYPE_CHECK_CLASS_CAST ((klass), TAMBOUR_TYPE_RECORD, TambourRecordClass))
#define TAMBOUR_RECORD_GET_CLASS(object) (G_TYPE_INSTANCE_GET_CLASS ((object), TAMBOUR_TYPE_RECORD, TambourRecordClass))

/**
 * TAMBOUR_DECLARE_RECORD:
 *
 * Declares a kind of record whose struct the header shows: records have no
 * getters, their members are read as they are.
 */
#define TAMBOUR_DECLARE_RECORD(Type, prefix, NAME) \
  G_DECLARE_FINAL_TYPE (Type, prefix, TAMBOUR, NAME, TambourRecord)

/**
 * TAMBOUR_DEFINE_RECORD:
 * @Type: the record type
 * @prefix: its function prefix
 * @number: see #TambourRecordClass
 * @kind: singular
 * @plural: plural
 * @text: N_() label
 * @special: #TambourRecordTraits
 *
 * Defines the class from the table `prefix ## _fields`.
 */
#define TAMBOUR_DEFINE_RECORD(Type, prefix, number, kind, plural, text, special) \
  G_DEFINE_FINAL_TYPE (Type, prefix, TAMBOUR_TYPE_RECORD) \
  static void \
  prefix##_class_init (Type##Class *klass) \
  { \
    tambour_record_class_declare (TAMBOUR_RECORD_CLASS (klass), number, kind, plural, text, special, \
                                  prefix##_fields, G_N_ELEMENTS (prefix##_fields)); \
  } \
  static void \
  prefix##_init (Type *self) \
  { \
    tambour_record_init_fields (TAMBOUR_RECORD (self), prefix##_fields, G_N_ELEMENTS (prefix##_fields)); \
  }

void                tambour_record_class_declare    (TambourRecordClass   *klass,
                                                     guint                 number,
                                                     const char           *kind,
                                                     const char           *plural,
                                                     const char           *label,
                                                     TambourRecordTraits   traits,
                                                     const TambourField   *fields,
                                                     guint                 n_fields);
const TambourField *tambour_record_class_find_field (TambourRecordClass   *klass,
                                                     const char           *name);
gboolean            tambour_field_is_stamp          (const TambourField   *field);
gboolean            tambour_record_class_is_fixed   (TambourRecordClass   *klass,
                                                     guint                 i);
void                tambour_record_init_fields      (TambourRecord        *self,
                                                     const TambourField   *fields,
                                                     guint                 n_fields);

TambourRecord      *tambour_record_new              (GType                 type,
                                                     const char           *id);
TambourRecord      *tambour_record_dup              (TambourRecord        *self);
void                tambour_record_copy_fields      (TambourRecord        *self,
                                                     TambourRecord        *from);
gboolean            tambour_record_equal            (TambourRecord        *a,
                                                     TambourRecord        *b);
const char         *tambour_record_get_id           (TambourRecord        *self);
char               *tambour_record_dup_title        (TambourRecord        *self);
gboolean            tambour_record_is_deleted       (TambourRecord        *self);
gboolean            tambour_record_check            (TambourRecord        *self,
                                                     GError              **error);
gboolean            tambour_record_set_text         (TambourRecord        *self,
                                                     const char           *name,
                                                     const char           *text,
                                                     GError              **error);
GPtrArray          *tambour_record_list_contents    (TambourRecord        *self);

char               *tambour_id_new                  (void);
char               *tambour_id_new_at               (gint64                milliseconds,
                                                     GRand                *random);

G_END_DECLS
