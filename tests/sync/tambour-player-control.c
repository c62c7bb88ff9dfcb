/* tambour-player-control.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-player-private.h"

/**
 * tambour_player_get_base:
 * @self: a server
 *
 * Returns: (transfer none): its address
 */
const char *
tambour_player_get_base (TambourPlayer *self)
{
  return self->base;
}

/**
 * tambour_player_add:
 * @self: a server
 * @document: with `_id`, `_rev` and `_revisions`; an apostrophe stands for a quotation
 *   mark
 */
void
tambour_player_add (TambourPlayer *self,
                    const char    *document)
{
  g_autofree char *text = g_strdelimit (g_strdup (document), "'", '"');
  g_autoptr(JsonNode) node = json_from_string (text, NULL);

  g_mutex_lock (&self->lock);
  tambour_player_keep (self, json_node_dup_object (node));
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_add_cases:
 * @self: a server
 * @first: the number of the first
 * @n: how many
 * @size: about how many bytes each has
 */
void
tambour_player_add_cases (TambourPlayer *self,
                          guint          first,
                          guint          n,
                          gsize          size)
{
  g_autofree char *note = g_strnfill (size, 'x');

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *document = g_strdup_printf (
        "{'_id':'01930000-0000-7000-8000-%012u','_rev':'1-%032u','_revisions':{'start':1,'ids':['%032u']},'record':'case',"
        "'number':'SR-%u','title':'Case %u','created_at':'2026-11-01T10:00:00Z','created_by':'ana@example.com',"
        "'updated_at':'2026-11-01T10:00:00Z','updated_by':'ana@example.com','opened_at':'2026-11-01T10:00:00Z','note':'%s'}",
        i, i, i, i, i, note);

      tambour_player_add (self, document);
    }
}

/**
 * tambour_player_rule_later:
 * @self: a server
 * @request: how a request begins, such as `GET _changes`
 * @after: how often it is answered as usual before
 * @times: how often
 * @status: what it is answered
 * @header: (nullable): a line of the answer's head
 * @answer: the rest
 */
void
tambour_player_rule_later (TambourPlayer *self,
                           const char    *request,
                           guint          after,
                           guint          times,
                           guint          status,
                           const char    *header,
                           const char    *answer)
{
  TambourPlayerRule *rule = g_new0 (TambourPlayerRule, 1);

  rule->request = g_strdup (request);
  rule->after = after;
  rule->times = times;
  rule->status = status;
  rule->header = g_strdup (header);
  rule->answer = g_strdelimit (g_strdup (answer), "'", '"');

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->rules, rule);
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_rule:
 * @self: a server
 * @request: how a request begins, such as `GET _changes`
 * @times: how often, from now on
 * @status: what it is answered
 * @header: (nullable): a line of the answer's head
 * @answer: the rest
 */
void
tambour_player_rule (TambourPlayer *self,
                     const char    *request,
                     guint          times,
                     guint          status,
                     const char    *header,
                     const char    *answer)
{
  tambour_player_rule_later (self, request, 0, times, status, header, answer);
}

/**
 * tambour_player_forget:
 * @self: a server
 * @name: (nullable): what a database no longer has: its checkpoints; %NULL for its
 *   documents too
 */
void
tambour_player_forget (TambourPlayer *self,
                       const char    *name)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->locals);
  if (name == NULL)
    g_ptr_array_set_size (self->documents, 0);
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_count:
 * @self: a server
 * @request: how a request begins
 *
 * Returns: how many such requests came
 */
guint
tambour_player_count (TambourPlayer *self,
                      const char    *request)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->requests->len; i++)
    n += g_str_has_prefix (self->requests->pdata[i], request);
  g_mutex_unlock (&self->lock);

  return n;
}

/**
 * tambour_player_count_docs:
 * @self: a server
 *
 * Returns: how many revisions it has been given
 */
guint
tambour_player_count_docs (TambourPlayer *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->documents->len;
  g_mutex_unlock (&self->lock);

  return n;
}

/**
 * tambour_player_dup_last:
 * @self: a server
 * @request: how a request begins
 *
 * Returns: (transfer full) (nullable): what the last such request brought
 */
char *
tambour_player_dup_last (TambourPlayer *self,
                         const char    *request)
{
  char *body = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = self->requests->len; i > 0 && body == NULL; i--)
    if (g_str_has_prefix (self->requests->pdata[i - 1], request))
      body = g_strdup (self->bodies->pdata[i - 1]);
  g_mutex_unlock (&self->lock);

  return body;
}
