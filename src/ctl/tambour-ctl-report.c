/* tambour-ctl-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include <math.h>

#include "tambour-ctl.h"
#include "tambour-lookup.h"
#include "tambour-preflight.h"
#include "tambour-report-changes.h"
#include "tambour-report-moves.h"

/* What the words after `report` say. */
typedef struct
{
  char *period;
  char *kind;
  char *title;
  char *reason;
  char *as_of;
  char *outline;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->period, g_free);
  g_clear_pointer (&words->kind, g_free);
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->reason, g_free);
  g_clear_pointer (&words->as_of, g_free);
  g_clear_pointer (&words->outline, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static TambourInstant
get_now (void)
{
  return (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC };
}

/* --- moves ------------------------------------------------------------------- */

/* Returns: the exit status, done if the words are right */
static int
fill_words (TambourCtl        *ctl,
            const Words       *words,
            TambourReportMove *move)
{
  guint kind = TAMBOUR_REPORT_KIND_EBR;
  TambourReviewsOrder order = { 0 };
  int status;

  if (words->kind != NULL && !tambour_choice_from_nick (TAMBOUR_TYPE_REPORT_KIND, words->kind, &kind))
    return tambour_ctl_misuse (ctl, _("--kind takes ebr, qbr or annual, not “%s”"), words->kind);

  if (move->kind == TAMBOUR_REPORT_MOVE_BEGIN && words->period == NULL)
    return tambour_ctl_misuse (ctl, _("report begin needs --period with the first day and the day after the last, such as 2025-10-01..2026-10-01"));

  if (words->period != NULL && (status = tambour_ctl_read_period (ctl, words->period, NULL, &order)) != TAMBOUR_CTL_DONE)
    return status;

  if (words->as_of != NULL && (status = tambour_ctl_read_as_of (ctl, words->as_of, &move->as_of)) != TAMBOUR_CTL_DONE)
    return status;

  move->from = order.from;
  move->to = order.to;
  move->report_kind = kind;
  g_set_str (&move->title, words->title);
  g_set_str (&move->reason, words->reason);

  return TAMBOUR_CTL_DONE;
}

static gboolean
commit (TambourCtl         *ctl,
        TambourStore       *store,
        TambourReportMove  *move,
        const char         *label,
        GError            **error)
{
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), label);

  return tambour_report_move_fill (move, store, get_now (), change, ctl->cancellable, error) &&
         tambour_store_commit (store, change, error);
}

static gboolean
run_begin (TambourCtl         *ctl,
           TambourStore       *store,
           TambourReportMove  *move,
           const Words        *words,
           const char         *name,
           GError            **error)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (store, name, error);

  if (account == NULL)
    return FALSE;

  g_set_str (&move->account_id, TAMBOUR_RECORD (account)->id);

  return TRUE;
}

static gboolean
run_restate (TambourCtl         *ctl,
             TambourStore       *store,
             TambourReportMove  *move,
             const Words        *words,
             const char         *name,
             GError            **error)
{
  g_set_str (&move->of, name);

  return TRUE;
}

static gboolean
run_compose (TambourCtl         *ctl,
             TambourStore       *store,
             TambourReportMove  *move,
             const Words        *words,
             const char         *name,
             GError            **error)
{
  if (words->outline == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("report compose needs --outline FILE"));
      return FALSE;
    }

  return g_file_get_contents (words->outline, &move->outline, NULL, error);
}

/* --- what is told --------------------------------------------------------------- */

static void
set_number (JsonObject *object,
            const char *name,
            double      number)
{
  if (isnan (number))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, number);
}

