/* test-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-links.h"

static const char *
word_of (TambourLinkKind kind)
{
  switch (kind)
    {
    case TAMBOUR_LINK_CASE:
      return "case";
    case TAMBOUR_LINK_ISSUE:
      return "issue";
    case TAMBOUR_LINK_NOTE:
      return "note";
    case TAMBOUR_LINK_ADDRESS:
      return "address";
    }

  g_assert_not_reached ();
}

/* As "case:4117@4-9". */
static char *
describe (const char *text)
{
  g_autoptr(GPtrArray) links = tambour_links_parse (text);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (all, "%s%s:%s@%u-%u", i ? " " : "", word_of (link->kind), link->target, (guint) link->start, (guint) link->end);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static const struct
{
  const char *text;
  const char *links;
} table[] = {
  { "", "" },
  { "see #4117 and KI-88.", "case:4117@4-9 issue:KI-88@14-19" },
  { "#4117", "case:4117@0-5" },
  { "(#4117)", "case:4117@1-6" },
  { "#CS-0012, #a1", "case:CS-0012@0-8 case:a1@10-13" },
  { "#41-", "case:41@0-3" },
  { "# 4117", "" },
  { "#", "" },
  { "#none", "" },
  { "a#4117", "" },
  { "##4117", "case:4117@1-6" },
  { "#4117ä", "" },
  { "KI-", "" },
  { "KI-8x", "" },
  { "xKI-88", "" },
  { "ki-88", "" },
  { "[[Change calendar]].", "note:Change calendar@0-19" },
  { "[[ Change ]]", "note:Change@0-12" },
  { "x[[Über uns]]", "note:Über uns@1-14" },
  { "[[]]", "" },
  { "[[ ]]", "" },
  { "[[open", "" },
  { "[[not\nhere]]", "" },
  { "[the plan](https://example.org/a)", "address:https://example.org/a@0-33" },
  { "[mail](mailto:dana@example.org)", "address:mailto:dana@example.org@0-31" },
  { "[no](javascript:alert(1))", "" },
  { "[no](file:///etc/passwd)", "" },
  { "[x] done", "" },
  { "- [ ] wait for #4117", "case:4117@15-20" },
  { "https://example.org/a#4117.", "address:https://example.org/a#4117@0-26" },
  { "<https://example.org>", "address:https://example.org@1-20" },
  { "(see http://example.org/b)", "address:http://example.org/b@5-25" },
  { "https://", "" },
  { "file:///etc/passwd", "" },
  { "`#4117` #4118", "case:4118@8-13" },
  { "``a ` #1`` #2", "case:2@11-13" },
  { "`#4117", "case:4117@1-6" },
  { "\\#4117", "" },
  { "\\[[Note]]", "" },
  { "```\n#4117\n```\n#4118", "case:4118@14-19" },
  { "~~~\n[[Note]]\n", "" },
  { "| #4117 | KI-88 |", "case:4117@2-7 issue:KI-88@10-15" },
  { "**#4117**", "case:4117@2-7" },
  { "one\r\n#4117\r\n", "case:4117@5-10" },
};

static void
test_links_are_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = describe (table[i].text);

      g_test_message ("%s", table[i].text);
      g_assert_cmpstr (found, ==, table[i].links);
    }
}

static void
test_titles_are_compared_as_people_read_them (void)
{
  g_assert_true (tambour_links_have ("see [[change CALENDAR]]", TAMBOUR_LINK_NOTE, "Change calendar"));
  g_assert_false (tambour_links_have ("see [[Change calendars]]", TAMBOUR_LINK_NOTE, "Change calendar"));
  g_assert_false (tambour_links_have ("see Change calendar", TAMBOUR_LINK_NOTE, "Change calendar"));
  g_assert_false (tambour_links_have ("see #41170", TAMBOUR_LINK_CASE, "4117"));
  g_assert_false (tambour_links_have (NULL, TAMBOUR_LINK_CASE, "4117"));
}

static void
test_a_link_is_one_word (void)
{
  g_autofree char *word = tambour_links_dup_word (TAMBOUR_LINK_NOTE, "Change calendar");
  g_autofree char *same = tambour_links_dup_word (TAMBOUR_LINK_NOTE, "change CALENDAR");
  g_autofree char *longer = tambour_links_dup_word (TAMBOUR_LINK_NOTE, "Change calendars");
  g_autofree char *other = tambour_links_dup_word (TAMBOUR_LINK_CASE, "Change calendar");

  g_assert_cmpstr (word, ==, same);
  g_assert_cmpstr (word, !=, longer);
  g_assert_cmpstr (word, !=, other);
  g_assert_true (g_utf8_validate (word, -1, NULL));
  g_assert_null (strpbrk (word, " -_.,#[]"));
}

static void
test_links_to_records_are_words (void)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *note = tambour_links_dup_word (TAMBOUR_LINK_NOTE, "A");
  g_autofree char *issue = tambour_links_dup_word (TAMBOUR_LINK_ISSUE, "KI-88");
  g_autofree char *wanted = g_strdup_printf ("\n%s\n%s", note, issue);

  tambour_links_append_words (words, "Nothing, and https://example.org");
  g_assert_cmpstr (words->str, ==, "");
  tambour_links_append_words (words, "[[a]], `#5`, https://example.org/#4 and KI-88");
  g_assert_cmpstr (words->str, ==, wanted);
}

static void
test_only_the_web_and_mail_are_opened (void)
{
  static const char * const others[] = {
    "", "example.org", "ftp://example.org", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "https:example.org",
    "https://", "mailto:", "mailto:nobody", "//example.org",
  };

  g_assert_true (tambour_links_is_openable ("https://example.org"));
  g_assert_true (tambour_links_is_openable ("HTTP://example.org"));
  g_assert_true (tambour_links_is_openable ("mailto:dana@example.org"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (tambour_links_is_openable (others[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/links/are-found", test_links_are_found);
  g_test_add_func ("/links/titles-are-compared-as-people-read-them", test_titles_are_compared_as_people_read_them);
  g_test_add_func ("/links/a-link-is-one-word", test_a_link_is_one_word);
  g_test_add_func ("/links/links-to-records-are-words", test_links_to_records_are_words);
  g_test_add_func ("/links/only-the-web-and-mail-are-opened", test_only_the_web_and_mail_are_opened);

  return g_test_run ();
}
