/* tambour-holidays.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import.h"
#include "tambour-store.h"

G_BEGIN_DECLS

gboolean tambour_holidays_import (TambourStore         *store,
                                  const char           *path,
                                  const char           *calendar,
                                  TambourDate           valid_from,
                                  gboolean              dry_run,
                                  const char           *author,
                                  TambourImportCounts  *counts,
                                  GError              **error);

G_END_DECLS
