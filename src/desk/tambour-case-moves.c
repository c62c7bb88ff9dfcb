/* tambour-case-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-moves.h"

#include "tambour-case-file.h"
#include "tambour-lookup.h"
#include "tambour-move.h"
#include "tambour-people.h"

/* A move while it is made. */
typedef struct
{
  const TambourCaseMove *move;
  TambourStore          *store;
  TambourInstant         at;
  TambourChange         *change;
  TambourCase           *record;
} Making;

/* Makes the lines of a move, and changes the case. */
typedef gboolean (*MakeFunc) (Making  *self,
                              GError **error);

/**
 * tambour_case_move_free:
 * @self: a move
 */
void
tambour_case_move_free (TambourCaseMove *self)
{
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->ask, g_free);
  g_clear_pointer (&self->others, g_free);
  g_free (self);
}

/**
 * tambour_case_event_new:
 * @support_case: a case
 * @kind: what happened to it
 * @at: when, and when it is written down
 *
 * Returns: (transfer full): a line of its history, by one of us and for us alone
 */
TambourCaseEvent *
tambour_case_event_new (TambourCase      *support_case,
                        TambourEventKind  kind,
                        TambourInstant    at)
{
  TambourCaseEvent *event = TAMBOUR_CASE_EVENT (tambour_record_new (TAMBOUR_TYPE_CASE_EVENT, NULL));

  g_set_str (&TAMBOUR_RECORD (event)->account_id.id, TAMBOUR_RECORD (support_case)->account_id.id);
  TAMBOUR_RECORD (event)->visibility = TAMBOUR_VISIBILITY_INTERNAL;
  g_set_str (&event->case_id.id, TAMBOUR_RECORD (support_case)->id);
  event->at = at;
  event->recorded_at = at;
  event->actor = TAMBOUR_ACTOR_US;
  event->kind = kind;

  return event;
}

static void
put_event (Making           *self,
           TambourEventKind  kind,
           const char       *from,
           const char       *to,
           const char       *text)
{
  g_autoptr(TambourCaseEvent) event = tambour_case_event_new (self->record, kind, self->at);

  g_set_str (&event->from, from);
  g_set_str (&event->to, to);
  if (!tambour_move_is_blank (text))
    g_set_str (&event->text, text);
  tambour_change_put (self->change, TAMBOUR_RECORD (event));
}

static void
put_case (Making *self)
{
  tambour_change_put (self->change, TAMBOUR_RECORD (self->record));
}

static char *
dup_owner (Making *self)
{
  g_autoptr(TambourRecord) owner = NULL;

  if (self->record->owner_id.id != NULL)
    owner = tambour_move_get (self->store, TAMBOUR_TYPE_PERSON, self->record->owner_id.id, NULL);

  return owner ? tambour_record_dup_title (owner) : g_strdup (self->record->owner_name);
}

static gboolean
hand_over (Making  *self,
           GError **error)
{
  g_autoptr(TambourRecord) person = NULL;
  g_autofree char *before = dup_owner (self);
  g_autofree char *name = NULL;

  if (self->move->person_id == NULL)
    return tambour_move_refuse (error, _("Choose who gets the case."));
  if (g_strcmp0 (self->move->person_id, self->record->owner_id.id) == 0)
    return tambour_move_refuse (error, _("The case is theirs already."));
  if (tambour_move_is_blank (self->move->text))
    return tambour_move_refuse (error, _("Say what the next owner should know."));
  if (!(person = tambour_move_get (self->store, TAMBOUR_TYPE_PERSON, self->move->person_id, error)))
    return FALSE;

  name = tambour_record_dup_title (person);
  put_event (self, TAMBOUR_EVENT_KIND_HANDOVER_NOTE, self->move->by ? self->move->by : before, name, self->move->text);
  put_event (self, TAMBOUR_EVENT_KIND_OWNER, before, name, NULL);
  g_set_str (&self->record->owner_id.id, person->id);
  g_set_str (&self->record->owner_name, name);
  put_case (self);

  return TRUE;
}

