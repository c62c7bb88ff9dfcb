/* tambour-library-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-entry.h"

#include "tambour-record-words.h"

/**
 * TambourLibraryEntry:
 *
 * Something of the library in the model of a list.
 */
struct _TambourLibraryEntry
{
  GObject                   parent_instance;

  GPtrArray                *lines;  /* all that were read with it */
  const TambourLibraryLine *line;
};

G_DEFINE_FINAL_TYPE (TambourLibraryEntry, tambour_library_entry, G_TYPE_OBJECT)

static void
tambour_library_entry_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_LIBRARY_ENTRY (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_library_entry_parent_class)->finalize (object);
}

static void
tambour_library_entry_class_init (TambourLibraryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_library_entry_finalize;
}

static void
tambour_library_entry_init (TambourLibraryEntry *self)
{
}

/**
 * tambour_library_entry_list:
 * @lines: (element-type TambourLibraryLine): lines of the library, which the entries keep
 *
 * Returns: (transfer full) (element-type TambourLibraryEntry): an entry for each
 */
GPtrArray *
tambour_library_entry_list (GPtrArray *lines)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      TambourLibraryEntry *entry = g_object_new (TAMBOUR_TYPE_LIBRARY_ENTRY, NULL);

      entry->lines = g_ptr_array_ref (lines);
      entry->line = g_ptr_array_index (lines, i);
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

/**
 * tambour_library_entry_get_line:
 * @self: an entry
 *
 * Returns: (transfer none): what is known of it
 */
const TambourLibraryLine *
tambour_library_entry_get_line (TambourLibraryEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LIBRARY_ENTRY (self), NULL);

  return self->line;
}

/**
 * tambour_library_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): the id of its record
 */
const char *
tambour_library_entry_get_id (TambourLibraryEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LIBRARY_ENTRY (self), NULL);

  return self->line->record->id;
}

/* Below the kinds of items, and those of programmes, stands what is over. */
#define PART_OVER 100

/**
 * tambour_library_entry_get_part:
 * @self: an entry
 *
 * Returns: which part of its list it stands in: entries of one part stand together
 */
guint
tambour_library_entry_get_part (TambourLibraryEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LIBRARY_ENTRY (self), 0);

  if (self->line->is_over)
    return PART_OVER;

  return TAMBOUR_IS_LIBRARY_ITEM (self->line->record) ? TAMBOUR_LIBRARY_ITEM (self->line->record)->kind : 0;
}

static const char *
name_kind (TambourLibraryKind kind)
{
  switch (kind)
    {
    case TAMBOUR_LIBRARY_KIND_BEST_PRACTICE:
      return _("Best practices");
    case TAMBOUR_LIBRARY_KIND_WEBINAR:
      return _("Webinars");
    case TAMBOUR_LIBRARY_KIND_ARTICLE:
      return _("Articles");
    case TAMBOUR_LIBRARY_KIND_WHITE_PAPER:
      return _("White papers");
    case TAMBOUR_LIBRARY_KIND_TRAINING:
      return _("Trainings");
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_library_entry_get_name:
 * @self: an entry
 *
 * Returns: (transfer none): what its part of the list is called
 */
const char *
tambour_library_entry_get_name (TambourLibraryEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LIBRARY_ENTRY (self), NULL);

  if (TAMBOUR_IS_PROGRAMME (self->line->record))
    return self->line->is_over ? _("Over") : _("Now and to come");
  if (self->line->is_over)
    return _("Retired");

  return name_kind (TAMBOUR_LIBRARY_ITEM (self->line->record)->kind);
}

static gboolean
have (GStrv       labels,
      const char *folded)
{
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    if (tambour_words_have (labels[i], folded))
      return TRUE;

  return FALSE;
}

/**
 * tambour_library_entry_matches:
 * @self: an entry
 * @folded: what somebody looks for, folded by g_utf8_casefold()
 *
 * Returns: whether its title, its text or what it is for has it
 */
gboolean
tambour_library_entry_matches (TambourLibraryEntry *self,
                               const char          *folded)
{
  g_return_val_if_fail (TAMBOUR_IS_LIBRARY_ENTRY (self), FALSE);

  if (TAMBOUR_IS_PROGRAMME (self->line->record))
    {
      TambourProgramme *programme = TAMBOUR_PROGRAMME (self->line->record);

      return tambour_words_have (programme->title, folded) || tambour_words_have (programme->place, folded) ||
             tambour_words_have (programme->text, folded);
    }

  return tambour_words_have (TAMBOUR_LIBRARY_ITEM (self->line->record)->title, folded) ||
         tambour_words_have (TAMBOUR_LIBRARY_ITEM (self->line->record)->summary, folded) ||
         have (TAMBOUR_LIBRARY_ITEM (self->line->record)->tags, folded) ||
         have (TAMBOUR_LIBRARY_ITEM (self->line->record)->products, folded) ||
         have (TAMBOUR_LIBRARY_ITEM (self->line->record)->component_types, folded) ||
         have (TAMBOUR_LIBRARY_ITEM (self->line->record)->answers_to, folded);
}
