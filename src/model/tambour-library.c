/* tambour-library.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library.h"

G_DEFINE_ENUM_TYPE (TambourLibraryKind, tambour_library_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_LIBRARY_KIND_BEST_PRACTICE, "best_practice"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_LIBRARY_KIND_WEBINAR, "webinar"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_LIBRARY_KIND_ARTICLE, "article"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_LIBRARY_KIND_WHITE_PAPER, "white_paper"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_LIBRARY_KIND_TRAINING, "training"))

G_DEFINE_ENUM_TYPE (TambourProgrammeKind, tambour_programme_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROGRAMME_KIND_EARLY_ACCESS, "early_access"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROGRAMME_KIND_EVENT, "event"))

G_DEFINE_ENUM_TYPE (TambourReply, tambour_reply,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPLY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPLY_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REPLY_DECLINED, "declined"))

static const TambourField tambour_library_item_fields[] = {
  { TAMBOUR_FIELD (TambourLibraryItem, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourLibraryItem, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_library_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourLibraryItem, summary), .label = N_("Summary"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourLibraryItem, link), .label = N_("Link"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourLibraryItem, language), .label = N_("Language"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourLibraryItem, minutes), .label = N_("Minutes"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourLibraryItem, published), .label = N_("Published"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourLibraryItem, tags), .label = N_("Tags"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourLibraryItem, component_types), .label = N_("Component types"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourLibraryItem, products), .label = N_("Products"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourLibraryItem, answers_to), .label = N_("Answers findings about"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourLibraryItem, retired), .label = N_("Retired"),
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourLibraryItem, not_for), .label = N_("Not for"),
    .merge = TAMBOUR_MERGE_UNION },
};

TAMBOUR_DEFINE_RECORD (TambourLibraryItem, tambour_library_item, 62, "library_item", "library_items", N_("Library item"), 0)

static const TambourField tambour_programme_fields[] = {
  { TAMBOUR_FIELD (TambourProgramme, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProgramme, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_programme_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourProgramme, starts), .label = N_("Starts"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProgramme, ends), .label = N_("Ends"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProgramme, place), .label = N_("Place"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProgramme, link), .label = N_("Link"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProgramme, seats), .label = N_("Seats") },
  { TAMBOUR_FIELD (TambourProgramme, answer_by), .label = N_("Answer by"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProgramme, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourProgramme, tambour_programme, 63, "programme", "programmes", N_("Programme"), 0)
