/* tambour-conflict-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-conflict-draft.h"

#include "tambour-conflict-block.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-record-words.h"

/* What is written to settle a conflict and not saved yet is kept as what is typed in any
 * form: by the names of the fields, in the words of their rows.
 */

/* Before the name of a field: another value than what was typed is chosen. */
#define ASIDE "-"

static JsonObject *
pack (GPtrArray *blocks)
{
  JsonObject *fields = json_object_new ();

  for (guint i = 0; i < blocks->len; i++)
    {
      TambourConflictBlock *block = g_ptr_array_index (blocks, i);
      gboolean is_chosen = tambour_conflict_block_get_choice (block) == TAMBOUR_CONFLICT_OWN;
      g_autofree char *name = g_strconcat (is_chosen ? "" : ASIDE, tambour_conflict_block_get_field (block)->name, NULL);
      g_autofree char *typed = tambour_conflict_block_dup_draft (block);

      if (typed != NULL)
        json_object_set_string_member (fields, name, typed);
    }

  return fields;
}

/**
 * tambour_conflict_draft_keep:
 * @reading: what is shown
 * @portfolio: where that is
 * @blocks: (element-type TambourConflictBlock): where it is settled
 *
 * Keeps what is typed, and forgets what was, if nothing is any more.
 */
void
tambour_conflict_draft_keep (TambourConflictReading *reading,
                             TambourPortfolio       *portfolio,
                             GPtrArray              *blocks)
{
  const TambourConflictGroup *group = tambour_conflict_reading_get_group (reading);
  TambourRecord *record = group->record;
  TambourInstant now = tambour_portfolio_now (portfolio);
  g_autoptr(TambourDraft) draft = tambour_draft_new_conflict (TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id, record->account_id.id);

  draft->fields = pack (blocks);
  if (json_object_get_size (draft->fields) == 0)
    {
      tambour_conflict_draft_discard (reading, portfolio);
      return;
    }

  draft->title = tambour_record_words_title (record, group->others, now);
  draft->at = now;
  tambour_draft_keeper_keep (tambour_draft_keeper_get (portfolio), draft);
  g_clear_pointer (&reading->draft, tambour_draft_free);
  reading->draft = g_steal_pointer (&draft);
}

/**
 * tambour_conflict_draft_discard:
 * @reading: what is shown
 * @portfolio: where that is
 *
 * What was typed, if anything was, is saved or not wanted.
 */
void
tambour_conflict_draft_discard (TambourConflictReading *reading,
                                TambourPortfolio       *portfolio)
{
  if (reading->draft != NULL)
    tambour_draft_keeper_discard (tambour_draft_keeper_get (portfolio), reading->draft->key);
  g_clear_pointer (&reading->draft, tambour_draft_free);
}

/* What is in memory is newer than what the file says. */
static void
refresh (TambourConflictReading *reading,
         TambourPortfolio       *portfolio)
{
  g_autofree char *key = tambour_draft_dup_conflict_key (reading->record_id);
  gboolean is_known;
  TambourDraft *draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (portfolio), key, &is_known);

  if (!is_known)
    return;

  g_clear_pointer (&reading->draft, tambour_draft_free);
  reading->draft = draft;
}

static const char *
get_typed (JsonObject *fields,
           const char *name)
{
  return json_object_get_string_member_with_default (fields, name, NULL);
}

/**
 * tambour_conflict_draft_show:
 * @reading: what is shown
 * @portfolio: where that is
 * @blocks: (element-type TambourConflictBlock): where it is settled
 *
 * What was typed before and is not saved comes back.
 */
void
tambour_conflict_draft_show (TambourConflictReading *reading,
                             TambourPortfolio       *portfolio,
                             GPtrArray              *blocks)
{
  refresh (reading, portfolio);
  for (guint i = 0; reading->draft != NULL && i < blocks->len; i++)
    {
      TambourConflictBlock *block = g_ptr_array_index (blocks, i);
      const char *name = tambour_conflict_block_get_field (block)->name;
      g_autofree char *aside = g_strconcat (ASIDE, name, NULL);
      const char *chosen = get_typed (reading->draft->fields, name);
      const char *typed = chosen ? chosen : get_typed (reading->draft->fields, aside);

      if (typed != NULL)
        tambour_conflict_block_take_draft (block, typed, chosen != NULL);
    }
}

/* The rows of a form are those of a block: what was typed here can be typed there. */
static void
merge_into_form (TambourConflictReading *reading,
                 TambourDraft           *edit)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *typed;

  if (edit->fields == NULL)
    edit->fields = json_object_new ();
  json_object_iter_init (&iter, reading->draft->fields);
  while (json_object_iter_next (&iter, &name, &typed))
    {
      const char *plain = g_str_has_prefix (name, ASIDE) ? name + strlen (ASIDE) : name;

      if (!json_object_has_member (edit->fields, plain))
        json_object_set_member (edit->fields, plain, json_node_copy (typed));
    }
}

/* At once: what was said before is old. */
static void
say (GtkWidget  *asked_by,
     const char *message)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (asked_by);

  if (overlay != NULL)
    adw_toast_overlay_dismiss_all (overlay);
  tambour_feedback_say (asked_by, message);
}

/**
 * tambour_conflict_draft_hand_over:
 * @reading: whose record has no open conflicts any more
 * @portfolio: where that is
 * @asked_by: a widget in a window
 *
 * Somebody else has settled what this was typed for. It is not lost: the form of the
 * record opens with it.
 */
void
tambour_conflict_draft_hand_over (TambourConflictReading *reading,
                                  TambourPortfolio       *portfolio,
                                  GtkWidget              *asked_by)
{
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (portfolio);
  g_autoptr(TambourDraft) edit = NULL;
  g_autofree char *key = NULL;
  gboolean is_known;

  refresh (reading, portfolio);
  say (asked_by, _("Somebody has settled this meanwhile."));
  if (reading->draft == NULL)
    return;

  key = tambour_draft_dup_key (reading->draft->kind, reading->draft->id, NULL);
  edit = tambour_draft_keeper_dup (keeper, key, &is_known);
  if (!is_known)
    edit = g_steal_pointer (&reading->edit);
  if (edit == NULL)
    edit = tambour_draft_new (reading->draft->kind, reading->draft->id, NULL);
  g_set_str (&edit->title, reading->draft->title);
  edit->at = reading->draft->at;
  merge_into_form (reading, edit);

  tambour_draft_keeper_keep (keeper, edit);
  tambour_draft_keeper_discard (keeper, reading->draft->key);
  gtk_widget_activate_action (asked_by, "win.edit-record", "(ss)", edit->kind, edit->id);
}
