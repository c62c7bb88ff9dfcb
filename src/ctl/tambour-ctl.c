/* tambour-ctl.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-ctl.h"

#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/* Between two progress lines, in µs. */
#define PROGRESS_INTERVAL 200000

/* "cases FILE [OPTION…]" begins with a word that is not an option's value:
 * GOption finds the options wherever they stand.
 */
static GOptionContext *
new_context (TambourCtl         *ctl,
             const char         *parameters,
             const char         *summary,
             const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (parameters);
  const GOptionEntry common[] = {
    { "portfolio", 0, 0, G_OPTION_ARG_FILENAME, &ctl->portfolio, N_("The portfolio (the user’s own by default)"), "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, N_("Write JSON, one object per line"), NULL },
    { "progress", 0, 0, G_OPTION_ARG_STRING, &ctl->progress, N_("How progress is shown: json"), "HOW" },
    { NULL }
  };

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

/**
 * tambour_ctl_parse:
 * @ctl: what every command gets
 * @parameters: the command and its words, for --help
 * @summary: what the command does, for --help
 * @entries: (nullable): its own options
 * @argc: (inout): how many words
 * @argv: (inout): the words; the options are taken out
 * @least: how many words it needs after its name
 * @most: how many it takes, or -1 for any number
 * @status: (out): the exit status, if %FALSE
 *
 * Returns: %FALSE if the words are wrong, which has then been said
 */
gboolean
tambour_ctl_parse (TambourCtl           *ctl,
                   const char           *parameters,
                   const char           *summary,
                   const GOptionEntry   *entries,
                   int                  *argc,
                   char               ***argv,
                   int                   least,
                   int                   most,
                   int                  *status)
{
  g_autoptr(GOptionContext) context = new_context (ctl, parameters, summary, entries);
  g_autoptr(GError) error = NULL;

  *status = TAMBOUR_CTL_USAGE;

  if (!g_option_context_parse (context, argc, argv, &error))
    tambour_ctl_misuse (ctl, "%s", error->message);
  else if (*argc - 1 < least || (most >= 0 && *argc - 1 > most))
    tambour_ctl_misuse (ctl, _("the command is: tambourctl %s"), parameters);
  else if (ctl->progress != NULL && !g_str_equal (ctl->progress, "json"))
    tambour_ctl_misuse (ctl, _("--progress takes json, not “%s”"), ctl->progress);
  else
    return TRUE;

  return FALSE;
}

/**
 * tambour_ctl_dup_portfolio:
 * @ctl: what every command gets
 *
 * Returns: (transfer full): the path of the portfolio that is meant
 */
char *
tambour_ctl_dup_portfolio (TambourCtl *ctl)
{
  if (ctl->portfolio != NULL)
    return g_strdup (ctl->portfolio);

  return g_build_filename (g_get_user_data_dir (), "tambour", "portfolio.tambour", NULL);
}

/* Who a team knows by the name of the sign-in: its server takes no change of anybody else. */
static char *team_author;

static void
take_author (TambourStore *store)
{
  g_free (team_author);
  team_author = tambour_store_dup_setting (store, "team.user");
}

/**
 * tambour_ctl_open:
 * @ctl: what every command gets
 * @flags: how to open
 *
 * Opens the portfolio, or says why that cannot be done.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL
 */
TambourStore *
tambour_ctl_open (TambourCtl        *ctl,
                  TambourStoreFlags  flags)
{
  g_autofree char *path = tambour_ctl_dup_portfolio (ctl);
  g_autoptr(GError) error = NULL;
  TambourStore *store = tambour_store_open (path, flags, &error);

  if (store == NULL)
    tambour_ctl_fail (ctl, error);
  else
    take_author (store);

  return store;
}

/* Everything else than data goes to standard error, one line each. */
static void
say (TambourCtl *ctl,
     const char *message)
{
  g_autofree char *line = g_strdelimit (g_strdup (message), "\n\r", ' ');

  tambour_ctl_end_progress (ctl);
  fprintf (stderr, "tambourctl %s: %s\n", ctl->command, line);
}

/**
 * tambour_ctl_fail:
 * @ctl: what every command gets
 * @error: what went wrong
 *
 * Says it in one line.
 *
 * Returns: the exit status
 */
int
tambour_ctl_fail (TambourCtl   *ctl,
                  const GError *error)
{
  say (ctl, error->message);

  return TAMBOUR_CTL_FAILED;
}

/**
 * tambour_ctl_misuse:
 * @ctl: what every command gets
 * @format: what is wrong with the words, printf-like
 * @...: values for @format
 *
 * Says it in one line.
 *
 * Returns: the exit status
 */
int
tambour_ctl_misuse (TambourCtl *ctl,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);

  say (ctl, message);

  return TAMBOUR_CTL_USAGE;
}

/**
 * tambour_ctl_get_author:
 *
 * The environment’s word, the name by which the team of the portfolio that was
 * opened knows the person, or the person’s own.
 *
 * Returns: (transfer none): who changes are recorded as
 */
const char *
tambour_ctl_get_author (void)
{
  const char *name = g_getenv ("TAMBOUR_AUTHOR");

  if (name == NULL || *name == '\0')
    name = team_author != NULL && *team_author != '\0' ? team_author : g_get_real_name ();

  return g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

/**
 * tambour_ctl_print:
 * @format: printf-like
 * @...: values for @format
 *
 * Writes data to standard output, as it is: data is UTF-8 in every locale.
 */
void
tambour_ctl_print (const char *format,
                   ...)
{
  va_list values;

  va_start (values, format);
  vprintf (format, values);
  va_end (values);
}

/**
 * tambour_ctl_print_json:
 * @node: any JSON
 *
 * Writes one line of JSON.
 */
void
tambour_ctl_print_json (JsonNode *node)
{
  g_autofree char *line = json_to_string (node, FALSE);

  tambour_ctl_print ("%s\n", line);
}

/**
 * tambour_ctl_print_object:
 * @ctl: what every command gets
 * @object: (transfer none): what is told
 * @text: the same for people
 *
 * Writes a line of JSON where that is wanted, else the text.
 */
void
tambour_ctl_print_object (TambourCtl *ctl,
                          JsonObject *object,
                          const char *text)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  if (ctl->json)
    tambour_ctl_print_json (node);
  else
    tambour_ctl_print ("%s\n", text);
}

static void
print_progress_json (const char *what,
                     guint64     done,
                     guint64     total)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *line = NULL;

  if (what != NULL)
    json_object_set_string_member (object, "what", what);
  json_object_set_int_member (object, "done", done);
  if (total > 0)
    json_object_set_int_member (object, "total", total);
  json_node_set_object (node, object);

  line = json_to_string (node, FALSE);
  fprintf (stderr, "%s\n", line);
}