static gboolean
mark_read (Making  *self,
           GError **error)
{
  put_event (self, TAMBOUR_EVENT_KIND_HANDOVER_READ, NULL, self->move->by, NULL);

  return TRUE;
}

static TambourCase *
find_case (Making      *self,
           const char  *name,
           GError     **error)
{
  return tambour_lookup_case (self->store, TAMBOUR_RECORD (self->record)->account_id.id, name, error);
}

/* Cases of somebody else have their own escalation: what is told of one customer is
 * not for another.
 */
static gboolean
find_others (Making             *self,
             TambourEscalation  *escalation,
             GError            **error)
{
  g_auto(GStrv) names = g_strsplit_set (self->move->others ? self->move->others : "", ",; \t\n", -1);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (known, g_strdup (self->move->case_id));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(TambourCase) other = NULL;

      if (*names[i] == '\0')
        continue;
      if (!(other = find_case (self, names[i], error)))
        return FALSE;
      if (g_strcmp0 (TAMBOUR_RECORD (other)->account_id.id, TAMBOUR_RECORD (self->record)->account_id.id) != 0)
        return tambour_move_refuse (error, _("An escalation joins cases of one account only."));
      if (g_hash_table_add (known, g_strdup (TAMBOUR_RECORD (other)->id)))
        g_strv_builder_add (ids, TAMBOUR_RECORD (other)->id);
    }

  g_clear_pointer (&escalation->other_case_ids, g_strfreev);
  escalation->other_case_ids = g_strv_builder_end (ids);

  return TRUE;
}

static gboolean
escalate (Making  *self,
          GError **error)
{
  g_autoptr(TambourEscalation) escalation = NULL;

  if (tambour_move_is_blank (self->move->to))
    return tambour_move_refuse (error, _("Say whom the case is escalated to."));
  if (tambour_move_is_blank (self->move->text))
    return tambour_move_refuse (error, _("Say why the case is escalated."));

  escalation = TAMBOUR_ESCALATION (tambour_record_new (TAMBOUR_TYPE_ESCALATION, NULL));
  if (!find_others (self, escalation, error))
    return FALSE;

  g_set_str (&TAMBOUR_RECORD (escalation)->account_id.id, TAMBOUR_RECORD (self->record)->account_id.id);
  g_set_str (&escalation->case_id.id, TAMBOUR_RECORD (self->record)->id);
  g_set_str (&escalation->title, self->record->title);
  g_set_str (&escalation->reason, self->move->text);
  g_set_str (&escalation->owner, self->move->to);
  g_set_str (&escalation->ask, self->move->ask);
  g_set_str (&escalation->declared_by, self->move->by);
  escalation->level = CLAMP (self->move->level, TAMBOUR_ESCALATION_FIRST, TAMBOUR_ESCALATION_LAST);
  escalation->declared_at = self->at;
  escalation->raised_by = TAMBOUR_RAISED_BY_TAM;
  tambour_change_put (self->change, TAMBOUR_RECORD (escalation));

  return TRUE;
}

/* The last one that is not over. */
static TambourEscalation *
find_escalation (Making  *self,
                 GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ESCALATION);
  g_autofree char *expression = g_strdup_printf ("(case_id = %s or other_case_ids ~ %s) and deescalated_at = \"\"",
                                                 self->move->case_id, self->move->case_id);
  g_autoptr(GPtrArray) found = NULL;

  if (TAMBOUR_RECORD (self->record)->account_id.id != NULL)
    tambour_query_account (query, TAMBOUR_RECORD (self->record)->account_id.id);
  if (!tambour_query_parse (query, expression, error) ||
      !tambour_query_order (query, "declared_at", TRUE, error))
    return NULL;

  tambour_query_limit (query, 1, 0);
  if (!(found = tambour_store_list (self->store, query, NULL, error)))
    return NULL;

  if (found->len == 0)
    {
      tambour_move_refuse (error, _("The case is not escalated any more."));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (found, 0));
}

