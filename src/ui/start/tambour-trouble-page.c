/* tambour-trouble-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choices.h"
#include "tambour-start-frame.h"
#include "tambour-trouble-page.h"
#include "tambour-when.h"

/* More than anybody reads through. */
#define MAX_BACKUPS 5

/**
 * TambourTroublePage:
 *
 * What a window shows when a portfolio cannot be opened: what is wrong, and what
 * one can do about it. The file is as it was.
 */
struct _TambourTroublePage
{
  AdwBin              parent_instance;

  TambourTroubleKind  kind;

  /* Template widgets */
  AdwStatusPage      *status;
  GtkLabel           *path_label;
  TambourChoices     *choices;
  GtkWidget          *backups_box;
  GtkListBox         *backups;
};

G_DEFINE_FINAL_TYPE (TambourTroublePage, tambour_trouble_page, ADW_TYPE_BIN)

typedef enum
{
  CAN_LOOK = 1 << 0,
  CAN_REPAIR = 1 << 1,
  CAN_TRY = 1 << 2,
  CAN_RESTORE = 1 << 3,
  CAN_OPEN = 1 << 4,
  CAN_CREATE = 1 << 5,
  CAN_SHOW = 1 << 6,
} Offers;

static const struct
{
  TambourTroubleKind  kind;
  const char         *icon;
  const char         *title;
  const char         *cause;   /* %NULL where it is said otherwise */
  guint               offers;
} troubles[] = {
  { TAMBOUR_TROUBLE_MISSING, "dialog-question-symbolic", N_("The Portfolio Is Not There"),
    N_("It may have been moved or renamed, or the disk that it is on is not connected."),
    CAN_TRY | CAN_RESTORE | CAN_OPEN | CAN_CREATE },
  { TAMBOUR_TROUBLE_NOT_A_PORTFOLIO, "dialog-question-symbolic", N_("This Is Not a Portfolio"),
    N_("Something else than Tambour made this file. Nothing in it was changed."),
    CAN_OPEN | CAN_SHOW },
  { TAMBOUR_TROUBLE_NEWER, "software-update-available-symbolic", N_("A Newer Tambour Made This Portfolio"),
    NULL,
    CAN_OPEN | CAN_SHOW },
  { TAMBOUR_TROUBLE_UNREADABLE, "changes-prevent-symbolic", N_("You May Not Read This Portfolio"),
    N_("It belongs to somebody else. Ask its owner, or change the permissions of the file and of its folder."),
    CAN_TRY | CAN_OPEN | CAN_SHOW },
  { TAMBOUR_TROUBLE_UNWRITABLE, "changes-prevent-symbolic", N_("This Portfolio Cannot Be Changed"),
    N_("The file or its folder is protected. Open it for reading only, or change the permissions and try again."),
    CAN_LOOK | CAN_TRY | CAN_OPEN | CAN_SHOW },
  { TAMBOUR_TROUBLE_FULL, "drive-harddisk-symbolic", N_("There Is No Room on the Disk"),
    N_("A portfolio needs some room beside it to be opened. Make room, and try again."),
    CAN_LOOK | CAN_TRY | CAN_OPEN | CAN_SHOW },
  { TAMBOUR_TROUBLE_BUSY, "system-lock-screen-symbolic", N_("Another Program Holds the Portfolio"),
    NULL,
    CAN_TRY | CAN_OPEN },
  { TAMBOUR_TROUBLE_DAMAGED, "dialog-error-symbolic", N_("The Portfolio Is Damaged"),
    N_("The file cannot be read as it is, and it was not changed. Repair a copy of it, or go on from a backup."),
    CAN_REPAIR | CAN_RESTORE | CAN_OPEN | CAN_SHOW },
  { TAMBOUR_TROUBLE_OTHER, "dialog-error-symbolic", N_("The Portfolio Could Not Be Opened"),
    NULL,
    CAN_TRY | CAN_RESTORE | CAN_OPEN | CAN_SHOW },
};

static const struct
{
  Offers      offer;
  const char *icon;
  const char *title;
  const char *subtitle;
  const char *action;
} offers[] = {
  { CAN_LOOK, "view-reveal-symbolic", N_("Open Read-Only"),
    N_("Everything can be looked at, nothing can be changed"), "win.open-read-only" },
  { CAN_REPAIR, "applications-engineering-symbolic", N_("Repair a Copy"),
    N_("What can be made again is; the damaged file stays as it is"), "win.repair" },
  { CAN_TRY, "view-refresh-symbolic", N_("Try Again"), NULL, "win.try-again" },
  { CAN_RESTORE, "document-revert-symbolic", N_("Restore from a Backup…"),
    N_("In its place; a file that is there now is kept beside it"), "win.restore" },
  { CAN_OPEN, "document-open-symbolic", N_("Open Another…"), NULL, "win.open" },
  { CAN_CREATE, "list-add-symbolic", N_("Create a Portfolio"), NULL, "win.create" },
  { CAN_SHOW, "folder-symbolic", N_("Show in Files"), NULL, "win.show-in-files" },
};

