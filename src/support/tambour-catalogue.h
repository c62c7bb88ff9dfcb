/* tambour-catalogue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-calendar.h"
#include "tambour-case.h"
#include "tambour-clock.h"

G_BEGIN_DECLS

#define TAMBOUR_CATALOGUE_ERROR (tambour_catalogue_error_quark ())

/**
 * TambourCatalogueError:
 * @TAMBOUR_CATALOGUE_ERROR_INVALID: the document breaks a rule; the message names the place
 * @TAMBOUR_CATALOGUE_ERROR_NO_TARGET: no target for a plan, priority and channel
 * @TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN: no covered instant within two years (rule 9)
 */
typedef enum
{
  TAMBOUR_CATALOGUE_ERROR_INVALID,
  TAMBOUR_CATALOGUE_ERROR_NO_TARGET,
  TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN,
} TambourCatalogueError;

GQuark tambour_catalogue_error_quark (void);

/**
 * TambourTargetRule:
 *
 * How a promise counts (RESPONSE-CLOCK.md rules 2 and 3).
 */
typedef enum
{
  TAMBOUR_RULE_MINUTES,
  TAMBOUR_RULE_SAME_TIME,
  TAMBOUR_RULE_COVERED,
  TAMBOUR_RULE_END_OF_DAY,
} TambourTargetRule;

/**
 * TambourTarget:
 *
 * One promise. Belongs to its catalogue.
 */
typedef struct
{
  TambourClockKind    kind;
  TambourPriority     priority;
  guint               channels;   /* bits 1 << TambourChannel; 0 for every channel */
  TambourTargetRule   rule;
  gint64              amount;     /* minutes or business days */
  TambourCalendar    *calendar;
  const char         *calendar_name;
} TambourTarget;

#define TAMBOUR_TYPE_CATALOGUE (tambour_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (TambourCatalogue, tambour_catalogue, TAMBOUR, CATALOGUE, GObject)

TambourCatalogue    *tambour_catalogue_new           (const char          *document,
                                                      GError             **error);
TambourCatalogue    *tambour_catalogue_load          (const char          *path,
                                                      GError             **error);
TambourDate          tambour_catalogue_valid_from    (TambourCatalogue    *self);
const TambourTarget *tambour_catalogue_find_target   (TambourCatalogue    *self,
                                                      const char          *plan,
                                                      TambourClockKind     kind,
                                                      TambourPriority      priority,
                                                      TambourChannel       channel,
                                                      GError             **error);
TambourCalendar     *tambour_catalogue_get_calendar  (TambourCatalogue    *self,
                                                      const char          *name);
GStrv                tambour_catalogue_dup_calendars (TambourCatalogue    *self);
gboolean             tambour_catalogue_has_plan      (TambourCatalogue    *self,
                                                      const char          *plan);
const char          *tambour_catalogue_plan_name     (TambourCatalogue    *self,
                                                      const char          *plan);
GPtrArray           *tambour_catalogue_dup_plans     (TambourCatalogue    *self);

void                 tambour_catalogue_set_warnings  (TambourCatalogue    *self,
                                                      const char * const  *texts);
const guint         *tambour_catalogue_get_warnings  (TambourCatalogue    *self,
                                                      guint               *n_warnings);

G_END_DECLS
