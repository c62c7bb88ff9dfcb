/* tambour-player.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-player-private.h"

/* What a place looks like in CouchDB 3, after its number. */
#define OPAQUE "-g1AAAACReJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9____s5IYGP"

static void
rule_free (TambourPlayerRule *rule)
{
  g_free (rule->request);
  g_free (rule->header);
  g_free (rule->answer);
  g_free (rule);
}

/**
 * tambour_player_answer:
 * @message: what was asked
 * @status: what it is answered
 * @text: the rest, as JSON
 */
void
tambour_player_answer (SoupServerMessage *message,
                       guint              status,
                       const char        *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text, strlen (text));
}

static void
answer_object (SoupServerMessage *message,
               guint              status,
               JsonObject        *object)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = json_to_string (node, FALSE);

  tambour_player_answer (message, status, text);
  json_object_unref (object);
}

static char *
dup_place (guint number)
{
  return g_strdup_printf ("%u%s", number, OPAQUE);
}

static guint
query_number (GHashTable *query,
              const char *name,
              guint       otherwise)
{
  const char *value = query ? g_hash_table_lookup (query, name) : NULL;

  return value ? (guint) g_ascii_strtoull (value, NULL, 10) : otherwise;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  return json_object_get_string_member (object, member);
}

static void
play_info (TambourPlayer     *self,
           SoupServerMessage *message)
{
  JsonObject *object = json_object_new ();
  g_autofree char *place = dup_place (self->documents->len);
  g_autofree char *erased = dup_place (self->erased->len);

  json_object_set_string_member (object, "db_name", "team");
  json_object_set_string_member (object, "update_seq", place);
  json_object_set_string_member (object, "purge_seq", erased);
  json_object_set_int_member (object, "doc_count", self->documents->len);
  answer_object (message, 200, object);
}

static JsonObject *
make_row (JsonObject *document)
{
  JsonObject *row = json_object_new ();
  JsonObject *change = json_object_new ();
  JsonArray *changes = json_array_new ();

  json_object_set_string_member (change, "rev", get_text (document, "_rev"));
  json_array_add_object_element (changes, change);
  json_object_set_null_member (row, "seq");
  json_object_set_string_member (row, "id", get_text (document, "_id"));
  json_object_set_array_member (row, "changes", changes);

  return row;
}

static void
play_page (TambourPlayer     *self,
           SoupServerMessage *message,
           guint              since,
           guint              limit)
{
  JsonObject *object = json_object_new ();
  JsonArray *results = json_array_new ();
  guint until = MIN (since + limit, self->documents->len);
  g_autofree char *place = dup_place (MAX (until, since));

  for (guint i = since; i < until; i++)
    if (!tambour_player_is_erased (self->documents->pdata[i]))
      json_array_add_object_element (results, make_row (self->documents->pdata[i]));

  json_object_set_array_member (object, "results", results);
  json_object_set_string_member (object, "last_seq", place);
  json_object_set_int_member (object, "pending", self->documents->len - MAX (until, MIN (since, self->documents->len)));
  answer_object (message, 200, object);
}

static void
play_changes (TambourPlayer     *self,
              SoupServerMessage *message,
              GHashTable        *query)
{
  guint since = query_number (query, "since", 0);
  gboolean is_patient = g_strcmp0 (g_hash_table_lookup (query, "feed"), "longpoll") == 0;

  g_assert_cmpstr (g_hash_table_lookup (query, "style"), ==, "all_docs");
  if (is_patient && since >= self->documents->len)
    {
      soup_server_message_pause (message);
      g_ptr_array_add (self->waiting, g_object_ref (message));
      return;
    }

  play_page (self, message, since, query_number (query, "limit", 1000000));
}

static JsonObject *
find_document (TambourPlayer *self,
               const char    *id)
{
  for (guint i = self->documents->len; i > 0; i--)
    if (!tambour_player_is_erased (self->documents->pdata[i - 1]) &&
        g_str_equal (get_text (self->documents->pdata[i - 1], "_id"), id))
      return self->documents->pdata[i - 1];

  return NULL;
}

/* @is_failing: whether too few of a cluster can be asked */
static JsonObject *
make_failure (const char *id,
              const char *rev,
              gboolean    is_failing)
{
  JsonObject *failure = json_object_new ();

  json_object_set_string_member (failure, "id", id);
  json_object_set_string_member (failure, "rev", rev);
  json_object_set_string_member (failure, "error", is_failing ? "internal_fabric_error" : "not_found");
  json_object_set_string_member (failure, "reason", is_failing ? "timeout" : "missing");

  return failure;
}

static JsonObject *
make_leaf (TambourPlayer *self,
           const char    *id,
           const char    *rev)
{
  JsonObject *document = find_document (self, id);
  JsonObject *leaf = json_object_new ();

  if (document != NULL && self->n_failing == 0)
    json_object_set_object_member (leaf, "ok", json_object_ref (document));
  else
    json_object_set_object_member (leaf, "error", make_failure (id, rev, self->n_failing > 0));

  return leaf;
}

