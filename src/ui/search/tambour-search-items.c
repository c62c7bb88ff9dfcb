/* tambour-search-items.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-search-items.h"

/* How many commands stand between what was found. */
#define MAX_COMMANDS 5

typedef struct
{
  GPtrArray        *found;
  TambourFindScope  scope;
  const char       *words;
  GtkButton        *probe;
  GPtrArray        *items;
  guint             n_commands;
} Making;

static gboolean
has_room (Making *making)
{
  return making->scope == TAMBOUR_FIND_ONLY_COMMANDS || making->n_commands < MAX_COMMANDS;
}

static void
add_command (Making               *making,
             const TambourCommand *command,
             const TambourFound   *account)
{
  g_autofree char *title = tambour_command_dup_title (command, account ? account->title : NULL);
  g_autofree char *target = tambour_command_dup_target (command, account ? account->id : NULL);
  g_autoptr(GArray) spans = NULL;

  if (!has_room (making) || (*making->words != '\0' && !tambour_find_matches (making->words, title, &spans)))
    return;

  if (!tambour_command_is_enabled (command, target, making->probe))
    return;

  g_ptr_array_add (making->items, tambour_found_item_new_command (command, title, target, spans));
  making->n_commands++;
}

/* What can be done with an account comes before what can always be done. */
static void
add_account_commands (Making             *making,
                      const TambourFound *account)
{
  for (guint i = 0; i < tambour_commands_get_n (); i++)
    if (tambour_commands_get (i)->is_of_account)
      add_command (making, tambour_commands_get (i), account);
}

static gboolean
is_about (Making             *making,
          const TambourFound *found)
{
  return found->is_mentioned || (found->group == TAMBOUR_FIND_ACCOUNTS && found == g_ptr_array_index (making->found, 0));
}

static void
add_commands (Making *making)
{
  if (making->scope != TAMBOUR_FIND_ONLY_COMMANDS && (making->scope != TAMBOUR_FIND_EVERYTHING || *making->words == '\0'))
    return;

  for (guint i = 0; i < making->found->len; i++)
    if (is_about (making, g_ptr_array_index (making->found, i)))
      add_account_commands (making, g_ptr_array_index (making->found, i));

  for (guint i = 0; i < tambour_commands_get_n (); i++)
    if (!tambour_commands_get (i)->is_of_account)
      add_command (making, tambour_commands_get (i), NULL);
}

/* The row owns what was found from here on. */
static void
add_record (Making *making,
            guint   position)
{
  TambourFound *found = g_steal_pointer (&g_ptr_array_index (making->found, position));

  if (found->is_mentioned)
    tambour_found_free (found);
  else
    g_ptr_array_add (making->items, tambour_found_item_new_record (found));
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  TambourFoundItem *x = *(TambourFoundItem * const *) a;
  TambourFoundItem *y = *(TambourFoundItem * const *) b;

  return (int) tambour_found_item_get_group (x) - (int) tambour_found_item_get_group (y);
}

/**
 * tambour_search_items_new:
 * @found: (transfer full) (element-type TambourFound): what was found, group by group
 * @query: what was looked for
 * @probe: a button in the window, see tambour_command_is_enabled()
 *
 * Returns: (transfer full) (element-type TambourFoundItem): a row for each, and
 *   rows for the commands that are called so
 */
GPtrArray *
tambour_search_items_new (GPtrArray  *found,
                          const char *query,
                          GtkButton  *probe)
{
  Making making = { .found = found, .probe = probe };

  making.scope = tambour_find_scope (query, &making.words);
  making.items = g_ptr_array_new_with_free_func (g_object_unref);
  add_commands (&making);
  for (guint i = 0; i < found->len; i++)
    add_record (&making, i);

  g_ptr_array_set_free_func (found, NULL);
  g_ptr_array_unref (found);
  g_ptr_array_sort (making.items, compare_items);

  return making.items;
}
