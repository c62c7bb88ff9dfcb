/* tambour-ctl-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "tambour-call.h"
#include "tambour-ctl.h"
#include "tambour-lookup.h"
#include "tambour-record-json.h"
#include "tambour-settings.h"
#include "tambour-when-parse.h"

/* More than anybody says in a call; what is longer is another file. */
#define MAX_BYTES (4 << 20)

/* What the words of the command say of the call. */
typedef struct
{
  char   *kind;
  char   *title;
  char   *at;
  gint64  minutes;
  char   *channel;
  char   *status;
  GStrv   attendees;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->kind, g_free);
  g_clear_pointer (&options->title, g_free);
  g_clear_pointer (&options->at, g_free);
  g_clear_pointer (&options->channel, g_free);
  g_clear_pointer (&options->status, g_free);
  g_clear_pointer (&options->attendees, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_choice (TambourCtl *ctl,
             const char *option,
             GType       choice,
             const char *text,
             guint      *value)
{
  g_autofree char *all = NULL;

  if (tambour_choice_from_nick (choice, text, value))
    return TRUE;

  all = tambour_choice_dup_nicks (choice);
  tambour_ctl_misuse (ctl, _("%s takes one of %s, not “%s”"), option, all, text);

  return FALSE;
}

/* Returns: %FALSE if something was misunderstood, which has been said then */
static gboolean
read_options (TambourCtl     *ctl,
              const Options  *options,
              TambourInstant  now,
              GTimeZone      *zone,
              TambourCall    *call)
{
  guint kind, status = TAMBOUR_ENGAGEMENT_STATUS_HELD;
  gboolean has_time;

  if (options->kind != NULL && !read_choice (ctl, "--kind", TAMBOUR_TYPE_ENGAGEMENT_KIND, options->kind, &kind))
    return FALSE;
  if (options->status != NULL && !read_choice (ctl, "--status", TAMBOUR_TYPE_ENGAGEMENT_STATUS, options->status, &status))
    return FALSE;

  call->start = now;
  if (options->at != NULL && !tambour_when_parse_moment (options->at, zone, now, &call->start, &has_time))
    {
      tambour_ctl_misuse (ctl, _("--at takes a time such as 2026-11-23T19:30:00Z or “today 11:30”, not “%s”"), options->at);
      return FALSE;
    }

  if (options->minutes < -1)
    {
      tambour_ctl_misuse (ctl, _("--minutes takes a number, such as 30"));
      return FALSE;
    }

  call->kind = options->kind ? (int) kind : TAMBOUR_CALL_AS_PLANNED;
  call->status = status;
  call->minutes = options->minutes >= 0 ? options->minutes : TAMBOUR_NO_COUNT;
  call->title = options->title;
  call->channel = options->channel;
  call->attendees = (const char * const *) options->attendees;

  return TRUE;
}

/* Returns: (transfer full) (nullable): the text of the file, or of what comes in */
static char *
read_text (const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GFile) file = path ? g_file_new_for_commandline_arg (path) : NULL;
  g_autoptr(GInputStream) input = file ? G_INPUT_STREAM (g_file_read (file, cancellable, error))
                                       : g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autofree char *bytes = g_malloc (MAX_BYTES + 1);
  const char *wrong;
  gsize length;

  if (input == NULL || !g_input_stream_read_all (input, bytes, MAX_BYTES, &length, cancellable, error))
    return NULL;

  bytes[length] = '\0';
  if (length == MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The minutes are longer than 4 MiB: is this the right file?"));
      return NULL;
    }

  if (!g_utf8_validate (bytes, length, &wrong))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("Byte %d of the minutes is not UTF-8: save the file as UTF-8 and try again"), (int) (wrong - bytes) + 1);
      return NULL;
    }

  return g_strdup (bytes);
}

static void
print_record (TambourCtl    *ctl,
              TambourRecord *record)
{
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *title = NULL;

  if (ctl->json)
    {
      node = tambour_record_pack (record);
      tambour_ctl_print_json (node);
      return;
    }

  title = tambour_record_dup_title (record);
  tambour_ctl_print ("%s\t%s\t%s\n", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id, g_strdelimit (title, "\t\r\n", ' '));
}

/* Returns: whether all of it was recorded; a name that nobody has is recorded as
 * it was typed
 */
static gboolean
print_entry (TambourCtl             *ctl,
             const TambourCallEntry *entry)
{
  g_autofree char *doubt = tambour_call_entry_dup_doubt (entry);

  for (guint i = 0; i < entry->records->len; i++)
    print_record (ctl, g_ptr_array_index (entry->records, i));

  if (doubt != NULL && entry->line >= 0)
    fprintf (stderr, _("Line %d: %s\n"), entry->line + 1, doubt);
  else if (doubt != NULL)
    fprintf (stderr, "%s\n", doubt);

  return entry->records->len > 0;
}

static TambourCallPlan *
log_call (TambourCtl      *ctl,
          TambourStore    *store,
          const char      *account_name,
          TambourCall     *call,
          TambourInstant   now,
          GTimeZone       *zone,
          GError         **error)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (store, account_name, error);
  g_autofree char *me = tambour_store_dup_setting (store, TAMBOUR_SETTING_ME);
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), "Log call");
  g_autoptr(TambourCallPlan) plan = NULL;

  if (account == NULL)
    return NULL;

  call->account_id = tambour_record_get_id (TAMBOUR_RECORD (account));
  plan = tambour_call_plan (store, call, me, now, zone, ctl->cancellable, error);
  if (plan == NULL || !tambour_call_plan_check (plan, store, error))
    return NULL;

  tambour_call_plan_put (plan, change);

  return tambour_store_commit (store, change, error) ? g_steal_pointer (&plan) : NULL;
}

/**
 * tambour_ctl_log_call:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `log-call ACCOUNT [FILE]`; prints the records that it made
 *
 * Returns: the exit status; 3 if a line could be kept only in the minutes
 */
int
tambour_ctl_log_call (TambourCtl  *ctl,
                      int          argc,
                      char       **argv)
{
  g_auto(Options) options = { .minutes = -1 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("Such as roadmap_review (by default what was planned for the day)"), "KIND" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("What it was called"), "TITLE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("When it began, such as “today 11:30” (now by default)"), "TIME" },
    { "minutes", 0, 0, G_OPTION_ARG_INT64, &options.minutes, N_("How long it took"), "N" },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &options.channel, N_("Such as Video"), "CHANNEL" },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status, N_("held, cancelled_us, cancelled_them or no_show"), "STATUS" },
    { "attendee", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.attendees, N_("Who was there; once for each"), "NAME" },
    { NULL }
  };
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  TambourCall call = { 0 };
  gboolean is_whole = TRUE;
  int status;

  if (!tambour_ctl_parse (ctl, "log-call ACCOUNT [FILE]", _("Logs a call from its minutes, with the quick syntax."), entries,
                          &argc, &argv, 1, 2, &status))
    return status;

  if (!read_options (ctl, &options, now, zone, &call))
    return TAMBOUR_CTL_USAGE;

  if (!(text = read_text (argc > 2 ? argv[2] : NULL, ctl->cancellable, &error)))
    return tambour_ctl_fail (ctl, error);

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  call.text = text;
  plan = log_call (ctl, store, argv[1], &call, now, zone, &error);
  tambour_store_close (store);
  if (plan == NULL)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < plan->entries->len; i++)
    is_whole = print_entry (ctl, g_ptr_array_index (plan->entries, i)) && is_whole;

  return is_whole ? TAMBOUR_CTL_DONE : TAMBOUR_CTL_PARTLY;
}
