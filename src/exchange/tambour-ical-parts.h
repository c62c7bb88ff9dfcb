/* tambour-ical-parts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * TambourIcalPart:
 *
 * An event or a zone as it stands in the file, for libical.
 */
typedef struct
{
  guint      line;
  gboolean   is_zone;
  gboolean   is_cut;   /* it has no end */
  GString   *text;
  GPtrArray *strange;  /* the numbers of lines that say nothing */
} TambourIcalPart;

/*
 * TambourIcalCalendar:
 *
 * A file is one calendar, or several behind each other.
 */
typedef struct
{
  char      *method;  /* (nullable): in capitals */
  GPtrArray *parts;
} TambourIcalCalendar;

GPtrArray *tambour_ical_calendars_read (const char *text,
                                        gsize       length);

G_END_DECLS
