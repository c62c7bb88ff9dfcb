/* tambour-audit-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-moves.h"

#include "tambour-account-reading.h"
#include "tambour-engagement.h"
#include "tambour-move.h"

/* A move while it is made. */
typedef struct
{
  const TambourAuditMove *move;
  TambourStore           *store;
  TambourInstant          at;
  TambourChange          *change;
} Making;

/**
 * tambour_audit_move_new:
 * @kind: what is done
 * @id: the id of the record that it is about, or of the one that begins
 * @by: (nullable): the name of who does it
 *
 * Returns: (transfer full): a move
 */
TambourAuditMove *
tambour_audit_move_new (TambourAuditMoveKind  kind,
                        const char           *id,
                        const char           *by)
{
  TambourAuditMove *self = g_new0 (TambourAuditMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->by = g_strdup (by);

  return self;
}

/**
 * tambour_audit_move_free:
 * @self: (transfer full): a move
 */
void
tambour_audit_move_free (TambourAuditMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->of, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->evidence, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->advice, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_free (self);
}

/* Days of an audit are those of the customer. */
static gboolean
find_today (Making       *self,
            const char   *account_id,
            TambourDate  *today,
            GError      **error)
{
  const TambourAccountReading reading = { self->store, NULL, account_id, self->at };

  return tambour_account_reading_today (&reading, today, error);
}

/* --- to begin -------------------------------------------------------------- */

static void
put_answer (Making              *self,
            TambourAudit        *audit,
            TambourTemplateItem *item)
{
  g_autoptr(TambourAuditAnswer) answer = TAMBOUR_AUDIT_ANSWER (tambour_record_new (TAMBOUR_TYPE_AUDIT_ANSWER, NULL));

  g_set_str (&TAMBOUR_RECORD (answer)->account_id.id, TAMBOUR_RECORD (audit)->account_id.id);
  g_set_str (&answer->audit_id.id, TAMBOUR_RECORD (audit)->id);
  g_set_str (&answer->item_id.id, TAMBOUR_RECORD (item)->id);
  g_set_str (&answer->item_key, item->item_key);
  g_set_str (&answer->section, item->section);
  answer->revision = item->revision;
  answer->severity = item->severity;
  answer->answer = TAMBOUR_ANSWER_NOT_VERIFIED;
  tambour_change_put (self->change, TAMBOUR_RECORD (answer));
}

static GPtrArray *
list_items (Making  *self,
            GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_TEMPLATE_ITEM);
  g_autoptr(GPtrArray) items = NULL;

  if (!tambour_query_where (query, "template_id", TAMBOUR_IS, self->move->of, error) ||
      !tambour_query_order (query, "position", FALSE, error) ||
      !(items = tambour_store_list (self->store, query, NULL, error)))
    return NULL;

  if (items->len > 0)
    return g_steal_pointer (&items);

  tambour_move_refuse (error, _("This checklist has no questions yet."));

  return NULL;
}

static gboolean
begin (Making  *self,
       GError **error)
{
  g_autoptr(TambourAudit) audit = TAMBOUR_AUDIT (tambour_record_new (TAMBOUR_TYPE_AUDIT, self->move->id));
  g_autoptr(TambourAuditTemplate) checklist = tambour_move_get (self->store, TAMBOUR_TYPE_AUDIT_TEMPLATE, self->move->of, error);
  g_autoptr(GPtrArray) items = checklist ? list_items (self, error) : NULL;

  if (items == NULL || !find_today (self, self->move->account_id, &audit->on, error))
    return FALSE;

  g_set_str (&TAMBOUR_RECORD (audit)->account_id.id, self->move->account_id);
  tambour_move_set_text (&audit->title, self->move->title);
  if (audit->title == NULL)
    g_set_str (&audit->title, checklist->name);
  g_set_str (&audit->template_id.id, self->move->of);
  g_set_str (&audit->auditor, self->move->by);
  audit->status = TAMBOUR_AUDIT_STATUS_DRAFT;
  tambour_change_put (self->change, TAMBOUR_RECORD (audit));
  for (guint i = 0; i < items->len; i++)
    put_answer (self, audit, g_ptr_array_index (items, i));

  return TRUE;
}