static gboolean
acknowledge (Making  *self,
             GError **error)
{
  g_autoptr(TambourEscalation) escalation = find_escalation (self, error);

  if (escalation == NULL)
    return FALSE;

  escalation->acknowledged_at = self->at;
  tambour_change_put (self->change, TAMBOUR_RECORD (escalation));

  return TRUE;
}

static gboolean
deescalate (Making  *self,
            GError **error)
{
  g_autoptr(TambourEscalation) escalation = find_escalation (self, error);

  if (escalation == NULL)
    return FALSE;

  escalation->deescalated_at = self->at;
  if (!tambour_move_is_blank (self->move->text))
    g_set_str (&escalation->outcome, self->move->text);
  tambour_change_put (self->change, TAMBOUR_RECORD (escalation));

  return TRUE;
}

static const char *
nick_of (guint status)
{
  return tambour_choice_nick (TAMBOUR_TYPE_CASE_STATUS, status);
}

static gboolean
pause_case (Making  *self,
            GError **error)
{
  const char *before = nick_of (self->record->status);

  if (tambour_case_is_over (self->record))
    return tambour_move_refuse (error, _("The case is solved: nobody waits for the customer."));
  if (tambour_move_is_blank (self->move->text))
    return tambour_move_refuse (error, _("Say what the customer is waited for."));

  put_event (self, TAMBOUR_EVENT_KIND_PAUSED, before, nick_of (TAMBOUR_CASE_STATUS_WAITING_CUSTOMER), self->move->text);
  self->record->status = TAMBOUR_CASE_STATUS_WAITING_CUSTOMER;
  put_case (self);

  return TRUE;
}

static gboolean
resume_case (Making  *self,
             GError **error)
{
  put_event (self, TAMBOUR_EVENT_KIND_RESUMED, nick_of (self->record->status), nick_of (TAMBOUR_CASE_STATUS_OPEN), self->move->text);
  if (self->record->status == TAMBOUR_CASE_STATUS_WAITING_CUSTOMER)
    self->record->status = TAMBOUR_CASE_STATUS_OPEN;
  put_case (self);

  return TRUE;
}

static gboolean
promise (Making  *self,
         GError **error)
{
  g_autofree char *due = NULL;
  g_autofree char *before = NULL;

  if (!tambour_instant_is_stated (self->move->due))
    return tambour_move_refuse (error, _("Say until when the customer hears from us."));
  if (self->move->due.seconds <= self->at.seconds)
    return tambour_move_refuse (error, _("That time has passed already."));

  due = tambour_instant_dup_text (self->move->due);
  before = tambour_instant_is_stated (self->record->next_update_due) ? tambour_instant_dup_text (self->record->next_update_due) : NULL;
  put_event (self, TAMBOUR_EVENT_KIND_PROMISED, before, due, self->move->text);
  self->record->next_update_due = self->move->due;
  put_case (self);

  return TRUE;
}

static void
put_link (Making      *self,
          TambourCase *from,
          TambourCase *to)
{
  g_autoptr(TambourCaseEvent) event = tambour_case_event_new (from, TAMBOUR_EVENT_KIND_LINKED, self->at);

  g_set_str (&event->to, to->number);
  g_set_str (&event->other_id.id, TAMBOUR_RECORD (to)->id);
  if (!tambour_move_is_blank (self->move->text))
    g_set_str (&event->text, self->move->text);
  tambour_change_put (self->change, TAMBOUR_RECORD (event));
}

/* Each of them says it. */
static gboolean
link_case (Making  *self,
           GError **error)
{
  g_autoptr(TambourCase) other = NULL;

  if (tambour_move_is_blank (self->move->to))
    return tambour_move_refuse (error, _("Say which case it has to do with."));
  if (!(other = find_case (self, self->move->to, error)))
    return FALSE;
  if (g_str_equal (TAMBOUR_RECORD (other)->id, TAMBOUR_RECORD (self->record)->id))
    return tambour_move_refuse (error, _("That is this case itself."));

  put_link (self, self->record, other);
  put_link (self, other, self->record);

  return TRUE;
}

