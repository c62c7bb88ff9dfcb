/* audit-shots.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "audit-shots.h"
#include "tambour-audit-moves.h"

#define WHO "Mira Solberg"

static void
move_audit (TambourStore     *store,
            TambourInstant    now,
            TambourAuditMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new (WHO, "Audit");
  g_autoptr(GError) error = NULL;

  if (!tambour_audit_move_fill (move, store, now, change, &error) || !tambour_store_commit (store, change, &error))
    g_error ("%s", error->message);

  tambour_audit_move_free (move);
}

/* Returns: the one that failed, the first of the last section */
static char *
answer_checks (TambourStore   *store,
               TambourInstant  now,
               const char     *audit)
{
  static const TambourAnswer pattern[] = {
    TAMBOUR_ANSWER_MET, TAMBOUR_ANSWER_MET, TAMBOUR_ANSWER_MET, TAMBOUR_ANSWER_PARTIAL, TAMBOUR_ANSWER_MET, TAMBOUR_ANSWER_NA,
  };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = NULL;
  char *failed = NULL;

  if (!tambour_query_where (query, "audit_id", TAMBOUR_IS, audit, &error) || !(answers = tambour_store_list (store, query, NULL, &error)))
    g_error ("%s", error->message);

  for (guint i = 0; i + 3 < answers->len; i++)
    {
      const char *id = tambour_record_get_id (g_ptr_array_index (answers, i));
      TambourAuditMove *move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_ANSWER, id, WHO);

      move->answer = i + 5 == answers->len ? TAMBOUR_ANSWER_GAP : pattern[i % G_N_ELEMENTS (pattern)];
      if (move->answer == TAMBOUR_ANSWER_GAP)
        g_set_str (&failed, id);
      move_audit (store, now, move);
    }

  return failed;
}

/* A check that failed, with what shows it and what is to be done. */
static void
find_fault (TambourStore   *store,
            TambourInstant  now,
            const char     *answer)
{
  TambourAuditMove *said = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_COMMENT, answer, WHO);
  TambourAuditMove *raised = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_RAISE, NULL, WHO);

  said->text = g_strdup ("Fails at the call centre");
  said->evidence = g_strdup ("failover-test-12-nov.txt\n#4088");
  move_audit (store, now, said);
  raised->of = g_strdup (answer);
  raised->title = g_strdup ("One forwarder only");
  raised->text = g_strdup ("One forwarder serves the emergency call centre; the second was never racked. Test of 12 Nov: lookups stopped for 4 min.");
  raised->advice = g_strdup ("Rack the spare, add it to the address pool, test again.");
  raised->owner = g_strdup ("Nadia Okafor");
  raised->severity = TAMBOUR_SEVERITY_HIGH;
  raised->due = tambour_date_new (2026, 12, 18);
  move_audit (store, now, raised);
}

/**
 * audit_shots_begin:
 * @store: a demonstration
 * @now: the time that is "now"
 * @account: the id of an account
 * @checklist: the id of a checklist
 *
 * Returns: (transfer full): the id of an audit of which three checks are open
 */
char *
audit_shots_begin (TambourStore   *store,
                   TambourInstant  now,
                   const char     *account,
                   const char     *checklist)
{
  g_autofree char *id = tambour_id_new ();
  TambourAuditMove *move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_BEGIN, id, WHO);
  g_autofree char *failed = NULL;

  move->of = g_strdup (checklist);
  move->account_id = g_strdup (account);
  move->title = g_strdup ("Architecture Audit 2026");
  move_audit (store, now, move);
  failed = answer_checks (store, now, id);
  find_fault (store, now, failed);

  return g_steal_pointer (&id);
}
