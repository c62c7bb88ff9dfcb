/* portal-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"

#include "tambour-case.h"
#include "tambour-roadmap.h"

/* What the portal says to a request, so many times. */
typedef struct
{
  char       *path;
  GHashTable *query;    /* (nullable): parameters that the request must have */
  guint       status;
  GStrv       headers;
  char       *json;
  guint       n_left;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->path);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_strfreev (self->headers);
  g_free (self->json);
  g_free (self);
}

void
portal_send (SoupServerMessage *message,
             guint              status,
             const char        *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json, strlen (json));
}

static gboolean
fits (Answer     *answer,
      const char *path,
      GHashTable *query)
{
  GHashTableIter iter;
  gpointer name, value;

  if (answer->n_left == 0 || !g_str_equal (answer->path, path))
    return FALSE;
  if (answer->query == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, answer->query);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (query == NULL || g_strcmp0 (g_hash_table_lookup (query, name), value) != 0)
      return FALSE;

  return TRUE;
}

static void
send_answer (PortalFixture     *self,
             SoupServerMessage *message,
             Answer            *answer)
{
  g_autoptr(GString) json = g_string_new (answer->json);

  g_string_replace (json, "@root@", self->root, 0);
  answer->n_left--;
  for (guint i = 0; answer->headers != NULL && answer->headers[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (answer->headers[i], ": ", 2);
      g_autoptr(GString) value = g_string_new (parts[1]);

      g_string_replace (value, "@root@", self->root, 0);
      soup_message_headers_append (soup_server_message_get_response_headers (message), parts[0], value->str);
    }
  portal_send (message, answer->status, json->str);
}

static void
note_request (PortalFixture     *self,
              SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);
  const char *signed_as = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (g_get_real_time () / G_USEC_PER_SEC + self->ahead);
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);

  g_ptr_array_add (self->seen, g_strconcat (g_uri_get_path (uri), query != NULL ? "?" : NULL, query, NULL));
  g_ptr_array_add (self->signed_as, g_strdup (signed_as != NULL ? signed_as : ""));
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", date);
}

static void
asked_cb (SoupServer        *soup,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  PortalFixture *self = user_data;

  g_mutex_lock (&self->lock);
  note_request (self, message);
  if (self->answer == NULL || !self->answer (self, message, path, query, self->user_data))
    {
      Answer *found = NULL;

      for (guint i = 0; found == NULL && i < self->answers->len; i++)
        if (fits (self->answers->pdata[i], path, query))
          found = self->answers->pdata[i];

      if (found != NULL)
        send_answer (self, message, found);
      else
        portal_send (message, 404, "{\"message\": \"not here\"}");
    }
  g_mutex_unlock (&self->lock);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static gpointer
serve (gpointer data)
{
  PortalFixture *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

PortalFixture *
portal_fixture_new (void)
{
  PortalFixture *self = g_new0 (PortalFixture, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->seen = g_ptr_array_new_with_free_func (g_free);
  self->signed_as = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_item_free);
  self->cursors = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->lock);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);

  g_main_context_push_thread_default (self->context);
  self->soup = g_object_new (SOUP_TYPE_SERVER, NULL);
  soup_server_add_handler (self->soup, NULL, asked_cb, self, NULL);
  soup_server_listen_local (self->soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_main_context_pop_thread_default (self->context);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->soup);
  self->root = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  self->thread = g_thread_new ("portal", serve, self);

  return self;
}

void
portal_fixture_free (PortalFixture *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_context_push_thread_default (self->context);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->seen);
  g_ptr_array_unref (self->signed_as);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->cursors);
  g_free (self->root);
  g_free (self);
}

void
portal_fixture_say (PortalFixture *self,
                    const char    *address,
                    guint          status,
                    const char    *headers,
                    const char    *json,
                    guint          times)
{
  g_auto(GStrv) parts = g_strsplit (address, "?", 2);
  Answer *answer = g_new0 (Answer, 1);

  answer->path = g_strdup (parts[0]);
  answer->query = parts[1] != NULL ? soup_form_decode (parts[1]) : NULL;
  answer->status = status;
  answer->headers = headers != NULL ? g_strsplit (headers, "\n", -1) : NULL;
  answer->json = g_strdup (json);
  answer->n_left = times;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->answers, answer);
  g_mutex_unlock (&self->lock);
}

void
portal_fixture_answer (PortalFixture *self,
                       const char    *address,
                       const char    *json)
{
  portal_fixture_say (self, address, 200, NULL, json, G_MAXUINT);
}

/* A file of answers: each is an object with “address”, “headers” where there are some, and “answer”. */
void
portal_fixture_load (PortalFixture *self,
                     const char    *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "answers", name, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *array;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *json = json_to_string (json_object_get_member (object, "answer"), FALSE);

      portal_fixture_say (self, json_object_get_string_member (object, "address"),
                          (guint) json_object_get_int_member_with_default (object, "status", 200),
                          json_object_get_string_member_with_default (object, "headers", NULL), json, G_MAXUINT);
    }
}

guint
portal_fixture_count (PortalFixture *self,
                      const char    *prefix)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->seen->len; i++)
    n += g_str_has_prefix (self->seen->pdata[i], prefix);
  g_mutex_unlock (&self->lock);

  return n;
}