/**
 * tambour_ctl_show_progress:
 * @what: (nullable): what is being done
 * @done: how many are done
 * @total: how many there are, or 0
 * @user_data: the #TambourCtl
 *
 * A #TambourProgressFunc: a line on a terminal, JSONL if asked for, else nothing.
 */
void
tambour_ctl_show_progress (const char *what,
                           guint64     done,
                           guint64     total,
                           gpointer    user_data)
{
  TambourCtl *ctl = user_data;
  gint64 now = g_get_monotonic_time ();

  if (now - ctl->shown_at < PROGRESS_INTERVAL)
    return;

  ctl->shown_at = now;

  if (ctl->progress != NULL)
    {
      print_progress_json (what, done, total);
    }
  else if (isatty (STDERR_FILENO))
    {
      ctl->showing = TRUE;
      if (total > 0)
        fprintf (stderr, "\r\033[K%s %" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT, what ? what : "", done, total);
      else
        fprintf (stderr, "\r\033[K%s %" G_GUINT64_FORMAT, what ? what : "", done);
    }
}

/**
 * tambour_ctl_end_progress:
 * @ctl: what every command gets
 *
 * Takes the progress line off the terminal.
 */
void
tambour_ctl_end_progress (TambourCtl *ctl)
{
  if (ctl->showing)
    fputs ("\r\033[K", stderr);

  ctl->showing = FALSE;
}
