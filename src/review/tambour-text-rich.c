/* tambour-text-rich.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-text.h"

struct _TambourRich
{
  GArray    *spans;
  GPtrArray *strings;
};

static const char *
keep_text (TambourRich *self,
           char        *text)
{
  g_ptr_array_add (self->strings, text);

  return text;
}

/* Returns: the place that starts at @at, such as {0}, or -1 */
static int
read_place (const char *at,
            guint       n_values)
{
  int place = at[0] == '{' ? g_ascii_digit_value (at[1]) : -1;

  return place >= 0 && at[2] == '}' && (guint) place < n_values ? place : -1;
}

/**
 * tambour_rich_new:
 * @text: (nullable): what it starts with
 *
 * Returns: (transfer full): a text to add to
 */
TambourRich *
tambour_rich_new (const char *text)
{
  TambourRich *self = g_new0 (TambourRich, 1);

  self->spans = g_array_new (FALSE, TRUE, sizeof (TambourSpan));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  if (text != NULL)
    tambour_rich_add (self, text);

  return self;
}

/**
 * tambour_rich_new_sentence:
 *
 * Returns: (transfer full): what tambour_rich_add_sentence() would add
 */
TambourRich *
tambour_rich_new_sentence (const char        *sentence,
                           const TambourSpan *values,
                           guint              n_values)
{
  TambourRich *self = tambour_rich_new (NULL);

  tambour_rich_add_sentence (self, sentence, values, n_values);

  return self;
}

/**
 * tambour_rich_free:
 */
void
tambour_rich_free (TambourRich *self)
{
  g_array_unref (self->spans);
  g_ptr_array_unref (self->strings);
  g_free (self);
}

/**
 * tambour_rich_add_span:
 * @span: its text is copied
 */
void
tambour_rich_add_span (TambourRich *self,
                       TambourSpan  span)
{
  if (span.text == NULL || span.text[0] == '\0')
    return;

  span.text = keep_text (self, g_utf8_make_valid (span.text, -1));
  g_array_append_val (self->spans, span);
}

/**
 * tambour_rich_add:
 *
 * Adds @text in the style of the paragraph.
 */
void
tambour_rich_add (TambourRich *self,
                  const char  *text)
{
  tambour_rich_add_span (self, (TambourSpan) { .text = text });
}

/**
 * tambour_rich_add_bold:
 *
 * Adds @text in weight 600 and ink.
 */
void
tambour_rich_add_bold (TambourRich *self,
                       const char  *text)
{
  tambour_rich_add_span (self, (TambourSpan) { text, 600, TAMBOUR_TONE_INK });
}

/**
 * tambour_rich_add_grey:
 *
 * Adds @text in weight 400 and grey.
 */
void
tambour_rich_add_grey (TambourRich *self,
                       const char  *text)
{
  tambour_rich_add_span (self, (TambourSpan) { text, 400, TAMBOUR_TONE_INK3 });
}

/**
 * tambour_rich_add_page:
 * @page: counted from 1
 *
 * Adds a grey reference to a page, which is a link where the format has links.
 */
void
tambour_rich_add_page (TambourRich *self,
                       const char  *text,
                       guint        page)
{
  tambour_rich_add_span (self, (TambourSpan) { text, 400, TAMBOUR_TONE_INK3, 0, page });
}

/**
 * tambour_rich_add_sentence:
 * @sentence: a whole translated sentence with places {0} to {9}
 * @values: what stands there; a value may contain braces, it is never read
 *
 * So that translators see sentences, not pieces, while values keep their style.
 */
void
tambour_rich_add_sentence (TambourRich       *self,
                           const char        *sentence,
                           const TambourSpan *values,
                           guint              n_values)
{
  const char *start = sentence;

  for (const char *at = sentence; *at != '\0'; at++)
    {
      int place = read_place (at, n_values);

      if (place < 0)
        continue;

      tambour_rich_add (self, keep_text (self, g_strndup (start, at - start)));
      tambour_rich_add_span (self, values[place]);
      at += strlen ("{0");
      start = at + 1;
    }

  tambour_rich_add (self, start);
}

/**
 * tambour_rich_get_spans:
 *
 * Returns: (transfer none) (array length=n_spans): good until the text is added to
 */
const TambourSpan *
tambour_rich_get_spans (const TambourRich *self,
                        guint             *n_spans)
{
  *n_spans = self->spans->len;

  return (const TambourSpan *) self->spans->data;
}

/**
 * tambour_rich_dup_text:
 *
 * Returns: (transfer full): the text without its styles
 */
char *
tambour_rich_dup_text (const TambourRich *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->spans->len; i++)
    g_string_append (text, g_array_index (self->spans, TambourSpan, i).text);

  return g_string_free (text, FALSE);
}
