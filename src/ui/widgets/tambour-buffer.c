/* tambour-buffer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-buffer.h"

/**
 * tambour_buffer_dup_text:
 * @buffer: a text that is edited
 *
 * Returns: (transfer full): all of it
 */
char *
tambour_buffer_dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
