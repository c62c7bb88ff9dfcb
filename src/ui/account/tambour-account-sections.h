/* tambour-account-sections.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-brief.h"
#include "tambour-section.h"

G_BEGIN_DECLS

/* What one begins with. */
#define TAMBOUR_ACCOUNT_SECTION_OVERVIEW "overview"

/**
 * TambourAccountSection:
 * @id: its name in actions and settings
 * @title: N_() what people call it
 * @icon: its icon where there is only room for that
 * @get_type: the #TambourSection that stands there
 * @count: (nullable): how many things are in it, or -1 if that is not known
 *
 * A section of the page of an account (DESIGN.md section 1). Alt and its number
 * in the list lead there.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  GType     (*get_type) (void);
  gint64    (*count)    (const TambourAccountCounts *counts);
} TambourAccountSection;

guint                        tambour_account_sections_get_n      (void);
const TambourAccountSection *tambour_account_sections_get        (guint       position);
const TambourAccountSection *tambour_account_sections_find       (const char *name);
const TambourAccountSection *tambour_account_sections_find_aside (const char *id);

char                        *tambour_account_sections_recall     (const char *account_id);
void                         tambour_account_sections_remember   (const char *account_id,
                                                                  const char *section);

G_END_DECLS
