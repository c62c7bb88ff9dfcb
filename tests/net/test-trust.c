/* test-trust.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "net-fixture.h"

#define DATES_PAST "-not_before", "20200101000000Z", "-not_after", "20210101000000Z"
#define DATES_LATE "-not_before", "20990101000000Z", "-not_after", "20991231000000Z"
#define DATES_GOOD "-not_before", "20200101000000Z", "-not_after", "20991231000000Z"

#define ANSWER "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"

static char *folder;

static char *
at (const char *name,
    const char *ending)
{
  return g_strconcat (folder, "/", name, ending, NULL);
}

static void
run_openssl (const char * const *arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* NAME.pem and NAME.key, certified by @authority or by itself. */
static void
certify (const char         *name,
         const char         *host,
         const char         *authority,
         const char * const *dates)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *certificate = at (name, ".pem");
  g_autofree char *key = at (name, ".key");
  g_autofree char *subject = g_strdup_printf ("/CN=%s", host);
  g_autofree char *names = g_strdup_printf ("subjectAltName=DNS:%s", host);
  g_autofree char *config = at ("openssl", ".conf");
  g_autofree char *ca = authority != NULL ? at (authority, ".pem") : NULL;
  g_autofree char *ca_key = authority != NULL ? at (authority, ".key") : NULL;
  g_auto(GStrv) arguments = NULL;

  g_file_set_contents (config, "[req]\ndistinguished_name=dn\n[dn]\n", -1, NULL);
  g_strv_builder_add_many (builder, "openssl", "req", "-x509", "-config", config, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                           "-nodes", "-keyout", key, "-out", certificate, "-subj", subject, "-addext", names, NULL);
  if (authority != NULL)
    g_strv_builder_add_many (builder, "-CA", ca, "-CAkey", ca_key, NULL);
  else
    g_strv_builder_add_many (builder, "-addext", "basicConstraints=critical,CA:TRUE", NULL);
  g_strv_builder_addv (builder, (const char **) dates);
  arguments = g_strv_builder_end (builder);
  run_openssl ((const char * const *) arguments);
}

static GTlsCertificate *
load (const char *name)
{
  g_autofree char *certificate = at (name, ".pem");
  g_autofree char *key = at (name, ".key");
  g_autoptr(GError) error = NULL;
  GTlsCertificate *loaded = g_tls_certificate_new_from_files (certificate, key, &error);

  g_assert_no_error (error);

  return loaded;
}

static char *
fingerprint (const char *name)
{
  g_autoptr(GTlsCertificate) certificate = load (name);
  g_autoptr(GByteArray) der = NULL;

  g_object_get (certificate, "certificate", &der, NULL);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
}

static void
make_certificates (void)
{
  g_autoptr(GError) error = NULL;

  folder = g_dir_make_tmp ("tambour-trust-XXXXXX", &error);
  g_assert_no_error (error);
  certify ("ca", "Team authority", NULL, (const char * const[]) { DATES_GOOD, NULL });
  certify ("other-ca", "Somebody else", NULL, (const char * const[]) { DATES_GOOD, NULL });
  certify ("good", "localhost", "ca", (const char * const[]) { DATES_GOOD, NULL });
  certify ("expired", "localhost", "ca", (const char * const[]) { DATES_PAST, NULL });
  certify ("early", "localhost", "ca", (const char * const[]) { DATES_LATE, NULL });
  certify ("elsewhere", "elsewhere.example", "ca", (const char * const[]) { DATES_GOOD, NULL });
  certify ("self", "localhost", NULL, (const char * const[]) { DATES_GOOD, NULL });
  certify ("anna", "anna", "ca", (const char * const[]) { DATES_GOOD, NULL });
}

static void
remove_certificates (void)
{
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      g_autofree char *path = at (name, "");

      g_unlink (path);
    }

  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static RawServer *
serve (const char *certificate)
{
  g_autoptr(GTlsCertificate) loaded = load (certificate);

  return raw_server_new_tls (ANSWER, loaded, NULL);
}

/* A session that trusts @ca, or the certificate with @pin. */
static TambourSession *
trust (RawServer  *server,
       const char *ca,
       const char *pin,
       const char *own)
{
  g_autoptr(TambourServer) description = tambour_server_new (server->url, NULL, NULL);
  g_autoptr(GError) error = NULL;
  TambourSession *session;

  description->ca_file = ca != NULL ? at (ca, ".pem") : NULL;
  description->certificate_file = own != NULL ? at (own, ".pem") : NULL;
  description->key_file = own != NULL ? at (own, ".key") : NULL;
  description->pin = g_strdup (pin);
  session = tambour_session_new (description, NULL, &error);
  g_assert_no_error (error);

  return session;
}

static void
test_own_authority (void)
{
  g_autoptr(RawServer) server = serve ("good");
  g_autoptr(TambourSession) session = trust (server, "ca", NULL, NULL);

  net_assert_answer (session, "x", "{}");
}

