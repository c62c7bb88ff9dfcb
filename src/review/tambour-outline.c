/* tambour-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-outline.h"

#include <string.h>

G_DEFINE_QUARK (tambour-outline-error-quark, tambour_outline_error)

/* What the chapters are called in JSON; fixed for ever. */
static const char * const NICKS[TAMBOUR_N_CHAPTERS] = {
  [TAMBOUR_CHAPTER_COVER] = "cover",
  [TAMBOUR_CHAPTER_YEAR] = "year",
  [TAMBOUR_CHAPTER_GOALS] = "goals",
  [TAMBOUR_CHAPTER_SERVICE] = "service",
  [TAMBOUR_CHAPTER_CONTINUITY] = "continuity",
  [TAMBOUR_CHAPTER_USAGE] = "usage",
  [TAMBOUR_CHAPTER_AUDITS] = "audits",
  [TAMBOUR_CHAPTER_REQUESTS] = "requests",
  [TAMBOUR_CHAPTER_ENABLEMENT] = "enablement",
  [TAMBOUR_CHAPTER_VALUE] = "value",
  [TAMBOUR_CHAPTER_PROJECTS] = "projects",
  [TAMBOUR_CHAPTER_DECISIONS] = "decisions",
  [TAMBOUR_CHAPTER_APPENDIX] = "appendix",
};

/**
 * tambour_chapter_nick:
 * @chapter: a chapter
 *
 * Returns: what it is called in files
 */
const char *
tambour_chapter_nick (TambourChapter chapter)
{
  return NICKS[chapter];
}

/**
 * tambour_chapter_find:
 * @nick: (nullable): what a chapter is called in files
 * @chapter: (out): that chapter
 *
 * Returns: whether there is one
 */
gboolean
tambour_chapter_find (const char     *nick,
                      TambourChapter *chapter)
{
  for (guint i = 0; nick && i < G_N_ELEMENTS (NICKS); i++)
    if (g_str_equal (NICKS[i], nick))
      {
        *chapter = i;
        return TRUE;
      }

  return FALSE;
}

static void
check_free (gpointer data)
{
  TambourOutlineCheck *check = data;

  g_clear_pointer (&check->key, g_free);
  g_clear_pointer (&check->text, g_free);
  g_clear_pointer (&check->by, g_free);
  g_free (check);
}

/**
 * tambour_outline_new:
 *
 * Returns: (transfer full): an outline in which every chapter is as the program writes it
 */
TambourOutline *
tambour_outline_new (void)
{
  TambourOutline *self = g_new0 (TambourOutline, 1);

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    self->parts[i].chapter = i;
  self->checks = g_ptr_array_new_with_free_func (check_free);
  self->unknown = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tambour_outline_free:
 * @self: (transfer full): an outline
 */
void
tambour_outline_free (TambourOutline *self)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      g_clear_pointer (&self->parts[i].title, g_free);
      g_clear_pointer (&self->parts[i].written, g_free);
      g_clear_pointer (&self->parts[i].narrative, g_free);
      g_clear_pointer (&self->parts[i].extra, g_free);
    }
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_free);
  g_free (self);
}

/**
 * tambour_outline_find:
 * @self: an outline
 * @chapter: a chapter
 *
 * Returns: (transfer none): what was composed for it
 */
TambourOutlinePart *
tambour_outline_find (TambourOutline *self,
                      TambourChapter  chapter)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (self->parts[i].chapter == chapter)
      return &self->parts[i];

  g_assert_not_reached ();
}

/**
 * tambour_outline_move:
 * @self: an outline
 * @chapter: a chapter
 * @position: where it shall stand, counted from 0
 *
 * The cover stays first, the appendix last: it lists what the others tell.
 */
void
tambour_outline_move (TambourOutline *self,
                      TambourChapter  chapter,
                      guint           position)
{
  TambourOutlinePart *part = tambour_outline_find (self, chapter);
  TambourOutlinePart moved = *part;
  guint from = part - self->parts;

  if (chapter == TAMBOUR_CHAPTER_COVER)
    position = 0;
  else if (chapter == TAMBOUR_CHAPTER_APPENDIX)
    position = TAMBOUR_N_CHAPTERS - 1;
  else
    position = CLAMP (position, 1, TAMBOUR_N_CHAPTERS - 2);

  if (position > from)
    memmove (part, part + 1, (position - from) * sizeof *part);
  else
    memmove (self->parts + position + 1, self->parts + position, (from - position) * sizeof *part);
  self->parts[position] = moved;
}

static void
set_typed (char       **member,
           const char  *text)
{
  g_set_str (member, text && *text ? text : NULL);
}

/**
 * tambour_outline_set_title:
 * @self: an outline
 * @chapter: a chapter
 * @title: (nullable): what is typed; %NULL or empty for what the program writes
 * @written: (nullable): what the program writes now
 * @is_of_report: it writes that in the annual value report, not in the deck
 */
void
tambour_outline_set_title (TambourOutline *self,
                           TambourChapter  chapter,
                           const char     *title,
                           const char     *written,
                           gboolean        is_of_report)
{
  TambourOutlinePart *part = tambour_outline_find (self, chapter);

  set_typed (&part->title, title);
  set_typed (&part->written, part->title ? written : NULL);
  part->is_of_report = part->written != NULL && is_of_report;
}

/**
 * tambour_outline_set_narrative:
 * @self: an outline
 * @chapter: a chapter
 * @narrative: (nullable): what is typed
 */
void
tambour_outline_set_narrative (TambourOutline *self,
                               TambourChapter  chapter,
                               const char     *narrative)
{
  set_typed (&tambour_outline_find (self, chapter)->narrative, narrative);
}

static gint
compare_checks (gconstpointer a,
                gconstpointer b)
{
  const TambourOutlineCheck *first = *(const TambourOutlineCheck * const *) a;
  const TambourOutlineCheck *second = *(const TambourOutlineCheck * const *) b;

  return strcmp (first->key, second->key);
}

/**
 * tambour_outline_check:
 * @self: an outline
 * @key: of a figure
 * @text: as it is shown
 * @at: now
 * @by: (nullable): who looks at it
 *
 * Somebody says that the figure is right as it is shown.
 */
void
tambour_outline_check (TambourOutline *self,
                       const char     *key,
                       const char     *text,
                       TambourInstant  at,
                       const char     *by)
{
  TambourOutlineCheck *check = (TambourOutlineCheck *) tambour_outline_find_check (self, key);

  if (check == NULL)
    {
      check = g_new0 (TambourOutlineCheck, 1);
      check->key = g_strdup (key);
      g_ptr_array_add (self->checks, check);
      g_ptr_array_sort (self->checks, compare_checks);
    }

  g_set_str (&check->text, text);
  g_set_str (&check->by, by);
  check->at = at;
}

/**
 * tambour_outline_find_check:
 * @self: an outline
 * @key: of a figure
 *
 * Returns: (transfer none) (nullable): when somebody looked at it last
 */
const TambourOutlineCheck *
tambour_outline_find_check (TambourOutline *self,
                            const char     *key)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const TambourOutlineCheck *check = g_ptr_array_index (self->checks, i);

      if (g_str_equal (check->key, key))
        return check;
    }

  return NULL;
}
