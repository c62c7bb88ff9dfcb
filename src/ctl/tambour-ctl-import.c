/* tambour-ctl-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calendar-import.h"
#include "tambour-card-import.h"
#include "tambour-ctl.h"
#include "tambour-holidays.h"
#include "tambour-imports.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-mail.h"

/* What people call some kinds when they import them. */
static const struct
{
  const char *name;
  const char *kind;
} names[] = {
  { "metrics", "usage_samples" },
  { "calls", "engagements" },
  { "requests", "feature_requests" },
  { "checklists", "template_items" },
  { "library", "library_items" },
};

typedef struct
{
  char     *map;
  char     *account;
  char     *rejects;
  char     *calendar;
  char     *valid_from;
  char     *from;
  char     *until;
  char     *support_case;
  gboolean  dry_run;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->map, g_free);
  g_clear_pointer (&words->account, g_free);
  g_clear_pointer (&words->rejects, g_free);
  g_clear_pointer (&words->calendar, g_free);
  g_clear_pointer (&words->valid_from, g_free);
  g_clear_pointer (&words->from, g_free);
  g_clear_pointer (&words->until, g_free);
  g_clear_pointer (&words->support_case, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char *
get_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return names[i].kind;

  return name;
}

static void
print_counts (const TambourImportCounts *counts)
{
  tambour_ctl_print ("{\"read\":%" G_GUINT64_FORMAT ",\"created\":%" G_GUINT64_FORMAT ",\"updated\":%" G_GUINT64_FORMAT
                     ",\"unchanged\":%" G_GUINT64_FORMAT ",\"rejected\":%" G_GUINT64_FORMAT "}\n",
                     counts->read, counts->created, counts->updated, counts->unchanged, counts->rejected);
}

/* Returns: the exit status of an import that came to an end, early or not */
static int
conclude (TambourCtl                *ctl,
          const TambourImportCounts *counts,
          gboolean                   finished,
          const GError              *error)
{
  tambour_ctl_end_progress (ctl);

  if (!finished)
    {
      tambour_ctl_fail (ctl, error);
      if (counts->read == 0)
        return TAMBOUR_CTL_FAILED;
    }

  print_counts (counts);

  if (!finished)
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? TAMBOUR_CTL_PARTLY : TAMBOUR_CTL_FAILED;

  return counts->rejected > 0 ? TAMBOUR_CTL_PARTLY : TAMBOUR_CTL_DONE;
}

static int
import_table (TambourCtl   *ctl,
              TambourStore *store,
              const Words  *words,
              const char   *kind,
              const char   *path)
{
  TambourImportOrder order = {
    .klass = tambour_ctl_find_kind (ctl, get_kind (kind)),
    .path = path,
    .map = words->map,
    .account = words->account,
    .rejects = words->rejects,
    .dry_run = words->dry_run,
    .author = tambour_ctl_get_author (),
  };
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;
  gboolean finished;

  if (order.klass == NULL)
    return TAMBOUR_CTL_USAGE;

  finished = tambour_imports_run (store, &order, &counts, tambour_ctl_show_progress, ctl, ctl->cancellable, &error);

  return conclude (ctl, &counts, finished, error);
}

static int
import_dump (TambourCtl   *ctl,
             TambourStore *store,
             const Words  *words,
             const char   *path)
{
  const TambourImportOrder order = {
    .path = path,
    .rejects = words->rejects,
    .dry_run = words->dry_run,
    .author = tambour_ctl_get_author (),
  };
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;
  gboolean finished;

  finished = tambour_imports_read_dump (store, &order, &counts, tambour_ctl_show_progress, ctl, ctl->cancellable, &error);

  return conclude (ctl, &counts, finished, error);
}

static int
import_holidays (TambourCtl   *ctl,
                 TambourStore *store,
                 const Words  *words,
                 const char   *path)
{
  TambourImportCounts counts = { 0 };
  TambourDate valid_from = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean finished;

  if (words->valid_from != NULL && !tambour_date_parse (words->valid_from, &valid_from))
    return tambour_ctl_misuse (ctl, _("--valid-from takes a date such as 2026-11-23, not “%s”"), words->valid_from);

  finished = tambour_holidays_import (store, path, words->calendar, valid_from, words->dry_run,
                                      tambour_ctl_get_author (), &counts, &error);

  return conclude (ctl, &counts, finished, error);
}

