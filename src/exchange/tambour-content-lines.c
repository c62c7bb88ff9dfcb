/* tambour-content-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-content-lines.h"

/* A name, a parameter or a line beyond this is none that somebody wrote. */
#define MOST_PARAMETERS 64

/* --- from bytes to lines --------------------------------------------------- */

static void
line_free (gpointer data)
{
  TambourContentLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Where the value of a line begins: behind the first colon outside of quotes. */
static const char *
find_value (const char *text)
{
  gboolean is_quoted = FALSE;

  for (; *text; text++)
    {
      if (*text == '"')
        is_quoted = !is_quoted;
      else if (*text == ':' && !is_quoted)
        return text + 1;
    }

  return NULL;
}

/* A quote that nobody ends hides no value. */
static const char *
find_any_value (const char *text)
{
  const char *value = find_value (text);
  const char *colon = value ? NULL : strchr (text, ':');

  return colon ? colon + 1 : value;
}

static gboolean
names_in_front (const char *text,
                const char *word)
{
  const char *value = find_any_value (text);
  g_autofree char *front = value ? g_ascii_strup (text, value - text) : NULL;

  return front != NULL && strstr (front, word) != NULL;
}

static char *
dup_charset (const char *text)
{
  const char *value = find_any_value (text);
  g_autofree char *front = value ? g_ascii_strup (text, value - text) : NULL;
  const char *found = front ? strstr (front, "CHARSET=") : NULL;
  const char *name = found ? found + strlen ("CHARSET=") : NULL;

  return name ? g_strndup (name, strcspn (name, ";:,\"")) : NULL;
}

static char *
convert (const char *bytes,
         gsize       length,
         const char *charset)
{
  return g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
}

/* What is not UTF-8 is what it says that it is, or what old programs wrote. */
static char *
decode (const char *bytes,
        gsize       length,
        const char *charset)
{
  g_autofree char *said = NULL;
  g_autofree char *old = NULL;

  if (g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);

  if (charset != NULL && *charset != '\0' && (said = convert (bytes, length, charset)) && strlen (said) > 0)
    return g_steal_pointer (&said);

  old = convert (bytes, length, "WINDOWS-1252");

  return old ? g_steal_pointer (&old) : g_utf8_make_valid (bytes, (gssize) length);
}

static void
add_line (GPtrArray *lines,
          guint      number,
          GString   *raw)
{
  g_autofree char *charset = NULL;
  TambourContentLine *line;

  if (raw->len == 0)
    return;

  charset = dup_charset (raw->str);
  line = g_new (TambourContentLine, 1);
  *line = (TambourContentLine) { number, decode (raw->str, raw->len, charset) };
  g_ptr_array_add (lines, line);
}

/* A soft break of quoted-printable: the line goes on in the next, which is not folded. */
static gboolean
goes_on (const GString *raw)
{
  return raw->len > 0 && raw->str[raw->len - 1] == '=' && names_in_front (raw->str, "QUOTED-PRINTABLE");
}

/* UTF-16 says so at its beginning. Zeros stand in no text. */
static char *
dup_plain (const char *bytes,
           gsize       length,
           gsize      *plain_length)
{
  g_autofree char *wide = NULL;
  gsize written = 0, n = 0;
  char *plain;

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0) &&
      (wide = g_convert_with_fallback (bytes, (gssize) (length & ~(gsize) 1), "UTF-8", "UTF-16", "?", NULL, &written, NULL)))
    {
      bytes = wide;
      length = written;
    }
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }

  plain = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\0')
      plain[n++] = bytes[i];
  plain[n] = '\0';
  *plain_length = n;

  return plain;
}

/**
 * tambour_content_lines_read:
 * @bytes: an iCalendar or vCard file
 * @length: its length
 *
 * Undoes folding, and whatever encoding the text is in. Empty lines are none.
 *
 * Returns: (transfer full) (element-type TambourContentLine): its lines
 */
