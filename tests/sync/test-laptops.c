/* test-laptops.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-report.h"
#include "tambour-test-laptop.h"

#define N_LAPTOPS 5
#define N_STEPS   40

/* What somebody typed into the title, until somebody who saw it typed something else. */
typedef struct
{
  GHashTable *standing; /* title */
} Typed;

static void
assert_kept (Typed      *typed,
             TestLaptop *laptops,
             GHashTable *conflicts)
{
  GHashTableIter iter, inner;
  gpointer title, value;

  g_hash_table_iter_init (&iter, typed->standing);
  while (g_hash_table_iter_next (&iter, &title, NULL))
    {
      gboolean is_kept = g_strcmp0 (test_laptop_get_note (&laptops[0])->title, title) == 0;

      g_hash_table_iter_init (&inner, conflicts);
      while (!is_kept && g_hash_table_iter_next (&inner, NULL, &value))
        is_kept = g_strcmp0 (TAMBOUR_CONFLICT (value)->kept, title) == 0 || g_strcmp0 (TAMBOUR_CONFLICT (value)->other, title) == 0;
      if (!is_kept)
        g_error ("“%s” was typed and is lost", (char *) title);
    }
}

static void
type_title (Typed      *typed,
            TestLaptop *laptop,
            guint       step,
            gint64      at)
{
  g_autofree char *title = g_strdup_printf ("%s %u", laptop->name, step);

  g_hash_table_remove (typed->standing, test_laptop_get_note (laptop)->title);
  TAMBOUR_RECORD (test_laptop_begin_edit (laptop, at))->deleted_at.seconds = TAMBOUR_NEVER;
  test_laptop_write_title (laptop, title, at);
  g_hash_table_add (typed->standing, g_steal_pointer (&title));
}

/* Whoever removes it has seen what it says. */
static void
erase_seen (Typed      *typed,
            TestLaptop *laptop,
            gint64      at)
{
  if (tambour_record_is_deleted (laptop->entry.record))
    return;

  g_hash_table_remove (typed->standing, test_laptop_get_note (laptop)->title);
  test_laptop_erase (laptop, at);
}

static void
collect_conflicts (TestLaptop *laptop,
                   GHashTable *all)
{
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, laptop->conflicts);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      TambourConflict *one = record;
      TambourConflict *other = g_hash_table_lookup (all, id);

      g_assert_true (other == NULL || (g_strcmp0 (one->field, other->field) == 0 && g_strcmp0 (one->kept, other->kept) == 0 &&
                                       g_strcmp0 (one->other, other->other) == 0));
      g_hash_table_insert (all, id, record);
    }
}

static void
step_team (TestLaptop *laptops,
           TestServer *server,
           Typed      *typed,
           GRand      *random,
           guint       step)
{
  TestLaptop *laptop = &laptops[g_rand_int_range (random, 0, N_LAPTOPS)];
  gint64 at = 2000 + g_rand_int_range (random, 0, 30); /* clocks differ, and tie */
  g_autofree char *body = g_strdup_printf ("Body %u", step);

  switch (g_rand_int_range (random, 0, 11))
    {
    case 0:
    case 1:
      type_title (typed, laptop, step, at);
      break;
    case 2:
    case 3:
      if (!tambour_record_is_deleted (laptop->entry.record))
        test_laptop_write_body (laptop, body, at);
      break;
    case 4:
      erase_seen (typed, laptop, at);
      break;
    case 5:
    case 6:
      test_laptop_push (laptop, server);
      break;
    case 7:
    case 8:
      test_laptop_pull (laptop, server);
      break;
    default:
      test_laptop_replicate (laptop, server);
      break;
    }
}

static void
meet (TestLaptop *laptops,
      TestServer *server)
{
  for (guint round = 0; round < 8; round++)
    for (guint i = 0; i < N_LAPTOPS; i++)
      test_laptop_replicate (&laptops[i], server);
}

static void
run_team (guint32 seed)
{
  static const char * const names[N_LAPTOPS] = { "Mira", "Tomas", "Yuki", "Luz", "Henrik" };
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_auto(TestServer) server = {};
  TestLaptop laptops[N_LAPTOPS];
  Typed typed = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr(GHashTable) conflicts = g_hash_table_new (g_str_hash, g_str_equal);

  test_server_init (&server);
  for (guint i = 0; i < N_LAPTOPS; i++)
    test_laptop_init (&laptops[i], names[i]);
  test_laptop_write_title (&laptops[0], "Forwarders", 1000);
  test_laptop_replicate (&laptops[0], &server);
  for (guint i = 1; i < N_LAPTOPS; i++)
    test_laptop_pull (&laptops[i], &server);

  for (guint step = 0; step < N_STEPS; step++)
    step_team (laptops, &server, &typed, random, step);

  meet (laptops, &server);
  type_title (&typed, &laptops[0], N_STEPS, 5000);
  meet (laptops, &server);

  g_test_message ("seed %u", seed);
  g_assert_cmpuint (test_server_count_live (&server), ==, 1);
  for (guint i = 0; i < N_LAPTOPS; i++)
    {
      g_assert_cmpstr (laptops[i].entry.rev, ==, tambour_revisions_get_winner (server.tree, NULL));
      g_assert_true (tambour_record_equal (laptops[i].entry.record, laptops[0].entry.record));
      collect_conflicts (&laptops[i], conflicts);
    }
  assert_kept (&typed, laptops, conflicts);

  for (guint i = 0; i < N_LAPTOPS; i++)
    test_laptop_clear (&laptops[i]);
  g_hash_table_unref (typed.standing);
}

static void
test_five_laptops_end_equal_and_nothing_typed_is_lost (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    run_team (seed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/laptops/five-laptops-end-equal-and-nothing-typed-is-lost", test_five_laptops_end_equal_and_nothing_typed_is_lost);

  return g_test_run ();
}
