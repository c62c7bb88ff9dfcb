/* tambour-form-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-form-layout.h"

/* Up to here, all short fields are in one list, as they are declared. */
#define MAX_IN_ONE_LIST 10

#define IS_ACCOUNT(field) ((field)->offset == G_STRUCT_OFFSET (TambourRecord, account_id))

/* What people hardly ever enter by hand. */
static gboolean
is_technical (const TambourField *field)
{
  static const char * const names[] = { "url", "position", "params", "recorded_at", "exclusion", "merged_into_id", "item_key",
                                        "revision", "inputs", "source_record", "released_to", "other_case_ids", "not_for", NULL };

  return g_strv_contains (names, field->name) || g_str_has_suffix (field->name, "hash") || g_str_has_suffix (field->name, "_version");
}

/* Kinds that stand by themselves; one of them can belong to an account. */
static gboolean
is_of_all_accounts (TambourRecordClass *klass)
{
  static const char * const kinds[] = { "plan", "person", "plan_catalogue", "audit_template", "template_item", "known_issue",
                                        "feature_request", "roadmap_item", "rate", "root_cause",
                                        "library_item", "metric", "programme", NULL };

  return g_strv_contains (kinds, klass->kind);
}

static gboolean
is_shown (TambourRecordClass *klass,
          const TambourField *field)
{
  return field->label != NULL && !(IS_ACCOUNT (field) && g_str_equal (klass->kind, "account"));
}

static TambourFormGroup
find_group_by_kind (const TambourField *field)
{
  if (field->flags & (TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_REQUIRED))
    return TAMBOUR_FORM_GROUP_MAIN;

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_CHOICE:
      return TAMBOUR_FORM_GROUP_MAIN;
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      return TAMBOUR_FORM_GROUP_LINKS;
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
      return TAMBOUR_FORM_GROUP_TIMES;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_MONEY:
      return TAMBOUR_FORM_GROUP_AMOUNTS;
    }

  g_assert_not_reached ();
}

static gboolean
is_plain (TambourRecordClass *klass,
          const TambourField *field)
{
  return is_shown (klass, field) && !is_technical (field) && !(field->flags & TAMBOUR_FIELD_LONG);
}

static gboolean
fits_in_one_list (TambourRecordClass *klass)
{
  guint n = 0;

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    n += is_plain (klass, &klass->fields[i]);

  return n <= MAX_IN_ONE_LIST;
}

/* The name of somebody who is no record stands beside the reference. */
static gboolean
is_name_of_reference (TambourRecordClass *klass,
                      const TambourField *field)
{
  g_autofree char *reference = NULL;

  if (!g_str_has_suffix (field->name, "_name"))
    return FALSE;

  reference = g_strdup_printf ("%.*s_id", (int) (strlen (field->name) - strlen ("_name")), field->name);

  return tambour_record_class_find_field (klass, reference) != NULL;
}

static TambourFormGroup
find_group (TambourRecordClass *klass,
            const TambourField *field)
{
  if (IS_ACCOUNT (field))
    return is_of_all_accounts (klass) ? TAMBOUR_FORM_GROUP_MORE : TAMBOUR_FORM_GROUP_MAIN;

  if (is_technical (field))
    return TAMBOUR_FORM_GROUP_MORE;

  if ((field->flags & TAMBOUR_FIELD_LONG) && !(field->flags & TAMBOUR_FIELD_TITLE))
    return TAMBOUR_FORM_GROUP_TEXTS;

  if (fits_in_one_list (klass))
    return TAMBOUR_FORM_GROUP_MAIN;

  return is_name_of_reference (klass, field) ? TAMBOUR_FORM_GROUP_LINKS : find_group_by_kind (field);
}

static void
add_fields (GPtrArray          *fields,
            TambourRecordClass *klass,
            TambourFormGroup    group,
            guint               from,
            guint               to)
{
  for (guint i = from; i < to; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (field != klass->title && is_shown (klass, field) && find_group (klass, field) == group)
        g_ptr_array_add (fields, (gpointer) field);
    }
}

/**
 * tambour_form_layout_list:
 * @klass: a kind of record
 * @group: a group
 *
 * Returns: (transfer full) (element-type TambourField): the fields in it, in
 *   order: the title first, then what the record belongs to
 */
GPtrArray *
tambour_form_layout_list (TambourRecordClass *klass,
                          TambourFormGroup    group)
{
  GPtrArray *fields = g_ptr_array_new ();

  if (klass->title != NULL && klass->title->label != NULL && group == TAMBOUR_FORM_GROUP_MAIN)
    g_ptr_array_add (fields, (gpointer) klass->title);

  /* What every kind has: the account first, the rest last. */
  add_fields (fields, klass, group, 0, 1);
  add_fields (fields, klass, group, klass->n_common, klass->n_fields);
  add_fields (fields, klass, group, 1, klass->n_common);

  return fields;
}

/**
 * tambour_form_layout_is_half:
 * @field: a field
 *
 * Returns: whether two such fields have room beside each other
 */
gboolean
tambour_form_layout_is_half (const TambourField *field)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_MONEY:
      return TRUE;
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      return FALSE;
    }

  g_assert_not_reached ();
}

/**
 * tambour_form_layout_title:
 * @group: a group
 *
 * Returns: (transfer none) (nullable): what it is called, untranslated
 */
const char *
tambour_form_layout_title (TambourFormGroup group)
{
  switch (group)
    {
    case TAMBOUR_FORM_GROUP_MAIN:
    case TAMBOUR_FORM_GROUP_TEXTS:
      return NULL;
    case TAMBOUR_FORM_GROUP_LINKS:
      return N_("People and Links");
    case TAMBOUR_FORM_GROUP_TIMES:
      return N_("Dates");
    case TAMBOUR_FORM_GROUP_AMOUNTS:
      return N_("Numbers");
    case TAMBOUR_FORM_GROUP_MORE:
      return N_("More");
    }

  g_assert_not_reached ();
}