static void
assert_untrusted (const char *certificate,
                  const char *ca,
                  const char *words)
{
  g_autoptr(RawServer) server = serve (certificate);
  g_autoptr(TambourSession) session = trust (server, ca, NULL, NULL);

  g_autofree char *found = fingerprint (certificate);
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_session_call (session, "GET", "x", NULL, NULL, 20, NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_UNTRUSTED, words);
  net_assert_error (error, TAMBOUR_NET_ERROR_UNTRUSTED, "localhost:");
  g_assert_cmpstr (tambour_net_error_get_fingerprint (error), ==, found);
  g_assert_false (tambour_net_is_passing (error));
  g_assert_cmpint (g_atomic_int_get (&server->n_asked), ==, 0);
}

static void
test_untrusted (void)
{
  g_autofree char *found = fingerprint ("self");

  assert_untrusted ("expired", "ca", "expired on 2021-01-01");
  assert_untrusted ("early", "ca", "valid from 2099-01-01");
  assert_untrusted ("elsewhere", "ca", "another server’s");
  assert_untrusted ("good", "other-ca", "Nobody that this computer trusts");
  assert_untrusted ("good", NULL, "Nobody that this computer trusts");
  assert_untrusted ("self", "ca", found);
  assert_untrusted ("self", NULL, "certified itself");
}

static void
test_pin (void)
{
  g_autofree char *pin = fingerprint ("self");
  g_autofree char *large = g_ascii_strup (pin, -1);
  g_autofree char *other = fingerprint ("good");
  g_autoptr(RawServer) server = serve ("self");
  g_autoptr(TambourSession) pinned = trust (server, NULL, pin, NULL);
  g_autoptr(TambourSession) copied = trust (server, NULL, large, NULL);
  g_autoptr(TambourSession) replaced = trust (server, NULL, other, NULL);

  net_assert_answer (pinned, "x", "{}");
  net_assert_answer (copied, "x", "{}");
  net_assert_refused (replaced, "x", TAMBOUR_NET_ERROR_UNTRUSTED, "another certificate than the pinned one");
}

/* A certificate that an authority vouches for is not the pinned one either. */
static void
test_pin_is_alone (void)
{
  g_autofree char *pin = fingerprint ("self");
  g_autoptr(RawServer) server = serve ("good");
  g_autoptr(TambourSession) session = trust (server, "ca", pin, NULL);

  net_assert_refused (session, "x", TAMBOUR_NET_ERROR_UNTRUSTED, "pinned");
}

static void
test_client_certificate (void)
{
  g_autofree char *ca = at ("ca", ".pem");
  g_autoptr(GTlsDatabase) database = g_tls_file_database_new (ca, NULL);
  g_autoptr(GTlsCertificate) certificate = load ("good");
  g_autoptr(RawServer) server = raw_server_new_tls (ANSWER, certificate, database);
  g_autoptr(TambourSession) known = trust (server, "ca", NULL, "anna");
  g_autoptr(TambourSession) stranger = trust (server, "ca", NULL, "self");
  g_autoptr(TambourSession) nobody = trust (server, "ca", NULL, NULL);

  net_assert_answer (known, "x", "{}");
  g_assert_null (tambour_session_call (stranger, "GET", "x", NULL, NULL, 20, NULL, NULL));
  g_assert_null (tambour_session_call (nobody, "GET", "x", NULL, NULL, 20, NULL, NULL));
  g_assert_cmpint (g_atomic_int_get (&server->n_asked), ==, 1);
}

static void
test_wrong_files (void)
{
  g_autoptr(TambourServer) server = tambour_server_new ("https://team.example.org/a", NULL, NULL);
  g_autofree char *empty = at ("empty", ".pem");
  g_autoptr(GError) error = NULL;

  g_file_set_contents (empty, "nothing", -1, NULL);
  server->ca_file = g_strdup (empty);
  g_assert_false (tambour_server_check (server, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_FILE, "empty.pem");
  g_clear_error (&error);

  g_clear_pointer (&server->ca_file, g_free);
  server->certificate_file = at ("anna", ".pem");
  g_assert_false (tambour_server_check (server, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_FILE, "anna.pem");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_certificates ();

  g_test_add_func ("/trust/a-team-may-certify-itself", test_own_authority);
  g_test_add_func ("/trust/each-flaw-is-said", test_untrusted);
  g_test_add_func ("/trust/a-pinned-certificate-is-accepted", test_pin);
  g_test_add_func ("/trust/beside-a-pin-no-authority-counts", test_pin_is_alone);
  g_test_add_func ("/trust/a-client-shows-its-certificate", test_client_certificate);
  g_test_add_func ("/trust/a-wrong-file-is-named", test_wrong_files);
  status = g_test_run ();
  remove_certificates ();

  return status;
}
