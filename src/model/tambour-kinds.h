/* tambour-kinds.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-audit.h"
#include "tambour-case.h"
#include "tambour-clock.h"
#include "tambour-engagement.h"
#include "tambour-environment.h"
#include "tambour-goal.h"
#include "tambour-library.h"
#include "tambour-people.h"
#include "tambour-report.h"
#include "tambour-roadmap.h"
#include "tambour-usage.h"
#include "tambour-value.h"

G_BEGIN_DECLS

const GType        *tambour_kinds_get_types (guint      *n_types);
TambourRecordClass *tambour_kinds_find      (const char *name);
TambourRecordClass *tambour_kinds_by_number (guint       number);

G_END_DECLS
