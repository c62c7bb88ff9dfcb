/* tambour-case-file-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case-file.h"

G_BEGIN_DECLS

void tambour_case_file_join_handovers (TambourCaseFile *self);

G_END_DECLS
