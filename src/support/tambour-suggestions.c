/* tambour-suggestions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-suggestions.h"

#include <string.h>

/* What speaks for an item: a finding as much as its item weighs in an audit (METRICS.md
 * M40), what they run more than what they are called.
 */
#define WEIGHT_PRODUCT 3
#define WEIGHT_TYPE    2
#define WEIGHT_TAG     1

/**
 * tambour_suggestion_free:
 * @self: (transfer full): a suggestion
 */
void
tambour_suggestion_free (TambourSuggestion *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->about, g_free);
  g_free (self);
}

static guint
weigh_severity (TambourSeverity severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_LOW:
      return 1;
    case TAMBOUR_SEVERITY_MEDIUM:
      return 3;
    case TAMBOUR_SEVERITY_HIGH:
      return 5;
    }

  g_return_val_if_reached (0);
}

static gboolean
is_word (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
fold (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (whole ? whole : "", -1);
}

/* Whatever its case. */
static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!is_word (a) || !is_word (b))
    return FALSE;

  first = fold (a);
  second = fold (b);

  return strcmp (first, second) == 0;
}

/* Whether @text says @word, as a word of its own: “DNS” is not in “DNSSEC”. */
static gboolean
says (const char *text,
      const char *word)
{
  g_autofree char *where = NULL, *what = NULL;

  if (!is_word (text) || !is_word (word))
    return FALSE;

  where = fold (text);
  what = fold (word);
  for (const char *at = strstr (where, what); at != NULL; at = strstr (g_utf8_next_char (at), what))
    {
      const char *before = g_utf8_find_prev_char (where, at);
      const char *behind = at + strlen (what);

      if ((before == NULL || !g_unichar_isalnum (g_utf8_get_char (before))) &&
          (*behind == '\0' || !g_unichar_isalnum (g_utf8_get_char (behind))))
        return TRUE;
    }

  return FALSE;
}

/* The first ground is the one that is named: they come with the strongest first. */
static void
add_ground (TambourSuggestion       *self,
            guint                    weight,
            TambourSuggestionGround  ground,
            const char              *about)
{
  if (self->about != NULL)
    self->n_more++;
  else
    {
      self->ground = ground;
      self->about = g_strdup (about);
    }
  self->weight += weight;
}

/* Which word of the item is about a finding: a key of its checklist, or what it says. */
static const char *
find_word (TambourLibraryItem             *item,
           const TambourSuggestionFinding *finding)
{
  for (guint i = 0; item->answers_to != NULL && item->answers_to[i] != NULL; i++)
    {
      const char *word = item->answers_to[i];

      if (is_same (finding->item_key, word) || says (finding->section, word) || says (finding->title, word))
        return word;
    }

  return NULL;
}

/* Where it was found by a key, its section says more than that. */
static const char *
name_finding (const TambourSuggestionFinding *finding,
              const char                     *word)
{
  return is_same (finding->item_key, word) && is_word (finding->section) ? finding->section : word;
}

/* All findings that are answered are one ground, named by what most of the weight is about. */
static void
add_findings (TambourSuggestion            *self,
              const TambourSuggestionNeeds *needs)
{
  const char *about = NULL;
  guint weight = 0, heaviest = 0;

  for (guint i = 0; needs->findings != NULL && i < needs->findings->len; i++)
    {
      const TambourSuggestionFinding *finding = &g_array_index (needs->findings, TambourSuggestionFinding, i);
      const char *word = find_word (self->item, finding);

      if (word == NULL)
        continue;

      self->n_findings++;
      weight += weigh_severity (finding->severity);
      if (weigh_severity (finding->severity) > heaviest)
        {
          heaviest = weigh_severity (finding->severity);
          about = name_finding (finding, word);
        }
    }

  if (self->n_findings > 0)
    add_ground (self, weight, TAMBOUR_SUGGESTION_FINDINGS, about);
}

