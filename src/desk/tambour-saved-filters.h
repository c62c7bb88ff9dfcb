/* tambour-saved-filters.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourSavedFilter:
 * @name: what somebody calls it; no two of a list are called the same
 * @state: what is chosen with it, as tambour_filter_state_new() gives it
 */
typedef struct
{
  char *name;
  char *state;
} TambourSavedFilter;

/**
 * TambourSavedFilters:
 * @filters: (element-type TambourSavedFilter): by name
 * @chosen: (nullable): the name of the one that was used last
 *
 * The filters of a list that a person has given names.
 */
typedef struct
{
  GPtrArray *filters;
  char      *chosen;
} TambourSavedFilters;

char                *tambour_saved_filters_dup_key (const char                *list,
                                                    const char                *me);
TambourSavedFilters *tambour_saved_filters_unpack  (const char                *text);
char                *tambour_saved_filters_pack    (const TambourSavedFilters *self);
void                 tambour_saved_filters_free    (TambourSavedFilters       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourSavedFilters, tambour_saved_filters_free)

const TambourSavedFilter *tambour_saved_filters_find       (const TambourSavedFilters  *self,
                                                            const char                 *name);
const TambourSavedFilter *tambour_saved_filters_find_state (const TambourSavedFilters  *self,
                                                            const char                 *state);
gboolean                  tambour_saved_filters_add        (TambourSavedFilters        *self,
                                                            const char                 *name,
                                                            const char                 *state,
                                                            GError                    **error);
gboolean                  tambour_saved_filters_rename     (TambourSavedFilters        *self,
                                                            const char                 *name,
                                                            const char                 *new_name,
                                                            GError                    **error);
void                      tambour_saved_filters_remove     (TambourSavedFilters        *self,
                                                            const char                 *name);

char                     *tambour_filter_state_new         (const char                 *name,
                                                            const char                 *value,
                                                            ...) G_GNUC_NULL_TERMINATED;
char                     *tambour_filter_state_dup         (const char                 *state,
                                                            const char                 *name);

G_END_DECLS
