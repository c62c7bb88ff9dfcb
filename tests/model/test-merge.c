/* test-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-merge.h"
#include "tambour-purge.h"
#include "tambour-test-records.h"

#define N_ROUNDS 40

/* Changes about one field in @chance. */
static void
edit (TambourRecord *record,
      GRand         *random,
      gint32         chance)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_rand_int_range (random, 0, chance) == 0)
      tambour_test_change_field (&klass->fields[i], record, random);
}

static void
test_either_side_comes_out_the_same (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (30);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < N_ROUNDS; n++)
      {
        g_autoptr(TambourRecord) base = tambour_test_record_new (types[i], random);
        g_autoptr(TambourRecord) here = tambour_record_dup (base);
        g_autoptr(TambourRecord) there = tambour_record_dup (base);
        g_autoptr(TambourRecord) here_before = NULL;
        g_autoptr(GPtrArray) open_here = NULL;
        g_autoptr(GPtrArray) open_there = NULL;

        edit (here, random, 2);
        edit (there, random, 2);
        here_before = tambour_record_dup (here);
        open_here = tambour_merge (base, here, there);
        open_there = tambour_merge (base, there, here_before);

        g_assert_cmpuint (open_here->len, ==, open_there->len);
        for (guint j = 0; j < open_here->len; j++)
          {
            const TambourField *field = open_here->pdata[j];

            g_assert_true (open_there->pdata[j] == field);
            g_assert_cmpint (field->merge, ==, TAMBOUR_MERGE_ASK);
            tambour_field_copy (field, there, here);
          }

        tambour_test_assert_equal (here, there);
      }
}

static void
test_one_sided_change_never_asks (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (31);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < N_ROUNDS; n++)
      {
        g_autoptr(TambourRecord) base = tambour_test_record_new (types[i], random);
        g_autoptr(TambourRecord) changed = tambour_record_dup (base);
        g_autoptr(TambourRecord) ours = tambour_record_dup (base);
        g_autoptr(TambourRecord) theirs = tambour_record_dup (base);
        g_autoptr(GPtrArray) open_theirs = NULL;
        g_autoptr(GPtrArray) open_ours = NULL;

        edit (changed, random, 2);
        tambour_record_copy_fields (theirs, changed);
        open_theirs = tambour_merge (base, ours, theirs);
        g_assert_cmpuint (open_theirs->len, ==, 0);
        tambour_test_assert_equal (ours, changed);

        g_assert_true (tambour_record_equal (theirs, changed));
        open_ours = tambour_merge (base, theirs, base);
        g_assert_cmpuint (open_ours->len, ==, 0);
        tambour_test_assert_equal (theirs, changed);
      }
}

static void
test_the_same_change_on_both_sides_never_asks (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (32);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) base = tambour_test_record_new (types[i], random);
      g_autoptr(TambourRecord) ours = tambour_record_dup (base);
      g_autoptr(TambourRecord) theirs = NULL;
      g_autoptr(GPtrArray) open = NULL;

      edit (ours, random, 1);
      theirs = tambour_record_dup (ours);
      open = tambour_merge (base, ours, theirs);

      g_assert_cmpuint (open->len, ==, 0);
      tambour_test_assert_equal (ours, theirs);
    }
}

static void
test_edits_of_different_fields_are_both_kept (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (33);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) base = tambour_test_record_new (types[i], random);
      g_autoptr(TambourRecord) ours = tambour_record_dup (base);
      g_autoptr(TambourRecord) theirs = tambour_record_dup (base);
      g_autoptr(TambourRecord) expected = tambour_record_dup (base);
      g_autoptr(GPtrArray) open = NULL;
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (base);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          TambourRecord *side = j % 2 ? ours : theirs;

          /* A purge takes the other side's fields with it. */
          if (klass->fields[j].flags & TAMBOUR_FIELD_PURGED)
            continue;

          tambour_test_change_field (&klass->fields[j], side, random);
          tambour_field_copy (&klass->fields[j], expected, side);
        }

      open = tambour_merge (base, ours, theirs);
      g_assert_cmpuint (open->len, ==, 0);
      tambour_test_assert_equal (ours, expected);
    }
}

static void
test_two_edits_of_one_text_ask_and_ours_stands (void)
{
  g_autoptr(TambourRecord) base = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(TambourRecord) ours = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(TambourRecord) theirs = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(GPtrArray) open = NULL;

  tambour_record_set_text (ours, "title", "Fan is loud", NULL);
  tambour_record_set_text (theirs, "title", "Fan is very loud", NULL);
  open = tambour_merge (base, ours, theirs);

  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (((const TambourField *) open->pdata[0])->name, ==, "title");
  g_assert_cmpstr (((TambourCase *) ours)->title, ==, "Fan is loud");
}

