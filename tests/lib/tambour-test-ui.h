/* tambour-test-ui.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"
#include "tambour-window.h"

G_BEGIN_DECLS

/**
 * TambourTestCondition:
 * @data: what tambour_test_wait() was given
 *
 * Returns: whether what is waited for has happened
 */
typedef gboolean (*TambourTestCondition) (gpointer data);

/**
 * TambourTestUi:
 *
 * A window on a portfolio in a folder of its own.
 */
typedef struct
{
  char             *folder;
  TambourStore     *store;
  TambourPortfolio *portfolio;
  TambourWindow    *window;
} TambourTestUi;

void           tambour_test_ui_init     (int             *argc,
                                         char          ***argv);
TambourTestUi *tambour_test_ui_new      (int              width,
                                         int              height);
TambourTestUi *tambour_test_ui_new_demo (int              width,
                                         int              height);
void           tambour_test_ui_free     (TambourTestUi   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTestUi, tambour_test_ui_free)

void        tambour_test_remove_folder      (const char           *folder);
void        tambour_test_copy_demonstration (const char           *path);

void        tambour_test_ui_put             (TambourTestUi        *self,
                                             TambourRecord        *record);
void        tambour_test_ui_present         (TambourTestUi        *self);

gpointer    tambour_test_find               (gpointer              root,
                                             GType                 type,
                                             const char           *text);
guint       tambour_test_count              (gpointer              root,
                                             GType                 type);
gboolean    tambour_test_shows              (gpointer              root,
                                             const char           *text);
void        tambour_test_wait               (TambourTestCondition  condition,
                                             gpointer              data);
void        tambour_test_wait_text          (gpointer              root,
                                             const char           *text);
void        tambour_test_wait_no_text       (gpointer              root,
                                             const char           *text);
void        tambour_test_settle             (void);
void        tambour_test_press              (gpointer              window,
                                             const char           *accelerator);
void        tambour_test_send               (gpointer              window,
                                             const char           *text);
void        tambour_test_type               (gpointer              window,
                                             const char           *text);
void        tambour_test_assert_named       (gpointer              root);
GdkTexture *tambour_test_texture            (gpointer              window);
void        tambour_test_picture            (gpointer              window,
                                             const char           *name);
void        tambour_test_pictures           (gpointer              window,
                                             const char           *name);
void        tambour_test_resize             (gpointer              window);

G_END_DECLS
