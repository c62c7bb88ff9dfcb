/* test-replicas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TAMBOUR_TEST_ROUNDS=N plays more or fewer rounds than usual, and --seed gives
 * the seed of one that failed.
 */

#include "tambour-edit-ledger.h"
#include "tambour-record-json.h"
#include "tambour-test-records.h"
#include "tambour-test-team.h"

#define N_MEMBERS 5
#define N_ROUNDS 200

/* A team stays together for so long; then another begins. */
#define ROUNDS_OF_A_TEAM 20
#define STEPS_OF_A_ROUND 10

/* What a server finds too large as a whole it takes one by one. */
#define LARGEST_RECORD 12000

#define BEGINNING G_GINT64_CONSTANT (1700000000)

/* Not edited by people, or, of somebody whose data is removed, with more than one meaning. */
static const char * const stamps[] = { "purged_at", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "rev", "origin", NULL };

static const char *worker;
static TambourTestCouch *couch;

/**
 * Play:
 * @world: (element-type TambourRecord): one of every kind, as it was in the beginning
 * @records: (element-type TambourRecord): all that were ever made, as they were then
 * @ledger: what was edited
 * @offline_until: for each member, the step from which they reach the server again
 */
typedef struct
{
  TambourTestTeam *team;
  GRand           *random;
  GPtrArray       *world;
  GPtrArray       *records;
  TambourLedger   *ledger;
  guint            offline_until[N_MEMBERS];
  guint            step;
} Play;

static void
play_free (Play *self)
{
  tambour_test_team_free (self->team);
  g_rand_free (self->random);
  g_ptr_array_unref (self->world);
  g_ptr_array_unref (self->records);
  tambour_ledger_free (self->ledger);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Play, play_free)

/* What is said of somebody whose data was removed is forgotten. */
static void
forget_purge (TambourRecord *record)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), "purged_at");

  if (field != NULL)
    tambour_field_clear (field, record);
}

static gboolean
is_content (const TambourField *field)
{
  return (field->flags & TAMBOUR_FIELD_CONTENT) != 0;
}

static void
fill_content (TambourStore       *store,
              const TambourField *field,
              TambourRecord      *record,
              GRand              *random)
{
  g_autofree char *text = g_strdup_printf ("What it says %u", g_rand_int (random));
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *hash = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_store_put_content (store, bytes, &hash, &error));
  g_assert_no_error (error);
  g_set_str (&TAMBOUR_FIELD_AT (field, record, char *), hash);
}

static void
fill_contents (Play          *self,
               TambourStore  *store,
               TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_content (&klass->fields[i]))
      fill_content (store, &klass->fields[i], record, self->random);
}

/* Clocks of laptops do not agree. */
static TambourInstant
tell_time (Play  *self,
           guint  member)
{
  return (TambourInstant) { BEGINNING + (gint64) self->step * 60 + (gint64) member * 45 };
}

static TambourChange *
begin (guint       member,
       const char *label)
{
  g_autofree char *name = tambour_test_team_dup_name (member);

  return tambour_change_new (name, label);
}

/* What a rule forbids, nobody was promised. */
static gboolean
commit (Play          *self,
        guint          member,
        TambourChange *change)
{
  TambourStore *store = tambour_test_team_get (self->team, member)->store;
  g_autoptr(GError) error = NULL;

  tambour_change_set_time (change, tell_time (self, member));
  if (tambour_store_commit (store, change, &error))
    return TRUE;

  if (error->domain != TAMBOUR_RECORD_ERROR)
    g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);

  return FALSE;
}

static TambourRecord *
pick_record (Play  *self,
             guint  member)
{
  TambourStore *store = tambour_test_team_get (self->team, member)->store;
  guint place = g_rand_int_range (self->random, 0, self->records->len);
  TambourRecord *record = g_ptr_array_index (self->records, place);
  g_autoptr(GError) error = NULL;
  TambourRecord *found = tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (record), record->id, &error);

  if (found == NULL)
    g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);

  return found;
}

static const TambourField *
pick_field (Play          *self,
            TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  const TambourField *field = &klass->fields[g_rand_int_range (self->random, 0, klass->n_fields)];

  if (!tambour_test_can_change (record, field) || g_strv_contains (stamps, field->name))
    return NULL;

  return field;
}

/* One of a few fields that people edit at the same time, or any. */
static void
edit_fields (Play          *self,
             TambourStore  *store,
             TambourRecord *record)
{
  guint n = g_rand_int_range (self->random, 1, 4);

  for (guint i = 0; i < n * 3; i++)
    {
      const TambourField *field = pick_field (self, record);

      if (field == NULL)
        continue;
      if (is_content (field))
        fill_content (store, field, record, self->random);
      else
        tambour_test_change_field (field, record, self->random);
    }
}

static void
play_edit (Play  *self,
           guint  member)
{
  TambourStore *store = tambour_test_team_get (self->team, member)->store;
  g_autoptr(TambourRecord) before = pick_record (self, member);
  g_autoptr(TambourRecord) after = before ? tambour_record_dup (before) : NULL;
  g_autoptr(TambourChange) change = begin (member, "Edit");

  if (before == NULL)
    return;

  edit_fields (self, store, after);
  tambour_change_put (change, after);
  if (commit (self, member, change))
    tambour_ledger_note (self->ledger, member, before, after);
}

