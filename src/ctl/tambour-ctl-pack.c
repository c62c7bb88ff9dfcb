/* tambour-ctl-pack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-lookup.h"
#include "tambour-pack-facts.h"

static gboolean
write_pack (TambourCtl      *ctl,
            TambourStore    *store,
            const char      *name,
            const char      *language,
            TambourInstant   at,
            const char      *path,
            GError         **error)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (store, name, error);
  g_autoptr(TambourPack) pack = NULL;

  return account != NULL &&
         (pack = tambour_pack_load (store, TAMBOUR_RECORD (account)->id, language, at, ctl->cancellable, error)) != NULL &&
         tambour_pack_write (pack, path, error);
}

/**
 * tambour_ctl_pack:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `pack ACCOUNT [--at INSTANT] [--language L] --output FILE`
 *
 * Returns: the exit status
 */
int
tambour_ctl_pack (TambourCtl  *ctl,
                  int          argc,
                  char       **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  g_autofree char *when = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The PDF to write"), "FILE" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language of the pack, such as de (English by default)"), "L" },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &when, N_("As of this instant, such as 2026-11-23T10:00:00Z (now by default)"), "INSTANT" },
    { NULL }
  };
  TambourInstant at = { g_get_real_time () / G_USEC_PER_SEC };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean written;
  int status;

  if (!tambour_ctl_parse (ctl, "pack ACCOUNT --output FILE", _("Writes the continuity pack of an account, for whoever takes it over."),
                          entries, &argc, &argv, 1, 1, &status))
    return status;

  if (output == NULL)
    return tambour_ctl_misuse (ctl, _("pack needs --output FILE"));

  if (when != NULL && !tambour_instant_parse (when, &at))
    return tambour_ctl_misuse (ctl, _("--at takes an instant such as 2026-11-23T10:00:00Z, not “%s”"), when);

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  written = write_pack (ctl, store, argv[1], language, at, output, &error);
  tambour_store_close (store);

  return written ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}