/* --- answers --------------------------------------------------------------- */

/* What is finished stays as it was signed. */
static TambourAuditAnswer *
open_answer (Making  *self,
             GError **error)
{
  g_autoptr(TambourAuditAnswer) answer = tambour_move_get (self->store, TAMBOUR_TYPE_AUDIT_ANSWER, self->move->id, error);
  g_autoptr(TambourAudit) audit = answer ? tambour_move_get (self->store, TAMBOUR_TYPE_AUDIT, answer->audit_id.id, error) : NULL;

  if (audit == NULL)
    return NULL;

  if (audit->status != TAMBOUR_AUDIT_STATUS_FINAL)
    return g_steal_pointer (&answer);

  tambour_move_refuse (error, _("This audit is finished, and its answers stay as they are. Begin a new audit to answer anew."));

  return NULL;
}

static gboolean
change_answer (Making  *self,
               GError **error)
{
  g_autoptr(TambourAuditAnswer) answer = open_answer (self, error);

  if (answer == NULL)
    return FALSE;

  switch (self->move->kind)
    {
    case TAMBOUR_AUDIT_MOVE_ANSWER:
      answer->answer = self->move->answer;
      break;
    case TAMBOUR_AUDIT_MOVE_COMMENT:
      tambour_move_set_text (&answer->comment, self->move->text);
      tambour_move_set_text (&answer->evidence, self->move->evidence);
      break;
    case TAMBOUR_AUDIT_MOVE_EVIDENCE:
      tambour_move_set_text (&answer->evidence, self->move->evidence);
      break;
    case TAMBOUR_AUDIT_MOVE_BEGIN:
    case TAMBOUR_AUDIT_MOVE_RAISE:
    case TAMBOUR_AUDIT_MOVE_EDIT:
    case TAMBOUR_AUDIT_MOVE_RATE:
    case TAMBOUR_AUDIT_MOVE_PLAN:
    case TAMBOUR_AUDIT_MOVE_ACCEPT:
    case TAMBOUR_AUDIT_MOVE_FINISH:
      g_assert_not_reached ();
    }

  g_set_str (&answer->answered_by, answer->answer == TAMBOUR_ANSWER_NOT_VERIFIED ? NULL : self->move->by);
  answer->answered_at = self->at;
  if (answer->answer == TAMBOUR_ANSWER_NOT_VERIFIED)
    answer->answered_at.seconds = TAMBOUR_NEVER;
  tambour_change_put (self->change, TAMBOUR_RECORD (answer));

  return TRUE;
}

/* --- findings -------------------------------------------------------------- */

static gboolean
put_words (Making          *self,
           TambourFinding  *finding,
           GError         **error)
{
  tambour_move_set_text (&finding->title, self->move->title);
  if (finding->title == NULL)
    return tambour_move_refuse (error, _("Say in a few words what was found."));

  tambour_move_set_text (&finding->text, self->move->text);
  tambour_move_set_text (&finding->advice, self->move->advice);
  tambour_move_set_text (&finding->owner, self->move->owner);
  finding->severity = self->move->severity;
  finding->due = self->move->due;
  tambour_change_put (self->change, TAMBOUR_RECORD (finding));

  return TRUE;
}

