/* tambour-audit-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tambour-audit-text.h"
#include "tambour-choice-words.h"
#include "tambour-when.h"

/* What is said of audits. */

/* A hint that is longer is not read in passing. */
#define MAX_HINT 100

/**
 * tambour_audit_text_answer:
 * @answer: an answer
 *
 * Returns: (transfer none): what it is called
 */
const char *
tambour_audit_text_answer (TambourAnswer answer)
{
  switch (answer)
    {
    case TAMBOUR_ANSWER_MET:
      return _("Pass");
    case TAMBOUR_ANSWER_PARTIAL:
      return _("Partial");
    case TAMBOUR_ANSWER_GAP:
      return _("Fail");
    case TAMBOUR_ANSWER_NA:
      return _("Not applicable");
    case TAMBOUR_ANSWER_NOT_REQUIRED:
      return _("Not required");
    case TAMBOUR_ANSWER_NOT_VERIFIED:
      break;
    }

  return _("Open");
}

/**
 * tambour_audit_text_line:
 * @check: a check
 *
 * Returns: (transfer full): how many files show it, and what was said about it, else
 *   why it is asked, else what would show it, if that is short: some checklists have a
 *   whole query there
 */
char *
tambour_audit_text_line (const TambourAuditCheck *check)
{
  const char *lines[] = {
    check->answer->comment,
    check->item ? check->item->why : NULL,
    check->item ? check->item->evidence_hint : NULL,
  };
  g_autofree char *files = check->n_files ? g_strdup_printf (ngettext ("%d file", "%d files", (int) check->n_files), (int) check->n_files) : NULL;

  if (lines[2] != NULL && strlen (lines[2]) > MAX_HINT)
    lines[2] = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      return files ? g_strjoin (" · ", files, lines[i], NULL) : g_strdup (lines[i]);

  return files ? g_steal_pointer (&files) : g_strdup ("");
}

/**
 * tambour_audit_text_score:
 * @score: a score, or %NAN
 *
 * Returns: (transfer full): its figure
 */
char *
tambour_audit_text_score (double score)
{
  return isnan (score) ? g_strdup ("–") : g_strdup_printf ("%.0f", score);
}

/**
 * tambour_audit_text_when:
 * @audit: an audit
 * @with_month: whether the year alone does not tell it from others
 *
 * Returns: (transfer full): when it was
 */
char *
tambour_audit_text_when (TambourAudit *audit,
                         gboolean      with_month)
{
  int year, month, day;

  tambour_date_split (audit->on, &year, &month, &day);

  return with_month ? g_strdup_printf ("%d/%02d", month, year % 100) : g_strdup_printf ("%d", year);
}

static gboolean
is_same_year (TambourAudit *a,
              TambourAudit *b)
{
  int first, second, month, day;

  tambour_date_split (a->on, &first, &month, &day);
  tambour_date_split (b->on, &second, &month, &day);

  return first == second;
}

/**
 * tambour_audit_text_change:
 * @entry: an audit
 *
 * Returns: (transfer full) (nullable): how its score changed, and since when
 */
char *
tambour_audit_text_change (const TambourAuditEntry *entry)
{
  g_autofree char *when = NULL;

  if (entry->before == NULL || isnan (entry->change))
    return NULL;

  when = is_same_year (entry->audit, entry->before->audit) ? tambour_when_month (entry->before->audit->on)
                                                           : tambour_audit_text_when (entry->before->audit, FALSE);
  if (round (entry->change) == 0)
    /* Translators: %s is when the audit before was, such as 2025 */
    return g_strdup_printf (_("as in %s"), when);

  /* Translators: by how many points a score changed, with its sign, and since when: "+7 since 2025" */
  return g_strdup_printf (_("%1$+.0f since %2$s"), entry->change, when);
}

/**
 * tambour_audit_text_sum:
 * @entry: an audit
 *
 * Returns: (transfer full): how its score came about
 */
