/* test-suggestions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-suggestions.h"
#include "tambour-time.h"

#define US "0192f0c8-0000-7000-8000-000000000001"

/* What is known of an account, to be filled. */
typedef struct
{
  GArray                *findings;
  GPtrArray             *components;
  GHashTable            *shared;
  const char            *tags[2];
  TambourSuggestionNeeds needs;
} Needs;

static Needs *
needs_new (void)
{
  Needs *self = g_new0 (Needs, 1);

  self->findings = g_array_new (FALSE, FALSE, sizeof (TambourSuggestionFinding));
  self->components = g_ptr_array_new_with_free_func (g_object_unref);
  self->shared = g_hash_table_new (g_str_hash, g_str_equal);
  self->needs = (TambourSuggestionNeeds) { US, self->findings, self->components, self->tags, self->shared };

  return self;
}

static void
needs_free (Needs *self)
{
  g_array_unref (self->findings);
  g_ptr_array_unref (self->components);
  g_hash_table_unref (self->shared);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Needs, needs_free)

static void
find (Needs           *self,
      const char      *title,
      const char      *section,
      const char      *key,
      TambourSeverity  severity)
{
  TambourSuggestionFinding finding = { title, section, key, severity };

  g_array_append_val (self->findings, finding);
}

static void
run (Needs      *self,
     const char *type,
     const char *vendor,
     const char *product)
{
  TambourComponent *component = TAMBOUR_COMPONENT (tambour_record_new (TAMBOUR_TYPE_COMPONENT, NULL));

  component->type = g_strdup (type);
  component->vendor = g_strdup (vendor);
  component->product = g_strdup (product);
  g_ptr_array_add (self->components, component);
}

/* @field: of the labels of an item, separated by “|”. */
static TambourLibraryItem *
item_new (const char *title,
          const char *field,
          const char *labels)
{
  TambourRecord *item = tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL);
  g_autofree char *text = g_strdelimit (g_strdup (labels), "|", '\n');
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (item, "title", title, &error);
  g_assert_no_error (error);
  tambour_record_set_text (item, field, text, &error);
  g_assert_no_error (error);

  return TAMBOUR_LIBRARY_ITEM (item);
}

static void
assert_ground (TambourLibraryItem      *item,
               Needs                   *needs,
               TambourSuggestionGround  ground,
               const char              *about)
{
  g_autoptr(TambourSuggestion) found = tambour_suggestion_weigh (item, &needs->needs);

  g_assert_nonnull (found);
  g_assert_cmpint (found->ground, ==, ground);
  g_assert_cmpstr (found->about, ==, about);
}

static void
assert_nothing (TambourLibraryItem *item,
                Needs              *needs)
{
  g_assert_null (tambour_suggestion_weigh (item, &needs->needs));
}

static void
test_findings_are_found_by_their_words (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) item = item_new ("Certificates that do not run out", "answers_to", "TLS|4.2");
  g_autoptr(TambourLibraryItem) other = item_new ("Backups", "answers_to", "backup");
  g_autoptr(TambourSuggestion) found = NULL;

  assert_nothing (item, needs);
  find (needs, "Old TLS at Birch Street", "Network / Encryption", "1.1", TAMBOUR_SEVERITY_LOW);
  find (needs, "Certificates", "tls and names", "1.2", TAMBOUR_SEVERITY_HIGH);
  find (needs, "No renewal", "Operations", "4.2", TAMBOUR_SEVERITY_MEDIUM);
  found = tambour_suggestion_weigh (item, &needs->needs);

  g_assert_cmpint (found->ground, ==, TAMBOUR_SUGGESTION_FINDINGS);
  g_assert_cmpuint (found->n_findings, ==, 3);
  g_assert_cmpuint (found->weight, ==, 1 + 5 + 3);
  g_assert_cmpstr (found->about, ==, "TLS");
  g_assert_cmpuint (found->n_more, ==, 0);
  assert_nothing (other, needs);
}

static void
test_a_key_is_named_by_its_section (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) item = item_new ("Renewal", "answers_to", "4.2");

  find (needs, "No renewal", "Operations", "4.2", TAMBOUR_SEVERITY_MEDIUM);
  assert_ground (item, needs, TAMBOUR_SUGGESTION_FINDINGS, "Operations");
}

static void
test_a_word_is_whole (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) item = item_new ("Names", "answers_to", "DNS");
  g_autoptr(TambourLibraryItem) blank = item_new ("Nothing", "answers_to", "");

  find (needs, "DNSSEC is off", "XDNS", "dnsx", TAMBOUR_SEVERITY_HIGH);
  assert_nothing (item, needs);
  assert_nothing (blank, needs);
  find (needs, "No dns, at night", NULL, NULL, TAMBOUR_SEVERITY_HIGH);
  assert_ground (item, needs, TAMBOUR_SUGGESTION_FINDINGS, "DNS");
}

