/* tambour-found-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-found-item.h"
#include "tambour-kinds.h"

/**
 * TambourFoundItem:
 *
 * One row of the search: a record that was found, or a command. Everything that
 * it says is plain text; what was looked for is bold by attributes.
 */
struct _TambourFoundItem
{
  GObject               parent_instance;

  TambourFindGroup      group;
  TambourFound         *found;
  const TambourCommand *command;
  char                 *target;
  char                 *title;
  PangoAttrList        *title_attributes;
  char                 *detail;
  PangoAttrList        *detail_attributes;
};

G_DEFINE_FINAL_TYPE (TambourFoundItem, tambour_found_item, G_TYPE_OBJECT)

static const char * const group_titles[TAMBOUR_N_FIND_GROUPS] = {
  [TAMBOUR_FIND_RECENT] = N_("Opened lately"),
  [TAMBOUR_FIND_ACCOUNTS] = N_("Accounts"),
  [TAMBOUR_FIND_COMMANDS] = NC_("search", "Do"),
  [TAMBOUR_FIND_CASES] = N_("Cases"),
  [TAMBOUR_FIND_PEOPLE] = N_("People"),
  [TAMBOUR_FIND_NOTES] = N_("Notes"),
  [TAMBOUR_FIND_CALLS] = N_("Calls and decisions"),
  [TAMBOUR_FIND_PROMISES] = N_("Actions and commitments"),
  [TAMBOUR_FIND_GOALS] = N_("Goals and projects"),
  [TAMBOUR_FIND_OTHERS] = N_("Other records"),
};

static const char * const group_icons[TAMBOUR_N_FIND_GROUPS] = {
  [TAMBOUR_FIND_CASES] = "tambour-cases-symbolic",
  [TAMBOUR_FIND_PEOPLE] = "tambour-people-symbolic",
  [TAMBOUR_FIND_NOTES] = "tambour-note-symbolic",
  [TAMBOUR_FIND_CALLS] = "tambour-call-symbolic",
  [TAMBOUR_FIND_PROMISES] = "object-select-symbolic",
  [TAMBOUR_FIND_GOALS] = "tambour-goal-symbolic",
  [TAMBOUR_FIND_OTHERS] = "tambour-link-symbolic",
};

static PangoAttrList *
embolden (GArray *spans)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; spans && i + 1 < spans->len; i += 2)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = g_array_index (spans, guint, i);
      bold->end_index = g_array_index (spans, guint, i + 1);
      pango_attr_list_insert (attributes, bold);
    }

  return attributes;
}

/* A case says its number; anything else where the words stand, or what it is. */
static char *
dup_detail (const TambourFound *found)
{
  if (found->number != NULL && found->account_name != NULL)
    return g_strdup_printf ("#%s · %s", found->number, found->account_name);
  if (found->number != NULL)
    return g_strdup_printf ("#%s", found->number);
  if (found->snippet != NULL)
    return g_strdup (found->snippet);
  if (found->account_name != NULL)
    return g_strdup_printf ("%s · %s", _(found->klass->label), found->account_name);

  return g_strdup (_(found->klass->label));
}

static gboolean
is_account (TambourFoundItem *self)
{
  return self->found != NULL && self->found->family == TAMBOUR_FIND_ACCOUNTS;
}

static const char *
get_priority (TambourFoundItem *self)
{
  if (self->found == NULL)
    return NULL;

  switch (self->found->priority)
    {
    case TAMBOUR_PRIORITY_P1:
      return "P1";
    case TAMBOUR_PRIORITY_P2:
      return "P2";
    case TAMBOUR_PRIORITY_P3:
      return "P3";
    case TAMBOUR_PRIORITY_NONE:
      return NULL;
    }

  return NULL;
}

static const char *
get_icon_name (TambourFoundItem *self)
{
  if (self->command != NULL)
    return self->command->icon;

  return get_priority (self) ? NULL : group_icons[self->found->family];
}

static void
tambour_found_item_finalize (GObject *object)
{
  TambourFoundItem *self = TAMBOUR_FOUND_ITEM (object);

  g_clear_pointer (&self->found, tambour_found_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->title_attributes, pango_attr_list_unref);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->detail_attributes, pango_attr_list_unref);

  G_OBJECT_CLASS (tambour_found_item_parent_class)->finalize (object);
}