/* By the code that it begins with, or by its title. */
static TambourRecord *
find_issue (Making  *self,
            GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (self->move->to));
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr(TambourQuery) query = tambour_query_new (g_type_from_name ("TambourKnownIssue"));
  g_autoptr(GPtrArray) found = tambour_store_list (self->store, query, NULL, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TambourRecord *issue = g_ptr_array_index (found, i);
      g_autofree char *title = tambour_record_dup_title (issue);
      g_autofree char *own = g_utf8_casefold (title, -1);
      gsize length = strlen (folded);

      if (g_str_has_prefix (own, folded) && !g_ascii_isalnum (own[length]))
        return g_object_ref (issue);
    }

  if (found != NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("There is no known issue “%s” here."), name);

  return NULL;
}

static gboolean
set_known_issue (Making  *self,
                 GError **error)
{
  g_autoptr(TambourRecord) issue = NULL;
  g_autofree char *title = NULL;

  if (tambour_move_is_blank (self->move->to))
    return tambour_move_refuse (error, _("Say which known issue it is."));
  if (!(issue = find_issue (self, error)))
    return FALSE;

  title = tambour_record_dup_title (issue);
  put_event (self, TAMBOUR_EVENT_KIND_KNOWN_ISSUE, NULL, title, self->move->text);
  g_set_str (&self->record->known_issue_id.id, issue->id);
  put_case (self);

  return TRUE;
}

static gboolean
put_note (Making  *self,
          GError **error)
{
  if (tambour_move_is_blank (self->move->text))
    return tambour_move_refuse (error, _("Write what happened."));

  put_event (self, TAMBOUR_EVENT_KIND_INTERNAL_NOTE, NULL, NULL, self->move->text);

  return TRUE;
}

/* Of the account, by its title: several cases can have the same cause. */
static gboolean
find_cause (Making            *self,
            const char        *title,
            TambourRootCause **cause,
            GError           **error)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ROOT_CAUSE);
  g_autoptr(GPtrArray) found = NULL;

  if (TAMBOUR_RECORD (self->record)->account_id.id != NULL)
    tambour_query_account (query, TAMBOUR_RECORD (self->record)->account_id.id);
  if (!tambour_query_where (query, "title", TAMBOUR_CONTAINS, title, error) ||
      !(found = tambour_store_list (self->store, query, NULL, error)))
    return FALSE;

  for (guint i = 0; i < found->len && *cause == NULL; i++)
    {
      TambourRootCause *one = g_ptr_array_index (found, i);
      g_autofree char *own = g_utf8_casefold (one->title, -1);

      if (g_str_equal (own, folded))
        *cause = g_object_ref (one);
    }

  return TRUE;
}

/* What was said of a cause before stays, unless it is the case's own: that was shown
 * to whoever says it anew.
 */
static void
tell_cause (Making           *self,
            TambourRootCause *cause)
{
  gboolean is_own = g_strcmp0 (TAMBOUR_RECORD (cause)->id, self->record->root_cause_id.id) == 0;

  if (is_own || self->move->cause_class != TAMBOUR_CAUSE_CLASS_UNKNOWN)
    cause->cause_class = self->move->cause_class;
  if (is_own || !tambour_move_is_blank (self->move->text))
    g_set_str (&cause->fix, tambour_move_is_blank (self->move->text) ? NULL : self->move->text);
  tambour_change_put (self->change, TAMBOUR_RECORD (cause));
}

static char *
dup_cause (Making *self)
{
  g_autoptr(TambourRecord) cause = NULL;

  if (self->record->root_cause_id.id != NULL)
    cause = tambour_move_get (self->store, TAMBOUR_TYPE_ROOT_CAUSE, self->record->root_cause_id.id, NULL);

  return cause ? tambour_record_dup_title (cause) : NULL;
}

