/* tambour-audit-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit-paper.h"

#include <math.h>

#include "tambour-pdf.h"
#include "tambour-row-paper.h"

#include "tambour-wording.h"

/* An audit while it is written down for the customer. What is only ours stays out:
 * comments and evidence are in it where the answer is for the customer to see.
 */
typedef struct
{
  const TambourAuditFile *file;
  GPtrArray              *facts;
  GArray                 *parts;   /* TambourPaperPart */
  GPtrArray              *rows;    /* the rows of the parts, which they belong to */
} Writing;

static const char *
say_answer (TambourAnswer answer)
{
  switch (answer)
    {
    case TAMBOUR_ANSWER_NOT_VERIFIED:
      return _("Not verified");
    case TAMBOUR_ANSWER_MET:
      return _("Pass");
    case TAMBOUR_ANSWER_PARTIAL:
      return _("Partial");
    case TAMBOUR_ANSWER_GAP:
      return _("Fail");
    case TAMBOUR_ANSWER_NOT_REQUIRED:
    case TAMBOUR_ANSWER_NA:
      return _("Not applicable");
    }

  g_return_val_if_reached ("");
}

static const char *
say_severity (TambourSeverity severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_LOW:
      return _("Low");
    case TAMBOUR_SEVERITY_MEDIUM:
      return _("Medium");
    case TAMBOUR_SEVERITY_HIGH:
      return _("High");
    }

  g_return_val_if_reached ("");
}

static char *
dup_date (TambourDate date)
{
  return tambour_date_is_stated (date) ? tambour_wording_date (date, TAMBOUR_DATE_FORM_SHORT) : NULL;
}

static GPtrArray *
begin_part (Writing    *self,
            const char *title,
            const char *empty)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_row_free);
  TambourPaperPart part = { title, NULL, empty, rows };

  g_ptr_array_add (self->rows, rows);
  g_array_append_val (self->parts, part);

  return rows;
}

/* --- in short -------------------------------------------------------------- */

static void
add_fact (Writing    *self,
          const char *name,
          const char *value)
{
  if (value != NULL && *value != '\0')
    g_ptr_array_add (self->facts, tambour_paper_fact_new (name, value));
}

static char *
dup_score (const TambourAuditFile *file)
{
  g_autofree char *figure = isnan (file->entry->score) ? NULL : tambour_wording_decimal (file->entry->score, 0);

  return figure ? tambour_wording_fill (_("{0} of 100"), figure, NULL) : g_strdup (_("Nothing is verified yet"));
}

static char *
dup_verified (const TambourAuditFile *file)
{
  g_autofree char *verified = tambour_wording_number (file->entry->tally.verified);
  g_autofree char *applicable = tambour_wording_number (file->entry->tally.applicable);

  return tambour_wording_fill (_("{0} of {1} checks that apply"), verified, applicable, NULL);
}

/* Over the questions that both have, in the same words (METRICS.md M42). */
static char *
dup_change (const TambourAuditFile *file)
{
  g_autofree char *points = NULL;
  g_autofree char *on = NULL;

  if (file->entry->before == NULL || isnan (file->entry->change))
    return NULL;

  points = tambour_wording_points (file->entry->change, 0);
  on = dup_date (file->entry->before->audit->on);

  return tambour_wording_fill (_("{0} since {1}, over the checks that both audits have"), points, on ? on : "", NULL);
}

static char *
dup_checklist (const TambourAuditFile *file)
{
  const TambourAuditTemplate *checklist = file->checklist;

  if (checklist == NULL)
    return NULL;
  if (checklist->version == NULL || *checklist->version == '\0')
    return g_strdup (checklist->name);

  return tambour_wording_fill (_("{0}, version {1}"), checklist->name ? checklist->name : "", checklist->version, NULL);
}

