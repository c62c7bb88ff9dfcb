/* tambour-start-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choices.h"
#include "tambour-portfolios.h"
#include "tambour-start-frame.h"
#include "tambour-start-page.h"

/**
 * TambourStartPage:
 *
 * What a window shows who has no portfolio yet (DESIGN.md, screen 12).
 */
struct _TambourStartPage
{
  AdwBin          parent_instance;

  /* Template widgets */
  TambourChoices *choices;
  GtkWidget      *recent_box;
  GtkListBox     *recent;
};

G_DEFINE_FINAL_TYPE (TambourStartPage, tambour_start_page, ADW_TYPE_BIN)

static void
add_recent (TambourStartPage *self,
            const char       *path)
{
  g_autofree char *name = tambour_portfolios_dup_name (path);
  g_autofree char *place = tambour_portfolios_dup_place (path);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title-lines", 1,
                                 "subtitle-lines", 1,
                                 "activatable", TRUE,
                                 "action-name", "win.open-path",
                                 NULL);

  /* What is plain text is known to be so only after it was made. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_append (self->recent, row);
  gtk_widget_set_visible (self->recent_box, TRUE);
}

static void
tambour_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_START_PAGE);

  G_OBJECT_CLASS (tambour_start_page_parent_class)->dispose (object);
}

static void
tambour_start_page_class_init (TambourStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_start_page_dispose;

  g_type_ensure (TAMBOUR_TYPE_CHOICES);
  g_type_ensure (TAMBOUR_TYPE_START_FRAME);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourStartPage, choices);
  gtk_widget_class_bind_template_child (widget_class, TambourStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TambourStartPage, recent);
}

static void
tambour_start_page_init (TambourStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tambour_choices_add (self->choices, "list-add-symbolic", _("Create a Portfolio"),
                       _("Start empty, or import accounts from a spreadsheet"), "win.create", NULL);
  tambour_choices_add (self->choices, "network-server-symbolic", _("Join a Team"),
                       _("Everybody’s changes meet on a server of yours"), "win.join", NULL);
  tambour_choices_add (self->choices, "tambour-library-symbolic", _("Open the Demonstration Portfolio"),
                       _("8 invented accounts with a year of work, to look around"), "win.demonstrate", NULL);
  tambour_choices_add (self->choices, "document-open-symbolic", _("Open a Portfolio…"),
                       _("One that is on this computer already"), "win.open", NULL);
}

/**
 * tambour_start_page_new:
 * @recent: (array zero-terminated=1): files that were open lately
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
tambour_start_page_new (const char * const *recent)
{
  TambourStartPage *self = g_object_new (TAMBOUR_TYPE_START_PAGE, NULL);

  for (guint i = 0; recent[i] != NULL; i++)
    add_recent (self, recent[i]);

  return GTK_WIDGET (self);
}
