/* tambour-form-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-form-private.h"
#include "tambour-merge.h"
#include "tambour-record-begin.h"
#include "tambour-record-words.h"

/* What a form does when somebody else writes the record that is edited in it. */

static char *
dup_note (TambourForm        *self,
          const TambourField *field,
          TambourRecord      *theirs,
          const char         *by)
{
  g_autofree char *words = tambour_field_words (field, theirs, self->others, tambour_portfolio_now (self->portfolio));
  g_autofree char *part = tambour_words_shorten (words);
  g_autofree char *value = tambour_words_isolate (part);
  g_autofree char *when = tambour_words_lately (theirs->updated_at, tambour_portfolio_now (self->portfolio));
  g_autofree char *who = tambour_words_isolate (by ? by : "");

  if (*part == '\0')
    /* Translators: a name and a time */
    return g_strdup_printf (_("Emptied by %1$s, %2$s, while you were typing"), who, when);

  /* Translators: a value, a name and a time */
  return g_strdup_printf (_("Changed to “%1$s” by %2$s, %3$s, while you were typing"), value, who, when);
}

/* Labels that both added go together; nobody needs to be asked. */
static gboolean
unite (TambourForm     *self,
       TambourFieldRow *row,
       TambourRecord   *theirs)
{
  const TambourField *field = tambour_field_row_get_field (row);
  g_autoptr(TambourRecord) mine = tambour_record_dup (self->base);
  g_autoptr(GPtrArray) open = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *draft = NULL;

  if (field->merge != TAMBOUR_MERGE_UNION || (wrong = tambour_field_row_read (row, mine)))
    return FALSE;

  open = tambour_merge (self->base, mine, theirs);
  tambour_field_row_show (row, mine, self->others);
  draft = tambour_field_row_dup_draft (row);
  tambour_field_row_take_draft (row, draft);

  return TRUE;
}

/* Returns: whether a person has to look at it */
static gboolean
take_theirs (TambourForm     *self,
             TambourFieldRow *row,
             TambourRecord   *theirs,
             const char      *by,
             guint           *n_shown)
{
  const TambourField *field = tambour_field_row_get_field (row);
  gboolean is_changed = !tambour_field_equal (field, self->base, theirs);
  g_autoptr(TambourRecord) mine = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *note = NULL;

  if (!tambour_form_is_row_edited (self, row))
    {
      *n_shown += is_changed;
      tambour_field_row_show (row, theirs, self->others);
      return FALSE;
    }

  if (!is_changed || unite (self, row, theirs))
    return FALSE;

  mine = tambour_record_dup (self->base);
  wrong = tambour_field_row_read (row, mine);
  if (wrong == NULL && tambour_field_equal (field, mine, theirs))
    {
      tambour_field_row_show (row, theirs, self->others);
      return FALSE;
    }

  note = dup_note (self, field, theirs, by);
  tambour_field_row_set_note (row, note);

  return TRUE;
}

/**
 * tambour_form_take_theirs:
 * @self: a form that shows something
 * @theirs: the record as somebody else has written it meanwhile
 * @by: (nullable): what that person is called
 * @others: (nullable): the records that it mentions, by id
 * @n_shown: (out): how many fields show what they have written
 *
 * Fields that nobody types in show what @theirs says; others keep what is typed,
 * and say what was written. @theirs is the base from then on.
 *
 * Returns: in how many fields both have written something
 */
guint
tambour_form_take_theirs (TambourForm   *self,
                          TambourRecord *theirs,
                          const char    *by,
                          GHashTable    *others,
                          guint         *n_shown)
{
  guint n = 0;

  g_return_val_if_fail (TAMBOUR_IS_FORM (self), 0);

  *n_shown = 0;
  tambour_form_set_others (self, others);
  for (guint i = 0; i < self->rows->len; i++)
    n += take_theirs (self, g_ptr_array_index (self->rows, i), theirs, by, n_shown);

  g_set_object (&self->base, theirs);
  tambour_form_tell_account (self);

  return n;
}

/**
 * tambour_form_keep_as_new:
 * @self: a form that shows a record
 *
 * What it says becomes another record, which is not made yet.
 */
void
tambour_form_keep_as_new (TambourForm *self)
{
  TambourRecord *record;

  g_return_if_fail (TAMBOUR_IS_FORM (self));

  record = tambour_record_begin_copy (self->base);
  g_clear_object (&self->base);
  self->base = record;
  self->is_new = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    tambour_field_row_set_editable (g_ptr_array_index (self->rows, i), TRUE);
}
