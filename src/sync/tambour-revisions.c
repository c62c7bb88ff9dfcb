/* tambour-revisions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-revisions.h"

typedef struct _Node Node;

struct _Node
{
  char *rev;
  Node *parent;
  char *into;       /* (nullable): what a leaf was merged into that was then given up */
  guint n_children;
  guint position;   /* while the tree is written down */
  gboolean is_deleted;
};

struct _TambourRevisions
{
  GHashTable *nodes; /* rev, of the node → node */
};

static void
free_node (gpointer data)
{
  Node *node = data;

  g_free (node->rev);
  g_free (node->into);
  g_free (node);
}

/**
 * tambour_revisions_new:
 *
 * Returns: (transfer full): a tree without revisions
 */
TambourRevisions *
tambour_revisions_new (void)
{
  TambourRevisions *self = g_new0 (TambourRevisions, 1);

  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_node);

  return self;
}

/**
 * tambour_revisions_free:
 * @self: (transfer full): a tree
 */
void
tambour_revisions_free (TambourRevisions *self)
{
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/**
 * tambour_revision_get_number:
 * @rev: a revision
 *
 * Returns: its generation, or 0 if it has none
 */
guint64
tambour_revision_get_number (const char *rev)
{
  return g_ascii_isdigit (*rev) ? g_ascii_strtoull (rev, NULL, 10) : 0;
}

/**
 * tambour_revision_is_valid:
 * @rev: text from outside
 *
 * Returns: whether it is a revision: a generation from 1, a hyphen, and a hash
 *   of letters and digits
 */
gboolean
tambour_revision_is_valid (const char *rev)
{
  gsize digits = strspn (rev, "0123456789");
  gsize length = strlen (rev);

  return digits > 0 && digits < 18 && *rev != '0' && rev[digits] == '-' && length > digits + 1 && length <= 128 &&
         strspn (rev + digits + 1, G_CSET_A_2_Z G_CSET_a_2_z "0123456789") == length - digits - 1;
}

/**
 * tambour_revision_compare:
 * @a: a revision
 * @b: a revision
 *
 * Of two leaves of the same state the greater is the winner, on every server
 * and every laptop: by generation, then by hash.
 *
 * Returns: below, at or above 0
 */
int
tambour_revision_compare (const char *a,
                          const char *b)
{
  guint64 number_a = tambour_revision_get_number (a);
  guint64 number_b = tambour_revision_get_number (b);

  if (number_a != number_b)
    return number_a < number_b ? -1 : 1;

  return strcmp (a, b);
}

static Node *
ensure_node (TambourRevisions *self,
             const char       *rev,
             gboolean         *is_new)
{
  Node *node = g_hash_table_lookup (self->nodes, rev);

  *is_new = node == NULL;
  if (node == NULL)
    {
      node = g_new0 (Node, 1);
      node->rev = g_strdup (rev);
      g_hash_table_insert (self->nodes, node->rev, node);
    }

  return node;
}

static void
set_parent (Node *node,
            Node *parent)
{
  node->parent = parent;
  parent->n_children++;
}

/* As far as each is the parent of the one before. */
static guint
count_path (const char * const *path)
{
  guint n = 0;

  while (path[n] && tambour_revision_get_number (path[n]) + n == tambour_revision_get_number (path[0]))
    n++;

  return n;
}

/**
 * tambour_revisions_add:
 * @self: a tree
 * @path: (array zero-terminated=1): a revision, its parent, and so on
 * @is_deleted: whether the first of @path removes the document
 *
 * Adds what @path tells. A path that reaches further back than the tree
 * completes it.
 *
 * Returns: whether the first of @path was not known yet
 */
gboolean
tambour_revisions_add (TambourRevisions   *self,
                       const char * const *path,
                       gboolean            is_deleted)
{
  Node *parent = NULL;
  gboolean is_new = FALSE;

  for (guint i = count_path (path); i > 0; i--)
    {
      Node *node = ensure_node (self, path[i - 1], &is_new);

      if (parent != NULL && node->parent == NULL)
        set_parent (node, parent);
      parent = node;
    }

  if (is_new)
    parent->is_deleted = is_deleted;

  return is_new;
}

static Node *
find_node (TambourRevisions *self,
           const char       *rev)
{
  return rev ? g_hash_table_lookup (self->nodes, rev) : NULL;
}

/**
 * tambour_revisions_set_merged:
 * @self: a tree
 * @rev: a revision of @self that ends a branch
 * @into: the revision that took over what the branch said
 *
 * Remembers that whoever goes on from @rev's parent goes on from something that
 * @into knows: see tambour_revisions_get_ancestor().
 */
void
tambour_revisions_set_merged (TambourRevisions *self,
                              const char       *rev,
                              const char       *into)
{
  Node *node = find_node (self, rev);

  g_return_if_fail (node != NULL);

  g_set_str (&node->into, into);
}

/**
 * tambour_revisions_get_merged:
 * @self: a tree
 * @rev: a revision
 *
 * Returns: (transfer none) (nullable): what took over the branch that @rev ends
 */
const char *
tambour_revisions_get_merged (TambourRevisions *self,
                              const char       *rev)
{
  Node *node = find_node (self, rev);

  return node ? node->into : NULL;
}

/**
 * tambour_revisions_has:
 * @self: a tree
 * @rev: (nullable): a revision
 *
 * Returns: whether @self knows it
 */
gboolean
tambour_revisions_has (TambourRevisions *self,
                       const char       *rev)
{
  return find_node (self, rev) != NULL;
}

/**
 * tambour_revisions_is_deleted:
 * @self: a tree
 * @rev: a revision of @self
 *
 * Returns: whether it removes the document
 */
gboolean
tambour_revisions_is_deleted (TambourRevisions *self,
                              const char       *rev)
{
  Node *node = find_node (self, rev);

  return node != NULL && node->is_deleted;
}

/**
 * tambour_revisions_is_leaf:
 * @self: a tree
 * @rev: (nullable): a revision
 *
 * Returns: whether @self knows it, and nothing that came after it
 */
gboolean
tambour_revisions_is_leaf (TambourRevisions *self,
                           const char       *rev)
{
  Node *node = find_node (self, rev);

  return node != NULL && node->n_children == 0;
}

/* The winner first: what is there before what is removed, then the greater. */
static int
compare_leaves (gconstpointer a,
                gconstpointer b)
{
  const Node *one = *(Node * const *) a;
  const Node *other = *(Node * const *) b;

  if (one->is_deleted != other->is_deleted)
    return one->is_deleted ? 1 : -1;

  return -tambour_revision_compare (one->rev, other->rev);
}

static GPtrArray *
collect_leaves (TambourRevisions *self)
{
  GPtrArray *leaves = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Node *) value)->n_children == 0)
      g_ptr_array_add (leaves, value);

  g_ptr_array_sort (leaves, compare_leaves);

  return leaves;
}

