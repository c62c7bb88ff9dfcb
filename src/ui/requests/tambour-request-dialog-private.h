/* tambour-request-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-request-dialog.h"
#include "tambour-requests.h"

G_BEGIN_DECLS

/**
 * TambourRequestOpened:
 * @request: what is asked about
 * @list: (nullable): what it may be merged into
 *
 * What a dialog needs before it opens.
 */
typedef struct
{
  TambourFeatureRequest *request;
  TambourRequestList    *list;
} TambourRequestOpened;

struct _TambourRequestDialog
{
  TambourAskDialog        parent_instance;

  TambourRequestMoveKind  kind;
  const TambourAsked     *asked;
  TambourRequestOpened   *opened;
  char                   *into;        /* (nullable): what was chosen to merge into */

  /* Template widgets */
  GtkWidget              *plan_list;
  GtkEditable            *release_row;
  GtkEditable            *owner_row;
  GtkWidget              *merge_box;
  GtkEditable            *search_entry;
  GtkListBox             *candidates;
  GtkWidget              *text_box;
  GtkWidget              *text_view;
  GtkTextBuffer          *buffer;
};

/* tambour-request-dialog-merge.c */
void tambour_request_dialog_bind_merge      (GtkWidgetClass       *widget_class);
void tambour_request_dialog_show_candidates (TambourRequestDialog *self);
void tambour_request_dialog_choose          (TambourRequestDialog *self,
                                             const char           *id);

G_END_DECLS
