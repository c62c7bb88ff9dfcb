/* file-dialog-fixture.h: the dialog of files that a person sees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-test-ui.h"

G_BEGIN_DECLS

GtkWindow *file_dialog_fixture_find    (void);
GtkWindow *file_dialog_fixture_wait    (void);
void       file_dialog_fixture_answer  (const char *button);
void       file_dialog_fixture_save_as (const char *path);

G_END_DECLS
