/* tambour-trust.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-net-error-private.h"
#include "tambour-trust-private.h"

/*
 * TambourNobody:
 *
 * A database of certificates that trusts none, so that each is asked about and
 * the pin alone decides: a pinned server cannot be replaced by one that some
 * authority certified.
 */
#define TAMBOUR_TYPE_NOBODY (tambour_nobody_get_type ())
G_DECLARE_FINAL_TYPE (TambourNobody, tambour_nobody, TAMBOUR, NOBODY, GTlsDatabase)

struct _TambourNobody
{
  GTlsDatabase parent_instance;
};

G_DEFINE_FINAL_TYPE (TambourNobody, tambour_nobody, G_TYPE_TLS_DATABASE)

static GTlsCertificateFlags
tambour_nobody_verify_chain (GTlsDatabase             *database,
                             GTlsCertificate          *chain,
                             const char               *purpose,
                             GSocketConnectable       *identity,
                             GTlsInteraction          *interaction,
                             GTlsDatabaseVerifyFlags   flags,
                             GCancellable             *cancellable,
                             GError                  **error)
{
  return G_TLS_CERTIFICATE_UNKNOWN_CA;
}

static void
tambour_nobody_class_init (TambourNobodyClass *klass)
{
  GTlsDatabaseClass *database_class = G_TLS_DATABASE_CLASS (klass);

  database_class->verify_chain = tambour_nobody_verify_chain;
}

static void
tambour_nobody_init (TambourNobody *self)
{
}

/* Colons, blanks and large letters are how people copy it; NULL if it is none. */
static char *
tidy_pin (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isxdigit (*at))
      g_string_append_c (digits, g_ascii_tolower (*at));
    else if (*at != ':' && !g_ascii_isspace (*at))
      return NULL;

  return digits->len == 64 ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

static gboolean
refuse_file (const char    *format,
             const char    *path,
             const GError  *cause,
             GError       **error)
{
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (path, parts);

  g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FILE, "%s (%s)", text, cause->message);

  return FALSE;
}

static gboolean
load_authorities (TambourTrust  *self,
                  const char    *path,
                  GError       **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autolist(GTlsCertificate) found = NULL;
  g_autoptr(GError) cause = NULL;

  found = g_tls_certificate_list_new_from_file (absolute, &cause);
  if (found == NULL && cause == NULL)
    cause = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, _("there is none in it"));
  if (cause == NULL)
    self->database = g_tls_file_database_new (absolute, &cause);

  return cause == NULL ||
         refuse_file (_("The certificates in “%s” cannot be used: choose a PEM file with the certificate of who certifies the server"), path, cause, error);
}

static gboolean
load_own_certificate (TambourTrust         *self,
                      const TambourServer  *server,
                      GError              **error)
{
  const char *key_file = server->key_file != NULL ? server->key_file : server->certificate_file;
  g_autoptr(GError) cause = NULL;

  self->certificate = g_tls_certificate_new_from_files (server->certificate_file, key_file, &cause);

  return self->certificate != NULL ||
         refuse_file (_("The client certificate in “%s” cannot be used: choose a PEM file with the certificate, and one with its key"),
                      server->certificate_file, cause, error);
}

/* A pin decides alone; else the server's own authorities; else the system's. */
static gboolean
load_trust (TambourTrust         *self,
            const TambourServer  *server,
            GError              **error)
{
  if (server->certificate_file != NULL && !load_own_certificate (self, server, error))
    return FALSE;
  if (server->pin == NULL)
    return server->ca_file == NULL || load_authorities (self, server->ca_file, error);

  self->pin = tidy_pin (server->pin);
  self->database = g_object_new (TAMBOUR_TYPE_NOBODY, NULL);
  if (self->pin == NULL)
    g_set_error_literal (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FILE,
                         _("A certificate’s SHA-256 fingerprint has 64 hexadecimal digits: copy it as a whole"));

  return self->pin != NULL;
}

/*
 * tambour_trust_new:
 * @server: a server
 * @error: return location for %TAMBOUR_NET_ERROR_FILE
 *
 * Reads the files that it names.
 *
 * Returns: (transfer full) (nullable): by what its certificate is judged
 */
TambourTrust *
tambour_trust_new (const TambourServer  *server,
                   GError              **error)
{
  g_autoptr(TambourTrust) self = g_new0 (TambourTrust, 1);

  return load_trust (self, server, error) ? g_steal_pointer (&self) : NULL;
}

