/* test-contents.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-contained.h"
#include "tambour-laptop.h"
#include "tambour-player.h"
#include "tambour-pull.h"
#include "tambour-push.h"
#include "tambour-replica.h"

#define SMALL (100 * 1000)
#define LARGE (1200 * 1000)

/* What one process does, step by step. */
typedef struct
{
  TambourPlayer  *player;
  TambourLaptop  *laptop;
  TambourSession *session;
  TambourPeer    *peer;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->player = tambour_player_new ();
  fixture->laptop = tambour_laptop_new (tambour_player_get_base (fixture->player), "team");
  fixture->session = tambour_session_new (fixture->laptop->server, NULL, &error);
  g_assert_no_error (error);
  fixture->peer = tambour_peer_new (fixture->laptop->store, tambour_couch_new (fixture->session, NULL),
                                    fixture->laptop->server);
  fixture->peer->is_metered = TRUE;
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_pointer (&fixture->peer, tambour_peer_free);
  g_clear_object (&fixture->session);
  g_clear_pointer (&fixture->laptop, tambour_laptop_free);
  g_clear_pointer (&fixture->player, tambour_player_free);
}

static void
keep_in_step (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->peer->outcome = (TambourSyncOutcome) { .total = -1 };
  if (!tambour_peer_meet (fixture->peer, &error) || !tambour_pull_run (fixture->peer, NULL, &error) ||
      !tambour_contained_fetch (fixture->peer, &error) || !tambour_push_run (fixture->peer, &error))
    g_error ("%s", error->message);
}

static void
attach (Fixture *fixture,
        gsize    size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_strnfill (size, 'z'), size);
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ATTACHMENT, NULL);
  TambourAttachment *attachment = TAMBOUR_ATTACHMENT (record);

  attachment->name = g_strdup ("Log of the night");
  g_assert_true (tambour_store_put_content (fixture->laptop->store, bytes, &attachment->hash, NULL));
  tambour_test_put (fixture->laptop->store, record);
}

/* An attachment as the server has it. */
static char *
add_attachment (Fixture    *fixture,
                const char *number,
                gsize       size)
{
  g_autofree char *text = g_strnfill (size, 'y');
  g_autofree char *data = g_base64_encode ((const guchar *) text, size);
  char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, (gssize) size);
  g_autofree char *document = g_strdup_printf (
    "{'_id':'01930000-0000-7000-8000-00000000000%s','_rev':'1-%s','_revisions':{'start':1,'ids':['%s']},'record':'attachment',"
    "'name':'Log','hash':'%s','_attachments':{'%s':{'content_type':'application/octet-stream','length':%" G_GSIZE_FORMAT
    ",'data':'%s'}}}",
    number, number, number, hash, hash, size, data);

  tambour_player_add (fixture->player, document);

  return hash;
}

static void
test_pull (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *small = add_attachment (fixture, "1", SMALL);
  g_autofree char *large = add_attachment (fixture, "2", LARGE);

  keep_in_step (fixture);
  g_assert_cmpint (fixture->peer->outcome.n_failed, ==, 0);
  g_assert_cmpuint (tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_ATTACHMENT), ==, 2);
  g_assert_true (tambour_store_has_content (fixture->laptop->store, small));
  g_assert_false (tambour_store_has_content (fixture->laptop->store, large));

  fixture->peer->is_metered = FALSE;
  keep_in_step (fixture);
  g_assert_true (tambour_store_has_content (fixture->laptop->store, large));
}

static void
test_push (Fixture       *fixture,
           gconstpointer  data)
{
  attach (fixture, SMALL);
  attach (fixture, LARGE);

  keep_in_step (fixture);
  g_assert_cmpint (fixture->peer->outcome.n_sent, ==, 1);
  g_assert_cmpint (fixture->peer->outcome.n_failed, ==, 0);
  g_assert_cmpint (tambour_peer_count_waiting (fixture->peer), ==, 1);
  keep_in_step (fixture);
  g_assert_cmpint (fixture->peer->outcome.n_sent, ==, 0);

  fixture->peer->is_metered = FALSE;
  keep_in_step (fixture);
  g_assert_cmpint (fixture->peer->outcome.n_sent, ==, 1);
  g_assert_cmpint (tambour_peer_count_waiting (fixture->peer), ==, 0);
}

/* What somebody put there under a name that is not its own. */
static void
test_other_content (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "what it was", -1);
  g_autofree char *document = g_strdup_printf (
    "{'_id':'01930000-0000-7000-8000-000000000003','_rev':'1-3','_revisions':{'start':1,'ids':['3']},'record':'attachment','name':'Log',"
    "'hash':'%s','_attachments':{'%s':{'content_type':'text/plain','length':4,'data':'b3RoZXI='}}}",
    hash, hash);

  tambour_player_add (fixture->player, document);
  keep_in_step (fixture);
  g_assert_cmpint (fixture->peer->outcome.n_failed, ==, 1);
  g_assert_false (tambour_store_has_content (fixture->laptop->store, hash));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add ("/contents/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("what-is-large-comes-when-it-costs-nothing", test_pull);
  ADD ("what-is-large-goes-when-it-costs-nothing", test_push);
  ADD ("one-that-is-not-what-its-name-says-is-left-alone", test_other_content);
#undef ADD

  return g_test_run ();
}