/* --- what is neither a table nor a dump ------------------------------------ */

/* By its name or by how it begins. Of a file that cannot be read, whoever imports it says why. */
static gboolean
looks_like (const char          *path,
            const char * const  *endings,
            gboolean           (*is_one) (const char *text,
                                gsize length))
{
  g_autofree char *name = g_ascii_strdown (path, -1);
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char begin[1024];
  gsize length;

  for (guint i = 0; endings[i]; i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  return stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), begin, sizeof begin, &length, NULL, NULL) &&
         is_one (begin, length);
}

static void
say_reject (guint64     line,
            const char *reason,
            gpointer    user_data)
{
  TambourCtl *ctl = user_data;

  tambour_ctl_end_progress (ctl);
  fprintf (stderr, _("Line %d: %s\n"), (int) line, reason);
}

/* Returns: %FALSE if that is no day, which has been said then */
static gboolean
read_day (TambourCtl     *ctl,
          const char     *option,
          const char     *text,
          GTimeZone      *zone,
          TambourInstant *start)
{
  TambourDate date;

  start->seconds = TAMBOUR_NEVER;
  if (text == NULL)
    return TRUE;
  if (!tambour_date_parse (text, &date))
    {
      tambour_ctl_misuse (ctl, _("%s takes a date such as 2026-11-23, not “%s”"), option, text);
      return FALSE;
    }

  *start = tambour_zone_start_of_day (zone, date);

  return TRUE;
}

static int
import_calendar (TambourCtl   *ctl,
                 TambourStore *store,
                 const Words  *words,
                 const char   *path)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts = { 0 };
  TambourCalendarOrder order = {
    .now = { g_get_real_time () / G_USEC_PER_SEC },
    .zone = zone,
    .rejects = words->rejects,
    .dry_run = words->dry_run,
    .author = tambour_ctl_get_author (),
    .reject = say_reject,
    .reject_data = ctl,
  };
  gboolean finished;

  if (!read_day (ctl, "--from", words->from, zone, &order.from) || !read_day (ctl, "--until", words->until, zone, &order.until))
    return TAMBOUR_CTL_USAGE;
  if (words->account != NULL && !(account = tambour_lookup_account (store, words->account, &error)))
    return tambour_ctl_fail (ctl, error);

  order.account_id = account ? tambour_record_get_id (TAMBOUR_RECORD (account)) : NULL;
  finished = tambour_calendar_import (store, &order, path, &counts, ctl->cancellable, &error);

  return conclude (ctl, &counts, finished, error);
}

static int
import_cards (TambourCtl   *ctl,
              TambourStore *store,
              const Words  *words,
              const char   *path)
{
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts = { 0 };
  TambourCardOrder order = {
    .rejects = words->rejects,
    .dry_run = words->dry_run,
    .author = tambour_ctl_get_author (),
    .reject = say_reject,
    .reject_data = ctl,
  };
  gboolean finished;

  if (words->account != NULL && !(account = tambour_lookup_account (store, words->account, &error)))
    return tambour_ctl_fail (ctl, error);

  order.account_id = account ? tambour_record_get_id (TAMBOUR_RECORD (account)) : NULL;
  finished = tambour_card_import (store, &order, path, &counts, ctl->cancellable, &error);

  return conclude (ctl, &counts, finished, error);
}

/* Returns: %FALSE if what is named is not there, with @error set */
static gboolean
find_place (TambourStore    *store,
            const Words     *words,
            TambourAccount **account,
            TambourCase    **support_case,
            GError         **error)
{
  const char *account_id;

  if (words->account != NULL && !(*account = tambour_lookup_account (store, words->account, error)))
    return FALSE;

  account_id = *account ? tambour_record_get_id (TAMBOUR_RECORD (*account)) : NULL;

  return words->support_case == NULL || (*support_case = tambour_lookup_case (store, account_id, words->support_case, error));
}

static GBytes *
load_mail (TambourCtl  *ctl,
           const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_load_bytes (file, ctl->cancellable, NULL, error);
}

