/* tambour-record-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record-view.h"

G_BEGIN_DECLS

void tambour_record_facts_show       (GtkListBox              *list,
                                      const TambourRecordView *view,
                                      TambourInstant           now);
void tambour_record_facts_show_texts (GtkBox                  *box,
                                      const TambourRecordView *view);

G_END_DECLS
