/* tambour-catalogue-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-catalogue-set.h"

#include "tambour-coverage.h"

struct _TambourCatalogueSet
{
  GPtrArray *versions; /* of TambourCatalogue, the oldest first */
  gboolean   always;   /* whatever the version says that it is valid from */
};

/**
 * tambour_catalogue_set_new:
 *
 * Returns: (transfer full): a set of no versions
 */
TambourCatalogueSet *
tambour_catalogue_set_new (void)
{
  TambourCatalogueSet *self = g_new0 (TambourCatalogueSet, 1);

  self->versions = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * tambour_catalogue_set_new_always:
 * @catalogue: a version
 *
 * Returns: (transfer full): a set of that version, as if it always had been valid
 */
TambourCatalogueSet *
tambour_catalogue_set_new_always (TambourCatalogue *catalogue)
{
  TambourCatalogueSet *self = tambour_catalogue_set_new ();

  g_ptr_array_add (self->versions, g_object_ref (catalogue));
  self->always = TRUE;

  return self;
}

/**
 * tambour_catalogue_set_free:
 * @self: (transfer full): a set
 *
 * Frees the set.
 */
void
tambour_catalogue_set_free (TambourCatalogueSet *self)
{
  g_ptr_array_unref (self->versions);
  g_free (self);
}

/**
 * tambour_catalogue_set_add:
 * @self: a set
 * @catalogue: a version; of two that are valid from the same date, the one that
 *   was added last counts
 */
void
tambour_catalogue_set_add (TambourCatalogueSet *self,
                           TambourCatalogue    *catalogue)
{
  TambourDate date = tambour_catalogue_valid_from (catalogue);
  guint i = self->versions->len;

  while (i > 0 && tambour_catalogue_valid_from (g_ptr_array_index (self->versions, i - 1)).julian > date.julian)
    i--;

  g_ptr_array_insert (self->versions, (int) i, g_object_ref (catalogue));
}

/**
 * tambour_catalogue_set_find:
 * @self: a set
 * @at: a stated instant
 *
 * A version is valid from 00:00 UTC of its date.
 *
 * Returns: (transfer none) (nullable): the version that is valid then, %NULL if
 *   none is yet
 */
TambourCatalogue *
tambour_catalogue_set_find (TambourCatalogueSet *self,
                            TambourInstant       at)
{
  for (guint i = self->versions->len; i > 0; i--)
    {
      TambourCatalogue *version = g_ptr_array_index (self->versions, i - 1);
      TambourDate date = tambour_catalogue_valid_from (version);

      if (self->always || !tambour_date_is_stated (date) || tambour_midnight_of (date) <= at.seconds)
        return version;
    }

  return NULL;
}
