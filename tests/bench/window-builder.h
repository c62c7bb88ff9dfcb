/* window-builder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"
#include "window-sections.h"

G_BEGIN_DECLS

void window_builder_measure (const WindowBench *bench,
                             TambourPortfolio  *portfolio);

G_END_DECLS
