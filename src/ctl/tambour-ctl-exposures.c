/* tambour-ctl-exposures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-exposures.h"
#include "tambour-lookup.h"

static const char *
say (const char *text)
{
  return text ? text : "";
}

static void
print_hit (TambourCtl               *ctl,
           const TambourExposureHit *hit)
{
  const char *state = tambour_choice_nick (TAMBOUR_TYPE_EXPOSURE_STATE, hit->state);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(JsonObject) object = NULL;

  if (!ctl->json)
    {
      tambour_ctl_print ("%s\t%s\t%s\t%s\n", state, say (hit->issue->title), say (hit->component->product), say (hit->component->version));
      return;
    }

  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_object_set_string_member (object, "state", state);
  json_object_set_string_member (object, "known_issue_id", TAMBOUR_RECORD (hit->issue)->id);
  json_object_set_string_member (object, "known_issue", say (hit->issue->title));
  json_object_set_string_member (object, "account_id", say (TAMBOUR_RECORD (hit->component)->account_id.id));
  json_object_set_string_member (object, "component_id", TAMBOUR_RECORD (hit->component)->id);
  json_object_set_string_member (object, "product", say (hit->component->product));
  json_object_set_string_member (object, "version", say (hit->component->version));
  json_node_set_object (node, object);
  tambour_ctl_print_json (node);
}

static GPtrArray *
find_hits (TambourCtl    *ctl,
           TambourStore  *store,
           const char    *name,
           GError       **error)
{
  g_autoptr(TambourAccount) account = name ? tambour_lookup_account (store, name, error) : NULL;

  if (name != NULL && account == NULL)
    return NULL;

  return tambour_exposures_find (store, account ? TAMBOUR_RECORD (account)->id : NULL, ctl->cancellable, error);
}

static gboolean
record (TambourStore  *store,
        GPtrArray     *hits,
        GError       **error)
{
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), "Match known issues");
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };

  if (hits->len == 0)
    return TRUE;

  tambour_exposures_record (hits, tambour_zone_date_of (zone, now), change);

  return tambour_store_commit (store, change, error);
}

/**
 * tambour_ctl_match_issues:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `match-issues [--account A] [--dry-run] [--json]`
 *
 * Prints what is new, and records it.
 *
 * Returns: the exit status
 */
int
tambour_ctl_match_issues (TambourCtl  *ctl,
                          int          argc,
                          char       **argv)
{
  g_autofree char *account = NULL;
  gboolean is_dry = FALSE;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &account, N_("Only this account’s (name, short code or id)"), "A" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry, N_("Only show what would be done"), NULL },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_done;
  int status;

  if (!tambour_ctl_parse (ctl, "match-issues", _("Matches the versions of components with known issues."), entries, &argc, &argv, 0, 0, &status))
    return status;
  if (!(store = tambour_ctl_open (ctl, is_dry ? TAMBOUR_STORE_READ_ONLY : TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  hits = find_hits (ctl, store, account, &error);
  is_done = hits != NULL && (is_dry || record (store, hits, &error));
  tambour_store_close (store);
  if (!is_done)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < hits->len; i++)
    print_hit (ctl, g_ptr_array_index (hits, i));

  return TAMBOUR_CTL_DONE;
}
