/* tambour-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-record.h"

G_DEFINE_ABSTRACT_TYPE (TambourRecord, tambour_record, G_TYPE_OBJECT)

G_DEFINE_QUARK (tambour-record-error-quark, tambour_record_error)

G_DEFINE_ENUM_TYPE (TambourVisibility, tambour_visibility,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VISIBILITY_INTERNAL, "internal"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VISIBILITY_CUSTOMER, "customer"))

G_DEFINE_ENUM_TYPE (TambourOrigin, tambour_origin,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ORIGIN_MANUAL, "manual"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ORIGIN_IMPORT, "import"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ORIGIN_SYNC, "sync"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ORIGIN_DERIVED, "derived"))

/* What every kind has, in front of its own fields. */
static const TambourField common_fields[] = {
  { TAMBOUR_FIELD (TambourRecord, account_id), .label = N_("Account"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "account" },
  { TAMBOUR_FIELD (TambourRecord, created_at) },
  { TAMBOUR_FIELD (TambourRecord, created_by) },
  { TAMBOUR_FIELD (TambourRecord, updated_at), .merge = TAMBOUR_MERGE_LARGEST },
  { TAMBOUR_FIELD (TambourRecord, updated_by), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, rev), .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, deleted_at), .merge = TAMBOUR_MERGE_LARGEST },
  { TAMBOUR_FIELD (TambourRecord, visibility), .choice = tambour_visibility_get_type,
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, origin), .choice = tambour_origin_get_type,
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, external_system), .flags = TAMBOUR_FIELD_PERSONAL,
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, external_id), .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_PERSONAL,
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, url), .label = N_("Link"), .flags = TAMBOUR_FIELD_PERSONAL,
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRecord, note), .label = N_("Note"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG | TAMBOUR_FIELD_PERSONAL },
};

static void
get_field_property (GObject    *object,
                    guint       prop_id,
                    GValue     *value,
                    GParamSpec *pspec)
{
  tambour_field_get (&TAMBOUR_RECORD_GET_CLASS (object)->fields[prop_id - 1], object, value);
}

static void
set_field_property (GObject      *object,
                    guint         prop_id,
                    const GValue *value,
                    GParamSpec   *pspec)
{
  if (tambour_field_set (&TAMBOUR_RECORD_GET_CLASS (object)->fields[prop_id - 1], object, value))
    g_object_notify_by_pspec (object, pspec);
}

/**
 * tambour_record_class_declare:
 * @klass: the class of a final record type
 * @number: the kind's number
 * @kind: singular, which names the JSON type
 * @plural: plural, which names the SQL table
 * @label: N_() label
 * @traits: what is special about the kind
 * @fields: (array length=n_fields): the kind's own fields, in form order
 * @n_fields: how many
 *
 * Puts the fields of every kind in front and installs one property per field.
 * Use it through %TAMBOUR_DEFINE_RECORD.
 */
void
tambour_record_class_declare (TambourRecordClass  *klass,
                              guint                number,
                              const char          *kind,
                              const char          *plural,
                              const char          *label,
                              TambourRecordTraits  traits,
                              const TambourField  *fields,
                              guint                n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint n_common = G_N_ELEMENTS (common_fields);
  TambourField *all = g_new (TambourField, n_common + n_fields);

  g_return_if_fail (number > 0 && number < 128);

  memcpy (all, common_fields, sizeof common_fields);
  memcpy (all + n_common, fields, n_fields * sizeof *fields);

  klass->number = number;
  klass->kind = kind;
  klass->plural = plural;
  klass->label = label;
  klass->traits = traits;
  klass->fields = all;
  klass->n_fields = n_common + n_fields;
  klass->n_common = n_common;

  object_class->get_property = get_field_property;
  object_class->set_property = set_field_property;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_assert ((all[i].kind == TAMBOUR_KIND_CHOICE) == (all[i].choice != NULL));
      g_assert ((all[i].kind == TAMBOUR_KIND_REF) == (all[i].target != NULL));
      g_object_class_install_property (object_class, i + 1, tambour_field_new_pspec (&all[i]));

      if (all[i].flags & TAMBOUR_FIELD_TITLE)
        klass->title = &all[i];
    }
}

/**
 * tambour_record_class_find_field:
 * @klass: a class
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): the field, or %NULL if there is none
 */
const TambourField *
tambour_record_class_find_field (TambourRecordClass *klass,
                                 const char         *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];

  return NULL;
}

/**
 * tambour_field_is_stamp:
 * @field: a field
 *
 * Returns: whether it says who made or last touched the record, or when
 */
gboolean
tambour_field_is_stamp (const TambourField *field)
{
  return field->offset == G_STRUCT_OFFSET (TambourRecord, created_at) || field->offset == G_STRUCT_OFFSET (TambourRecord, created_by) ||
         field->offset == G_STRUCT_OFFSET (TambourRecord, updated_at) || field->offset == G_STRUCT_OFFSET (TambourRecord, updated_by);
}

/**
 * tambour_record_class_is_fixed:
 * @klass: a kind of record
 * @i: the number of one of its fields
 *
 * What may still change in a line of history: who may see it, where it came
 * from, and what the program itself keeps of it. A correction is a new record
 * (RECORDS.md).
 *
 * Returns: %TRUE if the field stays as it was when the record was made
 */
gboolean
tambour_record_class_is_fixed (TambourRecordClass *klass,
                               guint               i)
{
  const TambourField *field = &klass->fields[i];

  g_return_val_if_fail (i < klass->n_fields, FALSE);

  if (field->flags & TAMBOUR_FIELD_FIXED)
    return TRUE;

  return (klass->traits & TAMBOUR_RECORD_APPEND_ONLY) != 0 &&
         (i >= klass->n_common || field->offset == G_STRUCT_OFFSET (TambourRecord, account_id));
}

