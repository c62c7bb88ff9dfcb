/* tambour-form.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FORM (tambour_form_get_type ())
G_DECLARE_FINAL_TYPE (TambourForm, tambour_form, TAMBOUR, FORM, AdwBin)

TambourForm   *tambour_form_new           (TambourPortfolio  *portfolio);
void           tambour_form_show          (TambourForm       *self,
                                           TambourRecord     *record,
                                           GHashTable        *others,
                                           gboolean           is_new);
TambourRecord *tambour_form_get_base      (TambourForm       *self);
GHashTable    *tambour_form_get_others    (TambourForm       *self);
TambourRecord *tambour_form_read          (TambourForm       *self,
                                           char             **problem);
gboolean       tambour_form_is_edited     (TambourForm       *self);
JsonObject    *tambour_form_pack_draft    (TambourForm       *self);
void           tambour_form_take_draft    (TambourForm       *self,
                                           JsonObject        *fields);
guint          tambour_form_take_theirs   (TambourForm       *self,
                                           TambourRecord     *theirs,
                                           const char        *by,
                                           GHashTable        *others,
                                           guint             *n_shown);
void           tambour_form_keep_as_new   (TambourForm       *self);
void           tambour_form_set_problem   (TambourForm       *self,
                                           const char        *field,
                                           const char        *problem);
GtkWidget     *tambour_form_get_first     (TambourForm       *self);
gboolean       tambour_form_focus_problem (TambourForm       *self);

G_END_DECLS
