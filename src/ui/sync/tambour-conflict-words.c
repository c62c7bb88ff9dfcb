/* tambour-conflict-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-conflict-words.h"

#include "tambour-differences.h"
#include "tambour-kind-words.h"
#include "tambour-markup.h"
#include "tambour-record-words.h"
#include "tambour-when.h"

/* What a dialog about conflicts says (DESIGN.md, screen 11). */

/* Of what both texts have in common, as much as shows where they differ. */
#define MAX_SAME  160
#define SAME_SHOWN 70

/**
 * tambour_conflict_is_mine:
 * @self: who reads
 * @by: (nullable): who wrote something, by name
 *
 * Returns: whether they are the same
 */
gboolean
tambour_conflict_is_mine (const TambourConflictReader *self,
                          const char                  *by)
{
  return by != NULL && g_strcmp0 (by, self->author) == 0;
}

/**
 * tambour_conflict_is_own_right:
 * @self: who reads
 * @part: a conflict
 *
 * Returns: whether the other value is the reader’s own, which stands first
 */
gboolean
tambour_conflict_is_own_right (const TambourConflictReader *self,
                               const TambourConflictPart   *part)
{
  return tambour_conflict_is_mine (self, part->other.by) && !tambour_conflict_is_mine (self, part->kept.by);
}

/**
 * tambour_conflict_words_title:
 * @self: who reads
 *
 * Returns: (transfer full): which record it is: "Goal · Guest Wi-Fi on its own policy · Saint Orla Hospitals"
 */
char *
tambour_conflict_words_title (const TambourConflictReader *self)
{
  TambourRecord *record = self->group->record;
  const TambourKindWords *kind = tambour_kind_get_words (TAMBOUR_RECORD_GET_CLASS (record));
  g_autofree char *title = tambour_record_words_short (record, self->group->others, self->now);
  g_autofree char *account = self->group->account ? tambour_record_words_short (self->group->account, NULL, self->now) : NULL;

  return account ? g_strdup_printf ("%s · %s · %s", _(kind->title), title, account) : g_strdup_printf ("%s · %s", _(kind->title), title);
}

/**
 * tambour_conflict_words_field:
 * @part: a conflict
 *
 * Returns: (transfer full): what it is about
 */
char *
tambour_conflict_words_field (const TambourConflictPart *part)
{
  if (part->is_removal)
    return g_strdup (_("Kept or removed"));

  return g_strdup (part->field->label ? _(part->field->label) : part->field->name);
}

/**
 * tambour_conflict_words_base:
 * @self: who reads
 * @part: a conflict
 *
 * Returns: (transfer full): what was there before either changed it: "was 30 %"
 */
char *
tambour_conflict_words_base (const TambourConflictReader *self,
                             const TambourConflictPart   *part)
{
  g_autofree char *words = NULL;
  g_autofree char *value = NULL;

  if (part->is_removal)
    return g_strdup ("");
  if (!tambour_field_is_stated (part->field, part->base))
    return g_strdup (_("nothing before"));

  words = tambour_field_words (part->field, part->base, self->group->others, self->now);
  value = tambour_words_shorten (words);
  g_free (words);
  words = tambour_words_isolate (value);

  /* Translators: %s is what a field said before */
  return g_strdup_printf (_("was %s"), words);
}

static char *
dup_moment (TambourInstant at,
            TambourInstant now)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *words = tambour_when_moment (at, here, now);

  if (tambour_instant_is_stated (at) && tambour_zone_date_of (here, at).julian == tambour_zone_date_of (here, now).julian)
    /* Translators: within a sentence; %s is a time of day */
    return g_strdup_printf (_("today %s"), words);

  return g_steal_pointer (&words);
}

/**
 * tambour_conflict_words_side:
 * @side: what one side wrote
 * @self: who reads
 *
 * Returns: (transfer full): who wrote it, and when: "You · today 08:58"
 */
char *
tambour_conflict_words_side (const TambourConflictSide   *side,
                             const TambourConflictReader *self)
{
  g_autofree char *when = dup_moment (side->at, self->now);
  g_autofree char *who = NULL;

  if (tambour_conflict_is_mine (self, side->by))
    who = g_strdup (_("You"));
  else
    who = side->by && *side->by ? tambour_words_isolate (side->by) : g_strdup (_("Nobody in particular"));

  return *when ? g_strdup_printf ("%s · %s", who, when) : g_steal_pointer (&who);
}

static const TambourConflictSide *
get_side (const TambourConflictPart *part,
          TambourConflictChoice      choice)
{
  return choice == TAMBOUR_CONFLICT_OTHER ? &part->other : &part->kept;
}

