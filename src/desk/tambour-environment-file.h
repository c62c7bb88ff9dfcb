/* tambour-environment-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-environment.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* After so many days nobody is sure any more that a component is as it was. */
#define TAMBOUR_COMPONENT_STALE_DAYS 365

/**
 * TambourEnvironmentFile:
 * @today: the day in the account's zone
 * @components: (element-type TambourComponent): what runs there, by product
 * @linked_from: (element-type TambourRecord): what has a link to it
 * @others: (element-type utf8 TambourRecord): the records that those mention
 *
 * A place where things run, with all that runs there. Nobody changes it.
 */
typedef struct
{
  TambourDate         today;
  TambourEnvironment *record;
  GPtrArray          *components;
  GPtrArray          *linked_from;
  GHashTable         *others;
} TambourEnvironmentFile;

TambourEnvironmentFile *tambour_environment_file_load (TambourStore            *store,
                                                       const char              *id,
                                                       TambourInstant           at,
                                                       GCancellable            *cancellable,
                                                       GError                 **error);
void                    tambour_environment_file_free (TambourEnvironmentFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourEnvironmentFile, tambour_environment_file_free)

gboolean tambour_component_is_over  (TambourComponent *component,
                                     TambourDate       today);
gboolean tambour_component_is_stale (TambourComponent *component,
                                     TambourDate       today);

G_END_DECLS