static void
play_bulk_get (TambourPlayer     *self,
               SoupServerMessage *message,
               JsonObject        *body)
{
  JsonArray *wanted = json_object_get_array_member (body, "docs");
  JsonArray *results = json_array_new ();
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < json_array_get_length (wanted); i++)
    {
      JsonObject *one = json_array_get_object_element (wanted, i);
      JsonObject *result = json_object_new ();
      JsonArray *docs = json_array_new ();

      json_array_add_object_element (docs, make_leaf (self, get_text (one, "id"),
                                                      json_object_get_string_member_with_default (one, "rev", "undefined")));
      json_object_set_string_member (result, "id", get_text (one, "id"));
      json_object_set_array_member (result, "docs", docs);
      json_array_add_object_element (results, result);
    }

  if (self->n_failing > 0)
    self->n_failing--;
  json_object_set_array_member (object, "results", results);
  answer_object (message, 200, object);
}

static void
play_diff (TambourPlayer     *self,
           SoupServerMessage *message,
           JsonObject        *body)
{
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *id;
  JsonNode *revs;

  json_object_iter_init (&iter, body);
  while (json_object_iter_next (&iter, &id, &revs))
    {
      JsonObject *document = find_document (self, id);
      JsonObject *entry = json_object_new ();

      if (document == NULL || !g_str_equal (get_text (document, "_rev"), json_array_get_string_element (json_node_get_array (revs), 0)))
        {
          json_object_set_member (entry, "missing", json_node_copy (revs));
          json_object_set_object_member (object, id, entry);
        }
      else
        {
          json_object_unref (entry);
        }
    }

  answer_object (message, 200, object);
}

static gboolean
release (TambourPlayer *self)
{
  g_autoptr(GPtrArray) waiting = NULL;

  g_mutex_lock (&self->lock);
  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    play_page (self, waiting->pdata[i], self->documents->len - self->n_now, 1000);
  self->n_now = 0;
  g_mutex_unlock (&self->lock);

  for (guint i = 0; i < waiting->len; i++)
    soup_server_message_unpause (waiting->pdata[i]);

  return G_SOURCE_REMOVE;
}

/**
 * tambour_player_keep:
 * @self: a server, locked
 * @document: (transfer full): what it has from now on
 *
 * Whoever waits for changes is told on the thread, when this is done.
 */
void
tambour_player_keep (TambourPlayer *self,
                     JsonObject    *document)
{
  g_ptr_array_add (self->documents, document);
  if (self->n_now++ == 0)
    {
      g_autoptr(GSource) source = g_idle_source_new ();

      g_source_set_callback (source, G_SOURCE_FUNC (release), self, NULL);
      g_source_attach (source, self->context);
    }
}

static void
play_docs (TambourPlayer     *self,
           SoupServerMessage *message,
           JsonObject        *body)
{
  JsonArray *docs = json_object_get_array_member (body, "docs");

  g_assert_false (json_object_get_boolean_member (body, "new_edits"));
  for (guint i = 0; i < json_array_get_length (docs); i++)
    tambour_player_keep (self, json_object_ref (json_array_get_object_element (docs, i)));

  tambour_player_answer (message, 201, "[]");
}

static void
play_local (TambourPlayer     *self,
            SoupServerMessage *message,
            const char        *method,
            const char        *name,
            JsonObject        *body)
{
  JsonObject *known = g_hash_table_lookup (self->locals, name);
  const char *rev = known ? get_text (known, "_rev") : "0-0";
  g_autofree char *next = g_strdup_printf ("0-%u", (guint) g_ascii_strtoull (rev + 2, NULL, 10) + 1);

  if (g_str_equal (method, "GET"))
    {
      if (known != NULL)
        answer_object (message, 200, json_object_ref (known));
      else
        tambour_player_answer (message, 404, "{\"error\":\"not_found\",\"reason\":\"missing\"}");
      return;
    }

  if (known != NULL && g_strcmp0 (json_object_get_string_member_with_default (body, "_rev", NULL), rev) != 0)
    {
      tambour_player_answer (message, 409, "{\"error\":\"conflict\",\"reason\":\"Document update conflict.\"}");
      return;
    }

  json_object_set_string_member (body, "_rev", next);
  g_hash_table_insert (self->locals, g_strdup (name), json_object_ref (body));
  known = json_object_new ();
  json_object_set_boolean_member (known, "ok", TRUE);
  json_object_set_string_member (known, "rev", next);
  answer_object (message, 201, known);
}

/* A document with its attachments after it: the first of its parts. */
static void
play_parts (TambourPlayer     *self,
            SoupServerMessage *message,
            const char        *text)
{
  const char *start = strstr (text, "\r\n\r\n");
  const char *end = start ? strstr (start + 4, "\r\n--") : NULL;
  g_autofree char *part = end ? g_strndup (start + 4, (gsize) (end - start - 4)) : g_strdup ("");
  g_autoptr(JsonNode) node = json_from_string (part, NULL);

  g_assert_nonnull (node);
  tambour_player_keep (self, json_node_dup_object (node));
  tambour_player_answer (message, 201, "{\"ok\":true}");
}