/* Returns: whether all that @choice chooses is by one person, and nothing else is */
static gboolean
is_of_one (const TambourConflictGroup *group,
           TambourConflictChoice       choice)
{
  TambourConflictChoice against = choice == TAMBOUR_CONFLICT_KEPT ? TAMBOUR_CONFLICT_OTHER : TAMBOUR_CONFLICT_KEPT;
  const char *by = get_side (g_ptr_array_index (group->parts, 0), choice)->by;

  for (guint i = 0; i < group->parts->len; i++)
    {
      const TambourConflictPart *part = g_ptr_array_index (group->parts, i);

      if (by == NULL || g_strcmp0 (get_side (part, choice)->by, by) != 0 || g_strcmp0 (get_side (part, against)->by, by) == 0)
        return FALSE;
    }

  return TRUE;
}

/* People by first name after the first mention (DESIGN.md section 9). */
static char *
dup_first_name (const char *name)
{
  g_autofree char *first = g_strndup (name, strcspn (name, " "));

  return tambour_words_isolate (first);
}

/**
 * tambour_conflict_words_all:
 * @self: who reads
 * @choice: %TAMBOUR_CONFLICT_KEPT or %TAMBOUR_CONFLICT_OTHER
 *
 * Returns: (transfer full): a button that chooses it everywhere
 */
char *
tambour_conflict_words_all (const TambourConflictReader *self,
                            TambourConflictChoice        choice)
{
  const char *by = get_side (g_ptr_array_index (self->group->parts, 0), choice)->by;
  g_autofree char *name = NULL;

  if (!is_of_one (self->group, choice))
    return g_strdup (choice == TAMBOUR_CONFLICT_KEPT ? _("Use All That Are Kept Now") : _("Use All Others"));
  if (tambour_conflict_is_mine (self, by))
    return g_strdup (_("Use All of Yours"));

  name = dup_first_name (by);

  /* Translators: %s is the first name of a person */
  return g_strdup_printf (_("Use All from %s"), name);
}

/* What both have in common, without what is far from any difference. */
static void
add_same (TambourMarkup *markup,
          const char    *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (length <= MAX_SAME)
    {
      tambour_markup_add (markup, text, -1);
      return;
    }

  head = g_utf8_substring (text, 0, SAME_SHOWN);
  tail = g_utf8_substring (text, length - SAME_SHOWN, length);
  tambour_markup_add (markup, head, -1);
  tambour_markup_add (markup, " … ", -1);
  tambour_markup_add (markup, tail, -1);
}

static void
add_tagged (TambourMarkup *markup,
            const char    *tag,
            const char    *text)
{
  tambour_markup_open (markup, tag);
  tambour_markup_add (markup, text, -1);
  tambour_markup_close (markup, tag);
}

/* What was added is underlined, what was taken away is struck through. */
static void
show_differences (GtkLabel   *label,
                  const char *before,
                  const char *text)
{
  g_autoptr(GPtrArray) list = tambour_differences_list (before, text);
  TambourMarkup markup;

  tambour_markup_init (&markup);
  for (guint i = 0; i < list->len; i++)
    {
      const TambourDifference *difference = g_ptr_array_index (list, i);

      switch (difference->kind)
        {
        case TAMBOUR_DIFFERENCE_SAME:
          add_same (&markup, difference->text);
          break;
        case TAMBOUR_DIFFERENCE_REMOVED:
          add_tagged (&markup, "s", difference->text);
          break;
        case TAMBOUR_DIFFERENCE_ADDED:
          add_tagged (&markup, "u", difference->text);
          break;
        }
    }
  tambour_markup_show (&markup, label);
  tambour_markup_clear (&markup);
}

static const char *
removal_words (const TambourConflictPart *part,
               const TambourConflictSide *side)
{
  return side == &part->kept ? _("Keep it, as it was changed") : _("Remove it");
}

/**
 * tambour_conflict_show_value:
 * @label: a label
 * @self: who reads
 * @part: a conflict
 * @side: one side of it
 *
 * Shows what @side wrote; of a text that was there before, what differs from that.
 */
void
tambour_conflict_show_value (GtkLabel                    *label,
                             const TambourConflictReader *self,
                             const TambourConflictPart   *part,
                             const TambourConflictSide   *side)
{
  g_autofree char *words = NULL;

  if (part->is_removal)
    {
      gtk_label_set_text (label, removal_words (part, side));
      return;
    }

  if (part->can_keep_both && tambour_field_is_stated (part->field, part->base) && tambour_field_is_stated (part->field, side->record))
    {
      show_differences (label, TAMBOUR_FIELD_AT (part->field, part->base, char *), TAMBOUR_FIELD_AT (part->field, side->record, char *));
      return;
    }

  words = tambour_field_words (part->field, side->record, self->group->others, self->now);
  gtk_label_set_text (label, *words ? words : C_("value", "nothing"));
}
