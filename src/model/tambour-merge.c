/* tambour-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-merge.h"
#include "tambour-purge.h"

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

/**
 * tambour_merge_compare_edits:
 * @a: a record as somebody left it
 * @b: the same as somebody else left it
 *
 * By the time of the edit; at the same second by who edited.
 *
 * Returns: more than 0 if @a is the newer edit
 */
int
tambour_merge_compare_edits (TambourRecord *a,
                             TambourRecord *b)
{
  if (a->updated_at.seconds != b->updated_at.seconds)
    return a->updated_at.seconds > b->updated_at.seconds ? 1 : -1;

  return g_strcmp0 (a->updated_by, b->updated_by);
}

/* Where nothing else decides, two machines must still come to one answer. */
static gboolean
is_greater_text (const TambourField *field,
                 gconstpointer       a,
                 gconstpointer       b)
{
  g_autofree char *one = tambour_field_dup_text (field, a);
  g_autofree char *other = tambour_field_dup_text (field, b);

  return g_strcmp0 (one, other) > 0;
}

/**
 * tambour_merge_takes_theirs:
 * @field: a field that both sides changed
 * @newer: what tambour_merge_compare_edits() says of theirs and ours
 * @ours: the record as it is here
 * @theirs: the record as it came in
 *
 * Returns: whether theirs is what stands where the newer edit does, on every machine
 */
gboolean
tambour_merge_takes_theirs (const TambourField *field,
                            int                 newer,
                            gconstpointer       ours,
                            gconstpointer       theirs)
{
  return newer > 0 || (newer == 0 && is_greater_text (field, theirs, ours));
}

/* Both sides changed the field, and differently. Leaves the outcome in @ours.
 * @newer is above 0 if theirs is the newer edit.
 *
 * Returns: %FALSE if a person should look at it
 */
static gboolean
settle (const TambourField *field,
        int                 newer,
        gconstpointer       base,
        gpointer            ours,
        gconstpointer       theirs)
{
  switch (field->merge)
    {
    case TAMBOUR_MERGE_LATEST:
      if (tambour_merge_takes_theirs (field, newer, ours, theirs))
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

/* The members of @extra as text, by name and in its order. */
static GTree *
split_extra (const char *extra)
{
  g_autoptr(JsonNode) node = extra ? json_from_string (extra, NULL) : NULL;
  g_autoptr(GTree) members = g_tree_new_full ((GCompareDataFunc) strcmp, NULL, g_free, g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&members);

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    g_tree_insert (members, g_strdup (name), json_to_string (value, FALSE));

  return g_steal_pointer (&members);
}

static char *
join_extra (GTree *members)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);

  for (GTreeNode *node = g_tree_node_first (members); node; node = g_tree_node_next (node))
    json_object_set_member (object, g_tree_node_key (node), json_from_string (g_tree_node_value (node), NULL));

  return json_object_get_size (object) ? json_to_string (root, FALSE) : NULL;
}

/* What this version does not know cannot be asked about: of two edits of one
 * member the newer stands.
 */
static void
merge_extra (TambourRecord *base,
             TambourRecord *ours,
             TambourRecord *theirs,
             int            newer)
{
  g_autoptr(GTree) b = split_extra (base->extra);
  g_autoptr(GTree) o = split_extra (ours->extra);
  g_autoptr(GTree) t = split_extra (theirs->extra);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GTree *all[] = { b, o, t };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (GTreeNode *node = g_tree_node_first (all[i]); node; node = g_tree_node_next (node))
      g_ptr_array_add (names, g_strdup (g_tree_node_key (node)));

  for (guint i = 0; i < names->len; i++)
    {
      const char *before = g_tree_lookup (b, names->pdata[i]);
      const char *here = g_tree_lookup (o, names->pdata[i]);
      const char *there = g_tree_lookup (t, names->pdata[i]);

      if (g_strcmp0 (before, there) == 0 || g_strcmp0 (here, there) == 0)
        continue;

      if (g_strcmp0 (before, here) != 0 && (newer < 0 || (newer == 0 && g_strcmp0 (here, there) > 0)))
        continue;

      if (there != NULL)
        g_tree_insert (o, g_strdup (names->pdata[i]), g_strdup (there));
      else
        g_tree_remove (o, names->pdata[i]);
    }

  g_clear_pointer (&ours->extra, g_free);
  ours->extra = join_extra (o);
}

/* What one side took out of the record, the other side does not bring back.
 *
 * Returns: (transfer full): theirs, which says of a person what ours says if that was
 *   purged
 */
static TambourRecord *
settle_purge (TambourRecord *base,
              TambourRecord *ours,
              TambourRecord *theirs)
{
  TambourRecord *settled;

  if (tambour_purge_is_newer (theirs, ours) && tambour_purge_is_newer (theirs, base))
    tambour_purge_copy (ours, theirs);
  if (!tambour_purge_is_newer (ours, theirs) || !tambour_purge_is_newer (ours, base))
    return g_object_ref (theirs);

  settled = tambour_record_dup (theirs);
  tambour_purge_copy (settled, ours);

  return settled;
}

/**
 * tambour_merge:
 * @base: the record as both sides last knew it
 * @ours: the record as it is here; the outcome is written into it
 * @theirs: the record as it came in
 *
 * Merges field by field. A field that only one side changed takes that side;
 * a field that both changed follows its own merge rule, a member that only a
 * newer version knows takes the newer edit. What was purged on one side stays
 * purged. Apart from
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
  g_autoptr(TambourRecord) settled = settle_purge (base, ours, theirs);
  int newer = tambour_merge_compare_edits (theirs, ours);
  GPtrArray *open = g_ptr_array_new ();

  theirs = settled;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (tambour_field_equal (field, base, theirs) || tambour_field_equal (field, ours, theirs))
        continue;

      if (tambour_field_equal (field, base, ours))
        tambour_field_copy (field, ours, theirs);
      else if (!settle (field, newer, base, ours, theirs))
        g_ptr_array_add (open, (gpointer) field);
    }

  if (g_strcmp0 (base->extra, theirs->extra) != 0 && g_strcmp0 (ours->extra, theirs->extra) != 0)
    merge_extra (base, ours, theirs, newer);

  return open;
}
