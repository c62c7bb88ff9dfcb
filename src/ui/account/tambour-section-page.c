/* tambour-section-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-section-page.h"

/**
 * TambourSectionPage:
 *
 * A section of an account on a page of its own: one that is looked up rather than
 * worked in, and has no place in the switcher (DESIGN.md section 1).
 */
struct _TambourSectionPage
{
  TambourPage                  parent_instance;

  const TambourAccountSection *section;
  char                        *account_id;
  TambourSection              *child;
  GCancellable                *cancellable;

  /* Template widgets */
  AdwWindowTitle              *window_title;
  AdwBin                      *place;
};

G_DEFINE_FINAL_TYPE (TambourSectionPage, tambour_section_page, TAMBOUR_TYPE_PAGE)

static gpointer
load_brief (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_account_brief_load (store, data, now, cancellable, error);
}

/* What could not be read, the section says in its place. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourSectionPage) self = user_data;
  g_autoptr(TambourAccountBrief) brief = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (brief != NULL && self->window_title != NULL)
    adw_window_title_set_subtitle (self->window_title, brief->account->name);
}

static void
tambour_section_page_refresh (TambourPage *page)
{
  TambourSectionPage *self = TAMBOUR_SECTION_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    tambour_section_prepare (self->child);

  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_brief, g_strdup (self->account_id), g_free,
                                (GDestroyNotify) tambour_account_brief_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
tambour_section_page_filter (TambourPage *page)
{
  tambour_section_filter (TAMBOUR_SECTION_PAGE (page)->child);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_section_edit (TAMBOUR_SECTION_PAGE (widget)->child);
}

static void
tambour_section_page_dispose (GObject *object)
{
  TambourSectionPage *self = TAMBOUR_SECTION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->child = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_SECTION_PAGE);

  G_OBJECT_CLASS (tambour_section_page_parent_class)->dispose (object);
}

static void
tambour_section_page_finalize (GObject *object)
{
  TambourSectionPage *self = TAMBOUR_SECTION_PAGE (object);

  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_section_page_parent_class)->finalize (object);
}

static void
tambour_section_page_class_init (TambourSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_section_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_section_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_section_page_refresh;
  TAMBOUR_PAGE_CLASS (klass)->filter = tambour_section_page_filter;

  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSectionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourSectionPage, place);
}

static void
tambour_section_page_init (TambourSectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_section_page_new:
 * @portfolio: a portfolio
 * @account_id: an account in it
 * @section: the section, which lives for ever
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourSectionPage *
tambour_section_page_new (TambourPortfolio            *portfolio,
                          const char                  *account_id,
                          const TambourAccountSection *section)
{
  TambourSectionPage *self = g_object_new (TAMBOUR_TYPE_SECTION_PAGE, "title", _(section->title), NULL);

  self->section = section;
  self->account_id = g_strdup (account_id);
  self->child = g_object_new (section->get_type (), NULL);
  adw_window_title_set_title (self->window_title, _(section->title));
  adw_bin_set_child (self->place, GTK_WIDGET (self->child));
  g_signal_connect_object (self->child, "ready", G_CALLBACK (tambour_page_set_ready), self, G_CONNECT_SWAPPED);
  tambour_section_show (self->child, portfolio, account_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

/**
 * tambour_section_page_get_section:
 * @self: the page of a section
 *
 * Returns: (transfer none): the name of the section
 */
const char *
tambour_section_page_get_section (TambourSectionPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SECTION_PAGE (self), NULL);

  return self->section->id;
}

/**
 * tambour_section_page_get_account:
 * @self: the page of a section
 *
 * Returns: (transfer none): the id of its account
 */
const char *
tambour_section_page_get_account (TambourSectionPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SECTION_PAGE (self), NULL);

  return self->account_id;
}
