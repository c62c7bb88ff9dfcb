/* tambour-portal-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-portal-merge.h"

/* A mark of what the portal said in each field is kept with the record, in its field
 * “portal_said”: what differs from that was changed here, on whatever computer.
 */

#define SAID        "portal_said"
#define MARK_LENGTH 10

/* A record while it takes what the portal says. */
typedef struct
{
  const TambourPortalMerge *rules;
  TambourRecord            *record;
  TambourRecord            *said;
  JsonObject               *before;  /* (nullable): the marks of the last time */
  JsonObject               *marks;
  GPtrArray                *kept;
} Merging;

static char *
mark (const TambourField *field,
      TambourRecord      *record)
{
  g_autofree char *text = tambour_field_dup_text (field, record);
  char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text ? text : "", -1);

  sum[MARK_LENGTH] = '\0';

  return sum;
}

static gboolean
is_of_the_portal (TambourRecordClass *klass,
                  guint               i)
{
  const char *name = klass->fields[i].name;

  return i >= klass->n_common ? !g_str_equal (name, SAID) : g_str_equal (name, "url");
}

static gboolean
is_decided (const Merging      *self,
            const TambourField *field)
{
  return g_strv_contains (self->rules->decided, field->name);
}

/* Whether what stands there may be written over. */
static gboolean
is_untouched (Merging            *self,
              const TambourField *field,
              const char         *before,
              const char         *now)
{
  g_autofree char *current = mark (field, self->record);

  if (before == NULL)
    return self->rules->wins_at_first || is_decided (self, field) || !tambour_field_is_stated (field, self->record);

  return g_str_equal (current, before) || (is_decided (self, field) && !g_str_equal (now, before));
}

static void
take_field (Merging            *self,
            const TambourField *field)
{
  const char *before = self->before ? json_object_get_string_member_with_default (self->before, field->name, NULL) : NULL;
  g_autofree char *now = NULL;

  if (self->rules->only != NULL && !g_strv_contains (self->rules->only, field->name))
    {
      if (before != NULL)
        json_object_set_string_member (self->marks, field->name, before);
      return;
    }
  if (before == NULL && !is_decided (self, field) && !tambour_field_is_stated (field, self->said))
    return;

  now = mark (field, self->said);
  json_object_set_string_member (self->marks, field->name, now);
  if (tambour_field_equal (field, self->record, self->said))
    return;

  if (is_untouched (self, field, before, now))
    tambour_field_copy (field, self->record, self->said);
  else
    g_ptr_array_add (self->kept, (gpointer) field);
}

/**
 * tambour_portal_merge:
 * @rules: how such records take what a portal says
 * @record: (inout): the record as it is stored, or a new one
 * @said: a record of the same kind with what the portal says now
 *
 * Writes into @record what the portal says, but for what was changed here. A field in which the
 * portal says nothing is left alone, unless it said something before. Saying the same twice
 * changes nothing the second time.
 *
 * Returns: (transfer full) (element-type TambourField): the fields that stay as they were changed here
 */
GPtrArray *
tambour_portal_merge (const TambourPortalMerge *rules,
                      TambourRecord            *record,
                      TambourRecord            *said)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  const TambourField *field = tambour_record_class_find_field (klass, SAID);
  const char *text = TAMBOUR_FIELD_AT (field, record, char *);
  g_autoptr(JsonNode) before = text ? json_from_string (text, NULL) : NULL;
  g_autoptr(JsonObject) marks = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), marks);
  g_autofree char *now = NULL;
  Merging merging = { rules, record, said, NULL, marks, g_ptr_array_new () };

  if (before != NULL && JSON_NODE_HOLDS_OBJECT (before))
    merging.before = json_node_get_object (before);
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_of_the_portal (klass, i))
      take_field (&merging, &klass->fields[i]);

  now = json_to_string (root, FALSE);
  g_set_str (&TAMBOUR_FIELD_AT (field, record, char *), now);

  return merging.kept;
}
