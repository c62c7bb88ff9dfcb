/* tambour-test-store.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-kinds.h"
#include "tambour-store.h"
#include "tambour-test-sql.h"

G_BEGIN_DECLS

/**
 * TambourTestFile:
 *
 * A folder of its own for a portfolio, gone when the test is over.
 */
typedef struct
{
  char *folder;
  char *path;
} TambourTestFile;

TambourTestFile *tambour_test_file_new  (void);
void             tambour_test_file_free (TambourTestFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTestFile, tambour_test_file_free)

GPtrArray     *tambour_test_world_new    (GRand           *random);
TambourRecord *tambour_test_world_get    (GPtrArray       *world,
                                          GType            type);
void           tambour_test_put_all      (TambourStore    *store,
                                          GPtrArray       *records);

TambourStore  *tambour_test_create       (TambourTestFile *file);
TambourStore  *tambour_test_open         (TambourTestFile *file);
gint64         tambour_test_put          (TambourStore    *store,
                                          TambourRecord   *record);
gint64         tambour_test_remove       (TambourStore    *store,
                                          TambourRecord   *record);
TambourCase   *tambour_test_case_new     (const char      *number,
                                          const char      *title);
TambourRecord *tambour_test_get          (TambourStore    *store,
                                          TambourRecord   *record);
guint          tambour_test_count_hits   (TambourStore    *store,
                                          const char      *text);
void           tambour_test_assert_clean (TambourStore    *store);

G_END_DECLS