static gboolean
raise_finding (Making  *self,
               GError **error)
{
  g_autoptr(TambourAuditAnswer) answer = tambour_move_get (self->store, TAMBOUR_TYPE_AUDIT_ANSWER, self->move->of, error);
  g_autoptr(TambourFinding) finding = TAMBOUR_FINDING (tambour_record_new (TAMBOUR_TYPE_FINDING, self->move->id));

  if (answer == NULL)
    return FALSE;
  if (answer->answer != TAMBOUR_ANSWER_GAP && answer->answer != TAMBOUR_ANSWER_PARTIAL)
    return tambour_move_refuse (error, _("Only a check that failed, or passed in part, has a finding."));
  if (!find_today (self, TAMBOUR_RECORD (answer)->account_id.id, &finding->raised_on, error))
    return FALSE;

  g_set_str (&TAMBOUR_RECORD (finding)->account_id.id, TAMBOUR_RECORD (answer)->account_id.id);
  g_set_str (&finding->audit_id.id, answer->audit_id.id);
  g_set_str (&finding->answer_id.id, TAMBOUR_RECORD (answer)->id);
  g_set_str (&finding->section, answer->section);
  finding->status = TAMBOUR_FINDING_STATUS_OPEN;

  return put_words (self, finding, error);
}

static gboolean
plan (Making          *self,
      TambourFinding  *finding,
      GError         **error)
{
  g_autoptr(TambourActionItem) action = TAMBOUR_ACTION_ITEM (tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL));

  if (finding->remedy == TAMBOUR_REMEDY_ACTION && finding->status == TAMBOUR_FINDING_STATUS_PLANNED)
    return tambour_move_refuse (error, _("There is an action for this finding already."));

  g_set_str (&TAMBOUR_RECORD (action)->account_id.id, TAMBOUR_RECORD (finding)->account_id.id);
  tambour_move_set_text (&action->title, finding->advice ? finding->advice : finding->title);
  g_set_str (&action->owner, finding->owner);
  g_set_str (&action->finding_id.id, TAMBOUR_RECORD (finding)->id);
  action->side = TAMBOUR_SIDE_CUSTOMER;
  action->due = finding->due;
  action->status = TAMBOUR_ACTION_STATUS_OPEN;
  finding->remedy = TAMBOUR_REMEDY_ACTION;
  finding->status = TAMBOUR_FINDING_STATUS_PLANNED;
  tambour_change_put (self->change, TAMBOUR_RECORD (finding));
  tambour_change_put (self->change, TAMBOUR_RECORD (action));

  return TRUE;
}

static gboolean
accept_risk (Making          *self,
             TambourFinding  *finding,
             GError         **error)
{
  TambourDate today;

  tambour_move_set_text (&finding->accepted_by, self->move->owner);
  if (finding->accepted_by == NULL)
    return tambour_move_refuse (error, _("Say who accepts the risk."));
  if (!tambour_date_is_stated (self->move->due))
    return tambour_move_refuse (error, _("Say until when the risk is accepted."));
  if (!find_today (self, TAMBOUR_RECORD (finding)->account_id.id, &today, error))
    return FALSE;
  if (self->move->due.julian < today.julian)
    return tambour_move_refuse (error, _("The risk is accepted until a day that is still to come."));

  finding->accepted_until = self->move->due;
  finding->remedy = TAMBOUR_REMEDY_ACCEPT;
  finding->status = TAMBOUR_FINDING_STATUS_ACCEPTED;
  tambour_change_put (self->change, TAMBOUR_RECORD (finding));

  return TRUE;
}

static gboolean
change_finding (Making  *self,
                GError **error)
{
  g_autoptr(TambourFinding) finding = tambour_move_get (self->store, TAMBOUR_TYPE_FINDING, self->move->id, error);

  if (finding == NULL)
    return FALSE;

  if (self->move->kind == TAMBOUR_AUDIT_MOVE_EDIT)
    return put_words (self, finding, error);
  if (self->move->kind == TAMBOUR_AUDIT_MOVE_PLAN)
    return plan (self, finding, error);
  if (self->move->kind == TAMBOUR_AUDIT_MOVE_ACCEPT)
    return accept_risk (self, finding, error);

  finding->severity = self->move->severity;
  tambour_change_put (self->change, TAMBOUR_RECORD (finding));

  return TRUE;
}

