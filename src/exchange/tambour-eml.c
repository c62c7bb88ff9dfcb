/* tambour-eml.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>

#include "tambour-eml.h"
#include "tambour-html-text.h"

/* Parts in parts beyond this are nobody's mail. */
#define DEEPEST 30

/* So many files and words of one mail are kept. */
#define MOST_FILES  500
#define MOST_TEXT   (4 * 1024 * 1024)
#define MOST_PEOPLE 1000

typedef struct
{
  TambourEml *mail;
  GString    *text;
} Reading;

static void
address_free (gpointer data)
{
  TambourEmlAddress *address = data;

  g_free (address->name);
  g_free (address->email);
  g_free (address);
}

static void
file_free (gpointer data)
{
  TambourEmlFile *file = data;

  g_free (file->name);
  g_free (file->type);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* --- what stands at its head ----------------------------------------------- */

static char *
dup_valid (const char *text)
{
  g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : NULL;

  return valid && *g_strstrip (valid) ? g_steal_pointer (&valid) : NULL;
}

static void
add_address (GPtrArray       *addresses,
             InternetAddress *address)
{
  const char *email = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));
  g_autofree char *valid = dup_valid (email);
  TambourEmlAddress *one;

  if (valid == NULL || addresses->len >= MOST_PEOPLE)
    return;

  one = g_new0 (TambourEmlAddress, 1);
  one->name = dup_valid (internet_address_get_name (address));
  one->email = g_utf8_strdown (valid, -1);
  g_ptr_array_add (addresses, one);
}

static void
add_addresses (GPtrArray           *addresses,
               InternetAddressList *list,
               guint                depth)
{
  int n = list ? internet_address_list_length (list) : 0;

  for (int i = 0; i < n; i++)
    {
      InternetAddress *address = internet_address_list_get_address (list, i);

      if (INTERNET_ADDRESS_IS_MAILBOX (address))
        add_address (addresses, address);
      else if (INTERNET_ADDRESS_IS_GROUP (address) && depth < DEEPEST)
        add_addresses (addresses, internet_address_group_get_members (INTERNET_ADDRESS_GROUP (address)), depth + 1);
    }
}

static GPtrArray *
list_addresses (GMimeMessage     *message,
                GMimeAddressType  type)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (address_free);

  add_addresses (addresses, g_mime_message_get_addresses (message, type), 0);

  return addresses;
}

static char *
dup_reference (GMimeMessage *message,
               const char   *header)
{
  const char *value = g_mime_object_get_header (GMIME_OBJECT (message), header);
  g_autofree char *id = value ? g_mime_utils_decode_message_id (value) : NULL;

  return dup_valid (id);
}

