/* tambour-form-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field-row.h"
#include "tambour-form.h"

G_BEGIN_DECLS

struct _TambourForm
{
  AdwBin              parent_instance;

  TambourPortfolio   *portfolio;
  TambourRecordClass *klass;
  TambourRecord      *base;
  GHashTable         *others;
  GPtrArray          *rows;     /* of TambourFieldRow, which the form holds */
  GtkExpander        *expander;
  gboolean            is_new;
};

gboolean tambour_form_is_row_edited (TambourForm     *self,
                                     TambourFieldRow *row);
void     tambour_form_set_others    (TambourForm     *self,
                                     GHashTable      *others);
void     tambour_form_tell_account  (TambourForm     *self);

G_END_DECLS
