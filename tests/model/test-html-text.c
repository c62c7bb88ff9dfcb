/* test-html-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-html-text.h"

static void
test_what_a_person_reads (void)
{
  static const char * const pairs[][2] = {
    { "", "" },
    { "Plain text", "Plain text" },
    { "<a href='https://example.org'>#7106</a>", "#7106" },
    { "<b>Bold</b> &amp; <i>br<u>ave</u></i>", "Bold & brave" },
    { "One<br>two<p>three</p>four", "One two three four" },
    { "  much \n\t space&nbsp;here ", "much space here" },
    { "a <-> b < c", "a <-> b < c" },
    { "5 &lt; 6 &#x1F600; Größe", "5 < 6 😀 Größe" },
    { "<script>alert(1)</script>quiet<style>p { }</style>", "quiet" },
    { "<!-- nobody --><b>unclosed", "unclosed" },
    { "&lt;b&gt;told&lt;/b&gt;", "<b>told</b>" },
    { "AT&T & &unknown;", "AT&T & &unknown;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text = tambour_html_dup_text (pairs[i][0]);

      g_assert_cmpstr (text, ==, pairs[i][1]);
    }
}

/* Nothing that is not a page of the web. */
static void
test_where_a_link_leads (void)
{
  static const char * const pairs[][2] = {
    { "no link", NULL },
    { "<a href='https://example.org/1?a=1&amp;b=2'>#1</a> <a href='https://example.org/2'>#2</a>", "https://example.org/1?a=1&b=2" },
    { "<a href='javascript:alert(1)'>x</a>", NULL },
    { "<a href='file:///etc/passwd'>x</a><a name='y'>y</a><A HREF=' HTTP://example.org '>z</A>", "HTTP://example.org" },
    { "<a href='/relative'>x</a>", NULL },
    { "<img src='https://example.org'>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *link = tambour_html_dup_link (pairs[i][0]);

      g_assert_cmpstr (link, ==, pairs[i][1]);
    }
}

/* Whatever it is, it ends: deep, long, and no text at all. */
static void
test_what_is_meant_to_break_it (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GString) huge = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *odd = tambour_html_dup_text ("<\xc3\x28><a href='\xff'>\xff</a>");

  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "bottom");
  text = tambour_html_dup_text (deep->str);
  g_assert_true (*text == '\0' || g_str_equal (text, "bottom"));

  while (huge->len < 2 * 1024 * 1024)
    g_string_append (huge, "word ");
  nothing = tambour_html_dup_text (huge->str);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (g_utf8_validate (odd, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-text/what-a-person-reads", test_what_a_person_reads);
  g_test_add_func ("/html-text/where-a-link-leads", test_where_a_link_leads);
  g_test_add_func ("/html-text/what-is-meant-to-break-it", test_what_is_meant_to_break_it);

  return g_test_run ();
}
