/* tambour-review-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-draft.h"

/* More than anybody takes back one by one. */
#define MAX_STEPS 200

/* Who stops typing for so long begins something new. */
#define MICROSECONDS_OF_A_STEP (1500 * G_TIME_SPAN_MILLISECOND)

/**
 * TambourReviewDraft:
 *
 * What is composed of a review while somebody composes it, and what can be taken back of that.
 */
struct _TambourReviewDraft
{
  GObject         parent_instance;

  TambourOutline *outline;
  char           *text;        /* the same, written */
  char           *stored;      /* what the record says */
  GQueue          undo;        /* of Step, the last first */
  GQueue          redo;
  char           *label;       /* of what is done last */
  char           *group;       /* what belongs to that goes to the same step */
  gint64          grouped_at;
};

G_DEFINE_FINAL_TYPE (TambourReviewDraft, tambour_review_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What it was, and what was done then. */
typedef struct
{
  char *text;
  char *label;
} Step;

static void
step_free (Step *step)
{
  g_clear_pointer (&step->text, g_free);
  g_clear_pointer (&step->label, g_free);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
push_step (GQueue     *queue,
           const char *text,
           const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->text = g_strdup (text);
  step->label = g_strdup (label);
  g_queue_push_head (queue, step);
  if (g_queue_get_length (queue) > MAX_STEPS)
    step_free (g_queue_pop_tail (queue));
}

static void
clear_steps (TambourReviewDraft *self)
{
  g_queue_clear_full (&self->undo, (GDestroyNotify) step_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  g_clear_pointer (&self->group, g_free);
}

static gboolean
take (TambourReviewDraft  *self,
      const char          *text,
      GError             **error)
{
  TambourOutline *outline = tambour_outline_parse (text, error);

  if (outline == NULL)
    return FALSE;

  g_clear_pointer (&self->outline, tambour_outline_free);
  self->outline = outline;
  g_free (self->text);
  self->text = tambour_outline_write (outline);

  return TRUE;
}

static void
tambour_review_draft_finalize (GObject *object)
{
  TambourReviewDraft *self = TAMBOUR_REVIEW_DRAFT (object);

  clear_steps (self);
  g_clear_pointer (&self->outline, tambour_outline_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->stored, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (tambour_review_draft_parent_class)->finalize (object);
}

static void
tambour_review_draft_class_init (TambourReviewDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_review_draft_finalize;

  /**
   * TambourReviewDraft::changed:
   * @self: the draft
   * @is_turned: whether something was taken back, or done again: what is typed shows it
   *
   * Something else is composed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
tambour_review_draft_init (TambourReviewDraft *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
  self->outline = tambour_outline_new ();
  self->text = tambour_outline_write (self->outline);
  self->stored = g_strdup (self->text);
}

/**
 * tambour_review_draft_new:
 *
 * Returns: (transfer full): a draft in which every chapter is as the program writes it
 */
TambourReviewDraft *
tambour_review_draft_new (void)
{
  return g_object_new (TAMBOUR_TYPE_REVIEW_DRAFT, NULL);
}

/**
 * tambour_review_draft_set_stored:
 * @self: a draft
 * @text: (nullable): what the record says
 * @error: return location for a #TambourOutlineError
 *
 * What is composed here and not stored yet stays. Otherwise the draft says what the record says,
 * and what was done before cannot be taken back here.
 *
 * Returns: %FALSE if it cannot be read
 */
gboolean
tambour_review_draft_set_stored (TambourReviewDraft  *self,
                                 const char          *text,
                                 GError             **error)
{
  g_autofree char *before = NULL;

  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), FALSE);

  before = g_strdup (self->text);
  if (tambour_review_draft_is_changed (self))
    {
      g_autoptr(TambourOutline) outline = tambour_outline_parse (text, error);

      g_free (self->stored);
      self->stored = outline ? tambour_outline_write (outline) : NULL;
      return outline != NULL;
    }

  if (!take (self, text, error))
    return FALSE;

  g_set_str (&self->stored, self->text);
  if (g_str_equal (before, self->text))
    return TRUE;

  clear_steps (self);
  g_signal_emit (self, signals[CHANGED], 0, TRUE);

  return TRUE;
}

/**
 * tambour_review_draft_take_up:
 * @self: a draft that says what the record says
 * @text: what was composed before and not stored
 *
 * Goes on with it; that can be taken back.
 *
 * Returns: %FALSE if it cannot be read, or says the same
 */
gboolean
tambour_review_draft_take_up (TambourReviewDraft *self,
                              const char         *text)
{
  g_autofree char *before = NULL;

  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), FALSE);

  before = g_strdup (self->text);
  if (!take (self, text, NULL) || g_str_equal (before, self->text))
    return FALSE;

  push_step (&self->undo, before, self->label ? self->label : "");
  g_signal_emit (self, signals[CHANGED], 0, TRUE);

  return TRUE;
}

/**
 * tambour_review_draft_note_stored:
 * @self: a draft
 * @text: what it said when it was written to the record
 */
void
tambour_review_draft_note_stored (TambourReviewDraft *self,
                                  const char         *text)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self));

  g_set_str (&self->stored, text);
}

