/* test-audits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "desk-portfolio.h"
#include "tambour-audit-file.h"
#include "tambour-audit-moves.h"
#include "tambour-audits.h"
#include "tambour-checks.h"

#define NOW  "2026-11-23T17:12:00Z"
#define NEXT "2027-05-23T17:12:00Z"

typedef struct
{
  DeskPortfolio *desk;
  char          *checklist;
} Fixture;

static void
fixture_free (Fixture *self)
{
  g_clear_pointer (&self->desk, desk_portfolio_free);
  g_clear_pointer (&self->checklist, g_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static char *
add_checklist (Fixture    *self,
               const char *name,
               const char *version)
{
  g_autoptr(TambourRecord) checklist = tambour_record_new (TAMBOUR_TYPE_AUDIT_TEMPLATE, NULL);

  desk_set (checklist, "name", name);
  desk_set (checklist, "version", version);
  desk_portfolio_put (self->desk, checklist);

  return g_strdup (checklist->id);
}

static void
add_item (Fixture    *self,
          const char *checklist,
          const char *key,
          const char *revision,
          const char *section,
          const char *severity,
          const char *position)
{
  g_autoptr(TambourRecord) item = tambour_record_new (TAMBOUR_TYPE_TEMPLATE_ITEM, NULL);

  desk_set (item, "template_id", checklist);
  desk_set (item, "item_key", key);
  desk_set (item, "revision", revision);
  desk_set (item, "section", section);
  desk_set (item, "text", key);
  desk_set (item, "severity", severity);
  desk_set (item, "position", position);
  desk_portfolio_put (self->desk, item);
}

/* Sections stand apart in it: what belongs together is shown together. */
static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->desk = desk_portfolio_new ();
  self->checklist = add_checklist (self, "Architecture", "6");
  add_item (self, self->checklist, "two-sites", "1", "Resolvers", "high", "1");
  add_item (self, self->checklist, "fallback", "1", "Resilience", "medium", "2");
  add_item (self, self->checklist, "restart", "1", "Resolvers", "low", "3");
  add_item (self, self->checklist, "clock", "1", "Resilience", "low", "4");

  return self;
}

static gboolean
move_at (Fixture           *self,
         TambourAuditMove  *move,
         const char        *at,
         GError           **error)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Audit");

  return tambour_audit_move_fill (move, self->desk->store, instant (at), change, error) &&
         tambour_store_commit (self->desk->store, change, error);
}

static void
do_move (Fixture          *self,
         TambourAuditMove *move)
{
  g_autoptr(GError) error = NULL;

  move_at (self, move, NOW, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture          *self,
                TambourAuditMove *move)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (move_at (self, move, NOW, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_nonnull (error->message);
}

static char *
begin (Fixture    *self,
       const char *checklist,
       const char *at)
{
  g_autofree char *id = tambour_id_new ();
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_BEGIN, id, "Mira");
  g_autoptr(GError) error = NULL;

  move->of = g_strdup (checklist);
  move->account_id = g_strdup (TAMBOUR_RECORD (self->desk->account)->id);
  move->title = g_strdup ("Architecture audit");
  move_at (self, move, at, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&id);
}

static TambourAuditFile *
load (Fixture    *self,
      const char *audit)
{
  g_autoptr(GError) error = NULL;
  TambourAuditFile *file = tambour_audit_file_load (self->desk->store, audit, instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static TambourAuditCheck *
check_of (TambourAuditFile *file,
          const char       *key)
{
  for (guint i = 0; i < file->checks->len; i++)
    {
      TambourAuditCheck *check = g_ptr_array_index (file->checks, i);

      if (g_str_equal (check->answer->item_key, key))
        return check;
    }

  g_assert_not_reached ();
}

static TambourAuditMove *
answer_move (Fixture       *self,
             const char    *audit,
             const char    *key,
             TambourAnswer  answer)
{
  g_autoptr(TambourAuditFile) file = load (self, audit);
  TambourAuditMove *move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_ANSWER, TAMBOUR_RECORD (check_of (file, key)->answer)->id, "Mira");

  move->answer = answer;

  return move;
}

static void
answer (Fixture       *self,
        const char    *audit,
        const char    *key,
        TambourAnswer  value)
{
  g_autoptr(TambourAuditMove) move = answer_move (self, audit, key, value);

  do_move (self, move);
}

static void
finish (Fixture    *self,
        const char *audit)
{
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_FINISH, audit, "Mira");

  do_move (self, move);
}

static char *
raise_finding (Fixture    *self,
               const char *audit,
               const char *key)
{
  g_autoptr(TambourAuditFile) file = load (self, audit);
  g_autofree char *id = tambour_id_new ();
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_RAISE, id, "Mira");

  move->of = g_strdup (TAMBOUR_RECORD (check_of (file, key)->answer)->id);
  move->title = g_strdup ("One forwarder only");
  move->advice = g_strdup ("Rack the spare.");
  move->owner = g_strdup ("Nadia Okafor");
  move->severity = TAMBOUR_SEVERITY_HIGH;
  move->due = tambour_date_new (2026, 12, 18);
  do_move (self, move);

  return g_steal_pointer (&id);
}