GPtrArray *
tambour_content_lines_read (const char *bytes,
                            gsize       length)
{
  g_autofree char *plain = dup_plain (bytes, length, &length);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(GString) raw = g_string_new (NULL);
  const char *next = plain;
  guint number = 0, begun = 1;

  while (next < plain + length)
    {
      gsize size = strcspn (next, "\r\n");
      gboolean is_folded = *next == ' ' || *next == '\t';

      number++;
      if (goes_on (raw))
        g_string_truncate (raw, raw->len - 1);
      else if (is_folded && raw->len > 0)
        {
          next++;
          size--;
        }
      else
        {
          add_line (lines, begun, raw);
          g_string_truncate (raw, 0);
          begun = number;
        }

      g_string_append_len (raw, next, (gssize) size);
      next += size;
      if (*next == '\r' && next[1] == '\n')
        next++;
      next += *next != '\0';
    }

  add_line (lines, begun, raw);

  return g_steal_pointer (&lines);
}

/* --- from a line to a property --------------------------------------------- */

static void
parameter_free (gpointer data)
{
  TambourContentParameter *parameter = data;

  g_free (parameter->name);
  g_free (parameter->value);
  g_free (parameter);
}

/* RFC 6868: what a quoted value cannot hold otherwise. */
static char *
dup_uncareted (const char *text,
               gsize       length)
{
  GString *plain = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      char next = i + 1 < length ? text[i + 1] : '\0';

      if (text[i] == '"')
        continue;
      if (text[i] == '^' && (next == 'n' || next == '\'' || next == '^'))
        {
          g_string_append_c (plain, next == 'n' ? '\n' : next == '\'' ? '"'
                                                                      : '^');
          i++;
        }
      else
        g_string_append_c (plain, text[i]);
    }

  return g_string_free_and_steal (plain);
}

static void
add_parameter (TambourContentProperty *self,
               const char             *name,
               gsize                   name_length,
               const char             *value,
               gsize                   value_length)
{
  TambourContentParameter *parameter;

  if (self->parameters->len >= MOST_PARAMETERS)
    return;

  parameter = g_new (TambourContentParameter, 1);
  parameter->name = g_ascii_strup (name, (gssize) name_length);
  parameter->value = dup_uncareted (value, value_length);
  g_strstrip (parameter->name);
  g_strstrip (parameter->value);
  g_ptr_array_add (self->parameters, parameter);
}

static gsize
measure_value (const char *text,
               gsize       length,
               const char *separators)
{
  gboolean is_quoted = FALSE;
  gsize n = 0;

  for (; n < length && (is_quoted || !strchr (separators, text[n])); n++)
    if (text[n] == '"')
      is_quoted = !is_quoted;

  return n;
}

/* What stands alone, as in “TEL;HOME;FAX:”, is a type, or an encoding. */
static void
add_parameters (TambourContentProperty *self,
                const char             *text,
                gsize                   length)
{
  const char *end = text + length;

  while (text < end)
    {
      gsize size = measure_value (text, end - text, ";");
      const char *equals = memchr (text, '=', size);
      const char *value = equals ? equals + 1 : text;
      gboolean is_encoding = g_ascii_strncasecmp (text, "QUOTED-PRINTABLE", size) == 0 || g_ascii_strncasecmp (text, "BASE64", size) == 0;
      const char *name = equals ? text : is_encoding ? "ENCODING"
                                                     : "TYPE";
      gsize name_length = equals ? (gsize) (equals - text) : strlen (name);

      while (size > 0 && value <= text + size)
        {
          gsize n = measure_value (value, text + size - value, ",");

          add_parameter (self, name, name_length, value, n);
          value += n + 1;
        }
      text += size + 1;
    }
}

static int
hex (char digit)
{
  return g_ascii_xdigit_value (digit);
}

/* Spaces at the end of a line are no part of it, as whatever wrote them may have added them. */
static char *
dup_unquoted (const char *text,
              const char *charset)
{
  g_autoptr(GString) bytes = g_string_sized_new (strlen (text));

  for (; *text; text++)
    if (*text == '=' && hex (text[1]) >= 0 && hex (text[2]) >= 0)
      {
        char byte = (char) (hex (text[1]) * 16 + hex (text[2]));

        if (byte != '\0')
          g_string_append_c (bytes, byte);
        text += 2;
      }
    else
      g_string_append_c (bytes, *text);

  return decode (bytes->str, bytes->len, charset);
}

/**
 * tambour_content_property_free:
 * @self: (transfer full): a property
 */