/**
 * tambour_review_draft_get_text:
 * @self: a draft
 *
 * Returns: (transfer none): what is composed, as the record keeps it
 */
const char *
tambour_review_draft_get_text (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), NULL);

  return self->text;
}

/**
 * tambour_review_draft_get_outline:
 * @self: a draft
 *
 * Returns: (transfer none): what is composed; it is changed between tambour_review_draft_begin()
 *   and tambour_review_draft_end()
 */
TambourOutline *
tambour_review_draft_get_outline (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), NULL);

  return self->outline;
}

/**
 * tambour_review_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether the record does not say it yet
 */
gboolean
tambour_review_draft_is_changed (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), FALSE);

  return g_strcmp0 (self->text, self->stored) != 0;
}

/**
 * tambour_review_draft_get_label:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what was done last
 */
const char *
tambour_review_draft_get_label (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), NULL);

  return self->label;
}

/**
 * tambour_review_draft_begin:
 * @self: a draft
 * @label: what is done, for people
 * @group: (nullable): what is done to the same again soon is the same step
 *
 * Returns: (transfer none): what is changed, up to tambour_review_draft_end()
 */
TambourOutline *
tambour_review_draft_begin (TambourReviewDraft *self,
                            const char         *label,
                            const char         *group)
{
  gint64 now = g_get_monotonic_time ();

  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), NULL);

  if (group == NULL || g_strcmp0 (self->group, group) != 0 || now - self->grouped_at > MICROSECONDS_OF_A_STEP)
    push_step (&self->undo, self->text, label);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  g_set_str (&self->label, label);
  g_set_str (&self->group, group);
  self->grouped_at = now;

  return self->outline;
}

/**
 * tambour_review_draft_end:
 * @self: a draft
 *
 * What was begun is done.
 */
void
tambour_review_draft_end (TambourReviewDraft *self)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self));

  g_free (self->text);
  self->text = tambour_outline_write (self->outline);
  g_signal_emit (self, signals[CHANGED], 0, FALSE);
}

/**
 * tambour_review_draft_can_undo:
 * @self: a draft
 *
 * Returns: whether there is something to take back
 */
gboolean
tambour_review_draft_can_undo (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), FALSE);

  return !g_queue_is_empty (&self->undo);
}

/**
 * tambour_review_draft_can_redo:
 * @self: a draft
 *
 * Returns: whether there is something to do again
 */
gboolean
tambour_review_draft_can_redo (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), FALSE);

  return !g_queue_is_empty (&self->redo);
}

static const char *
get_label (GQueue *queue)
{
  const Step *step = g_queue_peek_head (queue);

  return step ? step->label : NULL;
}

/**
 * tambour_review_draft_get_undo_label:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what tambour_review_draft_undo() would take back
 */
const char *
tambour_review_draft_get_undo_label (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), NULL);

  return get_label (&self->undo);
}

/**
 * tambour_review_draft_get_redo_label:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what tambour_review_draft_redo() would do again
 */
const char *
tambour_review_draft_get_redo_label (TambourReviewDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self), NULL);

  return get_label (&self->redo);
}

static void
turn (TambourReviewDraft *self,
      GQueue             *from,
      GQueue             *to)
{
  g_autoptr(Step) step = g_queue_pop_head (from);

  if (step == NULL)
    return;

  push_step (to, self->text, step->label);
  g_set_str (&self->label, step->label);
  g_clear_pointer (&self->group, g_free);
  take (self, step->text, NULL);
  g_signal_emit (self, signals[CHANGED], 0, TRUE);
}

/**
 * tambour_review_draft_undo:
 * @self: a draft
 *
 * Takes back what was done last.
 */
void
tambour_review_draft_undo (TambourReviewDraft *self)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self));

  turn (self, &self->undo, &self->redo);
}

/**
 * tambour_review_draft_redo:
 * @self: a draft
 *
 * Does again what was taken back last.
 */
void
tambour_review_draft_redo (TambourReviewDraft *self)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_DRAFT (self));

  turn (self, &self->redo, &self->undo);
}
