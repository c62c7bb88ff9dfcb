/* tambour-commands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourCommand:
 * @title: N_() what it does; with %s where it is about an account
 * @icon: its icon
 * @action: the action behind it
 * @target: (nullable): the action's parameter as GVariant text, with %s for the
 *   id of an account
 * @keys: (nullable): its keys, as people read them
 * @is_of_account: whether it is about an account
 *
 * A command that the search finds.
 */
typedef struct
{
  const char *title;
  const char *icon;
  const char *action;
  const char *target;
  const char *keys;
  gboolean    is_of_account;
} TambourCommand;

guint                 tambour_commands_get_n     (void);
const TambourCommand *tambour_commands_get       (guint                 position);
char                 *tambour_command_dup_title  (const TambourCommand *self,
                                                  const char           *account_name);
char                 *tambour_command_dup_target (const TambourCommand *self,
                                                  const char           *account_id);
gboolean              tambour_command_is_enabled (const TambourCommand *self,
                                                  const char           *target,
                                                  GtkButton            *probe);
gboolean              tambour_command_activate   (const TambourCommand *self,
                                                  const char           *target,
                                                  GtkWidget            *window);

G_END_DECLS
