/* tambour-linked-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit.h"
#include "tambour-case.h"
#include "tambour-choice-words.h"
#include "tambour-engagement.h"
#include "tambour-goal.h"
#include "tambour-kind-words.h"
#include "tambour-linked-row.h"
#include "tambour-note.h"
#include "tambour-priority-label.h"
#include "tambour-record-words.h"

static GtkWidget *
new_text (const char *text,
          const char *class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "tooltip-text", text,
                       "css-classes", (const char *[]) { class, NULL },
                       NULL);
}

/**
 * tambour_linked_row_new_plain:
 * @lead: (transfer floating): what stands before the text
 * @title: the first line
 * @text: the second one
 * @name: what a screen reader says
 *
 * Returns: (transfer floating): a row of two lines
 */
GtkWidget *
tambour_linked_row_new_plain (GtkWidget  *lead,
                              const char *title,
                              const char *text,
                              const char *name)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "cell-box", "tight", NULL }, "spacing", 10, NULL);
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_set_valign (lead, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), new_text (title, "body"));
  gtk_box_append (GTK_BOX (lines), new_text (text, "meta"));
  gtk_box_append (GTK_BOX (box), lead);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static GtkWidget *
new_case_lead (TambourCase *record)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "width-chars", 2, NULL);

  tambour_priority_label_show (GTK_LABEL (label), record->priority);

  return label;
}

static char *
say_kind (TambourRecord *record)
{
  TambourCase *one;

  if (!TAMBOUR_IS_CASE (record))
    return g_strdup (_(tambour_kind_get_words (TAMBOUR_RECORD_GET_CLASS (record))->title));

  one = TAMBOUR_CASE (record);

  return g_strdup_printf ("#%s · %s", one->number, _(tambour_choice_get_words (TAMBOUR_TYPE_CASE_STATUS, one->status)));
}

/**
 * tambour_linked_row_new:
 * @record: what has a link to something
 * @others: the records that it mentions
 * @now: the time that is "now"
 *
 * Returns: (transfer floating): a row that says what it is; a case says how urgent
 *   it is, and how it stands
 */
GtkWidget *
tambour_linked_row_new (TambourRecord  *record,
                        GHashTable     *others,
                        TambourInstant  now)
{
  g_autofree char *title = TAMBOUR_IS_CASE (record) ? g_strdup (TAMBOUR_CASE (record)->title)
                                                    : tambour_record_words_title (record, others, now);
  g_autofree char *text = say_kind (record);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, text);
  const char *icon = tambour_note_find_group (TAMBOUR_RECORD_GET_CLASS (record), NULL) ? "tambour-note-symbolic"
                     : TAMBOUR_IS_GOAL (record)                                         ? "tambour-goal-symbolic"
                     : TAMBOUR_IS_ENGAGEMENT (record)                                   ? "tambour-call-symbolic"
                     : TAMBOUR_IS_FINDING (record)                                      ? "tambour-audit-symbolic"
                                                                                       : "tambour-link-symbolic";
  GtkWidget *lead = TAMBOUR_IS_CASE (record) ? new_case_lead (TAMBOUR_CASE (record))
                                             : g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                             "css-classes", (const char *[]) { "dimmed", NULL }, NULL);

  return tambour_linked_row_new_plain (lead, title, text, name);
}
