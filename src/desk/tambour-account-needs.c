/* tambour-account-needs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-needs.h"

#include "tambour-roadmap-sheet-private.h"

struct _TambourAccountNeeds
{
  GPtrArray  *findings;        /* TambourFinding, of all accounts that are read */
  GHashTable *keys;            /* the id of an answer → its item key */
  GHashTable *findings_of;     /* the id of an account → GArray of TambourSuggestionFinding */
  GHashTable *components_of;   /* the id of an account → GPtrArray of TambourComponent */
  GArray     *no_findings;
  GPtrArray  *no_components;
  const char *tags[2];         /* of the account that was taken last */
};

/**
 * tambour_account_needs_free:
 * @self: (transfer full): what is known
 */
void
tambour_account_needs_free (TambourAccountNeeds *self)
{
  g_clear_pointer (&self->findings_of, g_hash_table_unref);
  g_clear_pointer (&self->components_of, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->no_findings, g_array_unref);
  g_clear_pointer (&self->no_components, g_ptr_array_unref);
  g_free (self);
}

/* The item of the checklist stands with the answer. */
static gboolean
read_keys (TambourAccountNeeds          *self,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) answers = NULL;

  for (guint i = 0; i < self->findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->answer_id.id != NULL)
        g_hash_table_add (ids, finding->answer_id.id);
    }

  if (!(answers = tambour_roadmap_list_any (reading, TAMBOUR_TYPE_AUDIT_ANSWER, "id", ids, NULL, error)))
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      TambourAuditAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->item_key != NULL)
        g_hash_table_insert (self->keys, g_strdup (TAMBOUR_RECORD (answer)->id), g_strdup (answer->item_key));
    }

  return TRUE;
}

static void
add_finding (TambourAccountNeeds *self,
             TambourFinding      *finding)
{
  const char *account_id = TAMBOUR_RECORD (finding)->account_id.id;
  const char *key = finding->answer_id.id ? g_hash_table_lookup (self->keys, finding->answer_id.id) : NULL;
  TambourSuggestionFinding known = { finding->title, finding->section, key, finding->severity };
  GArray *list;

  if (account_id == NULL)
    return;

  list = g_hash_table_lookup (self->findings_of, account_id);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (TambourSuggestionFinding));
      g_hash_table_insert (self->findings_of, (gpointer) account_id, list);
    }
  g_array_append_val (list, known);
}

static gboolean
read_findings (TambourAccountNeeds          *self,
               const TambourAccountReading  *reading,
               GError                      **error)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = tambour_account_reading_list (reading, TAMBOUR_TYPE_FINDING, "status = open or status = planned", error);
  if (self->findings == NULL || !read_keys (self, reading, error))
    return FALSE;

  for (guint i = 0; i < self->findings->len; i++)
    add_finding (self, g_ptr_array_index (self->findings, i));

  return TRUE;
}

static gboolean
read_components (TambourAccountNeeds          *self,
                 const TambourAccountReading  *reading,
                 GError                      **error)
{
  g_autoptr(GPtrArray) components = tambour_account_reading_list (reading, TAMBOUR_TYPE_COMPONENT, NULL, error);

  for (guint i = 0; components != NULL && i < components->len; i++)
    {
      TambourRecord *component = g_ptr_array_index (components, i);
      GPtrArray *list = component->account_id.id ? g_hash_table_lookup (self->components_of, component->account_id.id) : NULL;

      if (component->account_id.id == NULL)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->components_of, g_strdup (component->account_id.id), list);
        }
      g_ptr_array_add (list, g_object_ref (component));
    }

  return components != NULL;
}

/**
 * tambour_account_needs_load:
 * @reading: of one account, or of all of them
 * @parts: what is asked for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is known of them
 */
TambourAccountNeeds *
tambour_account_needs_load (const TambourAccountReading  *reading,
                            TambourNeedsParts             parts,
                            GError                      **error)
{
  g_autoptr(TambourAccountNeeds) self = g_new0 (TambourAccountNeeds, 1);

  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->findings_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->components_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->no_findings = g_array_new (FALSE, FALSE, sizeof (TambourSuggestionFinding));
  self->no_components = g_ptr_array_new ();
  if (((parts & TAMBOUR_NEEDS_FINDINGS) && !read_findings (self, reading, error)) ||
      ((parts & TAMBOUR_NEEDS_COMPONENTS) && !read_components (self, reading, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_account_needs_take:
 * @self: what is known of some accounts
 * @account: one of them
 * @needs: (out caller-allocates): what is known of that, until another is taken; what
 *   they have is left out
 */
void
tambour_account_needs_take (TambourAccountNeeds    *self,
                            TambourAccount         *account,
                            TambourSuggestionNeeds *needs)
{
  const char *id = TAMBOUR_RECORD (account)->id;
  GArray *findings = g_hash_table_lookup (self->findings_of, id);
  GPtrArray *components = g_hash_table_lookup (self->components_of, id);

  self->tags[0] = account->industry;
  *needs = (TambourSuggestionNeeds) { id, findings ? findings : self->no_findings, components ? components : self->no_components,
                                      self->tags, NULL };
}