/* --- to finish ------------------------------------------------------------- */

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const TambourAuditAnswer *first = *(const TambourAuditAnswer * const *) a;
  const TambourAuditAnswer *second = *(const TambourAuditAnswer * const *) b;
  int order = g_strcmp0 (first->item_key, second->item_key);

  return order ? order : g_strcmp0 (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

/**
 * tambour_audit_dup_hash:
 * @answers: (element-type TambourAuditAnswer): the answers of an audit
 *
 * Returns: (transfer full): what tells whether one of them was changed: the SHA-256
 *   of what all of them say
 */
char *
tambour_audit_dup_hash (GPtrArray *answers)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr(GEnumClass) words = g_type_class_ref (TAMBOUR_TYPE_ANSWER);

  g_ptr_array_extend (sorted, answers, NULL, NULL);
  g_ptr_array_sort (sorted, compare_answers);
  for (guint i = 0; i < sorted->len; i++)
    {
      TambourAuditAnswer *answer = g_ptr_array_index (sorted, i);
      GEnumValue *value = g_enum_get_value (words, (int) answer->answer);
      g_autofree char *line = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n%" G_GINT64_FORMAT "\n",
                                               answer->item_key ? answer->item_key : "", answer->revision,
                                               value ? value->value_nick : "", answer->comment ? answer->comment : "",
                                               answer->evidence ? answer->evidence : "",
                                               answer->answered_by ? answer->answered_by : "", answer->answered_at.seconds);

      g_checksum_update (sum, (const guchar *) line, -1);
    }

  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
finish (Making  *self,
        GError **error)
{
  g_autoptr(TambourAudit) audit = tambour_move_get (self->store, TAMBOUR_TYPE_AUDIT, self->move->id, error);
  g_autoptr(GPtrArray) answers = NULL;
  g_autofree char *hash = NULL;

  if (audit == NULL)
    return FALSE;
  if (audit->status == TAMBOUR_AUDIT_STATUS_FINAL)
    return tambour_move_refuse (error, _("This audit is finished already."));
  if (!(answers = tambour_move_list (self->store, TAMBOUR_TYPE_AUDIT_ANSWER, "audit_id", self->move->id, error)))
    return FALSE;

  hash = tambour_audit_dup_hash (answers);
  g_set_str (&audit->hash, hash);
  audit->status = TAMBOUR_AUDIT_STATUS_FINAL;
  tambour_change_put (self->change, TAMBOUR_RECORD (audit));

  return TRUE;
}

/**
 * tambour_audit_move_fill:
 * @self: what is done
 * @store: a store
 * @at: when
 * @change: where to put it
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for
 *   people, or another
 *
 * Reads the records anew. Blocks.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_audit_move_fill (const TambourAuditMove  *self,
                         TambourStore            *store,
                         TambourInstant           at,
                         TambourChange           *change,
                         GError                 **error)
{
  Making making = { self, store, at, change };

  switch (self->kind)
    {
    case TAMBOUR_AUDIT_MOVE_BEGIN:
      return begin (&making, error);
    case TAMBOUR_AUDIT_MOVE_ANSWER:
    case TAMBOUR_AUDIT_MOVE_EVIDENCE:
    case TAMBOUR_AUDIT_MOVE_COMMENT:
      return change_answer (&making, error);
    case TAMBOUR_AUDIT_MOVE_RAISE:
      return raise_finding (&making, error);
    case TAMBOUR_AUDIT_MOVE_EDIT:
    case TAMBOUR_AUDIT_MOVE_RATE:
    case TAMBOUR_AUDIT_MOVE_PLAN:
    case TAMBOUR_AUDIT_MOVE_ACCEPT:
      return change_finding (&making, error);
    case TAMBOUR_AUDIT_MOVE_FINISH:
      return finish (&making, error);
    }

  g_return_val_if_reached (FALSE);
}