/* --- to begin -------------------------------------------------------------- */

static void
test_begin (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourAuditFile) file = load (self, id);
  const TambourAuditPart *resolvers = g_ptr_array_index (file->parts, 0);
  const TambourAuditPart *resilience = g_ptr_array_index (file->parts, 1);
  const char *keys[] = { "two-sites", "restart", "fallback", "clock" };

  g_assert_cmpuint (file->record->status, ==, TAMBOUR_AUDIT_STATUS_DRAFT);
  g_assert_cmpstr (file->record->auditor, ==, "Mira");
  g_assert_cmpuint (file->checks->len, ==, 4);
  g_assert_cmpuint (file->counts[TAMBOUR_ANSWER_NOT_VERIFIED], ==, 4);
  g_assert_true (isnan (file->entry->score));
  g_assert_cmpuint (file->parts->len, ==, 2);
  g_assert_cmpstr (resolvers->title, ==, "Resolvers");
  g_assert_cmpstr (resilience->title, ==, "Resilience");
  g_assert_cmpuint (resilience->first, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (file->checks, i);

      g_assert_cmpstr (check->answer->item_key, ==, keys[i]);
      g_assert_cmpuint (check->number, ==, i % 2 + 1);
      g_assert_cmpstr (check->item->text, ==, keys[i]);
    }
}

static void
test_empty_checklist (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *empty = add_checklist (self, "Empty", "1");
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_BEGIN, NULL, "Mira");

  move->of = g_strdup (empty);
  move->account_id = g_strdup (TAMBOUR_RECORD (self->desk->account)->id);
  assert_refused (self, move);
}

/* --- the score ------------------------------------------------------------- */

static void
test_score (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourAuditFile) file = NULL;
  const TambourAuditPart *resilience;

  answer (self, id, "two-sites", TAMBOUR_ANSWER_MET);
  answer (self, id, "fallback", TAMBOUR_ANSWER_PARTIAL);
  answer (self, id, "restart", TAMBOUR_ANSWER_GAP);
  file = load (self, id);
  resilience = g_ptr_array_index (file->parts, 1);

  /* (5 × 1 + 3 × 0.5 + 1 × 0) / (5 + 3 + 1) */
  g_assert_cmpfloat_with_epsilon (file->entry->score, 6.5 / 9 * 100, 1e-9);
  g_assert_cmpint (file->entry->tally.verified, ==, 3);
  g_assert_cmpint (file->entry->tally.applicable, ==, 4);
  g_assert_cmpuint (resilience->n_answered, ==, 1);
  g_assert_cmpuint (resilience->worst, ==, TAMBOUR_ANSWER_PARTIAL);
  g_assert_cmpstr (check_of (file, "fallback")->answer->answered_by, ==, "Mira");
}

/* Counted by hundredths in whole numbers, over what the store says itself. */
static double
count_again (Fixture    *self,
             const char *audit)
{
  static const int weights[] = { 1, 3, 5 };
  static const int parts[] = { -1, 100, 50, 0, -1, -1 };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = tambour_store_list (self->desk->store, query, NULL, &error);
  int sum = 0, all = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < answers->len; i++)
    {
      TambourAuditAnswer *one = g_ptr_array_index (answers, i);

      if (!g_str_equal (one->audit_id.id, audit) || parts[one->answer] < 0)
        continue;
      sum += weights[one->severity] * parts[one->answer];
      all += weights[one->severity];
    }

  return all > 0 ? (double) sum / all : NAN;
}

static void
test_score_agrees (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  const char *keys[] = { "two-sites", "restart", "fallback", "clock" };

  for (guint n = 0; n < 60; n++)
    {
      g_autoptr(TambourAuditFile) file = NULL;

      answer (self, id, keys[n % 4], g_test_rand_int_range (0, TAMBOUR_N_ANSWERS));
      file = load (self, id);
      if (isnan (count_again (self, id)))
        g_assert_true (isnan (file->entry->score));
      else
        g_assert_cmpfloat_with_epsilon (file->entry->score, count_again (self, id), 1e-9);
    }
}

