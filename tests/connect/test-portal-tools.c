/* test-portal-tools.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"
#include "tambour-net-error.h"
#include "tambour-people.h"

/* Each map that ships, against answers of the shape that its tool's makers document. */

static PortalFixture *
read_tool (const char *map,
           const char *file,
           const char *path,
           const char *user)
{
  PortalFixture *server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, path, user, "secret");
  g_autoptr(GError) error = NULL;

  portal_fixture_load (server, file);
  portal_fixture_read (server, portal, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < server->items->len; i++)
    {
      TambourPortalItem *item = server->items->pdata[i];

      for (guint n = 0; n < item->faults->len; n++)
        g_error ("%s: %s", item->external_id, (char *) item->faults->pdata[n]);
    }

  return server;
}

static void
assert_person (TambourPortalItem *item,
               const char        *name,
               const char        *email)
{
  TambourContact *contact;

  g_assert_cmpuint (item->people->len, ==, 1);
  contact = item->people->pdata[0];
  g_assert_cmpstr (contact->name, ==, name);
  g_assert_cmpstr (contact->email, ==, email);
}

static void
assert_hint (TambourPortalItem *item,
             const char        *name,
             const char        *expected)
{
  g_assert_cmpstr (tambour_portal_item_get_hint (item, name), ==, expected);
}

