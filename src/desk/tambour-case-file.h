/* tambour-case-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-case.h"
#include "tambour-clock-facts.h"
#include "tambour-stretches.h"

G_BEGIN_DECLS

/**
 * TambourCaseStepKind:
 * @TAMBOUR_CASE_STEP_EVENT: its event says what
 * @TAMBOUR_CASE_STEP_ESCALATED: its escalation was declared then
 * @TAMBOUR_CASE_STEP_DEESCALATED: and was over then
 */
typedef enum
{
  TAMBOUR_CASE_STEP_EVENT,
  TAMBOUR_CASE_STEP_ESCALATED,
  TAMBOUR_CASE_STEP_DEESCALATED,
} TambourCaseStepKind;

/**
 * TambourCaseStep:
 * @event: (nullable): of an event
 * @escalation: (nullable): of an escalation
 * @other: (nullable): the case that it was linked to, if that is there
 * @other_account: (nullable): whose that is, if it is somebody else's
 * @from: (nullable): of a new owner, who it was before
 * @note: (nullable): of a new owner, what was written for them at the same time
 * @is_read: of a new owner, whether they read such a note at the same time
 * @channel: of a case that was opened, how
 * @seconds: of a case that was opened, until a person answered; of one that was
 *   resumed, since it was paused; else %TAMBOUR_NEVER
 *
 * Something that keeps the case on its way, or that whoever takes it over has to
 * know. The conversation with the customer is no part of it.
 */
typedef struct
{
  TambourCaseStepKind  kind;
  TambourInstant       at;
  TambourCaseEvent    *event;
  TambourEscalation   *escalation;
  TambourCase         *other;
  char                *other_account;
  char                *from;
  TambourCaseEvent    *note;
  gboolean             is_read;
  TambourChannel       channel;
  gint64               seconds;
} TambourCaseStep;

/**
 * TambourCaseClock:
 * @stretches: (element-type TambourStretch): what its time was, from its start to
 *   its end or now
 *
 * A clock of a case, and why it stands as it does.
 */
typedef struct
{
  TambourClockFacts *facts;
  GArray            *stretches;
} TambourCaseClock;

/**
 * TambourCaseHandover:
 * @note: (nullable): what the owner was told when they got it
 * @read_at: when they said that they had read it; not stated if they have not
 *
 * What the last owner left for this one.
 */
typedef struct
{
  TambourCaseEvent *note;
  TambourInstant    read_at;
} TambourCaseHandover;

/**
 * TambourCaseFile:
 * @at: when it was read
 * @zone: the customer's time zone
 * @owner: (nullable): whose it is, as people call them
 * @is_mine: whether that is the person who reads
 * @owner_since: since when; not stated if it has always been theirs
 * @reporter: (nullable): who reported it
 * @known_issue: (nullable): what it is a part of
 * @root_cause: (nullable): what it came from
 * @incident: (nullable): the outage that it is about
 * @escalation: (nullable): the last one, if it is not over
 * @links: (element-type TambourCase): the other cases that it is linked to
 * @notes: (element-type TambourRecord): notes of the account that mention it
 * @clocks: (element-type TambourCaseClock): the newest first
 * @steps: (element-type TambourCaseStep): the newest first
 * @until: up to when its life is told: now, or when it was solved
 * @life: (element-type TambourStretch): what its time was, from its opening
 * @is_paused: whether the customer is waited for
 *
 * A case with all that belongs to it, read at once. Nobody changes it.
 */
typedef struct
{
  TambourInstant       at;
  TambourCase         *record;
  TambourAccount      *account;
  GTimeZone           *zone;
  char                *owner;
  gboolean             is_mine;
  TambourInstant       owner_since;
  char                *reporter;
  TambourRecord       *known_issue;
  TambourRootCause    *root_cause;
  TambourIncident     *incident;
  TambourEscalation   *escalation;
  GPtrArray           *links;
  GPtrArray           *notes;
  GPtrArray           *clocks;
  GPtrArray           *steps;
  TambourCaseHandover  handover;
  TambourInstant       until;
  GArray              *life;
  gboolean             is_paused;
} TambourCaseFile;

TambourCaseFile *tambour_case_file_load (TambourStore     *store,
                                         const char       *case_id,
                                         const char       *me,
                                         TambourInstant    at,
                                         GCancellable     *cancellable,
                                         GError          **error);
void             tambour_case_file_free (TambourCaseFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCaseFile, tambour_case_file_free)

gboolean tambour_case_is_over (TambourCase *support_case);

G_END_DECLS
