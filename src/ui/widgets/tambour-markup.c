/* tambour-markup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-markup.h"

/**
 * tambour_markup_init:
 * @self: (out caller-allocates): markup of nothing
 */
void
tambour_markup_init (TambourMarkup *self)
{
  self->text = g_string_new (NULL);
  g_queue_init (&self->tags);
}

/**
 * tambour_markup_clear:
 * @self: markup that is no longer needed
 */
void
tambour_markup_clear (TambourMarkup *self)
{
  g_string_free (self->text, TRUE);
  g_queue_clear (&self->tags);
}

/**
 * tambour_markup_is_empty:
 * @self: markup
 *
 * Returns: whether nothing was added
 */
gboolean
tambour_markup_is_empty (TambourMarkup *self)
{
  return self->text->len == 0;
}

/**
 * tambour_markup_is_in:
 * @self: markup
 * @tag: a tag
 *
 * Returns: whether it is open
 */
gboolean
tambour_markup_is_in (TambourMarkup *self,
                      const char    *tag)
{
  return g_queue_find_custom (&self->tags, tag, (GCompareFunc) strcmp) != NULL;
}

/**
 * tambour_markup_add:
 * @self: markup
 * @text: a text
 * @length: of it in bytes, or -1
 */
void
tambour_markup_add (TambourMarkup *self,
                    const char    *text,
                    gssize         length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (self->text, escaped);
}

/**
 * tambour_markup_open:
 * @self: markup
 * @tag: (transfer none): a tag; stays
 */
void
tambour_markup_open (TambourMarkup *self,
                     const char    *tag)
{
  g_string_append_printf (self->text, "<%s>", tag);
  g_queue_push_head (&self->tags, (gpointer) tag);
}

/**
 * tambour_markup_open_link:
 * @self: markup
 * @scheme: what the address begins with
 * @target: what it goes on with
 * @length: of @target in bytes, or -1
 *
 * Opens %TAMBOUR_MARKUP_LINK.
 */
void
tambour_markup_open_link (TambourMarkup *self,
                          const char    *scheme,
                          const char    *target,
                          gssize         length)
{
  g_string_append_printf (self->text, "<" TAMBOUR_MARKUP_LINK " href=\"%s", scheme);
  tambour_markup_add (self, target, length);
  g_string_append (self->text, "\">");
  g_queue_push_head (&self->tags, (gpointer) TAMBOUR_MARKUP_LINK);
}

/**
 * tambour_markup_close:
 * @self: markup
 * @tag: (nullable): a tag, or %NULL for all that are open
 *
 * Closes it with all that was opened in it; nothing if it is not open.
 */
void
tambour_markup_close (TambourMarkup *self,
                      const char    *tag)
{
  const char *open = NULL;

  if (tag != NULL && !tambour_markup_is_in (self, tag))
    return;

  while ((tag == NULL || g_strcmp0 (open, tag) != 0) && (open = g_queue_pop_head (&self->tags)))
    g_string_append_printf (self->text, "</%s>", open);
}

/**
 * tambour_markup_chomp:
 * @self: markup
 *
 * Takes away the ends of lines at its end.
 */
void
tambour_markup_chomp (TambourMarkup *self)
{
  while (g_str_has_suffix (self->text->str, "\n"))
    g_string_truncate (self->text, self->text->len - 1);
}

/**
 * tambour_markup_show:
 * @self: markup
 * @label: a label
 *
 * Has @label show it, and begins anew.
 */
void
tambour_markup_show (TambourMarkup *self,
                     GtkLabel      *label)
{
  tambour_markup_close (self, NULL);
  gtk_label_set_markup (label, self->text->str);
  g_string_truncate (self->text, 0);
}
