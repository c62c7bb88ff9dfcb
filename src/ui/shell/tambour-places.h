/* tambour-places.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

/**
 * TambourPlace:
 * @id: its name in actions and settings
 * @title: N_() what people call it
 * @icon: its icon in the sidebar
 * @get_type: the #TambourPage that stands there
 * @read_ahead: (nullable): what that page shows first
 * @counts_urgent: whether its count is of what cannot wait; else of what is open
 *
 * A place in the sidebar (DESIGN.md section 1). Ctrl and its number in the list
 * lead there.
 */
typedef struct
{
  const char             *id;
  const char             *title;
  const char             *icon;
  GType                 (*get_type) (void);
  const TambourReadAhead *read_ahead;
  gboolean                counts_urgent;
} TambourPlace;

#define TAMBOUR_PLACE_TODAY    "today"
#define TAMBOUR_PLACE_CASES    "cases"
#define TAMBOUR_PLACE_REQUESTS "requests"
#define TAMBOUR_PLACE_LIBRARY  "library"
#define TAMBOUR_PLACE_REPORTS  "reports"
#define TAMBOUR_PLACE_ACCOUNT  "account" /* where accounts are shown; not in the list */

guint               tambour_places_get_n (void);
const TambourPlace *tambour_places_get   (guint       position);
const TambourPlace *tambour_places_find  (const char *id);

G_END_DECLS