/* A mail without a name of its own is known by what it says. */
static char *
dup_id (GMimeMessage *message,
        GBytes       *bytes)
{
  char *id = dup_valid (g_mime_message_get_message_id (message));

  return id ? id : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* --- what it holds --------------------------------------------------------- */

static GBytes *
read_content (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  g_autoptr(GByteArray) array = g_byte_array_new ();
  GMimeStream *stream;

  if (content == NULL)
    return g_bytes_new (NULL, 0);

  stream = g_mime_stream_mem_new_with_byte_array (array);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_data_wrapper_write_to_stream (content, stream);
  g_object_unref (stream);

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/* What it says that it is written in, if that is so. */
static char *
dup_decoded (GMimePart *part)
{
  g_autoptr(GBytes) bytes = read_content (part);
  const char *said = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (data == NULL)
    return g_strdup ("");

  length = MIN (length, MOST_TEXT);
  if (said != NULL && g_ascii_strcasecmp (said, "utf-8") != 0 && g_ascii_strcasecmp (said, "us-ascii") != 0)
    text = g_convert (data, (gssize) length, "UTF-8", g_mime_charset_iconv_name (said), NULL, NULL, NULL);
  if (text == NULL && !g_utf8_validate_len (data, length, NULL))
    text = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  return text ? g_utf8_make_valid (text, -1) : g_utf8_make_valid (data, (gssize) length);
}

static void
append_text (Reading    *reading,
             const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  if (*plain && reading->text->len < MOST_TEXT)
    g_string_append_printf (reading->text, "%s%s", reading->text->len ? "\n\n" : "", plain);
}

static char *
dup_text (GMimePart *part)
{
  g_autofree char *decoded = dup_decoded (part);
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  g_auto(GStrv) lines = NULL;

  if (g_mime_content_type_is_type (type, "text", "html"))
    return tambour_html_dup_text (decoded);

  lines = g_strsplit (decoded, "\r\n", -1);

  return g_strjoinv ("\n", lines);
}

/* A name leads to no folder, and shows nothing that is not there. */
static char *
dup_name (const char *name,
          const char *otherwise)
{
  g_autofree char *valid = dup_valid (name);
  const char *last = valid;
  char *plain;

  for (const char *c = valid; c && *c; c++)
    if (*c == '/' || *c == '\\')
      last = c + 1;
  if (last == NULL || *last == '\0' || g_str_equal (last, ".") || g_str_equal (last, ".."))
    return g_strdup (otherwise);

  plain = g_strdup (last);
  for (char *c = plain; *c; c++)
    if ((guchar) *c < ' ' || *c == 0x7f)
      *c = '_';

  return plain;
}

static void
add_file (Reading    *reading,
          const char *name,
          const char *otherwise,
          const char *type,
          GBytes     *bytes)
{
  TambourEmlFile *file;

  if (reading->mail->files->len >= MOST_FILES)
    return;

  file = g_new0 (TambourEmlFile, 1);
  file->name = dup_name (name, otherwise);
  file->type = dup_valid (type);
  file->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (reading->mail->files, file);
}

static void
add_part_file (Reading   *reading,
               GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  g_autofree char *mime = g_mime_content_type_get_mime_type (type);
  g_autoptr(GBytes) bytes = read_content (part);

  if (g_bytes_get_size (bytes) > 0)
    add_file (reading, g_mime_part_get_filename (part), C_("file name", "File"), mime, bytes);
}

/* A mail in a mail is a file that is called as it is. */
static void
add_mail_file (Reading          *reading,
               GMimeMessagePart *part)
{
  GMimeMessage *message = g_mime_message_part_get_message (part);
  g_autofree char *text = message ? g_mime_object_to_string (GMIME_OBJECT (message), NULL) : NULL;
  g_autofree char *subject = message ? dup_valid (g_mime_message_get_subject (message)) : NULL;
  g_autofree char *name = g_strdup_printf ("%s.eml", subject ? g_strdelimit (subject, "/\\", '-') : C_("file name", "Mail"));
  g_autoptr(GBytes) bytes = g_bytes_new (text, text ? strlen (text) : 0);

  if (text != NULL)
    add_file (reading, name, "Mail.eml", "message/rfc822", bytes);
}

static gboolean
is_attached (GMimeObject *part)
{
  const char *disposition = g_mime_object_get_disposition (part);

  return disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0;
}

static void read_part (Reading     *reading,
                       GMimeObject *part,
                       guint        depth);

/* The plainest of what says the same; what is no text comes along. */
static void
read_alternative (Reading        *reading,
                  GMimeMultipart *parts,
                  guint           depth)
{
  GMimeObject *chosen = NULL;
  int n = g_mime_multipart_get_count (parts);

  for (int i = 0; i < n; i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (parts, i);
      GMimeContentType *type = g_mime_object_get_content_type (part);

      if (chosen == NULL && g_mime_content_type_is_type (type, "text", "plain"))
        chosen = part;
    }
  for (int i = n; i-- > 0 && chosen == NULL;)
    if (!g_mime_content_type_is_type (g_mime_object_get_content_type (g_mime_multipart_get_part (parts, i)), "text", "calendar"))
      chosen = g_mime_multipart_get_part (parts, i);

  for (int i = 0; i < n; i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (parts, i);

      if (part == chosen || GMIME_IS_MULTIPART (part) || !GMIME_IS_TEXT_PART (part))
        read_part (reading, part, depth + 1);
    }
}

static void
read_multipart (Reading        *reading,
                GMimeMultipart *parts,
                guint           depth)
{
  int n = g_mime_multipart_get_count (parts);

  if (g_mime_content_type_is_type (g_mime_object_get_content_type (GMIME_OBJECT (parts)), "multipart", "alternative"))
    {
      read_alternative (reading, parts, depth);
      return;
    }

  for (int i = 0; i < n; i++)
    read_part (reading, g_mime_multipart_get_part (parts, i), depth + 1);
}

static void
read_part (Reading     *reading,
           GMimeObject *part,
           guint        depth)
{
  if (part == NULL || depth > DEEPEST)
    return;

  if (GMIME_IS_MULTIPART (part))
    read_multipart (reading, GMIME_MULTIPART (part), depth);
  else if (GMIME_IS_MESSAGE_PART (part))
    add_mail_file (reading, GMIME_MESSAGE_PART (part));
  else if (GMIME_IS_TEXT_PART (part) && !is_attached (part) && g_mime_part_get_filename (GMIME_PART (part)) == NULL)
    {
      g_autofree char *text = dup_text (GMIME_PART (part));

      append_text (reading, text ? text : "");
    }
  else if (GMIME_IS_PART (part))
    add_part_file (reading, GMIME_PART (part));
}

/* --- all of it ------------------------------------------------------------- */

static gpointer
begin_once (gpointer data)
{
  g_mime_init ();

  return NULL;
}

/* A mail that was saved from a folder of many begins with “From ”. */
static GMimeMessage *
parse_message (GBytes *bytes)
{
  static GOnce once = G_ONCE_INIT;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GMimeStream *stream;
  GMimeParser *parser;
  GMimeMessage *message;

  g_once (&once, begin_once, NULL);
  stream = g_mime_stream_mem_new_with_buffer (data ? data : "", length);
  parser = g_mime_parser_new_with_stream (stream);
  if (length > 5 && memcmp (data, "From ", 5) == 0)
    g_mime_parser_set_format (parser, GMIME_FORMAT_MBOX);
  message = g_mime_parser_construct_message (parser, NULL);
  g_object_unref (parser);
  g_object_unref (stream);

  return message;
}

/**
 * tambour_eml_free:
 * @self: (transfer full): a mail
 */
void
tambour_eml_free (TambourEml *self)
{
  g_free (self->id);
  g_free (self->in_reply_to);
  g_free (self->subject);
  g_free (self->text);
  g_clear_pointer (&self->from, g_ptr_array_unref);
  g_clear_pointer (&self->to, g_ptr_array_unref);
  g_clear_pointer (&self->cc, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self);
}

static TambourEml *
read_message (GMimeMessage *message,
              GBytes       *bytes)
{
  TambourEml *mail = g_new0 (TambourEml, 1);
  Reading reading = { mail, g_string_new (NULL) };
  GDateTime *date = g_mime_message_get_date (message);

  mail->id = dup_id (message, bytes);
  mail->in_reply_to = dup_reference (message, "In-Reply-To");
  mail->from = list_addresses (message, GMIME_ADDRESS_TYPE_FROM);
  mail->to = list_addresses (message, GMIME_ADDRESS_TYPE_TO);
  mail->cc = list_addresses (message, GMIME_ADDRESS_TYPE_CC);
  mail->date.seconds = date ? g_date_time_to_unix (date) : TAMBOUR_NEVER;
  mail->subject = dup_valid (g_mime_message_get_subject (message));
  if (mail->subject == NULL)
    mail->subject = g_strdup ("");
  mail->files = g_ptr_array_new_with_free_func (file_free);
  read_part (&reading, g_mime_message_get_mime_part (message), 0);
  mail->text = g_string_free_and_steal (reading.text);

  return mail;
}

/**
 * tambour_eml_parse:
 * @bytes: a mail as it was saved or sent
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Of a mail that is broken, what can be read is read.
 *
 * Returns: (transfer full) (nullable): the mail, or %NULL if this is none
 */
TambourEml *
tambour_eml_parse (GBytes  *bytes,
                   GError **error)
{
  GMimeMessage *message = parse_message (bytes);
  g_autoptr(TambourEml) mail = message ? read_message (message, bytes) : NULL;

  g_clear_object (&message);
  if (mail != NULL && (mail->from->len > 0 || mail->to->len > 0 || *mail->subject || tambour_instant_is_stated (mail->date)))
    return g_steal_pointer (&mail);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is no mail: it does not say from whom, to whom, when, or about what"));

  return NULL;
}