/* Of version 7 one question is new, one was asked anew, and one is gone. */
static void
test_change (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *version7 = add_checklist (self, "Architecture", "7");
  g_autofree char *other = add_checklist (self, "Exercises", "1");
  g_autofree char *first = begin (self, self->checklist, NOW);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr(TambourAuditFile) file = NULL;

  add_item (self, version7, "two-sites", "1", "Resolvers", "high", "1");
  add_item (self, version7, "fallback", "2", "Resilience", "medium", "2");
  add_item (self, version7, "clock", "1", "Resilience", "low", "3");
  add_item (self, version7, "new", "1", "Resilience", "high", "4");
  add_item (self, other, "two-sites", "1", "Resolvers", "high", "1");
  answer (self, first, "two-sites", TAMBOUR_ANSWER_PARTIAL);
  answer (self, first, "fallback", TAMBOUR_ANSWER_MET);
  answer (self, first, "restart", TAMBOUR_ANSWER_MET);
  answer (self, first, "clock", TAMBOUR_ANSWER_MET);
  finish (self, first);
  third = begin (self, other, "2026-12-01T12:00:00Z");
  answer (self, third, "two-sites", TAMBOUR_ANSWER_GAP);
  finish (self, third);
  second = begin (self, version7, NEXT);
  answer (self, second, "two-sites", TAMBOUR_ANSWER_MET);
  answer (self, second, "fallback", TAMBOUR_ANSWER_GAP);
  answer (self, second, "clock", TAMBOUR_ANSWER_GAP);
  answer (self, second, "new", TAMBOUR_ANSWER_GAP);
  file = load (self, second);

  /* two-sites and clock are in both: 5/6 now, 3.5/6 then; the exercises are another checklist. */
  g_assert_cmpuint (file->series->len, ==, 2);
  g_assert_cmpstr (TAMBOUR_RECORD (file->entry->before->audit)->id, ==, first);
  g_assert_cmpfloat_with_epsilon (file->entry->change, (5. - 3.5) / 6 * 100, 1e-9);
}

/* --- frozen ---------------------------------------------------------------- */

static void
test_frozen (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourAuditMove) late = answer_move (self, id, "clock", TAMBOUR_ANSWER_MET);
  g_autoptr(TambourAuditMove) again = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_FINISH, id, "Mira");
  g_autoptr(TambourAuditFile) file = NULL;
  g_autofree char *hash = NULL;
  g_autoptr(GError) error = NULL;
  TambourAuditAnswer *edited;

  answer (self, id, "two-sites", TAMBOUR_ANSWER_MET);
  finish (self, id);
  file = load (self, id);
  hash = tambour_audit_dup_hash (file->entry->answers);
  g_assert_cmpuint (file->record->status, ==, TAMBOUR_AUDIT_STATUS_FINAL);
  g_assert_cmpstr (file->record->hash, ==, hash);

  assert_refused (self, late);
  late->kind = TAMBOUR_AUDIT_MOVE_COMMENT;
  assert_refused (self, late);
  late->kind = TAMBOUR_AUDIT_MOVE_EVIDENCE;
  assert_refused (self, late);
  assert_refused (self, again);

  /* Nor by way of the form of a record. */
  edited = check_of (file, "clock")->answer;
  edited->answer = TAMBOUR_ANSWER_MET;
  g_assert_false (tambour_checks_run (self->desk->store, TAMBOUR_RECORD (edited), &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tambour_checks_run (self->desk->store, TAMBOUR_RECORD (file->record), &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static void
test_hash_tells (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourAuditFile) file = load (self, id);
  g_autofree char *before = tambour_audit_dup_hash (file->entry->answers);
  TambourAuditAnswer *one = check_of (file, "clock")->answer;
  g_autofree char *commented = NULL;
  g_autofree char *answered = NULL;

  g_set_str (&one->comment, "Looked at");
  commented = tambour_audit_dup_hash (file->entry->answers);
  one->answer = TAMBOUR_ANSWER_MET;
  answered = tambour_audit_dup_hash (file->entry->answers);
  g_assert_cmpstr (before, !=, commented);
  g_assert_cmpstr (commented, !=, answered);
}

/* --- findings -------------------------------------------------------------- */

static void
test_finding (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autofree char *finding = NULL;
  g_autoptr(TambourAuditMove) move = NULL;
  g_autoptr(TambourAuditFile) file = NULL;
  const TambourAuditCheck *check;

  answer (self, id, "two-sites", TAMBOUR_ANSWER_GAP);
  finding = raise_finding (self, id, "two-sites");
  finish (self, id);
  move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_PLAN, finding, "Mira");
  do_move (self, move);
  file = load (self, id);
  check = check_of (file, "two-sites");

  g_assert_cmpuint (file->findings->len, ==, 1);
  g_assert_cmpuint (check->finding->status, ==, TAMBOUR_FINDING_STATUS_PLANNED);
  g_assert_cmpuint (check->finding->remedy, ==, TAMBOUR_REMEDY_ACTION);
  g_assert_cmpstr (check->finding->section, ==, "Resolvers");
  g_assert_cmpstr (check->action->title, ==, "Rack the spare.");
  g_assert_cmpstr (check->action->owner, ==, "Nadia Okafor");
  g_assert_cmpuint (check->action->due.julian, ==, tambour_date_new (2026, 12, 18).julian);
  assert_refused (self, move);
}

static void
test_finding_needs_a_fault (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourAuditFile) file = load (self, id);
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_RAISE, NULL, "Mira");

  move->of = g_strdup (TAMBOUR_RECORD (check_of (file, "clock")->answer)->id);
  move->title = g_strdup ("Nothing");
  assert_refused (self, move);
  answer (self, id, "clock", TAMBOUR_ANSWER_PARTIAL);
  g_set_str (&move->title, "  ");
  assert_refused (self, move);
  g_set_str (&move->title, "No clock");
  do_move (self, move);
}