static void
add_facts (Writing *self)
{
  const TambourAuditFile *file = self->file;
  g_autofree char *checklist = dup_checklist (file);
  g_autofree char *on = dup_date (file->record->on);
  g_autofree char *score = dup_score (file);
  g_autofree char *verified = dup_verified (file);
  g_autofree char *change = dup_change (file);
  gboolean is_final = file->record->status == TAMBOUR_AUDIT_STATUS_FINAL;

  add_fact (self, _("Checklist"), checklist);
  add_fact (self, _("Date"), on);
  add_fact (self, _("Auditor"), file->record->auditor);
  add_fact (self, _("Reviewer"), file->record->reviewer);
  add_fact (self, _("State"), is_final ? _("Finished; the answers stay as they are") : _("In progress"));
  add_fact (self, _("Score"), score);
  add_fact (self, _("Verified"), verified);
  add_fact (self, _("Change"), change);
}

/* --- what was found -------------------------------------------------------- */

static void
add_named_line (TambourPaperRow *row,
                const char      *sentence,
                const char      *value)
{
  g_autofree char *line = value && *value ? tambour_wording_fill (sentence, value, NULL) : NULL;

  tambour_paper_row_line (row, line);
}

static void
add_finding (GPtrArray      *rows,
             TambourFinding *finding)
{
  TambourPaperRow *row = tambour_paper_row_new ("finding", TAMBOUR_RECORD (finding)->id, finding->title);

  row->lead = g_strdup (say_severity (finding->severity));
  row->is_urgent = finding->severity == TAMBOUR_SEVERITY_HIGH && finding->status != TAMBOUR_FINDING_STATUS_FIXED;
  row->end = finding->status == TAMBOUR_FINDING_STATUS_FIXED ? g_strdup (_("fixed")) : dup_date (finding->due);
  tambour_paper_row_line (row, finding->text);
  add_named_line (row, _("Advice: {0}"), finding->advice);
  add_named_line (row, _("Owner: {0}"), finding->owner);
  g_ptr_array_add (rows, row);
}

static void
add_accepted (GPtrArray      *rows,
              TambourFinding *finding)
{
  TambourPaperRow *row = tambour_paper_row_new ("finding", TAMBOUR_RECORD (finding)->id, finding->title);

  row->lead = g_strdup (say_severity (finding->severity));
  row->end = dup_date (finding->accepted_until);
  tambour_paper_row_line (row, finding->text);
  add_named_line (row, _("Accepted by {0}"), finding->accepted_by);
  g_ptr_array_add (rows, row);
}

static void
add_findings (Writing *self)
{
  GPtrArray *findings = self->file->findings;
  GPtrArray *open = begin_part (self, _("Findings"), _("Nothing was found that has to be mended."));
  GPtrArray *accepted = begin_part (self, _("Accepted risks"), _("No risk is accepted."));

  for (guint i = 0; i < findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (findings, i);

      switch ((TambourFindingStatus) finding->status)
        {
        case TAMBOUR_FINDING_STATUS_ACCEPTED:
          add_accepted (accepted, finding);
          break;
        case TAMBOUR_FINDING_STATUS_OPEN:
        case TAMBOUR_FINDING_STATUS_PLANNED:
        case TAMBOUR_FINDING_STATUS_FIXED:
          add_finding (open, finding);
          break;
        case TAMBOUR_FINDING_STATUS_INVALID:
          break;
        }
    }
}

/* --- the checks ------------------------------------------------------------ */

static TambourPaperRow *
new_check (const TambourAuditCheck *check)
{
  TambourAuditAnswer *answer = check->answer;
  const char *question = check->item && check->item->text ? check->item->text : answer->item_key;
  TambourPaperRow *row = tambour_paper_row_new ("audit_answer", TAMBOUR_RECORD (answer)->id, question);

  row->lead = g_strdup_printf ("%u.%u", check->section + 1, check->number);
  row->end = g_strdup (say_answer (answer->answer));
  row->is_urgent = answer->answer == TAMBOUR_ANSWER_GAP;
  if (TAMBOUR_RECORD (answer)->visibility != TAMBOUR_VISIBILITY_CUSTOMER)
    return row;

  tambour_paper_row_line (row, answer->comment);
  add_named_line (row, _("Shown by: {0}"), answer->evidence);

  return row;
}