static gboolean
set_root_cause (Making  *self,
                GError **error)
{
  g_autofree char *title = g_strstrip (g_strdup (self->move->to ? self->move->to : ""));
  g_autofree char *before = dup_cause (self);
  g_autoptr(TambourRootCause) cause = NULL;

  if (*title == '\0')
    return tambour_move_refuse (error, _("Say what the case came from."));
  if (!find_cause (self, title, &cause, error))
    return FALSE;

  if (cause == NULL)
    {
      cause = TAMBOUR_ROOT_CAUSE (tambour_record_new (TAMBOUR_TYPE_ROOT_CAUSE, NULL));
      g_set_str (&TAMBOUR_RECORD (cause)->account_id.id, TAMBOUR_RECORD (self->record)->account_id.id);
      g_set_str (&cause->title, title);
    }

  tell_cause (self, cause);
  put_event (self, TAMBOUR_EVENT_KIND_ROOT_CAUSE, before, cause->title, self->move->text);
  g_set_str (&self->record->root_cause_id.id, TAMBOUR_RECORD (cause)->id);
  put_case (self);

  return TRUE;
}

/* A line of history stays: what is to be read instead is another one. */
static gboolean
edit_note (Making  *self,
           GError **error)
{
  g_autoptr(TambourCaseFile) file = tambour_case_file_load (self->store, self->move->case_id, NULL, self->at, NULL, error);
  TambourCaseEvent *note;

  if (file == NULL)
    return FALSE;

  note = file->handover.note;
  if (note == NULL || note->from == NULL || g_strcmp0 (note->from, self->move->by) != 0)
    return tambour_move_refuse (error, _("Only who wrote the note can change it."));
  if (tambour_instant_is_stated (file->handover.read_at))
    return tambour_move_refuse (error, _("The note has been read meanwhile: add an entry instead."));
  if (tambour_move_is_blank (self->move->text))
    return tambour_move_refuse (error, _("Say what the next owner should know."));

  put_event (self, TAMBOUR_EVENT_KIND_HANDOVER_NOTE, note->from, note->to, self->move->text);

  return TRUE;
}

static const MakeFunc makers[] = {
  [TAMBOUR_CASE_MOVE_HAND_OVER] = hand_over,
  [TAMBOUR_CASE_MOVE_READ] = mark_read,
  [TAMBOUR_CASE_MOVE_ESCALATE] = escalate,
  [TAMBOUR_CASE_MOVE_ACKNOWLEDGE] = acknowledge,
  [TAMBOUR_CASE_MOVE_DEESCALATE] = deescalate,
  [TAMBOUR_CASE_MOVE_PAUSE] = pause_case,
  [TAMBOUR_CASE_MOVE_RESUME] = resume_case,
  [TAMBOUR_CASE_MOVE_PROMISE] = promise,
  [TAMBOUR_CASE_MOVE_LINK] = link_case,
  [TAMBOUR_CASE_MOVE_KNOWN_ISSUE] = set_known_issue,
  [TAMBOUR_CASE_MOVE_NOTE] = put_note,
  [TAMBOUR_CASE_MOVE_ROOT_CAUSE] = set_root_cause,
  [TAMBOUR_CASE_MOVE_EDIT_NOTE] = edit_note,
};

/**
 * tambour_case_move_fill:
 * @self: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: where the records that change go
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for
 *   people, or another
 *
 * Reads the case as it is, and does that to it. Blocks: run it on a thread.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_case_move_fill (const TambourCaseMove  *self,
                        TambourStore           *store,
                        TambourInstant          at,
                        TambourChange          *change,
                        GError                **error)
{
  g_autoptr(TambourCase) record = tambour_move_get (store, TAMBOUR_TYPE_CASE, self->case_id, error);
  Making making = { self, store, at, change, record };

  return record != NULL && makers[self->kind] (&making, error);
}