static void
print_report (TambourCtl    *ctl,
              TambourReport *report)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *from = tambour_date_dup_text (report->period_from);
  g_autofree char *to = tambour_date_dup_text (tambour_report_end (report));
  const char *state = tambour_choice_nick (TAMBOUR_TYPE_REPORT_STATE, report->state);
  const char *title = report->title ? report->title : "";
  g_autofree char *text = g_strdup_printf ("%s\t%s\t%s..%s\t%s", TAMBOUR_RECORD (report)->id, state, from, to, title);

  json_object_set_string_member (object, "id", TAMBOUR_RECORD (report)->id);
  json_object_set_string_member (object, "account_id", TAMBOUR_RECORD (report)->account_id.id);
  json_object_set_string_member (object, "kind", tambour_choice_nick (TAMBOUR_TYPE_REPORT_KIND, report->kind));
  json_object_set_string_member (object, "state", state);
  json_object_set_string_member (object, "from", from);
  json_object_set_string_member (object, "to", to);
  json_object_set_string_member (object, "title", title);
  if (report->snapshot_hash != NULL)
    json_object_set_string_member (object, "snapshot_hash", report->snapshot_hash);
  if (report->supersedes_id.id != NULL)
    json_object_set_string_member (object, "supersedes", report->supersedes_id.id);
  tambour_ctl_print_object (ctl, object, text);
}

static gboolean
run_list (TambourCtl         *ctl,
          TambourStore       *store,
          TambourReportMove  *move,
          const Words        *words,
          const char         *name,
          GError            **error)
{
  g_autoptr(TambourAccount) account = name ? tambour_lookup_account (store, name, error) : NULL;
  g_autoptr(GPtrArray) reports = NULL;

  if ((name != NULL && account == NULL) ||
      !(reports = tambour_report_list (store, account ? TAMBOUR_RECORD (account)->id : NULL, ctl->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < reports->len; i++)
    print_report (ctl, g_ptr_array_index (reports, i));

  return TRUE;
}

static const char *
get_cause (TambourCauseKind kind)
{
  switch (kind)
    {
    case TAMBOUR_CAUSE_ADDED:
      return "added";
    case TAMBOUR_CAUSE_CHANGED:
      return "changed";
    case TAMBOUR_CAUSE_REMOVED:
      return "removed";
    case TAMBOUR_CAUSE_DEFINITION:
      return "definition";
    }

  g_assert_not_reached ();
}

static JsonObject *
pack_cause (const TambourReportCause *cause)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = tambour_instant_is_stated (cause->at) ? tambour_instant_dup_text (cause->at) : NULL;

  json_object_set_string_member (object, "what", get_cause (cause->kind));
  if (cause->record != NULL)
    {
      json_object_set_string_member (object, "record", TAMBOUR_RECORD_GET_CLASS (cause->record)->kind);
      json_object_set_string_member (object, "id", cause->record->id);
    }
  if (cause->fields != NULL && cause->fields[0] != NULL)
    {
      JsonArray *fields = json_array_new ();

      for (guint i = 0; cause->fields[i]; i++)
        json_array_add_string_element (fields, cause->fields[i]);
      json_object_set_array_member (object, "fields", fields);
    }
  if (at != NULL)
    json_object_set_string_member (object, "at", at);
  if (cause->by != NULL)
    json_object_set_string_member (object, "by", cause->by);
  if (cause->label != NULL)
    json_object_set_string_member (object, "label", cause->label);
  if (cause->change > 0)
    json_object_set_int_member (object, "change", cause->change);

  return object;
}

/* A figure, and below it a line for each reason. */
static void
print_change (TambourCtl                *ctl,
              const TambourReportChange *change)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  JsonArray *causes = json_array_new ();

  g_string_printf (text, "%s\t%s\t%s", change->key, change->then ? change->then : "-", change->now ? change->now : "-");
  for (guint i = 0; i < change->causes->len; i++)
    {
      const TambourReportCause *cause = g_ptr_array_index (change->causes, i);
      g_autofree char *title = cause->record ? tambour_record_dup_title (cause->record) : NULL;

      json_array_add_object_element (causes, pack_cause (cause));
      g_string_append_printf (text, "\n\t%s\t%s\t%s\t%s", get_cause (cause->kind),
                              cause->record ? TAMBOUR_RECORD_GET_CLASS (cause->record)->kind : "", title ? title : "",
                              cause->by ? cause->by : "");
    }

  json_object_set_string_member (object, "key", change->key);
  json_object_set_string_member (object, "name", change->name);
  json_object_set_string_member (object, "unit", change->unit ? change->unit : "");
  json_object_set_string_member (object, "then", change->then ? change->then : "");
  json_object_set_string_member (object, "now", change->now ? change->now : "");
  set_number (object, "then_value", change->then_value);
  set_number (object, "now_value", change->now_value);
  json_object_set_int_member (object, "then_version", change->then_version);
  json_object_set_int_member (object, "now_version", change->now_version);
  json_object_set_array_member (object, "causes", causes);
  tambour_ctl_print_object (ctl, object, text->str);
}