static void
tambour_found_item_class_init (TambourFoundItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_found_item_finalize;
}

static void
tambour_found_item_init (TambourFoundItem *self)
{
}

/**
 * tambour_found_item_new_record:
 * @found: (transfer full): a record that was found
 *
 * Returns: (transfer full): its row
 */
TambourFoundItem *
tambour_found_item_new_record (TambourFound *found)
{
  TambourFoundItem *self = g_object_new (TAMBOUR_TYPE_FOUND_ITEM, NULL);

  self->group = found->group;
  self->found = found;
  self->title = g_strdup (found->title);
  self->title_attributes = embolden (found->title_spans);
  self->detail = dup_detail (found);
  self->detail_attributes = embolden (found->snippet_spans);

  return self;
}

/**
 * tambour_found_item_new_command:
 * @command: a command
 * @title: what it does
 * @target: (nullable): the parameter of its action, as GVariant text
 * @spans: (nullable): pairs of guint: which bytes of @title were looked for
 *
 * Returns: (transfer full): its row
 */
TambourFoundItem *
tambour_found_item_new_command (const TambourCommand *command,
                                const char           *title,
                                const char           *target,
                                GArray               *spans)
{
  TambourFoundItem *self = g_object_new (TAMBOUR_TYPE_FOUND_ITEM, NULL);

  self->group = TAMBOUR_FIND_COMMANDS;
  self->command = command;
  self->target = g_strdup (target);
  self->title = g_strdup (title);
  self->title_attributes = embolden (spans);
  self->detail_attributes = embolden (NULL);

  return self;
}

/**
 * tambour_found_item_get_group:
 * @self: a row
 *
 * Returns: under which heading it stands
 */
TambourFindGroup
tambour_found_item_get_group (TambourFoundItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FOUND_ITEM (self), TAMBOUR_FIND_OTHERS);

  return self->group;
}

/**
 * tambour_found_item_get_heading:
 * @self: a row
 *
 * Returns: (transfer none): what its group is called
 */
const char *
tambour_found_item_get_heading (TambourFoundItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FOUND_ITEM (self), "");

  if (self->group == TAMBOUR_FIND_COMMANDS)
    return g_dpgettext2 (NULL, "search", group_titles[self->group]);

  return _(group_titles[self->group]);
}

/**
 * tambour_found_item_get_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the id of its record; a command has none
 */
const char *
tambour_found_item_get_id (TambourFoundItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FOUND_ITEM (self), NULL);

  return self->found ? self->found->id : NULL;
}

/**
 * tambour_found_item_look:
 * @self: a row
 * @face: (out caller-allocates): what it shows, which belongs to @self
 */
void
tambour_found_item_look (TambourFoundItem *self,
                         TambourFoundFace *face)
{
  g_return_if_fail (TAMBOUR_IS_FOUND_ITEM (self));

  *face = (TambourFoundFace) {
    .title = self->title,
    .title_attributes = self->title_attributes,
    .detail = self->detail,
    .detail_attributes = self->detail_attributes,
    .icon_name = is_account (self) ? NULL : get_icon_name (self),
    .priority = get_priority (self),
    .is_account = is_account (self),
    .keys = self->command ? self->command->keys : NULL,
  };
}

/**
 * tambour_found_item_activate:
 * @self: a row
 * @widget: a widget in the window
 *
 * Opens the record in its place, or does the command.
 *
 * Returns: %FALSE if that could not be done
 */
gboolean
tambour_found_item_activate (TambourFoundItem *self,
                             GtkWidget        *widget)
{
  g_return_val_if_fail (TAMBOUR_IS_FOUND_ITEM (self), FALSE);

  if (self->command != NULL)
    return tambour_command_activate (self->command, self->target, widget);

  if (is_account (self))
    return gtk_widget_activate_action (widget, "win.open-account", "s", self->found->id);

  return gtk_widget_activate_action (widget, "win.open-record", "(ss)", self->found->klass->kind, self->found->id);
}
