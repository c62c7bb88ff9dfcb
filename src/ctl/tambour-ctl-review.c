/* tambour-ctl-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-lookup.h"
#include "tambour-report.h"
#include "tambour-reviews.h"

/* The options that one review and many take alike. */
typedef struct
{
  char *period;
  char *as_of;
  char *layout;
  char *paper;
  char *format;
  char *output;
  char *language;
  char *report;
  char *snapshot;
  char *master;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->period, g_free);
  g_clear_pointer (&words->as_of, g_free);
  g_clear_pointer (&words->layout, g_free);
  g_clear_pointer (&words->paper, g_free);
  g_clear_pointer (&words->format, g_free);
  g_clear_pointer (&words->output, g_free);
  g_clear_pointer (&words->language, g_free);
  g_clear_pointer (&words->report, g_free);
  g_clear_pointer (&words->snapshot, g_free);
  g_clear_pointer (&words->master, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
parse_period (const char          *text,
              TambourReviewsOrder *order)
{
  g_auto(GStrv) ends = g_strsplit (text, "..", 2);

  return g_strv_length (ends) == 2 &&
         tambour_date_parse (ends[0], &order->from) &&
         tambour_date_parse (ends[1], &order->to) &&
         order->from.julian < order->to.julian;
}

/**
 * tambour_ctl_read_as_of:
 * @ctl: what every command gets
 * @as_of: a word
 * @instant: (out): the cut-off that it says
 *
 * Returns: the exit status, done if it is one
 */
int
tambour_ctl_read_as_of (TambourCtl     *ctl,
                        const char     *as_of,
                        TambourInstant *instant)
{
  if (!tambour_instant_parse (as_of, instant))
    return tambour_ctl_misuse (ctl, _("--as-of takes an instant such as 2026-11-23T10:00:00Z, not “%s”"), as_of);

  return TAMBOUR_CTL_DONE;
}

/**
 * tambour_ctl_read_period:
 * @ctl: what every command gets
 * @period: `FROM..TO`
 * @as_of: (nullable): an instant
 * @order: (inout): gets both
 *
 * Returns: the exit status, done if the words are right
 */
int
tambour_ctl_read_period (TambourCtl          *ctl,
                         const char          *period,
                         const char          *as_of,
                         TambourReviewsOrder *order)
{
  if (!parse_period (period, order))
    return tambour_ctl_misuse (ctl, _("--period takes the first day and the day after the last, such as 2025-10-01..2026-10-01, not “%s”"),
                               period);

  return as_of != NULL ? tambour_ctl_read_as_of (ctl, as_of, &order->as_of) : TAMBOUR_CTL_DONE;
}

static int
misuse_format (TambourCtl *ctl,
               const char *format)
{
  g_autofree char *names = tambour_review_format_dup_names (", ");

  return tambour_ctl_misuse (ctl, _("--format takes one of %s, not “%s”"), names, format);
}

static gboolean
parse_layout (const char          *text,
              TambourReviewLayout *layout)
{
  *layout = g_strcmp0 (text, "report") == 0 ? TAMBOUR_REVIEW_LAYOUT_REPORT : TAMBOUR_REVIEW_LAYOUT_DECK;

  return text == NULL || g_str_equal (text, "report") || g_str_equal (text, "deck");
}

static gboolean
parse_paper (const char         *text,
             TambourReviewPaper *paper)
{
  *paper = TAMBOUR_REVIEW_PAPER_USUAL;
  if (text != NULL)
    *paper = g_str_equal (text, "letter") ? TAMBOUR_REVIEW_PAPER_LETTER : TAMBOUR_REVIEW_PAPER_A4;

  return text == NULL || g_str_equal (text, "letter") || g_str_equal (text, "a4");
}

/* Returns: the exit status, done if layout and paper are right */
static int
read_layout (TambourCtl            *ctl,
             const Words           *words,
             TambourReviewSettings *settings)
{
  if (!parse_layout (words->layout, &settings->layout))
    return tambour_ctl_misuse (ctl, _("--layout takes deck or report, not “%s”"), words->layout);

  if (!parse_paper (words->paper, &settings->paper))
    return tambour_ctl_misuse (ctl, _("--paper takes a4 or letter, not “%s”"), words->paper);

  if (words->paper != NULL && settings->layout == TAMBOUR_REVIEW_LAYOUT_DECK)
    return tambour_ctl_misuse (ctl, _("--paper is for --layout report; a deck has the shape of a screen"));

  return TAMBOUR_CTL_DONE;
}

/* Returns: the exit status, done if the words are right */
static int
read_words (TambourCtl          *ctl,
            const Words         *words,
            TambourReviewsOrder *order)
{
  gboolean is_frozen = words->report != NULL || words->snapshot != NULL;
  int status;

  order->as_of.seconds = TAMBOUR_NEVER;
  order->settings.language = words->language;
  order->settings.master = words->master;

  if ((words->period == NULL && !is_frozen) || words->format == NULL || words->output == NULL)
    return tambour_ctl_misuse (ctl, _("it needs --period FROM..TO, --format and --output"));

  if (is_frozen && (words->period != NULL || words->as_of != NULL || (words->report != NULL && words->snapshot != NULL)))
    return tambour_ctl_misuse (ctl, _("--report or --snapshot say the period and the cut-off themselves"));

  if (!is_frozen && (status = tambour_ctl_read_period (ctl, words->period, words->as_of, order)) != TAMBOUR_CTL_DONE)
    return status;

  if (!tambour_review_format_find (words->format, &order->format))
    return misuse_format (ctl, words->format);

  if (words->master != NULL && order->format != TAMBOUR_REVIEW_FORMAT_PPTX)
    return tambour_ctl_misuse (ctl, _("--master goes with --format pptx"));

  return read_layout (ctl, words, &order->settings);
}

/* The report that was named, or the one whose snapshot was. Returns: (transfer full) (nullable) */
static TambourReport *
find_report (TambourStore  *store,
             const Words   *words,
             GError       **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_REPORT);
  g_autoptr(TambourRecordClass) frozen = g_type_class_ref (TAMBOUR_TYPE_SNAPSHOT);
  g_autoptr(TambourSnapshot) snapshot = NULL;

  if (words->snapshot == NULL)
    return (TambourReport *) tambour_store_get (store, klass, words->report, error);

  if (!(snapshot = (TambourSnapshot *) tambour_store_get (store, frozen, words->snapshot, error)))
    return NULL;

  return (TambourReport *) tambour_store_get (store, klass, snapshot->report_id.id, error);
}