static void
test_request_tracker (void)
{
  g_autoptr(PortalFixture) server = read_tool ("request-tracker", "request-tracker.json", "/REST/2.0", "root");
  TambourPortalItem *item = portal_fixture_find (server, "39");
  TambourPortalItem *merged = portal_fixture_find (server, "40");

  g_assert_cmpuint (server->items->len, ==, 3);
  g_assert_true (g_str_has_prefix (server->signed_as->pdata[0], "Basic "));
  portal_assert_field (item, "title", "Alert storm");
  portal_assert_field (item, "status", "waiting_customer");
  portal_assert_field (item, "priority", "P1");
  portal_assert_field (item, "product", "Network");
  portal_assert_field (item, "owner_name", "Hana");
  portal_assert_field (item, "opened_at", "2026-01-07T16:33:47Z");
  portal_assert_lines (item,
                       "2026-01-07T16:33:47Z opened customer 39/574 public “It began this morning. Grüße”\n"
                       "2026-01-07T16:40:00Z owner system 39/575 >Hana automatic\n"
                       "2026-01-07T18:23:28Z our_msg us 39/580 public “We look.”\n"
                       "2026-01-07T18:23:28Z status us 39/581 new>open public\n"
                       "2026-01-08T09:00:00Z priority us 39/582 P2>P1 public\n"
                       "2026-01-08T10:00:00Z paused us 39/583 open>waiting_customer public\n");
  assert_person (item, "Anna", "anna@orion.example");
  assert_hint (item, "organisation", "Orion Foods");
  assert_hint (item, "domain", "orion.example");
  assert_hint (item, "customer", "Orion");
  g_assert_cmpint (merged->fate, ==, TAMBOUR_PORTAL_FATE_MERGED);
  g_assert_cmpstr (merged->merged_into, ==, "39");
  g_assert_cmpint (portal_fixture_find (server, "50")->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
}

static void
test_redmine (void)
{
  g_autoptr(PortalFixture) server = read_tool ("redmine", "redmine.json", "", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "117");
  g_autofree char *url = g_strconcat (server->root, "/issues/117", NULL);

  g_assert_nonnull (strstr (server->seen->pdata[0], "updated_on=%3E%3D1970-01-02T00%3A00%3A00Z"));
  g_assert_nonnull (strstr (server->seen->pdata[0], "status_id=%2A"));
  portal_assert_field (item, "number", "117");
  portal_assert_field (item, "url", url);
  portal_assert_field (item, "status", "resolved");
  portal_assert_field (item, "priority", "P1");
  portal_assert_field (item, "owner_name", "Ines Vogt");
  portal_assert_lines (item,
                       "2026-03-02T07:00:00Z opened customer 117/opened public “Since this morning.”\n"
                       "2026-03-02T07:20:00Z owner us 117/501#1 >Ines Vogt\n"
                       "2026-03-02T08:00:00Z our_msg us 117/502 public “Which browser?”\n"
                       "2026-03-02T08:00:00Z paused us 117/502#1 new>waiting_customer public\n"
                       "2026-03-02T08:00:00Z priority us 117/502#3 P3>P1 public\n"
                       "2026-03-02T09:30:00Z customer_msg customer 117/503 public “Any.”\n"
                       "2026-03-02T09:30:00Z resumed customer 117/503#1 waiting_customer>open public\n"
                       "2026-03-02T10:00:00Z internal_note us 117/504 “Certificate.”\n"
                       "2026-03-02T15:00:00Z our_msg us 117/505 public “Renewed.”\n"
                       "2026-03-02T15:00:00Z closed us 117/505#1 open>closed public\n"
                       "2026-03-03T08:00:00Z customer_msg customer 117/506 public “Not for me.”\n"
                       "2026-03-03T08:00:00Z reopened customer 117/506#1 closed>open public\n"
                       "2026-03-03T12:00:00Z resolved us 117/507#1 open>resolved public\n"
                       "2026-03-03T12:00:00Z owner us 117/507#2 #8>Ines Vogt\n");
  assert_person (item, "Anna Reuter", "anna@varnholt.example");
  assert_hint (item, "organisation", "Varnholt GmbH");
  assert_hint (item, "project", "Varnholt support");
}

static void
test_redmine_requests (void)
{
  g_autoptr(PortalFixture) server = read_tool ("redmine/feature_request", "redmine.json", "", "ines");
  TambourPortalItem *item = portal_fixture_find (server, "117");

  portal_assert_field (item, "status", "shipped");
  portal_assert_field (item, "product_area", "Varnholt support");
  portal_assert_lines (item,
                       "2026-03-02 submitted 117/opened\n"
                       "2026-03-02 under_review 117/502#1 “Which browser?”\n"
                       "2026-03-02 in_work 117/503#1 “Any.”\n"
                       "2026-03-02 shipped 117/505#1 “Renewed.”\n"
                       "2026-03-03 in_work 117/506#1 “Not for me.”\n"
                       "2026-03-03 shipped 117/507#1\n");
}

static void
test_jira (void)
{
  g_autoptr(PortalFixture) server = read_tool ("jira", "jira.json", "/rest/api/2", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "SUP-7");
  g_autofree char *url = g_strconcat (server->root, "/browse/SUP-7", NULL);

  g_assert_cmpstr (server->signed_as->pdata[0], ==, "Bearer secret");
  g_assert_true (g_str_has_prefix (server->seen->pdata[0], "/rest/api/2/search?jql=updated%20%3E%3D%20-"));
  portal_assert_field (item, "number", "SUP-7");
  portal_assert_field (item, "url", url);
  portal_assert_field (item, "category", "Export, Files");
  portal_assert_field (item, "status", "resolved");
  portal_assert_field (item, "priority", "P2");
  portal_assert_lines (item,
                       "2026-04-01T07:00:00Z opened customer SUP-7/opened public “At 90 %.”\n"
                       "2026-04-01T07:10:00Z owner us SUP-7/1001#1 >Ines Vogt\n"
                       "2026-04-01T07:10:00Z status us SUP-7/1001#2 new>open public\n"
                       "2026-04-01T07:30:00Z our_msg us SUP-7/comment-900 public “We look.”\n"
                       "2026-04-01T07:40:00Z internal_note us SUP-7/comment-901 “Looks like disk.”\n"
                       "2026-04-01T08:00:00Z customer_msg customer SUP-7/comment-902 public “Thanks.”\n"
                       "2026-04-01T09:00:00Z paused us SUP-7/1002#2 open>waiting_customer public\n"
                       "2026-04-02T06:00:00Z priority customer SUP-7/1003#1 P3>P2 public\n"
                       "2026-04-02T06:00:00Z resumed customer SUP-7/1003#2 waiting_customer>open public\n"
                       "2026-04-02T09:00:00Z resolved us SUP-7/1004#1 open>resolved public\n");
  assert_person (item, "Anna Reuter", "anna@varnholt.example");
}

/* The same issues, at the address that Jira Cloud has for them. */
static void
test_jira_cloud (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, "jira", "/rest/api/2", "ines@desk.example", "token");
  g_autoptr(GError) error = NULL;

  portal_fixture_say (server, "/rest/api/2/search", 410, NULL, "{\"errorMessages\": [\"The requested API has been removed.\"]}", G_MAXUINT);
  portal_fixture_answer (server, "/rest/api/2/search/jql?nextPageToken=t2",
                         "{\"isLast\": true, \"issues\": [{\"key\": \"A-2\", \"fields\": {\"created\": \"2026-01-01\"}}]}");
  portal_fixture_answer (server, "/rest/api/2/search/jql",
                         "{\"isLast\": false, \"nextPageToken\": \"t2\", \"issues\": [{\"key\": \"A-1\", \"fields\": {\"created\": \"2026-01-01\"}}]}");
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (server->items->len, ==, 2);
}

static void
test_an_address_of_no_jira_is_told (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, "jira", "/elsewhere", NULL, "token");
  g_autoptr(GError) error = NULL;

  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND);
  g_assert_cmpuint (server->cursors->len, ==, 0);
}

