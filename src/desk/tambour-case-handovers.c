/* tambour-case-handovers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case-file-private.h"

/* Returns: (nullable): the step in which somebody got the case who the note is for */
static TambourCaseStep *
find_owner_of (TambourCaseFile       *file,
               const TambourCaseStep *note)
{
  for (guint i = 0; i < file->steps->len; i++)
    {
      TambourCaseStep *step = g_ptr_array_index (file->steps, i);

      if (step->event != NULL && step->event->kind == TAMBOUR_EVENT_KIND_OWNER && step->at.seconds == note->at.seconds &&
          g_strcmp0 (step->event->to, note->event->to) == 0)
        return step;
    }

  return NULL;
}

static gboolean
join_step (TambourCaseFile       *file,
           const TambourCaseStep *step)
{
  gboolean is_note = step->event != NULL && step->event->kind == TAMBOUR_EVENT_KIND_HANDOVER_NOTE;
  gboolean is_read = step->event != NULL && step->event->kind == TAMBOUR_EVENT_KIND_HANDOVER_READ;
  TambourCaseStep *owner = is_note || is_read ? find_owner_of (file, step) : NULL;

  if (owner == NULL || (is_note && owner->note != NULL))
    return FALSE;

  if (is_note)
    owner->note = g_object_ref (step->event);
  else
    owner->is_read = TRUE;

  return TRUE;
}

/**
 * tambour_case_file_join_handovers:
 * @self: (inout): a file with its steps
 *
 * A case that is handed over with a note, or taken with one that was read, is one
 * step, not two.
 */
void
tambour_case_file_join_handovers (TambourCaseFile *self)
{
  for (guint i = self->steps->len; i-- > 0;)
    if (join_step (self, g_ptr_array_index (self->steps, i)))
      g_ptr_array_remove_index (self->steps, i);
}