static void
test_accepted (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autofree char *finding = NULL;
  g_autoptr(TambourAuditMove) move = NULL;
  g_autoptr(TambourAuditFile) file = NULL;
  TambourFinding *found;

  answer (self, id, "two-sites", TAMBOUR_ANSWER_GAP);
  finding = raise_finding (self, id, "two-sites");
  move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_ACCEPT, finding, "Mira");
  assert_refused (self, move);
  move->owner = g_strdup ("Nadia Okafor");
  assert_refused (self, move);
  move->due = tambour_date_new (2026, 11, 1);
  assert_refused (self, move);
  move->due = tambour_date_new (2027, 11, 1);
  do_move (self, move);
  file = load (self, id);
  found = g_ptr_array_index (file->findings, 0);

  g_assert_cmpuint (found->status, ==, TAMBOUR_FINDING_STATUS_ACCEPTED);
  g_assert_cmpstr (found->accepted_by, ==, "Nadia Okafor");
  g_assert_cmpuint (found->accepted_until.julian, ==, tambour_date_new (2027, 11, 1).julian);
}

/* --- undo ------------------------------------------------------------------ */

static void
undo_last (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  gint64 by;

  tambour_store_undo (self->desk->store, tambour_store_last_change (self->desk->store), "Mira", &by, &error);
  g_assert_no_error (error);
}

static void
test_undo (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourAuditFile) open = NULL;
  g_autoptr(TambourAudits) audits = NULL;
  g_autoptr(GError) error = NULL;

  answer (self, id, "two-sites", TAMBOUR_ANSWER_GAP);
  finish (self, id);
  undo_last (self);
  open = load (self, id);
  g_assert_cmpuint (open->record->status, ==, TAMBOUR_AUDIT_STATUS_DRAFT);
  g_assert_null (open->record->hash);
  answer (self, id, "clock", TAMBOUR_ANSWER_MET);
  undo_last (self);
  g_clear_pointer (&open, tambour_audit_file_free);
  open = load (self, id);
  g_assert_cmpuint (check_of (open, "clock")->answer->answer, ==, TAMBOUR_ANSWER_NOT_VERIFIED);
}

/* All that a beginning made goes with it. */
static void
test_undo_begin (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autofree char *id = begin (self, self->checklist, NOW);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAudits) audits = NULL;

  g_assert_cmpint (tambour_store_count (self->desk->store, query, &error), ==, 4);
  undo_last (self);
  g_assert_cmpint (tambour_store_count (self->desk->store, query, &error), ==, 0);
  g_assert_no_error (error);
  audits = tambour_audits_load (self->desk->store, TAMBOUR_RECORD (self->desk->account)->id, instant (NOW), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (audits->entries->len, ==, 0);
  g_assert_cmpuint (audits->checklists->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audits/one-begins-with-an-answer-per-question", test_begin);
  g_test_add_func ("/audits/a-checklist-without-questions-begins-none", test_empty_checklist);
  g_test_add_func ("/audits/the-score-is-as-by-hand", test_score);
  g_test_add_func ("/audits/the-score-is-as-counted-otherwise", test_score_agrees);
  g_test_add_func ("/audits/a-change-is-over-common-questions-only", test_change);
  g_test_add_func ("/audits/what-is-finished-stays", test_frozen);
  g_test_add_func ("/audits/the-hash-tells-of-a-change", test_hash_tells);
  g_test_add_func ("/audits/a-finding-becomes-an-action", test_finding);
  g_test_add_func ("/audits/a-finding-needs-a-fault", test_finding_needs_a_fault);
  g_test_add_func ("/audits/a-risk-is-accepted-by-somebody-until-a-day", test_accepted);
  g_test_add_func ("/audits/finishing-and-answering-are-undone", test_undo);
  g_test_add_func ("/audits/a-beginning-is-undone-whole", test_undo_begin);

  return g_test_run ();
}
