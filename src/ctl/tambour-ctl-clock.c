/* tambour-ctl-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "tambour-clock-lines.h"
#include "tambour-ctl.h"
#include "tambour-plans.h"

/* Answers line by line, in order, so that it can sit in a pipe. */
static gboolean
answer_lines (TambourCtl        *ctl,
              TambourCatalogue  *catalogue,
              GError           **error)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (input);

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);

  while (TRUE)
    {
      g_autoptr(GError) failure = NULL;
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, ctl->cancellable, &failure);
      g_autofree char *answer = NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (line == NULL)
        return TRUE;

      if (*g_strstrip (line) == '\0')
        continue;

      answer = tambour_clock_answer_line (catalogue, line);
      tambour_ctl_print ("%s\n", answer);
    }
}

/**
 * tambour_ctl_clock:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `clock [--catalogue FILE]`; JSONL on standard input
 *
 * Returns: the exit status
 */
int
tambour_ctl_clock (TambourCtl  *ctl,
                   int          argc,
                   char       **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("A plan catalogue (the one that ships by default)"), "FILE" },
    { NULL }
  };
  g_autoptr(TambourCatalogue) catalogue = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "clock", _("Reads cases as JSON lines from standard input and writes them with start and due."),
                          entries, &argc, &argv, 0, 0, &status))
    return status;

  catalogue = path ? tambour_catalogue_load (path, &error) : tambour_plans_load_shipped (&error);
  if (catalogue == NULL || !answer_lines (ctl, catalogue, &error))
    return tambour_ctl_fail (ctl, error);

  return TAMBOUR_CTL_DONE;
}
