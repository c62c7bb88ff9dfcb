/* tambour-portal-editor-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-accounts.h"
#include "tambour-portal-editor.h"
#include "tambour-portal-map.h"

G_BEGIN_DECLS

struct _TambourPortalEditor
{
  AdwNavigationPage      parent_instance;

  TambourPortfolio      *portfolio;
  TambourConnector      *connector;    /* as it is kept, or as it begins */
  GCancellable          *cancellable;
  TambourPortalAccounts *accounts;     /* NULL until they are read */
  GStrv                  tools;        /* names of maps that ship */
  GArray                *intervals;    /* of gint64 */
  char                  *map_text;     /* a map of one’s own */
  char                  *name;         /* that it is being saved by */
  gboolean               is_new;
  gboolean               is_filling;

  /* Template widgets */
  GtkEditable           *name_row;
  AdwComboRow           *tool_row;
  AdwActionRow          *map_row;
  AdwComboRow           *kind_row;
  GtkEditable           *address_row;
  GtkEditable           *user_row;
  GtkEditable           *secret_row;
  AdwComboRow           *interval_row;
  AdwComboRow           *account_row;
  AdwButtonRow          *save_row;
  GtkWidget             *remove_row;
  GtkWidget             *said_box;
  GtkWidget             *spinner;
  GtkLabel              *said_label;
};

TambourPortalMap *tambour_portal_editor_load_map (TambourPortalEditor *self);
TambourConnector *tambour_portal_editor_read     (TambourPortalEditor *self);
char             *tambour_portal_editor_secret   (TambourPortalEditor *self);
void              tambour_portal_editor_say      (TambourPortalEditor *self,
                                                  const char          *words,
                                                  gboolean             is_problem);
void              tambour_portal_editor_set_busy (TambourPortalEditor *self,
                                                  gboolean             is_busy);

/* tambour-portal-editor-save.c */
void tambour_portal_editor_save   (TambourPortalEditor *self);
void tambour_portal_editor_test   (TambourPortalEditor *self);
void tambour_portal_editor_remove (TambourPortalEditor *self);

G_END_DECLS