static TambourComponent *
find_component (GPtrArray  *components,
                const char *product,
                const char *type)
{
  for (guint i = 0; components != NULL && i < components->len; i++)
    {
      TambourComponent *component = g_ptr_array_index (components, i);

      if (is_same (component->type, type) || says (component->product, product) || is_same (component->vendor, product))
        return component;
    }

  return NULL;
}

static void
add_components (TambourSuggestion            *self,
                const TambourSuggestionNeeds *needs)
{
  for (guint i = 0; self->item->products != NULL && self->item->products[i] != NULL; i++)
    {
      TambourComponent *component = find_component (needs->components, self->item->products[i], NULL);

      if (component != NULL)
        add_ground (self, WEIGHT_PRODUCT, TAMBOUR_SUGGESTION_PRODUCT, is_word (component->product) ? component->product : component->vendor);
    }

  for (guint i = 0; self->item->component_types != NULL && self->item->component_types[i] != NULL; i++)
    {
      TambourComponent *component = find_component (needs->components, NULL, self->item->component_types[i]);

      if (component != NULL)
        add_ground (self, WEIGHT_TYPE, TAMBOUR_SUGGESTION_TYPE, component->type);
    }
}

static void
add_tags (TambourSuggestion            *self,
          const TambourSuggestionNeeds *needs)
{
  for (guint i = 0; self->item->tags != NULL && self->item->tags[i] != NULL; i++)
    for (guint n = 0; needs->tags != NULL && needs->tags[n] != NULL; n++)
      if (is_same (needs->tags[n], self->item->tags[i]))
        {
          add_ground (self, WEIGHT_TAG, TAMBOUR_SUGGESTION_TAG, self->item->tags[i]);
          break;
        }
}

/**
 * tambour_suggestion_weigh:
 * @item: something to read, to watch or to learn
 * @needs: what is known of an account
 *
 * Returns: (transfer full) (nullable): why it could help them, or %NULL if nothing
 *   speaks for it, they have it, it is not for them, or it is retired
 */
TambourSuggestion *
tambour_suggestion_weigh (TambourLibraryItem           *item,
                          const TambourSuggestionNeeds *needs)
{
  g_autoptr(TambourSuggestion) self = NULL;

  if (item->retired || (needs->shared != NULL && g_hash_table_contains (needs->shared, TAMBOUR_RECORD (item)->id)) ||
      (item->not_for != NULL && needs->account_id != NULL && g_strv_contains ((const char * const *) item->not_for, needs->account_id)))
    return NULL;

  self = g_new0 (TambourSuggestion, 1);
  self->item = g_object_ref (item);
  add_findings (self, needs);
  add_components (self, needs);
  add_tags (self, needs);

  return self->weight > 0 ? g_steal_pointer (&self) : NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TambourSuggestion *first = *(const TambourSuggestion * const *) a;
  const TambourSuggestion *second = *(const TambourSuggestion * const *) b;
  int order;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  if (first->item->published.julian != second->item->published.julian)
    return first->item->published.julian > second->item->published.julian ? -1 : 1;

  order = g_strcmp0 (first->item->title, second->item->title);

  return order != 0 ? order : strcmp (TAMBOUR_RECORD (first->item)->id, TAMBOUR_RECORD (second->item)->id);
}

/**
 * tambour_suggestions_rank:
 * @items: (element-type TambourLibraryItem): the library
 * @needs: what is known of an account
 *
 * The same library and the same needs give the same order: by weight, then the
 * newest, then by title.
 *
 * Returns: (transfer full) (element-type TambourSuggestion): what could help them
 */
GPtrArray *
tambour_suggestions_rank (GPtrArray                    *items,
                          const TambourSuggestionNeeds *needs)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_suggestion_free);

  for (guint i = 0; i < items->len; i++)
    {
      TambourSuggestion *suggestion = tambour_suggestion_weigh (g_ptr_array_index (items, i), needs);

      if (suggestion != NULL)
        g_ptr_array_add (found, suggestion);
    }

  g_ptr_array_sort (found, compare);

  return found;
}