/**
 * tambour_revisions_list_leaves:
 * @self: a tree
 *
 * Returns: (transfer full): the revisions that nothing came after, the winner
 *   first
 */
GStrv
tambour_revisions_list_leaves (TambourRevisions *self)
{
  g_autoptr(GPtrArray) leaves = collect_leaves (self);
  GStrv revs = g_new0 (char *, leaves->len + 1);

  for (guint i = 0; i < leaves->len; i++)
    revs[i] = g_strdup (((Node *) leaves->pdata[i])->rev);

  return revs;
}

/**
 * tambour_revisions_get_winner:
 * @self: a tree
 * @is_deleted: (out) (optional): whether it removes the document
 *
 * Returns: (transfer none) (nullable): the leaf that counts for everybody: the
 *   same that CouchDB and PouchDB choose
 */
const char *
tambour_revisions_get_winner (TambourRevisions *self,
                              gboolean         *is_deleted)
{
  g_autoptr(GPtrArray) leaves = collect_leaves (self);
  const Node *winner = leaves->len > 0 ? leaves->pdata[0] : NULL;

  if (is_deleted != NULL)
    *is_deleted = winner != NULL && winner->is_deleted;

  return winner ? winner->rev : NULL;
}

/**
 * tambour_revisions_dup_path:
 * @self: a tree
 * @rev: a revision of @self
 *
 * Returns: (transfer full): @rev, its parent, and so on as far as it is known
 */
GStrv
tambour_revisions_dup_path (TambourRevisions *self,
                            const char       *rev)
{
  g_autoptr(GStrvBuilder) path = g_strv_builder_new ();

  for (Node *node = find_node (self, rev); node; node = node->parent)
    g_strv_builder_add (path, node->rev);

  return g_strv_builder_end (path);
}

static gboolean
is_above (Node *node,
          Node *other)
{
  while (other != NULL && other != node)
    other = other->parent;

  return other != NULL;
}

/* A branch that ended in a merge: what goes on from where it ended, and what
 * goes on from what it was merged into, have that end in common.
 */
static Node *
find_merged (TambourRevisions *self,
             Node             *a,
             Node             *b)
{
  GHashTableIter iter;
  gpointer value;
  Node *found = NULL;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Node *end = value;
      Node *into = find_node (self, end->into);

      if (into == NULL || end->parent == NULL || !is_above (end->parent, a) || !is_above (into, b))
        continue;

      if (found == NULL || tambour_revision_compare (found->rev, end->parent->rev) < 0)
        found = end->parent;
    }

  return found;
}

