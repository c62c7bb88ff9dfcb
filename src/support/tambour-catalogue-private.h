/* tambour-catalogue-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-catalogue.h"

G_BEGIN_DECLS

typedef struct
{
  char     *id;
  char     *name;
  GStrv     channels;
  gint64    named_contacts; /* TAMBOUR_NO_COUNT for as many as they like */
  gboolean  dedicated_tam;
  GArray   *targets;        /* of TambourTarget */
} TambourCataloguePlan;

struct _TambourCatalogue
{
  GObject      parent_instance;

  TambourDate  valid_from;
  GHashTable  *calendars; /* name -> TambourCalendar, which owns the name */
  GHashTable  *plans;     /* id -> TambourCataloguePlan, which owns the id */
  GArray      *warnings;  /* of guint: percent of a clock's time, ascending */
};

const TambourTarget *tambour_catalogue_choose_target (GArray           *targets,
                                                      TambourClockKind  kind,
                                                      TambourPriority   priority,
                                                      TambourChannel    channel);

G_END_DECLS
