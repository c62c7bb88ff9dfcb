/* tambour-audit-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"
#include "tambour-change.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAuditMoveKind:
 * @TAMBOUR_AUDIT_MOVE_BEGIN: an audit @id begins by the checklist @of, with the account
 *   @account_id; @title is what it is called
 * @TAMBOUR_AUDIT_MOVE_ANSWER: the answer @id says @answer
 * @TAMBOUR_AUDIT_MOVE_EVIDENCE: @evidence is what shows the answer @id, one thing a line
 * @TAMBOUR_AUDIT_MOVE_COMMENT: that, and @text is said beside it
 * @TAMBOUR_AUDIT_MOVE_RAISE: the answer @of has a finding: @title, @text, @advice,
 *   @severity, @owner and @due
 * @TAMBOUR_AUDIT_MOVE_EDIT: the finding @id says that from now on
 * @TAMBOUR_AUDIT_MOVE_RATE: the finding @id is of @severity
 * @TAMBOUR_AUDIT_MOVE_PLAN: an action mends the finding @id
 * @TAMBOUR_AUDIT_MOVE_ACCEPT: @owner accepts the risk of the finding @id until @due
 * @TAMBOUR_AUDIT_MOVE_FINISH: the audit @id is final
 *
 * What one can do about an audit.
 */
typedef enum
{
  TAMBOUR_AUDIT_MOVE_BEGIN,
  TAMBOUR_AUDIT_MOVE_ANSWER,
  TAMBOUR_AUDIT_MOVE_EVIDENCE,
  TAMBOUR_AUDIT_MOVE_COMMENT,
  TAMBOUR_AUDIT_MOVE_RAISE,
  TAMBOUR_AUDIT_MOVE_EDIT,
  TAMBOUR_AUDIT_MOVE_RATE,
  TAMBOUR_AUDIT_MOVE_PLAN,
  TAMBOUR_AUDIT_MOVE_ACCEPT,
  TAMBOUR_AUDIT_MOVE_FINISH,
} TambourAuditMoveKind;

/**
 * TambourAuditMove:
 * @by: (nullable): the name of who does it
 *
 * What is to be done about an audit; see #TambourAuditMoveKind.
 */
typedef struct
{
  TambourAuditMoveKind  kind;
  char                 *id;
  char                 *of;
  char                 *account_id;
  char                 *by;
  TambourAnswer         answer;
  char                 *title;
  char                 *evidence;
  char                 *text;
  char                 *advice;
  TambourSeverity       severity;
  char                 *owner;
  TambourDate           due;
} TambourAuditMove;

TambourAuditMove *tambour_audit_move_new  (TambourAuditMoveKind  kind,
                                           const char           *id,
                                           const char           *by);
void              tambour_audit_move_free (TambourAuditMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAuditMove, tambour_audit_move_free)

gboolean tambour_audit_move_fill (const TambourAuditMove  *self,
                                  TambourStore            *store,
                                  TambourInstant           at,
                                  TambourChange           *change,
                                  GError                 **error);

char    *tambour_audit_dup_hash  (GPtrArray               *answers);

G_END_DECLS