char *
tambour_audit_text_sum (const TambourAuditEntry *entry)
{
  const TambourAuditTally *tally = &entry->tally;

  return g_strdup_printf (_("%1$.1f of %2$.0f points: high counts 5, medium 3, low 1; pass all of it, partial half.\n%3$d of %4$d checks that apply are verified."),
                          tally->earned, tally->possible, (int) tally->verified, (int) tally->applicable);
}

/**
 * tambour_audit_text_trend:
 * @series: (element-type TambourAuditEntry): audits
 *
 * Returns: (transfer full): what their scores were, for those who do not see the chart
 */
char *
tambour_audit_text_trend (GPtrArray *series)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < series->len; i++)
    {
      const TambourAuditEntry *entry = g_ptr_array_index (series, i);
      g_autofree char *when = tambour_when_month (entry->audit->on);
      g_autofree char *score = tambour_audit_text_score (entry->score);

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", when, score);
    }

  /* Translators: %s is a list such as "Nov 2025 74, Nov 2026 81" */
  return g_strdup_printf (_("Score of 100: %s"), text->str);
}

/**
 * tambour_audit_text_part:
 * @part: a section
 *
 * Returns: (transfer none): what it is called
 */
const char *
tambour_audit_text_part (const TambourAuditPart *part)
{
  return *part->title ? part->title : _("Checks");
}

/**
 * tambour_audit_text_progress:
 * @n_answered: how many checks are answered
 * @n: how many there are
 *
 * Returns: (transfer full): that in words
 */
char *
tambour_audit_text_progress (guint n_answered,
                             guint n)
{
  return g_strdup_printf (ngettext ("%1$d of %2$d check", "%1$d of %2$d checks", n), (int) n_answered, (int) n);
}

/**
 * tambour_audit_text_icon:
 * @severity: how bad a finding is
 * @style: (out): the class of the icon
 *
 * Returns: (transfer none): an icon whose shape says so
 */
const char *
tambour_audit_text_icon (TambourSeverity   severity,
                         const char      **style)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_HIGH:
      *style = "error";
      return "tambour-health-risk-symbolic";
    case TAMBOUR_SEVERITY_MEDIUM:
      *style = "warning";
      return "tambour-health-attention-symbolic";
    case TAMBOUR_SEVERITY_LOW:
      break;
    }

  *style = "dimmed";

  return "tambour-health-none-symbolic";
}

static const char *
name_severity (TambourSeverity severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_HIGH:
      return C_("severity", "High");
    case TAMBOUR_SEVERITY_MEDIUM:
      return C_("severity", "Medium");
    case TAMBOUR_SEVERITY_LOW:
      break;
    }

  return C_("severity", "Low");
}

/**
 * tambour_audit_text_finding:
 * @finding: a finding
 * @today: what day it is
 *
 * Returns: (transfer full): how bad it is, and how it stands
 */
char *
tambour_audit_text_finding (TambourFinding *finding,
                            TambourDate     today)
{
  const char *severity = name_severity (finding->severity);
  TambourDate day = finding->status == TAMBOUR_FINDING_STATUS_ACCEPTED ? finding->accepted_until : finding->due;
  g_autofree char *date = tambour_date_is_stated (day) ? tambour_when_date (day, today) : NULL;
  const char *status = finding->status == TAMBOUR_FINDING_STATUS_OPEN
                         ? NULL
                         : _(tambour_choice_get_words (TAMBOUR_TYPE_FINDING_STATUS, finding->status));

  return status ? g_strjoin (" · ", severity, status, date, NULL) : g_strjoin (" · ", severity, date, NULL);
}

/**
 * tambour_audit_text_evidence:
 * @answer: an answer
 *
 * Returns: (transfer full): what shows it, one by one
 */
GStrv
tambour_audit_text_evidence (TambourAuditAnswer *answer)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = g_strsplit (answer->evidence ? answer->evidence : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}