static char *
dup_holder (const TambourTrouble *trouble)
{
  if (trouble->holder == NULL)
    return g_strdup (_("Another program uses the file alone. Wait until it has finished, or close it, and try again."));

  return g_strdup_printf (_("“%s” (process %d) uses the file alone. Wait until it has finished, or close it, and try again."),
                          trouble->holder, trouble->holder_pid);
}

static char *
dup_newer (const TambourTrouble *trouble)
{
  return g_strdup_printf (_("It is in format %d. This version of Tambour reads formats up to %d, and would lose what it does not know. Update Tambour to open it."),
                          (int) trouble->format, (int) trouble->known_format);
}

static char *
dup_cause (const TambourTrouble *trouble)
{
  if (trouble->kind == TAMBOUR_TROUBLE_BUSY)
    return dup_holder (trouble);
  if (trouble->kind == TAMBOUR_TROUBLE_NEWER)
    return dup_newer (trouble);

  return g_strdup (troubles[trouble->kind].cause ? _(troubles[trouble->kind].cause) : trouble->reason);
}

static void
add_offers (TambourTroublePage *self,
            gboolean            is_recent)
{
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (troubles[self->kind].offers & offers[i].offer)
      tambour_choices_add (self->choices, offers[i].icon, _(offers[i].title),
                           offers[i].subtitle ? _(offers[i].subtitle) : NULL, offers[i].action, NULL);

  if (is_recent)
    tambour_choices_add (self->choices, "list-remove-symbolic", _("Forget It"),
                         _("It is no longer among the recent portfolios; the file is left alone"), "win.forget", NULL);
}

static void
add_backup (TambourTroublePage  *self,
            const TambourBackup *backup)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  g_autofree char *base = g_path_get_basename (backup->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *made = tambour_when_moment (backup->made, here, now);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title-lines", 1,
                                 NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "label", _("Restore"),
                                    "valign", GTK_ALIGN_CENTER,
                                    "action-name", "win.restore-from",
                                    NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), made);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup->path);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->backups, row);
  gtk_widget_set_visible (self->backups_box, TRUE);
}

static void
tambour_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_TROUBLE_PAGE);

  G_OBJECT_CLASS (tambour_trouble_page_parent_class)->dispose (object);
}

static void
tambour_trouble_page_class_init (TambourTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_trouble_page_dispose;

  g_type_ensure (TAMBOUR_TYPE_CHOICES);
  g_type_ensure (TAMBOUR_TYPE_START_FRAME);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, TambourTroublePage, path_label);
  gtk_widget_class_bind_template_child (widget_class, TambourTroublePage, choices);
  gtk_widget_class_bind_template_child (widget_class, TambourTroublePage, backups_box);
  gtk_widget_class_bind_template_child (widget_class, TambourTroublePage, backups);
}

static void
tambour_trouble_page_init (TambourTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_trouble_page_new:
 * @trouble: what is wrong
 * @is_recent: whether the file is offered somewhere, and can be forgotten
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
tambour_trouble_page_new (const TambourTrouble *trouble,
                          gboolean              is_recent)
{
  TambourTroublePage *self = g_object_new (TAMBOUR_TYPE_TROUBLE_PAGE, NULL);
  g_autofree char *cause = dup_cause (trouble);
  g_autofree char *escaped = g_markup_escape_text (cause, -1);
  g_autofree char *shown = g_filename_display_name (trouble->path);

  g_assert (troubles[trouble->kind].kind == trouble->kind);

  self->kind = trouble->kind;
  adw_status_page_set_icon_name (self->status, troubles[self->kind].icon);
  adw_status_page_set_title (self->status, _(troubles[self->kind].title));
  adw_status_page_set_description (self->status, escaped);
  gtk_label_set_text (self->path_label, shown);
  add_offers (self, is_recent);

  for (guint i = 0; (troubles[self->kind].offers & CAN_RESTORE) && i < MIN (trouble->backups->len, MAX_BACKUPS); i++)
    {
      const TambourBackup *backup = g_ptr_array_index (trouble->backups, i);

      /* Actions are given text; names of files need not be. */
      if (g_utf8_validate (backup->path, -1, NULL))
        add_backup (self, backup);
    }

  return GTK_WIDGET (self);
}

/**
 * tambour_trouble_page_get_kind:
 * @self: a page
 *
 * Returns: what is wrong
 */
TambourTroubleKind
tambour_trouble_page_get_kind (TambourTroublePage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TROUBLE_PAGE (self), TAMBOUR_TROUBLE_OTHER);

  return self->kind;
}
