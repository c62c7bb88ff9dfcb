/* tambour-record-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tambour-detail-row.h"
#include "tambour-heading.h"
#include "tambour-record-facts.h"
#include "tambour-record-words.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/* A choice that says only that nothing is known, and a flag that is not set, are
 * no facts; a status is one from the beginning.
 */
static gboolean
is_fact (const TambourField *field,
         TambourRecord      *record)
{
  if (field->label == NULL || (field->flags & (TAMBOUR_FIELD_LONG | TAMBOUR_FIELD_TITLE)))
    return FALSE;

  if (field->kind == TAMBOUR_KIND_CHOICE && (field->flags & (TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_REQUIRED)))
    return TRUE;

  return tambour_field_is_stated (field, record);
}

/* "Owner name" says nothing new below "Owner". */
static gboolean
is_said_before (const TambourRecordView *view,
                const TambourField      *field,
                const char              *words,
                TambourInstant           now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (view->record);
  g_autofree char *before = NULL;

  if (field == klass->fields || field[-1].kind != TAMBOUR_KIND_REF || field->kind != TAMBOUR_KIND_TEXT)
    return FALSE;

  before = tambour_field_words (&field[-1], view->record, view->others, now);

  return g_str_equal (before, words);
}

static void
add_fact (GtkListBox              *list,
          const TambourRecordView *view,
          const TambourField      *field,
          TambourInstant           now)
{
  g_autofree char *words = NULL;
  const char *id = NULL;
  TambourRecord *other = NULL;

  if (!is_fact (field, view->record))
    return;

  words = tambour_field_words (field, view->record, view->others, now);
  if (is_said_before (view, field, words, now))
    return;

  if (field->kind == TAMBOUR_KIND_REF || field->kind == TAMBOUR_KIND_TEXT)
    id = AT (field, view->record, char *);
  other = id ? g_hash_table_lookup (view->others, id) : NULL;

  gtk_list_box_append (list, tambour_detail_row_new (_(field->label), words, other));
}

/* Where a record came from, if nobody entered it. */
static void
add_origin (GtkListBox    *list,
            TambourRecord *record)
{
  g_autofree char *text = NULL;

  if (record->external_system == NULL && record->external_id == NULL)
    return;

  text = g_strjoin (" ", record->external_system ? record->external_system : record->external_id,
                    record->external_system ? record->external_id : NULL, NULL);
  gtk_list_box_append (list, tambour_detail_row_new (_("Came from"), text, NULL));
}

/**
 * tambour_record_facts_show:
 * @list: a list
 * @view: a record and what it mentions
 * @now: the time that is "now"
 *
 * Shows what the record says in short, one row for each field that says
 * something; those of references lead there.
 */
void
tambour_record_facts_show (GtkListBox              *list,
                           const TambourRecordView *view,
                           TambourInstant           now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (view->record);

  gtk_list_box_remove_all (list);
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    add_fact (list, view, &klass->fields[i], now);
  for (guint i = 0; i < klass->n_common; i++)
    add_fact (list, view, &klass->fields[i], now);
  add_origin (list, view->record);
}

static void
add_text (GtkBox             *box,
          const TambourField *field,
          const char         *text)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *card = g_object_new (ADW_TYPE_BIN, "child", label, "css-classes", (const char *[]) { "card", "panel", NULL }, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (section), g_object_new (TAMBOUR_TYPE_HEADING, "title", _(field->label), NULL));
  gtk_box_append (GTK_BOX (section), card);
  gtk_box_append (box, section);
}

/* The title stands above already, unless it goes on. */
static gboolean
is_text (const TambourField *field,
         TambourRecord      *record)
{
  if (field->label == NULL || !(field->flags & TAMBOUR_FIELD_LONG) || !tambour_field_is_stated (field, record))
    return FALSE;

  return !(field->flags & TAMBOUR_FIELD_TITLE) || strchr (AT (field, record, char *), '\n') != NULL;
}

/**
 * tambour_record_facts_show_texts:
 * @box: a box
 * @view: a record
 *
 * Shows what the record says at length.
 */
void
tambour_record_facts_show_texts (GtkBox                  *box,
                                 const TambourRecordView *view)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (view->record);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      /* What every kind has comes last. */
      const TambourField *field = &klass->fields[(i + klass->n_common) % klass->n_fields];

      if (is_text (field, view->record))
        add_text (box, field, AT (field, view->record, char *));
    }

  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
