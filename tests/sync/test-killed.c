/* test-killed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-edit-ledger.h"
#include "tambour-replica.h"
#include "tambour-revisions.h"
#include "tambour-test-team.h"

#define N_KILLS 200
#define N_RECORDS 120
#define N_EDITS 8

/* However long the moments are waited for. */
#define MOST_RUNS (4 * N_KILLS)

static const char *worker;
static TambourTestCouch *couch;

/**
 * Desk:
 * @killed: whose program is killed
 * @other: who works on the same records meanwhile
 * @ids: of the records; the first half is edited by one, the rest by the other
 * @n_edits: how often each was written
 * @limit: a program that runs so many microseconds is done
 */
typedef struct
{
  TambourTestTeam *team;
  TambourLaptop   *killed;
  TambourLaptop   *other;
  GRand           *random;
  TambourLedger   *ledger;
  GPtrArray       *ids;
  guint            n_edits[N_RECORDS];
  guint            limit;
} Desk;

static void
desk_free (Desk *self)
{
  tambour_ledger_free (self->ledger);
  tambour_test_team_free (self->team);
  g_rand_free (self->random);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static Desk *
desk_new (void)
{
  Desk *self = g_new0 (Desk, 1);
  g_autoptr(TambourChange) change = tambour_change_new ("Member 1", "Create");
  g_autoptr(GError) error = NULL;

  self->team = tambour_test_team_new (couch, 2);
  self->killed = tambour_test_team_get (self->team, 0);
  self->other = tambour_test_team_get (self->team, 1);
  self->random = g_rand_new_with_seed (g_test_rand_int ());
  self->ledger = tambour_ledger_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr(TambourCase) one = tambour_test_case_new (number, "New");

      g_ptr_array_add (self->ids, g_strdup (TAMBOUR_RECORD (one)->id));
      tambour_change_put (change, TAMBOUR_RECORD (one));
      tambour_ledger_note (self->ledger, 0, NULL, TAMBOUR_RECORD (one));
      self->n_edits[i] = 1;
    }
  tambour_store_commit (self->killed->store, change, &error);
  g_assert_no_error (error);

  return self;
}

/* Some records out of a half of them. */
static void
edit (Desk  *self,
      guint  member,
      guint  first)
{
  TambourStore *store = tambour_test_team_get (self->team, member)->store;
  g_autofree char *name = tambour_test_team_dup_name (member);
  g_autoptr(TambourChange) change = tambour_change_new (name, "Edit");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_EDITS; i++)
    {
      guint place = first + (i * 7 + g_rand_int_range (self->random, 0, 7)) % (N_RECORDS / 2);
      g_autoptr(TambourRecord) before = tambour_store_find (store, self->ids->pdata[place], NULL);
      g_autoptr(TambourRecord) after = before ? tambour_record_dup (before) : NULL;

      if (before == NULL)
        continue;
      g_free (TAMBOUR_CASE (after)->title);
      TAMBOUR_CASE (after)->title = g_strdup_printf ("Title %u", g_rand_int (self->random));
      tambour_change_put (change, after);
      tambour_ledger_note (self->ledger, member, before, after);
      self->n_edits[place]++;
    }

  if (tambour_change_get_size (change) > 0)
    tambour_store_commit (store, change, &error);
  g_assert_no_error (error);
}

/* Returns: whether it was still running */
static gboolean
run_and_kill (Desk *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, worker,
                                                     tambour_store_get_path (self->killed->store), self->killed->server->url, NULL);
  gboolean was_killed;

  g_assert_no_error (error);
  g_usleep (g_rand_int_range (self->random, 0, self->limit));
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);

  was_killed = g_subprocess_get_if_signaled (process);
  g_assert_true (was_killed || g_subprocess_get_successful (process));

  return was_killed;
}

/* The longest moment comes close to where a program ends by itself. */
static void
adjust (Desk     *self,
        gboolean  was_killed)
{
  self->limit = was_killed ? self->limit + self->limit / 20 : self->limit - self->limit / 8;
}

static guint
get_generation (TambourLaptop *laptop,
                const char    *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (laptop->store, ids, &error);
  TambourReplicaEntry *entry;

  g_assert_no_error (error);
  entry = g_ptr_array_index (entries, 0);
  g_assert_nonnull (entry->rev);

  return (guint) tambour_revision_get_number (entry->rev);
}

static void
test_killed (void)
{
  g_autoptr(Desk) desk = desk_new ();
  guint n_killed = 0;

  desk->limit = 200 * 1000;
  for (guint i = 0; n_killed < N_KILLS; i++)
    {
      gboolean was_killed = run_and_kill (desk);

      g_assert_cmpuint (i, <, MOST_RUNS);
      adjust (desk, was_killed);
      n_killed += was_killed;

      edit (desk, 0, 0);
      if (i % 5 == 0)
        {
          edit (desk, 1, N_RECORDS / 2);
          tambour_laptop_sync (desk->other);
        }
    }

  tambour_test_team_settle (desk->team);
  tambour_test_team_assert_equal (desk->team);
  tambour_test_team_assert_clean (desk->team);
  tambour_ledger_assert_kept (desk->ledger, desk->team);
  for (guint i = 0; i < N_RECORDS; i++)
    g_assert_cmpuint (get_generation (desk->killed, desk->ids->pdata[i]), <=, desk->n_edits[i]);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  worker = argv[1];
  couch = tambour_test_couch_new ();

  g_test_add_func ("/killed/at-any-moment-nothing-is-lost-and-nothing-doubled", test_killed);

  result = g_test_run ();
  tambour_test_couch_free (couch);

  return result;
}