/*
 * tambour_trust_free:
 * @self: (transfer full): what tambour_trust_new() gave
 *
 * Frees it.
 */
void
tambour_trust_free (TambourTrust *self)
{
  g_clear_object (&self->database);
  g_clear_object (&self->certificate);
  g_free (self->pin);
  g_free (self);
}

/*
 * tambour_trust_dup_fingerprint:
 * @certificate: a certificate
 *
 * Returns: (transfer full): SHA-256 of its DER form, 64 small hexadecimal digits
 */
char *
tambour_trust_dup_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr(GByteArray) der = NULL;

  g_object_get (certificate, "certificate", &der, NULL);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
}

/*
 * tambour_trust_is_pinned:
 * @self: by what it is judged
 * @certificate: a server's certificate
 *
 * Returns: %TRUE if it is the one that is pinned
 */
gboolean
tambour_trust_is_pinned (TambourTrust    *self,
                         GTlsCertificate *certificate)
{
  g_autofree char *found = self->pin != NULL ? tambour_trust_dup_fingerprint (certificate) : NULL;

  return found != NULL && g_str_equal (found, self->pin);
}

static gboolean
is_self_signed (GTlsCertificate *certificate)
{
  g_autofree char *issuer = g_tls_certificate_get_issuer_name (certificate);
  g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);

  return g_strcmp0 (issuer, subject) == 0;
}

static char *
format_day (GDateTime *at)
{
  return at != NULL ? g_date_time_format (at, "%Y-%m-%d") : g_strdup ("?");
}

static char *
explain_dates (const char           *place,
               GTlsCertificate      *certificate,
               GTlsCertificateFlags  flaws)
{
  g_autoptr(GDateTime) from = g_tls_certificate_get_not_valid_before (certificate);
  g_autoptr(GDateTime) until = g_tls_certificate_get_not_valid_after (certificate);
  g_autofree char *first = format_day (from);
  g_autofree char *last = format_day (until);

  if (flaws & G_TLS_CERTIFICATE_EXPIRED)
    return g_strdup_printf (_("The certificate of %s expired on %s: ask the administrator of the server to renew it"), place, last);

  return g_strdup_printf (_("The certificate of %s is valid from %s on: check the clock of this computer"), place, first);
}

static char *
explain_issuer (const char      *place,
                GTlsCertificate *certificate,
                const char      *fingerprint)
{
  if (is_self_signed (certificate))
    return g_strdup_printf (_("%s has certified itself: compare the fingerprint %s with what its administrator tells you, and pin it, or choose the certificate’s file"),
                            place, fingerprint);

  return g_strdup_printf (_("Nobody that this computer trusts has certified %s: choose the file with the certificate of who did, or pin the fingerprint %s after comparing it with the administrator’s"),
                          place, fingerprint);
}

/*
 * tambour_trust_explain:
 * @self: by what it was judged
 * @place: the server, as people read it
 * @certificate: its certificate
 * @flaws: what is wrong with it
 *
 * Returns: (transfer full): %TAMBOUR_NET_ERROR_UNTRUSTED with the gravest flaw
 */
GError *
tambour_trust_explain (TambourTrust         *self,
                       const char           *place,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  flaws)
{
  g_autofree char *fingerprint = tambour_trust_dup_fingerprint (certificate);
  g_autofree char *text = NULL;

  if (self->pin != NULL)
    text = g_strdup_printf (_("%s has another certificate than the pinned one (fingerprint %s): ask its administrator whether it was replaced"),
                            place, fingerprint);
  else if (flaws & G_TLS_CERTIFICATE_REVOKED)
    text = g_strdup_printf (_("The certificate of %s was revoked: ask the administrator of the server"), place);
  else if (flaws & G_TLS_CERTIFICATE_BAD_IDENTITY)
    text = g_strdup_printf (_("The certificate that %s shows is another server’s: check the address"), place);
  else if (flaws & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    text = explain_dates (place, certificate, flaws);
  else if (flaws & G_TLS_CERTIFICATE_UNKNOWN_CA)
    text = explain_issuer (place, certificate, fingerprint);
  else
    text = g_strdup_printf (_("The certificate of %s is too weak: ask the administrator of the server for a better one"), place);

  return tambour_net_error_new_untrusted (text, fingerprint);
}
