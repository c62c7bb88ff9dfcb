/* tambour-portal-map-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-map.h"
#include "tambour-portal-rule.h"
#include "tambour-portal-time.h"

G_BEGIN_DECLS

/*
 * TambourPortalRequest:
 *
 * What is asked for: a path below the portal's address, and parameters.
 */
typedef struct
{
  TambourPortalTemplate *path;
  GPtrArray             *names;   /* of the parameters */
  GPtrArray             *values;  /* of TambourPortalTemplate */
} TambourPortalRequest;

typedef enum
{
  TAMBOUR_PORTAL_PAGING_NONE,
  TAMBOUR_PORTAL_PAGING_PAGE,
  TAMBOUR_PORTAL_PAGING_OFFSET,
  TAMBOUR_PORTAL_PAGING_LINK,
  TAMBOUR_PORTAL_PAGING_NEXT,
  TAMBOUR_PORTAL_PAGING_CURSOR,
} TambourPortalPagingKind;

#define TAMBOUR_TYPE_PORTAL_PAGING_KIND (tambour_portal_paging_kind_get_type ())
GType tambour_portal_paging_kind_get_type (void);

/*
 * TambourPortalListing:
 *
 * A list that is read page by page; without a request, one that stands in an item.
 */
typedef struct
{
  char                    *place;
  TambourPortalRequest    *request;  /* (nullable) */
  TambourJsonPointer      *entries;  /* where the list stands in an answer */
  gint64                   limit;    /* of a page */

  TambourPortalPagingKind  paging;
  gint64                   first;    /* number of the first page, or its offset */
  TambourJsonPointer      *at;       /* (nullable): where the next address or cursor stands */
  TambourJsonPointer      *total;    /* (nullable): where the number of all entries stands */
  TambourJsonPointer      *last;     /* (nullable): where it says that this is the last page */
  TambourPortalRequest    *next;     /* (nullable): of a page that a cursor leads to */
  gboolean                 lasts;    /* the cursor behind the last page leads to what changes later */
} TambourPortalListing;

/*
 * TambourPortalChanges:
 *
 * A list of what has changed since a time.
 */
typedef struct
{
  TambourPortalListing  listing;
  TambourPortalTime     since;
  TambourPortalRule    *id;         /* (nullable): an entry's, where it is not an item's */
  TambourPortalRule    *changed;    /* (nullable): the same */
  GPtrArray            *when;       /* (nullable): which entries are meant */
  gboolean              is_whole;   /* an entry is an item */
  gboolean              is_newest_first; /* what changed last comes first */
  gboolean              is_optional; /* not everybody may read it */
  gboolean              is_ordered; /* what changed first comes first */
} TambourPortalChanges;

/*
 * TambourPortalLookup:
 *
 * What the portal calls by a number.
 */
typedef struct
{
  char                 *name;
  TambourPortalListing  listing;
  TambourPortalRule    *key;        /* (nullable): an entry's; NULL if each has a request of its own */
  TambourJsonPointer   *at;         /* (nullable): where it stands in the answer to its own request */
  gboolean              is_of_item; /* read anew for every item */
} TambourPortalLookup;

/*
 * TambourPortalEvent:
 *
 * What an entry of a history becomes.
 */
typedef struct
{
  char      *place;
  GPtrArray *when;          /* (nullable) */
  gboolean   is_message;    /* who wrote it decides the kind */
  gboolean   is_status;     /* between which statuses decides the kind */
  guint      kind;          /* #TambourEventKind */
  int        actor;         /* #TambourActor; -1 if the map's rules decide */
  gboolean   is_public;
  GPtrArray *public_when;   /* (nullable): when it is */
  gboolean   is_automatic;
  GPtrArray *automatic_when;
  GPtrArray *fields;        /* of TambourPortalRule */
} TambourPortalEvent;

/*
 * TambourPortalHistory:
 *
 * A list of what has happened to an item.
 */
typedef struct
{
  TambourPortalListing   listing;
  TambourJsonPointer    *each;    /* (nullable): the parts of an entry */
  GPtrArray             *parts;   /* of TambourPortalEvent: what a part becomes */
  GPtrArray             *when;    /* (nullable) */
  TambourPortalTemplate *id;
  TambourPortalRule     *at;
  GPtrArray             *events;  /* of TambourPortalEvent: what an entry as a whole becomes */
} TambourPortalHistory;

/*
 * TambourPortalKind:
 *
 * A kind of record that an item becomes.
 */
