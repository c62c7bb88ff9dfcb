/* portal-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"

#include "tambour-connect.h"
#include "tambour-kinds.h"
#include "tambour-portals.h"
#include "tambour-preferences.h"
#include "tambour-secrets.h"

/* The help desk of the guide (data/portals/README.md). */
static const char map[] =
  "{ \"title\": \"Hearth\", \"system\": \"hearth\", \"base\": \"https://hearth.example.org/api\",\n"
  "  \"sign_in\": { \"kind\": \"api_key\", \"header\": \"X-Key\" },\n"
  "  \"test\": { \"path\": \"/whoami\", \"who\": \"/name\" },\n"
  "  \"values\": { \"state\": { \"open\": \"open\", \"wait\": \"waiting_customer\", \"done\": \"resolved\" } },\n"
  "  \"changes\": [ { \"path\": \"/tickets\", \"query\": { \"changed_since\": \"{since}\", \"page\": \"{page}\" },\n"
  "    \"since\": \"rfc3339\", \"entries\": \"/tickets\", \"limit\": 50,\n"
  "    \"paging\": { \"kind\": \"page\", \"total\": \"/count\" }, \"ordered\": true, \"whole\": true } ],\n"
  "  \"item\": { \"path\": \"/tickets/{id}\", \"id\": \"/no\", \"changed\": \"/touched\", \"deleted\": { \"/state\": \"trash\" } },\n"
  "  \"us\": { \"/staff\": true },\n"
  "  \"hints\": { \"email\": \"/mail\", \"organisation\": \"/company\" },\n"
  "  \"records\": { \"case\": { \"fields\": {\n"
  "    \"number\": \"/no\", \"title\": \"/subject\", \"status\": { \"at\": \"/state\", \"values\": \"state\" },\n"
  "    \"priority\": { \"at\": \"/urgency\", \"values\": { \"1\": \"P1\", \"2\": \"P2\" }, \"otherwise\": \"P3\" },\n"
  "    \"opened_at\": \"/created\" },\n"
  "    \"history\": [ { \"id\": \"opened\", \"at\": \"/created\", \"events\": [ { \"kind\": \"opened\", \"actor\": \"customer\" } ] },\n"
  "      { \"path\": \"/tickets/{id}/log\", \"id\": \"{/n}\", \"at\": \"/when\", \"events\": [\n"
  "        { \"when\": { \"/did\": \"reply\" }, \"kind\": \"message\", \"fields\": { \"text\": \"/body\" } } ] } ] } } }\n";

static const char * const tickets[] = {
  "{\"no\": 7, \"subject\": \"Signal box offline\", \"state\": \"open\", \"urgency\": 1, \"mail\": \"ada@kestrel.example.com\","
  " \"company\": \"Kestrel Rail\", \"created\": \"2026-11-23T10:00:00Z\", \"touched\": \"2026-11-23T12:00:00Z\"}",
  "{\"no\": 8, \"subject\": \"<b>Wards</b> without network & %s\", \"state\": \"open\", \"urgency\": 2, \"mail\": \"ben@wards.example.net\","
  " \"company\": \"Saint Orla’s\", \"created\": \"2026-11-23T11:00:00Z\", \"touched\": \"2026-11-23T12:10:00Z\"}",
  "{\"no\": 9, \"subject\": \"Badges\", \"state\": \"wait\", \"urgency\": 3, \"mail\": \"cy@wards.example.net\","
  " \"company\": \"Saint Orla’s\", \"created\": \"2026-11-23T11:30:00Z\", \"touched\": \"2026-11-23T12:20:00Z\"}",
};

static void
answer (SoupServerMessage *message,
        char              *text)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, text, strlen (text));
}

static char *
dup_list (void)
{
  g_autofree char *joined = g_strjoinv (",", (char *[]) { (char *) tickets[0], (char *) tickets[1], (char *) tickets[2], NULL });

  return g_strdup_printf ("{\"tickets\": [%s], \"count\": %u}", joined, (guint) G_N_ELEMENTS (tickets));
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  PortalFixture *self = user_data;
  const char *key = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "X-Key");
  guint number = 0;

  self->n_asked++;
  if (g_strcmp0 (key, PORTAL_FIXTURE_KEY) != 0)
    soup_server_message_set_status (message, SOUP_STATUS_UNAUTHORIZED, NULL);
  else if (g_str_equal (path, "/api/whoami"))
    answer (message, g_strdup ("{\"name\": \"Anna\"}"));
  else if (g_str_has_suffix (path, "/log"))
    answer (message, g_strdup ("[{\"n\": 1, \"when\": \"2026-11-23T10:20:00Z\", \"staff\": true, \"did\": \"reply\", \"body\": \"We look at it.\"}]"));
  else if (g_str_equal (path, "/api/tickets") && self->is_stalling)
    soup_server_message_pause (message);
  else if (g_str_equal (path, "/api/tickets"))
    answer (message, dup_list ());
  else if (sscanf (path, "/api/tickets/%u", &number) == 1 && number >= 7 && number - 7 < G_N_ELEMENTS (tickets))
    answer (message, g_strdup (tickets[number - 7]));
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static void
put_account (PortalFixture *self,
             const char    *id,
             const char    *name)
{
  g_autoptr(TambourRecord) account = tambour_record_new (G_TYPE_FROM_CLASS (tambour_kinds_find ("account")), id);

  g_assert_true (tambour_record_set_text (account, "name", name, NULL));
  tambour_test_ui_put (self->ui, account);
}