/**
 * tambour_revisions_get_ancestor:
 * @self: a tree
 * @a: a revision of @self
 * @b: another
 *
 * Returns: (transfer none) (nullable): the newest revision whose edits both
 *   know, or %NULL if none is known
 */
const char *
tambour_revisions_get_ancestor (TambourRevisions *self,
                                const char       *a,
                                const char       *b)
{
  Node *one = find_node (self, a);
  Node *other = find_node (self, b);
  Node *found;

  if (one == NULL || other == NULL)
    return NULL;

  if ((found = find_merged (self, one, other)) || (found = find_merged (self, other, one)))
    return found->rev;

  for (found = one; found; found = found->parent)
    if (is_above (found, other))
      return found->rev;

  return NULL;
}

/**
 * tambour_revisions_stem:
 * @self: a tree
 * @depth: how many revisions of each branch to keep, at least 1
 *
 * Forgets older ones, as servers do.
 *
 * Returns: (transfer full): those that are forgotten
 */
GStrv
tambour_revisions_stem (TambourRevisions *self,
                        guint             depth)
{
  g_autoptr(GPtrArray) leaves = collect_leaves (self);
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr(GStrvBuilder) forgotten = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < leaves->len; i++)
    {
      Node *node = leaves->pdata[i];

      for (guint n = 0; n < depth && node != NULL; n++, node = node->parent)
        g_hash_table_add (kept, node);
    }

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Node *node = value;

      if (node->parent == NULL ||
          (g_hash_table_contains (kept, node) && g_hash_table_contains (kept, node->parent)))
        continue;

      node->parent->n_children--;
      node->parent = NULL;
    }

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!g_hash_table_contains (kept, value))
      {
        g_strv_builder_add (forgotten, ((Node *) value)->rev);
        g_hash_table_iter_remove (&iter);
      }

  return g_strv_builder_end (forgotten);
}

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  return tambour_revision_compare ((*(Node * const *) a)->rev, (*(Node * const *) b)->rev);
}

/**
 * tambour_revisions_dup_text:
 * @self: a tree
 *
 * The revisions from the oldest on, each with the place of its parent, “!” if
 * it removes the document, and what it was merged into:
 * `1-a 2-b:0 2-c:0 3-d:2!>3-e 3-e:1`. The same tree gives the same text.
 *
 * Returns: (transfer full): the tree, for tambour_revisions_parse()
 */
char *
tambour_revisions_dup_text (TambourRevisions *self)
{
  g_autoptr(GPtrArray) nodes = g_hash_table_get_values_as_ptr_array (self->nodes);
  g_autoptr(GString) text = g_string_new (NULL);

  g_ptr_array_sort (nodes, compare_nodes);

  for (guint i = 0; i < nodes->len; i++)
    {
      Node *node = nodes->pdata[i];

      node->position = i;
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", node->rev);
      if (node->parent != NULL)
        g_string_append_printf (text, ":%u", node->parent->position);
      if (node->is_deleted)
        g_string_append_c (text, '!');
      if (node->into != NULL)
        g_string_append_printf (text, ">%s", node->into);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* One revision of the text; parents stand before it. */
static gboolean
parse_node (TambourRevisions *self,
            GPtrArray        *before,
            char             *word)
{
  char *into = strchr (word, '>');
  char *parent;
  gboolean is_deleted, is_new;
  guint64 position = 0;
  Node *node;

  if (into != NULL)
    *into++ = '\0';
  if ((is_deleted = g_str_has_suffix (word, "!")))
    word[strlen (word) - 1] = '\0';
  if ((parent = strchr (word, ':')))
    *parent++ = '\0';

  if (!tambour_revision_is_valid (word) || (into != NULL && !tambour_revision_is_valid (into)) ||
      (parent != NULL && (before->len == 0 || !g_ascii_string_to_unsigned (parent, 10, 0, before->len - 1, &position, NULL))))
    return FALSE;

  node = ensure_node (self, word, &is_new);
  node->is_deleted = is_deleted;
  node->into = g_strdup (into);
  if (parent != NULL)
    set_parent (node, before->pdata[position]);
  g_ptr_array_add (before, node);

  return is_new;
}

/**
 * tambour_revisions_parse:
 * @text: what tambour_revisions_dup_text() gave
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): the tree
 */
TambourRevisions *
tambour_revisions_parse (const char  *text,
                         GError     **error)
{
  g_autoptr(TambourRevisions) self = tambour_revisions_new ();
  g_autoptr(GPtrArray) before = g_ptr_array_new ();
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (!parse_node (self, before, words[i]))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _("The revisions “%s” cannot be read at word %u."), text, i + 1);
        return NULL;
      }

  return g_steal_pointer (&self);
}
