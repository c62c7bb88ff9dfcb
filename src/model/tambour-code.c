/* tambour-code.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-code.h"

/* Code is text, whatever it looks like. */

/* Returns: how many of the fence’s signs the line begins with, if three at least */
static guint
count_fence (const char *line,
             char       *sign)
{
  const char *start = line + strspn (line, " ");
  guint n = 0;

  if (*start != '`' && *start != '~')
    return 0;

  while (start[n] == *start)
    n++;
  *sign = *start;

  return n >= 3 ? n : 0;
}

/**
 * tambour_fence_covers:
 * @self: what was found in the lines before
 * @line: the next line
 *
 * Returns: whether the line is code, or begins or ends it
 */
gboolean
tambour_fence_covers (TambourFence *self,
                      const char   *line)
{
  char sign = '\0';
  guint n = count_fence (line, &sign);

  if (self->n == 0)
    {
      *self = (TambourFence) { sign, n };
      return n > 0;
    }

  if (n >= self->n && sign == self->sign)
    self->n = 0;

  return TRUE;
}

/**
 * tambour_code_skip:
 * @at: where code may begin, with one sign or more
 * @end: where the line ends
 *
 * Returns: (nullable): what follows `code`, which has as many signs at its end as
 *   at its beginning; %NULL where there is none
 */
const char *
tambour_code_skip (const char *at,
                   const char *end)
{
  gsize n = strspn (at, "`");
  const char *from = at + n;

  while (n > 0 && from < end)
    {
      gsize other = strspn (from, "`");

      if (other == n)
        return from + n;
      from += other ? other : 1;
    }

  return NULL;
}