/* Two edits in one second by one person still have one outcome. */
static void
test_a_tie_is_decided_the_same_way_everywhere (void)
{
  static const char * const statuses[] = { "open", "closed" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TambourRecord) base = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
      g_autoptr(TambourRecord) ours = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
      g_autoptr(TambourRecord) theirs = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
      g_autoptr(GPtrArray) open = NULL;

      ours->updated_at.seconds = theirs->updated_at.seconds = 1000;
      tambour_record_set_text (ours, "status", statuses[i], NULL);
      tambour_record_set_text (theirs, "status", statuses[1 - i], NULL);
      open = tambour_merge (base, ours, theirs);

      g_assert_cmpuint (open->len, ==, 0);
      g_assert_cmpuint (((TambourCase *) ours)->status, ==, TAMBOUR_CASE_STATUS_OPEN);
    }
}

static void
test_additions_and_removals_of_labels_both_stand (void)
{
  g_autoptr(TambourRecord) base = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(TambourRecord) ours = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(TambourRecord) theirs = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(GPtrArray) open = NULL;
  g_autofree char *merged = NULL;

  tambour_record_set_text (base, "engineering_items", "A-1\nA-2\nA-3", NULL);
  tambour_record_set_text (ours, "engineering_items", "A-2\nA-3\nB-1", NULL);
  tambour_record_set_text (theirs, "engineering_items", "A-1\nA-2\nC-1", NULL);
  open = tambour_merge (base, ours, theirs);

  merged = g_strjoinv (" ", ((TambourCase *) ours)->engineering_items);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpstr (merged, ==, "A-2 B-1 C-1");
}

static void
test_members_of_a_newer_version_are_merged_too (void)
{
  g_autoptr(TambourRecord) base = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(TambourRecord) ours = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(TambourRecord) theirs = tambour_record_new (TAMBOUR_TYPE_CASE, "c1");
  g_autoptr(GPtrArray) open = NULL;

  base->extra = g_strdup ("{\"gone\":1,\"mood\":1}");
  ours->extra = g_strdup ("{\"gone\":1,\"here\":true,\"mood\":1}");
  theirs->extra = g_strdup ("{\"mood\":2,\"there\":[1]}");
  open = tambour_merge (base, ours, theirs);

  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpstr (ours->extra, ==, "{\"here\":true,\"mood\":2,\"there\":[1]}");
}

/* One laptop takes a person out, another one that does not know of it edits on: from
 * either side, nothing of the person comes back, and the rest of the edit stands.
 */
static void
test_what_was_purged_does_not_come_back (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (31);

  for (guint n = 0; n < N_ROUNDS; n++)
    {
      g_autoptr(TambourRecord) base = tambour_test_record_new (TAMBOUR_TYPE_CONTACT, random);
      g_autoptr(TambourRecord) purged = NULL;
      g_autoptr(TambourRecord) edited = NULL;
      g_autoptr(TambourRecord) here = NULL;
      g_autoptr(TambourRecord) there = NULL;
      g_autoptr(GPtrArray) open_here = NULL;
      g_autoptr(GPtrArray) open_there = NULL;

      TAMBOUR_CONTACT (base)->purged_at.seconds = TAMBOUR_NEVER;
      purged = tambour_record_dup (base);
      tambour_purge_record (purged, "–", (TambourInstant) { 1700000000 });
      edited = tambour_record_dup (base);
      edit (edited, random, 2);
      TAMBOUR_CONTACT (edited)->purged_at.seconds = TAMBOUR_NEVER;

      here = tambour_record_dup (purged);
      open_here = tambour_merge (base, here, edited);
      there = tambour_record_dup (edited);
      open_there = tambour_merge (base, there, purged);

      g_assert_cmpuint (open_here->len, ==, 0);
      g_assert_cmpuint (open_there->len, ==, 0);
      tambour_test_assert_equal (here, there);
      g_assert_cmpstr (TAMBOUR_CONTACT (here)->name, ==, "–");
      g_assert_null (TAMBOUR_CONTACT (here)->email);
      g_assert_cmpint (TAMBOUR_CONTACT (here)->purged_at.seconds, ==, 1700000000);
      g_assert_cmpint (TAMBOUR_CONTACT (here)->role, ==, TAMBOUR_CONTACT (edited)->role);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/merge/either-side-comes-out-the-same", test_either_side_comes_out_the_same);
  g_test_add_func ("/merge/one-sided-change-never-asks", test_one_sided_change_never_asks);
  g_test_add_func ("/merge/the-same-change-on-both-sides-never-asks", test_the_same_change_on_both_sides_never_asks);
  g_test_add_func ("/merge/edits-of-different-fields-are-both-kept", test_edits_of_different_fields_are_both_kept);
  g_test_add_func ("/merge/two-edits-of-one-text-ask-and-ours-stands", test_two_edits_of_one_text_ask_and_ours_stands);
  g_test_add_func ("/merge/what-was-purged-does-not-come-back", test_what_was_purged_does_not_come_back);
  g_test_add_func ("/merge/a-tie-is-decided-the-same-way-everywhere", test_a_tie_is_decided_the_same_way_everywhere);
  g_test_add_func ("/merge/additions-and-removals-of-labels-both-stand",
                   test_additions_and_removals_of_labels_both_stand);
  g_test_add_func ("/merge/members-of-a-newer-version-are-merged-too",
                   test_members_of_a_newer_version_are_merged_too);

  return g_test_run ();
}
