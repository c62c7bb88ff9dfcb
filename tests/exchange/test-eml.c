/* test-eml.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-eml.h"

#define HEAD "From: \"Varnholt, Anna\" <Anna@varnholt.example>\r\nTo: maya@tambour.example, =?utf-8?q?J=C3=B6rg?= <j@tambour.example>\r\n" \
             "Cc: Team: a@x.example, b@x.example;\r\nDate: Mon, 04 May 2026 12:00:00 +0200\r\nMessage-ID: <1@varnholt.example>\r\n" \
             "In-Reply-To: <0@tambour.example>\r\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?= and [4093]\r\nMIME-Version: 1.0\r\n"

static TambourEml *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  TambourEml *mail = tambour_eml_parse (bytes, &error);

  g_assert_no_error (error);

  return mail;
}

static void
assert_file (const TambourEml *mail,
             guint             i,
             const char       *name,
             const char       *type,
             const char       *content)
{
  const TambourEmlFile *file;

  g_assert_cmpuint (i, <, mail->files->len);
  file = mail->files->pdata[i];
  g_assert_cmpstr (file->name, ==, name);
  g_assert_cmpstr (file->type, ==, type);
  if (content != NULL)
    g_assert_cmpmem (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes), content, strlen (content));
}

static void
test_head (void)
{
  g_autoptr(TambourEml) mail = parse (HEAD "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello J=F6rg,\r\nall is =\r\nwell.\r\n");
  const TambourEmlAddress *from = mail->from->pdata[0], *second = mail->to->pdata[1];
  g_autofree char *date = tambour_instant_dup_text (mail->date);

  g_assert_cmpstr (from->name, ==, "Varnholt, Anna");
  g_assert_cmpstr (from->email, ==, "anna@varnholt.example");
  g_assert_cmpstr (second->name, ==, "Jörg");
  g_assert_cmpuint (mail->to->len, ==, 2);
  g_assert_cmpuint (mail->cc->len, ==, 2);
  g_assert_cmpstr (date, ==, "2026-05-04T10:00:00Z");
  g_assert_cmpstr (mail->id, ==, "1@varnholt.example");
  g_assert_cmpstr (mail->in_reply_to, ==, "0@tambour.example");
  g_assert_cmpstr (mail->subject, ==, "Grüße and [4093]");
  g_assert_cmpstr (mail->text, ==, "Hello Jörg,\nall is well.");
}

static void
test_parts (void)
{
  g_autoptr(TambourEml) mail =
    parse (HEAD "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
                "--a\r\nContent-Type: text/plain\r\n\r\nPlain\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>Html</p>\r\n--a--\r\n"
                "--m\r\nContent-Type: application/octet-stream; name=\"../../etc/passwd\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n"
                "--m\r\nContent-Type: text/plain; name=notes.txt\r\nContent-Disposition: attachment; filename*=utf-8''n%C3%B6tes.txt\r\n\r\nNotes\r\n"
                "--m\r\nContent-Type: message/rfc822\r\n\r\nFrom: bo@x.example\r\nSubject: Inner / mail\r\n\r\nInside\r\n--m--\r\n");

  g_assert_cmpstr (mail->text, ==, "Plain");
  g_assert_cmpuint (mail->files->len, ==, 3);
  assert_file (mail, 0, "passwd", "application/octet-stream", NULL);
  g_assert_cmpuint (g_bytes_get_size (((TambourEmlFile *) mail->files->pdata[0])->bytes), ==, 3);
  assert_file (mail, 1, "nötes.txt", "text/plain", "Notes");
  assert_file (mail, 2, "Inner - mail.eml", "message/rfc822", NULL);
}

static void
test_html_alone (void)
{
  g_autoptr(TambourEml) mail = parse (HEAD "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>One</p><script>no()</script><p>Tw&ouml;</p></body></html>");

  g_assert_nonnull (strstr (mail->text, "One"));
  g_assert_nonnull (strstr (mail->text, "Twö"));
  g_assert_null (strstr (mail->text, "<p>"));
  g_assert_null (strstr (mail->text, "no()"));
}

static void
test_broken (void)
{
  g_autoptr(TambourEml) raw = parse ("From anna Mon May  4 12:00:00 2026\nFrom: anna@x.example\nSubject: M\xfcller\n\nGr\xfc\xdf"
                                     "e");
  g_autoptr(TambourEml) cut = parse (HEAD "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nCut off");
  g_autoptr(TambourEml) bare = parse ("Subject: Only this");
  g_autoptr(TambourEml) empty = parse ("Subject: Empty\nContent-Type: text/plain; charset=iso-8859-1\n\n");
  g_autoptr(GString) deep = g_string_new ("Subject: deep\n");

  g_assert_cmpstr (raw->text, ==, "Grüße");
  g_assert_cmpuint (strlen (raw->id), ==, 64);
  g_assert_cmpstr (cut->text, ==, "Cut off");
  g_assert_cmpstr (bare->subject, ==, "Only this");
  g_assert_cmpstr (bare->text, ==, "");
  g_assert_cmpstr (empty->text, ==, "");
  g_assert_false (tambour_instant_is_stated (bare->date));

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  tambour_eml_free (parse (deep->str));
}

static void
test_other (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("name,email\nAnna,a@x\n", 20);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_eml_parse (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_null (tambour_eml_parse (nothing, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/eml/who-when-and-about-what", test_head);
  g_test_add_func ("/eml/the-plainest-text-and-every-file", test_parts);
  g_test_add_func ("/eml/html-becomes-text", test_html_alone);
  g_test_add_func ("/eml/broken-mails-are-read-as-far-as-they-go", test_broken);
  g_test_add_func ("/eml/another-file-is-refused", test_other);

  return g_test_run ();
}
