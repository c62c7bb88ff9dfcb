/* tambour-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note.h"

#include "tambour-kinds.h"

/* The kinds of notes differ in what else they say; these fields all of them have. */

static const char * const kinds[] = {
  [TAMBOUR_NOTE_GROUP_INFRASTRUCTURE] = "infra_note",
  [TAMBOUR_NOTE_GROUP_WORKFLOWS] = "workflow_note",
  [TAMBOUR_NOTE_GROUP_OBJECTIVES] = "objective_note",
  [TAMBOUR_NOTE_GROUP_ENVIRONMENTS] = "environment",
};

/**
 * tambour_note_get_kind:
 * @group: a group
 *
 * Returns: (transfer none): the kind of record that is in it
 */
TambourRecordClass *
tambour_note_get_kind (TambourNoteGroup group)
{
  return tambour_kinds_find (kinds[group]);
}

/**
 * tambour_note_find_group:
 * @klass: a kind of record
 * @group: (out) (optional): the group that it is in
 *
 * Returns: whether it is a kind of note, or environments
 */
gboolean
tambour_note_find_group (TambourRecordClass *klass,
                         TambourNoteGroup   *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (klass->kind, kinds[i]))
      {
        if (group != NULL)
          *group = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * tambour_note_is_kind:
 * @klass: a kind of record
 *
 * Returns: whether it is a kind of note
 */
gboolean
tambour_note_is_kind (TambourRecordClass *klass)
{
  TambourNoteGroup group;

  return tambour_note_find_group (klass, &group) && group < TAMBOUR_N_NOTE_KINDS;
}

/**
 * tambour_note_is_text:
 * @field: the name of a field of a note
 *
 * Returns: whether it is a part of its text: a change of such a field is a revision,
 *   one of another, such as the day of its review, is none
 */
gboolean
tambour_note_is_text (const char *field)
{
  return g_str_equal (field, "title") || g_str_equal (field, "body");
}

static const TambourField *
find_field (TambourRecord *note,
            const char    *name)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (note), name);

  g_assert (field != NULL);

  return field;
}

static const char *
get_text (TambourRecord *note,
          const char    *name)
{
  const char *text = TAMBOUR_FIELD_AT (find_field (note, name), note, char *);

  return text ? text : "";
}

static void
set_text (TambourRecord *note,
          const char    *name,
          const char    *text)
{
  g_set_str (&TAMBOUR_FIELD_AT (find_field (note, name), note, char *), text);
}

/**
 * tambour_note_get_title:
 * @note: a note
 *
 * Returns: (transfer none): what it is called
 */
const char *
tambour_note_get_title (TambourRecord *note)
{
  return get_text (note, "title");
}

/**
 * tambour_note_get_body:
 * @note: a note
 *
 * Returns: (transfer none): its Markdown
 */
const char *
tambour_note_get_body (TambourRecord *note)
{
  return get_text (note, "body");
}

/**
 * tambour_note_get_months:
 * @note: a note
 *
 * Returns: after how many months somebody looks at it again, or 0 if nobody has to
 */
gint64
tambour_note_get_months (TambourRecord *note)
{
  gint64 months = TAMBOUR_FIELD_AT (find_field (note, "review_months"), note, gint64);

  return MAX (months, 0);
}

/**
 * tambour_note_look_again:
 * @note: a note
 *
 * Returns: the day on which somebody looks at it again; none if nobody has to, or
 *   nobody has ever said that it is current
 */
TambourDate
tambour_note_look_again (TambourRecord *note)
{
  TambourDate reviewed_on = TAMBOUR_FIELD_AT (find_field (note, "reviewed_on"), note, TambourDate);
  gint64 months = tambour_note_get_months (note);
  GDate day;

  if (reviewed_on.julian == 0 || months == 0)
    return (TambourDate) { 0 };

  g_date_clear (&day, 1);
  g_date_set_julian (&day, reviewed_on.julian);
  g_date_add_months (&day, (guint) MIN (months, 1200));

  return (TambourDate) { g_date_get_julian (&day) };
}

/**
 * tambour_note_set_title:
 * @note: a note
 * @title: what it is called
 */
void
tambour_note_set_title (TambourRecord *note,
                        const char    *title)
{
  set_text (note, "title", title);
}

/**
 * tambour_note_set_body:
 * @note: a note
 * @body: its Markdown
 */
void
tambour_note_set_body (TambourRecord *note,
                       const char    *body)
{
  set_text (note, "body", body);
}

/**
 * tambour_note_set_months:
 * @note: a note
 * @months: after how many somebody looks at it again; 0 if nobody has to
 */
void
tambour_note_set_months (TambourRecord *note,
                         gint64         months)
{
  TAMBOUR_FIELD_AT (find_field (note, "review_months"), note, gint64) = months > 0 ? months : TAMBOUR_NO_COUNT;
}

/**
 * tambour_note_set_review:
 * @note: a note
 * @day: the day on which somebody said that it is current
 */
void
tambour_note_set_review (TambourRecord *note,
                         TambourDate    day)
{
  TAMBOUR_FIELD_AT (find_field (note, "reviewed_on"), note, TambourDate) = day;
}

/**
 * tambour_note_count_words:
 * @text: Markdown, or a part of it
 *
 * Returns: how many words one reads in it; marks are none
 */
guint
tambour_note_count_words (const char *text)
{
  guint n = 0;
  gboolean is_in_word = FALSE;

  for (; *text; text = g_utf8_next_char (text))
    {
      gboolean is_word = g_unichar_isalnum (g_utf8_get_char (text));

      n += is_word && !is_in_word;
      is_in_word = is_word || (is_in_word && strchr ("'-_.", *text) != NULL && *text != '\0');
    }

  return n;
}