typedef struct
{
  TambourRecordClass *klass;
  TambourRecordClass *event;    /* (nullable): the kind of its history */
  GPtrArray          *fields;   /* of TambourPortalRule */
  GPtrArray          *history;  /* of TambourPortalHistory */
} TambourPortalKind;

/*
 * TambourPortalPerson:
 *
 * People that an item names.
 */
typedef struct
{
  TambourPortalPlace *in;      /* one, or a list of them */
  GPtrArray          *when;    /* (nullable) */
  GPtrArray          *fields;  /* of TambourPortalRule */
} TambourPortalPerson;

/*
 * TambourPortalHint:
 *
 * What tells whose an item is.
 */
typedef struct
{
  char              *name;
  TambourPortalRule *rule;
} TambourPortalHint;

/*
 * TambourPortalDoor:
 *
 * A way to sign in.
 */
typedef struct
{
  TambourPortalSignIn  kind;
  char                *header;     /* (nullable): of a key */
  char                *parameter;  /* (nullable): of a key, instead */
  char                *prefix;     /* (nullable): before a key or token */
  char                *token;      /* (nullable): where tokens are had, below the portal or anywhere */
  char                *device;     /* (nullable): where codes are had */
  char                *scope;      /* (nullable) */
} TambourPortalDoor;

struct _TambourPortalMap
{
  GObject               parent_instance;

  char                 *title;
  char                 *system;
  char                 *base;
  char                 *below;      /* (nullable): what comes after a server’s address */
  char                 *zone_name;
  GTimeZone            *zone;
  GPtrArray            *doors;        /* of TambourPortalDoor */
  GPtrArray            *headers;      /* of char *, name and value in turn */
  gint64                n_requests;   /* in so many seconds: */
  gint64                seconds;
  gint64                overlap;      /* seconds */

  TambourPortalRequest *test;         /* (nullable) */
  TambourPortalRule    *test_who;     /* (nullable) */
  GPtrArray            *lookups;      /* of TambourPortalLookup */
  GPtrArray            *changes;      /* of TambourPortalChanges */
  TambourPortalRequest *item;         /* one item */
  TambourJsonPointer   *item_at;      /* where it stands in the answer */
  TambourPortalRule    *id;
  TambourPortalRule    *changed;
  GPtrArray            *deleted;      /* (nullable): of TambourPortalTest */
  TambourPortalRule    *merged_into;  /* (nullable) */
  GPtrArray            *us;           /* of GPtrArray of TambourPortalTest: any of them */
  GPtrArray            *customer;     /* the same */
  GPtrArray            *machine;      /* the same */
  GPtrArray            *people;       /* of TambourPortalPerson */
  GPtrArray            *hints;        /* of TambourPortalHint */
  GPtrArray            *kinds;        /* of TambourPortalKind */
  guint                 chosen;       /* which of them */
};

void                 tambour_portal_request_free    (TambourPortalRequest       *self);
char                *tambour_portal_request_expand  (const TambourPortalRequest *self,
                                                     GHashTable                 *variables,
                                                     const TambourPortalContext *context);
gboolean             tambour_portal_request_uses    (const TambourPortalRequest *self,
                                                     const char                 *name);
void                 tambour_portal_listing_clear   (TambourPortalListing       *self);
void                 tambour_portal_changes_free    (TambourPortalChanges       *self);
void                 tambour_portal_lookup_free     (TambourPortalLookup        *self);
void                 tambour_portal_event_free      (TambourPortalEvent         *self);
void                 tambour_portal_history_free    (TambourPortalHistory       *self);
void                 tambour_portal_kind_free       (TambourPortalKind          *self);
void                 tambour_portal_person_free     (TambourPortalPerson        *self);
void                 tambour_portal_hint_free       (TambourPortalHint          *self);
void                 tambour_portal_door_free       (TambourPortalDoor          *self);
TambourPortalKind   *tambour_portal_map_get_chosen  (TambourPortalMap           *self);
TambourPortalLookup *tambour_portal_map_find_lookup (TambourPortalMap           *self,
                                                     const char                 *name);
TambourPortalDoor   *tambour_portal_map_find_door   (TambourPortalMap           *self,
                                                     TambourPortalSignIn         kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalRequest, tambour_portal_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalChanges, tambour_portal_changes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalLookup, tambour_portal_lookup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalEvent, tambour_portal_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalHistory, tambour_portal_history_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalKind, tambour_portal_kind_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalPerson, tambour_portal_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalHint, tambour_portal_hint_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalDoor, tambour_portal_door_free)

G_END_DECLS
