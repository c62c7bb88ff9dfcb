/* tambour-record-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-record-order.h"

/* The order in which records were stored. */
#define ORDER_ROW     "row"
#define ORDER_CHANGED "updated_at"

static gboolean
is_time (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_DATE || field->kind == TAMBOUR_KIND_INSTANT;
}

static gboolean
is_sortable (TambourRecordClass *klass,
             const TambourField *field)
{
  if (field->label == NULL || field->kind == TAMBOUR_KIND_REF)
    return FALSE;

  return field == klass->title || (field->flags & TAMBOUR_FIELD_INDEXED);
}

/**
 * tambour_record_order_get_usual:
 * @klass: a kind of record
 *
 * History is shown in the order in which it was recorded: there may be a million
 * of it, and to sort that takes longer than to show it.
 *
 * Returns: (transfer none): what its lists are sorted by at first
 */
const char *
tambour_record_order_get_usual (TambourRecordClass *klass)
{
  if (klass->traits & TAMBOUR_RECORD_APPEND_ONLY)
    return ORDER_ROW;

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (is_sortable (klass, &klass->fields[i]) && is_time (&klass->fields[i]))
      return klass->fields[i].name;

  if (klass->title != NULL && klass->title->kind == TAMBOUR_KIND_TEXT)
    return klass->title->name;

  return ORDER_ROW;
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/**
 * tambour_record_order_new_menu:
 * @klass: a kind of record
 * @action: the action that takes an order
 * @reverse: the action that turns it round
 *
 * Returns: (transfer full): what its lists can be sorted by
 */
GMenu *
tambour_record_order_new_menu (TambourRecordClass *klass,
                               const char         *action,
                               const char         *reverse)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) orders = g_menu_new ();
  g_autoptr(GMenu) directions = g_menu_new ();

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (is_sortable (klass, &klass->fields[i]))
      append (orders, _(klass->fields[i].label), action, klass->fields[i].name);
  append (orders, _("Last changed"), action, ORDER_CHANGED);
  append (orders, _("Order of entry"), action, ORDER_ROW);
  g_menu_append (directions, _("_Reversed"), reverse);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));

  return menu;
}

/**
 * tambour_record_order_apply:
 * @klass: a kind of record
 * @query: a query for it
 * @order: what to sort by
 * @reversed: whether it is turned round
 *
 * What is newest comes first, texts from A to Z.
 */
void
tambour_record_order_apply (TambourRecordClass *klass,
                            TambourQuery       *query,
                            const char         *order,
                            gboolean            reversed)
{
  const TambourField *field = tambour_record_class_find_field (klass, order);
  gboolean descending = field == NULL || is_time (field);

  tambour_query_order (query, field ? order : ORDER_ROW, descending != reversed, NULL);
}
