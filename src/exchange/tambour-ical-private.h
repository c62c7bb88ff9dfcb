/* tambour-ical-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libical/ical.h>

#include "tambour-ical-events.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalrecur_iterator, icalrecur_iterator_free)

/*
 * TambourIcalZone:
 *
 * Where a time is meant: by the file's own table, or by the host's.
 */
typedef struct
{
  icaltimezone *table;  /* (nullable) */
  GTimeZone    *zone;   /* (nullable): where there is no table */
  char         *name;   /* (nullable): IANA's */
} TambourIcalZone;

/*
 * TambourIcalZones:
 *
 * The zones that a calendar names, and the reader's.
 */
typedef struct
{
  GHashTable      *by_name;
  TambourIcalZone  reader;
  TambourIcalZone  utc;
} TambourIcalZones;

TambourIcalZones      *tambour_ical_zones_new       (GTimeZone             *reader);
void                   tambour_ical_zones_free      (TambourIcalZones      *self);
gboolean               tambour_ical_zones_define    (TambourIcalZones      *self,
                                                     const char            *text);
const TambourIcalZone *tambour_ical_zones_find      (TambourIcalZones      *self,
                                                     const char            *name);
gint64                 tambour_ical_zone_local_of   (const TambourIcalZone *self,
                                                     TambourInstant         instant);
TambourInstant         tambour_ical_zone_instant_of (const TambourIcalZone *self,
                                                     gint64                 local);
gboolean               tambour_ical_read_local      (struct icaltimetype    time,
                                                     gint64                *local);
struct icaltimetype    tambour_ical_write_local     (gint64                 local,
                                                     gboolean               is_date);

/*
 * TambourIcalDraft:
 *
 * An event of a file before its recurrences are known.
 */
typedef struct
{
  icalcomponent         *component;
  TambourIcalZones      *zones;       /* of its calendar */
  const TambourIcalZone *zone;
  TambourIcalEvent      *event;       /* the first, or the only one */
  gint64                 start;       /* its local time */
  gint64                 length;      /* seconds; of whole days, in local time */
  gboolean               is_override;
  gint64                 instead;     /* of which recurrence: its local time */
  TambourInstant         instead_at;
  gboolean               is_instead_of_day;
  gboolean               is_range;    /* and of all that follow */
  gboolean               is_used;
} TambourIcalDraft;

/*
 * TambourIcalTime:
 *
 * A recurrence: its local time, and its length if that is its own.
 */
typedef struct
{
  gint64         local;
  TambourInstant at;
  gint64         length;
} TambourIcalTime;

GPtrArray *tambour_ical_list_properties (icalcomponent            *component,
                                         icalproperty_kind         kind);
gboolean   tambour_ical_recurs          (icalcomponent            *component);
GArray    *tambour_ical_list_times      (const TambourIcalDraft   *draft,
                                         const TambourIcalWindow  *window,
                                         GPtrArray                *left_out,
                                         GStrvBuilder             *faults);
gboolean   tambour_ical_read_time       (TambourIcalZones         *zones,
                                         icalproperty             *property,
                                         struct icaltimetype       time,
                                         const TambourIcalZone   **zone,
                                         gint64                   *local);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourIcalZones, tambour_ical_zones_free)

G_END_DECLS
