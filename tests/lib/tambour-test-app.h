/* tambour-test-app.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-application.h"
#include "tambour-test-ui.h"

G_BEGIN_DECLS

/**
 * TambourTestApp:
 * @application: the program
 * @data: the folder of the person's portfolios
 * @own: the person's own, which is there if a test makes it
 *
 * The program, as a person starts it for the first time.
 */
typedef struct
{
  TambourApplication *application;
  char               *data;
  char               *own;
} TambourTestApp;

void            tambour_test_app_init (int              *argc,
                                       char           ***argv);
TambourTestApp *tambour_test_app_new  (void);
void            tambour_test_app_free (TambourTestApp   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTestApp, tambour_test_app_free)

void           tambour_test_app_be_nobody   (void);
void           tambour_test_app_forget      (void);
TambourWindow *tambour_test_app_start       (TambourTestApp *self);
TambourWindow *tambour_test_app_open        (TambourTestApp *self,
                                             const char     *path);
TambourWindow *tambour_test_app_get_window  (TambourTestApp *self);
guint          tambour_test_app_count       (TambourTestApp *self);
void           tambour_test_app_wait_count  (TambourTestApp *self,
                                             guint           n_windows);
char          *tambour_test_app_create      (TambourTestApp *self,
                                             const char     *name);
guint          tambour_test_app_count_files (TambourTestApp *self);

G_END_DECLS