static void
test_what_they_run (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) product = item_new ("Servers", "products", "windows server|Forwarder");
  g_autoptr(TambourLibraryItem) vendor = item_new ("Everything of Contoso", "products", "contoso");
  g_autoptr(TambourLibraryItem) type = item_new ("Operating systems", "component_types", "OPERATING SYSTEM");
  g_autoptr(TambourLibraryItem) other = item_new ("Databases", "component_types", "Database");

  run (needs, "Operating system", "Contoso", "Windows Server 2025");
  assert_ground (product, needs, TAMBOUR_SUGGESTION_PRODUCT, "Windows Server 2025");
  assert_ground (vendor, needs, TAMBOUR_SUGGESTION_PRODUCT, "Windows Server 2025");
  assert_ground (type, needs, TAMBOUR_SUGGESTION_TYPE, "Operating system");
  assert_nothing (other, needs);
}

static void
test_what_they_are_called (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) item = item_new ("Night shifts", "tags", "airlines|hospitals");

  assert_nothing (item, needs);
  needs->tags[0] = "Hospitals";
  assert_ground (item, needs, TAMBOUR_SUGGESTION_TAG, "hospitals");
}

static void
test_several_grounds_add_up (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) item = item_new ("Forwarders in pairs", "products", "Forwarder");
  g_autoptr(TambourSuggestion) found = NULL;

  item->answers_to = g_strsplit ("Resilience", ",", -1);
  item->tags = g_strsplit ("Hospitals", ",", -1);
  needs->tags[0] = "Hospitals";
  run (needs, "Appliance", NULL, "Forwarder");
  find (needs, "One forwarder only", "Resilience", "6.1", TAMBOUR_SEVERITY_HIGH);
  found = tambour_suggestion_weigh (item, &needs->needs);

  g_assert_cmpint (found->ground, ==, TAMBOUR_SUGGESTION_FINDINGS);
  g_assert_cmpuint (found->n_more, ==, 2);
  g_assert_cmpuint (found->weight, ==, 5 + 3 + 1);
}

static void
test_what_is_no_use_is_not_suggested (void)
{
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(TambourLibraryItem) retired = item_new ("Old", "tags", "Hospitals");
  g_autoptr(TambourLibraryItem) known = item_new ("Known", "tags", "Hospitals");
  g_autoptr(TambourLibraryItem) unfit = item_new ("Not for them", "tags", "Hospitals");

  needs->tags[0] = "Hospitals";
  assert_ground (retired, needs, TAMBOUR_SUGGESTION_TAG, "Hospitals");
  retired->retired = TRUE;
  assert_nothing (retired, needs);

  assert_ground (known, needs, TAMBOUR_SUGGESTION_TAG, "Hospitals");
  g_hash_table_add (needs->shared, TAMBOUR_RECORD (known)->id);
  assert_nothing (known, needs);

  unfit->not_for = g_strsplit ("0192f0c8-0000-7000-8000-000000000002", ",", -1);
  assert_ground (unfit, needs, TAMBOUR_SUGGESTION_TAG, "Hospitals");
  g_strfreev (unfit->not_for);
  unfit->not_for = g_strsplit (US, ",", -1);
  assert_nothing (unfit, needs);
}

/* Whatever order the library comes in. */
static void
test_the_order_is_always_the_same (void)
{
  static const char * const titles[] = { "Heavy", "New", "A", "B" };
  g_autoptr(Needs) needs = needs_new ();
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  needs->tags[0] = "Hospitals";
  run (needs, "Appliance", NULL, "Forwarder");
  g_ptr_array_add (items, item_new ("A", "tags", "Hospitals"));
  g_ptr_array_add (items, item_new ("New", "tags", "Hospitals"));
  g_ptr_array_add (items, item_new ("B", "tags", "Hospitals"));
  g_ptr_array_add (items, item_new ("Heavy", "products", "Forwarder"));
  g_ptr_array_add (items, item_new ("No use", "tags", "Airlines"));
  TAMBOUR_LIBRARY_ITEM (g_ptr_array_index (items, 1))->published = tambour_date_new (2026, 11, 1);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(GPtrArray) ranked = NULL;
      guint from = g_rand_int_range (random, 0, items->len);

      g_ptr_array_add (items, g_ptr_array_steal_index (items, from));
      ranked = tambour_suggestions_rank (items, &needs->needs);
      g_assert_cmpuint (ranked->len, ==, G_N_ELEMENTS (titles));
      for (guint i = 0; i < ranked->len; i++)
        g_assert_cmpstr (((TambourSuggestion *) g_ptr_array_index (ranked, i))->item->title, ==, titles[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggestions/findings-are-found-by-their-words", test_findings_are_found_by_their_words);
  g_test_add_func ("/suggestions/a-key-is-named-by-its-section", test_a_key_is_named_by_its_section);
  g_test_add_func ("/suggestions/a-word-is-whole", test_a_word_is_whole);
  g_test_add_func ("/suggestions/what-they-run", test_what_they_run);
  g_test_add_func ("/suggestions/what-they-are-called", test_what_they_are_called);
  g_test_add_func ("/suggestions/several-grounds-add-up", test_several_grounds_add_up);
  g_test_add_func ("/suggestions/what-is-no-use-is-not-suggested", test_what_is_no_use_is_not_suggested);
  g_test_add_func ("/suggestions/the-order-is-always-the-same", test_the_order_is_always_the_same);

  return g_test_run ();
}