static gboolean
write_report (TambourCtl                 *ctl,
              TambourStore               *store,
              TambourAccount             *account,
              const Words                *words,
              const TambourReviewsOrder  *order,
              GError                    **error)
{
  g_autoptr(TambourReport) report = find_report (store, words, error);

  if (report == NULL)
    return FALSE;

  if (g_strcmp0 (TAMBOUR_RECORD (report)->account_id.id, TAMBOUR_RECORD (account)->id) != 0)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("That review is not one of “%s”."), account->name);
      return FALSE;
    }

  return tambour_reviews_write_report (store, TAMBOUR_RECORD (report)->id, order, words->output, ctl->cancellable, error);
}

static gboolean
write_one (TambourCtl                 *ctl,
           TambourStore               *store,
           const char                 *name,
           const Words                *words,
           const TambourReviewsOrder  *order,
           GError                    **error)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (store, name, error);

  if (account == NULL)
    return FALSE;
  if (words->report != NULL || words->snapshot != NULL)
    return write_report (ctl, store, account, words, order, error);

  return tambour_reviews_write_one (store, account, order, words->output, ctl->cancellable, error);
}

/**
 * tambour_ctl_review:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `review ACCOUNT --period FROM..TO [--layout deck|report] [--paper a4|letter]
 *   --format FORMAT --output FILE [--language L] [--as-of INSTANT] [--master FILE]`, or with
 *   `--report ID` or `--snapshot ID` instead of the period
 *
 * Returns: the exit status
 */
int
tambour_ctl_review (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  g_auto(Words) words = { 0 };
  g_autofree char *formats = tambour_review_format_dup_names ("|");
  const GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &words.period, N_("First day and the day after the last"), "FROM..TO" },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &words.as_of, N_("What happened later does not count"), "INSTANT" },
    { "layout", 0, 0, G_OPTION_ARG_FILENAME, &words.layout, N_("deck (the default) or report, the annual value report"), "LAYOUT" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &words.paper, N_("Of a report: a4 or letter (what is usual for the language by default)"), "PAPER" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &words.format, N_("What is written"), formats },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_("The file to write"), "FILE" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &words.language, N_("Its language (the account’s by default)"), "L" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &words.report, N_("A review that was begun: it is written from its snapshot"), "ID" },
    { "snapshot", 0, 0, G_OPTION_ARG_FILENAME, &words.snapshot, N_("The same, by its snapshot"), "ID" },
    { "master", 0, 0, G_OPTION_ARG_FILENAME, &words.master, N_("A company’s own slide master (pptx)"), "FILE.pptx" },
    { NULL }
  };
  TambourReviewsOrder order = { 0 };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean written;
  int status;

  if (!tambour_ctl_parse (ctl, "review ACCOUNT", _("Writes an executive business review or an annual value report."), entries, &argc, &argv, 1, 1, &status))
    return status;

  if ((status = read_words (ctl, &words, &order)) != TAMBOUR_CTL_DONE)
    return status;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  written = write_one (ctl, store, argv[1], &words, &order, &error);
  tambour_store_close (store);

  return written ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

