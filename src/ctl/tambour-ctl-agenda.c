/* tambour-ctl-agenda.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-agenda.h"
#include "tambour-ctl.h"

static void
print_item_json (const TambourAgendaItem *item)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *due = tambour_instant_dup_text (item->due);
  g_autofree char *tell_at = tambour_instant_dup_text (item->tell_at);

  json_object_set_string_member (object, "what", tambour_choice_nick (TAMBOUR_TYPE_AGENDA_KIND, item->kind));
  if (due != NULL)
    json_object_set_string_member (object, "due", due);
  else
    json_object_set_null_member (object, "due");
  json_object_set_boolean_member (object, "overdue", item->overdue);
  json_object_set_string_member (object, "account_id", item->account_id);
  json_object_set_string_member (object, "account", item->account_name);
  json_object_set_string_member (object, "title", item->title);
  if (item->text != NULL)
    json_object_set_string_member (object, "text", item->text);
  if (tell_at != NULL)
    json_object_set_string_member (object, "tell_at", tell_at);
  if (item->warned_at > 0)
    json_object_set_int_member (object, "warned_at", item->warned_at);
  json_object_set_string_member (object, "record", item->record);
  json_object_set_string_member (object, "id", item->id);
  json_node_set_object (node, object);

  tambour_ctl_print_json (node);
}

/* Why something needs attention, and what its person is told of it. */
static char *
dup_words (const TambourAgendaItem *item)
{
  const char *text = item->text ? item->text : "";
  g_autofree char *tell_at = tambour_instant_dup_text (item->tell_at);

  if (item->warned_at > 0)
    return g_strdup_printf (_("%s More than %u %% of its time has passed."), text, item->warned_at);
  if (tell_at != NULL)
    return g_strdup_printf (_("Nobody has answered yet; told from %s on."), tell_at);

  return g_strdup (text);
}

static void
print_item_text (const TambourAgendaItem *item)
{
  g_autofree char *due = tambour_instant_dup_text (item->due);
  g_autofree char *words = dup_words (item);

  tambour_ctl_print ("%s\t%s\t%s\t%s\t%s\n", tambour_choice_nick (TAMBOUR_TYPE_AGENDA_KIND, item->kind),
                     due ? due : "-", item->account_name, item->title, words);
}

/**
 * tambour_ctl_agenda:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `agenda [--person P] [--at INSTANT] [--json]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_agenda (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  g_autofree char *person = NULL;
  g_autofree char *when = NULL;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_FILENAME, &person, N_("Only the accounts of this person (name or id)"), "P" },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &when, N_("As of this instant, such as 2026-11-23T10:00:00Z (now by default)"), "INSTANT" },
    { NULL }
  };
  TambourInstant at = { g_get_real_time () / G_USEC_PER_SEC };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "agenda", _("Shows what needs attention."), entries, &argc, &argv, 0, 0, &status))
    return status;

  if (when != NULL && !tambour_instant_parse (when, &at))
    return tambour_ctl_misuse (ctl, _("--at takes an instant such as 2026-11-23T10:00:00Z, not “%s”"), when);

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  items = tambour_agenda_list (store, person, at, ctl->cancellable, &error);
  tambour_store_close (store);
  if (items == NULL)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < items->len; i++)
    {
      if (ctl->json)
        print_item_json (g_ptr_array_index (items, i));
      else
        print_item_text (g_ptr_array_index (items, i));
    }

  return TAMBOUR_CTL_DONE;
}
