/* tambour-ctl-duplicates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-duplicates.h"
#include "tambour-lookup.h"

static void
print_duplicate (TambourCtl             *ctl,
                 const TambourDuplicate *duplicate)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GString) line = g_string_new (NULL);
  JsonArray *ids = json_array_new ();
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < duplicate->contacts->len; i++)
    {
      TambourContact *contact = duplicate->contacts->pdata[i];

      json_array_add_string_element (ids, TAMBOUR_RECORD (contact)->id);
      json_array_add_string_element (names, contact->name);
      g_string_append_printf (line, "%s%s %s", i ? "\t" : "", TAMBOUR_RECORD (contact)->id, contact->name);
    }

  json_object_set_array_member (object, "ids", ids);
  json_object_set_array_member (object, "names", names);
  json_object_set_string_member (object, "same", duplicate->is_same_address ? "email" : "name");
  tambour_ctl_print_object (ctl, object, line->str);
}

/**
 * tambour_ctl_duplicates:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `duplicates [--account NAME] [--json]`; prints contacts who may be one person,
 *   those who may be the same in a line
 *
 * Returns: the exit status
 */
int
tambour_ctl_duplicates (TambourCtl  *ctl,
                        int          argc,
                        char       **argv)
{
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("Whose contacts (everybody’s by default)"), "NAME" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "duplicates", _("Lists contacts of an account who may be one person."), entries, &argc, &argv, 0, 0, &status))
    return status;
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  if (name == NULL || (account = tambour_lookup_account (store, name, &error)))
    found = tambour_duplicates_list (store, account ? tambour_record_get_id (TAMBOUR_RECORD (account)) : NULL, ctl->cancellable, &error);
  tambour_store_close (store);
  if (found == NULL)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < found->len; i++)
    print_duplicate (ctl, found->pdata[i]);

  return TAMBOUR_CTL_DONE;
}