void
tambour_content_property_free (TambourContentProperty *self)
{
  g_free (self->group);
  g_free (self->name);
  g_free (self->value);
  g_clear_pointer (&self->parameters, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_content_property_parse:
 * @line: a line
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL if there is no
 *   name and colon in it
 */
TambourContentProperty *
tambour_content_property_parse (const TambourContentLine *line)
{
  const char *value = find_any_value (line->text);
  gsize front = value ? (gsize) (value - line->text) - 1 : 0;
  gsize length = value ? strcspn (line->text, ";:") : 0;
  g_autofree char *name = g_strstrip (g_ascii_strup (line->text, (gssize) length));
  char *dot = strrchr (name, '.');
  TambourContentProperty *self;

  if (*name == '\0' || (dot != NULL && dot[1] == '\0'))
    return NULL;
  for (const char *c = name; *c; c++)
    if (!g_ascii_isalnum (*c) && !strchr ("-_./", *c))
      return NULL;

  self = g_new0 (TambourContentProperty, 1);
  self->line = line->number;
  self->name = g_strdup (dot ? dot + 1 : name);
  self->group = dot ? g_strndup (name, dot - name) : NULL;
  self->parameters = g_ptr_array_new_with_free_func (parameter_free);
  if (length < front)
    add_parameters (self, line->text + length + 1, front - length - 1);

  if (tambour_content_property_says (self, "ENCODING", "QUOTED-PRINTABLE"))
    self->value = dup_unquoted (value, tambour_content_property_get (self, "CHARSET"));
  else
    self->value = g_strdup (value);

  return self;
}

/**
 * tambour_content_property_get:
 * @self: a property
 * @parameter: in capitals
 *
 * Returns: (transfer none) (nullable): the first value of that parameter
 */
const char *
tambour_content_property_get (const TambourContentProperty *self,
                              const char                   *parameter)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      TambourContentParameter *one = g_ptr_array_index (self->parameters, i);

      if (g_str_equal (one->name, parameter))
        return one->value;
    }

  return NULL;
}

/**
 * tambour_content_property_says:
 * @self: a property
 * @parameter: in capitals
 * @value: in whatever case
 *
 * Returns: whether that is one of the parameter's values
 */
gboolean
tambour_content_property_says (const TambourContentProperty *self,
                               const char                   *parameter,
                               const char                   *value)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      TambourContentParameter *one = g_ptr_array_index (self->parameters, i);

      if (g_str_equal (one->name, parameter) && g_ascii_strcasecmp (one->value, value) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_unescaped (const char *text,
               gsize       length)
{
  GString *plain = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\\' && i + 1 < length)
      {
        i++;
        g_string_append_c (plain, text[i] == 'n' || text[i] == 'N' ? '\n' : text[i]);
      }
    else if (text[i] != '\r')
      g_string_append_c (plain, text[i]);

  return g_strstrip (g_string_free_and_steal (plain));
}

/**
 * tambour_content_property_split:
 * @self: a property
 * @separator: a comma or a semicolon
 *
 * Returns: (transfer full) (element-type utf8): the parts of its value, without
 *   escapes and spaces around them
 */
GPtrArray *
tambour_content_property_split (const TambourContentProperty *self,
                                char                          separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *begin = self->value;

  for (const char *c = begin;; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == separator || *c == '\0')
        {
          g_ptr_array_add (parts, dup_unescaped (begin, c - begin));
          begin = c + 1;
        }

      if (*c == '\0')
        return parts;
    }
}

/**
 * tambour_content_property_dup_text:
 * @self: a property
 *
 * Returns: (transfer full): its value as people read it
 */
char *
tambour_content_property_dup_text (const TambourContentProperty *self)
{
  return dup_unescaped (self->value, strlen (self->value));
}

/**
 * tambour_content_dup_uid:
 * @text: an event or a card
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): what it is known by, as whoever imports it says it
 */
char *
tambour_content_dup_uid (const char *text,
                         gsize       length)
{
  g_autoptr(GPtrArray) lines = tambour_content_lines_read (text, length);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr(TambourContentProperty) property = tambour_content_property_parse (lines->pdata[i]);

      if (property != NULL && g_str_equal (property->name, "UID"))
        return tambour_content_property_dup_text (property);
    }

  return NULL;
}
