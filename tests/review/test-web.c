/* test-web.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include "pages-fixture.h"
#include "tambour-kinds.h"
#include "tambour-web.h"

#include "tambour-wording.h"

#define HOSTILE "<script>alert(1)</script> \"O'Hara\" & Söhne </style>"

typedef struct
{
  TambourDocument *document;
  char            *text;
  htmlDocPtr       tree;
  guint            n_errors;
} Page;

static void
free_page (Page *page)
{
  tambour_document_free (page->document);
  g_free (page->text);
  xmlFreeDoc (page->tree);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, free_page)

/* The library knows HTML 4 and calls newer elements unknown; all else that it finds is an error. */
static void
note_error (void           *user_data,
            const xmlError *error)
{
  Page *page = user_data;

  if (error->code == XML_HTML_UNKNOWN_TAG)
    return;

  g_test_message ("Line %d: %s", error->line, error->message);
  page->n_errors++;
}

static Page *
make_page (PagesFixture *fixture)
{
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Page *page = g_new0 (Page, 1);
  gsize size;

  page->document = tambour_review_layout (facts, &(TambourReviewSettings) { .product = "Quillmere" }, &error);
  g_assert_no_error (error);
  bytes = tambour_web_to_bytes (page->document, &error);
  g_assert_no_error (error);
  g_bytes_get_data (bytes, &size);
  page->text = g_strndup (g_bytes_get_data (bytes, NULL), size);
  g_assert_cmpuint (strlen (page->text), ==, size);

  xmlSetStructuredErrorFunc (page, (xmlStructuredErrorFunc) note_error);
  page->tree = htmlReadMemory (page->text, (int) size, NULL, "utf-8", HTML_PARSE_NONET);
  xmlSetStructuredErrorFunc (NULL, NULL);
  g_assert_nonnull (page->tree);

  return page;
}

static Page *
make_varnholt (PagesFilter filter)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (filter);

  return make_page (fixture);
}

typedef void (*Visit) (xmlNode *node,
                       gpointer user_data);

static void
visit_all (xmlNode  *node,
           Visit     visit,
           gpointer  user_data)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        visit (node, user_data);
      visit_all (node->children, visit, user_data);
    }
}

static gboolean
is_named (xmlNode    *node,
          const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* Words with one space between them. */
static char *
dup_words (const char *text)
{
  g_autoptr(GString) plain = g_string_new (text);
  g_auto(GStrv) words = NULL;
  GString *out = g_string_new (NULL);

  g_string_replace (plain, TAMBOUR_NBSP, " ", 0);
  g_string_replace (plain, "\n", " ", 0);
  words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);

  return g_string_free (out, FALSE);
}

/* --- the form of the page -------------------------------------------------------- */

static void
add_id (xmlNode  *node,
        gpointer  user_data)
{
  g_autofree char *id = dup_attribute (node, "id");

  if (id != NULL)
    g_assert_true (g_hash_table_add (user_data, g_strdup (id)));
}

static void
check_reference (xmlNode  *node,
                 gpointer  user_data)
{
  static const char * const attributes[] = { "href", "aria-labelledby" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *value = dup_attribute (node, attributes[i]);

      if (value == NULL)
        continue;
      g_test_message ("%s", value);
      if (i == 0)
        g_assert_cmpint (value[0], ==, '#');
      g_assert_true (g_hash_table_contains (user_data, value + (i == 0)));
    }
}

static void
assert_sound (Page *page)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (page->n_errors, ==, 0);
  visit_all (xmlDocGetRootElement (page->tree), add_id, ids);
  visit_all (xmlDocGetRootElement (page->tree), check_reference, ids);
  g_assert_cmpuint (g_hash_table_size (ids), >, 10);
}

static void
test_pages_are_well_formed (void)
{
  g_autoptr(Page) whole = make_varnholt (NULL);
  g_autoptr(PagesFixture) few = pages_fixture_thin (3);
  g_autoptr(Page) thin = make_page (few);

  assert_sound (whole);
  assert_sound (thin);
}

typedef struct
{
  int      level;
  guint    n_first;
  gboolean empty;
} Headings;

