/* test-dav.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dav-fixture.h"
#include "tambour-dav-answer.h"
#include "tambour-dav.h"
#include "tambour-net-error.h"

#define CALENDAR(uid, lines) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20260101T000000Z\r\n" \
                             "DTSTART:20270104T100000Z\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"

/* What was handed over: “+a.ics” for what changed, “-b.ics” for what is gone. */
typedef struct
{
  GPtrArray  *told;
  GHashTable *known;
} Told;

static gboolean
object_cb (const TambourDavObject  *object,
           gpointer                 user_data,
           GError                 **error)
{
  Told *told = user_data;
  g_autofree char *name = g_path_get_basename (object->path);

  g_ptr_array_add (told->told, g_strconcat (object->text ? "+" : "-", name, NULL));
  if (object->text != NULL)
    {
      g_assert_true (g_str_has_prefix (object->text, "BEGIN:V"));
      g_hash_table_replace (told->known, g_strdup (object->path), g_strdup (object->etag));
    }
  else
    g_hash_table_remove (told->known, object->path);

  return TRUE;
}

static TambourDav *
open_dav (DavFixture     *fixture,
          TambourDavKind  kind,
          const char     *below,
          const char     *secret)
{
  g_autoptr(TambourServer) server = dav_fixture_dup_server (fixture, below);
  g_autoptr(GError) error = NULL;
  TambourDav *dav = tambour_dav_new (kind, server, secret, &error);

  g_assert_no_error (error);

  return dav;
}

static char *
show_collections (TambourDav *dav)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_dav_list_collections (dav, NULL, &error);
  GString *shown = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const TambourDavCollection *one = found->pdata[i];

      g_string_append_printf (shown, "%s%s %s", i ? ", " : "", one->name, one->path);
    }

  return g_string_free_and_steal (shown);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

static void
assert_changes (TambourDav  *dav,
                const char  *path,
                char       **token,
                Told        *told,
                const char  *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = NULL;

  g_ptr_array_set_size (told->told, 0);
  tambour_dav_read_changes (dav, path, token, told->known, object_cb, told, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (told->told, compare);
  g_ptr_array_add (told->told, NULL);
  shown = g_strjoinv (" ", (char **) told->told->pdata);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_found (void)
{
  static const char * const addresses[] = { "", "/", "/anna/", "/.well-known/caldav" };
  g_autoptr(DavFixture) fixture = dav_fixture_new ();
  g_autoptr(TambourDav) books = open_dav (fixture, TAMBOUR_DAV_ADDRESS_BOOKS, "", "secret");
  g_autoptr(TambourDav) one = open_dav (fixture, TAMBOUR_DAV_CALENDARS, "/anna/work/", "secret");
  g_autoptr(TambourDav) stranger = open_dav (fixture, TAMBOUR_DAV_CALENDARS, "", "wrong");
  g_autofree char *people = show_collections (books);
  g_autofree char *work = show_collections (one);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(TambourDav) dav = open_dav (fixture, TAMBOUR_DAV_CALENDARS, addresses[i], "secret");
      g_autofree char *shown = show_collections (dav);

      g_assert_cmpstr (shown, ==, "Home /anna/home/, Work /anna/work/");
    }

  g_assert_cmpstr (people, ==, "People /anna/people/");
  g_assert_cmpstr (work, ==, "Work /anna/work/");
  g_assert_null (tambour_dav_list_collections (stranger, NULL, &error));
  g_assert_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN);
}

