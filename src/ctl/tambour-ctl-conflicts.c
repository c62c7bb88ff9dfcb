/* tambour-ctl-conflicts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-conflicts.h"
#include "tambour-ctl.h"
#include "tambour-record-json.h"

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_part (TambourCtl                 *ctl,
            const TambourConflictGroup *group,
            const TambourConflictPart  *part)
{
  TambourConflict *conflict = part->conflict;
  g_autoptr(JsonNode) packed = tambour_record_pack (TAMBOUR_RECORD (conflict));
  g_autofree char *title = tambour_record_dup_title (group->record);
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s", TAMBOUR_RECORD (conflict)->id,
                                           conflict->record_kind, title, conflict->field,
                                           or_nothing (conflict->kept_by), or_nothing (conflict->kept),
                                           or_nothing (conflict->other_by), or_nothing (conflict->other));
  JsonObject *object = json_node_get_object (packed);

  json_object_set_string_member (object, "title", title);
  json_object_set_boolean_member (object, "is_removal", part->is_removal);
  if (group->account != NULL)
    {
      g_autofree char *name = tambour_record_dup_title (group->account);

      json_object_set_string_member (object, "account", name);
    }

  tambour_ctl_print_object (ctl, object, g_strdelimit (line, "\r\n", ' '));
}

/**
 * tambour_ctl_conflicts:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `conflicts [--json]`
 *
 * Lists what two people changed at once and a person has to decide: id, kind,
 * title, field, by whom and what stands now, and by whom and what the other is.
 *
 * Returns: the exit status
 */
int
tambour_ctl_conflicts (TambourCtl  *ctl,
                       int          argc,
                       char       **argv)
{
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "conflicts", _("Lists what two people changed at once."), NULL, &argc, &argv, 0, 0, &status))
    return status;
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  groups = tambour_conflicts_list (store, ctl->cancellable, &error);
  tambour_store_close (store);
  if (groups == NULL)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < groups->len; i++)
    {
      TambourConflictGroup *group = groups->pdata[i];

      for (guint j = 0; j < group->parts->len; j++)
        print_part (ctl, group, group->parts->pdata[j]);
    }

  return TAMBOUR_CTL_DONE;
}

/* The three words; anything else is a value of one's own. */
static TambourConflictAnswer *
read_answer (const char *id,
             const char *choice,
             const char *value)
{
  if (value != NULL)
    return tambour_conflict_answer_new (id, TAMBOUR_CONFLICT_OWN, value);
  if (g_str_equal (choice, "kept"))
    return tambour_conflict_answer_new (id, TAMBOUR_CONFLICT_KEPT, NULL);
  if (g_str_equal (choice, "other"))
    return tambour_conflict_answer_new (id, TAMBOUR_CONFLICT_OTHER, NULL);
  if (g_str_equal (choice, "both"))
    return tambour_conflict_answer_new (id, TAMBOUR_CONFLICT_BOTH, NULL);

  return tambour_conflict_answer_new (id, TAMBOUR_CONFLICT_OWN, choice);
}

static gboolean
settle (TambourStore           *store,
        TambourConflictAnswer  *answer,
        GError                **error)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_answer_free);
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), "Settle a conflict");
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };

  g_ptr_array_add (answers, answer);

  return tambour_conflicts_settle (store, answers, tambour_ctl_get_author (), now, change, error) &&
         tambour_store_commit (store, change, error);
}

/**
 * tambour_ctl_resolve:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `resolve ID kept|other|both|VALUE`, or `resolve ID --value VALUE`
 *
 * Returns: the exit status
 */
int
tambour_ctl_resolve (TambourCtl  *ctl,
                     int          argc,
                     char       **argv)
{
  g_autofree char *value = NULL;
  const GOptionEntry entries[] = {
    { "value", 0, 0, G_OPTION_ARG_STRING, &value, N_("A value of your own, whatever it is"), "VALUE" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_settled;
  int status;

  if (!tambour_ctl_parse (ctl, "resolve ID kept|other|both|VALUE", _("Settles a conflict: what stands stays, the other takes its place, both are kept, or something else."),
                          entries, &argc, &argv, 1, 2, &status))
    return status;
  if ((argc > 2) == (value != NULL))
    return tambour_ctl_misuse (ctl, _("say one of kept, other, both, or a value"));
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  is_settled = settle (store, read_answer (argv[1], argc > 2 ? argv[2] : NULL, value), &error);
  tambour_store_close (store);

  return is_settled ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}