PortalFixture *
portal_fixture_new (int width,
                    int height)
{
  PortalFixture *self = g_new0 (PortalFixture, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) uri = NULL;
  GSList *uris;

  self->ui = tambour_test_ui_new (width, height);
  put_account (self, "kestrel", "Kestrel Rail");
  put_account (self, "orla", "Orla Health");

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->address = g_strdup_printf ("http://127.0.0.1:%d/api", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
portal_fixture_free (PortalFixture *self)
{
  tambour_portals_end (tambour_portals_of (self->ui->portfolio));
  while (tambour_portfolio_is_writing (self->ui->portfolio))
    tambour_test_settle ();

  tambour_test_ui_free (self->ui);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_free (self->address);
  g_free (self);
}

char *
portal_fixture_dup_map (void)
{
  return g_strdup (map);
}

/* A connector with that portal, which has been read by nobody yet. */
void
portal_fixture_put (PortalFixture *self,
                    const char    *name)
{
  g_autoptr(TambourConnector) connector = tambour_connector_new (name);
  g_autoptr(TambourServer) server = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&connector->map_text, map);
  g_set_str (&connector->address, self->address);
  tambour_connect_add (self->ui->store, connector, &error);
  g_assert_no_error (error);
  server = tambour_connector_dup_server (connector);
  tambour_secrets_store (server, PORTAL_FIXTURE_KEY, NULL, &error);
  g_assert_no_error (error);
}

AdwDialog *
portal_fixture_get_dialog (PortalFixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->ui->window));
}

/* The page of connectors, in Preferences. */
void
portal_fixture_open (PortalFixture *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->ui->window)))
    tambour_test_ui_present (self->ui);
  tambour_preferences_present_connectors (GTK_WIDGET (self->ui->window), self->ui->portfolio);
  tambour_test_settle ();
}

static gboolean
is_read (gpointer data)
{
  PortalFixture *self = data;
  GPtrArray *all = tambour_portals_get_all (tambour_portals_of (self->ui->portfolio));
  gboolean is_read = all->len > 0;

  for (guint i = 0; i < all->len; i++)
    {
      const TambourPortalStatus *status = g_ptr_array_index (all, i);

      is_read = is_read && !status->is_running && tambour_instant_is_stated (status->state->finished_at);
    }

  return is_read;
}

static gboolean
is_known (gpointer data)
{
  PortalFixture *self = data;

  return tambour_portals_get_all (tambour_portals_of (self->ui->portfolio))->len > 0;
}

/* All of them. */
void
portal_fixture_read (PortalFixture *self)
{
  TambourPortals *portals = tambour_portals_of (self->ui->portfolio);
  g_autoptr(GPtrArray) connectors = NULL;

  tambour_portals_refresh (portals);
  tambour_test_wait (is_known, self);
  connectors = tambour_connectors_list (self->ui->store, NULL);
  for (guint i = 0; i < connectors->len; i++)
    tambour_portals_run (portals, ((TambourConnector *) g_ptr_array_index (connectors, i))->name);
  tambour_test_wait (is_read, self);
  tambour_test_settle ();
}

guint
portal_fixture_count_cases (PortalFixture *self)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (tambour_kinds_find ("case")));
  g_autoptr(GPtrArray) cases = tambour_store_list (self->ui->store, query, NULL, NULL);

  return cases->len;
}

/* As Enter or Space does. A button may begin what turns until it is over, which nothing waits for. */
void
portal_fixture_press (PortalFixture *self,
                      GType          type,
                      const char    *text)
{
  GtkWidget *widget = tambour_test_find (portal_fixture_get_dialog (self), type, text);

  g_assert_nonnull (widget);
  if (GTK_IS_BUTTON (widget))
    {
      g_signal_emit_by_name (widget, "clicked");
      return;
    }

  gtk_widget_activate (widget);
  tambour_test_settle ();
}