static void
check_heading (xmlNode  *node,
               gpointer  user_data)
{
  Headings *headings = user_data;
  const char *name = (const char *) node->name;
  xmlChar *content;
  int level;

  if (name[0] != 'h' || !g_ascii_isdigit (name[1]))
    return;

  level = name[1] - '0';
  content = xmlNodeGetContent (node);
  headings->empty |= content == NULL || content[0] == '\0';
  xmlFree (content);
  headings->n_first += level == 1;
  g_assert_cmpint (level, <=, headings->level + 1);
  headings->level = level;
}

static void
test_headings_descend_by_one (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);
  Headings headings = { 0 };

  visit_all (xmlDocGetRootElement (page->tree), check_heading, &headings);
  g_assert_cmpuint (headings.n_first, ==, 1);
  g_assert_false (headings.empty);
}

typedef struct
{
  const char *name;
  guint       n;
} Count;

static void
count_named (xmlNode  *node,
             gpointer  user_data)
{
  Count *count = user_data;

  count->n += is_named (node, count->name);
}

static guint
count_elements (Page       *page,
                const char *name)
{
  Count count = { name, 0 };

  visit_all (xmlDocGetRootElement (page->tree), count_named, &count);

  return count.n;
}

/* Every column with words has a head, and every row is named by its first words. */
static void
check_table (xmlNode  *node,
             gpointer  user_data)
{
  guint *n_tables = user_data;
  guint n_rows = 0, n_heads = 0;

  if (is_named (node, "th"))
    {
      g_autofree char *scope = dup_attribute (node, "scope");

      g_assert_true (g_strcmp0 (scope, "col") == 0 || g_strcmp0 (scope, "row") == 0);
    }
  if (!is_named (node, "tr"))
    {
      *n_tables += is_named (node, "table");
      return;
    }

  for (xmlNode *cell = node->children; cell != NULL; cell = cell->next)
    {
      n_rows += is_named (cell, "td") || is_named (cell, "th");
      n_heads += is_named (cell, "th");
    }
  g_assert_cmpuint (n_rows, >, 1);
  g_assert_cmpuint (n_heads, >, 0);
}

static void
test_tables_have_heads (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);
  guint n_tables = 0;

  visit_all (xmlDocGetRootElement (page->tree), check_table, &n_tables);
  g_assert_cmpuint (n_tables, >=, 4);
}

static void
check_picture (xmlNode  *node,
               gpointer  user_data)
{
  guint *n_pictures = user_data;
  g_autofree char *role = NULL, *label = NULL, *hidden = NULL;

  if (!is_named (node, "svg"))
    return;

  role = dup_attribute (node, "role");
  label = dup_attribute (node, "aria-label");
  hidden = dup_attribute (node, "aria-hidden");
  *n_pictures += label != NULL;
  g_assert_true (g_strcmp0 (hidden, "true") == 0 || (g_strcmp0 (role, "img") == 0 && label != NULL && label[0] != '\0'));
}

static void
test_pictures_are_put_in_words (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);
  guint n_pictures = 0;

  visit_all (xmlDocGetRootElement (page->tree), check_picture, &n_pictures);
  g_assert_cmpuint (n_pictures, >=, 10);
  g_assert_nonnull (strstr (page->text, "<li>Slow resolution 14</li>"));
}

static void
test_landmarks_are_there (void)
{
  static const char * const once[] = { "header", "nav", "main", "footer", "h1", "title" };
  g_autoptr(Page) page = make_varnholt (NULL);
  guint n_pages = tambour_document_get_n_pages (page->document);

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    g_assert_cmpuint (count_elements (page, once[i]), ==, 1);
  g_assert_cmpuint (count_elements (page, "section"), ==, n_pages - 1);
  g_assert_nonnull (strstr (page->text, "<html lang=\"en"));
  g_assert_nonnull (strstr (page->text, " dir=\"ltr\">"));
  g_assert_nonnull (strstr (page->text, "<a class=\"skip\" href=\"#content\">"));
}

/* --- what it says ------------------------------------------------------------------ */

