/* tambour-conflict-reading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-conflict-reading.h"

#include "tambour-record-words.h"

/**
 * tambour_conflict_reading_free:
 * @self: (transfer full): a reading
 */
void
tambour_conflict_reading_free (TambourConflictReading *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->view, tambour_record_view_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->record_id, g_free);
  g_clear_pointer (&self->draft, tambour_draft_free);
  g_clear_pointer (&self->edit, tambour_draft_free);
  g_free (self);
}

/* The oldest, if nothing else is asked for. */
static void
find (TambourConflictReading *self,
      const char             *record_id)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TambourConflictGroup *group = g_ptr_array_index (self->groups, i);

      if (record_id != NULL && !g_str_equal (group->record->id, record_id))
        continue;

      self->position = i;
      self->record_id = g_strdup (group->record->id);
      return;
    }

  self->is_gone = record_id != NULL;
  self->record_id = g_strdup (record_id);
}

static TambourDraft *
read_draft (TambourStore *store,
            const char   *key)
{
  g_autofree char *text = tambour_store_dup_setting (store, key);

  return text ? tambour_draft_unpack (key, text) : NULL;
}

/* Where nothing is to be settled any more, what was typed goes to the form. */
static void
read_drafts (TambourConflictReading *self,
             TambourStore           *store)
{
  g_autofree char *key = tambour_draft_dup_conflict_key (self->record_id);
  g_autofree char *form = NULL;

  self->draft = read_draft (store, key);
  if (self->draft == NULL || !self->is_gone)
    return;

  form = tambour_draft_dup_key (self->draft->kind, self->record_id, NULL);
  self->edit = read_draft (store, form);
}

/**
 * tambour_conflict_reading_load:
 * @store: a store
 * @me: (nullable): the id of the person who works with it
 * @now: the time that is "now"
 * @data: (nullable): the id of a record; the oldest conflict comes first where it has none
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads what is to be settled; see #TambourLoadFunc.
 *
 * Returns: (transfer full) (nullable): a reading
 */
gpointer
tambour_conflict_reading_load (TambourStore    *store,
                               const char      *me,
                               TambourInstant   now,
                               gpointer         data,
                               GCancellable    *cancellable,
                               GError         **error)
{
  g_autoptr(TambourConflictReading) self = g_new0 (TambourConflictReading, 1);

  self->groups = tambour_conflicts_list (store, cancellable, error);
  if (self->groups == NULL)
    return NULL;

  find (self, data);
  if (self->groups->len > 0)
    self->view = tambour_conflict_group_history (tambour_conflict_reading_get_group (self), store, &self->step, &self->fields);
  if (self->record_id != NULL)
    read_drafts (self, store);

  return g_steal_pointer (&self);
}

/**
 * tambour_conflict_reading_get_group:
 * @self: a reading
 *
 * Returns: (nullable): the record that is shown
 */
const TambourConflictGroup *
tambour_conflict_reading_get_group (TambourConflictReading *self)
{
  return self->position < self->groups->len ? g_ptr_array_index (self->groups, self->position) : NULL;
}

static char *
dup_value (TambourConflictReading *self,
           const TambourField     *field,
           TambourRecord          *record,
           TambourInstant          now)
{
  g_autofree char *words = tambour_field_words (field, record, self->view->others, now);
  g_autofree char *part = tambour_words_shorten (words);

  return *part ? tambour_words_isolate (part) : g_strdup (C_("value", "nothing"));
}

static void
add_row (TambourConflictReading *self,
         AdwExpanderRow         *row,
         const TambourField     *field,
         TambourInstant          now)
{
  const TambourRecordStep *step = g_ptr_array_index (self->view->steps, self->step);
  g_autofree char *before = dup_value (self, field, step->before, now);
  g_autofree char *after = dup_value (self, field, step->after, now);
  g_autofree char *words = g_strdup_printf ("%s → %s", before, after);
  GtkWidget *line = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "css-classes", (const char *[]) { "property", NULL }, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _(field->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), words);
  adw_expander_row_add_row (row, line);
}

static char *
dup_summary (TambourConflictReading *self)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    g_strv_builder_add (labels, _(((const TambourField *) g_ptr_array_index (self->fields, i))->label));
  all = g_strv_builder_end (labels);
  names = g_strjoinv (C_("list", ", "), all);

  /* Translators: %s is a field, or a list of fields */
  return g_strdup_printf (ngettext ("Only one side changed it: %s", "Only one side changed them: %s", self->fields->len), names);
}

/**
 * tambour_conflict_reading_show:
 * @self: a reading
 * @list: a list
 * @now: the time that is "now"
 *
 * Lists what was merged without a question; hides @list if nothing was.
 */
void
tambour_conflict_reading_show (TambourConflictReading *self,
                               GtkListBox             *list,
                               TambourInstant          now)
{
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  GtkWidget *row;

  gtk_list_box_remove_all (list);
  gtk_widget_set_visible (GTK_WIDGET (list), self->view != NULL);
  if (self->view == NULL)
    return;

  title = g_strdup_printf (ngettext ("%u field merged without a question", "%u fields merged without a question", self->fields->len),
                           self->fields->len);
  summary = dup_summary (self);
  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, "subtitle-lines", 2, NULL);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), summary);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE,
                                             "icon-name", "object-select-symbolic",
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             "css-classes", (const char *[]) { "success", NULL },
                                             NULL));
  for (guint i = 0; i < self->fields->len; i++)
    add_row (self, ADW_EXPANDER_ROW (row), g_ptr_array_index (self->fields, i), now);
  gtk_list_box_append (list, row);
}
