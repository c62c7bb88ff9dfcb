/* tambour-form-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourFormGroup:
 *
 * Where in a form a field stands.
 */
typedef enum
{
  TAMBOUR_FORM_GROUP_MAIN,
  TAMBOUR_FORM_GROUP_LINKS,
  TAMBOUR_FORM_GROUP_TIMES,
  TAMBOUR_FORM_GROUP_AMOUNTS,
  TAMBOUR_FORM_GROUP_TEXTS,
  TAMBOUR_FORM_GROUP_MORE,
} TambourFormGroup;

#define TAMBOUR_N_FORM_GROUPS (TAMBOUR_FORM_GROUP_MORE + 1)

GPtrArray  *tambour_form_layout_list    (TambourRecordClass *klass,
                                         TambourFormGroup    group);
gboolean    tambour_form_layout_is_half (const TambourField *field);
const char *tambour_form_layout_title   (TambourFormGroup    group);

G_END_DECLS