static TambourPortalItem *
copy_item (TambourPortalItem *item)
{
  TambourPortalItem *copy = tambour_portal_item_new (item->external_id);
  GHashTableIter iter;
  gpointer name, text;

  copy->record = item->record != NULL ? g_object_ref (item->record) : NULL;
  copy->changed_at = item->changed_at;
  copy->fate = item->fate;
  copy->merged_into = g_strdup (item->merged_into);
  for (guint i = 0; i < item->events->len; i++)
    g_ptr_array_add (copy->events, g_object_ref (item->events->pdata[i]));
  for (guint i = 0; i < item->people->len; i++)
    g_ptr_array_add (copy->people, g_object_ref (item->people->pdata[i]));
  for (guint i = 0; i < item->faults->len; i++)
    g_ptr_array_add (copy->faults, g_strdup (item->faults->pdata[i]));
  g_hash_table_iter_init (&iter, item->hints);
  while (g_hash_table_iter_next (&iter, &name, &text))
    tambour_portal_item_hint (copy, name, text);

  return copy;
}

static gboolean
item_cb (TambourPortalItem  *item,
         gpointer            user_data,
         GError            **error)
{
  PortalFixture *self = user_data;

  if (self->n_taken > 0 && self->items->len >= self->n_taken)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "enough");
      return FALSE;
    }

  g_ptr_array_add (self->items, copy_item (item));

  return TRUE;
}

static gboolean
page_cb (const char  *cursor,
         guint        n_read,
         gpointer     user_data,
         GError     **error)
{
  PortalFixture *self = user_data;

  g_ptr_array_add (self->cursors, g_strdup (cursor));

  return TRUE;
}

gboolean
portal_fixture_read (PortalFixture  *self,
                     TambourPortal  *portal,
                     const char     *cursor,
                     GError        **error)
{
  g_ptr_array_set_size (self->items, 0);

  return tambour_portal_read_changes (portal, cursor, (TambourInstant) { TAMBOUR_NEVER }, item_cb, page_cb, self, NULL, error);
}

TambourPortalItem *
portal_fixture_find (PortalFixture *self,
                     const char    *external_id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((TambourPortalItem *) self->items->pdata[i])->external_id, external_id))
      return self->items->pdata[i];

  g_error ("%s was not read", external_id);
}

TambourPortalMap *
portal_map (const char *json)
{
  g_autoptr(GError) error = NULL;
  TambourPortalMap *map = tambour_portal_map_parse (json, -1, NULL, &error);

  g_assert_no_error (error);

  return map;
}

/* @map: of one that ships, or the JSON of one */
TambourPortal *
portal_fixture_portal (PortalFixture *self,
                       const char    *map,
                       const char    *path,
                       const char    *user,
                       const char    *secret)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalMap) loaded = *map == '{' ? portal_map (map) : tambour_portal_map_load_shipped (map, &error);
  g_autofree char *url = g_strconcat (self->root, path, NULL);
  TambourPortal *portal;

  g_assert_no_error (error);
  portal = tambour_portal_new (loaded, url, user, secret, &error);
  g_assert_no_error (error);

  return portal;
}

static void
add_case_event (GString          *lines,
                TambourCaseEvent *event)
{
  g_autofree char *at = tambour_instant_dup_text (event->at);

  g_string_append_printf (lines, "%s %s %s %s", at, tambour_choice_nick (TAMBOUR_TYPE_EVENT_KIND, event->kind),
                          tambour_choice_nick (TAMBOUR_TYPE_ACTOR, event->actor), TAMBOUR_RECORD (event)->external_id);
  if (event->from != NULL || event->to != NULL)
    g_string_append_printf (lines, " %s>%s", event->from != NULL ? event->from : "", event->to != NULL ? event->to : "");
  if (event->public_update)
    g_string_append (lines, " public");
  if (event->automatic)
    g_string_append (lines, " automatic");
  if (event->text != NULL)
    g_string_append_printf (lines, " “%s”", event->text);
  g_string_append_c (lines, '\n');
}

static void
add_step (GString        *lines,
          TambourFrEvent *event)
{
  g_autofree char *at = tambour_date_dup_text (event->at);

  g_string_append_printf (lines, "%s %s %s", at, tambour_choice_nick (TAMBOUR_TYPE_REQUEST_STATUS, event->status),
                          TAMBOUR_RECORD (event)->external_id);
  if (event->reason != NULL)
    g_string_append_printf (lines, " “%s”", event->reason);
  g_string_append_c (lines, '\n');
}

/* The history, a line for each event. */
char *
portal_dup_lines (TambourPortalItem *item)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < item->events->len; i++)
    if (TAMBOUR_IS_CASE_EVENT (item->events->pdata[i]))
      add_case_event (lines, item->events->pdata[i]);
    else
      add_step (lines, item->events->pdata[i]);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

void
portal_assert_lines (TambourPortalItem *item,
                     const char        *expected)
{
  g_autofree char *lines = portal_dup_lines (item);

  g_assert_cmpstr (lines, ==, expected);
}

void
portal_assert_field (TambourPortalItem *item,
                     const char        *name,
                     const char        *expected)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (item->record), name);
  g_autofree char *text = NULL;

  g_assert_nonnull (field);
  text = tambour_field_dup_text (field, item->record);
  g_assert_cmpstr (text, ==, expected);
}