static void
add_sections (Writing *self)
{
  for (guint i = 0; i < self->file->parts->len; i++)
    {
      const TambourAuditPart *part = g_ptr_array_index (self->file->parts, i);
      GPtrArray *rows = begin_part (self, *part->title ? part->title : _("Checks"), _("This section has no check."));

      for (guint k = part->first; k < part->first + part->n; k++)
        g_ptr_array_add (rows, new_check (g_ptr_array_index (self->file->checks, k)));
    }
}

/* What a score leaves out is said, one by one. */
static void
add_unanswered (Writing *self)
{
  GPtrArray *rows = begin_part (self, _("Not verified"), _("Every check is answered."));

  for (guint i = 0; i < self->file->checks->len; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (self->file->checks, i);

      if (check->answer->answer == TAMBOUR_ANSWER_NOT_VERIFIED)
        g_ptr_array_add (rows, new_check (check));
    }
}

/* --- the document ---------------------------------------------------------- */

static char *
dup_title (const TambourAuditFile *file)
{
  g_autofree char *score = NULL;

  if (isnan (file->entry->score))
    return g_strdup (_("Nothing is verified yet"));

  score = tambour_wording_decimal (file->entry->score, 0);
  if (file->entry->tally.verified < file->entry->tally.applicable)
    return tambour_wording_fill (_("The audit comes to {0} of 100, and is not complete"), score, NULL);

  return tambour_wording_fill (_("The audit comes to {0} of 100"), score, NULL);
}

/**
 * tambour_audit_paper_layout:
 * @file: an audit
 * @paper: %TAMBOUR_PAPER_A4 or %TAMBOUR_PAPER_LETTER
 * @language: (nullable): such as `de`; English if the program does not speak it
 * @error: return location
 *
 * Lays an audit out for the customer: the score with how much was verified (METRICS.md
 * M40), what was found, the risks that are accepted, each check, and by name what is
 * not verified. Comments and evidence are in it only where their answer is for the
 * customer to see. The same audit gives the same marks.
 *
 * This thread writes in @language from then on.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_audit_paper_layout (const TambourAuditFile  *file,
                            TambourPaper             paper,
                            const char              *language,
                            GError                 **error)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_fact_free);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (TambourPaperPart));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Writing writing = { file, facts, parts, rows };
  const char *account = file->account && file->account->name ? file->account->name : "";
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *on = NULL;
  g_autofree char *again = NULL;
  TambourRowPaper document = { .account = account, .paper = paper, .facts = facts };

  tambour_wording_set_language (tambour_wording_is_translated (language) ? language : NULL);
  add_facts (&writing);
  add_findings (&writing);
  add_sections (&writing);
  add_unanswered (&writing);

  title = dup_title (file);
  on = dup_date (file->record->on);
  name = tambour_wording_fill (_("{0}: {1}"), account, file->record->title && *file->record->title ? file->record->title : _("Audit"), NULL);
  again = tambour_wording_fill (_("{0}, continued"), file->record->title && *file->record->title ? file->record->title : _("Audit"), NULL);
  document.name = name;
  document.subject = _("Architecture audit");
  document.running = file->record->title && *file->record->title ? file->record->title : _("Audit");
  document.label = _("Architecture audit");
  document.title = title;
  document.again = again;
  document.footer = on ? on : "";
  document.language = tambour_wording_get_language ();
  document.created = file->record->on.julian > 0 ? tambour_zone_start_of_day (file->zone, file->record->on).seconds : file->at.seconds;
  document.parts = (const TambourPaperPart *) (gpointer) parts->data;
  document.n_parts = parts->len;

  return tambour_row_paper_layout (&document, error);
}

/**
 * tambour_audit_paper_write:
 * @file: an audit
 * @paper: %TAMBOUR_PAPER_A4 or %TAMBOUR_PAPER_LETTER
 * @language: (nullable): see tambour_audit_paper_layout()
 * @path: the PDF, replaced as a whole
 * @error: return location
 *
 * Returns: %FALSE if it could not be written
 */
gboolean
tambour_audit_paper_write (const TambourAuditFile  *file,
                           TambourPaper             paper,
                           const char              *language,
                           const char              *path,
                           GError                 **error)
{
  g_autoptr(TambourDocument) document = tambour_audit_paper_layout (file, paper, language, error);

  return document != NULL && tambour_pdf_write (document, path, error);
}
