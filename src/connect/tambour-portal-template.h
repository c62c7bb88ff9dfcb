/* tambour-portal-template.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-place.h"

G_BEGIN_DECLS

/**
 * TambourPortalTemplate:
 *
 * A text with variables, such as `{/id}` or `LastUpdated >= '{since}'`.
 */
typedef struct _TambourPortalTemplate TambourPortalTemplate;

TambourPortalTemplate *tambour_portal_template_new    (const char                   *text,
                                                       const char * const           *names,
                                                       GError                      **error);
void                   tambour_portal_template_free   (TambourPortalTemplate        *self);
gboolean               tambour_portal_template_uses   (const TambourPortalTemplate  *self,
                                                       const char                   *name);
char                  *tambour_portal_template_expand (const TambourPortalTemplate  *self,
                                                       GHashTable                   *variables,
                                                       const TambourPortalContext   *context,
                                                       gboolean                      is_path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalTemplate, tambour_portal_template_free)

G_END_DECLS