static int
import_mail (TambourCtl   *ctl,
             TambourStore *store,
             const Words  *words,
             const char   *path)
{
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(TambourCase) support_case = NULL;
  g_autoptr(TambourFiledMail) filed = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts = { .read = 1 };
  TambourMailOrder order = {
    .now = { g_get_real_time () / G_USEC_PER_SEC },
    .author = tambour_ctl_get_author (),
    .dry_run = words->dry_run,
  };

  if (!find_place (store, words, &account, &support_case, &error) || !(bytes = load_mail (ctl, path, &error)))
    return tambour_ctl_fail (ctl, error);

  order.account_id = account ? tambour_record_get_id (TAMBOUR_RECORD (account)) : NULL;
  order.case_id = support_case ? tambour_record_get_id (TAMBOUR_RECORD (support_case)) : NULL;
  if (!(filed = tambour_mail_file (store, &order, bytes, ctl->cancellable, &error)))
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; filed->left_out[i]; i++)
    fprintf (stderr, _("“%s” is larger than 50 MB, and is left out.\n"), filed->left_out[i]);
  counts.created = filed->is_new;
  counts.unchanged = !filed->is_new;
  print_counts (&counts);

  return filed->left_out[0] ? TAMBOUR_CTL_PARTLY : TAMBOUR_CTL_DONE;
}

static gboolean
is_dump (const char *path)
{
  return g_str_has_suffix (path, ".json") || g_str_has_suffix (path, ".jsonl");
}

/* Of some kinds there is a JSON of its own, which a map that ships says the meaning of. */
static gboolean
has_own_json (const char *kind,
              const char *path)
{
  static const char * const kinds[] = { "checklists", "library", NULL };

  return g_strv_contains (kinds, kind) && g_str_has_suffix (path, ".json");
}

/**
 * tambour_ctl_import:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `import KIND FILE [--map MAP.json] [--account NAME] [--rejects FILE] [--dry-run]`;
 *   prints what became of the rows as one JSON object
 *
 * Returns: the exit status: done in part if rows were rejected
 */
int
tambour_ctl_import (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  static const char * const calendars[] = { ".ics", ".ical", ".ifb", NULL };
  static const char * const cards[] = { ".vcf", ".vcard", NULL };
  g_auto(Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &words.map, N_("What the columns mean (found by the columns by default)"), "MAP.json" },
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &words.account, N_("Whose rows they are, where the file does not say"), "NAME" },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &words.rejects, N_("Where rows that cannot be imported go, with the reason"), "FILE" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words.dry_run, N_("Only count"), NULL },
    { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &words.calendar, N_("Of holidays: the catalogue’s calendar (all that close by default)"), "NAME" },
    { "valid-from", 0, 0, G_OPTION_ARG_FILENAME, &words.valid_from, N_("Of holidays: since when they count (today by default)"), "DATE" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_("Of a calendar: only what is not over by then"), "DATE" },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &words.until, N_("Of a calendar: only what begins before then"), "DATE" },
    { "case", 0, 0, G_OPTION_ARG_FILENAME, &words.support_case, N_("Of a mail: the case that it is about (found by the subject by default)"), "NUMBER" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "import KIND FILE", _("Brings records in from a file; running it twice changes nothing."),
                          entries, &argc, &argv, 2, 2, &status))
    return status;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  if (g_str_equal (argv[1], "holidays"))
    status = import_holidays (ctl, store, &words, argv[2]);
  else if (g_str_equal (get_kind (argv[1]), "engagements") && looks_like (argv[2], calendars, tambour_ical_looks_like_one))
    status = import_calendar (ctl, store, &words, argv[2]);
  else if (g_str_equal (argv[1], "mail"))
    status = import_mail (ctl, store, &words, argv[2]);
  else if (g_str_equal (argv[1], "contacts") && looks_like (argv[2], cards, tambour_vcards_looks_like_one))
    status = import_cards (ctl, store, &words, argv[2]);
  else if (g_str_equal (argv[1], "all") || (words.map == NULL && is_dump (argv[2]) && !has_own_json (argv[1], argv[2])))
    status = import_dump (ctl, store, &words, argv[2]);
  else
    status = import_table (ctl, store, &words, argv[1], argv[2]);

  tambour_store_close (store);

  return status;
}