static void
test_changes (void)
{
  g_autoptr(DavFixture) fixture = dav_fixture_new ();
  g_autoptr(TambourDav) dav = open_dav (fixture, TAMBOUR_DAV_CALENDARS, "", "secret");
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Told told = { list, known };
  g_autofree char *token = NULL;

  dav_fixture_put (fixture, "/anna/work/a.ics", CALENDAR ("a", ""));
  dav_fixture_put (fixture, "/anna/work/b%20b.ics", CALENDAR ("b", ""));
  assert_changes (dav, "/anna/work/", &token, &told, "+a.ics +b%20b.ics");
  g_assert_nonnull (token);
  assert_changes (dav, "/anna/work/", &token, &told, "");

  dav_fixture_put (fixture, "/anna/work/a.ics", CALENDAR ("a", "SUMMARY:Changed\r\n"));
  dav_fixture_put (fixture, "/anna/work/c.ics", CALENDAR ("c", ""));
  dav_fixture_remove (fixture, "/anna/work/b%20b.ics");
  assert_changes (dav, "/anna/work/", &token, &told, "+a.ics +c.ics -b%20b.ics");

  /* From a token that the server has never given: all is compared, and what is the same is not fetched. */
  dav_fixture_remove (fixture, "/anna/work/c.ics");
  dav_fixture_put (fixture, "/anna/work/d.ics", CALENDAR ("d", ""));
  g_set_str (&token, "http://radicale.org/ns/sync/0000000000000000000000000000000000000000000000000000000000000000");
  assert_changes (dav, "/anna/work/", &token, &told, "+d.ics -c.ics");
  g_set_str (&token, "nonsense & <more>");
  assert_changes (dav, "/anna/work/", &token, &told, "");
}

static void
test_many (void)
{
  g_autoptr(DavFixture) fixture = dav_fixture_new ();
  g_autoptr(TambourDav) dav = open_dav (fixture, TAMBOUR_DAV_ADDRESS_BOOKS, "", "secret");
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Told told = { list, known };
  g_autofree char *token = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *path = g_strdup_printf ("/anna/people/%u.vcf", i);
      g_autofree char *text = g_strdup_printf ("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%u\r\nFN:Somebody %u\r\nN:;;;;\r\nEND:VCARD\r\n", i, i);

      dav_fixture_put (fixture, path, text);
    }

  tambour_dav_read_changes (dav, "/anna/people/", &token, NULL, object_cb, &told, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 120);
  g_assert_cmpuint (g_hash_table_size (known), ==, 120);
}

static void
test_answers (void)
{
  static const char * const wrong[] = {
    "", "{}", "<html/>", "<!DOCTYPE x [<!ENTITY a \"b\">]><D:multistatus xmlns:D=\"DAV:\"><D:sync-token>&a;</D:sync-token></D:multistatus>",
    "<D:multistatus xmlns:D=\"DAV:\"><D:response>"
  };
  static const char right[] = "<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\"><response><href>/x</href><propstat><prop><getetag>\"1\"</getetag></prop>"
                              "<status>HTTP/1.1 200 OK</status></propstat><propstat><prop><displayname>No</displayname></prop><status>HTTP/1.1 404 Not Found</status>"
                              "</propstat></response><response><href>/y</href><status>HTTP/1.1 404 Not Found</status></response><sync-token>t</sync-token></multistatus>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (right, strlen (right));
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDavAnswer) answer = tambour_dav_answer_parse (bytes, "here", &error);
  const TambourDavPart *part;

  g_assert_no_error (error);
  g_assert_cmpuint (answer->parts->len, ==, 2);
  part = answer->parts->pdata[0];
  g_assert_cmpstr (part->etag, ==, "\"1\"");
  g_assert_null (part->name);
  part = answer->parts->pdata[1];
  g_assert_cmpint (part->status, ==, 404);
  g_assert_cmpstr (answer->token, ==, "t");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GBytes) other = g_bytes_new_static (wrong[i], strlen (wrong[i]));
      g_autoptr(GError) reason = NULL;

      g_assert_null (tambour_dav_answer_parse (other, "here", &reason));
      g_assert_error (reason, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav/calendars-and-address-books-are-found", test_found);
  g_test_add_func ("/dav/what-changes-and-what-goes-is-told-once", test_changes);
  g_test_add_func ("/dav/many-come-in-batches", test_many);
  g_test_add_func ("/dav/an-answer-is-checked", test_answers);

  return g_test_run ();
}
