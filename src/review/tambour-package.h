/* tambour-package.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourPackage:
 *
 * The parts of an office document (ECMA-376 part 2) before they become a file:
 * each with its name, its content type and what it relates to. The same parts
 * in the same order give the same bytes.
 */
typedef struct _TambourPackage TambourPackage;

TambourPackage *tambour_package_new      (void);
void            tambour_package_free     (TambourPackage  *self);
void            tambour_package_add      (TambourPackage  *self,
                                          const char      *name,
                                          const char      *type,
                                          GBytes          *bytes);
const char     *tambour_package_relate   (TambourPackage  *self,
                                          const char      *source,
                                          const char      *kind,
                                          const char      *target);
void            tambour_package_keep     (TambourPackage  *self,
                                          const char      *source,
                                          const char      *id,
                                          const char      *kind,
                                          const char      *target);
GBytes         *tambour_package_to_bytes (TambourPackage  *self,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPackage, tambour_package_free)

G_END_DECLS
