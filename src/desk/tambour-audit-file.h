/* tambour-audit-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit-series.h"
#include "tambour-engagement.h"

G_BEGIN_DECLS

#define TAMBOUR_N_ANSWERS (TAMBOUR_ANSWER_NA + 1)

/**
 * TambourAuditCheck:
 * @item: (nullable): the question, unless it was removed
 * @finding: (nullable): what was found there
 * @action: (nullable): what was planned to mend that
 * @section: which section it is in, from 0
 * @number: which it is in its section, from 1
 * @n_files: how many files show the answer
 *
 * A question of an audit, and what was answered.
 */
typedef struct
{
  TambourAuditAnswer  *answer;
  TambourTemplateItem *item;
  TambourFinding      *finding;
  TambourActionItem   *action;
  guint                section;
  guint                number;
  guint                n_files;
} TambourAuditCheck;

/**
 * TambourAuditPart:
 * @title: what the section is called; empty if it has no name
 * @first: which of the checks is its first
 * @n: how many it has
 * @n_answered: how many of them are answered
 * @worst: %TAMBOUR_ANSWER_GAP or %TAMBOUR_ANSWER_PARTIAL if one of them is so, else
 *   %TAMBOUR_ANSWER_MET
 *
 * A section of an audit.
 */
typedef struct
{
  char          *title;
  guint          first;
  guint          n;
  guint          n_answered;
  TambourAnswer  worst;
} TambourAuditPart;

/**
 * TambourAuditFile:
 * @at: when it was read
 * @zone: the customer's time zone
 * @checklist: (nullable): what it goes by
 * @parts: (element-type TambourAuditPart): its sections, in the order of the checklist
 * @checks: (element-type TambourAuditCheck): its questions, in that order
 * @findings: (element-type TambourFinding): what was found, the worst first
 * @counts: how many answers there are, by #TambourAnswer
 * @series: (element-type TambourAuditEntry): the finished audits by the same
 *   checklist up to this one, the oldest first, and this one
 * @entry: this one among them, with its score and its change
 *
 * An audit with all that belongs to it, read at once. Nobody changes it.
 */
typedef struct
{
  TambourInstant        at;
  TambourAudit         *record;
  TambourAccount       *account;
  GTimeZone            *zone;
  TambourAuditTemplate *checklist;
  GPtrArray            *parts;
  GPtrArray            *checks;
  GPtrArray            *findings;
  guint                 counts[TAMBOUR_N_ANSWERS];
  GPtrArray            *series;
  TambourAuditEntry    *entry;
} TambourAuditFile;

TambourAuditFile *tambour_audit_file_load (TambourStore      *store,
                                           const char        *audit_id,
                                           TambourInstant     at,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              tambour_audit_file_free (TambourAuditFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAuditFile, tambour_audit_file_free)

G_END_DECLS
