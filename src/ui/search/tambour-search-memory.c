/* tambour-search-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-search-memory.h"

/* What was looked for and opened in a portfolio, as long as it is open. */

#define MAX_RECENT 8

typedef struct
{
  char      *query;
  GPtrArray *recent;
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_clear_pointer (&memory->query, g_free);
  g_clear_pointer (&memory->recent, g_ptr_array_unref);
  g_free (memory);
}

static Memory *
get_memory (TambourPortfolio *portfolio)
{
  Memory *memory = g_object_get_data (G_OBJECT (portfolio), "tambour-search-memory");

  if (memory == NULL)
    {
      memory = g_new0 (Memory, 1);
      memory->recent = g_ptr_array_new_null_terminated (MAX_RECENT, g_free, TRUE);
      g_object_set_data_full (G_OBJECT (portfolio), "tambour-search-memory", memory, memory_free);
    }

  return memory;
}

/**
 * tambour_search_memory_get_query:
 * @portfolio: a portfolio
 *
 * Returns: (transfer none): what was looked for last, "" if nothing
 */
const char *
tambour_search_memory_get_query (TambourPortfolio *portfolio)
{
  const char *query;

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (portfolio), "");

  query = get_memory (portfolio)->query;

  return query ? query : "";
}

/**
 * tambour_search_memory_set_query:
 * @portfolio: a portfolio
 * @query: what is being looked for
 */
void
tambour_search_memory_set_query (TambourPortfolio *portfolio,
                                 const char       *query)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (portfolio));

  g_set_str (&get_memory (portfolio)->query, query);
}

/**
 * tambour_search_memory_dup_recent:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): the ids of what was found and opened, the last first
 */
GStrv
tambour_search_memory_dup_recent (TambourPortfolio *portfolio)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (portfolio), NULL);

  return g_strdupv ((GStrv) get_memory (portfolio)->recent->pdata);
}

/**
 * tambour_search_memory_add_recent:
 * @portfolio: a portfolio
 * @id: a record that is opened
 */
void
tambour_search_memory_add_recent (TambourPortfolio *portfolio,
                                  const char       *id)
{
  GPtrArray *recent;
  guint position;

  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (portfolio));

  recent = get_memory (portfolio)->recent;
  if (g_ptr_array_find_with_equal_func (recent, id, g_str_equal, &position))
    g_ptr_array_remove_index (recent, position);

  g_ptr_array_insert (recent, 0, g_strdup (id));
  if (recent->len > MAX_RECENT)
    g_ptr_array_remove_index (recent, recent->len - 1);
}
