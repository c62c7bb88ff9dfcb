/* tambour-note.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourNoteGroup:
 * @TAMBOUR_NOTE_GROUP_INFRASTRUCTURE: what runs where, and how
 * @TAMBOUR_NOTE_GROUP_WORKFLOWS: how the customer works
 * @TAMBOUR_NOTE_GROUP_OBJECTIVES: what their business wants
 * @TAMBOUR_NOTE_GROUP_ENVIRONMENTS: the places where their components run
 *
 * What is known of a customer, in the order in which lists show it.
 */
typedef enum
{
  TAMBOUR_NOTE_GROUP_INFRASTRUCTURE,
  TAMBOUR_NOTE_GROUP_WORKFLOWS,
  TAMBOUR_NOTE_GROUP_OBJECTIVES,
  TAMBOUR_NOTE_GROUP_ENVIRONMENTS,
} TambourNoteGroup;

/* The groups before this one are of notes. */
#define TAMBOUR_N_NOTE_KINDS TAMBOUR_NOTE_GROUP_ENVIRONMENTS

TambourRecordClass *tambour_note_get_kind    (TambourNoteGroup    group);
gboolean            tambour_note_find_group  (TambourRecordClass *klass,
                                              TambourNoteGroup   *group);
gboolean            tambour_note_is_kind     (TambourRecordClass *klass);
gboolean            tambour_note_is_text     (const char         *field);

const char         *tambour_note_get_title   (TambourRecord      *note);
const char         *tambour_note_get_body    (TambourRecord      *note);
gint64              tambour_note_get_months  (TambourRecord      *note);
TambourDate         tambour_note_look_again  (TambourRecord      *note);

guint               tambour_note_count_words (const char         *text);

void                tambour_note_set_title   (TambourRecord      *note,
                                              const char         *title);
void                tambour_note_set_body    (TambourRecord      *note,
                                              const char         *body);
void                tambour_note_set_months  (TambourRecord      *note,
                                              gint64              months);
void                tambour_note_set_review  (TambourRecord      *note,
                                              TambourDate         day);

G_END_DECLS
