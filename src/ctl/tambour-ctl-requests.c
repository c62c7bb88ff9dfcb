/* tambour-ctl-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-request-moves.h"

/* How many quotes moved: what the change puts of that kind. */
static guint
count_quotes (TambourChange *change)
{
  guint n = 0;

  for (guint i = 0; i < tambour_change_get_size (change); i++)
    n += TAMBOUR_IS_FR_EVIDENCE (tambour_change_get_put (change, i)) ? 1 : 0;

  return n;
}

static void
print_merge (TambourCtl    *ctl,
             TambourRecord *request,
             TambourRecord *into,
             guint          n_quotes)
{
  g_autofree char *title = tambour_record_dup_title (request);
  g_autofree char *other = tambour_record_dup_title (into);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(JsonObject) object = NULL;

  if (!ctl->json)
    {
      tambour_ctl_print ("%s\t%s\t%u\n", title ? title : request->id, other ? other : into->id, n_quotes);
      return;
    }

  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_object_set_string_member (object, "merged", request->id);
  json_object_set_string_member (object, "into", into->id);
  json_object_set_int_member (object, "quotes", n_quotes);
  json_node_set_object (node, object);
  tambour_ctl_print_json (node);
}

static gboolean
merge (TambourCtl    *ctl,
       TambourStore  *store,
       char         **names,
       const char    *reason,
       GError       **error)
{
  TambourRecordClass *klass = tambour_kinds_find ("feature_request");
  g_autoptr(TambourRecord) request = tambour_lookup_record (store, klass, names[0], error);
  g_autoptr(TambourRecord) into = request ? tambour_lookup_record (store, klass, names[1], error) : NULL;
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), "Merge requests");
  g_autoptr(TambourRequestMove) move = NULL;
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };

  if (into == NULL)
    return FALSE;

  move = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_MERGE, request->id, NULL);
  g_set_str (&move->into, into->id);
  g_set_str (&move->text, reason);
  if (!tambour_request_move_fill (move, store, now, change, error) || !tambour_store_commit (store, change, error))
    return FALSE;

  print_merge (ctl, request, into, count_quotes (change));

  return TRUE;
}

/**
 * tambour_ctl_merge_requests:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `merge-requests ID INTO [--reason TEXT] [--json]`
 *
 * Merges a feature request into another that is the same; prints both and how many quotes
 * moved. `undo` takes it back.
 *
 * Returns: the exit status
 */
int
tambour_ctl_merge_requests (TambourCtl  *ctl,
                            int          argc,
                            char       **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why they are the same"), "TEXT" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_done;
  int status;

  if (!tambour_ctl_parse (ctl, "merge-requests ID INTO", _("Merges a feature request into another that is the same; every quote stays."),
                          entries, &argc, &argv, 2, 2, &status))
    return status;
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  is_done = merge (ctl, store, argv + 1, reason, &error);
  tambour_store_close (store);

  return is_done ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}
