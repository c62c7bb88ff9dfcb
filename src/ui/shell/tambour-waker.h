/* tambour-waker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourWaker:
 *
 * Calls a function at a time of the wall clock: also when the computer slept
 * meanwhile, or somebody set its clock. Until then nothing runs.
 */
typedef struct _TambourWaker TambourWaker;

/**
 * TambourWakerFunc:
 * @user_data: what tambour_waker_new() was given
 *
 * The time has come, or it is another than it was thought to be.
 */
typedef void (*TambourWakerFunc) (gpointer user_data);

TambourWaker *tambour_waker_new  (TambourWakerFunc  func,
                                  gpointer          user_data);
void          tambour_waker_free (TambourWaker     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourWaker, tambour_waker_free)

void tambour_waker_set (TambourWaker   *self,
                        TambourInstant  at);

G_END_DECLS
