/* tambour-library.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_LIBRARY_KIND_BEST_PRACTICE,
  TAMBOUR_LIBRARY_KIND_WEBINAR,
  TAMBOUR_LIBRARY_KIND_ARTICLE,
  TAMBOUR_LIBRARY_KIND_WHITE_PAPER,
  TAMBOUR_LIBRARY_KIND_TRAINING,
} TambourLibraryKind;

#define TAMBOUR_N_LIBRARY_KINDS (TAMBOUR_LIBRARY_KIND_TRAINING + 1)

#define TAMBOUR_TYPE_LIBRARY_KIND (tambour_library_kind_get_type ())
GType tambour_library_kind_get_type (void);

typedef enum
{
  TAMBOUR_PROGRAMME_KIND_EARLY_ACCESS,
  TAMBOUR_PROGRAMME_KIND_EVENT,
} TambourProgrammeKind;

#define TAMBOUR_TYPE_PROGRAMME_KIND (tambour_programme_kind_get_type ())
GType tambour_programme_kind_get_type (void);

/* What was answered to an invitation. */
typedef enum
{
  TAMBOUR_REPLY_NONE,
  TAMBOUR_REPLY_ACCEPTED,
  TAMBOUR_REPLY_DECLINED,
} TambourReply;

#define TAMBOUR_TYPE_REPLY (tambour_reply_get_type ())
GType tambour_reply_get_type (void);

/* Who is invited first has 1; who has none comes with these. */
#define TAMBOUR_PRIORITY_LAST 3

/**
 * TambourLibraryItem:
 *
 * Something to read, to watch or to learn, for any account. It is suggested where
 * one of its @tags, @component_types or @products is found, or a finding that is
 * open has one of the words or item keys of @answers_to. It is no more where the
 * account is one of @not_for, or when it is @retired.
 */
#define TAMBOUR_TYPE_LIBRARY_ITEM (tambour_library_item_get_type ())
TAMBOUR_DECLARE_RECORD (TambourLibraryItem, tambour_library_item, LIBRARY_ITEM)

struct _TambourLibraryItem
{
  TambourRecord  parent_instance;

  char          *title;
  guint          kind;
  char          *summary;
  char          *link;
  char          *language;
  gint64         minutes;
  TambourDate    published;
  GStrv          tags;
  GStrv          component_types;
  GStrv          products;
  GStrv          answers_to;
  bool           retired;
  GStrv          not_for;
};

/**
 * TambourProgramme:
 *
 * Something that customers are invited to: a product before it is out, or an
 * event. Without @seats, there is room for all.
 */
#define TAMBOUR_TYPE_PROGRAMME (tambour_programme_get_type ())
TAMBOUR_DECLARE_RECORD (TambourProgramme, tambour_programme, PROGRAMME)

struct _TambourProgramme
{
  TambourRecord  parent_instance;

  char          *title;
  guint          kind;
  TambourDate    starts;
  TambourDate    ends;
  char          *place;
  char          *link;
  gint64         seats;
  TambourDate    answer_by;
  char          *text;
};

G_END_DECLS