/* With the report that it restates: what changed and why. Else with the one before: every figure. */
static gboolean
run_compare (TambourCtl         *ctl,
             TambourStore       *store,
             TambourReportMove  *move,
             const Words        *words,
             const char         *name,
             GError            **error)
{
  g_autoptr(TambourReportFile) now = tambour_report_file_load (store, name, ctl->cancellable, error);
  TambourReport *other = now == NULL ? NULL : now->supersedes ? now->supersedes
                                                              : now->before;
  g_autoptr(TambourReportFile) then = NULL;
  g_autoptr(GPtrArray) changes = NULL;

  if (now == NULL)
    return FALSE;

  if (other == NULL)
    {
      g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                           _("There is no finished review before this one to compare it with."));
      return FALSE;
    }

  if (!(then = tambour_report_file_load (store, TAMBOUR_RECORD (other)->id, ctl->cancellable, error)))
    return FALSE;

  changes = now->supersedes ? tambour_report_restated (store, then, now, ctl->cancellable, error) : tambour_report_compare (then, now);
  for (guint i = 0; changes && i < changes->len; i++)
    print_change (ctl, g_ptr_array_index (changes, i));

  return changes != NULL;
}

static const char *
get_weight (TambourPreflightWeight weight)
{
  switch (weight)
    {
    case TAMBOUR_PREFLIGHT_MUST:
      return "must";
    case TAMBOUR_PREFLIGHT_SHOULD:
      return "should";
    case TAMBOUR_PREFLIGHT_HINT:
      return "hint";
    }

  g_assert_not_reached ();
}

static void
print_line (TambourCtl                 *ctl,
            const TambourPreflightLine *line)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *text = g_strdup_printf ("%s\t%s", get_weight (line->weight), line->sentence);

  json_object_set_string_member (object, "weight", get_weight (line->weight));
  json_object_set_string_member (object, "sentence", line->sentence);
  if (line->record_id != NULL)
    json_object_set_string_member (object, "id", line->record_id);
  if (line->chapter >= 0)
    json_object_set_string_member (object, "chapter", tambour_chapter_nick (line->chapter));
  if (line->key != NULL)
    json_object_set_string_member (object, "key", line->key);
  tambour_ctl_print_object (ctl, object, text);
}

static gboolean
run_check (TambourCtl         *ctl,
           TambourStore       *store,
           TambourReportMove  *move,
           const Words        *words,
           const char         *name,
           GError            **error)
{
  g_autoptr(TambourReportFile) file = tambour_report_file_load (store, name, ctl->cancellable, error);
  const TambourReviewSettings settings = {
    .layout = file && file->record->kind == TAMBOUR_REPORT_KIND_ANNUAL ? TAMBOUR_REVIEW_LAYOUT_REPORT : TAMBOUR_REVIEW_LAYOUT_DECK,
  };
  g_autoptr(GPtrArray) lines = file ? tambour_preflight_list (file, &settings, error) : NULL;

  for (guint i = 0; lines && i < lines->len; i++)
    print_line (ctl, g_ptr_array_index (lines, i));

  return lines != NULL;
}

/* --- the command -------------------------------------------------------------------- */

typedef gboolean (*RunFunc) (TambourCtl         *ctl,
                             TambourStore       *store,
                             TambourReportMove  *move,
                             const Words        *words,
                             const char         *name,
                             GError            **error);

