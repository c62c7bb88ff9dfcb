/* tambour-review-window-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-report.h"
#include "tambour-review-window-private.h"

/* What is to be looked at before a review leaves, and where it leads to. */

static const char *
get_icon (TambourPreflightWeight weight)
{
  switch (weight)
    {
    case TAMBOUR_PREFLIGHT_MUST:
      return "dialog-error-symbolic";
    case TAMBOUR_PREFLIGHT_SHOULD:
      return "dialog-warning-symbolic";
    case TAMBOUR_PREFLIGHT_HINT:
      return "dialog-information-symbolic";
    }

  return NULL;
}

static const char *
get_style (TambourPreflightWeight weight)
{
  switch (weight)
    {
    case TAMBOUR_PREFLIGHT_MUST:
      return "error";
    case TAMBOUR_PREFLIGHT_SHOULD:
      return "warning";
    case TAMBOUR_PREFLIGHT_HINT:
      return "dimmed";
    }

  return NULL;
}

static const char *
get_words (TambourPreflightWeight weight)
{
  switch (weight)
    {
    case TAMBOUR_PREFLIGHT_MUST:
      return _("Must be mended");
    case TAMBOUR_PREFLIGHT_SHOULD:
      return _("Should be mended");
    case TAMBOUR_PREFLIGHT_HINT:
      return C_("check", "Hint");
    }

  return NULL;
}

/* The sign is said in words as well. */
static GtkWidget *
new_row (const TambourPreflightLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", get_icon (line->weight), "valign", GTK_ALIGN_START, "margin-top", 2,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", line->sentence, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, "hexpand", TRUE, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", get_words (line->weight), line->sentence);

  gtk_widget_add_css_class (icon, get_style (line->weight));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static guint
count (TambourReviewWindow    *self,
       TambourPreflightWeight  weight)
{
  guint n = 0;

  for (guint i = 0; self->checks && i < self->checks->len; i++)
    n += ((TambourPreflightLine *) g_ptr_array_index (self->checks, i))->weight == weight ? 1 : 0;

  return n;
}

/**
 * tambour_review_window_can_finish:
 * @self: a window
 *
 * Returns: whether nothing stands in the way of finishing its review
 */
gboolean
tambour_review_window_can_finish (TambourReviewWindow *self)
{
  return tambour_review_window_can_write (self) && self->checks != NULL && count (self, TAMBOUR_PREFLIGHT_MUST) == 0;
}

static void
show_count (TambourReviewWindow *self)
{
  guint n_must = count (self, TAMBOUR_PREFLIGHT_MUST);
  guint n = n_must + count (self, TAMBOUR_PREFLIGHT_SHOULD);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%d thing to look at", "%d things to look at", n), (int) n)
                                 : g_strdup (_("Ready to present"));

  gtk_label_set_text (self->checks_label, words);
  gtk_image_set_from_icon_name (self->checks_icon, n_must > 0 ? "dialog-error-symbolic" : n > 0 ? "dialog-warning-symbolic"
                                                                                                : "object-select-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->checks_icon), (const char *[]) { n_must > 0 ? "error" : n > 0 ? "warning"
                                                                                                              : "success",
                                                                                 NULL });
}

static void
show_finish (TambourReviewWindow *self)
{
  guint n = count (self, TAMBOUR_PREFLIGHT_MUST);
  gboolean can_write = tambour_review_window_can_write (self);
  g_autofree char *words = NULL;

  if (n > 0)
    words = g_strdup_printf (ngettext ("%d thing must be mended before this review can be finished.",
                                       "%d things must be mended before this review can be finished.", n),
                             (int) n);
  else
    words = g_strdup (_("A finished review keeps its figures for good."));
  gtk_label_set_text (self->finish_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_label), can_write);
  gtk_widget_set_visible (self->finish_button, can_write);
}

/**
 * tambour_review_window_show_checks:
 * @self: a window that knows what is to be looked at
 */
void
tambour_review_window_show_checks (TambourReviewWindow *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->checks_list));
  int index = focus ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkListBoxRow *row;

  gtk_list_box_remove_all (self->checks_list);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_list_box_append (self->checks_list, new_row (g_ptr_array_index (self->checks, i)));
  if (self->checks->len == 0)
    gtk_list_box_append (self->checks_list, g_object_new (GTK_TYPE_LABEL, "label", _("Nothing to look at"), "xalign", 0.0,
                                                          "css-classes", (const char *[]) { "dimmed", NULL }, NULL));

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->checks_list, MIN (index, (int) self->checks->len - 1)) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  show_count (self);
  show_finish (self);
  tambour_review_window_update_actions (self);
}

/**
 * tambour_review_window_open_record:
 * @self: a window
 * @kind: a kind of record
 * @id: the id of one
 *
 * Shows it in the window of the portfolio, beside this one.
 */
void
tambour_review_window_open_record (TambourReviewWindow *self,
                                   const char          *kind,
                                   const char          *id)
{
  if (self->opener == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->opener), "win.open-record", "(ss)", kind, id);
  gtk_window_present (self->opener);
}

static void
open_line (TambourReviewWindow        *self,
           const TambourPreflightLine *line)
{
  if (line->record_id != NULL && line->type != G_TYPE_NONE)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (line->type);

      tambour_review_window_open_record (self, klass->kind, line->record_id);
      return;
    }

  if (line->chapter < 0)
    return;

  tambour_review_window_choose (self, (TambourChapter) line->chapter);
  if (adw_overlay_split_view_get_collapsed (self->rail_view))
    adw_overlay_split_view_set_show_sidebar (self->rail_view, FALSE);
}

/**
 * tambour_review_window_open_check:
 * @self: a window
 * @row: something to look at
 *
 * Leads to the page or the record that it is about.
 */
void
tambour_review_window_open_check (TambourReviewWindow *self,
                                  GtkListBoxRow       *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (self->checks != NULL && index >= 0 && (guint) index < self->checks->len)
    open_line (self, g_ptr_array_index (self->checks, (guint) index));
}