static void
assert_says (const char        *all,
             const TambourMark *mark)
{
  g_autofree char *words = dup_words (mark->text.shape->text);

  if (strstr (all, words) == NULL)
    g_test_message ("Missing: %s", words);
  g_assert_nonnull (strstr (all, words));
}

/* What only frames a page of paper, its foot and number, is not on the web page. */
static void
assert_says_page (const char            *all,
                  const TambourPageInfo *page)
{
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (page->canvas, &n_marks);
  guint depth = 0, frame = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      depth += marks[i].kind == TAMBOUR_MARK_BEGIN;
      if (marks[i].kind == TAMBOUR_MARK_BEGIN && marks[i].group.tag == TAMBOUR_TAG_ARTIFACT && frame == 0)
        frame = depth;
      if (marks[i].kind == TAMBOUR_MARK_TEXT && frame == 0)
        assert_says (all, &marks[i]);
      if (marks[i].kind == TAMBOUR_MARK_END && depth == frame)
        frame = 0;
      depth -= marks[i].kind == TAMBOUR_MARK_END;
    }
}

/* Texts that stand beside each other are not run together where lines broke. */
static char *
dup_content (Page *page)
{
  g_autoptr(GString) spaced = g_string_new (page->text);
  g_autofree char *words = NULL;
  htmlDocPtr tree;
  xmlChar *content;

  g_string_replace (spaced, "<br>", " ", 0);
  tree = htmlReadMemory (spaced->str, (int) spaced->len, NULL, "utf-8",
                         HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  content = xmlNodeGetContent (xmlDocGetRootElement (tree));
  words = dup_words ((const char *) content);
  xmlFree (content);
  xmlFreeDoc (tree);

  return g_steal_pointer (&words);
}

static void
test_all_of_the_deck_is_said (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);
  g_autofree char *all = dup_content (page);

  for (guint i = 0; i < tambour_document_get_n_pages (page->document); i++)
    assert_says_page (all, tambour_document_get_page (page->document, i));
}

static void
test_figures_lead_to_their_definitions (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);

  g_assert_nonnull (strstr (page->text, "<a class=\"figure\" href=\"#figure-response.met\">"));
  g_assert_nonnull (strstr (page->text, "id=\"figure-response.met\""));
  g_assert_nonnull (strstr (page->text, "<a href=\"#page-4\" title=\"Cases fell 22%"));
}

/* --- what it does not ---------------------------------------------------------------- */

static void
check_harmless (xmlNode  *node,
                gpointer  user_data)
{
  static const char * const elements[] = { "script", "iframe", "object", "embed", "link", "img", "form", "base" };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_assert_false (is_named (node, elements[i]));
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_assert_false (g_str_has_prefix ((const char *) attribute->name, "on"));
      g_assert_cmpstr ((const char *) attribute->name, !=, "src");
      g_assert_cmpstr ((const char *) attribute->name, !=, "style");
    }
}

static void
test_nothing_is_run_or_fetched (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);

  visit_all (xmlDocGetRootElement (page->tree), check_harmless, NULL);
  g_assert_null (strstr (page->text, "http:"));
  g_assert_null (strstr (page->text, "https:"));
  g_assert_null (strstr (page->text, "@import"));
  g_assert_nonnull (strstr (page->text, "content=\"default-src 'none'; style-src 'sha256-"));
  for (const char *at = strstr (page->text, "url("); at != NULL; at = strstr (at + 1, "url("))
    g_assert_true (g_str_has_prefix (at, "url(data:font/otf;base64,"));
}

/* The one style that browsers may use is the one that is there. */
static void
test_the_policy_allows_its_own_style (void)
{
  g_autoptr(Page) page = make_varnholt (NULL);
  const char *start = strstr (page->text, "<style>") + strlen ("<style>");
  g_autofree char *style = g_strndup (start, strstr (start, "</style>") - start);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  g_autofree char *encoded = NULL;

  g_checksum_update (checksum, (const guchar *) style, -1);
  g_checksum_get_digest (checksum, digest, &size);
  encoded = g_base64_encode (digest, size);
  g_assert_nonnull (strstr (page->text, encoded));
}

