/* tambour-ctl-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-paper.h"
#include "tambour-ctl.h"

static gboolean
read_paper (const char   *name,
            TambourPaper *paper)
{
  *paper = g_strcmp0 (name, "letter") == 0 ? TAMBOUR_PAPER_LETTER : TAMBOUR_PAPER_A4;

  return name == NULL || *paper == TAMBOUR_PAPER_LETTER || g_str_equal (name, "a4");
}

static gboolean
write_audit (TambourCtl    *ctl,
             TambourStore  *store,
             const char    *id,
             TambourPaper   paper,
             const char    *language,
             const char    *path,
             GError       **error)
{
  const TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  g_autoptr(TambourAuditFile) file = tambour_audit_file_load (store, id, now, ctl->cancellable, error);

  return file != NULL && tambour_audit_paper_write (file, paper, language, path, error);
}

/**
 * tambour_ctl_audit:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `audit ID [--paper a4|letter] [--language L] --output FILE`
 *
 * Returns: the exit status
 */
int
tambour_ctl_audit (TambourCtl  *ctl,
                   int          argc,
                   char       **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The PDF to write"), "FILE" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("a4 (the default) or letter"), "PAPER" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language of the audit, such as de (English by default)"), "L" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  TambourPaper paper;
  gboolean written;
  int status;

  if (!tambour_ctl_parse (ctl, "audit ID --output FILE", _("Writes an audit as a PDF for the customer."), entries, &argc, &argv, 1, 1, &status))
    return status;
  if (output == NULL)
    return tambour_ctl_misuse (ctl, _("audit needs --output FILE"));
  if (!read_paper (name, &paper))
    return tambour_ctl_misuse (ctl, _("--paper takes a4 or letter, not “%s”"), name);
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  written = write_audit (ctl, store, argv[1], paper, language, output, &error);
  tambour_store_close (store);

  return written ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}
