/* tambour-library-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-enablement.h"
#include "tambour-library-list.h"

G_BEGIN_DECLS

const char *tambour_library_text_kind           (TambourLibraryItem         *item);
char       *tambour_library_text_length         (TambourLibraryItem         *item);
char       *tambour_library_text_about          (TambourLibraryItem         *item,
                                                 TambourDate                 today);
char       *tambour_library_text_line           (const TambourLibraryLine   *line,
                                                 TambourDate                 today);
char       *tambour_library_text_labels         (const char * const         *labels);
char       *tambour_library_text_reason         (const TambourSuggestion    *suggestion);
char       *tambour_library_text_suggestion     (const TambourSuggestion    *suggestion);
char       *tambour_library_text_share          (const TambourLibraryShare  *share,
                                                 gboolean                    with_contact);
const char *tambour_library_text_outcome        (TambourContentShare        *share);
const char *tambour_library_text_outcome_style  (TambourContentShare        *share);

const char *tambour_library_text_programme_kind (TambourProgramme           *programme);
char       *tambour_library_text_when           (TambourProgramme           *programme,
                                                 TambourDate                 today);
char       *tambour_library_text_programme      (const TambourLibraryLine   *line,
                                                 TambourDate                 today);
char       *tambour_library_text_seats          (TambourProgramme           *programme,
                                                 gint64                      n_seated);
char       *tambour_library_text_warning        (const TambourProgrammeFile *file);
char       *tambour_library_text_guest          (const TambourGuest         *guest,
                                                 TambourDate                 today);
char       *tambour_library_text_state          (const TambourGuest         *guest);
const char *tambour_library_text_state_style    (const TambourGuest         *guest);

char       *tambour_library_text_training       (TambourTraining            *training);
char       *tambour_library_text_sum            (const TambourTrainingSum   *sum,
                                                 TambourDate                 today);
char       *tambour_library_text_feature        (TambourFeatureAdoption     *feature,
                                                 TambourDate                 today);
char       *tambour_library_text_adoption       (const TambourEnablement    *sheet);

G_END_DECLS