static void
link_to_world (Play          *self,
               TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_REF)
      {
        TambourRecordClass *target = tambour_kinds_find (klass->fields[i].target);

        g_set_str (&TAMBOUR_FIELD_AT (&klass->fields[i], record, TambourRef).id,
                   tambour_test_world_get (self->world, G_TYPE_FROM_CLASS (target))->id);
      }
}

static void
play_create (Play  *self,
             guint  member)
{
  TambourStore *store = tambour_test_team_get (self->team, member)->store;
  TambourRecord *like = g_ptr_array_index (self->records, g_rand_int_range (self->random, 0, self->records->len));
  g_autoptr(TambourRecord) record = tambour_test_record_new (G_OBJECT_TYPE (like), self->random);
  g_autoptr(TambourChange) change = begin (member, "Create");

  link_to_world (self, record);
  forget_purge (record);
  fill_contents (self, store, record);
  tambour_change_put (change, record);
  if (!commit (self, member, change))
    return;

  tambour_ledger_note (self->ledger, member, NULL, record);
  g_ptr_array_add (self->records, g_steal_pointer (&record));
}

static void
play_remove (Play  *self,
             guint  member)
{
  g_autoptr(TambourRecord) record = pick_record (self, member);
  g_autoptr(TambourChange) change = begin (member, "Remove");

  if (record == NULL)
    return;

  tambour_change_remove (change, record);
  if (commit (self, member, change))
    tambour_ledger_note (self->ledger, member, record, NULL);
}

/* It may fail, or be cut short: the next one goes on. */
static void
play_sync (Play  *self,
           guint  member)
{
  guint milliseconds = g_rand_int_range (self->random, 20, 160);

  if (self->step >= self->offline_until[member])
    tambour_test_team_glance (self->team, member, worker, milliseconds);
}

static void
play_step (Play *self)
{
  guint member = g_rand_int_range (self->random, 0, N_MEMBERS);
  guint what = g_rand_int_range (self->random, 0, 100);

  self->step++;
  if (what < 50)
    play_edit (self, member);
  else if (what < 56)
    play_create (self, member);
  else if (what < 62)
    play_remove (self, member);
  else if (what < 90)
    play_sync (self, member);
  else if (what < 95)
    tambour_test_team_restart (self->team, member);
  else
    self->offline_until[member] = self->step + g_rand_int_range (self->random, 1, STEPS_OF_A_ROUND);
}

static Play *
play_new (guint32 seed)
{
  Play *self = g_new0 (Play, 1);
  TambourStore *first;

  self->random = g_rand_new_with_seed (seed);
  self->team = tambour_test_team_new (couch, N_MEMBERS);
  self->ledger = tambour_ledger_new ();
  self->world = tambour_test_world_new (self->random);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);

  first = tambour_test_team_get (self->team, 0)->store;
  for (guint i = 0; i < self->world->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (self->world, i);

      forget_purge (record);
      fill_contents (self, first, record);
      if ((TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED) == 0)
        g_ptr_array_add (self->records, g_object_ref (record));
    }
  tambour_test_put_all (first, self->world);
  tambour_test_team_settle (self->team);

  return self;
}

static void
play_round (Play    *self,
            guint32  seed)
{
  double rate = g_rand_double_range (self->random, 0, 0.25);
  g_autofree char *plan = g_strdup_printf ("{'seed':%u,'rate':%.2f,'ms':20,'larger_than':%d}", seed, rate, LARGEST_RECORD);

  g_rand_set_seed (self->random, seed);
  tambour_test_couch_disturb (couch, plan);
  for (guint i = 0; i < STEPS_OF_A_ROUND; i++)
    play_step (self);

  memset (self->offline_until, 0, sizeof self->offline_until);
  tambour_test_team_settle (self->team);
  tambour_test_team_assert_equal (self->team);
  tambour_ledger_assert_kept (self->ledger, self->team);
}

static guint
get_n_rounds (void)
{
  const char *asked = g_getenv ("TAMBOUR_TEST_ROUNDS");

  return asked ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_ROUNDS;
}

static void
test_rounds (void)
{
  guint n_rounds = get_n_rounds ();
  g_autoptr(Play) play = NULL;

  for (guint i = 0; i < n_rounds; i++)
    {
      guint32 seed = g_test_rand_int ();

      if (i % ROUNDS_OF_A_TEAM == 0)
        {
          g_clear_pointer (&play, play_free);
          play = play_new (seed);
        }
      g_test_message ("round %u, seed %u", i, seed);
      play_round (play, seed);
      if ((i + 1) % ROUNDS_OF_A_TEAM == 0)
        tambour_test_team_assert_clean (play->team);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  worker = argv[1];
  couch = tambour_test_couch_new ();

  g_test_add_func ("/replicas/whatever-happens-all-end-equal-and-no-edit-is-lost", test_rounds);

  result = g_test_run ();
  tambour_test_couch_free (couch);

  return result;
}