/* The accounts that were named, or all that are looked after. */
static GPtrArray *
list_accounts (TambourStore  *store,
               char         **names,
               GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  if (names == NULL)
    return tambour_query_order (query, "name", FALSE, error) ? tambour_store_list (store, query, NULL, error) : NULL;

  for (guint i = 0; names[i]; i++)
    {
      TambourAccount *account = tambour_lookup_account (store, names[i], error);

      if (account == NULL)
        return NULL;

      g_ptr_array_add (accounts, account);
    }

  return g_steal_pointer (&accounts);
}

/* Paths go to standard output, what failed to standard error. */
static int
report (TambourCtl *ctl,
        GPtrArray  *all)
{
  guint failed = 0;

  tambour_ctl_end_progress (ctl);

  for (guint i = 0; i < all->len; i++)
    {
      TambourReviewsDone *done = g_ptr_array_index (all, i);

      if (done->error == NULL)
        {
          tambour_ctl_print ("%s\n", done->path);
          continue;
        }

      failed++;
      fprintf (stderr, "tambourctl %s: %s: %s\n", ctl->command, done->path, done->error->message);
    }

  if (failed == 0)
    return TAMBOUR_CTL_DONE;

  return failed < all->len ? TAMBOUR_CTL_PARTLY : TAMBOUR_CTL_FAILED;
}

static int
write_reports (TambourCtl                 *ctl,
               TambourStore               *store,
               char                      **names,
               const TambourReviewsOrder  *order,
               const char                 *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = list_accounts (store, names, &error);
  g_autoptr(GPtrArray) done = NULL;

  if (accounts != NULL)
    done = tambour_reviews_write_all (store, accounts, order, folder,
                                      tambour_ctl_show_progress, ctl, ctl->cancellable, &error);

  return done ? report (ctl, done) : tambour_ctl_fail (ctl, error);
}

/**
 * tambour_ctl_reports:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `reports --period FROM..TO [--all | --account A…] [--layout deck|report] [--paper a4|letter]
 *   --format FORMAT --output DIR [--jobs N] [--language L] [--as-of INSTANT] [--master FILE]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_reports (TambourCtl  *ctl,
                     int          argc,
                     char       **argv)
{
  g_auto(Words) words = { 0 };
  g_autofree char *formats = tambour_review_format_dup_names ("|");
  g_auto(GStrv) names = NULL;
  gboolean all = FALSE;
  int jobs = g_get_num_processors ();
  TambourReviewsOrder order = { 0 };
  const GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &words.period, N_("First day and the day after the last"), "FROM..TO" },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &words.as_of, N_("What happened later does not count"), "INSTANT" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Every account"), NULL },
    { "account", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, N_("This account; can be given several times"), "A" },
    { "layout", 0, 0, G_OPTION_ARG_FILENAME, &words.layout, N_("deck (the default) or report, the annual value report"), "LAYOUT" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &words.paper, N_("Of a report: a4 or letter (what is usual for the language by default)"), "PAPER" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &words.format, N_("What is written"), formats },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_("The folder to write into"), "DIR" },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &jobs, N_("How many at once"), "N" },
    { "composed", 0, 0, G_OPTION_ARG_NONE, &order.composed, N_("As it was composed, where somebody began a review of the period"), NULL },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &words.language, N_("Their language (each account’s own by default)"), "L" },
    { "master", 0, 0, G_OPTION_ARG_FILENAME, &words.master, N_("A company’s own slide master (pptx)"), "FILE.pptx" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "reports", _("Writes the reviews of many accounts."), entries, &argc, &argv, 0, 0, &status))
    return status;

  if (all == (names != NULL))
    return tambour_ctl_misuse (ctl, _("it needs either --all or --account A"));

  if (jobs < 1 || jobs > 64)
    return tambour_ctl_misuse (ctl, _("--jobs takes 1 to 64"));

  if ((status = read_words (ctl, &words, &order)) != TAMBOUR_CTL_DONE)
    return status;

  order.jobs = jobs;
  order.with_rollup = TRUE;
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  status = write_reports (ctl, store, names, &order, words.output);
  tambour_store_close (store);

  return status;
}
