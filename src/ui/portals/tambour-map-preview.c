/* tambour-map-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tambour-map-preview.h"

#include "tambour-record-words.h"

/* A history may be long; what comes first shows how it is read. */
#define MAX_EVENTS 30

static void
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle,
         gboolean    is_property)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 4, "title-lines", 3, NULL);

  /* Its labels know that this is no markup when it is there. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (is_property)
    gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (list, row);
}

/* A field that nobody has stated is not what the portal says; neither is one that people do not see. */
static gboolean
is_said (const TambourField *field,
         TambourRecord      *record)
{
  return field->label != NULL && tambour_field_is_stated (field, record) &&
         !g_str_has_prefix (field->name, "created_") && !g_str_has_prefix (field->name, "updated_");
}

/* "Our message · 2026-11-23T10:00:00Z", and what else it says. */
static void
add_event (GtkListBox     *list,
           TambourRecord  *event,
           GHashTable     *others,
           TambourInstant  now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (event);
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(GString) more = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      g_autofree char *text = is_said (field, event) ? tambour_field_words (field, event, others, now) : NULL;
      gboolean is_title = g_str_equal (field->name, "kind") || g_str_equal (field->name, "at");
      GString *part = is_title ? title : more;

      if (text != NULL && *text != '\0')
        g_string_append_printf (part, "%s%s", part->len > 0 ? " · " : "", text);
    }

  add_row (list, title->str, more->str, FALSE);
}

static void
add_record (GtkListBox     *list,
            TambourRecord  *record,
            GHashTable     *others,
            TambourInstant  now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      g_autofree char *text = is_said (field, record) ? tambour_field_words (field, record, others, now) : NULL;

      if (text != NULL && *text != '\0')
        add_row (list, _(field->label), text, TRUE);
    }
}

static void
add_events (GtkListBox     *list,
            GPtrArray      *events,
            GHashTable     *others,
            TambourInstant  now)
{
  g_autofree char *history = g_strdup_printf (ngettext ("History: %u line", "History: %u lines", events->len), events->len);

  add_row (list, history, "", FALSE);
  for (guint i = 0; i < MIN (events->len, MAX_EVENTS); i++)
    add_event (list, g_ptr_array_index (events, i), others, now);
}

/**
 * tambour_map_preview_show:
 * @list: where
 * @item: what was read
 * @now: the time that is "now"
 *
 * Shows what the item would be here: its fields, its history, and whose it is.
 */
void
tambour_map_preview_show (GtkListBox              *list,
                          const TambourPortalItem *item,
                          TambourInstant           now)
{
  g_autoptr(GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name, text;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < item->faults->len; i++)
    add_row (list, _("Not readable"), g_ptr_array_index (item->faults, i), FALSE);
  if (item->record != NULL)
    add_record (list, item->record, others, now);
  else
    add_row (list, _("It was deleted there, or went on in another item"), item->merged_into ? item->merged_into : "", FALSE);

  g_hash_table_iter_init (&iter, item->hints);
  while (g_hash_table_iter_next (&iter, &name, &text))
    add_row (list, name, text, TRUE);

  add_events (list, item->events, others, now);
  gtk_widget_set_visible (GTK_WIDGET (list), TRUE);
}
