/* tambour-audit-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit-item.h"

/**
 * TambourAuditItem:
 *
 * A check of an audit in a list. What was answered is seen before it is written.
 */
struct _TambourAuditItem
{
  GObject            parent_instance;

  TambourAuditCheck  check;
  TambourAnswer      answer;
};

G_DEFINE_FINAL_TYPE (TambourAuditItem, tambour_audit_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tambour_audit_item_finalize (GObject *object)
{
  TambourAuditItem *self = TAMBOUR_AUDIT_ITEM (object);

  g_clear_object (&self->check.answer);
  g_clear_object (&self->check.item);
  g_clear_object (&self->check.finding);
  g_clear_object (&self->check.action);

  G_OBJECT_CLASS (tambour_audit_item_parent_class)->finalize (object);
}

static void
tambour_audit_item_class_init (TambourAuditItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_audit_item_finalize;

  /**
   * TambourAuditItem::changed:
   *
   * It says something else than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_audit_item_init (TambourAuditItem *self)
{
}

/**
 * tambour_audit_item_new:
 * @check: a check
 *
 * Returns: (transfer full): an item of a list
 */
TambourAuditItem *
tambour_audit_item_new (const TambourAuditCheck *check)
{
  TambourAuditItem *self = g_object_new (TAMBOUR_TYPE_AUDIT_ITEM, NULL);

  tambour_audit_item_set_check (self, check);

  return self;
}

/**
 * tambour_audit_item_get_check:
 * @self: an item
 *
 * Returns: (transfer none): the check, as it was read
 */
const TambourAuditCheck *
tambour_audit_item_get_check (TambourAuditItem *self)
{
  return &self->check;
}

/**
 * tambour_audit_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of its answer
 */
const char *
tambour_audit_item_get_id (TambourAuditItem *self)
{
  return tambour_record_get_id (TAMBOUR_RECORD (self->check.answer));
}

/**
 * tambour_audit_item_get_answer:
 * @self: an item
 *
 * Returns: what was answered, maybe not written yet
 */
TambourAnswer
tambour_audit_item_get_answer (TambourAuditItem *self)
{
  return self->answer;
}

/**
 * tambour_audit_item_set_check:
 * @self: an item
 * @check: the check, as it was read anew
 */
void
tambour_audit_item_set_check (TambourAuditItem        *self,
                              const TambourAuditCheck *check)
{
  g_set_object (&self->check.answer, check->answer);
  g_set_object (&self->check.item, check->item);
  g_set_object (&self->check.finding, check->finding);
  g_set_object (&self->check.action, check->action);
  self->check.section = check->section;
  self->check.number = check->number;
  self->check.n_files = check->n_files;
  self->answer = check->answer->answer;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tambour_audit_item_set_answer:
 * @self: an item
 * @answer: what is being written
 */
void
tambour_audit_item_set_answer (TambourAuditItem *self,
                               TambourAnswer     answer)
{
  if (self->answer == answer)
    return;

  self->answer = answer;
  g_signal_emit (self, signals[CHANGED], 0);
}