/* What writes has a label, and the move that @run has prepared is made; the others tell. */
static const struct
{
  const char            *name;
  const char            *label;
  TambourReportMoveKind  kind;
  RunFunc                run;
  gboolean               makes;  /* a report, whose id is printed */
  gboolean               any;    /* of all accounts without a name */
} commands[] = {
  { "begin", N_("Begin a review"), TAMBOUR_REPORT_MOVE_BEGIN, run_begin, TRUE, FALSE },
  { "refresh", N_("Refresh a review"), TAMBOUR_REPORT_MOVE_REFRESH, NULL, FALSE, FALSE },
  { "compose", N_("Compose a review"), TAMBOUR_REPORT_MOVE_COMPOSE, run_compose, FALSE, FALSE },
  { "finish", N_("Finish a review"), TAMBOUR_REPORT_MOVE_FINISH, NULL, FALSE, FALSE },
  { "restate", N_("Restate a review"), TAMBOUR_REPORT_MOVE_RESTATE, run_restate, TRUE, FALSE },
  { "discard", N_("Discard a review"), TAMBOUR_REPORT_MOVE_DISCARD, NULL, FALSE, FALSE },
  { "list", NULL, TAMBOUR_REPORT_MOVE_BEGIN, run_list, FALSE, TRUE },
  { "compare", NULL, TAMBOUR_REPORT_MOVE_BEGIN, run_compare, FALSE, FALSE },
  { "check", NULL, TAMBOUR_REPORT_MOVE_BEGIN, run_check, FALSE, FALSE },
};

static int
run (TambourCtl  *ctl,
     guint        i,
     const Words *words,
     const char  *name)
{
  g_autofree char *id = commands[i].makes ? tambour_id_new () : g_strdup (name);
  g_autoptr(TambourReportMove) move = tambour_report_move_new (commands[i].kind, id);
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean writes = commands[i].label != NULL;
  gboolean done;
  int status;

  if (writes && (status = fill_words (ctl, words, move)) != TAMBOUR_CTL_DONE)
    return status;
  if (!(store = tambour_ctl_open (ctl, writes ? TAMBOUR_STORE_OPEN : TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  done = (commands[i].run == NULL || commands[i].run (ctl, store, move, words, name, &error)) &&
         (!writes || commit (ctl, store, move, _(commands[i].label), &error));
  tambour_store_close (store);
  if (!done)
    return tambour_ctl_fail (ctl, error);
  if (commands[i].makes)
    tambour_ctl_print ("%s\n", id);

  return TAMBOUR_CTL_DONE;
}

/**
 * tambour_ctl_report:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `report begin ACCOUNT --period FROM..TO [--kind KIND] [--title T] [--as-of INSTANT]`,
 *   `report refresh|finish|discard|compare|check ID`, `report compose ID --outline FILE`,
 *   `report restate ID [--reason R]` or `report list [ACCOUNT]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_report (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  g_auto(Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &words.period, N_("First day and the day after the last"), "FROM..TO" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &words.kind, N_("ebr (the default), qbr or annual"), "KIND" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &words.title, N_("What it is called"), "TITLE" },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &words.as_of, N_("What happened later does not count"), "INSTANT" },
    { "outline", 0, 0, G_OPTION_ARG_FILENAME, &words.outline, N_("What was composed, as JSON"), "FILE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &words.reason, N_("Why it is restated"), "REASON" },
    { NULL }
  };
  const char *form = "report begin|refresh|compose|finish|restate|discard|list|compare|check [ACCOUNT|ID]";
  int status;

  if (!tambour_ctl_parse (ctl, form, _("Makes, finishes and restates a review."), entries, &argc, &argv, 1, 2, &status))
    return status;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]) && (argc == 3 || commands[i].any))
      return run (ctl, i, &words, argc == 3 ? argv[2] : NULL);

  return tambour_ctl_misuse (ctl, _("the command is: tambourctl %s"), form);
}
