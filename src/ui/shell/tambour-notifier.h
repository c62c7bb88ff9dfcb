/* tambour-notifier.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourNews:
 * @title: in a few words
 * @body: a few lines
 * @is_urgent: whether an outage is among it
 * @case_id: (nullable): the case that it leads to
 * @path: the portfolio whose Today it leads to, if it is no case
 *
 * What a person is told wherever they are.
 */
typedef struct
{
  const char *title;
  const char *body;
  gboolean    is_urgent;
  const char *case_id;
  const char *path;
} TambourNews;

/**
 * TambourNotifier:
 * @send: tells @news; what was told under the same @id before is replaced
 * @withdraw: what was told under @id is not wanted any more
 * @user_data: for both
 *
 * Who tells it.
 */
typedef struct
{
  void     (*send)     (const char        *id,
                const TambourNews *news,
                gpointer user_data);
  void     (*withdraw) (const char        *id,
                    gpointer user_data);
  gpointer   user_data;
} TambourNotifier;

void tambour_notifier_use      (const TambourNotifier *notifier);
void tambour_notifier_send     (const char            *id,
                                const TambourNews     *news);
void tambour_notifier_withdraw (const char            *id);

G_END_DECLS
