/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _DEFAULT_SOURCE /* MADV_HUGEPAGE */

#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"

typedef struct
{
  const char      *name;
  TambourCtlFunc   run;
  const char      *does;
} Command;

static const Command commands[] = {
  { "create", tambour_ctl_create, N_("make an empty portfolio") },
  { "demo", tambour_ctl_demo, N_("make a demonstration portfolio") },
  { "duplicates", tambour_ctl_duplicates, N_("list contacts who may be one person") },
  { "import", tambour_ctl_import, N_("bring records in from a file") },
  { "export", tambour_ctl_export, N_("take records out again") },
  { "list", tambour_ctl_list, N_("list records of a kind") },
  { "show", tambour_ctl_show, N_("show one record, and its history") },
  { "add", tambour_ctl_add, N_("add a record") },
  { "set", tambour_ctl_set, N_("change a record") },
  { "remove", tambour_ctl_remove, N_("remove a record") },
  { "undo", tambour_ctl_undo, N_("take a change back") },
  { "log-call", tambour_ctl_log_call, N_("log a call from its minutes") },
  { "search", tambour_ctl_search, N_("search everything") },
  { "clock", tambour_ctl_clock, N_("compute due times") },
  { "agenda", tambour_ctl_agenda, N_("show what needs attention") },
  { "match-issues", tambour_ctl_match_issues, N_("match components with known issues") },
  { "insights", tambour_ctl_insights, N_("list what the values of the metrics say") },
  { "merge-requests", tambour_ctl_merge_requests, N_("merge a feature request into another that is the same") },
  { "audit", tambour_ctl_audit, N_("write an audit as a PDF for the customer") },
  { "pack", tambour_ctl_pack, N_("write what somebody needs who takes an account over") },
  { "review", tambour_ctl_review, N_("write an executive business review") },
  { "report", tambour_ctl_report, N_("make, finish and restate a review") },
  { "reports", tambour_ctl_reports, N_("write annual value reports for many accounts") },
  { "explain", tambour_ctl_explain, N_("tell how a figure of a review was counted") },
  { "value", tambour_ctl_value, N_("show what an agreement was worth, and propose it") },
  { "sync", tambour_ctl_sync, N_("replicate with the team’s server") },
  { "calendar", tambour_ctl_calendar, N_("read calendars and address books of a server") },
  { "connect", tambour_ctl_connect, N_("read case portals and trackers") },
  { "provision", tambour_ctl_provision, N_("prepare a team’s database") },
  { "conflicts", tambour_ctl_conflicts, N_("list what two people changed at once") },
  { "resolve", tambour_ctl_resolve, N_("settle what two people changed at once") },
  { "leave", tambour_ctl_leave, N_("leave the team, and remove its records from this computer") },
  { "purge", tambour_ctl_purge, N_("take out what a record says of a person") },
  { "check", tambour_ctl_check, N_("check a portfolio, and repair it") },
  { "backup", tambour_ctl_backup, N_("copy a portfolio while it is in use") },
  { "restore", tambour_ctl_restore, N_("put a backup back") },
};

static GCancellable *cancellable;

/* g_cancellable_cancel() is not for signal handlers: a thread waits for it. */
static gpointer
wait_for_interrupt (gpointer data)
{
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigwait (&signals, &number);
  g_cancellable_cancel (cancellable);

  /* The second one ends the program. */
  signal (number, SIG_DFL);
  pthread_sigmask (SIG_UNBLOCK, &signals, NULL);

  return NULL;
}

static void
watch_for_interrupt (void)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, NULL));

  /* A full disk and a closed pipe are errors to report, not ends. */
  signal (SIGXFSZ, SIG_IGN);
}

static void
print_help (FILE *stream)
{
  fputs (_("usage: tambourctl COMMAND [ARGUMENTS] [--portfolio FILE] [--help]\n\n"), stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-9s %s\n", commands[i].name, _(commands[i].does));
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

/* What was written must be there: a full disk behind standard output shows here. */
static int
flush_output (TambourCtl *ctl,
              int         status)
{
  g_autoptr(GError) error = NULL;

  tambour_ctl_end_progress (ctl);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("the output could not be written: %s"), g_strerror (errno));

  return tambour_ctl_fail (ctl, error);
}

static int
run_command (const Command  *command,
             int             argc,
             char          **argv)
{
  TambourCtl ctl = { .command = command->name, .cancellable = cancellable };
  int status = command->run (&ctl, argc, argv);

  status = flush_output (&ctl, status);
  g_clear_pointer (&ctl.portfolio, g_free);
  g_clear_pointer (&ctl.progress, g_free);

  return status;
}

static void
set_up_locale (void)
{
  const char *folder = g_getenv ("TAMBOUR_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : TAMBOUR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Most commands are over in a tenth of a second, and a good part of that the kernel would be
 * busy handing out memory, 4 KiB at a time. In large pages it is ten times quicker at it. What
 * is not used of them is not taken. */
static void
use_large_pages (void)
{
  gsize page = 2 * 1024 * 1024, size = 15 * page;
  char *block, *start;

  mallopt (M_MMAP_THRESHOLD, (int) (size + page));
  mallopt (M_TRIM_THRESHOLD, (int) (2 * size));

  block = g_try_malloc (size);
  start = (char *) (((guintptr) block + page - 1) / page * page);
  if (block != NULL)
    madvise (start, size - (start - block), MADV_HUGEPAGE);
  g_free (block);
}

int
main (int    argc,
      char **argv)
{
  const Command *command;

  use_large_pages ();
  set_up_locale ();
  g_set_prgname ("tambourctl");

  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    {
      print_help (argc < 2 ? stderr : stdout);
      return argc < 2 ? TAMBOUR_CTL_USAGE : TAMBOUR_CTL_DONE;
    }

  if (g_str_equal (argv[1], "--version"))
    {
      tambour_ctl_print ("tambourctl %s\n", TAMBOUR_VERSION);
      return TAMBOUR_CTL_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      fprintf (stderr, _("tambourctl: there is no command “%s”; tambourctl --help lists them\n"), argv[1]);
      return TAMBOUR_CTL_USAGE;
    }

  cancellable = g_cancellable_new ();
  watch_for_interrupt ();

  return run_command (command, argc - 1, argv + 1);
}