static void
test_jira_requests (void)
{
  g_autoptr(PortalFixture) server = read_tool ("jira/feature_request", "jira.json", "/rest/api/2", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "SUP-7");

  portal_assert_field (item, "status", "shipped");
  portal_assert_field (item, "target_release", "4.2");
  portal_assert_field (item, "votes", "12");
  portal_assert_lines (item,
                       "2026-04-01 submitted SUP-7/opened\n"
                       "2026-04-01 in_work SUP-7/1001#2 “In Progress”\n"
                       "2026-04-01 under_review SUP-7/1002#2 “Waiting for customer”\n"
                       "2026-04-02 in_work SUP-7/1003#2 “In Progress”\n"
                       "2026-04-02 under_review SUP-7/1004#1 “Signed off”\n");
}

static void
test_zendesk (void)
{
  g_autoptr(PortalFixture) server = read_tool ("zendesk", "zendesk.json", "/api/v2", "ines@desk.example/token");
  TambourPortalItem *item = portal_fixture_find (server, "35");

  g_assert_cmpint (portal_fixture_find (server, "36")->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
  portal_assert_field (item, "status", "waiting_customer");
  portal_assert_field (item, "priority", "P1");
  portal_assert_field (item, "channel", "email");
  portal_assert_field (item, "owner_name", "Ines Vogt");
  portal_assert_lines (item,
                       "2026-05-01T10:00:00Z opened customer 35/801#1 public “Site 4.\nAll night.”\n"
                       "2026-05-01T10:30:00Z internal_note us 35/802#1 “Battery?”\n"
                       "2026-05-01T10:30:00Z owner us 35/802#2 >Ines Vogt\n"
                       "2026-05-01T10:30:00Z priority us 35/802#3 P3>P1 public\n"
                       "2026-05-01T10:30:00Z status us 35/802#4 new>open public\n"
                       "2026-05-02T09:00:00Z our_msg us 35/803#1 public “Please restart it.”\n"
                       "2026-05-02T09:00:00Z paused us 35/803#2 open>waiting_customer public\n");
  assert_person (item, "Anna Reuter", "anna@varnholt.example");
  assert_hint (item, "organisation", "Varnholt");
  g_assert_nonnull (strstr (server->cursors->pdata[server->cursors->len - 1], "c2"));
}

static void
test_servicenow (void)
{
  g_autoptr(PortalFixture) server = read_tool ("servicenow", "servicenow.json", "/api/now", "ines.vogt");
  TambourPortalItem *item = portal_fixture_find (server, "abc1");

  g_assert_cmpint (portal_fixture_find (server, "abc9")->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
  g_assert_nonnull (strstr (server->seen->pdata[0], "sys_updated_on%3E%3D1970-01-02%2000%3A00%3A00%5EORDERBYsys_updated_on"));
  portal_assert_field (item, "number", "INC0010001");
  portal_assert_field (item, "opened_at", "2026-06-01T08:00:00Z");
  portal_assert_field (item, "channel", "phone");
  portal_assert_field (item, "status", "resolved");
  portal_assert_field (item, "resolution", "Replaced.");
  portal_assert_lines (item,
                       "2026-06-01T08:00:00Z opened customer abc1/opened public “Nobody gets in.”\n"
                       "2026-06-01T08:10:00Z status us abc1/d1 new>open public\n"
                       "2026-06-01T08:10:00Z priority us abc1/d2 P3>P1 public\n"
                       "2026-06-01T08:11:00Z owner system abc1/d3 >Ines Vogt automatic\n"
                       "2026-06-01T08:12:00Z our_msg us abc1/j1 public “On it.”\n"
                       "2026-06-01T08:30:00Z internal_note us abc1/j2 “Fan broken.”\n"
                       "2026-06-01T09:00:00Z paused us abc1/d4 open>waiting_customer public\n"
                       "2026-06-01T10:00:00Z resumed customer abc1/d5 waiting_customer>open public\n"
                       "2026-06-01T10:00:00Z customer_msg customer abc1/j3 public “Still down.”\n"
                       "2026-06-01T12:00:00Z resolved us abc1/d6 open>resolved public\n");
  assert_hint (item, "organisation", "Varnholt");
}

static void
test_github (void)
{
  g_autoptr(PortalFixture) server = read_tool ("github", "github.json", "/repos/desk/core", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "42");

  g_assert_cmpuint (server->items->len, ==, 1);
  portal_assert_field (item, "status", "resolved");
  portal_assert_field (item, "priority", "P2");
  portal_assert_field (item, "url", "https://github.com/desk/core/issues/42");
  portal_assert_lines (item,
                       "2026-07-01T09:00:00Z opened customer 42/opened public “Please.”\n"
                       "2026-07-02T09:01:00Z owner us 42/901 >ines\n"
                       "2026-07-02T09:05:00Z our_msg us 42/902 public “Good idea.”\n"
                       "2026-07-03T00:00:00Z our_msg system 42/903 public automatic “Stale?”\n"
                       "2026-07-03T10:00:00Z customer_msg customer 42/904 public “No.”\n"
                       "2026-07-04T09:00:00Z closed us 42/905 open>closed public\n"
                       "2026-07-05T09:00:00Z reopened us 42/906 resolved>open public\n"
                       "2026-07-09T09:00:00Z resolved us 42/908 open>resolved public\n");
  assert_hint (item, "organisation", "Varnholt");
}

static void
test_github_requests (void)
{
  g_autoptr(PortalFixture) server = read_tool ("github/feature_request", "github.json", "/repos/desk/core", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "42");

  portal_assert_field (item, "status", "shipped");
  portal_assert_field (item, "votes", "9");
  portal_assert_lines (item,
                       "2026-07-01 submitted 42/opened\n"
                       "2026-07-02 planned 42/900\n"
                       "2026-07-04 declined 42/905\n"
                       "2026-07-05 under_review 42/906\n"
                       "2026-07-06 planned 42/907 “4.2”\n"
                       "2026-07-09 shipped 42/908\n");
}

static void
test_gitlab (void)
{
  g_autoptr(PortalFixture) server = read_tool ("gitlab", "gitlab.json", "/api/v4/projects/4", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "8");

  portal_assert_field (item, "status", "resolved");
  portal_assert_field (item, "priority", "P2");
  portal_assert_lines (item,
                       "2026-08-01T09:00:00Z opened customer 8/opened public “Ten seconds.”\n"
                       "2026-08-01T09:10:00Z priority us 8/label-71 >P2 public\n"
                       "2026-08-01T10:00:00Z our_msg us 8/note-301 public “We look.”\n"
                       "2026-08-01T12:00:00Z internal_note us 8/note-302 “Cache.”\n"
                       "2026-08-01T15:00:00Z resolved us 8/state-51 open>resolved public\n"
                       "2026-08-02T08:00:00Z reopened customer 8/state-52 resolved>open public\n"
                       "2026-08-02T12:00:00Z customer_msg customer 8/note-303 public “Great.”\n"
                       "2026-08-03T09:00:00Z resolved us 8/state-53 open>resolved public\n");
}

static void
test_gitlab_requests (void)
{
  g_autoptr(PortalFixture) server = read_tool ("gitlab/feature_request", "gitlab.json", "/api/v4/projects/4", NULL);
  TambourPortalItem *item = portal_fixture_find (server, "8");

  portal_assert_field (item, "status", "shipped");
  portal_assert_lines (item,
                       "2026-08-01 submitted 8/opened\n"
                       "2026-08-01 shipped 8/state-51\n"
                       "2026-08-02 under_review 8/state-52\n"
                       "2026-08-03 shipped 8/state-53\n");
}

/* What was read twice is called the same. */
static void
test_twice_is_the_same (void)
{
  static const char * const tools[][3] = {
    { "request-tracker", "/REST/2.0", "root" }, { "redmine", "", NULL }, { "jira", "/rest/api/2", NULL },
    { "zendesk", "/api/v2", "x" }, { "servicenow", "/api/now", "x" }, { "github", "/repos/desk/core", NULL },
    { "gitlab", "/api/v4/projects/4", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *file = g_strconcat (tools[i][0], ".json", NULL);
      g_autoptr(PortalFixture) one = read_tool (tools[i][0], file, tools[i][1], tools[i][2]);
      g_autoptr(PortalFixture) other = read_tool (tools[i][0], file, tools[i][1], tools[i][2]);

      g_assert_cmpuint (one->items->len, ==, other->items->len);
      for (guint n = 0; n < one->items->len; n++)
        {
          g_autofree char *lines = portal_dup_lines (one->items->pdata[n]);

          portal_assert_lines (other->items->pdata[n], lines);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-tools/request-tracker", test_request_tracker);
  g_test_add_func ("/portal-tools/redmine", test_redmine);
  g_test_add_func ("/portal-tools/redmine-requests", test_redmine_requests);
  g_test_add_func ("/portal-tools/jira", test_jira);
  g_test_add_func ("/portal-tools/jira-cloud", test_jira_cloud);
  g_test_add_func ("/portal-tools/an-address-of-no-jira-is-told", test_an_address_of_no_jira_is_told);
  g_test_add_func ("/portal-tools/jira-requests", test_jira_requests);
  g_test_add_func ("/portal-tools/zendesk", test_zendesk);
  g_test_add_func ("/portal-tools/servicenow", test_servicenow);
  g_test_add_func ("/portal-tools/github", test_github);
  g_test_add_func ("/portal-tools/github-requests", test_github_requests);
  g_test_add_func ("/portal-tools/gitlab", test_gitlab);
  g_test_add_func ("/portal-tools/gitlab-requests", test_gitlab_requests);
  g_test_add_func ("/portal-tools/twice-is-the-same", test_twice_is_the_same);

  return g_test_run ();
}
