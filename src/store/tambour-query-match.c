/* tambour-query-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-query-private.h"

static void
add_value (TambourQuery *self,
           const char   *text,
           gboolean      is_words)
{
  TambourQueryValue *value = g_new0 (TambourQueryValue, 1);

  value->text = g_strdup (text);
  value->is_words = is_words;
  g_ptr_array_add (self->values, value);
}

static gboolean
is_in_index (TambourRecordClass *klass)
{
  if (klass->traits & TAMBOUR_RECORD_DERIVED)
    return FALSE;

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (tambour_field_is_indexable (&klass->fields[i]))
      return TRUE;

  return FALSE;
}

/* Of a kind that nobody searches in, what any of its texts contains. */
static void
match_texts (TambourQuery *self,
             const char   *text)
{
  TambourRecordClass *klass = self->table->klass;
  const char *or = "";

  g_string_append (self->where, " AND (");
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_TEXT || klass->fields[i].kind == TAMBOUR_KIND_LABELS)
      {
        g_string_append_printf (self->where, "%scontains (\"%s\", ?)", or, klass->fields[i].name);
        add_value (self, text, FALSE);
        or = " OR ";
      }
  g_string_append_printf (self->where, "%s)", *or ? "" : "0");
}

static void
match_index (TambourQuery *self,
             const char   *words)
{
  g_string_append_printf (self->where, " AND \"row\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH ? AND rowid %% %d = %u)",
                          TAMBOUR_ROW_STEP, self->table->klass->number);
  add_value (self, words, TRUE);
}

/**
 * tambour_query_match:
 * @self: a query
 * @text: what somebody typed; every word must be there, the last may go on
 *
 * Asks for records in which these words are, as tambour_store_search() does.
 */
void
tambour_query_match (TambourQuery *self,
                     const char   *text)
{
  g_return_if_fail (text != NULL);

  if (is_in_index (self->table->klass))
    match_index (self, text);
  else
    match_texts (self, text);
}

/**
 * tambour_query_link:
 * @self: a query of a kind that has texts
 * @kind: a kind of link, but an address
 * @target: what it leads to
 *
 * Asks for records that have such a link in a long text.
 */
void
tambour_query_link (TambourQuery    *self,
                    TambourLinkKind  kind,
                    const char      *target)
{
  g_autofree char *word = tambour_links_dup_word (kind, target);
  g_autofree char *closed = g_strconcat (word, " ", NULL);

  match_index (self, closed);
}
