/* tambour-reports-page-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-reports-page-private.h"
#include "tambour-reviews.h"
#include "tambour-saved-file.h"

/* The roll-up: the accounts that are shown, in one document for managers. */

typedef gboolean (*WriteFunc) (const TambourRollup  *rollup,
                               const char           *path,
                               GError              **error);

/* What is counted and written, on its way to a thread. */
typedef struct
{
  GPtrArray           *accounts;
  TambourReviewsOrder  order;
  char                *language;
  WriteFunc            write;
} RollUp;

static void
roll_up_free (gpointer data)
{
  RollUp *self = data;

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);
  g_free (self);
}

static gboolean
write_roll_up (TambourStore    *store,
               const char      *path,
               TambourInstant   now,
               gpointer         data,
               GError         **error)
{
  const RollUp *self = data;
  g_autoptr(GPtrArray) all = tambour_reviews_roll_up (store, self->accounts, &self->order, NULL, error);
  TambourRollup rollup = {
    all, self->order.from, self->order.to, tambour_store_last_change_time (store), self->language,
    tambour_review_find_paper (TAMBOUR_REVIEW_PAPER_USUAL, self->language, NULL),
  };

  return all != NULL && self->write (&rollup, path, error);
}

static GPtrArray *
list_shown (TambourReportsPage *self)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      g_ptr_array_add (accounts, g_object_ref (tambour_reports_item_get_line (item)->readiness->account));
    }

  return accounts;
}

/* What managers read is in the language of the window. */
static char *
dup_language (void)
{
  const char * const *names = g_get_language_names ();

  return g_strndup (names[0], strcspn (names[0], "_.@"));
}

static void
save (GtkWidget *widget,
      GFile     *file,
      WriteFunc  write)
{
  TambourReportsPage *self = TAMBOUR_REPORTS_PAGE (widget);
  RollUp *data = g_new0 (RollUp, 1);

  data->accounts = list_shown (self);
  data->language = dup_language ();
  data->write = write;
  data->order = (TambourReviewsOrder) {
    .from = self->sheet->from, .to = self->sheet->to, .as_of = { TAMBOUR_NEVER },
    .jobs = g_get_num_processors (), .composed = TRUE,
  };
  tambour_saved_file_write (widget, tambour_page_get_portfolio (TAMBOUR_PAGE (self)), file, "reports.roll-up", write_roll_up, data,
                            roll_up_free);
}

static void
save_paper (GtkWidget *widget,
            GFile     *file)
{
  save (widget, file, tambour_rollup_write_paper);
}

static void
save_book (GtkWidget *widget,
           GFile     *file)
{
  save (widget, file, tambour_rollup_write_book);
}

static void
save_table (GtkWidget *widget,
            GFile     *file)
{
  save (widget, file, tambour_rollup_write);
}

static void
ask (TambourReportsPage     *self,
     const char             *extension,
     TambourSavedFileChosen  chosen)
{
  g_autofree char *last = tambour_date_dup_text ((TambourDate) { self->to.julian - 1 });
  /* Translators: a file name; %s is a day such as 2026-11-30 */
  g_autofree char *name = g_strdup_printf (_("Roll-Up to %s"), last);
  g_autofree char *full = g_strconcat (name, ".", extension, NULL);

  if (self->sheet != NULL)
    tambour_saved_file_ask (GTK_WIDGET (self), _("Export Roll-Up"), full, chosen);
}

static void
roll_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ask (TAMBOUR_REPORTS_PAGE (widget), "pdf", save_paper);
}

static void
roll_up_as_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  const char *extension = g_variant_get_string (parameter, NULL);

  if (g_str_equal (extension, "xlsx"))
    ask (TAMBOUR_REPORTS_PAGE (widget), extension, save_book);
  else
    ask (TAMBOUR_REPORTS_PAGE (widget), "csv", save_table);
}

/**
 * tambour_reports_page_install_out:
 * @widget_class: the class of the page
 */
void
tambour_reports_page_install_out (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reports.roll-up", NULL, roll_up_action);
  gtk_widget_class_install_action (widget_class, "reports.roll-up-as", "s", roll_up_as_action);
}
