/* tambour-web.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-web.h"

#include "tambour-web-private.h"

#include "tambour-wording.h"

static void
write_contents_list (TambourWeb *self)
{
  g_string_append (self->text, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
  tambour_web_escape (self->text, _("Contents"));
  g_string_append (self->text, "</h2>\n<ol role=\"list\">\n");
  for (guint i = 1; i < tambour_document_get_n_pages (self->document); i++)
    {
      const TambourPageInfo *page = tambour_document_get_page (self->document, i);

      g_string_append (self->text, "<li><span class=\"t3\">");
      tambour_web_escape (self->text, page->label);
      g_string_append_printf (self->text, "</span> <a href=\"#page-%u\">", i + 1);
      tambour_web_escape (self->text, page->outline ? page->outline : page->label);
      g_string_append (self->text, "</a></li>\n");
    }
  g_string_append (self->text, "</ol>\n</nav>\n");
}

static void
write_foot (TambourWeb *self)
{
  const char *author = tambour_document_get_author (self->document);
  const char *subject = tambour_document_get_subject (self->document);

  g_string_append (self->text, "<footer>\n<p>");
  tambour_web_escape (self->text, tambour_document_get_title (self->document) ? tambour_document_get_title (self->document) : "");
  if (subject != NULL)
    g_string_append (self->text, " · ");
  tambour_web_escape (self->text, subject ? subject : "");
  if (author != NULL)
    g_string_append (self->text, " · ");
  tambour_web_escape (self->text, author ? author : "");
  g_string_append (self->text, "</p>\n</footer>\n");
}

static void
write_page (TambourWeb *self,
            guint       page)
{
  self->page = page;
  self->marks = tambour_canvas_get_marks (tambour_document_get_page (self->document, page)->canvas, &self->n_marks);
  tambour_web_page (self);
}

static void
write_body (TambourWeb *self)
{
  guint n_pages = tambour_document_get_n_pages (self->document);

  g_string_append (self->text, "<a class=\"skip\" href=\"#content\">");
  tambour_web_escape (self->text, _("Skip to the review"));
  g_string_append (self->text, "</a>\n");
  if (n_pages > 0)
    write_page (self, 0);
  if (n_pages > 1)
    write_contents_list (self);

  g_string_append (self->text, "<main id=\"content\">\n");
  for (guint i = 1; i < n_pages; i++)
    write_page (self, i);
  g_string_append (self->text, "</main>\n");
  write_foot (self);
}

static char *
make_style (TambourWeb *self)
{
  g_autofree char *families = NULL;
  g_autofree char *fonts = tambour_web_fonts (self->document, self->text->str, &families);
  g_autofree char *style = tambour_web_style (tambour_document_get_theme (self->document),
                                              tambour_document_get_width (self->document),
                                              tambour_document_get_height (self->document), families);

  return g_strconcat (fonts, style, self->rules->str, NULL);
}

/* Browsers are told to run nothing, to fetch nothing, and to take no style but this one. */
static void
write_policy (GString    *out,
              const char *style)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  g_autofree char *encoded = NULL;

  g_checksum_update (checksum, (const guchar *) style, -1);
  g_checksum_get_digest (checksum, digest, &size);
  encoded = g_base64_encode (digest, size);
  g_string_append_printf (out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'sha256-%s'; font-src data:; base-uri 'none'; form-action 'none'\">\n",
                          encoded);
}

static void
write_meta (GString    *out,
            const char *name,
            const char *content)
{
  if (content == NULL || content[0] == '\0')
    return;

  g_string_append (out, "<meta");
  tambour_web_attribute (out, "name", name);
  tambour_web_attribute (out, "content", content);
  g_string_append (out, ">\n");
}

static void
write_head (GString         *out,
            TambourDocument *document,
            const char      *style)
{
  const char *title = tambour_document_get_title (document);

  g_string_append (out, "<head>\n<meta charset=\"utf-8\">\n");
  write_policy (out, style);
  write_meta (out, "viewport", "width=device-width, initial-scale=1");
  write_meta (out, "color-scheme", "light dark");
  write_meta (out, "referrer", "no-referrer");
  write_meta (out, "generator", "Tambour " TAMBOUR_VERSION);
  write_meta (out, "author", tambour_document_get_author (document));
  write_meta (out, "description", tambour_document_get_subject (document));
  g_string_append (out, "<title>");
  tambour_web_escape (out, title ? title : "");
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n", style);
}

/* Pages know which way they are read. */
static gboolean
is_rtl (TambourDocument *document)
{
  const TambourPageInfo *page = tambour_document_get_page (document, 0);

  return page != NULL && tambour_canvas_get_rtl (page->canvas);
}

/**
 * tambour_web_to_bytes:
 * @document: pages
 * @error: return location
 *
 * Writes @document as one web page that needs nothing else: its letters and
 * pictures are in it, it runs no program and fetches nothing. Text flows as
 * the reader's window has room; charts are pictures with their values beside
 * them. The same document gives the same bytes.
 *
 * Returns: (transfer full): the page
 */
GBytes *
tambour_web_to_bytes (TambourDocument  *document,
                      GError          **error)
{
  g_autoptr(GString) text = g_string_sized_new (256 * 1024);
  g_autoptr(GString) rules = g_string_new (NULL);
  g_autoptr(GString) out = g_string_new ("<!DOCTYPE html>\n<html");
  g_autoptr(GHashTable) anchors = tambour_document_list_anchors (document);
  TambourWeb self = { .document = document, .text = text, .rules = rules, .anchors = anchors,
                      .rtl = is_rtl (document) };
  const char *language = tambour_document_get_language (document);
  g_autofree char *style = NULL;

  write_body (&self);
  style = make_style (&self);

  tambour_web_attribute (out, "lang", language ? language : "en");
  tambour_web_attribute (out, "dir", self.rtl ? "rtl" : "ltr");
  g_string_append (out, ">\n");
  write_head (out, document, style);
  g_string_append_printf (out, "<body>\n%s</body>\n</html>\n", text->str);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * tambour_web_write:
 * @document: pages
 * @path: where
 * @error: return location
 *
 * Writes @document to @path, which has the old file or the whole new one and
 * nothing in between.
 *
 * Returns: %FALSE with a #GFileError
 */
gboolean
tambour_web_write (TambourDocument  *document,
                   const char       *path,
                   GError          **error)
{
  g_autoptr(GBytes) bytes = tambour_web_to_bytes (document, error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path, data, size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_ONLY_EXISTING,
                                   0666, error);
}
