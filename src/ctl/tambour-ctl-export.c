/* tambour-ctl-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "tambour-calendar-export.h"
#include "tambour-ctl.h"
#include "tambour-exports.h"
#include "tambour-lookup.h"

/* What --format takes. */
typedef enum
{
  FORMAT_CSV,
  FORMAT_JSON,
  FORMAT_XLSX,
  N_FORMATS,
} Format;

static const char * const FORMATS[N_FORMATS] = { "csv", "json", "xlsx" };

static Format
find_format (const char *name)
{
  Format format = 0;

  while (format < N_FORMATS && g_strcmp0 (name, FORMATS[format]) != 0)
    format++;

  return format;
}

static gboolean
write_output (TambourCtl          *ctl,
              TambourStore        *store,
              TambourRecordClass  *klass,
              Format               wanted,
              const char          *output,
              GError             **error)
{
  TambourExportFormat format = wanted == FORMAT_CSV ? TAMBOUR_EXPORT_CSV : TAMBOUR_EXPORT_JSON_LINES;
  g_autoptr(GOutputStream) standard = NULL;

  if (wanted == FORMAT_XLSX)
    return tambour_exports_write_workbook (store, klass, output, tambour_ctl_show_progress, ctl, ctl->cancellable, error);

  if (output != NULL && klass == NULL && format == TAMBOUR_EXPORT_CSV)
    return tambour_exports_write_folder (store, output, tambour_ctl_show_progress, ctl, ctl->cancellable, error);

  if (output != NULL)
    return tambour_exports_write_file (store, klass, format, output, tambour_ctl_show_progress, ctl,
                                       ctl->cancellable, error);

  standard = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return tambour_exports_write (store, klass, format, standard, NULL, NULL, ctl->cancellable, error);
}

/* Only the whole file appears under its name. */
static gboolean
write_text (const char  *text,
            const char  *output,
            GError     **error)
{
  if (output != NULL)
    return g_file_set_contents (output, text, -1, error);

  tambour_ctl_print ("%s", text);

  return TRUE;
}

/* Planned calls, or the audits among them, as a calendar. */
static int
export_calendar (TambourCtl *ctl,
                 const char *kind,
                 const char *account_name,
                 gboolean    only_next,
                 const char *output)
{
  TambourCalendarWanted wanted = { .now = { g_get_real_time () / G_USEC_PER_SEC }, .only_next = only_next };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  wanted.only_audits = g_strcmp0 (kind, "audits") == 0;
  if (!wanted.only_audits && g_strcmp0 (kind, "calls") != 0 && g_strcmp0 (kind, "engagements") != 0)
    return tambour_ctl_misuse (ctl, _("only calls and audits can be exported as ics"));
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  if (account_name == NULL || (account = tambour_lookup_account (store, account_name, &error)))
    {
      wanted.account_id = account ? tambour_record_get_id (TAMBOUR_RECORD (account)) : NULL;
      text = tambour_calendar_export (store, &wanted, ctl->cancellable, &error);
    }
  tambour_store_close (store);

  return text && write_text (text, output, &error) ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

/**
 * tambour_ctl_export:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `export KIND|--all --format csv|json|xlsx [--output FILE]`; all tables go into a folder;
 *   `export calls|audits --format ics [--account NAME] [--next] [--output FILE]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_export (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;
  g_autofree char *account = NULL;
  gboolean all = FALSE, only_next = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Every kind"), NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("csv, json (one object per line), xlsx, or ics for calls and audits"), "FORMAT" },
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &account, N_("As ics: whose calls (everybody’s by default)"), "NAME" },
    { "next", 0, 0, G_OPTION_ARG_NONE, &only_next, N_("As ics: of each account, only the next"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; a folder for every kind as csv"), "FILE" },
    { NULL }
  };
  TambourRecordClass *klass = NULL;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  Format format;
  gboolean written;
  int status;

  if (!tambour_ctl_parse (ctl, "export KIND|--all", _("Takes records out again."), entries, &argc, &argv, 0, 1, &status))
    return status;

  if (all == (argc == 2))
    return tambour_ctl_misuse (ctl, _("it needs either a kind or --all"));

  if (g_strcmp0 (name, "ics") == 0)
    return export_calendar (ctl, all ? NULL : argv[1], account, only_next, output);

  format = find_format (name);
  if (format == N_FORMATS)
    return tambour_ctl_misuse (ctl, _("--format takes csv, json, xlsx or ics, not “%s”"), name ? name : "");

  if (format == FORMAT_CSV && all && output == NULL)
    return tambour_ctl_misuse (ctl, _("every kind as csv needs a folder: --output DIR"));

  if (format == FORMAT_XLSX && output == NULL)
    return tambour_ctl_misuse (ctl, _("xlsx needs a file: --output FILE"));

  if (argc == 2 && !(klass = tambour_ctl_find_kind (ctl, argv[1])))
    return TAMBOUR_CTL_USAGE;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  written = write_output (ctl, store, klass, format, output, &error);
  tambour_store_close (store);

  return written ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}
