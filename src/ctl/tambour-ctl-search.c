/* tambour-ctl-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"

static void
print_hit_json (const TambourHit *hit)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "record", hit->klass->kind);
  json_object_set_string_member (object, "id", hit->id);
  if (hit->account_id != NULL)
    json_object_set_string_member (object, "account_id", hit->account_id);
  json_object_set_string_member (object, "title", hit->title);
  json_object_set_string_member (object, "snippet", hit->snippet);
  json_object_set_double_member (object, "score", hit->score);
  json_node_set_object (node, object);

  tambour_ctl_print_json (node);
}

static void
print_hit_text (const TambourHit *hit)
{
  g_autofree char *title = g_strdelimit (g_strdup (hit->title), "\t\r\n", ' ');
  g_autofree char *snippet = g_strdelimit (g_strdup (hit->snippet), "\t\r\n", ' ');

  tambour_ctl_print ("%s\t%s\t%s\t%s\n", hit->klass->kind, hit->id, title, snippet);
}

/**
 * tambour_ctl_search:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `search QUERY [--limit N] [--json]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_search (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  gint64 limit = 50;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_("At most so many (50)"), "N" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "search QUERY", _("Searches everything; the last word may be the beginning of one."), entries,
                          &argc, &argv, 1, -1, &status))
    return status;

  if (limit < 1 || limit > 2000)
    return tambour_ctl_misuse (ctl, _("--limit takes 1 to 2000"));

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  text = g_strjoinv (" ", argv + 1);
  hits = tambour_store_search (store, text, limit, ctl->cancellable, &error);
  tambour_store_close (store);
  if (hits == NULL)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < hits->len; i++)
    {
      if (ctl->json)
        print_hit_json (g_ptr_array_index (hits, i));
      else
        print_hit_text (g_ptr_array_index (hits, i));
    }

  return TAMBOUR_CTL_DONE;
}
