/* tambour-field-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FIELD_ROW (tambour_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TambourFieldRow, tambour_field_row, TAMBOUR, FIELD_ROW, AdwBin)

/**
 * TambourFieldRowClass:
 * @set_up: makes the editor, when the field is known
 * @show: has the editor show what a record says; @others knows the records that
 *   it mentions
 * @read: writes what the editor says into a record; returns (transfer full) what is
 *   wrong with it, or %NULL
 * @dup_draft: what was typed, whether it is right or not
 * @take_draft: has the editor say what @dup_draft gave
 * @set_editable: whether it can be edited
 *
 * A row of a form: an editor of one field.
 */
struct _TambourFieldRowClass
{
  AdwBinClass parent_class;

  void  (*set_up)       (TambourFieldRow *self);
  void  (*show)         (TambourFieldRow *self,
                TambourRecord *record,
                GHashTable *others);
  char *(*read)         (TambourFieldRow *self,
                 TambourRecord *record);
  char *(*dup_draft)    (TambourFieldRow *self);
  void  (*take_draft)   (TambourFieldRow *self,
                      const char *draft);
  void  (*set_editable) (TambourFieldRow *self,
                        gboolean is_editable);
};

TambourFieldRow    *tambour_field_row_new           (const TambourField *field,
                                                     TambourPortfolio   *portfolio);
const TambourField *tambour_field_row_get_field     (TambourFieldRow    *self);
TambourPortfolio   *tambour_field_row_get_portfolio (TambourFieldRow    *self);
const char         *tambour_field_row_get_account   (TambourFieldRow    *self);
void                tambour_field_row_set_account   (TambourFieldRow    *self,
                                                     const char         *account_id);
void                tambour_field_row_show          (TambourFieldRow    *self,
                                                     TambourRecord      *record,
                                                     GHashTable         *others);
char               *tambour_field_row_read          (TambourFieldRow    *self,
                                                     TambourRecord      *record);
gboolean            tambour_field_row_is_edited     (TambourFieldRow    *self);
gboolean            tambour_field_row_is_editable   (TambourFieldRow    *self);
void                tambour_field_row_set_editable  (TambourFieldRow    *self,
                                                     gboolean            is_editable);
char               *tambour_field_row_dup_draft     (TambourFieldRow    *self);
void                tambour_field_row_take_draft    (TambourFieldRow    *self,
                                                     const char         *draft);
void                tambour_field_row_set_problem   (TambourFieldRow    *self,
                                                     const char         *problem);
const char         *tambour_field_row_get_problem   (TambourFieldRow    *self);
void                tambour_field_row_set_note      (TambourFieldRow    *self,
                                                     const char         *note);
const char         *tambour_field_row_get_note      (TambourFieldRow    *self);

/* For the kinds of rows. */
void tambour_field_row_set_up      (TambourFieldRow    *self,
                                    const TambourField *field,
                                    TambourPortfolio   *portfolio);
void tambour_field_row_set_editor  (TambourFieldRow    *self,
                                    GtkWidget          *editor,
                                    GtkWidget          *child);
void tambour_field_row_set_inline  (TambourFieldRow    *self,
                                    GtkWidget          *editor);
void tambour_field_row_add_suffix  (TambourFieldRow    *self,
                                    GtkWidget          *suffix);
void tambour_field_row_set_aside   (TambourFieldRow    *self,
                                    const char         *aside);
void tambour_field_row_set_remark  (TambourFieldRow    *self,
                                    const char         *remark);
void tambour_field_row_set_patient (TambourFieldRow    *self);
void tambour_field_row_edited      (TambourFieldRow    *self);

G_END_DECLS
