/* tambour-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-merge.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

static gboolean
is_larger (const TambourField *field,
           gconstpointer       a,
           gconstpointer       b)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      return AT (field, a, gint64) > AT (field, b, gint64);
    case TAMBOUR_KIND_DATE:
      return AT (field, a, TambourDate).julian > AT (field, b, TambourDate).julian;
    case TAMBOUR_KIND_NUMBER:
      return isnan (AT (field, b, double)) || AT (field, a, double) > AT (field, b, double);
    case TAMBOUR_KIND_FLAG:
      return AT (field, a, bool) > AT (field, b, bool);
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_MONEY:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      break;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
has (const char * const *labels,
     const char         *label)
{
  return labels != NULL && g_strv_contains (labels, label);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* A label stays if either side added it, and goes if either side removed it. */
static void
unite (const TambourField *field,
       gconstpointer       base,
       gpointer            ours,
       gconstpointer       theirs)
{
  const char * const *b = AT (field, base, const char * const *);
  const char * const *o = AT (field, ours, const char * const *);
  const char * const *t = AT (field, theirs, const char * const *);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();
  GStrv labels;

  for (guint i = 0; o && o[i]; i++)
    if (has (t, o[i]) || !has (b, o[i]))
      g_strv_builder_add (kept, o[i]);

  for (guint i = 0; t && t[i]; i++)
    if (!has (o, t[i]) && !has (b, t[i]))
      g_strv_builder_add (kept, t[i]);

  labels = g_strv_builder_end (kept);
  g_sort_array (labels, g_strv_length (labels), sizeof *labels, compare_labels, NULL);
  g_strfreev (AT (field, ours, GStrv));
  AT (field, ours, GStrv) = labels;
}

/* Newer by the time of the edit; at the same second by who edited, so that two
 * machines come to the same answer.
 */
static gboolean
is_newer (TambourRecord *theirs,
          TambourRecord *ours)
{
  if (theirs->updated_at.seconds != ours->updated_at.seconds)
    return theirs->updated_at.seconds > ours->updated_at.seconds;

  return g_strcmp0 (theirs->updated_by, ours->updated_by) > 0;
}

/* Both sides changed the field, and differently. Leaves the outcome in @ours.
 *
 * Returns: %FALSE if a person should look at it
 */
static gboolean
settle (const TambourField *field,
        gboolean            theirs_is_newer,
        gconstpointer       base,
        gpointer            ours,
        gconstpointer       theirs)
{
  switch (field->merge)
    {
    case TAMBOUR_MERGE_LATEST:
      if (theirs_is_newer)
        tambour_field_copy (field, ours, theirs);
      return TRUE;
    case TAMBOUR_MERGE_LARGEST:
      if (is_larger (field, theirs, ours))
        tambour_field_copy (field, ours, theirs);
      return TRUE;
    case TAMBOUR_MERGE_UNION:
      unite (field, base, ours, theirs);
      return TRUE;
    case TAMBOUR_MERGE_ASK:
      return FALSE;
    }

  g_assert_not_reached ();
}

/**
 * tambour_merge:
 * @base: the record as both sides last knew it
 * @ours: the record as it is here; the outcome is written into it
 * @theirs: the record as it came in
 *
 * Merges field by field. A field that only one side changed takes that side;
 * a field that both changed follows its own merge rule. Apart from
 * %TAMBOUR_MERGE_ASK the outcome does not depend on which side is ours.
 *
 * Returns: (transfer container) (element-type TambourField): the fields on
 *   which a person has to decide
 */
GPtrArray *
tambour_merge (TambourRecord *base,
               TambourRecord *ours,
               TambourRecord *theirs)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (ours);
  gboolean theirs_is_newer = is_newer (theirs, ours);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (tambour_field_equal (field, base, theirs) || tambour_field_equal (field, ours, theirs))
        continue;

      if (tambour_field_equal (field, base, ours))
        tambour_field_copy (field, ours, theirs);
      else if (!settle (field, theirs_is_newer, base, ours, theirs))
        g_ptr_array_add (open, (gpointer) field);
    }

  return open;
}
