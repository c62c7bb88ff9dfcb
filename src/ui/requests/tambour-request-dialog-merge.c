/* tambour-request-dialog-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-action-list.h"
#include "tambour-fact-cell.h"
#include "tambour-notice-row.h"
#include "tambour-request-dialog-private.h"
#include "tambour-requests-text.h"
#include "tambour-row-list.h"
#include "tambour-today-text.h"

/* What a request may be merged into: a few to choose from while somebody types, those with
 * the most words of its title first.
 */

#define MAX_CANDIDATES 6

#define ID "tambour-id"

/* A shorter word says nothing. */
#define LEAST_LETTERS 4

typedef struct
{
  const TambourRequestLine *line;
  guint                     n_words;
} Candidate;

static guint
count_words (const TambourRequestLine *line,
             const char * const       *words)
{
  guint n = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    n += g_utf8_strlen (words[i], -1) >= LEAST_LETTERS && strstr (line->folded, words[i]) ? 1 : 0;

  return n;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->n_words != second->n_words)
    return first->n_words > second->n_words ? -1 : 1;

  return second->line->weight - first->line->weight;
}

static gboolean
has_words (const TambourRequestLine *line,
           const char * const       *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (line->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GArray *
list_candidates (TambourRequestDialog *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_auto(GStrv) wanted = tambour_action_filter_words (gtk_editable_get_text (self->search_entry));
  g_auto(GStrv) own = tambour_action_filter_words (self->opened->request->title ? self->opened->request->title : "");

  for (guint i = 0; i < self->opened->list->lines->len; i++)
    {
      Candidate candidate = { g_ptr_array_index (self->opened->list->lines, i), 0 };
      TambourFeatureRequest *request = candidate.line->request;

      if (g_strcmp0 (TAMBOUR_RECORD (request)->id, self->asked->id) == 0 || request->status == TAMBOUR_REQUEST_STATUS_DUPLICATE ||
          !has_words (candidate.line, (const char * const *) wanted))
        continue;
      candidate.n_words = count_words (candidate.line, (const char * const *) own);
      g_array_append_val (found, candidate);
    }
  g_array_sort (found, compare_candidates);

  return found;
}

static GtkWidget *
new_row (TambourRequestDialog     *self,
         const TambourRequestLine *line)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "tambour-requests-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *row = tambour_fact_cell_new_row (image, TRUE);
  TambourFactCell *cell = tambour_fact_cell_of_row (row);
  g_autofree char *title = tambour_requests_text_title (line);
  g_autofree char *state = tambour_requests_text_state (line);
  g_autofree char *facts = tambour_requests_text_line (line, self->opened->list->today);
  g_autofree char *text = tambour_today_text_join (state, facts, NULL);
  g_autofree char *weight = line->askers->len > 0 ? g_strdup_printf ("%d", line->weight) : g_strdup ("");
  g_autofree char *name = NULL;

  tambour_fact_cell_show (cell, title, text, weight);
  name = tambour_fact_cell_dup_name (cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (TAMBOUR_RECORD (line->request)->id), g_free);

  return row;
}

/* What was chosen stays so while it can be seen. */
static void
select_again (TambourRequestDialog *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->candidates, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->candidates, i);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), ID), self->into) == 0)
        {
          gtk_list_box_select_row (self->candidates, row);
          return;
        }
    }
}

/**
 * tambour_request_dialog_show_candidates:
 * @self: a dialog that merges
 *
 * Shows what the request may be merged into.
 */
void
tambour_request_dialog_show_candidates (TambourRequestDialog *self)
{
  g_autoptr(GArray) found = list_candidates (self);
  g_autofree char *into = g_strdup (self->into);

  gtk_list_box_remove_all (self->candidates);
  for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
    gtk_list_box_append (self->candidates, new_row (self, g_array_index (found, Candidate, i).line));
  if (found->len == 0)
    tambour_row_list_say (self->candidates, tambour_notice_row_new ("system-search-symbolic", _("No request like that"), NULL));

  g_set_str (&self->into, into);
  select_again (self);
}

/**
 * tambour_request_dialog_choose:
 * @self: a dialog that merges
 * @id: (nullable): what to merge into
 */
void
tambour_request_dialog_choose (TambourRequestDialog *self,
                               const char           *id)
{
  g_set_str (&self->into, id);
  if (self->opened->list != NULL)
    tambour_request_dialog_show_candidates (self);
}

static void
search_changed_cb (TambourRequestDialog *self)
{
  if (self->opened != NULL && self->opened->list != NULL)
    tambour_request_dialog_show_candidates (self);
}

/* Enter takes the first of what was found, and goes there. */
static void
search_activated_cb (TambourRequestDialog *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->candidates, 0);
  if (row == NULL || g_object_get_data (G_OBJECT (row), ID) == NULL)
    return;

  gtk_list_box_select_row (self->candidates, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
candidate_selected_cb (TambourRequestDialog *self,
                       GtkListBoxRow        *row)
{
  const char *id = row ? g_object_get_data (G_OBJECT (row), ID) : NULL;

  if (id == NULL || g_strcmp0 (id, self->into) == 0)
    return;

  g_set_str (&self->into, id);
  tambour_ask_dialog_say (TAMBOUR_ASK_DIALOG (self), NULL);
}

/**
 * tambour_request_dialog_bind_merge:
 * @widget_class: the class of dialogs
 */
void
tambour_request_dialog_bind_merge (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, candidate_selected_cb);
}