static gboolean
with_hostile_names (TambourRecord *record)
{
  if (TAMBOUR_IS_ACCOUNT (record))
    g_set_str (&TAMBOUR_ACCOUNT (record)->name, HOSTILE);
  else if (TAMBOUR_IS_GOAL (record))
    g_set_str (&TAMBOUR_GOAL (record)->statement, HOSTILE);
  else if (TAMBOUR_IS_CASE (record))
    g_set_str (&TAMBOUR_CASE (record)->title, HOSTILE);
  else if (TAMBOUR_IS_ESCALATION (record))
    g_set_str (&TAMBOUR_ESCALATION (record)->title, HOSTILE);

  return TRUE;
}

static void
test_hostile_names_are_words (void)
{
  g_autoptr(Page) page = make_varnholt (with_hostile_names);
  g_autofree char *all = dup_content (page);

  assert_sound (page);
  visit_all (xmlDocGetRootElement (page->tree), check_harmless, NULL);
  g_assert_cmpuint (count_elements (page, "style"), ==, 1);
  g_assert_nonnull (strstr (all, HOSTILE));
}

static void
test_the_same_facts_give_the_same_bytes (void)
{
  g_autoptr(Page) one = make_varnholt (NULL);
  g_autoptr(Page) other = make_varnholt (NULL);

  g_assert_cmpstr (one->text, ==, other->text);
}

static TambourColour
read_tone (const char  *rules,
           TambourTone  tone)
{
  g_autofree char *name = g_strdup_printf ("--c%d:", tone);
  const char *at = strstr (rules, name);
  g_autofree char *value = NULL;
  TambourColour colour;

  g_assert_nonnull (at);
  value = g_strndup (at + strlen (name), strlen ("#000000"));
  g_assert_true (tambour_colour_parse (value, &colour));

  return colour;
}

static void
test_contrast_is_kept_by_day_and_by_night (void)
{
  static const TambourTone letters[] = { TAMBOUR_TONE_INK, TAMBOUR_TONE_INK2, TAMBOUR_TONE_INK3, TAMBOUR_TONE_ACCENT };
  static const TambourTone shapes[] = { TAMBOUR_TONE_MET, TAMBOUR_TONE_MISSED, TAMBOUR_TONE_ACCENT };
  g_autoptr(Page) page = make_varnholt (NULL);
  const char *starts[] = { strstr (page->text, ":root{color-scheme"), strstr (page->text, "(prefers-color-scheme:dark)") };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      TambourColour paper = read_tone (starts[i], TAMBOUR_TONE_PAPER);

      for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
        g_assert_cmpfloat (tambour_colour_contrast (read_tone (starts[i], letters[j]), paper), >=, 4.5);
      for (guint j = 0; j < G_N_ELEMENTS (shapes); j++)
        g_assert_cmpfloat (tambour_colour_contrast (read_tone (starts[i], shapes[j]), paper), >=, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/web/pages-are-well-formed", test_pages_are_well_formed);
  g_test_add_func ("/web/headings-descend-by-one", test_headings_descend_by_one);
  g_test_add_func ("/web/tables-have-heads", test_tables_have_heads);
  g_test_add_func ("/web/pictures-are-put-in-words", test_pictures_are_put_in_words);
  g_test_add_func ("/web/landmarks-are-there", test_landmarks_are_there);
  g_test_add_func ("/web/all-of-the-deck-is-said", test_all_of_the_deck_is_said);
  g_test_add_func ("/web/figures-lead-to-their-definitions", test_figures_lead_to_their_definitions);
  g_test_add_func ("/web/nothing-is-run-or-fetched", test_nothing_is_run_or_fetched);
  g_test_add_func ("/web/the-policy-allows-its-own-style", test_the_policy_allows_its_own_style);
  g_test_add_func ("/web/hostile-names-are-words", test_hostile_names_are_words);
  g_test_add_func ("/web/the-same-facts-give-the-same-bytes", test_the_same_facts_give_the_same_bytes);
  g_test_add_func ("/web/contrast-is-kept-by-day-and-by-night", test_contrast_is_kept_by_day_and_by_night);

  return g_test_run ();
}