/**
 * tambour_record_init_fields:
 * @self: a record that is being made
 * @fields: (array length=n_fields): its own fields
 * @n_fields: how many
 *
 * Makes every field not stated. For %TAMBOUR_DEFINE_RECORD.
 */
void
tambour_record_init_fields (TambourRecord      *self,
                            const TambourField *fields,
                            guint               n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    tambour_field_init (&fields[i], self);
}

static void
tambour_record_finalize (GObject *object)
{
  TambourRecord *self = TAMBOUR_RECORD (object);
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    tambour_field_clear (&klass->fields[i], self);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (tambour_record_parent_class)->finalize (object);
}

static void
tambour_record_class_init (TambourRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tambour_record_finalize;
}

static void
tambour_record_init (TambourRecord *self)
{
  tambour_record_init_fields (self, common_fields, G_N_ELEMENTS (common_fields));
}

/**
 * tambour_record_new:
 * @type: a final record type
 * @id: (nullable): the record's id, or %NULL for a new one
 *
 * Returns: (transfer full): a record with nothing stated
 */
TambourRecord *
tambour_record_new (GType       type,
                    const char *id)
{
  TambourRecord *self;

  g_return_val_if_fail (g_type_is_a (type, TAMBOUR_TYPE_RECORD), NULL);

  self = g_object_new (type, NULL);
  self->id = id ? g_strdup (id) : tambour_id_new ();

  return self;
}

/**
 * tambour_record_copy_fields:
 * @self: a record
 * @from: a record of the same kind
 *
 * Makes @self say what @from says; its id and row stay its own.
 */
void
tambour_record_copy_fields (TambourRecord *self,
                            TambourRecord *from)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);

  g_return_if_fail (klass == TAMBOUR_RECORD_GET_CLASS (from));

  for (guint i = 0; i < klass->n_fields; i++)
    tambour_field_copy (&klass->fields[i], self, from);

  g_set_str (&self->extra, from->extra);
}

/**
 * tambour_record_dup:
 * @self: a record
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
TambourRecord *
tambour_record_dup (TambourRecord *self)
{
  TambourRecord *copy = tambour_record_new (G_OBJECT_TYPE (self), self->id);

  copy->row = self->row;
  tambour_record_copy_fields (copy, self);

  return copy;
}

/**
 * tambour_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: %TRUE if both are of one kind, have the same id and say the same
 */
gboolean
tambour_record_equal (TambourRecord *a,
                      TambourRecord *b)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (a);

  if (klass != TAMBOUR_RECORD_GET_CLASS (b) ||
      g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (!tambour_field_equal (&klass->fields[i], a, b))
      return FALSE;

  return TRUE;
}

/**
 * tambour_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its id
 */
const char *
tambour_record_get_id (TambourRecord *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD (self), NULL);

  return self->id;
}

/**
 * tambour_record_dup_title:
 * @self: a record
 *
 * Returns: (transfer full): what the record is called in lists; never %NULL
 */
char *
tambour_record_dup_title (TambourRecord *self)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);
  char *title = klass->title ? tambour_field_dup_text (klass->title, self) : NULL;

  return title ? title : g_strdup (self->id);
}

/**
 * tambour_record_is_deleted:
 * @self: a record
 *
 * Returns: %TRUE if it is a tombstone
 */
gboolean
tambour_record_is_deleted (TambourRecord *self)
{
  return tambour_instant_is_stated (self->deleted_at);
}

/**
 * tambour_record_check:
 * @self: a record
 * @error: return location for %TAMBOUR_RECORD_ERROR_MISSING
 *
 * Checks that every required field is stated. A required choice or flag is
 * always stated.
 *
 * Returns: %TRUE if the record may be saved
 */
gboolean
tambour_record_check (TambourRecord  *self,
                      GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);

  g_return_val_if_fail (TAMBOUR_IS_RECORD (self), FALSE);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (!(field->flags & TAMBOUR_FIELD_REQUIRED) ||
          field->kind == TAMBOUR_KIND_CHOICE || field->kind == TAMBOUR_KIND_FLAG ||
          tambour_field_is_stated (field, self))
        continue;

      g_set_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_MISSING,
                   "%s %s has no %s", klass->kind, self->id, field->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * tambour_record_set_text:
 * @self: a record
 * @name: a field's name
 * @text: (nullable): see tambour_field_set_text()
 * @error: return location for %TAMBOUR_RECORD_ERROR_KIND or _VALUE
 *
 * Returns: %FALSE if the kind has no such field, or @text is not for it
 */
gboolean
tambour_record_set_text (TambourRecord  *self,
                         const char     *name,
                         const char     *text,
                         GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);
  const TambourField *field = tambour_record_class_find_field (klass, name);

  if (field == NULL)
    {
      g_set_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_KIND,
                   "a %s has no field “%s”", klass->kind, name);
      return FALSE;
    }

  return tambour_field_set_text (field, self, text, error);
}

/**
 * tambour_record_list_contents:
 * @self: a record
 *
 * Returns: (transfer container) (element-type utf8): the hashes of the contents that it
 *   has
 */
GPtrArray *
tambour_record_list_contents (TambourRecord *self)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);
  GPtrArray *hashes = g_ptr_array_new ();

  g_return_val_if_fail (TAMBOUR_IS_RECORD (self), hashes);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TAMBOUR_FIELD_CONTENT) && tambour_field_is_stated (&klass->fields[i], self))
      g_ptr_array_add (hashes, TAMBOUR_FIELD_AT (&klass->fields[i], self, char *));

  return hashes;
}
