/* tambour-audit-page-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-announce.h"
#include "tambour-audit-page-private.h"
#include "tambour-audit-text.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"

/* Answers: they are seen at once, and written one after the other. */

static void write_next (TambourAuditPage *self);

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_audit_move_fill (data, store, now, change, error);
}

/**
 * tambour_audit_page_drop_waiting:
 * @self: a page of an audit
 */
void
tambour_audit_page_drop_waiting (TambourAuditPage *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) tambour_audit_move_free);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourAuditPage) self = user_data;
  g_autoptr(GError) error = NULL;

  self->is_writing = FALSE;
  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      tambour_feedback_fail (GTK_WIDGET (self), error);
      tambour_audit_page_drop_waiting (self);
    }

  if (g_queue_is_empty (&self->waiting))
    tambour_page_invalidate (TAMBOUR_PAGE (self));
  else
    write_next (self);
}

static void
write_next (TambourAuditPage *self)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  TambourAuditMove *move = g_queue_pop_head (&self->waiting);
  g_autoptr(TambourChange) change = NULL;

  if (move == NULL)
    return;

  self->is_writing = TRUE;
  change = tambour_portfolio_new_change (portfolio, _("Answer check"));
  tambour_fill_async (portfolio, change, fill_move, move, (GDestroyNotify) tambour_audit_move_free, NULL, written_cb, g_object_ref (self));
}

/* The counts of what was read follow what is seen. */
static void
recount (TambourAuditPage  *self,
         TambourAuditCheck *check,
         TambourAnswer      answer)
{
  TambourAuditPart *part = g_ptr_array_index (self->file->parts, check->section);
  TambourAuditEntry *entry = self->file->entry;

  self->file->counts[check->answer->answer]--;
  self->file->counts[answer]++;
  check->answer->answer = answer;

  part->n_answered = 0;
  part->worst = TAMBOUR_ANSWER_MET;
  for (guint i = part->first; i < part->first + part->n; i++)
    {
      const TambourAuditCheck *one = g_ptr_array_index (self->file->checks, i);

      part->n_answered += one->answer->answer != TAMBOUR_ANSWER_NOT_VERIFIED;
      if (one->answer->answer == TAMBOUR_ANSWER_GAP ||
          (one->answer->answer == TAMBOUR_ANSWER_PARTIAL && part->worst != TAMBOUR_ANSWER_GAP))
        part->worst = one->answer->answer;
    }

  entry->tally = (TambourAuditTally) { 0 };
  for (guint i = 0; i < entry->answers->len; i++)
    tambour_audit_tally_take (&entry->tally, g_ptr_array_index (entry->answers, i));
  entry->score = tambour_audit_tally_score (&entry->tally);
}

static TambourAuditCheck *
find_check (TambourAuditPage *self,
            const char       *answer_id)
{
  for (guint i = 0; i < self->file->checks->len; i++)
    {
      TambourAuditCheck *check = g_ptr_array_index (self->file->checks, i);

      if (g_strcmp0 (TAMBOUR_RECORD (check->answer)->id, answer_id) == 0)
        return check;
    }

  return NULL;
}

static void
show_answer (TambourAuditPage        *self,
             const TambourAuditCheck *check,
             TambourAnswer            answer)
{
  g_autoptr(TambourAuditItem) item = NULL;

  if (check->section == self->part &&
      (item = g_list_model_get_item (G_LIST_MODEL (self->items), check->number - 1)) != NULL)
    tambour_audit_item_set_answer (item, answer);

  tambour_audit_page_show_counts (self);
}

/**
 * tambour_audit_page_answer:
 * @self: a page of an audit
 * @answer_id: the id of one of its answers
 * @answer: what it says from now on
 */
void
tambour_audit_page_answer (TambourAuditPage *self,
                           const char       *answer_id,
                           TambourAnswer     answer)
{
  TambourAuditCheck *check = self->file ? find_check (self, answer_id) : NULL;
  TambourAuditMove *move;

  if (check == NULL || tambour_audit_page_is_fixed (self) || check->answer->answer == answer)
    return;

  move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_ANSWER, answer_id,
                                 tambour_portfolio_get_author (tambour_page_get_portfolio (TAMBOUR_PAGE (self))));
  move->answer = answer;
  g_queue_push_tail (&self->waiting, move);
  recount (self, check, answer);
  show_answer (self, check, answer);
  if (!self->is_writing)
    write_next (self);
}

/* --- keys ------------------------------------------------------------------ */

/* The next check, over the end of a section to the first of the next. */
static void
go_on (TambourAuditPage *self,
       guint             position)
{
  const TambourAuditPart *part = g_ptr_array_index (self->file->parts, self->part);

  if (position + 1 < part->n)
    tambour_audit_page_go (self, position + 1);
  else if (self->part + 1 < self->file->parts->len)
    {
      tambour_audit_page_show_part (self, self->part + 1, 0);
      tambour_audit_page_go (self, 0);
      tambour_announce (GTK_WIDGET (self->checks_view), gtk_label_get_text (self->part_label), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static gboolean
answer_key_cb (GtkWidget *widget,
               GVariant  *parameter,
               gpointer   user_data)
{
  TambourAuditPage *self = user_data;
  guint position = tambour_audit_page_get_here (self);
  g_autoptr(TambourAuditItem) item = NULL;

  if (self->file == NULL || tambour_audit_page_is_fixed (self) ||
      !(item = g_list_model_get_item (G_LIST_MODEL (self->items), position)))
    return GDK_EVENT_PROPAGATE;

  tambour_audit_page_answer (self, tambour_audit_item_get_id (item), g_variant_get_uint32 (parameter));
  if (g_variant_get_uint32 (parameter) != TAMBOUR_ANSWER_NOT_VERIFIED)
    go_on (self, position);

  return GDK_EVENT_STOP;
}

static const struct
{
  guint         key;
  guint         pad;
  TambourAnswer answer;
} keys[] = {
  { GDK_KEY_1, GDK_KEY_KP_1, TAMBOUR_ANSWER_MET },
  { GDK_KEY_2, GDK_KEY_KP_2, TAMBOUR_ANSWER_PARTIAL },
  { GDK_KEY_3, GDK_KEY_KP_3, TAMBOUR_ANSWER_GAP },
  { GDK_KEY_4, GDK_KEY_KP_4, TAMBOUR_ANSWER_NA },
  { GDK_KEY_0, GDK_KEY_Delete, TAMBOUR_ANSWER_NOT_VERIFIED },
};

static void
add_key (TambourAuditPage   *self,
         GtkEventController *controller,
         guint               key,
         TambourAnswer       answer)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (answer_key_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (answer));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/**
 * tambour_audit_page_add_keys:
 * @self: a page of an audit
 *
 * They answer only while the list of checks has the focus.
 */
void
tambour_audit_page_add_keys (TambourAuditPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      add_key (self, controller, keys[i].key, keys[i].answer);
      add_key (self, controller, keys[i].pad, keys[i].answer);
    }
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_e, 0), gtk_named_action_new ("audit.evidence-here")));
  gtk_widget_add_controller (GTK_WIDGET (self->checks_view), controller);
}