/* One document, as a server without _bulk_get gives it; or one of its attachments. */
static void
play_document (TambourPlayer     *self,
               SoupServerMessage *message,
               const char        *rest,
               gboolean           is_open)
{
  g_auto(GStrv) parts = g_strsplit (rest, "/", 2);
  JsonObject *document = find_document (self, parts[0]);
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *leaves = NULL;

  if (document == NULL)
    {
      tambour_player_answer (message, 404, "{\"error\":\"not_found\",\"reason\":\"missing\"}");
    }
  else if (parts[1] != NULL)
    {
      JsonObject *attachments = json_object_get_object_member (document, "_attachments");
      gsize length;
      g_autofree guchar *data = g_base64_decode (get_text (json_object_get_object_member (attachments, parts[1]), "data"), &length);

      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "application/octet-stream", SOUP_MEMORY_COPY, (char *) data, length);
    }
  else if (!is_open)
    {
      answer_object (message, 200, json_object_ref (document));
    }
  else
    {
      node = json_node_init_object (json_node_alloc (), document);
      text = json_to_string (node, FALSE);
      leaves = g_strdup_printf ("[{\"ok\":%s}]", text);
      tambour_player_answer (message, 200, leaves);
    }
}

static gboolean
obey_rules (TambourPlayer     *self,
            SoupServerMessage *message,
            const char        *request)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      TambourPlayerRule *rule = self->rules->pdata[i];

      if (rule->times == 0 || !g_str_has_prefix (request, rule->request))
        continue;

      if (rule->after > 0)
        {
          rule->after--;
          continue;
        }

      rule->times--;
      if (rule->status == TAMBOUR_PLAYER_STALLS)
        {
          soup_server_message_pause (message);
          return TRUE;
        }

      tambour_player_answer (message, rule->status, rule->answer);
      if (rule->header != NULL)
        {
          g_auto(GStrv) pair = g_strsplit (rule->header, ": ", 2);

          soup_message_headers_append (soup_server_message_get_response_headers (message), pair[0], pair[1]);
        }
      return TRUE;
    }

  return FALSE;
}

static void
play (TambourPlayer     *self,
      SoupServerMessage *message,
      const char        *rest,
      GHashTable        *query,
      JsonObject        *body,
      const char        *text)
{
  const char *method = soup_server_message_get_method (message);

  if (*rest == '\0')
    play_info (self, message);
  else if (g_str_equal (rest, "_changes"))
    play_changes (self, message, query);
  else if (g_str_equal (rest, "_purged_infos"))
    tambour_player_answer_erased (self, message);
  else if (g_str_equal (rest, "_bulk_get"))
    play_bulk_get (self, message, body);
  else if (g_str_equal (rest, "_revs_diff"))
    play_diff (self, message, body);
  else if (g_str_equal (rest, "_bulk_docs"))
    play_docs (self, message, body);
  else if (g_str_has_prefix (rest, "_local/"))
    play_local (self, message, method, rest, body);
  else if (g_str_equal (method, "PUT"))
    play_parts (self, message, text);
  else
    play_document (self, message, rest, query != NULL && g_hash_table_contains (query, "open_revs"));
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  TambourPlayer *self = user_data;
  SoupMessageBody *sent = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (sent);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(JsonNode) body = *text != '\0' ? json_from_string (text, NULL) : NULL;
  const char *rest = g_str_has_prefix (path, "/team/") ? path + strlen ("/team/") : "";
  g_autofree char *request = g_strdup_printf ("%s %s", soup_server_message_get_method (message), rest);

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, g_strdup (request));
  g_ptr_array_add (self->bodies, g_strdup (text));
  if (!obey_rules (self, message, request))
    play (self, message, rest, query, body ? json_node_get_object (body) : NULL, text);
  g_mutex_unlock (&self->lock);
}

static gpointer
run (gpointer data)
{
  TambourPlayer *self = data;
  g_autoptr(GMainContextPusher) pusher = g_main_context_pusher_new (self->context);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  g_mutex_lock (&self->lock);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);

  soup_server_disconnect (self->server);
  g_clear_object (&self->server);

  return NULL;
}

static gboolean
is_ready (TambourPlayer *self)
{
  gboolean is;

  g_mutex_lock (&self->lock);
  is = self->base != NULL;
  g_mutex_unlock (&self->lock);

  return is;
}

/**
 * tambour_player_new:
 *
 * Returns: (transfer full): a server with an empty database “team”
 */
TambourPlayer *
tambour_player_new (void)
{
  TambourPlayer *self = g_new0 (TambourPlayer, 1);

  g_mutex_init (&self->lock);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  self->locals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->erased = g_ptr_array_new_with_free_func (g_free);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("player", run, self);
  while (!is_ready (self))
    g_usleep (1000);

  return self;
}

/**
 * tambour_player_free:
 * @self: (transfer full): a server
 */
void
tambour_player_free (TambourPlayer *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_ptr_array_unref (self->documents);
  g_hash_table_unref (self->locals);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->erased);
  g_clear_pointer (&self->backed_up, g_hash_table_unref);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self->base);
  g_free (self);
}
