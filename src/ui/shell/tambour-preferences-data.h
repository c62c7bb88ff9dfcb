/* tambour-preferences-data.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-people.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourPreferencesData:
 * @people: (element-type TambourPerson): those of us, by name
 * @calendars: the names of the calendars that working hours can be
 * @cities: where each of them is
 *
 * What there is to choose from in a portfolio.
 */
typedef struct
{
  GPtrArray *people;
  GStrv      calendars;
  GStrv      cities;
} TambourPreferencesData;

void tambour_preferences_data_free (TambourPreferencesData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPreferencesData, tambour_preferences_data_free)

gpointer       tambour_preferences_data_load (TambourStore                  *store,
                                              const char                    *me,
                                              TambourInstant                 now,
                                              gpointer                       data,
                                              GCancellable                  *cancellable,
                                              GError                       **error);
TambourPerson *tambour_preferences_data_find (const TambourPreferencesData  *self,
                                              const char                    *id,
                                              guint                         *position);

G_END_DECLS
